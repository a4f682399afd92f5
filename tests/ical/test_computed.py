"""Computations as a feed: without a case, and moved when they are computed anew."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

import legalcase as lc
from legalcase.errors import ConflictingInputError, InvalidTypeError
from legalcase.ical import to_ical
from samples import samples

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


def answers(**facts: Any) -> lc.Computation:
    """When the interrogatories served on 3 June have to be answered."""
    return lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", **facts)


def events(given: Any, **options: Any) -> list[Any]:
    """The events of a feed, as icalendar reads them."""
    written = to_ical(given, name="Deadlines", **options)
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_a_computation_is_an_event_on_its_safe_date() -> None:
    """All day, as the deadline of a case is."""
    computed = answers(service="mail")
    (event,) = events(computed, detail="full", alarms=(7,))
    assert event["DTSTART"].dt == computed.safe
    assert event["DTEND"].dt == computed.safe + timedelta(days=1)
    assert str(event["SUMMARY"]) == (
        "Answers and objections to interrogatories (us/frcp/33(b)(2))"
    )
    description = str(event["DESCRIPTION"])
    assert description.count("us/frcp/33(b)(2)\n") == 1
    assert "Fed. R. Civ. P. 33(b)(2)" in description
    assert [a["TRIGGER"].dt for a in event.walk("VALARM")] == [timedelta(days=-7)]
    assert str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(
    "facts",
    [
        {"service": "mail"},
        {"service": "electronic", "readings": {"mail-order": "no: add, roll"}},
        {"inaccessible": [date(2026, 7, 6)]},
        {"legal_holidays": [date(2026, 7, 6)]},
        {"as_of": date(2010, 1, 1)},
        {"local_rules": "none"},
    ],
)
def test_what_becomes_known_later_moves_the_event(facts: dict[str, Any]) -> None:
    """The same matter, deadline, day and court: the same UID, and a later stamp."""
    (before,) = events(answers(), computed_at=NOW)
    (after,) = events(answers(**facts), computed_at=NOW + timedelta(days=1))
    assert before["UID"] == after["UID"]
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt


def test_what_is_another_deadline_is_another_event() -> None:
    """Another day, court, deadline, period, rule, matter or namespace."""
    given: list[Any] = [
        answers(),
        {"1": answers()},
        {"2": answers()},
        lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 4), court="cand"),
        lc.compute("us/frcp/33(b)(2)", after=DAY, court="nysd"),
        lc.compute("us/frcp/34(b)(2)(A)", after=DAY, court="cand"),
        lc.compute("30 days", after=DAY, court="cand"),
        lc.compute("31 days", after=DAY, court="cand"),
        lc.compute("30 days", before=DAY, court="cand"),
        lc.compute("30 days", after=DAY, under="gb-eaw/cpr"),
        lc.served_on(DAY, "mail", under="gb-eaw/cpr"),
    ]
    uids = [event["UID"] for each in given for event in events(each)]
    assert len(set(uids)) == len(uids) == len(given)


def test_equal_input_gives_equal_bytes() -> None:
    """Without a clock: the stamp is midnight of the trigger's day."""
    assert to_ical(answers(), name="D") == to_ical(answers(), name="D")
    (event,) = events(answers())
    assert event["DTSTAMP"].dt == datetime(2026, 6, 3, tzinfo=UTC)


def test_the_number_of_a_matter_is_shown() -> None:
    """In every detail but the last."""
    given = {
        "4:26-cv-1": answers(),
        "4:26-cv-2": [answers(), answers(service="mail")][:1],
    }
    for detail, said in (
        ("full", "Answers and objections to interrogatories (4:26-cv-1)"),
        ("ref-only", "Deadline in 4:26-cv-1"),
        ("busy", "Busy"),
    ):
        found = events(given, detail=detail)
        assert len(found) == 2
        assert said in {str(event["SUMMARY"]) for event in found}


def test_without_a_number_the_rule_is_named() -> None:
    """`ref-only` does not say what is to be done."""
    (event,) = events(answers(), detail="ref-only", alarms=(1,))
    assert str(event["SUMMARY"]) == "Deadline under us/frcp"
    (alarm,) = event.walk("VALARM")
    assert str(alarm["DESCRIPTION"]) == "Deadline under us/frcp"
    assert "33(b)(2)" not in str(event.get("DESCRIPTION", ""))


def test_agendas_and_computations_go_together() -> None:
    """In the order of their dates."""
    agenda = samples()["Agenda"]
    computed = answers()
    both = events([agenda, computed])
    assert len(both) == len(events(agenda)) + 1
    days = [event["DTSTART"].dt for event in both]
    assert [str(d)[:10] for d in days] == sorted(str(d)[:10] for d in days)


def test_the_same_computation_twice_is_one_event() -> None:
    """And two that differ are refused, unless their matters tell them apart."""
    assert len(events([answers(), answers()])) == 1
    with pytest.raises(ConflictingInputError, match="Say to which matters"):
        to_ical([answers(), answers(service="mail")], name="D")
    assert len(events({"1": answers(), "2": answers(service="mail")})) == 2


def test_what_does_not_run_has_no_event() -> None:
    """Unless it runs under another answer; that, as what can yet move, is tentative."""
    asked: dict[str, Any] = {
        "after": {
            "judgment-entered": date(2021, 9, 10),
            "tolling-motion-filed": date(2021, 9, 20),
        },
        "court": "cand",
    }
    facts = {"tolling-motion-listed": "yes"}
    assert events(lc.compute("us/frap/4(a)(1)(A)", **asked, facts=facts)) == []
    waiting = lc.compute("us/frap/4(a)(1)(A)", **asked)
    (event,) = events(waiting)
    assert event["DTSTART"].dt == waiting.safe == date(2021, 10, 12)
    assert str(event["STATUS"]) == "TENTATIVE"
    assert waiting.to_dict()["safe"] == "2021-10-12"
    assert waiting.to_dict()["due"] is None
    provisional = lc.compute(
        "de/zpo/517", after={"judgment-pronounced": date(2025, 9, 15)}, calendar="de-nw"
    )
    assert provisional.is_provisional
    (event,) = events(provisional)
    assert str(event["STATUS"]) == "TENTATIVE"
    assert "Provisional" in str(event["DESCRIPTION"])
    assert "judgment" not in str(event["DESCRIPTION"])


def test_what_is_counted_back_is_said_to_be_before() -> None:
    """Of several parts each has its own way, whatever that of the others."""
    found = lc.compute(
        "us-ca/discovery/2034.230(b)",
        after={"trial": date(2026, 10, 26), "expert-demand-served": date(2026, 8, 25)},
        court="us-ca/lasc",
        service="mail",
    )
    (event,) = events(found, detail="full")
    assert "50 days before Mon 2026-10-26 (trial)" in str(event["DESCRIPTION"])
    assert "20 days after Tue 2026-08-25" in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    "given",
    [
        "roe",
        b"1",
        7,
        [7],
        {"1": 7},
        {"1": samples()["Agenda"]},
        {7: answers()},
        {" ": answers()},
    ],
)
def test_what_is_neither_is_refused(given: Any) -> None:
    """Said with what may be passed."""
    with pytest.raises(InvalidTypeError):
        to_ical(given, name="D")


@pytest.mark.parametrize(
    "at", [DAY, datetime(2026, 6, 3, tzinfo=UTC).replace(tzinfo=None), "now"]
)
def test_the_instant_is_an_instant(at: Any) -> None:
    """A date, or a time without its zone, is none."""
    with pytest.raises(InvalidTypeError, match="aware instant"):
        to_ical(answers(), name="D", computed_at=at)
