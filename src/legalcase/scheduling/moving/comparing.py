"""Comparing: each deadline of a case with what the law gives now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from legalcase.dates import own_day
from legalcase.errors import LegalCaseError
from legalcase.model.deadlines.basis import Agreed, Computed, Derived, Ordered
from legalcase.model.deadlines.due_dates import computed_dates
from legalcase.model.deadlines.state import Outcome, ReviewState
from legalcase.scheduling.answering.known import LIVE
from legalcase.scheduling.answering.standing import same_dates
from legalcase.scheduling.finding.calling import called
from legalcase.scheduling.moving.again import again, is_gone, rank_of
from legalcase.scheduling.moving.diff import Diff, Moved, Pinned, Void, is_void_by_us
from legalcase.scheduling.moving.reasons import reasons_for
from legalcase.scheduling.proposals import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.deadlines.basis import Anchor
    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["Comparison", "compare"]


@define(kw_only=True, eq=False)
class Comparison:
    """What was found of the deadlines of a case, deadline by deadline.

    `rows` are what the law gives now.
    """

    case: Case
    law: Law
    rows: tuple[ScheduledDeadline, ...] = field(repr=False)
    moved: list[Moved] = field(factory=list)
    pinned: list[Pinned] = field(factory=list)
    void: list[Void] = field(factory=list)
    unchanged: list[str] = field(factory=list)
    _by_id: dict[str | None, ScheduledDeadline] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find rows by their deadlines."""
        self._by_id = {row.original_id: row for row in self.rows}

    @property
    def days(self) -> dict[str, date | None]:
        """The days of the deadlines that were found to move."""
        return {one.deadline_id: one.after.shown for one in self.moved}

    def compare_all(self, deadlines: Iterable[Deadline]) -> None:
        """Note what becomes of some deadlines: what follows others comes after them."""
        for deadline in sorted(deadlines, key=lambda one: rank_of(self.case, one)):
            compare(self, deadline)

    def row_of(self, deadline: Deadline) -> ScheduledDeadline | None:
        """Return what the law gives now for a deadline."""
        return self._by_id.get(deadline.deadline_id)

    def rivals(self, deadline: Deadline) -> tuple[ScheduledDeadline, ...]:
        """Return what the law gives from the same events, and others owe."""
        basis = deadline.basis
        rule = _rule(deadline)
        if not isinstance(basis, Computed) or not basis.anchors:
            return ()
        return tuple(
            row
            for row in self.rows
            if row.rule == rule
            and row.owed_by
            and set(row.owed_by).isdisjoint(deadline.terms.owed_by)
            and not set(row.anchors).isdisjoint(basis.anchors)
        )

    def pin(
        self, deadline: Deadline, reason: str, new: Computation | None = None
    ) -> None:
        """Note that a deadline is left, and the day it would have if another."""
        would_be = None if new is None else computed_dates(new).shown
        basis = deadline.basis
        if isinstance(basis, Computed) and would_be == basis.dates().shown:
            would_be = None
        self.pinned.append(
            Pinned(
                case_id=self.case.case_id,
                deadline_id=deadline.deadline_id,
                reason=reason,
                would_be=would_be,
            )
        )

    def diff(self, new: Proposals | None = None) -> Diff:
        """Return what was found, as a value."""
        return Diff(
            case_id=self.case.case_id,
            version=self.case.version,
            recorded_on=own_day(self.case.recorded_at),
            moved=tuple(self.moved),
            pinned=tuple(self.pinned),
            void=tuple(self.void),
            new=new or Proposals(),
            unchanged=tuple(self.unchanged),
        )

    def fell(self, deadline: Deadline, *because: str) -> None:
        """Note that a deadline has nothing left to run from, or nobody who owes it."""
        self.void.append(
            Void(
                case_id=self.case.case_id,
                deadline_id=deadline.deadline_id,
                because=because,
            )
        )


#: What is done with, by what the reason is called.
_DONE = {
    Outcome.MET: "met",
    Outcome.EXTENDED: "extended: the extension has a day of its own",
}


def compare(found: Comparison, deadline: Deadline) -> None:
    """Note what becomes of one deadline, by what the law gives for it now."""
    row = found.row_of(deadline)
    basis = deadline.basis
    if isinstance(basis, Ordered | Agreed):
        if deadline.is_open:
            reason = "ordered" if isinstance(basis, Ordered) else "agreed"
            found.pin(deadline, reason)
        return
    fallen = deadline.outcome is Outcome.VACATED and is_void_by_us(
        deadline.deadline_id, deadline.ended_by
    )
    if fallen:
        if (
            row is not None
            and row.computation is not None
            and not _lost(found, deadline, row)
        ):
            _move(found, deadline, row.computation, row.anchors, is_reopened=True)
        return
    if deadline.outcome not in LIVE:
        if deadline.outcome in _DONE:
            new = None if row is None else row.computation
            found.pin(deadline, _DONE[deadline.outcome], new)
        return
    lost = _lost(found, deadline, row)
    if lost:
        found.fell(deadline, *lost)
        return
    _live(found, deadline, row)


def _live(found: Comparison, deadline: Deadline, row: ScheduledDeadline | None) -> None:
    """Note what becomes of a deadline that is open, or was missed."""
    anchors: tuple[Anchor, ...] = ()
    new: Computation | None
    basis = deadline.basis
    if isinstance(basis, Computed):
        anchors = basis.anchors
    try:
        if row is not None:
            new, anchors = row.computation, row.anchors
        else:
            new = again(found.case, found.law, deadline, found.days)
    except LegalCaseError as error:
        found.pin(deadline, f"refused: {error}")
        return
    if isinstance(basis, Derived) and new is None:
        # In days of the calendar it moves by itself.
        found.unchanged.append(deadline.deadline_id)
    elif new is None:
        found.pin(deadline, _why_not(row))
    elif deadline.chosen is not None:
        found.pin(deadline, "a reading was chosen", new)
    elif deadline.stopped_by:
        found.pin(deadline, "its clock is stopped", new)
    elif _is_same(deadline, new) and (left := _left_court(found, deadline, row)):
        found.pin(deadline, left)
    elif _is_same(deadline, new):
        found.unchanged.append(deadline.deadline_id)
    else:
        _move(found, deadline, new, anchors)


def _left_court(
    found: Comparison, deadline: Deadline, row: ScheduledDeadline | None
) -> str | None:
    """Tell of what another court counted: whether it still runs, somebody must say."""
    basis, court = deadline.basis, found.case.court
    if row is not None or not isinstance(basis, Computed):
        return None
    before = basis.computation.inputs.court
    if basis.computation.inputs.deadline is None or None in {before, court}:
        return None
    if before == court:
        return None
    return f"counted for {before}, and the case is in {court} now: does it still run"


def _why_not(row: ScheduledDeadline | None) -> str:
    if row is None:
        return "nothing to count again: it was not computed from the docket"
    said = (*row.questions, *(one.text for one in row.findings))
    return "; ".join(said) or "nothing can be computed"


def _computation(deadline: Deadline) -> Computation | None:
    basis = deadline.basis
    return basis.computation if isinstance(basis, Computed | Derived) else None


def _is_same(deadline: Deadline, new: Computation) -> bool:
    """Tell whether it stays where it is; one whose stop was lifted is set anew."""
    old = _computation(deadline)
    if deadline.is_stopped or old is None:
        return False
    return same_dates(old, new)


def _move(
    found: Comparison,
    deadline: Deadline,
    new: Computation,
    anchors: tuple[Anchor, ...],
    *,
    is_reopened: bool = False,
) -> None:
    old = _computation(deadline)
    basis = deadline.basis
    made: Computed | Derived
    if isinstance(basis, Derived):
        made = evolve(basis, computation=new)
    else:
        authority = basis.authority if isinstance(basis, Computed) else None
        made = Computed(computation=new, anchors=anchors, authority=authority)
    because: tuple[str, ...] = ("it was computed anew",)
    if is_reopened:
        because = ("what it runs from stands again",)
    elif old is not None:
        because = reasons_for(old, new, found.law, deadline, anchors)
    found.moved.append(
        Moved(
            case_id=found.case.case_id,
            deadline_id=deadline.deadline_id,
            subject=new.subject,
            owed_by=deadline.terms.owed_by,
            before=found.case.dates(deadline.deadline_id),
            after=computed_dates(new),
            because=because,
            was_confirmed=deadline.review.state is not ReviewState.PROPOSED,
            is_reopened=is_reopened,
            basis=made,
        )
    )


def _lost(
    found: Comparison, deadline: Deadline, row: ScheduledDeadline | None
) -> tuple[str, ...]:
    """Return why there is nothing left to run from, or nobody who owes it."""
    said = []
    basis = deadline.basis
    anchors = basis.anchors if isinstance(basis, Computed) else ()
    gone = [one for one in anchors if is_gone(found.case, one.of)]
    if gone and (row is None or len(gone) == len(anchors)):
        said = [
            f"{one.trigger.replace('-', ' ')} ({called(str(one.of))}) stands no more"
            for one in gone
        ]
    rivals = (
        () if row is not None or not deadline.terms.owed_by else found.rivals(deadline)
    )
    if rivals:
        others = ", ".join(dict.fromkeys(row.who for row in rivals))
        said.append(f"{others} owes it, not {', '.join(deadline.terms.owed_by)}")
    if row is not None:
        said += [
            one.text.rstrip(".")
            for one in row.findings
            if one.code in {"replaced", "does-not-apply"}
        ]
    people = found.case.people.participants
    owed_by = [people.find(name) for name in deadline.terms.owed_by]
    if owed_by and all(one is not None and one.left_on is not None for one in owed_by):
        said.append(f"{', '.join(deadline.terms.owed_by)} takes no part any more")
    return tuple(said)


def _rule(deadline: Deadline) -> str | None:
    computation = _computation(deadline)
    return None if computation is None else computation.inputs.deadline
