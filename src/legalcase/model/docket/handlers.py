"""How events change the docket, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne, stricter
from legalcase.model.charges.facet import CHARGES
from legalcase.model.docket.events import (
    EntryStruck,
    Filed,
    JudgmentEntered,
    OrderEntered,
    Served,
)
from legalcase.model.docket.state import DocketEntry, Proof

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.docket.events import (
        EntrySealed,
        EntryUnsealed,
        OrderVacated,
        ProofOfServiceFiled,
        ServiceQuashed,
    )

    Docket = Register[DocketEntry]

__all__ = [
    "entered",
    "proved",
    "quashed",
    "sealed",
    "struck",
    "unsealed",
    "vacated",
]

#: What is filed or served is struck; what the court has said is vacated.
_STRIKABLE = ("filed", "served", "proof-of-service-filed")
_VACATABLE = ("order-entered", "judgment-entered")


def entered(
    docket: Docket,
    event: Filed | Served | OrderEntered | JudgmentEntered,
    line: Recorded,
    before: Folded,
) -> Docket:
    """Return the docket with a new entry, under the id of its event."""
    entry = DocketEntry(
        event_id=line.event_id,
        kind=line.kind,
        title=event.title,
        happened=event.happened,
        triggers=event.triggers,
        about=tuple(map(str, event.about)),
        label=borne(event.label, line.label, kind=PUBLIC),
        sequence=event.sequence,
        documents=event.documents,
        number=None if isinstance(event, Served) else event.number,
    )
    if isinstance(event, Filed | Served):
        entry = evolve(
            entry, by=event.by, paper=event.paper, entered_on=event.entered_on
        )
    if isinstance(event, Served):
        entry = evolve(entry, on=event.on, method=event.method)
    if isinstance(event, OrderEntered | JudgmentEntered):
        _check_counts(event, before)
        entry = evolve(
            entry, of=event.of, counts=event.counts, signed_on=event.signed_on
        )
    return docket.with_(line.event_id, entry)


def _check_counts(event: OrderEntered | JudgmentEntered, before: Folded) -> None:
    """Refuse a charge against somebody as to whom the court does not speak."""
    for name in event.counts:
        accused = before[CHARGES][name].of
        if event.of and accused not in event.of:
            msg = (
                f"The charge {name!r} is against {accused!r}, who is not in of. Name "
                "the defendant there as well, or leave the charge out."
            )
            raise InvalidValueError(msg, field="counts", value=name)


def proved(
    docket: Docket, event: ProofOfServiceFiled, line: Recorded, _: Folded
) -> Docket:
    """Return the docket with a proof of service, and with the service it proves."""
    service = docket.find(event.service)
    if service is None or service.kind != "served":
        msg = (
            f"The event {event.service!r} is no service. Refer to the event Served "
            "that is proved."
        )
        raise InvalidValueError(msg, field="service", value=event.service)
    others = sorted(set(event.on) - set(service.on)) if service.on else []
    if others:
        msg = (
            f"The service {event.service!r} was not on {others[0]!r}. Name those on "
            "whom it was, or correct the service."
        )
        raise InvalidValueError(msg, field="on", value=others[0])
    entry = DocketEntry(
        event_id=line.event_id,
        kind=line.kind,
        title=event.title,
        happened=event.happened,
        by=event.by,
        on=event.on,
        about=(f"event:{event.service}",),
        number=event.number,
        label=borne(event.label, line.label, kind=PUBLIC),
        sequence=event.sequence,
        entered_on=event.entered_on,
        documents=event.documents,
    )
    proof = Proof(
        event_id=line.event_id,
        filed_on=event.happened_on,
        on=event.on,
        served_on=event.served_on,
        method=event.method,
        server=event.server,
    )
    proofs = (*service.proofs, proof)
    docket = docket.with_(service.event_id, evolve(service, proofs=proofs))
    return docket.with_(line.event_id, entry)


def struck(docket: Docket, event: EntryStruck, line: Recorded, _: Folded) -> Docket:
    """Return the docket after an entry was struck."""
    return _ended(docket, event, line, _STRIKABLE, "struck")


def vacated(docket: Docket, event: OrderVacated, line: Recorded, _: Folded) -> Docket:
    """Return the docket after an order or a judgment was vacated."""
    return _ended(docket, event, line, _VACATABLE, "vacated")


def quashed(docket: Docket, event: ServiceQuashed, line: Recorded, _: Folded) -> Docket:
    """Return the docket after a service was quashed."""
    return _ended(docket, event, line, ("served",), "quashed")


def _ended(
    docket: Docket,
    event: EntryStruck | OrderVacated | ServiceQuashed,
    line: Recorded,
    kinds: tuple[str, ...],
    step: str,
) -> Docket:
    entry = docket[event.entry_id]
    if entry.kind not in kinds:
        msg = (
            f"Entry {entry.event_id!r} is of the kind {entry.kind!r}, which is not "
            f"{step}. That is done to what is {' or '.join(kinds)}."
        )
        raise InvalidValueError(msg, field="entry_id", value=entry.event_id)
    if not entry.stands:
        msg = (
            f"Entry {entry.event_id!r} does not stand any more and cannot be {step}. "
            "Look at what struck or vacated it."
        )
        raise IllegalTransitionError(
            msg, subject=entry.event_id, state="struck", step=step
        )
    docket = docket.with_(entry.event_id, evolve(entry, struck_by=line.event_id))
    if isinstance(event, EntryStruck) and entry.kind == "proof-of-service-filed":
        return _unproved(docket, entry)
    return docket


def _unproved(docket: Docket, proof: DocketEntry) -> Docket:
    """Return the docket in which a struck proof proves nothing any more."""
    name = proof.about[0].partition(":")[2]
    service = docket[name]
    left = tuple(one for one in service.proofs if one.event_id != proof.event_id)
    return docket.with_(name, evolve(service, proofs=left))


def sealed(docket: Docket, event: EntrySealed, _: Recorded, __: Folded) -> Docket:
    """Return the docket after an entry was sealed."""
    entry = docket[event.entry_id]
    if event.label.audience == "public":
        msg = (
            "The label of a sealed entry is public, which seals nothing. Record "
            "EntryUnsealed to make it public again."
        )
        raise InvalidValueError(msg, field="label", value=None)
    # Nobody sees it again by a seal: that takes EntryUnsealed.
    label = stricter(entry.label, event.label) or event.label
    return docket.with_(entry.event_id, evolve(entry, label=label))


def check_sealed(docket: Docket, event: EntrySealed, _: Recorded, __: Folded) -> None:
    """Refuse a seal that would open an entry to somebody."""
    entry = docket[event.entry_id]
    if stricter(entry.label, event.label) != event.label:
        msg = (
            f"Entry {entry.event_id!r} is for {entry.label.audience} already, and the "
            f"new label, for {event.label.audience}, would open it to somebody. Record "
            "EntryUnsealed first, by the order that says so."
        )
        raise InvalidValueError(msg, field="label", value=None)


def unsealed(docket: Docket, event: EntryUnsealed, _: Recorded, __: Folded) -> Docket:
    """Return the docket after an entry was unsealed."""
    entry = docket[event.entry_id]
    return docket.with_(entry.event_id, evolve(entry, label=PUBLIC))
