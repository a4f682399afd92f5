"""What somebody runs into who asks for the first time, of one case and of several."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from legalcase import oversight
from legalcase import practice as p
from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Filed,
    HearingSet,
    Ordered,
    PartyJoined,
    Served,
    TaskPlanned,
    TaskTerms,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Draft, Event

DAY = date(2026, 6, 3)
AT = datetime(2026, 6, 3, 17, tzinfo=UTC)


def opened(*events: Event | Draft, court: str | None = None) -> CaseFile:
    """The file of a case with a client, and what happened in it."""
    start = CaseOpened(caption="Roe v. Acme", court=court, happened_on=DAY)
    client = PartyJoined(
        party_id="roe",
        name="Roe",
        roles=("plaintiff",),
        is_client=True,
        happened_on=DAY,
    )
    file = CaseFile.open(start, case_id="roe", by="clerk", at=AT, model=p.MODEL)
    return file.record(client, *events, by="clerk", at=AT)


def work(*names: str) -> tuple[Event, ...]:
    """Tasks that one person answers for and does, and as many critical deadlines."""
    return tuple(
        event
        for name in names
        for event in (
            TaskPlanned(
                task_id=name,
                terms=TaskTerms(title=name, accountable="u-1", responsible=("u-1",)),
                happened_on=DAY,
            ),
            DeadlineSet(
                deadline_id=name,
                terms=DeadlineTerms(
                    title=name,
                    basis=Ordered(due=date(2026, 7, 1), authority="Order"),
                    owner="u-1",
                    critical=True,
                ),
                happened_on=DAY,
            ),
        )
    )


QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "client_view": lambda one: oversight.client_view(one, "roe", on=DAY),
    "compliance": lambda one: oversight.compliance(one, on=DAY),
    "contact_gap": lambda one: oversight.contact_gap(one, "roe", on=DAY),
    "handover": lambda one: oversight.handover(
        one, from_="u-1", to="u-2", on=DAY, reason="leave"
    ),
    "health": lambda one: oversight.health(one, on=DAY),
    "suggest_model": lambda one: oversight.suggest_model(one, on=DAY),
    "tasks_of": lambda one: oversight.tasks_of(one, "m-1"),
    "team_findings": lambda one: oversight.team_findings(one, on=DAY),
    "who": lambda one: oversight.who(one, "accountable", on=DAY),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_of_one_case_takes_its_file_too(name: str) -> None:
    """As `health` does; what is neither is refused."""
    meeting = p.MeetingScheduled(meeting_id="m-1", held_on=DAY, happened_on=DAY)
    file = opened(*work("a"), meeting)
    asked = QUESTIONS[name]
    assert asked(file) == asked(file.case)
    for wrong in ("roe", [file], None):
        with pytest.raises(InvalidTypeError, match=r"needs|case"):
            asked(wrong)


def test_accepting_a_handover_takes_the_file_too() -> None:
    """Its second half is asked of the same thing as its first."""
    file = opened(*work("a"))
    plan = oversight.handover(file, from_="u-1", to="u-2", on=DAY, reason="leave")
    file = file.record(*plan.events(on=DAY), by="u-1", at=AT)
    assert plan.accepted(file, on=DAY) == plan.accepted(file.case, on=DAY)


def test_what_one_holds_twice_is_one_row_of_a_handover() -> None:
    """The items stay apart, the table puts them together."""
    plan = oversight.handover(
        opened(*work("a")), from_="u-1", to="u-2", on=DAY, reason="leave"
    )
    assert len(plan) == 3
    assert str(plan).count("task:a") == 1
    assert "accountable, responsible" in " ".join(str(plan).split())


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (None, "It has not been brought to court."),
        (
            Served(title="Summons", on=("roe",), happened_on=DAY),
            "Where it stands with the court is being checked.",
        ),
        (
            HearingSet(hearing_id="h", title="H", hearing_at=AT, happened_on=DAY),
            "Where it stands with the court is being checked.",
        ),
        (
            Filed(title="Complaint", triggers=("complaint-filed",), happened_on=DAY),
            "It goes on in court.",
        ),
    ],
)
def test_a_client_in_court_is_not_told_otherwise(
    event: Event | None, says: str
) -> None:
    """No more is said than what was recorded bears out."""
    file = opened(*(() if event is None else (event,)))
    assert oversight.client_view(file, "roe", on=DAY).in_court == says


def test_a_review_says_of_each_code_the_first_and_how_many_more() -> None:
    """A list is to be read; the findings have the rest."""
    reviews = oversight.review(
        [opened(*work("a", "b", "c"))], cadence=Period.parse("1 month"), on=DAY
    )
    row = reviews["roe"]
    unconfirmed = [one for one in row.findings if one.code == "unconfirmed-critical"]
    assert len(unconfirmed) == 3
    assert f"{unconfirmed[0].text} (and 2 more)" in row.why
    assert unconfirmed[1].text not in row.why


@pytest.mark.parametrize(
    ("to", "consent_id", "on", "says"),
    [
        ("food-bank", "c-1", DAY, "to one whom consent 'c-1' does not name"),
        (
            "rent-help",
            "c-1",
            date(2026, 6, 2),
            "under consent 'c-1', not in force on that day",
        ),
        ("rent-help", "c-1", DAY, None),
        ("food-bank", None, DAY, None),
    ],
)
def test_a_referral_under_a_consent_that_does_not_hold_is_found(
    to: str, consent_id: str | None, on: date, says: str | None
) -> None:
    """We told that agency of the client; a bare address needs no consent."""
    file = opened(
        p.NeedFound(
            need_id="rent",
            of="roe",
            category="housing",
            urgency="urgent",
            stated_by="roe",
            happened_on=date(2026, 6, 1),
        ),
        p.ConsentGiven(
            consent_id="c-1",
            given_by="roe",
            covers=("housing",),
            recipients=("rent-help",),
            purpose="Rent",
            happened_on=DAY,
        ),
        p.Referred(
            referral_id="r-1",
            need_id="rent",
            to=to,
            consent_id=consent_id,
            happened_on=on,
        ),
    )
    found = [
        one.text
        for one in oversight.team_findings(file, on=DAY)
        if one.code == "team-shared-without-consent"
    ]
    if says is None:
        assert found == []
    else:
        assert found == [f"referral 'r-1' was made on {on} {says}"]


def test_an_area_that_has_no_guidelines_is_answered_with_those_that_have() -> None:
    """They are three, and no state is one of them."""
    screened = p.ApplicantScreened(
        screening_id="s-1",
        applicant="roe",
        program="us/lsc",
        area="california",
        household=3,
        annual_income=24000,
        screened_by="u-1",
        happened_on=DAY,
    )
    with pytest.raises(UnknownNameError, match="48-states-dc") as caught:
        opened(screened)
    assert caught.value.suggestions == tuple(sorted(p.aid_program("us/lsc").areas))


@pytest.mark.parametrize(
    ("court", "cited"),
    [
        (None, {"hold-issued", "scope-agreed"}),
        ("us/cand", {"hold-issued", "scope-agreed"}),
        ("us-ca/lasc", {"scope-agreed"}),
        ("gb-eaw/county-court", set()),
        ("de-by/augsburg", set()),
    ],
)
def test_a_rule_is_not_cited_in_a_court_for_which_it_does_not_speak(
    court: str | None, cited: set[str]
) -> None:
    """The duties are asked everywhere; the rules are American, one is federal."""
    found = oversight.compliance(opened(court=court), on=DAY)
    assert len(found) == len(oversight.ComplianceChecks.core())
    rows = {one.code for one in found if one.authority is not None}
    assert rows & {"hold-issued", "scope-agreed"} == cited
    assert bool(rows) is bool(cited)
