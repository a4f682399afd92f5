"""From the schedule to the calendar and on: what moves or falls keeps its UID."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import icalendar

import legalcase as lc
import legalcase.model as m
from legalcase.dates import Period
from legalcase.kernel import Draft, Ref
from one_case import PACIFIC

if TYPE_CHECKING:
    from legalcase.model import CaseFile

LAW = lc.Law.bundled()
FILED = date(2026, 6, 3)
PAPERS = "us/frcp/6(c)(1)"
AFFIDAVITS = "us/frcp/6(c)(2)"


def by(day: int) -> dict[str, Any]:
    """Who records, and when: on a day of June."""
    return {"by": "clerk", "at": datetime(2026, 6, day, 17, tzinfo=PACIFIC)}


def scheduled() -> tuple[CaseFile, str]:
    """A motion with a hearing, its deadline by the schedule, a task a week before."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court="us/cand",
        number="1",
        proceeding="civil",
        happened_on=FILED,
    )
    roe, acme = (
        m.PartyJoined(party_id=name, name=name, roles=(role,), happened_on=FILED)
        for name, role in (("roe", "plaintiff"), ("acme", "defendant"))
    )
    motion = m.Filed(
        title="Motion", triggers=("motion-filed",), by=("roe",), happened_on=FILED
    )
    hearing = m.HearingSet(
        hearing_id="motion",
        title="Motion",
        hearing_at=datetime(2026, 7, 16, 10, tzinfo=PACIFIC),
        about=(Ref("event", "motion"),),
        happened_on=FILED,
    )
    file = lc.CaseFile.open(opened, case_id="roe", law=LAW, **by(3))
    file = file.record(
        roe, acme, Draft(motion, event_id="motion"), hearing, law=LAW, **by(3)
    )
    found = lc.schedule(file, LAW)
    assert [row.who for row in found.of_rule(PAPERS)] == ["roe"]
    file = file.record(*found.new.events(on=FILED), law=LAW, **by(3))
    name = lc.schedule(file, LAW).of_rule(PAPERS)[0].deadline_id
    assert name is not None
    terms = m.TaskTerms(
        title="Draft",
        accountable="A. Lawyer",
        moves_with=m.Derived(
            follows=Ref("deadline", name), period=Period.parse("7 days")
        ),
    )
    task = m.TaskPlanned(task_id="draft", terms=terms, happened_on=FILED)
    return file.record(task, **by(3)), name


def shown(file: CaseFile, **options: Any) -> dict[str, Any]:
    """The event of the hearing, of the deadline before it, and of the task."""
    said = {"name": "N", "detail": "full", "audience": "firm", **options}
    calendar = icalendar.Calendar.from_ical(lc.to_ical(file, **said))
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert len({one["UID"] for one in events}) == len(events)
    found: dict[str, Any] = {}
    for one in events:
        category = one["CATEGORIES"].to_ical().decode()
        if category != "Deadline" or "notice of its hearing" in str(one["SUMMARY"]):
            assert category not in found
            found[category] = one
    return found


def day_of(event: Any) -> date:
    """The day of an event, an instant's by the clock of the court."""
    start = event["DTSTART"].dt
    if isinstance(start, datetime):
        return start.astimezone(PACIFIC).date()
    assert isinstance(start, date)
    return start


def days(events: dict[str, Any]) -> dict[str, date]:
    """The day of each category."""
    return {category: day_of(event) for category, event in events.items()}


def put_off(to: datetime | None, day: int) -> m.HearingContinued:
    """The hearing is put off, to an instant or without a date."""
    return m.HearingContinued(
        hearing_id="motion", to_at=to, happened_on=date(2026, 6, day)
    )


def test_a_hearing_that_moves_takes_its_deadline_and_the_task_along() -> None:
    """Each is one event all the while: the same UID, a higher SEQUENCE, another day."""
    file, _ = scheduled()
    was = shown(file)
    assert days(was) == {
        "Deadline": date(2026, 7, 2),
        "Hearing": date(2026, 7, 16),
        "Task": date(2026, 6, 25),
    }
    later = datetime(2026, 7, 30, 10, tzinfo=PACIFIC)
    file = file.record(put_off(later, 10), **by(10))
    diff = lc.reschedule(file, LAW)
    assert [one.subject for one in diff.moved] == [PAPERS, AFFIDAVITS]
    file = file.record(*diff.events(), **by(11))
    now = shown(file)
    for category, event in now.items():
        assert event["UID"] == was[category]["UID"]
        assert event["SEQUENCE"] > was[category]["SEQUENCE"]
        assert event["DTSTAMP"].dt > was[category]["DTSTAMP"].dt
        assert day_of(event) - day_of(was[category]) == timedelta(days=14)
        assert event["STATUS"] != "CANCELLED"
    assert len({event["UID"] for event in now.values()}) == 3
    # What moves nothing writes the same bytes.
    assert lc.reschedule(file, LAW).is_empty
    assert shown(file.record(*lc.reschedule(file, LAW).events(), **by(12))) == now


def test_what_falls_is_cancelled_on_the_day_it_had() -> None:
    """The hearing is vacated, the motion struck: the day stays, the UID stays."""
    file, name = scheduled()
    was = shown(file)
    file = file.record(
        m.HearingVacated(
            hearing_id="motion", ground="moot", happened_on=date(2026, 6, 10)
        ),
        **by(10),
    )
    diff = lc.reschedule(file, LAW)
    assert len(diff.void) == 2
    assert diff.void[0].deadline_id == name
    file = file.record(*diff.events(), **by(11))
    file = file.record(
        m.TaskTerminated(
            task_id="draft", ground="vacated", happened_on=date(2026, 6, 11)
        ),
        **by(11),
    )
    now = shown(file)
    for category, event in now.items():
        assert event["STATUS"] == "CANCELLED", category
        assert event["UID"] == was[category]["UID"]
        assert event["SEQUENCE"] > was[category]["SEQUENCE"]
        assert day_of(event) == day_of(was[category])
    assert shown(file, cancelled="drop") == {}


def test_what_is_corrected_moves_under_its_uid() -> None:
    """A hearing that was typed wrong is the same hearing."""
    file, _ = scheduled()
    was = shown(file)
    line = next(line for line in file.log if line.kind == "hearing-set")
    file = file.correct(
        line.event_id,
        hearing_at=datetime(2026, 7, 23, 10, tzinfo=PACIFIC),
        ground="notice read again",
        **by(10),
    )
    file = file.record(*lc.reschedule(file, LAW).events(), **by(11))
    now = shown(file)
    for category, event in now.items():
        assert event["UID"] == was[category]["UID"]
        assert event["SEQUENCE"] > was[category]["SEQUENCE"]
        assert day_of(event) - day_of(was[category]) == timedelta(days=7)
