"""Court: who sits where, under which rules, calendars and clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.authority import Authority

__all__ = ["Court"]


@frozen(kw_only=True)
class Court(PlainData):
    """One court: its rules of computation, its calendars by role, its zones.

    `counting` are ids of counting rules, the general one first; `calendars` are
    (role, id of a calendar) pairs; of several `zones` the earlier midnight ends the
    day; `cut_offs` are (papers, hour) pairs; `parent` is the court above.
    """

    id: str
    name: str
    counting: tuple[str, ...]
    zones: tuple[str, ...]
    calendars: tuple[tuple[str, str], ...]
    authority: Authority
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    cut_offs: tuple[tuple[str, str], ...] = ()

    def _repr_html_(self) -> str:
        from legalcase.markup import Table  # noqa: PLC0415 - when read

        table = Table(f"{self.name} ({self.id})", ("what", "which"))
        table.add("counting rules", ", ".join(self.counting))
        for role, calendar in self.calendars:
            table.add(f"calendar: {role}", calendar)
        table.add("time zone", ", ".join(self.zones))
        for papers, hour in self.cut_offs:
            table.add(f"last hour: {papers}", hour)
        if self.parent is not None:
            table.add("court above", self.parent)
        table.add("authority", self.authority.cite)
        return table.html()
