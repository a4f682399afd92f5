"""What else becomes of an offer: withdrawn, lapsed, compared, shown to the court."""

from __future__ import annotations

from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_text,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, refers

__all__ = [
    "COMPARED",
    "OfferCompared",
    "OfferLapsed",
    "OfferReleased",
    "OfferWithdrawn",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")
#: What can open an offer: an entry of the docket, or a paper of the parties.
_OPENS: Final = ("event", "document")
#: Beaten: whoever it was made to obtained more than it offered.
COMPARED: Final = ("beaten", "not-beaten", "disputed")


def _check_because(_: object, attribute: Attribute[Any], value: Ref) -> None:
    _ref(_, attribute, value)
    if value.noun not in _OPENS:
        msg = (
            f"A {value.noun} opens no offer to the court. Refer to the judgment, "
            "Ref('event', …), or to the agreement in writing, Ref('document', …)."
        )
        raise InvalidValueError(msg, field=attribute.name, value=value.noun)


@frozen(kw_only=True)
class OfferWithdrawn(Event):
    """Whoever made an offer took it back; `service` is the entry of that notice."""

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    service: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("event")
    )


@frozen(kw_only=True)
class OfferLapsed(Event):
    """The time of an offer ran out, and by which rule that ends it.

    Not every time that runs out does: an offer under CPR Part 36 can be accepted after
    its period, until it is withdrawn.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    authority: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class OfferCompared(Event):
    """An offer was compared with the judgment: it was beaten, or not.

    `judgment` is its entry on the docket. ``"beaten"`` says that whoever the offer was
    made to obtained more than it offered, ``"disputed"`` that this is in dispute.
    `consequence` says what follows for costs and interest, `authority` by which rule or
    order: nothing of it is computed. `compared_by` is who says so.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    judgment: str = field(validator=check_id, metadata=refers("event"))
    result: str = field(validator=one_of(COMPARED))
    compared_by: str = field(repr=False, validator=check_text)
    consequence: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class OfferReleased(Event):
    """From this day on the court may be shown an offer, and by which rule.

    `because` refers to what opens it: the judgment, or the paper in which the parties
    agreed to it. What the lines say of the offer keeps the label that it has.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    because: Ref = field(validator=_check_because)
    authority: str = field(repr=False, validator=check_text)
