"""What can be wrong with evidence: its custody does not fit, or nobody measured it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.proof.evidence.authorities import AUTHENTICATION
from legalcase.practice.proof.evidence.chain import custody
from legalcase.practice.proof.evidence.facet import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.practice.proof.evidence.chain import Custody

__all__ = ["OF_PROOF"]

#: Breaks that leave open what it is, or who had it; the others ask for a paper.
_GRAVE: Final = frozenset({"gap", "digest-differs", "changed", "copy-differs"})


def _chains(viewed: Viewed) -> Iterator[Custody]:
    case = viewed.case
    if case.has_room(EVIDENCE):
        for item in case[EVIDENCE].items:
            if item.taken_on <= viewed.on:
                yield custody(case, item.item_id)


def custody_break(viewed: Viewed) -> Iterator[Found]:
    """Find where the custody of an item does not fit, and nobody said why."""
    for chain in _chains(viewed):
        for one in chain.breaks:
            link = chain.links[one.link - 1]
            if not one.is_explained and link.on <= viewed.on:
                yield Found(
                    text=(
                        f"the custody of {chain.item_id!r} does not fit at link "
                        f"{one.link} ({one.why}): {one.text}"
                    ),
                    evidence=(
                        f"practice/evidence-item:{chain.item_id}",
                        f"event:{one.event_id}",
                    ),
                    severity=None if one.why in _GRAVE else "warning",
                    day=link.on,
                )


def custody_unverified(viewed: Viewed) -> Iterator[Found]:
    """Find items of which nobody measured at some link what should be measured."""
    for chain in _chains(viewed):
        links = [
            chain.links[number - 1]
            for number in chain.unverified
            if chain.links[number - 1].on <= viewed.on
        ]
        if links:
            numbers = ", ".join(str(one.number) for one in links)
            yield Found(
                text=(
                    f"nobody measured {chain.item_id!r} at link {numbers}: nothing "
                    "shows that it was changed, nor that it was not"
                ),
                evidence=(
                    f"practice/evidence-item:{chain.item_id}",
                    *(f"event:{one.event_id}" for one in links),
                ),
                day=links[0].on,
            )


OF_PROOF: Final = (
    Check(
        code="custody-break",
        severity="critical",
        what="the custody of an item of evidence does not fit, and nobody said why",
        authority=AUTHENTICATION,
        find=custody_break,
    ),
    Check(
        code="custody-unverified",
        severity="advice",
        what="nobody measured a digital item at some link of its custody",
        authority=AUTHENTICATION,
        find=custody_unverified,
    ),
)
