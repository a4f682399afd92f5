"""How events change the people of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.spell import Spell
from legalcase.model.people.state import (
    Participant,
    People,
    Representation,
    Represented,
    RoleHeld,
)

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.folded import Folded
    from legalcase.kernel.recorded import Recorded
    from legalcase.model.people.events import (
        CounselAppeared,
        CounselWithdrew,
        PartyJoined,
        PartyLeft,
        RoleEnded,
        RoleTaken,
    )

__all__ = ["appeared", "joined", "left", "role_ended", "role_taken", "withdrew"]


def joined(people: People, event: PartyJoined, _: Recorded, __: Folded) -> People:
    """Return the people with somebody who joined, perhaps again."""
    old = people.participants.find(event.party_id)
    spell = Spell(event.happened_on, event.left_on)
    if old is not None:
        last = old.spells[-1]
        if last.until_on is None:
            raise _illegal(
                old, "in the case", "join", "Record RoleTaken for a further role."
            )
        if event.happened_on < last.until_on:
            raise _illegal(
                old,
                f"in the case until {last.until_on}",
                "join before",
                "Check the day.",
            )
    held = tuple(RoleHeld(role, spell) for role in event.roles)
    new = Participant(
        party_id=event.party_id,
        name=event.name,
        kind=event.kind,
        is_client=event.is_client,
        for_parties=event.for_parties,
        spells=(*(old.spells if old else ()), spell),
        held=(*(old.held if old else ()), *held),
    )
    return evolve(people, participants=people.participants.with_(event.party_id, new))


def _illegal(
    one: Participant, state: str, step: str, advice: str
) -> IllegalTransitionError:
    msg = f"The party {one.party_id!r} is {state} and cannot {step}. {advice}"
    return IllegalTransitionError(msg, subject=one.party_id, state=state, step=step)


def _present(people: People, party_id: str, day: date, step: str) -> Participant:
    found = people.participants[party_id]
    if found.left_on is not None:
        raise _illegal(found, "gone", step, "Record first that it joined again.")
    if day < found.joined_on:
        raise _illegal(
            found, f"in the case since {found.joined_on}", f"{step} before", "Check it."
        )
    return found


def _changed(people: People, new: Participant) -> People:
    return evolve(people, participants=people.participants.with_(new.party_id, new))


def left(people: People, event: PartyLeft, _: Recorded, __: Folded) -> People:
    """Return the people after somebody left: its roles and representation end too."""
    day = event.happened_on
    old = _present(people, event.party_id, day, "leave")
    spells = (*old.spells[:-1], evolve(old.spells[-1], until_on=day))
    held = tuple(
        one if one.spell.until_on else evolve(one, spell=_ended(one.spell, day))
        for one in old.held
    )
    people = _changed(people, evolve(old, spells=spells, held=held))
    return evolve(
        people,
        representations=people.representations.changed(
            lambda one: _without(one, (event.party_id,), day)
        ),
    )


def _ended(spell: Spell, day: date) -> Spell:
    return evolve(spell, until_on=max(day, spell.from_on))


def role_taken(people: People, event: RoleTaken, _: Recorded, __: Folded) -> People:
    """Return the people after somebody got a further role."""
    old = _present(people, event.party_id, event.happened_on, "take a role")
    for role in event.roles:
        if any(one.role == role and one.spell.until_on is None for one in old.held):
            raise _illegal(old, role, f"become {role}", "It holds that role already.")
    spell = Spell(event.happened_on)
    held = (*old.held, *(RoleHeld(role, spell) for role in event.roles))
    return _changed(people, evolve(old, held=held))


def role_ended(people: People, event: RoleEnded, _: Recorded, __: Folded) -> People:
    """Return the people after somebody lost a role."""
    day = event.happened_on
    old = _present(people, event.party_id, day, "lose a role")
    now = {
        one.role: one.spell.from_on for one in old.held if one.spell.until_on is None
    }
    for role in event.roles:
        if now.get(role, day) > day:
            raise _illegal(
                old, f"{role} since {now[role]}", "lose that before", "Check the day."
            )
        if role not in now:
            names = ", ".join(sorted(now))
            raise _illegal(old, f"not {role}", "lose that", f"It holds {names}.")
    if now.keys() <= set(event.roles):
        raise _illegal(
            old, "in the case", "lose all roles", "Record PartyLeft if it left."
        )
    held = tuple(
        evolve(one, spell=_ended(one.spell, day))
        if one.role in event.roles and one.spell.until_on is None
        else one
        for one in old.held
    )
    return _changed(people, evolve(old, held=held))


def appeared(people: People, event: CounselAppeared, _: Recorded, __: Folded) -> People:
    """Return the people with counsel for parties that take part on that day."""
    day = event.happened_on
    parties = []
    for party_id in event.party_ids:
        participant = people.participants[party_id]
        if not participant.is_party_on(day):
            msg = (
                f"Party {party_id!r} takes no part in the case on {day}. Record first "
                "that it joined, or give the day on which counsel appeared for it."
            )
            raise InvalidValueError(msg, field="party_ids", value=party_id)
        # No longer than the party was in the case.
        ends = [s.until_on for s in participant.spells if s.covers(day)]
        ends.append(event.ended_on)
        until = min((end for end in ends if end is not None), default=None)
        parties.append(Represented(party_id, Spell(day, until)))
    new = Representation(
        representation_id=event.representation_id,
        counsel=event.counsel,
        capacity=event.capacity,
        firm=event.firm,
        parties=tuple(parties),
    )
    return evolve(
        people,
        representations=people.representations.with_(new.representation_id, new),
    )


def withdrew(people: People, event: CounselWithdrew, _: Recorded, __: Folded) -> People:
    """Return the people after counsel withdrew for some parties, or for all."""
    name = event.representation_id
    old = people.representations[name]
    still = {one.party_id for one in old.parties if one.spell.until_on is None}
    gone = event.party_ids or tuple(still)
    if not gone or not still.issuperset(gone):
        ids = ", ".join(sorted(still)) or "nobody"
        msg = (
            f"Representation {name!r} cannot end as it says: it lasts for {ids}. Name "
            "some of these, or nobody for all."
        )
        raise InvalidValueError(msg, field="party_ids", value=None)
    if event.happened_on < old.began_on:
        msg = (
            f"Representation {name!r} began on {old.began_on} and cannot end before. "
            "Check the day of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)
    new = _without(old, gone, event.happened_on)
    return evolve(people, representations=people.representations.with_(name, new))


def _without(one: Representation, gone: tuple[str, ...], day: date) -> Representation:
    """End a representation for some parties; it is another value only if it changed."""
    parties = tuple(
        evolve(party, spell=_ended(party.spell, day))
        if party.party_id in gone and party.spell.until_on is None
        else party
        for party in one.parties
    )
    return one if parties == one.parties else evolve(one, parties=parties)
