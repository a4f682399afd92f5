"""Facet: one room of a case, as a table: its first state, and what it hears."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_instant, check_text
from legalcase.kernel.events.event import Event, FencedEvent, is_fenced_kind
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.references import nouns_named
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.rooms.lifecycle import Lifecycle

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["Attempt", "Facet", "Heard", "Onward", "Row", "Tracked"]

S = TypeVar("S")

#: (state, event, line, what stood before the line) → state, or a refusal.
#: What stood before is a `Folded`, which stands above this table and knows it.
Handler = Callable[[Any, Any, "Recorded", Any], Any]
#: (state, the correction, its line, what stood before that, what was wrong) → state.
CorrectionHandler = Callable[
    [Any, Corrected | Retracted, "Recorded", Any, Event | None], Any
]


@frozen(kw_only=True)
class Attempt:
    """Who asks what can be recorded, and when."""

    by: str = field(repr=False, validator=check_text)
    at: datetime = field(validator=check_instant)

    @property
    def on(self) -> date:
        """The day, by the clock of whoever asks."""
        return own_day(self.at)


#: (state, id of the thing, who asks and when, what stands) → what must be there first.
Missing = Callable[[Any, str, Attempt, Any], Iterable[str]]


@frozen
class Row:
    """A kind of event that a room owns: class, kind on the wire, schema, handler.

    `check` is asked when somebody records such an event, and never of a log that is
    read: what was recorded once stays readable. `label` is that of a line which bears
    none. Programs that do not know an `ancillary` kind may pass over it; so are all
    kinds with a prefix. A line of an older schema, from `since` on, is read by the
    same class: it has nothing that the class has not. `missing` says of a thing what
    must be there before the event can happen to it: what the handler or the check
    would refuse.
    """

    event: type[Event]
    kind: str
    schema: int
    handler: Handler
    check: Handler | None = None
    label: Label | None = None
    ancillary: bool = False
    since: int | None = None
    missing: Missing | None = None


@frozen
class Heard:
    """A kind of event that another room owns, and this one hears as well.

    `missing` says what must be there before this room lets it happen.
    """

    event: type[Event]
    handler: Handler
    missing: Missing | None = None


@frozen
class Tracked(Generic[S]):
    """A lifecycle of a room, and how to find each thing's place in it."""

    lifecycle: Lifecycle
    standing: Callable[[S], Iterable[tuple[str, str]]]


@frozen(kw_only=True)
class Onward:
    """A move that a table allows which is not the program's: it stands in the state.

    `event` takes the thing `subject`, a `noun`, from `leaves` to `reaches`; `missing`
    is what must be there first.
    """

    noun: str
    subject: str
    event: type[Event]
    leaves: str
    reaches: str
    when: str = ""
    missing: tuple[str, ...] = ()


@frozen(kw_only=True, eq=False)
class Facet(Generic[S]):
    """A room of a case: its own state, its own kinds of events.

    A handler can return only the state of its own room, so that a room which is not
    there changes nothing in the others. `corrected` is told of corrections of any
    line. `onward` says what can follow by tables that stand in the state, as `tracks`
    does by those of the program. Two facets are the same if they are one object; one
    that was made of something says by `made_of` how it is made again: a function, and
    its arguments.
    """

    name: str
    first: S
    rows: tuple[Row, ...]
    hears: tuple[Heard, ...] = ()
    corrected: CorrectionHandler | None = None
    tracks: tuple[Tracked[S], ...] = ()
    onward: Callable[[S, Attempt, Any], Iterable[Onward]] | None = None
    made_of: tuple[Callable[..., Any], tuple[Any, ...]] | None = None

    @property
    def is_fenced(self) -> bool:
        """Whether nothing outside is told what it says: its prefix ends in -fenced."""
        return is_fenced_kind(self.name)

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Pickle that of which it was made, if it was, and else its table."""
        return self.made_of or super().__reduce__()

    def __attrs_post_init__(self) -> None:
        """Refuse a table that contradicts itself."""
        prefix, slash, _ = self.name.partition("/")
        for row in self.rows:
            if slash and not row.kind.startswith(f"{prefix}/"):
                msg = (
                    f"Room {self.name!r} owns the kind {row.kind!r}, which has not its "
                    f"prefix. Call it '{prefix}/{row.kind}'."
                )
                raise InvalidValueError(msg, field="rows", value=row.kind)
            self._check_fence(row)
            for noun in nouns_named(row.event):
                if slash and not noun.startswith(f"{prefix}/"):
                    msg = (
                        f"Room {self.name!r} gives ids to a {noun!r}, which is not "
                        "its own: a program without the room would not know them. "
                        f"Write names('{prefix}/{noun}')."
                    )
                    raise InvalidValueError(msg, field="rows", value=noun)
            if not slash and "/" in row.kind:
                msg = (
                    f"Room {self.name!r} has no prefix, and the kind {row.kind!r} has. "
                    "Give the room the same prefix."
                )
                raise InvalidValueError(msg, field="rows", value=row.kind)

    def _check_fence(self, row: Row) -> None:
        """Refuse a fence that is there by half: its class, its kind and its tags."""
        is_of_fence = issubclass(row.event, FencedEvent)
        if is_of_fence != self.is_fenced:
            msg = (
                f"Room {self.name!r} and its event {row.event.__name__} do not agree "
                "on whether they are fenced. Derive the event from FencedEvent, and "
                "give the room a prefix that ends in '-fenced'; or neither."
            )
            raise InvalidValueError(msg, field="rows", value=row.kind)
        if is_of_fence and row.event.tags is not Event.tags:
            msg = (
                f"{row.event.__name__} is fenced and has tags, by which others would "
                "find it. Leave tags() out."
            )
            raise InvalidValueError(msg, field="rows", value=row.kind)
