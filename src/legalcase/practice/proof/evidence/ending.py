"""Whether an item can have been given back, or destroyed, on the day that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError
from legalcase.practice.in_order import NotBefore

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.proof.evidence.events import (
        EvidenceDestroyed,
        EvidenceReturned,
    )
    from legalcase.practice.proof.evidence.state import Evidence

__all__ = ["AFTER_IT_CAME", "ends_last"]

#: Nothing happens to an item of ours before it came.
AFTER_IT_CAME: Final = NotBefore(within="items", named_by="item_id", since="taken_on")


def ends_last(
    room: Evidence,
    event: EvidenceReturned | EvidenceDestroyed,
    line: Recorded,
    folded: Folded,
) -> None:
    """Refuse an end before something that happened to the item; a check of new lines.

    Raises `InvalidValueError`.
    """
    AFTER_IT_CAME(room, event, line, folded)
    item: Any = room.items[event.item_id]
    last = item.links[-1]
    if item.is_held and event.happened_on < last.on:
        msg = (
            f"{type(event).__name__} would have happened on {event.happened_on}, and "
            f"on {last.on} the item was {last.action}. Check happened_on, or correct "
            "the line of that link."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
