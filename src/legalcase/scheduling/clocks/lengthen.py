"""How a limit is lengthened: by what the law allows, and by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.dates import Period
from legalcase.errors import InvalidValueError
from legalcase.scheduling.clocks.effect import after
from legalcase.scheduling.clocks.exclusion import Lengthening

if TYPE_CHECKING:
    from datetime import date

    from legalcase.catalogue.clock_rule import ClockExtension, ClockRule

__all__ = ["lengthening"]


def lengthening(rule: ClockRule, start: date, text: str, by: str | None) -> Lengthening:
    """Return what lengthens a limit: added to it, or another in its place.

    Raises `InvalidValueError` for what the law does not allow.
    """
    period = Period.parse(text)
    whole = (after(start, rule.limit) - start).days
    asked = (after(start, period) - start).days
    for one in rule.extensions:
        if one.add == period:
            return Lengthening(days=asked, cite=one.cite, by=by)
        if one.up_to is not None and whole < asked <= _days(one, start):
            return Lengthening(days=asked - whole, cite=one.cite, by=by)
    said = "; ".join(map(_said, rule.extensions)) or "none"
    msg = f"{rule.id!r} cannot be lengthened by {text!r}. What the law allows: {said}."
    raise InvalidValueError(msg, field="period", value=text)


def _days(one: ClockExtension, start: date) -> int:
    return 0 if one.up_to is None else (after(start, one.up_to) - start).days


def _said(one: ClockExtension) -> str:
    how = f"{one.add} more" if one.add is not None else f"{one.up_to} in all"
    return f"{how}, {one.given} ({one.cite})"
