"""A machine that records, corrects and retracts at random, for tests of properties.

It records events of all rooms at random, most of them possible and many not,
and corrects and retracts lines. After every step: the case equals the fold of its
log; as known at any earlier line it equals the case then; its state is legal; and
nothing but an error of the package ever comes out. At the end, the fold of the
corrected log is that of the log that had been right from the start.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

import legalcase as lc
from case_samples import stage_table
from legalcase.dates import Period
from legalcase.kernel import Draft, Event, Label, Recorded, Ref
from legalcase.kernel.lines.effective import effective
from legalcase.model import (
    Agreed,
    Anchor,
    AppealTaken,
    AppearedProSe,
    BecameClient,
    CaptionChanged,
    Case,
    CaseClosed,
    CaseDisposed,
    CaseFile,
    CaseLinked,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    CaseTransferred,
    CaseUnlinked,
    CeasedAsClient,
    Charged,
    ChargeDisposed,
    ChargesRevived,
    ChargesSuperseded,
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
    ClaimStated,
    ClockEnded,
    ClockEvent,
    ClockLengthened,
    ClockSevered,
    ClocksJoined,
    ClockStarted,
    ClockWaived,
    Computed,
    ConflictReviewBegun,
    ConflictReviewCleared,
    Content,
    CounselAppeared,
    CounselReinstated,
    CounselSubstituted,
    CounselSuspended,
    CounselTerminated,
    CounselWithdrew,
    CourtAssigned,
    CustodiansAdded,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineReassigned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineTerms,
    DeadlineVacated,
    DeadlineWaived,
    Derived,
    DocumentCreated,
    DocumentLinked,
    DocumentProduced,
    DocumentReceived,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementDeclined,
    EngagementOpened,
    EngagementPutOnHold,
    EngagementReopened,
    EngagementResumed,
    EngagementTermsChanged,
    EntrySealed,
    EntryStruck,
    EntryUnsealed,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
    FactEstablished,
    Filed,
    FilingAbandoned,
    FilingAccepted,
    FilingDrafted,
    FilingRejected,
    FilingReturned,
    FilingSentForReview,
    FilingSigned,
    FilingSubmitted,
    HearingContinued,
    HearingHeld,
    HearingNeedDropped,
    HearingNeedFailed,
    HearingNeedMet,
    HearingNeedStated,
    HearingNotAttended,
    HearingPlaceChanged,
    HearingSet,
    HearingVacated,
    IncapacityEnded,
    IncapacityFound,
    InquiryMade,
    JudgeAssigned,
    JudgeRelieved,
    JudgmentEntered,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    LegalHoldReleased,
    Model,
    NoteAdded,
    NumberAssigned,
    Ordered,
    OrderEntered,
    OrderVacated,
    Outcome,
    PartyJoined,
    PartyLeft,
    PleaEntered,
    PleaWithdrawn,
    ProofOfServiceFiled,
    PropertyDistributed,
    ProposalDeclined,
    ReadingChosen,
    RecordDestroyed,
    RecordLost,
    Repeats,
    RetentionSet,
    RoleEnded,
    RoleTaken,
    SentenceImposed,
    Served,
    ServiceQuashed,
    StageEntered,
    StageTableAdopted,
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskFailed,
    TaskPlanned,
    TaskReassigned,
    TaskReopened,
    TaskRescheduled,
    TaskResumed,
    TaskSequenced,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskTerms,
    TaskWaived,
    VerdictReturned,
)

FIRST = date(2026, 1, 5)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)

#: Counted once: the machine is about the case.
COMPUTED = tuple(
    lc.compute(asked, after=day, court="cand", service=service)
    for asked, day, service in (
        ("us/frcp/33(b)(2)", date(2026, 6, 3), "mail"),
        ("us/frcp/12(a)(1)(A)(i)", date(2026, 6, 1), None),
        ("us/frcp/59(e)", date(2026, 5, 4), None),
    )
)

days = st.integers(20, 150).map(lambda n: FIRST + timedelta(days=n))
early = st.integers(0, 10).map(lambda n: FIRST + timedelta(days=n))
some_instants = days.map(
    lambda day: datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
)
#: The first of each are there from the start; the others may come, or never do.
parties = st.sampled_from(("p1", "p2", "p1", "p2", "p3"))
several = st.sampled_from(((), (), ("p1",), ("p2",), ("p1", "p2"), ("p3", "p1")))
some = st.sampled_from((("p1",), ("p2",), ("p1", "p2")))
hearings = st.sampled_from(("h1", "h1", "h2"))
deadlines = st.sampled_from(("d1", "d1", "d1", "d2", "d2", "d3", "d4", "d5"))
new_deadlines = st.sampled_from(tuple(f"d{number}" for number in range(2, 40)))
entries = st.sampled_from(("served", "served", "order", "filed", "e9", "e12", "e15"))
refs = entries.map(lambda name: Ref("event", name))
roles = st.sampled_from(("plaintiff", "defendant", "counterclaimant"))
claims = st.sampled_from(("c1", "c1", "c2"))
counts = st.sampled_from((("k1",), ("k1",), ("k2",), ("k1", "k2")))
paper = st.sampled_from(("doc1", "doc1", "doc2"))
papers = paper.map(lambda one: (one,))
contents = st.sampled_from("01").map(lambda one: Content(digest=64 * one, size=1))
filings = st.sampled_from(("f1", "f1", "f2"))
needs = st.sampled_from(("need1", "need1", "n2"))
notes = st.integers(0, 60).map(lambda number: f"n{number}")


followed = st.one_of(
    deadlines.map(lambda name: Ref("deadline", name)),
    hearings.map(lambda name: Ref("hearing", name)),
    refs,
)
periods = st.sampled_from((None, Period.parse("7 days"), Period.parse("2 months")))
derived = st.builds(
    Derived,
    follows=followed,
    period=periods,
    direction=st.sampled_from(("before", "after")),
)


def bases() -> st.SearchStrategy[Any]:
    """Every kind of basis, on what may or may not be there."""
    anchors = st.just(()) | refs.map(lambda ref: (Anchor("summons-served", ref),))
    return st.one_of(
        st.builds(Computed, computation=st.sampled_from(COMPUTED), anchors=anchors),
        st.builds(Ordered, due=days, order=refs),
        st.builds(Ordered, due=days, authority=st.just("Order")),
        st.builds(Agreed, due=days, authority=st.just("Stipulation")),
        derived,
    )


tasks = st.sampled_from(("t1", "t1", "t1", "t2", "t2", "t3", "t4"))
new_tasks = st.sampled_from(tuple(f"t{number}" for number in range(2, 30)))
some_tasks = st.sampled_from(((), (), ("t1",), ("t2",), ("t1", "t3")))


@st.composite
def task_terms(draw: st.DrawFn) -> TaskTerms:
    """A task with a day of its own, with one that moves, or with none."""
    days_of = draw(st.sampled_from(("own", "own", "moves", "none")))
    due_on = draw(days) if days_of == "own" else None
    comes_again = due_on is not None and draw(st.booleans())
    return TaskTerms(
        title="Do it",
        accountable="clerk",
        due_on=due_on,
        moves_with=draw(derived) if days_of == "moves" else None,
        parent=draw(st.none() | tasks),
        after=draw(some_tasks),
        prepares=draw(st.sampled_from(((), (Ref("deadline", "d1"),)))),
        satisfies=draw(st.sampled_from(((), ("d1",)))),
        repeats=Repeats(every=Period.parse("1 month")) if comes_again else None,
    )


terms = st.builds(
    DeadlineTerms,
    title=st.just("Do it"),
    basis=bases(),
    owed_by=several,
    critical=st.booleans(),
    after_disposition=st.sampled_from((None, True, False)),
    stayed_by_stay=st.sampled_from((None, "yes", "no", "by-order")),
)


def of(kind: type[Event], /, **fields: Any) -> st.SearchStrategy[Event]:
    """Events of a kind, on any day."""
    return st.builds(kind, happened_on=days, **fields)


@st.composite
def exclusions(draw: st.DrawFn) -> ExclusionRecorded:
    """Time that does not count, from a day on or between two."""
    from_on, other = sorted((draw(days), draw(days)))
    return ExclusionRecorded(
        exclusion_id=draw(st.sampled_from(("x-2", "x-3"))),
        clock_ids=("k-1",),
        basis="(h)(7)",
        from_on=from_on,
        until_on=draw(st.sampled_from((None, other))),
        finding=draw(st.sampled_from((None, Ref("event", "order")))),
        happened_on=draw(days),
    )


text = st.just("Text")
#: At least one event of every kind of the core.
EVENTS: dict[type[Event], st.SearchStrategy[Event]] = {
    PartyJoined: of(
        PartyJoined,
        party_id=st.sampled_from(("p2", "p3", "p4")),
        name=text,
        roles=roles.map(lambda one: (one,)),
    ),
    PartyLeft: of(PartyLeft, party_id=parties),
    RoleTaken: of(RoleTaken, party_id=parties, roles=roles.map(lambda one: (one,))),
    RoleEnded: of(RoleEnded, party_id=parties, roles=roles.map(lambda one: (one,))),
    CounselAppeared: of(
        CounselAppeared,
        representation_id=st.sampled_from(("r1", "r2", "r3")),
        party_ids=some,
        counsel=text,
    ),
    CounselWithdrew: of(
        CounselWithdrew, representation_id=st.sampled_from(("r1", "r2"))
    ),
    # Nobody claims against themselves: such an event cannot even be made.
    ClaimStated: st.sampled_from(
        ((("p2",), ("p1",)), (("p1",), ("p3",)), (("p1", "p2"), ("p3",)))
    ).flatmap(
        lambda sides: of(
            ClaimStated,
            claim_id=st.sampled_from(("c2", "c3")),
            by=st.just(sides[0]),
            against=st.just(sides[1]),
            theory=text,
        )
    ),
    ClaimAmended: of(ClaimAmended, claim_id=claims, against=st.none() | some),
    ClaimDisposed: of(
        ClaimDisposed,
        claim_id=claims,
        disposition=st.just("settlement"),
        against=several,
    ),
    ClaimReinstated: of(ClaimReinstated, claim_id=claims),
    Charged: of(
        Charged, charge_id=st.sampled_from(("k2", "k3")), of=parties, statute=text
    ),
    PleaEntered: of(PleaEntered, counts=counts, plea=st.just("guilty")),
    PleaWithdrawn: of(PleaWithdrawn, counts=counts),
    VerdictReturned: of(VerdictReturned, counts=counts, verdict=st.just("mistrial")),
    SentenceImposed: of(SentenceImposed, counts=counts, sentence=text),
    ChargeDisposed: of(ChargeDisposed, counts=counts, disposition=st.just("plea")),
    ChargesSuperseded: of(ChargesSuperseded, counts=counts, by=st.just(()) | counts),
    ChargesRevived: of(ChargesRevived, counts=counts),
    Filed: of(Filed, title=text, by=several, documents=st.just(()) | papers),
    CounselTerminated: of(CounselTerminated, representation_id=st.just("r1")),
    CounselSubstituted: of(
        CounselSubstituted,
        representation_id=st.sampled_from(("r1", "r2")),
        successor_id=st.sampled_from(("r4", "r5")),
        counsel=text,
    ),
    CounselSuspended: of(CounselSuspended, representation_id=st.just("r1")),
    CounselReinstated: of(CounselReinstated, representation_id=st.just("r1")),
    AppearedProSe: of(AppearedProSe, party_id=parties),
    IncapacityFound: of(IncapacityFound, party_id=parties, incapacity=st.just("minor")),
    IncapacityEnded: of(IncapacityEnded, party_id=parties),
    BecameClient: of(BecameClient, party_id=parties),
    CeasedAsClient: of(CeasedAsClient, party_id=parties),
    Served: of(Served, title=text, on=several),
    ProofOfServiceFiled: of(ProofOfServiceFiled, service=entries, on=several),
    ServiceQuashed: of(ServiceQuashed, entry_id=entries),
    OrderEntered: of(OrderEntered, title=text, of=several, counts=st.just(()) | counts),
    JudgmentEntered: of(JudgmentEntered, title=text, of=several),
    DocumentReceived: of(
        DocumentReceived,
        document_id=st.sampled_from(("doc2", "doc3")),
        kind=st.just("motion"),
        title=text,
        of=st.just(()) | refs.map(lambda ref: (ref,)),
    ),
    DocumentCreated: of(
        DocumentCreated,
        document_id=st.sampled_from(("doc2", "doc3")),
        kind=st.just("answer"),
        title=text,
        content=st.none() | contents,
    ),
    DocumentProduced: of(DocumentProduced, document_id=paper, to=some),
    DocumentVersionAdded: of(DocumentVersionAdded, document_id=paper, content=contents),
    DocumentSuperseded: of(DocumentSuperseded, document_id=paper, by=st.none() | paper),
    DocumentLinked: of(
        DocumentLinked, document_id=paper, of=refs.map(lambda ref: (ref,))
    ),
    DocumentRelabelled: of(
        DocumentRelabelled,
        document_id=paper,
        label=st.just(Label(audience="client")),
    ),
    FilingDrafted: of(
        FilingDrafted, filing_id=st.sampled_from(("f2", "f3")), title=text, by=several
    ),
    FilingSentForReview: of(FilingSentForReview, filing_id=filings),
    FilingReturned: of(FilingReturned, filing_id=filings),
    FilingSigned: of(FilingSigned, filing_id=filings, signed_by=text),
    FilingSubmitted: of(FilingSubmitted, filing_id=filings),
    FilingAccepted: of(FilingAccepted, filing_id=filings, entry_id=entries),
    FilingRejected: of(FilingRejected, filing_id=filings, reason=text),
    FilingAbandoned: of(FilingAbandoned, filing_id=filings),
    EntryStruck: of(EntryStruck, entry_id=entries),
    OrderVacated: of(OrderVacated, entry_id=entries),
    EntrySealed: of(
        EntrySealed, entry_id=entries, label=st.just(Label(audience="court"))
    ),
    EntryUnsealed: of(EntryUnsealed, entry_id=entries),
    CourtAssigned: of(CourtAssigned, court=st.just("us/cand")),
    NumberAssigned: of(NumberAssigned, number=text),
    CaptionChanged: of(CaptionChanged, caption=text),
    JudgeAssigned: of(JudgeAssigned, judge=text),
    JudgeRelieved: of(JudgeRelieved, function=st.just("assigned")),
    CaseStayed: of(CaseStayed, ground=text, of=several),
    CaseReactivated: of(CaseReactivated, of=several),
    CaseDisposed: of(
        CaseDisposed, disposition=text, of=several, counts=st.just(()) | counts
    ),
    CaseReopened: of(CaseReopened, of=several),
    CaseClosed: of(CaseClosed),
    CaseTransferred: of(CaseTransferred, court=st.just("us/nysd")),
    AppealTaken: of(AppealTaken, by=several),
    HearingSet: of(
        HearingSet,
        hearing_id=st.sampled_from(("h2", "h3", "h4")),
        title=text,
        hearing_at=some_instants,
    ),
    HearingContinued: of(
        HearingContinued, hearing_id=hearings, to_at=st.none() | some_instants
    ),
    HearingHeld: of(HearingHeld, hearing_id=hearings),
    HearingVacated: of(HearingVacated, hearing_id=hearings),
    HearingNotAttended: of(HearingNotAttended, hearing_id=hearings, absent=several),
    HearingPlaceChanged: of(
        HearingPlaceChanged, hearing_id=hearings, place=st.none() | text
    ),
    HearingNeedStated: of(
        HearingNeedStated,
        need_id=st.sampled_from(("n2", "n3")),
        hearing_id=hearings,
        kind=st.just("interpreter"),
    ),
    HearingNeedMet: of(HearingNeedMet, need_id=needs),
    HearingNeedFailed: of(HearingNeedFailed, need_id=needs),
    HearingNeedDropped: of(HearingNeedDropped, need_id=needs),
    DeadlineSet: of(DeadlineSet, deadline_id=new_deadlines, terms=terms),
    DeadlineConfirmed: of(
        DeadlineConfirmed,
        deadline_id=deadlines,
        confirmed_by=st.sampled_from(("clerk", "partner")),
    ),
    DeadlineQuestioned: of(DeadlineQuestioned, deadline_id=deadlines, ground=text),
    DeadlineReassigned: of(DeadlineReassigned, deadline_id=deadlines, owner=text),
    DeadlineRecomputed: of(DeadlineRecomputed, deadline_id=deadlines, basis=bases()),
    ReadingChosen: of(
        ReadingChosen,
        deadline_id=deadlines,
        due=st.sampled_from((date(2026, 7, 9), date(2026, 7, 6))),
        chosen_by=text,
    ),
    DeadlineMet: of(DeadlineMet, deadline_id=deadlines, met_by=text, by_event=refs),
    DeadlineMissed: of(DeadlineMissed, deadline_id=deadlines),
    DeadlineExtended: of(
        DeadlineExtended,
        deadline_id=deadlines,
        successor_id=new_deadlines,
        basis=bases(),
        order=refs,
    ),
    DeadlineStayed: of(
        DeadlineStayed, deadline_id=deadlines, ground=text, stay=st.none() | refs
    ),
    DeadlineResumed: of(DeadlineResumed, deadline_id=deadlines),
    DeadlineVacated: of(DeadlineVacated, deadline_id=deadlines, ground=text),
    DeadlineWaived: of(DeadlineWaived, deadline_id=deadlines, ground=text),
    DeadlineMooted: of(DeadlineMooted, deadline_id=deadlines, ground=text),
    DeadlineReopened: of(DeadlineReopened, deadline_id=deadlines, ground=text),
    ClockStarted: of(
        ClockStarted,
        clock_id=st.sampled_from(("k-2", "k-3")),
        rule=st.just("us/18-usc/3161(e)"),
        starts=days.map(lambda day: (ClockEvent(event="trial", on=day),)),
        of=st.none() | parties,
        succeeds=st.none() | st.just("k-1"),
    ),
    ExclusionRecorded: exclusions(),
    ExclusionEnded: of(ExclusionEnded, exclusion_id=st.just("x-1"), until_on=days),
    ExclusionSetAside: of(ExclusionSetAside, exclusion_id=st.just("x-1")),
    ClocksJoined: of(ClocksJoined, clock_ids=st.just(("k-1", "k-2")), from_on=days),
    ClockSevered: of(ClockSevered, clock_id=st.just("k-1"), until_on=days),
    ClockLengthened: of(
        ClockLengthened, clock_id=st.just("k-1"), period=st.just("30 days")
    ),
    ClockWaived: of(ClockWaived, clock_id=st.just("k-1"), is_written=st.booleans()),
    ClockEnded: of(ClockEnded, clock_id=st.just("k-1"), how=st.just("done")),
    FactEstablished: of(
        FactEstablished,
        fact=st.just("request-sent-abroad"),
        answer=st.sampled_from(("yes", "no")),
        of=several,
        ground=text,
    ),
    ProposalDeclined: of(
        ProposalDeclined,
        rule=st.just("us/frcp/38(b)"),
        anchors=st.just((Anchor("last-pleading-served", Ref("event", "served")),)),
        owed_by=several,
        ground=text,
    ),
    TaskPlanned: of(
        TaskPlanned,
        task_id=new_tasks,
        terms=task_terms(),
        repeats_task=st.none() | tasks,
    ),
    TaskEnabled: of(TaskEnabled, task_id=tasks),
    TaskDisabled: of(TaskDisabled, task_id=tasks),
    TaskStarted: of(TaskStarted, task_id=tasks),
    TaskSuspended: of(TaskSuspended, task_id=tasks, ground=text),
    TaskResumed: of(TaskResumed, task_id=tasks),
    TaskCompleted: of(TaskCompleted, task_id=tasks, completed_by=text),
    TaskFailed: of(TaskFailed, task_id=tasks, ground=text),
    TaskTerminated: of(TaskTerminated, task_id=tasks, ground=text),
    TaskWaived: of(TaskWaived, task_id=tasks, ground=text, approved_by=text),
    TaskReopened: of(TaskReopened, task_id=tasks, ground=text),
    TaskReassigned: of(TaskReassigned, task_id=tasks, accountable=text),
    TaskRescheduled: st.one_of(
        of(TaskRescheduled, task_id=tasks, due_on=days),
        of(TaskRescheduled, task_id=tasks, moves_with=derived),
    ),
    TaskSequenced: of(TaskSequenced, task_id=tasks, after=some_tasks),
    NoteAdded: of(NoteAdded, note_id=notes, text=text),
}

#: Of the matter: engagement, stage, records.
reviews = st.sampled_from(("v1", "v1", "v2"))
holds = st.sampled_from(("k1", "k1", "k2"))
gone = st.integers(0, 60).map(lambda number: f"box{number}")
stages = st.sampled_from(stage_table().places)
kinship = st.sampled_from(("parent", "related"))
tables = st.sampled_from((stage_table(), stage_table(each=())))
EVENTS |= {
    InquiryMade: of(InquiryMade, client_ids=several),
    ConflictReviewBegun: of(ConflictReviewBegun, review_id=reviews),
    ConflictReviewCleared: of(ConflictReviewCleared, review_id=reviews),
    Engaged: of(Engaged, client_ids=several, without_review=st.none() | text),
    EngagementTermsChanged: of(
        EngagementTermsChanged, scope=text, fee_agreement=st.none() | refs
    ),
    EngagementDeclined: of(EngagementDeclined),
    EngagementOpened: of(EngagementOpened),
    EngagementPutOnHold: of(EngagementPutOnHold),
    EngagementResumed: of(EngagementResumed),
    EngagementClosingBegun: of(EngagementClosingBegun),
    EngagementClosed: of(EngagementClosed),
    EngagementReopened: of(EngagementReopened),
    StageTableAdopted: of(StageTableAdopted, table=tables, at=st.none() | stages),
    StageEntered: of(StageEntered, to=stages, of=several, skips=st.none() | text),
    LegalHoldIssued: of(LegalHoldIssued, hold_id=holds, custodian_ids=several),
    CustodiansAdded: of(CustodiansAdded, hold_id=holds, custodian_ids=some),
    LegalHoldAcknowledged: of(
        LegalHoldAcknowledged, hold_id=holds, custodian_id=parties
    ),
    LegalHoldReleased: of(LegalHoldReleased, hold_id=holds),
    RetentionSet: of(
        RetentionSet,
        retention_class=st.sampled_from(("file", "will")),
        period=st.sampled_from((Period(5, "year"), Period(90, "day"))),
        authority=text,
    ),
    PropertyDistributed: of(PropertyDistributed),
    RecordDestroyed: of(
        RecordDestroyed, item_id=gone, authority=text, approved_by=text
    ),
    RecordLost: of(RecordLost, item_id=gone),
    CaseLinked: of(CaseLinked, link=kinship, case=st.just("c2")),
    CaseUnlinked: of(CaseUnlinked, link=kinship, case=st.just("c2")),
}

WEIGHTED = tuple(EVENTS) + 3 * tuple(
    kind for kind in EVENTS if kind.__name__.startswith("Deadline")
)


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    """An event of any kind: more often of deadlines, of which most are refused."""
    return draw(EVENTS[draw(st.sampled_from(WEIGHTED))])


ANY = any_event()


def told(case: Case) -> dict[str, Any]:
    """What a case says, without who recorded it, when, and how often it changed."""
    deadlines_told = {
        one.deadline_id: (
            one.outcome,
            one.terms,
            one.met and (one.met.on, one.met.verdict, one.met.by_event),
            one.stopped_by,
            one.chosen,
            one.extends,
            one.extended_by,
            case.dates(one.deadline_id),
        )
        for one in case.deadlines
    }
    return {
        "deadlines": deadlines_told,
        "tasks": [(one.task_id, one.state, one.terms, one.parts) for one in case.tasks],
        "people": case.people,
        "docket": [evolve(one, kind="") for one in case.docket],
        "hearings": [evolve(one, revision=0, changed_at=None) for one in case.hearings],
        "caseload": case.caseload,
        "claims": list(case.claims),
        "charges": list(case.charges),
        "documents": list(case.documents),
        "filings": list(case.filings),
        "notes": list(case.notes),
    }


def start() -> tuple[Event | Draft, ...]:
    """Two parties, their lawyer, and of each noun one, to which things happen."""
    day = FIRST
    computed = Computed(
        computation=COMPUTED[0],
        anchors=(Anchor("discovery-request-served", Ref("event", "served")),),
    )
    return (
        PartyJoined(party_id="p1", name="P", roles=("plaintiff",), happened_on=day),
        PartyJoined(party_id="p2", name="D", roles=("defendant",), happened_on=day),
        CounselAppeared(
            representation_id="r1", party_ids=("p1",), counsel="C", happened_on=day
        ),
        Draft(Filed(title="Complaint", happened_on=day), event_id="filed"),
        Draft(OrderEntered(title="Order", happened_on=day), event_id="order"),
        Draft(Served(title="Request", happened_on=day), event_id="served"),
        HearingSet(
            hearing_id="h1",
            title="Trial",
            hearing_at=datetime(2026, 9, 1, 9, tzinfo=UTC),
            happened_on=day,
        ),
        ClaimStated(
            claim_id="c1", by=("p1",), against=("p2",), theory="T", happened_on=day
        ),
        Charged(charge_id="k1", of="p2", statute="S", happened_on=day),
        DocumentReceived(
            document_id="doc1", kind="answer", title="Answer", happened_on=day
        ),
        FilingDrafted(filing_id="f1", title="Answer", by=("p2",), happened_on=day),
        HearingNeedStated(
            need_id="need1", hearing_id="h1", kind="transport", happened_on=day
        ),
        DeadlineSet(
            deadline_id="d1",
            terms=DeadlineTerms(title="Answer", basis=computed, owed_by=("p2",)),
            happened_on=day,
        ),
        ClockStarted(
            clock_id="k-1",
            rule="us/18-usc/3161(e)",
            starts=(ClockEvent(event="trial", on=day),),
            happened_on=day,
        ),
        ExclusionRecorded(
            exclusion_id="x-1",
            clock_ids=("k-1",),
            basis="(h)(7)",
            from_on=day,
            happened_on=day,
        ),
        TaskPlanned(
            task_id="t1",
            terms=TaskTerms(title="Draft", accountable="clerk"),
            happened_on=day,
        ),
    )


START = start()


class Machine(RuleBasedStateMachine):
    """Records, corrects and retracts at random."""

    #: The rooms, and what is there from the start.
    model: Model = Model.core()
    start: tuple[Event | Draft, ...] = START

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.then: dict[int, Case] = {}

    def ids(self, _: datetime) -> str:
        """Return the next id."""
        self.number += 1
        return f"e{self.number}"

    @initialize()
    def opens(self) -> None:
        """A case at intake."""
        file = CaseFile.open(
            CaseOpened(caption="Roe v. Acme", happened_on=FIRST),
            case_id="roe",
            by="clerk",
            at=NOON,
            model=self.model,
            ids=self.ids,
        )
        self.file = file.record(*self.start, by="clerk", at=NOON)
        self.keep()

    def keep(self) -> None:
        """Remember the case as it is known now."""
        self.then[self.file.case.version] = self.file.case

    @rule(
        events=st.one_of(st.tuples(ANY), st.tuples(ANY, ANY), st.tuples(ANY, ANY, ANY))
    )
    def records(self, events: tuple[Event, ...]) -> None:
        """Events of one act: all of them, or none."""
        before = self.file
        at = NOON + timedelta(minutes=before.case.version)
        why = before.why_not(*events, by="clerk", at=at)
        self.number = before.case.version
        try:
            self.file = before.record(*events, by="clerk", at=at)
        except lc.LegalCaseError as error:
            assert why == str(error)  # noqa: PT017 - many are refused, and rightly
            self.number = before.case.version
            return
        assert why is None
        assert self.file.case.version == before.case.version + len(events)
        self.keep()

    @rule(event=ANY, cause=entries)
    def records_because_of_another(self, event: Event, cause: str) -> None:
        """With a cause, which has to be known."""
        self.number = self.file.case.version
        known = {line.event_id for line in self.file.log}
        at = NOON + timedelta(minutes=self.number)
        try:
            self.file = self.file.record(Draft(event, cause=cause), by="clerk", at=at)
        except lc.LegalCaseError:
            self.number = self.file.case.version
            return
        assert cause in known
        self.keep()

    @rule(which=st.integers(0, 60), day=st.one_of(days, early), gone=st.booleans())
    def corrects(self, which: int, day: date, gone: bool) -> None:
        """Another day for a line, or the line should not be there."""
        self.number = self.file.case.version
        line = self.file.log[which % len(self.file.log)]
        at = NOON + timedelta(minutes=self.number)
        before = self.file
        try:
            if gone:
                self.file = before.retract(line.event_id, ground="G", by="c", at=at)
            else:
                self.file = before.correct(
                    line.event_id, ground="G", by="clerk", at=at, happened_on=day
                )
        except lc.LegalCaseError:
            self.number = before.case.version
            return
        self.keep()

    @invariant()
    def is_the_fold_of_its_log(self) -> None:
        """A file that is read is the file that was written."""
        assert Case.from_events(self.file.log, model=self.model) == self.file.case

    @invariant()
    def is_as_it_was(self) -> None:
        """As known at a line, by number and by instant, it is the case of then."""
        for number, case in self.then.items():
            assert self.file.as_of(known_at=number) == case
        for case in list(self.then.values())[-3:]:
            known = self.file.as_of(known_at=case.recorded_at)
            assert known.version >= case.version

    @invariant()
    def is_legal(self) -> None:
        """No state that its tables do not know, and nothing that leads nowhere."""
        case = self.file.case
        for one in case.deadlines:
            assert (one.outcome is Outcome.MET) == (one.met is not None)
            assert (one.outcome is Outcome.EXTENDED) == (one.extended_by is not None)
            if one.extended_by is not None:
                assert case.deadlines[one.extended_by].extends == one.deadline_id
            dates = case.dates(one.deadline_id)
            assert not (one.is_open and one.is_stopped and dates.shown)
            if one.review.because:
                ids = {line.event_id for line in self.file.log}
                assert set(one.review.because) <= ids
        assert str(case.agenda())

    @invariant()
    def is_legal_beside_the_deadlines(self) -> None:
        """Nothing is open below what is closed, nobody is represented when gone."""
        case = self.file.case
        for task in case.tasks:
            over = None if task.terms.parent is None else case.tasks[task.terms.parent]
            assert over is None or over.is_open or not task.is_open
            assert over is None or task.task_id in over.parts
        for filing in case.filings:
            assert (filing.state == "accepted") == (filing.entry_id is not None)
        for charge in case.charges:
            assert (
                charge.is_pending or charge.disposition or charge.state == "superseded"
            )
        for hearing in case.hearings:
            met = [n.met for n in hearing.needs if n.state == "met" and n.met]
            assert {one.for_at for one in met} <= {hearing.at}
        for representation in case.people.representations:
            for party in representation.parties:
                if party.spell.from_on == party.spell.until_on:
                    continue  # it was over on the day on which it began
                spells = case.people.participants[party.party_id].spells
                assert any(
                    spell.covers(party.spell.from_on)
                    and (
                        spell.until_on is None
                        or (party.spell.until_on or date.max) <= spell.until_on
                    )
                    for spell in spells
                )
        assert case.to_dict()

    @invariant()
    def is_what_a_right_log_would_have_told(self) -> None:
        """The corrected log, and the one that had been right from the start."""
        instead = effective(self.file.log)
        right: list[Recorded] = []
        for line in self.file.log:
            if line.kind in ("corrected", "retracted"):
                continue
            event = instead.get(line.event_id, line.event)
            if event is not None:
                right.append(evolve(line, number=len(right) + 1, event=event))
        again = Case.from_events(right, model=self.model)
        assert self.told(again) == self.told(self.file.case)

    def told(self, case: Case) -> dict[str, Any]:
        """What a case says."""
        return told(case)

    @rule(day=days)
    def is_asked_of_a_day(self, day: date) -> None:
        """What was true on a day: nothing that happened later, and no error."""
        if day < self.file.case.caseload.opened_on:
            return
        case = self.file.as_of(true_on=day)
        assert all(entry.happened_on <= day for entry in case.docket)
