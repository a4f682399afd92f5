"""From what a case has recorded of its clocks to the clocks themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.kernel.checks import check_asked
from legalcase.scheduling.clocks.clock import StatutoryClock
from legalcase.scheduling.clocks.exclusion import Exclusion
from legalcase.scheduling.clocks.joined import joined_with

if TYPE_CHECKING:
    from datetime import date

    from legalcase.law.book.book import Book
    from legalcase.model.case import Case
    from legalcase.model.clocks.state import CaseClock, Clocks, ExcludedTime, Joinder

__all__ = ["clock_of", "clocks_of"]


def clock_of(case: Case, law: Book, clock_id: str) -> StatutoryClock:
    """Return a clock of a case as its events and the law make it, with its history.

    What comes from codefendants joined for trial is in it, each day once. A finding or
    an order that was vacated carries nothing; what a court set aside excludes nothing.
    Raises `UnknownNameError` for an id that the case has not, for a rule that the law
    has not, and for a ground that its clock has not.
    """
    check_asked(case, "case", "clocks", "case_id")
    check_asked(law, "law", "clock")
    room = case.clocks
    clock = _alone(room, law, room.clocks[clock_id])
    for joinder in room.joinders:
        if clock_id in joinder.clock_ids:
            clock = _joined(room, law, clock, clock_id, joinder)
    return evolve(clock, earlier=_earlier(case, law, clock_id))


def clocks_of(
    case: Case, law: Book, of: str | None = None
) -> tuple[StatutoryClock, ...]:
    """Return the clocks of a party, or all, that no other has taken the place of."""
    check_asked(case, "case", "clocks", "case_id")
    check_asked(law, "law", "clock")
    room = case.clocks
    return tuple(
        clock_of(case, law, one.clock_id)
        for one in room.clocks
        if (of is None or one.of == of) and room.successor_of(one.clock_id) is None
    )


def _earlier(case: Case, law: Book, clock_id: str) -> tuple[StatutoryClock, ...]:
    before = case.clocks.clocks[clock_id].succeeds
    if before is None:
        return ()
    clock = clock_of(case, law, before)
    return (*clock.earlier, evolve(clock, earlier=()))


def _alone(room: Clocks, law: Book, kept: CaseClock) -> StatutoryClock:
    clock = StatutoryClock.of_rule(law.clock(kept.rule), dict(kept.started), of=kept.of)
    stated = (_exclusion(one) for one in room.exclusions_of(kept.clock_id))
    clock = clock.with_exclusions(*(one for one in stated if one is not None))
    for period, by in kept.lengthened:
        clock = clock.with_more(period, by=by)
    # One in writing, where there is one: another has less effect, or the same.
    for is_written, by in sorted(kept.waived, key=lambda one: one[0]):
        clock = clock.with_waiver(by or kept.clock_id, written=is_written)
    if kept.ended_on is not None:
        clock = clock.with_end(kept.ended_on, by=kept.ended_by)
    return evolve(clock, because=kept.because)


def _exclusion(kept: ExcludedTime) -> Exclusion | None:
    if kept.set_aside_by is not None:
        return None
    return Exclusion(
        basis=kept.basis,
        from_on=kept.from_on,
        until_on=kept.until_on,
        by=kept.by or kept.finding or kept.order,
        has_order=kept.holds(kept.order),
        has_finding=kept.holds(kept.finding),
        is_reasonable=kept.holds(kept.reasonable),
    )


def _joined(
    room: Clocks, law: Book, clock: StatutoryClock, clock_id: str, joinder: Joinder
) -> StatutoryClock:
    own = joinder.last_of(clock_id)
    for other_id in joinder.clock_ids:
        if other_id == clock_id:
            continue
        other = _alone(room, law, room.clocks[other_id])
        until = _first(own, joinder.last_of(other_id))
        clock = joined_with(clock, other, from_on=joinder.from_on, until_on=until)
    return clock


def _first(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days, default=None)
