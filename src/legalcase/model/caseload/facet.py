"""CASELOAD: the room of where a case stands with its court, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.caseload import handlers, standing
from legalcase.model.caseload import handlers_bench as bench
from legalcase.model.caseload.events import (
    AppealTaken,
    CaptionChanged,
    CaseClosed,
    CaseDisposed,
    CaseLinked,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CasesConsolidated,
    CaseSevered,
    CaseStayed,
    CaseTransferred,
    CaseUnlinked,
    CourtAssigned,
    JudgeAssigned,
    JudgeRelieved,
    NumberAssigned,
)
from legalcase.model.caseload.state import Caseload
from legalcase.model.docket.events import Filed
from legalcase.model.docket.state import PUBLIC

__all__ = ["CASELOAD"]

CASELOAD: Final[Facet[Caseload]] = Facet(
    name="caseload",
    first=Caseload(),
    rows=(
        Row(CaseOpened, "case-opened", 1, handlers.opened, label=PUBLIC),
        Row(CourtAssigned, "court-assigned", 1, handlers.court_assigned, label=PUBLIC),
        Row(NumberAssigned, "number-assigned", 1, handlers.numbered, label=PUBLIC),
        Row(
            CaptionChanged, "caption-changed", 1, handlers.caption_changed, label=PUBLIC
        ),
        Row(JudgeAssigned, "judge-assigned", 1, bench.judge_assigned, label=PUBLIC),
        Row(JudgeRelieved, "judge-relieved", 1, bench.judge_relieved, label=PUBLIC),
        Row(
            CaseStayed,
            "case-stayed",
            1,
            handlers.stayed,
            label=PUBLIC,
            missing=standing.missing_to_stay,
        ),
        Row(CaseReactivated, "case-reactivated", 1, handlers.reactivated, label=PUBLIC),
        Row(CaseDisposed, "case-disposed", 1, handlers.moved, label=PUBLIC),
        Row(CaseReopened, "case-reopened", 1, handlers.moved, label=PUBLIC),
        Row(CaseClosed, "case-closed", 1, handlers.moved),
        Row(CaseTransferred, "case-transferred", 1, handlers.transferred, label=PUBLIC),
        Row(
            CasesConsolidated,
            "cases-consolidated",
            1,
            handlers.consolidated,
            label=PUBLIC,
        ),
        Row(CaseSevered, "case-severed", 1, handlers.severed, label=PUBLIC),
        Row(CaseLinked, "case-linked", 1, handlers.linked, label=PUBLIC),
        Row(CaseUnlinked, "case-unlinked", 1, handlers.unlinked, label=PUBLIC),
        Row(AppealTaken, "appeal-taken", 1, handlers.appealed, label=PUBLIC),
    ),
    hears=(Heard(Filed, handlers.filed),),
    tracks=(
        Tracked(handlers.CASE, standing.standing),
        Tracked(handlers.STAY, standing.staying),
    ),
)
