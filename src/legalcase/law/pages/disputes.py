"""Disputes on the page of a jurisdiction: each question with all its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import cited
from legalcase.law.pages.page import PageTable
from legalcase.law.pages.said import authority_said, how_said, settings_of, words_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["disputes_table"]

_APART: Final = frozenset({"name", "cite", "words", "verified"})
_HEAD: Final = (
    *("question", "id", "arises", "answer", "under it", "authority"),
    *("verified", "words"),
)


def disputes_table(
    tables: Iterable[Mapping[str, Any]], prefix: str, whose: str = ""
) -> PageTable:
    """Return the questions of a file or of an entry, one row an answer."""
    rows = []
    for table in tables:
        arises = " ".join(
            f"{word} {table[word]}" for word in ("from", "through") if word in table
        )
        asked = f"{table.get('kind', 'law')}; {arises}".strip("; ")
        first = f"{table['adopted']} (adopted)"
        for court in table.get("settled", ()):
            first += f"; settled for {court['court']}: {court['reading']}"
            first += f" ({cited('', court['cite'])})"
        rows.append(
            (
                table["question"],
                f"{whose}#{table['id']}",
                asked,
                first,
                "",
                *_backed(table, prefix),
            )
        )
        for reading in table["reading"]:
            change = {k: v for k, v in reading.items() if k not in _APART}
            rows.append(
                (
                    "",
                    "",
                    "",
                    reading["name"],
                    _changed(change, prefix),
                    *_backed(reading, prefix),
                )
            )
    return PageTable.of("Disputes", _HEAD, rows)


def _changed(change: Mapping[str, Any], prefix: str) -> str:
    found = settings_of(change, prefix)
    return "; ".join(f"{name} {value}" for name, value in found)


def _backed(table: Mapping[str, Any], prefix: str) -> tuple[str, str, str]:
    verified = how_said(table.get("verified"))
    return authority_said(table, prefix), verified, words_said(table)
