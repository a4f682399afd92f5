"""What can be wrong with the needs of clients, by what was recorded of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.needs import open_needs
from legalcase.practice.needs.facet import NEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.oversight.needs import OpenNeed

__all__ = ["OF_NEEDS"]


def _open(viewed: Viewed) -> tuple[OpenNeed, ...]:
    if not viewed.case.has_room(NEEDS):
        return ()
    return open_needs([viewed.case], on=viewed.on).rows


def emergency_open(viewed: Viewed) -> Iterator[Found]:
    """Find needs that cannot wait, and for which nobody was asked."""
    for one in _open(viewed):
        if one.kind == "need" and one.urgency == "emergency":
            yield Found(
                text=f"{one.ref} is an emergency, and nobody was asked to help",
                evidence=(one.ref,),
                day=one.since_on,
            )


def referral_without_outcome(viewed: Viewed) -> Iterator[Found]:
    """Find referrals of which nobody asked in time what came of them."""
    for one in _open(viewed):
        if one.kind == "referral" and one.is_over:
            yield Found(
                text=f"{one.ref} was to be asked about by {one.due_on}, and is open",
                evidence=(one.ref,),
                day=one.due_on,
            )


def reassessment_due(viewed: Viewed) -> Iterator[Found]:
    """Find assessments that were to be made again."""
    for one in _open(viewed):
        if one.kind == "assessment":
            yield Found(
                text=f"{one.ref} was to be made again by {one.due_on}",
                evidence=(one.ref,),
                day=one.due_on,
            )


OF_NEEDS: Final = (
    Check(
        code="need-emergency-open",
        severity="critical",
        what="a need is an emergency, and nobody was asked to help",
        find=emergency_open,
    ),
    Check(
        code="need-reassessment-due",
        severity="advice",
        what="an assessment was to be made again",
        find=reassessment_due,
    ),
    Check(
        code="need-referral-open",
        severity="warning",
        what="nobody asked in time what came of a referral",
        find=referral_without_outcome,
    ),
)
