"""Plans: playbooks as data, and the plan of a case that follows the law."""

from legalcase.plans.checking import check
from legalcase.plans.files.reading import read_playbook
from legalcase.plans.planned import Plan, plan, ready
from legalcase.plans.row import PLAN_STATES, LeadTime, PlanRow, StageStanding
from legalcase.plans.shelf import Playbooks
from legalcase.plans.suiting import Suited

__all__ = [
    "PLAN_STATES",
    "LeadTime",
    "Plan",
    "PlanRow",
    "Playbooks",
    "StageStanding",
    "Suited",
    "check",
    "plan",
    "read_playbook",
    "ready",
]
