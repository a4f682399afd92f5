"""What a move of a table needs, asked of a case; and what can follow in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.facet import Onward
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.docket.facet import DOCKET
from legalcase.model.people.facet import PEOPLE
from legalcase.model.stage.events import StageEntered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.facet import Attempt
    from legalcase.kernel.folded import Folded
    from legalcase.model.docket.state import DocketEntry
    from legalcase.model.stage.state import Stage
    from legalcase.model.stage.table import StageMove, StageNeed

__all__ = ["lacking", "onward", "subjects_of"]


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


def lacking(move: StageMove, party: str, case: Folded) -> tuple[str, ...]:
    """Return what a case has not, of what a move needs, for a party or as a whole."""
    return tuple(str(need) for need in move.needs if not _is_met(need, party, case))


def _is_met(need: StageNeed, party: str, case: Folded) -> bool:
    if need.standings:
        return str(case[CASELOAD].status_of(party or None)) in need.standings
    if need.roles:
        return any(
            set(need.roles) & set(one.roles) and one.left_on is None
            for one in case[PEOPLE].participants
        )
    return any(_counts(entry, need, party) for entry in case[DOCKET] if entry.stands)


def _counts(entry: DocketEntry, need: StageNeed, party: str) -> bool:
    if need.entries and entry.kind not in need.entries:
        return False
    if need.triggers and not set(need.triggers) & set(entry.triggers):
        return False
    if not need.is_own or not party:
        return True
    # An order or a judgment that names nobody is as to all.
    concerned = (*entry.by, *entry.on, *entry.of)
    is_of_all = entry.kind in ("order-entered", "judgment-entered") and not entry.of
    return is_of_all or party in concerned


def onward(stage: Stage | None, _: Attempt, case: Folded) -> Iterator[Onward]:
    """Return what can follow by the table, for the case or for each of its parties."""
    if stage is None:
        return
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
                missing=lacking(move, party, case),
            )
