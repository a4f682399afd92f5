"""Dates counted by hand at the places where counts go wrong.

The ends of years, 29 February, holidays observed on another day, daylight saving, the
first and last days of the texts, service in each direction, windows, months that are
too short. Each date was counted on paper from the rule's text before it was asked.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import legalcase as lc
from every_one import for_each

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "counted_by_hand.json").read_text(encoding="utf-8")
)


def read(value: Any) -> Any:
    """Read a date, a local time with its zone in brackets, or what holds them."""
    if isinstance(value, dict):
        return {key: read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [read(each) for each in value]
    if not isinstance(value, str) or not value[:4].isdecimal():
        return value
    if "[" not in value:
        return date.fromisoformat(value)
    moment, zone = value.rstrip("]").split("[")
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))


@for_each(
    "case", CASES, ids=lambda case: "-".join(map(str, case.values())).replace("/", " ")
)
def test_the_date(case: dict[str, Any]) -> None:
    """The adopted reading gives the date that was counted; `.safe` is no later."""
    options = {
        key: read(value) for key, value in case.items() if key not in {"period", "due"}
    }
    found = lc.compute(case["period"], **options)
    due = read(case["due"])
    if isinstance(due, datetime):
        assert found.due_at == due
        due = due.date()
    assert found.due == due
    if found.bound == "not-later-than":
        assert found.safe <= due


def test_there_are_many() -> None:
    """A hundred and more, from every system."""
    assert len(CASES) > 140
    under = {case.get("under", case["period"].rpartition("/")[0]) for case in CASES}
    assert under >= {
        "us/frcp",
        "us/frap",
        "us-ca/ccp",
        "us-ca/discovery",
        "gb-eaw/cpr",
        "gb-eaw/portal",
        "de/zpo",
        "at/zpo",
    }
