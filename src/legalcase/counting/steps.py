"""Step and Source: what a computation did, and what it used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import frozen

from legalcase.plain_data import PlainData, plain

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

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain JSON types; each closure has `on` and `name`."""
        closures = [{"on": plain(day), "name": name} for day, name in self.closures]
        return {
            "code": self.code,
            "start": plain(self.start),
            "end": plain(self.end),
            "clause": self.clause,
            "closures": closures,
        }


@frozen(order=True)
class Source(PlainData):
    """What a computation used: ``"rule"``, ``"calendar"`` …, its id, version, edition.

    `version` is the first day of the version in force, ISO, or ``""``.
    """

    kind: str
    id: str
    version: str
    edition: str
