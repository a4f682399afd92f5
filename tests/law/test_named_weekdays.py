"""The time that ends on a weekday after a period, at an hour."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import pytest

from dues_law import DUES, copied, dues
from law_folders import changed, refused
from legalcase.counting.rules.parts.named_day import NamedDay
from legalcase.dates import DateRange
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidValueError,
    UnsupportedQuestionError,
)
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

LAW: Final = dues()
ANSWER: Final = "tx/trcp/99(b)"
TX, CT = "tx/deadlines/trcp.toml", "ct/deadlines/process.toml"
ONE_DAY: Final = timedelta(days=1)
MONDAY: Final = 'ends = { on = "monday"'


def test_the_worked_cases_give_their_dates() -> None:
    """Each example of the folder, with its other dates and the safe one."""
    assert run_examples(LAW, LawFolder(DUES)) == []


def is_holiday(day: date) -> bool:
    """Tell whether the courts rest, by the few holidays of the folder."""
    last_of_may = day.month == 5 and (day + timedelta(days=7)).month == 6
    return (
        day.weekday() > 4
        or (day.month, day.day) in {(7, 4), (12, 25)}
        or (day.weekday() == 0 and last_of_may)
        or (day.weekday() == 0 and day.month == 9 and day.day < 8)
    )


def answer_day(served: date) -> date:
    """Walk from the twenty-first day on: a Monday, and on past what is closed."""
    day = served + timedelta(days=21)
    while day.weekday() != 0:
        day += ONE_DAY
    while is_holiday(day):
        day += ONE_DAY
    return day


def codes(found: Computation) -> set[str]:
    """The codes of its notices."""
    return {notice.code for notice in found.notices}


def test_the_monday_next_after_twenty_days_for_eight_years() -> None:
    """With a court and without one: the hour too, by its clock."""
    day = date(2018, 1, 1)
    while day < date(2026, 1, 1):
        due = answer_day(day)
        bare = LAW.compute(ANSWER, after=day)
        there = LAW.compute(ANSWER, after=day, court="tx/el-paso")
        assert bare.due == there.due == bare.safe == due, day
        moved = due.weekday() != 0
        hour = (23, 59, 59) if moved else (10, 0, 0)
        zone = ZoneInfo("America/Denver")
        assert there.due_at == datetime(*due.timetuple()[:3], *hour, tzinfo=zone)
        assert bare.due_at is None
        assert ("hour-of-named-day" in codes(bare)) is not moved
        assert not codes(there) & {"hour-of-named-day", "hour-kept"}
        day += ONE_DAY


def test_an_answer_shows_the_weekday_as_a_step_of_its_own() -> None:
    """Between the count and the roll, with its clause; it is the nominal end."""
    found = LAW.compute(ANSWER, after=date(1983, 6, 13))
    assert [step.code for step in found.steps] == [
        "trigger",
        "count",
        "named-day",
        "roll",
    ]
    assert found.nominal == date(1983, 7, 4)
    assert "Conaway v. Lopez" in found.steps[2].clause
    said = LAW.deadline(ANSWER).to_dict()["when"]
    assert said == (
        "20 days after complaint-served, then the Monday next after, at 10:00"
    )


def test_the_first_return_day_of_each_day_of_service() -> None:
    """Twelve days with that of service, and then a Tuesday; not earlier than."""
    for number in range(800):
        day = date(2024, 1, 1) + timedelta(days=number)
        first = day + timedelta(days=12)
        while first.weekday() != 1:
            first += ONE_DAY
        assert LAW.compute("ct/process/52-48(a)", after=day).safe == first


def test_where_nothing_says_so_the_hour_is_kept_for_the_day_after(
    tmp_path: Path,
) -> None:
    """The earlier instant, and a notice says that it was supposed."""
    folder = copied(tmp_path)
    changed(folder, TX, ', if_moved = "the whole day"', "")
    changed(
        folder, TX, 'court = "tx/harris", due = 1992-05-26T23:59:59', "due = 1992-05-26"
    )
    law = Law.bundled().with_folder(folder)
    found = law.compute(ANSWER, after=date(1992, 5, 4), court="tx/harris")
    assert found.due_at is not None
    assert (found.due_at.hour, found.due) == (10, date(1992, 5, 26))
    assert "hour-kept" in codes(found)
    assert "hour-kept" not in codes(law.compute(ANSWER, after=date(2013, 10, 1)))


def test_where_a_rule_has_one_zone_its_clock_tells_the_hour(tmp_path: Path) -> None:
    """No court need be named then."""
    folder = copied(tmp_path)
    changed(
        folder,
        CT,
        'which = "on or after", cite',
        'which = "on or after", at = "09:30", cite',
    )
    found = Law.bundled().with_folder(folder)
    instant = found.compute("ct/process/52-48(a)", after=date(2026, 6, 4)).due_at
    assert instant == datetime(2026, 6, 16, 9, 30, tzinfo=ZoneInfo("America/New_York"))


def test_on_a_weekday_on_which_time_stands_still_no_date_is_given() -> None:
    """Whether the stop moves the Monday, no rule entered says."""
    day = date(2026, 6, 1)
    week = DateRange.through(date(2026, 6, 29), date(2026, 7, 3))
    assert LAW.compute(ANSWER, after=day).due == date(2026, 6, 22)
    found = LAW.compute(
        ANSWER,
        after=day,
        suspensions=[DateRange.through(date(2026, 6, 10), date(2026, 6, 12))],
    )
    assert found.due == date(2026, 6, 29)
    stop = [DateRange.through(date(2026, 6, 10), date(2026, 6, 12)), week]
    with pytest.raises(UnsupportedQuestionError, match="on which time stands still"):
        LAW.compute(ANSWER, after=day, suspensions=stop)


def test_beyond_the_calendar_there_is_no_date() -> None:
    """The twentieth day lies within it, and the Monday behind."""
    with pytest.raises(CalendarOutOfBoundsError):
        LAW.compute(ANSWER, after=date(2036, 12, 10))


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (MONDAY, 'ends = { on = "moonday"', ".on", "must be one of"),
        (MONDAY, "ends = { on = []", ".on", "is empty"),
        (MONDAY, 'ends = { on = ["monday", "monday"]', ".on", "twice"),
        (MONDAY, 'ends = { on = ["monday", 2]', ".on[1]", "must be one of"),
        ('which = "next after"', 'which = "before"', ".which", "must be one of"),
        ('at = "10:00"', 'at = "25:00"', ".at", "an hour such as"),
        ('at = "10:00", ', "", ".if_moved", "stands beside no hour"),
        ('period = "20 days"', 'period = "20 hours"', "", "a period in hours"),
        (
            'period = "20 days"',
            'period = "20 days"\ndirection = "before"',
            "",
            "that is counted back",
        ),
        (
            'service_extension = "none"',
            'service_extension = "general"',
            "",
            "the table of service 'general'",
        ),
        (
            'period = "20 days"',
            'later_of = [{ period = "20 days", trigger = "complaint-served" }]',
            "",
            "stands beside no period",
        ),
    ],
)
def test_what_clashes_with_a_weekday_is_refused(
    tmp_path: Path, old: str, new: str, path: str, what: str
) -> None:
    """When the folder is checked, at its place."""
    folder = copied(tmp_path)
    changed(folder, TX, old, new)
    found = {where: said for _, where, said in refused(folder)}
    assert what in found[f"$.deadline[0].ends{path}"]


def test_an_answer_that_brings_days_for_service_is_refused_too(tmp_path: Path) -> None:
    """In a reading of a question, and in a member."""
    folder = copied(tmp_path)
    dispute = """
[[deadline.dispute]]
id = "service"
kind = "law"
question = "Longer?"
adopted = "no"
[[deadline.dispute.reading]]
name = "yes"
service_extension = "general"
"""
    last = 'account of it was read)" },\n]\n'
    changed(folder, TX, last, last + dispute)
    (problem,) = refused(folder)
    assert problem[1] == "$.deadline[0].dispute[0].reading[0].ends"


def test_a_weekday_that_is_none_is_no_value() -> None:
    """Nor a minute that no day has."""
    with pytest.raises(InvalidValueError, match="names no weekday"):
        NamedDay(weekdays=(), is_later=True, cite="1")
    with pytest.raises(InvalidValueError, match="no minute of a day"):
        NamedDay(weekdays=(0,), is_later=True, minute=1441, cite="1")


def test_a_named_day_is_said_in_words() -> None:
    """With the hour where the rule names one."""
    day = NamedDay(weekdays=(0, 3), is_later=False, cite="1")
    assert (day.hour, str(day)) == ("", "the Monday or Thursday on or after that")
    timed = NamedDay(weekdays=(0,), is_later=True, minute=600, cite="1")
    assert (timed.hour, str(timed)) == ("10:00", "the Monday next after, at 10:00")
