"""Commands and paths that the documents name exist."""

from __future__ import annotations

import re
import subprocess

import pytest

from house import ROOT

DOCUMENTS = ["CONTRIBUTING.md", "README.md"]
TARGETS = set(
    re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_named_targets_exist(document: str) -> None:
    """`make` followed by a word, in running text as in blocks of commands."""
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", text))
    assert named
    assert set() == named - TARGETS


@pytest.mark.parametrize("document", DOCUMENTS)
def test_named_paths_exist(document: str) -> None:
    """A path in backquotes is a path of the repository."""
    text = (ROOT / document).read_text(encoding="utf-8")
    tops = {path.name for path in ROOT.iterdir() if path.name != ".venv"}
    named = {
        path
        for path in re.findall(r"`([\w.-]+/[\w./-]*)`", text)
        if path.partition("/")[0] in tops and "*" not in path
    }
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_help_lists_every_target() -> None:
    """Each target has its line of help."""
    shown = subprocess.run(
        ["make", "help"],  # noqa: S607 - whichever make the user has
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    ).stdout
    listed = set(re.findall(r"^make (\S+)", shown, re.MULTILINE))
    assert listed == TARGETS
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_continuous_integration_runs_the_same_command() -> None:
    """`.ci/run` calls `make test`, which includes `make check`, and then the rest."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.endswith("\nmake test\nexec make test-thorough\n")
    assert "set -e" in script
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^test: check\b", makefile, re.MULTILINE)


def test_what_is_not_measured_is_run_all_the_same() -> None:
    """`make test` leaves out by folder what it runs next, and one mark.

    What the run under coverage leaves out is, to the last folder, what another runs;
    and what bears the mark is what `make test-thorough` runs, wherever it stands.
    """
    lines = subprocess.run(
        ["make", "--dry-run", "test"],  # noqa: S607 - whichever make the user has
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    ).stdout.replace("\\\n", " ")
    runs = [line.split() for line in lines.splitlines() if "-m pytest" in line]
    measured, unmeasured = runs
    same = measured.index("--cov")
    assert unmeasured[:same] == measured[:same]
    folders = unmeasured[same:]
    assert folders
    assert all(any((ROOT / folder).rglob("test_*.py")) for folder in folders)
    ignored = [word for word in measured[same:] if not word.startswith("--cov")]
    but_one = ["-m", '"not', 'thorough"']
    assert ignored == [*(f"--ignore={folder}" for folder in folders), *but_one]
    assert "-m" not in unmeasured[unmeasured.index("pytest") :]
    marked = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if "mark.thorough" in path.read_text(encoding="utf-8")
    ]
    assert marked == []
    thorough = subprocess.run(
        ["make", "--dry-run", "test-thorough"],  # noqa: S607 - as above
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    ).stdout
    [run] = [line for line in thorough.splitlines() if "-m pytest" in line]
    assert run.endswith("-m thorough")
    assert "--ignore" not in run
