"""Evidence: items with every link of their custody, and exhibits made of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = [
    "GATHERED",
    "CustodyExplanation",
    "CustodyLink",
    "Evidence",
    "EvidenceItem",
    "Exhibit",
]

#: What we gather to prove a case is our own until somebody says otherwise.
GATHERED: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class CustodyExplanation(PlainData):
    """What somebody said of a link that does not fit, by which event, on which day."""

    event_id: str
    on: date
    text: str = field(repr=False)
    explained_by: str = field(repr=False)
    document_id: str | None = None


@frozen(kw_only=True)
class CustodyLink(PlainData):
    """One thing that happened to an item: what, when, by whom, and under which digest.

    `action` is ``"collected"``, ``"received"``, ``"transferred"``, one of
    `CUSTODY_ACTIONS`, ``"returned"`` or ``"destroyed"``. `acted_by` had it in hand, or
    gave it away; `handed_to` is who had it afterwards, where that is another.
    """

    event_id: str
    action: str
    on: date
    at: datetime | None = None
    acted_by: str = field(repr=False)
    handed_to: str | None = field(default=None, repr=False)
    purpose: str | None = field(default=None, repr=False)
    authorization: str | None = field(default=None, repr=False)
    by_order: str | None = None
    seal: str | None = field(default=None, repr=False)
    digest_before: str | None = None
    digest_after: str | None = None
    explanations: tuple[CustodyExplanation, ...] = ()

    @property
    def is_authorized(self) -> bool:
        """Whether it says by whose leave, or by which order, it was done."""
        return self.authorization is not None or self.by_order is not None


@frozen(kw_only=True)
class EvidenceItem(PlainData):
    """A thing, or data, that proves something: what, from where, and who had it since.

    `links` are in the order in which they happened, the first one that by which it
    came. `copy_of` is the item of which it is a copy. `state` is ``"held"``,
    ``"returned"`` or ``"destroyed"``.
    """

    item_id: str
    number: str | None = field(default=None, repr=False)
    description: str = field(repr=False)
    kind: str
    from_party: str | None = None
    source: str | None = field(default=None, repr=False)
    place: str | None = field(default=None, repr=False)
    copy_of: str | None = None
    taken_on: date
    state: str = "held"
    links: tuple[CustodyLink, ...]
    label: Label

    @property
    def is_held(self) -> bool:
        """Whether it was neither given back nor destroyed."""
        return self.state == "held"

    @property
    def holder(self) -> str | None:
        """Who has it, by the last link that says so; ``None`` if nobody has it."""
        if not self.is_held:
            return None
        handed = (one.handed_to for one in reversed(self.links))
        return next((one for one in handed if one is not None), None)

    @property
    def digest(self) -> str | None:
        """The digest that was last recorded of it; ``None`` where none was."""
        found = (
            digest
            for one in reversed(self.links)
            for digest in (one.digest_after, one.digest_before)
        )
        return next((one for one in found if one is not None), None)


@frozen(kw_only=True)
class Exhibit(PlainData):
    """What is shown to the court: its mark, what it is, and what the court said of it.

    It is an item of evidence or a document. `state` is ``"marked"``, ``"offered"``,
    ``"admitted"``, ``"excluded"`` or ``"withdrawn"``; `ruling` refers to what ruled.
    """

    exhibit_id: str
    mark: str = field(repr=False)
    item_id: str | None = None
    document_id: str | None = None
    by_party: str | None = None
    marked_on: date
    state: str = "marked"
    offered_at: str | None = None
    offered_on: date | None = None
    ruled_on: date | None = None
    ruling: str | None = None
    label: Label


@frozen(kw_only=True)
class Evidence(PlainData):
    """The evidence of a case: its items, and the exhibits."""

    items: Register[EvidenceItem]
    exhibits: Register[Exhibit]
