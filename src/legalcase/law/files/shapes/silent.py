"""Silence on periods counted back, as it is written: of texts, never of readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_silent"]

_SILENT: Final = "silent"
_DISPUTE: Final = "silent-back"


def badly_silent(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of readings that are silent, and of reserved ids."""
    for index, name in enumerate(raw.get("rule", {}).get("without_disputes", ())):
        if name.startswith(_DISPUTE):
            what = (
                f"is {name!r}, which a silent text always has. State roll.before, and "
                "the text is silent no more."
            )
            yield f"$.rule.without_disputes[{index}]", what
    for index, table in enumerate(raw.get("dispute", ())):
        where = f"$.dispute[{index}]"
        if table["id"].startswith(_DISPUTE):
            what = (
                f"is {table['id']!r}, the id of the dispute that a silent text has. "
                "Choose another."
            )
            yield f"{where}.id", what
        yield from _of_readings(table, where)
    for place, deadline in enumerate(raw.get("deadline", ())):
        for index, table in enumerate(deadline.get("dispute", ())):
            yield from _of_readings(table, f"$.deadline[{place}].dispute[{index}]")


def _of_readings(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for index, reading in enumerate(table["reading"]):
        if reading.get("roll", {}).get("before") == _SILENT:
            what = "is 'silent', and a reading says what holds. State the roll."
            yield f"{path}.reading[{index}].roll.before", what
