"""Commands and paths that the documents name exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib

import pytest

from coverage_gate import WHOLLY_COVERED
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
    tops = {path.name for path in ROOT.iterdir() if path.name[:5] != ".venv"}
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
    """`.ci/run` calls `make test`, with `make check` in it, the engines, the rest."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.endswith("\nmake test\nmake test-engines\nexec make test-thorough\n")
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
STEALING = ["--dist", "worksteal"]
QUICK = "HYPOTHESIS_PROFILE=${HYPOTHESIS_PROFILE:-quick}"


def there(names: list[str]) -> bool:
    """Whether each of some names is a file, or a folder that is not empty."""
    found = [ROOT / name for name in names]
    return bool(names) and all(one.is_file() or any(one.glob("*")) for one in found)


def test_what_is_not_measured_is_run_all_the_same() -> None:
    """`make test` runs everything once, but for what bears one mark.

    What it measures and what draws examples is, to the last folder, what the run of all
    others leaves out; with fewer examples only what `make test-thorough` asks with all
    of them. That runs what bears the mark, wherever it stands, too.
    """
    measured, others, drawn = runs_of("test")
    same = measured.index("--cov")
    assert drawn.pop(0) == others.pop(0) == QUICK
    assert others[:same] == drawn[:same] == measured[:same]
    place = measured.index("-m", same)
    assert all(word.startswith("--cov") for word in measured[same:place])
    assert measured[place : place + 2] == BUT_ONE
    core = measured[place + 2 :]
    assert drawn[same : same + 4] == [*STEALING, *BUT_ONE]
    folders = drawn[same + 4 :]
    assert there(core)
    assert there(folders)
    assert not {*core} & {*folders}
    assert others[same:] == [
        *BUT_ONE,
        *(f"--ignore={name}" for name in (*core, *folders)),
    ]
    whole, marked, again = runs_of("test-thorough")
    assert whole[:same] == marked[:same] == again[:same] == measured[:same]
    assert marked[same:] == ["--dist", "load", "-m", "thorough"]
    assert again[same:] == [*STEALING, "-m", "hypothesis and not thorough", *folders]
    assert "--cov=legalcase" in whole
    rest = [word for word in whole[same:] if not word.startswith("--cov")]
    assert rest == [*BUT_ONE, *(f"--ignore={name}" for name in folders)]


def test_the_core_is_measured_wholly_and_the_package_has_its_floor() -> None:
    """What the gate asks of is what coverage looks at, with the branches."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = settings["tool"]["coverage"]["run"]
    assert run["branch"] is True
    assert {f"src/{name.replace('.', '/')}/" for name in run["source_pkgs"]} == set(
        WHOLLY_COVERED
    )
    assert settings["tool"]["coverage"]["report"]["fail_under"] >= 95
