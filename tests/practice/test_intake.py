"""Who may be helped: dated ceilings, statuses, grounds; and what was closed."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from legalcase.errors import (
    CalendarOutOfBoundsError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.oversight import case_services
from legalcase.practice import (
    INTAKE,
    ApplicantScreened,
    EligibilityDecided,
    ProblemCoded,
    ServiceClosed,
    aid_program,
    eligibility,
)
from practice_samples import DAY, NOON, stage

LSC = aid_program("us/lsc")
#: From the tables of 125 % that programs publish, not by this package's arithmetic:
#: (day, area, household) → dollars.
PUBLISHED = {
    (date(2024, 6, 1), "48-states-dc", 1): "18825",
    (date(2024, 6, 1), "48-states-dc", 4): "39000",
    (date(2025, 6, 1), "48-states-dc", 2): "26437.5",
    (date(2025, 6, 1), "alaska", 1): "24437.5",
    (date(2025, 6, 1), "hawaii", 8): "77875",
    (date(2026, 6, 1), "hawaii", 1): "22950",
    (date(2026, 6, 1), "hawaii", 8): "80087.5",
}


@pytest.mark.parametrize(("asked", "wanted"), PUBLISHED.items(), ids=str)
def test_a_ceiling_is_that_of_its_day(asked: Any, wanted: str) -> None:
    """And of its area and household."""
    day, area, size = asked
    assert LSC.ceiling(area, size, day) == Decimal(wanted)


def test_each_further_person_adds_what_the_text_says() -> None:
    """In 2026, in Hawaii, 6,530 dollars: 125 % of it is 8,162.50."""
    day = date(2026, 6, 1)
    nine, eight = (LSC.ceiling("hawaii", size, day) for size in (9, 8))
    assert nine - eight == Decimal("8162.5")


def test_outside_what_was_looked_up_nothing_is_said() -> None:
    """Before the first figures, and after the last day."""
    for day in (date(2024, 1, 16), date(2027, 1, 1)):
        with pytest.raises(CalendarOutOfBoundsError):
            LSC.ceiling("alaska", 1, day)
    with pytest.raises(UnknownNameError, match="hawaii"):
        LSC.ceiling("hawai", 1, DAY)
    with pytest.raises(InvalidValueError, match="at least one person"):
        LSC.ceiling("hawaii", 0, DAY)
    with pytest.raises(UnknownNameError, match="us/lsc"):
        aid_program("us/lcs")


def screened(**said: Any) -> Any:
    """What is known of an applicant."""
    terms: dict[str, Any] = {
        "household": 1,
        "annual_income": 10_000,
        "assets": 0,
        "status": "citizen",
    }
    event = ApplicantScreened(
        screening_id="s",
        applicant="roe",
        program="us/lsc",
        area="48-states-dc",
        screened_by="w",
        happened_on=DAY,
        **terms | said,
    )
    return stage().record(event, by="w", at=NOON).case[INTAKE].screenings["s"]


ONE = LSC.ceiling("48-states-dc", 1, DAY)
DOUBLE = int(LSC.ceiling("48-states-dc", 1, DAY, percent=200))


@pytest.mark.parametrize(
    ("said", "answer", "ground"),
    [
        ({}, "yes", None),
        ({"annual_income": int(ONE)}, "yes", None),
        ({"annual_income": int(ONE) + 1}, "needs-a-decision", "above the ceiling"),
        ({"annual_income": DOUBLE}, "needs-a-decision", "exception"),
        ({"annual_income": DOUBLE + 1}, "no", "above 200 %"),
        ({"annual_income": None}, "not-known", "nobody recorded the income"),
        ({"household": None}, "not-known", "nobody recorded the household"),
        ({"assets": 5_001}, "needs-a-decision", "above the limit of $5,000"),
        ({"assets": None}, "not-known", "nobody recorded the assets"),
        ({"status": None}, "not-known", "nobody recorded the status"),
        ({"status": "none-of-these"}, "no", "none of the statuses"),
        ({"status": "abused-or-trafficked"}, "needs-a-decision", "related matters"),
        ({"status": "severe-trafficking-victim"}, "yes", None),
    ],
)
def test_each_answer_has_its_ground(said: Any, answer: str, ground: str | None) -> None:
    """A no, what is not known, what somebody has to decide; and by which text."""
    found = eligibility(screened(**said), LSC.with_policy(assets_most=5_000))
    assert found.answer == answer
    if ground is None:
        assert found.grounds == ()
    else:
        (why,) = found.grounds
        assert ground in why
    assert all(one.authority.cite.startswith("45 CFR") for one in found)
    assert f"on Wed {DAY}: {answer}" in str(found)
    assert "<table" in found._repr_html_()


def test_a_recipient_has_ceilings_of_its_own_below_those_of_the_text() -> None:
    """At most 125 %; without a limit of assets somebody has to decide."""
    strict = LSC.with_policy(income_percent=100)
    assert strict.ceiling("alaska", 1, date(2025, 6, 1)) == 19550
    for wrong in (126, 0, "100"):
        bad: Any = wrong
        with pytest.raises(InvalidValueError, match="at most 125 %"):
            LSC.with_policy(income_percent=bad)
    with pytest.raises(InvalidValueError, match="whole dollars"):
        LSC.with_policy(assets_most=-1)
    assert eligibility(screened()).answer == "needs-a-decision"
    nobody: Any = "s"
    with pytest.raises(InvalidTypeError, match="Screening"):
        eligibility(nobody)


def test_a_refusal_and_an_exception_have_a_ground() -> None:
    """And are decided once, by a person."""
    said: dict[str, Any] = {
        "screening_id": "s",
        "decided_by": "lead",
        "happened_on": DAY,
    }
    with pytest.raises(MissingInputError, match="refusal"):
        EligibilityDecided(is_eligible=False, **said)
    with pytest.raises(MissingInputError, match="exception"):
        EligibilityDecided(is_eligible=True, exception="45 CFR 1611.5", **said)
    screening = ApplicantScreened(
        screening_id="s",
        applicant="roe",
        program="us/lsc",
        area="alaska",
        screened_by="w",
        happened_on=DAY,
    )
    decided = EligibilityDecided(is_eligible=True, **said)
    file = stage().record(screening, decided, by="w", at=NOON)
    with pytest.raises(IllegalTransitionError):
        file.record(decided, by="w", at=NOON)


@pytest.mark.parametrize(
    "event",
    [
        ProblemCoded(program="us/lsc", code="99999", happened_on=DAY),
        ServiceClosed(
            service_id="c",
            program="us/lsc",
            closing="Z",
            closed_by="l",
            happened_on=DAY,
        ),
        ApplicantScreened(
            screening_id="s",
            applicant="roe",
            program="us/lsc",
            area="guam",
            screened_by="w",
            happened_on=DAY,
        ),
        ApplicantScreened(
            screening_id="s",
            applicant="roe",
            program="us/lsc",
            area="alaska",
            status="tourist",
            screened_by="w",
            happened_on=DAY,
        ),
    ],
    ids=["code", "category", "area", "status"],
)
def test_words_of_a_program_of_ours_are_checked_when_recorded(event: Any) -> None:
    """And those of another's program are its own."""
    with pytest.raises(UnknownNameError):
        stage().record(event, by="w", at=NOON)


def test_the_words_of_others_are_taken() -> None:
    """A program that does not come with the package has codes of its own."""
    other = ProblemCoded(program="acme/fund", code="Z9", happened_on=DAY)
    file = stage().record(other, by="w", at=NOON)
    assert file.case[INTAKE].problem == "Z9"


def test_services_are_counted_by_category_and_problem() -> None:
    """In a time, of a program, with the cases that have no code."""

    def closed(name: str, category: str) -> ServiceClosed:
        return ServiceClosed(
            service_id=name,
            program="us/lsc",
            closing=category,
            closed_by="l",
            happened_on=DAY,
        )

    coded = ProblemCoded(program="us/lsc", code="63", happened_on=DAY)
    file = stage().record(
        closed("a", "A"), coded, closed("b", "A"), closed("c", "G"), by="w", at=NOON
    )
    found = case_services([file], program="us/lsc", during=(DAY, DAY))
    assert [(one.closing, one.problem, one.count) for one in found] == [
        ("A", None, 1),
        ("A", "63", 1),
        ("G", "63", 1),
    ]
    assert found.rows[1].problem_name == "Private Landlord/Tenant"
    assert found.rows[2].service == "extended"
    assert (found.total, found.uncoded) == (3, ("roe",))
    before = case_services(
        [file], program="us/lsc", during=(date(2026, 1, 1), date(2026, 6, 2))
    )
    assert before.total == 0
    assert "Services closed from 2026-06-03" in str(found)


def test_each_fact_of_the_program_says_how_it_was_checked() -> None:
    """As the law does."""
    path = files("legalcase.practice.intake").joinpath("programs", "us-lsc.toml")
    raw = tomllib.loads(path.read_text("utf-8"))
    checked = [raw["income"], raw["assets"], raw["problems"]]
    checked += [*raw["status"], *raw["closing"]]
    assert {one["verified"] for one in checked} <= {"text", "secondary", "recall"}
    for one in checked:
        # Who read a text quotes it.
        assert ("words" in one) == (one["verified"] == "text")
    for closing in LSC.closings:
        is_recalled = closing.authority.verified == "recall"
        assert (closing.authority.verified_on is None) == is_recalled
    assert len(raw["problem"]) == len({one["code"] for one in raw["problem"]})
    for one in raw["guideline"]:
        steps = {
            b - a for a, b in zip(one["household"], one["household"][1:], strict=False)
        }
        assert steps == {one["each_further"]}
