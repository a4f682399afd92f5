"""What we write is read by others as we meant it: strict readers, of other authors."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # it has no types
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from case_samples import computation
from legalcase.dates import Period
from legalcase.ical.calendar_feed import to_ical
from legalcase.kernel import Ref
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    DeadlineConfirmed,
    Derived,
    HearingSet,
    TaskPlanned,
    TaskTerms,
)
from one_case import NOON, PACIFIC, deadline_set

GOLDEN = Path(__file__).parent.parent / "golden"
DAY = date(2026, 6, 3)
HEARING_AT = datetime(2026, 9, 1, 9, tzinfo=PACIFIC)
NASTY = 'C:\\New; Müller, "x"\nBEGIN:VALARM\r\nX\x07\x85\u2028 \U0001f4c5 ' + "ü" * 80


def made(title: str) -> Case:
    """A case with a confirmed deadline and a hearing, of that title both."""
    opened = CaseOpened(caption=title, happened_on=DAY, number="4:26-cv-1")
    file = CaseFile.open(opened, case_id="case-1", by="clerk", at=NOON)
    happened: tuple[Any, ...] = (
        deadline_set("answers", computation(), title=title),
        DeadlineConfirmed(
            deadline_id="answers", confirmed_by="A. Clerk", happened_on=DAY
        ),
        HearingSet(
            hearing_id="trial",
            title=title,
            hearing_at=HEARING_AT,
            happened_on=DAY,
            place=title,
        ),
        TaskPlanned(
            task_id="draft",
            terms=TaskTerms(
                title=title,
                accountable="A. Lawyer",
                moves_with=Derived(
                    follows=Ref("hearing", "trial"), period=Period.parse("7 days")
                ),
            ),
            happened_on=DAY,
        ),
    )
    return file.record(*happened, by="clerk", at=NOON).case


def feed(title: str, **options: Any) -> str:
    """Its feed, as text."""
    agenda = made(title).agenda()
    said = {"name": "Deadlines", "alarms": (7,), "audience": "firm", **options}
    return to_ical(agenda, **said).decode()


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_a_strict_reader_finds_what_we_meant(detail: str) -> None:
    """Dates, instants, status and alarms, in each detail (the package `ical`)."""
    calendar = IcsCalendarStream.calendar_from_ics(feed(NASTY, detail=detail))
    answers, draft, trial = calendar.events
    assert (date(2026, 7, 6), date(2026, 7, 7)) == (answers.dtstart, answers.dtend)
    assert (answers.status, answers.sequence) == ("CONFIRMED", 3)
    assert answers.dtstamp == NOON
    assert trial.dtstart == HEARING_AT
    assert (trial.status, trial.sequence) == ("CONFIRMED", 4)
    assert (draft.dtstart, draft.dtend) == (date(2026, 8, 25), date(2026, 8, 26))
    assert (draft.status, draft.sequence) == ("CONFIRMED", 5)
    for event in (answers, draft, trial):
        assert [timedelta(days=-7)] == [alarm.trigger for alarm in event.alarm]


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_a_validator_finds_nothing(detail: str) -> None:
    """What each component has to have is there, once (the package `vobject`)."""
    calendar = vobject.readOne(feed(NASTY, detail=detail))
    assert calendar.validate(raiseException=True)
    answers, draft, trial = calendar.vevent_list
    assert draft.dtstart.value == date(2026, 8, 25)
    assert answers.dtstart.value == date(2026, 7, 6)
    assert trial.dtstart.value == HEARING_AT


@given(st.text(min_size=1, max_size=100).filter(str.strip))
@settings(max_examples=50)
def test_all_readers_read_the_same_text(title: str) -> None:
    """Whatever a title holds, it is one text, and the same for each of them."""
    title = title.encode("utf-8", "replace").decode()
    written = feed(title)
    ours = icalendar.Calendar.from_ical(written).walk("VEVENT")
    theirs = IcsCalendarStream.calendar_from_ics(written).events
    assert [str(event["SUMMARY"]) for event in ours] == [e.summary for e in theirs]
    assert len(ours) == 3


def properties(written: str) -> list[tuple[str, str]]:
    """Name (with its parameters) and value of each property, unfolded."""
    lines = written.replace("\r\n ", "").split("\r\n")
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_what_no_reader_checks_is_right(detail: str) -> None:
    """Faults that all readers let pass, and that clients then stumble over."""
    written = feed(NASTY, detail=detail)
    found = properties(written)
    names = {name for name, _ in found}
    # No time without a zone, and no zone by a name that the file does not define.
    assert {name for name in names if "TZID" in name} == set()
    for name, value in found:
        if name in {"DTSTAMP", "DTSTART", "LAST-MODIFIED"}:
            assert re.fullmatch(r"\d{8}T\d{6}Z", value)
        if name in {"DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"}:
            assert len(value) == 8
        if name == "TRIGGER":
            assert value.startswith("-P")
        if name == "TRANSP":
            assert value in {"OPAQUE", "TRANSPARENT"}
    assert {"REFRESH-INTERVAL;VALUE=DURATION", "X-PUBLISHED-TTL"} <= names
    assert {"METHOD", "CLASS", "COLOR", "ATTENDEE", "ORGANIZER"} & names == set()
    assert "\x07" not in written
    uids = [value for name, value in found if name == "UID"]
    assert len(uids) == len(set(uids)) == 3


def test_the_golden_feed_is_read_by_all() -> None:
    """The first feed that we wrote: subscribers may hold it for ever."""
    written = (GOLDEN / "agenda-1.ics").read_bytes().decode()
    ours: list[Any] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    theirs = IcsCalendarStream.calendar_from_ics(written).events
    third = vobject.readOne(written).vevent_list
    starts = [event["DTSTART"].dt for event in ours]
    assert starts == [event.dtstart.value for event in third]
    assert {str(start) for start in starts} == {str(e.dtstart) for e in theirs}
    assert len(starts) == len(theirs) == 5
