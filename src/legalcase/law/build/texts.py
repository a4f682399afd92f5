"""The texts of a deadline: its own, and what versions and verification change in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["changes_of"]


def changes_of(table: Mapping[str, Any], path: str) -> list[tuple[str, dict[str, Any]]]:
    """Return (path, change) of each version of a deadline's text, by date.

    The first is the text itself. A date from which the text was verified otherwise is
    a change as well: what it states is how.
    """
    first = table["in_force"]["from"]
    found: dict[Any, tuple[str, dict[str, Any]]] = {first: (path, {"from": first})}
    for index, version in enumerate(table.get("version", ())):
        found[version["from"]] = (f"{path}.version[{index}]", dict(version))
    verified = table.get("verified")
    for index, one in enumerate(verified if isinstance(verified, list | tuple) else ()):
        day = one.get("from", first)
        where, change = found.get(day, (f"{path}.verified[{index}]", {"from": day}))
        change["verified"] = {k: v for k, v in one.items() if k != "from"}
        found[day] = (where, change)
    return [found[day] for day in sorted(found)]
