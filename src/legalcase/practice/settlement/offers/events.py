"""What begins an offer and changes it: it is made, and its terms are changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import ConflictingInputError, InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.kernel.events.words import word
from legalcase.practice.settlement.offers.kinds import KINDS

__all__ = ["OfferChanged", "OfferMade"]

_several = check_some(check_ids)


def _check_to(
    instance: OfferMade, attribute: Attribute[Any], value: tuple[str, ...]
) -> None:
    _several(instance, attribute, value)
    both = set(instance.by) & set(value)
    if both:
        name = min(both)
        msg = (
            f"The party {name!r} would make an offer to itself. Name it in by or in "
            "to, not in both."
        )
        raise InvalidValueError(msg, field=attribute.name, value=name)


def _check_until(event: OfferMade | OfferChanged) -> None:
    """Refuse two ends of one offer, and one that lies before it begins."""
    if event.until_on is None:
        return
    if event.until_deadline is not None:
        msg = (
            "The offer would be open until a date and until a deadline. Pass until_on "
            "for a date of its own, or until_deadline for one that moves."
        )
        raise ConflictingInputError(msg, field="until_on", value=None)
    if event.until_on < event.happened_on:
        msg = (
            f"The offer of {event.happened_on} would be open until {event.until_on}. "
            "Pass a day on or after it, or none."
        )
        raise InvalidValueError(msg, field="until_on", value=event.until_on)


@frozen(kw_only=True)
class OfferMade(Event):
    """An offer to settle was made: by whom, to whom, of which kind, on what terms.

    `kind` is one of ``"rule-68"``, ``"ccp-998"``, ``"part-36"``, ``"calderbank"``
    (without prejudice save as to costs) and ``"plain"``. It is made by the parties `by`
    together to the parties `to` together: what each of several can accept alone is an
    offer to each. `claims` are those that it would settle, all if left out; `terms`
    says in short what is offered, `in_document` has it. `service` is the entry of the
    docket by which it was served (`serve_offer` makes both), `method` a word for how.
    It is open until `until_on`, or the deadline `until_deadline`, which moves; left
    out, the deadlines that run from its service say. No court hears of it, unless
    `label` says otherwise.
    """

    offer_id: str = field(validator=check_id, metadata=names("practice/offer"))
    kind: str = field(validator=one_of(KINDS))
    by: tuple[str, ...] = field(validator=_several, metadata=refers("party"))
    to: tuple[str, ...] = field(validator=_check_to, metadata=refers("party"))
    claims: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("claim")
    )
    terms: str = field(repr=False, validator=check_text)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    service: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("event")
    )
    method: str | None = field(
        default=None, validator=optional(check_word), metadata=word("method")
    )
    until_on: date | None = field(default=None, validator=optional(check_date))
    until_deadline: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("deadline")
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two ends of one offer, and one that lies before it begins."""
        _check_until(self)


@frozen(kw_only=True)
class OfferChanged(Event):
    """The terms of an offer were changed: what is given here is new.

    It is open again, as it would be if it had been made so; until when it is open is
    said anew.
    """

    offer_id: str = field(validator=check_id, metadata=refers("practice/offer"))
    terms: str = field(repr=False, validator=check_text)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    service: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("event")
    )
    until_on: date | None = field(default=None, validator=optional(check_date))
    until_deadline: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("deadline")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two ends of one offer, and one that lies before it begins."""
        _check_until(self)
