"""How events change the witnesses of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.hearings.facet import HEARINGS
from legalcase.practice.proof.witnesses.commanding import (
    SubpoenaComplied,
    SubpoenaIssued,
    SubpoenaQuashed,
    SubpoenaReturnedUnserved,
    SubpoenaServed,
    SubpoenaWithdrawn,
)
from legalcase.practice.proof.witnesses.events import (
    AvailabilityStated,
    AvailabilityWithdrawn,
    WitnessChanged,
    WitnessDropped,
    WitnessNamed,
    WitnessOrderSet,
    WitnessReinstated,
    WitnessTestified,
)
from legalcase.practice.proof.witnesses.state import (
    CALLED,
    Availability,
    Subpoena,
    Witness,
    Witnesses,
    WitnessOrder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "AVAILABILITY_CYCLE",
    "SUBPOENA_CYCLE",
    "WITNESS_CYCLE",
    "availabilities",
    "changed",
    "issued",
    "named",
    "ordered",
    "stated",
    "subpoena_moved",
    "subpoenas",
    "withdrawn",
    "witnesses",
]

#: Where a witness can stand.
WITNESS_CYCLE: Final = Lifecycle(
    noun="witness",
    first="none",
    moves=(
        Move(WitnessNamed, ("none",), "named"),
        Move(WitnessChanged, ("named",), "named"),
        Move(WitnessDropped, ("named",), "dropped"),
        Move(WitnessReinstated, ("dropped",), "named"),
        Move(WitnessTestified, ("named", "testified"), "testified"),
    ),
)
#: Where a statement of when a witness can come can stand.
AVAILABILITY_CYCLE: Final = Lifecycle(
    noun="availability of a witness",
    first="none",
    moves=(
        Move(AvailabilityStated, ("none",), "stated"),
        Move(AvailabilityWithdrawn, ("stated",), "withdrawn"),
    ),
)
_BEFORE: Final = ("issued", "unserved", "served")
#: Where a subpoena can stand.
SUBPOENA_CYCLE: Final = Lifecycle(
    noun="subpoena",
    first="none",
    moves=(
        Move(SubpoenaIssued, ("none",), "issued"),
        Move(SubpoenaServed, ("issued", "unserved"), "served"),
        Move(SubpoenaReturnedUnserved, ("issued", "unserved"), "unserved"),
        Move(SubpoenaComplied, ("served",), "complied"),
        Move(SubpoenaQuashed, _BEFORE, "quashed"),
        Move(SubpoenaWithdrawn, _BEFORE, "withdrawn"),
    ),
)


def witnesses(room: Witnesses) -> Iterator[tuple[str, str]]:
    """Yield where each witness stands."""
    for one in room.witnesses:
        yield one.witness_id, one.state


def availabilities(room: Witnesses) -> Iterator[tuple[str, str]]:
    """Yield where each statement of when a witness can come stands."""
    for one in room.availabilities:
        yield one.availability_id, _standing(one)


def _standing(one: Availability) -> str:
    return "stated" if one.withdrawn_on is None else "withdrawn"


def subpoenas(room: Witnesses) -> Iterator[tuple[str, str]]:
    """Yield where each subpoena stands."""
    for one in room.subpoenas:
        yield one.subpoena_id, one.state


def named(room: Witnesses, event: WitnessNamed, line: Recorded, _: Folded) -> Witnesses:
    """Return the room with a new witness."""
    witness = Witness(
        witness_id=event.witness_id,
        party_id=event.party_id,
        person=event.person,
        name=event.name,
        called_by=event.called_by,
        kind=event.kind,
        topics=event.topics,
        language=event.language,
        is_remote=event.is_remote,
        conditions=event.conditions,
        named_on=event.happened_on,
        label=borne(event.label, line.label, kind=CALLED),
    )
    kept = room.witnesses.with_(witness.witness_id, witness)
    return evolve(room, witnesses=kept)


def changed(
    room: Witnesses,
    event: WitnessChanged | WitnessDropped | WitnessReinstated | WitnessTestified,
    line: Recorded,
    _: Folded,
) -> Witnesses:
    """Return the room where a witness needs something else, was heard, or dropped."""
    old = room.witnesses[event.witness_id]
    changes: dict[str, Any] = {
        "state": WITNESS_CYCLE.after(type(event), old.state, old.witness_id),
        "label": stricter(old.label, line.label) or old.label,
    }
    match event:
        case WitnessChanged():
            for name in ("called_by", "topics", "language", "is_remote", "conditions"):
                said = getattr(event, name)
                if said is not None:
                    changes[name] = said
        case WitnessTestified():
            heard = dict.fromkeys((*old.testified_at, event.hearing_id))
            changes["testified_at"] = tuple(heard)
        case WitnessDropped() | WitnessReinstated():
            pass
    kept = room.witnesses.with_(old.witness_id, evolve(old, **changes))
    return evolve(room, witnesses=kept)


def ordered(
    room: Witnesses, event: WitnessOrderSet, line: Recorded, _: Folded
) -> Witnesses:
    """Return the room where witnesses are called in another order at a hearing."""
    order = WitnessOrder(
        hearing_id=event.hearing_id,
        witness_ids=event.witness_ids,
        set_on=event.happened_on,
        label=borne(None, line.label, kind=CALLED),
    )
    old = room.orders.find(order.hearing_id)
    if old is not None and old.set_on > order.set_on:
        # What becomes known late does not take the place of what holds since.
        return room
    return evolve(room, orders=room.orders.with_(order.hearing_id, order))


def stated(
    room: Witnesses, event: AvailabilityStated, line: Recorded, _: Folded
) -> Witnesses:
    """Return the room where somebody said when a witness can come: as its label is."""
    witness = room.witnesses[event.witness_id]
    said = Availability(
        availability_id=event.availability_id,
        witness_id=event.witness_id,
        is_available=event.is_available,
        from_on=event.from_on,
        until_on=event.until_on,
        stated_by=event.stated_by,
        stated_on=event.happened_on,
        reason=event.reason,
        label=stricter(witness.label, line.label) or witness.label,
    )
    kept = room.availabilities.with_(said.availability_id, said)
    return evolve(room, availabilities=kept)


def withdrawn(
    room: Witnesses, event: AvailabilityWithdrawn, line: Recorded, _: Folded
) -> Witnesses:
    """Return the room where a word does not hold any more."""
    old = room.availabilities[event.availability_id]
    AVAILABILITY_CYCLE.after(AvailabilityWithdrawn, _standing(old), old.availability_id)
    new = evolve(
        old,
        withdrawn_on=event.happened_on,
        label=stricter(old.label, line.label) or old.label,
    )
    kept = room.availabilities.with_(new.availability_id, new)
    return evolve(room, availabilities=kept)


def issued(
    room: Witnesses, event: SubpoenaIssued, line: Recorded, folded: Folded
) -> Witnesses:
    """Return the room with a new subpoena, for the time of its hearing as it is set."""
    witness = room.witnesses[event.witness_id]
    if witness.state == "dropped":
        msg = (
            f"The witness {witness.witness_id!r} is dropped, and SubpoenaIssued cannot "
            "follow. Record WitnessReinstated first, if they are to be called after "
            "all."
        )
        raise IllegalTransitionError(
            msg, subject=witness.witness_id, state=witness.state, step="SubpoenaIssued"
        )
    for_at = None
    if event.hearing_id is not None:
        hearing = folded[HEARINGS][event.hearing_id]
        for_at = hearing.at if hearing.has_date else None
    subpoena = Subpoena(
        subpoena_id=event.subpoena_id,
        witness_id=event.witness_id,
        hearing_id=event.hearing_id,
        for_at=for_at,
        commands=event.commands,
        to_produce=event.to_produce,
        document_id=event.document_id,
        by_order=None if event.by_order is None else str(event.by_order),
        issued_on=event.happened_on,
        label=borne(event.label, line.label, kind=CALLED),
    )
    kept = room.subpoenas.with_(subpoena.subpoena_id, subpoena)
    return evolve(room, subpoenas=kept)


def subpoena_moved(
    room: Witnesses,
    event: SubpoenaServed
    | SubpoenaReturnedUnserved
    | SubpoenaComplied
    | SubpoenaQuashed
    | SubpoenaWithdrawn,
    line: Recorded,
    _: Folded,
) -> Witnesses:
    """Return the room where a subpoena was served, or not, obeyed, or set aside."""
    old = room.subpoenas[event.subpoena_id]
    changes: dict[str, Any] = {
        "state": SUBPOENA_CYCLE.after(type(event), old.state, old.subpoena_id),
        "label": stricter(old.label, line.label) or old.label,
    }
    match event:
        case SubpoenaServed():
            changes |= {
                "attempts": old.attempts + 1,
                "served_on": event.happened_on,
                "served_by": event.served_by,
                "is_fee_tendered": event.is_fee_tendered,
                "proof": None if event.proof is None else str(event.proof),
            }
        case SubpoenaReturnedUnserved():
            changes["attempts"] = old.attempts + 1
        case _:
            changes["ended_on"] = event.happened_on
            if isinstance(event, SubpoenaQuashed) and event.by_order is not None:
                changes["by_order"] = str(event.by_order)
    kept = room.subpoenas.with_(old.subpoena_id, evolve(old, **changes))
    return evolve(room, subpoenas=kept)
