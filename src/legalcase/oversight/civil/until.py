"""Until: by when an offer can be accepted, from itself or from its deadlines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.model.deadlines.basis import Computed
from legalcase.practice.settlement.offers.kinds import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.agenda import AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.deadlines.state import Deadline
    from legalcase.practice.settlement.offers.state import Offer

__all__ = ["Until", "until_of"]

#: A deadline of these does not say any more until when an offer is open.
_GONE = frozenset({"vacated", "waived", "moot"})


@frozen(kw_only=True)
class Until:
    """The last day of an offer, the safe one, and the deadlines that say so."""

    due_on: date | None = None
    safe_on: date | None = None
    because: tuple[str, ...] = ()


def until_of(case: Case, offer: Offer, items: Iterable[AgendaItem]) -> Until:
    """Return until when an offer can be accepted, by all that is known now."""
    if offer.until_on is not None:
        return Until(due_on=offer.until_on, safe_on=offer.until_on)
    by_id = {one.deadline.deadline_id: one for one in items}
    names = (
        [offer.until_deadline]
        if offer.until_deadline is not None
        else [one.deadline_id for one in case.deadlines if _is_of(one, offer.service)]
    )
    found = [by_id[_last(case, name)] for name in names]
    stand = [one for one in found if str(one.deadline.outcome) not in _GONE]
    dues = [one.dates.due for one in stand if one.dates.due is not None]
    safes = [one.dates.shown for one in stand if one.dates.shown is not None]
    return Until(
        due_on=min(dues, default=None),
        safe_on=min(safes, default=None),
        because=tuple(f"deadline:{one.deadline.deadline_id}" for one in stand),
    )


def _is_of(deadline: Deadline, service: str | None) -> bool:
    """Tell whether it runs from the service of an offer, and an acceptance meets it."""
    basis = deadline.basis
    return (
        service is not None
        and isinstance(basis, Computed)
        and ACCEPTED in deadline.terms.met_by
        and any(str(one.of) == f"event:{service}" for one in basis.anchors)
    )


def _last(case: Case, name: str) -> str:
    """Return the deadline that stands in the place of one, if it was extended."""
    while (after := case.deadlines[name].extended_by) is not None:
        name = after
    return name
