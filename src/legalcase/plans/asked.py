"""What a question about plans is asked of: a case, a playbook, a law."""

from __future__ import annotations

from legalcase.errors import InvalidTypeError
from legalcase.law.lawbook import Law
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.practice.plan import Playbook
from legalcase.shown import shown

__all__ = ["case_asked", "law_asked", "playbook_asked"]


def case_asked(case: object) -> Case:
    """Return the case of which something is asked; raises `InvalidTypeError`."""
    if isinstance(case, CaseFile):
        case = case.case
    if not isinstance(case, Case):
        msg = (
            f"A plan is asked of a case, not of {type(case).__name__}. Pass file.case, "
            "or the CaseFile itself."
        )
        raise InvalidTypeError(msg, field="case", value=None)
    return case


def playbook_asked(playbook: object) -> Playbook:
    """Return the playbook of which something is asked; raises `InvalidTypeError`."""
    if not isinstance(playbook, Playbook):
        msg = (
            f"A Playbook is needed, not {type(playbook).__name__}. Pass "
            "Playbooks.bundled()['…']."
        )
        raise InvalidTypeError(msg, field="playbook", value=None)
    return playbook


def law_asked(law: object) -> Law:
    """Return the law under which something is asked; raises `InvalidTypeError`."""
    if not isinstance(law, Law):
        msg = f"law needs a Law, not {shown(law)}. Pass Law.bundled(), say."
        raise InvalidTypeError(msg, field="law", value=law)
    return law
