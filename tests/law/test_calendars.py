"""Calendars of the format: dates given out, opened days, weekends, bases, roles."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import holidays
import pytest

from law_folders import written
from legalcase.calendars.closures import Closure
from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.calendars.entries.observance import OBSERVED
from legalcase.codec import from_json, to_json
from legalcase.errors import CalendarOutOfBoundsError
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).parent / "calendars"
LAW: Final = Law.bundled().with_folder(HERE)
LISTS: Final[list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "calendars_of_states.json").read_text(encoding="utf-8")
)


def test_the_worked_cases_give_their_days_and_dates() -> None:
    """Each example of the folder."""
    assert run_examples(LAW, LawFolder(HERE)) == []


def year_of(number: int) -> list[date]:
    """Every day of a year."""
    first = date(number, 1, 1)
    days = (first + timedelta(days=n) for n in range(366))
    return [day for day in days if day.year == number]


def closed_weekdays(name: str, year: int) -> set[date]:
    """The days from Monday to Friday on which a calendar is closed."""
    calendar = LAW.calendar(name)
    return {
        day for day in year_of(year) if day.weekday() < 5 and not calendar.is_open(day)
    }


@pytest.mark.parametrize(
    "entry", LISTS, ids=lambda entry: f"{entry['calendar']}-{entry['year']}"
)
def test_states_based_on_common_days_close_on_the_days_of_their_lists(
    entry: dict[str, Any],
) -> None:
    """A state says its differences and its observance, and no more."""
    name = entry["calendar"].partition("/")[0]
    name = {"us-ut": "us-ut/of-old"}.get(name, name)
    uncertain = set(map(date.fromisoformat, entry.get("uncertain", ())))
    listed = set(map(date.fromisoformat, entry["dates"]))
    ours = closed_weekdays(name, entry["year"])
    assert ours - uncertain == {d for d in listed if d.weekday() < 5} - uncertain


def test_the_lists_are_those_of_three_states() -> None:
    """Three years of each, as courts or statutes have them."""
    found = sorted({(entry["calendar"], entry["year"]) for entry in LISTS})
    states = ("us-ut", "xd", "xm")
    assert found == [(f"{s}/courts", y) for s in states for y in (2023, 2024, 2026)]


@pytest.mark.parametrize(
    ("name", "country", "years"),
    [
        ("tr", "TR", (2024, 2025, 2026)),
        ("cn", "CN", (2024, 2025)),
        ("hu", "HU", (2024, 2025)),
    ],
)
def test_days_given_out_and_exchanged_are_those_of_the_package(
    name: str, country: str, years: tuple[int, ...]
) -> None:
    """The weekends that are worked are open; the days off for them are closed."""
    theirs = holidays.country_holidays(country, years=years)
    worked: set[date] = getattr(theirs, "weekend_workdays", set())
    for year in years:
        expected = {day for day in theirs if day.year == year and day.weekday() < 5}
        assert closed_weekdays(name, year) == expected
        calendar = LAW.calendar(name)
        weekend = [day for day in year_of(year) if day.weekday() >= 5]
        opened = {day for day in weekend if calendar.is_open(day)}
        assert opened == {day for day in worked if day.year == year}
        assert all(calendar.opening_on(day) is not None for day in opened)


def test_days_that_move_by_the_weekday_are_those_of_the_package() -> None:
    """Argentina: its four days that move; of 2018 to 2023, before other rules came."""
    named = {
        "Passing to immortality of General Güemes": "Güemes",
        "Passing to immortality of General San Martín": "San Martín",
        "Day of Respect for Cultural Diversity": "Cultural Diversity",
        "Day of National Sovereignty": "National Sovereignty",
    }
    calendar = LAW.calendar("ar")
    for year in range(2018, 2024):
        theirs = holidays.country_holidays("AR", years=year, language="en_US")
        ours = {
            closure.name.removesuffix(" (observed)"): closure.on
            for closure in calendar.closures(date(year, 1, 1), date(year, 12, 31))
        }
        for name, part in named.items():
            expected = [day for day, text in theirs.items() if part in text]
            # Where both names are on one day, or a holiday of the weekend stays.
            assert ours[name] in expected, (name, year)


def test_the_easter_of_the_eastern_churches_is_that_of_the_package() -> None:
    """Greece, by name, over the years of the calendar."""
    theirs = holidays.country_holidays("GR", years=range(2011, 2036), language="en_US")
    calendar = LAW.calendar("gr")
    names = {"Green Monday": "Green Monday", "Good Friday": "Good Friday"}
    names |= {"Easter Monday": "Easter Monday", "Whit Monday": "Pentecost Monday"}
    ours = {
        closure.on: names.get(closure.name)
        for closure in calendar.closures(calendar.first, calendar.last)
        if closure.name in names
    }
    expected = {
        day: name
        for day, text in theirs.items()
        for name in text.split("; ")
        if name in names.values()
    }
    assert ours == expected


# What a table does not reach.


def codes(found: Any) -> dict[str, str]:
    """The notices of a computation, by code."""
    return {notice.code: notice.text for notice in found.notices}


def test_past_a_table_a_count_forward_says_so() -> None:
    """The date may be too early, and a notice tells; of what is known there is none."""
    asked: dict[str, Any] = {"under": "tr/hmk"}
    known = LAW.compute("10 days", after=date(2027, 6, 1), **asked)
    assert "calendar-incomplete" not in codes(known)
    found = LAW.compute("10 days", after=date(2029, 6, 1), **asked)
    assert found.due == date(2029, 6, 11)
    text = codes(found)["calendar-incomplete"]
    assert text.startswith("The days of Eid al-Adha are entered from 2024-01-01 ")
    assert "Eid al-Fitr are entered" in found.explain(width=200)


@pytest.mark.parametrize("period", ["10 days", "10 court days"])
def test_past_a_table_a_count_back_is_refused(period: str) -> None:
    """A day that nobody knows would make it end late; within the table it counts."""
    with pytest.raises(CalendarOutOfBoundsError, match="Eid al-Fitr"):
        LAW.compute(period, before=date(2029, 6, 12), under="tr/hmk")
    known = LAW.compute(period, before=date(2026, 6, 18), under="tr/hmk")
    assert known.due in {date(2026, 6, 8), date(2026, 6, 4)}


def test_past_a_table_a_calendar_does_not_say_open() -> None:
    """Nor what would follow from it; a day that is closed is known to be."""
    calendar = LAW.calendar("tr")
    for ask in (
        lambda: calendar.is_open(date(2028, 3, 1)),
        lambda: calendar.next_open(date(2028, 3, 1)),
        lambda: calendar.previous_open(date(2028, 3, 1)),
        lambda: calendar.add_court_days(date(2027, 12, 30), 5),
        lambda: calendar.add_court_days(date(2028, 1, 5), -5),
        lambda: calendar.count_court_days(date(2027, 12, 1), date(2028, 2, 1)),
    ):
        with pytest.raises(CalendarOutOfBoundsError, match="entered from 2024-01-01"):
            ask()
    assert not calendar.is_open(date(2028, 1, 1))
    assert calendar.is_open(date(2027, 12, 31))
    assert calendar.next_open(date(2027, 12, 25)) == date(2027, 12, 27)
    assert calendar.add_court_days(date(2027, 12, 29), 2) == date(2027, 12, 31)
    assert calendar.why_closed(date(2028, 3, 1)) is None


def test_a_month_past_a_table_says_what_it_lacks() -> None:
    """The grid is shown, with the days that are known, and a line for what is not."""
    shown = str(LAW.calendar("tr").month(2029, 5))
    assert "[ 1]" in shown
    assert "The days of Eid al-Adha are entered" in shown
    page = LAW.calendar("tr").month(2029, 5)._repr_html_()
    assert "<p>The days of Eid al-Fitr are entered" in page
    assert "entered from" not in str(LAW.calendar("tr").month(2027, 5))


def test_a_gazette_of_one_date_is_its_authority() -> None:
    """What a count met is said by it; and how it was verified."""
    calendar = LAW.calendar("tr")
    (closure,) = calendar.closures_on(date(2026, 3, 21))
    assert closure.authority.cite == "Law no. 2429, art. 2(B)(1)"
    (closure,) = calendar.closures_on(date(2025, 3, 31))
    assert closure.authority.cite == "Law no. 2429, art. 2(B)"
    found = LAW.compute("7 days", after=date(2027, 3, 2), under="tr/hmk")
    assert found.due == date(2027, 3, 12)
    assert "Eid al-Fitr in tr" in codes(found)["verified-recall"]


MOON: Final = """
[calendar]
id = "{0}"
name = "Moonland"
horizon = {{ from = 2024-01-01, through = 2035-12-31 }}
cite = "Moon Act"
verified = {{ how = "text" }}
closed_by = ["legal-holiday"]
{1}
[[holiday]]
id = "{2}"
name = "New Year of the Moon"
on = [2024-02-10, 2025-01-29, 2026-02-17]
covers = {{ from = 2024-01-01, through = 2026-12-31 }}
windows = [{{ from = "january 21", through = "february 20" }}]
"""


def test_where_a_day_can_fall_in_a_part_of_the_year_alone_only_that_is_unknown(
    tmp_path: Path,
) -> None:
    """Observed on another day, a week more on both sides; so in what is based on it."""
    moved = 'observance = { sunday = "next free weekday" }\n'
    based = MOON.partition("[[holiday]]")[0].format("mm/city", 'based_on = "mm"\n')
    left_out = based.replace("mm/city", "mm/town") + 'without = ["new-year"]\n'
    files = {
        "mm/calendar.toml": MOON.format("mm", moved, "new-year"),
        "mm/calendars/city.toml": based,
        "mm/calendars/town.toml": left_out,
    }
    law = Law.bundled().with_folder(written(tmp_path, files))
    for name in ("mm", "mm/city"):
        calendar = law.calendar(name)
        assert calendar.is_open(date(2027, 1, 13))
        assert calendar.is_open(date(2027, 3, 1))
        for day in (date(2027, 1, 14), date(2027, 2, 5), date(2027, 2, 26)):
            with pytest.raises(CalendarOutOfBoundsError, match="New Year of the Moon"):
                calendar.is_open(day)
    assert law.calendar("mm/town").is_open(date(2027, 2, 5))
    plain = files | {"mm/calendar.toml": MOON.format("mm", "", "new-year")}
    narrow = Law.bundled().with_folder(written(tmp_path / "b", plain)).calendar("mm")
    assert narrow.is_open(date(2027, 1, 20))
    with pytest.raises(CalendarOutOfBoundsError):
        narrow.is_open(date(2027, 1, 21))


# Opened days.


def test_a_result_names_the_opened_day_on_which_it_ends() -> None:
    """And how well that was verified."""
    found = LAW.compute("15 days", after=date(2024, 1, 29), under="cn/cpl")
    assert found.due == date(2024, 2, 18)
    assert codes(found)["opened-day"] == (
        "Sunday, 2024-02-18, is a working day in cn: Worked for a day of the holidays "
        "(Notice of the State Council on the holidays of 2024)."
    )
    assert "Sunday, 2024-02-18, is a working day" in found.explain(width=300)
    late = LAW.compute("10 days", after=date(2025, 1, 29), under="cn/cpl")
    assert late.due == date(2025, 2, 8)
    assert "holidays on 2025-02-08 in cn" in codes(late)["verified-recall"]
    plain = LAW.compute("15 days", after=date(2024, 3, 1), under="cn/cpl")
    assert "opened-day" not in codes(plain)


def test_a_month_marks_what_is_opened() -> None:
    """In text and in HTML, with the reason."""
    grid = LAW.calendar("cn").month(2024, 2)
    shown = str(grid)
    assert " 18+" in shown
    assert "  4+" in shown
    assert "Sun 18 Feb  open: Worked for a day of the holidays (Notice of" in shown
    assert ">open: Worked for a day of the holidays</small>" in grid._repr_html_()


def test_what_is_laid_over_closes_an_opened_day_again() -> None:
    """A typhoon on a Sunday that is worked; the copy is closed, the calendar is not."""
    calendar = LAW.calendar("cn")
    day = date(2024, 2, 18)
    shut = calendar.with_closure(day, "Typhoon", "office-closed", authority="Order 3")
    assert not shut.is_open(day)
    assert calendar.is_open(day)
    closure = shut.why_closed(day)
    assert closure is not None
    assert closure.name == "Typhoon"
    law = LAW.with_closures(
        {
            "cn": [
                Closure(
                    on=day,
                    name="Typhoon",
                    kind="legal-holiday",
                    authority=closure.authority,
                )
            ]
        }
    )
    found = law.compute("15 days", after=date(2024, 1, 29), under="cn/cpl")
    assert found.due == date(2024, 2, 19)


def test_an_opened_day_keeps_what_shuts_no_court(tmp_path: Path) -> None:
    """A recess goes on over a Saturday on which the offices work."""
    files = {
        "mm/calendar.toml": """
[calendar]
id = "mm"
name = "Moonland"
horizon = { from = 2024-01-01, through = 2027-12-31 }
cite = "Moon Act"
verified = { how = "text" }
closed_by = ["legal-holiday"]
[[holiday]]
id = "recess"
name = "Recess"
falls = "august 1"
to = "august 31"
kind = "recess"
[[opening]]
on = [2026-08-08]
name = "Worked"
cite = "Moon Act, s. 2"
"""
    }
    calendar = Law.bundled().with_folder(written(tmp_path, files)).calendar("mm")
    day = date(2026, 8, 8)
    assert calendar.is_open(day)
    assert [closure.kind for closure in calendar.closures_on(day)] == ["recess"]
    assert day.toordinal() in calendar.days_of_kinds(frozenset({"recess"}))


STORED: Final = ("tr", "cn", "cn/harbour", "ae", "ww", "xw", "xm")


@pytest.mark.parametrize("name", STORED)
def test_every_calendar_comes_back_from_its_text(name: str) -> None:
    """Stored and read again, it is equal, and closed on the same days."""
    calendar = LAW.calendar(name)
    back = from_json(to_json(calendar))
    assert back == calendar
    assert back.laid() == calendar.laid()
    legal = frozenset({"legal-holiday"})
    assert back.mask(legal) == calendar.mask(legal)
    assert back.unknown(legal) == calendar.unknown(legal)


def test_a_weekend_rests_on_the_authority_of_its_time() -> None:
    """Friday by the old one, Sunday by the new."""
    calendar = LAW.calendar("ae")
    old, new = (
        calendar.why_closed(date(2021, 12, 24)),
        calendar.why_closed(date(2022, 1, 9)),
    )
    assert old is not None
    assert new is not None
    assert old.authority.cite == "Federal Government, weekend since 2006"
    assert new.authority.cite == "Federal Government, announcement of 7 December 2021"


# Bases.


def test_a_state_answers_for_the_days_of_the_common_list() -> None:
    """By its own citation; the list, asked itself, says that it is no court's."""
    calendar = LAW.calendar("xm")
    cites = {
        closure.authority.cite
        for closure in calendar.closures(date(2026, 1, 1), date(2026, 12, 31))
    }
    assert cites == {"MCR 8.110(D)(2)"}
    assert calendar.definition.lacking((date(2026, 7, 4),)) == ()
    found = LAW.compute(
        "10 days", after=date(2026, 6, 23), under="us/frcp", calendar="us/common-days"
    )
    assert found.due == date(2026, 7, 3)
    assert "no court's calendar" in codes(found)["calendar-incomplete"]
    state = LAW.compute(
        "10 days", after=date(2026, 6, 23), under="us/frcp", calendar="xm"
    )
    assert state.due == date(2026, 7, 6)
    assert "calendar-incomplete" not in codes(state)


# Roles.


def test_a_role_beside_the_court_s_is_filled_and_named() -> None:
    """Without a court, and with one that names no calendar for it; else by that one."""
    asked: dict[str, Any] = {"after": date(2017, 1, 7), "under": "pl/kpc"}
    found = LAW.compute("7 days", **asked)
    assert found.due == date(2017, 1, 16)
    assert codes(found)["calendar-by-default"] == (
        "In the role saturdays stands the calendar pl/saturdays: pl/kpc names it, "
        "where no court is given."
    )
    assert "pl/saturdays" in found.explain(width=200)
    plain = LAW.compute("7 days", **asked, court="pl/warszawa")
    assert plain.due == date(2017, 1, 16)
    assert "pl/warszawa has none" in codes(plain)["calendar-by-default"]
    own = LAW.compute("7 days", **asked, court="pl/saturday")
    assert own.due == date(2017, 1, 14)
    assert "calendar-by-default" not in codes(own)
    given = LAW.compute("7 days", **asked, calendar="holidays:PL")
    assert given.due == date(2017, 1, 16)
    early = LAW.compute("7 days", after=date(2016, 1, 7), under="pl/kpc")
    assert "calendar-by-default" not in codes(early), "that text asks nothing of it"


RECESS: Final = """
[rule]
id = "mm/cp"
name = "Moon Code"
cite_prefix = "M.C. "
default_calendar = "mm"
verified = { how = "text" }
[[version]]
from = 2024-01-01
trigger_day = { is = "excluded", cite = "1" }
days = { after = "every day", before = "every day", cite = "2" }
roll.after = { to = "stay", closed = { court = [] }, cite = "3" }
roll.before = { to = "stay", closed = { court = [] }, cite = "3" }
[version.suspension]
effect = "not counted"
days = { court = ["recess"] }
months = "raw end plus the rest"
sees = "raw end"
cite = "4"
"""


def test_a_recess_on_given_dates_is_known_as_far_as_they_are(tmp_path: Path) -> None:
    """Beyond them a count forward says so; one back could end late, and is refused."""
    head = MOON.partition("[[holiday]]")[0].format("mm", "")
    recess = """
[[holiday]]
id = "recess"
name = "Recess of the Moon"
on = [2024-09-01, { on = 2025-08-21, through = 2025-08-31 }]
days = 10
covers = { from = 2024-01-01, through = 2025-12-31 }
kind = "recess"
"""
    files = {"mm/calendar.toml": head + recess, "mm/counting/cp.toml": RECESS}
    law = Law.bundled().with_folder(written(tmp_path, files))
    asked: dict[str, Any] = {"under": "mm/cp"}
    found = law.compute("10 days", after=date(2025, 8, 15), **asked)
    assert found.due == date(2025, 9, 5)
    back = law.compute("10 days", before=date(2025, 9, 5), **asked)
    assert back.due == date(2025, 8, 15)
    late = law.compute("10 days", after=date(2026, 8, 15), **asked)
    assert late.due == date(2026, 8, 25)
    assert "Recess of the Moon" in codes(late)["calendar-incomplete"]
    with pytest.raises(CalendarOutOfBoundsError, match="Recess of the Moon"):
        law.compute("10 days", before=date(2026, 9, 5), **asked)


#: By table: the keys that calendars have for these shapes.
SHAPES: Final = {
    "calendar": ("weekend", "base_observance", "base_cites"),
    "holiday": ("on", "days", "covers", "windows", "kinds"),
    "closure": ("kinds",),
    "gazetted": tuple(key.rstrip("?") for key in TABLES["gazetted"]),
    "opening": tuple(key.rstrip("?") for key in TABLES["opening"]),
    "weekend": tuple(key.rstrip("?") for key in TABLES["weekend"]),
    "observance": WEEKDAYS,
}


def test_every_key_and_every_value_is_used_by_a_calendar_here() -> None:
    """What nobody uses was never tried: keys, ways of observance, days of a weekend."""
    used: set[tuple[str, str]] = set()
    ways: set[tuple[str, str]] = set()
    for path in HERE.rglob("*.toml"):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        for table, tables in tables_of(raw):
            for one in tables:
                used |= {(table, key) for key in one}
                if table == "observance":
                    ways |= {(key, one[key]) for key in WEEKDAYS if key in one}
    wanted = {(table, key) for table, keys in SHAPES.items() for key in keys}
    assert wanted - used == set()
    assert ways == {(day, word) for day in WEEKDAYS for word in OBSERVED}


def tables_of(raw: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The tables of a calendar's file, by the name of their schema."""
    head, found = raw.get("calendar", {}), raw.get("holiday", [])
    yield "calendar", [head]
    yield "holiday", found
    yield "closure", raw.get("closure", [])
    yield "opening", raw.get("opening", [])
    yield "weekend", [one for one in head.get("weekend", []) if isinstance(one, dict)]
    dates = [item for holiday in found for item in holiday.get("on", [])]
    yield "gazetted", [item for item in dates if isinstance(item, dict)]
    observed = [one["observance"] for one in (head, *found) if "observance" in one]
    yield "observance", observed


def lacks(name: str, day: date) -> tuple[str, ...]:
    """What could be missing on a day."""
    return LAW.calendar(name).definition.lacking([day])


def test_what_a_base_lacks_is_lacking_above_it() -> None:
    """The Governor of Georgia names days, on which its courts close too."""
    spring = date(2027, 3, 26)
    (text,) = lacks("us-ga/legal-holidays", spring)
    assert "The Governor names further" in text
    assert lacks("us-ga", spring) == (text,)
    result = LAW.compute("30 days", after=date(2027, 2, 24), under="us-ga")
    assert result.due == spring
    assert text in [notice.text for notice in result.notices]


def test_what_a_base_lacks_can_be_said_anew() -> None:
    """The courts of Massachusetts say themselves what Suffolk County alone keeps."""
    day = date(2026, 3, 17)
    (base,), (own,) = lacks("us-ma/legal-holidays", day), lacks("us-ma", day)
    assert base != own
    assert all("Evacuation Day" in text for text in (base, own))


def test_of_a_list_that_is_only_a_base_nothing_is_said() -> None:
    """That it is no court's is no fault of what is based on it."""
    day = date(2026, 3, 17)
    (text,) = lacks("us/common-days", day)
    assert "no court's calendar" in text
    based = [
        calendar
        for calendar in map(LAW.calendar, LAW.names("calendar"))
        if calendar.definition.base is not None
        and calendar.definition.base.id == "us/common-days"
    ]
    assert len(based) > 30
    assert [c.id for c in based if text in c.definition.lacking([day])] == []
