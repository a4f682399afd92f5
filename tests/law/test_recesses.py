"""A recess that stops what it does not except, and the law check that asks for it."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import changed, refused, written
from legalcase.errors import UnsupportedQuestionError
from legalcase.law.examples import run_examples
from legalcase.law.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from legalcase.counting.computation import Computation

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
            "$.version[1].suspension",
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
