"""Plan: the playbooks by which a case is worked, and what became of their items."""

from legalcase.practice.plan.condition import (
    PlanCondition,
)
from legalcase.practice.plan.differences import (
    KeyChange,
    PlaybookChange,
    PlaybookDiff,
)
from legalcase.practice.plan.events import (
    PlanAdopted,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlanStaffed,
    RoleFilled,
    TaskPlaced,
)
from legalcase.practice.plan.facet import (
    PLAN,
)
from legalcase.practice.plan.item import (
    PlanAuthority,
    PlaybookItem,
)
from legalcase.practice.plan.playbook import (
    PlanObjective,
    PlanRole,
    PlanStage,
    Playbook,
)
from legalcase.practice.plan.sentry import (
    PlanOffset,
    PlanSentry,
)
from legalcase.practice.plan.state import (
    AdoptedPlan,
    LeftOut,
    PlacedTask,
    PlanLink,
    Plans,
)

__all__ = [
    "PLAN",
    "AdoptedPlan",
    "KeyChange",
    "LeftOut",
    "PlacedTask",
    "PlanAdopted",
    "PlanAuthority",
    "PlanCondition",
    "PlanItemAdded",
    "PlanItemPlanned",
    "PlanItemSkipped",
    "PlanItemWaived",
    "PlanLink",
    "PlanMigrated",
    "PlanObjective",
    "PlanOffset",
    "PlanRole",
    "PlanSentry",
    "PlanStaffed",
    "PlanStage",
    "Plans",
    "Playbook",
    "PlaybookChange",
    "PlaybookDiff",
    "PlaybookItem",
    "RoleFilled",
    "TaskPlaced",
]
