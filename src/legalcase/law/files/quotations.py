"""`[[words]]`: which citations a quotation covers, and when it was in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["NEEDS_ITS_OWN", "in_parts", "quoting", "spanning", "words_by_version"]

#: What a version of a deadline can change only with words of its own.
NEEDS_ITS_OWN: Final = frozenset(
    {"period", "later_of", "earlier_of", "trigger", "direction"}
)


def in_parts(cite: str) -> list[str]:
    """Return the citations of which a citation is made up, without their marks.

    They are joined by ``"; "``; each can be quoted by itself, or all by one quotation.
    """
    return [part.removeprefix("=").strip() for part in cite.split("; ")]


def quoting(
    tables: Sequence[Mapping[str, Any]], cite: str, day: date | None = None
) -> list[Mapping[str, Any]]:
    """Return the `[[words]]` that quote a citation on a day, or ever; else nothing.

    One quotes it whole, or each of its parts is quoted.
    """
    valid = [table for table in tables if day is None or _holds(table, day)]
    wanted = in_parts(cite)
    found: list[Mapping[str, Any]] = []
    start = 0
    while start < len(wanted):
        for end in range(len(wanted), start, -1):
            table = _of(valid, wanted[start:end])
            if table is not None:
                found += [] if table in found else [table]
                start = end
                break
        else:
            return []
    return found


def _of(
    tables: Sequence[Mapping[str, Any]], parts: list[str]
) -> Mapping[str, Any] | None:
    for table in tables:
        if any(in_parts(cite) == parts for cite in table["cite"]):
            return table
    return None


def _holds(table: Mapping[str, Any], day: date) -> bool:
    first, last = spanning(table)
    return first <= day <= last


def spanning(table: Mapping[str, Any]) -> tuple[date, date]:
    """Return the first and the last date on which words were in force."""
    return table.get("from", date.min), table.get("through", date.max)


def words_by_version(table: Mapping[str, Any]) -> list[tuple[date, Any]]:
    """Return (first day, words) of a deadline's texts; ``None`` of one without.

    A version has those of the text before it, unless it changes the time.
    """
    words = table.get("words")
    found = [(table["in_force"]["from"], words)]
    for version in table.get("version", ()):
        inherited = None if NEEDS_ITS_OWN & version.keys() else words
        words = version.get("words", inherited)
        found.append((version["from"], words))
    return found
