"""Dates that are given out, and days that are opened, at the ends of what is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.calendars.entries.untabled import gaps_of
from small_law import calendar, holiday

if TYPE_CHECKING:
    from legalcase.calendars.entries.definition import CalendarDefinition

FEAST: dict[str, Any] = {"id": "feast", "name": "Feast of the tide"}
DAYS = [date(2024, 4, 10), date(2025, 3, 30)]
MOVED = {"sunday": "next day"}


def defined(head: dict[str, Any] | None = None, **tables: Any) -> CalendarDefinition:
    """A calendar in which a feast has its dates, and what else is said of it."""
    days = {"on": DAYS, **tables}
    return calendar(holiday=[{**FEAST, **days}], **(head or {})).definition


def spans(used: CalendarDefinition, start: date, stop: date) -> list[tuple[Any, Any]]:
    """When its days are not known, in a span."""
    (feast,) = used.holidays
    found = gaps_of(feast, used.observance, start, stop)
    return [(gap.first, gap.last) for gap in found]


def test_a_day_that_cannot_move_is_unknown_on_its_own_days_alone() -> None:
    """And one that can, a week around: by its own observance, or the calendar's."""
    start, stop = date(2023, 1, 1), date(2025, 12, 31)
    apart = [(date(2023, 1, 1), date(2024, 4, 9)), (date(2025, 3, 31), stop)]
    around = [
        (date(2022, 12, 25), date(2024, 4, 16)),
        (date(2025, 3, 24), date(2026, 1, 7)),
    ]
    assert spans(defined(), start, stop) == apart
    assert spans(defined(observance=MOVED), start, stop) == around
    by_all = defined({"observance": MOVED})
    assert spans(by_all, start, stop) == around
    others = defined({"observance": MOVED}, kind="court-holiday")
    assert spans(others, start, stop) == apart


def test_the_ends_of_time_move_nowhere() -> None:
    """No date is before the first of all, or after the last."""
    found = spans(defined(observance=MOVED), date.min, date.max)
    assert (found[0][0], found[-1][1]) == (date.min, date.max)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("march 1", "may 31", [((2, 23), (6, 7))]),
        ("january 5", "december 28", []),
    ],
)
def test_parts_of_the_year_are_wider_where_a_day_can_move(
    first: str, last: str, found: list[Any]
) -> None:
    """By a week on both sides; what then is the whole year is any time."""
    windows = [{"from": first, "through": last}]
    used = defined(observance=MOVED, windows=windows)
    (feast,) = used.holidays
    gaps = [*gaps_of(feast, used.observance, date(2023, 1, 1), date(2023, 12, 31))]
    assert [list(gap.windows) for gap in gaps] == [found]


def test_an_opened_day_outside_the_horizon_opens_nothing() -> None:
    """And is written with its date and its name."""
    day = date(2031, 1, 4)
    used = calendar(
        holiday=[holiday("may 1")],
        opening=[{"on": [day], "name": "Worked Saturday", "cite": "Order 1"}],
    )
    assert used.is_open(date(2030, 12, 30))
    assert not used.is_open(date(2030, 12, 28))
    (opening,) = used.definition.openings
    assert str(opening) == "2031-01-04: Worked Saturday"
    assert opening.to_dict()["authority"] == "Order 1"
