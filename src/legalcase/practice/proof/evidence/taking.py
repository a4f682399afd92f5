"""How an item comes into a case: somebody collects it, or it is handed to us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.kernel.checks import check_id, check_kind, check_text, one_of, optional
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.model.documents.content import check_digest

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["EVIDENCE_KINDS", "EvidenceCollected", "EvidenceReceived", "check_sha256"]

#: What an item is. Of what is digital, a digest shows that it is unchanged.
EVIDENCE_KINDS: Final = ("digital", "physical", "biological", "documentary", "other")


def check_sha256(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no SHA-256 in hexadecimal digits."""
    check_digest(attribute.name, value)


_label = check_kind(Label, "Pass Label(audience=…).")


@frozen(kw_only=True)
class EvidenceCollected(Event):
    """An item was found and taken: what, where, by whom. Its custody begins here.

    `taken_by` has it now. `from_party` is the party of whom it was taken, `source` and
    `place` say otherwise from whom and where; `number` is what is written on it,
    `copy_of` the item of which it is a copy, `digest` the SHA-256 of what is digital.
    It is work product unless `label` says otherwise.
    """

    item_id: str = field(validator=check_id, metadata=names("practice/evidence-item"))
    description: str = field(repr=False, validator=check_text)
    kind: str = field(validator=one_of(EVIDENCE_KINDS))
    taken_by: str = field(repr=False, validator=check_text)
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    from_party: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    source: str | None = field(default=None, repr=False, validator=optional(check_text))
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    copy_of: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/evidence-item"),
    )
    seal: str | None = field(default=None, repr=False, validator=optional(check_text))
    digest: str | None = field(default=None, validator=optional(check_sha256))
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class EvidenceReceived(Event):
    """An item was handed to us, with whatever happened to it before. Custody begins.

    `taken_by` has it now; `from_party`, or else `source`, says who gave it. What lies
    before, no link of ours can tell.
    """

    item_id: str = field(validator=check_id, metadata=names("practice/evidence-item"))
    description: str = field(repr=False, validator=check_text)
    kind: str = field(validator=one_of(EVIDENCE_KINDS))
    taken_by: str = field(repr=False, validator=check_text)
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    from_party: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    source: str | None = field(default=None, repr=False, validator=optional(check_text))
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    copy_of: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/evidence-item"),
    )
    seal: str | None = field(default=None, repr=False, validator=optional(check_text))
    digest: str | None = field(default=None, validator=optional(check_sha256))
    label: Label | None = field(default=None, validator=optional(_label))
