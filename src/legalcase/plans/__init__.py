"""Plans: playbooks as data, and the plan of a case that follows the law."""

from legalcase.plans.assessing.answer import Complexity, FactorAnswer, Measured
from legalcase.plans.assessing.asking import complexity
from legalcase.plans.assessing.bundled import factor_set, factor_sets
from legalcase.plans.assessing.factors import ComplexityFactor, FactorSet
from legalcase.plans.assessing.reading import read_factor_set
from legalcase.plans.drawing.timelines import (
    Timeline,
    TimelineLane,
    TimelineMark,
    timeline,
)
from legalcase.plans.files.reading import read_playbook
from legalcase.plans.migrating.asking import migrate
from legalcase.plans.migrating.items import MIGRATED, MigratedItem
from legalcase.plans.migrating.migration import Migration
from legalcase.plans.moving import PlanMove, PlanMoves, plan_moves
from legalcase.plans.planned import Plan, plan, ready
from legalcase.plans.questions.covering import Coverage, coverage
from legalcase.plans.questions.deviating import (
    DEVIATIONS,
    Deviation,
    Deviations,
    deviations,
)
from legalcase.plans.questions.finding import PlanFinding
from legalcase.plans.questions.path import CriticalPath, PathStep
from legalcase.plans.questions.pathfinding import critical_path
from legalcase.plans.questions.proposing import objectives_to_set
from legalcase.plans.readiness import Ready
from legalcase.plans.row import PLAN_STATES, LeadTime, PlanRow, StageStanding
from legalcase.plans.shelf.checking import check
from legalcase.plans.shelf.playbooks import Playbooks
from legalcase.plans.shelf.suiting import Suited

__all__ = [
    "DEVIATIONS",
    "MIGRATED",
    "PLAN_STATES",
    "Complexity",
    "ComplexityFactor",
    "Coverage",
    "CriticalPath",
    "Deviation",
    "Deviations",
    "FactorAnswer",
    "FactorSet",
    "LeadTime",
    "Measured",
    "MigratedItem",
    "Migration",
    "PathStep",
    "Plan",
    "PlanFinding",
    "PlanMove",
    "PlanMoves",
    "PlanRow",
    "Playbooks",
    "Ready",
    "StageStanding",
    "Suited",
    "Timeline",
    "TimelineLane",
    "TimelineMark",
    "check",
    "complexity",
    "coverage",
    "critical_path",
    "deviations",
    "factor_set",
    "factor_sets",
    "migrate",
    "objectives_to_set",
    "plan",
    "plan_moves",
    "read_factor_set",
    "read_playbook",
    "ready",
    "timeline",
]
