"""Cases and a directory for the tests of conflicts, short to make and to change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from legalcase.conflicts import ConflictCheck, ConflictIndex, check
from legalcase.directory import (
    AgencyAdded,
    AliasAdded,
    Directory,
    Entry,
    IdentifierGiven,
    LinkMade,
    Name,
    OrganizationAdded,
    PersonAdded,
)
from legalcase.model import CaseFile, CaseOpened, PartyJoined
from legalcase.practice import MODEL

if TYPE_CHECKING:
    from legalcase.kernel import Event

AT = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)
EARLY = date(2020, 1, 2)

_ADDED = {
    "person": PersonAdded,
    "organization": OrganizationAdded,
    "agency": AgencyAdded,
}


def entry(entry_id: str, name: str, *events: Event) -> Entry:
    """An entry of the directory with a name."""
    noun = entry_id.partition(":")[0]
    added = _ADDED[noun](name=Name(full=name), happened_on=EARLY)
    made = Entry.open(added, entry_id=entry_id, by="clerk", at=AT)
    return made.record(*events, by="clerk", at=AT) if events else made


def link(relation: str, to: str, **said: Any) -> LinkMade:
    """A relation to another entry."""
    given = {"link_id": f"{relation}-{to}", "happened_on": EARLY, **said}
    return LinkMade(relation=relation, to=to, **given)


def alias(name: str) -> AliasAdded:
    """Another name."""
    return AliasAdded(name=Name(full=name), sort="also-known-as", happened_on=EARLY)


def mark(sort: str, value: str) -> IdentifierGiven:
    """A number by which somebody is known."""
    return IdentifierGiven(sort=sort, value=value, happened_on=EARLY)


def case(case_id: str, *events: Event) -> CaseFile:
    """A case with those events."""
    opened = CaseOpened(caption=f"Case {case_id}", happened_on=EARLY)
    made = CaseFile.open(opened, case_id=case_id, by="clerk", at=AT, model=MODEL)
    return made.record(*events, by="clerk", at=AT) if events else made


def party(party_id: str, role: str, who: str | None = None, **said: Any) -> PartyJoined:
    """Somebody who takes part: by id, or else by a name."""
    given: dict[str, Any] = {"happened_on": EARLY, **said}
    if who is None and "name" not in given:
        given["name"] = party_id
    return PartyJoined(party_id=party_id, person=who, roles=(role,), **given)


def asked(
    cases: list[CaseFile], directory: Directory, roles: dict[str, str], **said: Any
) -> ConflictCheck:
    """A check of those who are named, with what each would be to us."""
    index = ConflictIndex.of(cases, directory, position="p-1")
    people = said.pop("people", tuple(roles))
    return check(index, people=people, roles=roles, as_of=DAY, **said)


def rules(found: ConflictCheck) -> list[tuple[str | None, str]]:
    """The findings, as (matter, rule), in their order."""
    return [(one.match.case_id, one.rule) for one in found.findings]
