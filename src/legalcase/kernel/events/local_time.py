"""An event with its instants by the clock of a court, as people there read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attrs import evolve, fields

from legalcase.dates import by_clock_of, by_court_clock, own_day
from legalcase.errors import InvalidValueError
from legalcase.kernel.court_clock import AT_COURT
from legalcase.kernel.events.terms import Terms

__all__ = ["put_by_court_clock"]


def put_by_court_clock(
    value: Any,  # noqa: ANN401 - any event, or part of one
    zones: tuple[str, ...],
    path: str = "",
) -> Any:  # noqa: ANN401 - of the same class
    """Return an event with its instants by the clock of a court that sits in `zones`.

    They stay the same instants; on which day they fall, and what is shown of them, is
    then as the court has it. Raises `InvalidValueError` for an instant that is not, at
    the court, on the day that stands beside it.
    """
    changed: dict[str, Any] = {}
    for each in fields(type(value)):
        if not each.init:
            continue
        found = getattr(value, each.name)
        where = f"{path}{each.name}"
        after = found
        if AT_COURT in each.metadata and isinstance(found, datetime):
            beside = each.metadata[AT_COURT]
            if beside:
                day = getattr(value, beside)
                after = _on(found, day, zones, where, f"{path}{beside}")
            else:
                after = by_court_clock(found, zones)
        elif isinstance(found, Terms):
            after = put_by_court_clock(found, zones, f"{where}.")
        elif isinstance(found, tuple) and any(isinstance(one, Terms) for one in found):
            after = tuple(
                put_by_court_clock(one, zones, f"{where}.")
                if isinstance(one, Terms)
                else one
                for one in found
            )
            if all(one is other for one, other in zip(found, after, strict=True)):
                after = found
        if after is not found:
            changed[each.alias] = after
    return evolve(value, **changed) if changed else value


def _on(
    moment: datetime, day: object, zones: tuple[str, ...], name: str, beside: str
) -> datetime:
    """Return an instant by the court's clock; refuse one that is on another day."""
    local = [by_clock_of(moment, zone) for zone in zones]
    for one in local:
        if own_day(one) == day:
            return one
    msg = (
        f"{name} is on {own_day(local[0])} by the court's clock ({zones[0]}), and "
        f"{beside} says {day}. Give the day as the court has it."
    )
    raise InvalidValueError(msg, field=name, value=None)
