"""What can happen to an exhibit: it is marked, offered, and the court rules on it."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_one_of,
    check_text,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "ExhibitAdmitted",
    "ExhibitExcluded",
    "ExhibitMarked",
    "ExhibitOffered",
    "ExhibitWithdrawn",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class ExhibitMarked(Event):
    """Something was marked for identification: an item of evidence, or a document.

    `mark` is what it is called in court (``"A"``, ``"Gov't 12"``), `by_party` whose it
    is. It is work product unless `label` says otherwise: give that once it is offered.
    """

    exhibit_id: str = field(validator=check_id, metadata=names("practice/exhibit"))
    mark: str = field(repr=False, validator=check_text)
    item_id: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/evidence-item"),
    )
    document_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    by_party: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an exhibit of nothing, and one of two things."""
        check_one_of(self, "item_id", "document_id")


@frozen(kw_only=True)
class ExhibitOffered(Event):
    """An exhibit was offered in evidence, at a hearing where it was at one."""

    exhibit_id: str = field(validator=check_id, metadata=refers("practice/exhibit"))
    hearing_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("hearing")
    )


@frozen(kw_only=True)
class ExhibitAdmitted(Event):
    """The court admitted an exhibit; `by_ruling` refers to the ruling on the docket."""

    exhibit_id: str = field(validator=check_id, metadata=refers("practice/exhibit"))
    by_ruling: Ref | None = field(default=None, validator=optional(_ref))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class ExhibitExcluded(Event):
    """The court did not admit an exhibit, or struck it; `by_ruling` is the ruling."""

    exhibit_id: str = field(validator=check_id, metadata=refers("practice/exhibit"))
    by_ruling: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class ExhibitWithdrawn(Event):
    """Whoever marked an exhibit does not offer it any more."""

    exhibit_id: str = field(validator=check_id, metadata=refers("practice/exhibit"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
