"""From when a clock runs: the events that were stated, and the last of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.dates import as_date
from legalcase.errors import (
    InvalidValueError,
    MissingInputError,
    RuleNotInForceError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.catalogue.clock_rule import ClockRule

__all__ = ["start_of", "starts_of"]

_DECEMBER: int = 12
_LAST: int = 31


def starts_of(
    rule: ClockRule, given: date | Mapping[str, date]
) -> tuple[tuple[str, date], ...]:
    """Return the events that were stated and their days, in the order of the law."""
    needed = [one.event for one in rule.starts if not one.is_optional]
    if isinstance(given, date):
        if len(needed) > 1:
            msg = (
                f"{rule.id!r} runs from the last of {' and '.join(needed)}, and one "
                "day was given. Pass a mapping of each to its day."
            )
            raise MissingInputError(msg, field="start", value=given)
        given = {needed[0]: given}
    known = [one.event for one in rule.starts]
    for word, day in given.items():
        as_date(day, f"start[{word!r}]")
        if word not in known:
            msg = (
                f"{rule.id!r} does not run from {word!r}. It runs from the last of: "
                f"{', '.join(known)}."
            )
            raise InvalidValueError(msg, field="start", value=word)
    lacking = [word for word in needed if word not in given]
    if lacking:
        msg = (
            f"{rule.id!r} waits for {' and '.join(lacking)}, and no day was given. "
            "State when it happened: nothing is supposed."
        )
        raise MissingInputError(msg, field="start", value=None)
    found = tuple((word, given[word]) for word in known if word in given)
    first, last = rule.authority.in_force_from, rule.authority.in_force_through
    start = max(day for _, day in found)
    if (first is not None and start < first) or (last is not None and start > last):
        raise RuleNotInForceError.of(rule.id, start, first, last)
    return found


def start_of(rule: ClockRule, started: tuple[tuple[str, date], ...]) -> date:
    """Return from when the clock runs: the day of the last event, or its year's end."""
    last = max(day for _, day in started)
    return date(last.year, _DECEMBER, _LAST) if rule.from_year_end else last
