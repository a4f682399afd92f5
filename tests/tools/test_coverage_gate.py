"""The gate finds what was not run in the core, and nothing elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coverage_gate import gaps, main, unseen

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def report(**files: tuple[list[int], list[list[int]]]) -> dict[str, Any]:
    """A report as `coverage json` writes it, of files by their place in the package."""
    return {
        "meta": {"branch_coverage": True},
        "files": {
            f"src/legalcase/{place.replace('__', '/')}.py": {
                "missing_lines": lines,
                "missing_branches": branches,
            }
            for place, (lines, branches) in files.items()
        },
    }


WHOLE = report(calendars__month=([], []), counting__count=([], []), cli__main=([9], []))


def test_the_core_wholly_covered_passes(tmp_path: Path) -> None:
    """A gap outside the core is for the general floor to judge."""
    path = tmp_path / "report.json"
    path.write_text(json.dumps(WHOLE), encoding="utf-8")
    assert gaps(WHOLE) == []
    assert main([str(path)]) == 0


def test_lines_and_branches_are_named() -> None:
    """Each gap says where it is; a negative target means leaving the function."""
    found = gaps(
        report(counting__count=([7], [[3, 5], [8, -1]]), calendars__month=([], []))
    )
    assert found == [
        "src/legalcase/counting/count.py:7: not run",
        "src/legalcase/counting/count.py:3: never went on to line 5",
        "src/legalcase/counting/count.py:8: never went on to the end",
    ]


def test_a_report_without_the_core_proves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A package that moved away must not pass by absence."""
    partial = report(calendars__month=([], []))
    assert unseen(partial) == ["src/legalcase/counting/"]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(partial), encoding="utf-8")
    assert main([str(path)]) == 1
    assert "counting/ is not in the report" in capsys.readouterr().err


def test_a_report_without_branches_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines alone would let every untaken `else` through."""
    path = tmp_path / "report.json"
    plain = WHOLE | {"meta": {"branch_coverage": False}}
    path.write_text(json.dumps(plain), encoding="utf-8")
    assert main([str(path)]) == 1
    assert "does not measure branches" in capsys.readouterr().err
