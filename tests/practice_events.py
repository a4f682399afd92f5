"""Events of the rooms of practice at random: possible ones, and many that are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from case_machine import (
    ANY,
    FIRST,
    NOON,
    contents,
    days,
    of,
    paper,
    parties,
    several,
    some,
    text,
)
from legalcase.dates import Period
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import Content, DocumentVersionAdded, Filed
from legalcase.near import is_same
from legalcase.practice import (
    Answered,
    ApplicantScreened,
    AreaOwner,
    AssentRecorded,
    Assessed,
    AssessmentVoided,
    Assigned,
    AssignmentEnded,
    AvailabilityStated,
    AvailabilityWithdrawn,
    CadenceAgreed,
    CheckedPerson,
    Communicated,
    ComplexityFactorFound,
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictFound,
    ConflictsChecked,
    ConflictScreened,
    ConsentGiven,
    ConsentRevoked,
    ContactPreferenceSet,
    CustodyExplained,
    CustodyTransferred,
    DecisionProposed,
    DecisionTaken,
    DecisionWithdrawn,
    EligibilityDecided,
    EvidenceCollected,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReceived,
    EvidenceReturned,
    ExhibitAdmitted,
    ExhibitExcluded,
    ExhibitMarked,
    ExhibitOffered,
    ExhibitWithdrawn,
    ExpectationAcknowledged,
    ExpectationDropped,
    ExpectationMet,
    ExpectationStated,
    FeedbackGiven,
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
    InformationShared,
    InformedConsent,
    MeetingAction,
    MeetingCancelled,
    MeetingDecision,
    MeetingHeld,
    MeetingScheduled,
    MemberJoined,
    MemberLeft,
    NeedChanged,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
    ObjectiveChanged,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveReopened,
    ObjectiveSet,
    OfferAccepted,
    OfferChanged,
    OfferCompared,
    OfferCountered,
    OfferLapsed,
    OfferMade,
    OfferRejected,
    OfferReleased,
    OfferWithdrawn,
    PlanAdopted,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlanStaffed,
    ProblemAssigned,
    ProblemCoded,
    ProblemRaised,
    ProblemReopened,
    ProblemResolved,
    ReferralAccepted,
    ReferralDeclined,
    ReferralEnded,
    Referred,
    ReplyGiven,
    ReplyWaived,
    RoleFilled,
    ScopeAgreed,
    ScopeChanged,
    ScopeTerms,
    ScreenLifted,
    ServiceClosed,
    SourceRead,
    SourceRejected,
    SourceSpan,
    SourceSuggested,
    StatusAgreed,
    SubpoenaComplied,
    SubpoenaIssued,
    SubpoenaQuashed,
    SubpoenaReturnedUnserved,
    SubpoenaServed,
    SubpoenaWithdrawn,
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
    TaskPlaced,
    TeamModelChosen,
    WitnessChanged,
    WitnessDropped,
    WitnessNamed,
    WitnessOrderSet,
    WitnessReinstated,
    WitnessTestified,
)
from legalcase.practice.conflict_checks.checking import STANCES
from practice_events_agreed import AGREED, AGREED_BEGUN
from practice_samples.plan import ANSWER, CALL, PLAYBOOK

if TYPE_CHECKING:
    from legalcase.kernel import Event

#: People of the firm: few, so that what one has goes to another and back.
people = st.sampled_from(("clerk", "lead", "second", "LEAD"))
#: Words of areas, some of which are also words of duties.
areas = st.sampled_from(("housing", "coordinator", "accountable"))
#: Of each noun a few ids: the first is there from the start, others have strokes.
consents = st.sampled_from(("c-1", "c-1", "c-2"))
said = st.sampled_from(("s-1", "s-1", "s-2", "s-3"))
expected = st.sampled_from(("e-1", "e-1", "e-2"))
members = st.sampled_from(("m-1", "m-1", "m-2"))
decisions = st.sampled_from(("d-1", "d-1", "d-2"))
handovers = st.sampled_from(("h-1", "h-1", "h-2"))
assignments = st.sampled_from(("a/x", "a/x", "b/x", "a-2"))
tests = st.sampled_from(("t-1", "t-1", "t-2"))
wants = st.sampled_from(("n-1", "n-1", "n-2"))
referrals = st.sampled_from(("r-1", "r-1", "r-2"))
meetings = st.sampled_from(("mon", "mon", "tue"))
problems = st.sampled_from(("p-1", "p-1", "p-2"))
screenings = st.sampled_from(("i-1", "i-1", "i-2"))
objectives = st.sampled_from(("o-1", "o-1", "o-2"))
scopes = st.sampled_from(("w-1", "w-1", "w-2"))
plans = st.sampled_from(("us/small", "us/small", "b"))
items = st.sampled_from(("answer", "memo", "call"))
instances = st.sampled_from((None, "p1", "p2"))
#: Another edition, in which an item is gone.
NEWER = evolve(PLAYBOOK, edition="2", items=(evolve(ANSWER, title="Answer it"),))
proofs = st.sampled_from(("x1", "x1", "x2"))
marks = st.sampled_from(("m1", "m1", "m2"))
heard = st.sampled_from(("w1", "w1", "w2"))
windows = st.sampled_from(("v1", "v1", "v2"))
commands = st.sampled_from(("s1", "s1", "s2"))
digests = st.sampled_from((None, "a" * 64, "b" * 64))
leave = st.none() | st.just("Leave")
agencies = st.sampled_from(("agency:7", "agency:8"))
sorts = st.sampled_from((("housing",), ("health", "housing")))
offers = st.sampled_from(("of-1", "of-1", "of-2"))
things = st.sampled_from(((), (Ref("task", "t1"),), (Ref("deadline", "d1"),)))
labels = st.sampled_from(
    (None, None, Label(audience="client"), Label(audience="owner", until=FIRST))
)
#: The last day that an event may name: whoever keeps time must not fall over it.
LAST = date(2999, 12, 31)
later = st.one_of(st.none(), days, st.just(LAST))
ends = st.sampled_from((None, LAST))
every = st.sampled_from(
    (Period.parse("30 days"), Period.parse("2 weeks"), Period.parse("1200 months"))
)


roles_filled = people.map(lambda name: (RoleFilled(role="lead", person=name),))
scope_terms = st.builds(
    ScopeTerms,
    included=st.just(("pleadings",)),
    excluded=st.sampled_from(((), ("appeal",))),
    agreed_with=some,
    reasonable=text,
)


@st.composite
def offered(draw: st.DrawFn) -> OfferMade:
    """An offer of one side to the other."""
    by, to = draw(st.sampled_from((("p1", "p2"), ("p2", "p1"), ("p2", "p3"))))
    return OfferMade(
        offer_id=draw(offers),
        kind=draw(st.sampled_from(("rule-68", "part-36", "plain"))),
        by=(by,),
        to=(to,),
        terms=draw(text),
        until_on=draw(ends),
        label=draw(labels),
        happened_on=draw(days),
    )


@st.composite
def models(draw: st.DrawFn) -> TeamModelChosen:
    """A choice of each of the three models."""
    model = draw(st.sampled_from(("custodial", "coordinated", "collaborative")))
    is_custodial, is_coordinated = model == "custodial", model == "coordinated"
    names = draw(st.lists(areas, min_size=1, max_size=3, unique=True))
    owners = tuple(AreaOwner(area=one, accountable=draw(people)) for one in names)
    return TeamModelChosen(
        model=model,
        manager=draw(people) if is_custodial else None,
        coordinator=None if is_custodial else draw(people),
        areas=owners if is_coordinated else (),
        reason="Why",
        happened_on=draw(days),
    )


@st.composite
def handings(draw: st.DrawFn) -> HandoverProposed:
    """What one has is to go to another."""
    one = draw(people)
    other = draw(people.filter(lambda name: not is_same(name, one)))
    return HandoverProposed(
        handover_id=draw(handovers),
        predecessor=one,
        successor=other,
        from_on=draw(days),
        inventory=draw(things),
        reason="Why",
        happened_on=draw(days),
    )


@st.composite
def assents(draw: st.DrawFn) -> AssentRecorded:
    """A member's word, or none."""
    answer = draw(st.sampled_from(("assents", "dissents", "abstains")))
    return AssentRecorded(
        decision_id=draw(decisions),
        member_id=draw(members),
        answer=answer,
        option=None if answer == "abstains" else draw(st.integers(0, 3)),
        happened_on=draw(days),
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessed:
    """Answers, their sum, and perhaps a day on which to ask again."""
    points = draw(st.integers(0, 5))
    day = draw(days)
    return Assessed(
        assessment_id=draw(tests),
        of=draw(parties),
        instrument="house/screen",
        version="1",
        digest="0",
        answers=(Answered(question="roof", answer="no", points=points),),
        score=points,
        assessed_by="worker",
        reassess_on=draw(st.none() | st.just(date(2027, 1, 1)) | st.just(LAST)),
        supersedes=draw(st.none() | tests),
        label=draw(labels),
        happened_on=day,
    )


suggestions = st.sampled_from(("g-1", "g-1", "g-2", "g-3"))
sources = st.sampled_from(("q-1", "q-1", "q-2"))
recorded_as = st.sampled_from(("served", "filed", "e99"))
spans = st.builds(
    SourceSpan,
    document_id=paper,
    digest=contents.map(lambda one: one.digest),
    text_digest=st.just(64 * "2"),
    start=st.just(0),
    end=st.just(4),
    quotation=text,
)
SUGGESTED = of(
    Suggested,
    suggestion_id=suggestions,
    event=ANY,
    source=spans,
    confidence=st.sampled_from((0.0, 0.5, 1.0)),
    producer=st.sampled_from(("reader 2.1", "clerk 1")),
    label=labels,
)


@st.composite
def found_sources(draw: st.DrawFn) -> SourceSuggested:
    """A source that the program read, or did not."""
    read = draw(st.booleans())
    return SourceSuggested(
        source_id=draw(sources),
        question="Text",
        locator="Text",
        read=read,
        quotation="Text" if read else None,
        digest=64 * "0" if read else None,
        confidence=0.5,
        producer="finder 1",
        label=draw(labels),
        happened_on=draw(days),
    )


def beyond(day: date | None, on: date) -> date | None:
    """A day that lies after another; ``None`` where it does not."""
    return None if day is None or day <= on else day


@st.composite
def dated(draw: st.DrawFn) -> Event:
    """What names a day that has to lie after its own."""
    day, end = draw(days), draw(later)
    end = beyond(end, day)
    kind = draw(st.sampled_from(("consent", "assigned", "said", "referred", "met")))
    if kind == "consent":
        return ConsentGiven(
            consent_id=draw(consents),
            given_by=draw(parties),
            covers=draw(sorts),
            items=draw(things),
            recipients=(draw(agencies),),
            purpose="Why",
            until_on=end,
            with_privileged=draw(st.booleans()),
            happened_on=day,
        )
    if kind == "assigned":
        return Assigned(
            assignment_id=draw(assignments),
            person=draw(people),
            duty=draw(st.sampled_from(("accountable", "coordinator", "backup"))),
            area=draw(st.none() | areas),
            until_on=end,
            happened_on=day,
        )
    if kind == "said":
        return Communicated(
            communication_id=draw(said),
            with_parties=draw(some),
            direction=draw(st.sampled_from(("in", "out", "both"))),
            channel="telephone",
            subject="Text",
            reply_by=end,
            label=draw(labels),
            happened_on=day,
        )
    if kind == "referred":
        return Referred(
            referral_id=draw(referrals),
            need_id=draw(wants),
            to=draw(agencies),
            consent_id=draw(st.none() | consents),
            follow_up_on=end,
            happened_on=day,
        )
    action = MeetingAction(title="Text", accountable=draw(people), due_on=end or day)
    decision = MeetingDecision(question="Text", options=("yes", "no"), option=1)
    return MeetingHeld(
        meeting_id=draw(meetings),
        attendees=(draw(people),),
        decisions=draw(st.sampled_from(((), (decision,)))),
        actions=draw(st.sampled_from(((), (action,), (action, action)))),
        label=draw(labels),
        happened_on=day,
    )


clashes = st.sampled_from(("f-1", "f-1", "f-2", "f-3"))
screens = st.sampled_from(("k-1", "k-1", "k-2"))
affected = st.sampled_from(("person:1", "person:2"))


@st.composite
def conflict_checks(draw: st.DrawFn) -> ConflictsChecked:
    """A check of somebody, which found what can be settled, and what cannot."""
    found = []
    for name in draw(st.lists(clashes, max_size=3, unique=True)):
        barred = draw(st.booleans())
        found.append(
            ConflictFound(
                finding_id=name,
                rule="same-proceeding" if barred else "former-client",
                matter="m-1",
                ref="party:acme",
                affected=() if barred else (draw(affected),),
                is_consentable=not barred,
                is_screenable=not barred and draw(st.booleans()),
                is_barred=barred,
            )
        )
    who = draw(parties)
    return ConflictsChecked(
        check_id=draw(st.sampled_from(("cc-1", "cc-2", "cc-3"))),
        asked=(CheckedPerson(who=who, stance=draw(st.sampled_from(STANCES))),),
        corpus="store/1",
        cases=draw(st.integers(0, 3)),
        depth=2,
        method="exact",
        found=tuple(found),
        checked_by=draw(people),
        happened_on=draw(days),
    )


@st.composite
def conflict_consents(draw: st.DrawFn) -> ConflictConsented:
    """The consent of one, who may not be the one that matters."""
    day = draw(days)
    consent = InformedConsent(
        given_by=draw(affected), in_document="signed", given_on=day
    )
    return ConflictConsented(
        finding_id=draw(clashes), consents=(consent,), happened_on=day
    )


DATED = dated()
#: At least one event of every kind of the rooms of practice.
PRACTICE: dict[type[Event], st.SearchStrategy[Event]] = {
    TeamModelChosen: models(),
    Assigned: DATED,
    AssignmentEnded: of(AssignmentEnded, assignment_id=assignments, reason=text),
    MemberJoined: of(
        MemberJoined,
        member_id=members,
        person=people,
        agency=st.none() | agencies,
        discipline=st.just("social-work"),
    ),
    MemberLeft: of(MemberLeft, member_id=members),
    HandoverProposed: handings(),
    HandoverAccepted: of(HandoverAccepted, handover_id=handovers, accepted_by=people),
    HandoverDeclined: of(HandoverDeclined, handover_id=handovers, ground=text),
    DecisionProposed: of(
        DecisionProposed,
        decision_id=decisions,
        question=text,
        options=st.just(("yes", "no")),
        needs=members.map(lambda one: (one,)),
        label=labels,
    ),
    AssentRecorded: assents(),
    DecisionTaken: of(DecisionTaken, decision_id=decisions, option=st.integers(0, 3)),
    DecisionWithdrawn: of(DecisionWithdrawn, decision_id=decisions, ground=text),
    ConflictsChecked: conflict_checks(),
    ConflictCleared: of(
        ConflictCleared, finding_id=clashes, reason=text, cleared_by=people
    ),
    ConflictConsented: conflict_consents(),
    ConflictConsentRevoked: of(
        ConflictConsentRevoked, finding_id=clashes, revoked_by=affected
    ),
    ConflictScreened: of(
        ConflictScreened,
        finding_id=clashes,
        screen_id=screens,
        person=people,
        notice_on=st.none() | days,
    ),
    ScreenLifted: of(ScreenLifted, screen_id=screens, reason=text),
    ConflictDeclined: of(ConflictDeclined, finding_id=clashes),
    ConsentGiven: DATED,
    ConsentRevoked: of(ConsentRevoked, consent_id=consents),
    InformationShared: of(
        InformationShared,
        sharing_id=st.sampled_from(("x-1", "x-2")),
        of=parties,
        recipient=agencies,
        covers=sorts,
        items=things,
        consent_id=st.none() | consents,
        purpose=text,
        is_privileged=st.booleans(),
    ),
    Communicated: DATED,
    ReplyGiven: of(ReplyGiven, communication_id=said, by_communication=said),
    ReplyWaived: of(ReplyWaived, communication_id=said, ground=text),
    CadenceAgreed: of(CadenceAgreed, party_id=parties, every=every),
    ContactPreferenceSet: of(
        ContactPreferenceSet, party_id=parties, channels=st.just(("letter",))
    ),
    StatusAgreed: of(
        StatusAgreed,
        party_id=parties,
        text=text,
        next_step=st.none() | text,
        approved_by=people,
    ),
    ExpectationStated: of(
        ExpectationStated,
        expectation_id=expected,
        of=parties,
        held_by=st.sampled_from(("party", "us")),
        text=text,
        due_on=later,
    ),
    ExpectationAcknowledged: of(
        ExpectationAcknowledged, expectation_id=expected, acknowledged_by=people
    ),
    ExpectationMet: of(ExpectationMet, expectation_id=expected),
    ExpectationDropped: of(ExpectationDropped, expectation_id=expected, ground=text),
    Assessed: assessments(),
    AssessmentVoided: of(AssessmentVoided, assessment_id=tests, ground=text),
    NeedFound: of(
        NeedFound,
        need_id=wants,
        of=parties,
        category=st.sampled_from(("housing", "health")),
        urgency=st.sampled_from(("low", "moderate", "urgent", "emergency")),
        from_assessment=st.none() | tests,
        stated_by=text,
        label=labels,
    ),
    NeedChanged: of(
        NeedChanged,
        need_id=wants,
        urgency=st.sampled_from(("low", "emergency")),
        ground=text,
    ),
    NeedSatisfied: of(
        NeedSatisfied, need_id=wants, how=text, by_referral=st.none() | referrals
    ),
    NeedDropped: of(NeedDropped, need_id=wants, ground=text),
    NeedReopened: of(NeedReopened, need_id=wants, ground=text),
    Referred: DATED,
    ComplexityFactorFound: of(
        ComplexityFactorFound,
        factor=st.sampled_from(("us-ca/crc/3.400(b)(1)", "house/large")),
        answer=st.sampled_from(("yes", "no", "not-known")),
        ground=text,
        label=labels,
    ),
    ObjectiveSet: of(
        ObjectiveSet,
        objective_id=objectives,
        statement=text,
        test=text,
        owner=people,
        agreed_with=several,
        label=labels,
    ),
    ObjectiveChanged: of(
        ObjectiveChanged, objective_id=objectives, owner=people, agreed_with=several
    ),
    ObjectiveMet: of(ObjectiveMet, objective_id=objectives, how=text),
    ObjectiveDropped: of(
        ObjectiveDropped, objective_id=objectives, ground=text, agreed_with=several
    ),
    ObjectiveReopened: of(ObjectiveReopened, objective_id=objectives, ground=text),
    ScopeAgreed: of(ScopeAgreed, scope_id=scopes, terms=scope_terms, label=labels),
    ScopeChanged: of(ScopeChanged, scope_id=scopes, terms=scope_terms, ground=text),
    PlanAdopted: of(
        PlanAdopted,
        plan_id=plans,
        playbook=st.just(PLAYBOOK),
        digest=st.just(PLAYBOOK.digest),
        roles=roles_filled,
        label=labels,
    ),
    PlanMigrated: of(
        PlanMigrated,
        plan_id=plans,
        playbook=st.just(NEWER),
        digest=st.just(NEWER.digest),
    ),
    PlanStaffed: of(PlanStaffed, plan_id=plans, roles=roles_filled),
    PlanItemPlanned: of(
        PlanItemPlanned,
        plan_id=plans,
        item=items,
        instance=instances,
        of=st.sampled_from((Ref("task", "t1"), Ref("deadline", "d1"))),
    ),
    PlanItemSkipped: of(
        PlanItemSkipped, plan_id=plans, item=items, instance=instances, ground=text
    ),
    PlanItemWaived: of(
        PlanItemWaived,
        plan_id=plans,
        item=items,
        instance=instances,
        ground=text,
        approved_by=people,
    ),
    PlanItemAdded: of(PlanItemAdded, plan_id=plans, item=st.just(CALL)),
    TaskPlaced: of(
        TaskPlaced,
        task_id=st.sampled_from(("t1", "t2")),
        area=st.sampled_from(("trial", "discovery")),
    ),
    ReferralAccepted: of(ReferralAccepted, referral_id=referrals),
    ReferralDeclined: of(ReferralDeclined, referral_id=referrals, ground=text),
    ReferralEnded: of(
        ReferralEnded,
        referral_id=referrals,
        outcome=st.sampled_from(("service-received", "no-capacity")),
    ),
    ApplicantScreened: of(
        ApplicantScreened,
        screening_id=screenings,
        applicant=parties,
        program=st.sampled_from(("us/lsc", "house/fund")),
        area=st.sampled_from(("48-states-dc", "hawaii", "moon")),
        household=st.none() | st.integers(1, 12),
        annual_income=st.none() | st.integers(0, 90_000),
        assets=st.none() | st.integers(0, 20_000),
        status=st.none() | st.sampled_from(("citizen", "none-of-these", "martian")),
        screened_by=people,
    ),
    EligibilityDecided: of(
        EligibilityDecided,
        screening_id=screenings,
        is_eligible=st.booleans(),
        decided_by=people,
        ground=text,
    ),
    ProblemCoded: of(
        ProblemCoded,
        program=st.sampled_from(("us/lsc", "house/fund")),
        code=st.sampled_from(("63", "99-z")),
    ),
    ServiceClosed: of(
        ServiceClosed,
        service_id=st.sampled_from(("v-1", "v-2")),
        program=st.sampled_from(("us/lsc", "house/fund")),
        closing=st.sampled_from(("A", "Z")),
        closed_by=people,
    ),
    MeetingScheduled: of(
        MeetingScheduled, meeting_id=meetings, held_on=days | st.just(LAST)
    ),
    MeetingHeld: DATED,
    MeetingCancelled: of(MeetingCancelled, meeting_id=meetings, ground=text),
    ProblemRaised: of(
        ProblemRaised,
        problem_id=problems,
        text=text,
        owner=people,
        severity=st.sampled_from(("minor", "critical")),
        due_on=later,
        about=things,
        label=labels,
    ),
    ProblemAssigned: of(
        ProblemAssigned, problem_id=problems, owner=people, due_on=later
    ),
    ProblemResolved: of(
        ProblemResolved, problem_id=problems, resolved_by=people, how=text
    ),
    ProblemReopened: of(ProblemReopened, problem_id=problems, ground=text),
    EvidenceCollected: of(
        EvidenceCollected,
        item_id=proofs,
        description=text,
        kind=st.sampled_from(("digital", "physical")),
        taken_by=people,
        digest=digests,
        label=labels,
    ),
    EvidenceReceived: of(
        EvidenceReceived,
        item_id=proofs,
        description=text,
        kind=st.just("digital"),
        taken_by=people,
        from_party=st.none() | parties,
        copy_of=st.none() | proofs,
        digest=digests,
        label=labels,
    ),
    CustodyTransferred: of(
        CustodyTransferred,
        item_id=proofs,
        handed_by=people,
        handed_to=st.just("the laboratory"),
        purpose=text,
        authorization=leave,
        digest_before=digests,
        digest_after=digests,
    ),
    EvidenceHandled: of(
        EvidenceHandled,
        item_id=proofs,
        action=st.sampled_from(("accessed", "analyzed", "copied", "sealed")),
        handled_by=people,
        seal=st.just("Seal"),
        authorization=leave,
        digest_before=digests,
        digest_after=digests,
    ),
    EvidenceReturned: of(
        EvidenceReturned, item_id=proofs, returned_by=people, returned_to=people
    ),
    EvidenceDestroyed: of(
        EvidenceDestroyed, item_id=proofs, destroyed_by=people, how=text
    ),
    CustodyExplained: of(
        CustodyExplained,
        item_id=proofs,
        link=st.sampled_from(("x1-came", "x1-came", "e-1")),
        explanation=text,
        explained_by=people,
    ),
    ExhibitMarked: of(
        ExhibitMarked, exhibit_id=marks, mark=text, item_id=proofs, label=labels
    ),
    ExhibitOffered: of(ExhibitOffered, exhibit_id=marks),
    ExhibitAdmitted: of(ExhibitAdmitted, exhibit_id=marks),
    ExhibitExcluded: of(ExhibitExcluded, exhibit_id=marks, ground=text),
    ExhibitWithdrawn: of(ExhibitWithdrawn, exhibit_id=marks),
    WitnessNamed: of(
        WitnessNamed,
        witness_id=heard,
        party_id=st.none() | parties,
        name=people,
        called_by=several,
        kind=st.sampled_from(("fact", "expert")),
        language=st.none() | st.just("es"),
        is_remote=st.booleans(),
        label=labels,
    ),
    WitnessChanged: of(WitnessChanged, witness_id=heard, topics=text),
    WitnessDropped: of(WitnessDropped, witness_id=heard, ground=text),
    WitnessReinstated: of(WitnessReinstated, witness_id=heard, ground=text),
    WitnessTestified: of(
        WitnessTestified, witness_id=heard, hearing_id=st.sampled_from(("h1", "h2"))
    ),
    WitnessOrderSet: of(
        WitnessOrderSet,
        hearing_id=st.sampled_from(("h1", "h2")),
        witness_ids=heard.map(lambda one: (one,)),
    ),
    AvailabilityStated: of(
        AvailabilityStated,
        availability_id=windows,
        witness_id=heard,
        is_available=st.booleans(),
        from_on=days,
        until_on=st.none() | st.just(LAST),
        stated_by=people,
    ),
    AvailabilityWithdrawn: of(AvailabilityWithdrawn, availability_id=windows),
    SubpoenaIssued: of(
        SubpoenaIssued,
        subpoena_id=commands,
        witness_id=heard,
        hearing_id=st.none() | st.sampled_from(("h1", "h2")),
        commands=st.sampled_from((("testify",), ("testify", "produce"))),
        label=labels,
    ),
    SubpoenaServed: of(
        SubpoenaServed, subpoena_id=commands, is_fee_tendered=st.booleans()
    ),
    SubpoenaReturnedUnserved: of(SubpoenaReturnedUnserved, subpoena_id=commands),
    SubpoenaComplied: of(SubpoenaComplied, subpoena_id=commands),
    SubpoenaQuashed: of(SubpoenaQuashed, subpoena_id=commands),
    SubpoenaWithdrawn: of(SubpoenaWithdrawn, subpoena_id=commands),
    FeedbackGiven: of(
        FeedbackGiven,
        feedback_id=st.sampled_from(("f-1", "f-2")),
        given_by=parties,
        asked_by=st.just("survey"),
        text=text,
        label=labels,
    ),
    OfferMade: offered(),
    OfferChanged: of(OfferChanged, offer_id=offers, terms=text, until_on=ends),
    OfferWithdrawn: of(OfferWithdrawn, offer_id=offers, ground=text),
    OfferAccepted: of(
        OfferAccepted, offer_id=offers, accepted_by=parties.map(lambda one: (one,))
    ),
    OfferRejected: of(
        OfferRejected, offer_id=offers, rejected_by=parties.map(lambda one: (one,))
    ),
    OfferCountered: of(OfferCountered, offer_id=offers, by_offer=offers),
    OfferLapsed: of(OfferLapsed, offer_id=offers, authority=text),
    OfferCompared: of(
        OfferCompared,
        offer_id=offers,
        judgment=st.just("e1"),
        result=st.sampled_from(("beaten", "not-beaten", "disputed")),
        compared_by=people,
    ),
    OfferReleased: of(
        OfferReleased,
        offer_id=offers,
        because=st.just(Ref("event", "e1")),
        authority=text,
    ),
    Suggested: SUGGESTED,
    SuggestionAccepted: of(
        SuggestionAccepted, suggestion_id=suggestions, event_id=recorded_as
    ),
    SuggestionEdited: of(
        SuggestionEdited, suggestion_id=suggestions, event_id=recorded_as
    ),
    SuggestionRejected: of(SuggestionRejected, suggestion_id=suggestions, ground=text),
    SourceSuggested: found_sources(),
    SourceRead: of(SourceRead, source_id=sources, note=st.none() | text),
    SourceRejected: of(SourceRejected, source_id=sources, ground=text),
}
PRACTICE.update(AGREED)
_KINDS = tuple(PRACTICE)


@st.composite
def _any(draw: st.DrawFn) -> Event:
    return draw(PRACTICE[draw(st.sampled_from(_KINDS))])


#: An event of any kind of practice.
ANY_OF_PRACTICE = _any()
#: Somebody's line can be narrower than what is said in it.
DRAFTS = st.builds(
    Draft,
    ANY_OF_PRACTICE,
    label=st.sampled_from(
        (None, Label(audience="owner"), Label(audience="firm", until=FIRST))
    ),
)
_DAY: dict[str, Any] = {"happened_on": FIRST}
#: Of each noun of practice one, to which things happen.
BEGUN: tuple[Event | Draft, ...] = (
    TeamModelChosen(model="custodial", manager="lead", reason="Why", **_DAY),
    Assigned(assignment_id="a/x", person="second", duty="backup", **_DAY),
    MemberJoined(member_id="m-1", person="worker", discipline="health", **_DAY),
    HandoverProposed(
        handover_id="h-1",
        predecessor="lead",
        successor="second",
        from_on=date(2026, 3, 2),
        reason="Why",
        **_DAY,
    ),
    DecisionProposed(
        decision_id="d-1",
        question="Text",
        options=("yes", "no"),
        needs=("m-1",),
        **_DAY,
    ),
    ConsentGiven(
        consent_id="c-1",
        given_by="p1",
        covers=("housing",),
        recipients=("agency:7",),
        purpose="Why",
        **_DAY,
    ),
    Communicated(
        communication_id="s-1",
        with_parties=("p1",),
        direction="in",
        channel="letter",
        subject="Text",
        reply_by=date(2026, 2, 2),
        **_DAY,
    ),
    ExpectationStated(
        expectation_id="e-1", of="p1", held_by="party", text="Text", **_DAY
    ),
    Assessed(
        assessment_id="t-1",
        of="p1",
        instrument="house/screen",
        version="1",
        digest="0",
        answers=(Answered(question="roof", answer="no", points=5),),
        score=5,
        assessed_by="worker",
        **_DAY,
    ),
    NeedFound(
        need_id="n-1",
        of="p1",
        category="housing",
        urgency="urgent",
        stated_by="Text",
        **_DAY,
    ),
    Referred(referral_id="r-1", need_id="n-1", to="agency:7", **_DAY),
    MeetingScheduled(meeting_id="mon", held_on=date(2026, 3, 2), **_DAY),
    ObjectiveSet(
        objective_id="o-1", statement="Text", test="Text", owner="lead", **_DAY
    ),
    ScopeAgreed(
        scope_id="w-1",
        terms=ScopeTerms(included=("pleadings",), agreed_with=("p1",)),
        **_DAY,
    ),
    PlanAdopted(plan_id="us/small", playbook=PLAYBOOK, digest=PLAYBOOK.digest, **_DAY),
    ProblemRaised(problem_id="p-1", text="Text", owner="lead", **_DAY),
    OfferMade(
        offer_id="of-1",
        kind="part-36",
        by=("p2",),
        to=("p1",),
        terms="Text",
        **_DAY,
    ),
    ApplicantScreened(
        screening_id="i-1",
        applicant="p1",
        program="us/lsc",
        area="hawaii",
        screened_by="worker",
        **_DAY,
    ),
    *AGREED_BEGUN,
    Draft(
        EvidenceCollected(
            item_id="x1",
            description="Text",
            kind="digital",
            taken_by="lead",
            digest="a" * 64,
            **_DAY,
        ),
        event_id="x1-came",
    ),
    ExhibitMarked(exhibit_id="m1", mark="Text", item_id="x1", **_DAY),
    WitnessNamed(witness_id="w1", name="Text", **_DAY),
    AvailabilityStated(
        availability_id="v1",
        witness_id="w1",
        is_available=False,
        from_on=FIRST,
        stated_by="lead",
        **_DAY,
    ),
    SubpoenaIssued(subpoena_id="s1", witness_id="w1", **_DAY),
    DocumentVersionAdded(
        document_id="doc1", content=Content(digest=64 * "0", size=1), **_DAY
    ),
    Suggested(
        suggestion_id="g-1",
        event=Filed(title="Text", **_DAY),
        source=SourceSpan(
            document_id="doc1",
            digest=64 * "0",
            text_digest=64 * "2",
            start=0,
            end=4,
            quotation="Text",
        ),
        confidence=0.5,
        producer="reader 2.1",
        **_DAY,
    ),
    SourceSuggested(
        source_id="q-1",
        question="Text",
        locator="Text",
        read=False,
        confidence=0.5,
        producer="finder 1",
        **_DAY,
    ),
)
__all__ = [
    "ANY_OF_PRACTICE",
    "BEGUN",
    "DRAFTS",
    "NOON",
    "PRACTICE",
    "SUGGESTED",
    "several",
]
