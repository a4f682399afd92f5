"""Laws of a recess after which a period ends that would end in it.

Rules and questions are drawn at random; what must come out is walked day by day from
the tables, by a few lines that share nothing with the engine.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.errors import UnsupportedQuestionError
from small_law import calendar, court, outcome, rolls, rule

DAY: Final = timedelta(days=1)
#: (month, day) of the first and the last; the second ends in the next year.
WINDOWS: Final = {
    ("july", 20, "august", 31): ((7, 20), (8, 31)),
    ("december", 24, "january", 6): ((12, 24), (1, 6)),
    ("february", 10, "february", 20): ((2, 10), (2, 20)),
}
#: Where a period goes: so many days on, or the first such day.
THEN: Final = {
    "1 week": 7,
    "15 days": 15,
    "1 day": 1,
    "september 15": (9, 15),
    "january 31": (1, 31),
}
starts = st.dates(date(2021, 1, 1), date(2027, 12, 31))


def within(day: date, windows: list[tuple[str, int, str, int]]) -> bool:
    """Whether a day lies in a window, by its month and number."""
    here = (day.month, day.day)
    for name in windows:
        first, last = WINDOWS[name]
        inside = first <= here <= last if first <= last else not last < here < first
        if inside:
            return True
    return False


def after(day: date, windows: list[tuple[str, int, str, int]], then: str) -> date:
    """Walk out of the window that holds a day, and on to where the period ends."""
    while within(day + DAY, windows):
        day += DAY
    goal = THEN[then]
    if isinstance(goal, int):
        return day + goal * DAY
    day += DAY
    while (day.month, day.day) != goal:
        day += DAY
    return day


def same(one: date, other: date, windows: list[tuple[str, int, str, int]]) -> bool:
    """Whether all days from one to the other lie in windows."""
    low, high = sorted((one, other))
    days = (low + number * DAY for number in range((high - low).days + 1))
    return all(within(day, windows) for day in days)


def weekend(day: date) -> bool:
    """The calendar at hand has no holidays."""
    return day.weekday() > 4


def expected(
    start: date,
    number: int,
    windows: list[tuple[str, int, str, int]],
    then: str,
    *,
    both: bool,
    sees: bool,
) -> date:
    """The day on which a period of so many days is due."""
    end = start + number * DAY

    def moves(day: date) -> bool:
        return within(day, windows) and (not both or same(start, day, windows))

    if moves(end):
        end = after(end, windows, then)
    while True:
        rolled = end
        while weekend(rolled):
            rolled += DAY
        if rolled == end or not sees or not moves(rolled):
            return rolled
        if within(end, windows) and same(end, rolled, windows):
            return rolled
        end = after(rolled, windows, then)


@given(
    windows=st.lists(
        st.sampled_from(sorted(WINDOWS)), min_size=1, max_size=3, unique=True
    ),
    then=st.sampled_from(sorted(THEN)),
    both=st.booleans(),
    sees=st.sampled_from(("raw end", "rolled end", None)),
    start=starts,
    number=st.integers(1, 200),
    by_calendar=st.booleans(),
    before=st.booleans(),
)
def test_what_ends_in_a_recess_ends_after_it(
    *,
    windows: list[tuple[str, int, str, int]],
    then: str,
    both: bool,
    sees: str | None,
    start: date,
    number: int,
    by_calendar: bool,
    before: bool,
) -> None:
    """Or begins and ends in it; whether it stands in the rule or in the calendar.

    Counted back, what ends in one is refused, and nothing else is changed.
    """
    said = [(f"{w[0]} {w[1]}", f"{w[2]} {w[3]}") for w in windows]
    effect = "begins and ends" if both else "ends"
    recess: dict[str, Any] = {
        "effect": f"a period that {effect} inside ends after",
        "then": then,
        "cite": "8",
    }
    if sees is not None:
        recess["sees"] = sees
    entries = []
    if by_calendar:
        recess["days"] = {"court": ["recess"]}
        entries = [
            {"id": f, "name": "Recess", "falls": f, "to": t, "kind": "recess"}
            for f, t in said
        ]
    else:
        recess["windows"] = [{"from": f, "through": t} for f, t in said]
    horizon = {"from": date(2015, 1, 1), "through": date(2039, 12, 31)}
    at = court(calendar(horizon=horizon, holiday=entries))
    used = rule(roll=rolls("next open day", "stay"), suspension=recess)
    period = f"{number} days"
    if before:
        end = start - number * DAY
        meets = within(end, windows) and (not both or same(end, start, windows))
        if meets:
            with pytest.raises(UnsupportedQuestionError, match="counted back into one"):
                outcome(used, period, start, at=at, before=True)
        else:
            assert outcome(used, period, start, at=at, before=True).due == end
        return
    found = outcome(used, period, start, at=at)
    assert found.due == expected(
        start, number, windows, then, both=both, sees=sees == "rolled end"
    )


def corresponding(day: date, months: int) -> date:
    """The day of the same number so many months on, or the last of that month."""
    number = day.year * 12 + day.month - 1 + months
    for last in range(day.day, 0, -1):
        try:
            return date(number // 12, number % 12 + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


@given(
    windows=st.lists(
        st.sampled_from(sorted(WINDOWS)), min_size=1, max_size=3, unique=True
    ),
    start=starts,
    months=st.integers(1, 14),
)
def test_months_begin_on_the_day_after_a_recess(
    windows: list[tuple[str, int, str, int]], start: date, months: int
) -> None:
    """As if served then; each day of a recess that is met is one day more."""
    recess = {
        "effect": "not counted",
        "windows": [
            {"from": f"{w[0]} {w[1]}", "through": f"{w[2]} {w[3]}"} for w in windows
        ],
        "months": "as if served on the day after",
        "sees": "raw end",
        "cite": "8",
    }
    used = rule(roll=rolls("stay", "stay"), suspension=recess)
    begun = start
    while within(begun, windows):
        begun += DAY
    end = corresponding(begun, months)
    # Of whole windows each day is added; one that the end meets is passed whole.
    day, left = begun, (end - begun).days
    while left:
        day += DAY
        left -= not within(day, windows)
    assert outcome(used, f"{months} months", start).due == day


#: (limits of a setting, a test of the number and unit of a period).
LIMITS: Final[dict[tuple[str, ...], dict[str, int]]] = {
    ("<= 90 days", "<= 12 weeks", "<= 3 months"): {"day": 90, "week": 12, "month": 3},
    ("<= 30 days", "<= 6 weeks", "<= 1 month"): {"day": 30, "week": 6, "month": 1},
}


@given(
    limits=st.sampled_from(sorted(LIMITS)),
    unit=st.sampled_from(("day", "week", "month")),
    number=st.integers(1, 100),
    start=starts,
    before=st.booleans(),
)
def test_a_setting_for_some_lengths_is_none_for_others(
    *, limits: tuple[str, ...], unit: str, number: int, start: date, before: bool
) -> None:
    """Neither the roll nor the recess, in either direction."""
    recess: dict[str, Any] = {
        "effect": "not counted",
        "windows": [{"from": "july 20", "through": "august 31"}],
        "months": "as if served on the last day",
        "sees": "raw end",
        "cite": "8",
    }
    number = number % 15 + 1 if unit == "month" else number
    holds = number <= LIMITS[limits][unit]
    lengths: dict[str, Any] = {"periods": list(limits)}
    used = rule(roll=rolls(**lengths), suspension=recess | lengths)
    other = (
        rule(roll=rolls(), suspension=recess)
        if holds
        else rule(roll=rolls("stay", "stay"))
    )
    far = {"from": date(2000, 1, 1), "through": date(2050, 12, 31)}
    at = court(calendar(horizon=far))
    period = f"{number} {unit}s"
    found = outcome(used, period, start, at=at, before=before)
    assert found.due == outcome(other, period, start, at=at, before=before).due
