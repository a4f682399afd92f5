"""Court-day arithmetic: laws that hold for every calendar and every day of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase as lc
from oracle.question import DAY

CALENDARS = (
    "us",
    "us-ca",
    "us-ny/legal-holidays",
    "gb-eaw",
    "de",
    "de-by/augsburg",
    "at",
)
# Three hundred court days from the last of them stay inside every calendar.
days = st.dates(date(1993, 1, 1), date(2034, 6, 30))
counts = st.integers(-300, 300).filter(bool)
calendars = pytest.mark.parametrize("name", CALENDARS)


@calendars
@given(start=days, length=st.integers(0, 300))
def test_a_count_is_the_number_of_open_days(
    name: str, start: date, length: int
) -> None:
    """From the first day up to, not including, the last; negative if turned round."""
    calendar = lc.calendar(name)
    walked = sum(calendar.is_open(start + number * DAY) for number in range(length))
    stop = start + length * DAY
    assert calendar.count_court_days(start, stop) == walked
    assert calendar.count_court_days(stop, start) == -walked


@calendars
@given(one=days, two=days, three=days)
def test_counts_add_up(name: str, one: date, two: date, three: date) -> None:
    """Whatever lies where: from one to two and on to three is from one to three."""
    count = lc.calendar(name).count_court_days
    assert count(one, two) + count(two, three) == count(one, three)
    assert count(one, two) == -count(two, one)
    assert count(one, one) == 0


@calendars
@given(day=days)
def test_the_open_days_around_a_day(name: str, day: date) -> None:
    """The open days before and after are the nearest; an open day is both."""
    calendar = lc.calendar(name)
    before, after = calendar.previous_open(day), calendar.next_open(day)
    assert before <= day <= after
    assert calendar.is_open(before)
    assert calendar.is_open(after)
    if calendar.is_open(day):
        assert before == after == day
        assert calendar.why_closed(day) is None
    else:
        assert calendar.count_court_days(before + DAY, after) == 0
        assert calendar.why_closed(day) is not None


@calendars
@given(day=days, count=counts)
def test_adding_and_counting_agree(name: str, day: date, count: int) -> None:
    """The n-th court day is an open one, n court days away, the day itself left out."""
    calendar = lc.calendar(name)
    found = calendar.add_court_days(day, count)
    assert calendar.is_open(found)
    if count > 0:
        assert found > day
        assert calendar.count_court_days(day + DAY, found + DAY) == count
    else:
        assert found < day
        assert calendar.count_court_days(found, day) == -count


@calendars
@given(day=days, one=st.integers(1, 120), two=st.integers(1, 120))
def test_adding_in_two_steps(name: str, day: date, one: int, two: int) -> None:
    """So many and then so many more are their sum, in either direction."""
    add = lc.calendar(name).add_court_days
    assert add(add(day, one), two) == add(day, one + two)
    assert add(add(day, -one), -two) == add(day, -one - two)


@calendars
@given(day=days, count=counts)
def test_there_and_back(name: str, day: date, count: int) -> None:
    """From an open day, going back as far as one came leads to where one was."""
    calendar = lc.calendar(name)
    start = calendar.next_open(day)
    there = calendar.add_court_days(start, count)
    assert calendar.add_court_days(there, -count) == start


@calendars
@given(day=days, count=st.integers(1, 120))
def test_a_closed_day_counts_from_its_neighbour(
    name: str, day: date, count: int
) -> None:
    """From a closed day the first court day is the next open one."""
    calendar = lc.calendar(name)
    assume(not calendar.is_open(day))
    before, after = calendar.previous_open(day), calendar.next_open(day)
    assert calendar.add_court_days(day, count) == calendar.add_court_days(before, count)
    assert calendar.add_court_days(day, -count) == calendar.add_court_days(
        after, -count
    )


@calendars
@given(day=days, closed=days)
def test_one_more_holiday(name: str, day: date, closed: date) -> None:
    """A day made a holiday is closed, and no other day changes."""
    calendar = lc.calendar(name)
    more = calendar.with_closure(closed, "feast", "legal-holiday", authority="act 1")
    assert not more.is_open(closed)
    if day != closed:
        assert more.is_open(day) is calendar.is_open(day)
        assert more.why_closed(day) == calendar.why_closed(day)
    assert more != calendar
    same = calendar.with_closure(closed, "feast", "legal-holiday", authority="act 1")
    assert more == same
    assert hash(more) == hash(same)


@calendars
@given(closed=days)
def test_a_closure_of_another_kind(name: str, closed: date) -> None:
    """A day off that closes no court is listed, and the court stays as it was."""
    calendar = lc.calendar(name)
    more = calendar.with_closure(closed, "fair", "optional", authority="notice 1")
    assert more.is_open(closed) is calendar.is_open(closed)
    assert "fair" in {closure.name for closure in more.closures_on(closed)}
