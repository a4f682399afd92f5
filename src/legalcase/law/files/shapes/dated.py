"""Verification by date: how a text was verified, from which trigger on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_dated"]


def badly_dated(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of the dates from which a deadline was verified."""
    verified = table["verified"]
    if not isinstance(verified, list | tuple):
        return
    first, last = table["in_force"]["from"], table["in_force"].get("through")
    before = None
    for index, one in enumerate(verified):
        where = f"{path}.verified[{index}]"
        day = one.get("from", first if index == 0 else None)
        if day is None:
            yield f"{where}.from", "is missing. Say from when the text was verified so."
            return
        if index == 0 and day != first:
            what = (
                f"is {day}, and the text is in force from {first}. Say how that was "
                "verified."
            )
            yield f"{where}.from", what
        if before is not None and day <= before:
            what = (
                f"is {day}, not after the entry before it ({before}). Put them in "
                "order."
            )
            yield f"{where}.from", what
        if last is not None and day > last:
            what = f"is {day}, when the text is in force no more ({last}). Take it out."
            yield f"{where}.from", what
        before = day
    for index, version in enumerate(table.get("version", ())):
        if "verified" in version:
            what = (
                "stands beside a list by date, which says how every text was "
                "verified. Put it in there."
            )
            yield f"{path}.version[{index}].verified", what
