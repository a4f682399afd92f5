"""Again: a deadline computed once more, from where its anchors stand now."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from legalcase.dates import day_at_court
from legalcase.law.ask.repeat import given_in
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.looking.dates import LONGEST_CHAIN, day_of, shifted
from legalcase.scheduling.answering.computing import computed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.kernel.events.ref import Ref
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.deadlines.state import Deadline

__all__ = ["again", "is_gone", "rank_of"]


def is_gone(case: Case, of: Ref) -> bool:
    """Tell whether what a deadline runs from does not stand any more."""
    if of.noun == "event":
        entry = case.docket.find(of.id)
        return entry is None or not entry.stands
    if of.noun == "hearing":
        hearing = case.hearings.find(of.id)
        return hearing is None or str(hearing.state) == "vacated"
    return False


def rank_of(case: Case, deadline: Deadline, depth: int = 0) -> int:
    """Return how many deadlines stand before one, each resting on the next."""
    basis = deadline.basis
    refs: tuple[Ref, ...] = ()
    if isinstance(basis, Derived):
        refs = (basis.follows,)
    elif isinstance(basis, Computed):
        refs = tuple(anchor.of for anchor in basis.anchors)
    before = [case.deadlines.find(of.id) for of in refs if of.noun == "deadline"]
    if depth >= LONGEST_CHAIN:
        return 0
    ranks = (rank_of(case, one, depth + 1) for one in before if one is not None)
    return max((1 + rank for rank in ranks), default=0)


def again(
    case: Case, law: Law, deadline: Deadline, moved: Mapping[str, date | None]
) -> Computation | None:
    """Return the computation of a deadline from the days on which its anchors stand.

    Of one of no rule of the catalogue, or that hangs on nothing of the docket: a bare
    period, and a count in court days from a hearing or another deadline; `moved` are
    the days of those that move at the same time. ``None`` where there is nothing to
    count again: an extension is not, and what waits for a date.
    """
    basis = deadline.basis
    if isinstance(basis, Derived):
        return _derived(case, law, basis, moved)
    if not isinstance(basis, Computed):
        return None
    inputs = basis.computation.inputs
    if inputs.direction not in {"after", "before"} or not basis.computation.is_running:
        return None
    moments = _moments(case, basis, moved, _zones(law, inputs))
    if None in moments.values():
        return None
    given = given_in(inputs)
    service = _method(case, basis) or inputs.service
    if service is not None:
        given["service"] = service
    given[inputs.direction] = moments[""] if set(moments) == {""} else moments
    return computed(law, inputs.deadline or str(inputs.period), given)


def _moments(
    case: Case,
    basis: Computed,
    moved: Mapping[str, date | None],
    zones: tuple[str, ...],
) -> dict[str, Any]:
    """Return when each trigger happened, as the docket has it now."""
    inputs = basis.computation.inputs
    moments: dict[str, Any] = dict(inputs.triggers)
    if not moments and inputs.trigger is not None:
        moments[""] = inputs.trigger
    for anchor in basis.anchors:
        word = anchor.trigger if anchor.trigger in moments else ""
        if word in moments:
            if anchor.of.noun == "deadline":
                moments[word] = _day_of(case, anchor.of.id, moved)
            else:
                moments[word] = _moment(case, anchor.of, moments[word], zones)
    return moments


def _derived(
    case: Case, law: Law, basis: Derived, moved: Mapping[str, date | None]
) -> Computation | None:
    """Return the count of one in court days, from where the other stands now."""
    if basis.computation is None:
        return None
    inputs = basis.computation.inputs
    if basis.follows.noun == "deadline":
        day = _day_of(case, basis.follows.id, moved)
    else:
        day = day_of(case.around(), basis.follows)
        hearing = case.hearings.find(basis.follows.id)
        if basis.follows.noun == "hearing" and hearing is not None and day is not None:
            day = day_at_court(hearing.at, _zones(law, inputs))
    if day is None:
        return None
    given: dict[str, Any] = {**given_in(inputs), basis.direction: day}
    return law.compute(str(basis.period), **given)


def _day_of(case: Case, name: str, moved: Mapping[str, date | None]) -> date | None:
    """Return the day of a deadline that another follows, where it will be.

    It follows the last extension; one that itself follows another in days of the
    calendar goes with that.
    """
    one = case.deadlines[name]
    while one.extended_by is not None:
        one = case.deadlines[one.extended_by]
    if one.deadline_id in moved:
        return moved[one.deadline_id]
    basis = one.basis
    if isinstance(basis, Derived) and basis.computation is None:
        follows = basis.follows
        if follows.noun == "deadline":
            leading = _day_of(case, follows.id, moved)
            sign = 1 if basis.direction == "after" else -1
            return None if leading is None else shifted(leading, basis.period, sign)
    return case.dates(one.deadline_id).shown


def _zones(law: Law, inputs: Inputs) -> tuple[str, ...]:
    return () if inputs.court is None else law.court(inputs.court).zones


def _moment(
    case: Case, of: Ref, before: date | datetime, zones: tuple[str, ...]
) -> date | datetime | None:
    """Return when an anchor happened, as exactly as it was counted from."""
    moment: date | datetime | None = before
    if of.noun == "event":
        entry = case.docket.find(of.id)
        if entry is not None:
            moment = entry.happened
    elif of.noun == "hearing":
        hearing = case.hearings.find(of.id)
        if hearing is not None:
            moment = hearing.at if hearing.has_date else None
            if moment is not None and not isinstance(before, datetime):
                return day_at_court(hearing.at, zones)
    if isinstance(moment, datetime) and not isinstance(before, datetime):
        return day_at_court(moment, zones)
    return moment


def _method(case: Case, basis: Computed) -> str | None:
    """Return how that was served from which it runs, if the docket says so."""
    for anchor in basis.anchors:
        entry = case.docket.find(anchor.of.id)
        if entry is not None and entry.method is not None:
            return entry.method
    return None
