"""Which cases to look at together, what comes of a meeting, which duties are met."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from case_files import numbered
from legalcase.dates import Period
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.law.lawbook import Law
from legalcase.model import (
    CaseFile,
    CaseOpened,
    ConflictReviewBegun,
    ConflictReviewCleared,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    DocumentReceived,
    Engaged,
    EngagementClosingBegun,
    EngagementOpened,
    IncapacityFound,
    InquiryMade,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    Ordered,
    PartyJoined,
)
from legalcase.oversight import (
    ComplianceCheck,
    ComplianceChecks,
    Complied,
    compliance,
    health,
    review,
    tasks_of,
)
from legalcase.practice import (
    MEETINGS,
    MODEL,
    Communicated,
    MeetingAction,
    MeetingCancelled,
    MeetingDecision,
    MeetingHeld,
    MeetingScheduled,
    ProblemAssigned,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
D1, D2, D3 = date(2026, 6, 1), date(2026, 6, 11), date(2026, 7, 1)
WEEKS = Period.parse("2 weeks")


def case(*events: Event, name: str = "roe") -> CaseFile:
    """A case with the rooms of practice, with a client."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", court="us/cand", happened_on=D1),
        case_id=name,
        by="clerk",
        at=AT,
        model=MODEL,
        ids=numbered(),
    )
    joined = PartyJoined(
        party_id="roe", name="Roe", roles=("plaintiff",), is_client=True, happened_on=D1
    )
    return file.record(joined, *events, by="clerk", at=AT)


def more(file: CaseFile, *events: Event) -> CaseFile:
    """The file after further events."""
    return file.record(*events, by="clerk", at=AT)


def due(name: str, day: date, *met_by: str) -> DeadlineSet:
    """A deadline that somebody owns."""
    terms = DeadlineTerms(
        title=name,
        basis=Ordered(due=day, authority="O"),
        owner="lead",
        met_by=met_by,
        owed_by=("roe",),
    )
    return DeadlineSet(deadline_id=name, terms=terms, happened_on=D1)


def held(name: str, on: date, **more_: Any) -> MeetingHeld:
    """A meeting took place."""
    return MeetingHeld(meeting_id=name, attendees=("lead",), happened_on=on, **more_)


def test_the_worst_case_comes_first_and_says_why() -> None:
    """Then those with less wrong, then those that are only due."""
    bad = case(due("reply", D2), name="bad")
    worse = case(due("reply", D2), due("other", D2), name="worse")
    found = review([bad, worse], cadence=WEEKS, on=D3)
    assert [one.case_id for one in found] == ["worse", "bad"]
    assert found["bad"].worst == "critical"
    assert "overdue" in found["bad"].codes
    assert found["bad"].is_due
    assert "looked at never" in found["bad"].why
    assert f"due since {D1 + timedelta(days=14)}" in found["bad"].why
    assert "2 of 2 cases" in str(found)
    assert "<table" in found._repr_html_()
    with pytest.raises(UnknownNameError):
        _ = found["good"]


def test_a_meeting_resets_the_cadence() -> None:
    """Counted from the last one that was held by that day."""
    quiet = case(due("reply", date(2027, 6, 1)), held("m", D2))
    rows = review([quiet], cadence=WEEKS, on=date(2026, 6, 24)).rows
    assert not any(one.is_due for one in rows)
    (row,) = review([quiet], cadence=WEEKS, on=date(2026, 6, 25)).rows
    assert (row.reviewed_on, row.is_due) == (D2, True)
    (row,) = review([quiet], cadence=WEEKS, on=date(2026, 6, 15)).rows or (row,)
    for wrong in ("10 court days", "1 year"):
        with pytest.raises(InvalidValueError, match="days, weeks or months"):
            review([quiet], cadence=Period.parse(wrong), on=D3)
    text: Any = "14 days"
    with pytest.raises(InvalidTypeError, match="Period"):
        review([quiet], cadence=text, on=D3)


def test_what_a_meeting_decided_becomes_tasks_once() -> None:
    """Each action with who answers for it and by when; until then it is found."""
    actions = (
        MeetingAction(title="Write", accountable="lead", due_on=D3),
        MeetingAction(title="Call", accountable="second", due_on=D2),
    )
    file = case(held("m", D2, actions=actions))
    codes = [one.code for one in health(file, on=D2)]
    assert codes.count("meeting-action-no-task") == 2
    tasks = tasks_of(file.case, "m")
    assert [(one.task_id, one.terms.accountable) for one in tasks] == [
        ("m/1", "lead"),
        ("m/2", "second"),
    ]
    file = more(file, *tasks)
    assert file.case.tasks["m/1"].terms.due_on == D3
    assert tasks_of(file.case, "m") == ()
    assert "meeting-action-no-task" not in {one.code for one in health(file, on=D2)}
    with pytest.raises(UnknownNameError):
        tasks_of(file.case, "n")
    with pytest.raises(InvalidValueError, match="on or after"):
        held("m", D3, actions=actions)


def test_a_meeting_is_held_once_and_found_if_it_is_not() -> None:
    """Scheduled, held or cancelled."""
    planned = MeetingScheduled(meeting_id="m", held_on=D2, happened_on=D1)
    file = case(planned)
    assert "meeting-not-held" in {one.code for one in health(file, on=D3)}
    assert "meeting-not-held" not in {one.code for one in health(file, on=D2)}
    done = more(file, held("m", D2))
    assert done.case[MEETINGS]["m"].state == "held"
    off = MeetingCancelled(meeting_id="m", ground="ill", happened_on=D1)
    for wrong in (held("m", D3), off):
        with pytest.raises(IllegalTransitionError):
            more(done, wrong)
    assert more(file, off).case[MEETINGS]["m"].state == "cancelled"


def test_a_decision_names_its_options_and_who_was_for_it() -> None:
    """Counted from 1; nobody is on both sides."""
    said: dict[str, Any] = {"question": "Q", "options": ("a", "b")}
    assert MeetingDecision(option=2, assented=("lead",), **said).option == 2
    for wrong in (
        {"option": 3},
        {"option": 0},
        {"option": 1, "assented": ("x",), "dissented": ("x",)},
        {"option": 1, "assented": ("x", "x")},
    ):
        with pytest.raises(InvalidValueError):
            MeetingDecision(**said, **wrong)
    people: Any = ["lead"]
    with pytest.raises(InvalidTypeError, match="tuple"):
        MeetingHeld(meeting_id="m", attendees=people, happened_on=D1)


def test_a_problem_is_owned_and_found_when_it_is_late() -> None:
    """As bad as it was said to be; another owner, put right, back again."""
    raised = ProblemRaised(
        problem_id="p",
        text="t",
        owner="lead",
        severity="critical",
        due_on=D2,
        happened_on=D1,
    )
    file = case(raised)
    (found,) = health(file, on=D3).of("problem-overdue")
    assert (found.severity, found.person, found.day) == ("critical", "lead", D2)
    later = ProblemAssigned(problem_id="p", owner="second", due_on=D3, happened_on=D2)
    file = more(file, later)
    assert health(file, on=D3).of("problem-overdue") == ()
    done = ProblemResolved(
        problem_id="p", resolved_by="second", how="h", happened_on=D2
    )
    file = more(file, done)
    assert health(file, on=date(2026, 9, 1)).of("problem-overdue") == ()
    with pytest.raises(IllegalTransitionError):
        more(file, later)
    back = ProblemReopened(problem_id="p", ground="g", happened_on=D3)
    assert health(more(file, back), on=date(2026, 9, 1)).of("problem-overdue")


PAPER = DocumentReceived(document_id="letter", kind="letter", title="T", happened_on=D1)
ENGAGED = (
    PAPER,
    InquiryMade(client_ids=("roe",), happened_on=D1),
    ConflictReviewBegun(review_id="r", happened_on=D1),
    ConflictReviewCleared(review_id="r", happened_on=D1),
    Engaged(
        client_ids=("roe",),
        scope="all",
        fee_agreement=Ref("document", "letter"),
        happened_on=D1,
    ),
)


def state_of(file: CaseFile, code: str, on: date = D3, law: Law | None = None) -> str:
    """Where a duty stands, with the reason for all but a pass."""
    row = compliance(file.case, law, on=on)[code]
    assert row.why or row.state == "pass"
    return row.state


def test_each_duty_passes_fails_or_says_why_not() -> None:
    """With what shows it."""
    none, acting = case(), case(*ENGAGED)
    for code in ("engagement-letter", "scope-agreed", "conflicts-reviewed"):
        assert state_of(none, code) == "not-applicable"
        assert state_of(acting, code) == "pass"
    found = compliance(acting.case, on=D3)
    assert found["engagement-letter"].evidence == ("document:letter",)
    # The engagement itself, whatever became of it since.
    last = acting.case.engagement
    assert last is not None
    engaged = next(one for one in last.history if one.to == "engaged")
    assert found["scope-agreed"].evidence == (f"event:{engaged.event_id}",)
    ending = EngagementClosingBegun(happened_on=D2)
    over = compliance(
        more(acting, EngagementOpened(happened_on=D2), ending).case, on=D3
    )
    assert over["scope-agreed"].evidence == found["scope-agreed"].evidence
    joined = PartyJoined(party_id="new", name="N", roles=("defendant",), happened_on=D2)
    late = more(acting, joined)
    assert state_of(late, "conflicts-reviewed") == "fail"
    assert compliance(late.case, on=D3)["conflicts-reviewed"].evidence == ("party:new",)
    again = (
        ConflictReviewBegun(review_id="s", happened_on=D2),
        ConflictReviewCleared(review_id="s", happened_on=D2),
    )
    assert state_of(more(late, *again), "conflicts-reviewed") == "pass"
    bare = Engaged(client_ids=("roe",), without_review="appointed", happened_on=D1)
    alone = case(InquiryMade(client_ids=("roe",), happened_on=D1), bare)
    for code in ("engagement-letter", "scope-agreed", "conflicts-reviewed"):
        assert state_of(alone, code) == "fail"


def test_a_hold_counts_once_it_is_acknowledged() -> None:
    """While the case goes on."""
    issued = LegalHoldIssued(hold_id="h", custodian_ids=("c",), happened_on=D1)
    assert state_of(case(), "hold-issued") == "fail"
    file = case(issued)
    assert state_of(file, "hold-issued") == "fail"
    known = LegalHoldAcknowledged(hold_id="h", custodian_id="c", happened_on=D2)
    assert state_of(more(file, known), "hold-issued") == "pass"
    assert state_of(file, "retention-set") == "not-applicable"


def test_disclosures_are_those_that_are_set_as_deadlines() -> None:
    """Met, late, not yet due, or not known."""
    words = "initial-disclosures-served"
    assert state_of(case(due("reply", D2)), "disclosures-made") == "not-known"
    file = case(due("initial", D2, words))
    assert state_of(file, "disclosures-made", on=D1) == "not-applicable"
    assert state_of(file, "disclosures-made", on=D3) == "fail"
    met = DeadlineMet(
        deadline_id="initial", met_by="lead", evidence="served", happened_on=D2
    )
    assert state_of(more(file, met), "disclosures-made") == "pass"


def test_a_client_is_informed_by_us_and_not_by_themselves() -> None:
    """What came in does not inform them."""

    def said(direction: str) -> Communicated:
        return Communicated(
            communication_id=direction,
            with_parties=("roe",),
            direction=direction,
            channel="letter",
            subject="S",
            happened_on=D2,
        )

    assert state_of(case(said("in")), "client-informed") == "fail"
    assert state_of(case(said("out")), "client-informed") == "pass"
    assert state_of(case(said("out")), "client-informed", on=D1) == "fail"


def test_who_cannot_act_alone_needs_somebody() -> None:
    """Asked of the law, and not known without it."""
    law = Law.bundled()
    assert state_of(case(), "represented") == "not-known"
    assert state_of(case(), "represented", law=law) == "pass"
    minor = IncapacityFound(party_id="roe", incapacity="minor", happened_on=D1)
    assert state_of(case(minor), "represented", law=law) == "fail"


def test_a_duty_of_ones_own_is_added_by_value() -> None:
    """It is asked with the rest; a code twice, and what is none, are refused."""
    mine = ComplianceCheck(
        code="has-number",
        what="it has a number",
        ask=lambda case, _, __: (
            Complied(state="pass", evidence=("event:1",))
            if case.number
            else Complied(state="fail", why="it has no number")
        ),
    )
    checks = ComplianceChecks.core().with_(mine)
    found = compliance(case().case, on=D3, checks=checks)
    assert found["has-number"].state == "fail"
    assert found.failed
    assert next(iter(found)).state == "fail"
    assert len(checks.without("has-number")) == len(ComplianceChecks.core())
    with pytest.raises(InvalidValueError, match="already"):
        checks.with_(mine)
    with pytest.raises(UnknownNameError):
        checks.without("has-nubmer")
    with pytest.raises(UnknownNameError):
        _ = found["has-nubmer"]
    wrong: Any = "check"
    with pytest.raises(InvalidTypeError):
        checks.with_(wrong)
    with pytest.raises(InvalidTypeError):
        compliance(case().case, on=D3, checks=wrong)
    with pytest.raises(InvalidTypeError, match="gave a bool"):
        compliance(
            case().case,
            on=D3,
            checks=ComplianceChecks().with_(evolve(mine, ask=lambda *_: True)),
        )
    with pytest.raises(InvalidTypeError, match="function"):
        evolve(mine, ask=wrong)
    assert "Compliance of roe" in str(found)


@pytest.mark.parametrize(
    "said",
    [
        {"state": "passed"},
        {"state": "pass"},
        {"state": "fail"},
        {"state": "not-applicable"},
    ],
)
def test_a_pass_needs_evidence_and_the_rest_a_reason(said: Any) -> None:
    """Else nobody could check it."""
    with pytest.raises(InvalidValueError):
        Complied(**said)
