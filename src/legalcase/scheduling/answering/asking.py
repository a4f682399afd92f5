"""Asking: what a schedule was asked, with all of the case that it looks at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import define, field

from legalcase.dates import DateRange
from legalcase.model.caseload.state import Caseload, CaseStatus
from legalcase.model.facts.state import answers_for
from legalcase.scheduling.finding.adverse import parties
from legalcase.scheduling.finding.sides import Around, Owed, obligors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.kept import Kept
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.caseload.state import Stay
    from legalcase.scheduling.answering.known import KnownDeadlines
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["Asking", "stopped", "wanted_of"]

_OVER = (CaseStatus.DISPOSED, CaseStatus.CLOSED)


@define(kw_only=True, eq=False)
class Asking:
    """One question to a law: what is due in a case, for whom, as of which day.

    `court` is that of the case where the law has it, else ``None``; `jurisdiction` is
    then the one whose deadlines are looked at. `forum` is the state whose holidays
    count, where the court does not bring it. `kept` are the answers of the law that
    are kept where the same is asked of several cases.
    """

    case: Case
    law: Law
    court: str | None
    jurisdiction: str | None
    forum: str | None
    wanted: tuple[str, ...]
    on: date | None
    facts: Mapping[str, str]
    happened: Happenings
    known: KnownDeadlines
    kept: Kept[object, Computation] | None = None
    case_id: str = field(init=False)
    version: int = field(init=False)
    caseload: Caseload = field(init=False)
    _ours: frozenset[str] = field(init=False)
    # What concerns the same parties is found once: many deadlines are of few.
    _parties: tuple[str, ...] | None = field(default=None, init=False)
    _around: Around | None = field(default=None, init=False)
    _facts: dict[tuple[str, ...], dict[str, str]] = field(factory=dict, init=False)
    _left: dict[tuple[str, ...], bool] = field(factory=dict, init=False)
    _over: dict[tuple[str, ...], bool] = field(factory=dict, init=False)
    _owed: dict[tuple[int, str, str], tuple[Owed, ...]] = field(
        factory=dict, init=False
    )

    def __attrs_post_init__(self) -> None:
        """Take out what of the case is asked of every deadline."""
        self.case_id = self.case.case_id
        self.version = self.case.version
        self.caseload = self.case.caseload
        self._ours = frozenset(self.wanted)

    @property
    def state(self) -> str | None:
        """The state in whose court the case is, where its holidays are entered."""
        place = self.jurisdiction
        if place is None or place not in self.law.jurisdictions():
            return None
        head = self.law.jurisdiction(place) or {}
        return place if "legal_holidays" in head else None

    @property
    def parties(self) -> tuple[str, ...]:
        """Those for whom it was asked, and all who owe a deadline of the case."""
        found = self._parties
        if found is None:
            found = tuple(dict.fromkeys((*self.wanted, *self.known.owing)))
            self._parties = found
        return found

    @property
    def proceeding(self) -> str | None:
        """In which proceeding the case is, if it says so."""
        return self.caseload.proceeding

    def owed(self, card: Card, head: Happening) -> tuple[Owed, ...]:
        """Return who owes what an event starts: asked once for rules of one sort."""
        key = (card.sort, head.word, head.key)
        found = self._owed.get(key)
        if found is None:
            around = self._around
            if around is None or around.card is not card:
                around = Around(self.case, self.law, card, self.happened, self.parties)
                self._around = around
            found = self._owed[key] = obligors(card.rule.owed_by, head, around)
        return found

    def facts_for(self, owed_by: tuple[str, ...]) -> dict[str, str]:
        """Return the answers to facts that hold for what some parties owe."""
        found = self._facts.get(owed_by)
        if found is None:
            found = {**answers_for(self.case.facts, owed_by), **self.facts}
            self._facts[owed_by] = found
        return found

    def stays(self, owed_by: tuple[str, ...]) -> tuple[Stay, ...]:
        """Return the stays that concern all who owe something, lifted ones too."""
        stays = self.caseload.stays
        if not stays:
            return ()
        return tuple(
            stay
            for stay in stays
            if not stay.of or (owed_by and set(owed_by) <= set(stay.of))
        )

    def has_left(self, owed_by: tuple[str, ...]) -> bool:
        """Tell whether nobody is left in the case of those who owe something."""
        has_left = self._left.get(owed_by)
        if has_left is None:
            people = self.case.people.participants
            found = [people.find(name) for name in owed_by]
            has_left = self._left[owed_by] = bool(found) and all(
                one is not None and one.left_on is not None for one in found
            )
        return has_left

    def is_disposed(self, owed_by: tuple[str, ...]) -> bool:
        """Tell whether the case is over as to all who owe something."""
        is_over = self._over.get(owed_by)
        if is_over is None:
            caseload = self.caseload
            is_over = self._over[owed_by] = all(
                caseload.status_of(name) in _OVER for name in owed_by or (None,)
            )
        return is_over

    def is_ours(self, owed_by: tuple[str, ...]) -> bool:
        """Tell whether one of those for whom it was asked owes something."""
        return not self._ours.isdisjoint(owed_by)


def wanted_of(case: Case, law: Law, for_: Any) -> tuple[str, ...]:  # noqa: ANN401 - ids or people
    """Return the ids of those for whom it is asked: our clients, else every party."""
    if for_ is not None:
        given = (for_,) if isinstance(for_, str) else tuple(for_)
        ids = tuple(getattr(one, "party_id", one) for one in given)
        for name in ids:
            case.people.participants[name]  # raises for one that is not in the case
        return ids
    clients = tuple(one.party_id for one in case.people.clients if one.left_on is None)
    return clients or parties(case, law)


def stopped(stays: tuple[Stay, ...]) -> tuple[DateRange, ...]:
    """Return the days through which time did not run because of stays that ended."""
    return tuple(
        DateRange.through(stay.from_on, stay.lifted_on - timedelta(days=1))
        for stay in stays
        if stay.lifted_on is not None and stay.lifted_on > stay.from_on
    )
