"""Court: who sits where, under which rules, calendars and clocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.authority import Authority

__all__ = ["Court"]

_HOUR: Final = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00"


@frozen(kw_only=True)
class Court(PlainData):
    """One court: its rules of computation, its calendars by role, its zones.

    `counting` are ids of counting rules, the general one first; `calendars` are
    (role, id of a calendar) pairs; of several `zones` the earlier midnight ends the
    day; `cut_offs` are (papers, hour) pairs; `parent` is the court above; `hears` is in
    what it decides (words of `proceeding`), empty where nothing is said of that;
    `appeals` are deadlines of the appeal from it, counted by the rule of another court;
    `without` are deadlines of its rules that run from the decisions of others alone.
    """

    id: str
    name: str
    counting: tuple[str, ...] = field()
    zones: tuple[str, ...]
    calendars: tuple[tuple[str, str], ...]
    authority: Authority
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    cut_offs: tuple[tuple[str, str], ...] = field(default=())
    hears: tuple[str, ...] = ()
    appeals: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @counting.validator
    def _check_counting(self, _: object, value: tuple[str, ...]) -> None:
        if not value:
            msg = (
                f"The court {shown(self.id)} has no rule of computation. Name one at "
                "least."
            )
            raise InvalidValueError(msg, field="counting", value=value)

    @cut_offs.validator
    def _check_cut_offs(self, _: object, value: tuple[tuple[str, str], ...]) -> None:
        for _papers, hour in value:
            if not re.fullmatch(_HOUR, hour):
                msg = f"{shown(hour)} is no hour of a day. Write it like '16:30'."
                raise InvalidValueError(msg, field="cut_offs", value=value)

    def _repr_html_(self) -> str:
        from legalcase.markup import Table

        table = Table(f"{self.name} ({self.id})", ("what", "which"))
        table.add("counting rules", ", ".join(self.counting))
        for role, calendar in self.calendars:
            table.add(f"calendar: {role}", calendar)
        table.add("time zone", ", ".join(self.zones))
        for papers, hour in self.cut_offs:
            table.add(f"last hour: {papers}", hour)
        if self.hears:
            table.add("hears", ", ".join(self.hears))
        if self.appeals:
            table.add("appeals", ", ".join(self.appeals))
        if self.without:
            table.add("without", ", ".join(self.without))
        if self.parent is not None:
            table.add("court above", self.parent)
        table.add("authority", self.authority.cite)
        return table.html()
