"""The protocols that back ends implement: stores of cases and of bytes, a clock."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.ports.blobs import Blobs
from legalcase.ports.clock import Clock
from legalcase.ports.queries import CaseQuery, Condition, DueQuery, LineQuery
from legalcase.ports.rows import (
    CaseRow,
    Change,
    DueRow,
    Fault,
    Head,
    LineRow,
    Page,
)
from legalcase.ports.stores import CaseStore, Reader, UnitOfWork

__all__ = [
    "Blobs",
    "CaseQuery",
    "CaseRow",
    "CaseStore",
    "Change",
    "Clock",
    "Condition",
    "DueQuery",
    "DueRow",
    "Fault",
    "Head",
    "LineQuery",
    "LineRow",
    "Page",
    "Reader",
    "UnitOfWork",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
