"""Plans: playbooks as data, and the plan of a case that follows the law."""

from legalcase.plans.checking import check
from legalcase.plans.files.reading import read_playbook
from legalcase.plans.shelf import Playbooks
from legalcase.plans.suiting import Suited

__all__ = ["Playbooks", "Suited", "check", "read_playbook"]
