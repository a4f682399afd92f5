"""Periods, ranges of dates, months, Easter; the one door to dateutil."""

from __future__ import annotations

import pickle
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.counting.rules.words.closed_sets import CLOSED_SETS
from legalcase.dates import (
    UNITS,
    DateRange,
    Period,
    add_months,
    as_date,
    easter_sunday,
    month_and_day,
)
from legalcase.errors import (
    InvalidPeriodError,
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.law.files.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1 day", 1, "day"),
        ("21 days", 21, "day"),
        ("1 days", 1, "day"),
        ("16 court days", 16, "court day"),
        ("1 court day", 1, "court day"),
        ("3 clear days", 3, "clear day"),
        ("2 weeks", 2, "week"),
        ("6 months", 6, "month"),
        ("1 year", 1, "year"),
        ("72 hours", 72, "hour"),
        ("5  days", 5, "day"),
        ("P21D", 21, "day"),
        ("P2W", 2, "week"),
        ("P3M", 3, "month"),
        ("P1Y", 1, "year"),
        ("PT72H", 72, "hour"),
        ("36525 days", 36525, "day"),
        ("5218 weeks", 5218, "week"),
        ("1200 months", 1200, "month"),
        ("100 years", 100, "year"),
        ("99999 hours", 99999, "hour"),
    ],
)
def test_a_period_as_a_rule_states_it(text: str, number: int, unit: str) -> None:
    """One number and one unit, in words or in ISO 8601."""
    found = Period.parse(text)
    assert (found.number, found.unit) == (number, unit)
    assert found == Period(number, unit)
    assert Period.parse(text) is found


@given(st.integers(1, 1200), st.sampled_from(UNITS))
def test_a_period_that_was_written_is_read(number: int, unit: str) -> None:
    """Whatever its unit, in the singular for one."""
    number = min(number, 100) if unit == "year" else number
    period = Period(number, unit)
    assert Period.parse(str(period)) == period
    assert str(period).endswith("s") is (number != 1)


@pytest.mark.parametrize(
    ("text", "written", "parts"),
    [
        ("1 year and 90 days", "1 year and 90 days", [(1, "year"), (90, "day")]),
        ("1 YEAR 90 day", "1 year and 90 days", [(1, "year"), (90, "day")]),
        ("P1Y90D", "1 year and 90 days", [(1, "year"), (90, "day")]),
        ("1 month, 15 days", "1 month and 15 days", [(1, "month"), (15, "day")]),
        ("P2W1D", "2 weeks and 1 day", [(2, "week"), (1, "day")]),
        (
            "2 years, 1 month, 3 weeks, and 1 day",
            "2 years, 1 month, 3 weeks and 1 day",
            [(2, "year"), (1, "month"), (3, "week"), (1, "day")],
        ),
    ],
)
def test_a_period_of_several_units(
    text: str, written: str, parts: list[tuple[int, str]]
) -> None:
    """The longest first; written as one is said, and the same however it was read."""
    found = Period.parse(text)
    assert str(found) == written
    assert found.parts == tuple(Period(*part) for part in parts)
    again = Period.parse(written)
    assert again == found == Period(found.number, found.unit)
    assert hash(again) == hash(found) == hash(pickle.loads(pickle.dumps(found)))
    assert found.unit not in UNITS


def test_a_period_of_one_unit_is_its_only_part() -> None:
    """Itself."""
    for unit in UNITS:
        period = Period(3, unit)
        assert period.parts == (period,)


@pytest.mark.parametrize(
    "unit",
    [
        "year and 1 days",
        "year, 3 days",
        "years and 3 days",
        "day and 3 days",
        "day and 1 month",
        "year and  3 days",
        "year and 3 days ",
        "year and 3 days\n",
        "year and 0 days",
        "year and 3 court days",
        "court day and 3 days",
        "year and",
        "year and ٣ days",
    ],
)
def test_a_unit_of_several_is_written_in_one_way(unit: str) -> None:
    """So that equal periods are the same value."""
    with pytest.raises(InvalidPeriodError, match="is no unit of time here"):
        Period(1, unit)


@pytest.mark.parametrize(
    ("number", "unit"), [(101, "year and 1 day"), (1, "year and 36526 days")]
)
def test_no_part_of_a_period_is_over_a_century(number: int, unit: str) -> None:
    """Each in its own unit."""
    with pytest.raises(InvalidPeriodError, match="is over a century"):
        Period(number, unit)


@given(
    st.lists(st.integers(1, 99), min_size=4, max_size=4),
    st.sets(st.sampled_from(range(4)), min_size=2),
)
def test_a_period_of_several_units_that_was_written_is_read(
    numbers: list[int], which: set[int]
) -> None:
    """Whatever its units."""
    units = ("year", "month", "week", "day")
    said = [f"{numbers[one]} {units[one]}s" for one in sorted(which)]
    period = Period.parse(" and ".join(said))
    assert Period.parse(str(period)) == period
    assert [(part.number, part.unit) for part in period.parts] == [
        (numbers[one], units[one]) for one in sorted(which)
    ]


@given(st.text())
def test_a_text_is_a_period_or_refused(text: str) -> None:
    """By an error of this package, whatever stands in it."""
    try:
        found = Period.parse(text)
    except InvalidPeriodError:
        found = None
    assert found is None or Period.parse(str(found)) == found


@pytest.mark.parametrize("number", [0, -1, 1.0, "1", True, None])
def test_a_number_of_units_is_whole_and_at_least_one(number: Any) -> None:
    """Neither none, nor less, nor a fraction, nor a flag."""
    with pytest.raises(InvalidPeriodError) as caught:
        Period(number, "day")
    assert (caught.value.field, caught.value.value) == ("number", number)
    assert "'21 days'" in str(caught.value)


@pytest.mark.parametrize("unit", ["days", "fortnight", "", None, 1, ["day"]])
def test_a_unit_is_one_of_those_that_rules_use(unit: Any) -> None:
    """In the singular."""
    with pytest.raises(InvalidPeriodError) as caught:
        Period(1, unit)
    assert str(caught.value).startswith(f"{unit!r} is no unit of time here. Write one")
    assert (caught.value.field, caught.value.value) == ("unit", unit)


@pytest.mark.parametrize("unit", UNITS)
def test_no_period_is_over_a_century(unit: str) -> None:
    """Counted in its own unit: one more than a hundred years is refused."""
    most = {"hour": 876600, "week": 5218, "month": 1200, "year": 100}.get(unit, 36525)
    assert Period(most, unit).number == most
    with pytest.raises(InvalidPeriodError) as caught:
        Period(most + 1, unit)
    said = f"{most + 1} {unit}s is over a century."
    assert str(caught.value).startswith(said)
    assert (caught.value.field, caught.value.value) == ("number", most + 1)


@pytest.mark.parametrize("value", [21, None, b"21 days", ["21 days"], Period(1, "day")])
def test_a_period_is_read_from_text_alone(value: Any) -> None:
    """Anything else is refused, by its type."""
    with pytest.raises(InvalidTypeError) as caught:
        Period.parse(value)
    assert str(caught.value).startswith(
        f"A period is read from text, not from {type(value).__name__} {value!r}. Write"
    )
    assert (caught.value.field, caught.value.value) == ("period", value)
    assert isinstance(caught.value, TypeError)


def test_a_date_and_nothing_more() -> None:
    """No instant, no text, no number."""
    assert as_date(DAY, "after") is DAY
    with pytest.raises(InvalidTypeError) as caught:
        as_date(NOON, "after")
    assert str(caught.value) == (
        "after needs a date, and datetime.datetime(2026, 6, 3, 12, 0) is a date and "
        "time. Pass value.date(), in the court's time zone."
    )
    for value in ("2026-06-03", 20260603, None):
        with pytest.raises(InvalidTypeError) as caught:
            as_date(value, "after")
        assert str(caught.value) == (
            f"after needs a datetime.date, not {type(value).__name__} {value!r}. Dates "
            "are not read from text here: pass date(2026, 6, 3), say."
        )
        assert (caught.value.field, caught.value.value) == ("after", value)


def test_a_range_of_dates_is_half_open() -> None:
    """Its first day belongs to it, its stop does not."""
    july = DateRange(date(2026, 7, 1), date(2026, 8, 1))
    assert (july.days, july.last) == (31, date(2026, 7, 31))
    assert july == DateRange.through(date(2026, 7, 1), date(2026, 7, 31))
    assert july.start in july
    assert july.last in july
    assert july.stop not in july
    assert date(2026, 6, 30) not in july
    assert list(july) == [date(2026, 7, day) for day in range(1, 32)]
    assert pickle.loads(pickle.dumps(july)) == july
    assert len({july, DateRange(july.start, july.stop)}) == 1


@pytest.mark.parametrize("stop", [DAY, DAY - timedelta(days=1)])
def test_a_range_has_a_day_in_it(stop: date) -> None:
    """One that has none is refused."""
    with pytest.raises(InvalidValueError) as caught:
        DateRange(DAY, stop)
    assert str(caught.value) == (
        f"A range from 2026-06-03 to {stop} has no day in it. stop is the day after "
        "the last: pass a later one."
    )
    assert (caught.value.field, caught.value.value) == ("stop", stop)


@pytest.mark.parametrize("value", [NOON, "2026-06-03", None])
def test_a_range_is_of_dates(value: Any) -> None:
    """At both ends, however it is made."""
    made: list[Callable[[], DateRange]] = [
        lambda: DateRange(value, date(2026, 7, 1)),
        lambda: DateRange(date(2026, 5, 1), value),
        lambda: DateRange.through(date(2026, 5, 1), value),
        lambda: DateRange.through(value, date(2026, 7, 1)),
    ]
    for make in made:
        with pytest.raises(InvalidTypeError) as caught:
            make()
        assert caught.value.value is value


def test_days_given_the_wrong_way_round_are_told_as_they_were_given() -> None:
    """Not by the day after the last, which nobody wrote."""
    before = DAY - timedelta(days=1)
    with pytest.raises(InvalidValueError) as caught:
        DateRange.through(DAY, before)
    assert str(caught.value) == (
        "2026-06-02 lies before 2026-06-03. Pass the first day, then the last."
    )
    assert (caught.value.field, caught.value.value) == ("last", before)


def test_no_range_ends_with_the_last_day_of_all() -> None:
    """No day comes after it, which its stop would be."""
    with pytest.raises(InvalidValueError) as caught:
        DateRange.through(DAY, date.max)
    assert str(caught.value) == (
        "No day comes after 9999-12-31, so no range can end with it. Pass an earlier "
        "last day."
    )
    assert (caught.value.field, caught.value.value) == ("last", date.max)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.integers(-1200, 1200),
)
def test_the_corresponding_day_of_another_month(day: date, months: int) -> None:
    """The same number; where the month lacks it, its last day or the day after it."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    length = monthrange(year, month)[1]
    last, following = add_months(day, months), add_months(day, months, overflow="next")
    assert last == date(year, month, min(day.day, length))
    if day.day <= length:
        assert following == last
    else:
        assert following == last + timedelta(days=1)
        assert following.day == 1


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1986, date(1986, 3, 30)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_sunday(year: int, expected: date) -> None:
    """As the almanac has it; the latest that there can be is in 2038."""
    assert easter_sunday(year) == expected


def test_a_month_and_a_day() -> None:
    """Every day that a year can have, in words; 29 February too."""
    for ordinal in range(366):
        day = date(2024, 1, 1) + timedelta(days=ordinal)
        assert month_and_day(f"{day:%B}".lower() + f" {day.day}") == (
            day.month,
            day.day,
        )


@pytest.mark.parametrize(
    "text", ["july", "july 0", "june 31", "july 4th", "4 july", ""]
)
def test_what_is_no_day_of_a_year_is_refused(text: str) -> None:
    """With how to write one."""
    with pytest.raises(InvalidValueError) as caught:
        month_and_day(text)
    assert str(caught.value) == (
        f"{text!r} is no day of a year. Write the month and the day: 'july 4'."
    )
    assert (caught.value.field, caught.value.value) == ("day", text)


@pytest.mark.parametrize("word", ["day", "eve", "", "Last"])
def test_a_months_end_of_another_kind_is_refused(word: str) -> None:
    """A new word in the law must not mean the last day in silence."""
    with pytest.raises(InvalidValueError, match="Pass 'last' or 'next'"):
        add_months(date(2026, 1, 31), 1, overflow=word)


def test_every_end_of_a_month_that_the_law_can_say_is_counted() -> None:
    """The words of the schema are those of the table that reads them."""
    said = TABLES["months"]["end"].removeprefix("one:").split("|")
    ends = CLOSED_SETS["months", "end"]
    assert set(said) == set(ends)
    # An eve is that of a day which the month has, or of the first of the next.
    assert set(ends.values()) == {"last", "next", "eve"}
    for word in ("last", "next"):
        assert add_months(date(2026, 1, 31), 1, overflow=word).month in {2, 3}
