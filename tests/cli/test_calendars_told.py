"""`legalcase calendar`, `check`: opened days, weekends by date, tables that end."""

from __future__ import annotations

import json
from typing import Final

from cli.running import answered
from house import ROOT

LAW: Final = ("--law", str(ROOT / "tests" / "law" / "calendars"))


def test_a_year_marks_opened_days_and_names_them() -> None:
    """With a plus, and the reason below, in the order of the days."""
    text = " ".join(answered("calendar", "cn", "2024", *LAW).split())
    assert "one with a plus would be, and is open" in text
    assert "18+" in text
    assert "Sun 18 Feb open: Worked for a day of the holidays (Notice of" in text
    assert "plus" not in answered("calendar", "hu", "2024-03", *LAW)


def test_a_month_for_machines_has_the_opening() -> None:
    """Beside what closes a day."""
    data = json.loads(answered("calendar", "cn", "2024-02", "--format", "json", *LAW))
    days = {day["on"]: day for day in data["days"]}
    worked = days["2024-02-18"]
    assert (worked["is_open"], worked["why_closed"]) == (True, None)
    assert worked["opening"]["name"] == "Worked for a day of the holidays"
    assert days["2024-02-19"]["opening"] is None


def test_a_weekend_that_changed_is_told_by_time() -> None:
    """The calendar as a whole, and the year of the change; another year has one."""
    text = " ".join(answered("calendar", "xv", *LAW).split())
    assert "Sunday; from 1960-01-01 Saturday, Sunday" in text
    data = json.loads(answered("calendar", "ae", "--format", "json", *LAW))
    assert data["weekend"] == ["saturday", "sunday"]
    assert data["weekends"] == [
        {"from": "2020-01-01", "days": ["friday", "saturday"]},
        {"from": "2022-01-01", "days": ["saturday", "sunday"]},
    ]
    assert "so is every Friday and Saturday." in answered(
        "calendar", "ae", "2021", *LAW
    )
    assert "so is every Saturday and Sunday." in answered(
        "calendar", "ae", "2022", *LAW
    )


def test_past_a_table_nothing_is_called_open() -> None:
    """A month, a year, a day: each says what is not known."""
    lacks = "The days of Eid al-Fitr are entered from 2024-01-01 through 2027-12-31"
    for span in ((), ("2029",), ("2029-05",)):
        assert lacks in " ".join(answered("calendar", "tr", *span, *LAW).split())
    text = " ".join(answered("check", "2029-05-02", "--calendar", "tr", *LAW).split())
    assert "no closure is known here, and one can fall on it." in text
    assert lacks in text
    data = json.loads(
        answered("check", "2029-05-02", "--calendar", "tr", "--format", "json", *LAW)
    )
    assert (data["is_open"], data["next_open"], data["opening"]) == (None, None, None)
    month = json.loads(answered("calendar", "tr", "2029-05", "--format", "json", *LAW))
    days = {day["on"]: day["is_open"] for day in month["days"]}
    assert days["2029-05-01"] is False
    assert days["2029-05-02"] is None
    told = json.loads(answered("calendar", "tr", "--format", "json", *LAW))
    assert len(told["not_known"]) == 2


def test_an_opened_day_says_why() -> None:
    """And counts as a court day."""
    text = answered("check", "2024-02-18", "--calendar", "cn", *LAW)
    assert text.startswith("Sun 2024-02-18: open. Worked for a day of the holidays (")


def test_a_rule_names_the_calendars_of_its_roles() -> None:
    """In text, and for machines."""
    text = " ".join(answered("rules", "pl/kpc", *LAW).split())
    assert (
        "calendar (saturdays) pl/saturdays, where nothing else fills the role" in text
    )
    data = json.loads(answered("rules", "pl/kpc", "--format", "json", *LAW))
    assert data["default_calendars"] == {"saturdays": "pl/saturdays"}
