"""Entries of a directory for the tests: a person, a firm, an agency."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from legalcase.directory import (
    AddressGiven,
    Admitted,
    AgencyAdded,
    Entry,
    LinkMade,
    Name,
    OrganizationAdded,
    PersonAdded,
)
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
