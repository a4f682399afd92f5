"""STAGE: the room of how far the proceedings are, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.caseload.events import CaseDisposed, CaseReopened
from legalcase.model.people.events import PartyJoined, PartyLeft, RoleTaken
from legalcase.model.stage import handlers, needs
from legalcase.model.stage.events import StageEntered, StageTableAdopted
from legalcase.model.stage.state import OURS, Stage

__all__ = ["STAGE"]

STAGE: Final[Facet[Stage | None]] = Facet(
    name="stage",
    first=None,
    rows=(
        Row(StageTableAdopted, "stage-table-adopted", 1, handlers.adopted, label=OURS),
        Row(
            StageEntered,
            "stage-entered",
            1,
            handlers.entered,
            check=handlers.checked,
            label=OURS,
        ),
    ),
    hears=(
        Heard(PartyJoined, handlers.joined),
        Heard(RoleTaken, handlers.joined),
        Heard(PartyLeft, handlers.left),
        Heard(CaseDisposed, handlers.disposed),
        Heard(CaseReopened, handlers.reopened),
    ),
    tracks=(Tracked(handlers.TABLE_CYCLE, handlers.standing),),
    onward=needs.onward,
)
