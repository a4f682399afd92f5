"""The protocols that others implement: stores, keys, a clock, readers of documents."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.ports.analyzers import Analyzer, Research
from legalcase.ports.blobs import Blobs
from legalcase.ports.clock import Clock
from legalcase.ports.keys import Keys, WrappedKey
from legalcase.ports.projections import Projection
from legalcase.ports.queries import (
    AppendCondition,
    CaseQuery,
    DueQuery,
    LineQuery,
    ProjectionQuery,
    Query,
)
from legalcase.ports.rows import (
    CaseRow,
    Committed,
    DueRow,
    Fault,
    Head,
    LineRow,
    Page,
    ProjectedRow,
)
from legalcase.ports.stores import CaseStore, Reader, UnitOfWork

__all__ = [
    "Analyzer",
    "AppendCondition",
    "Blobs",
    "CaseQuery",
    "CaseRow",
    "CaseStore",
    "Clock",
    "Committed",
    "DueQuery",
    "DueRow",
    "Fault",
    "Head",
    "Keys",
    "LineQuery",
    "LineRow",
    "Page",
    "ProjectedRow",
    "Projection",
    "ProjectionQuery",
    "Query",
    "Reader",
    "Research",
    "UnitOfWork",
    "WrappedKey",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
