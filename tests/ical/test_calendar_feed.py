"""A feed shows the safe dates, moves what moved, and gives nothing away."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import icalendar
import pytest
from attrs import evolve
from hypothesis import given as with_any
from hypothesis import strategies as st

import legalcase as lc
from case_samples import CANARY, computation
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.ical.calendar_feed import to_ical
from legalcase.ical.calendar_text import CalendarText
from legalcase.kernel import Label, Ref
from legalcase.model import (
    Agreed,
    Basis,
    Case,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineVacated,
    Derived,
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
    Ordered,
    ReadingChosen,
)
from one_case import DAY, NOON, PACIFIC, case_of, deadline_set, file_of

BY_ID: dict[str, Any] = {"deadline_id": "answers", "happened_on": DAY}


def case_with(*happened: Any, title: str = "Answer", **said: Any) -> Case:
    """A case with one computed deadline, after further events."""
    first = deadline_set("answers", computation(), title=title)
    return case_of(first, *happened, **said)


def feed(made: Case, **options: Any) -> bytes:
    """The feed of one case."""
    return to_ical(made.agenda(), **{"name": "Deadlines", "detail": "full", **options})


def parsed(written: bytes) -> list[Any]:
    """The events, as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


CONFIRMED = DeadlineConfirmed(confirmed_by="A. Clerk", **BY_ID)
HEARING = HearingSet(
    hearing_id="trial",
    title="Trial",
    hearing_at=datetime(2026, 9, 1, 9, tzinfo=PACIFIC),
    happened_on=DAY,
    place="Courtroom 1",
)


def test_an_event_is_an_all_day_event_on_the_safe_date() -> None:
    """It ends the day after, keeps nobody busy, and is dated by the log."""
    (event,) = parsed(feed(case_with(CONFIRMED)))
    assert date(2026, 7, 6) == event["DTSTART"].dt
    assert date(2026, 7, 7) == event["DTEND"].dt
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert NOON + timedelta(minutes=2) == event["DTSTAMP"].dt
    # The third line of the log changed it last.
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 3)
    assert event["SUMMARY"] == "Answer (4:26-cv-1)"
    text = str(event["DESCRIPTION"])
    assert "Safe date: 2026-07-06; adopted: 2026-07-09." in text
    assert "us/frcp/33(b)(2)" in text
    assert "Fed. R. Civ. P. 6(d)" in text
    assert "Local rules were not consulted." in text


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            lc.compute(
                "us/frcp/33(b)(2)",
                after={"discovery-request-served": date(2026, 3, 30)},
                court="cand",
                service="personal",
            ),
            "30 days after Mon 2026-03-30 (discovery request served), personal",
        ),
        (
            lc.compute("us/frcp/59(e)", after=date(2026, 3, 30), court="cand"),
            "28 days after Mon 2026-03-30",
        ),
        (
            lc.compute("30 days", after=date(2026, 3, 30), under="us/frcp"),
            "30 days after Mon 2026-03-30 under us/frcp",
        ),
        (
            lc.compute(
                "us/frap/4(a)(5)(A)(i)",
                after={"judgment-entered": date(2026, 3, 30)},
                court="cand",
            ),
            "30 days after Wed 2026-04-29 (end of the time under us/frap/4(a)(1)(A))",
        ),
        (
            lc.compute(
                "us/frap/4(a)(3)",
                after={
                    "notice-of-appeal-filed": date(2026, 4, 20),
                    "judgment-entered": date(2026, 3, 30),
                },
                court="cand",
            ),
            (
                "14 days after Mon 2026-04-20 (notice of appeal filed); "
                "30 days after Mon 2026-03-30 (judgment entered)"
            ),
        ),
    ],
)
def test_an_event_says_from_what_its_date_was_counted(
    found: lc.Computation, line: str
) -> None:
    """The period, the event and its date, the service: of each part that ran."""
    made = case_with(deadline_set("own", found, title="Own"))
    (event,) = [one for one in parsed(feed(made)) if "Own" in str(one["SUMMARY"])]
    assert line in str(event["DESCRIPTION"]).split("\n")


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
            feed(case_with(case_id="case-2")),
            feed(case_with(case_id="case-1a")),
        )
    }
    assert len(names) == 4
    assert all(re.fullmatch(r"[0-9a-f-]{36}", name) for name in names)


def test_what_fell_away_is_cancelled_or_dropped() -> None:
    """An extension cancels the original and brings its own event."""
    extended = DeadlineExtended(
        successor_id="answers-2",
        basis=Ordered(due=date(2026, 8, 3), authority="Order"),
        authority="Order",
        **BY_ID,
    )
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
        ({"alarms": (10**12,)}, "36525 at most"),
        ({"alarms": ("7",)}, "1 or more"),
        ({"detail": "public"}, "ref-only"),
        ({"cancelled": "hide"}, "drop"),
        ({"name": " "}, "is empty"),
        ({"refresh": timedelta(0)}, "a minute or more"),
        ({"refresh": timedelta(seconds=-5)}, "a minute or more"),
        ({"refresh": timedelta(minutes=2, microseconds=1)}, "whole seconds"),
    ],
)
def test_bad_options_are_refused(options: dict[str, Any], words: str) -> None:
    """With the words that would do."""
    with pytest.raises(InvalidValueError, match=words):
        to_ical(case_with().agenda(), **{"name": "Deadlines", **options})


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"alarms": 7}, r"alarms= cannot be 7\. Pass days in a tuple"),
        ({"namespace": "abc"}, r"namespace= cannot be 'abc'\. Pass a UUID"),
        ({"name": 5}, r"name= cannot be 5\. Pass text"),
        ({"refresh": "4h"}, r"refresh= cannot be '4h'\. Pass timedelta"),
    ],
)
def test_options_of_another_type_are_refused(
    options: dict[str, Any], words: str
) -> None:
    """Before anything is written."""
    with pytest.raises(InvalidTypeError, match=words):
        to_ical(case_with().agenda(), **{"name": "Deadlines", **options})


@pytest.mark.parametrize(
    "given",
    [case_of, [case_of], None, {"1": case_of()}],
    ids=["function", "list", "none", "case of a number"],
)
def test_what_is_no_agenda_is_refused(given: Any) -> None:
    """The message says how to get one."""
    with pytest.raises(InvalidTypeError, match=r"or its file, case\.agenda\(\)"):
        to_ical(given, name="Deadlines")


def test_a_case_is_as_good_as_its_agenda() -> None:
    """And so is a file, alone or among others."""
    file = file_of(deadline_set("answers", computation()))
    written = to_ical(file.case.agenda(), name="Deadlines")
    assert b"BEGIN:VEVENT" in written
    for given in (file.case, file, [file.case], [file]):
        assert to_ical(given, name="Deadlines") == written
    with pytest.raises(InvalidValueError, match="is given twice"):
        to_ical([file, file.case.agenda()], name="Deadlines")


def test_a_case_is_given_once() -> None:
    """Its events would have the same UIDs twice: a client would take one of them."""
    agenda = case_with().agenda()
    with pytest.raises(InvalidValueError, match="'case-1' is given twice"):
        to_ical([agenda, agenda], name="Deadlines")


def test_titles_leave_only_where_that_is_asked() -> None:
    """What is planned is nobody else's business, nor are authority and place."""
    at = datetime(2026, 9, 1, 9, tzinfo=PACIFIC)
    made = case_with(
        HearingSet(
            hearing_id="h",
            title="Secret hearing",
            hearing_at=at,
            happened_on=DAY,
            place="Secret place",
        ),
        title="Secret motion",
    )
    plain = to_ical(made.agenda(), name="Deadlines")
    assert plain == to_ical(made.agenda(), name="Deadlines", detail="ref-only")
    for word in (b"Secret", b"Roe", b"Fed. R."):
        assert word not in plain
        assert word in to_ical(made.agenda(), name="Deadlines", detail="full")


def test_not_before_and_not_running() -> None:
    """The one is said; the other has no event."""
    opening = Agreed(due=date(2026, 7, 1), authority=CANARY, bound="not-earlier-than")
    made = case_with(
        deadline_set("a", opening, title="Sell"),
        deadline_set("b", computation(is_running=False), title="Appeal"),
    )
    written = feed(made)
    assert [str(e["SUMMARY"]) for e in parsed(written)] == [
        "Unconfirmed: Not before: Sell (4:26-cv-1)",
        "Unconfirmed: Answer (4:26-cv-1)",
    ]
    assert CANARY.encode() not in written


def test_a_hearing_begins_at_its_instant() -> None:
    """In UTC, which every client reads alike; the court's clock stands in the text."""
    written = feed(case_with(HEARING), alarms=(1,))
    _, event = parsed(written)
    assert b"DTSTART:20260901T160000Z" in written
    assert HEARING.hearing_at == event["DTSTART"].dt
    assert "DTEND" not in event  # nobody knows when it ends
    assert (event["SUMMARY"], event["LOCATION"]) == ("Trial (4:26-cv-1)", "Courtroom 1")
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "BUSY"
    assert "At Tue 2026-09-01 09:00 America/Los_Angeles." in str(event["DESCRIPTION"])
    assert len(event.walk("VALARM")) == 1


def test_a_continuance_moves_the_hearing() -> None:
    """The same event at another instant, with what was first set in the text."""
    later = HEARING.hearing_at + timedelta(days=30)
    moved = HearingContinued(hearing_id="trial", happened_on=DAY, to_at=later)
    _, before = parsed(feed(case_with(HEARING)))
    _, after = parsed(feed(case_with(HEARING, moved)))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert later == after["DTSTART"].dt
    assert "First set for Tue 2026-09-01 09:00" in str(after["DESCRIPTION"])


@pytest.mark.parametrize(
    ("what", "status", "summary"),
    [
        (HearingContinued, "CANCELLED", "Continued: Trial (4:26-cv-1)"),
        (HearingVacated, "CANCELLED", "Cancelled: Trial (4:26-cv-1)"),
        (HearingHeld, "CONFIRMED", "Held: Trial (4:26-cv-1)"),
    ],
)
def test_a_hearing_that_is_over_says_so(what: Any, status: str, summary: str) -> None:
    """Continued without a date, vacated, held; and no bell rings any more."""
    made = case_with(HEARING, what(hearing_id="trial", happened_on=DAY))
    _, event = parsed(feed(made, alarms=(1,)))
    assert (status, summary) == (event["STATUS"], event["SUMMARY"])
    assert event.walk("VALARM") == []
    left = 1 if status == "CANCELLED" else 2
    assert len(parsed(feed(made, cancelled="drop"))) == left


def test_a_hearing_and_a_deadline_of_one_id_are_two() -> None:
    """Ids of hearings and of deadlines are given apart."""
    same = evolve(HEARING, hearing_id="answers")
    deadline_event, hearing_event = parsed(feed(case_with(same)))
    assert deadline_event["UID"] != hearing_event["UID"]


def test_the_hour_is_said_where_it_belongs_to_the_date_shown() -> None:
    """The instant of the adopted reading is none of the safe date's."""
    (safe,) = parsed(feed(case_with(CONFIRMED)))
    assert "Until" not in str(safe["DESCRIPTION"])
    chosen = ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID)
    for detail in ("full", "ref-only"):
        (event,) = parsed(feed(case_with(CONFIRMED, chosen), detail=detail))
        said = str(event["DESCRIPTION"])
        assert "Until Thu 2026-07-09 11:59 p.m. America/Los_Angeles." in said


def test_on_what_a_date_rests_is_said() -> None:
    """An order, an agreement, a date of our own: none of their words."""
    bases: dict[str, Basis] = {
        "a": Ordered(due=date(2026, 9, 1), authority=CANARY),
        "b": Agreed(due=date(2026, 9, 2), authority=CANARY),
        "c": Derived(follows=Ref("deadline", "b")),
    }
    set_by_us = [
        deadline_set(name, basis, title="Write") for name, basis in bases.items()
    ]
    _, *written = parsed(feed(case_with(*set_by_us), audience="firm"))
    said = [str(event["DESCRIPTION"]) for event in written]
    assert [text.splitlines()[2] for text in sorted(said)] == [
        "A date agreed on by the parties.",
        "A date certain, by order of the court.",
        "Our own date, ahead of another deadline.",
    ]
    assert CANARY not in "".join(said)


def test_several_cases_and_none_make_one_feed() -> None:
    """Sorted by the date; a case without deadlines adds nothing."""
    first, second = case_with(), case_with(case_id="case-2")
    written = to_ical([second.agenda(), first.agenda()], name="Firm")
    assert len(parsed(written)) == 2
    assert written == to_ical([first.agenda(), second.agenda()], name="Firm")
    assert parsed(to_ical([], name="Firm")) == []


def test_a_feed_with_titles_says_what_its_audience_may_see() -> None:
    """Our own dates are planned by the firm; a sealed hearing is not for the public."""
    made = case_with(
        deadline_set("own", Derived(follows=Ref("deadline", "answers")), title="Draft"),
        evolve(HEARING, label=Label(audience="court", ground="sealed")),
    )
    public = [str(event["SUMMARY"]) for event in parsed(feed(made))]
    assert sorted(public) == [
        "Deadline in 4:26-cv-1",
        "Hearing in 4:26-cv-1",
        "Unconfirmed: Answer (4:26-cv-1)",
    ]
    party = [str(event["SUMMARY"]) for event in parsed(feed(made, audience="party"))]
    assert "Trial (4:26-cv-1)" in party
    assert "Deadline in 4:26-cv-1" in party
    firm = [str(event["SUMMARY"]) for event in parsed(feed(made, audience="firm"))]
    assert "Unconfirmed: Draft (4:26-cv-1)" in firm
    with pytest.raises(InvalidValueError, match="'all' is no audience"):
        feed(made, audience="all")


def test_what_was_done_in_time_on_one_reading_says_so() -> None:
    """Done between the safe date and the adopted one."""
    met = DeadlineMet(
        deadline_id="answers",
        met_by="A. Clerk",
        evidence="Receipt",
        happened_on=date(2026, 7, 8),
    )
    at = datetime(2026, 7, 9, tzinfo=UTC)
    file = file_of(deadline_set("answers", computation())).record(met, by="c", at=at)
    (event,) = parsed(feed(file.case))
    assert str(event["SUMMARY"]).startswith("Done, in time on one reading: Answer")


def test_a_case_without_a_number_is_called_by_its_caption() -> None:
    """Before it is filed; with less detail, by our own id."""
    made = case_with(CONFIRMED, HEARING, number=None)
    said = [str(event["SUMMARY"]) for event in parsed(feed(made))]
    assert said == ["Answer (Roe v. Acme)", "Trial (Roe v. Acme)"]
    said = [str(event["SUMMARY"]) for event in parsed(feed(made, detail="ref-only"))]
    assert said == ["Deadline in case-1", "Hearing in case-1"]


def test_less_detail_says_less() -> None:
    """The reference and the dates; or the day alone."""
    made = case_with(CONFIRMED, HEARING)
    ref, hearing = parsed(feed(made, detail="ref-only"))
    assert ref["SUMMARY"] == "Deadline in 4:26-cv-1"
    assert "adopted: 2026-07-09" in str(ref["DESCRIPTION"])
    assert hearing["SUMMARY"] == "Hearing in 4:26-cv-1"
    assert "LOCATION" not in hearing
    for busy in parsed(feed(made, detail="busy")):
        assert busy["SUMMARY"] == "Busy"
        assert not {"DESCRIPTION", "CATEGORIES", "LOCATION"} & set(busy)


NASTY = 'C:\\New; Müller, "x"\nBEGIN:VALARM\r\nX\x07 \U0001f4c5 ' + "ü" * 80


def test_text_comes_back_as_it_was() -> None:
    """Backslashes, line breaks and long lines; of a control character, its code."""
    written = feed(case_with(title=NASTY))
    (event,) = parsed(written)
    clean = NASTY.replace("\x07", "\\x07").replace("\r\n", "\n")
    assert f"Unconfirmed: {clean} (4:26-cv-1)" == str(event["SUMMARY"])
    assert len(event.walk("VALARM")) == 0
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")


@with_any(st.text(max_size=200))
def test_any_text_is_one_property(text: str) -> None:
    """Whatever somebody writes, it is one value, and can open no component."""
    text = text.encode("utf-8", "replace").decode()
    written = CalendarText(text).to_ical()
    assert b"\n" not in written
    assert b"\r" not in written
