"""Tasks, hearings and deadlines get on a calendar, move there, and leave it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from legalcase.dates import Period
from legalcase.ical.calendar_feed import to_ical
from legalcase.kernel import Event, Label, Ref
from legalcase.kernel.events.label import AUDIENCES
from legalcase.model import (
    CaseFile,
    CaseStayed,
    DeadlineConfirmed,
    DeadlineRecomputed,
    DeadlineSet,
    Derived,
    Filed,
    HearingContinued,
    HearingSet,
    HearingVacated,
    Ordered,
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskFailed,
    TaskPlanned,
    TaskRescheduled,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskTerms,
    TaskWaived,
)
from one_case import DAY, NOON, deadline_set, file_of

DUE = date(2026, 7, 10)
AT = datetime(2026, 9, 1, 16, tzinfo=UTC)
WEEK = Period.parse("7 days")


def planned(task_id: str = "t", **said: Any) -> TaskPlanned:
    """A task a week before the deadline, if nothing else is said."""
    if not said.keys() & {"due_on", "moves_with"}:
        said["moves_with"] = Derived(follows=Ref("deadline", "d"), period=WEEK)
    terms = TaskTerms(**{"title": "Draft", "accountable": "A. Lawyer", **said})
    return TaskPlanned(task_id=task_id, terms=terms, happened_on=DAY)


def ordered(due: date = DUE) -> Ordered:
    """A date by order."""
    return Ordered(due=due, authority="Order")


SET: DeadlineSet = deadline_set("d", ordered(), stayed_by_stay="yes")
HEARING = HearingSet(hearing_id="h", title="Trial", hearing_at=AT, happened_on=DAY)
ENDS: dict[str, Any] = {"task_id": "t", "happened_on": DAY}


def events(file: CaseFile, **options: Any) -> list[Any]:
    """The events of its feed, for the firm and in full if nothing else is said."""
    said = {"name": "N", "detail": "full", "audience": "firm", **options}
    written = to_ical(file.case.agenda(), **said)
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def event(file: CaseFile, category: str, **options: Any) -> Any:
    """The one event of a category."""
    (found,) = (
        one
        for one in events(file, **options)
        if one["CATEGORIES"].to_ical() == category.encode()
    )
    return found


def test_a_task_takes_its_day_and_keeps_nobody_busy() -> None:
    """It says what it is and with what it moves; not who answers for it."""
    found = event(file_of(SET, planned()), "Task", alarms=(1,))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (
        date(2026, 7, 3),
        date(2026, 7, 4),
    )
    assert found["SUMMARY"] == "Draft (4:26-cv-1)"
    assert str(found["DESCRIPTION"]) == (
        "Roe v. Acme\n4:26-cv-1\nMoves with a deadline."
    )
    assert (found["TRANSP"], found["STATUS"]) == ("TRANSPARENT", "CONFIRMED")
    assert len(found.walk("VALARM")) == 1


def test_a_task_without_a_day_is_not_there() -> None:
    """It never had one, so that there is nothing to cancel."""
    terms = TaskTerms(title="Some day", accountable="A. Lawyer")
    bare = TaskPlanned(task_id="t", terms=terms, happened_on=DAY)
    assert len(events(file_of(SET, bare))) == 1


def test_a_task_moves_with_its_deadline() -> None:
    """Under the same UID, with a higher number, dated by the line that moved it."""
    file = file_of(SET, planned())
    moved = DeadlineRecomputed(
        deadline_id="d", basis=ordered(DUE + timedelta(days=3)), happened_on=DAY
    )
    after = file.record(moved, by="clerk", at=NOON + timedelta(hours=1))
    for category in ("Task", "Deadline"):
        was, now = event(file, category), event(after, category)
        assert was["UID"] == now["UID"]
        assert now["SEQUENCE"] > was["SEQUENCE"]
        assert now["DTSTART"].dt - was["DTSTART"].dt == timedelta(days=3)
        assert now["DTSTAMP"].dt == NOON + timedelta(hours=1)


@pytest.mark.parametrize(
    ("happened", "status", "summary"),
    [
        ((TaskStarted(**ENDS),), "CONFIRMED", "Draft"),
        ((TaskStarted(**ENDS), "held"), "CONFIRMED", "On hold: Draft"),
        ((TaskStarted(**ENDS), "failed"), "CONFIRMED", "Failed: Draft"),
        ((TaskCompleted(completed_by="A", **ENDS),), "CONFIRMED", "Done: Draft"),
        ((TaskDisabled(**ENDS),), "CANCELLED", "Not needed: Draft"),
        ((TaskTerminated(ground="No", **ENDS),), "CANCELLED", "Cancelled: Draft"),
        (
            (TaskWaived(ground="No", approved_by="P", **ENDS),),
            "CANCELLED",
            "Cancelled: Draft",
        ),
        ((TaskDisabled(**ENDS), TaskEnabled(**ENDS)), "CONFIRMED", "Draft"),
    ],
)
def test_a_task_says_where_it_stands(happened: Any, status: str, summary: str) -> None:
    """What fell away is cancelled on its day; nothing that is over rings."""
    ends: dict[str, Event] = {
        "held": TaskSuspended(ground="G", **ENDS),
        "failed": TaskFailed(ground="G", **ENDS),
    }
    file = file_of(SET, planned(), *(ends.get(str(one), one) for one in happened))
    found = event(file, "Task", alarms=(1,))
    assert (found["STATUS"], found["SUMMARY"]) == (status, f"{summary} (4:26-cv-1)")
    assert found["DTSTART"].dt == date(2026, 7, 3)
    assert bool(found.walk("VALARM")) == file.case.tasks["t"].is_open
    dropped = events(file, cancelled="drop")
    assert len(dropped) == (1 if status == "CANCELLED" else 2)


def test_what_loses_its_date_is_cancelled_on_the_last_one_and_comes_back() -> None:
    """A hearing off calendar, the task before it, and a deadline that follows both."""
    follows = Derived(follows=Ref("hearing", "h"), period=WEEK)
    file = file_of(
        HEARING,
        planned(moves_with=follows),
        deadline_set("own", follows, title="Briefs"),
    )
    first = {str(one["UID"]): one for one in events(file)}
    off = HearingContinued(hearing_id="h", happened_on=DAY)
    file = file.record(off, by="clerk", at=NOON)
    gone = {str(one["UID"]): one for one in events(file, alarms=(1,))}
    assert first.keys() == gone.keys()
    for uid, one in gone.items():
        assert one["STATUS"] == "CANCELLED"
        assert one["DTSTART"].dt == first[uid]["DTSTART"].dt
        assert one["SEQUENCE"] > first[uid]["SEQUENCE"]
        assert not one.walk("VALARM")
    assert {str(one["SUMMARY"]).partition(":")[0] for one in gone.values()} == {
        "Continued",
        "No date now",
    }
    assert events(file, cancelled="drop") == []
    on = HearingContinued(
        hearing_id="h", to_at=AT + timedelta(days=20), happened_on=DAY
    )
    file = file.record(on, by="clerk", at=NOON)
    for one in events(file):
        uid = str(one["UID"])
        assert one["STATUS"] != "CANCELLED"
        assert one["SEQUENCE"] > gone[uid]["SEQUENCE"]
        assert one["DTSTART"].dt - first[uid]["DTSTART"].dt == timedelta(days=20)
    file = file.record(
        HearingVacated(hearing_id="h", happened_on=DAY), by="clerk", at=NOON
    )
    assert {one["STATUS"] for one in events(file)} == {"CANCELLED"}


def test_a_deadline_whose_clock_stands_still_is_taken_back() -> None:
    """And so is the task before it; nobody was told that either day holds."""
    confirmed = DeadlineConfirmed(deadline_id="d", confirmed_by="P", happened_on=DAY)
    file = file_of(SET, confirmed, planned())
    filed = Filed(title="Complaint", happened_on=DAY)
    stay = CaseStayed(ground="Bankruptcy", happened_on=DAY)
    stayed = file_of(SET, confirmed, planned(), filed, stay)
    for category in ("Task", "Deadline"):
        was, now = event(file, category), event(stayed, category)
        assert (was["STATUS"], now["STATUS"]) == ("CONFIRMED", "CANCELLED")
        assert now["DTSTART"].dt == was["DTSTART"].dt
        assert now["SEQUENCE"] > was["SEQUENCE"]
    assert events(stayed, cancelled="drop") == []


def test_a_task_a_hearing_and_a_deadline_of_one_id_are_three() -> None:
    """Each has a UID of its own."""
    file = file_of(
        deadline_set("x", ordered()),
        HearingSet(hearing_id="x", title="T", hearing_at=AT, happened_on=DAY),
        planned("x", due_on=DUE),
    )
    assert len({str(one["UID"]) for one in events(file)}) == 3


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_invariant_26_who_may_not_see_a_task_does_not_learn_that_there_is_one(
    audience: str, detail: Any
) -> None:
    """Not by title and not by day: when we work is nobody else's business."""
    file = file_of(
        planned("ours", due_on=DUE),
        planned("client", due_on=DUE, label=Label(audience="client")),
        planned("until", due_on=DUE, label=Label(audience="owner", until=DAY)),
    )
    count = len(events(file, audience=audience, detail=detail))
    assert count == {"client": 1, "firm": 2, "owner": 3}.get(audience, 0)


def test_less_detail_says_less_of_a_task() -> None:
    """The number of the case, or nothing at all."""
    file = file_of(planned(due_on=DUE))
    (one,) = events(file, detail="ref-only")
    assert (one["SUMMARY"], "DESCRIPTION" in one) == ("Task in 4:26-cv-1", False)
    (one,) = events(file, detail="busy")
    assert (one["SUMMARY"], "CATEGORIES" in one) == ("Busy", False)


def test_another_day_of_its_own_moves_a_task() -> None:
    """And one that was counted in court days is tentative until it is counted anew."""
    file = file_of(planned(due_on=DUE))
    later = TaskRescheduled(due_on=DUE + timedelta(days=1), **ENDS)
    (was,) = events(file)
    (now,) = events(file.record(later, by="clerk", at=NOON))
    assert now["DTSTART"].dt - was["DTSTART"].dt == timedelta(days=1)
    assert now["SEQUENCE"] > was["SEQUENCE"]
