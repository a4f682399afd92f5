"""What counts as read in a calendar only because what it stands in was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.law.files.quotations import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["read_with_another"]

#: The entries of a calendar, and what stands in them with law of its own.
_ENTRIES: Final = {"holiday": "on", "closure": "", "opening": "", "dispute": "reading"}


class _Around(NamedTuple):
    """What an entry stands in: whether it was read, and what is cited there."""

    was_read: bool
    cites: frozenset[str]

    def with_entry(self, table: Mapping[str, Any]) -> _Around:
        """Return what an entry is to those that stand in it."""
        was_read = self.was_read
        if "verified" in table:
            was_read = table["verified"]["how"] == "text"
        return _Around(was_read, self.cites | _parts(table))

    def covers(self, table: Mapping[str, Any]) -> bool:
        """Tell whether an entry says nothing that needs words besides these."""
        return "verified" in table or not self.was_read or _parts(table) <= self.cites


def read_with_another(raw: Mapping[str, Any]) -> Iterator[str]:
    """Yield the path of each entry of a calendar that needs words of its own.

    It states no `verified`, so that of the calendar's head holds (of its holiday's, or
    its dispute's), which is `text`; but it cites what is not cited there, such as the
    order that closed a day. The words of the head say nothing of that.
    """
    head = raw["calendar"]
    around = _Around(head["verified"]["how"] == "text", _parts(head))
    yield from _uncovered("$.calendar.weekend", head.get("weekend", ()), around)
    for kind, inner in _ENTRIES.items():
        tables = raw.get(kind, ())
        yield from _uncovered(f"$.{kind}", tables, around)
        for index, table in enumerate(tables):
            path = f"$.{kind}[{index}].{inner}"
            within = around.with_entry(table)
            yield from _uncovered(path, table.get(inner, ()), within)


def _uncovered(path: str, tables: Iterable[Any], around: _Around) -> Iterator[str]:
    for index, table in enumerate(tables):
        # A day of the week, or a date, can stand in the place of a table.
        if isinstance(table, dict) and not around.covers(table):
            yield f"{path}[{index}]"


def _parts(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(in_parts(table["cite"])) if "cite" in table else frozenset()
