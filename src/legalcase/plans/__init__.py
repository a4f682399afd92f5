"""Plans: playbooks as data, and the plan of a case that follows the law."""

from legalcase.plans.assessing.answer import Complexity, FactorAnswer, Measured
from legalcase.plans.assessing.asking import complexity
from legalcase.plans.assessing.bundled import factor_set, factor_sets
from legalcase.plans.assessing.factors import ComplexityFactor, FactorSet
from legalcase.plans.assessing.reading import read_factor_set
from legalcase.plans.checking import check
from legalcase.plans.files.reading import read_playbook
from legalcase.plans.planned import Plan, plan, ready
from legalcase.plans.questions.covering import Coverage, coverage
from legalcase.plans.questions.finding import PlanFinding
from legalcase.plans.row import PLAN_STATES, LeadTime, PlanRow, StageStanding
from legalcase.plans.shelf import Playbooks
from legalcase.plans.suiting import Suited

__all__ = [
    "PLAN_STATES",
    "Complexity",
    "ComplexityFactor",
    "Coverage",
    "FactorAnswer",
    "FactorSet",
    "LeadTime",
    "Measured",
    "Plan",
    "PlanFinding",
    "PlanRow",
    "Playbooks",
    "StageStanding",
    "Suited",
    "check",
    "complexity",
    "coverage",
    "factor_set",
    "factor_sets",
    "plan",
    "read_factor_set",
    "read_playbook",
    "ready",
]
