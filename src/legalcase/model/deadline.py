"""Deadline: what is due, on which basis, and how far it has come."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.errors import IllegalTransitionError
from legalcase.model.basis import Agreed, Basis, Computed, Ordered, check_basis
from legalcase.model.checks import check_id, check_text, optional
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OPEN_STATES", "TRANSITIONS", "Deadline", "DeadlineState"]


class DeadlineState(StrEnum):
    """Where a deadline stands."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    NEEDS_REVIEW = "needs-review"
    STAYED = "stayed"
    MET = "met"
    MET_LATE = "met-late"
    MISSED = "missed"
    EXTENDED = "extended"
    VACATED = "vacated"
    WAIVED = "waived"
    MOOT = "moot"


_S = DeadlineState

_TRANSITIONS: Final = {
    _S.PROPOSED: frozenset({_S.CONFIRMED, _S.VACATED}),
    _S.CONFIRMED: frozenset(
        {
            _S.NEEDS_REVIEW,
            _S.MET,
            _S.MET_LATE,
            _S.MISSED,
            _S.EXTENDED,
            _S.STAYED,
            _S.VACATED,
            _S.WAIVED,
            _S.MOOT,
        }
    ),
    _S.NEEDS_REVIEW: frozenset({_S.CONFIRMED, _S.VACATED}),
    _S.STAYED: frozenset({_S.CONFIRMED, _S.MOOT}),
    _S.MISSED: frozenset({_S.MET_LATE, _S.EXTENDED, _S.WAIVED}),
    _S.MET: frozenset(),
    _S.MET_LATE: frozenset(),
    _S.EXTENDED: frozenset(),
    _S.VACATED: frozenset(),
    _S.WAIVED: frozenset(),
    _S.MOOT: frozenset[DeadlineState](),
}
#: From which state a deadline can go to which; nothing else is possible.
TRANSITIONS: Final[Mapping[DeadlineState, frozenset[DeadlineState]]] = MappingProxyType(
    _TRANSITIONS
)

#: States in which something is still to be done.
OPEN_STATES: Final = frozenset({_S.PROPOSED, _S.CONFIRMED, _S.NEEDS_REVIEW, _S.STAYED})


@frozen(kw_only=True, repr=False)
class Deadline(PlainData):
    """One deadline of a case.

    `title` says what is to be done, `responsible` who does it. The rest is set by
    the events of the case: `confirmed_by`; `met_on`, `met_by` and `evidence`; `chosen`,
    the due date of the reading that `chosen_by` picked; `extends` and `extended_by`,
    the ids of the deadlines before and after in a row of extensions; `revision`, how
    often the deadline was changed, last at `changed_at`.
    """

    deadline_id: str = field(validator=check_id)
    title: str = field(repr=False, validator=check_text)
    basis: Basis = field(repr=False, validator=check_basis)
    responsible: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    state: DeadlineState = DeadlineState.PROPOSED
    confirmed_by: str | None = field(default=None, repr=False)
    met_on: date | None = None
    met_by: str | None = field(default=None, repr=False)
    evidence: str | None = field(default=None, repr=False)
    chosen: date | None = None
    chosen_by: str | None = field(default=None, repr=False)
    extends: str | None = None
    extended_by: str | None = None
    revision: int = 0
    changed_at: datetime | None = None

    def __repr__(self) -> str:
        """Return id, state and on what it rests, and not what is to be done."""
        return f"<Deadline {self.deadline_id!r} {self.state}: {_rests_on(self.basis)}>"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN_STATES

    def changed(self, at: datetime, **changes: Any) -> Deadline:
        """Return the deadline with `changes`, its revision counted up."""
        return evolve(self, revision=self.revision + 1, changed_at=at, **changes)

    def moved(self, state: DeadlineState, at: datetime, **changes: Any) -> Deadline:
        """Return the deadline in another state, with `changes`.

        Raises `IllegalTransitionError` where `TRANSITIONS` does not allow the step.
        """
        allowed = TRANSITIONS[self.state]
        if state not in allowed:
            ways = ", ".join(sorted(allowed)) or "nothing: that state is final"
            msg = (
                f"Deadline {self.deadline_id!r} is {self.state} and cannot become "
                f"{state}. From there it can become {ways}."
            )
            raise IllegalTransitionError(
                msg, subject=self.deadline_id, state=str(self.state), step=str(state)
            )
        return self.changed(at, state=state, **changes)


def _rests_on(basis: Basis) -> str:
    """Say in few words on what a deadline rests: the law is no secret, an order is."""
    match basis:
        case Computed(computation=computation):
            due = f"due {computation.due}" if computation.is_running else "not running"
            return f"{computation.subject}, {due}"
        case Ordered() | Agreed():
            return f"{type(basis).__name__.lower()}, due {basis.due}"
        case _:
            return f"{basis.days_before} days before {basis.follows!r}"
