"""Samples of an application for legal aid, and of the service that followed."""

from __future__ import annotations

from case_files import CANARY, DAY
from legalcase.practice import (
    ApplicantScreened,
    EligibilityDecided,
    ProblemCoded,
    ServiceClosed,
    aid_program,
    eligibility,
)
from legalcase.practice.intake.state import CONFIDED, Screening

EVENTS = (
    ApplicantScreened(
        screening_id="s-1",
        applicant="roe",
        program="us/lsc",
        area="48-states-dc",
        household=3,
        annual_income=40_000,
        assets=500,
        status="citizen",
        screened_by=f"worker {CANARY}",
        happened_on=DAY,
    ),
    EligibilityDecided(
        screening_id="s-1",
        is_eligible=True,
        decided_by=f"lead {CANARY}",
        ground=f"Medical costs {CANARY}",
        exception="45 CFR 1611.5",
        happened_on=DAY,
    ),
    ProblemCoded(program="us/lsc", code="63", happened_on=DAY),
    ServiceClosed(
        service_id="c-1",
        program="us/lsc",
        closing="A",
        closed_by=f"lead {CANARY}",
        result=f"Stayed {CANARY}",
        happened_on=DAY,
    ),
)
_LSC = aid_program("us/lsc")
_SAID = eligibility(
    Screening(
        screening_id="s-1",
        applicant="roe",
        program="us/lsc",
        area="hawaii",
        screened_on=DAY,
        label=CONFIDED,
    )
)
VALUES = (
    _LSC,
    _LSC.guidelines[0],
    _LSC.statuses[0],
    _LSC.closings[0],
    _LSC.problems[0],
    _SAID,
    _SAID.tests[0],
)
