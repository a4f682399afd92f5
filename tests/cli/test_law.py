"""`legalcase law` tells every problem at once, or what there is and how verified."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from cli.running import answered, ran, squeezed, too_wide
from law_folders import ATLANTIS, atlantis, changed, copied, written
from legalcase.cli.lawbook.law_check import HEADS, coverage, table_of
from legalcase.law.files.folder import LawFolder
from legalcase.law.files.reading.names import WHERE
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path


def test_the_bundled_law_holds() -> None:
    """Every file, every example; each jurisdiction has its line, of 80 columns."""
    shown = answered("law")
    for jurisdiction in Law.bundled().jurisdictions():
        assert f"\n{jurisdiction} " in shown
    assert too_wide(shown) == []
    files = sum(1 for _ in Law.bundled().folders[0].all_names())
    assert f"{files} files hold; " in shown


def test_a_folder_is_checked_over_the_bundled_law() -> None:
    """What it holds, and nothing of what comes along."""
    shown = answered("law", str(ATLANTIS))
    assert "9 files hold; 9 examples give their answer." in shown
    assert "\nus " not in shown
    data = json.loads(answered("law", str(ATLANTIS), "--format", "json"))
    assert (data["holds"], data["problems"]) == (True, [])
    assert data["coverage"][0]["xx"]["words"] == 30


def test_all_problems_are_said_with_file_and_path(tmp_path: Path) -> None:
    """Of several folders, too; then the status is 1, for a machine as well."""
    one, two = copied(tmp_path, to="one"), tmp_path / "two"
    changed(one, "xx/calendar.toml", 'id = "xx"', 'id = "xy"')
    changed(one, "xx/courts.toml", 'name = "Tide Court"\n', "")
    written(two, {"xz/lost.toml": ""})
    place = "is 'xy', and the file's place says 'xx'. Make them agree."
    nowhere = (
        "has no meaning at this place. In the folder of a jurisdiction law stands in "
        f"{WHERE}, one level deep; beside it, in vocabulary.toml."
    )
    wanted = [
        (f"{one}/xx/calendar.toml", "$.calendar.id", place),
        (f"{one}/xx/courts.toml", "$.court[2].name", "is missing."),
        (f"{two}/xz/lost.toml", "$", nowhere),
    ]
    done = ran("law", str(one), str(two))
    assert (done.status, done.out) == (1, "")
    said = " ".join(": ".join(each) for each in wanted)
    assert squeezed(done.err) == f"{said} 3 problems"
    done = ran("law", str(one), str(two), "--format", "json")
    assert (done.status, done.err) == (1, "")
    data = json.loads(done.out)
    assert [tuple(each.values()) for each in data["problems"]] == wanted
    assert not data["holds"]


def test_a_wrong_example_is_a_problem(tmp_path: Path) -> None:
    """If the files hold, their examples are run."""
    folder = copied(tmp_path)
    changed(folder, "xx/deadlines/cp.toml", "due = 2026-02-23", "due = 2026-02-24")
    done = ran("law", str(folder))
    path = "$.deadline[0].examples[0]"
    what = "due is 2026-02-23, not 2026-02-24."
    assert done.status == 1
    assert squeezed(done.err) == (
        f"{folder}/xx/deadlines/cp.toml: {path}: {what} 1 problem"
    )


def test_what_is_owed_is_said_by_jurisdiction_or_by_file(tmp_path: Path) -> None:
    """With file, path and remedy; and nothing else is looked at."""
    folder = copied(tmp_path)
    changed(folder, "xx/courts.toml", 'words = "The High Court sits at Atlantis."', "")
    told = answered("law", str(folder), "--owed", "xx/calendar.toml")
    assert told == "xx/calendar.toml owes no words.\n"
    for name in ("xx", "xx/courts.toml"):
        done = ran("law", str(folder), "--owed", name)
        assert done.status == 1
        said = f"{folder}/xx/courts.toml: $.court[0].words: is missing"
        assert squeezed(done.err).startswith(said)
        assert done.err.endswith("1 problem\n")
    assert ran("law", str(folder), "--owed").status == 1
    assert ran("law", str(folder)).status == 1
    changed(folder, "xx/courts.toml", "format = 1", "format = 2")
    done = ran("law", str(folder), "--owed", "xx/calendar.toml")
    assert "$.format" in done.err


def test_a_problem_cannot_steer_a_terminal(tmp_path: Path) -> None:
    """What stands in a file, or is its name, is shown and not obeyed."""
    folder = written(tmp_path / "law", {"xz/\x1b[31mred.toml": ""})
    done = ran("law", str(folder))
    assert done.status == 1
    assert "\x1b" not in done.err


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nowhere",), "'nowhere' is no folder."),
        (("--overriding", "de"), "--overriding goes with a folder of your own."),
        (("--owed", "zz"), "there is no 'zz' here. Name a jurisdiction or a file."),
    ],
)
def test_a_line_that_cannot_be_used(words: tuple[str, ...], part: str) -> None:
    """Status 2, and what to write instead."""
    done = ran("law", *words)
    assert (done.status, done.out) == (2, "")
    assert part in squeezed(done.err)


def test_a_folder_without_law_is_refused(tmp_path: Path) -> None:
    """It was mistaken for another, most likely."""
    done = ran("law", str(tmp_path))
    assert done.status == 2
    assert "holds no file of law (*.toml)" in squeezed(done.err)


def test_an_override_can_be_declared(tmp_path: Path) -> None:
    """As with_folder(overriding=…) does."""
    head = '[jurisdiction]\nid = "de"\nname = "Germany, as we see it"'
    folder = written(tmp_path, {"de/jurisdiction.toml": head})
    done = ran("law", str(folder))
    assert done.status == 1
    assert "is entered already" in squeezed(done.err)
    assert answered("law", str(folder), "--overriding", "de")


def test_coverage_counts_entries_and_how_they_were_verified() -> None:
    """Wherever an entry says so: heads, versions, deadlines, courts, local rules."""
    found = coverage(LawFolder(ATLANTIS))
    assert found == {
        "xx": Counter(
            {
                "calendar": 2,
                "rule (v.)": 2,
                "version": 4,
                "deadline": 4,
                "court": 3,
                "dispute": 4,
                "example": 9,
                "text": 9,
                "secondary": 2,
                "recall": 1,
                "words": 30,
            }
        )
    }
    (_, _, row, _, total) = table_of(found).splitlines()
    counts = ["2", "2", "(4)", "4", "3", "4", "9", "9", "2", "1", "30"]
    assert row.split() == ["xx", *counts]
    assert total.split()[1:] == row.split()[1:]


def test_what_there_is_none_of_stays_empty() -> None:
    """A nought in every second cell would hide what there is."""
    lines = table_of({"xy": Counter(court=1)}).splitlines()
    assert lines[2].split() == ["xy", "1"]
    assert lines[0].split() == [*" ".join(HEADS).split()]


def test_a_jurisdiction_is_shown(tmp_path: Path) -> None:
    """As text, as JSON types, and written as a page; of a folder too."""
    law = ("--law", str(ATLANTIS))
    text = answered("law", "show", "xx", "--year", "2026", *law)
    assert text == f"{atlantis().page('xx', year=2026).text()}\n"
    assert too_wide(text) == []
    data = json.loads(answered("law", "show", "xx", *law, "--format", "json"))
    assert data["jurisdiction"] == "xx"
    page = tmp_path / "xx.html"
    told = answered("law", "show", "xx", "--html", str(page), "--year", "2026", *law)
    assert squeezed(told).startswith("Written to ")
    content = page.read_bytes()
    assert content.isascii()
    assert content.startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (("show",), 2, "show takes the id of one jurisdiction"),
        (("show", "us", "us-ca"), 2, "show takes the id of one jurisdiction"),
        (("show", "us", "--owed"), 2, "and no --owed"),
        (("show", "us", "--year", "26"), 2, "'26' is no year."),
        (("show", "zz"), 1, "zz"),
        (("--html", "x.html"), 2, "--html goes with show"),
        (("--law", str(ATLANTIS)), 2, "--law goes with show"),
        (("show", "us-ma", "--html", "/nowhere/x.html"), 2, "cannot use"),
    ],
)
def test_a_page_that_cannot_be_shown(
    words: tuple[str, ...], status: int, part: str
) -> None:
    """The status says whose mistake it is."""
    done = ran("law", *words)
    assert (done.status, done.out) == (status, "")
    assert part in squeezed(done.err)
