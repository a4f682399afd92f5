"""The lifecycles of a deadline, one for each axis that events move."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.caseload.events import CaseDisposed, CaseReopened
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
)
from legalcase.model.docket.events import EntryStruck

__all__ = ["CLOCK", "OUTCOME", "REVIEW"]

#: What can become of a deadline. The disposition of the case vacates what does not
#: outlive it, and whoever reopens the case opens those again; a filing that is struck
#: has met nothing.
OUTCOME: Final = Lifecycle(
    noun="deadline",
    first="open",
    moves=(
        Move(DeadlineMet, ("open", "missed"), "met"),
        Move(DeadlineMissed, ("open",), "missed"),
        Move(DeadlineExtended, ("open", "missed"), "extended"),
        Move(DeadlineVacated, ("open", "missed"), "vacated"),
        Move(DeadlineWaived, ("open", "missed"), "waived"),
        Move(DeadlineMooted, ("open", "missed"), "moot"),
        Move(DeadlineReopened, ("met", "missed", "vacated", "waived", "moot"), "open"),
        Move(DeadlineRecomputed, ("missed",), "missed"),
        Move(
            DeadlineRecomputed,
            ("missed",),
            "open",
            when="to a day that is still to come",
        ),
        Move(CaseDisposed, ("open",), "vacated"),
        Move(CaseReopened, ("vacated",), "open"),
        Move(EntryStruck, ("met",), "open"),
    ),
)

#: Whether somebody of ours stands by it.
REVIEW: Final = Lifecycle(
    noun="review of deadline",
    first="proposed",
    moves=(
        Move(DeadlineConfirmed, ("proposed", "confirmed", "needs-review"), "confirmed"),
        Move(
            DeadlineQuestioned,
            ("proposed", "confirmed", "needs-review"),
            "needs-review",
        ),
        Move(DeadlineRecomputed, ("proposed",), "proposed"),
        Move(DeadlineRecomputed, ("confirmed", "needs-review"), "needs-review"),
    ),
)

#: Whether time runs. When it runs again, the date has to be computed anew.
CLOCK: Final = Lifecycle(
    noun="clock of deadline",
    first="running",
    moves=(
        Move(DeadlineStayed, ("running", "stopped", "resumed"), "stopped"),
        Move(DeadlineResumed, ("stopped",), "resumed"),
        Move(DeadlineRecomputed, ("resumed",), "running"),
    ),
)
