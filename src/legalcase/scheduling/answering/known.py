"""KnownDeadlines: which deadline of the case is which that the law gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.dates import own_day
from legalcase.model.case import Case
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.state import Deadline, Outcome
from legalcase.model.proposals.state import Declined

if TYPE_CHECKING:
    from legalcase.model.deadlines.basis import Anchor
    from legalcase.scheduling.finding.groups import Group
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["KnownDeadlines", "known_in"]

#: What can still become another: the rest is done with, and stays.
LIVE = frozenset({Outcome.OPEN, Outcome.MISSED})


@frozen(kw_only=True, eq=False)
class KnownDeadlines:
    """The computed deadlines of a case, and what was declined.

    `rules` are those that computed one. `by_anchor` finds them by rule, trigger and
    what it was here, `bare` has those of a rule that name no anchors, `owing` are all
    who owe one.
    """

    case: Case
    rules: frozenset[str]
    by_anchor: dict[tuple[str, str, str], list[Deadline]]
    bare: dict[str, list[Deadline]]
    owing: tuple[str, ...]
    declined: dict[str, tuple[Declined, ...]]

    def find(
        self,
        rule: str,
        group: Group,
        owed_by: tuple[str, ...],
        which: tuple[str, ...] = (),
    ) -> Deadline | None:
        """Return the deadline that runs from the same events, and is of the same.

        Where nobody knows who owes it, it is that of one of those of `which`.

        One that names no party, or no anchors, is the one that it can be: set by
        somebody who did not say. Of several the one that is open goes first.
        """
        found = list(self.bare.get(rule, ()))
        for word, one_of in group.anchors.items():
            found += self.by_anchor.get((rule, word, one_of.key), ())
        for word, several in group.open.items():
            for other in several:
                if other is not None:
                    found += self.by_anchor.get((rule, word, other.key), ())
        if len(found) == 1:
            return found[0] if _nearness(found[0], group, owed_by, which) else None
        best: tuple[int, bool, int] = (0, False, 0)
        nearest = None
        for one in found:
            near = _nearness(one, group, owed_by, which)
            if not near:
                continue
            rank = (near, one.outcome in LIVE, -one.revision)
            if rank > best:
                best, nearest = rank, one
        return nearest

    def has(self, rule: str) -> bool:
        """Tell whether the case has a deadline of a rule."""
        return rule in self.rules

    def runs_from(self, rule: str, head: Happening) -> bool:
        """Tell whether the case has a deadline of a rule that can run from an event."""
        return rule in self.bare or (rule, head.word, head.key) in self.by_anchor

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
        following = deadline.extended_by
        if following is None:
            return deadline
        seen = {deadline.deadline_id}
        while following is not None and following not in seen:
            seen.add(following)
            deadline = self.case.deadlines[following]
            following = deadline.extended_by
        return deadline


def known_in(case: Case) -> KnownDeadlines:
    """Return the deadlines of a case that a rule computed, by rule."""
    by_anchor: dict[tuple[str, str, str], list[Deadline]] = {}
    bare: dict[str, list[Deadline]] = {}
    owing: dict[str, None] = {}
    rules: set[str] = set()
    for one in case.deadlines:
        terms = one.terms
        basis = terms.basis
        if not isinstance(basis, Computed):
            continue
        rule = basis.computation.inputs.deadline
        if rule is None:
            continue
        rules.add(rule)
        for name in terms.owed_by:
            owing[name] = None
        for anchor in basis.anchors:
            of = anchor.of
            key = (rule, anchor.trigger, f"{of.noun}:{of.id}")
            by_anchor.setdefault(key, []).append(one)
        if not basis.anchors:
            bare.setdefault(rule, []).append(one)
    declined: dict[str, list[Declined]] = {}
    for no in case.proposals:
        declined.setdefault(no.rule, []).append(no)
    return KnownDeadlines(
        case=case,
        rules=frozenset(rules),
        by_anchor=by_anchor,
        bare=bare,
        owing=tuple(owing),
        declined={rule: tuple(nos) for rule, nos in declined.items()},
    )


def _nearness(
    one: Deadline, group: Group, owed_by: tuple[str, ...], which: tuple[str, ...]
) -> int:
    """Return how well a deadline fits: 0 is not at all."""
    basis = one.basis
    if not isinstance(basis, Computed):
        return 0
    said = one.terms.owed_by
    if said and said != owed_by:
        # Several can be said to owe together what the law has each owe by itself.
        is_theirs = set(owed_by) <= set(said) if owed_by else set(said) <= set(which)
        if not is_theirs:
            return 0
    if basis.anchors:
        head = group.head
        is_head = False
        for anchor in basis.anchors:
            if anchor.trigger == head.word:
                # Another event of the same sort starts another deadline, whatever else
                # is one.
                if not head.is_of(anchor.of):
                    return 0
                is_head = True
                head.is_known_as(anchor)
        return 4 + 2 * is_head + bool(said)
    inputs = basis.computation.inputs
    counted = dict(inputs.triggers).get(group.head.word, inputs.trigger)
    day = None if counted is None else own_day(counted)
    return 1 + bool(said) if day is not None and day == group.head.day else 0


def _shares(anchors: tuple[Anchor, ...], group: Group) -> bool:
    """Tell whether some anchors are among the events of a group, and start it too.

    The response to a second amended pleading runs from the same summons as that to the
    first: who declined the one has not declined the other.
    """
    head = group.head
    if any(one.trigger == head.word and not head.is_of(one.of) for one in anchors):
        return False
    pairs = set(group.pairs())
    return any((anchor.trigger, str(anchor.of)) in pairs for anchor in anchors)
