"""In and out: dockets, rows and what programs read into events; cases into rows."""

from typing import TYPE_CHECKING

from legalcase.interop.auditing.asking import audit
from legalcase.interop.auditing.judging import AUDIT_VERDICTS, Compared
from legalcase.interop.auditing.result import Audit, AuditRow, NotCompared
from legalcase.interop.auditing.theirs import AUDIT_COLUMNS
from legalcase.interop.courtlistener.entries import SourceEntry
from legalcase.interop.courtlistener.importing import from_courtlistener
from legalcase.interop.notices.entry import NoticeEntry, read_notice
from legalcase.interop.notices.reader import NoticeReader
from legalcase.interop.results import Assumed, Difference, Imported, NotMapped
from legalcase.interop.rows.columns import Column, columns_of
from legalcase.interop.rows.giving import to_rows
from legalcase.interop.rows.proposals import (
    deadlines_from,
    events_from,
    hearings_from,
    parties_from,
)
from legalcase.interop.suggesting.documents import suggestions_from
from legalcase.interop.suggesting.sources import sources_from
from legalcase.near import no_such_name

__all__ = [
    "AUDIT_COLUMNS",
    "AUDIT_VERDICTS",
    "Assumed",
    "Audit",
    "AuditRow",
    "Column",
    "Compared",
    "Difference",
    "Imported",
    "NotCompared",
    "NotMapped",
    "NoticeEntry",
    "NoticeReader",
    "SourceEntry",
    "audit",
    "columns_of",
    "deadlines_from",
    "events_from",
    "from_courtlistener",
    "hearings_from",
    "parties_from",
    "read_notice",
    "sources_from",
    "suggestions_from",
    "to_rows",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
