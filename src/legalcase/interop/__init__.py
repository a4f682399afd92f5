"""In and out: dockets of others into cases, and cases into rows."""

from legalcase.interop.courtlistener.entries import SourceEntry
from legalcase.interop.courtlistener.importing import from_courtlistener
from legalcase.interop.results import Assumed, Difference, Imported, NotMapped

__all__ = [
    "Assumed",
    "Difference",
    "Imported",
    "NotMapped",
    "SourceEntry",
    "from_courtlistener",
]
