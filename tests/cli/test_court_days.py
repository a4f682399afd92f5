"""`legalcase check`, `add`, `between`: court days, each closed day with its reason."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

import legalcase as lc
from cli.running import answered, ran, squeezed, too_wide

DAY = date(2026, 7, 3)


def data(*words: str) -> dict[str, Any]:
    """What a command answers to machines."""
    found: dict[str, Any] = json.loads(answered(*words, "--format", "json"))
    return found


def test_a_closed_day_has_its_reason_and_its_neighbours() -> None:
    """3 July 2026 is the observed holiday, 5 U.S.C. 6103(b)."""
    text = answered("check", "2026-07-03", "--court", "cand")
    said = squeezed(text)
    assert said.startswith("Fri 2026-07-03: closed. Independence Day (observed)")
    assert "5 U.S.C. § 6103(a)" in said
    assert "Next open day: Mon 2026-07-06." in said
    assert "Open day before: Thu 2026-07-02." in said
    assert "By the calendar us of us/cand" in said
    assert too_wide(text) == []
    found = data("check", "2026-07-03", "--court", "cand")
    assert (found["is_open"], found["court"], found["calendar"]) == (
        *(False, "us/cand", "us"),
    )
    assert found["why_closed"]["name"] == "Independence Day (observed)"
    assert (found["next_open"], found["previous_open"]) == ("2026-07-06", "2026-07-02")


def test_an_open_day_says_what_is_entered_besides() -> None:
    """A holiday of the state closes no federal court, and can move a deadline."""
    said = squeezed(answered("check", "2026-03-31", "--court", "cand"))
    assert said.startswith("Tue 2026-03-31: open.")
    assert "in us-ca/legal-holidays (circuit-clerk-state, district-state, " in said
    assert "Farmworkers Day" in said
    assert "`legalcase due` says where it counts." in said
    found = data("check", "2026-03-31", "--court", "cand")
    assert [each["on"] for each in found["also_entered"]] == ["2026-03-31"]


def test_what_closes_nothing_by_its_kind() -> None:
    """The closing of 5 December 2018 by executive order."""
    said = squeezed(answered("check", "2018-12-05", "--calendar", "us"))
    assert said.startswith("Wed 2018-12-05: open.")
    assert "Executive departments closed" in said


def test_the_last_day_of_a_calendar_has_no_next() -> None:
    """What lies beyond is not guessed, and not an error either."""
    last = str(lc.calendar("us").last)
    found = data("check", last, "--calendar", "us")
    assert found["next_open"] is None
    assert "Next open day" not in answered("check", last, "--calendar", "us")
    first = str(lc.calendar("us").first)
    assert data("check", first, "--calendar", "us")["previous_open"] is None
    assert "day before" not in answered("check", first, "--calendar", "us")


@pytest.mark.parametrize("number", [1, 10, -1, -16, 200])
def test_court_days_are_those_of_the_library(number: int) -> None:
    """And what was passed over is every closed day on the way."""
    calendar = lc.calendar("us-ca")
    words = ("2026-07-03", str(number), "--court", "us-ca/lasc")
    found = data("add", *words)
    on = calendar.add_court_days(DAY, number)
    assert found["on"] == str(on)
    # From the day itself when counting back, from the day after when forward.
    span = (on - DAY).days
    closed = abs(span) - abs(number) + (number < 0 and not calendar.is_open(on))
    passed = [date.fromisoformat(each["on"]) for each in found["closed"]]
    assert len(passed) == closed
    assert not any(calendar.is_open(day) for day in passed)
    text = answered("add", *words)
    assert f": {on:%a %Y-%m-%d}." in text
    assert too_wide(text) == []


def test_one_court_day_on_is_said_so() -> None:
    """With no closed day between, that is said; a weekend is counted, not listed."""
    assert "1 court day after Wed 2026-07-01: Thu 2026-07-02.\n\nNo closed day" in (
        answered("add", "2026-07-01", "1", "--calendar", "us")
    )
    text = answered("add", "2026-07-10", "1", "--calendar", "us")
    assert "closed: 2 days of the weekend" in text
    assert "Saturday" not in text


@pytest.mark.parametrize(
    ("start", "stop", "number"),
    [
        ("2026-07-01", "2026-08-01", 22),
        ("2026-08-01", "2026-07-01", -22),
        ("2026-07-01", "2026-07-01", 0),
        ("2026-07-02", "2026-07-03", 1),
    ],
)
def test_the_last_day_is_not_counted(start: str, stop: str, number: int) -> None:
    """From one up to the other; the closures are those of the same days."""
    found = data("between", start, stop, "--court", "cand")
    assert found["court_days"] == number
    days = abs((date.fromisoformat(stop) - date.fromisoformat(start)).days)
    assert len(found["closed"]) + abs(number) == days
    text = answered("between", start, stop, "--court", "cand")
    noun = "court day" if abs(number) == 1 else "court days"
    assert text.startswith(f"{number} {noun} from ")


def test_what_a_calendar_lacks_is_said() -> None:
    """England's further day at Christmas is entered for some years only."""
    for words in (
        ("check", "2026-12-24"),
        ("add", "2026-12-21", "5"),
        ("between", "2026-12-21", "2027-01-04"),
    ):
        said = squeezed(answered(*words, "--calendar", "gb-eaw"))
        assert (
            "is not announced yet; the day that the weekday suggests is a reading"
            in said
        )
        assert "its text was read" in said


def test_what_a_calendar_lacks_is_said_where_it_could_fall() -> None:
    """A day at Christmas has nothing to do with a day in May."""
    for words in (
        ("check", "2026-05-25"),
        ("add", "2026-05-20", "3"),
        ("between", "2026-05-01", "2026-06-01"),
    ):
        assert "Christmas on which" not in answered(*words, "--calendar", "gb-eaw")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("check", "2036-01-02", "--court", "cand"), "is outside the calendar 'us'"),
        (("add", "2035-12-30", "9", "--court", "cand"), "9 court days from"),
        (("between", "2026-01-01", "2040-01-01", "--calendar", "us"), "is outside"),
        (("check", "2026-01-02", "--court", "nowhere"), "There is no court 'nowhere'"),
        (
            ("check", "2026-01-02", "--calendar", "cand"),
            "that is a court. Its calendars are",
        ),
    ],
)
def test_what_the_law_refuses(words: tuple[str, ...], part: str) -> None:
    """Status 1, and two sentences."""
    done = ran(*words)
    assert (done.status, done.out) == (1, "")
    assert part in squeezed(done.err)


def test_a_year_is_twelve_grids() -> None:
    """A closed day has a star; the list below has every one of them."""
    text = answered("calendar", "us", "2026")
    assert too_wide(text) == []
    assert text.count("Mo Tu We Th Fr Sa Su") == 12
    closed = [
        c for c in lc.calendar("us").month(2026, 7).closures if c.kind != "weekend"
    ]
    assert " 3* 4* 5" in text
    for closure in closed:
        assert f"{closure.on:%a %d %b}  {closure.name}" in text
    holidays = [
        why
        for day in lc.DateRange(date(2026, 1, 1), date(2027, 1, 1))
        if (why := lc.calendar("us").why_closed(day)) is not None
        and why.kind != "weekend"
    ]
    assert text.count("*") == len(holidays)
    assert "and so is every Saturday and Sunday" in text


def test_a_year_for_machines() -> None:
    """Every day of it."""
    found = data("calendar", "us", "2026")
    assert (found["year"], len(found["days"])) == ("2026", 365)
    assert not found["days"][0]["is_open"]


def test_a_year_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two grids beside each other, or one."""
    from legalcase.cli.days import calendar_year

    for columns, across in ((80, 3), (60, 2), (40, 1)):
        monkeypatch.setattr(calendar_year, "width", lambda columns=columns: columns)
        text = calendar_year.year_page(lc.calendar("us"), 2026)
        grids = text.partition("A day with a star")[0].splitlines()
        assert max(map(len, grids)) <= columns
        assert max(line.count("Mo Tu") for line in grids) == across
