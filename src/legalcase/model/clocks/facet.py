"""CLOCKS: the room of statutory clocks, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.facet import Facet, Heard, Row, Tracked
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
from legalcase.model.clocks.state import Clocks
from legalcase.model.docket.events import EntryStruck, OrderVacated

__all__ = ["CLOCKS"]

CLOCKS: Final[Facet[Clocks]] = Facet(
    name="clocks",
    first=Clocks(),
    rows=(
        Row(ClockStarted, "clock-started", 1, handlers.started, handlers.check_started),
        Row(ExclusionRecorded, "exclusion-recorded", 1, handlers.excluded),
        Row(ExclusionEnded, "exclusion-ended", 1, handlers.exclusion_moved),
        Row(ExclusionSetAside, "exclusion-set-aside", 1, handlers.exclusion_moved),
        Row(ClocksJoined, "clocks-joined", 1, handlers.joined),
        Row(ClockSevered, "clock-severed", 1, handlers.severed, missing=to_sever),
        Row(ClockLengthened, "clock-lengthened", 1, handlers.lengthened),
        Row(ClockWaived, "clock-waived", 1, handlers.waived),
        Row(ClockEnded, "clock-ended", 1, handlers.ended),
    ),
    hears=(Heard(EntryStruck, handlers.fell), Heard(OrderVacated, handlers.fell)),
    corrected=handlers.corrected,
    tracks=(
        Tracked(handlers.RUN, handlers.standing_of_clocks),
        Tracked(handlers.EXCLUSION, handlers.standing_of_exclusions),
    ),
)
