"""When a deadline is due: by its basis, and by the deadline that it follows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from legalcase.model.basis import Agreed, Computed, Derived, DueDates, Ordered
from legalcase.model.deadline import Deadline, DeadlineState

if TYPE_CHECKING:
    from legalcase.model.case import Case

__all__ = ["dates_of", "followed"]


def followed(case: Case, deadline: Deadline) -> tuple[Deadline, ...]:
    """Return the deadlines on which the date of `deadline` hangs, nearest first.

    That is the one that it follows, with its extensions, and so on.
    """
    chain: list[Deadline] = []
    while isinstance(deadline.basis, Derived):
        deadline = case.deadline(deadline.basis.follows)
        chain.append(deadline)
        while deadline.extended_by is not None:
            deadline = case.deadline(deadline.extended_by)
            chain.append(deadline)
    return tuple(chain)


def dates_of(case: Case, deadline: Deadline) -> DueDates:
    """Return the dates of a deadline in a case."""
    basis = deadline.basis
    waits_for: tuple[str, ...] = ()
    if deadline.state is DeadlineState.STAYED:
        return DueDates(due=None, safe=None, shown=None, bound=_bound(deadline))
    match basis:
        case Computed():
            computation = basis.computation
            waits_for = computation.waits_for
            if not computation.is_running:
                # What stopped it may turn out to be no such thing: then it ran on.
                safe = computation.safe if computation.readings else None
                return DueDates(
                    due=None,
                    safe=safe,
                    shown=safe,
                    bound=computation.bound,
                    waits_for=waits_for,
                )
            chosen = deadline.chosen
            is_adopted = chosen is None or chosen == computation.due
            return DueDates(
                due=chosen or computation.due,
                safe=computation.safe,
                shown=chosen or computation.safe,
                bound=computation.bound,
                # The instant belongs to the adopted reading and to no other date.
                due_at=computation.due_at if is_adopted else None,
                waits_for=waits_for,
            )
        case Ordered() | Agreed():
            return DueDates(
                due=basis.due,
                safe=basis.due,
                shown=basis.due,
                bound=basis.bound,
                due_at=basis.due_at,
            )
        case Derived():
            leading = dates_of(case, followed_now(case, basis))
            waits_for = leading.waits_for
            if leading.shown is None:
                return DueDates(due=None, safe=None, shown=None, waits_for=waits_for)
            day = leading.shown - timedelta(days=basis.days_before)
            return DueDates(due=day, safe=day, shown=day, waits_for=waits_for)
        case _:  # pragma: no cover - the union is closed
            assert_never(basis)


def followed_now(case: Case, basis: Derived) -> Deadline:
    """Return the deadline that a basis follows, or its last extension."""
    deadline = case.deadline(basis.follows)
    while deadline.extended_by is not None:
        deadline = case.deadline(deadline.extended_by)
    return deadline


def _bound(deadline: Deadline) -> str:
    basis = deadline.basis
    if isinstance(basis, Computed):
        return basis.computation.bound
    return "not-later-than" if isinstance(basis, Derived) else basis.bound
