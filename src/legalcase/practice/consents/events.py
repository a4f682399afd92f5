"""What can happen to a consent, and that something was shared."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_some,
    check_text,
    check_truth,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = ["ConsentGiven", "ConsentRevoked", "InformationShared"]


@frozen(kw_only=True)
class ConsentGiven(Event):
    """A party agreed that information is shared: which, with whom, for what.

    `covers` are words for sorts of information (``"housing"``, ``"health"``), `items`
    refer to single things; `recipients` are ids of agencies, organizations or persons.
    It holds from `happened_on` until the day before `until_on`. What is privileged is
    covered only where `with_privileged` says so, since sharing it can end the
    privilege. `in_document` refers to the paper that was signed.
    """

    consent_id: str = field(validator=check_id, metadata=names("practice/consent"))
    given_by: str = field(validator=check_id, metadata=refers("party"))
    covers: tuple[str, ...] = field(default=(), validator=check_words)
    items: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    recipients: tuple[str, ...] = field(validator=check_some(check_ids))
    purpose: str = field(repr=False, validator=check_text)
    until_on: date | None = field(default=None, validator=optional(check_date))
    with_privileged: bool = field(default=False, validator=check_truth)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a consent to nothing, and one that is over before it begins."""
        if not self.covers and not self.items:
            msg = (
                "The consent covers nothing. Pass covers=, words for sorts of "
                "information, or items=, references to single things."
            )
            raise MissingInputError(msg, field="covers", value=None)
        if self.until_on is not None and self.until_on <= self.happened_on:
            msg = (
                f"The consent is given on {self.happened_on} and would be over on "
                f"{self.until_on}. until_on is the first day without it: pass a later "
                "one, or none."
            )
            raise InvalidValueError(msg, field="until_on", value=self.until_on)


@frozen(kw_only=True)
class ConsentRevoked(Event):
    """A party withdrew a consent: from this day on nothing is shared under it."""

    consent_id: str = field(validator=check_id, metadata=refers("practice/consent"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class InformationShared(Event):
    """Information went to somebody outside: whose, what, to whom, by which consent.

    `of` is the party whose information it is: the consent has to be theirs. It is
    recorded also where no consent was there: what happened, happened, and is found.
    """

    sharing_id: str = field(validator=check_id, metadata=names("practice/sharing"))
    of: str = field(validator=check_id, metadata=refers("party"))
    recipient: str = field(validator=check_id)
    covers: tuple[str, ...] = field(default=(), validator=check_words)
    items: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    consent_id: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/consent"),
    )
    purpose: str = field(repr=False, validator=check_text)
    is_privileged: bool = field(default=False, validator=check_truth)

    def __attrs_post_init__(self) -> None:
        """Refuse what says of nothing that it was shared."""
        if not self.covers and not self.items:
            msg = (
                "Nothing says what was shared. Pass covers=, words for sorts of "
                "information, or items=, references to single things."
            )
            raise MissingInputError(msg, field="covers", value=None)
