"""Laws of orders that held once: days left out, ends put off, periods made longer.

The orders and questions are drawn at random; what must come out is walked day by day
by a few lines that share nothing with the engine.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from small_law import calendar, court, outcome, rolls, rule

DAY: Final = timedelta(days=1)
FAR: Final = {"from": date(2010, 1, 1), "through": date(2050, 12, 31)}
AT: Final = court(calendar(horizon=FAR))
starts = st.dates(date(2018, 1, 1), date(2022, 12, 31))


@st.composite
def orders(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an order that left days out."""
    first = draw(st.dates(date(2019, 1, 1), date(2021, 12, 31)))
    return {
        "on": first,
        "through": first + draw(st.integers(0, 250)) * DAY,
        "effect": "not counted",
        "months": "as if served on the last day",
        "cite": "9",
    }


@given(
    tolls=st.lists(orders(), min_size=1, max_size=3),
    later=st.booleans(),
    start=starts,
    number=st.integers(1, 900),
    before=st.booleans(),
)
def test_the_days_of_an_order_are_left_out(
    *,
    tolls: list[dict[str, Any]],
    later: bool,
    start: date,
    number: int,
    before: bool,
) -> None:
    """In either direction, whichever version states it."""
    stated: dict[str, Any] = {"tolls": tolls}
    used = (
        rule({"from": date(2022, 1, 1), **stated}, roll=rolls("stay", "stay"))
        if later
        else rule({"from": date(2020, 6, 1)}, roll=rolls("stay", "stay"), **stated)
    )
    found = outcome(used, f"{number} days", start, at=AT, before=before)
    day, left = start, number
    while left:
        day += -DAY if before else DAY
        left -= not any(one["on"] <= day <= one["through"] for one in tolls)
    assert found.due == day


@given(
    first=st.dates(date(2020, 1, 1), date(2020, 6, 30)),
    length=st.integers(0, 200),
    more=st.integers(1, 90),
    longer=st.booleans(),
    sees=st.booleans(),
    start=starts,
    number=st.integers(1, 900),
)
def test_what_would_end_in_its_days_ends_later(
    *,
    first: date,
    length: int,
    more: int,
    longer: bool,
    sees: bool,
    start: date,
    number: int,
) -> None:
    """So many days after the order, or after its own end, and never twice."""
    last = first + length * DAY
    effect = "is longer" if longer else "ends after"
    toll: dict[str, Any] = {
        "on": first,
        "through": last,
        "effect": f"a period that ends inside {effect}",
        "then": f"{more} days",
        "sees": "rolled end" if sees else "raw end",
        "cite": "9",
    }
    used = rule(roll=rolls("next open day", "stay"), tolls=[toll])

    def open_day(day: date) -> date:
        while day.weekday() > 4:
            day += DAY
        return day

    end = start + number * DAY
    if first <= end <= last:
        due = open_day((end if longer else last) + more * DAY)
    else:
        due = open_day(end)
        if sees and first <= due <= last:
            due = open_day((due if longer else last) + more * DAY)
    assert outcome(used, f"{number} days", start, at=AT).due == due
