"""KnownDeadlines: which deadline of the case is which that the law gives."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.model.case import Case
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.state import Deadline, Outcome
from legalcase.model.proposals.state import Declined

if TYPE_CHECKING:
    from legalcase.model.deadlines.basis import Anchor
    from legalcase.scheduling.finding.groups import Group

__all__ = ["KnownDeadlines", "known_in"]

#: What can still become another: the rest is done with, and stays.
LIVE = frozenset({Outcome.OPEN, Outcome.MISSED})


@frozen(kw_only=True, eq=False)
class KnownDeadlines:
    """The computed deadlines of a case, and what was declined, by rule."""

    case: Case
    by_rule: dict[str, tuple[Deadline, ...]]
    declined: dict[str, tuple[Declined, ...]]

    def find(
        self, rule: str, group: Group, owed_by: tuple[str, ...]
    ) -> Deadline | None:
        """Return the deadline that runs from the same events, and is of the same.

        One that names no party, or no anchors, is the one that it can be: set by
        somebody who did not say. Of several the one that is open goes first.
        """
        found = self.by_rule.get(rule)
        if not found:
            return None
        near = [
            (_nearness(one, group, owed_by), one.outcome in LIVE, -place, one)
            for place, one in enumerate(found)
        ]
        best = max(near, key=lambda row: row[:3])
        return best[3] if best[0] else None

    def is_declined(
        self, rule: str, group: Group, owed_by: tuple[str, ...]
    ) -> Declined | None:
        """Return what says that it is not to be set, if somebody said so."""
        for one in self.declined.get(rule, ()):
            same = not one.owed_by or set(one.owed_by) == set(owed_by)
            if same and _shares(one.anchors, group):
                return one
        return None

    def last(self, deadline: Deadline) -> Deadline:
        """Return the last extension of a deadline, or itself."""
        seen = {deadline.deadline_id}
        while deadline.extended_by is not None and deadline.extended_by not in seen:
            seen.add(deadline.extended_by)
            deadline = self.case.deadlines[deadline.extended_by]
        return deadline


def known_in(case: Case) -> KnownDeadlines:
    """Return the deadlines of a case that a rule computed, by rule."""
    by_rule: dict[str, list[Deadline]] = {}
    for one in case.deadlines:
        if isinstance(one.basis, Computed):
            rule = one.basis.computation.inputs.deadline
            if rule is not None:
                by_rule.setdefault(rule, []).append(one)
    declined: dict[str, list[Declined]] = {}
    for no in case.proposals:
        declined.setdefault(no.rule, []).append(no)
    return KnownDeadlines(
        case=case,
        by_rule={rule: tuple(found) for rule, found in by_rule.items()},
        declined={rule: tuple(nos) for rule, nos in declined.items()},
    )


def _nearness(one: Deadline, group: Group, owed_by: tuple[str, ...]) -> int:
    """Return how well a deadline fits: 0 is not at all."""
    basis = one.basis
    if not isinstance(basis, Computed):
        return 0
    said = one.terms.owed_by
    if said and set(said) != set(owed_by):
        return 0
    if basis.anchors:
        if not _shares(basis.anchors, group):
            return 0
        is_head = any(
            (a.trigger, str(a.of)) == (group.head.word, group.head.key)
            for a in basis.anchors
        )
        return 4 + 2 * is_head + bool(said)
    inputs = basis.computation.inputs
    counted = dict(inputs.triggers).get(group.head.word, inputs.trigger)
    day = counted.date() if isinstance(counted, datetime) else counted
    return 1 + bool(said) if day is not None and day == group.head.day else 0


def _shares(anchors: tuple[Anchor, ...], group: Group) -> bool:
    """Tell whether some anchors are among the events of a group."""
    pairs = {(word, one.key) for word, one in group.anchors.items()}
    pairs |= {
        (word, one.key)
        for word, several in group.open.items()
        for one in several
        if one is not None
    }
    return any((anchor.trigger, str(anchor.of)) in pairs for anchor in anchors)
