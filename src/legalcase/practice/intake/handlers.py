"""How events change the intake of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, UnknownNameError
from legalcase.kernel.events.label import borne, stricter
from legalcase.practice.intake.program import AidProgram, aid_program
from legalcase.practice.intake.state import (
    CONFIDED,
    ClosedService,
    Intake,
    Screening,
)

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.intake.events import (
        ApplicantScreened,
        EligibilityDecided,
        ProblemCoded,
        ServiceClosed,
    )

__all__ = [
    "check_closed",
    "check_coded",
    "check_screened",
    "closed",
    "coded",
    "decided",
    "screened",
]


def screened(
    intake: Intake, event: ApplicantScreened, line: Recorded, _: Folded
) -> Intake:
    """Return the intake with what an applicant said."""
    screening = Screening(
        screening_id=event.screening_id,
        applicant=event.applicant,
        program=event.program,
        area=event.area,
        household=event.household,
        annual_income=event.annual_income,
        assets=event.assets,
        status=event.status,
        screened_on=event.happened_on,
        label=borne(None, line.label, kind=CONFIDED),
    )
    kept = intake.screenings.with_(screening.screening_id, screening)
    return evolve(intake, screenings=kept)


def decided(
    intake: Intake, event: EligibilityDecided, line: Recorded, _: Folded
) -> Intake:
    """Return the intake with what was decided; a second time is a correction."""
    old = intake.screenings[event.screening_id]
    if old.decided_on is not None:
        msg = (
            f"Of the screening {old.screening_id!r} it was decided on "
            f"{old.decided_on}. Screen the applicant again, or correct that line."
        )
        raise IllegalTransitionError(
            msg, subject=old.screening_id, state="decided", step="EligibilityDecided"
        )
    new = evolve(
        old,
        is_eligible=event.is_eligible,
        decided_on=event.happened_on,
        decided_by=event.decided_by,
        ground=event.ground,
        exception=event.exception,
        label=stricter(old.label, line.label) or old.label,
    )
    return evolve(intake, screenings=intake.screenings.with_(new.screening_id, new))


def coded(intake: Intake, event: ProblemCoded, _: Recorded, __: Folded) -> Intake:
    """Return the intake with the code of the problem."""
    return evolve(intake, problem=event.code, problem_program=event.program)


def closed(intake: Intake, event: ServiceClosed, line: Recorded, _: Folded) -> Intake:
    """Return the intake with a service that is over."""
    is_same = intake.problem_program == event.program
    service = ClosedService(
        service_id=event.service_id,
        program=event.program,
        closing=event.closing,
        problem=intake.problem if is_same else None,
        closed_on=event.happened_on,
        result=event.result,
        label=borne(None, line.label, kind=CONFIDED),
    )
    kept = intake.services.with_(service.service_id, service)
    return evolve(intake, services=kept)


def _known(program: str) -> AidProgram | None:
    """Return a program of ours; another's has words of its own."""
    try:
        return aid_program(program)
    except UnknownNameError:
        return None


def check_screened(
    _: Intake, event: ApplicantScreened, __: Recorded, ___: Folded
) -> None:
    """Refuse an area, and a status, that a program of ours does not have."""
    program = _known(event.program)
    if program is None:
        return
    program.guideline(event.area, program.last)
    known = [*(one.id for one in program.statuses), "none-of-these"]
    if event.status is not None and event.status not in known:
        noun = "status"
        raise UnknownNameError.of(noun, event.status, known)


def check_coded(_: Intake, event: ProblemCoded, __: Recorded, ___: Folded) -> None:
    """Refuse a code that a program of ours does not have."""
    program = _known(event.program)
    if program is not None:
        program.problem(event.code)


def check_closed(_: Intake, event: ServiceClosed, __: Recorded, ___: Folded) -> None:
    """Refuse a category that a program of ours does not have."""
    program = _known(event.program)
    if program is not None:
        program.closing(event.closing)
