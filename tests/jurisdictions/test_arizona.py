"""Arizona: what its worked cases do not ask."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

import legalcase as lc
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
LISTS: Final = json.loads(
    (Path(__file__).parent / "court_holidays.json").read_text(encoding="utf-8")
)
DAY: Final = date(2026, 6, 3)


def test_the_answer_is_due_in_twenty_days_and_a_removal_is_shown() -> None:
    """Ariz. R. Civ. P. 12(a)(1)(A)(i); the twentieth day is Tuesday, 23 June."""
    found = due_after_service("us-az/arizsuperct", "summons-served", DAY)
    assert found["us-az/civ/12(a)(1)(A)(i)"] == date(2026, 6, 23)
    assert "us/28-usc/1446(b)(1)" in found
    assert not any(rule.startswith("us-az/justice/") for rule in found)


def test_a_justice_court_has_its_own_answer() -> None:
    """Ariz. JCRCP 114(a), and none of the superior court's rules."""
    found = due_after_service("us-az/justice-courts", "summons-served", DAY)
    assert found["us-az/justice/114(a)"] == date(2026, 6, 23)
    assert not any(rule.startswith("us-az/civ/") for rule in found)


def test_columbus_day_and_the_friday_change_places() -> None:
    """A.R.S. §§ 1-301 and 11-413: a county's choice, so both days are shown."""
    october = LAW.compute("30 days", after=date(2026, 9, 12), under="us-az")
    assert october.due == date(2026, 10, 13)
    assert october.safe == date(2026, 10, 12)
    friday = LAW.compute("30 days", after=date(2026, 10, 28), under="us-az")
    assert friday.due == friday.safe == date(2026, 11, 27)
    assert date(2026, 11, 30) in {reading.due for reading in friday.readings}


def test_the_federal_district_has_the_legal_holidays_of_the_state() -> None:
    """None of them is a weekday that the federal rule does not list itself."""
    found = LAW.compute(
        "14 days", after=date(2026, 6, 19), under="us/frcp", court="us/azd"
    )
    assert found.due == date(2026, 7, 6)
    court = LAW.court("us/azd")
    assert dict(court.calendars)["forum-state"] == "us-az/legal-holidays"


def test_electronic_service_adds_five_days_below_and_none_on_appeal() -> None:
    """Ariz. R. Civ. P. 6(c) names Rule 5(c)(2)(E); ARCAP 5(a) takes it out."""
    below, above = (
        LAW.compute("20 days", after=DAY, service="electronic", under=rule).due
        for rule in ("us-az/civ", "us-az/arcap")
    )
    assert (below, above) == (date(2026, 6, 29), date(2026, 6, 23))


def test_the_lists_of_general_knowledge_agree_with_the_statute() -> None:
    """But for the days that a county chooses, which such lists hold uncertain."""
    found = lc.calendar("us-az")
    entries = [one for one in LISTS if one["calendar"] == "us-az/courts"]
    assert len(entries) == 3
    for entry in entries:
        days = {date.fromisoformat(text) for text in entry["dates"]}
        open_to_doubt = {date.fromisoformat(text) for text in entry["uncertain"]}
        first = date(entry["year"], 1, 1).toordinal()
        year = {date.fromordinal(first + number) for number in range(365)}
        ours = {day for day in year if day.weekday() < 5 and not found.is_open(day)}
        assert ours - open_to_doubt == days
