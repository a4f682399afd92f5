"""PLAN: the room of the plans of a case, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.practice.plan import handlers
from legalcase.practice.plan.events import (
    PlanAdopted,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlanStaffed,
    TaskPlaced,
)
from legalcase.practice.plan.state import OURS, Plans

__all__ = ["PLAN"]

_digest = handlers.check_digest

PLAN: Final[Facet[Plans]] = Facet(
    name="practice/plan",
    first=Plans(),
    rows=(
        Row(
            PlanAdopted,
            "practice/plan-adopted",
            1,
            handlers.adopted,
            _digest,
            label=OURS,
        ),
        Row(
            PlanMigrated,
            "practice/plan-migrated",
            1,
            handlers.migrated,
            handlers.check_migrated,
            label=OURS,
        ),
        Row(PlanStaffed, "practice/plan-staffed", 1, handlers.staffed, label=OURS),
        Row(
            PlanItemPlanned,
            "practice/plan-item-planned",
            1,
            handlers.planned,
            label=OURS,
        ),
        Row(
            PlanItemSkipped,
            "practice/plan-item-skipped",
            1,
            handlers.left_out,
            label=OURS,
        ),
        Row(
            PlanItemWaived,
            "practice/plan-item-waived",
            1,
            handlers.left_out,
            label=OURS,
        ),
        Row(PlanItemAdded, "practice/plan-item-added", 1, handlers.added, label=OURS),
        Row(TaskPlaced, "practice/task-placed", 1, handlers.placed, label=OURS),
    ),
)
