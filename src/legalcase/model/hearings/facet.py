"""HEARINGS: the room of hearings and trials, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.facet import Facet, Row, Tracked
from legalcase.kernel.register import Register
from legalcase.model.docket.state import PUBLIC
from legalcase.model.hearings import handlers
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
)

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
        Row(HearingContinued, "hearing-continued", 1, handlers.changed, label=PUBLIC),
        Row(HearingHeld, "hearing-held", 1, handlers.changed, label=PUBLIC),
        Row(HearingVacated, "hearing-vacated", 1, handlers.changed, label=PUBLIC),
    ),
    corrected=handlers.corrected,
    tracks=(Tracked(handlers.HEARING, handlers.standing),),
)
