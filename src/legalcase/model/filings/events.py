"""What can happen to a paper that is to be filed, until the clerk has taken it."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.words import word

__all__ = [
    "FilingAbandoned",
    "FilingAccepted",
    "FilingDrafted",
    "FilingRejected",
    "FilingReturned",
    "FilingSentForReview",
    "FilingSigned",
    "FilingSubmitted",
]


@frozen(kw_only=True)
class FilingDrafted(Event):
    """A paper is being written that is to be filed for the parties `by`.

    Title, `paper`, `triggers` and `about` are those of the entry that it is to be:
    `filing_accepted` copies them. `documents` are the ids of its papers, the main one
    first. Until it is on the docket, it is work product, unless `label` says otherwise.
    """

    filing_id: str = field(validator=check_id, metadata=names("filing"))
    title: str = field(repr=False, validator=check_text)
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    paper: str | None = field(
        default=None, validator=optional(check_word), metadata=word("paper")
    )
    triggers: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class FilingSentForReview(Event):
    """A draft was given to somebody to be read, before it is signed."""

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    reviewer: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class FilingReturned(Event):
    """It is a draft again: the reader, the signer or the clerk wants it changed.

    A signature is gone with it: what is changed is signed anew.
    """

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class FilingSigned(Event):
    """It was signed: by whom, and, where they are given, in which papers.

    Who may sign is no question of this room.
    """

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    signed_by: str = field(repr=False, validator=check_text)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class FilingSubmitted(Event):
    """It was handed in, and the clerk has not said anything yet.

    `transaction` is the number that the filing system gave, `submitted_by` who did it.
    """

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    submitted_by: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    transaction: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class FilingAccepted(Event):
    """The clerk took it: it is the entry `entry_id` of the docket, an event `Filed`."""

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    entry_id: str = field(validator=check_id, metadata=refers("event"))


@frozen(kw_only=True)
class FilingRejected(Event):
    """The clerk did not take it: `reason`, as it was given. It meets no deadline."""

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    reason: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class FilingAbandoned(Event):
    """It will not be filed."""

    filing_id: str = field(validator=check_id, metadata=refers("filing"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
