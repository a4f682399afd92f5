"""Rows as they come, read by the columns of a table: all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import ImportRefusedError, InvalidTypeError, InvalidValueError
from legalcase.interop.rows.cells import Unreadable, is_empty, read_cell
from legalcase.interop.rows.columns import columns_of
from legalcase.near import either, near_to
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.interop.rows.columns import Column

__all__ = ["Problems", "ReadRow", "check_rows", "read_rows"]

#: A format of dates has a year of four digits, a month and a day, each once.
_MONTHS: Final = ("%m", "%b", "%B")


@frozen(kw_only=True)
class ReadRow:
    """A row that was read: its number, from 1, and its cells that are not empty.

    `unreadable` are the columns of which the cell could not be read.
    """

    number: int
    cells: Mapping[str, Any] = field(repr=False)
    unreadable: frozenset[str] = frozenset()

    def place(self, column: str) -> str:
        """Return what a problem calls a cell."""
        return f"row {self.number}, {column}"

    def get(self, column: str, default: Any = None) -> Any:
        """Return a cell, or `default` where it is empty."""
        return self.cells.get(column, default)

    def has(self, *columns: str) -> bool:
        """Tell whether none of some cells is empty."""
        return self.cells.keys() >= set(columns)

    def only(self, *columns: str) -> dict[str, Any]:
        """Return those of some cells that are not empty."""
        return {name: self.cells[name] for name in columns if name in self.cells}


class Problems:
    """What cannot be read, each with its place; raised all at once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], None] = {}

    def add(self, place: str, why: str) -> None:
        """Remember a problem."""
        self._found[place, why] = None

    def check(self) -> None:
        """Raise `ImportRefusedError` if there are any."""
        if self._found:
            raise ImportRefusedError.of(self._found)


def read_rows(
    what: str,
    rows: Iterable[Mapping[str, Any]],
    problems: Problems,
    *,
    date_format: str | None = None,
    optional: frozenset[str] = frozenset(),
) -> tuple[ReadRow, ...]:
    """Return rows as the columns of a table say, without those that are empty.

    Row 1 is the first one, in a file that after the header. What cannot be read is
    added to `problems`, with the row and the column; `optional` are columns that are
    not required here although the table requires them.
    """
    check_rows(rows, date_format)
    columns = {one.name: one for one in columns_of(what, facts_only=True)}
    answers = {one.name for one in columns_of(what)} - set(columns)
    found = []
    seen: set[object] = set()
    for number, row in enumerate(rows, start=1):
        given: object = row
        if not isinstance(given, Mapping):
            name = type(given).__name__
            problems.add(f"row {number}", f"a mapping is wanted, not {name}")
            continue
        for column in row:
            _check_name(column, columns, answers, problems, number)
        seen.update(row)
        if not all(is_empty(value) for value in row.values()):
            found.append(_read(row, number, columns, problems, date_format))
    required = {one.name for one in columns.values() if one.is_required} - optional
    _check_required(found, sorted(required), seen, problems)
    cases = {row.get("case_id") for row in found} - {None}
    if len(cases) > 1:
        problems.add(
            "column 'case_id'",
            f"the rows are of {len(cases)} cases: pass those of one case at a time",
        )
    return tuple(found)


def _check_required(
    rows: list[ReadRow], required: list[str], seen: set[object], problems: Problems
) -> None:
    """Refuse rows without what each has to say; a column that is not there, once."""
    for name in required:
        if rows and name not in seen:
            problems.add(f"column {name!r}", "there is no such column, and has to be")
            continue
        for row in rows:
            # What cannot be read was told already.
            if name not in row.cells and name not in row.unreadable:
                problems.add(row.place(name), "it is empty, and cannot be")


def check_rows(rows: object, date_format: object) -> None:
    """Refuse what is no rows, and a format that does not say a whole date."""
    if isinstance(rows, Mapping | str | bytes) or not isinstance(rows, Iterable):
        msg = (
            f"Rows are mappings, one after another, not {type(rows).__name__}. Pass "
            "csv.DictReader(file), or frame.to_dict('records')."
        )
        raise InvalidTypeError(msg, field="rows", value=None)
    if date_format is None:
        return
    if not isinstance(date_format, str):
        msg = (
            f"date_format= needs text, not {type(date_format).__name__}. Pass "
            "'%d/%m/%Y', say."
        )
        raise InvalidTypeError(msg, field="date_format", value=date_format)
    months = sum(date_format.count(one) for one in _MONTHS)
    if date_format.count("%Y") != 1 or date_format.count("%d") != 1 or months != 1:
        msg = (
            f"date_format={shown(date_format)} does not say year, month and day, each "
            "once. Write '%d/%m/%Y' or '%m/%d/%Y', say, with the year of four digits."
        )
        raise InvalidValueError(msg, field="date_format", value=date_format)


def _check_name(
    name: object,
    columns: Mapping[str, Column],
    answers: set[str],
    problems: Problems,
    number: int,
) -> None:
    if name in columns:
        return
    if name is None:  # as csv.DictReader calls what is too much
        problems.add(f"row {number}", "it has more cells than there are columns")
    elif not isinstance(name, str):
        problems.add("the header", f"{shown(name)} is no name of a column")
    elif name in answers:
        problems.add(
            f"column {shown(name)}",
            "it is what a case says, and no fact that could be recorded: leave it out "
            "(to_rows(…, facts_only=True) does)",
        )
    else:
        near = near_to(name, list(columns))
        advice = f"did you mean {either(near)}?" if near else "leave it out"
        if not near:
            advice += f"; there are {', '.join(columns)}"
        problems.add(f"column {shown(name)}", f"it is not known: {advice}")


def _read(
    row: Mapping[str, Any],
    number: int,
    columns: Mapping[str, Column],
    problems: Problems,
    date_format: str | None,
) -> ReadRow:
    cells, unreadable = {}, set()
    for name, value in row.items():
        if name not in columns or is_empty(value):
            continue
        try:
            cells[name] = read_cell(columns[name], value, date_format)
        except Unreadable as error:
            unreadable.add(name)
            problems.add(f"row {number}, {name}", str(error))
    return ReadRow(number=number, cells=cells, unreadable=frozenset(unreadable))
