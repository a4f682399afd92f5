"""Instants are read by the clock of the courts, whatever zone they come in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc


@pytest.mark.parametrize("court", [None, "gb-eaw/high-court"])
def test_an_instant_in_utc_is_an_hour_in_london(court: str | None) -> None:
    """15:30 UTC in July is 16:30 in London: too late for that day (CPR 6.26)."""
    sent = datetime(2025, 7, 4, 15, 30, tzinfo=UTC)
    served = lc.served_on(sent, "email", under="gb-eaw/cpr", court=court)
    assert served.due == date(2025, 7, 7)
    local = sent.astimezone(ZoneInfo("Europe/London"))
    assert lc.served_on(local, "email", under="gb-eaw/cpr", court=court).due == (
        served.due
    )


def test_the_zone_is_inherited_by_a_practice() -> None:
    """The portals close at 4 p.m. London time."""
    late = datetime(2025, 7, 4, 15, 30, tzinfo=UTC)
    early = datetime(2025, 7, 4, 14, 30, tzinfo=UTC)
    found = [
        lc.compute("14 days", after=moment, under="gb-eaw/portal").due
        for moment in (early, late)
    ]
    assert found[0] < found[1]


def test_a_rule_of_many_zones_takes_the_instant_as_it_is() -> None:
    """Federal courts sit in many zones: without one, the caller's clock counts."""
    rule = lc.Law.bundled().counting_rule("us/frcp")
    assert rule.zone is None
    asked = datetime(2025, 5, 23, 9, 30, tzinfo=ZoneInfo("America/New_York"))
    found = lc.compute("48 hours", after=asked, under="us/frcp").due_at
    assert found is not None
    assert found.tzinfo == asked.tzinfo
    assert found.strftime("%Y-%m-%d %H:%M") == "2025-05-27 09:30"


def test_hours_that_end_at_midnight_end_the_day_before() -> None:
    """Midnight is the last second of a day: 24 hours from Friday 00:00 end Friday."""
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2025, 7, 4, 0, 0, tzinfo=berlin)
    found = lc.compute("24 hours", after=start, under="de/zpo")
    assert found.due == date(2025, 7, 4)
    assert found.due_at == datetime(2025, 7, 4, 23, 59, 59, tzinfo=berlin)


def test_hours_that_end_between_two_closed_days_end_at_the_earlier_instant() -> None:
    """The end of Friday, 4 July, or the beginning of Saturday: no rule says which.

    By Rule 6(a)(2)(C) the one goes on to the end of Monday, the other to its
    beginning; the earlier is safe.
    """
    zone = ZoneInfo("America/New_York")
    start = datetime(2025, 7, 4, 0, 0, tzinfo=zone)
    found = lc.compute("24 hours", after=start, under="us/frcp")
    assert found.due_at == datetime(2025, 7, 7, 0, 0, tzinfo=zone)


def test_hours_that_end_before_a_closed_day_need_not_go_on() -> None:
    """24 hours from Friday 00:00 end with Friday, an open day."""
    zone = ZoneInfo("America/New_York")
    start = datetime(2025, 6, 6, 0, 0, tzinfo=zone)
    found = lc.compute("24 hours", after=start, under="us/frcp")
    assert found.due_at == datetime(2025, 6, 6, 23, 59, 59, tzinfo=zone)
