"""Codefendants: what the clock of one takes from the clocks of the others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.dates import as_date
from legalcase.errors import UnsupportedQuestionError
from legalcase.scheduling.clocks.exclusion import Exclusion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.scheduling.clocks.clock import StatutoryClock

__all__ = ["joined_with"]


def joined_with(
    clock: StatutoryClock,
    *others: StatutoryClock,
    from_on: date | None = None,
    until_on: date | None = None,
) -> StatutoryClock:
    """Return a clock with the delay that comes from codefendants joined for trial.

    That is the time before a later codefendant's own clock starts, and what that clock
    excludes (18 U.S.C. 3161(h)(6)), each shown as such and counted once, within the
    days of joinder from `from_on` until `until_on`, both inclusive. What comes from
    the other's own joinder is not handed on. Whether such delay is reasonable is a
    question: `safe` leaves it out. Raises `UnsupportedQuestionError` for a clock that
    knows no joinder.
    """
    basis = next((one.id for one in clock.rule.exclusions if one.is_joined), None)
    if basis is None:
        msg = (
            f"{clock.rule.id!r} excludes nothing because of others joined. Join the "
            "clocks of a rule that does."
        )
        raise UnsupportedQuestionError(msg, field="others", value=clock.rule.id)
    for name, day in (("from_on", from_on), ("until_on", until_on)):
        if day is not None:
            as_date(day, name)
    found = [one for other in others for one in _of_other(clock, other, basis)]
    within = (_within(one, from_on, until_on) for one in found)
    return clock.with_exclusions(*(one for one in within if one is not None))


def _of_other(
    clock: StatutoryClock, other: StatutoryClock, basis: str
) -> Iterator[Exclusion]:
    via = f"{other.rule.id} of {other.of or 'a codefendant'}"
    if other.start_on > clock.start_on:
        yield Exclusion(
            basis=basis,
            from_on=clock.start_on + timedelta(days=1),
            until_on=other.start_on,
            via=f"{via}: its start",
        )
    for effect in other.effects():
        if effect.first_on is not None and not effect.rule.is_joined:
            yield Exclusion(
                basis=basis,
                from_on=effect.first_on,
                until_on=effect.last_on,
                by=effect.exclusion.by,
                via=f"{via}: {effect.rule.id}",
            )


def _within(
    one: Exclusion, from_on: date | None, until_on: date | None
) -> Exclusion | None:
    first = one.from_on if from_on is None else max(one.from_on, from_on)
    last = one.until_on
    if until_on is not None:
        last = until_on if last is None else min(last, until_on)
    if last is not None and last < first:
        return None
    return evolve(one, from_on=first, until_on=last)
