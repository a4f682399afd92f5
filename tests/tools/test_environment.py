"""`.venv` is built when it has to be, added to when that is enough, else left alone."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import environment

PROJECT = """
[project]
name = "thing"
version = "1"
[build-system]
requires = []
[tool.style]
width = 88
"""


class Recorder:
    """Stands in for pip and for the making of an empty environment."""

    def __init__(self) -> None:
        """Nothing has been done yet."""
        self.done: list[str] = []
        self.commands: list[tuple[str, ...]] = []

    def create(self) -> None:
        """A new environment: an interpreter and nothing else."""
        self.done.append("create")
        python = environment.interpreter()
        python.parent.mkdir(parents=True, exist_ok=True)
        # a link would be another Python, which need not have pip
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        python.chmod(0o755)

    def pip(self, *arguments: str) -> None:
        """Note what would be installed."""
        self.commands.append(arguments)
        if arguments == ("check",):
            return
        files = [Path(word).stem for word in arguments if word.endswith(".txt")]
        self.done.append(" ".join(files) if files else "project")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A project of its own in an empty folder, and a record of what is done to it."""
    root = tmp_path / "a project"
    (root / "requirements").mkdir(parents=True)
    for group in ("build", "docs", "runtime", "test"):
        (root / "requirements" / f"{group}.txt").write_text(f"{group}==1\n")
    (root / "pyproject.toml").write_text(PROJECT)
    recorder = Recorder()
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "VENV", root / ".venv")
    monkeypatch.setattr(environment, "RECORD", root / ".venv" / "legalcase.json")
    monkeypatch.setattr(environment, "create", recorder.create)
    monkeypatch.setattr(environment, "pip", recorder.pip)
    return SimpleNamespace(root=root, done=recorder.done, commands=recorder.commands)


def after(site: SimpleNamespace, *groups: str) -> list[str]:
    """What a further run does."""
    site.done.clear()
    assert environment.main(list(groups)) == 0
    return list(site.done)


def test_the_first_run_builds_everything(site: SimpleNamespace) -> None:
    """The back end comes with it, and the project is installed last."""
    assert after(site) == ["create", "build runtime", "project"]


def test_pins_are_installed_as_they_stand(site: SimpleNamespace) -> None:
    """No resolver, no file without its hash, nothing built; then all is checked.

    A resolver may take a later release of something, and what is built from source
    fetches a back end that nobody pinned.
    """
    after(site, "test")
    pinned, check, project = site.commands
    assert pinned[0] == "install"
    assert {"--no-deps", "--require-hashes"} <= set(pinned)
    assert pinned[pinned.index("--only-binary") + 1] == ":all:"
    assert check == ("check",)
    assert {"--no-build-isolation", "--no-deps", "--no-index"} <= set(project)
    site.commands.clear()
    after(site, "docs")
    added, check = site.commands
    assert set(pinned) - set(added) == {
        f"requirements/{group}.txt" for group in ("build", "runtime", "test")
    }
    assert check == ("check",)


def test_only_what_is_named_is_built_from_its_source(site: SimpleNamespace) -> None:
    """By itself, after its back end, which is pinned, and with no isolation.

    An isolated environment would get whatever back end is newest.
    """
    for group in ("engines", "sources", "spark"):
        (site.root / "requirements" / f"{group}.txt").write_text(f"{group}==1\n")
    assert after(site, "spark", "engines") == [
        "create",
        "build engines runtime sources",
        "spark",
        "project",
    ]
    wheels, source = site.commands[:2]
    assert {"--no-deps", "--require-hashes"} <= set(source)
    assert source[source.index("--only-binary") + 1] == ":all:"
    assert source[source.index("--no-binary") + 1] == "pyspark"
    assert "--no-build-isolation" in source
    assert "--no-binary" not in wheels


def test_engines_are_in_an_environment_of_their_own() -> None:
    """What `make test` runs in stays as it is."""
    assert environment.place(["runtime", "test"]) == ".venv"
    assert environment.place(["pins", "sources"]) == ".venv"
    assert environment.place(["runtime", "engines"]) == ".venv-engines"
    assert environment.place(["spark"]) == ".venv-engines"


def test_the_second_run_does_nothing(site: SimpleNamespace) -> None:
    """What is there and right is left alone."""
    after(site, "test")
    assert after(site, "test") == []
    assert after(site) == []


def test_a_missing_group_is_added(site: SimpleNamespace) -> None:
    """No need to build anew, nor to install the project again."""
    after(site)
    assert after(site, "test") == ["test"]
    assert after(site, "runtime", "test") == []


def test_a_changed_pin_builds_anew(site: SimpleNamespace) -> None:
    """So that what is no longer pinned is gone as well."""
    after(site, "test")
    (site.root / "requirements" / "test.txt").write_text("test==2\n")
    assert after(site, "test") == ["create", "build runtime test", "project"]


def test_a_changed_project_builds_anew_and_a_changed_tool_does_not(
    site: SimpleNamespace,
) -> None:
    """Only what an installation takes from `pyproject.toml` counts."""
    after(site)
    (site.root / "pyproject.toml").write_text(PROJECT.replace("88", "99"))
    assert after(site) == []
    (site.root / "pyproject.toml").write_text(PROJECT.replace('"1"', '"2"'))
    assert after(site) == ["create", "build runtime", "project"]


@pytest.mark.parametrize("key", ["place", "python"])
def test_an_environment_of_another_place_or_python_is_replaced(
    site: SimpleNamespace, key: str
) -> None:
    """A folder that was moved or copied has the old paths in its scripts."""
    after(site)
    record = json.loads(environment.RECORD.read_text())
    environment.RECORD.write_text(json.dumps(record | {key: "elsewhere"}))
    assert after(site) == ["create", "build runtime", "project"]


@pytest.mark.parametrize("rest", ["", "no json", "[]", '{"groups": 3}', "{}"])
def test_an_unfinished_environment_is_replaced(
    site: SimpleNamespace, rest: str
) -> None:
    """Whatever an interrupted run or another tool has left there."""
    (site.root / ".venv").mkdir()
    environment.RECORD.write_text(rest)
    assert after(site) == ["create", "build runtime", "project"]


def test_a_failing_pip_leaves_no_record(
    site: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The next run begins anew and does not take half for whole."""
    after(site)

    def fail(*arguments: str) -> None:
        raise subprocess.CalledProcessError(1, arguments)

    with monkeypatch.context() as patch:
        patch.setattr(environment, "pip", fail)
        assert environment.main(["test"]) == 1
    assert "could not be built" in capsys.readouterr().err
    assert not environment.RECORD.exists()
    assert after(site, "test") == ["create", "build runtime test", "project"]


@pytest.mark.parametrize(
    ("problem", "part", "status"),
    [
        (subprocess.CalledProcessError(1, ["pip", "check"]), "fit together", 1),
        (OSError(errno.ENOSPC, "No space left", "x"), "no room left", 1),
        (PermissionError(errno.EACCES, "no", "x"), "No permission for x", 1),
        (ImportError("No module named 'ensurepip'"), "python3-venv", 1),
        (KeyboardInterrupt(), "the next run begins anew", 130),
    ],
)
def test_a_failure_says_what_to_do(
    site: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: BaseException,
    part: str,
    status: int,
) -> None:
    """A sentence and no traceback, whatever fails."""

    def fail() -> None:
        raise problem

    monkeypatch.setattr(environment, "create", fail)
    assert environment.main([]) == status
    assert part in capsys.readouterr().err
    assert not environment.RECORD.exists()
    assert site.done == []


def test_an_unknown_group_is_refused(
    site: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file that is missing."""
    assert environment.main(["tset"]) == 1
    assert "requirements/tset.txt" in capsys.readouterr().err
    assert site.done == []


def test_an_old_python_is_turned_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence, with the way out, and no traceback."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert environment.main([]) == 1
    assert "needs Python 3.11 or later" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("left", ["nothing", "folder", "file", "dangling link"])
def test_whatever_stands_in_the_way_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """An earlier `.venv` of any kind; the environment has a pip of its own."""
    place = tmp_path / "with a space" / ".venv"
    place.parent.mkdir()
    if left == "folder":
        place.mkdir()
        (place / "leftover").touch()
    elif left == "file":
        place.touch()
    elif left == "dangling link":
        place.symlink_to(tmp_path / "gone")
    monkeypatch.setattr(environment, "VENV", place)
    environment.create()
    assert not (place / "leftover").exists()
    done = subprocess.run(
        [str(environment.interpreter()), "-m", "pip", "--version"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert str(place) in done.stdout
