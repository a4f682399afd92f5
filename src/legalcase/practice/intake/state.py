"""Intake: who was asked, what was decided, and how the service was closed."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = ["CONFIDED", "ClosedService", "Intake", "Screening"]

#: What an applicant tells of income and status.
CONFIDED: Final = Label(audience="firm", ground="privacy")


@frozen(kw_only=True)
class Screening(PlainData):
    """What an applicant was asked, and what was decided; ``None`` is not known."""

    screening_id: str
    applicant: str
    program: str
    area: str
    household: int | None = None
    annual_income: int | None = field(default=None, repr=False)
    assets: int | None = field(default=None, repr=False)
    status: str | None = field(default=None, repr=False)
    screened_on: date
    is_eligible: bool | None = None
    decided_on: date | None = None
    decided_by: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    exception: str | None = None
    label: Label


@frozen(kw_only=True)
class ClosedService(PlainData):
    """A service that is over: category, code of the problem, and when."""

    service_id: str
    program: str
    closing: str
    problem: str | None = None
    closed_on: date
    result: str | None = field(default=None, repr=False)
    label: Label


@frozen(kw_only=True)
class Intake(PlainData):
    """The screenings of a case, the code of its problem, and what was closed."""

    screenings: Register[Screening]
    services: Register[ClosedService]
    problem: str | None = None
    problem_program: str | None = None
