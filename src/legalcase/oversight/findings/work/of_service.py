"""What can be wrong with a service: it is not proved, or otherwise than recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.model.docket.service import services_unproved
from legalcase.oversight.authorities import DILIGENCE, PROOF_OF_SERVICE
from legalcase.oversight.findings.check import Check, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.docket.state import DocketEntry
    from legalcase.oversight.findings.check import Viewed

__all__ = ["BEGINNING", "OF_SERVICE"]

#: By the service of which a case begins against somebody: of these a court asks proof.
BEGINNING: Final = frozenset({"summons-served", "complaint-served"})
_LACKS: Final = ("no-proof", "party-not-proved")


def _begins(entry: DocketEntry) -> bool:
    """Tell whether a service is that of process; a waiver needs no proof."""
    return not BEGINNING.isdisjoint(entry.triggers) and entry.method != "waiver"


def unproved(viewed: Viewed) -> Iterator[Found]:
    """Find process that was served, and of which no proof is on the docket.

    Where a court serves by itself, as in Germany and Austria, nobody files one: it is
    asked of courts in the United States, and of a case that is in none.
    """
    case = viewed.case
    place = (case.court or "us/").partition("/")[0]
    if place.partition("-")[0] != "us":
        return
    is_federal = (case.court or "").startswith("us/")
    for shown in services_unproved(case.docket):
        entry = case.docket[shown.entry_id]
        lacks = [code for code in shown.findings if code in _LACKS]
        if not lacks or not _begins(entry):
            continue
        whom = f" on {', '.join(shown.unproved)}" if shown.unproved else ""
        yield Found(
            text=(
                f"the service of {entry.happened_on}{whom} (event {entry.event_id!r}) "
                "is not proved: no proof of it is on the docket"
            ),
            evidence=(
                f"event:{entry.event_id}",
                *(f"party:{name}" for name in shown.unproved),
            ),
            day=entry.happened_on,
            authority=PROOF_OF_SERVICE if is_federal else None,
        )


def differs(viewed: Viewed) -> Iterator[Found]:
    """Find services of which the proof gives another day, or another method."""
    case = viewed.case
    for entry in case.docket:
        if entry.kind != "served" or not entry.stands:
            continue
        for proof in entry.proofs:
            said = []
            if proof.served_on not in {None, entry.happened_on}:
                said.append(f"served on {proof.served_on}, not on {entry.happened_on}")
            if proof.method is not None and proof.method != entry.method:
                said.append(f"by {proof.method}, not {entry.method or 'said how'}")
            if said:
                yield Found(
                    text=(
                        f"the proof {proof.event_id!r} of the service "
                        f"{entry.event_id!r} says {'; '.join(said)}: one of the two is "
                        "wrong, and time runs from what the docket says"
                    ),
                    evidence=(f"event:{entry.event_id}", f"event:{proof.event_id}"),
                    day=entry.happened_on,
                )


OF_SERVICE: Final = (
    Check(
        code="proof-differs",
        severity="warning",
        what="a proof of service says another day or method than the docket",
        authority=DILIGENCE,
        find=differs,
    ),
    Check(
        code="service-unproved",
        severity="warning",
        what="process was served, and no proof of it is on the docket",
        authority=DILIGENCE,
        find=unproved,
    ),
)
