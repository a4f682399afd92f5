"""Party, Participant and Representation: who takes part in a case, and for whom."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.model.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_text,
    one_of,
    optional,
)

__all__ = ["CAPACITIES", "ROLES", "Participant", "Party", "Representation"]

#: What a party can be.
KINDS: Final = ("person", "organization", "agency")

#: In which roles one takes part in a case.
ROLES: Final = (
    "agency",
    "amicus",
    "appellant",
    "appellee",
    "applicant",
    "claimant",
    "counterclaimant",
    "counter-defendant",
    "creditor",
    "cross-appellant",
    "cross-appellee",
    "cross-claimant",
    "cross-defendant",
    "defendant",
    "expert",
    "guardian-ad-litem",
    "interested-party",
    "interpreter",
    "intervenor",
    "mediator",
    "minor",
    "next-friend",
    "petitioner",
    "plaintiff",
    "respondent",
    "special-master",
    "third-party-defendant",
    "third-party-plaintiff",
    "trustee",
    "victim",
    "witness",
)

#: In which capacities counsel appears.
CAPACITIES: Final = (
    "lead",
    "co-counsel",
    "to-be-noticed",
    "local-counsel",
    "pro-hac-vice",
    "appointed",
    "standby",
    "limited-scope",
)


def _check_last(start: str) -> Any:
    def check(instance: object, attribute: Attribute[Any], value: date | None) -> None:
        if value is None:
            return
        check_date(instance, attribute, value)
        if value < getattr(instance, start):
            name = attribute.name
            msg = f"{name} lies before {start}. Give that day or a later one."
            raise InvalidValueError(msg, field=name, value=None)

    return check


def _check_roles(_: object, attribute: Attribute[Any], value: Any) -> None:
    msg = "roles needs a tuple of different roles. Write ('plaintiff',), say."
    if not isinstance(value, tuple) or not value:
        raise InvalidValueError(msg, field=attribute.name, value=None)
    for role in value:
        if role not in ROLES:
            noun = "role"
            raise UnknownNameError.of(noun, str(role), ROLES)
    if len(set(value)) != len(value):
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class Party:
    """A person, organization or agency; `name` stays out of `repr`."""

    party_id: str = field(validator=check_id)
    name: str = field(repr=False, validator=check_text)
    kind: str = field(default="person", validator=one_of(KINDS))


@frozen(kw_only=True)
class Participant:
    """A party in a case: its `roles`, from `joined_on` until (without) `left_on`.

    `is_client` says that it is ours.
    """

    party: Party = field(validator=check_kind(Party, "Pass Party(party_id=…, name=…)."))
    roles: tuple[str, ...] = field(validator=_check_roles)
    joined_on: date = field(validator=check_date)
    left_on: date | None = field(default=None, validator=_check_last("joined_on"))
    is_client: bool = False

    @property
    def party_id(self) -> str:
        """The party's id."""
        return self.party.party_id

    def is_party_on(self, day: date) -> bool:
        """Tell whether it takes part on `day`."""
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)


@frozen(kw_only=True)
class Representation:
    """Counsel for parties, from `began_on` until (without) `ended_on`."""

    representation_id: str = field(validator=check_id)
    party_ids: tuple[str, ...] = field(validator=check_ids)
    counsel: str = field(repr=False, validator=check_text)
    capacity: str = field(default="lead", validator=one_of(CAPACITIES))
    firm: str | None = field(default=None, repr=False, validator=optional(check_text))
    began_on: date = field(validator=check_date)
    ended_on: date | None = field(default=None, validator=_check_last("began_on"))
