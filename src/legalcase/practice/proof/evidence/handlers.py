"""How events change the evidence, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.proof.evidence.events import (
    CustodyExplained,
    CustodyTransferred,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReturned,
)
from legalcase.practice.proof.evidence.exhibits import (
    ExhibitAdmitted,
    ExhibitExcluded,
    ExhibitMarked,
    ExhibitOffered,
    ExhibitWithdrawn,
)
from legalcase.practice.proof.evidence.state import (
    GATHERED,
    CustodyExplanation,
    CustodyLink,
    Evidence,
    EvidenceItem,
    Exhibit,
)
from legalcase.practice.proof.evidence.taking import EvidenceCollected, EvidenceReceived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "EXHIBIT_CYCLE",
    "ITEM_CYCLE",
    "exhibits",
    "explained",
    "happened_to",
    "is_before",
    "items",
    "marked",
    "ruled",
    "taken",
]

_TAKEN: Final = (EvidenceCollected, EvidenceReceived)
#: Where an item of evidence can stand. What is explained is explained for good.
ITEM_CYCLE: Final = Lifecycle(
    noun="item of evidence",
    first="none",
    moves=(
        *(Move(one, ("none",), "held") for one in _TAKEN),
        Move(CustodyTransferred, ("held",), "held"),
        Move(EvidenceHandled, ("held",), "held"),
        Move(EvidenceReturned, ("held",), "returned"),
        Move(EvidenceDestroyed, ("held",), "destroyed"),
        *(
            Move(CustodyExplained, (place,), place)
            for place in ("held", "returned", "destroyed")
        ),
    ),
)
#: Where an exhibit can stand. What was struck can be let in later, and the reverse.
EXHIBIT_CYCLE: Final = Lifecycle(
    noun="exhibit",
    first="none",
    moves=(
        Move(ExhibitMarked, ("none",), "marked"),
        Move(ExhibitOffered, ("marked", "excluded"), "offered"),
        Move(ExhibitAdmitted, ("marked", "offered", "excluded"), "admitted"),
        Move(ExhibitExcluded, ("marked", "offered", "admitted"), "excluded"),
        Move(ExhibitWithdrawn, ("marked", "offered"), "withdrawn"),
    ),
)


def items(room: Evidence) -> Iterator[tuple[str, str]]:
    """Yield where each item stands."""
    for one in room.items:
        yield one.item_id, one.state


def exhibits(room: Evidence) -> Iterator[tuple[str, str]]:
    """Yield where each exhibit stands."""
    for one in room.exhibits:
        yield one.exhibit_id, one.state


def taken(
    room: Evidence,
    event: EvidenceCollected | EvidenceReceived,
    line: Recorded,
    _: Folded,
) -> Evidence:
    """Return the evidence with a new item, whose custody begins."""
    first = CustodyLink(
        event_id=line.event_id,
        action="collected" if isinstance(event, EvidenceCollected) else "received",
        on=event.happened_on,
        at=event.happened_at,
        acted_by=event.taken_by,
        handed_to=event.taken_by,
        seal=event.seal,
        digest_after=event.digest,
    )
    item = EvidenceItem(
        item_id=event.item_id,
        number=event.number,
        description=event.description,
        kind=event.kind,
        from_party=event.from_party,
        source=event.source,
        place=event.place,
        copy_of=event.copy_of,
        taken_on=event.happened_on,
        links=(first,),
        label=borne(event.label, line.label, kind=GATHERED),
    )
    return evolve(room, items=room.items.with_(item.item_id, item))


def _said(event: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the five below
    """Return what an event says of a link that is its own."""
    match event:
        case CustodyTransferred():
            return {
                "action": "transferred",
                "acted_by": event.handed_by,
                "handed_to": event.handed_to,
                "purpose": event.purpose,
                "seal": event.seal,
                "digest_after": event.digest_after,
            }
        case EvidenceHandled():
            return {
                "action": event.action,
                "acted_by": event.handled_by,
                "purpose": event.purpose,
                "seal": event.seal,
                "digest_after": event.digest_after,
            }
        case EvidenceReturned():
            return {
                "action": "returned",
                "acted_by": event.returned_by,
                "handed_to": event.returned_to,
            }
        case _:
            return {
                "action": "destroyed",
                "acted_by": event.destroyed_by,
                "purpose": event.how,
            }


def happened_to(
    room: Evidence,
    event: CustodyTransferred | EvidenceHandled | EvidenceReturned | EvidenceDestroyed,
    line: Recorded,
    _: Folded,
) -> Evidence:
    """Return the evidence where something happened to an item.

    A link that became known late takes its place among those that happened; what
    happened before the item was given back, or destroyed, can still become known.
    """
    item = room.items[event.item_id]
    link = CustodyLink(
        event_id=line.event_id,
        on=event.happened_on,
        at=event.happened_at,
        authorization=event.authorization,
        by_order=None if event.by_order is None else str(event.by_order),
        digest_before=event.digest_before,
        **_said(event),
    )
    ends = isinstance(event, EvidenceReturned | EvidenceDestroyed)
    is_late = not ends and not item.is_held and is_before(link, item.links[-1])
    state = item.state
    if not is_late:
        state = ITEM_CYCLE.after(type(event), item.state, item.item_id)
    place = len(item.links)
    # The first link stays the first: nothing of ours lies before it.
    while not ends and place > 1 and is_before(link, item.links[place - 1]):
        place -= 1
    new = evolve(
        item,
        state=state,
        links=(*item.links[:place], link, *item.links[place:]),
        label=stricter(item.label, line.label) or item.label,
    )
    return evolve(room, items=room.items.with_(new.item_id, new))


def is_before(one: CustodyLink, other: CustodyLink) -> bool:
    """Tell whether a link happened before another, where that is certain.

    Of two on one day of which one has no instant, nobody can say.
    """
    if one.on != other.on:
        return one.on < other.on
    return one.at is not None and other.at is not None and one.at < other.at


def explained(
    room: Evidence, event: CustodyExplained, line: Recorded, _: Folded
) -> Evidence:
    """Return the evidence where something is said of a link."""
    item = room.items[event.item_id]
    ITEM_CYCLE.after(CustodyExplained, item.state, item.item_id)
    if all(one.event_id != event.link for one in item.links):
        msg = (
            f"The event {event.link!r} is no link in the custody of {item.item_id!r}. "
            "Name the event of one of its links: custody(case, item_id) lists them."
        )
        raise InvalidValueError(msg, field="link", value=event.link)
    said = CustodyExplanation(
        event_id=line.event_id,
        on=event.happened_on,
        text=event.explanation,
        explained_by=event.explained_by,
        document_id=event.document_id,
    )
    links = tuple(
        evolve(one, explanations=(*one.explanations, said))
        if one.event_id == event.link
        else one
        for one in item.links
    )
    label = stricter(item.label, line.label) or item.label
    new = evolve(item, links=links, label=label)
    return evolve(room, items=room.items.with_(new.item_id, new))


def marked(room: Evidence, event: ExhibitMarked, line: Recorded, _: Folded) -> Evidence:
    """Return the evidence with a new exhibit."""
    label = borne(event.label, line.label, kind=GATHERED)
    exhibit = Exhibit(
        exhibit_id=event.exhibit_id,
        mark=event.mark,
        item_id=event.item_id,
        document_id=event.document_id,
        by_party=event.by_party,
        marked_on=event.happened_on,
        label=label,
    )
    kept = room.exhibits.with_(exhibit.exhibit_id, exhibit)
    return evolve(room, exhibits=kept)


def ruled(
    room: Evidence,
    event: ExhibitOffered | ExhibitAdmitted | ExhibitExcluded | ExhibitWithdrawn,
    line: Recorded,
    _: Folded,
) -> Evidence:
    """Return the evidence where an exhibit was offered, ruled on or withdrawn."""
    old = room.exhibits[event.exhibit_id]
    changes: dict[str, Any] = {
        "state": EXHIBIT_CYCLE.after(type(event), old.state, old.exhibit_id),
        "label": stricter(old.label, line.label) or old.label,
    }
    match event:
        case ExhibitOffered():
            changes |= {
                "offered_at": event.hearing_id,
                "offered_on": event.happened_on,
                "ruled_on": None,
                "ruling": None,
            }
        case ExhibitAdmitted() | ExhibitExcluded():
            ruling = event.by_ruling
            changes |= {
                "ruled_on": event.happened_on,
                "ruling": None if ruling is None else str(ruling),
            }
        case ExhibitWithdrawn():
            pass
    kept = room.exhibits.with_(old.exhibit_id, evolve(old, **changes))
    return evolve(room, exhibits=kept)
