"""A recess that stops what it does not except, and the law check that asks for it."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import changed, refused, written
from legalcase.dates import DateRange
from legalcase.errors import (
    CalendarOutOfBoundsError,
    RoleNotFilledError,
    UnsupportedQuestionError,
)
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation

HERE: Final = Path(__file__).parent / "recesses"
CA, IT = "ca/counting/fcr.toml", "it/counting/cpc.toml"
AU: Final = "au/counting/fcr.toml"
LAW: Final = Law.bundled().with_folder(HERE)


def copied(folder: Path) -> Path:
    """Copy the recesses into a folder, to be changed there."""
    target = folder / "law"
    shutil.copytree(HERE, target)
    (target / "README.md").unlink()
    return target


def test_the_worked_cases_give_their_dates() -> None:
    """Each example of the folder, with its other dates and the safe one."""
    assert run_examples(LAW, LawFolder(HERE)) == []


def dates(found: Computation) -> tuple[date, date, list[date]]:
    """What is due, what is safe, and the other dates."""
    return found.due, found.safe, [reading.due for reading in found.readings]


@pytest.mark.parametrize("direction", ["after", "before"])
def test_of_an_exception_nobody_spoke_so_both_dates_are_shown(direction: str) -> None:
    """The safe date is the earlier: forward as if excepted, back as if stopped."""
    day = {"after": date(2026, 12, 10), "before": date(2026, 1, 20)}[direction]
    asked: dict[str, Any] = {direction: day, "under": "ca/fcr"}
    stopped = LAW.compute("20 days", **asked, nature="ordinary")
    runs = LAW.compute("20 days", **asked, nature="jurisdictional")
    found = LAW.compute("20 days", **asked)
    assert stopped.readings == runs.readings == ()
    assert stopped.due != runs.due
    assert dates(found) == (stopped.due, min(stopped.due, runs.due), [runs.due])
    (reading,) = found.readings
    assert (reading.kind, reading.choice) == ("fact", "yes")


def test_a_recess_that_excepts_nothing_stops_whatever_it_is() -> None:
    """Given or not, of any nature: there is nothing to ask."""
    for nature in (None, "ordinary", "notfrist", "limitation"):
        found = LAW.compute(
            "28 days", after=date(2025, 12, 10), under="au/fcr", nature=nature
        )
        assert dates(found) == (date(2026, 1, 29), date(2026, 1, 29), [])
        assert "FCR r. 1.61(5)" in found.explain()


def test_hours_are_not_counted_around_a_recess(tmp_path: Path) -> None:
    """Nobody said how; outside of it, or where the nature is excepted, they are."""
    folder = copied(tmp_path)
    hours = 'hours = { count = "every hour", roll = "stay", cite = "6" }\n'
    changed(folder, CA, "[version.suspension]", hours + "[version.suspension]")
    law = Law.bundled().with_folder(folder)
    inside = datetime(2026, 12, 20, 9, tzinfo=UTC)
    with pytest.raises(UnsupportedQuestionError, match="around a recess"):
        law.compute("48 hours", after=inside, under="ca/fcr")
    spared = law.compute(
        "48 hours", after=inside, under="ca/fcr", nature="jurisdictional"
    )
    assert spared.due_at == datetime(2026, 12, 22, 9, tzinfo=UTC)
    outside = datetime(2026, 12, 10, 9, tzinfo=UTC)
    found = law.compute("48 hours", after=outside, under="ca/fcr")
    assert found.due_at == datetime(2026, 12, 12, 9, tzinfo=UTC)
    assert found.readings == ()


def test_hours_are_not_counted_around_a_recess_of_named_natures(tmp_path: Path) -> None:
    """Which way the natures are said decides nothing; nor is a roll into one passed."""
    folder = copied(tmp_path)
    hours = 'hours = { count = "every hour", roll = "stay", cite = "6" }\n'
    changed(folder, CA, "[version.suspension]", hours + "[version.suspension]")
    text = (folder / CA).read_text(encoding="utf-8")
    named = text.replace("except = [", "natures = [", 1)
    (folder / CA).write_text(named.partition("[[example]]")[0], encoding="utf-8")
    law = Law.bundled().with_folder(folder)
    asked: dict[str, Any] = {
        "after": datetime(2026, 12, 20, 9, tzinfo=UTC),
        "under": "ca/fcr",
    }
    with pytest.raises(UnsupportedQuestionError, match="around a recess"):
        law.compute("48 hours", nature="jurisdictional", **asked)
    assert law.compute("48 hours", nature="ordinary", **asked).due_at == datetime(
        2026, 12, 22, 9, tzinfo=UTC
    )


ASKED: Final = """
[[dispute]]
id = "recess"
kind = "fact"
question = "Does a statute fix the time, so that the recess leaves it alone?"
adopted = "no"
asks = "nature"
"""
GAP: Final = "names natures, and no question asks for the nature from {} on. Add a "


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"),
    [
        # Both, and so it is not said which periods stop.
        (
            CA,
            'except = ["jurisdictional"]',
            'except = ["jurisdictional"]\nnatures = ["ordinary"]',
            "$.version[0].suspension.except",
            "stands beside natures. Say which periods stop, or which run on: one of ",
        ),
        # A question that no fact settles, or one of another fact.
        (
            CA,
            'kind = "fact"\n',
            'kind = "law"\n',
            "$.version[0].suspension",
            GAP.format("1998-04-25"),
        ),
        (
            CA,
            'asks = "nature"',
            'asks = "act"',
            "$.version[0].suspension",
            GAP.format("1998-04-25"),
        ),
        # Asked for a part of the time only: from a day on, to a day, to a new text.
        (
            CA,
            'asks = "nature"',
            'asks = "nature"\nfrom = 2000-01-01',
            "$.version[0].suspension",
            GAP.format("1998-04-25"),
        ),
        (
            CA,
            'asks = "nature"',
            'asks = "nature"\nthrough = 2009-12-31',
            "$.version[0].suspension",
            GAP.format("2010-01-01"),
        ),
        (
            IT,
            'asks = "nature"',
            'asks = "nature"\nthrough = 2014-12-31',
            "$.version[0].suspension",
            GAP.format("2015-01-01"),
        ),
        # The answer is treated as no answer is: Italy, as it was first entered.
        (
            IT,
            'nature = "not-stopped-in-august"\n\n[[example]]',
            'nature = "ordinary"\n\n[[example]]',
            "$.version[0].suspension",
            GAP.format("2006-03-01"),
        ),
        # Said of no days, or of days that there are not.
        (
            AU,
            'windows = [{ from = "december 24", through = "january 14" }]\n',
            "",
            "$.version[0].suspension",
            "says no days. Name windows, or the kinds of day of a calendar (days).",
        ),
        # Nobody's time would ever run.
        (
            AU,
            '{ from = "december 24", through = "january 14" }',
            (
                '{ from = "july 1", through = "january 14" }, '
                '{ from = "january 15", through = "june 30" }'
            ),
            "$.version[0].suspension.windows",
            "leave no day of the year on which time runs: no period would end. Say ",
        ),
        (
            IT,
            'days = { court = ["recess"] }',
            "days = { court = [] }",
            "$.version[0].suspension.days.court",
            "is empty. Give at least one.",
        ),
        (
            IT,
            'days = { court = ["recess"] }',
            "days = {}",
            "$.version[0].suspension.days",
            "is {}, and must list kinds of closure by role.",
        ),
        (
            IT,
            'days = { court = ["recess"] }',
            'days = { bench = ["recess"] }',
            "$.version[0].suspension.days.bench",
            "is 'bench', which the vocabulary of role lacks.",
        ),
        (
            IT,
            'days = { court = ["recess"] }',
            'days = { court = ["court-holiday"] }',
            "$.version[0].suspension.days.court",
            "is court-holiday, and 'it' has no such day: nothing would stop. Enter ",
        ),
        # A name of a nature that there is not.
        (
            CA,
            'except = ["jurisdictional"]',
            'except = ["urgent"]',
            "$.version[0].suspension.except[0]",
            "is 'urgent', which the vocabulary of nature lacks.",
        ),
        # A recess of another reading of the law.
        (
            AU,
            "[[example]]",
            (
                '[[dispute]]\nid = "x"\nkind = "law"\nquestion = "Y?"\nadopted = "no"\n'
                '[[dispute.reading]]\nname = "yes"\n[dispute.reading.suspension]\n'
                'effect = "not counted"\nmonths = "raw end plus the rest"\n'
                'windows = [{ from = "july 1", through = "july 9" }]\n'
                'natures = ["ordinary"]\nsees = "raw end"\ncite = "x"\n\n[[example]]'
            ),
            "$.dispute[0].reading[0].suspension",
            GAP.format("2011-08-01"),
        ),
    ],
)
def test_natures_that_nobody_asks_about_are_refused(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """With either way to name them, wherever a recess can stand."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    told = {where: said for file, where, said in refused(folder) if file == name}
    assert told[path].startswith(what)


def test_a_recess_of_local_rules_is_asked_about_too(tmp_path: Path) -> None:
    """Their file holds no questions, so those of the rule must do."""
    folder = copied(tmp_path)
    court = """
[[court]]
id = "au/sydney"
name = "Sydney Registry"
counting = ["au/fcr"]
zones = ["Australia/Sydney"]
calendars = { court = "au" }
cite = "x"
verified = { how = "recall" }
"""
    rules = """
[local_rules]
id = "au/sydney/rules"
name = "Practice Note"
court = "au/sydney"
counting = "au/fcr"
cite_prefix = ""
verified = { how = "recall" }
[[version]]
from = 2020-01-01
[version.suspension]
effect = "not counted"
windows = [{ from = "july 1", through = "july 9" }]
except = ["limitation"]
months = "raw end plus the rest"
sees = "raw end"
cite = "1"
"""
    written(folder, {"au/courts.toml": court, "au/local-rules/sydney.toml": rules})
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("au/local-rules/sydney.toml", "$.version[0].suspension")
    assert what.startswith(GAP.format("2020-01-01"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The same settings again, and a nature that is treated alike.
        (
            ASKED,
            (
                '\n[[dispute]]\nid = "idle"\nkind = "law"\nquestion = "Y?"\n'
                'adopted = "no"\n[[dispute.reading]]\nname = "yes"\n'
                'trigger_day = { is = "excluded", cite = "elsewhere" }\n' + ASKED
            ),
        ),
        (
            ASKED,
            (
                '\n[[dispute]]\nid = "idle"\nkind = "fact"\nquestion = "Y?"\n'
                'adopted = "no"\nasks = "nature"\n[[dispute.reading]]\nname = "yes"\n'
                'nature = "limitation"\n' + ASKED
            ),
        ),
        # An act of which the rule does not speak.
        (
            ASKED,
            (
                '\n[[dispute]]\nid = "idle"\nkind = "fact"\nquestion = "Y?"\n'
                'adopted = "no"\nasks = "act"\n[[dispute.reading]]\nname = "yes"\n'
                'act = "serve"\n' + ASKED
            ),
        ),
    ],
)
def test_an_answer_that_changes_nothing_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    """Whoever asks is shown another date, or the question is none."""
    folder = copied(tmp_path)
    changed(folder, CA, old, new)
    ((file, path, what),) = refused(folder)
    assert (file, path) == (CA, "$.dispute[0].reading[0]")
    assert what.startswith("changes nothing: under it all is as under the adopted")


#: A deadline of the Federal Court of Australia, with one more reading to be said.
PACK: Final = """
[pack]
id = "au/fcr"
name = "Federal Court Rules"
counting = "au/fcr"
cite_prefix = "FCR r. "
[[deadline]]
id = "16.32"
title = "Defence"
trigger = "complaint-served"
act = "file"
period = "28 days"
bound = "not later than"
service_extension = "none"
cite = "16.32"
in_force = {{ from = 2011-08-01 }}
verified = {{ how = "recall" }}
examples = []
[[deadline.dispute]]
id = "x"
kind = "{kind}"
question = "Y?"
adopted = "no"
{asks}
[[deadline.dispute.reading]]
name = "yes"
{reading}
"""
JULY: Final = """
[deadline.dispute.reading.suspension]
effect = "not counted"
windows = [{ from = "july 1", through = "july 9" }]
except = ["limitation"]
months = "raw end plus the rest"
sees = "raw end"
cite = "x"
"""


def with_deadline(folder: Path, reading: str, asks: str = "") -> Path:
    """The recesses, with a deadline under the rule of Australia."""
    text = PACK.format(kind="fact" if asks else "law", asks=asks, reading=reading)
    return written(copied(folder), {"au/deadlines/fcr.toml": text})


def test_an_answer_of_a_deadline_is_checked_too(tmp_path: Path) -> None:
    """A nature that no recess minds, and a recess whose nature nobody gives."""
    asks = 'asks = "nature"'
    idle = with_deadline(tmp_path / "idle", 'nature = "limitation"', asks)
    place = "$.deadline[0].dispute[0].reading[0]"
    ((file, path, what),) = refused(idle)
    assert (file, path) == ("au/deadlines/fcr.toml", place)
    assert what.startswith("changes nothing")
    recess = with_deadline(tmp_path / "recess", JULY)
    ((file, path, what),) = refused(recess)
    assert (file, path) == ("au/deadlines/fcr.toml", f"{place}.suspension")
    assert what.startswith(GAP.format("2011-08-01"))
    changed(
        recess,
        "au/deadlines/fcr.toml",
        'act = "file"',
        'act = "file"\nnature = "ordinary"',
    )
    law = Law.bundled().with_folder(recess)
    found = law.compute("au/fcr/16.32", after=date(2026, 6, 20))
    assert dates(found) == (date(2026, 7, 20), date(2026, 7, 20), [date(2026, 7, 27)])


def test_a_nature_can_matter_to_another_reading_alone(tmp_path: Path) -> None:
    """Whether there is a recess is disputed, and the nature decides only if so."""
    folder = copied(tmp_path)
    disputes = """[[dispute]]
id = "july"
kind = "law"
question = "Is there a recess in July?"
adopted = "no"
[[dispute.reading]]
name = "yes"
[dispute.reading.suspension]
effect = "not counted"
windows = [{ from = "july 1", through = "july 9" }]
natures = ["ordinary"]
months = "raw end plus the rest"
sees = "raw end"
cite = "x"

[[dispute]]
id = "nature"
kind = "fact"
question = "Would it stop this period?"
adopted = "no"
asks = "nature"
[[dispute.reading]]
name = "yes"
nature = "ordinary"

[[example]]"""
    changed(folder, AU, "[[example]]", disputes)
    law = Law.bundled().with_folder(folder)
    found = law.compute("28 days", after=date(2026, 6, 20), under="au/fcr")
    assert dates(found) == (date(2026, 7, 20), date(2026, 7, 20), [date(2026, 7, 27)])


def test_an_answer_that_changes_no_day_of_a_calendar_is_refused(
    tmp_path: Path,
) -> None:
    """No holiday of Canada is observed on another day, so none is left out."""
    folder = copied(tmp_path)
    changed(
        folder,
        "ca/calendar.toml",
        "[[holiday]]",
        (
            '[[dispute]]\nid = "idle"\nkind = "law"\nquestion = "Y?"\nadopted = "no"\n'
            '[[dispute.reading]]\nname = "yes"\nobservance = { saturday = "none" }\n\n'
            "[[holiday]]"
        ),
    )
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("ca/calendar.toml", "$.dispute[0].reading[0]")
    assert what.startswith("changes nothing")


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (
            'to = "7 days after easter"',
            'to = "april 10"',
            "$.holiday[0].to",
            "is 'april 10': before the first day in 2011, and after it in 2012. Name",
        ),
        (
            'to = "7 days after easter"',
            'to = "7 days after easter"\nobservance = { sunday = "next day" }',
            "$.holiday[0].observance",
            "stands beside to. Of several days in a row none is moved: take it out.",
        ),
        (
            'to = "7 days after easter"',
            'to = "low sunday"',
            "$.holiday[0].to",
            "is 'low sunday'. 'low sunday' is not a day that a holiday can fall on.",
        ),
    ],
)
def test_several_days_in_a_row_end_in_one_year(
    tmp_path: Path, old: str, new: str, path: str, what: str
) -> None:
    """A last day that lies before the first in some years would give a year of days."""
    folder = copied(tmp_path)
    changed(folder, "ch/calendar.toml", old, new)
    told = {where: said for _, where, said in refused(folder)}
    assert told[path].startswith(what)


def test_each_year_has_its_own_recess() -> None:
    """Italy: 46 days in 2014, 31 in 2015, whenever the period began."""
    found = LAW.compute(
        "1 year", after=date(2014, 7, 1), under="it/cpc", nature="ordinary"
    )
    assert found.due == date(2015, 9, 16)
    suspended = [step for step in found.steps if step.code == "suspend"]
    assert [(step.end - step.start).days for step in suspended] == [46, 31]


def test_beyond_the_calendar_nobody_knows_of_a_recess() -> None:
    """Neither forward nor back, though the day of the trigger is inside."""
    asked: dict[str, Any] = {"under": "it/cpc", "nature": "ordinary"}
    with pytest.raises(CalendarOutOfBoundsError, match="2036-01-01"):
        LAW.compute("40 days", after=date(2035, 12, 20), **asked)
    with pytest.raises(CalendarOutOfBoundsError, match=r"'it'.* covers 2006-01-01"):
        LAW.compute("2 months", after=date(2035, 11, 20), **asked)


def test_what_stopped_the_time_is_told_as_it_was_verified() -> None:
    """The calendar's entry decides the date as much as a holiday does."""
    asked: dict[str, Any] = {"under": "it/cpc", "nature": "ordinary"}
    stopped = LAW.compute("30 days", after=date(2020, 3, 1), **asked)
    (told,) = [n.text for n in stopped.notices if n.code.startswith("verified-")]
    assert "Sospensione COVID-19 in it: entered from memory" in told
    free = LAW.compute("30 days", after=date(2021, 3, 1), **asked)
    (told,) = [n.text for n in free.notices if n.code.startswith("verified-")]
    assert "Sospensione" not in told


def test_what_a_calendar_lacks_bears_on_every_day_of_a_count(tmp_path: Path) -> None:
    """Whether a day is one of a recess was asked of it, wherever the period ends."""
    folder = copied(tmp_path)
    gap = (
        'incomplete = [{ text = "Stays of single courts are missing.", '
        'from = 2026-05-04, through = 2026-05-08 }]\nclosed_by = ["legal-holiday"]'
    )
    changed(folder, "it/calendar.toml", 'closed_by = ["legal-holiday"]', gap)
    law = Law.bundled().with_folder(folder)
    for start, told in ((date(2026, 5, 1), True), (date(2026, 6, 1), False)):
        found = law.compute("30 days", after=start, under="it/cpc", nature="ordinary")
        codes = {notice.code for notice in found.notices}
        assert ("calendar-incomplete" in codes) is told
    left_alone = law.compute(
        "30 days",
        after=date(2026, 5, 1),
        under="it/cpc",
        nature="not-stopped-in-august",
    )
    codes = {notice.code for notice in left_alone.notices}
    assert "calendar-incomplete" not in codes


@pytest.fixture
def by_registry(tmp_path: Path) -> Law:
    """Italy, were the recess that of the registry: a role that somebody must fill."""
    folder = copied(tmp_path)
    changed(
        folder, IT, 'days = { court = ["recess"] }', 'days = { registry = ["recess"] }'
    )
    text = (folder / IT).read_text(encoding="utf-8")
    (folder / IT).write_text(text.partition("[[example]]")[0], encoding="utf-8")
    court = """
[[court]]
id = "it/roma"
name = "Tribunale di Roma"
counting = ["it/cpc"]
zones = ["Europe/Rome"]
calendars = { court = "ch", registry = "it" }
cite = "x"
verified = { how = "recall" }
"""
    return Law.bundled().with_folder(written(folder, {"it/courts.toml": court}))


def test_the_role_of_a_recess_is_filled_by_the_court(by_registry: Law) -> None:
    """As the roles of closed days are: for that role alone, in its own calendar."""
    asked: dict[str, Any] = {"under": "it/cpc", "nature": "ordinary"}
    found = by_registry.compute(
        "40 days", after=date(2012, 8, 10), court="it/roma", **asked
    )
    assert found.due == date(2012, 10, 25)
    assert {s.id for s in found.sources if s.kind == "calendar"} == {"it", "ch"}


def test_a_role_that_nobody_fills_is_told_and_refused_counting_back(
    by_registry: Law,
) -> None:
    """Forward the date can only be too early; back it would be too late."""
    asked: dict[str, Any] = {"under": "it/cpc", "nature": "ordinary"}
    found = by_registry.compute("40 days", after=date(2012, 8, 10), **asked)
    assert found.due == date(2012, 9, 19)
    (told,) = [n.text for n in found.notices if n.code == "role-not-filled"]
    assert "registry" in told
    with pytest.raises(RoleNotFilledError, match="registry"):
        by_registry.compute("40 days", before=date(2012, 9, 30), **asked)


def test_a_stay_beside_a_recess_that_nobody_knows_is_no_ground(
    by_registry: Law,
) -> None:
    """Of a role that nobody fills no entry is cited, though time stood still."""
    stay = DateRange.through(date(2012, 8, 20), date(2012, 8, 29))
    asked: dict[str, Any] = {"under": "it/cpc", "nature": "ordinary"}
    found = by_registry.compute(
        "40 days", after=date(2012, 8, 10), suspensions=[stay], **asked
    )
    assert found.due == date(2012, 10, 1)
    assert "suspend" in [step.code for step in found.steps]
    assert not any("recess" in name for name, _ in found.authorities())


def test_a_calendar_without_any_recess_is_told_and_refused_counting_back() -> None:
    """Somebody else's, or a general one: it says nothing of when time stands still."""
    asked: dict[str, Any] = {"under": "it/cpc", "calendar": "au"}
    for nature, told in (("ordinary", 1), ("not-stopped-in-august", 0)):
        found = LAW.compute("40 days", after=date(2012, 8, 10), nature=nature, **asked)
        assert found.due == date(2012, 9, 19)
        texts = [n.text for n in found.notices if n.code == "recess-not-entered"]
        assert len(texts) == told
        assert all("and au has none" in text for text in texts)
    with pytest.raises(RoleNotFilledError, match="au has none"):
        LAW.compute("40 days", before=date(2012, 9, 30), nature="ordinary", **asked)
    spared = LAW.compute(
        "40 days", before=date(2012, 9, 30), nature="not-stopped-in-august", **asked
    )
    assert spared.due == date(2012, 8, 21)


def test_days_that_are_counted_as_others_are_no_recess(tmp_path: Path) -> None:
    """Whether the calendar says so, or the rule: of its own kind it is no more."""
    reading = """[[dispute]]
id = "stay"
kind = "law"
question = "Are they days of a recess at all?"
adopted = "yes"
[[dispute.reading]]
name = "no"
"""
    for name, said, then in (
        (IT, 'calendar = { recess = "office-closed" }\n', "[[dispute]]\n"),
        (
            "it/calendar.toml",
            'counted_as = { recess = "office-closed" }\n',
            "[[holiday]]\n",
        ),
    ):
        folder = copied(tmp_path / name.replace("/", "-"))
        changed(folder, name, then, f"{reading}{said}\n{then}")
        path = folder / IT
        text = path.read_text(encoding="utf-8").partition("[[example]]")[0]
        path.write_text(text, encoding="utf-8")
        law = Law.bundled().with_folder(folder)
        found = law.compute(
            "30 days", after=date(2020, 3, 1), under="it/cpc", nature="ordinary"
        )
        assert dates(found) == (
            date(2020, 6, 3),
            date(2020, 3, 31),
            [date(2020, 3, 31)],
        )
        back = law.compute(
            "30 days", before=date(2020, 6, 3), under="it/cpc", nature="ordinary"
        )
        assert dates(back) == (date(2020, 2, 28), date(2020, 2, 28), [date(2020, 5, 4)])
        assert "recess-not-entered" not in {n.code for n in found.notices}


def test_a_recess_in_dispute_shows_both_dates(tmp_path: Path) -> None:
    """Whether a stay was ordered for a court is a question about its calendar."""
    folder = copied(tmp_path)
    dispute = """[[dispute]]
id = "stay"
kind = "law"
question = "Did the stay of 2020 hold here?"
adopted = "yes"
[[dispute.reading]]
name = "no"
without = ["covid-19"]

[[holiday]]
"""
    changed(folder, "it/calendar.toml", "[[holiday]]\n", dispute)
    law = Law.bundled().with_folder(folder)
    found = law.compute(
        "30 days", after=date(2020, 3, 1), under="it/cpc", nature="ordinary"
    )
    assert dates(found) == (date(2020, 6, 3), date(2020, 3, 31), [date(2020, 3, 31)])
