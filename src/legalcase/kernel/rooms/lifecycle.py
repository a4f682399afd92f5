"""Lifecycle: from where to where events take a thing, as a table that can be asked."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from legalcase.errors import IllegalTransitionError
from legalcase.kernel.events.event import Event

__all__ = ["Lifecycle", "Move"]


@frozen
class Move:
    """An event takes a thing that stands at one of `leaves` to `reaches`.

    Where one kind of event can lead to two places, the move to the second says `when`.
    """

    event: type[Event]
    leaves: tuple[str, ...]
    reaches: str
    when: str = ""


@frozen(kw_only=True)
class Lifecycle:
    """Where a thing can stand, and which events move it; nothing else is possible.

    `noun` says what it is. A thing begins at `first`; a place that no move leaves is
    final.
    """

    noun: str
    first: str
    moves: tuple[Move, ...]
    _by: dict[tuple[type[Event], str], str] = field(init=False, eq=False, repr=False)

    @_by.default
    def _table(self) -> dict[tuple[type[Event], str], str]:
        table: dict[tuple[type[Event], str], str] = {}
        for move in self.moves:
            for place in move.leaves:
                table.setdefault((move.event, place), move.reaches)
        return table

    def places(self) -> tuple[str, ...]:
        """Return all places where a thing can stand, the first one first."""
        found = dict.fromkeys((self.first,))
        for move in self.moves:
            found.update(dict.fromkeys((*move.leaves, move.reaches)))
        return tuple(found)

    def after(self, event: type[Event], place: str, subject: str) -> str:
        """Return where a thing stands after an event.

        Raises `IllegalTransitionError` where the event cannot happen to it there.
        """
        reached = self._by.get((event, place))
        if reached is None:
            raise self.refusal(event, place, subject)
        return reached

    def refusal(
        self, event: type[Any], place: str, subject: str
    ) -> IllegalTransitionError:
        """Return the error for an event that cannot happen to what stands so."""
        names = ", ".join(sorted(one.__name__ for one in self.possible(place)))
        way = (
            f"From there only these follow: {names}."
            if names
            else "Nothing follows from there but a correction of what led to it."
        )
        msg = (
            f"The {self.noun} {subject!r} is {place}, and {event.__name__} cannot "
            f"follow. {way}"
        )
        return IllegalTransitionError(
            msg, subject=subject, state=place, step=event.__name__
        )

    def possible(self, place: str) -> tuple[type[Event], ...]:
        """Return the kinds of events that can happen to a thing that stands so."""
        found = (move.event for move in self.moves_from(place))
        return tuple(dict.fromkeys(found))

    def moves_from(self, place: str) -> tuple[Move, ...]:
        """Return the moves that leave a place."""
        return tuple(move for move in self.moves if place in move.leaves)

    def diagram(self) -> str:
        """Return the table as a state diagram in the language of Mermaid."""
        rows = ["stateDiagram-v2", f"    [*] --> {_state(self.first)}"]
        rows += [
            f"    {_state(place)} --> {_state(move.reaches)} : {_said(move)}"
            for move in self.moves
            for place in move.leaves
        ]
        left = {place for move in self.moves for place in move.leaves}
        rows += [
            f"    {_state(place)} --> [*]"
            for place in self.places()
            if place not in left
        ]
        return "\n".join(rows) + "\n"


def _said(move: Move) -> str:
    name = move.event.__name__
    return f"{name}, {move.when}" if move.when else name


def _state(place: str) -> str:
    return place.replace("-", "_").replace(" ", "_")
