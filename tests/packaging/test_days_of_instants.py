"""The day of an instant is asked by the court's clock, by one function."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from every_one import for_each

PACKAGE = Path(__file__).parents[2] / "src" / "legalcase"
#: The packages that tell on which day something of a case falls.
OF_CASES = (
    *("access", "directory", "ical", "interop", "kernel", "measures"),
    *("model", "oversight"),
    *("plans", "practice", "procedure", "scheduling"),
)
FILES = sorted(path for place in OF_CASES for path in (PACKAGE / place).rglob("*.py"))


def bare(text: str) -> list[int]:
    """The lines in which an instant is cut to its day by whatever clock it bears.

    What `strptime` reads has no zone, and is a day only.
    """
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr != "date" or node.args or node.keywords:
            continue
        of = node.func.value
        is_read = (
            isinstance(of, ast.Call)
            and isinstance(of.func, ast.Attribute)
            and of.func.attr == "strptime"
        )
        if not is_read:
            found.append(node.lineno)
    return found


@for_each("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_instant_is_cut_by_whatever_clock_it_bears(path: Path) -> None:
    """`day_at_court` tells the day, `own_day` of what is by the court's clock."""
    lines = bare(path.read_text(encoding="utf-8"))
    assert not lines, f"{path.relative_to(PACKAGE)}: .date() in lines {lines}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("day = hearing.at.date()", [1]),
        ("days = {\n one.date() for one in many}", [2]),
        ("day = datetime.strptime(text, form).date()", []),
        ("day = date(2026, 6, 3)", []),
        ("day = own_day(hearing.at)", []),
    ],
)
def test_the_bare_form_is_told(text: str, found: list[int]) -> None:
    """So that the test above cannot pass by looking at nothing."""
    assert bare(text) == found
    assert FILES
