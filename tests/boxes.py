"""A small model for the tests of the kernel: a box, and the things that lie in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from legalcase.errors import IllegalTransitionError
from legalcase.kernel import (
    Corrected,
    Event,
    Facet,
    Heard,
    Model,
    Recorded,
    Ref,
    Register,
    Retracted,
    Row,
    Terms,
    names,
    refers,
)
from legalcase.kernel.checks import check_id, check_ids

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded

DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)


@frozen(kw_only=True)
class Opened(Event):
    """A box was opened."""


@frozen(kw_only=True)
class Put(Event):
    """A thing was put into the box, perhaps on another one."""

    thing_id: str = field(validator=check_id, metadata=names("thing"))
    on: str | None = field(default=None, metadata=refers("thing"))
    size: int = 1


@frozen(kw_only=True)
class Marked(Event):
    """Things were marked, or marked anew, with a mark of that id."""

    mark_id: str = field(validator=check_id, metadata=names("mark", again=True))
    things: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("thing")
    )
    because: Ref | None = None


@frozen(kw_only=True)
class Inner(Terms):
    """A part of an event that refers to something."""

    of: Ref


@frozen(kw_only=True)
class Said(Event):
    """Something was said of what the terms refer to."""

    terms: tuple[Inner, ...] = ()


@frozen(kw_only=True)
class Taken(Event):
    """A thing was taken out, once."""

    thing_id: str = field(validator=check_id, metadata=refers("thing"))


@frozen
class Box:
    """What lies in the box: (id, size), and what was corrected."""

    things: Register[int] = field(factory=lambda: Register("thing"))
    taken: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def _same(state: Any, *_: object) -> Any:
    return state


def _put(box: Box, event: Put, _: Recorded, __: Folded) -> Box:
    return evolve(box, things=box.things.with_(event.thing_id, event.size))


def _taken(box: Box, event: Taken, _: Recorded, __: Folded) -> Box:
    if event.thing_id in box.taken:
        msg = f"The thing {event.thing_id!r} was taken already. Look who has it."
        raise IllegalTransitionError(
            msg, subject=event.thing_id, state="taken", step="taken"
        )
    return evolve(box, taken=(*box.taken, event.thing_id))


def _told(
    box: Box, event: Corrected | Retracted, _: Recorded, __: Folded, wrong: Event | None
) -> Box:
    # What was wrong is told as it was recorded, whatever stands in its place now.
    assert wrong is not None
    return evolve(box, corrected=(*box.corrected, event.event_id))


def _seen(count: int, _: object, __: Recorded, before: Folded) -> int:
    # How many things there were before: a room sees the others as they stood.
    return count * 10 + len(before[BOX].things)


BOX: Facet[Box] = Facet(
    name="box",
    first=Box(),
    rows=(
        Row(Opened, "opened", 1, _same),
        Row(Put, "put", 1, _put),
        Row(Marked, "marked", 1, _same),
        Row(Said, "said", 1, _same),
        Row(Taken, "taken", 1, _taken),
    ),
    corrected=_told,
)
WATCH: Facet[int] = Facet(name="watch", first=0, rows=(), hears=(Heard(Put, _seen),))
MODEL = Model("box", Opened, (BOX, WATCH))


def line(event: Any, number: int, **changes: Any) -> Recorded:
    """A line of the box, recorded a minute after the one before it."""
    kind, schema = type(event).__name__.lower(), 1
    given: dict[str, Any] = {
        "stream": "box:a",
        "number": number,
        "event_id": f"e-{number}",
        "kind": getattr(event, "kind", kind),
        "schema": schema,
        "recorded_at": NOON + timedelta(minutes=number),
        "actor": "clerk",
        "event": event,
        **changes,
    }
    return Recorded(**given)


def log(*events: Any) -> tuple[Recorded, ...]:
    """A log that begins with the opening of a box."""
    all_ = (Opened(happened_on=DAY), *events)
    return tuple(line(event, number) for number, event in enumerate(all_, 1))


def put(thing_id: str, **said: Any) -> Put:
    """A thing that was put into the box on the first day."""
    return Put(thing_id=thing_id, **{"happened_on": DAY, **said})


def taken(thing_id: str, **said: Any) -> Taken:
    """A thing that was taken on the first day."""
    return Taken(thing_id=thing_id, **{"happened_on": DAY, **said})


def corrected(event_id: str, event: Event) -> Corrected:
    """A line that was recorded wrongly."""
    return Corrected(event_id=event_id, event=event, ground="typed wrongly")


def retracted(event_id: str) -> Retracted:
    """A line that should never have been recorded."""
    return Retracted(event_id=event_id, ground="of another box")
