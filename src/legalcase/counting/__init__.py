"""How time is computed: counting rules, venues, computations, steps and readings."""

from legalcase.counting.computation import Computation
from legalcase.counting.counted import count
from legalcase.counting.inputs import Inputs
from legalcase.counting.rule import CountingRule, RuleVersion
from legalcase.counting.steps import Notice, Reading, Source, Step
from legalcase.counting.venue import Venue

__all__ = [
    "Computation",
    "CountingRule",
    "Inputs",
    "Notice",
    "Reading",
    "RuleVersion",
    "Source",
    "Step",
    "Venue",
    "count",
]
