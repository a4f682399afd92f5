"""CHARGES: the room of the charges against defendants, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.kernel.events.label import PUBLIC
from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.model.charges import handlers
from legalcase.model.charges.events import (
    Charged,
    ChargeDisposed,
    ChargesRevived,
    ChargesSuperseded,
    PleaEntered,
    PleaWithdrawn,
    SentenceImposed,
    VerdictReturned,
)

if TYPE_CHECKING:
    from legalcase.model.charges.state import Charge

__all__ = ["CHARGES"]

CHARGES: Final[Facet[Register[Charge]]] = Facet(
    name="charges",
    first=Register(
        "charge", "The case knows a charge from the event Charged: record that first."
    ),
    rows=(
        Row(Charged, "charged", 1, handlers.charged, label=PUBLIC),
        Row(
            PleaEntered,
            "plea-entered",
            1,
            handlers.pleaded,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            PleaWithdrawn,
            "plea-withdrawn",
            1,
            handlers.withdrawn,
            handlers.check_day,
            label=PUBLIC,
            missing=handlers.plea_missing,
        ),
        Row(
            VerdictReturned,
            "verdict-returned",
            1,
            handlers.verdict,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            SentenceImposed,
            "sentence-imposed",
            1,
            handlers.sentenced,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            ChargeDisposed,
            "charge-disposed",
            1,
            handlers.disposed,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            ChargesSuperseded,
            "charges-superseded",
            1,
            handlers.superseded,
            handlers.check_day,
            label=PUBLIC,
        ),
        Row(
            ChargesRevived,
            "charges-revived",
            1,
            handlers.revived,
            handlers.check_day,
            label=PUBLIC,
        ),
    ),
    tracks=(Tracked(handlers.CHARGE, handlers.standing),),
)
