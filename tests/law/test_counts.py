"""How time itself is counted: the rules of several places, with their worked cases."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest

from cli.running import ran
from law_folders import changed, refused, written
from legalcase.codec import from_json, to_json
from legalcase.dates import DateRange, Period
from legalcase.errors import UnsupportedQuestionError
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation

HERE: Final = Path(__file__).parent / "counts"
LAW: Final = Law.bundled().with_folder(HERE)
FLORIDA: Final = "us-fls/counting/rgpja.toml"
INCLUDED: Final = "xy/counting/included.toml"
DAYS: Final = "xy/counting/days.toml"
ONTARIO: Final = "ca-on/counting/rcp.toml"
IRELAND: Final = "ie/counting/rsc.toml"
EU: Final = "eu/counting/1182-71.toml"
COURT_DAYS: Final = (
    'court_days = { closed = { court = ["legal-holiday"] }, cite = "2(2)" }\n'
)
WORKING_DAYS: Final = COURT_DAYS.replace("2(2)", "216, 219")
BRAZIL: Final = "br/counting/cpc.toml"


def copied(folder: Path) -> Path:
    """Copy the rules into a folder, to be changed there."""
    target = folder / "law"
    shutil.copytree(HERE, target, ignore=shutil.ignore_patterns("*.md"))
    return target


def codes(found: Computation) -> list[str]:
    """Which stages acted."""
    return [step.code for step in found.steps]


def test_the_worked_cases_give_their_dates() -> None:
    """Each example of the folder, with its other dates and the safe one."""
    assert run_examples(LAW, LawFolder(HERE)) == []


@pytest.mark.parametrize(
    ("anchor", "day", "passed"),
    [
        ("after", date(2025, 3, 14), ["Sat 2025-03-15", "Sun 2025-03-16"]),
        ("before", date(2025, 6, 16), ["Sun 2025-06-15", "Sat 2025-06-14"]),
    ],
)
def test_a_shifted_start_is_a_step_of_its_own(
    anchor: str, day: date, passed: list[str]
) -> None:
    """With the days passed over, and the day on which the count begins."""
    asked: dict[str, Any] = {anchor: day, "under": "us-fls"}
    found = LAW.compute("20 days", **asked)
    assert codes(found)[:3] == ["trigger", "begin", "count"]
    step = found.steps[1]
    assert [f"{one:%a %Y-%m-%d}" for one, _ in step.closures] == passed
    begins = {"after": "Mon 2025-03-17", "before": "Fri 2025-06-13"}[anchor]
    assert f"{begins}  the count begins on this day, past " in found.explain(width=200)
    assert found.steps[0].end == step.start
    assert step.end == found.steps[2].start


def test_a_start_on_an_open_day_leaves_no_step() -> None:
    """Monday follows Sunday, and Tuesday follows Monday."""
    for day in (date(2025, 3, 16), date(2025, 3, 17)):
        found = LAW.compute("20 days", after=day, under="us-fls", service="personal")
        assert codes(found)[:2] == ["trigger", "count"]
        assert found.readings == ()


def test_the_day_of_the_event_is_counted_where_it_is_included() -> None:
    """And is said to be; of clear days and of an extension it is not."""
    said: dict[str, Any] = {"under": "xy/included", "after": date(2026, 6, 15)}
    found = LAW.compute("5 days", **said)
    assert codes(found) == ["trigger", "included", "count"]
    assert found.due == date(2026, 6, 19)
    assert "Mon 2026-06-15  this day is counted itself" in found.explain(width=200)
    assert "this day is not counted" not in found.explain()
    assert "included" not in codes(LAW.compute("3 clear days", **said))
    longer = LAW.compute("5 days", extending=found)
    assert (codes(longer), longer.due) == (["count"], date(2026, 6, 24))


@pytest.mark.parametrize("rule", ["nz/legislation", "xy/included"])
def test_months_that_end_on_an_eve_are_not_counted_back(rule: str) -> None:
    """No text that was read says where they would begin."""
    with pytest.raises(UnsupportedQuestionError, match="that is counted back"):
        LAW.compute("2 months", before=date(2026, 6, 15), under=rule)


def test_days_that_mean_court_days_cite_both_texts() -> None:
    """What is counted in, and which days those are; a stay is left out too."""
    found = LAW.compute("5 days", after=date(2026, 4, 16), under="br")
    (step,) = (one for one in found.steps if one.code == "count")
    assert step.clause == "CPC 219; CPC 216, 219"
    assert "Tiradentes" in [name for _, name in step.closures]
    stayed = DateRange.through(date(2026, 4, 17), date(2026, 4, 19))
    found = LAW.compute(
        "5 days", after=date(2026, 4, 16), under="br", suspensions=[stayed]
    )
    assert found.due == date(2026, 4, 27)
    assert codes(found) == ["trigger", "suspend", "count"]


def test_of_clear_days_nobody_said_which_they_are_where_days_are_court_days() -> None:
    """So they are refused; court days are what they are."""
    for way in ("after", "before"):
        asked: dict[str, Any] = {way: date(2026, 4, 16), "under": "br"}
        with pytest.raises(UnsupportedQuestionError, match="nobody said which days"):
            LAW.compute("5 clear days", **asked)
        days, court_days = (LAW.compute(f"5 {unit}", **asked) for unit in UNITS)
        assert days.due == court_days.due


UNITS: Final = ("days", "court days")


def test_the_first_day_on_which_something_may_be_done_stays() -> None:
    """On a closed day, with a step that says so; of hours too."""
    found = LAW.compute("4 clear days", after=date(2019, 4, 1), under="ca")
    assert (found.bound, codes(found)[-1]) == ("not-earlier-than", "stay")
    back = LAW.compute("4 clear days", before=date(2019, 4, 5), under="ca")
    assert (back.bound, codes(back)[-1]) == ("not-later-than", "roll")


@pytest.mark.parametrize(
    ("bound", "due"),
    [("not later than", date(2019, 4, 8)), ("not earlier than", date(2019, 4, 6))],
)
def test_a_deadline_says_which_end_it_has(
    tmp_path: Path, bound: str, due: date
) -> None:
    """Five days that end on a Saturday."""
    folder = copied(tmp_path)
    written(folder, {"ca/deadlines/act.toml": PACK.format(bound)})
    law = Law.bundled().with_folder(folder)
    assert law.compute("ca/act/1", after=date(2019, 4, 1)).due == due
    changed(folder, "ca/deadlines/act.toml", "5 days", "120 hours")
    law = Law.bundled().with_folder(folder)
    noon = datetime(2019, 4, 1, 12, tzinfo=UTC)
    found = law.compute("ca/act/1", after=noon)
    assert found.due_at == datetime(due.year, due.month, due.day, 12, tzinfo=UTC)


def test_a_period_with_too_few_working_days_goes_on() -> None:
    """In a step of its own, before it rolls; back it is refused."""
    found = LAW.compute("3 days", after=date(2026, 12, 24), under="eu")
    assert codes(found) == ["trigger", "count", "minimum"]
    step = found.steps[-1]
    assert (step.start, step.end) == (date(2026, 12, 27), date(2026, 12, 29))
    assert step.clause == "Reg. 1182/71 art. 3(5)"
    assert "goes on until it has enough court days" in found.explain(width=200)
    with pytest.raises(UnsupportedQuestionError, match="fewer than 2 court days"):
        LAW.compute("3 days", before=date(2026, 12, 28), under="eu")


def test_a_stay_is_left_out_of_the_days_that_it_must_have() -> None:
    """Neither counted among them nor gone on in."""
    stay = DateRange.through(date(2026, 12, 28), date(2026, 12, 28))
    found = LAW.compute(
        "3 days", after=date(2026, 12, 24), under="eu", suspensions=[stay]
    )
    assert codes(found) == ["trigger", "count", "suspend", "minimum"]
    assert found.due == date(2026, 12, 30)


def test_a_period_of_two_units_is_counted_one_after_the_other() -> None:
    """In two steps that join, by a deadline and by its text, in words and stored."""
    by_name = LAW.compute("us-nys/gml/50-i", after=date(2006, 12, 20))
    bare = LAW.compute("P1Y90D", after=date(2006, 12, 20), under="us-nys")
    for found in (by_name, bare):
        counts = [step for step in found.steps if step.code == "count"]
        assert [step.end for step in counts] == [date(2007, 12, 20), date(2008, 3, 19)]
        assert counts[0].end == counts[1].start
        assert found.inputs.period == Period.parse("1 year and 90 days")
        said = found.explain(width=200)
        assert "365 days counted" in said
        assert "90 days counted" in said
        assert found.to_dict()["inputs"]["period"] == {
            "number": 1,
            "unit": "year and 90 days",
        }
    assert bare.subject.startswith("1 year and 90 days after Wed 2006-12-20")
    (rule,) = LAW.find(jurisdiction="us-nys")
    assert "1 year and 90 days after claim-accrued" in rule._repr_html_()


def test_it_is_stored_and_comes_back() -> None:
    """The period, the computation, the rules that count so, and the deadline."""
    found = LAW.compute("us-nys/gml/50-i", after=date(2006, 12, 20))
    assert from_json(to_json(found)) == found
    period = found.inputs.period
    assert from_json(to_json(period)) == period
    deadline = LAW.deadline("us-nys/gml/50-i")
    assert from_json(to_json(deadline)) == deadline
    for name in ("us-fls/rgpja", "nz/legislation", "eu/1182-71", "br/cpc"):
        rule = LAW.counting_rule(name)
        assert from_json(to_json(rule)) == rule


def test_a_period_of_two_units_is_asked_for_at_the_command_line() -> None:
    """In as many words as it has."""
    done = ran(
        "due", "1 year and 90 days", "--after", "2026-02-02", "--under", "us/frcp"
    )
    assert done.status == 0
    assert "Due Mon 2027-05-03" in done.out


def test_a_period_of_two_units_is_never_short() -> None:
    """Its days are a part of it, and no period of seven days."""
    found = LAW.compute("1 week and 2 days", after=date(2025, 3, 3), under="us-md")
    assert [step.code for step in found.steps] == ["trigger", "count", "count"]
    assert found.due == date(2025, 3, 12)


def test_an_hour_by_weekday_is_asked_for_by_weekday() -> None:
    """Where nobody said it; where every day has the same one, that is asked."""
    found = LAW.compute("11 days", after=date(2026, 6, 13), under="ie")
    (reading,) = found.readings
    assert reading.question == (
        "Did the event happen before 17:00 on a Monday, 17:00 on a Tuesday, 17:00 on a "
        "Wednesday, 17:00 on a Thursday, 17:00 on a Friday, 13:00 on a Saturday?"
    )
    assert (reading.choice, reading.due) == ("no", date(2026, 6, 26))
    found = LAW.compute("20 days", after=date(2026, 4, 2), under="ca-on")
    assert found.readings[0].question == "Did the event happen before 16:00?"
    assert LAW.compute("11 days", after=date(2026, 6, 14), under="ie").readings == ()


def test_a_late_event_leaves_a_step_with_what_it_passes() -> None:
    """To the next court day; one on a closed day is of the next, at any hour."""
    evening = datetime(2026, 4, 2, 18, tzinfo=ZoneInfo("America/Toronto"))
    found = LAW.compute("20 days", after=evening, under="ca-on")
    assert codes(found)[:2] == ["late", "trigger"]
    names = [name for _, name in found.steps[0].closures]
    assert names == ["Good Friday", "Saturday", "Sunday", "Easter Monday"]
    assert "counts as of this day; past " in found.explain(width=200)
    found = LAW.compute("20 days", after=date(2026, 4, 3), under="ca-on")
    assert codes(found)[:2] == ["trigger", "deemed"]
    assert found.readings == ()


def test_counted_back_nothing_is_late() -> None:
    """A hearing in the evening is on its day: a later one would be too late."""
    evening = datetime(2026, 5, 4, 18, tzinfo=ZoneInfo("America/Toronto"))
    for anchor in (evening, date(2026, 5, 4)):
        found = LAW.compute("20 days", before=anchor, under="ca-on")
        assert (codes(found)[0], found.readings) == ("trigger", ())
        assert found.due == date(2026, 4, 14)


PACK: Final = """
[pack]
id = "ca/act"
name = "An Act"
counting = "ca/interpretation"
cite_prefix = "s. "
[[deadline]]
id = "1"
title = "To sit"
trigger = "complaint-served"
act = "file"
period = "5 days"
bound = "{}"
service_extension = "none"
cite = "1"
in_force = {{ from = 1985-12-12 }}
verified = {{ how = "recall" }}
examples = []
"""
SERVED: Final = """
[version.service.general]
order = "add, count, roll"
cite = "8"
mail = { add = "3 days" }

"""


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "what"),
    [
        (
            INCLUDED,
            '{ is = "included", before = "included", cite = "1" }',
            '{ is = "included", cite = "1" }',
            "$.version[0].trigger_day.before",
            "is missing. Counting back, say whether the day of the event is counted.",
        ),
        (
            FLORIDA,
            'after = "next open day"\nbefore = "previous open day"',
            'after = "next day"\nbefore = "previous day"',
            "$.version[1].trigger_day.begins",
            "moves no day. Say for which direction the first day must be an open one.",
        ),
        (
            FLORIDA,
            'before = "previous open day"\nclosed = { court = ["legal-holiday"] }',
            'before = "previous open day"\nclosed = {}',
            "$.version[1].trigger_day.begins.closed",
            "is empty, so that no day is passed over. Name a calendar by its role.",
        ),
        (
            FLORIDA,
            'before = "previous open day"\n',
            "",
            "$.version[1].trigger_day.begins.before",
            "is missing.",
        ),
        (
            INCLUDED,
            'days = { after = "every day"',
            'days = { after = "clear days"',
            "$.version[0].days.after",
            "is 'clear days', and the day of the event is included. Of clear days ",
        ),
        (
            INCLUDED,
            "# The first day is",
            SERVED + "# The first day is",
            "$.version[0].service.general.order",
            "is 'add, count, roll', and the day of the event is included, or the ",
        ),
        (
            DAYS,
            'direction = "before"\n',
            "",
            "$.version[0].days.after",
            "is 'court days', and short leaves days out of a period that is counted ",
        ),
        (
            BRAZIL,
            WORKING_DAYS,
            "",
            "$.version[0].days.before",
            "is 'court days', and no table court_days says which they are. Add it.",
        ),
        (
            ONTARIO,
            'until = "16:00", ',
            "",
            "$.version[0].trigger_day.late",
            "says to which day a late event moves, and until says no hour. Add it.",
        ),
        (
            ONTARIO,
            COURT_DAYS.replace("2(2)", "1.03"),
            "",
            "$.version[0].trigger_day.from",
            "is 'next court day', and no table court_days says which is one. Add it.",
        ),
        (
            IRELAND,
            "{ saturday = ",
            "{ saturdays = ",
            "$.version[0].trigger_day.until.saturdays",
            "is no key of this table. Did you mean 'saturday'?",
        ),
        (
            IRELAND,
            '{ saturday = "13:00", sunday = "24:00", otherwise = "17:00" }',
            "{}",
            "$.version[0].trigger_day.until",
            "is {}, and must be an hour such as '16:30'.",
        ),
        (
            IRELAND,
            'saturday = "next monday"',
            'saturday = "next tuesday"',
            "$.version[0].trigger_day.late.saturday",
            "is 'next tuesday'. It must be one of 'next day', 'next court day', 'next ",
        ),
        (
            EU,
            'periods = [">= 2 days"]',
            'periods = [">= 2 days", "<= 3 weeks"]',
            "$.version[0].minimum.periods",
            "contradicts itself. The periods are >= 2 days, <= 3 weeks: some at least",
        ),
        (
            EU,
            'periods = [">= 2 days"]',
            'periods = [">= two days"]',
            "$.version[0].minimum.periods[0]",
            "is '>= two days'. '>= two days' is no limit of a period. Write '<= 90 ",
        ),
        (
            EU,
            "court_days = 2",
            "court_days = 0",
            "$.version[0].minimum.court_days",
            "is 0, and must be a whole number of at least 1.",
        ),
        (
            EU,
            "court_days = 2",
            "court_days = 367",
            "$.version[0].minimum.court_days",
            "is 367, and a year has 366 days at most: no period is lengthened so far. ",
        ),
        (
            EU,
            COURT_DAYS,
            "",
            "$.version[0]",
            "lacks 'court_days' from 1971-07-01 on, when everything is laid over.",
        ),
        (
            "ca/counting/interpretation.toml",
            'bound = "not later than"',
            'bound = "not earlier than"',
            "$.version[0].roll.after.bound",
            "is 'not earlier than'. It must be one of 'not later than'.",
        ),
    ],
)
def test_what_clashes_is_refused(
    tmp_path: Path, file: str, old: str, new: str, path: str, what: str
) -> None:
    """When the folder is checked, at the place."""
    folder = copied(tmp_path)
    changed(folder, file, old, new)
    told = {where: said for name, where, said in refused(folder) if name == file}
    assert told[path].startswith(what), told
