"""`make law` tells every problem at once, or what there is and how it was verified."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from check_law import HEADS, coverage, main, table_of
from law_folders import ATLANTIS, changed, copied, written
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_bundled_law_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """Every file, every example; each jurisdiction has its line, of 80 columns."""
    assert main([]) == 0
    shown = capsys.readouterr().out
    for jurisdiction in Law.bundled().jurisdictions():
        assert f"\n{jurisdiction} " in shown
    assert max(map(len, shown.splitlines())) <= 80
    files = sum(1 for _ in Law.bundled().folders[0].all_names())
    assert f"{files} files hold; " in shown


def test_a_folder_is_checked_over_the_bundled_law(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What it holds, and nothing of what comes along."""
    assert main([str(ATLANTIS)]) == 0
    shown = capsys.readouterr().out
    assert "9 files hold; 9 examples give their answer." in shown
    assert "\nus " not in shown


def test_all_problems_are_printed_with_file_and_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of several folders, too; then the exit code is 1."""
    one, two = copied(tmp_path, to="one"), tmp_path / "two"
    changed(one, "xx/calendar.toml", 'id = "xx"', 'id = "xy"')
    changed(one, "xx/courts.toml", 'name = "Tide Court"\n', "")
    written(two, {"xz/lost.toml": ""})
    assert main([str(one), str(two)]) == 1
    place = "is 'xy', and the file's place says 'xx'."
    nowhere = "has no meaning at this place. See `The format of the law`."
    assert capsys.readouterr().out.splitlines() == [
        f"{one}/xx/calendar.toml: $.calendar.id: {place}",
        f"{one}/xx/courts.toml: $.court[2].name: is missing.",
        f"{two}/xz/lost.toml: $: {nowhere}",
        "3 problems",
    ]


def test_a_wrong_example_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the files hold, their examples are run."""
    folder = copied(tmp_path)
    changed(folder, "xx/deadlines/cp.toml", "due = 2026-02-23", "due = 2026-02-24")
    assert main([str(folder)]) == 1
    path = "$.deadline[0].examples[0]"
    what = "due is 2026-02-23, not 2026-02-24."
    assert capsys.readouterr().out.splitlines() == [
        f"{folder}/xx/deadlines/cp.toml: {path}: {what}",
        "1 problem",
    ]


def test_what_is_owed_is_printed_by_jurisdiction_or_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file, path and remedy; and nothing else is looked at."""
    folder = copied(tmp_path)
    changed(folder, "xx/courts.toml", 'words = "The High Court sits at Atlantis."', "")
    assert main([str(folder), "--owed", "xx/calendar.toml"]) == 0
    assert capsys.readouterr().out == "xx/calendar.toml owes no words.\n"
    for name in ("xx", "xx/courts.toml"):
        assert main([str(folder), "--owed", name]) == 1
        owed, total = capsys.readouterr().out.splitlines()
        assert owed.startswith(f"{folder}/xx/courts.toml: $.court[0].words: is missing")
        assert total == "1 problem"
    assert main([str(folder)]) == 1


def test_an_override_can_be_declared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As with_folder(overriding=…) does."""
    head = '[jurisdiction]\nid = "de"\nname = "Germany, as we see it"'
    folder = written(tmp_path, {"de/jurisdiction.toml": head})
    assert main([str(folder)]) == 1
    assert "is entered already" in capsys.readouterr().out
    assert main([str(folder), "--overriding", "de"]) == 0


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
                "words": 21,
            }
        )
    }
    (_, _, row, _, total) = table_of(found).splitlines()
    counts = ["2", "2", "(4)", "4", "3", "4", "9", "9", "2", "1", "21"]
    assert row.split() == ["xx", *counts]
    assert total.split()[1:] == row.split()[1:]


def test_what_there_is_none_of_stays_empty() -> None:
    """A nought in every second cell would hide what there is."""
    lines = table_of({"xy": Counter(court=1)}).splitlines()
    assert lines[2].split() == ["xy", "1"]
    assert lines[0].split() == [*" ".join(HEADS).split()]
