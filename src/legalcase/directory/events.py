"""What can happen to what is known of somebody: terms, as in a case."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.directory.ids import entry_of
from legalcase.directory.name import Name
from legalcase.directory.relations import RELATIONS
from legalcase.directory.state import ADDRESS_SORTS, ADMISSION_STATES, ALIAS_SORTS
from legalcase.kernel.checks import (
    check_end,
    check_id,
    check_kind,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "AddressEnded",
    "AddressGiven",
    "Admitted",
    "AgencyAdded",
    "AliasAdded",
    "IdentifierEnded",
    "IdentifierGiven",
    "LinkEnded",
    "LinkMade",
    "NameChanged",
    "NameOnDocket",
    "NameSealed",
    "NameUnsealed",
    "OrganizationAdded",
    "PersonAdded",
    "StandingChanged",
]

_name = check_kind(Name, "Pass Name(given='Jane', family='Roe'), or Name(full=…).")
_label = check_kind(Label, "Pass Label(audience='court', ground='sealed').")


@frozen(kw_only=True)
class PersonAdded(Event):
    """A person came into the directory, under the name that it bears."""

    name: Name = field(validator=_name)


@frozen(kw_only=True)
class OrganizationAdded(Event):
    """An organization came into the directory: a company, a firm, an association."""

    name: Name = field(validator=_name)


@frozen(kw_only=True)
class AgencyAdded(Event):
    """A public authority came into the directory."""

    name: Name = field(validator=_name)


@frozen(kw_only=True)
class NameChanged(Event):
    """It bears another name from that day on: marriage, adoption, a new firm."""

    name: Name = field(validator=_name)


@frozen(kw_only=True)
class AliasAdded(Event):
    """It goes, or went, by another name as well."""

    name: Name = field(validator=_name)
    sort: str = field(default="also-known-as", validator=one_of(ALIAS_SORTS))
    until_on: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class IdentifierGiven(Event):
    """It is known to an issuer by a number or a mark.

    `sort` is a word of one's own: ``"register"``, ``"tax"``, ``"docket-person"``. The
    number of an admission to a bar stands in the admission.
    """

    sort: str = field(validator=check_word)
    value: str = field(repr=False, validator=check_text)
    issuer: str | None = field(default=None, validator=optional(check_id))
    until_on: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class IdentifierEnded(Event):
    """A number or a mark holds no more."""

    sort: str = field(validator=check_word)
    value: str = field(repr=False, validator=check_text)
    issuer: str | None = field(default=None, validator=optional(check_id))


@frozen(kw_only=True)
class AddressGiven(Event):
    """It is reached there from that day on."""

    address_id: str = field(validator=check_id, metadata=names("address"))
    sort: str = field(validator=one_of(ADDRESS_SORTS))
    text: str = field(repr=False, validator=check_text)
    until_on: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class AddressEnded(Event):
    """It is not reached there any more."""

    address_id: str = field(validator=check_id, metadata=refers("address"))


@frozen(kw_only=True)
class LinkMade(Event):
    """It has a relation to another entry, `to`: the id of that, ``"person:roe"``."""

    link_id: str = field(validator=check_id, metadata=names("link"))
    relation: str = field(validator=one_of(tuple(sorted(RELATIONS))))
    to: str = field(validator=entry_of())
    until_on: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class LinkEnded(Event):
    """A relation is over."""

    link_id: str = field(validator=check_id, metadata=refers("link"))


@frozen(kw_only=True)
class Admitted(Event):
    """It was admitted to a bar, or a register of lawyers, of a jurisdiction."""

    admission_id: str = field(validator=check_id, metadata=names("admission"))
    jurisdiction: str = field(validator=check_id)
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    status: str = field(default="active", validator=one_of(ADMISSION_STATES))


@frozen(kw_only=True)
class StandingChanged(Event):
    """An admission stands otherwise from that day on: suspended, reinstated, ended."""

    admission_id: str = field(validator=check_id, metadata=refers("admission"))
    status: str = field(validator=one_of(ADMISSION_STATES))


@frozen(kw_only=True)
class NameOnDocket(Event):
    """Under this name it stands on the docket of a case from that day on.

    The case itself holds only the id, so that a name can be sealed, changed or erased
    without touching it.
    """

    case_id: str = field(validator=check_id)
    name: str = field(repr=False, validator=check_text)

    def tags(self) -> tuple[str, ...]:
        """Return by which case the line is found."""
        return (f"case:{self.case_id}",)


@frozen(kw_only=True)
class NameSealed(Event):
    """A court sealed who it is, in a case: `label` says who may see the true name.

    All others see the name on the docket that was given since, or none. The order
    stands in the log of the case, to which a label here cannot refer: say it as the
    `authority`. Where the label has an end, `display_name` needs the day.
    """

    case_id: str = field(validator=check_id)
    label: Label = field(validator=_label)
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class NameUnsealed(Event):
    """A court took the seal off the name, in a case."""

    case_id: str = field(validator=check_id)
