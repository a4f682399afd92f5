"""What comes late, twice, under another spelling, or with what no reader should see."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from case_files import numbered
from legalcase.dates import DateRange, Period
from legalcase.errors import ConflictingInputError, InvalidTypeError, InvalidValueError
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    absences,
    case_services,
    client_view,
    handover,
    health,
    open_needs,
    review,
    tasks_of,
    team_findings,
    updates_due,
    who,
)
from legalcase.practice import (
    ASSESSMENTS,
    COMMUNICATIONS,
    CONSENTS,
    INTAKE,
    MEETINGS,
    MODEL,
    TEAM,
    Answered,
    ApplicantScreened,
    AreaOwner,
    Assessed,
    AssessmentVoided,
    Assigned,
    AssignmentEnded,
    CadenceAgreed,
    Communicated,
    ConsentGiven,
    ContactPreferenceSet,
    DecisionTaken,
    EligibilityDecided,
    ExpectationMet,
    ExpectationStated,
    HandoverAccepted,
    HandoverProposed,
    InformationShared,
    MeetingAction,
    MeetingHeld,
    MeetingScheduled,
    NeedFound,
    Needs,
    NeedSatisfied,
    ProblemRaised,
    ProblemResolved,
    ReferralAccepted,
    Referred,
    ReplyGiven,
    ReplyWaived,
    ServiceClosed,
    StatusAgreed,
    TeamModelChosen,
    aid_program,
    eligibility,
    may_share,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
D1, D2, D3 = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
MONTH = Period.parse("30 days")


def party(name: str) -> PartyJoined:
    """A client of ours."""
    return PartyJoined(
        party_id=name, name=f"Name of {name}", roles=("party",), happened_on=D1,
        is_client=True,
    )  # fmt: skip


def case(*events: Event | Draft) -> CaseFile:
    """A case of two clients, in which events were recorded."""
    opened = CaseOpened(caption="Roe v. Acme", happened_on=D1)
    file = CaseFile.open(
        opened, case_id="roe", by="clerk", at=AT, model=MODEL, ids=numbered()
    )
    return file.record(party("roe"), party("poe"), *events, by="clerk", at=AT)


def more(file: CaseFile, *events: Event) -> CaseFile:
    """The same with further events."""
    return file.record(*events, by="clerk", at=AT)


def has(name: str, person: str = "ana", duty: str = "accountable", **more: Any) -> Any:
    """Somebody has a duty."""
    terms: dict[str, Any] = {
        "assignment_id": name,
        "person": person,
        "duty": duty,
        "happened_on": D1,
    }
    return Assigned(**terms | more)


def said(name: str, **more: Any) -> Communicated:
    """Something passed between us and a client."""
    terms: dict[str, Any] = {
        "communication_id": name,
        "with_parties": ("roe",),
        "direction": "out",
        "channel": "letter",
        "subject": "Money",
        "happened_on": D1,
    }
    return Communicated(**terms | more)


PROPOSED = HandoverProposed(
    handover_id="h", predecessor="ana", successor="ben", from_on=D2, reason="Leave",
    happened_on=D1,
)  # fmt: skip
ACCEPTED = HandoverAccepted(handover_id="h", accepted_by="ben", happened_on=D2)


def test_no_duty_is_lost_when_ids_come_to_the_same() -> None:
    """What is after the last stroke of an id is no name of its own."""
    file = case(has("a/1"), has("b/1", duty="backup"), PROPOSED, ACCEPTED)
    now = file.case[TEAM].on(D3)
    assert [(one.person, one.duty) for one in now] == [
        ("ben", "accountable"),
        ("ben", "backup"),
    ]
    assert len({one.assignment_id for one in now}) == 2


def test_an_area_may_be_called_as_a_duty_is() -> None:
    """The owner of the area and the coordinator are both there."""
    chosen = TeamModelChosen(
        model="coordinated",
        coordinator="ana",
        areas=(AreaOwner(area="coordinator", accountable="ben"),),
        reason="Two",
        happened_on=D1,
    )
    file = case(chosen)
    assert who(file.case, "coordinator", on=D2).people == ("ana",)
    assert who(file.case, "accountable", on=D2, area="coordinator").people == ("ben",)
    assert not team_findings(file, on=D2)


def test_a_name_is_the_same_however_it_is_spelled() -> None:
    """What the inventory finds goes over, and one person is not two."""
    file = case(has("a", "Ana  Roe"))
    plan = handover(file.case, from_="ana roe", to="ben", on=D2, reason="Leave")
    file = more(file, *plan.events(on=D1))
    file = more(file, *plan.accepted(file.case, on=D2))
    assert who(file.case, "accountable", on=D3).people == ("ben",)
    twice = case(has("a", "Ana"), has("b", "ana"))
    assert who(twice.case, "accountable", on=D2).person == "Ana"
    assert who(twice.case, "accountable", on=D2).problem == ""
    codes = [one.code for one in health(twice, on=D2)]
    assert "team-several-accountable" not in codes
    with pytest.raises(InvalidValueError, match="are the same"):
        handover(file.case, from_="ben", to="BEN", on=D2, reason="Leave")
    with pytest.raises(InvalidValueError, match="are the same"):
        HandoverProposed(
            handover_id="h", predecessor="ben", successor="Ben ", from_on=D2,
            reason="Leave", happened_on=D1,
        )  # fmt: skip


def test_the_inventory_lists_the_duties_that_go_over() -> None:
    """Those that run on that day, whether their end is known or not."""
    file = case(
        has("ends", until_on=date(2026, 12, 1)), has("later", happened_on=D3)
    )  # fmt: skip
    plan = handover(file.case, from_="ana", to="ben", on=D2, reason="Leave")
    assert [one.ref for one in plan] == ["practice/assignment:ends"]


def test_a_task_that_somebody_answers_for_and_does_goes_over_once() -> None:
    """One event for each thing, as what it was held is no second thing."""
    terms = TaskTerms(title="Draft", accountable="ana", responsible=("ana", "cleo"))
    file = case(TaskPlanned(task_id="t", terms=terms, happened_on=D1))
    plan = handover(file.case, from_="ana", to="ben", on=D2, reason="Leave")
    file = more(file, *plan.events(on=D1))
    given = plan.accepted(file.case, on=D2)
    assert [type(one).__name__ for one in given] == [
        "HandoverAccepted",
        "TaskReassigned",
    ]
    assert more(file, *given).case.tasks["t"].responsible == ("ben", "cleo")


@pytest.mark.parametrize("name", ["from_", "to", "reason"])
@pytest.mark.parametrize("wrong", [None, 7, " "])
def test_a_handover_needs_names(name: str, wrong: Any) -> None:
    """Nothing raw comes of what is no text."""
    asked: dict[str, Any] = {"from_": "ana", "to": "ben", "reason": "Leave"}
    with pytest.raises(InvalidTypeError, match=name):
        handover(case(has("a")).case, on=D2, **asked | {name: wrong})


def test_what_was_asked_of_nothing_is_refused() -> None:
    """Of what is no list of cases, no recipient, no day, and nobody's name."""
    nothing: Any = None
    with pytest.raises(InvalidTypeError, match="several cases"):
        review(nothing, cadence=MONTH, on=D2)
    made = case().case
    for wrong in ({"with_": None}, {"sort": 3}, {"item": "x"}, {"on": AT}):
        asked: Any = {"with_": "x", "on": D2, "of": "roe", "sort": "health"} | wrong
        with pytest.raises(InvalidTypeError):
            may_share(made, **asked)
    leave: Any = {1: [DateRange(D1, D2)]}
    with pytest.raises(InvalidTypeError, match="by the name"):
        absences([made], leave=leave, on=D1)


def test_an_area_is_not_vacant_where_somebody_has_the_whole_case() -> None:
    """The finding says what `who` says."""
    chosen = TeamModelChosen(
        model="coordinated",
        coordinator="ana",
        areas=(AreaOwner(area="housing", accountable="ben"),),
        reason="Two",
        happened_on=D1,
    )
    file = case(chosen)
    housing = next(one for one in file.case[TEAM].assignments if one.area)
    ended = AssignmentEnded(
        assignment_id=housing.assignment_id, reason="Left", happened_on=D2
    )
    vacant = more(file, ended)
    codes = [one.code for one in team_findings(vacant, on=D3)]
    assert "team-area-vacant" in codes
    whole = more(vacant, has("all", "dora", happened_on=D2))
    codes = [one.code for one in team_findings(whole, on=D3)]
    assert "team-area-vacant" not in codes
    assert who(whole.case, "accountable", on=D3, area="housing").person == "dora"


def test_the_same_is_covered_whether_it_is_asked_or_found() -> None:
    """An item that a consent names may go, also where its sort is said besides."""
    item = Ref("party", "poe")
    consent = ConsentGiven(
        consent_id="c", given_by="roe", items=(item,), recipients=("x",),
        purpose="Rent", happened_on=D1,
    )  # fmt: skip

    def shared(name: str, *items: Ref) -> InformationShared:
        return InformationShared(
            sharing_id=name, of="roe", recipient="x", covers=("health",), items=items,
            consent_id="c", purpose="Rent", happened_on=D2,
        )  # fmt: skip

    file = case(consent, shared("s", item))
    assert may_share(file.case, with_="x", on=D2, of="roe", item=item, sort="health")
    assert not team_findings(file, on=D3)
    file = more(file, shared("t", item, Ref("party", "roe")), shared("u"))
    assert [one.evidence for one in team_findings(file, on=D3)] == [
        ("practice/sharing:t",),
        ("practice/sharing:u",),
    ]


def test_what_is_recorded_late_does_not_take_the_place_of_what_holds() -> None:
    """Statuses, cadences and preferences stand by their days."""
    week = Period.parse("7 days")

    def agreed(text: str, on: date) -> StatusAgreed:
        return StatusAgreed(
            party_id="roe", text=text, approved_by="lead", happened_on=on
        )

    def reached(channel: str, on: date) -> ContactPreferenceSet:
        return ContactPreferenceSet(party_id="roe", channels=(channel,), happened_on=on)

    file = case(
        agreed("New", D3),
        agreed("Old", D2),
        CadenceAgreed(party_id="roe", every=week, happened_on=D3),
        CadenceAgreed(party_id="roe", every=MONTH, happened_on=D1),
        reached("letter", D3),
        reached("video", D1),
    )
    shown = [client_view(file.case, "roe", on=on).status for on in (D1, D2, D3)]
    assert shown == [None, "Old", "New"]
    room = file.case[COMMUNICATIONS]
    assert room.cadences["roe"].every == week
    assert room.preferences["roe"].channels == ("letter",)
    before = room.preferences["roe"].on(D2)
    assert before is not None
    assert before.channels == ("video",)
    every = Period.parse("10 days")
    rows = {one.party_id: one for one in updates_due([file], every=every, on=D2)}
    assert (rows["roe"].every, rows["roe"].is_agreed) == ("30 days", True)
    assert (rows["poe"].every, rows["poe"].is_agreed) == ("10 days", False)
    again = more(file, agreed("Newer", D3))
    assert client_view(again.case, "roe", on=D3).status == "Newer"
    assert [one.text for one in again.case[COMMUNICATIONS].statuses["roe"].earlier] == [
        "Old",
        "New",
    ]


def test_a_cadence_counts_from_the_day_on_which_it_was_agreed() -> None:
    """Who heard nothing is not overdue on the day of the agreement."""
    file = case(CadenceAgreed(party_id="roe", every=MONTH, happened_on=D3))
    century = Period.parse("3000 days")
    assert not updates_due([file], every=century, on=D3)
    due = updates_due([file], every=century, on=D3 + timedelta(days=30))
    assert [(one.since_on, one.told, one.days_over) for one in due] == [(D3, False, 0)]


def test_nothing_unseen_is_in_what_a_client_gets() -> None:
    """Neither the page of text nor the letter steers a terminal or turns a line."""
    status = StatusAgreed(
        party_id="roe", text="Won\x1b[2J\u202e", next_step="Wait\x07",
        approved_by="lead", happened_on=D2,
    )  # fmt: skip
    view = client_view(case(status).case, "roe", on=D3)
    letter = view.letter(signed_by="L\x1b", greeting="Hello\x9b")
    for text in (str(view), letter, view.page()):
        assert "Won" in text
        assert not {"\x1b", "\u202e", "\x07", "\x9b"} & set(text)
    two = view.letter(signed_by="Lead\nRoe & Co.")
    assert two.endswith("Lead\nRoe & Co.")
    greeting: Any = 7
    with pytest.raises(InvalidTypeError, match="greeting"):
        view.letter(signed_by="lead", greeting=greeting)


def test_nothing_answers_itself() -> None:
    """A call in which both spoke owes its reply to another."""
    call = said("a", direction="both", reply_by=D2)
    reply = ReplyGiven(communication_id="a", by_communication="a", happened_on=D1)
    with pytest.raises(InvalidValueError, match="it is that one"):
        case(call, reply)


HELD = MeetingHeld(
    meeting_id="m",
    attendees=("ana",),
    actions=(MeetingAction(title="Call", accountable="ana", due_on=D3),),
    happened_on=D2,
)


def test_an_action_is_not_taken_for_a_task_that_was_there_before() -> None:
    """It gets the next id that is free, is found missing until then, and then not."""
    other = TaskTerms(title="Other", accountable="cleo")
    file = case(TaskPlanned(task_id="m/1", terms=other, happened_on=D1), HELD)
    codes = [one.code for one in health(file, on=D3)]
    assert "meeting-action-no-task" in codes
    (task,) = tasks_of(file.case, "m")
    assert (task.task_id, task.terms.title) == ("m/1-2", "Call")
    file = more(file, task)
    assert tasks_of(file.case, "m") == ()
    codes = [one.code for one in health(file, on=D3)]
    assert "meeting-action-no-task" not in codes
    assert [one.task_id for one in tasks_of(case(HELD).case, "m")] == ["m/1"]


def test_a_meeting_for_few_stays_one() -> None:
    """That it was held says who was there; a wider label of the plan opens nothing."""
    planned = MeetingScheduled(meeting_id="m", held_on=D2, happened_on=D1)
    few = Draft(planned, label=Label(audience="owner"))
    assert case(few, HELD).case[MEETINGS]["m"].label.audience == "owner"
    many = Draft(planned, label=Label(audience="client"))
    assert case(many, HELD).case[MEETINGS]["m"].label.audience == "firm"


def test_a_case_is_named_once_however_many_services_it_had() -> None:
    """Counts are of services, names of cases."""
    services = [
        ServiceClosed(
            service_id=f"s-{number}", program="us/lsc", closing=closing,
            closed_by="lead", happened_on=D2,
        )
        for number, closing in enumerate("AAB")
    ]  # fmt: skip
    found = case_services([case(*services)], program="us/lsc", during=(D1, D3))
    assert [(one.count, one.cases) for one in found] == [(2, ("roe",)), (1, ("roe",))]
    assert found.uncoded == ("roe",)


def test_what_is_of_no_kind_is_refused_when_it_is_made() -> None:
    """An option, a score, and texts within a tuple are looked at as others are."""
    nothing: Any = None
    with pytest.raises(InvalidTypeError, match="option"):
        DecisionTaken(decision_id="d", option=nothing, happened_on=D1)
    answer = Answered(question="q", answer="x", points=1)
    made: dict[str, Any] = {
        "assessment_id": "a", "of": "roe", "instrument": "i", "version": "1",
        "digest": "d", "answers": (answer,), "assessed_by": "ana", "happened_on": D1,
    }  # fmt: skip
    for wrong in (1.0, True):
        with pytest.raises(InvalidTypeError, match="score"):
            Assessed(**made | {"score": wrong})
    for text in ("", "\ud800"):
        with pytest.raises(InvalidValueError, match="unanswered"):
            Assessed(**made, unanswered=(text,))
        with pytest.raises(InvalidValueError, match="with_others"):
            said("a", with_others=(text,))


def test_referrals_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not again for every need: twice as many needs take twice the time."""

    def again(_: object, __: str) -> None:
        pytest.fail("all referrals were gone through for one need")

    monkeypatch.setattr(Needs, "referrals_for", again)
    events: list[Event] = []
    for number in range(5):
        events += [
            NeedFound(
                need_id=f"n{number}", of="roe", category="health", urgency="low",
                stated_by="roe", happened_on=D1,
            ),
            Referred(
                referral_id=f"r{number}", need_id=f"n{number}", to="x", happened_on=D1
            ),
        ]  # fmt: skip
    found = open_needs([case(*events)], on=D2)
    assert [one.kind for one in found] == ["referral"] * 5


BEFORE = D1 - timedelta(days=90)
ASSESSED = Assessed(
    assessment_id="a",
    of="roe",
    instrument="i",
    version="1",
    digest="d",
    answers=(Answered(question="q", answer="x", points=1),),
    assessed_by="ana",
    happened_on=D1,
)
SCREENED = ApplicantScreened(
    screening_id="s",
    applicant="roe",
    program="us/lsc",
    area="48-states-dc",
    screened_by="ana",
    happened_on=D1,
)
FOUND = NeedFound(
    need_id="n",
    of="roe",
    category="health",
    urgency="low",
    stated_by="roe",
    happened_on=D1,
)
REFERRED = Referred(referral_id="r", need_id="n", to="x", happened_on=D1)
RAISED = ProblemRaised(
    problem_id="p",
    text="Lost",
    owner="ana",
    severity="serious",
    due_on=D2,
    happened_on=D1,
)
STATED = ExpectationStated(
    expectation_id="e", of="roe", held_by="party", text="Call", happened_on=D1
)
ASKED = said("c", direction="in", reply_by=D2)
STEPS: tuple[tuple[tuple[Event, ...], Event], ...] = (
    ((PROPOSED,), ACCEPTED),
    ((FOUND,), NeedSatisfied(need_id="n", how="Met", happened_on=D1)),
    ((FOUND,), REFERRED),
    ((FOUND, REFERRED), ReferralAccepted(referral_id="r", happened_on=D1)),
    (
        (RAISED,),
        ProblemResolved(problem_id="p", how="So", resolved_by="ana", happened_on=D1),
    ),
    ((STATED,), ExpectationMet(expectation_id="e", happened_on=D1)),
    ((ASKED,), ReplyWaived(communication_id="c", ground="No", happened_on=D1)),
    ((ASSESSED,), AssessmentVoided(assessment_id="a", ground="No", happened_on=D1)),
    (
        (SCREENED,),
        EligibilityDecided(
            screening_id="s", is_eligible=True, decided_by="ana", happened_on=D1
        ),
    ),
)


@pytest.mark.parametrize(
    ("begun", "step"), STEPS, ids=[type(step).__name__ for _, step in STEPS]
)
def test_nothing_is_over_before_it_began(begun: tuple[Event, ...], step: Event) -> None:
    """A wrong year is found when it is recorded; on the day itself it can be."""
    file = case(*begun)
    assert len(more(file, step).log) == len(file.log) + 1
    with pytest.raises(InvalidValueError, match="began on 2026-06-01"):
        more(file, evolve(step, happened_on=BEFORE))


def test_a_void_assessment_takes_no_place() -> None:
    """What it superseded counts again, and is asked again when that was due."""
    first = evolve(ASSESSED, reassess_on=D2)
    second = evolve(ASSESSED, assessment_id="b", supersedes="a")
    void = AssessmentVoided(assessment_id="b", ground="Not read out", happened_on=D1)
    file = case(first, second)
    assert [one.counts for one in file.case[ASSESSMENTS]] == [False, True]
    assert not open_needs([file], on=D3)
    file = more(file, void)
    assert [one.counts for one in file.case[ASSESSMENTS]] == [True, False]
    assert [one.ref for one in open_needs([file], on=D3)] == ["practice/assessment:a"]
    third = evolve(ASSESSED, assessment_id="c", supersedes="b")
    chain = more(case(first, second, third), void)
    assert [one.counts for one in chain.case[ASSESSMENTS]] == [False, False, True]
    both = more(file, evolve(void, assessment_id="a"))
    assert not any(one.counts for one in both.case[ASSESSMENTS])


def test_a_screening_is_looked_at_by_its_own_program() -> None:
    """Another has words of its own, and what is no program is refused."""
    screening = case(SCREENED).case[INTAKE].screenings["s"]
    known = aid_program("us/lsc")
    assert eligibility(screening, known.with_policy(assets_most=5)).answer
    wrong: Any = 3
    with pytest.raises(InvalidTypeError, match="AidProgram"):
        eligibility(screening, wrong)
    with pytest.raises(ConflictingInputError, match="words of its own"):
        eligibility(screening, evolve(known, id="acme/aid"))


def test_a_state_that_is_asked_of_a_day_needs_one() -> None:
    """An instant has no day of its own, and nothing is none."""
    consent = ConsentGiven(
        consent_id="c", given_by="roe", covers=("health",), recipients=("x",),
        purpose="Rent", happened_on=D1,
    )  # fmt: skip
    agreed = CadenceAgreed(party_id="roe", every=MONTH, happened_on=D1)
    made = case(has("a"), consent, agreed).case
    team = made[TEAM]
    for ask in (
        team.on,
        team.model_on,
        team.assignments["a"].runs_on,
        made[CONSENTS].given["c"].is_in_force,
        made[COMMUNICATIONS].cadences["roe"].on,
    ):
        for wrong in (None, AT, "2026-06-01"):
            asked: Any = wrong
            with pytest.raises(InvalidTypeError, match="day needs"):
                ask(asked)
