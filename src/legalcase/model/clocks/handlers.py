"""How events change the clocks, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.clocks.events import (
    ClockEnded,
    ClockLengthened,
    ClockSevered,
    ClockWaived,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
)
from legalcase.model.clocks.state import OURS, CaseClock, ExcludedTime, Joinder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.events.ref import Ref
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.correction import Corrected, Retracted
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.clocks.events import ClocksJoined, ClockStarted
    from legalcase.model.clocks.state import Clocks
    from legalcase.model.docket.events import EntryStruck, OrderVacated

__all__ = [
    "EXCLUSION",
    "RUN",
    "check_started",
    "corrected",
    "ended",
    "excluded",
    "exclusion_moved",
    "fell",
    "joined",
    "lengthened",
    "severed",
    "standing_of_clocks",
    "standing_of_exclusions",
    "started",
    "waived",
]

#: Where a clock can stand.
RUN: Final = Lifecycle(
    noun="clock",
    first="running",
    moves=(
        Move(ClockLengthened, ("running",), "running"),
        Move(ClockWaived, ("running",), "running"),
        Move(ClockSevered, ("running",), "running"),
        Move(ClockEnded, ("running",), "ended"),
    ),
)

#: Where an exclusion can stand. One that is recorded with its end has ended.
EXCLUSION: Final = Lifecycle(
    noun="exclusion",
    first="open",
    moves=(
        Move(ExclusionEnded, ("open",), "ended"),
        Move(ExclusionSetAside, ("open", "ended"), "set-aside"),
    ),
)


def _text(ref: Ref | None) -> str | None:
    return None if ref is None else str(ref)


def started(clocks: Clocks, event: ClockStarted, line: Recorded, _: Folded) -> Clocks:
    """Return the clocks with a new one."""
    new = CaseClock(
        clock_id=event.clock_id,
        rule=event.rule,
        of=event.of,
        started=tuple((one.event, one.on) for one in event.starts),
        succeeds=event.succeeds,
        because=event.because,
        label=borne(event.label, line.label, kind=OURS),
        revision=line.number,
        changed_at=line.recorded_at,
    )
    return evolve(clocks, clocks=clocks.clocks.with_(new.clock_id, new))


def check_started(clocks: Clocks, event: ClockStarted, _: Recorded, __: Folded) -> None:
    """Refuse a clock in the place of one that runs, or that has a successor."""
    if event.succeeds is None:
        return
    old = clocks.clocks[event.succeeds]
    if old.ended_on is None:
        msg = (
            f"The clock {old.clock_id!r} still runs, and no other can take its place. "
            "Record ClockEnded first."
        )
        raise IllegalTransitionError(
            msg, subject=old.clock_id, state=old.state, step="ClockStarted"
        )
    other = clocks.successor_of(old.clock_id)
    if other is not None:
        msg = (
            f"{other.clock_id!r} took the place of {old.clock_id!r} already. Let the "
            "new clock succeed that one, or none."
        )
        raise InvalidValueError(msg, field="succeeds", value=old.clock_id)


def excluded(
    clocks: Clocks, event: ExclusionRecorded, line: Recorded, _: Folded
) -> Clocks:
    """Return the clocks with a time excluded."""
    new = ExcludedTime(
        exclusion_id=event.exclusion_id,
        clock_ids=event.clock_ids,
        basis=event.basis,
        from_on=event.from_on,
        until_on=event.until_on,
        by=_text(event.by),
        order=_text(event.order),
        finding=_text(event.finding),
        reasonable=_text(event.reasonable),
        note=event.note,
        label=borne(event.label, line.label, kind=OURS),
        revision=line.number,
        changed_at=line.recorded_at,
    )
    return _with_exclusion(clocks, new)


def exclusion_moved(
    clocks: Clocks,
    event: ExclusionEnded | ExclusionSetAside,
    line: Recorded,
    _: Folded,
) -> Clocks:
    """Return the clocks after an exclusion ended, or was set aside."""
    old = clocks.exclusions[event.exclusion_id]
    EXCLUSION.after(type(event), old.state, old.exclusion_id)
    if isinstance(event, ExclusionSetAside):
        new = evolve(old, set_aside_by=line.event_id)
    elif event.until_on < old.from_on:
        msg = (
            f"The exclusion {old.exclusion_id!r} begins on {old.from_on} and cannot "
            f"end on {event.until_on}. Check the two days."
        )
        raise InvalidValueError(msg, field="until_on", value=event.until_on)
    else:
        new = evolve(old, until_on=event.until_on)
    new = evolve(new, revision=line.number, changed_at=line.recorded_at)
    return _with_exclusion(clocks, new)


def _with_exclusion(clocks: Clocks, new: ExcludedTime) -> Clocks:
    exclusions = clocks.exclusions.with_(new.exclusion_id, new)
    return evolve(clocks, exclusions=exclusions)


def joined(clocks: Clocks, event: ClocksJoined, _: Recorded, __: Folded) -> Clocks:
    """Return the clocks after those whose they are were joined."""
    if len(event.clock_ids) == 1:
        msg = "One clock alone is joined with nobody. Name those of all who are joined."
        raise InvalidValueError(msg, field="clock_ids", value=None)
    new = Joinder(clock_ids=event.clock_ids, from_on=event.from_on)
    return evolve(clocks, joinders=(*clocks.joinders, new))


def severed(clocks: Clocks, event: ClockSevered, line: Recorded, _: Folded) -> Clocks:
    """Return the clocks after one is no longer joined."""
    name = event.clock_id
    RUN.after(ClockSevered, clocks.clocks[name].state, name)
    open_ones = [
        one
        for one in clocks.joinders
        if name in one.clock_ids and one.last_of(name) is None
    ]
    if not open_ones:
        msg = f"The clock {name!r} is joined with none. Record ClocksJoined first."
        raise IllegalTransitionError(
            msg, subject=name, state="alone", step="ClockSevered"
        )
    joinders = tuple(
        evolve(one, severed=(*one.severed, (name, event.until_on)))
        if one in open_ones
        else one
        for one in clocks.joinders
    )
    return _changed(evolve(clocks, joinders=joinders), name, line)


def lengthened(
    clocks: Clocks, event: ClockLengthened, line: Recorded, _: Folded
) -> Clocks:
    """Return the clocks after the limit of one was lengthened."""
    old = clocks.clocks[event.clock_id]
    RUN.after(ClockLengthened, old.state, old.clock_id)
    more = (event.period, _text(event.by_order))
    return _changed(clocks, old.clock_id, line, lengthened=(*old.lengthened, more))


def waived(clocks: Clocks, event: ClockWaived, line: Recorded, _: Folded) -> Clocks:
    """Return the clocks after one was waived."""
    old = clocks.clocks[event.clock_id]
    RUN.after(ClockWaived, old.state, old.clock_id)
    more = (event.is_written, _text(event.by) or f"event:{line.event_id}")
    return _changed(clocks, old.clock_id, line, waived=(*old.waived, more))


def ended(clocks: Clocks, event: ClockEnded, line: Recorded, _: Folded) -> Clocks:
    """Return the clocks after one ended."""
    old = clocks.clocks[event.clock_id]
    RUN.after(ClockEnded, old.state, old.clock_id)
    return _changed(
        clocks,
        old.clock_id,
        line,
        ended_on=event.happened_on,
        ended_how=event.how,
        ended_by=_text(event.by) or f"event:{line.event_id}",
    )


def _changed(
    clocks: Clocks,
    name: str,
    line: Recorded,
    **changes: Any,
) -> Clocks:
    new = evolve(
        clocks.clocks[name],
        revision=line.number,
        changed_at=line.recorded_at,
        **changes,
    )
    return evolve(clocks, clocks=clocks.clocks.with_(name, new))


def fell(
    clocks: Clocks, event: EntryStruck | OrderVacated, line: Recorded, _: Folded
) -> Clocks:
    """Return the clocks after an order or a finding was struck or vacated."""
    ref = f"event:{event.entry_id}"

    def without(one: ExcludedTime) -> ExcludedTime:
        if ref not in (one.order, one.finding, one.reasonable) or ref in one.fallen:
            return one
        return evolve(
            one,
            fallen=(*one.fallen, ref),
            revision=line.number,
            changed_at=line.recorded_at,
        )

    return evolve(clocks, exclusions=clocks.exclusions.changed(without))


def corrected(
    clocks: Clocks,
    _: Corrected | Retracted,
    line: Recorded,
    __: Folded,
    ___: Event | None,
) -> Clocks:
    """Return the clocks after a correction, of which each may be another now."""
    return evolve(
        clocks,
        clocks=clocks.clocks.changed(
            lambda one: evolve(one, revision=line.number, changed_at=line.recorded_at)
        ),
        exclusions=clocks.exclusions.changed(
            lambda one: evolve(one, revision=line.number, changed_at=line.recorded_at)
        ),
    )


def standing_of_clocks(clocks: Clocks) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each clock."""
    return tuple((one.clock_id, one.state) for one in clocks.clocks)


def standing_of_exclusions(clocks: Clocks) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each exclusion."""
    return tuple((one.exclusion_id, one.state) for one in clocks.exclusions)
