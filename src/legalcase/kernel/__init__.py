"""The kernel: how a log becomes a value; knows no law, no deadline and no case."""

from typing import TYPE_CHECKING

from legalcase.kernel.events.event import Event, FencedEvent, UnknownEvent
from legalcase.kernel.events.ids import uuid7
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.kernel.folding.folded import Folded, SetAside
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.lines.recorded import Draft, Recorded
from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Attempt, Facet, Heard, Onward, Row, Tracked
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.kernel.rooms.model import Model
from legalcase.near import no_such_name

__all__ = [
    "Attempt",
    "Corrected",
    "Draft",
    "Event",
    "Facet",
    "FencedEvent",
    "Folded",
    "Heard",
    "Label",
    "Lifecycle",
    "Model",
    "Move",
    "Onward",
    "Recorded",
    "Ref",
    "Register",
    "Retracted",
    "Row",
    "SetAside",
    "Terms",
    "Tracked",
    "UnknownEvent",
    "names",
    "refers",
    "uuid7",
    "word",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
