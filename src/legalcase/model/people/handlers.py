"""How events change the people of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError
from legalcase.kernel.events.spell import Spell
from legalcase.model.people.state import (
    Incapacity,
    Participant,
    People,
    Representation,
    RoleHeld,
)

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.people.events import (
        PartyJoined,
        PartyLeft,
        RoleEnded,
        RoleTaken,
    )

__all__ = [
    "changed",
    "closed",
    "engaged",
    "illegal",
    "joined",
    "left",
    "present",
    "role_ended",
    "role_taken",
    "without",
]


def joined(people: People, event: PartyJoined, line: Recorded, _: Folded) -> People:
    """Return the people with somebody who joined, perhaps again."""
    old = people.participants.find(event.party_id)
    spell = Spell(event.happened_on, event.left_on)
    if old is not None:
        last = old.spells[-1]
        if last.until_on is None:
            raise illegal(
                old, "in the case", "join", "Record RoleTaken for a further role."
            )
        if event.happened_on < last.until_on:
            raise illegal(
                old,
                f"in the case until {last.until_on}",
                "join before",
                "Check the day.",
            )
    held = tuple(RoleHeld(role, spell) for role in event.roles)
    first = old or Participant(party_id=event.party_id)
    formerly = [*first.formerly, first.person]
    new = evolve(
        first,
        # Whoever once took part under the id did so, whoever bears it now.
        formerly=tuple(
            dict.fromkeys(
                person
                for person in formerly
                if person is not None and person != event.person
            )
        ),
        case_id=line.stream.partition(":")[2],
        person=event.person,
        name=event.name,
        name_label=line.label,
        kind=event.kind,
        capacity=event.capacity,
        for_parties=event.for_parties,
        spells=(*first.spells, spell),
        held=(*first.held, *held),
    )
    new = engaged(new, event.happened_on, is_client=event.is_client)
    if event.incapacity is not None:
        new = _incapable(new, event.incapacity, spell.from_on)
    return evolve(people, participants=people.participants.with_(event.party_id, new))


def _incapable(one: Participant, why: str, day: date) -> Participant:
    """Return somebody for whom another must act, unless it was known already."""
    if one.incapacities:
        until = one.incapacities[-1].spell.until_on
        if until is None:
            return one
        day = max(day, until)
    return evolve(one, incapacities=(*one.incapacities, Incapacity(why, Spell(day))))


def engaged(one: Participant, day: date, *, is_client: bool) -> Participant:
    """Return a participant who is ours, or is not, from a day on."""
    if one.is_client == is_client:
        return one
    if is_client:
        last = one.engaged[-1].until_on if one.engaged else None
        spells = (*one.engaged, Spell(max(day, last or day)))
    else:
        spells = (*one.engaged[:-1], one.engaged[-1].ended(day))
    return evolve(one, is_client=is_client, engaged=spells)


def illegal(
    one: Participant, state: str, step: str, advice: str
) -> IllegalTransitionError:
    """Return the error for what cannot happen to somebody who stands so."""
    msg = f"The party {one.party_id!r} is {state} and cannot {step}. {advice}"
    return IllegalTransitionError(msg, subject=one.party_id, state=state, step=step)


def present(people: People, party_id: str, day: date, step: str) -> Participant:
    """Return somebody who takes part; refuse a day on which it did not."""
    found = people.participants[party_id]
    if found.left_on is not None:
        raise illegal(found, "gone", step, "Record first that it joined again.")
    if day < found.joined_on:
        raise illegal(
            found, f"in the case since {found.joined_on}", f"{step} before", "Check it."
        )
    return found


def changed(people: People, new: Participant) -> People:
    """Return the people with somebody as it is now."""
    return evolve(people, participants=people.participants.with_(new.party_id, new))


def left(people: People, event: PartyLeft, _: Recorded, __: Folded) -> People:
    """Return the people after somebody left: its roles and representation end too."""
    day = event.happened_on
    old = present(people, event.party_id, day, "leave")
    spells = (*old.spells[:-1], evolve(old.spells[-1], until_on=day))
    held = tuple(
        one if one.spell.until_on else evolve(one, spell=one.spell.ended(day))
        for one in old.held
    )
    new = evolve(old, spells=spells, held=held, pro_se=closed(old.pro_se, day))
    people = changed(people, new)
    return evolve(
        people,
        representations=people.representations.changed(
            lambda one: without(one, (event.party_id,), day, "party-left")
        ),
    )


def closed(spells: tuple[Spell, ...], day: date) -> tuple[Spell, ...]:
    """Return spells of which the last, if it lasts, ends on a day."""
    if not spells or spells[-1].until_on is not None:
        return spells
    return (*spells[:-1], spells[-1].ended(day))


def role_taken(people: People, event: RoleTaken, _: Recorded, __: Folded) -> People:
    """Return the people after somebody got a further role."""
    old = present(people, event.party_id, event.happened_on, "take a role")
    for role in event.roles:
        if any(one.role == role and one.spell.until_on is None for one in old.held):
            raise illegal(old, role, f"become {role}", "It holds that role already.")
    spell = Spell(event.happened_on)
    held = (*old.held, *(RoleHeld(role, spell) for role in event.roles))
    return changed(people, evolve(old, held=held))


def role_ended(people: People, event: RoleEnded, _: Recorded, __: Folded) -> People:
    """Return the people after somebody lost a role."""
    day = event.happened_on
    old = present(people, event.party_id, day, "lose a role")
    now = {
        one.role: one.spell.from_on for one in old.held if one.spell.until_on is None
    }
    for role in event.roles:
        if now.get(role, day) > day:
            raise illegal(
                old, f"{role} since {now[role]}", "lose that before", "Check the day."
            )
        if role not in now:
            names = ", ".join(sorted(now))
            raise illegal(old, f"not {role}", "lose that", f"It holds {names}.")
    if now.keys() <= set(event.roles):
        raise illegal(
            old, "in the case", "lose all roles", "Record PartyLeft if it left."
        )
    held = tuple(
        evolve(one, spell=one.spell.ended(day))
        if one.role in event.roles and one.spell.until_on is None
        else one
        for one in old.held
    )
    return changed(people, evolve(old, held=held))


def without(
    one: Representation, gone: tuple[str, ...], day: date, ended_as: str
) -> Representation:
    """End a representation for some parties; it is another value only if it changed."""
    parties = tuple(
        evolve(party, spell=party.spell.ended(day), ended_as=ended_as)
        if party.party_id in gone and party.spell.until_on is None
        else party
        for party in one.parties
    )
    return one if parties == one.parties else evolve(one, parties=parties)
