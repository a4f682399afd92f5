"""When a holiday falls: every form of words, over years that make it hard."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legalcase.calendars.entries.falls import WEEKDAYS, Falls
from legalcase.errors import InvalidValueError

YEARS = range(1986, 2037)


def day(text: str, year: int = 2026) -> date:
    """The day that those words mean in a year."""
    return Falls.parse(text).in_year(year)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("july 4", date(2026, 7, 4)),
        ("december 31", date(2026, 12, 31)),
        ("first monday of september", date(2026, 9, 7)),
        ("third monday of january", date(2026, 1, 19)),
        ("fourth thursday of november", date(2026, 11, 26)),
        ("last monday of may", date(2026, 5, 25)),
        ("last thursday of december", date(2026, 12, 31)),
        ("easter", date(2026, 4, 5)),
        ("2 days before easter", date(2026, 4, 3)),
        ("1 day after easter", date(2026, 4, 6)),
        ("60 days after easter", date(2026, 6, 4)),
        ("1 day after fourth thursday of november", date(2026, 11, 27)),
        ("wednesday before november 23", date(2026, 11, 18)),
        ("monday on or after may 24", date(2026, 5, 25)),
        ("friday on or before june 30", date(2026, 6, 26)),
        ("saturday after june 19", date(2026, 6, 20)),
        ("1 day before monday on or after may 24", date(2026, 5, 24)),
    ],
)
def test_the_words_of_a_statute(text: str, expected: date) -> None:
    """Each form of the reference, as an almanac has the day."""
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        # On or before the day itself, and strictly before it, where it is that weekday.
        ("monday on or after june 1", 2026, date(2026, 6, 1)),
        ("monday on or before june 1", 2026, date(2026, 6, 1)),
        ("monday after june 1", 2026, date(2026, 6, 8)),
        ("monday before june 1", 2026, date(2026, 5, 25)),
        # Over the turn of the year.
        ("sunday after december 31", 2026, date(2027, 1, 3)),
        ("1 day before january 1", 2026, date(2025, 12, 31)),
        # A leap day moves what is counted from February, and nothing else.
        ("30 days after february 1", 2024, date(2024, 3, 2)),
        ("30 days after february 1", 2026, date(2026, 3, 3)),
        ("last thursday of february", 2024, date(2024, 2, 29)),
    ],
)
def test_the_edges_of_the_words(text: str, year: int, expected: date) -> None:
    """Where the day named is the weekday asked for, and where a year or month turns."""
    assert day(text, year) == expected


@pytest.mark.parametrize("weekday", WEEKDAYS)
@pytest.mark.parametrize("nth", ["first", "second", "third", "fourth", "last"])
def test_the_nth_weekday_is_found_as_by_hand(nth: str, weekday: str) -> None:
    """In every month of half a century, by listing the month's days."""
    place = ["first", "second", "third", "fourth"].index(nth) if nth != "last" else -1
    months = ["january", "february", "june", "december"]
    for year in YEARS:
        for number, month in zip((1, 2, 6, 12), months, strict=True):
            start = date(year, number, 1)
            listed = [
                found
                for step in range(31)
                if (found := start + timedelta(step)).month == number
                and WEEKDAYS[found.weekday()] == weekday
            ]
            assert listed[place] == day(f"{nth} {weekday} of {month}", year)


def test_easter_is_a_sunday_between_its_bounds() -> None:
    """From 22 March to 25 April, as the Council's rule has it."""
    for year in YEARS:
        found = day("easter", year)
        assert found.weekday() == 6
        assert date(year, 3, 22) <= found <= date(year, 4, 25)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "july",
        "july 32",
        "july 4th",
        "4 july",
        "July 4",
        "fifth monday of may",
        "first blueday of may",
        "first monday of maytime",
        "2 days before",
        "2 days before christmas",
        "monday near may 1",
        "1000 days after easter",
        "easter monday",
        "first monday of may 1",
    ],
)
def test_words_that_say_no_day_are_refused(text: str) -> None:
    """With the words themselves, or the part of them that says none, and examples."""
    with pytest.raises(InvalidValueError) as caught:
        Falls.parse(text)
    first, second = str(caught.value).split(". ", maxsplit=1)
    assert first.endswith("is not a day that a holiday can fall on")
    assert second.startswith("Write it like 'july 4', 'third monday of january'")
    assert caught.value.field == "falls"
    assert str(caught.value.value) in text
    assert isinstance(caught.value, ValueError)


def test_words_are_a_value() -> None:
    """Read twice, they are equal, and say themselves."""
    words = "1 day after fourth thursday of november"
    assert Falls.parse(words) == Falls.parse(words)
    assert Falls.parse(words).text == words
    assert len({Falls.parse(words), Falls.parse(words), Falls.parse("easter")}) == 2
