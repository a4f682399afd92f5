"""How what was found of a factor of complexity is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.label import borne
from legalcase.practice.complexity.state import OURS, FactorFinding

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.practice.complexity.events import ComplexityFactorFound

__all__ = ["found"]


def found(
    findings: Register[FactorFinding],
    event: ComplexityFactorFound,
    line: Recorded,
    _: Folded,
) -> Register[FactorFinding]:
    """Return what was found, with this of its factor."""
    last = findings.find(event.factor)
    finding = FactorFinding(
        factor=event.factor,
        answer=event.answer,
        ground=event.ground,
        about=tuple(map(str, event.about)),
        found_on=event.happened_on,
        found_by=line.actor,
        event_id=line.event_id,
        before=() if last is None else (*last.before, last.event_id),
        label=borne(event.label, line.label, kind=OURS),
    )
    return findings.with_(event.factor, finding)
