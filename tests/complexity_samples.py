"""Values of the question how complex a case is, for the tests that ask all."""

from __future__ import annotations

from typing import Any

from legalcase.plans import complexity
from practice_samples import recorded

#: What is not stored, each with the reason.
NOT_STORED = {
    "legalcase.plans.assessing.answer.Complexity": "an answer, given anew when asked",
    "legalcase.plans.assessing.answer.FactorAnswer": "a part of such an answer",
    "legalcase.plans.assessing.answer.Measured": "a part of such an answer",
    "legalcase.plans.assessing.factors.ComplexityFactor": "read of its file",
    "legalcase.plans.assessing.factors.FactorSet": "read of its file",
}


def complexity_samples() -> dict[str, Any]:
    """A value of each class, of a case in which something was found."""
    answer = complexity(recorded("complexity").case, "us-ca/crc/3.400")
    first = answer.answers[0]
    values = (answer, first, first.measured[0], first.factor, answer.factors)
    return {type(value).__name__: value for value in values}
