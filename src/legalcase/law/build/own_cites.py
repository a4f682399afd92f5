"""A base whose citations are not taken over: its clauses stand in another text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.authority import cited

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legalcase.authority import Authority, Dispute

__all__ = ["OwnCites"]


class OwnCites:
    """What a rule cites for what it takes over from its base: its own provisions.

    The pinpoint that a version names for a setting (`cites`), or else the general
    citation of the version in force. What was decided or verified on the base was so on
    another text, and is not taken over either.
    """

    def __init__(self, tables: Sequence[Mapping[str, Any]], prefix: str) -> None:
        self.tables = sorted(tables, key=_from)
        self.prefix = prefix

    def on(self, day: date) -> tuple[str, dict[str, str]]:
        """Return the general citation, and those of settings, in force on a day."""
        general, pinpoints = "", {}
        for table in self.tables:
            if table["from"] <= day:
                general = cited(self.prefix, table.get("cite", "")) or general
                for place, cite in table.get("cites", {}).items():
                    pinpoints[place] = cited(self.prefix, cite)
        return general, pinpoints

    def put(self, data: Mapping[str, Any], day: date) -> dict[str, Any]:
        """Return a base's tables with the rule's own citations, in full."""
        general, pinpoints = self.on(day)
        return _put(data, general, pinpoints, "")

    def of_dispute(self, dispute: Dispute, authorities: Sequence[Authority]) -> Dispute:
        """Return a dispute of the base as one about the rule's own text."""
        day = dispute.last or date.max
        authority = next(
            (one for one in reversed(authorities) if _begins(one) <= day),
            authorities[0],
        )
        readings = tuple(
            evolve(one, authority=authority, change=self.put(one.change, day))
            for one in dispute.readings
        )
        return evolve(dispute, authority=authority, readings=readings, settled=())


def _put(
    data: Mapping[str, Any], general: str, pinpoints: Mapping[str, str], path: str
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key == "cite" and isinstance(value, str):
            found[key] = "=" + pinpoints.get(path, general)
        elif isinstance(value, dict):
            where = f"{path}.{key}" if path else key
            found[key] = _put(value, general, pinpoints, where)
        else:
            found[key] = value
    return found


def _from(table: Mapping[str, Any]) -> date:
    first: date = table["from"]
    return first


def _begins(authority: Authority) -> date:
    return authority.in_force_from or date.min
