"""Complexity: what somebody found of the published factors of a complex case."""

from legalcase.practice.complexity.events import (
    ComplexityFactorFound,
)
from legalcase.practice.complexity.facet import (
    COMPLEXITY,
)
from legalcase.practice.complexity.state import (
    FactorFinding,
)

__all__ = [
    "COMPLEXITY",
    "ComplexityFactorFound",
    "FactorFinding",
]
