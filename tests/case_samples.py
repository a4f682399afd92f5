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
from legalcase.ports import Fault, Head
from legalcase.testing import FixedIds

if TYPE_CHECKING:
    from collections.abc import Iterator

PACIFIC = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)

# Stands wherever people write what is nobody else's business.
CANARY = "canary-4711"

NOT_VALUES = {
    "legalcase.storage.memory.MemoryStore": "a place, with a lock and a life",
    "legalcase.storage.sqlite.store.SqliteStore": "a place, with a lock and a life",
    "legalcase.storage.system_clock.SystemClock": "tells another time each time",
    "legalcase.testing.fixed_clock.FixedClock": "is set by hand, to another time",
    "legalcase.testing.fixed_ids.FixedIds": "gives another id each time",
    "legalcase.kernel.event.Event": "a base: its kinds are the values",
    "legalcase.kernel.terms.Terms": "a base: its kinds are the values",
    "legalcase.kernel.facet.Facet": "a table of a program, known by its name",
    "legalcase.kernel.facet.Heard": "a row of such a table",
    "legalcase.kernel.facet.Row": "a row of such a table",
    "legalcase.kernel.facet.Tracked": "a row of such a table",
    "legalcase.kernel.lifecycle.Lifecycle": "a table of a program",
    "legalcase.kernel.lifecycle.Move": "a row of such a table",
    "legalcase.kernel.model.Model": "the tables of a program",
    "legalcase.model.core.Model": "the tables of a program",
    "legalcase.testing.case_store_contract.CaseStoreContract": "a suite of tests",
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
    yield m.JudgeAssigned(judge=f"Hon. J. {CANARY}", **by)
    yield m.CaseStayed(ground=f"Because {CANARY}", **of)
    yield m.CaseReactivated(of=("acme",), stay=Ref("event", "stay"), **by)
    yield m.CaseDisposed(disposition=f"Settled {CANARY}", **of)
    yield m.CaseReopened(ground=f"Because {CANARY}", **of)
    yield m.CaseClosed(**by)
    yield m.CaseTransferred(
        court="us/casd", number="3:26-cv-9", forum="us-ca", by_order=order, **by
    )
    yield m.CasesConsolidated(lead="roe", cases=("roe", "doe"), by_order=order, **by)
    yield m.CaseSevered(into="roe-2", **of)
    yield m.AppealTaken(by=("acme",), court="us/ca9", number="26-1", about=order, **by)
    yield m.PartyJoined(
        party_id="acme",
        name=f"Acme {CANARY}",
        kind="organization",
        roles=("defendant", "counterclaimant"),
        is_client=True,
        for_parties=("acme",),
        left_on=date(2026, 9, 1),
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
        firm=f"Firm {CANARY}",
        ended_on=date(2026, 9, 1),
        **by,
    )
    yield m.CounselWithdrew(representation_id="counsel-1", party_ids=("acme",), **by)
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
    yield m.NoteAdded(
        note_id="note-1",
        text=f"Weak point: {CANARY}",
        label=Label(audience="owner"),
        about=(order,),
        **by,
    )
    yield from _docket(order, by)
    yield from _hearings(order, by)
    yield from _deadlines(order, {"deadline_id": "answers", **by})


def _docket(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    shown: dict[str, Any] = {"about": (order,), "label": SEALED, **by}
    yield m.Filed(
        title=f"Complaint {CANARY}",
        happened_at=AT,
        triggers=("complaint-filed",),
        by=("acme",),
        number="1",
        paper="complaint",
        **shown,
    )
    yield m.Served(
        title=f"Interrogatories {CANARY}",
        method="mail",
        triggers=("discovery-request-served",),
        by=("acme",),
        on=("acme",),
        paper="discovery-request",
        **shown,
    )
    yield m.OrderEntered(
        title=f"Order {CANARY}",
        triggers=("order-entered",),
        number="12",
        of=("acme",),
        **shown,
    )
    yield m.JudgmentEntered(
        title=f"Judgment {CANARY}", triggers=(), number="13", of=("acme",), **shown
    )
    why: dict[str, Any] = {"entry_id": "filed", "by_order": order, **by}
    yield m.EntryStruck(ground=f"Because {CANARY}", **why)
    yield m.OrderVacated(ground=f"Because {CANARY}", **why)
    yield m.EntrySealed(entry_id="filed", label=SEALED, **by)
    yield m.EntryUnsealed(**why)


def _hearings(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    yield m.HearingSet(
        hearing_id="cmc",
        title=f"Case management conference {CANARY}",
        hearing_at=AT,
        place=f"Courtroom 1 {CANARY}",
        of=("acme",),
        about=(order,),
        label=SEALED,
        **by,
    )
    why: dict[str, Any] = {"hearing_id": "cmc", "ground": f"Because {CANARY}", **by}
    yield m.HearingContinued(to_at=AT, requested_by=("acme",), by_order=order, **why)
    yield m.HearingHeld(hearing_id="cmc", **by)
    yield m.HearingVacated(by_order=order, **why)


def _deadlines(order: Ref, by: dict[str, Any]) -> Iterator[Event]:
    why: dict[str, Any] = {"ground": f"Because {CANARY}", **by}
    yield m.DeadlineSet(terms=full_terms(), **by)
    yield m.DeadlineConfirmed(confirmed_by=f"A. Partner {CANARY}", **by)
    yield m.DeadlineQuestioned(**why)
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
        **by,
    )
    return m.CaseFile.of_log(made.log, saved=False)


def case() -> m.Case:
    """The case of that file."""
    return file().case


def log() -> tuple[Recorded, ...]:
    """The log of that case."""
    return file().log


def _states() -> Iterator[Any]:
    """A value of each class that a case is made of."""
    made = case()
    yield made
    yield file()
    yield made.agenda()
    yield made.agenda().items[0]
    yield made.caseload
    yield made.caseload.sittings[0]
    yield made.caseload.history[0]
    yield made.caseload.stays[0]
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


def _of_the_kernel() -> Iterator[Any]:
    """A value of each class that a log is made of, besides its lines."""
    yield Ref("hearing", "trial")
    yield Draft(event(m.Filed), event_id="e", cause="order")
    yield Attempt(by=f"A. Clerk {CANARY}", at=NOON)
    yield SetAside(3, "e3", "deadline-met", f"There is none {CANARY}")
    yield file().case.folded
    yield Head("case:roe", 3, "00ff")
    yield Fault("case:roe", 3, "digest", "Line 3 is not as it was stored.")


def case_samples() -> dict[str, Any]:
    """A value of each exported class of the model, and of a computation's parts."""
    values: list[Any] = [
        *events(),
        *_states(),
        *_of_the_kernel(),
        *bases(),
        full_terms(),
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
    "full_terms",
    "lines",
    "log",
    "recorded",
    "terms",
]
