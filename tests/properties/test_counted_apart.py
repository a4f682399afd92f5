"""The engine and a count day by day that shares no code with it, over small rules."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counting.days_apart import counted, eve, is_closed, rolled
from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.run import run
from legalcase.dates import DateRange
from legalcase.errors import UnsupportedQuestionError
from small_law import calendar, court, holiday, question, rolls, rule

DAYS: Final = st.dates(date(2024, 1, 1), date(2026, 12, 31))
SIGNS: Final = st.sampled_from((1, -1))
WORDS: Final = {True: "included", False: "excluded"}
#: A rule that counts from the day of the event or from the next, open or not.
Holidays = frozenset[date]


def used(holidays: Holidays, **tables: Any) -> tuple[Any, Any]:
    """A small rule, and a court whose calendar has those holidays."""
    days = [
        {"on": day, "name": f"{day}", "kind": "legal-holiday", "cite": "1"}
        for day in sorted(holidays)
    ]
    at = court(calendar(closure=days, holiday=[holiday("december 25")]))
    return rule(**tables), at


def spread(holidays: Holidays) -> Holidays:
    """Those and every Christmas, which the calendar has too."""
    return holidays | {date(year, 12, 25) for year in range(2020, 2031)}


def first_day(*, included: bool, begins: bool, sign: int) -> dict[str, Any]:
    """The table `trigger_day`: in one direction so, and in the other plainly."""
    is_, before = (included, False) if sign > 0 else (False, included)
    table: dict[str, Any] = {"is": WORDS[is_], "before": WORDS[before], "cite": "1"}
    if begins:
        table["begins"] = {
            "after": "next open day" if sign > 0 else "next day",
            "before": "previous open day" if sign < 0 else "previous day",
            "closed": {"court": ["legal-holiday"]},
            "cite": "1",
        }
    return table


def both_ways(found: Any) -> Any:
    """What is due, after the long way was seen to give the same steps."""
    recipe = recipe_of(found, found.chosen)
    outcome = run(found, found.given.trigger, found.chosen)
    if recipe.plain_days is not None:
        recipe.plain_days = None
        assert run(found, found.given.trigger, found.chosen) == outcome
        recipe.plain_days = ...
    for one, other in zip(outcome.steps, outcome.steps[1:], strict=False):
        assert one[2] == other[1]
    return outcome


@given(
    number=st.integers(1, 40),
    day=DAYS,
    sign=SIGNS,
    included=st.booleans(),
    begins=st.booleans(),
    unit=st.sampled_from(("days", "weeks", "court days", "clear days")),
    is_short=st.booleans(),
    stay=st.none() | st.tuples(st.integers(-30, 30), st.integers(0, 9)),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_the_first_day(  # noqa: PLR0913 - what the property ranges over
    number: int,
    day: date,
    sign: int,
    *,
    included: bool,
    begins: bool,
    unit: str,
    is_short: bool,
    stay: tuple[int, int] | None,
    holidays: Holidays,
) -> None:
    """Included or not, an open one or any, in each unit of days and both ways.

    What a stay leaves out is left out, the day of the event and the first day too.
    """
    tables: dict[str, Any] = {
        "trigger_day": first_day(included=included, begins=begins, sign=sign)
    }
    if is_short:
        closed = {"court": ["legal-holiday"]}
        tables["short"] = {"periods": "< 7 days", "skip": closed, "cite": "5"}
    text, at = used(holidays, **tables)
    stays: tuple[DateRange, ...] = ()
    if stay is not None:
        first = day + timedelta(days=stay[0])
        stays = (DateRange.through(first, first + timedelta(days=stay[1])),)
    found = both_ways(
        question(
            text,
            f"{number} {unit}",
            day,
            before=sign < 0,
            at=at,
            suspensions=stays,
        )
    )
    shut = spread(holidays)
    days = number * 7 if unit == "weeks" else number
    short = is_short and days < 7 and unit != "court days"
    clear = unit == "clear days"
    end = counted(
        days + clear,
        day,
        sign,
        included=included and not clear,
        first_open=(lambda one: not is_closed(one, shut)) if begins else None,
        counts=lambda one: (
            not any(one in each for each in stays)
            and not ((short or unit == "court days") and is_closed(one, shut))
        ),
    )
    assert found.nominal == end
    assert found.due == rolled(end, sign, lambda one: is_closed(one, shut))


@given(
    months=st.integers(1, 30),
    day=DAYS,
    begins=st.booleans(),
    included=st.booleans(),
    end=st.sampled_from(
        (
            "eve of the corresponding day",
            "corresponding day, else last",
            "corresponding day, else next",
        )
    ),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_months_on_the_eve(
    months: int,
    day: date,
    end: str,
    *,
    begins: bool,
    included: bool,
    holidays: Holidays,
) -> None:
    """Where the law says so, and wherever the day of the event is included."""
    text, at = used(
        holidays,
        trigger_day=first_day(included=included, begins=begins, sign=1),
        months={"end": end, "cite": "4"},
    )
    found = both_ways(question(text, f"{months} months", day, at=at))
    shut = spread(holidays)
    first = counted(
        1,
        day,
        1,
        included=included,
        first_open=(lambda one: not is_closed(one, shut)) if begins else None,
    )
    if included or end.startswith("eve"):
        assert found.nominal == eve(first, months)
    else:
        # The day before the first that counts, as any other event.
        plain, _ = used(frozenset(), months={"end": end, "cite": "4"})
        start = first - timedelta(days=1)
        alone = question(plain, f"{months} months", start)
        assert found.nominal == run(alone, start, alone.chosen).nominal
    assert found.due == rolled(found.nominal, 1, lambda one: is_closed(one, shut))


@pytest.mark.parametrize("included", [True, False])
@given(months=st.integers(1, 30), day=DAYS)
def test_months_on_the_eve_are_never_counted_back(
    months: int, day: date, *, included: bool
) -> None:
    """Whatever the months and the day."""
    text, at = used(
        frozenset(),
        trigger_day=first_day(included=included, begins=False, sign=-1),
        months={
            "end": "corresponding day, else last"
            if included
            else "eve of the corresponding day",
            "cite": "4",
        },
    )
    asked = question(text, f"{months} months", day, before=True, at=at)
    with pytest.raises(UnsupportedQuestionError):
        run(asked, day, asked.chosen)


@given(
    number=st.integers(1, 40),
    day=DAYS,
    sign=SIGNS,
    meant=st.sampled_from(("every day", "clear days", "court days")),
    way=st.sampled_from(("after", "before")),
    is_earliest=st.booleans(),
    is_bound=st.booleans(),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_what_days_mean(
    number: int,
    day: date,
    sign: int,
    meant: str,
    way: str,
    *,
    is_earliest: bool,
    is_bound: bool,
    holidays: Holidays,
) -> None:
    """By direction; short in one of them; and the first day of something stays."""
    closed = {"court": ["legal-holiday"]}
    short: dict[str, Any] = {"periods": "<= 6 days", "skip": closed, "cite": "5"}
    bound = {"bound": "not later than"} if is_bound else {}
    text, at = used(
        holidays,
        days={"after": meant, "before": meant, "cite": "2"},
        roll=rolls(**bound),
        **({} if meant == "court days" else {"short": {**short, "direction": way}}),
    )
    asked = question(
        text,
        f"{number} days",
        day,
        before=sign < 0,
        at=at,
        bound="not-earlier-than" if is_earliest else "not-later-than",
    )
    found = both_ways(asked)
    shut = spread(holidays)
    short_here = number <= 6 and sign == (1 if way == "after" else -1)
    leaves_out = meant == "court days" or short_here
    end = counted(
        number + (meant == "clear days"),
        day,
        sign,
        counts=(lambda one: not is_closed(one, shut)) if leaves_out else None,
    )
    assert found.nominal == end
    if not (is_earliest and is_bound):
        end = rolled(end, sign, lambda one: is_closed(one, shut))
    assert found.due == end


@given(
    number=st.integers(1, 12),
    most=st.integers(1, 5),
    limit=st.integers(1, 6),
    day=DAYS,
    sign=SIGNS,
    stay=st.none() | st.tuples(DAYS, st.integers(1, 9)),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_so_many_court_days(
    number: int,
    most: int,
    limit: int,
    day: date,
    sign: int,
    stay: tuple[date, int] | None,
    holidays: Holidays,
) -> None:
    """Periods of a length have them, however far they must go on; none back."""
    text, at = used(
        holidays,
        minimum={"court_days": most, "periods": [f">= {limit} days"], "cite": "9"},
    )
    stays: tuple[DateRange, ...] = ()
    if stay is not None:
        stays = (DateRange.through(stay[0], stay[0] + timedelta(days=stay[1])),)
    asked = question(
        text, f"{number} days", day, before=sign < 0, at=at, suspensions=stays
    )
    shut = spread(holidays)

    def runs(one: date) -> bool:
        return not any(one in each for each in stays)

    def is_open(one: date) -> bool:
        return runs(one) and not is_closed(one, shut)

    end = counted(number, day, sign, counts=runs)
    if number >= limit:
        least = counted(most, day, sign, counts=is_open)
        if sign < 0 and least < end:
            with pytest.raises(UnsupportedQuestionError):
                run(asked, day, asked.chosen)
            return
        end = max(end, least) if sign > 0 else end
    found = both_ways(asked)
    assert found.nominal == end
    assert found.due == rolled(end, sign, lambda one: is_closed(one, shut))


def clipped(day: date, months: int) -> date:
    """The day with that number so many months on or back, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@given(
    years=st.integers(0, 2),
    months=st.integers(0, 20),
    weeks=st.integers(0, 6),
    days=st.integers(1, 90),
    day=DAYS,
    sign=SIGNS,
    meant=st.sampled_from(("every day", "clear days", "court days")),
    included=st.booleans(),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_several_units_one_after_the_other(  # noqa: PLR0913 - each is a setting
    years: int,
    months: int,
    weeks: int,
    days: int,
    day: date,
    sign: int,
    meant: str,
    *,
    included: bool,
    holidays: Holidays,
) -> None:
    """Each from the end of the one before: none of them short, and none rolled."""
    numbers = (years, months, weeks, days)
    parts = [
        f"{number} {unit}s"
        for number, unit in zip(numbers, ("year", "month", "week", "day"), strict=True)
        if number
    ]
    assume(len(parts) > 1)
    included = included and meant != "clear days"
    assume(not (included and sign < 0 and years + months))
    text, at = used(
        holidays,
        trigger_day=first_day(included=included, begins=False, sign=sign),
        days={"after": meant, "before": meant, "cite": "2"},
        short={
            "periods": "<= 100 days",
            "skip": {"court": ["legal-holiday"]},
            "cite": "5",
        },
    )
    asked = question(text, " and ".join(parts), day, before=sign < 0, at=at)
    shut = spread(holidays)
    end = day - timedelta(days=sign) if included else day
    for number in (years * 12, months):
        if number and included:
            end = eve(end + timedelta(days=1), number)
        elif number:
            end = clipped(end, sign * number)
    if weeks:
        end += timedelta(days=sign * 7 * weeks)
    end = counted(
        days + (meant == "clear days"),
        end,
        sign,
        counts=(lambda one: not is_closed(one, shut))
        if meant == "court days"
        else None,
    )
    found = both_ways(asked)
    assert found.nominal == end
    assert found.due == rolled(end, sign, lambda one: is_closed(one, shut))


@given(
    number=st.integers(1, 30),
    day=DAYS,
    hour=st.integers(0, 23),
    sign=SIGNS,
    until=st.lists(st.none() | st.integers(0, 23), min_size=7, max_size=7),
    to=st.lists(
        st.sampled_from(("next day", "next court day", "next monday")),
        min_size=7,
        max_size=7,
    ),
    is_deemed=st.booleans(),
    holidays=st.frozensets(DAYS, max_size=12),
)
def test_a_late_event(
    number: int,
    day: date,
    hour: int,
    sign: int,
    until: list[int | None],
    to: list[str],
    *,
    is_deemed: bool,
    holidays: Holidays,
) -> None:
    """By weekday, to a later day; and so on a closed day; back, nothing is late."""
    hours = {
        name: f"{one:02d}:00"
        for name, one in zip(WEEKDAYS, until, strict=True)
        if one is not None
    }
    table: dict[str, Any] = {"is": "excluded", "cite": "1"}
    if hours:
        table |= {"until": hours, "late": dict(zip(WEEKDAYS, to, strict=True))}
    if is_deemed:
        table["from"] = "next court day"
    text, at = used(holidays, trigger_day=table)
    moment = datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC)
    found = both_ways(question(text, f"{number} days", moment, before=sign < 0, at=at))
    shut = spread(holidays)
    one = timedelta(days=1)
    start, last = day, until[day.weekday()]
    if sign > 0 and last is not None and hour >= last:
        way, start = to[day.weekday()], day + one
        while (way == "next monday" and start.isoweekday() != 1) or (
            way == "next court day" and is_closed(start, shut)
        ):
            start += one
    while sign > 0 and is_deemed and is_closed(start, shut):
        start += one
    end = counted(number, start, sign)
    assert found.nominal == end
    assert found.due == rolled(end, sign, lambda each: is_closed(each, shut))
