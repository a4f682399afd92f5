"""Whether the charges by whose end a case is disposed of are at an end, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidValueError
from legalcase.model.charges.facet import CHARGES

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.model.caseload.events import CaseDisposed

__all__ = ["check_counts"]


def check_counts(event: CaseDisposed, before: Folded) -> None:
    """Refuse to dispose of a case by counts of which one is pending.

    Who names no counts is asked nothing: logs from before there were charges do not.
    """
    if not event.counts:
        return
    charges = before[CHARGES]
    for name in event.counts:
        if event.of and charges[name].of not in event.of:
            msg = (
                f"The charge {name!r} is against {charges[name].of!r}, as to whom the "
                "case is not disposed of. Name the defendant in of, or leave it out."
            )
            raise InvalidValueError(msg, field="counts", value=name)
    left = [
        charge.charge_id
        for charge in charges
        if charge.is_pending and (not event.of or charge.of in event.of)
    ]
    if left:
        msg = (
            f"The charge {left[0]!r} is pending, and with it the case. Record "
            "ChargeDisposed for it first, in the same act; for some counts alone, "
            "record only that."
        )
        raise InvalidValueError(msg, field="counts", value=left[0])
