"""What health finds of a plan: the scope, and who may do what a lawyer has to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.directory import Admitted, Directory
from legalcase.kernel import Draft
from legalcase.model import DeadlineConfirmed
from legalcase.oversight import health
from legalcase.plans import Plan, plan
from legalcase.practice import ScopeAgreed, ScopeTerms
from people_samples import after, person
from plan_cases import BY, LAW, ON, SMALL, SUMMONS, case

if TYPE_CHECKING:
    from legalcase.model import CaseFile

LAWYER, CLERK, NOBODY = "person:doe", "person:clerk", "u-9"
BEFORE = date(2020, 1, 2)
PEOPLE = Directory.of(
    after(
        person("doe", "Mary", "Doe"),
        Admitted(admission_id="bar", jurisdiction="us-ca", happened_on=BEFORE),
    ),
    person("clerk", "C", "Clerk"),
)


def worked(lead: str) -> CaseFile:
    """The case, whose plan has the deadline to answer, with somebody as its lead."""
    file = case(SUMMONS)
    roles = {"lead": lead, "docketing": CLERK}
    made = Plan.of(SMALL, file, LAW, roles=roles, on=ON)
    return file.record(*made.events(), law=LAW, **BY)


def of(file: CaseFile, code: str, **said: Any) -> tuple[Any, ...]:
    """What health finds under a code."""
    asked: dict[str, Any] = {"law": LAW, "directory": PEOPLE}
    return health(file, on=ON, **asked | said).of(code)


@pytest.mark.parametrize(
    ("lead", "why"),
    [
        (LAWYER, None),
        (CLERK, "no admission that is active"),
        (NOBODY, "not in the directory"),
    ],
)
def test_what_needs_a_lawyer_is_with_one(lead: str, why: str | None) -> None:
    """By an admission that is active on that day, in the directory."""
    found = of(worked(lead), "plan-unqualified")
    if why is None:
        assert found == ()
    else:
        (one,) = found
        assert why in one.text
        assert "'answer' needs an attorney" in one.text
        assert one.person == lead


def test_without_law_or_directory_it_is_said_not_to_be_asked() -> None:
    """Nobody can tell who is a lawyer."""
    for said in ({"law": None}, {"directory": None}):
        asked: dict[str, Any] = {"law": LAW, "directory": PEOPLE}
        found = health(worked(CLERK), on=ON, **asked | said)
        assert "plan-unqualified" in found.not_asked
        assert found.of("plan-unqualified") == ()


@pytest.mark.parametrize(("by", "count"), [(LAWYER, 0), (CLERK, 1)])
def test_a_lawyer_stands_by_a_deadline_that_needs_one(by: str, count: int) -> None:
    """Whoever confirmed it is in the directory, and admitted."""
    file = worked(LAWYER)
    name = plan(file, LAW, on=ON).of_item("answer")[0].deadline_id
    assert name is not None
    confirmed = DeadlineConfirmed(deadline_id=name, confirmed_by=by, happened_on=ON)
    later: dict[str, Any] = {**BY, "by": "second"}
    file = file.record(confirmed, law=LAW, **later)
    assert len(of(file, "plan-confirmed-unqualified")) == count


def test_work_outside_the_scope_is_found() -> None:
    """And what nobody agreed on."""
    file = worked(LAWYER)
    assert of(file, "plan-out-of-scope") == ()
    agreed = ScopeAgreed(
        scope_id="all",
        terms=ScopeTerms(
            included=("trial",), excluded=("intake",), agreed_with=("acme",)
        ),
        happened_on=ON,
    )
    file = file.record(Draft(agreed), law=LAW, **BY)
    (found, *_) = of(file, "plan-out-of-scope")
    assert found.severity == "critical"
    assert found.authority.cite == "ABA Model Rule 1.2(c)"
    assert of(file, "plan-scope-unsaid")
