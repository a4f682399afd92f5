"""Calendars against days found by hand: each key, alone and with the others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_by_hand import WEEK, closed_days, held_days
from legalcase.calendars.entries.falls import Falls
from legalcase.calendars.entries.observance import OBSERVED
from legalcase.errors import CalendarOutOfBoundsError
from small_law import calendar, holiday

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar

FIRST, LAST = date(2020, 12, 1), date(2023, 2, 28)
SPAN: Final = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
LEGAL: Final = frozenset({"legal-holiday"})
HORIZON: Final = {"from": FIRST, "through": LAST}
#: About New Year and in May, so that holidays crowd on one weekend.
FIXED: Final = (
    *(f"december {day}" for day in range(23, 32)),
    *(f"january {day}" for day in range(1, 6)),
    *(f"may {day}" for day in range(1, 8)),
)
ways = st.sampled_from(sorted(OBSERVED))
observances = st.dictionaries(st.sampled_from(WEEK), ways)
some_days = st.lists(st.sampled_from(FIXED), max_size=5, unique=True)
dates = st.dates(date(2020, 6, 1), date(2023, 6, 1))
weekdays = st.lists(st.sampled_from(WEEK), max_size=3, unique=True)


@st.composite
def weekends(draw: st.DrawFn) -> list[Any]:
    """Draw a weekend, or several, each from its day on."""
    since = draw(st.lists(st.dates(FIRST, LAST), max_size=2, unique=True))
    if not since and draw(st.booleans()):
        return draw(weekdays)
    tables: list[Any] = [{"days": draw(weekdays)}]
    tables += [{"from": day, "days": draw(weekdays)} for day in sorted(since)]
    return tables


@st.composite
def dated(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a holiday of given dates: rows that touch no other, and single days."""
    starts = sorted(draw(st.lists(dates, min_size=1, max_size=5, unique=True)))
    days = draw(st.integers(1, 3))
    on: list[Any] = []
    last = date.min
    for start in starts:
        if start <= last + timedelta(days=1):
            continue
        length = draw(st.sampled_from((days, 1, 4)))
        last = start + timedelta(days=length - 1)
        on.append(start if length == days else {"on": start, "through": last})
    known = {"from": date(2019, 1, 1), "through": date(2025, 1, 1)}
    return {"id": "moon", "name": "Moon", "on": on, "days": days, "covers": known}


def shut_days(used: CourtCalendar) -> set[date]:
    """The days of its horizon on which a calendar is closed, by its mask."""
    mask = used.mask(LEGAL)
    return {day for day, shut in zip(SPAN, mask, strict=True) if shut}


@given(
    fixed=some_days,
    moon=st.none() | dated(),
    observance=observances,
    weekend=weekends(),
    opened=st.lists(st.dates(FIRST, LAST), max_size=6, unique=True),
)
def test_the_days_are_those_found_by_hand(
    fixed: list[str],
    moon: dict[str, Any] | None,
    observance: dict[str, str],
    weekend: list[Any],
    opened: list[date],
) -> None:
    """Closed on the same days, by names that are the same; court days follow."""
    holidays = [holiday(day) for day in fixed] + ([moon] if moon else [])
    head: dict[str, Any] = {"observance": observance, "weekend": weekend}
    worked = [{"on": opened, "name": "Worked", "cite": "Order 2"}] if opened else []
    used = calendar(holiday=holidays, opening=worked, horizon=HORIZON, **head)
    closed = closed_days(head, holidays, opened, FIRST, LAST)
    assert shut_days(used) == closed
    assert used.count_court_days(FIRST, LAST) == len(SPAN) - 1 - len(closed - {LAST})
    held = held_days(head, holidays, range(2019, 2025))
    for day in held.keys() & set(SPAN) - set(opened):
        assert {closure.name for closure in used.closures_on(day)} == held[day]
    for day in opened:
        assert used.opening_on(day) is not None
        assert used.is_open(day)
        assert used.closures_on(day) == ()


@given(
    fixed=some_days,
    own=some_days,
    observance=observances,
    weekend=weekends(),
    left_out=st.sets(st.sampled_from(FIXED), max_size=3),
)
def test_a_base_observed_as_one_s_own_is_as_if_it_were_one_s_own(
    fixed: list[str],
    own: list[str],
    observance: dict[str, str],
    weekend: list[Any],
    left_out: set[str],
) -> None:
    """Whatever the base says of its own days; what is left out is not there."""
    base = calendar(
        holiday=[holiday(day) for day in fixed],
        observance={"saturday": "next day", "sunday": "previous day"},
        weekend=["wednesday"],
        horizon=HORIZON,
    )
    mine = [holiday(day, id=f"own-{day}", name=f"Own {day}") for day in own]
    head: dict[str, Any] = {"observance": observance, "weekend": weekend}
    gone = [day.replace(" ", "-") for day in sorted(left_out & set(fixed))]
    used = calendar(
        base=base,
        id="xx/own",
        holiday=mine,
        base_observance="own",
        without=gone,
        horizon=HORIZON,
        **head,
    )
    kept = [holiday(day) for day in fixed if day not in left_out]
    assert shut_days(used) == closed_days(head, [*kept, *mine], [], FIRST, LAST)


@given(
    start=st.dates(date(2021, 6, 1), date(2026, 6, 1)),
    count=st.integers(-40, 40).filter(bool),
    through=st.dates(date(2022, 1, 1), date(2026, 12, 31)),
)
def test_past_a_table_of_dates_no_court_day_is_told(
    start: date, count: int, through: date
) -> None:
    """An answer that looked at an open day beyond it is an error, and no other is."""
    known = {"from": date(2020, 1, 1), "through": through}
    moon = {"id": "moon", "name": "Moon", "on": [date(2021, 5, 5)], "covers": known}
    told = calendar(holiday=[moon])
    plain = calendar(closure=[shut(date(2021, 5, 5))])
    day, left = start, abs(count)
    expected = plain.add_court_days(start, count)
    step = timedelta(days=1 if count > 0 else -1)
    beyond = False
    while left:
        day += step
        if plain.is_open(day):
            left -= 1
            beyond |= day > through
    assert day == expected
    if beyond:
        with pytest.raises(CalendarOutOfBoundsError, match="Moon"):
            told.add_court_days(start, count)
    else:
        assert told.add_court_days(start, count) == expected


def shut(day: date) -> dict[str, Any]:
    """A closure of one day."""
    return {"on": day, "name": "X", "kind": "legal-holiday", "cite": "Order 1"}


@given(year=st.integers(1600, 4000))
def test_orthodox_easter_is_that_of_another_algorithm(year: int) -> None:
    """Meeus's for the Julian calendar, with the days between the two calendars."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2
    expected = date(year, month, day + 1) + timedelta(days=behind)
    assert Falls.parse("orthodox easter").in_year(year) == expected
    assert expected.weekday() == 6
    before = Falls.parse("2 days before orthodox easter").in_year(year)
    assert before == expected - timedelta(days=2)
