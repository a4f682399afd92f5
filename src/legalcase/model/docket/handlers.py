"""How events change the docket, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.docket.events import Filed, JudgmentEntered, OrderEntered, Served
from legalcase.model.docket.state import PUBLIC, DocketEntry

if TYPE_CHECKING:
    from legalcase.kernel.folded import Folded
    from legalcase.kernel.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.docket.events import (
        EntrySealed,
        EntryStruck,
        EntryUnsealed,
        OrderVacated,
    )

    Docket = Register[DocketEntry]

__all__ = ["entered", "sealed", "struck", "unsealed", "vacated"]

#: What is filed or served is struck; what the court has said is vacated.
_STRIKABLE = ("filed", "served")
_VACATABLE = ("order-entered", "judgment-entered")


def entered(
    docket: Docket,
    event: Filed | Served | OrderEntered | JudgmentEntered,
    line: Recorded,
    _: Folded,
) -> Docket:
    """Return the docket with a new entry, under the id of its event."""
    entry = DocketEntry(
        event_id=line.event_id,
        kind=line.kind,
        title=event.title,
        happened=event.happened,
        triggers=event.triggers,
        by=event.by if isinstance(event, Filed | Served) else (),
        on=event.on if isinstance(event, Served) else (),
        of=event.of if isinstance(event, OrderEntered | JudgmentEntered) else (),
        paper=event.paper if isinstance(event, Filed | Served) else None,
        method=event.method if isinstance(event, Served) else None,
        number=None if isinstance(event, Served) else event.number,
        about=tuple(map(str, event.about)),
        label=event.label or line.label or PUBLIC,
    )
    return docket.with_(line.event_id, entry)


def struck(docket: Docket, event: EntryStruck, line: Recorded, _: Folded) -> Docket:
    """Return the docket after an entry was struck."""
    return _ended(docket, event, line, _STRIKABLE, "struck")


def vacated(docket: Docket, event: OrderVacated, line: Recorded, _: Folded) -> Docket:
    """Return the docket after an order or a judgment was vacated."""
    return _ended(docket, event, line, _VACATABLE, "vacated")


def _ended(
    docket: Docket,
    event: EntryStruck | OrderVacated,
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
    return docket.with_(entry.event_id, evolve(entry, struck_by=line.event_id))


def sealed(docket: Docket, event: EntrySealed, _: Recorded, __: Folded) -> Docket:
    """Return the docket after an entry was sealed."""
    entry = docket[event.entry_id]
    if event.label.audience == "public":
        msg = (
            "The label of a sealed entry is public, which seals nothing. Record "
            "EntryUnsealed to make it public again."
        )
        raise InvalidValueError(msg, field="label", value=None)
    return docket.with_(entry.event_id, evolve(entry, label=event.label))


def unsealed(docket: Docket, event: EntryUnsealed, _: Recorded, __: Folded) -> Docket:
    """Return the docket after an entry was unsealed."""
    entry = docket[event.entry_id]
    return docket.with_(entry.event_id, evolve(entry, label=PUBLIC))
