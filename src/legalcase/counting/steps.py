"""Step, Reading and Notice: the parts of a computation that people read."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from attrs import frozen

__all__ = ["Notice", "Reading", "Source", "Step"]


class Step(NamedTuple):
    """One stage that acted: from where to where, on what authority.

    `code` is ``"trigger"``, ``"late"``, ``"count"``, ``"suspend"``, ``"add"``,
    ``"roll-first"``, ``"roll"``, ``"stay"``, ``"inaccessible"``, ``"complete"``,
    ``"expiry"``, ``"restart"``, ``"later-of"``, ``"earlier-of"`` or ``"fixed"``.
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


@frozen(kw_only=True)
class Reading:
    """What is due if a disputed question is answered otherwise.

    `kind` is ``"law"`` (authorities differ) or ``"fact"`` (a fact was not given that
    decides). `settled` tells that the computation's own court has decided, so that
    its `due` follows another answer. `due_at` is the instant, for hours.
    """

    question: str
    choice: str
    authority: str
    due: date
    kind: str = "law"
    settled: bool = False
    due_at: datetime | None = None


@frozen(kw_only=True)
class Notice:
    """Something that the reader of a result must know; `code` never changes."""

    code: str
    text: str

    def __str__(self) -> str:
        """Return the text."""
        return self.text
