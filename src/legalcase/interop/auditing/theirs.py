"""The dates of a calendar, as its rows have them: read, or told why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.interop.rows.cells import Unreadable, is_empty, read_cell
from legalcase.interop.rows.columns import Column
from legalcase.interop.rows.reading import check_rows
from legalcase.shown import shown

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["AUDIT_COLUMNS", "Theirs", "read_theirs"]

#: The columns that are read, in their order: those of `from_ical` are among them.
AUDIT_COLUMNS: Final = MappingProxyType(
    {
        one.name: one
        for one in (
            Column(name="on", sort="date", meaning="the day"),
            Column(
                name="at",
                sort="instant",
                meaning="the instant, where there is an hour: the day is the court's",
            ),
            Column(name="case_id", meaning="the id of the case"),
            Column(name="number", meaning="the court's number of the case"),
            Column(name="deadline_id", meaning="the id of the deadline"),
            Column(name="hearing_id", meaning="the id of the hearing"),
            Column(name="rule", meaning="the id of the rule, or how it is cited"),
            Column(name="owed_by", sort="list", meaning="who must act: ids of parties"),
            Column(name="uid", meaning="by which a feed of ours knows it"),
            Column(name="title", meaning="what it is, in their words"),
            Column(name="status", meaning="CANCELLED of what fell away"),
            Column(name="recurs", sort="truth", meaning="whether it is a series"),
            Column(name="problems", meaning="what could not be read of it"),
        )
    }
)
#: What `from_ical` tells besides, which says nothing of which date it is.
_BESIDE: Final = frozenset(
    ("recurrence_id", "is_floating", "ends", "place", "sequence", "changed_at")
)


@frozen(kw_only=True)
class Theirs:
    """A row of a calendar: its number, from 1, and what it says."""

    row: int
    on: date | None = None
    at: datetime | None = None
    case_id: str | None = None
    number: str | None = None
    deadline_id: str | None = None
    hearing_id: str | None = None
    rule: str | None = None
    owed_by: tuple[str, ...] = ()
    uid: str | None = None
    title: str = field(default="", repr=False)
    status: str | None = None
    recurs: bool = False
    problems: str | None = None
    unreadable: tuple[str, ...] = ()

    @property
    def why_not(self) -> str | None:
        """Why it cannot be compared, as far as it says itself."""
        if self.unreadable:
            return "; ".join(self.unreadable)
        if self.on is None and self.at is None:
            return f"it has no day ({self.problems})" if self.problems else "no day"
        if (self.status or "").casefold() == "cancelled":
            return "it is cancelled"
        if self.recurs:
            return "it is a series, of which nobody knows which one is meant"
        return None


def read_theirs(
    rows: Iterable[Mapping[str, Any]],
    columns: Mapping[str, str] | None,
    date_format: str | None,
) -> tuple[tuple[Theirs, ...], tuple[str, ...]]:
    """Return the rows that are not empty, and the columns that were not read.

    `columns` says which of theirs is which of `AUDIT_COLUMNS`. Raises
    `UnknownNameError` for one that no row has.
    """
    check_rows(rows, date_format)
    called = _called(columns)
    found: list[Theirs] = []
    passed_over: dict[str, None] = {}
    seen: dict[str, None] = {}
    for number, row in enumerate(rows, start=1):
        given: object = row
        if not isinstance(given, Mapping):
            why = f"a mapping is wanted, not {type(given).__name__}"
            found.append(Theirs(row=number, unreadable=(why,)))
            continue
        seen.update((str(name), None) for name in row)
        cells = {}
        for name, value in row.items():
            column = called.get(name, name)
            if column in AUDIT_COLUMNS and (name in called or name == column):
                if not is_empty(value):
                    cells[column] = value
            elif not is_empty(value) and name not in _BESIDE:
                passed_over[shown(name)] = None
        if not all(is_empty(value) for value in row.values()):
            found.append(_read(number, cells, date_format))
    for name in called:
        if seen and name not in seen:
            # Half of what it says would be passed over, and nobody would know.
            noun = "column"
            raise UnknownNameError.among(noun, str(name), seen)
    return tuple(found), tuple(passed_over)


def _called(columns: object) -> dict[str, str]:
    if columns is None:
        return {}
    if not isinstance(columns, Mapping):
        msg = (
            f"columns needs names by name, not {type(columns).__name__}. Pass "
            "{'Due Date': 'on', 'Matter': 'number'}, say."
        )
        raise InvalidTypeError(msg, field="columns", value=None)
    for name in columns.values():
        if name not in AUDIT_COLUMNS:
            noun = "column"
            raise UnknownNameError.among(noun, str(name), AUDIT_COLUMNS)
    return dict(columns)


def _read(number: int, cells: Mapping[str, Any], date_format: str | None) -> Theirs:
    said: dict[str, Any] = {}
    unreadable = []
    for name, value in cells.items():
        try:
            said[name] = read_cell(AUDIT_COLUMNS[name], value, date_format)
        except Unreadable as error:
            unreadable.append(f"{name}: {error}")
    return Theirs(row=number, unreadable=tuple(unreadable), **said)
