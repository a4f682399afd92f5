"""What can be wrong with disclosure: what is owed past its day, waived in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import UnknownNameError
from legalcase.oversight.disclosing.ledger import disclosure
from legalcase.oversight.disclosing.standing import holds_waiver, item_standing
from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.proof.disclosure.facet import DISCLOSURE
from legalcase.practice.proof.disclosure.reading import disclosure_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.authority import Authority
    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_DISCLOSURE"]


def _authority(kind: str) -> Authority | None:
    """Return on what a sort of disclosure rests; of one of the firm's own, nothing."""
    try:
        return disclosure_kind(kind).authority
    except UnknownNameError:
        return None


def overdue(viewed: Viewed) -> Iterator[Found]:
    """Find duties of which something is owed past its day: one finding a duty."""
    if not viewed.case.has_room(DISCLOSURE):
        return
    seen: set[str] = set()
    rows = disclosure(viewed.case).outstanding(on=viewed.on, audience="owner").over
    for row in rows:
        if row.duty_id in seen:
            continue
        seen.add(row.duty_id)
        many = sum(one.duty_id == row.duty_id for one in rows)
        yield Found(
            text=(
                f"disclosure {row.duty_id!r} of {row.owed_by} was due on {row.due_on}: "
                f"{many} items are owed"
            ),
            evidence=row.evidence,
            authority=_authority(row.kind),
            day=row.due_on,
        )


def waived_in_vain(viewed: Viewed) -> Iterator[Found]:
    """Find waivers that relieve nobody."""
    if not viewed.case.has_room(DISCLOSURE):
        return
    ledger = viewed.case[DISCLOSURE]
    for duty in ledger.duties:
        if not duty.is_owed(viewed.on):
            continue
        for step in duty.steps:
            if step.what != "waived" or step.on > viewed.on:
                continue
            stand = (item_standing(viewed.case, duty, x, viewed.on) for x in step.items)
            # Who gave it afterwards needs no waiver.
            if not any(one.is_owed for one in stand):
                continue
            why = holds_waiver(ledger, duty, step, viewed.on)
            if why is not None:
                yield Found(
                    text=f"a waiver of disclosure {duty.duty_id!r} does not do: {why}",
                    evidence=(
                        f"practice/disclosure-duty:{duty.duty_id}",
                        f"event:{step.event_id}",
                    ),
                    authority=_authority(duty.kind),
                    day=step.on,
                )


OF_DISCLOSURE: Final = (
    Check(
        code="disclosure-overdue",
        severity="critical",
        what="a disclosure is owed, and its day is over",
        find=overdue,
    ),
    Check(
        code="disclosure-waived-in-vain",
        severity="critical",
        what="a disclosure was waived in a way that its rule does not have",
        find=waived_in_vain,
    ),
)
