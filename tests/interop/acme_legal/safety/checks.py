"""What a firm asks of a case: a question over its own room and those of the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acme_legal.safety.facet import SAFETY

if TYPE_CHECKING:
    from legalcase.model import Case

__all__ = ["in_danger", "unscreened"]


def unscreened(case: Case) -> tuple[str, ...]:
    """Return the clients whom nobody has asked."""
    asked = {one.party_id for one in case[SAFETY].screenings}
    return tuple(
        one.party_id for one in case.people.clients if one.party_id not in asked
    )


def in_danger(case: Case) -> tuple[str, ...]:
    """Return the parties in danger for whom there is no plan."""
    return tuple(
        one.party_id
        for one in case[SAFETY].screenings
        if one.result == "danger" and not one.has_plan and not one.is_over
    )
