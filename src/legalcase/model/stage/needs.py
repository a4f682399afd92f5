"""What a move of a table needs, asked of a case; and what can follow in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.kernel.folding.folded import Folded
from legalcase.kernel.rooms.facet import Onward
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.people.facet import PEOPLE
from legalcase.model.stage.events import StageEntered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.stage.state import Stage
    from legalcase.model.stage.table import StageMove, StageNeed

__all__ = ["Had", "onward", "subjects_of"]

#: Who is meant where nobody is named: everybody.
_ALL: Final = ""
#: What the court says as to nobody by name, it says as to all.
_OF_THE_COURT: Final = ("order-entered", "judgment-entered")


def subjects_of(stage: Stage, of: tuple[str, ...], to: str) -> tuple[str, ...]:
    """Return who would enter a stage; ``""`` is the case as a whole.

    Of all, those who are still there, and stand elsewhere.
    """
    if of:
        return of
    tracked = tuple(party for party, _ in stage.places if party not in stage.gone)
    if not stage.table.each or not tracked:
        return ("",)
    return tuple(party for party in tracked if stage.of(party) != to)


@frozen(eq=False)
class Had:
    """What a case has that a table can need, looked for once: for whom, by sort, word.

    Made for one question: a docket of thousands is gone through once, and not for each
    party and each move.
    """

    case: Folded
    _found: dict[tuple[str, str], set[str]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Go through docket, hearings and people."""
        for entry in self.case[DOCKET]:
            if entry.stands:
                whom = {*entry.by, *entry.on, *entry.of}
                if entry.kind in _OF_THE_COURT and not entry.of:
                    whom.add(_ALL)
                self._note("entries", (entry.kind,), whom)
                self._note("triggers", entry.triggers, whom)
        for hearing in self.case[HEARINGS]:
            if hearing.state == "held" and hearing.kind is not None:
                self._note("hearings", (hearing.kind,), set(hearing.of) or {_ALL})
        for one in self.case[PEOPLE].participants:
            if one.left_on is None:
                self._note("roles", one.roles, {one.party_id})

    def _note(self, sort: str, words: Iterable[str], whom: set[str]) -> None:
        for word in words:
            self._found.setdefault((sort, word), set()).update(whom)

    def lacks(self, move: StageMove, party: str) -> tuple[str, ...]:
        """Return what is not there of what a move needs; ``""`` asks as a whole."""
        return tuple(str(need) for need in move.needs if not self._meets(need, party))

    def _meets(self, need: StageNeed, party: str) -> bool:
        if need.standings:
            return str(self.case[CASELOAD].status_of(party or None)) in need.standings
        for sort in ("triggers", "entries", "hearings", "roles"):
            for word in getattr(need, sort):
                whom = self._found.get((sort, word))
                if whom is None:
                    continue
                if not need.is_own or not party or {party, _ALL} & whom:
                    return True
        return False


def onward(stage: Stage | None, _: Attempt, case: Folded) -> Iterator[Onward]:
    """Return what can follow by the table, for the case or for each of its parties."""
    if stage is None:
        return
    had = Had(case)
    here = [(p, place) for p, place in stage.places if p not in stage.gone]
    if not stage.table.each or not here:
        here = [("", stage.whole), *here]
    for party, place in here:
        for move in stage.table.moves_from(place):
            yield Onward(
                noun="stage",
                subject=party,
                event=StageEntered,
                leaves=place,
                reaches=move.reaches,
                when=move.when or "",
                missing=had.lacks(move, party),
            )
