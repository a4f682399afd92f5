"""How events change what was declined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.label import borne
from legalcase.model.proposals.state import OURS, Declined

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.proposals.events import ProposalDeclined

__all__ = ["declined"]


def declined(
    proposals: Register[Declined], event: ProposalDeclined, line: Recorded, _: Folded
) -> Register[Declined]:
    """Return what was declined, with one more."""
    new = Declined(
        event_id=line.event_id,
        rule=event.rule,
        anchors=event.anchors,
        owed_by=event.owed_by,
        declined_on=event.happened_on,
        declined_by=line.actor,
        ground=event.ground,
        label=borne(event.label, line.label, kind=OURS),
    )
    return proposals.with_(line.event_id, new)
