"""Model: which rooms a program knows: an immutable value, as the law is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label, borne
from legalcase.kernel.events.references import nouns_named
from legalcase.kernel.rooms.facet import Facet, Handler, Row

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.lifecycle import Lifecycle

__all__ = ["Model"]


@frozen(eq=False)
class Model:
    """The rooms of a kind of stream, and the event with which each stream begins.

    `noun` is the prefix of its streams (``"case"`` for ``"case:roe"``). Raises
    `InvalidValueError` where two rooms have one name, or two classes one kind.
    """

    noun: str
    opens: type[Event]
    facets: tuple[Facet[Any], ...]
    nouns: frozenset[str] = field(init=False, repr=False)
    _rows: Mapping[type, Row] = field(init=False, repr=False)
    _kinds: Mapping[str, Row] = field(init=False, repr=False)
    _listeners: Mapping[type, tuple[tuple[str, Handler], ...]] = field(
        init=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Read the tables of the rooms."""
        rows: dict[type, Row] = {}
        kinds: dict[str, Row] = {}
        listeners: dict[type, list[tuple[str, Handler]]] = {}
        names: set[str] = set()
        for facet in self.facets:
            if type(facet) is not Facet:
                msg = (
                    f"A model is made of facets, not {type(facet).__name__}. Pass "
                    "Facet(name=…, first=…, rows=(…,))."
                )
                raise InvalidTypeError(msg, field="facets", value=None)
            if facet.name in names:
                raise _twice(facet.name, "room")
            names.add(facet.name)
            for row in facet.rows:
                if row.event in rows or row.kind in kinds:
                    raise _twice(row.kind, "kind")
                rows[row.event] = kinds[row.kind] = row
                listeners.setdefault(row.event, []).append((facet.name, row.handler))
            for heard in facet.hears:
                listeners.setdefault(heard.event, []).append(
                    (facet.name, heard.handler)
                )
        for kind in listeners.keys() - rows.keys():
            msg = (
                f"A room hears {kind.__name__}, which no room owns. Add the room that "
                "owns it, before or after."
            )
            raise InvalidValueError(msg, field="facets", value=kind.__name__)
        set_ = object.__setattr__
        nouns = frozenset(noun for kind in rows for noun in nouns_named(kind))
        set_(self, "nouns", nouns)
        set_(self, "_rows", MappingProxyType(rows))
        set_(self, "_kinds", MappingProxyType(kinds))
        heard_by = {kind: tuple(found) for kind, found in listeners.items()}
        set_(self, "_listeners", MappingProxyType(heard_by))

    def with_facets(self, *facets: Facet[Any]) -> Self:
        """Return a model that knows further rooms."""
        return type(self)(self.noun, self.opens, (*self.facets, *facets))

    def rows(self) -> tuple[Row, ...]:
        """Return the kinds of events that it knows, in the order of the rooms."""
        return tuple(self._rows.values())

    def row_of(self, event: type) -> Row:
        """Return the row of a class of events; raises `InvalidTypeError`."""
        row = self._rows.get(event)
        if row is None:
            msg = (
                f"No room of this model knows {event.__name__}. Open and read the "
                f"case with a model that has its room{_home(event)}."
            )
            raise InvalidTypeError(msg, field="event", value=None)
        return row

    def lifecycles(self) -> tuple[tuple[str, Lifecycle], ...]:
        """Return (room, lifecycle) of all that have their place in one."""
        return tuple(
            (facet.name, tracked.lifecycle)
            for facet in self.facets
            for tracked in facet.tracks
        )

    def label_of(self, line: Recorded) -> Label | None:
        """Return who may see a line: as it says, or else as its kind does.

        ``None`` where neither says anything, or no room knows the kind.
        """
        row = self._kinds.get(line.kind)
        if row is None or row.label is None:
            return line.label
        return borne(line.label, kind=row.label)

    def find_kind(self, kind: str) -> Row | None:
        """Return the row of a kind on the wire, or ``None``."""
        return self._kinds.get(kind)

    def listeners(self, event: type) -> tuple[tuple[str, Handler], ...]:
        """Return (room, handler) of those that hear a class of events."""
        return self._listeners.get(event, ())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what it was made of."""
        return type(self), (self.noun, self.opens, self.facets)


def _home(event: type) -> str:
    """Say where the rooms of a package are that offers them all."""
    package = ".".join(event.__module__.split(".")[:2])
    if package == "legalcase.practice":
        return f": model={package}.MODEL"
    return ", by model.with_facets(…)"


def _twice(name: str, noun: str) -> InvalidValueError:
    msg = (
        f"The {noun} {name!r} is there twice. Give each a name of its own; those of "
        "others have a prefix, such as 'acme-legal/'."
    )
    return InvalidValueError(msg, field="facets", value=name)
