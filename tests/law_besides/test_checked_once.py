"""A folder of law is checked once per content, in a process and at a command line."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest

from house import ROOT
from legalcase.errors import LawError
from legalcase.law.check import once
from legalcase.law.check.folder import check_folder
from legalcase.law.lawbook import Law

ATLANTIS = ROOT / "tests" / "law" / "atlantis"
BUNDLED = Law.bundled()


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were really checked, in a process that has checked none."""
    seen: list[str] = []

    def counted(law: Any, folder: Any) -> Any:
        seen.append(folder.path)
        return check_folder(law, folder)

    monkeypatch.setattr(once, "check_folder", counted)
    monkeypatch.setattr(once, "_passed", type(once._passed)(64))
    return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of law of one's own."""
    place = tmp_path / "law"
    shutil.copytree(ATLANTIS, place)
    return place


def test_the_same_content_is_checked_once(checks: list[str], folder: Path) -> None:
    """Wherever it lies."""
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    for path in (folder, folder, copy):
        assert BUNDLED.with_folder(path).calendar("xx").id == "xx"
    assert checks == [str(folder)]


def test_a_change_is_checked(checks: list[str], folder: Path) -> None:
    """Of one letter; and what is wrong is told each time, for it is being mended."""
    BUNDLED.with_folder(folder)
    file = folder / "xx" / "jurisdiction.toml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace('name = "', 'nmae = "'), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LawError, match="nmae"):
            BUNDLED.with_folder(folder)
    file.write_text(good, encoding="utf-8")
    BUNDLED.with_folder(folder)
    assert len(checks) == 3


def test_what_was_looked_at_is_what_is_read(checks: list[str], folder: Path) -> None:
    """A file that changes after the look changes nothing in the law that was made."""
    BUNDLED.with_folder(folder)
    law = BUNDLED.with_folder(folder)
    shutil.rmtree(folder)
    assert law.calendar("xx").id == "xx"
    assert len(checks) == 1


def test_what_lies_under_it_and_what_it_overrides_count(
    checks: list[str], folder: Path, tmp_path: Path
) -> None:
    """The same folder over another law, or with another declaration, is checked."""
    BUNDLED.with_folder(folder)
    other = tmp_path / "other"
    other.mkdir()
    BUNDLED.with_folder(other).with_folder(folder)
    with pytest.raises(LawError, match="overriding= names"):
        BUNDLED.with_folder(folder, overriding=("xx/none",))
    assert [Path(path).name for path in checks] == ["law", "other", "law", "law"]


def test_what_lies_under_it_is_told_by_its_content(
    checks: list[str], folder: Path, tmp_path: Path
) -> None:
    """A file more in a folder below, or another text in it, is another law.

    What a law has read of a folder stays; who reads it anew, reads what is there.
    """
    base = tmp_path / "base"
    shutil.copytree(ROOT / "tests" / "law" / "lyonesse", base)
    below = BUNDLED.with_folder(base)
    for _ in range(2):
        below.with_folder(folder)
    assert [Path(path).name for path in checks] == ["base", "law"]
    head = next(base.glob("*/jurisdiction.toml"))
    said = head.read_text(encoding="utf-8")
    head.write_text(said.replace('name = "', 'name = "New '), encoding="utf-8")
    below.with_folder(folder)
    assert len(checks) == 2
    BUNDLED.with_folder(base).with_folder(folder)
    assert [Path(path).name for path in checks[2:]] == ["base", "law"]
    (base / "zz").mkdir()
    more = 'format = 1\n\n[jurisdiction]\nid = "zz"\nname = "Zembla"\n'
    (base / "zz" / "jurisdiction.toml").write_text(more, encoding="utf-8")
    BUNDLED.with_folder(base).with_folder(folder)
    assert [Path(path).name for path in checks[4:]] == ["base", "law"]


def test_another_code_of_the_checks_looks_again(
    checks: list[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the next program: one that runs has the code that it was started with."""
    marks = tmp_path / "marks"
    package = tmp_path / "package"
    package.mkdir()
    code = package / "check.py"
    monkeypatch.setattr(once, "_PACKAGE", package)
    for number, text in enumerate(("one", "one", "other")):
        code.write_text(text, encoding="utf-8")
        os.utime(code, (1, 1))
        once._code.cache_clear()
        BUNDLED.with_folder(folder, marks=marks)
        once.forget()
        assert len(checks) == (1, 1, 2)[number]


def test_a_mark_tells_the_next_program(
    checks: list[str], folder: Path, tmp_path: Path
) -> None:
    """Only what passed is marked, and another code of the checks looks again."""
    marks = tmp_path / "cache" / "checked"
    BUNDLED.with_folder(folder, marks=marks)
    once.forget()
    BUNDLED.with_folder(folder, marks=marks)
    assert len(checks) == 1
    assert len(list(marks.iterdir())) == 1
    (folder / "xx" / "jurisdiction.toml").write_text("format = 2", encoding="utf-8")
    with pytest.raises(LawError):
        BUNDLED.with_folder(folder, marks=marks)
    assert len(list(marks.iterdir())) == 1


def test_another_list_of_holidays_is_another_law(
    checks: list[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A calendar can be based on what a package of its own says, which changes."""
    marks = tmp_path / "marks"
    for number in ("0.60", "0.61", "0.61"):
        monkeypatch.setattr(once, "_version_of", lambda _, said=number: said)
        BUNDLED.with_folder(folder, marks=marks)
        once.forget()
    assert len(checks) == 2


def test_of_many_marks_the_oldest_go(
    checks: list[str],
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody's cache fills up."""
    monkeypatch.setattr(once, "_MOST_MARKS", 2)
    marks = tmp_path / "marks"
    marks.mkdir()
    for age, name in enumerate(("a", "b", "c")):
        (marks / name).touch()
        os.utime(marks / name, (age, age))
    BUNDLED.with_folder(folder, marks=marks)
    left = {path.name for path in marks.iterdir()}
    assert len(left) == 2
    assert "c" in left
    assert checks


def test_where_no_mark_can_be_left_it_is_checked_each_time(
    checks: list[str], folder: Path, tmp_path: Path
) -> None:
    """A file in the place of the folder is no reason to fail."""
    blocked = tmp_path / "file"
    blocked.touch()
    for _ in range(2):
        BUNDLED.with_folder(folder, marks=blocked / "checked")
        once.forget()
    assert len(checks) == 2


def test_a_folder_that_cannot_be_read_says_so(
    checks: list[str], tmp_path: Path
) -> None:
    """As a check says it."""
    with pytest.raises(LawError, match="is no folder"):
        BUNDLED.with_folder(tmp_path / "none")
    assert len(checks) == 1


@pytest.mark.skipif(os.name == "nt", reason="the variable of Windows is another")
def test_where_marks_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the user's system keeps such things, or nowhere."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert once.marks_of_this_user() == Path("/x/legalcase/checked")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/h")
    assert once.marks_of_this_user() == Path("/h/.cache/legalcase/checked")
    monkeypatch.setattr(os.path, "expanduser", lambda name: name)
    assert once.marks_of_this_user() is None


def test_the_command_line_leaves_a_mark(folder: Path, tmp_path: Path) -> None:
    """And goes by it."""
    cache = tmp_path / "cache"
    for _ in range(2):
        done = run(
            [
                *(sys.executable, "-m", "legalcase", "due", "10 days"),
                *("--after", "2026-03-02", "--under", "xx/cp", "--law", str(folder)),
            ],
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "XDG_CACHE_HOME": str(cache),
                "LOCALAPPDATA": str(cache),
            },
        )
        assert done.returncode == 0, done.stderr
    assert len(list((cache / "legalcase" / "checked").iterdir())) == 1
