"""HEARINGS: the room of hearings and trials, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.events.label import PUBLIC
from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.hearings import handlers
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
from legalcase.model.hearings.state import FOR_PARTIES, OURS

if TYPE_CHECKING:
    from legalcase.model.hearings.state import Hearing

__all__ = ["HEARINGS"]

HEARINGS: Final[Facet[Register[Hearing]]] = Facet(
    name="hearings",
    first=Register(
        "hearing", "The case knows a hearing from its setting: record that first."
    ),
    rows=(
        Row(HearingSet, "hearing-set", 1, handlers.set_, label=PUBLIC),
        Row(HearingContinued, "hearing-continued", 1, handlers.continued, label=PUBLIC),
        Row(
            HearingPlaceChanged,
            "hearing-place-changed",
            1,
            handlers.moved,
            label=FOR_PARTIES,
        ),
        Row(HearingHeld, "hearing-held", 1, handlers.held, label=PUBLIC),
        Row(
            HearingNotAttended,
            "hearing-not-attended",
            1,
            handlers.not_attended,
            label=PUBLIC,
        ),
        Row(HearingVacated, "hearing-vacated", 1, handlers.vacated, label=PUBLIC),
        Row(
            HearingNeedStated,
            "hearing-need-stated",
            1,
            handlers.need_stated,
            label=OURS,
        ),
        Row(
            HearingNeedMet,
            "hearing-need-met",
            1,
            handlers.need_changed,
            label=OURS,
            missing=handlers.to_meet,
        ),
        Row(
            HearingNeedFailed,
            "hearing-need-failed",
            1,
            handlers.need_changed,
            label=OURS,
        ),
        Row(
            HearingNeedDropped,
            "hearing-need-dropped",
            1,
            handlers.need_changed,
            label=OURS,
        ),
    ),
    corrected=handlers.corrected,
    tracks=(
        Tracked(handlers.HEARING, handlers.standing),
        Tracked(handlers.NEED, handlers.needing),
    ),
)
