"""Zones: a place has one, an abbreviation names none; by whose clock a time is read."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import tz

import legalcase as lc
from cli.running import answered, ran, squeezed
from legalcase.counting.counted import count
from legalcase.counting.rules.venue import Venue
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.zones import is_instant, is_of_a_place, place_meant
from small_law import rule

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

NAIVE = datetime(2026, 6, 3, 17, 0)
#: Whose June has summer time, or which keep the same offset all year.
ABBREVIATIONS = (
    *("EST", "MST", "HST", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"),
    *("GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "CET", "EET", "MET", "WET"),
    *("UCT", "Universal", "Zulu", "Etc/GMT", "Etc/GMT+5", "Etc/GMT-1", "Etc/UCT"),
)


def test_every_zone_there_is_is_a_place_or_utc_or_refused() -> None:
    """None of the names that begin with a part of the world is lost."""
    parts = (
        *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic"),
        *("Australia", "Brazil", "Canada", "Chile", "Europe", "Indian", "Mexico"),
        *("Pacific", "US"),
    )
    for name in available_timezones() | set(ABBREVIATIONS):
        part, slash, _ = name.partition("/")
        assert is_of_a_place(name) == (
            part in parts if slash else name not in ABBREVIATIONS and _is_country(name)
        ), name
        assert not (is_of_a_place(name) and is_instant(name))
    assert is_instant("UTC")
    assert not any(map(is_of_a_place, ABBREVIATIONS))
    assert all(is_of_a_place(place_meant(name)) for name in (*ABBREVIATIONS, "PST"))


def _is_country(name: str) -> bool:
    """A name without a slash that is neither UTC nor a machine's own clock."""
    return name not in {"UTC", "Factory", "localtime", "posixrules"}


@pytest.mark.parametrize("name", ABBREVIATIONS)
def test_a_time_by_an_abbreviation_is_refused(name: str) -> None:
    """17:00 EST in June is 18:00 in New York: nobody who writes it means that."""
    if name not in available_timezones():
        pytest.skip("not in this database")
    calls: tuple[Callable[[datetime], object], ...] = (
        lambda at: lc.compute("72 hours", after=at, court="us/nysd"),
        lambda at: lc.compute("us/frcp/59(e)", after=at, court="us/nysd"),
        lambda at: lc.compute(
            "us/frcp/59(e)", after={"judgment-entered": at}, court="us/nysd"
        ),
        lambda at: lc.served_on(at, "email", under="us-ca/ccp", court="us-ca/lasc"),
        lambda at: count(lc.Period(1, "day"), at, rule(), Venue(calendars=())),
    )
    for refused in calls:
        with pytest.raises(InvalidValueError, match="the clock of no place") as caught:
            refused(NAIVE.replace(tzinfo=ZoneInfo(name)))
        assert repr(name) in str(caught.value)
        assert "Name the place, ZoneInfo('" in str(caught.value)
        assert type(pickle.loads(pickle.dumps(caught.value))) is InvalidValueError


def test_what_was_meant_is_named_beside_the_court() -> None:
    """The court's zone first, then the place of which the abbreviation is said."""
    with pytest.raises(InvalidValueError) as caught:
        lc.compute(
            "72 hours", after=NAIVE.replace(tzinfo=ZoneInfo("EST")), court="cand"
        )
    assert str(caught.value).endswith(
        "Name the place, ZoneInfo('America/Los_Angeles') or "
        "ZoneInfo('America/New_York')."
    )


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        (ZoneInfo("America/New_York"), 17),
        (ZoneInfo("US/Eastern"), 17),
        (tz.gettz("America/New_York"), 17),
        (UTC, 13),
        (ZoneInfo("UTC"), 13),
        (tz.tzutc(), 13),
        (timezone(timedelta(hours=-5)), 18),
        (timezone(timedelta(hours=-5), "EST"), 18),
    ],
)
def test_a_place_or_an_offset_is_an_instant(zone: tzinfo, hour: int) -> None:
    """An offset says what it is; it is turned to the court's clock."""
    found = lc.compute("24 hours", after=NAIVE.replace(tzinfo=zone), court="nysd")
    assert found.due_at == datetime(
        2026, 6, 4, hour, tzinfo=ZoneInfo("America/New_York")
    )


def test_another_library_s_abbreviation_is_one_too() -> None:
    """Where dateutil reads the zone from a file of the machine."""
    zone = tz.gettz("EST5EDT")
    if zone is None or not getattr(zone, "_filename", ""):
        pytest.skip("no such file here")
    with pytest.raises(InvalidValueError, match="'EST5EDT'"):
        lc.compute("24 hours", after=NAIVE.replace(tzinfo=zone), court="nysd")


@pytest.mark.parametrize(
    ("asked", "zone"),
    [
        ({"court": "cand"}, "America/Los_Angeles"),
        ({"court": "nysd"}, "America/New_York"),
        ({"court": "us/flnd"}, "America/New_York"),
        ({"under": "gb-eaw/cpr"}, "Europe/London"),
        ({"under": "de"}, "Europe/Berlin"),
        ({"under": "us/frcp"}, "America/New_York"),
    ],
)
def test_a_naive_time_is_refused_with_the_court_s_own_zone(
    asked: dict[str, Any], zone: str
) -> None:
    """In Python nothing is assumed; the remedy is right for the court at hand."""
    remedy = f"tzinfo=ZoneInfo('{zone}')"
    calls: list[Callable[[], object]] = []
    calls.append(lambda: lc.compute("30 days", after=NAIVE, **asked))
    if asked != {"under": "us/frcp"}:
        calls.append(lambda: lc.served_on(NAIVE, "mail", **asked))
    for call in calls:
        with pytest.raises(InvalidTypeError) as caught:
            call()
        assert remedy in str(caught.value)


def test_a_deadline_knows_its_court_or_its_rule() -> None:
    """Local rules bring the court; a rule of one zone that zone."""
    for name, zone in (
        ("us/cand/civil-l-r/7-3(a)", "America/Los_Angeles"),
        ("at/zpo/464(1)", "Europe/Vienna"),
    ):
        with pytest.raises(InvalidTypeError, match=zone):
            lc.compute(name, after=NAIVE)


def test_at_the_command_line_a_time_is_the_court_s_and_that_is_said() -> None:
    """17:00 in San Francisco, and the answer says so first."""
    words = ("due", "24 hours", "--after", "2026-06-03T17:00", "--court", "cand")
    text = squeezed(answered(*words))
    assert "Due Thu 2026-06-04 17:00 America/Los_Angeles." in text
    said = "2026-06-03 17:00 was read by the clock of us/cand: America/Los_Angeles."
    assert f"notice {said}" in text
    data = json.loads(answered(*words, "--format", "json"))
    assert data["computation"]["data"]["notices"][0] == {
        "code": "court-clock",
        "text": said,
    }
    named = answered(*words, "--timezone", "America/New_York")
    assert "Due Thu 2026-06-04 14:00 America/Los_Angeles." in squeezed(named)
    assert "was read by the clock" not in named


def test_of_two_zones_the_one_that_comes_first_is_taken_and_said() -> None:
    """Pensacola's 17:00 is later than Tallahassee's: counted from there it is safe."""
    text = squeezed(
        answered("due", "24 hours", "--after", "2026-06-03T17:00", "--court", "flnd")
    )
    assert "Due Thu 2026-06-04 17:00 America/New_York." in text
    assert "America/New_York, which comes first; America/Chicago is kept" in text


def test_local_rules_bring_their_court_s_clock() -> None:
    """No --court is needed to know whose clock it is."""
    text = squeezed(
        answered("due", "us/cand/civil-l-r/7-3(a)", "--after", "2026-06-03T17:00")
    )
    assert "was read by the clock of us/cand: America/Los_Angeles." in text


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (("24 hours", "--under", "us/frcp"), "America/New_York"),
        (("24 hours", "--under", "de"), "Europe/Berlin"),
        (("gb-eaw/cpr/15.4(1)(a)",), "Europe/London"),
    ],
)
def test_without_a_court_the_zone_must_be_named(
    words: tuple[str, ...], example: str
) -> None:
    """With an example that is right for the rule."""
    done = ran("due", *words, "--after", "2026-06-03T17:00")
    assert (done.status, done.out) == (2, "")
    assert f"--timezone {example}." in squeezed(done.err)


@pytest.mark.parametrize("name", ["EST", "GMT", "Etc/GMT+5", "CET"])
def test_the_command_takes_no_abbreviation(name: str) -> None:
    """And says that the court's own clock is at hand."""
    done = ran("due", "1 hour", "--after", "2026-06-03T17:00", "--timezone", name)
    assert done.status == 2
    said = squeezed(done.err)
    assert f"'{name}' is the clock of no place" in said
    assert f"Name the place, {place_meant(name)}, or leave --timezone out" in said


def test_an_unknown_abbreviation_gets_an_example_that_fits() -> None:
    """PST stands in no database, and everybody in California writes it."""
    done = ran("due", "1 hour", "--after", "2026-06-03T17:00", "--timezone", "PST")
    assert "Write a place, such as America/Los_Angeles" in squeezed(done.err)


def test_an_unknown_court_is_said_before_its_clock_is_asked() -> None:
    """As the law says it."""
    with pytest.raises(UnknownNameError):
        lc.compute("1 hour", after=NAIVE, court="us/cannd")
    done = ran("due", "1 hour", "--after", "2026-06-03T17:00", "--court", "cannd")
    assert (done.status, "There is no court 'cannd'" in done.err) == (1, True)


def test_a_day_needs_no_clock() -> None:
    """Nothing is said of zones where no time was given."""
    found = lc.compute("30 days", after=date(2026, 6, 3), court="cand")
    assert "court-clock" not in {notice.code for notice in found.notices}
