"""Dockets: real cases as facts with their sources, from files of the package."""

from __future__ import annotations

import tomllib
from datetime import date, time
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Docket",
    "DocketEvent",
    "DocketParty",
    "DocketQuestion",
    "DocketSource",
    "dockets",
]


@frozen(kw_only=True)
class DocketParty:
    """A party as the docket names it; `kind` is ``None`` where that is not known."""

    id: str
    name: str
    roles: tuple[str, ...]
    kind: str | None


@frozen(kw_only=True)
class DocketSource:
    """Where facts were found, and what of it was read."""

    id: str
    cite: str
    read: str


@frozen(kw_only=True)
class DocketEvent:
    """What happened, when, and how that is known.

    `seen` is ``"text"``, ``"secondary"``, ``"recall"`` or ``"derived"``; `at` is the
    hour local to the court; `by` and `served_on` are ids of parties.
    """

    id: str
    kind: str
    on: date
    text: str
    source: str
    seen: str
    at: time | None
    method: str | None
    by: tuple[str, ...]
    served_on: tuple[str, ...]


@frozen(kw_only=True)
class DocketQuestion:
    """A deadline of the case: what to compute, what is stated, what became of it.

    `what` is a deadline's id or a bare period; `by_hand` says why the schedule of the
    case cannot give it, and is empty where it does. `anchors` are ids of events (of a
    question, where `direction` is ``"extending"``); `order` is the event that set it,
    if not its trigger, `hour` the hour that this order fixed; `expected`, `parts` and
    `alternatives` are dates that the case or its sources state; `done` the event by
    which it was met, in time unless `is_late`.
    """

    id: str
    title: str
    what: str
    direction: str
    anchors: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    by_hand: str
    seen: str
    cite: str
    says: str
    order: str | None
    hour: time | None
    expected: date | None
    expected_at: time | None
    parts: tuple[date, ...]
    alternatives: tuple[date, ...]
    done: str | None
    is_late: bool


@frozen(kw_only=True)
class Docket:
    """A case as its file knows it; what is not known is left out, and said."""

    id: str
    title: str
    caption: str
    number: str
    jurisdiction: str
    court: str | None
    court_name: str
    calendar: str | None
    forum: str | None
    parties: tuple[DocketParty, ...]
    sources: tuple[DocketSource, ...]
    events: tuple[DocketEvent, ...]
    questions: tuple[DocketQuestion, ...]
    not_known: tuple[str, ...]

    def event(self, name: str) -> DocketEvent:
        """Return an event by its id; raises `UnknownNameError`."""
        found = {event.id: event for event in self.events}
        if name not in found:
            noun = f"event of {self.id}:"
            raise UnknownNameError.of(noun, name, found)
        return found[name]

    def source(self, name: str) -> DocketSource:
        """Return a source by its id; raises `UnknownNameError`."""
        found = {source.id: source for source in self.sources}
        if name not in found:
            noun = f"source of {self.id}:"
            raise UnknownNameError.of(noun, name, found)
        return found[name]


def dockets() -> tuple[Docket, ...]:
    """Return every docket that comes with the package, by title."""
    folder = files("legalcase.cli.demo") / "dockets"
    found = [
        _docket(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda docket: docket.title.casefold()))


def _docket(name: str, raw: Mapping[str, Any]) -> Docket:
    head = raw["docket"]
    return Docket(
        id=name,
        title=head["title"],
        caption=head["caption"],
        number=head["number"],
        jurisdiction=head["jurisdiction"],
        court=head.get("court"),
        court_name=head["court_name"],
        calendar=head.get("calendar"),
        forum=head.get("forum"),
        parties=tuple(_party(table) for table in head["parties"]),
        sources=tuple(
            DocketSource(id=table["id"], cite=table["cite"], read=table["read"])
            for table in raw["source"]
        ),
        events=tuple(
            sorted((_event(table) for table in raw["event"]), key=lambda e: e.on)
        ),
        questions=tuple(_question(table) for table in raw["question"]),
        not_known=tuple(head["not_known"]),
    )


def _party(table: Mapping[str, Any]) -> DocketParty:
    return DocketParty(
        id=table["id"],
        name=table["name"],
        roles=(table["role"], *table.get("also", ())),
        kind=table.get("kind"),
    )


def _event(table: Mapping[str, Any]) -> DocketEvent:
    return DocketEvent(
        id=table["id"],
        kind=table["kind"],
        on=table["on"],
        text=table["text"],
        source=table["source"],
        seen=table["seen"],
        at=_hour(table.get("at")),
        method=table.get("method"),
        by=tuple(table.get("by", ())),
        served_on=tuple(table.get("served_on", ())),
    )


def _hour(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _question(table: Mapping[str, Any]) -> DocketQuestion:
    direction = next(d for d in ("after", "before", "extending") if d in table)
    anchors = table[direction]
    done = table.get("late_by", [table.get("met_by")])
    return DocketQuestion(
        id=table["id"],
        title=table["title"],
        what=table.get("deadline") or table["period"],
        direction=direction,
        anchors=(anchors,) if isinstance(anchors, str) else tuple(anchors),
        options=tuple(
            (name, table[name])
            for name in ("under", "act", "nature", "service")
            if name in table
        ),
        by_hand=table.get("by_hand", ""),
        seen=table["seen"],
        cite=table["cite"],
        says=table.get("says", ""),
        order=table.get("order"),
        hour=_hour(table.get("hour")),
        expected=table.get("expected"),
        expected_at=_hour(table.get("expected_at")),
        parts=tuple(table.get("parts", ())),
        alternatives=tuple(table.get("alternatives", ())),
        done=done[0],
        is_late="late_by" in table,
    )
