"""How events change the records, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.records.events import (
    CustodiansAdded,
    LegalHoldAcknowledged,
    LegalHoldReleased,
    RecordDestroyed,
    RecordLost,
)
from legalcase.model.records.state import (
    INTERNAL,
    Acknowledgement,
    LegalHold,
    Retention,
    Tombstone,
)

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.records.events import (
        LegalHoldIssued,
        PropertyDistributed,
        RetentionSet,
    )
    from legalcase.model.records.state import Records

__all__ = [
    "FILE_CYCLE",
    "HOLD_CYCLE",
    "acknowledged",
    "custodians_added",
    "destroyed",
    "distributed",
    "issued",
    "lost",
    "released",
    "retention_set",
]

#: Where a legal hold can stand. It ends by its release, and in no other way.
HOLD_CYCLE: Final = Lifecycle(
    noun="legal hold",
    first="issued",
    moves=(
        Move(LegalHoldAcknowledged, ("issued",), "issued"),
        Move(CustodiansAdded, ("issued",), "issued"),
        Move(LegalHoldReleased, ("issued",), "released"),
    ),
)

#: Whether anything is left of the file.
FILE_CYCLE: Final = Lifecycle(
    noun="file",
    first="kept",
    moves=(
        Move(RecordDestroyed, ("kept",), "kept", when="in part"),
        Move(RecordDestroyed, ("kept",), "destroyed", when="as a whole"),
        Move(RecordLost, ("kept",), "kept"),
    ),
)


def issued(
    records: Records, event: LegalHoldIssued, line: Recorded, _: Folded
) -> Records:
    """Return the records under a new hold."""
    hold = LegalHold(
        hold_id=event.hold_id,
        issued_on=event.happened_on,
        custodian_ids=event.custodian_ids,
        scope=event.scope,
        ground=event.ground,
        label=borne(line.label, kind=INTERNAL),
    )
    return evolve(records, holds=records.holds.with_(hold.hold_id, hold))


def _held(records: Records, hold_id: str, kind: type[Event]) -> LegalHold:
    hold = records.holds[hold_id]
    HOLD_CYCLE.after(kind, "issued" if hold.is_active else "released", hold_id)
    return hold


def _with(records: Records, hold: LegalHold) -> Records:
    return evolve(records, holds=records.holds.with_(hold.hold_id, hold))


def custodians_added(
    records: Records, event: CustodiansAdded, _: Recorded, __: Folded
) -> Records:
    """Return the records with a hold that reaches further people."""
    hold = _held(records, event.hold_id, CustodiansAdded)
    more = tuple(one for one in event.custodian_ids if one not in hold.custodian_ids)
    return _with(records, evolve(hold, custodian_ids=(*hold.custodian_ids, *more)))


def acknowledged(
    records: Records, event: LegalHoldAcknowledged, _: Recorded, __: Folded
) -> Records:
    """Return the records after a custodian acknowledged a hold."""
    hold = _held(records, event.hold_id, LegalHoldAcknowledged)
    if event.custodian_id not in hold.unacknowledged:
        waits = ", ".join(hold.unacknowledged) or "nobody"
        msg = (
            f"The legal hold {hold.hold_id!r} does not wait for the acknowledgement of "
            f"{event.custodian_id!r}: it waits for {waits}. Record CustodiansAdded for "
            "further ones."
        )
        raise InvalidValueError(msg, field="custodian_id", value=event.custodian_id)
    new = Acknowledgement(custodian_id=event.custodian_id, on=event.happened_on)
    return _with(records, evolve(hold, acknowledged=(*hold.acknowledged, new)))


def released(
    records: Records, event: LegalHoldReleased, _: Recorded, __: Folded
) -> Records:
    """Return the records after a hold was released."""
    hold = _held(records, event.hold_id, LegalHoldReleased)
    return _with(records, evolve(hold, released_on=event.happened_on))


def retention_set(
    records: Records, event: RetentionSet, _: Recorded, __: Folded
) -> Records:
    """Return the records with a class that is kept for a period."""
    new = Retention(
        retention_class=event.retention_class,
        period=event.period,
        authority=event.authority,
        set_on=event.happened_on,
    )
    retentions = records.retentions.with_(new.retention_class, new)
    return evolve(records, retentions=retentions)


def distributed(
    records: Records, event: PropertyDistributed, _: Recorded, __: Folded
) -> Records:
    """Return the records after something was handed over."""
    last = max(records.distributed_on or event.happened_on, event.happened_on)
    return evolve(records, distributed_on=last)


def destroyed(
    records: Records, event: RecordDestroyed, line: Recorded, _: Folded
) -> Records:
    """Return the records with a tombstone, unless a hold keeps them (invariant 33)."""
    _check_left(records, RecordDestroyed, line)
    holds = ", ".join(hold.hold_id for hold in records.active_holds)
    if holds:
        subject = line.stream.partition(":")[2]
        msg = (
            f"The records of {subject!r} are held by {holds}, and nothing of them can "
            "be destroyed. Record LegalHoldReleased first, or RecordLost if it is gone."
        )
        raise IllegalTransitionError(
            msg, subject=subject, state="held", step="RecordDestroyed"
        )
    stone = evolve(
        _stone(records, event, line),
        authority=event.authority,
        approved_by=event.approved_by,
        is_whole_file=event.is_whole_file,
    )
    return _buried(records, stone)


def lost(records: Records, event: RecordLost, line: Recorded, _: Folded) -> Records:
    """Return the records without one that is gone, whatever held it."""
    _check_left(records, RecordLost, line)
    return _buried(records, _stone(records, event, line))


def _check_left(records: Records, kind: type[Event], line: Recorded) -> None:
    place = "destroyed" if records.is_destroyed else "kept"
    FILE_CYCLE.after(kind, place, line.stream.partition(":")[2])


def _stone(
    records: Records, event: RecordDestroyed | RecordLost, line: Recorded
) -> Tombstone:
    eligible = records.eligible_on
    return Tombstone(
        item_id=event.item_id,
        gone_on=event.happened_on,
        event_id=line.event_id,
        digest=event.digest,
        was_held=bool(records.active_holds),
        was_eligible=eligible is not None and eligible <= event.happened_on,
        label=borne(line.label, kind=INTERNAL),
    )


def _buried(records: Records, stone: Tombstone) -> Records:
    return evolve(records, tombstones=records.tombstones.with_(stone.item_id, stone))
