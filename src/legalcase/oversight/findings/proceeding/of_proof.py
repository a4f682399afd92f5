"""What can be wrong with evidence: its custody, what was not measured, its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.near import is_same
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
#: Two parties, each of which marks by itself.
_EACH_ITS_OWN: Final = 2


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


def exhibit_mark_twice(viewed: Viewed) -> Iterator[Found]:
    """Find exhibits that bear a mark which another one has: told of the later one.

    Of two parties each may mark by letters of its own; what was withdrawn has no mark.
    """
    case = viewed.case
    if not case.has_room(EVIDENCE):
        return
    exhibits = [
        one
        for one in case[EVIDENCE].exhibits
        if one.state != "withdrawn" and one.marked_on <= viewed.on
    ]
    for place, one in enumerate(exhibits):
        for other in exhibits[:place]:
            parties = {one.by_party, other.by_party} - {None}
            if is_same(one.mark, other.mark) and len(parties) < _EACH_ITS_OWN:
                yield Found(
                    text=(
                        f"the exhibits {other.exhibit_id!r} and {one.exhibit_id!r} "
                        "bear the same mark"
                    ),
                    evidence=(
                        f"practice/exhibit:{other.exhibit_id}",
                        f"practice/exhibit:{one.exhibit_id}",
                    ),
                    day=one.marked_on,
                )
                break


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
    Check(
        code="exhibit-mark-twice",
        severity="warning",
        what="two exhibits bear the same mark, and nothing says that they may",
        find=exhibit_mark_twice,
    ),
)
