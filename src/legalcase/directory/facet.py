"""MODELS: the three kinds of streams of the directory, each with its one room."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.directory import events as e
from legalcase.directory import handlers
from legalcase.directory.state import Profile
from legalcase.kernel.events.label import Label
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.kernel.rooms.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.kernel.events.event import Event

__all__ = ["AGENCY", "MODELS", "ORGANIZATION", "PERSON"]

#: What we know of somebody is ours, until a court's docket or a register shows it.
_OURS: Final = Label(audience="firm", ground="confidential")
_PUBLIC: Final = Label(audience="public")

_ROWS: Final = (
    Row(e.NameChanged, "name-changed", 1, handlers.renamed, label=_OURS),
    Row(e.AliasAdded, "alias-added", 1, handlers.alias_added, label=_OURS),
    Row(e.IdentifierGiven, "identifier-given", 1, handlers.identified, label=_OURS),
    Row(
        e.IdentifierEnded,
        "identifier-ended",
        1,
        handlers.identifier_ended,
        label=_OURS,
    ),
    Row(e.AddressGiven, "address-given", 1, handlers.address_given, label=_OURS),
    Row(e.AddressEnded, "address-ended", 1, handlers.address_ended, label=_OURS),
    Row(e.LinkMade, "link-made", 1, handlers.linked, label=_OURS),
    Row(e.LinkEnded, "link-ended", 1, handlers.link_ended, label=_OURS),
    Row(e.Admitted, "admitted", 1, handlers.admitted, label=_PUBLIC),
    Row(
        e.StandingChanged,
        "standing-changed",
        1,
        handlers.standing_changed,
        label=_PUBLIC,
    ),
    Row(e.NameOnDocket, "name-on-docket", 1, handlers.named_on_docket, label=_PUBLIC),
    Row(
        e.NameSealed,
        "name-sealed",
        1,
        handlers.name_sealed,
        handlers.check_name_sealed,
        label=_OURS,
    ),
    Row(e.NameUnsealed, "name-unsealed", 1, handlers.name_unsealed, label=_OURS),
)


def _facet(opens: type[Event], noun: str) -> Facet[Profile]:
    first = Row(opens, f"{noun}-added", 1, handlers.added, label=_OURS)
    return Facet(name="profile", first=Profile(noun=noun), rows=(first, *_ROWS))


PERSON: Final = _facet(e.PersonAdded, "person")
ORGANIZATION: Final = _facet(e.OrganizationAdded, "organization")
AGENCY: Final = _facet(e.AgencyAdded, "agency")

#: How the streams of the directory are folded, by their nouns.
MODELS: Final[Mapping[str, Model]] = MappingProxyType(
    {
        "person": Model("person", e.PersonAdded, (PERSON,)),
        "organization": Model("organization", e.OrganizationAdded, (ORGANIZATION,)),
        "agency": Model("agency", e.AgencyAdded, (AGENCY,)),
    }
)
