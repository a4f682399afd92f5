"""Every example inside the law gives its date, and a wrong one is told."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from law_folders import ATLANTIS, atlantis, changed, copied
from legalcase.law.examples import Example, examples_of, run_example, run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path


def test_the_examples_of_a_folder_of_your_own_run() -> None:
    """Those of Atlantis are its own alone, and hold."""
    law = atlantis()
    examples = tuple(examples_of(law.folders[1]))
    assert {example.entry.partition("/")[0] for example in examples} == {"xx"}
    assert run_examples(law, law.folders[1]) == []


WRONG = [
    (
        "xx/deadlines/cp.toml",
        "due = 2026-02-23",
        "due = 2026-02-24",
        "$.deadline[0].examples[0]",
        "due is 2026-02-23, not 2026-02-24.",
    ),
    (
        "xx/counting/cp.toml",
        "alternatives = [2026-03-05]",
        "alternatives = [2026-03-06, 2026-03-05]",
        "$.example[0]",
        "2026-03-06 is not among the readings (2026-03-05).",
    ),
    (
        "xx/counting/cp.toml",
        "safe = 2026-03-05",
        "safe = 2026-03-09",
        "$.example[0]",
        "safe is 2026-03-05, not 2026-03-09.",
    ),
    (
        "xx/counting/cp.toml",
        "due = 2026-03-02",
        "due = 2026-03-02\nalternatives = [2026-03-03]",
        "$.example[1]",
        "2026-03-03 is not among the readings (none).",
    ),
    (
        "xx/counting/cp.toml",
        'court = "xx/tide"',
        'court = "xx/tied"',
        "$.example[0]",
        "is refused: There is no court 'xx/tied'. Did you mean 'xx/tide'",
    ),
    (
        "xx/calendar.toml",
        'open = "no"\nname = "Founding Day"',
        'open = "yes"\nname = "Founding Day"',
        "$.example[0]",
        "says otherwise than the calendar: 2026-03-03 is closed.",
    ),
    (
        "xx/calendar.toml",
        'name = "Founding Day"\nsource',
        'name = "Founders"\nsource',
        "$.example[0]",
        "names 'Founders'; the calendar has Founding Day.",
    ),
    (
        "xx/calendar.toml",
        "on = 2025-05-06",
        "on = 2025-05-03",
        "$.example[1]",
        "names 'Great Flood'; the calendar has nothing.",
    ),
    (
        "xx/calendar.toml",
        "on = 2025-05-06",
        "on = 2025-05-08",
        "$.example[1]",
        "says otherwise than the calendar: 2025-05-08 is open.",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "path", "what"), WRONG)
def test_a_wrong_example_is_told(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """The file, the path of the example, what it says and what the law answers."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    law = Law.bundled().with_folder(folder)
    (problem,) = run_examples(law, law.folders[1])
    assert problem[:2] == (name, path)
    assert problem[2].startswith(what)


def asked(table: dict[str, Any], entry: str = "xx/harbour") -> str:
    """Ask an example of a counting rule of Atlantis."""
    example = Example("file", "$.example[0]", "rule", entry, table)
    return run_example(atlantis(), example)


def test_a_local_time_takes_the_zone_of_the_court_or_its_own() -> None:
    """An hour at or after the cut-off counts as of the next day, wherever local."""
    late: dict[str, Any] = {
        "period": "10 days",
        "after": datetime(2026, 4, 1, 16, 30),
        "due": date(2026, 4, 13),
        "source": "1 April counts as the 2nd; the 12th is a Sunday",
    }
    assert asked({**late, "court": "xx/high"}) == ""
    assert asked({**late, "timezone": "Atlantic/Azores"}) == ""
    assert asked(late).startswith("is refused: ")


def test_hours_are_compared_to_the_minute() -> None:
    """Where `due` is a local time, the instant must be that."""
    table: dict[str, Any] = {
        "period": "72 hours",
        "after": datetime(2026, 3, 4, 15, 0),
        "timezone": "America/New_York",
        "due": datetime(2026, 3, 9, 15, 0),
        "source": "Saturday the 7th; the same time on the next day that is none",
    }
    assert asked(table, "us/frcp") == ""
    wrong = {**table, "due": datetime(2026, 3, 9, 16, 0)}
    found = asked(wrong, "us/frcp")
    assert found == "due is 2026-03-09 15:00:00, not 2026-03-09 16:00:00."


def test_a_file_that_vanished_has_no_example(tmp_path: Path) -> None:
    """What is gone between listing and reading is passed over."""

    class Vanishing(LawFolder):
        """A folder of which every file is listed, and none is there."""

        def read(self, name: str) -> None:
            """Find nothing."""

    assert tuple(examples_of(Vanishing(ATLANTIS))) == ()
    assert tuple(examples_of(LawFolder(tmp_path))) == ()
