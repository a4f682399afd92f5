"""What can be wrong with offers to settle: nobody told, or time that runs out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.authorities import DILIGENCE, OFFERS_TOLD
from legalcase.oversight.civil.open_offers import offers_of
from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.settlement.offers.facet import OFFERS

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


OF_OFFERS: Final = (
    Check(
        code="offer-expiring",
        severity="warning",
        what="the time to accept an offer ends within a week, or is over",
        authority=DILIGENCE,
        find=offer_expiring,
    ),
    Check(
        code="offer-untold",
        severity="critical",
        what="a client was not told of an offer to settle that is open",
        authority=OFFERS_TOLD,
        find=offer_untold,
    ),
)
