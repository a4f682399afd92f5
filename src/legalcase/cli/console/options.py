"""The command's options: what a date, a month or a pair looks like on its line."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn
from zoneinfo import ZoneInfo, available_timezones

from legalcase.cli.console.addresses import without_passwords
from legalcase.cli.console.shell import for_this_shell
from legalcase.cli.console.terminal import paragraphs, write
from legalcase.dates import DateRange
from legalcase.law.lawbook import Law
from legalcase.zones import is_instant, is_of_a_place, place_meant

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Parser",
    "Reply",
    "add_law_options",
    "day",
    "day_range",
    "each_once",
    "law_of",
    "moment",
    "month",
    "pair",
    "timezone",
    "trigger",
]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?")
_MONTH: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_MONTHS_IN_YEAR: Final = 12
#: What people write for a form of the answer, besides the name of the form.
_FORMS: Final = {"ical": "ics", "md": "markdown"}


class Reply(NamedTuple):
    """What a command has to say, and the status with which it ends."""

    text: str
    status: int = 0
    #: What is written as it is, byte by byte, instead of the text.
    data: bytes | None = None


class _Once(argparse.Action):
    """An option that has one value: of two, nobody knows which was meant."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value, unless there is one."""
        if option_string and getattr(namespace, self.dest) is not self.default:
            parser.error(f"{option_string} was given twice. Give it once")
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are two sentences, without the whole list of options."""

    def __init__(self, *arguments: object, **options: object) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        # An abbreviation that works today could mean something else tomorrow.
        options.setdefault("allow_abbrev", False)
        options["epilog"] = for_this_shell(str(options.get("epilog", "")))
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # argparse's own options, passed on
        self.register("action", None, _Once)

    def error(self, message: str) -> NoReturn:
        """Say what cannot be used, and stop with status 2."""
        # Words of the line are quoted, and an address may have a password in it.
        message = without_passwords(message)
        said = message if message.endswith((".", "?")) else f"{message}."
        text = paragraphs(f"{self.prog}: {said}\nSee `{self.prog} --help`.")
        self.exit(2, f"{text}\n")

    def unknown(self, words: list[str]) -> NoReturn:
        """Say which word means nothing to the command, and what was meant perhaps."""
        options = [word.partition("=")[0] for word in words if word.startswith("-")]
        word = options[0] if options else words[0]
        near = self._form(word) or get_close_matches(
            word, self._option_string_actions, n=1
        )
        hint = f"Did you mean {near[0]}?" if near else "Leave them out"
        self.error(f"unrecognized arguments: {' '.join(words)}. {hint}")

    def _form(self, word: str) -> list[str]:
        """Return the option for a form of the answer that was asked for by its name."""
        named = self._option_string_actions.get("--format")
        bare = word.lstrip("-")
        form = _FORMS.get(bare, bare)
        known = () if named is None else named.choices or ()
        return [f"--format {form}"] if word != bare and form in known else []

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:
            write(message, file or sys.stderr)


def day(text: str) -> date:
    """Read a date: 2026-06-03."""
    if not _DAY.fullmatch(text):
        msg = f"{text!r} is no date. Write year, month and day: 2026-06-03"
        raise argparse.ArgumentTypeError(msg)
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is no day of the calendar. Check the month and the day"
        raise argparse.ArgumentTypeError(msg) from None


def moment(text: str) -> date | datetime:
    """Read a date, or a local time without its zone: 2026-06-03T17:00."""
    if _DAY.fullmatch(text):
        return day(text)
    if not _MOMENT.fullmatch(text):
        msg = (
            f"{text!r} is no date. Write 2026-06-03, or a local time as "
            "2026-06-03T17:00, by the court's clock or that of --timezone"
        )
        raise argparse.ArgumentTypeError(msg)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is no time of the calendar. Check day and hour"
        raise argparse.ArgumentTypeError(msg) from None


def month(text: str) -> tuple[int, int]:
    """Read a month: 2026-07."""
    found = _MONTH.fullmatch(text)
    if found is None:
        msg = f"{text!r} is no month. Write year and month: 2026-07"
        raise argparse.ArgumentTypeError(msg)
    number = int(found["month"])
    if not 1 <= number <= _MONTHS_IN_YEAR or not int(found["year"]):
        msg = f"{text!r} is no month. A year has the months 01 to 12: 2026-07"
        raise argparse.ArgumentTypeError(msg)
    return int(found["year"]), number


def day_range(text: str) -> DateRange:
    """Read the first and the last of some days: 2026-08-01/2026-08-14."""
    first, sign, last = text.partition("/")
    if not sign:
        msg = f"{text!r} is no range. Write its first and last day: {text}/{text}"
        raise argparse.ArgumentTypeError(msg)
    if day(last) < day(first):
        msg = f"{text!r} ends before it begins. Write the first day, then the last"
        raise argparse.ArgumentTypeError(msg)
    return DateRange.through(day(first), day(last))


def pair(text: str) -> tuple[str, str]:
    """Read a dispute and its answer: mail-order='no: add, roll'."""
    name, sign, value = text.partition("=")
    if not sign or not name or not value:
        msg = f"{text!r} is no pair. Write DISPUTE=ANSWER, with the sign between them"
        raise argparse.ArgumentTypeError(msg)
    return name, value


def fact(text: str) -> tuple[str, str]:
    """Read a fact and its answer: united-states-is-a-party=yes."""
    word, sign, answer = text.partition("=")
    if not sign or not word or not answer:
        msg = (
            f"{text!r} is no pair. Write FACT=ANSWER, as `legalcase rules ID` shows "
            f"them: {word or 'united-states-is-a-party'}=yes"
        )
        raise argparse.ArgumentTypeError(msg)
    return word, answer


def trigger(text: str) -> tuple[str, date | datetime]:
    """Read a trigger and its date: judgment-entered=2026-06-03."""
    word, sign, value = text.partition("=")
    if not sign or not word:
        msg = f"{text!r} is no trigger. Write WORD=DATE: judgment-entered=2026-06-03"
        raise argparse.ArgumentTypeError(msg)
    return word, moment(value)


def timezone(text: str) -> ZoneInfo:
    """Read the name of a time zone: Europe/London."""
    known = available_timezones()
    if text in known and (is_of_a_place(text) or is_instant(text)):
        return ZoneInfo(text)
    if text in known:
        msg = (
            f"{text!r} is the clock of no place: an abbreviation leaves open whether "
            f"it is summer time. Name the place, {place_meant(text)}, or leave "
            "--timezone out with --court: the court's own clock is used then."
        )
        raise argparse.ArgumentTypeError(msg)
    places = sorted(name for name in known if "/" in name)
    near = get_close_matches(text, places, n=1, cutoff=0.7)
    hint = (
        f"Did you mean {near[0]!r}?"
        if near
        else f"Write a place, such as {place_meant(text)} or Europe/London."
    )
    msg = f"There is no time zone {text!r}. {hint}"
    raise argparse.ArgumentTypeError(msg)


def add_law_options(parser: argparse.ArgumentParser) -> None:
    """Add --law and --overriding."""
    group = parser.add_argument_group("law of your own")
    group.add_argument(
        "--law",
        action="append",
        default=[],
        metavar="DIR",
        help="lay a folder of law over the bundled one; repeatable",
    )
    group.add_argument(
        "--overriding",
        action="append",
        default=[],
        metavar="ID",
        help="an entry that the folder may replace; repeatable",
    )


def each_once(options: argparse.Namespace, option: str) -> dict[str, str] | None:
    """Return what an option gave by its words; refuse two answers to one."""
    found: dict[str, str] = {}
    for word, answer in getattr(options, option):
        if found.setdefault(word, answer) != answer:
            options.refuse(
                f"--{option} {word} was given twice, as {found[word]!r} and as "
                f"{answer!r}. Give it once"
            )
    return found or None


def law_of(options: argparse.Namespace, refuse: Callable[[str], NoReturn]) -> Law:
    """Return the bundled law, with the folders of --law laid over it."""
    from legalcase.law.check.once import marks_of_this_user

    law = Law.bundled()
    for name in options.law:
        if not Path(name).is_dir():
            refuse(f"--law: {name!r} is no folder. Name the folder that holds the law")
        if not any(Path(name).rglob("*.toml")):
            refuse(
                f"--law: {name!r} holds no file of law (*.toml). Name another folder"
            )
        law = law.with_folder(
            name, overriding=tuple(options.overriding), marks=marks_of_this_user()
        )
    if options.overriding and not options.law:
        refuse("--overriding goes with --law. Name the folder too")
    return law
