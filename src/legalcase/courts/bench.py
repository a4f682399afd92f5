"""Court: who sits where, under which rules, calendars and clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from legalcase.authority import Authority

__all__ = ["Court"]


@frozen(kw_only=True)
class Court:
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
