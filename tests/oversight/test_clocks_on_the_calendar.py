"""Statutory clocks in agendas, on control sheets and in feeds: the last day of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.ical import to_ical
from legalcase.kernel import Label
from legalcase.oversight import agenda, control_sheet, health
from legalcase.scheduling.clocks import clock_of, projected_clocks
from one_case import DAY, NOON, file_of

LAW = lc.Law.bundled()
#: Seventy days from the order, which is not counted itself (18 U.S.C. 3161(e)).
LAST = DAY + timedelta(days=70)
RULE = "us/18-usc/3161(e)"


def started(clock_id: str = "c", rule: str = RULE, **said: Any) -> m.ClockStarted:
    """A retrial was ordered on the day."""
    event = said.pop("event", "retrial-order-final")
    starts = (m.ClockEvent(event=event, on=DAY),)
    return m.ClockStarted(
        clock_id=clock_id, rule=rule, starts=starts, happened_on=DAY, **said
    )


def doe() -> m.PartyJoined:
    """Whose clock it is."""
    return m.PartyJoined(
        party_id="doe", name=f"Doe {CANARY}", roles=("defendant",), happened_on=DAY
    )


def motion(until: date | None = None) -> m.ExclusionRecorded:
    """Time out for a motion, which is pending unless it ended."""
    return m.ExclusionRecorded(
        exclusion_id="x",
        clock_ids=("c",),
        basis="(h)(1)(D)",
        from_on=DAY + timedelta(days=1),
        until_on=until,
        note=f"Because {CANARY}",
        happened_on=DAY,
    )


def case(*events: Any) -> m.CaseFile:
    """A case with the clock of a defendant."""
    return file_of(doe(), started(of="doe"), *events)


def shown(file: m.CaseFile, audience: str = "firm", **said: Any) -> Any:
    """What a year's agenda has of the clocks."""
    diary = agenda(
        [file],
        between=(DAY, DAY + timedelta(days=365)),
        audience=audience,
        law=LAW,
        **said,
    )
    rows = (*diary.overdue, *diary.entries, *diary.undated)
    return [one for one in rows if one.sort == "clock"]


def test_the_last_day_stands_in_the_agenda_for_whom_and_by_what_rule() -> None:
    """On the day that is right under every reading; without the law, not at all."""
    (one,) = shown(case())
    assert (one.day, one.of, one.item_id, one.state) == (LAST, "doe", "c", "running")
    assert one.critical
    assert "18 U.S.C." in str(one.authority)
    assert "clock of doe" in one.remarks
    diary = agenda([case()], between=(LAST, LAST), law=LAW)
    assert "1 clock, in 1 case" in diary.title
    assert "clock" in str(diary)
    assert not agenda([case()], between=(LAST, LAST)).entries


def test_a_clock_that_is_over_is_overdue_and_one_that_ended_is_gone() -> None:
    """From the day after the last one on."""
    late = agenda([case()], between=(LAST, LAST + timedelta(9)), law=LAW)
    assert not late.overdue
    late = agenda(
        [case()], between=(LAST, LAST + timedelta(9)), on=LAST + timedelta(1), law=LAW
    )
    assert [one.item_id for one in late.overdue] == ["c"]
    ended = case(m.ClockEnded(clock_id="c", how="done", happened_on=DAY))
    assert shown(ended) == []


def test_a_clock_that_stands_still_is_projected_and_says_so() -> None:
    """As if the motion were decided on the day: the days from it to then are out."""
    later = DAY + timedelta(days=11)
    (one,) = shown(case(motion()), on=later)
    assert one.state == "stands-still"
    # Eleven days: from the filing of the motion through the day of its decision.
    assert one.day == LAST + timedelta(days=11)
    assert f"if what is open ended on {later}" in one.remarks
    (ended,) = shown(case(motion(later)))
    assert (ended.day, ended.state) == (one.day, "running")


def test_an_open_question_is_said_with_the_day_that_it_makes() -> None:
    """And health finds it, with the authority of the rule."""
    found: list[tuple[m.CaseFile, Any]] = []
    for rule in LAW.clocks():
        if not rule.disputes or rule.bound != "not-later-than":
            continue
        for exclusion in rule.exclusions:
            file = _excluded(rule, exclusion.id)
            found += [
                (file, one)
                for one in projected_clocks(file.case, LAW, on=DAY + timedelta(30))
                if one.questions
            ]
    assert found
    for file, one in found:
        days = {day for day, *_ in one.questions}
        assert one.adopted not in days
        assert one.shown == min(one.adopted, *days)
        assert str(min(days)) in one.said
        on = DAY + timedelta(30)
        findings = health(file, on=on, law=LAW).of("clock-question")
        assert {each.day for each in findings} == days
        assert all(each.authority is not None for each in findings)


def _excluded(rule: Any, basis: str) -> m.CaseFile:
    """A clock of any rule, with ten days out of it on one of its grounds."""
    starts = tuple(
        m.ClockEvent(event=each.event, on=DAY)
        for each in rule.starts
        if not each.is_optional
    )
    clock = m.ClockStarted(
        clock_id="c", rule=rule.id, starts=starts, of="doe", happened_on=DAY
    )
    time = m.ExclusionRecorded(
        exclusion_id="x",
        clock_ids=("c",),
        basis=basis,
        from_on=DAY + timedelta(days=1),
        until_on=DAY + timedelta(days=10),
        happened_on=DAY,
    )
    return file_of(doe(), clock, time)


@pytest.mark.parametrize("audience", ["public", "court", "party", "client"])
def test_invariant_26_outsiders_are_told_that_there_is_a_clock_alone(
    audience: str,
) -> None:
    """How we reckon time is ours; that the day is taken is no secret here."""
    (one,) = shown(case(), audience)
    assert one.is_reference
    assert (one.what, one.item_id, one.of, one.authority) == ("Clock", None, None, None)
    assert (one.state, one.remarks, one.critical) == ("open", "", False)


def test_invariant_26_a_label_of_excluded_time_holds_for_the_day_that_it_makes() -> (
    None
):
    """Whoever sees the day can tell what was excluded."""
    label = Label(audience="owner")
    secret = m.ExclusionRecorded(
        exclusion_id="x",
        clock_ids=("c",),
        basis="(h)(1)(A)",
        from_on=DAY + timedelta(days=1),
        label=label,
        happened_on=DAY,
    )
    (one,) = shown(case(secret))
    assert one.is_reference
    (one,) = shown(case(secret), "owner")
    assert not one.is_reference
    sheet = control_sheet([case(secret)], on=DAY, zone="UTC", law=LAW)
    assert [(one.title, one.remarks) for one in sheet.clocks] == [(None, "")]
    public = file_of(doe(), started(label=Label(audience="client")))
    assert not shown(public, "client")[0].is_reference
    assert shown(public, "party")[0].is_reference


def test_the_control_sheet_has_the_clocks_that_ran_when_the_day_was_over() -> None:
    """In text, in HTML and in rows; not those that were not known yet."""
    sheet = control_sheet([case()], on=DAY, zone="UTC", law=LAW)
    (one,) = sheet.clocks
    assert (one.clock_id, one.of, one.now) == ("c", "doe", LAST)
    for page in (str(sheet), sheet._repr_html_()):
        assert "Statutory clocks that ran when the day was over" in page
        assert CANARY not in page.replace(f"Doe {CANARY}", "")
    assert [row["group"] for row in sheet.to_rows()] == ["clock"]
    assert control_sheet([case()], on=DAY, zone="UTC").clocks == ()
    before = control_sheet([case()], on=DAY - timedelta(9), zone="UTC", law=LAW)
    assert before.clocks == ()
    ended = case(m.ClockEnded(clock_id="c", how="done", happened_on=DAY))
    assert control_sheet([ended], on=DAY, zone="UTC", law=LAW).clocks == ()


def events(file: m.CaseFile, on: date = DAY, **said: Any) -> list[Any]:
    """The events of a feed."""
    feed = to_ical([file.case], name="Clocks", law=LAW, on=on, **said)
    return list(Calendar.from_ical(feed).walk("VEVENT"))


def test_the_feed_has_the_last_day_of_each_clock() -> None:
    """Under one UID, whatever moves it, and with a number that only grows."""
    (one,) = events(case(), detail="full", audience="firm", alarms=(7,))
    assert one["DTSTART"].dt == LAST
    assert one["SUMMARY"].startswith("Last day: ")
    assert "18 U.S.C." in one["DESCRIPTION"]
    assert len(one.walk("VALARM")) == 1
    seen = [one]
    for day in (1, 2, 11):
        (next_one,) = events(case(motion()), DAY + timedelta(days=day))
        assert next_one["UID"] == one["UID"]
        assert next_one["STATUS"] == "TENTATIVE"
        assert next_one["SEQUENCE"] > seen[-1]["SEQUENCE"]
        assert next_one["DTSTART"].dt >= seen[-1]["DTSTART"].dt
        seen.append(next_one)
    decided = case(motion(DAY + timedelta(days=11)))
    (after,) = events(decided, DAY + timedelta(days=12))
    assert after["SEQUENCE"] > seen[-1]["SEQUENCE"]
    assert after["DTSTART"].dt == seen[-1]["DTSTART"].dt
    assert events(case(), alarms=(7,)) == events(case(), alarms=(7,))


def test_a_clock_that_ended_is_cancelled_in_the_feed() -> None:
    """Or left out, where what fell away is."""
    ended = case(m.ClockEnded(clock_id="c", how="done", happened_on=DAY))
    (one,) = events(ended)
    assert one["STATUS"] == "CANCELLED"
    assert one["UID"] == events(case())[0]["UID"]
    assert events(ended, cancelled="drop") == []


def test_invariant_26_a_feed_says_of_a_clock_what_its_audience_may_see() -> None:
    """By reference for outsiders, and nothing but the time where that was asked."""
    (one,) = events(case(), detail="full", audience="client")
    assert one["SUMMARY"].startswith("Statutory clock in ")
    assert "DESCRIPTION" not in one
    (busy,) = events(case(), detail="busy", audience="firm")
    assert busy["SUMMARY"] == "Busy"


def test_a_feed_needs_the_day_and_the_law_together() -> None:
    """No clock in the core, and no law in an agenda."""
    for said, lacking in (({"law": LAW}, "on"), ({"on": DAY}, "law")):
        with pytest.raises(MissingInputError) as caught:
            to_ical([case().case], name="Clocks", **said)
        assert caught.value.field == lacking
    with pytest.raises(InvalidTypeError, match="law needs a Law"):
        agenda([case()], between=(DAY, DAY), law="us")  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidTypeError, match="law needs a Law"):
        control_sheet([case()], on=DAY, zone="UTC", law="us")  # type: ignore[arg-type]  # refused


def test_what_the_law_cannot_count_is_shown_without_a_day() -> None:
    """Nothing is dropped: somebody has to look at it."""
    (one,) = shown(file_of(doe(), started(rule="acme/act/1")))
    assert one.day is None
    assert "cannot be counted by this law (UnknownNameError)" in one.remarks
    sheet = control_sheet(
        [file_of(started(rule="acme/act/1"))], on=DAY, zone="UTC", law=LAW
    )
    assert sheet.clocks[0].now is None
    assert "no date" in str(sheet)


def test_a_minimum_is_shown_by_its_first_day() -> None:
    """Thirty days to prepare: not before that day, and never overdue."""
    file = file_of(
        started(rule="us/18-usc/3161(c)(2)", event="appeared-through-counsel")
    )
    clock = clock_of(file.case, LAW, "c")
    (one,) = shown(file, on=DAY + timedelta(days=200))
    assert (one.day, one.bound) == (clock.first_day(), "not-earlier-than")
    (event,) = events(file, detail="full", audience="firm")
    assert event["SUMMARY"].startswith("First day: ")


def test_the_day_is_that_of_the_clock_itself() -> None:
    """What is shown is what `clock_of` says of it, and nothing is counted twice."""
    file = case(motion(DAY + timedelta(days=11)))
    clock = clock_of(file.case, LAW, "c")
    (one,) = projected_clocks(file.case, LAW, on=NOON.date())
    assert (one.adopted, one.shown) == (
        clock.last_day(),
        clock.safe(on=NOON.date()),
    )
    assert one.rule == RULE
