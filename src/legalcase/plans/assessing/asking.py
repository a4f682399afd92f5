"""complexity: how complex a case is, by the factors that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import check_asked
from legalcase.plans.assessing.answer import Complexity, FactorAnswer, Measured
from legalcase.plans.assessing.bundled import factor_set
from legalcase.plans.assessing.factors import FactorSet
from legalcase.plans.assessing.measures import told
from legalcase.plans.questions.rooms import room_of
from legalcase.practice.complexity.facet import COMPLEXITY

if TYPE_CHECKING:
    from legalcase.kernel.register import Register
    from legalcase.model.case import Case
    from legalcase.plans.assessing.factors import ComplexityFactor
    from legalcase.practice.complexity.state import FactorFinding

__all__ = ["complexity"]


def complexity(case: Case, factors: FactorSet | str) -> Complexity:
    """Return what each factor of a published set comes to in a case, and why.

    `factors` is a set or the id of a bundled one (``"us-ca/crc/3.400"``). A factor
    holds or does not where somebody recorded `ComplexityFactorFound`, or where the text
    gives a number and the case tells it; everything else is not known, with what the
    case tells of it. Nothing is weighed. Raises `UnknownNameError` for a set that there
    is not, `MissingInputError` where the case was read without the room in which
    findings stand and has some.
    """
    check_asked(case, "case", "people", "docket", "documents")
    if type(factors) is str:
        factors = factor_set(factors)
    if type(factors) is not FactorSet:
        msg = (
            f"factors needs a FactorSet or the id of one, not "
            f"{type(factors).__name__}. Pass 'us-ca/crc/3.400', say."
        )
        raise InvalidTypeError(msg, field="factors", value=None)
    found = _found(case)
    return Complexity(
        case_id=case.case_id,
        factors=factors,
        answers=tuple(_answer(case, one, found) for one in factors.factors),
    )


def _found(case: Case) -> Register[FactorFinding]:
    """Return what was found, by the ids of factors."""
    return room_of(case, COMPLEXITY)


def _answer(
    case: Case, factor: ComplexityFactor, findings: Register[FactorFinding]
) -> FactorAnswer:
    measured = tuple(
        Measured(measure=word, which=told(case, word)) for word in factor.counts
    )
    counted = _counted(factor, {one.measure: one.number for one in measured})
    finding = findings.find(factor.id)
    if finding is not None and finding.answer != "not-known":
        return FactorAnswer(
            factor=factor,
            answer=finding.answer,
            by="finding",
            counted=counted,
            measured=measured,
            event_id=finding.event_id,
            found_on=finding.found_on,
        )
    return FactorAnswer(
        factor=factor,
        answer=counted or "not-known",
        by=None if counted is None else "count",
        counted=counted,
        measured=measured,
    )


def _counted(factor: ComplexityFactor, numbers: dict[str, int]) -> str | None:
    """Return what the numbers of a case decide by the text, or ``None``.

    Where the case names nobody on a side that the text counts, it tells nothing.
    """
    bounds = factor.no_within
    if not bounds or any(not numbers[word] for each in bounds for word, _ in each):
        return None
    if any(all(numbers[word] <= most for word, most in each) for each in bounds):
        return "no"
    return "yes" if factor.beyond == "yes" else None
