"""What can be wrong with offers to settle: nobody told, or time that runs out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.authorities import DILIGENCE, OFFERS_KEPT, OFFERS_TOLD
from legalcase.oversight.civil.open_offers import offers_of
from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.settlement.offers.facet import OFFERS
from legalcase.practice.settlement.offers.kinds import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.civil.open_offers import OpenOffer
    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_OFFERS"]

#: So many days before the last one somebody looks: a week for the client to decide.
_SOON: Final = 7


def _open(viewed: Viewed) -> tuple[OpenOffer, ...]:
    if not viewed.case.has_room(OFFERS):
        return ()
    return offers_of(viewed.case, viewed.agenda, viewed.on).rows


def offer_untold(viewed: Viewed) -> Iterator[Found]:
    """Find open offers of which a client to whom they were made was not told."""
    for one in _open(viewed):
        for party in one.untold or ():
            yield Found(
                text=(
                    f"client {party!r} was not told of {one.ref}, made on {one.made_on}"
                ),
                evidence=(one.ref, f"party:{party}"),
                day=one.safe_on,
            )


def offer_expiring(viewed: Viewed) -> Iterator[Found]:
    """Find open offers whose time ends within a week, or is over."""
    for one in _open(viewed):
        if one.safe_on is None or one.days_left is None or one.days_left > _SOON:
            continue
        said = "was open until" if one.is_over else "is open until"
        yield Found(
            text=f"{one.ref} {said} {one.safe_on}, and nothing came of it yet",
            evidence=(one.ref, *one.because),
            day=one.safe_on,
        )


def offer_shown(viewed: Viewed) -> Iterator[Found]:
    """Find entries that show the court, or the public, that there is an offer."""
    words = frozenset(TRIGGERS.values())
    open_to = set()
    if viewed.case.has_room(OFFERS):
        # One that was accepted is filed; one that is released, the court may see.
        open_to = {
            one.service
            for one in viewed.case[OFFERS]
            if one.state == "accepted" or one.label.admits("court", on=viewed.on)
        }
    for entry in viewed.case.docket:
        if words.isdisjoint(entry.triggers) or entry.event_id in open_to:
            continue
        if entry.happened_on <= viewed.on and entry.label.admits("court", on=viewed.on):
            yield Found(
                text=(
                    f"event:{entry.event_id} serves an offer to settle, and is for "
                    f"{entry.label.audience!r}, as is what runs from it"
                ),
                evidence=(f"event:{entry.event_id}",),
                day=entry.happened_on,
            )


OF_OFFERS: Final = (
    Check(
        code="offer-expiring",
        severity="warning",
        what="the time to accept an offer ends within a week, or is over",
        authority=DILIGENCE,
        find=offer_expiring,
    ),
    Check(
        code="offer-shown",
        severity="critical",
        what="an entry, and its deadlines, show the court that there is an offer",
        authority=OFFERS_KEPT,
        find=offer_shown,
    ),
    Check(
        code="offer-untold",
        severity="critical",
        what="a client was not told of an offer to settle that is open",
        authority=OFFERS_TOLD,
        find=offer_untold,
    ),
)
