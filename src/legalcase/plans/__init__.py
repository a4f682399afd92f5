"""Plans: what is to be done in a case, by the law and by the facts of the case."""

from legalcase.plans.assessing.answer import Complexity, FactorAnswer, Measured
from legalcase.plans.assessing.asking import complexity
from legalcase.plans.assessing.bundled import factor_set, factor_sets
from legalcase.plans.assessing.factors import ComplexityFactor, FactorSet
from legalcase.plans.assessing.reading import read_factor_set

__all__ = [
    "Complexity",
    "ComplexityFactor",
    "FactorAnswer",
    "FactorSet",
    "Measured",
    "complexity",
    "factor_set",
    "factor_sets",
    "read_factor_set",
]
