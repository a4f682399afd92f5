"""What would be published wrong is found before it is published."""

from __future__ import annotations

import io
import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

import release_check
from house import ROOT
from release_check import INDEX, sdist_problems, unwritten, wheel_problems

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "README.md",
    "src/legalcase/__init__.py",
    "src/legalcase/jurisdictions/us/calendar.toml",
    "src/legalcase/py.typed",
    "tests/test_it.py",
}
HELD = {name.removeprefix("src/") for name in FILES if name.startswith("src/")}


def wheel(folder: Path, names: set[str]) -> Path:
    """A wheel of these files."""
    path = folder / "legalcase-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names | {INDEX, "legalcase-1.dist-info/METADATA"}:
            archive.writestr(name, "")
    return path


def sdist(folder: Path, names: set[str]) -> Path:
    """A sdist of these files."""
    path = folder / "legalcase-1.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(f"legalcase-1/{name}"), io.BytesIO())
    return path


def test_whole_files_pass(tmp_path: Path) -> None:
    """The wheel has the package, the sdist everything and its metadata."""
    assert wheel_problems(wheel(tmp_path, HELD), FILES) == []
    assert sdist_problems(sdist(tmp_path, FILES | {"PKG-INFO"}), FILES) == []


@pytest.mark.parametrize("missing", sorted(HELD))
def test_a_wheel_that_lacks_something(tmp_path: Path, missing: str) -> None:
    """Also if git lacks it too: types and law have to be there."""
    path = wheel(tmp_path, HELD - {missing})
    assert f"{path.name} lacks {missing}" in wheel_problems(path, FILES)
    found = wheel_problems(path, FILES - {f"src/{missing}"})
    assert len(found) == (0 if missing.endswith("__init__.py") else 1)


def test_what_does_not_belong_there_is_found(tmp_path: Path) -> None:
    """Tests in the wheel; a repository, or a file that nobody committed."""
    path = wheel(tmp_path, HELD | {"tests/test_it.py"})
    assert wheel_problems(path, FILES) == [
        f"{path.name} has tests/test_it.py, which git does not"
    ]
    path = sdist(tmp_path, FILES | {"PKG-INFO", ".git/config"} - {"README.md"})
    assert sdist_problems(path, FILES) == [
        f"{path.name} has .git/config, which git does not"
    ]
    path = sdist(tmp_path, FILES - {"README.md"})
    assert sdist_problems(path, FILES) == [
        f"{path.name} lacks PKG-INFO",
        f"{path.name} lacks README.md",
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose changelog is written."""
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 1.2 (2026-11-28)\n\n- x\n")
    (tmp_path / "changelog.d").mkdir()
    (tmp_path / "changelog.d" / "README.md").touch()
    return tmp_path


def test_the_changelog_has_to_be_written(project: Path) -> None:
    """An entry for the version, and no fragment that waits for one."""
    assert unwritten(project, "1.2") == []
    assert unwritten(project, "1") == ["CHANGELOG.md has no entry for 1"]
    (project / "changelog.d" / "a.fixed.md").touch()
    assert unwritten(project, "1.2") == ["changelog.d/a.fixed.md is in no entry yet"]


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [([], 0, ""), (["it lacks a"], 1, "1.2 cannot be released:\n  it lacks a\n")],
)
def test_the_verdict(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: list[str],
    status: int,
    said: str,
) -> None:
    """What is wrong, and a status for whoever runs it."""
    monkeypatch.setattr(release_check, "version", lambda: "1.2")
    monkeypatch.setattr(release_check, "checked", lambda _: wrong)
    assert release_check.main() == status
    assert capsys.readouterr().err == said


def test_a_command_that_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is said to be fit for release."""

    def fail(_: str) -> list[str]:
        raise subprocess.CalledProcessError(1, ["legalcase", "demo"])

    monkeypatch.setattr(release_check, "checked", fail)
    assert release_check.main() == 1
    shown = capsys.readouterr()
    assert "legalcase demo" in shown.err
    assert shown.out == ""


def test_the_trial_is_away_from_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pinned and hashed requirements; the back end for the sdist alone."""
    ran: list[list[str]] = []

    def run(*command: object, cwd: Path = ROOT) -> None:
        ran.append([str(word) for word in command])
        if "demo" in ran[-1]:
            assert cwd == tmp_path
            (cwd / "demo").mkdir(exist_ok=True)
            (cwd / "demo" / "a").write_bytes(b"b")

    monkeypatch.setattr(release_check, "run", run)
    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    for built, groups in (("a.whl", ["runtime"]), ("a.tar.gz", ["build", "runtime"])):
        ran.clear()
        demo = release_check.try_out(tmp_path / built, tmp_path, "1.2")
        assert demo == {"a": b"b"}
        pinned = [words for words in ran if "--require-hashes" in words]
        assert [words[-1].rpartition("requirements")[2][1:] for words in pinned] == [
            f"{group}.txt" for group in groups
        ]
        installs = [words for words in ran if "install" in words]
        assert all("--no-deps" in words for words in installs)
        assert "--no-index" in installs[-1]
        assert ["check"] in [words[-1:] for words in ran]
