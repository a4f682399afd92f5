"""What can happen to an item of evidence, and what is said of it afterwards."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import check_id, check_kind, check_text, one_of, optional
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, refers
from legalcase.near import is_same
from legalcase.practice.proof.evidence.taking import check_sha256

__all__ = [
    "CUSTODY_ACTIONS",
    "CustodyExplained",
    "CustodyTransferred",
    "EvidenceDestroyed",
    "EvidenceHandled",
    "EvidenceReturned",
]

#: What is done to an item while it stays with whoever has it.
CUSTODY_ACTIONS: Final = ("accessed", "analyzed", "copied", "sealed")

_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class CustodyTransferred(Event):
    """An item went from one person to another: why, by whose leave, under which seal.

    `digest_before` and `digest_after` are what each of the two measured. Whoever
    handed it over without having had it did so all the same: it is recorded, and
    `custody` says that there is a gap.
    """

    item_id: str = field(validator=check_id, metadata=refers("practice/evidence-item"))
    handed_by: str = field(repr=False, validator=check_text)
    handed_to: str = field(repr=False, validator=check_text)
    purpose: str = field(repr=False, validator=check_text)
    authorization: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    seal: str | None = field(default=None, repr=False, validator=optional(check_text))
    digest_before: str | None = field(default=None, validator=optional(check_sha256))
    digest_after: str | None = field(default=None, validator=optional(check_sha256))

    def __attrs_post_init__(self) -> None:
        """Refuse what was handed by somebody to themselves."""
        if is_same(self.handed_by, self.handed_to):
            msg = (
                "handed_by and handed_to are the same, so that nothing changed hands. "
                "Name two, or record EvidenceHandled for what was done with it."
            )
            raise InvalidValueError(msg, field="handed_to", value=None)


@frozen(kw_only=True)
class EvidenceHandled(Event):
    """Something was done to an item, and it stayed with whoever has it.

    `action` is one of `CUSTODY_ACTIONS`; `seal` is the one under which it is
    afterwards. Whoever does it and does not have it needs leave for it.
    """

    item_id: str = field(validator=check_id, metadata=refers("practice/evidence-item"))
    action: str = field(validator=one_of(CUSTODY_ACTIONS))
    handled_by: str = field(repr=False, validator=check_text)
    purpose: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    authorization: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    seal: str | None = field(default=None, repr=False, validator=optional(check_text))
    digest_before: str | None = field(default=None, validator=optional(check_sha256))
    digest_after: str | None = field(default=None, validator=optional(check_sha256))

    def __attrs_post_init__(self) -> None:
        """Refuse what was sealed without a seal."""
        if self.action == "sealed" and self.seal is None:
            msg = (
                "The item was sealed, and nothing says with what. Pass seal=, what is "
                "written on the seal."
            )
            raise MissingInputError(msg, field="seal", value=None)


@frozen(kw_only=True)
class EvidenceReturned(Event):
    """An item was given back, and nothing happens to it with us any more."""

    item_id: str = field(validator=check_id, metadata=refers("practice/evidence-item"))
    returned_by: str = field(repr=False, validator=check_text)
    returned_to: str = field(repr=False, validator=check_text)
    authorization: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    digest_before: str | None = field(default=None, validator=optional(check_sha256))


@frozen(kw_only=True)
class EvidenceDestroyed(Event):
    """An item was destroyed, or used up: how, by whom, and by whose leave."""

    item_id: str = field(validator=check_id, metadata=refers("practice/evidence-item"))
    destroyed_by: str = field(repr=False, validator=check_text)
    how: str = field(repr=False, validator=check_text)
    authorization: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    digest_before: str | None = field(default=None, validator=optional(check_sha256))


@frozen(kw_only=True)
class CustodyExplained(Event):
    """Somebody looked into a link that does not fit, and says how that came about.

    `link` is the event of the link. Nothing is mended by it: the break stays, and is
    told as one that was explained. What was only recorded wrongly is corrected.
    """

    item_id: str = field(validator=check_id, metadata=refers("practice/evidence-item"))
    link: str = field(validator=check_id, metadata=refers("event"))
    explanation: str = field(repr=False, validator=check_text)
    explained_by: str = field(repr=False, validator=check_text)
    document_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
