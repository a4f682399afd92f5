"""The door: each thing that was given to a call, checked by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.argument.computation import Computation
from legalcase.courts.bench import Court
from legalcase.dates import by_clock_of
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.shown import shown
from legalcase.zones import check_instant, has_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.book.book import Book

__all__ = ["Anchor", "check_names", "one_anchor", "plain_text", "read_anchor"]

Anchor = date | datetime | Computation
#: So long a chain of periods is followed, with all its readings; no rule has five.
_MOST_LINKS: Final = 50
#: Facts that have an argument of their own.
_OWN_ARGUMENTS: Final = ("service", "act", "nature", "paper")
#: What can be passed as a name, for the message to whoever passed something else.
_NAMED: Final = {
    "under": "'us/frcp'",
    "court": "'cand', or what legalcase.court() returns",
    "forum": "'us-ca'",
    "service": "'mail'",
    "method": "'mail'",
    "service_extension": "'none'",
    "act": "'file'",
    "nature": "'ordinary'",
    "paper": "'claim-form'",
    "local_rules": "'none'",
}


def check_names(**given: object) -> None:
    """Refuse what was passed where a name belongs and is no text, or has none in it."""
    for field, value in given.items():
        if isinstance(value, str) and not value.strip():
            # A cell of a table that nobody filled: what is not known is not passed.
            advice = "Leave it out, or pass None, where it is not known."
            if field == "method":
                advice = f"Pass {_NAMED[field]}, say."
            msg = f"{field}= is empty. {advice}"
            raise InvalidValueError(msg, field=field, value=value)
        if value is not None and not isinstance(value, str):
            msg = (
                f"{field}= needs a name, not {type(value).__name__} {shown(value)}. "
                f"Pass {_NAMED[field]}, say."
            )
            raise InvalidTypeError(msg, field=field, value=value)


def plain_text(*values: Any) -> Iterator[Any]:
    """Yield each value; text of a kind of its own (of an enumeration) as plain text.

    It is equal to plain text and found for it, so that it has to be answered like it,
    and its kind may show itself as something else.
    """
    for value in values:
        is_plain = not isinstance(value, str) or type(value) is str
        yield value if is_plain else str.__str__(value)


def court_given(law: Book, court: object) -> Court | None:
    """Return a court that was given by name, or as the value."""
    if court is None or isinstance(court, Court):
        return court
    check_names(court=court)
    return law.court(str(court))


def one_anchor(after: object, before: object, extending: object) -> tuple[str, Any]:
    """Return (direction, anchor) of the one that was given.

    Raises `MissingInputError` for none and `ConflictingInputError` for several.
    """
    if after is not None and before is None and extending is None:
        return "after", after
    given = [
        (name, value)
        for name, value in (
            ("after", after),
            ("before", before),
            ("extending", extending),
        )
        if value is not None
    ]
    if not given:
        msg = (
            "From when? No anchor was given. Pass after= (the trigger's date), "
            "before= (the date of the hearing, say) or extending=."
        )
        raise MissingInputError(msg, field="after", value=None)
    if len(given) > 1:
        names = " and ".join(f"{name}=" for name, _ in given)
        msg = f"{names} were given together. A period has one anchor: pass one."
        raise ConflictingInputError(msg, field=given[1][0], value=given[1][1])
    return given[0]


def read_anchor(value: object, name: str, zone: str | None = None) -> Anchor:
    """Return an anchor if it is a date, an aware datetime or a computation.

    `zone` is the court's, if it is known. Raises `InvalidTypeError` for text, for a
    naive datetime and for anything else, and `InvalidValueError` for a datetime by a
    clock that no place has.
    """
    if type(value) is date:
        return value
    if isinstance(value, Computation):
        if value.links >= _MOST_LINKS:
            msg = (
                f"{name}= is the end of a chain of {value.links + 1} computations, "
                "each running from the last one's end. Pass the date itself, or store "
                "and load the computation first."
            )
            raise InvalidValueError(msg, field=name, value=value)
        return value
    if type(value) is datetime:
        check_instant(value, name, zone)
        return value
    if isinstance(value, datetime):
        msg = (
            f"{name}= needs a date or a datetime of the standard library, not "
            f"{type(value).__name__} {shown(value)}. Pass value.date(), or "
            "value.to_pydatetime() with a time zone."
        )
        raise InvalidTypeError(msg, field=name, value=value)
    msg = (
        f"{name}= needs a date, not {type(value).__name__} {shown(value)}. Dates are "
        "not read from text here: pass date(2026, 6, 3), say."
    )
    raise InvalidTypeError(msg, field=name, value=value)


def zone_of(
    law: Book, court: Court | None, rule: CountingRule | str | None
) -> str | None:
    """Return the zone of a court, or else of all the courts of a rule, if known."""
    if court is not None:
        return court.zones[0]
    if isinstance(rule, str):
        rule = law.counting_rule(rule)
    return None if rule is None else rule.zone


def in_court_time(
    moment: date | datetime, zones: tuple[str, ...], zone: str | None
) -> date | datetime:
    """Return an instant by the court's clock, or else by that of its rule, if known.

    On which day it falls, and so which text governs, is for that clock to say.
    """
    if not isinstance(moment, datetime):
        return moment
    name = zones[0] if zones else zone
    if name is None:
        return moment
    return by_clock_of(moment, name)


def own_clock(moment: object) -> list[Notice]:
    """Say of an instant by the clock of no place that nobody knows the court's.

    UTC, or so many hours from it, is how a program passes an instant; the day on
    which it falls there need not be that of the court.
    """
    if not isinstance(moment, datetime) or has_place(moment):
        return []
    text = (
        f"{moment:%Y-%m-%d %H:%M %Z} was read by that clock, which is of no place: by "
        "the court's it can fall on another day. Name the court, or pass the instant "
        "in its zone."
    )
    from legalcase.counting.argument.findings import Notice

    return [Notice(code="clock-not-known", text=text)]


def given_facts(values: object) -> tuple[tuple[str, str], ...]:
    """Return the facts given, as sorted (word, answer) pairs."""
    if values is None:
        return ()
    if not isinstance(values, Mapping):
        msg = (
            f"facts= needs a mapping of fact to answer, not {shown(values)}. Pass "
            "{'united-states-is-a-party': 'yes'}, say."
        )
        raise InvalidTypeError(msg, field="facts", value=values)
    for key, value in values.items():
        if key in _OWN_ARGUMENTS and isinstance(value, str):
            msg = (
                f"{key!r} stands in facts=, and has an argument of its own. Pass "
                f"{key}={shown(value)} instead."
            )
            raise ConflictingInputError(msg, field="facts", value=key)
        if value is None or (isinstance(value, str) and not value.strip()):
            msg = (
                f"facts= has no answer to {shown(key)}. Leave it out where nobody "
                "knows: each answer then has its date."
            )
            raise InvalidValueError(msg, field="facts", value=values)
        if not isinstance(key, str) or not isinstance(value, str):
            word = key if isinstance(key, str) else "united-states-is-a-party"
            msg = (
                f"facts= has {shown(key)}: {shown(value)}, and both are text. Pass "
                f"{{{shown(word)}: 'yes'}}, say."
            )
            raise InvalidTypeError(msg, field="facts", value=values)
    return _texts(values)


def chosen_readings(values: object) -> tuple[tuple[str, str], ...]:
    """Return readings chosen, as sorted (dispute, answer) pairs."""
    if values is None:
        return ()
    if not isinstance(values, Mapping):
        msg = (
            f"readings= needs a mapping of dispute to answer, not {shown(values)}. "
            "Pass {'mail-order': 'no: add, roll'}, say."
        )
        raise InvalidTypeError(msg, field="readings", value=values)
    for key, value in values.items():
        if not isinstance(key, str) or not isinstance(value, str):
            msg = (
                f"readings= has {shown(key)}: {shown(value)}, and both are text. Pass "
                "{'mail-order': 'no: add, roll'}, say."
            )
            raise InvalidTypeError(msg, field="readings", value=values)
    return _texts(values)


def _texts(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return sorted pairs of plain text: a kind of text of the caller's own may lie."""
    pairs = (tuple(plain_text(*pair)) for pair in values.items())
    return tuple(sorted(pairs))
