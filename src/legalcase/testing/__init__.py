"""For the tests of those who build on this package; provisional at first."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.testing.analyzer_contract import AnalyzerContract
from legalcase.testing.blobs_contract import BlobsContract
from legalcase.testing.fixed_clock import FixedClock
from legalcase.testing.fixed_ids import FixedIds
from legalcase.testing.store_conformance.conformance import StoreConformance

__all__ = [
    "AnalyzerContract",
    "BlobsContract",
    "FixedClock",
    "FixedIds",
    "StoreConformance",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
