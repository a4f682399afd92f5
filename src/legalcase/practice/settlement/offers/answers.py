"""What an offer is answered with: it is accepted, rejected, or countered."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_some,
    check_text,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import refers

__all__ = ["OfferAccepted", "OfferCountered", "OfferRejected"]


@frozen(kw_only=True)
class OfferAccepted(Event):
    """An offer was accepted by those to whom it was made, or by some of them.

    `service` is the entry of the docket by which notice was served
    (`serve_acceptance` makes both). One that came too late is recorded as well: what
    that means, `oversight.offers` asks.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    accepted_by: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    service: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("event")
    )


@frozen(kw_only=True)
class OfferRejected(Event):
    """Those to whom an offer was made said no.

    That ends an offer under no rule; one under a rule stands until that ends it.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    rejected_by: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class OfferCountered(Event):
    """An offer was answered by another one, `by_offer`, which was made the other way.

    As for a rejection, that ends an offer under no rule alone.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    by_offer: str = field(validator=check_id, metadata=refers("practice/offer"))
