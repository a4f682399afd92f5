"""Clocks: statutory clocks of a case, and the time that is excluded from them."""

from legalcase.model.clocks.events import (
    ClockEnded,
    ClockEvent,
    ClockLengthened,
    ClockSevered,
    ClocksJoined,
    ClockStarted,
    ClockWaived,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
)
from legalcase.model.clocks.facet import (
    CLOCKS,
)
from legalcase.model.clocks.state import (
    CaseClock,
    Clocks,
    ExcludedTime,
    Joinder,
)

__all__ = [
    "CLOCKS",
    "CaseClock",
    "ClockEnded",
    "ClockEvent",
    "ClockLengthened",
    "ClockSevered",
    "ClockStarted",
    "ClockWaived",
    "Clocks",
    "ClocksJoined",
    "ExcludedTime",
    "ExclusionEnded",
    "ExclusionRecorded",
    "ExclusionSetAside",
    "Joinder",
]
