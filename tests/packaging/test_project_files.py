"""The repository names no package index and no path of one machine."""

from __future__ import annotations

import re
from functools import cache

import pytest

from house import ROOT, project_files

# Written so that this file does not match itself.
FORBIDDEN = {
    "the address of a package index": re.compile(
        r"(?:test\.)?pypi\.(?:org|io)/|pythonhosted\.(?:org|com)|/simpl[e]/"
        r"|--(?:extra-)?index-url[ =]|--find-links[ =]|--trusted-host[ =]"
    ),
    "a file by its address": re.compile(r"\bfile:/{2}"),
    "a path of one machine": re.compile(
        r"(?<![\w.$}~/-])/(?:home|root|Users|work|tmp|mnt|opt|srv|private)/[\w.-]+"
    ),
    "a path of one Windows machine": re.compile(r"\b[A-Za-z]:\\\\?Users\\"),
}

# Bytes, not text: golden databases and the like.
BINARY = {".db", ".gz", ".pickle", ".png", ".sqlite", ".sqlite3", ".whl", ".zip"}


@cache
def texts() -> dict[str, str]:
    """Every text file of the project, read once."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in project_files()
        if path.suffix not in BINARY
    }


def test_there_are_files_to_look_at() -> None:
    """A search in nothing finds nothing."""
    assert {"Makefile", "pyproject.toml", "src/legalcase/errors/root.py"} <= set(
        texts()
    )


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    """Whoever installs uses their own index, wherever their copy stands."""
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("the address of a package index", "--index-url" + " https://example.org"),
        ("the address of a package index", "see https://pypi" + ".org/project/x"),
        ("a file by its address", "file:" + "///srv/wheels"),
        ("a path of one machine", "cd /ho" + "me/jane/legalcase"),
        ("a path of one machine", '"/tm' + 'p/out"'),
        ("a path of one Windows machine", "C:" + "\\Users\\jane"),
    ],
)
def test_the_patterns_find_what_they_are_for(what: str, line: str) -> None:
    """Each pattern matches an example of its kind."""
    assert FORBIDDEN[what].search(line)


def test_the_scripts_can_be_executed() -> None:
    """`.ci/run` is called by its name."""
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
