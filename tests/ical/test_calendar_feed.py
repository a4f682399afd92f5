"""A feed shows the safe dates, moves what moved, and gives nothing away."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import icalendar
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from case_samples import CANARY, NOON, case, computation, deadline, events
from legalcase.errors import InvalidValueError
from legalcase.ical.calendar_feed import to_ical
from legalcase.ical.calendar_text import CalendarText
from legalcase.model.basis import Agreed, Computed, Ordered
from legalcase.model.case import Case
from legalcase.model.case_events import CaseOpened
from legalcase.model.deadline_events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineSet,
    DeadlineVacated,
    ReadingChosen,
)

DAY = date(2026, 6, 3)
BY_ID: dict[str, Any] = {"deadline_id": "answers", "happened_on": DAY}


def case_with(*happened: Any, title: str = "Answer") -> Case:  # noqa: ANN401 - any events
    """A case with one computed deadline, after further events."""
    opened = CaseOpened(caption="Roe v. Acme", happened_on=DAY, number="4:26-cv-1")
    made, _ = Case.open(opened, case_id="case-1", recorded_at=NOON, actor="clerk")
    first = DeadlineSet(deadline=deadline(title=title), happened_on=DAY)
    for number, event in enumerate((first, *happened), 1):
        at = NOON + timedelta(minutes=number)
        made, _ = made.record(event, recorded_at=at, actor="clerk")
    return made


def feed(made: Case, **options: Any) -> bytes:  # noqa: ANN401 - any options
    """The feed of one case."""
    return to_ical(made.agenda(), name="Deadlines", **options)


def parsed(written: bytes) -> list[Any]:
    """The events, as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


CONFIRMED = DeadlineConfirmed(confirmed_by="A. Clerk", **BY_ID)


def test_an_event_is_an_all_day_event_on_the_safe_date() -> None:
    """It ends the day after, keeps nobody busy, and is dated by the log."""
    (event,) = parsed(feed(case_with(CONFIRMED)))
    assert date(2026, 7, 6) == event["DTSTART"].dt
    assert date(2026, 7, 7) == event["DTEND"].dt
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert NOON + timedelta(minutes=2) == event["DTSTAMP"].dt
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 2)
    assert event["SUMMARY"] == "Answer (4:26-cv-1)"
    text = str(event["DESCRIPTION"])
    assert "Safe date: 2026-07-06; adopted: 2026-07-09." in text
    assert "us/frcp/33(b)(2)" in text
    assert "Fed. R. Civ. P. 6(d)" in text
    assert "Local rules were not consulted." in text


def test_a_chosen_reading_is_shown() -> None:
    """And the safe date stays in the text."""
    chosen = ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID)
    (event,) = parsed(feed(case_with(chosen)))
    assert date(2026, 7, 9) == event["DTSTART"].dt
    assert "Safe date: 2026-07-06; chosen: 2026-07-09." in str(event["DESCRIPTION"])
    assert "A. Lawyer" not in str(event["DESCRIPTION"])


def test_the_calendar_says_what_readers_need() -> None:
    """Both names, both hints to look again, no METHOD, and no version of ours."""
    written = feed(case_with()).decode()
    lines = written.split("\r\n")
    for line in (
        "PRODID:-//legalcase//Court deadlines//EN",
        "VERSION:2.0",
        "NAME:Deadlines",
        "X-WR-CALNAME:Deadlines",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
    ):
        assert line in lines
    assert "METHOD" not in written
    assert lines[-1] == ""


def test_equal_input_gives_equal_bytes() -> None:
    """No clock, no random id, no order of a set."""
    made = case_with(CONFIRMED)
    again = case_with(CONFIRMED)
    assert feed(made, alarms=(1, 7)) == feed(again, alarms=(7, 1, 1))


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    """So that readers move what they have."""
    (before,) = parsed(feed(case_with()))
    (after,) = parsed(feed(case_with(CONFIRMED)))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CONFIRMED")


def test_uids_are_opaque_and_apart() -> None:
    """Other deadlines, cases and namespaces have others; ids never run together."""
    own = UUID("12345678-1234-5678-1234-567812345678")
    made = case_with()
    names = {
        str(parsed(written)[0]["UID"])
        for written in (
            feed(made),
            feed(made, namespace=own),
            feed(evolve(made, case_id="case-2")),
            feed(evolve(made, case_id="case-1a")),
        )
    }
    assert len(names) == 4
    assert all(re.fullmatch(r"[0-9a-f-]{36}", name) for name in names)


def test_what_fell_away_is_cancelled_or_dropped() -> None:
    """An extension cancels the original and brings its own event."""
    successor = deadline(
        "answers-2", title="Answer", basis=Ordered(due=date(2026, 8, 3), order="Order")
    )
    extended = DeadlineExtended(successor=successor, authority="Order", **BY_ID)
    made = case_with(CONFIRMED, extended)
    old, new = parsed(feed(made))
    assert ("CANCELLED", date(2026, 7, 6)) == (old["STATUS"], old["DTSTART"].dt)
    assert ("TENTATIVE", date(2026, 8, 3)) == (new["STATUS"], new["DTSTART"].dt)
    assert old["UID"] != new["UID"]
    assert [new["UID"]] == [e["UID"] for e in parsed(feed(made, cancelled="drop"))]
    vacated = DeadlineVacated(ground="Settled", **BY_ID)
    assert parsed(feed(case_with(vacated)))[0]["STATUS"] == "CANCELLED"


def test_what_was_done_says_so() -> None:
    """And rings no bell any more."""
    met = DeadlineMet(met_by="A. Clerk", evidence="Receipt", **BY_ID)
    written = feed(case_with(CONFIRMED, met), alarms=(1,))
    (event,) = parsed(written)
    assert event["SUMMARY"] == "Done: Answer (4:26-cv-1)"
    assert b"VALARM" not in written
    assert b"Receipt" not in written


def test_alarms_ring_before_the_day() -> None:
    """One for each number of days, the farthest first."""
    (event,) = parsed(feed(case_with(), alarms=(1, 14, 7)))
    alarms = event.walk("VALARM")
    assert [timedelta(days=-14), timedelta(days=-7), timedelta(days=-1)] == [
        alarm["TRIGGER"].dt for alarm in alarms
    ]
    assert {"DISPLAY"} == {str(alarm["ACTION"]) for alarm in alarms}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"alarms": (0,)}, "1 or more"),
        ({"alarms": (-1,)}, "1 or more"),
        ({"alarms": ("7",)}, "1 or more"),
        ({"detail": "public"}, "ref-only"),
        ({"cancelled": "hide"}, "drop"),
        ({"name": " "}, "is empty"),
    ],
)
def test_bad_options_are_refused(options: dict[str, Any], words: str) -> None:
    """With the words that would do."""
    with pytest.raises(InvalidValueError, match=words):
        to_ical(case_with().agenda(), **{"name": "Deadlines", **options})


def test_not_before_and_not_running() -> None:
    """The one is said; the other has no event."""
    opening = Agreed(due=date(2026, 7, 1), agreement=CANARY, bound="not-earlier-than")
    made = case_with(
        DeadlineSet(
            deadline=deadline("a", title="Sell", basis=opening), happened_on=DAY
        ),
        DeadlineSet(
            deadline=deadline(
                "b",
                title="Appeal",
                basis=Computed(computation=computation(is_running=False)),
            ),
            happened_on=DAY,
        ),
    )
    written = feed(made)
    assert [str(e["SUMMARY"]) for e in parsed(written)] == [
        "Unconfirmed: Not before: Sell (4:26-cv-1)",
        "Unconfirmed: Answer (4:26-cv-1)",
    ]
    assert CANARY.encode() not in written


def test_several_cases_and_none_make_one_feed() -> None:
    """Sorted by the date; a case without deadlines adds nothing."""
    first, second = case_with(), evolve(case_with(), case_id="case-2")
    written = to_ical([second.agenda(), first.agenda()], name="Firm")
    assert len(parsed(written)) == 2
    assert written == to_ical([first.agenda(), second.agenda()], name="Firm")
    assert parsed(to_ical([], name="Firm")) == []


@pytest.mark.parametrize("detail", ["full", "ref-only", "busy"])
def test_what_is_privileged_is_in_no_feed(detail: str) -> None:
    """What people wrote bears a canary; titles and caption are for `full` alone."""
    written = to_ical(case().agenda(), name="Deadlines", detail=detail)  # type: ignore[arg-type]  # one of the three
    unfolded = written.replace(b"\r\n ", b"").decode()
    if detail == "full":
        made = case()
        shown = {made.caption, *(d.title for d in made.deadlines)}
        for text in shown:
            unfolded = unfolded.replace(text, "")
    assert CANARY not in unfolded
    assert any(CANARY in str(getattr(e, "text", "")) for e in events())


def test_less_detail_says_less() -> None:
    """The reference and the dates; or the day alone."""
    made = case_with(CONFIRMED)
    (ref,) = parsed(feed(made, detail="ref-only"))
    assert ref["SUMMARY"] == "Deadline in 4:26-cv-1"
    assert "adopted: 2026-07-09" in str(ref["DESCRIPTION"])
    (busy,) = parsed(feed(made, detail="busy"))
    assert busy["SUMMARY"] == "Busy"
    assert not {"DESCRIPTION", "CATEGORIES", "LOCATION"} & set(busy)


NASTY = 'C:\\New; Müller, "x"\nBEGIN:VALARM\r\nX\x07 \U0001f4c5 ' + "ü" * 80


def test_text_comes_back_as_it_was() -> None:
    """Backslashes, line breaks and long lines; control characters are left out."""
    written = feed(case_with(title=NASTY))
    (event,) = parsed(written)
    clean = NASTY.replace("\x07", "").replace("\r\n", "\n")
    assert f"Unconfirmed: {clean} (4:26-cv-1)" == str(event["SUMMARY"])
    assert len(event.walk("VALARM")) == 0
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")


@given(st.text(max_size=200))
def test_any_text_is_one_property(text: str) -> None:
    """Whatever somebody writes, it is one value, and can open no component."""
    text = text.encode("utf-8", "replace").decode()
    written = CalendarText(text).to_ical()
    assert b"\n" not in written
    assert b"\r" not in written
