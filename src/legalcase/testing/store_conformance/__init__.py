"""What every store of cases has to pass: checks with ids, for pytest and as a command."""

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
