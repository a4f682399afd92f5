"""`legalcase clock`: a clock with excluded time: its last day, and every range of days.

A period of limitation, a speedy trial: what the law enters as a clock is asked here.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

from legalcase.cli.console.options import (
    Reply,
    add_law_options,
    day,
    law_of,
)
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.markup import page
from legalcase.plain_data import plain
from legalcase.scheduling.clocks import StatutoryClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legalcase.catalogue import ClockRule

__all__ = ["FORMATS", "add_parser", "run"]

FORMATS: Final = ("text", "markdown", "html", "json")

#: What can stand on the record for an exclusion that needs it.
_STANDING: Final = ("order", "finding", "reasonable")

_EPILOG: Final = """\
examples:
  legalcase clock 'us/29-usc/626(d)(1)(A)' --after 2026-01-05
  legalcase clock 'us/18-usc/3161(c)(1)' --on 2025-06-02 \\
      --trigger indictment-filed=2025-03-03 \\
      --trigger first-appearance=2025-03-01 \\
      --exclude '(h)(1)(D)=2025-03-10/2025-03-20' \\
      --exclude '(h)(7)=2025-03-15/2025-04-15,finding'
  legalcase clock 'us/28-usc/2244(d)' --after 2024-03-04 --on 2024-07-01 \\
      --exclude '2244(d)(2)=2024-06-01/'

An exclusion is given as BASIS=FROM/UNTIL, by the days of the events that began
and ended it; without UNTIL it still lasts. What stands on the record for it
follows: ,order ,finding ,reasonable. The last day is never carried over a weekend
or a holiday: where a court's rule does that, the id of a deadline (`legalcase
due`) gives the later day. `legalcase rules WORDS` finds clocks too."""


class _Excluded(NamedTuple):
    basis: str
    from_on: date
    until_on: date | None
    standing: frozenset[str]


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "clock",
        help="a clock with excluded time: limitation, speedy trial",
        description="When a clock with excluded time runs out, and which days count.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "clock", metavar="ID", help="the id of a clock: 'us/29-usc/626(d)(1)(A)'"
    )
    when = parser.add_argument_group("from when (one of them)")
    when.add_argument(
        "--after", type=day, metavar="DATE", help="the event from which it runs"
    )
    when.add_argument(
        "--trigger",
        type=_started,
        action="append",
        default=[],
        metavar="WORD=DATE",
        help="for a clock that runs from one of several, each that is known; "
        "repeatable",
    )
    parser.add_argument(
        "--exclude",
        type=_excluded,
        action="append",
        default=[],
        metavar="BASIS=FROM/UNTIL",
        help="time that does not count; repeatable",
    )
    parser.add_argument(
        "--on",
        type=day,
        metavar="DATE",
        help="how it stands on this day; its last day, if left out",
    )
    add_law_options(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Answer how the clock stands."""
    law = law_of(options, options.refuse)
    rule = law.clock(options.clock)
    clock = _with_exclusions(
        options, StatutoryClock.of_rule(rule, _start(options, rule))
    )
    on: date = options.on or _end(options, clock)
    if options.format == "json":
        standing = clock.standing(on=on)
        stated = {
            "title": rule.title,
            "bound": rule.bound,
            "safe": clock.safe(on=on).isoformat(),
            "standing": plain(standing),
            "clock": clock.to_dict(),
        }
        return Reply(as_json(stated))
    if options.format == "markdown":
        return Reply(clock.explain("markdown", on=on))
    if options.format == "html":
        return Reply(page(rule.title, clock.explain("html", on=on)))
    return Reply(paragraphs(clock.explain(on=on, width=width())))


def _start(options: argparse.Namespace, rule: ClockRule) -> date | dict[str, date]:
    if options.after is not None and options.trigger:
        options.refuse("--trigger and --after were given together. Give one kind")
    if options.after is not None:
        after: date = options.after
        # The event that the law waits for, where others may besides make it later.
        needed = [start.event for start in rule.starts if not start.is_optional]
        return {needed[0]: after} if len(needed) == 1 else after
    if not options.trigger:
        events = ", ".join(start.event for start in rule.starts)
        options.refuse(
            "From when? No event was given. Pass --after (the day of the event), or "
            f"--trigger WORD=DATE: {events}"
        )
    words = [word for word, _ in options.trigger]
    if len(set(words)) < len(words):
        options.refuse("--trigger names a word twice. Give each word one date")
    return dict(options.trigger)


def _with_exclusions(
    options: argparse.Namespace, clock: StatutoryClock
) -> StatutoryClock:
    for one in options.exclude:
        clock = clock.excluding(
            one.basis,
            one.from_on,
            one.until_on,
            order="order" in one.standing,
            finding="finding" in one.standing,
            reasonable="reasonable" in one.standing,
        )
    return clock


def _end(options: argparse.Namespace, clock: StatutoryClock) -> date:
    """Return the last day, or the first of a minimum; on it all of it has counted."""
    is_minimum = clock.rule.bound == "not-earlier-than"
    refuse: Callable[[str], NoReturn] = options.refuse
    found = clock.first_day() if is_minimum else clock.last_day()
    if found is None:
        refuse(
            "The clock stands still: an exclusion has no end. Give its last day, or "
            "say on which day you ask: --on 2026-06-02"
        )
    return found


def _started(text: str) -> tuple[str, date]:
    """Read an event and its day: indictment-filed=2025-03-03."""
    word, sign, value = text.partition("=")
    if not sign or not word:
        msg = f"{text!r} is no trigger. Write WORD=DATE: indictment-filed=2025-03-03"
        raise argparse.ArgumentTypeError(msg)
    return word, day(value)


def _excluded(text: str) -> _Excluded:
    """Read a time that does not count: (h)(7)=2025-03-15/2025-04-15,finding."""
    basis, sign, rest = text.rpartition("=")
    days, *standing = rest.split(",")
    first, slash, last = days.partition("/")
    if not sign or not basis or not slash:
        msg = (
            f"{text!r} is no exclusion. Write BASIS=FROM/UNTIL, and nothing behind the "
            "stroke if it still lasts: '(h)(1)(D)=2025-03-10/2025-03-20'"
        )
        raise argparse.ArgumentTypeError(msg)
    unknown = [word for word in standing if word not in _STANDING]
    if unknown:
        msg = f"{unknown[0]!r} cannot stand on the record. Write {_words()}"
        raise argparse.ArgumentTypeError(msg)
    return _Excluded(
        basis, day(first), day(last) if last else None, frozenset(standing)
    )


def _words() -> str:
    return ", ".join(_STANDING[:-1]) + f" or {_STANDING[-1]}"
