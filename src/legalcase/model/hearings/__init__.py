"""Hearings: hearings and trials, with every setting that they had."""

from legalcase.model.hearings.certainty import (
    trial_settings,
)
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingNeedDropped,
    HearingNeedFailed,
    HearingNeedMet,
    HearingNeedStated,
    HearingNotAttended,
    HearingPlaceChanged,
    HearingSet,
    HearingVacated,
)
from legalcase.model.hearings.facet import (
    HEARINGS,
)
from legalcase.model.hearings.needs import (
    unmet,
)
from legalcase.model.hearings.state import (
    Continuance,
    Hearing,
    HearingNeed,
    HearingState,
    NeedMet,
    NeedState,
    Setting,
)

__all__ = [
    "HEARINGS",
    "Continuance",
    "Hearing",
    "HearingContinued",
    "HearingHeld",
    "HearingNeed",
    "HearingNeedDropped",
    "HearingNeedFailed",
    "HearingNeedMet",
    "HearingNeedStated",
    "HearingNotAttended",
    "HearingPlaceChanged",
    "HearingSet",
    "HearingState",
    "HearingVacated",
    "NeedMet",
    "NeedState",
    "Setting",
    "trial_settings",
    "unmet",
]
