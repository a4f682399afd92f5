"""Values of the questions to a plan of a case, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import Any

from dated_playbook import LAW, later, worked
from legalcase.plans import (
    complexity,
    coverage,
    critical_path,
    deviations,
    migrate,
    plan,
    timeline,
)
from practice_samples import recorded

__all__ = ["NOT_STORED", "plan_question_samples"]

_ON = date(2026, 7, 1)
#: What is not stored, each with the reason.
NOT_STORED = {
    **{
        f"legalcase.plans.{name}": "an answer, given anew when asked"
        for name in (
            "assessing.answer.Complexity",
            "assessing.answer.FactorAnswer",
            "assessing.answer.Measured",
            "drawing.timelines.Timeline",
            "drawing.timelines.TimelineLane",
            "drawing.timelines.TimelineMark",
            "migrating.items.MigratedItem",
            "migrating.migration.Migration",
            "questions.covering.Coverage",
            "questions.deviating.Deviation",
            "questions.deviating.Deviations",
            "questions.finding.PlanFinding",
            "questions.path.CriticalPath",
            "questions.path.PathStep",
        )
    },
    "legalcase.plans.assessing.factors.ComplexityFactor": "read of its file",
    "legalcase.plans.assessing.factors.FactorSet": "read of its file",
}


def plan_question_samples() -> dict[str, Any]:
    """A value of each class, of cases in which there is something to find."""
    answer = complexity(recorded("complexity").case, "us-ca/crc/3.400")
    first = answer.answers[0]
    file = worked()
    covered = coverage(file)
    gone = deviations(file, LAW, on=_ON)
    path = critical_path(file, LAW, on=_ON)
    changed = later(('period = "30 days"', 'period = "45 days"'))
    migration = migrate(file, changed, LAW, on=_ON)
    line = timeline(plan(file, LAW, on=_ON))
    change = migration.diff.changes[0]
    values = (
        answer,
        first,
        first.measured[0],
        first.factor,
        answer.factors,
        covered,
        covered.findings[0],
        gone,
        gone.found[0],
        path,
        path.steps[0],
        migration,
        migration.items[0],
        migration.diff,
        change,
        change.keys[0],
        line,
        line.lanes[0],
        line.lanes[0].marks[0],
    )
    return {type(value).__name__: value for value in values}
