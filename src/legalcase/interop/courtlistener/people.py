"""Who takes part, and who represents whom: from parties and attorneys to events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.errors import LegalCaseError
from legalcase.interop.courtlistener.tables import PARTY_TYPES
from legalcase.model.people.events import PartyJoined, PartyLeft, RoleEnded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from legalcase.interop.courtlistener.source import Place, Source
    from legalcase.kernel.events.event import Event
    from legalcase.law.lawbook import Law

__all__ = [
    "Party",
    "endings_of_party",
    "events_of_party",
    "is_of_other_docket",
    "parties_of",
]

_OTHER_DOCKET: Final = "it is of another docket"
_BLANKS: Final = re.compile(r"[\s_]*-[\s_]*|[\s_]+")


@frozen(kw_only=True)
class Party:
    """A party of the docket: its id here, its roles with the day each ended."""

    number: int
    party_id: str
    name: str = field(repr=False)
    roles: Mapping[str, date | None]
    place: Place


def is_of_other_docket(place: Place, docket: int | None) -> bool:
    """Tell whether a row of a party is of another docket, and mark it so.

    The service gives everything that it knows of a party, unless it is asked for
    those of one docket alone.
    """
    found = place.id_of("docket_id", "docket")
    if docket is None or found is None or found == docket:
        for key in ("docket", "docket_id"):
            place.source.pass_over(place.at(key), "it is this docket")
        return False
    place.source.pass_over(place.path, _OTHER_DOCKET)
    return True


def roles_meant(law: Law, extra: Mapping[str, str], text: str) -> tuple[str, ...]:
    """Return the roles that a type of party means; none where that is not known."""
    word = _BLANKS.sub("-", text.strip().casefold())
    for name, role in extra.items():
        if _BLANKS.sub("-", name.strip().casefold()) == word:
            return (role,)
    if word in PARTY_TYPES:
        return PARTY_TYPES[word]
    try:
        return (law.check_word("participant", word),)
    except LegalCaseError:
        return ()


def parties_of(
    source: Source,
    places: tuple[Place, ...],
    *,
    docket: int | None,
    law: Law,
    roles: Mapping[str, str],
    ids: Mapping[int, str],
) -> Iterator[Party]:
    """Yield the parties of the docket that have a name and a role that is known."""
    for place in places:
        number = place.id_of("id")
        name = place.text("name")
        held = _held(place, docket, law, roles)
        why = ""
        if number is None:
            why = "the party has no id"
        elif name is None:
            why = "the party has no name"
        elif not held:
            why = (
                "the party has no type here of which the role is known: name it with "
                "party_roles="
            )
        if why or number is None or name is None:
            source.drop(place.path, why)
            continue
        yield Party(
            number=number,
            party_id=ids.get(number, f"cl-{number}"),
            name=name,
            roles=held,
            place=place,
        )


def _held(
    place: Place, docket: int | None, law: Law, extra: Mapping[str, str]
) -> dict[str, date | None]:
    held: dict[str, date | None] = {}
    for each in place.objects("party_types"):
        if is_of_other_docket(each, docket):
            continue
        text, ended = each.text("name"), each.day("date_terminated")
        found = roles_meant(law, extra, text) if text else ()
        if not found:
            each.leave(
                "name",
                "the type of party is not known: name its role with party_roles=",
            )
            continue
        each.use("name", "date_terminated")
        for role in found:
            # A role that is held under two types lasts as long as one of them.
            if role in held:
                before = held[role]
                ended = max(before, ended) if before and ended else None
            held[role] = ended
    return held


def events_of_party(
    party: Party,
    *,
    joined_on: date,
    kind: str | None,
    is_client: bool,
) -> Iterator[Event]:
    """Yield that a party joined, lost roles, and left, as far as the source says so."""
    source, place = party.place.source, party.place
    place.use("name")
    source.assume(
        place.path,
        f"the source does not say when {party.party_id!r} joined: entered as of "
        f"{joined_on}, when the case was filed",
    )
    if kind is None:
        source.assume(
            place.path,
            f"the source does not say what {party.party_id!r} is: entered as a person",
        )
    yield PartyJoined(
        party_id=party.party_id,
        name=party.name,
        kind=kind or "person",
        roles=tuple(party.roles),
        is_client=is_client,
        happened_on=joined_on,
    )


def endings_of_party(party: Party, *, joined_on: date) -> Iterator[Event]:
    """Yield that a party lost roles, or left, on the days that the source says."""
    ends = {role: day for role, day in party.roles.items() if day is not None}
    early = sorted(role for role, day in ends.items() if day < joined_on)
    if early:
        for each in party.place.objects("party_types"):
            each.leave("date_terminated", "it lies before the case was filed")
        return
    last = max(ends.values(), default=None)
    is_gone = len(ends) == len(party.roles)
    for role, day in sorted(ends.items(), key=lambda one: (one[1], one[0])):
        if not (is_gone and day == last):
            yield RoleEnded(party_id=party.party_id, roles=(role,), happened_on=day)
    if is_gone and last is not None:
        yield PartyLeft(party_id=party.party_id, happened_on=last)
