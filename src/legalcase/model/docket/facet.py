"""DOCKET: the room of the court's file, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.model.docket import handlers
from legalcase.model.docket.events import (
    EntrySealed,
    EntryStruck,
    EntryUnsealed,
    Filed,
    JudgmentEntered,
    OrderEntered,
    OrderVacated,
    ProofOfServiceFiled,
    Served,
    ServiceQuashed,
)
from legalcase.model.docket.state import PUBLIC, DocketEntry

__all__ = ["DOCKET"]

DOCKET: Final[Facet[Register[DocketEntry]]] = Facet(
    name="docket",
    first=Register(
        "docket entry", "An entry has the id of the event by which it was entered."
    ),
    rows=(
        Row(Filed, "filed", 1, handlers.entered, label=PUBLIC),
        Row(Served, "served", 1, handlers.entered, label=PUBLIC),
        Row(OrderEntered, "order-entered", 1, handlers.entered, label=PUBLIC),
        Row(JudgmentEntered, "judgment-entered", 1, handlers.entered, label=PUBLIC),
        Row(
            ProofOfServiceFiled,
            "proof-of-service-filed",
            1,
            handlers.proved,
            label=PUBLIC,
        ),
        Row(ServiceQuashed, "service-quashed", 1, handlers.quashed, label=PUBLIC),
        Row(EntryStruck, "entry-struck", 1, handlers.struck, label=PUBLIC),
        Row(OrderVacated, "order-vacated", 1, handlers.vacated, label=PUBLIC),
        Row(EntrySealed, "entry-sealed", 1, handlers.sealed, handlers.check_sealed),
        Row(EntryUnsealed, "entry-unsealed", 1, handlers.unsealed),
    ),
)
