"""The federal courts: 94 districts, 13 circuits, and what each has from another."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from legalcase.law.book.vocabulary import vocabularies

LAW: Final = lc.Law.bundled()
KNOWN: Final = dict(vocabularies(LAW))["us"]["known_courts"]
DISTRICTS: Final = tuple(f"us/{name}" for name in KNOWN["us/frcp"])
#: 28 U.S.C. § 41, with how many districts each circuit has (§§ 81-131; of the Ninth
#: Guam and the Northern Marianas besides, of the Third the Virgin Islands).
CIRCUITS: Final = {
    "us/ca1": 5,
    "us/ca2": 6,
    "us/ca3": 6,
    "us/ca4": 9,
    "us/ca5": 9,
    "us/ca6": 9,
    "us/ca7": 7,
    "us/ca8": 10,
    "us/ca9": 15,
    "us/ca10": 8,
    "us/ca11": 9,
    "us/cadc": 1,
}
#: Districts across the line between two time zones, the one that comes first first.
SPLIT: Final = {
    "us/flnd": ("America/New_York", "America/Chicago"),
    "us/innd": ("America/Indiana/Indianapolis", "America/Chicago"),
    "us/kywd": ("America/Kentucky/Louisville", "America/Chicago"),
    "us/tned": ("America/New_York", "America/Chicago"),
    "us/txwd": ("America/Chicago", "America/Denver"),
    "us/ned": ("America/Chicago", "America/Denver"),
    "us/idd": ("America/Boise", "America/Los_Angeles"),
}


def test_each_district_is_in_its_circuit() -> None:
    """94 of them, each under the court of appeals of its circuit."""
    parents = [LAW.court(name).parent for name in DISTRICTS]
    assert len(DISTRICTS) == 94
    assert {name: parents.count(name) for name in CIRCUITS} == CIRCUITS
    assert sum(CIRCUITS.values()) == 94


@pytest.mark.parametrize("name", DISTRICTS)
def test_a_district_has_what_it_counts_with(name: str) -> None:
    """The federal holidays, those of its circuit's clerk, and one state's for both."""
    court = LAW.court(name)
    roles = dict(court.calendars)
    circuit = dict(LAW.court(court.parent or "").calendars)
    assert roles["court"] == circuit["court"]
    assert roles.get("circuit-clerk-state") == circuit.get("circuit-clerk-state")
    assert roles.get("forum-state") == roles.get("district-state")
    assert court.counting[:4] == ("us/frcp", "us/frap", "us/frcrp", "us/18-usc")
    entered = f"us-{name.removeprefix('us/')[:2]}/legal-holidays"
    # The Northern Mariana Islands, not New Mexico.
    if name != "us/nmid" and entered in LAW.names("calendar"):
        assert roles["forum-state"] == entered


@pytest.mark.parametrize(("name", "zones"), SPLIT.items())
def test_a_district_across_two_zones_lists_both(
    name: str, zones: tuple[str, str]
) -> None:
    """The earlier midnight ends its day."""
    assert LAW.court(name).zones == zones
    found = lc.compute("10 days", after=date(2026, 3, 10), under="us/frcp", court=name)
    assert found.due == date(2026, 3, 20)


def test_in_delaware_the_day_ends_sooner() -> None:
    """At six from October 2014, at five since September 2022."""
    ends = {
        year: lc.compute(
            "10 days", after=date(year, 3, 10), under="us/frcp", court="us/ded"
        ).due_at
        for year in (2014, 2015, 2026)
    }
    hours = [at.strftime("%H:%M") for at in ends.values() if at is not None]
    assert hours == ["23:59", "18:00", "17:00"]


def test_the_courts_of_the_capital_keep_inauguration_day() -> None:
    """20 January 2021 was a Wednesday: closed there, open in New York."""
    for court, under, due in (
        ("us/scotus", "us/scotus", date(2021, 1, 21)),
        ("us/cafc", "us/frap", date(2021, 1, 21)),
        ("us/nysd", "us/frcp", date(2021, 1, 20)),
    ):
        found = lc.compute("14 days", after=date(2021, 1, 6), under=under, court=court)
        assert found.due == due
