"""Spark gets the machine's Java if that is new enough, and else one that starts."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

import java

if TYPE_CHECKING:
    from pathlib import Path


def a_java(folder: Path, says: str) -> Path:
    """A home with a program that says its release, and then what it was called with."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\necho \"$@\"\n")
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("says", "number"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('openjdk version "21" 2023-09-19', 21),
        ('java version "1.8.0_402"', 8),
        ("no version", 0),
    ],
)
def test_the_release_is_read(tmp_path: Path, says: str, number: int) -> None:
    """In the old way of counting them, too; 0 where nothing is said."""
    assert java.release(a_java(tmp_path / "home", says) / "bin" / "java") == number
    assert java.release(tmp_path / "none" / "bin" / "java") == 0


def test_the_machines_own_is_taken_if_it_is_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`JAVA_HOME` before the path; an old one is none."""
    new = a_java(tmp_path / "new", 'openjdk version "17.0.1"')
    old = a_java(tmp_path / "old", 'openjdk version "11.0.2"')
    monkeypatch.setenv("JAVA_HOME", str(new))
    assert java.installed() == new
    monkeypatch.setenv("JAVA_HOME", str(old))
    assert java.installed() is None
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(new / "bin"))
    assert java.installed() == new


def test_without_any_it_is_said_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two sentences, and the tests fail: nothing is left out for want of a Java."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(java, "packaged", lambda _: None)
    with pytest.raises(LookupError, match="Spark needs a Java of release 17 or later"):
        java.home()


def test_the_script_leaves_one_word_out(tmp_path: Path) -> None:
    """Whatever stands before and behind it, words with spaces too, stays in order."""
    home = a_java(tmp_path / "a home", 'openjdk version "25"')
    script = tmp_path / "java"
    text = java.SCRIPT.format(java=f"'{home}/bin/java'", without=java.WITHOUT)
    script.write_text(text, encoding="utf-8")
    script.chmod(0o755)
    assert said(script, "-a", java.WITHOUT, "b c", java.WITHOUT, "-d") == "-a b c -d"
    assert said(script, "-a") == "-a"


def said(script: Path, *words: str) -> str:
    """What a program prints."""
    done = subprocess.run(
        [str(script), *words], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()
