"""How events change the safety, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from acme_legal.safety.state import SECRET, Safety, Screening
from legalcase.errors import IllegalTransitionError

if TYPE_CHECKING:
    from acme_legal.safety.events import SafetyPlanMade, SafetyScreened
    from legalcase.kernel import Folded, Recorded
    from legalcase.model import PartyLeft

__all__ = ["party_left", "planned", "screened"]


def screened(
    safety: Safety, event: SafetyScreened, line: Recorded, before: Folded
) -> Safety:
    """Return the safety with a new screening."""
    new = Screening(
        screening_id=event.screening_id,
        party_id=event.party_id,
        result=event.result,
        score=sum(answer.points for answer in event.answers),
        label=before.model.label_of(line) or SECRET,
    )
    return evolve(safety, screenings=safety.screenings.with_(new.screening_id, new))


def planned(safety: Safety, event: SafetyPlanMade, _: Recorded, __: Folded) -> Safety:
    """Return the safety after a plan was made."""
    old = safety.screenings[event.screening_id]
    if old.has_plan:
        msg = "There is a plan already. Record what became of it."
        raise IllegalTransitionError(
            msg, subject=old.screening_id, state="planned", step="SafetyPlanMade"
        )
    new = evolve(old, has_plan=True)
    return evolve(safety, screenings=safety.screenings.with_(new.screening_id, new))


def party_left(safety: Safety, event: PartyLeft, _: Recorded, __: Folded) -> Safety:
    """Return the safety after somebody left the case."""

    def change(one: Screening) -> Screening:
        return evolve(one, is_over=True) if one.party_id == event.party_id else one

    return evolve(safety, screenings=safety.screenings.changed(change))
