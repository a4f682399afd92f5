"""Every example of the law, as a row of one table and as a column of its own.

What the examples say stands in the law's files: the answers are not the engine's own.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from legalcase.batch import DueTable, due_table, prepare
from legalcase.law.examples import Example, examples_of
from legalcase.law.files.folder import BUNDLED, LawFolder

#: What an example says besides what is asked.
SAID = {"due", "alternatives", "safe", "source", "note", "period"}


class Row(NamedTuple):
    """One question of an example: what is asked, from which day, and what it says."""

    question: str
    day: date
    given: dict[str, Any]
    example: Example


def row_of(example: Example) -> Row | None:
    """The question of an example; none of one that no column of dates can ask."""
    table = dict(example.table)
    sides = [side for side in ("after", "before") if side in table]
    if example.sort == "calendar" or not sides or {"first", "timezone"} & table.keys():
        return None
    day = table.pop(sides[0])
    if type(day) is not date or isinstance(table.get("due"), datetime):
        return None
    given = {name: value for name, value in table.items() if name not in SAID}
    if example.sort == "deadline":
        return Row(example.entry, day, given, example)
    given |= {"under": example.entry, "direction": sides[0]}
    return Row(table["period"], day, given, example)


@cache
def rows() -> list[Row]:
    """The questions of all examples that a column can ask."""
    found = map(row_of, examples_of(LawFolder(BUNDLED)))
    return [row for row in found if row is not None]


def wrong(row: Row, due: date | None, safe: date | None) -> str:
    """What is wrong with an answer; nothing if it is what the example says."""
    said = row.example.table
    if "due" in said and due != said["due"]:
        return f"{row.example.file} {row.example.path}: {due}, not {said['due']}"
    if "safe" in said and safe != said["safe"]:
        return f"{row.example.file} {row.example.path}: safe {safe}"
    return ""


def wrong_in(asked: list[Row], table: DueTable) -> list[str]:
    """What is wrong in a table of answers."""
    found = zip(asked, table.due, table.safe, strict=True)
    return [said for one in found if (said := wrong(*one))]


def test_the_examples_as_one_table() -> None:
    """Each with its own question, of all jurisdictions at once."""
    asked = [row for row in rows() if all(type(v) is str for v in row.given.values())]
    assert len(asked) > len(rows()) * 3 // 4
    names = sorted({name for row in asked for name in row.given})
    columns: dict[str, Any] = {
        "question": [row.question for row in asked],
        "trigger": [row.day for row in asked],
        **{name: [row.given.get(name) for row in asked] for name in names},
    }
    assert wrong_in(asked, due_table(columns)) == []


def test_the_others_each_as_a_column() -> None:
    """With facts, and other values that are no text."""
    asked = [
        row for row in rows() if any(type(v) is not str for v in row.given.values())
    ]
    assert asked
    missed = []
    for row in asked:
        table = prepare(row.question, **row.given).table([row.day])
        missed += wrong_in([row], table)
    assert missed == []
