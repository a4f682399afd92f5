"""CLOCKS: the room of statutory clocks, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Heard, Row, Tracked
from legalcase.model.clocks import handlers
from legalcase.model.clocks.events import (
    ClockEnded,
    ClockLengthened,
    ClockSevered,
    ClocksJoined,
    ClockStarted,
    ClockWaived,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
)
from legalcase.model.clocks.missing import to_sever
from legalcase.model.clocks.state import OURS, Clocks
from legalcase.model.docket.events import EntryStruck, OrderVacated

__all__ = ["CLOCKS"]

CLOCKS: Final[Facet[Clocks]] = Facet(
    name="clocks",
    first=Clocks(),
    rows=(
        Row(
            ClockStarted,
            "clock-started",
            1,
            handlers.started,
            handlers.check_started,
            label=OURS,
        ),
        Row(ExclusionRecorded, "exclusion-recorded", 1, handlers.excluded, label=OURS),
        Row(ExclusionEnded, "exclusion-ended", 1, handlers.exclusion_moved, label=OURS),
        Row(
            ExclusionSetAside,
            "exclusion-set-aside",
            1,
            handlers.exclusion_moved,
            label=OURS,
        ),
        Row(ClocksJoined, "clocks-joined", 1, handlers.joined, label=OURS),
        Row(
            ClockSevered,
            "clock-severed",
            1,
            handlers.severed,
            label=OURS,
            missing=to_sever,
        ),
        Row(ClockLengthened, "clock-lengthened", 1, handlers.lengthened, label=OURS),
        Row(ClockWaived, "clock-waived", 1, handlers.waived, label=OURS),
        Row(ClockEnded, "clock-ended", 1, handlers.ended, label=OURS),
    ),
    hears=(Heard(EntryStruck, handlers.fell), Heard(OrderVacated, handlers.fell)),
    corrected=handlers.corrected,
    tracks=(
        Tracked(handlers.RUN, handlers.standing_of_clocks),
        Tracked(handlers.EXCLUSION, handlers.standing_of_exclusions),
    ),
)
