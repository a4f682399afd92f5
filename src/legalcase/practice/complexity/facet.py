"""COMPLEXITY: the room of what was found of factors of complexity, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.practice.complexity import handlers
from legalcase.practice.complexity.events import ComplexityFactorFound
from legalcase.practice.complexity.state import OURS, FactorFinding

__all__ = ["COMPLEXITY"]

COMPLEXITY: Final[Facet[Register[FactorFinding]]] = Facet(
    name="practice/complexity",
    first=Register("complexity factor"),
    rows=(
        Row(
            ComplexityFactorFound,
            "practice/complexity-factor-found",
            1,
            handlers.found,
            label=OURS,
        ),
    ),
)
