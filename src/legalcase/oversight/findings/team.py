"""team_findings: what is wrong with the team of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.oversight.findings.checks import Checks
from legalcase.oversight.findings.look import Findings, health
from legalcase.oversight.findings.people.of_team import OF_TEAM

if TYPE_CHECKING:
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["team_findings"]


def team_findings(case: Case | CaseFile, *, on: date) -> Findings:
    """Return what is wrong with the team of a case on a day, the worst first.

    In a *custodial* case one person answers for everything, on every day; in a
    *coordinated* one each area has one who does; what a *collaborative* team decides
    has the assent that it needs. Whatever went outside had a consent. `health` asks
    the same with everything else.
    """
    return health(case, on=on, checks=Checks().with_(*OF_TEAM))
