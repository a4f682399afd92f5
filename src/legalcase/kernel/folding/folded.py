"""Folded: what a log has made: the state of each room, and what was passed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve, field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.events.event import is_fenced_kind
from legalcase.kernel.register import Register
from legalcase.kernel.rooms.model import Model

if TYPE_CHECKING:
    from legalcase.kernel.rooms.facet import Facet

__all__ = ["LINES", "Folded", "SetAside"]

#: As what the ids of lines are known. Only a correction can refer to one that was left
#: out, and nothing to a correction.
LINES: Final = ("event", "left-out", "correction")

S = TypeVar("S")


@frozen
class SetAside:
    """A line that was left out: its ground had not happened yet, or was corrected."""

    number: int
    event_id: str
    kind: str
    why: str = field(repr=False)


@frozen(kw_only=True, repr=False, eq=False)
class Folded:
    """The state of every room after the line `number` of a stream.

    `folded[FACET]` is the state of a room. `known` has what can be referred to, by
    noun and id; `unread` the kinds that were passed over because no room knows them.
    """

    model: Model
    stream: str
    number: int
    recorded_at: datetime
    _rooms: Mapping[str, Any] = field(alias="rooms")
    known: Register[int]
    unread: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @property
    def rooms(self) -> Mapping[str, Any]:
        """The states by the names of the rooms, read-only."""
        return MappingProxyType(dict(self._rooms))

    def __repr__(self) -> str:
        """Return which log it is, and up to which line; no more of it."""
        return f"<Folded {self.stream!r} up to line {self.number}>"

    def __getitem__(self, facet: Facet[S]) -> S:
        """Return the state of a room; raises `InvalidTypeError` for what is none."""
        try:
            state: S = self._rooms[facet.name]
        except (KeyError, AttributeError):
            name = getattr(facet, "name", type(facet).__name__)
            msg = (
                f"The case has no room {name!r}. Fold its log with a model that has: "
                "model.with_facets(…)."
            )
            error = InvalidTypeError(msg, field="facet", value=None)
        else:
            return state
        raise error

    def has_room(self, facet: Facet[Any]) -> bool:
        """Tell whether it was folded with a room, by the room's name.

        A model that was pickled has rooms of the same names, and not the same objects.
        """
        return facet.name in self._rooms

    def number_of(self, event_id: str) -> int:
        """Return the number of the line of an event, whatever became of it.

        Raises `UnknownNameError`.
        """
        for noun in LINES:
            found = self.known.find(f"{noun}:{event_id}")
            if found is not None:
                return found
        return self.known[f"event:{event_id}"]

    def state(self, room: str) -> Any:  # noqa: ANN401 - whatever the room holds
        """Return the state of the room of a name."""
        return self._rooms[room]

    def states(self) -> dict[str, Any]:
        """Return a copy of all states, by the names of their rooms."""
        return dict(self._rooms)

    def without_fenced(self) -> Folded:
        """Return it with nothing of what is fenced: such a room is as it begins.

        Neither kinds that were passed over nor lines that were left out tell of it.
        """
        rooms = {
            facet.name: facet.first for facet in self.model.facets if facet.is_fenced
        }
        return evolve(
            self,
            rooms={**self._rooms, **rooms},
            unread=tuple(one for one in self.unread if not is_fenced_kind(one)),
            set_aside=tuple(
                one for one in self.set_aside if not is_fenced_kind(one.kind)
            ),
        )

    def __eq__(self, other: object) -> bool:
        """Tell whether all rooms, and what was passed over, are equal."""
        if not isinstance(other, Folded):
            return NotImplemented
        return (
            (self.stream, self.number, self.recorded_at)
            == (other.stream, other.number, other.recorded_at)
            and self.unread == other.unread
            and self.set_aside == other.set_aside
            and dict(self._rooms) == dict(other._rooms)
        )

    def __hash__(self) -> int:
        """Return a hash of stream and number."""
        return hash((self.stream, self.number))
