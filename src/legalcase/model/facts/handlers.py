"""How events change the facts of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.label import borne
from legalcase.model.facts.state import FOUND_OUT, EstablishedFact

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.facts.events import FactEstablished

__all__ = ["established"]


def established(
    facts: Register[EstablishedFact], event: FactEstablished, line: Recorded, _: Folded
) -> Register[EstablishedFact]:
    """Return the facts with one more; the last one of a word and a party holds."""
    new = EstablishedFact(
        event_id=line.event_id,
        fact=event.fact,
        answer=event.answer,
        established_on=event.happened_on,
        of=event.of,
        ground=event.ground,
        by_order=None if event.by_order is None else str(event.by_order),
        label=borne(event.label, line.label, kind=FOUND_OUT),
    )
    return facts.with_(line.event_id, new)
