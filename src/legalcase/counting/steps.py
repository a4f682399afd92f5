"""Step and Source: what a computation did, and what it used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["Source", "Step"]


class Step(NamedTuple):
    """One stage that acted: from where to where, on what authority.

    `code` is ``"trigger"``, ``"late"``, ``"deemed"``, ``"count"``, ``"suspend"``,
    ``"add"``, ``"add-court-days"``, ``"roll-first"``, ``"roll"``, ``"stay"``,
    ``"inaccessible"``, ``"complete"``, ``"expiry"``, ``"in-time"``, ``"too-late"``,
    ``"nothing-to-stop"``, ``"restart"``, ``"later-of"``, ``"earlier-of"`` or
    ``"fixed"``.
    `start` and `end` are dates, or aware datetimes when hours are counted. `closures`
    are the (date, name) pairs of the days that did not count or were passed over.
    """

    code: str
    start: date | datetime
    end: date | datetime
    clause: str
    closures: tuple[tuple[date, str], ...] = ()


class Source(NamedTuple):
    """What a computation used: ``"rule"``, ``"calendar"`` …, its id, version, edition.

    `version` is the first day of the version in force, ISO, or ``""``.
    """

    kind: str
    id: str
    version: str
    edition: str
