"""Entries of a directory for the tests: a person, a firm, an agency."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from legalcase.directory import (
    RELATIONS,
    AddressEnded,
    AddressGiven,
    Admitted,
    AgencyAdded,
    AliasAdded,
    Directory,
    Entry,
    IdentifierEnded,
    IdentifierGiven,
    LineNaming,
    LinkEnded,
    LinkMade,
    Name,
    NameChanged,
    NameOnDocket,
    NameSealed,
    NameUnsealed,
    OrganizationAdded,
    PersonAdded,
    StandingChanged,
)
from legalcase.kernel import Label
from legalcase.testing import FixedIds

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)
LATER = DAY + timedelta(days=30)
AT = NOON + timedelta(days=400)
CANARY = "canary-4711"


def entry(event: Any, entry_id: str) -> Entry:
    """Somebody new."""
    ids = FixedIds(f"{entry_id}/")
    return Entry.open(event, entry_id=entry_id, by="clerk", at=NOON, ids=ids)


def after(one: Entry, *events: Any) -> Entry:
    """Somebody after events."""
    return one.record(*events, by="clerk", at=AT)


def person(entry_id: str = "roe", given: str = "Jane", family: str = "Roe") -> Entry:
    """A person."""
    added = PersonAdded(
        name=Name(given=given, family=f"{family} {CANARY}"), happened_on=DAY
    )
    return entry(added, f"person:{entry_id}")


def firm(entry_id: str = "firm") -> Entry:
    """A firm of lawyers."""
    name = Name(full=f"Doe & Doe {CANARY}")
    return entry(
        OrganizationAdded(name=name, happened_on=DAY), f"organization:{entry_id}"
    )


def agency(entry_id: str = "office") -> Entry:
    """A public authority."""
    name = Name(full=f"Office {CANARY}")
    return entry(AgencyAdded(name=name, happened_on=DAY), f"agency:{entry_id}")


def counsel(entry_id: str = "doe") -> Entry:
    """A lawyer of that firm, admitted, with an address."""
    return after(
        person(entry_id, "Mary", "Doe"),
        Admitted(
            admission_id="bar", jurisdiction="us-ca", number="123456", happened_on=DAY
        ),
        AddressGiven(
            address_id="mail", sort="email", text="doe@example.org", happened_on=DAY
        ),
        LinkMade(
            link_id="at",
            relation="counsel-at",
            to="organization:firm",
            happened_on=DAY,
        ),
    )


def directory_events() -> tuple[Any, ...]:
    """A sample of each kind of event of the directory, with something in each field."""
    by: dict[str, Any] = {"happened_on": DAY}
    name = Name(
        full=f"Roe {CANARY}",
        given=f"Jane {CANARY}",
        family=f"Roe {CANARY}",
        particle=f"van {CANARY}",
        suffix=f"Jr. {CANARY}",
        title=f"Dr. {CANARY}",
    )
    number: dict[str, Any] = {"sort": "tax", "value": f"1 {CANARY}", "issuer": "us"}
    return (
        PersonAdded(name=name, **by),
        OrganizationAdded(name=name, **by),
        AgencyAdded(name=name, **by),
        NameChanged(name=name, **by),
        AliasAdded(name=name, sort="formerly", until_on=LATER, **by),
        IdentifierGiven(**number, until_on=LATER, **by),
        IdentifierEnded(**number, **by),
        AddressGiven(
            address_id="a", sort="post", text=f"1 Road {CANARY}", until_on=LATER, **by
        ),
        AddressEnded(address_id="a", **by),
        LinkMade(
            link_id="l", relation="spouse-of", to="person:doe", until_on=LATER, **by
        ),
        LinkEnded(link_id="l", **by),
        Admitted(
            admission_id="b",
            jurisdiction="us-ca",
            number=f"1 {CANARY}",
            status="inactive",
            **by,
        ),
        StandingChanged(admission_id="b", status="active", **by),
        NameOnDocket(case_id="roe", name=f"Roe {CANARY}", **by),
        NameSealed(
            case_id="roe",
            label=Label(audience="court"),
            authority=f"Order {CANARY}",
            **by,
        ),
        NameUnsealed(case_id="roe", **by),
    )


def full_entry() -> Entry:
    """A person of whom something is known in every way."""
    return after(
        counsel(),
        NameOnDocket(case_id="roe", name=f"Doe {CANARY}", happened_on=DAY),
        NameSealed(case_id="roe", label=Label(audience="court"), happened_on=LATER),
        IdentifierGiven(sort="tax", value=f"1 {CANARY}", issuer="us", happened_on=DAY),
        AliasAdded(name=Name(full=f"M. {CANARY}"), happened_on=DAY),
    )


def directory_samples() -> dict[str, Any]:
    """A value of each exported class of the directory."""
    one = full_entry()
    profile = one.profile
    values = [
        *directory_events(),
        one,
        Directory.of(one, firm()),
        profile,
        profile.name,
        *profile.names[:1],
        *profile.aliases,
        *profile.identifiers,
        *profile.addresses,
        *profile.links,
        *profile.admissions,
        *profile.docket_names[-1:],
        RELATIONS["spouse-of"],
        LineNaming(stream="case:roe", number=3, event_id="e"),
    ]
    return {type(value).__name__: value for value in values}
