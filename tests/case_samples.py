"""Values of the model, of computations and of the codec, for the tests that ask all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome, Source
from legalcase.dates import DateRange, Period
from legalcase.model.basis import Agreed, Computed, Derived, DueDates, Ordered
from legalcase.model.case import Case
from legalcase.model.case_events import (
    CaseClosed,
    CaseDisposed,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    CounselAppeared,
    CounselWithdrew,
    NoteAdded,
    PartyJoined,
    PartyLeft,
)
from legalcase.model.deadline import Deadline
from legalcase.model.deadline_events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.docket_events import (
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
    JudgmentEntered,
    OrderEntered,
    Served,
)
from legalcase.model.events import CaseEvent, UnknownEvent
from legalcase.model.people import Participant, Party, Representation
from legalcase.model.recorded import Recorded

PACIFIC = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)

# Stands wherever people write what is nobody else's business.
CANARY = "canary-4711"

NOT_VALUES = {
    "legalcase.storage.memory.MemoryStore": "a place, with a lock and a life",
    "legalcase.storage.sqlite.store.SqliteStore": "a place, with a lock and a life",
    "legalcase.storage.system_clock.SystemClock": "tells another time each time",
    "legalcase.testing.fixed_clock.FixedClock": "is set by hand, to another time",
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


def deadline(deadline_id: str = "answers", **fields: Any) -> Deadline:
    """A deadline, computed unless another basis is given."""
    given = {
        "title": f"Answer the interrogatories {CANARY}",
        "basis": Computed(computation=computation()),
        **fields,
    }
    return Deadline(deadline_id=deadline_id, **given)


def _people() -> tuple[Party, Participant, Representation]:
    party = Party(party_id="acme", name=f"Acme {CANARY}", kind="organization")
    participant = Participant(
        party=party,
        roles=("defendant", "counterclaimant"),
        joined_on=date(2026, 5, 4),
        is_client=True,
    )
    representation = Representation(
        representation_id="counsel-1",
        party_ids=("acme",),
        counsel=f"Counsel {CANARY}",
        began_on=date(2026, 5, 5),
    )
    return party, participant, representation


def events() -> tuple[CaseEvent, ...]:
    """One event of each class of the union, in no order that makes sense."""
    day = date(2026, 6, 3)
    at = datetime(2026, 6, 3, 17, 30, tzinfo=PACIFIC)
    _, participant, representation = _people()
    extended = deadline(
        "answers-2", basis=Ordered(due=date(2026, 8, 3), order=f"Order {CANARY}")
    )
    said: dict[str, Any] = {"ground": f"Because {CANARY}", "happened_on": day}
    by_id: dict[str, Any] = {"deadline_id": "answers", "happened_on": day}
    return (
        CaseOpened(
            caption=f"Roe v. Acme {CANARY}",
            happened_on=day,
            court="us/cand",
            number="4:26-cv-00001",
            forum="us-ca",
        ),
        CaseStayed(**said),
        CaseReactivated(happened_on=day),
        CaseDisposed(disposition=f"Settled {CANARY}", happened_on=day),
        CaseReopened(**said),
        CaseClosed(happened_on=day),
        PartyJoined(participant=participant),
        PartyLeft(party_id="acme", happened_on=day),
        CounselAppeared(representation=representation),
        CounselWithdrew(representation_id="counsel-1", happened_on=day),
        NoteAdded(note_id="note-1", text=f"Weak point: {CANARY}", happened_on=day),
        Filed(
            title=f"Complaint {CANARY}",
            happened_on=day,
            happened_at=at,
            triggers=("complaint-filed",),
            by=("acme",),
            number="1",
        ),
        Served(
            title=f"Interrogatories {CANARY}",
            happened_on=day,
            method="mail",
            triggers=("discovery-request-served",),
            on=("acme",),
        ),
        OrderEntered(title=f"Order {CANARY}", happened_on=day, number="12"),
        JudgmentEntered(title=f"Judgment {CANARY}", happened_on=day),
        HearingSet(
            hearing_id="cmc",
            title=f"Case management conference {CANARY}",
            hearing_at=at,
            happened_on=day,
            place=f"Courtroom 1 {CANARY}",
        ),
        HearingContinued(hearing_id="cmc", happened_on=day, to_at=at),
        HearingHeld(hearing_id="cmc", happened_on=day),
        HearingVacated(hearing_id="cmc", happened_on=day),
        DeadlineSet(deadline=deadline(), happened_on=day),
        DeadlineConfirmed(confirmed_by=f"A. Clerk {CANARY}", **by_id),
        DeadlineQuestioned(deadline_id="answers", **said),
        DeadlineRecomputed(
            basis=Agreed(due=date(2026, 7, 20), agreement=f"Letter {CANARY}"), **by_id
        ),
        ReadingChosen(due=date(2026, 7, 9), chosen_by=f"A. Lawyer {CANARY}", **by_id),
        DeadlineMet(
            met_by=f"A. Lawyer {CANARY}", evidence=f"Receipt {CANARY}", **by_id
        ),
        DeadlineMissed(**by_id),
        DeadlineExtended(successor=extended, authority=f"Order {CANARY}", **by_id),
        DeadlineStayed(deadline_id="answers", **said),
        DeadlineVacated(deadline_id="answers", **said),
        DeadlineWaived(deadline_id="answers", **said),
        DeadlineMooted(deadline_id="answers", **said),
    )


def recorded(event: Any, sequence: int = 1) -> Recorded:
    """An event as the log keeps it."""
    return Recorded(
        event_id=f"case-1/{sequence}",
        case_id="case-1",
        sequence=sequence,
        recorded_at=NOON,
        actor=f"A. Clerk {CANARY}",
        on_behalf_of=f"A. Lawyer {CANARY}",
        reason=f"It happened {CANARY}",
        event=event,
    )


def case() -> Case:
    """A case with something in every field."""
    return Case.from_events(log())


def log() -> tuple[Recorded, ...]:
    """The log of that case."""
    chosen = {type(event): event for event in events()}
    kinds = (
        CaseOpened,
        PartyJoined,
        CounselAppeared,
        Filed,
        Served,
        HearingSet,
        NoteAdded,
        DeadlineSet,
        DeadlineConfirmed,
    )
    lines = [recorded(chosen[kind], number) for number, kind in enumerate(kinds, 1)]
    soft = deadline(
        "draft", title="Draft", basis=Derived(follows="answers", days_before=7)
    )
    late = DeadlineSet(deadline=soft, happened_on=date(2026, 6, 4))
    return (*lines, recorded(late, len(lines) + 1))


def case_samples() -> dict[str, Any]:
    """A value of each exported class of the model, and of a computation's parts."""
    party, participant, representation = _people()
    made = case()
    values: list[Any] = [
        *events(),
        party,
        participant,
        representation,
        computation(),
        computation().inputs,
        computation().readings[0],
        computation().notices[0],
        computation().steps[2],
        computation().sources[0],
        Computed(computation=computation()),
        Ordered(due=date(2026, 7, 9), order="Order", due_at=None),
        Agreed(due=date(2026, 7, 9), agreement="Letter", bound="not-earlier-than"),
        Derived(follows="answers", days_before=7),
        deadline(),
        DueDates(due=date(2026, 7, 9), safe=date(2026, 7, 6), shown=date(2026, 7, 6)),
        made,
        made.agenda(),
        made.agenda().items[0],
        made.docket[0],
        made.hearings[0],
        made.notes[0],
        UnknownEvent(
            kind="vanished", schema=3, happened=date(2026, 6, 3), payload='{"a":1}'
        ),
        recorded(events()[0]),
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
    "NOON",
    "NOT_VALUES",
    "PACIFIC",
    "case",
    "case_samples",
    "computation",
    "deadline",
    "events",
    "log",
    "recorded",
]
