"""Laws that every count obeys, whatever the system, the period and the facts.

The questions are those that the engine and the oracle are asked; here nothing is
compared with another engine, only with what must be so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.errors import ReadingNotCountedError
from oracle.question import DAY, Question, is_weekend
from questions import CIRCUITS, LAENDER, LAW, RULES, ask, questions, triggers

if TYPE_CHECKING:
    from collections.abc import Iterable

systems = pytest.mark.parametrize("system", list(RULES))
data = given(drawn=st.data())
DAYS_ARE_DAYS = date(2009, 12, 1)


def calendars_of(question: Question) -> list[lc.CourtCalendar]:
    """List the calendars whose legal holidays the rule's own text calls off days."""
    if question.land is not None:
        return [lc.calendar(LAENDER[question.land])]
    rule = LAW.counting_rule(RULES[question.system])
    found = [lc.calendar(rule.default_calendar)]
    text = question.as_of or question.start
    if question.forum is not None and (question.forward or text < DAYS_ARE_DAYS):
        states = (
            question.forum if isinstance(question.forum, tuple) else (question.forum,)
        )
        found += [lc.calendar(f"us-{state.lower()}/legal-holidays") for state in states]
    return found


def is_off(question: Question, day: date) -> bool:
    """Whether the day is a weekend, a holiday or one on which the office was shut."""
    kinds = {"legal-holiday", "office-closed"}
    if question.system == "gb-eaw/portal" and question.start.year < 2019:
        # The portals' list of days on which offices were shut begins in 2019.
        kinds = {"legal-holiday"}
    return (
        is_weekend(day)
        or day in question.extra_holidays
        or any(
            closure.kind in kinds
            for calendar in calendars_of(question)
            for closure in calendar.closures_on(day)
        )
    )


def rolls(question: Question) -> bool:
    """Whether the rule moves an end that is an off day."""
    if question.system == "gb-eaw/cpr":
        return question.act == "file"
    return question.system != "de/zpo" or question.forward


@systems
@data
def test_no_result_on_a_closed_day(system: str, drawn: st.DataObject) -> None:
    """Under a rule that rolls, the due day is open; a rule that does not, leaves it."""
    question = drawn.draw(questions(system))
    found = ask(question)
    if system == "de/zpo" and found.due_at is not None:
        # Only the hours of open days are counted: what ends at midnight ended the day.
        last = found.due_at - timedelta(microseconds=1)
        assert not is_off(question, last.date())
    elif rolls(question):
        assert not is_off(question, found.due)
    else:
        assert found.due == found.nominal


@systems
@data
def test_one_more_holiday(system: str, drawn: st.DataObject) -> None:
    """A legal holiday more never makes a period after an event end earlier.

    Nor, where the end of a count back moves to the day before, later.
    """
    question = drawn.draw(questions(system))
    found = ask(question)
    near = drawn.draw(st.integers(-3, 12))
    where = drawn.draw(st.sampled_from((found.due, found.nominal, question.start)))
    holiday = where + near * DAY
    more = ask(
        replace(question, extra_holidays=(*question.extra_holidays, holiday)),
    )
    if question.forward:
        assert more.due >= found.due
        if question.unit == "hours":
            assert more.due_at is not None
            assert found.due_at is not None
            assert more.due_at >= found.due_at
    elif system in {"us/frcp", "us/frap", "us/frcrp", "us-ca"}:
        assert more.due <= found.due


def is_short(question: Question) -> bool:
    """Whether the rule of that time leaves days out of so short a period."""
    version = LAW.counting_rule(RULES[question.system]).version_on(
        question.as_of or question.start
    )
    short = version.data.get("short")
    if short is None or question.unit not in {"days", "clear days", "weeks"}:
        return False
    length = question.period_number * (7 if question.unit == "weeks" else 1)
    operator, limit, _ = short["periods"].split()
    return length < int(limit) or (operator == "<=" and length == int(limit))


@systems
@data
def test_a_longer_period(system: str, drawn: st.DataObject) -> None:
    """Of two periods in one unit from one day, the longer never ends nearer to it.

    That is so while both, or neither, are short in the rule's sense: a period of ten
    days could end after one of eleven before 2009, since the shorter left weekends
    out (Miltimore Sales v. International Rectifier, 412 F.3d 685 (6th Cir. 2005)).

    Of two periods in hours this holds of the days, not of the hours: a period keeps its
    time of day when it moves, so that one that would end on Sunday at one ends on
    Monday before another that would end on Saturday at eleven at night.
    """
    question = drawn.draw(questions(system))
    more = 1 if question.unit == "years" else drawn.draw(st.integers(1, 10))
    longer = replace(question, period_number=question.period_number + more)
    assume(is_short(question) is is_short(longer))
    one, other = ask(question), ask(longer)
    if question.forward:
        assert one.due <= other.due
    else:
        assert one.due >= other.due


def test_the_oddity_of_short_periods() -> None:
    """Ten days ended after eleven: the exception to the law above is real."""
    ten = lc.compute("10 days", after=date(2008, 3, 3), under="us/frcp")
    eleven = lc.compute("11 days", after=date(2008, 3, 3), under="us/frcp")
    assert ten.due == date(2008, 3, 17)
    assert eleven.due == date(2008, 3, 14)


@systems
@data
def test_a_later_event(system: str, drawn: st.DataObject) -> None:
    """Under one text, what happened later never makes the same period end earlier."""
    question = drawn.draw(questions(system))
    later = replace(
        question, trigger=question.trigger + drawn.draw(st.integers(1, 9)) * DAY
    )
    one, other = ask(question), ask(later)
    assume(one.sources == other.sources)
    assert one.due <= other.due


@systems
@data
def test_the_safe_day(system: str, drawn: st.DataObject) -> None:
    """The day for a calendar is right whatever answer holds: no reading is stricter."""
    found = ask(drawn.draw(questions(system)))
    try:
        dates = [found.due, *(reading.due for reading in found.readings)]
    except ReadingNotCountedError:
        # Another text does not know the method, say: no day is called safe then.
        with pytest.raises(ReadingNotCountedError):
            _ = found.safe
        return
    if found.bound == "not-later-than":
        assert found.safe == min(dates)
    else:
        assert found.bound == "not-earlier-than"
        assert found.safe == max(dates)
    for reading in found.readings:
        assert reading.due != found.due or reading.due_at != found.due_at
        assert reading.question
        assert reading.choice
        assert reading.kind in {"law", "fact"}


def day(moment: date) -> date:
    """Take the day of a date or of an instant."""
    return moment.date() if isinstance(moment, datetime) else moment


def passed(start: date, closures: Iterable[tuple[date, str]]) -> list[date]:
    """List the days that a step names, nearest to its start first."""
    return sorted((on for on, _ in closures), key=lambda on: abs(on - start))


@systems
@data
def test_the_steps_account_for_every_day(system: str, drawn: st.DataObject) -> None:
    """They join end to end from the trigger to the due day, and each adds up.

    A roll names each day that it passes over; a count in days is as long as the
    period, but for the days that it names; a window is passed over whole.
    """
    question = drawn.draw(questions(system))
    found = ask(question)
    steps = found.steps
    assert day(steps[0].start) == question.start
    assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    assert day(steps[-1].end) == found.due
    for step in steps:
        start, end = day(step.start), day(step.end)
        on_the_way = passed(start, step.closures)
        if step.code in {"roll", "inaccessible"}:
            sign = 1 if end > start else -1
            assert on_the_way == [
                start + sign * number * DAY for number in range(abs((end - start).days))
            ]
            assert all(is_off(question, each) for each in on_the_way)
        elif step.code == "add":
            assert start not in on_the_way
            assert end not in on_the_way
        elif step.code == "stay":
            assert start == end
            assert is_off(question, end)
    counted = sum(
        abs((day(step.end) - day(step.start)).days) - len(step.closures)
        for step in steps
        if step.code == "count"
    )
    if question.unit in {"days", "court days", "clear days", "weeks"}:
        number = question.period_number * (7 if question.unit == "weeks" else 1)
        # Between two events both are left out: the count reaches one day further.
        clear = question.unit == "clear days" or (
            system == "gb-eaw/cpr" and question.unit == "days" and not question.forward
        )
        assert counted == number + clear
    added = [step for step in steps if step.code == "add"]
    assert len(added) <= 1
    if question.service is None:
        assert added == []


@given(question=questions("us/frcp"))
def test_three_days_after_the_period_has_ended(question: Question) -> None:
    """Rule 6(d): roll, add, roll. The days run from the end that has moved."""
    assume(question.forward and question.unit != "hours")
    plain = ask(replace(question, service=None))
    mailed = ask(replace(question, service="mail"))
    end = plain.due + 3 * DAY
    while is_off(question, end):
        end += DAY
    assert mailed.due == end
    handed = ask(replace(question, service="personal"))
    assert handed.due == plain.due


@given(
    question=questions("us-ca"),
    method=st.sampled_from(
        (("mail", 5), ("mail-out-of-state", 10), ("mail-abroad", 20))
    ),
)
def test_five_days_are_part_of_the_period(
    question: Question, method: tuple[str, int]
) -> None:
    """CCP 1013 and 1005(b): add, roll. The end moves once, after the addition.

    To move first as well can only give a day that is as far or farther.
    """
    name, number = method
    plain = ask(replace(question, service=None, table=None))
    mailed = ask(replace(question, service=name, table=None))
    sign = question.sign
    end = plain.nominal + sign * number * DAY
    while is_off(question, end):
        end += sign * DAY
    assert mailed.due == end
    if question.forward:
        other = ask(
            replace(question, service=name, table=None),
            readings={
                "service-order": "the move, then the extension, then another move"
            },
        )
        assert other.due >= mailed.due


@given(
    after=triggers(date(1992, 1, 1)),
    days=st.integers(1, 60),
    more=st.sampled_from(("7 days", "2 weeks", "1 month", "2 months")),
    under=st.sampled_from(("us/frcp", "de/zpo")),
)
def test_an_extension_begins_where_the_period_ended(
    after: date, days: int, more: str, under: str
) -> None:
    """From the rolled end: as the same time counted from the day that was due."""
    first = lc.compute(f"{days} days", after=after, under=under)
    version = first.sources[0].version
    longer = lc.compute(more, extending=first)
    again = lc.compute(more, after=first.due, under=under)
    assume(version == again.sources[0].version)
    assert longer.due == again.due
    assert longer.due > first.due
    # The last day as counted will do as well: the roll is the rule's to make.
    assert lc.compute(more, extending=first.nominal, under=under).due == longer.due


@given(
    moment=st.datetimes(datetime(2010, 2, 1), datetime(2033, 1, 1)),
    hours=st.integers(1, 300),
    court=st.sampled_from(sorted(CIRCUITS.values())),
)
def test_hours_are_elapsed_hours(moment: datetime, hours: int, court: str) -> None:
    """6(a)(2), 26(a)(2): every hour counts, whatever the clocks do meanwhile."""
    start = moment.replace(tzinfo=UTC)
    found = lc.compute(f"{hours} hours", after=start, under="us/frap", court=court)
    count = next(step for step in found.steps if step.code == "count")
    assert isinstance(count.start, datetime)
    assert isinstance(count.end, datetime)
    elapsed = count.end.astimezone(UTC) - count.start.astimezone(UTC)
    if elapsed != timedelta(hours=hours):
        # Midnight is the last second of the day that it ends.
        assert count.end.time() == time(23, 59, 59)
        elapsed += timedelta(seconds=1)
    assert elapsed == timedelta(hours=hours)
    assert found.due_at is not None
    assert found.due_at >= count.end
    rolled = {step.code for step in found.steps} & {"roll"}
    if rolled:
        assert found.due_at.time() == count.end.time()
