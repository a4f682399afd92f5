"""The legal holidays of the American states beside those of the package `holidays`.

Over the whole horizon of each calendar and on weekdays: no other day than the file
beside this one says, no other year, and each difference with its reason.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

import holidays
import pytest

import legalcase as lc

State = dict[str, Any]

STATES: Final[list[State]] = tomllib.loads(
    (Path(__file__).parent / "state_differences.toml").read_text(encoding="utf-8")
)["calendar"]


def differences(
    calendar: lc.CourtCalendar, theirs: holidays.HolidayBase
) -> dict[str, list[int]]:
    """By label, the years of the weekdays that only one of the two has."""
    found: dict[str, list[int]] = {}
    for number in range(calendar.first.toordinal(), calendar.last.toordinal() + 1):
        day = date.fromordinal(number)
        if day.isoweekday() > 5:
            continue
        ours = [c.name for c in calendar.closures_on(day) if c.kind == "legal-holiday"]
        if ours and day not in theirs:
            found.setdefault(f"ours: {ours[0]}", []).append(day.year)
        elif not ours and day in theirs:
            found.setdefault(f"theirs: {theirs[day]}", []).append(day.year)
    return found


@pytest.mark.parametrize("state", STATES, ids=[state["id"] for state in STATES])
def test_every_difference_from_the_package_holidays_has_its_reason(
    state: State,
) -> None:
    """A day that the package has and the statute has not is no holiday, and back."""
    calendar = lc.calendar(state["id"])
    theirs = holidays.country_holidays(
        "US",
        subdiv=state["region"],
        years=range(calendar.first.year, calendar.last.year + 1),
        language="en_US",
    )
    found = differences(calendar, theirs)
    assert {label: (min(years), max(years)) for label, years in found.items()} == {
        one["label"]: (one["first"], one["last"]) for one in state["differences"]
    }
    assert all(one["why"] for one in state["differences"])
