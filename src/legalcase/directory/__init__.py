"""The directory: who people, organizations and agencies are, outside any case."""

from typing import TYPE_CHECKING

from legalcase.directory.directory import Directory, erase
from legalcase.directory.entry import Entry
from legalcase.directory.events import (
    AddressEnded,
    AddressGiven,
    Admitted,
    AgencyAdded,
    AliasAdded,
    IdentifierEnded,
    IdentifierGiven,
    LinkEnded,
    LinkMade,
    NameChanged,
    NameOnDocket,
    NameSealed,
    NameUnsealed,
    OrganizationAdded,
    PersonAdded,
    StandingChanged,
)
from legalcase.directory.facet import MODELS
from legalcase.directory.name import Name
from legalcase.directory.relations import RELATIONS, Relation
from legalcase.directory.state import (
    Address,
    Admission,
    Alias,
    DocketName,
    Identifier,
    NameHeld,
    Profile,
    Relationship,
)
from legalcase.directory.texts import LineNaming, lines_naming
from legalcase.near import no_such_name

__all__ = [
    "MODELS",
    "RELATIONS",
    "Address",
    "AddressEnded",
    "AddressGiven",
    "Admission",
    "Admitted",
    "AgencyAdded",
    "Alias",
    "AliasAdded",
    "Directory",
    "DocketName",
    "Entry",
    "Identifier",
    "IdentifierEnded",
    "IdentifierGiven",
    "LineNaming",
    "LinkEnded",
    "LinkMade",
    "Name",
    "NameChanged",
    "NameHeld",
    "NameOnDocket",
    "NameSealed",
    "NameUnsealed",
    "OrganizationAdded",
    "PersonAdded",
    "Profile",
    "Relation",
    "Relationship",
    "StandingChanged",
    "erase",
    "lines_naming",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
