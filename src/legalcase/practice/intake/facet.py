"""INTAKE: the room of applications for legal aid, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.practice.in_order import NotBefore
from legalcase.practice.intake import handlers
from legalcase.practice.intake.events import (
    ApplicantScreened,
    EligibilityDecided,
    ProblemCoded,
    ServiceClosed,
)
from legalcase.practice.intake.state import CONFIDED, Intake

__all__ = ["INTAKE"]

_order = NotBefore(within="screenings", named_by="screening_id", since="screened_on")

INTAKE: Final[Facet[Intake]] = Facet(
    name="practice/intake",
    first=Intake(screenings=Register("screening"), services=Register("service")),
    rows=(
        Row(
            ApplicantScreened,
            "practice/applicant-screened",
            1,
            handlers.screened,
            handlers.check_screened,
            label=CONFIDED,
        ),
        Row(
            EligibilityDecided,
            "practice/eligibility-decided",
            1,
            handlers.decided,
            check=_order,
            label=CONFIDED,
        ),
        Row(
            ProblemCoded,
            "practice/problem-coded",
            1,
            handlers.coded,
            handlers.check_coded,
            label=CONFIDED,
        ),
        Row(
            ServiceClosed,
            "practice/service-closed",
            1,
            handlers.closed,
            handlers.check_closed,
            label=CONFIDED,
        ),
    ),
)
