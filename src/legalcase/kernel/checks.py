"""Checks that the fields of events share: ids, text, words, dates, instants.

Messages name the field, never what stood in it: that may be privileged.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import own_day
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

__all__ = [
    "check_asked",
    "check_count",
    "check_date",
    "check_end",
    "check_happened_at",
    "check_id",
    "check_ids",
    "check_instant",
    "check_kind",
    "check_kind_word",
    "check_moment",
    "check_noun",
    "check_one_of",
    "check_some",
    "check_text",
    "check_truth",
    "check_word",
    "check_words",
    "one_of",
    "optional",
    "tuple_of",
]

#: Half of a pair of surrogates: no character, so that no UTF-8 can hold it.
_HALF: Final = re.compile("[\ud800-\udfff]")
_ID: Final = re.compile(r"[!-~]{1,200}")
_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KIND: Final = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*")
#: A kind and a word are no longer than an id may be.
_LONGEST_WORD: Final = 100
#: What a question is asked of, by the name of its argument, and what to pass.
_ASKED: Final = {
    "case": ("a Case", "Pass file.case, or Case.from_events(log)."),
    "file": ("a CaseFile", "Pass what work.file(…) or CaseFile.open(…) returned."),
    "into": ("a CaseFile", "Pass what work.file(…) or CaseFile.open(…) returned."),
    "clock": ("a Clock", "Pass SystemClock(), say."),
    "law": ("a Law", "Pass Law.bundled(), say."),
    "directory": ("a Directory", "Pass work.directory(), or Directory.of(…)."),
    "rules": ("PeopleRules", "Pass law.people_rules(court)."),
}
#: A log has no days outside these: who writes year 1 or 9999 has mistyped it.
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2999


def check_id(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no id: up to 200 printable ASCII characters without a blank."""
    name = attribute.name
    if type(value) is not str:
        msg = f"{name} needs a str, not {type(value).__name__}. Pass the id as text."
        raise InvalidTypeError(msg, field=name, value=None)
    if not _ID.fullmatch(value):
        msg = (
            f"{name} is no id. Use 1 to 200 printable ASCII characters without "
            "blanks, such as 'deadline-7'."
        )
        raise InvalidValueError(msg, field=name, value=None)


def check_ids(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of ids, and ids given twice."""
    for member in _members(attribute, value):
        check_id(None, attribute, member)


#: So many words that were found good are known by heart.
_MOST_GOOD: Final = 4096


def _is_word(value: str, pattern: re.Pattern[str]) -> bool:
    return len(value) <= _LONGEST_WORD and pattern.fullmatch(value) is not None


def _of_pattern(
    pattern: re.Pattern[str], says: str
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that refuses what does not match; `says` goes on from the name."""
    # Few words come again and again: those that were found good need no second look.
    good: set[str] = set()

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value.__class__ is str and value in good:
            return
        if not isinstance(value, str) or not _is_word(value, pattern):
            name = attribute.name
            msg = f"{name} {says}"
            raise InvalidValueError(msg, field=name, value=None)
        if len(good) < _MOST_GOOD:
            good.add(value)

    return check


#: Refuses what is no word of the vocabulary: kebab-case.
check_word = _of_pattern(
    _WORD,
    "is no word of the vocabulary. Words are lower case with hyphens, such as "
    "'judgment-entered'.",
)
#: Refuses what is no kind on the wire: a word, with a prefix if it is not ours.
check_kind_word = _of_pattern(
    _KIND,
    "is no kind of an event. Kinds are words such as 'filed', those of others with a "
    "prefix: 'acme-legal/safety-screened'.",
)
#: Refuses what does not say what a `Ref` refers to: a word, or one with a prefix.
check_noun = _of_pattern(
    _KIND,
    "does not say what is referred to. Use a word such as 'event', 'hearing' or "
    "'deadline'.",
)


def check_truth(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is neither true nor false."""
    if type(value) is not bool:
        name = attribute.name
        msg = f"{name} needs True or False, not {type(value).__name__}. Pass one."
        raise InvalidTypeError(msg, field=name, value=None)


def check_moment(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no date, no aware datetime and not ``None``."""
    if isinstance(value, datetime):
        check_instant(_, attribute, value)
    elif value is not None:
        check_date(_, attribute, value)


def check_words(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of kebab-case words of the vocabulary."""
    name = attribute.name
    for member in _members(attribute, value):
        if not isinstance(member, str) or not _WORD.fullmatch(member):
            msg = (
                f"{name} has something that is no word of the vocabulary. Words are "
                "lower case with hyphens, such as 'judgment-entered'."
            )
            raise InvalidValueError(msg, field=name, value=None)


def _members(attribute: Attribute[Any], value: object) -> tuple[object, ...]:
    name = attribute.name
    if not isinstance(value, tuple):
        msg = (
            f"{name} needs a tuple, not {type(value).__name__}. Write ('one',), "
            "with the comma."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    # What is no text is refused as such: not everything can be compared like that.
    texts = [member for member in value if isinstance(member, str)]
    if len(set(texts)) != len(texts):
        msg = f"{name} has a member twice. Give each once."
        raise InvalidValueError(msg, field=name, value=None)
    return value


def check_text(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is not text, and empty text."""
    name = attribute.name
    if type(value) is not str:
        msg = f"{name} needs a str, not {type(value).__name__}. Pass text."
        raise InvalidTypeError(msg, field=name, value=None)
    if not value.strip():
        msg = f"{name} is empty. Say something, or leave it out where it is optional."
        raise InvalidValueError(msg, field=name, value=None)
    if not value.isascii() and _HALF.search(value):
        msg = f"{name} has half of a surrogate pair. Mend the text's encoding first."
        raise InvalidValueError(msg, field=name, value=None)


def check_kind(
    kind: Any,  # noqa: ANN401 - a class, or several in a union
    advice: str,
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that refuses all but `kind`; `advice` says what to do."""

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            name = attribute.name
            what = getattr(kind, "__name__", "one of the model's own kinds")
            msg = f"{name} needs {what}, not {type(value).__name__}. {advice}"
            raise InvalidTypeError(msg, field=name, value=None)

    return check


def check_count(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no whole number from 1 on."""
    if type(value) is not int or value < 1:
        name = attribute.name
        msg = f"{name} needs a whole number, 1 or more. Count from 1."
        raise InvalidValueError(msg, field=name, value=None)


def check_date(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is not a date and nothing more."""
    name = attribute.name
    if type(value) is not date:
        msg = (
            f"{name} needs a datetime.date, not {type(value).__name__}. Pass "
            "date(2026, 6, 3), say; of an instant, .date() in the court's time zone."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    _check_year(name, value.year)


def _check_year(name: str, year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        msg = (
            f"{name} is in the year {year}, in which no case of ours is. Check it: "
            f"years from {_FIRST_YEAR} to {_LAST_YEAR} are taken."
        )
        raise InvalidValueError(msg, field=name, value=None)


def check_end(
    instance: Any,  # noqa: ANN401 - any event: what has a happened_on
    attribute: Attribute[Any],
    value: date | None,
) -> None:
    """Refuse the end of a time that lies before the event that begins it."""
    if value is None:
        return
    check_date(instance, attribute, value)
    if value < instance.happened_on:
        name = attribute.name
        msg = f"{name} lies before happened_on. Give that day or a later one."
        raise InvalidValueError(msg, field=name, value=None)


def check_instant(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is not an aware datetime, and what its text could not hold."""
    name = attribute.name
    if type(value) is not datetime:
        msg = (
            f"{name} needs a datetime with a time zone, not {type(value).__name__}. "
            "Pass datetime(…, tzinfo=ZoneInfo('America/New_York')), say."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    offset = value.utcoffset()
    if offset is None:
        msg = f"{name} has no time zone. Pass tzinfo=ZoneInfo('America/New_York'), say."
        raise InvalidValueError(msg, field=name, value=None)
    if offset.microseconds:
        msg = (
            f"{name} is off by part of a second from UTC, as no clock is. Pass an "
            "offset of whole seconds, or a zone."
        )
        raise InvalidValueError(msg, field=name, value=None)
    _check_year(name, value.year)


def check_happened_at(
    instance: Any,  # noqa: ANN401 - any event: what has a happened_on
    attribute: Attribute[Any],
    value: object,
) -> None:
    """Refuse an instant that does not lie on the event's own day."""
    if value is None:
        return
    check_instant(instance, attribute, value)
    if isinstance(value, datetime) and own_day(value) != instance.happened_on:
        msg = "happened_at is not on the day happened_on. Give both local to the court."
        raise InvalidValueError(msg, field=attribute.name, value=None)


def one_of(
    words: tuple[str, ...],
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that refuses all but `words`."""

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value not in words:
            name = attribute.name
            msg = f"{name} is none of its words. Use one of {', '.join(words)}."
            raise InvalidValueError(msg, field=name, value=None)

    return check


def optional(
    check: Callable[[object, Attribute[Any], object], None],
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that lets ``None`` through."""

    def checked(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None:
            check(instance, attribute, value)

    return checked


def check_some(
    check: Callable[[object, Attribute[Any], object], None],
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that also refuses an empty tuple."""

    def checked(instance: object, attribute: Attribute[Any], value: object) -> None:
        check(instance, attribute, value)
        if not value:
            name = attribute.name
            msg = f"{name} is empty. Give at least one."
            raise InvalidValueError(msg, field=name, value=None)

    return checked


def tuple_of(kind: type) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that refuses all but a tuple of different members of a class.

    Members that are text are checked as text is.
    """

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        for member in _members(attribute, value):
            if type(member) is not kind:
                name = attribute.name
                msg = (
                    f"{name} has a {type(member).__name__} in it. Every member is a "
                    f"{kind.__name__}."
                )
                raise InvalidTypeError(msg, field=name, value=None)
            if kind is str:
                check_text(None, attribute, member)

    return check


def check_asked(value: object, name: str, *asked: str) -> None:
    """Refuse what does not have what a question asks of it: a case, a law, a directory.

    A question of a low room is asked of a case that it does not know, so that this
    looks at what the value has.
    """
    if all(hasattr(value, each) for each in asked):
        return
    what, advice = _ASKED[name]
    msg = f"{name} needs {what}, not {type(value).__name__}. {advice}"
    raise InvalidTypeError(msg, field=name, value=None)


def check_one_of(event: object, one: str, other: str) -> None:
    """Refuse an event that says neither, or both, of two things."""
    said = [name for name in (one, other) if getattr(event, name) is not None]
    what = type(event).__name__
    if not said:
        msg = f"{what} has neither {one} nor {other}. Give one of the two."
        raise MissingInputError(msg, field=one, value=None)
    if len(said) > 1:
        msg = (
            f"{what} has both {one} and {other}, which can say two things. Give the id "
            "alone where the directory has it."
        )
        raise ConflictingInputError(msg, field=other, value=None)
