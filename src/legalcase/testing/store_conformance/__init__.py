"""What every store of cases has to pass: checks with ids, in pytest or by command."""

from legalcase.testing.store_conformance.check import WORDS, Check, NotAsked, checks_of
from legalcase.testing.store_conformance.conformance import StoreConformance
from legalcase.testing.store_conformance.trying import Tried, suite_of, tried

__all__ = [
    "WORDS",
    "Check",
    "NotAsked",
    "StoreConformance",
    "Tried",
    "checks_of",
    "suite_of",
    "tried",
]
