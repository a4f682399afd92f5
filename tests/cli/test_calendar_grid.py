"""`legalcase calendar`: a month as a grid, a calendar, or all of them."""

from __future__ import annotations

import json

import pytest

from cli.running import answered, ran, squeezed, too_wide
from legalcase.law.lawbook import Law

JULY = """\
Federal legal holidays, July 2026
  Mon   Tue   Wed   Thu   Fri   Sat   Sun
               1     2   [ 3]  [ 4]  [ 5]
   6     7     8     9    10   [11]  [12]
  13    14    15    16    17   [18]  [19]
  20    21    22    23    24   [25]  [26]
  27    28    29    30    31
Fri 03 Jul  Independence Day (observed) (legal-holiday; 5 U.S.C. § 6103(a))
"""


def test_a_month_is_a_grid_with_its_closures_named() -> None:
    """3 July 2026 is the observed holiday, 5 U.S.C. 6103(b)."""
    text = answered("calendar", "us", "2026-07")
    assert text.startswith(JULY)
    assert "1986-01-01 through 2035-12-31" in text


def test_what_closes_nothing_is_shown_apart() -> None:
    """The closing of 5 December 2018 is entered, and is no legal holiday by itself."""
    text = answered("calendar", "us", "2018-12")
    _, _, apart = text.partition("the court is open all the same:")
    assert "Wed 05 Dec  Executive departments closed" in apart
    assert "[ 5]" not in text


def test_a_month_for_machines() -> None:
    """Every day, open or not, with all that is entered for it."""
    data = json.loads(answered("calendar", "us", "2018-12", "--format", "json"))
    days = {day["on"]: day for day in data["days"]}
    assert (data["calendar"], data["month"], len(days)) == ("us", "2018-12", 31)
    assert days["2018-12-25"]["why_closed"]["name"] == "Christmas Day"
    assert days["2018-12-01"]["why_closed"]["kind"] == "weekend"
    fifth = days["2018-12-05"]
    assert (fifth["is_open"], fifth["why_closed"]) == (True, None)
    kinds = [closure["kind"] for closure in fifth["closures"]]
    assert kinds == ["offices-closed-by-executive-order"]


def test_without_an_id_all_are_listed() -> None:
    """A beginner finds the names."""
    names = Law.bundled().names("calendar")
    text = answered("calendar")
    assert [name for name in names if name not in text] == []
    assert "holidays:JP" in text
    listed = json.loads(answered("calendar", "--format", "json"))
    assert tuple(entry["calendar"] for entry in listed) == names


@pytest.mark.parametrize(
    "name", ["us", "gb-eaw", "us/inauguration-area", "us-ca/legal-holidays"]
)
def test_without_a_month_the_calendar_is_described(name: str) -> None:
    """What it lists, how far it reaches, and who has read its authority."""
    text = answered("calendar", name)
    calendar = Law.bundled().calendar(name)
    assert f"{calendar.first} through {calendar.last}" in text
    assert "was read, 20" in squeezed(text)
    data = json.loads(answered("calendar", name, "--format", "json"))
    assert data["authority"] == calendar.definition.authority.cite
    assert data["edition"] == calendar.edition
    assert too_wide(text) == []


def test_a_general_list_says_that_it_is_no_court_calendar() -> None:
    """`holidays:JP` is a list of public holidays."""
    assert "not a court calendar" in answered("calendar", "holidays:JP", "2026-05")


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (("us", "2026-13"), 2, "A year has the months 01 to 12"),
        (("us", "2026-00"), 2, "A year has the months 01 to 12"),
        (("us", "0000-01"), 2, "is no month."),
        (("us", "july"), 2, "'july' is no month. Write year and month: 2026-07"),
        (("cand",), 1, "that is a court. Its calendars are 'us' (court); "),
        (("usa", "2026-07"), 1, "There is no calendar 'usa'. Did you mean 'us'"),
        (("qqqq", "2026-07"), 1, "`legalcase calendar` lists them all."),
        (("us", "2050-01"), 1, "is outside the calendar 'us'"),
        (("holidays:XX", "2026-01"), 1, "There is no country in the package holidays"),
    ],
)
def test_mistakes(words: tuple[str, ...], status: int, part: str) -> None:
    """Each says what is wrong and what to write."""
    done = ran("calendar", *words)
    assert (done.status, done.out) == (status, "")
    assert part in squeezed(done.err)
