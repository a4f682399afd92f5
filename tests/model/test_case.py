"""A case is the fold of its events, and refuses what cannot have happened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
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
from legalcase.model.deadline_events import DeadlineSet
from legalcase.model.docket_events import (
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
    Served,
)
from legalcase.model.events import KINDS, UnknownEvent

from case_samples import CANARY, NOON, case, deadline, events, log, recorded
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownEventError,
    UnknownNameError,
)
from legalcase.model.case import Case, CaseStatus
from legalcase.model.docket import HearingState
from legalcase.model.people import Participant, Party, Representation

DAY = date(2026, 6, 3)


def opened(number: str | None = "1") -> Case:
    """A case without anything in it."""
    event = CaseOpened(caption="Roe v. Acme", happened_on=DAY, number=number)
    made, _ = Case.open(event, case_id="case-1", recorded_at=NOON, actor="clerk")
    return made


def after(made: Case, *happened: Any) -> Case:
    """The case after further events."""
    for event in happened:
        made, _ = made.record(event, recorded_at=NOON, actor="clerk")
    return made


def test_the_fold_of_the_log_is_the_case() -> None:
    """Recording step by step and folding the log give the same value."""
    first, *rest = log()
    made = Case.from_events([first])
    for line in rest:
        event: Any = line.event
        made, again = made.record(
            event,
            recorded_at=line.recorded_at,
            actor=line.actor,
            on_behalf_of=line.on_behalf_of,
            reason=line.reason,
        )
        assert line == again
    assert case() == made
    assert len(log()) == made.version


def test_recording_changes_nothing_that_anybody_holds() -> None:
    """The case before stays as it was, also when the event is refused."""
    before = opened()
    kept = evolve(before)
    after(before, Filed(title="Complaint", happened_on=DAY))
    with pytest.raises(UnknownNameError):
        after(before, Filed(title="Answer", happened_on=DAY, by=("nobody",)))
    assert kept == before


def test_a_case_as_it_was_known() -> None:
    """`known_at` takes what was recorded by then, inclusive, and no later."""
    lines = [
        evolve(line, recorded_at=NOON + timedelta(hours=n))
        for n, line in enumerate(log())
    ]
    for n in range(len(lines)):
        known = Case.from_events(lines, known_at=NOON + timedelta(hours=n))
        assert n + 1 == known.version
    with pytest.raises(InvalidValueError, match="no event"):
        Case.from_events(lines, known_at=NOON - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (log()[1:], "begins with event 1"),
        ((), "no event"),
        ((log()[0], log()[2]), "goes from event 1 to event 3"),
        ((log()[0], evolve(log()[1], case_id="case-2")), "one case"),
        ((recorded(events()[1]),), "begins with event 1"),
    ],
)
def test_a_broken_log_is_refused(lines: Any, words: str) -> None:
    """Gaps, other cases, and a missing beginning are named."""
    with pytest.raises(InvalidValueError, match=words):
        Case.from_events(lines)


def test_a_log_is_made_of_recorded_lines() -> None:
    """Events alone do not say who recorded them, nor when."""
    with pytest.raises(InvalidTypeError, match="Recorded lines, not CaseOpened"):
        Case.from_events([log()[0].event])  # type: ignore[list-item]  # refused here
    with pytest.raises(InvalidTypeError, match="needs an event, not Deadline"):
        after(opened(), deadline())


def test_an_unknown_event_is_refused_unless_told() -> None:
    """What a newer version recorded may matter: it is skipped only on demand."""
    strange = UnknownEvent(kind="vanished", schema=1, happened=DAY, payload="{}")
    lines = [*log(), recorded(strange, len(log()) + 1)]
    with pytest.raises(UnknownEventError, match=r"vanished.*Upgrade") as caught:
        Case.from_events(lines)
    assert caught.value.kind == "vanished"
    skipped = Case.from_events(lines, unknown="skip")
    assert len(lines) == skipped.version
    assert case().deadlines == skipped.deadlines
    with pytest.raises(UnknownEventError):
        after(opened(), strange)


def test_the_log_is_in_the_order_of_knowledge() -> None:
    """An event cannot be recorded before the one that precedes it."""
    with pytest.raises(InvalidValueError, match="recorded_at lies before"):
        opened().record(
            Filed(title="Complaint", happened_on=DAY),
            recorded_at=NOON - timedelta(seconds=1),
            actor="clerk",
        )


def test_the_caller_may_give_the_id_of_an_event() -> None:
    """Else it is the case's id and the sequence."""
    event = Filed(title="Complaint", happened_on=DAY)
    at: dict[str, Any] = {"recorded_at": NOON, "actor": "clerk"}
    assert opened().record(event, **at)[1].event_id == "case-1/2"
    assert opened().record(event, event_id="e-9", **at)[1].event_id == "e-9"


STAYED = CaseStayed(ground="Bankruptcy", happened_on=DAY)
REACTIVATED = CaseReactivated(happened_on=DAY)
DISPOSED = CaseDisposed(disposition="Settled", happened_on=DAY)
REOPENED = CaseReopened(ground="Remand", happened_on=DAY)
CLOSED = CaseClosed(happened_on=DAY)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ((), "active"),
        ((STAYED,), "inactive"),
        ((STAYED, REACTIVATED), "active"),
        ((STAYED, DISPOSED), "disposed"),
        ((DISPOSED, REOPENED), "active"),
        ((DISPOSED, CLOSED), "closed"),
        ((DISPOSED, CLOSED, REOPENED), "active"),
    ],
)
def test_the_status_follows_the_events(path: tuple[Any, ...], status: str) -> None:
    """Each allowed way through the life of a case."""
    assert CaseStatus(status) is after(opened(), *path).status


@pytest.mark.parametrize(
    "path",
    [
        (REACTIVATED,),
        (REOPENED,),
        (CLOSED,),
        (STAYED, STAYED),
        (DISPOSED, DISPOSED),
        (DISPOSED, STAYED),
        (DISPOSED, CLOSED, CLOSED),
        (CaseOpened(caption="Again", happened_on=DAY),),
    ],
)
def test_what_the_status_forbids_is_refused(path: tuple[Any, ...]) -> None:
    """Everything else is no transition."""
    made = after(opened(), *path[:-1])
    with pytest.raises(IllegalTransitionError, match="cannot be") as caught:
        after(made, path[-1])
    assert caught.value.subject == "case-1"
    assert caught.value.state == str(made.status)


def test_filing_makes_a_case_active() -> None:
    """Before it has a number, a case is not before the court."""
    made = opened(number=None)
    assert made.status is CaseStatus.PRE_FILING
    filed = after(made, Filed(title="Complaint", happened_on=DAY))
    assert filed.status is CaseStatus.ACTIVE
    assert after(made, CLOSED).status is CaseStatus.CLOSED


def test_a_case_with_open_deadlines_is_not_closed() -> None:
    """What is still to be done keeps a case open."""
    made = after(opened(), DeadlineSet(deadline=deadline(), happened_on=DAY), DISPOSED)
    with pytest.raises(IllegalTransitionError, match="1 open deadline"):
        after(made, CLOSED)


PARTICIPANT = Participant(
    party=Party(party_id="acme", name="Acme"), roles=("defendant",), joined_on=DAY
)
COUNSEL = Representation(
    representation_id="c-1", party_ids=("acme",), counsel="A. Lawyer", began_on=DAY
)
LATER = DAY + timedelta(days=30)


def test_parties_come_and_go() -> None:
    """A participation ends on a day, and its counsel's with it."""
    made = after(
        opened(),
        PartyJoined(participant=PARTICIPANT),
        CounselAppeared(representation=COUNSEL),
        PartyLeft(party_id="acme", happened_on=LATER),
    )
    gone = made.participant("acme")
    assert gone.is_party_on(LATER - timedelta(days=1))
    assert not gone.is_party_on(LATER)
    assert not gone.is_party_on(DAY - timedelta(days=1))
    assert made.representations[0].ended_on == LATER
    back = after(made, PartyJoined(participant=evolve(PARTICIPANT, joined_on=LATER)))
    assert back.participant("acme").is_party_on(LATER)
    with pytest.raises(IllegalTransitionError, match="gone"):
        after(made, PartyLeft(party_id="acme", happened_on=LATER))


def test_counsel_comes_and_goes() -> None:
    """A representation ends once."""
    made = after(
        opened(),
        PartyJoined(participant=PARTICIPANT),
        CounselAppeared(representation=COUNSEL),
    )
    ended = after(made, CounselWithdrew(representation_id="c-1", happened_on=LATER))
    assert ended.representations[0].ended_on == LATER
    with pytest.raises(InvalidValueError, match="has not ended"):
        after(ended, CounselWithdrew(representation_id="c-1", happened_on=LATER))
    with pytest.raises(InvalidValueError, match="already"):
        after(made, CounselAppeared(representation=COUNSEL))
    # Leaving without a new date keeps another party's counsel.
    left = after(made, PartyLeft(party_id="acme", happened_on=DAY))
    assert left.representations[0].ended_on == DAY


def test_counsel_for_several_stays_until_the_last_has_left() -> None:
    """A representation ends with the last of its parties; another's is untouched."""
    other = Participant(
        party=Party(party_id="beta", name="Beta"), roles=("defendant",), joined_on=DAY
    )
    both = evolve(COUNSEL, representation_id="c-2", party_ids=("acme", "beta"))
    theirs = evolve(COUNSEL, representation_id="c-3", party_ids=("beta",))
    made = after(
        opened(),
        PartyJoined(participant=PARTICIPANT),
        PartyJoined(participant=other),
        *(CounselAppeared(representation=each) for each in (COUNSEL, both, theirs)),
        PartyLeft(party_id="acme", happened_on=LATER),
    )
    ended = {r.representation_id: r.ended_on for r in made.representations}
    assert ended == {"c-1": LATER, "c-2": None, "c-3": None}
    last = LATER + timedelta(days=1)
    made = after(made, PartyLeft(party_id="beta", happened_on=last))
    ended = {r.representation_id: r.ended_on for r in made.representations}
    assert ended == {"c-1": LATER, "c-2": last, "c-3": last}


def test_nobody_leaves_before_they_came() -> None:
    """Of parties and of counsel; the case stays as it was."""
    made = after(
        opened(),
        PartyJoined(participant=PARTICIPANT),
        CounselAppeared(representation=COUNSEL),
    )
    early = DAY - timedelta(days=1)
    with pytest.raises(InvalidValueError, match="left_on lies before joined_on"):
        after(made, PartyLeft(party_id="acme", happened_on=early))
    with pytest.raises(InvalidValueError, match="ended_on lies before began_on"):
        after(made, CounselWithdrew(representation_id="c-1", happened_on=early))


def test_people_have_to_be_in_the_case() -> None:
    """Counsel for a stranger, and a party that joins twice, are refused."""
    with pytest.raises(UnknownNameError, match="acme"):
        after(opened(), CounselAppeared(representation=COUNSEL))
    made = after(opened(), PartyJoined(participant=PARTICIPANT))
    with pytest.raises(InvalidValueError, match="already"):
        after(made, PartyJoined(participant=PARTICIPANT))
    early = evolve(COUNSEL, began_on=DAY - timedelta(days=1))
    with pytest.raises(InvalidValueError, match="takes no part"):
        after(made, CounselAppeared(representation=early))


def test_the_docket_keeps_words_and_dates() -> None:
    """Filings and service stand there with what periods look for."""
    at = datetime(2026, 6, 3, 17, tzinfo=UTC)
    made = after(
        opened(),
        Filed(
            title="Complaint",
            happened_on=DAY,
            happened_at=at,
            triggers=("complaint-filed",),
            number="1",
        ),
        Served(title="Complaint", happened_on=DAY, method="personal"),
    )
    filed, served = made.docket
    assert (at, ("complaint-filed",), "1") == (
        filed.happened,
        filed.triggers,
        filed.number,
    )
    assert (served.happened, served.method, served.kind) == (DAY, "personal", "served")
    assert filed.event_id == "case-1/2"


AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
SET = HearingSet(hearing_id="trial", title="Trial", hearing_at=AT, happened_on=DAY)
HELD = HearingHeld(hearing_id="trial", happened_on=DAY)


def test_a_continuance_leaves_the_first_setting() -> None:
    """Some periods run from the day first set for trial."""
    later = AT + timedelta(days=30)
    made = after(
        opened(),
        SET,
        HearingContinued(hearing_id="trial", happened_on=DAY),
    )
    assert made.hearing("trial").state is HearingState.CONTINUED
    with pytest.raises(IllegalTransitionError, match="continued"):
        after(made, HELD)
    made = after(
        made,
        HearingContinued(hearing_id="trial", happened_on=DAY, to_at=later),
        HELD,
    )
    trial = made.hearing("trial")
    assert (AT, later, HearingState.HELD) == (trial.first_at, trial.at, trial.state)
    with pytest.raises(IllegalTransitionError, match="Set a new hearing"):
        after(made, HearingVacated(hearing_id="trial", happened_on=DAY))
    assert trial.revision == 4
    # The agenda has it among the deadlines, by the day on which it is now.
    agenda = after(made, DeadlineSet(deadline=deadline(), happened_on=DAY)).agenda()
    assert agenda.hearings == (trial,)
    rows = [" ".join(line.split()) for line in str(agenda).splitlines()]
    (row,) = (line for line in rows if "Trial" in line)
    assert row.startswith("Thu 2026-10-01 Trial trial held at 09:00; first set")
    assert "first set for" in " ".join(rows)
    before = after(opened(), SET).agenda()
    assert "first set" not in " ".join(str(before).split())


def test_hearings_are_vacated_and_not_set_twice() -> None:
    """A hearing has an id of its own."""
    made = after(opened(), SET, HearingVacated(hearing_id="trial", happened_on=DAY))
    assert made.hearing("trial").state is HearingState.VACATED
    with pytest.raises(InvalidValueError, match="already"):
        after(made, SET)
    with pytest.raises(UnknownNameError, match="trial"):
        made.hearing("trail")


def test_notes_are_privileged_unless_labelled() -> None:
    """Our own file is nobody else's business."""
    note = NoteAdded(note_id="n", text="Weak.", happened_on=DAY)
    made = after(opened(), note)
    assert made.notes[0].label == "privileged"
    with pytest.raises(InvalidValueError, match="already"):
        after(made, note)


def test_every_kind_of_event_has_a_name_of_its_own() -> None:
    """And every class of the union is among the samples."""
    assert len(KINDS) == len({name for name, _ in KINDS.values()})
    assert set(KINDS) == {type(event) for event in events()}


def test_what_people_wrote_is_in_no_repr() -> None:
    """A value that lands in a log or a traceback gives nothing away."""
    values: list[Any] = [
        *events(),
        *log(),
        case(),
        case().agenda(),
        *case().agenda().items,
    ]
    values += [*case().docket, *case().notes, *case().hearings, *case().participants]
    values += [*case().deadlines, *case().representations]
    assert [v for v in values if CANARY in repr(v)] == []
