"""Beside every exemption from a rule of style stands its reason."""

from __future__ import annotations

import re

import pytest

from house import ROOT, project_files

# A marker, and what has to follow its codes. Tests of types are the exception: in
# `typing_tests/bad.py` the marker itself is what is proved.
MARKERS = {
    "noqa": re.compile(r"#\s*noqa(?!:\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*\s+-\s+\w)"),
    "type: ignore": re.compile(
        r"#\s*type:\s*ignore(?!\[[a-z, -]+\]\s+#\s+\w)", re.IGNORECASE
    ),
    "pragma": re.compile(r"#\s*pragma:\s*no\s+\w+(?!\w|\s+-\s+\w)", re.IGNORECASE),
}
NOT_CODE = {"tests/packaging/test_exemptions.py", "typing_tests/bad.py"}


def test_every_rule_that_is_ignored_has_its_reason() -> None:
    """In `pyproject.toml`, each ignored rule of ruff has a comment on its line."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rest = text.partition("[tool.ruff.lint]")[2]
    section = rest.partition("[tool.ruff.lint.flake8")[0]
    lines = re.findall(r'^  "[A-Z]+[0-9]*".*$', section, re.MULTILINE)
    assert len(lines) > 5
    bare = [line for line in lines if not re.search(r"#\s+\S+(?:\s+\S+)+$", line)]
    assert bare == []


@pytest.mark.parametrize("marker", MARKERS)
def test_every_marker_in_the_code_has_its_reason(marker: str) -> None:
    """As in `# noqa: S603 - our own command line`."""
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for path in project_files()
        if path.suffix == ".py"
        and (name := path.relative_to(ROOT).as_posix()) not in NOT_CODE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MARKERS[marker].search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("marker", "line", "bare"),
    [
        ("noqa", "x = 1  # noqa: E501", True),
        ("noqa", "x = 1  # noqa", True),
        ("noqa", "x = 1  # noqa: E501, S101 - a table", False),
        ("type: ignore", "x = 1  # type: ignore[misc]", True),
        ("type: ignore", "x = 1  # type: ignore[misc]  # mypy cannot see it", False),
        ("pragma", "x = 1  # pragma: no cover", True),
        ("pragma", "x = 1  # pragma: no cover - only on Windows", False),
    ],
)
def test_the_patterns_tell_bare_markers(marker: str, line: str, *, bare: bool) -> None:
    """Each pattern finds the bare marker and lets the explained one pass."""
    assert bare is bool(MARKERS[marker].search(line))
