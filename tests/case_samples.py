"""Values of the model, of computations and of the codec, for the tests that ask all.

Of every kind of event that the core knows there is a sample: `events()` walks the
tables of the rooms, so that a kind without one is an error.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import legalcase.model as m
from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome, Source
from legalcase.dates import DateRange, Period
from legalcase.kernel import (
    Attempt,
    Corrected,
    Draft,
    Event,
    Label,
    Recorded,
    Ref,
    Retracted,
    SetAside,
    UnknownEvent,
)
from legalcase.law.lawbook import Law
from legalcase.ports import (
    AppendCondition,
    CaseQuery,
    CaseRow,
    Committed,
    DueQuery,
    DueRow,
    Fault,
    Head,
    LineQuery,
    LineRow,
    Page,
    ProjectedRow,
    ProjectionQuery,
    WrappedKey,
)
from legalcase.testing import FixedIds

if TYPE_CHECKING:
    from collections.abc import Iterator

PACIFIC = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)

# Stands wherever people write what is nobody else's business.
CANARY = "canary-4711"

NOT_VALUES = {
    "legalcase.storage.blobs.folder.FolderBlobs": "a place, with a life",
    "legalcase.storage.blobs.memory.MemoryBlobs": "a place, with a life",
    "legalcase.testing.analyzer_contract.AnalyzerContract": "a suite of tests",
    "legalcase.testing.blobs_contract.BlobsContract": "a suite of tests",
    "legalcase.storage.store.Store": "a place, with a life",
    "legalcase.storage.units.work.Work": "something one does",
    "legalcase.storage.memory.store.MemoryStore": "a place, with a lock and a life",
    "legalcase.storage.sqlite.store.SqliteStore": "a place, with a lock and a life",
    "legalcase.storage.postgres.store.PostgresStore": "a place, with a life",
    "legalcase.storage.guarding.guard.Guard": "holds a secret, and has a store",
    "legalcase.storage.guarding.store.GuardedStore": "a place, with a life",
    "legalcase.storage.sealing.data_key.DataKey": "a secret: never compared or copied",
    "legalcase.storage.sealing.local_keys.LocalKeys": "secrets: never compared",
    "legalcase.storage.sealing.sealer.Sealer": "holds secrets, and has a life",
    "legalcase.storage.system_clock.SystemClock": "tells another time each time",
    "legalcase.testing.fixed_clock.FixedClock": "is set by hand, to another time",
    "legalcase.testing.fixed_ids.FixedIds": "gives another id each time",
    "legalcase.kernel.events.event.Event": "a base: its kinds are the values",
    "legalcase.kernel.events.event.FencedEvent": "a base: its kinds are the values",
    "legalcase.kernel.events.terms.Terms": "a base: its kinds are the values",
    "legalcase.kernel.rooms.facet.Facet": "a table of a program, known by its name",
    "legalcase.kernel.rooms.facet.Heard": "a row of such a table",
    "legalcase.kernel.rooms.facet.Onward": "a row of such a table",
    "legalcase.kernel.rooms.facet.Row": "a row of such a table",
    "legalcase.kernel.rooms.facet.Tracked": "a row of such a table",
    "legalcase.kernel.rooms.lifecycle.Lifecycle": "a table of a program",
    "legalcase.kernel.rooms.lifecycle.Move": "a row of such a table",
    "legalcase.kernel.rooms.model.Model": "the tables of a program",
    "legalcase.model.core.Model": "the tables of a program",
    "legalcase.testing.store_conformance.conformance.StoreConformance": "a suite",
}


def computation(
    *,
    due: date = date(2026, 7, 9),
    readings: tuple[Reading, ...] | None = None,
    barred_by: str | None = None,
    bound: str = "not-later-than",
    is_running: bool = True,
) -> Computation:
    """The computation of Rule 33(b)(2) with service by mail, made by hand."""
    if readings is None:
        readings = (
            Reading(
                question="Is a day on which offices close a legal holiday?",
                choice="yes",
                authority="Fed. R. Civ. P. 6(a)(6)(B)",
                due=date(2026, 7, 6),
            ),
        )
    served = date(2026, 6, 3)
    counted, rolled = date(2026, 7, 3), date(2026, 7, 6)
    steps = (
        ("trigger", served, served, "Fed. R. Civ. P. 6(a)(1)(A)", ()),
        ("count", served, counted, "Fed. R. Civ. P. 6(a)(1)(B)", ()),
        (
            "roll-first",
            counted,
            rolled,
            "Fed. R. Civ. P. 6(a)(1)(C)",
            (
                (date(2026, 7, 3), "Independence Day (observed)"),
                (date(2026, 7, 4), "Saturday"),
                (date(2026, 7, 5), "Sunday"),
            ),
        ),
        ("add", rolled, due, "Fed. R. Civ. P. 6(d)", ()),
    )
    return Computation(
        inputs=Inputs(
            period=Period(30, "day"),
            rule="us/frcp",
            direction="after",
            trigger=served,
            triggers=(("discovery-request-served", served),),
            deadline="us/frcp/33(b)(2)",
            title="Answers and objections to interrogatories",
            court="us/cand",
            service="mail",
            suspensions=(DateRange(date(2026, 8, 1), date(2026, 8, 8)),),
        ),
        sources=(
            Source("rule", "us/frcp", "2016-12-01", "abc123"),
            Source("calendar", "us", "", "def456"),
        ),
        outcome=Outcome(due, counted, steps) if is_running else None,
        bound=bound,
        waits_for=() if is_running else ("order-entered",),
        barred_by=barred_by,
        readings=readings if is_running else (),
        notices=(Notice(code="local-rules", text="Local rules were not consulted."),),
        instant=(
            datetime(due.year, due.month, due.day, 23, 59, 59, tzinfo=PACIFIC)
            if is_running
            else None,
        ),
    )


DAY = date(2026, 6, 3)
AT = datetime(2026, 6, 3, 17, 30, tzinfo=PACIFIC)
CONTENT = m.Content(digest="0" * 64, size=5, media_type="application/pdf")
SEALED = Label(
    audience="court", ground="sealed", by_order=Ref("event", "order"), until=DAY
)


def terms(**fields: Any) -> m.DeadlineTerms:
    """The terms of a deadline, computed unless another basis is given."""
    given = {
        "title": f"Answer the interrogatories {CANARY}",
        "basis": m.Computed(computation=computation()),
        **fields,
    }
    return m.DeadlineTerms(**given)


def deadline(deadline_id: str = "answers", **fields: Any) -> m.Deadline:
    """A deadline as it stands once it was set, computed unless it is said otherwise."""
    said = {key: fields.pop(key) for key in ("title", "basis") if key in fields}
    given = {
        "terms": terms(**said),
        "label": Label(audience="firm", ground="work-product"),
        "set_by": f"A. Clerk {CANARY}",
        "set_event": "event-20",
        "changed_at": NOON,
        **fields,
    }
    return m.Deadline(deadline_id=deadline_id, **given)


def _facts() -> Iterator[Event]:
    """A sample of what is established, and of a proposal that was declined."""
    yield from (
        m.FactEstablished(
            fact="defendant-is-the-united-states",
            answer="no",
            of=("acme",),
            ground=f"The complaint says so {CANARY}",
            by_order=Ref("event", "event-4"),
            happened_on=DAY,
        ),
        m.ProposalDeclined(
            rule="us/frcp/38(b)",
            anchors=(m.Anchor("last-pleading-served", Ref("event", "event-6")),),
            owed_by=("acme",),
            ground=f"No jury wanted {CANARY}",
            happened_on=DAY,
        ),
    )


def _counsel(by: dict[str, Any]) -> Iterator[Event]:
    """A sample of what happens to those who represent, and to whom they do."""
    gone: dict[str, Any] = {"representation_id": "counsel-1", "party_ids": ("acme",)}
    yield m.CounselWithdrew(**gone, **by)
    yield m.CounselTerminated(**gone, **by)
    yield m.CounselSubstituted(
        successor_id="counsel-2",
        counsel=f"Counsel {CANARY}",
        capacity="lead",
        firm_id="organization:firm",
        firm=f"Firm {CANARY}",
        **gone,
        **by,
    )
    yield m.CounselSuspended(representation_id="counsel-1", status="disbarred", **by)
    yield m.CounselReinstated(representation_id="counsel-1", **by)
    yield m.AppearedProSe(party_id="acme", **by)
    yield m.IncapacityFound(party_id="acme", incapacity="minor", **by)
    yield m.IncapacityEnded(party_id="acme", **by)
    yield m.BecameClient(party_id="acme", **by)
    yield m.CeasedAsClient(party_id="acme", **by)


def _said() -> Iterator[Event]:
    """A sample of each kind of event, with something in every field that it has."""
    order = Ref("event", "order")
    by: dict[str, Any] = {"happened_on": DAY}
    of: dict[str, Any] = {"of": ("acme",), "by_order": order, **by}
    yield m.CaseOpened(
        caption=f"Roe v. Acme {CANARY}",
        court="us/cand",
        number="4:26-cv-00001",
        forum="us-ca",
        proceeding="civil",
        **by,
    )
    yield m.CourtAssigned(court="us/cand", forum="us-ca", **by)
    yield m.NumberAssigned(number="4:26-cv-00002", **by)
    yield m.CaptionChanged(caption=f"Doe v. Acme {CANARY}", **by)
    yield m.JudgeAssigned(judge=f"Hon. J. {CANARY}", function="panel", **by)
    yield m.JudgeRelieved(
        function="panel", judge_id="person:chen", judge=f"Hon. J. {CANARY}", **by
    )
    yield m.CaseStayed(ground=f"Because {CANARY}", **of)
    yield m.CaseReactivated(of=("acme",), stay=Ref("event", "stay"), **by)
    yield m.CaseDisposed(disposition=f"Settled {CANARY}", counts=("count-1",), **of)
    yield m.CaseReopened(ground=f"Because {CANARY}", **of)
    yield m.CaseClosed(**by)
    yield m.CaseTransferred(
        court="us/casd", number="3:26-cv-9", forum="us-ca", by_order=order, **by
    )
    yield m.CasesConsolidated(lead="roe", cases=("roe", "doe"), by_order=order, **by)
    yield m.CaseSevered(into="roe-2", **of)
    yield m.CaseLinked(link="parent", case="roe-2", by_order=order, **by)
    yield m.CaseUnlinked(link="parent", case="roe-2", by_order=order, **by)
    yield m.AppealTaken(by=("acme",), court="us/ca9", number="26-1", about=order, **by)
    yield m.PartyJoined(
        party_id="acme",
        name=f"Acme {CANARY}",
        kind="organization",
        roles=("defendant", "counterclaimant"),
        is_client=True,
        for_parties=("acme",),
        left_on=date(2026, 9, 1),
        capacity="official",
        incapacity="incapacitated",
        **by,
    )
    yield m.PartyLeft(party_id="acme", **by)
    yield m.RoleTaken(party_id="acme", roles=("cross-claimant",), **by)
    yield m.RoleEnded(party_id="acme", roles=("cross-claimant",), **by)
    yield m.CounselAppeared(
        representation_id="counsel-1",
        party_ids=("acme",),
        counsel=f"Counsel {CANARY}",
        capacity="appointed",
        firm_id="organization:firm",
        firm=f"Firm {CANARY}",
        ended_on=date(2026, 9, 1),
        **by,
    )
    yield from _counsel(by)
    yield from _facts()
    yield m.NoteAdded(
        note_id="note-1",
        text=f"Weak point: {CANARY}",
        label=Label(audience="owner"),
        about=(order,),
        **by,
    )
    yield from _engagement(order, by)
    yield from _stage(order, by)
    yield from _records(order, by)
    yield from _claims(order, by)
    yield from _charges(order, by)
    yield from _docket(order, by)
    yield from _documents(order, by)
    yield from _filings(order, by)
    yield from _hearings(order, by)
    yield from _clocks(order, by)
    yield from _deadlines(order, {"deadline_id": "answers", **by})
    yield from _tasks(order, {"task_id": "draft-answers", **by})


def _engagement(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    why: dict[str, Any] = {"ground": f"Because {CANARY}", **by}
    on_terms: dict[str, Any] = {
        "client_ids": ("acme",),
        "scope": f"The defence {CANARY}",
        "fee_agreement": order,
        **by,
    }
    yield m.InquiryMade(client_ids=("acme",), inquirer=f"A. Doe {CANARY}", **by)
    yield m.ConflictReviewBegun(review_id="review-1", **by)
    yield m.ConflictReviewCleared(
        review_id="review-1", cleared_as="consented", consent=order, **by
    )
    yield m.Engaged(without_review=f"Appointed {CANARY}", **on_terms)
    yield m.EngagementTermsChanged(**on_terms)
    yield m.EngagementDeclined(**why)
    yield m.EngagementOpened(**by)
    yield m.EngagementPutOnHold(**why)
    yield m.EngagementResumed(**by)
    yield m.EngagementClosingBegun(**why)
    yield m.EngagementClosed(**by)
    yield m.EngagementReopened(**why)


def stage_table(*, each: tuple[str, ...] = ("defendant",)) -> m.StageTable:
    """A small table of stages with something in every field."""
    needs = (
        m.StageNeed(triggers=("answer-filed", "answer-served"), is_own=True),
        m.StageNeed(roles=("defendant",)),
    )
    over = (m.StageNeed(standings=("disposed",)),)
    judged = (
        m.StageNeed(entries=("judgment-entered",), is_own=True),
        m.StageNeed(hearings=("trial-jury",), is_own=True),
    )
    return m.StageTable(
        table_id="acme/small",
        edition="1",
        stages=("pleading", "trial", "over"),
        aside=("suspended",),
        each=each,
        authority="Fed. R. Civ. P. 7",
        moves=(
            m.StageMove(
                leaves=("pleading",),
                reaches="trial",
                when="at issue",
                needs=needs,
                authority="Fed. R. Civ. P. 38",
            ),
            m.StageMove(leaves=("pleading", "trial"), reaches="suspended"),
            m.StageMove(leaves=("suspended",), reaches="pleading"),
            m.StageMove(leaves=("trial",), reaches="over", needs=judged),
            m.StageMove(leaves=("pleading", "trial"), reaches="over", needs=over),
        ),
    )


def _stage(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    yield m.StageTableAdopted(table=stage_table(), at="pleading", **by)
    yield m.StageEntered(
        to="trial", of=("acme",), because=order, skips=f"Because {CANARY}", **by
    )


def _records(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    digest = "0" * 64
    why = f"Because {CANARY}"
    yield m.LegalHoldIssued(
        hold_id="hold-1",
        custodian_ids=("doe", "mail"),
        scope=f"All of it {CANARY}",
        ground=why,
        **by,
    )
    yield m.CustodiansAdded(hold_id="hold-1", custodian_ids=("roe",), **by)
    yield m.LegalHoldAcknowledged(hold_id="hold-1", custodian_id="doe", **by)
    yield m.LegalHoldReleased(hold_id="hold-1", ground=why, by_order=order, **by)
    yield m.RetentionSet(
        retention_class="client-file",
        period=Period(5, "year"),
        authority="Model Rule 1.15(a)",
        **by,
    )
    yield m.PropertyDistributed(what=f"The papers {CANARY}", **by)
    yield m.RecordDestroyed(
        item_id="box-1",
        digest=digest,
        authority=f"Schedule {CANARY}",
        approved_by=f"A. Partner {CANARY}",
        is_whole_file=True,
        **by,
    )
    yield m.RecordLost(item_id="box-2", digest=digest, ground=why, **by)


def _claims(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    yield m.ClaimStated(
        claim_id="claim-1",
        by=("roe",),
        against=("acme",),
        theory=f"Negligence {CANARY}",
        kind="counterclaim",
        number="1",
        relief=f"Damages {CANARY}",
        pleading=order,
        label=SEALED,
        **by,
    )
    yield m.ClaimAmended(
        claim_id="claim-1",
        by=("roe",),
        against=("acme",),
        theory=f"Nuisance {CANARY}",
        relief=f"Injunction {CANARY}",
        pleading=order,
        **by,
    )
    yield m.ClaimDisposed(
        claim_id="claim-1",
        disposition="settlement",
        by=("roe",),
        against=("acme",),
        by_order=order,
        **by,
    )
    yield m.ClaimReinstated(claim_id="claim-1", by_order=order, **by)


def _charges(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    yield m.Charged(
        charge_id="count-1",
        of="acme",
        statute=f"18 U.S.C. 1343 {CANARY}",
        sequence=1,
        title=f"Wire fraud {CANARY}",
        severity="felony",
        degree=f"Class B {CANARY}",
        instrument=order,
        label=SEALED,
        **by,
    )
    counts: dict[str, Any] = {"counts": ("count-1",), **by}
    yield m.PleaEntered(plea="not-guilty", **counts)
    yield m.PleaWithdrawn(by_order=order, **counts)
    yield m.VerdictReturned(
        verdict="guilty-of-lesser-offense", lesser=f"18 U.S.C. 1 {CANARY}", **counts
    )
    yield m.SentenceImposed(sentence=f"A fine {CANARY}", by_order=order, **counts)
    yield m.ChargeDisposed(disposition="conviction", by_order=order, **counts)
    yield m.ChargesSuperseded(by=("count-2",), **counts)
    yield m.ChargesRevived(by_order=order, **counts)


def _documents(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    new: dict[str, Any] = {
        "document_id": "doc-1",
        "kind": "motion",
        "title": f"Motion {CANARY}",
        "content": CONTENT,
        "of": (order,),
        "label": SEALED,
        **by,
    }
    yield m.DocumentReceived(from_parties=("acme",), source=f"Mail {CANARY}", **new)
    yield m.DocumentCreated(author=f"A. Lawyer {CANARY}", **new)
    of: dict[str, Any] = {"document_id": "doc-1", **by}
    yield m.DocumentProduced(
        to=("acme",), of=(order,), numbers=f"ROE 1-9 {CANARY}", **of
    )
    yield m.DocumentVersionAdded(content=CONTENT, note=f"Signed {CANARY}", **of)
    yield m.DocumentSuperseded(by="doc-2", ground=f"Because {CANARY}", **of)
    yield m.DocumentLinked(of=(order,), **of)
    yield m.DocumentRelabelled(label=SEALED, ground=f"Because {CANARY}", **of)


def _filings(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    of: dict[str, Any] = {"filing_id": "filing-1", **by}
    yield m.FilingDrafted(
        title=f"Answer {CANARY}",
        by=("acme",),
        paper="answer",
        triggers=("answer-filed",),
        about=(order,),
        documents=("doc-1",),
        label=SEALED,
        **of,
    )
    yield m.FilingSentForReview(reviewer=f"A. Partner {CANARY}", **of)
    yield m.FilingReturned(ground=f"Because {CANARY}", **of)
    yield m.FilingSigned(signed_by=f"A. Lawyer {CANARY}", documents=("doc-1",), **of)
    yield m.FilingSubmitted(
        submitted_by=f"A. Clerk {CANARY}",
        transaction=f"4711 {CANARY}",
        happened_at=AT,
        **of,
    )
    yield m.FilingAccepted(entry_id="filed", **of)
    yield m.FilingRejected(reason=f"No signature {CANARY}", **of)
    yield m.FilingAbandoned(ground=f"Because {CANARY}", **of)


def _docket(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    shown: dict[str, Any] = {
        "about": (order,),
        "label": SEALED,
        "sequence": 3,
        "documents": ("doc-1",),
        **by,
    }
    entered: dict[str, Any] = {"entered_on": DAY, **shown}
    signed: dict[str, Any] = {"counts": ("count-1",), "signed_on": DAY, **shown}
    yield m.Filed(
        title=f"Complaint {CANARY}",
        happened_at=AT,
        triggers=("complaint-filed",),
        by=("acme",),
        number="1",
        paper="complaint",
        **entered,
    )
    yield m.Served(
        title=f"Interrogatories {CANARY}",
        method="mail",
        triggers=("discovery-request-served",),
        by=("acme",),
        on=("acme",),
        paper="discovery-request",
        **entered,
    )
    yield m.OrderEntered(
        title=f"Order {CANARY}",
        triggers=("order-entered",),
        number="12",
        of=("acme",),
        **signed,
    )
    yield m.JudgmentEntered(
        title=f"Judgment {CANARY}", triggers=(), number="13", of=("acme",), **signed
    )
    proof = {key: value for key, value in entered.items() if key != "about"}
    yield m.ProofOfServiceFiled(
        service="served",
        title=f"Proof {CANARY}",
        by=("acme",),
        on=("acme",),
        server=f"A. Server {CANARY}",
        served_on=DAY,
        method="mail",
        number="14",
        **proof,
    )
    why: dict[str, Any] = {"entry_id": "filed", "by_order": order, **by}
    yield m.EntryStruck(ground=f"Because {CANARY}", **why)
    yield m.ServiceQuashed(ground=f"Because {CANARY}", **why)
    yield m.OrderVacated(ground=f"Because {CANARY}", **why)
    yield m.EntrySealed(entry_id="filed", label=SEALED, **by)
    yield m.EntryUnsealed(**why)


def _hearings(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    where: dict[str, Any] = {
        "place": f"450 Golden Gate Avenue {CANARY}",
        "courtroom": f"Courtroom 1 {CANARY}",
        "judge": f"Hon. J. {CANARY}",
        "remote_link": f"https://court.example/{CANARY}",
    }
    yield m.HearingSet(
        hearing_id="cmc",
        title=f"Case management conference {CANARY}",
        kind="case-management",
        triggers=("hearing", "scheduling-conference"),
        hearing_at=AT,
        **where,
        remote_label=SEALED,
        of=("acme",),
        about=(order,),
        label=SEALED,
        **by,
    )
    why: dict[str, Any] = {"hearing_id": "cmc", "ground": f"Because {CANARY}", **by}
    yield m.HearingContinued(
        to_at=AT,
        requested_by=("acme",),
        by_order=order,
        good_cause=True,
        **{name: text for name, text in where.items() if name != "remote_link"},
        **why,
    )
    yield m.HearingPlaceChanged(hearing_id="cmc", by_order=order, **where, **by)
    yield m.HearingHeld(
        hearing_id="cmc", outcome=f"Denied {CANARY}", present=("acme",), **by
    )
    yield m.HearingNotAttended(absent=("acme",), **why)
    yield m.HearingVacated(by_order=order, **why)
    yield m.HearingNeedStated(
        need_id="need-1",
        hearing_id="cmc",
        kind="interpreter",
        for_parties=("acme",),
        language="es",
        details=f"Certified {CANARY}",
        label=SEALED,
        **by,
    )
    of: dict[str, Any] = {"need_id": "need-1", **by}
    yield m.HearingNeedMet(
        met_by=f"B. Interpreter {CANARY}", evidence=f"Mail {CANARY}", **of
    )
    yield m.HearingNeedFailed(ground=f"Because {CANARY}", **of)
    yield m.HearingNeedDropped(ground=f"Because {CANARY}", **of)


def _clocks(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    day = date(2026, 6, 3)
    yield m.ClockStarted(
        clock_id="acme-70",
        rule="us/18-usc/3161(c)(1)",
        starts=(
            m.ClockEvent(event="indictment-filed", on=day, by=order),
            m.ClockEvent(event="first-appearance", on=day),
        ),
        of="acme",
        because=f"Mistrial {CANARY}",
        label=SEALED,
        **by,
    )
    yield m.ExclusionRecorded(
        exclusion_id="acme-x",
        clock_ids=("acme-70",),
        basis="(h)(7)",
        from_on=day,
        until_on=date(2026, 7, 3),
        by=order,
        order=order,
        finding=order,
        reasonable=order,
        note=f"Complexity {CANARY}",
        label=SEALED,
        **by,
    )
    ground = f"Because {CANARY}"
    why: dict[str, Any] = {"exclusion_id": "acme-x", **by}
    yield m.ExclusionEnded(until_on=day, by=order, **why)
    yield m.ExclusionSetAside(by_order=order, ground=ground, **why)
    yield m.ClocksJoined(
        clock_ids=("acme-70", "roe-70"), from_on=day, by_order=order, **by
    )
    why = {"clock_id": "acme-70", **by}
    yield m.ClockSevered(until_on=day, by_order=order, **why)
    yield m.ClockLengthened(period="180 days", by_order=order, **why)
    yield m.ClockWaived(is_written=True, by=order, **why)
    yield m.ClockEnded(how="done", by=order, **why)


def _deadlines(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    why: dict[str, Any] = {"ground": f"Because {CANARY}", **by}
    yield m.DeadlineSet(terms=full_terms(), **by)
    yield m.DeadlineConfirmed(confirmed_by=f"A. Partner {CANARY}", **by)
    yield m.DeadlineQuestioned(**why)
    yield m.DeadlineReassigned(
        owner=f"B. Lawyer {CANARY}", backup=f"B. Clerk {CANARY}", **by
    )
    yield m.DeadlineRecomputed(
        basis=m.Agreed(due=date(2026, 7, 20), authority=f"Letter {CANARY}"), **by
    )
    yield m.ReadingChosen(due=date(2026, 7, 9), chosen_by=f"A. Lawyer {CANARY}", **by)
    yield m.DeadlineMet(
        met_by=f"A. Lawyer {CANARY}",
        by_event=Ref("event", "filed"),
        evidence=f"Receipt {CANARY}",
        happened_at=AT,
        **by,
    )
    yield m.DeadlineMissed(**by)
    yield m.DeadlineExtended(
        successor_id="answers-2",
        basis=m.Ordered(due=date(2026, 8, 3), authority=f"Order {CANARY}"),
        order=order,
        authority=f"Order {CANARY}",
        title=f"Answer {CANARY}",
        owner=f"B. Lawyer {CANARY}",
        **by,
    )
    yield m.DeadlineStayed(**why)
    yield m.DeadlineResumed(**by)
    yield m.DeadlineVacated(**why)
    yield m.DeadlineWaived(**why)
    yield m.DeadlineMooted(**why)
    yield m.DeadlineReopened(**why)


def _tasks(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    why: dict[str, Any] = {"ground": f"Because {CANARY}", **by}
    yield m.TaskPlanned(terms=full_task_terms(), repeats_task="draft-requests", **by)
    yield m.TaskEnabled(**by)
    yield m.TaskDisabled(**why)
    yield m.TaskStarted(**by)
    yield m.TaskSuspended(until_on=date(2026, 6, 20), **why)
    yield m.TaskResumed(**by)
    yield m.TaskCompleted(
        completed_by=f"A. Clerk {CANARY}",
        by_event=order,
        evidence=f"Draft {CANARY}",
        **by,
    )
    yield m.TaskFailed(**why)
    yield m.TaskTerminated(**why)
    yield m.TaskWaived(approved_by=f"A. Partner {CANARY}", **why)
    yield m.TaskReopened(**why)
    yield m.TaskReassigned(
        accountable=f"B. Lawyer {CANARY}", responsible=(f"B. Clerk {CANARY}",), **by
    )
    yield m.TaskRescheduled(moves_with=bases()[3], **by)  # type: ignore[arg-type]  # the one derived
    yield m.TaskSequenced(after=("collect",), **by)


def full_task_terms() -> m.TaskTerms:
    """Terms of a task with something in every field that can stand together."""
    return m.TaskTerms(
        title=f"Draft the answers {CANARY}",
        accountable=f"A. Lawyer {CANARY}",
        responsible=(f"A. Clerk {CANARY}",),
        due_on=date(2026, 6, 29),
        parent="discovery",
        after=("collect",),
        prepares=(Ref("deadline", "answers"), Ref("hearing", "cmc")),
        satisfies=("answers",),
        estimated_minutes=90,
        repeats=m.Repeats(every=Period.parse("1 week"), until_on=date(2026, 7, 31)),
        label=SEALED,
    )


def full_terms() -> m.DeadlineTerms:
    """Terms with something in every field."""
    return terms(
        basis=m.Computed(
            computation=computation(),
            anchors=(m.Anchor("discovery-request-served", Ref("event", "served")),),
            authority=f"Rule 33 {CANARY}",
        ),
        kind="rule",
        owed_by=("acme",),
        side="served-party",
        owner=f"A. Lawyer {CANARY}",
        backup=f"B. Lawyer {CANARY}",
        critical=True,
        met_by=("discovery-response-served",),
        after_disposition=False,
        stayed_by_stay="by-order",
        label=SEALED,
    )


def bases() -> tuple[m.Basis, ...]:
    """A basis of each kind, with something in every field."""
    due: dict[str, Any] = {
        "due": date(2026, 7, 9),
        "due_at": datetime(2026, 7, 9, 17, tzinfo=PACIFIC),
    }
    return (
        full_terms().basis,
        m.Ordered(
            order=Ref("event", "order"),
            authority=f"Order {CANARY}",
            bound="not-earlier-than",
            **due,
        ),
        m.Agreed(
            agreement=Ref("event", "order"),
            authority=f"Letter {CANARY}",
            bound="not-earlier-than",
            **due,
        ),
        m.Derived(
            follows=Ref("deadline", "answers"),
            period=Period.parse("5 court days"),
            direction="after",
            counted_on="us",
            computation=computation(),
        ),
    )


def events() -> tuple[Event, ...]:
    """A sample of every kind of event of the core, in the order of its rooms."""
    samples = {type(event): event for event in _said()}
    return tuple(samples[row.event] for row in m.Model.core().rows())


def event(kind: type[Event]) -> Event:
    """The sample of a kind of event."""
    return next(one for one in events() if type(one) is kind)


def recorded(event: Any, number: int = 1, **said: Any) -> Recorded:
    """An event as the log keeps it."""
    if isinstance(event, Event):
        row = m.Model.core().row_of(type(event))
        kind, schema = row.kind, row.schema
    elif isinstance(event, UnknownEvent):
        kind, schema = event.kind, event.schema
    else:
        kind, schema = type(event).__name__.lower(), 1
    given: dict[str, Any] = {
        "kind": kind,
        "schema": schema,
        "on_behalf_of": f"A. Lawyer {CANARY}",
        "reason": f"It happened {CANARY}",
        **said,
    }
    return Recorded(
        stream="case:roe",
        number=number,
        event_id=f"event-{number}",
        recorded_at=NOON,
        actor=f"A. Clerk {CANARY}",
        event=event,
        **given,
    )


def _more_states(made: m.Case) -> Iterator[Any]:
    """A value of each class of the rooms of claims, charges, papers and filings."""
    claim = made.claims["claim-1"]
    yield from (claim, claim.sides[0], claim.ends[0])
    charge = made.charges["count-1"]
    yield from (charge, charge.pleas[0], charge.sentences[0])
    document = made.documents["doc-1"]
    yield CONTENT
    yield from (made.documents, document, document.versions[0])
    yield document.productions[0]
    filing = made.filings["filing-1"]
    yield from (filing, filing.submissions[0])
    hearing = made.hearings["cmc"]
    need = hearing.needs[0]
    yield from (hearing.settings[0], hearing.settings[0].continued[0], need, need.met)
    yield made.docket["served"].proofs[0]
    yield m.service_of(made.docket, "served")
    required = m.RequiredDocument(
        kind="answer", authority="Fed. R. Civ. P. 12", since_on=DAY
    )
    yield required
    yield m.missing(made, (required,))[0]
    place = m.Place(case_id="roe", document_id="doc-1", version=1)
    yield place
    yield m.Duplicate(digest="0" * 64, places=(place,))


def lines() -> tuple[Recorded, ...]:
    """A line of each kind, and lines with all that one can say; no log."""
    found = [recorded(event, number) for number, event in enumerate(events(), 1)]
    held = event(m.HearingHeld)
    found.append(recorded(Corrected(event_id="e", event=held, ground="Typo"), 70))
    found.append(recorded(Retracted(event_id="e", ground="Another case"), 71))
    full = {"cause": "e", "command_id": "c-1", "label": SEALED, "ancillary": True}
    found.append(recorded(held, 72, on_behalf_of=None, reason=None, **full))
    found += [
        recorded(m.DeadlineRecomputed(deadline_id="a", basis=one, happened_on=DAY), 80)
        for one in bases()
    ]
    return tuple(found)


def file() -> m.CaseFile:
    """The file of a case with something in every room."""
    by: dict[str, Any] = {"by": f"A. Clerk {CANARY}", "at": NOON}
    made = m.CaseFile.open(
        event(m.CaseOpened),  # type: ignore[arg-type]  # of that class
        case_id="roe",
        ids=FixedIds("event-"),
        **by,
    )
    joined = m.PartyJoined(
        party_id="acme",
        name=f"Acme {CANARY}",
        kind="organization",
        roles=("defendant", "counterclaimant"),
        is_client=True,
        happened_on=DAY,
    )
    made = made.record(joined, event(m.CounselAppeared), **by)
    made = made.record(
        m.OrderEntered(title=f"Order {CANARY}", number="12", happened_on=DAY),
        m.Filed(title=f"Complaint {CANARY}", by=("acme",), happened_on=DAY),
        m.Served(title=f"Requests {CANARY}", on=("acme",), happened_on=DAY),
        m.HearingSet(
            hearing_id="cmc", title=f"CMC {CANARY}", hearing_at=AT, happened_on=DAY
        ),
        m.NoteAdded(note_id="note-1", text=f"Weak: {CANARY}", happened_on=DAY),
        event(m.FactEstablished),
        event(m.ProposalDeclined),
        m.DeadlineSet(deadline_id="answers", terms=terms(), happened_on=DAY),
        **by,
    )
    made = made.record(*_in_every_room(), **by)
    draft = terms(
        title="Draft",
        basis=m.Derived(
            follows=Ref("deadline", "answers"), period=Period.parse("7 days")
        ),
    )
    made = made.record(
        event(m.DeadlineConfirmed),
        m.DeadlineSet(deadline_id="draft", terms=draft, happened_on=DAY),
        m.CaseStayed(ground=f"Because {CANARY}", happened_on=DAY),
        m.ClockStarted(
            clock_id="acme-70",
            rule="us/18-usc/3161(e)",
            starts=(m.ClockEvent(event="retrial-order-final", on=DAY),),
            of="acme",
            because=f"Mistrial {CANARY}",
            happened_on=DAY,
        ),
        m.ExclusionRecorded(
            exclusion_id="acme-x",
            clock_ids=("acme-70",),
            basis="(h)(7)",
            from_on=DAY,
            note=f"Complexity {CANARY}",
            happened_on=DAY,
        ),
        **by,
    )
    task = m.TaskTerms(
        title=f"Collect {CANARY}",
        accountable=f"A. Lawyer {CANARY}",
        responsible=(f"A. Clerk {CANARY}",),
        moves_with=m.Derived(
            follows=Ref("deadline", "draft"), period=Period.parse("2 weeks")
        ),
        prepares=(Ref("deadline", "answers"),),
    )
    made = made.record(
        m.TaskPlanned(task_id="collect", terms=task, happened_on=DAY),
        m.TaskStarted(task_id="collect", happened_on=DAY),
        m.TaskSuspended(task_id="collect", ground=f"Because {CANARY}", happened_on=DAY),
        **by,
    )
    return m.CaseFile.of_log(made.log, saved=False)


def _in_every_room() -> tuple[Event | Draft, ...]:
    """A claim, a charge, a document, a filing and what a hearing needs, all used."""
    given = {type(one): one for one in _said()}
    order = m.OrderEntered(title=f"Order {CANARY}", happened_on=DAY)
    roe = m.PartyJoined(
        party_id="roe", name=f"Roe {CANARY}", roles=("plaintiff",), happened_on=DAY
    )
    kinds: tuple[type[Event], ...] = (
        m.ClaimStated,
        m.ClaimDisposed,
        m.Charged,
        m.PleaEntered,
        m.SentenceImposed,
        m.DocumentReceived,
        m.DocumentProduced,
        m.FilingDrafted,
        m.FilingSigned,
        m.FilingSubmitted,
        m.Served,
        m.ProofOfServiceFiled,
        m.HearingNeedStated,
        m.HearingNeedMet,
        m.HearingContinued,
    )
    return (
        roe,
        Draft(order, event_id="order"),
        *(
            Draft(given[kind], event_id="served") if kind is m.Served else given[kind]
            for kind in kinds
        ),
    )


def case() -> m.Case:
    """The case of that file."""
    return file().case


def log() -> tuple[Recorded, ...]:
    """The log of that case."""
    return file().log


def _clock_states(made: m.Case) -> Iterator[Any]:
    """A value of each class of the room of clocks."""
    yield made.clocks
    yield made.clocks.clocks["acme-70"]
    yield made.clocks.exclusions["acme-x"]
    yield m.Joinder(clock_ids=("acme-70",), from_on=DAY, severed=(("acme-70", DAY),))
    yield m.ClockEvent(event="trial", on=DAY, by=Ref("event", "order"))


def _states() -> Iterator[Any]:
    """A value of each class that a case is made of."""
    made = case()
    yield made
    yield file()
    yield made.agenda()
    yield made.agenda().items[0]
    yield made.agenda().tasks[0]
    task = made.tasks["collect"]
    yield task
    yield task.assigned[0]
    yield task.steps[0]
    yield task.hold
    yield m.TaskFinding(
        code="overdue", severity="warning", task_id="collect", text="it was due"
    )
    yield m.TaskEnd(
        on=DAY,
        at=AT,
        by=f"A. Clerk {CANARY}",
        evidence=f"Draft {CANARY}",
        ground=f"Because {CANARY}",
        approved_by=f"A. Partner {CANARY}",
        event_id="e",
    )
    yield made.caseload
    yield made.caseload.sittings[0]
    yield made.caseload.history[0]
    yield made.caseload.stays[0]
    yield m.Seat(
        function="assigned", judge=f"Hon. J. {CANARY}", spell=m.Spell(DAY, None)
    )
    yield m.Incapacity("minor", m.Spell(DAY))
    yield from _of_people(made)
    yield m.Link(kind="appeal", on=DAY, event_id="e", cases=("26-1",), court="us/ca9")
    yield made.people
    participant = made.people.participants["acme"]
    yield participant
    yield participant.held[0]
    yield participant.spells[0]
    representation = made.people.representations["counsel-1"]
    yield representation
    yield representation.parties[0]
    for room in (
        made.docket,
        made.hearings,
        made.notes,
        made.facts,
        made.proposals,
    ):
        yield next(iter(room))
    yield from _clock_states(made)
    yield from _more_states(made)
    yield made.deadlines["answers"]
    yield made.deadlines["answers"].review
    yield m.Met(on=DAY, at=AT, by=f"A. Clerk {CANARY}", readings=("a: b",))
    yield m.Stop(event_id="stay")
    yield m.Finding(code="c", severity="critical", text=f"T {CANARY}", event_id="e")
    yield made.dates("answers")
    yield made.deadlines
    possible = file().possible(by="A. Clerk", at=NOON)
    yield possible
    yield possible.rows[0]
    yield from _states_of_a_matter()
    value = m.FieldValue(
        name="a", value=f"V {CANARY}", on=DAY, event_id="e", label=SEALED
    )
    change = m.FieldChange(name="a", value=f"V {CANARY}", on=DAY, event_id="e")
    yield value
    yield change
    yield m.Fields(room="acme/a", names=("a",), values=(value,), history=(change,))
    yield m.Misword(
        number=1,
        event_id="e",
        kind="filed",
        field="triggers",
        sort="trigger",
        word="filled",
        why="There is no trigger 'filled'.",
    )


def _states_of_a_matter() -> Iterator[Any]:
    """A value of each class of which engagement, stage, records and links are made."""
    yield m.HoldNaming(case_id="roe", hold_id="hold-1")
    engagement = m.Engagement(
        status=m.EngagementStatus.OPEN,
        client_ids=("acme",),
        scope=f"The defence {CANARY}",
        fee_agreement="event:e",
        inquirers=(
            m.Inquirer(name=f"A caller {CANARY}", asked_on=DAY, event_id="asked"),
        ),
        without_review=f"Appointed {CANARY}",
        history=(m.EngagementChange(to=m.EngagementStatus.OPEN, on=DAY, event_id="e"),),
        reviews=(m.ConflictReview(review_id="r", begun_on=DAY, cleared_on=DAY),),
    )
    yield engagement
    yield engagement.history[0]
    yield engagement.reviews[0]
    yield engagement.inquirers[0]
    table = stage_table()
    change = m.StageChange(to="trial", on=DAY, event_id="e", skips=f"So {CANARY}")
    yield m.Stage(
        table=table,
        whole="trial",
        places=(("acme", "trial"),),
        gone=frozenset({"acme"}),
        history=(change,),
    )
    yield change
    yield table
    yield table.moves[0]
    yield table.moves[0].needs[0]
    hold = m.LegalHold(
        hold_id="h",
        issued_on=DAY,
        custodian_ids=("doe",),
        scope=f"All {CANARY}",
        ground=f"So {CANARY}",
        acknowledged=(m.Acknowledgement(custodian_id="doe", on=DAY),),
    )
    kept = m.Retention(
        retention_class="file",
        period=Period(5, "year"),
        authority="Model Rule 1.15(a)",
        set_on=DAY,
    )
    stone = m.Tombstone(
        item_id="box", gone_on=DAY, event_id="e", authority=f"Schedule {CANARY}"
    )
    yield hold
    yield hold.acknowledged[0]
    yield kept
    yield stone
    empty = m.Records()
    yield m.Records(
        holds=empty.holds.with_("h", hold),
        retentions=empty.retentions.with_("file", kept),
        tombstones=empty.tombstones.with_("box", stone),
        distributed_on=DAY,
    )
    row = m.Linked(case_id="a", kind="parent", other="b", on=DAY, event_id="e")
    finding = m.LinkFinding(
        code="one-sided", kind="parent", cases=("a", "b"), text="b does not say so."
    )
    yield row
    yield finding
    yield m.CaseLinks(rows=(row,), findings=(finding,), not_given=("c",))


def _of_people(made: m.Case) -> Iterator[Any]:
    """A value of each class that an answer about the people of a case is made of."""
    yield m.PeopleFinding(code="c", parties=("acme",), said="Said.", authority="1.7")
    found = m.service_list(made, Law.bundled(), on=DAY, audience="court")
    yield found
    through = m.ServedThrough(
        what="party",
        id="acme",
        name=f"Acme {CANARY}",
        addresses=(("email", f"a@{CANARY}"),),
    )
    yield through
    yield m.ServiceRow(
        party_id="acme",
        name=f"Acme {CANARY}",
        roles=("defendant",),
        how="party",
        through=(through,),
    )


def _of_the_kernel() -> Iterator[Any]:
    """A value of each class that a log is made of, besides its lines."""
    yield Ref("hearing", "trial")
    yield Draft(event(m.Filed), event_id="e", cause="order")
    yield Attempt(by=f"A. Clerk {CANARY}", at=NOON)
    yield SetAside(3, "e3", "deadline-met", f"There is none {CANARY}")
    yield file().case.folded
    yield Head("case:roe", 3, "00ff")
    yield Fault("case:roe", 3, "digest", "Line 3 is not as it was stored.")
    yield WrappedKey("2026", b"wrapped")
    yield CaseQuery(court="us/cand", due_from=date(2026, 6, 3))
    yield DueQuery(assignee=CANARY)
    yield LineQuery(tags=("person:1",))
    yield ProjectionQuery("acme/notes", case_id="roe", key_from=CANARY)
    yield ProjectedRow("roe", CANARY, {"note": CANARY})
    yield AppendCondition(LineQuery(tags=("person:1",)), after="cursor")
    case = CaseRow(
        case_id="roe",
        version=3,
        recorded_at=NOON,
        status="active",
        caption=CANARY,
        number=CANARY,
    )
    due = DueRow(
        "roe",
        "deadline",
        "answer",
        date(2026, 6, 3),
        None,
        True,
        "open",
        "not-later-than",
        CANARY,
        "us/frcp/33(b)(2)",
        (CANARY,),
        False,
        "firm",
    )
    line = LineRow("case:roe", 3, "filed")
    yield from (case, due, line, Committed("case:roe", 1, 3))
    yield Page((case,), "next", "here")


def case_samples() -> dict[str, Any]:
    """A value of each exported class of the model, and of a computation's parts."""
    values: list[Any] = [
        *events(),
        *_states(),
        *_of_the_kernel(),
        *bases(),
        full_terms(),
        full_task_terms(),
        full_task_terms().repeats,
        SEALED,
        m.Anchor("order-entered", Ref("event", "order")),
        Corrected(event_id="e", event=event(m.Filed), ground=f"Typo {CANARY}"),
        Retracted(event_id="e", ground=f"Another case {CANARY}"),
        computation(),
        computation().inputs,
        computation().readings[0],
        computation().notices[0],
        computation().steps[2],
        computation().sources[0],
        UnknownEvent(
            kind="vanished", schema=3, happened=date(2026, 6, 3), payload='{"a":1}'
        ),
        recorded(event(m.CaseOpened)),
        Authority(cite="5 U.S.C. § 6103(a)", verified_on=date(2026, 1, 2)),
        Closure(
            on=date(2026, 7, 3),
            name="Independence Day (observed)",
            kind="legal-holiday",
            authority=Authority(cite="5 U.S.C. § 6103(b)"),
        ),
        Period(21, "day"),
        DateRange(date(2026, 7, 1), date(2026, 8, 1)),
    ]
    return {type(value).__name__: value for value in values}


__all__ = [
    "AT",
    "CANARY",
    "DAY",
    "NOON",
    "NOT_VALUES",
    "PACIFIC",
    "SEALED",
    "bases",
    "case",
    "case_samples",
    "computation",
    "deadline",
    "event",
    "events",
    "file",
    "full_task_terms",
    "full_terms",
    "lines",
    "log",
    "recorded",
    "terms",
]
