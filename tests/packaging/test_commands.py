"""Commands and paths that the documents name exist."""

from __future__ import annotations

import re
import shlex
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


def runs_of(target: str) -> list[list[str]]:
    """The words of each run of the tests that a target of the Makefile makes."""
    lines = subprocess.run(
        ["make", "--dry-run", target],  # noqa: S607 - whichever make the user has
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    ).stdout.replace("\\\n", " ")
    return [shlex.split(line) for line in lines.splitlines() if "-m pytest" in line]


BUT_ONE = ["-m", "not thorough"]
QUICK = "HYPOTHESIS_PROFILE=${HYPOTHESIS_PROFILE:-quick}"


def test_what_is_not_measured_is_run_all_the_same() -> None:
    """`make test` leaves out by folder what it runs next, and one mark.

    What the run under coverage leaves out is, to the last folder, what another runs,
    with fewer examples; what bears the mark is what `make test-thorough` runs, wherever
    it stands, and there those folders draw all of their examples.
    """
    measured, unmeasured = runs_of("test")
    same = measured.index("--cov")
    assert unmeasured.pop(0) == QUICK
    assert unmeasured[:same] == measured[:same]
    assert unmeasured[same : same + 2] == BUT_ONE
    folders = unmeasured[same + 2 :]
    assert folders
    assert all(any((ROOT / folder).rglob("test_*.py")) for folder in folders)
    ignored = [word for word in measured[same:] if not word.startswith("--cov")]
    assert ignored == [*(f"--ignore={folder}" for folder in folders), *BUT_ONE]
    marked, drawn = runs_of("test-thorough")
    assert marked[:same] == drawn[:same] == measured[:same]
    assert marked[same:] == ["--dist", "load", "-m", "thorough"]
    assert drawn[same:] == ["-m", "hypothesis and not thorough", *folders]
