"""A calendar of somebody else's is read as rows; what is no calendar is refused."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from case_samples import file
from legalcase.errors import ImportRefusedError, InvalidTypeError
from legalcase.ical import CALENDAR_COLUMNS, from_ical, to_ical
from one_case import PACIFIC

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//EN\r\n"


def event(*lines: str) -> str:
    """A calendar with one event of these lines."""
    inner = "\r\n".join(lines)
    return f"{HEAD}BEGIN:VEVENT\r\n{inner}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def row(*lines: str) -> dict[str, Any]:
    """The row of that event."""
    (found,) = from_ical(event(*lines))
    assert list(found) == list(CALENDAR_COLUMNS)
    return found


def test_a_day_is_a_day() -> None:
    """And its end is the day after, as the format has it."""
    found = row(
        "UID:a@acme.test",
        "DTSTART;VALUE=DATE:20260603",
        "DTEND;VALUE=DATE:20260604",
        "SUMMARY:Answer due\\, Roe",
        "STATUS:TENTATIVE",
        "SEQUENCE:3",
        "DTSTAMP:20260501T080000Z",
    )
    assert (found["on"], found["at"], found["ends"]) == (
        "2026-06-03",
        None,
        "2026-06-04",
    )
    assert (found["uid"], found["title"]) == ("a@acme.test", "Answer due, Roe")
    assert (found["status"], found["sequence"]) == ("TENTATIVE", 3)
    assert found["changed_at"] == "2026-05-01T08:00:00+00:00"
    assert not found["recurs"]


def test_an_hour_has_a_zone_or_floats() -> None:
    """The day is that of its own zone; an unknown zone gives no instant."""
    found = row("DTSTART;TZID=America/Los_Angeles:20260603T230000", "DURATION:PT2H")
    assert (found["on"], found["at"]) == ("2026-06-03", "2026-06-03T23:00:00-07:00")
    assert found["ends"] == "2026-06-04T01:00:00-07:00"
    for start in ("DTSTART:20260603T230000", "DTSTART;TZID=No/Where:20260603T230000"):
        found = row(start)
        assert (found["on"], found["at"]) == ("2026-06-03", None)
        assert found["is_floating"]


def test_a_series_says_that_it_is_one() -> None:
    """It is not written out, and an exception to it is a row."""
    assert row("DTSTART:20260603T090000Z", "RRULE:FREQ=DAILY")["recurs"]
    found = row("DTSTART:20260603T090000Z", "RECURRENCE-ID:20260604T090000Z")
    assert found["recurrence_id"] == "2026-06-04T09:00:00+00:00"


def test_what_cannot_be_read_is_named() -> None:
    """The event stays a row: one that is left out could be the one that matters."""
    found = row("UID:a", "DTSTART:tomorrow", "SEQUENCE:many", "SUMMARY:A", "SUMMARY:B")
    assert (found["on"], found["title"]) == (None, "A")
    assert found["problems"] == "DTSTART;SEQUENCE;SUMMARY"


def test_our_own_feed_is_read() -> None:
    """Day for day what the agenda shows."""
    agenda = file().case.agenda()
    rows = from_ical(to_ical(agenda, name="Feed"))
    days = {
        str(one.dates.shown) for one in agenda.items if one.dates.shown is not None
    } | {str(one.at.astimezone().date()) for one in agenda.hearings}
    assert len({one["uid"] for one in rows}) == len(rows) > 0
    assert {one["on"] for one in rows if one["at"] is None} <= days


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cannot be read|no calendar"),
        ("uid,title\n1,Answer\n", "cannot be read"),
        ("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "no calendar"),
        ("BEGIN:VCALENDAR\r\n", "cannot be read|no calendar"),
        ("BEGIN:A\r\n" * 100_000, "nested deeper"),
        (HEAD + "BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 20_001, "20,001 events"),
        (HEAD + "X" * 8_000_000, "export fewer years"),
        (b"BEGIN:VCALENDAR\xff", "no UTF-8"),
    ],
)
def test_what_is_no_calendar_is_refused(text: Any, why: str) -> None:
    """Clearly, and soon."""
    with pytest.raises(ImportRefusedError) as caught:
        from_ical(text)
    assert re.search(why, str(caught.value))


def test_what_is_no_text_is_refused() -> None:
    """A path, say."""
    with pytest.raises(InvalidTypeError, match="read_bytes"):
        from_ical(7)  # type: ignore[arg-type] # refused


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "BEGIN:VEVENT",
                "END:VEVENT",
                "BEGIN:VALARM",
                "END:VALARM",
                "DTSTART:20260603",
                "DTSTART;VALUE=DATE:20260603",
                "DTSTART:20260603T090000Z",
                "DTEND;TZID=:1",
                "DURATION:P99999999999D",
                "UID:1",
                "SEQUENCE:-1",
                "RRULE:FREQ=",
                "RECURRENCE-ID:x",
                ":",
                ";=",
                " folded",
                "LAST-MODIFIED:00010101T000000Z",
            ]
        ),
        max_size=12,
    )
)
def test_whatever_comes_is_read_or_refused(lines: list[str]) -> None:
    """No other error leaves the door."""
    try:
        rows = from_ical(HEAD + "\r\n".join([*lines, "END:VCALENDAR", ""]))
    except ImportRefusedError:
        return
    assert all(list(one) == list(CALENDAR_COLUMNS) for one in rows)


def test_an_event_made_by_others_is_read() -> None:
    """By the library's own writer."""
    calendar, made = Calendar(), Event()
    made.add("uid", "x")
    made.add("dtstart", datetime(2026, 6, 3, 9, tzinfo=PACIFIC))
    made.add("duration", timedelta(hours=1))
    calendar.add_component(made)
    (found,) = from_ical(calendar.to_ical())
    assert found["ends"] == "2026-06-03T10:00:00-07:00"
