"""Calendars of the package `holidays`: any country, and never as a court calendar."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from law_folders import written
from legalcase.errors import CalendarOutOfBoundsError, UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_country_without_a_court_calendar_has_its_general_holidays() -> None:
    """Children's Day in Japan; the name, the kind and the package are told."""
    calendar = lc.calendar("holidays:JP")
    closure = calendar.why_closed(date(2026, 5, 5))
    assert closure is not None
    assert (closure.name, closure.kind) == ("Children's Day", "legal-holiday")
    assert closure.authority.cite.startswith("Python package holidays ")
    assert closure.authority.verified == "secondary"
    assert "not a court calendar" in calendar.name
    assert calendar.edition.startswith("holidays-")


def test_a_region_has_its_own() -> None:
    """Epiphany is a holiday in Bavaria, not in all of Germany."""
    day = date(2026, 1, 6)
    assert not lc.calendar("holidays:DE-BY").is_open(day)
    assert lc.calendar("holidays:DE").is_open(day)


def test_the_weekend_is_the_country_s() -> None:
    """Friday and Saturday in Saudi Arabia."""
    calendar = lc.calendar("holidays:SA")
    assert not calendar.is_open(date(2026, 6, 12))
    assert calendar.is_open(date(2026, 6, 14))


def test_every_computation_with_one_says_that_it_is_no_court_calendar() -> None:
    """And from where its days were taken."""
    found = lc.compute(
        "14 days", after=date(2026, 4, 20), under="de/zpo", calendar="holidays:JP"
    )
    assert found.due == date(2026, 5, 7)
    notices = {notice.code: notice.text for notice in found.notices}
    assert notices["not-a-court-calendar"].startswith(
        "holidays:JP is a general list of holidays, not a court calendar"
    )
    assert "not a court calendar" in found.explain()


def test_the_notice_stays_with_a_closure_laid_over() -> None:
    """A calendar of the caller's, made from one, is no court calendar either."""
    calendar = lc.calendar("holidays:JP").with_closure(
        date(2026, 5, 7), "flood", kind="office-closed", authority="a notice"
    )
    found = lc.compute(
        "14 days", after=date(2026, 4, 20), under="de/zpo", calendar=calendar
    )
    assert "not-a-court-calendar" in {notice.code for notice in found.notices}


def test_the_notice_stays_with_what_is_based_on_one(tmp_path: Path) -> None:
    """A court's own list laid over the general one, and one laid over that."""
    head = """
[calendar]
id = "{0}"
name = "Courts of Tokyo"
horizon = {{ from = 2020-01-01, through = 2030-12-31 }}
cite = "x"
verified = {{ how = "text" }}
closed_by = ["legal-holiday"]
based_on = "{1}"
[[holiday]]
id = "own-{2}"
name = "Court day {2}"
falls = "may {2}"
"""
    files = {
        "jp/calendar.toml": head.format("jp", "holidays:JP", 7),
        "jp/calendars/tokyo.toml": head.format("jp/tokyo", "jp", 8),
    }
    law = lc.Law.bundled().with_folder(written(tmp_path, files))
    for name, due in (("jp", date(2026, 5, 8)), ("jp/tokyo", date(2026, 5, 11))):
        found = law.compute(
            "14 days", after=date(2026, 4, 20), under="de/zpo", calendar=name
        )
        assert found.due == due
        texts = {notice.code: notice.text for notice in found.notices}
        assert texts["not-a-court-calendar"].startswith("holidays:JP is a general list")
        # The days that were passed over are as well verified as the package is.
        assert "in jp" in texts["verified-secondary"]


def test_a_country_of_regions_says_that_their_days_are_missing() -> None:
    """The list of a whole kingdom is nobody's calendar: it lacks Easter Monday."""
    kingdom = lc.calendar("holidays:GB")
    assert kingdom.is_open(date(2026, 4, 6))
    assert kingdom.definition.incomplete == (
        "Holidays of single regions of GB are not in it. Name the region: "
        "'holidays:GB-ENG', say."
    )
    assert lc.calendar("holidays:GB-ENG").definition.incomplete is None
    assert lc.calendar("holidays:JP").definition.incomplete is None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("holidays:XX", "no country in the package holidays: 'XX'"),
        ("holidays:", "Give a code of ISO 3166, such as 'holidays:JP'"),
        ("holidays:jp", "no country in the package holidays: 'jp'"),
        ("holidays:DE-ZZ", "no region of DE in the package holidays: 'ZZ'"),
        ("holidays:DE-ZZ", "These there are: BB, BE, BW, BY"),
        ("holidays:JP-13", "These there are: none"),
    ],
)
def test_an_unknown_country_or_region_is_refused(name: str, message: str) -> None:
    """The package itself would answer with an error of its own, or with nothing."""
    with pytest.raises(UnknownNameError) as caught:
        lc.calendar(name)
    assert message in str(caught.value)


def test_outside_its_years_it_does_not_answer() -> None:
    """The package answers any year with no holidays; that is no answer."""
    with pytest.raises(CalendarOutOfBoundsError):
        lc.calendar("holidays:US").is_open(date(2101, 1, 3))
    assert lc.calendar("holidays:DE").first >= date(1990, 1, 1)


def test_an_adapted_calendar_is_a_value() -> None:
    """Equal, hashable, picklable, as any calendar is."""
    calendar = lc.calendar("holidays:JP")
    copy = pickle.loads(pickle.dumps(calendar))
    assert copy == calendar
    assert hash(copy) == hash(calendar)
    assert not copy.is_open(date(2026, 5, 5))
