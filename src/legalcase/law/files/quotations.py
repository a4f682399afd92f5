"""`[[words]]`: which citations a quotation covers, and when it was in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["in_parts", "quoting", "spanning"]


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
