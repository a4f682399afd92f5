"""What can happen to an agreement: from a draft to what was performed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.practice.settlement.agreements.terms import NeedTerms, ObligationTerms

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AgreementApproved",
    "AgreementDrafted",
    "AgreementNeedMet",
    "AgreementNeedWaived",
    "AgreementReached",
    "AgreementRejected",
    "AgreementRescinded",
    "AgreementSigned",
    "ObligationBreached",
    "ObligationPerformed",
]

_event = optional(check_kind(Ref, "Pass Ref('event', …)."))


def _check_once(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            msg = f"The agreement has the {what} {one!r} twice. Give each its own id."
            raise InvalidValueError(msg, field=what, value=one)
        seen.add(one)


@frozen(kw_only=True)
class AgreementDrafted(Event):
    """An agreement between parties is being made: about what, and what it needs.

    `subjects` are words (``"property"``, ``"custody"``), `form` the id of a declared
    sort of agreement, whose `drafted` makes this event; `terms_document` has the terms.
    """

    agreement_id: str = field(validator=check_id, metadata=names("practice/agreement"))
    parties: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    subjects: tuple[str, ...] = field(validator=check_some(check_words))
    form: str | None = field(default=None, validator=optional(check_id))
    terms_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    needs: tuple[NeedTerms, ...] = field(default=(), validator=tuple_of(NeedTerms))
    obligations: tuple[ObligationTerms, ...] = field(
        default=(), validator=tuple_of(ObligationTerms)
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse ids of needs and of obligations that are given twice."""
        _check_once("needs", (one.need_id for one in self.needs))
        _check_once("obligations", (one.obligation_id for one in self.obligations))


@frozen(kw_only=True)
class AgreementReached(Event):
    """The parties agreed: on this day, in this document."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    terms_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )


@frozen(kw_only=True)
class AgreementSigned(Event):
    """A party signed, or whoever signed for it (`signed_by`), in a document."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    party_id: str = field(validator=check_id, metadata=refers("party"))
    signed_by: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )


@frozen(kw_only=True)
class AgreementNeedMet(Event):
    """What an agreement needed is there: shown by an event or a document."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    need_id: str = field(validator=check_word)
    by_event: Ref | None = field(default=None, validator=_event)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )


@frozen(kw_only=True)
class AgreementNeedWaived(Event):
    """What an agreement needed was let go, by which authority, and why."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    need_id: str = field(validator=check_word)
    authority: str = field(repr=False, validator=check_text)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )


@frozen(kw_only=True)
class AgreementApproved(Event):
    """The court approved the agreement, or entered it: by which order or judgment."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    by_event: Ref | None = field(default=None, validator=_event)


@frozen(kw_only=True)
class AgreementRejected(Event):
    """The court did not approve the agreement, and why."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    by_event: Ref | None = field(default=None, validator=_event)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class AgreementRescinded(Event):
    """The agreement is undone, and why."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    ground: str = field(repr=False, validator=check_text)
    by_event: Ref | None = field(default=None, validator=_event)


@frozen(kw_only=True)
class ObligationPerformed(Event):
    """What an agreement obliged to was done."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    obligation_id: str = field(validator=check_word)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )


@frozen(kw_only=True)
class ObligationBreached(Event):
    """What an agreement obliged to was not done, or not as agreed."""

    agreement_id: str = field(validator=check_id, metadata=refers("practice/agreement"))
    obligation_id: str = field(validator=check_word)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
