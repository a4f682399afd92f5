"""How events change what participants are: ours, or in need of another to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.kernel.events.spell import Spell
from legalcase.model.people.handlers import changed, engaged, illegal, present
from legalcase.model.people.state import Incapacity, People

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.people import events as e

__all__ = [
    "became_client",
    "ceased_as_client",
    "incapacity_ended",
    "incapacity_found",
]


def incapacity_found(
    people: People, event: e.IncapacityFound, _: Recorded, __: Folded
) -> People:
    """Return the people with somebody for whom another must act."""
    day = event.happened_on
    old = present(people, event.party_id, day, "be found to need another")
    last = old.incapacities[-1] if old.incapacities else None
    if last is not None and last.spell.until_on is None:
        raise illegal(old, last.sort, f"become {event.incapacity}", "End that first.")
    if last is not None and day < (last.spell.until_on or day):
        state = f"{last.sort} until {last.spell.until_on}"
        raise illegal(old, state, f"become {event.incapacity} before", "Check the day.")
    new = (*old.incapacities, Incapacity(event.incapacity, Spell(day)))
    return changed(people, evolve(old, incapacities=new))


def incapacity_ended(
    people: People, event: e.IncapacityEnded, _: Recorded, __: Folded
) -> People:
    """Return the people with somebody who can act for itself."""
    day = event.happened_on
    old = people.participants[event.party_id]
    last = old.incapacities[-1] if old.incapacities else None
    if last is None or last.spell.until_on is not None:
        raise illegal(old, "able to act", "become so", "Leave the event out.")
    if day < last.spell.from_on:
        state = f"{last.sort} since {last.spell.from_on}"
        raise illegal(old, state, "be able to act before", "Check the day.")
    ended = evolve(last, spell=last.spell.ended(day))
    new = (*old.incapacities[:-1], ended)
    return changed(people, evolve(old, incapacities=new))


def became_client(
    people: People, event: e.BecameClient, _: Recorded, __: Folded
) -> People:
    """Return the people with somebody who is ours."""
    old, day = people.participants[event.party_id], event.happened_on
    if old.is_client:
        raise illegal(old, "our client", "become so", "It is so already.")
    if old.engaged and day < (old.engaged[-1].until_on or day):
        state = f"our client until {old.engaged[-1].until_on}"
        raise illegal(old, state, "become so again before", "Check the day.")
    return changed(people, engaged(old, day, is_client=True))


def ceased_as_client(
    people: People, event: e.CeasedAsClient, _: Recorded, __: Folded
) -> People:
    """Return the people with somebody who is not ours any more."""
    old, day = people.participants[event.party_id], event.happened_on
    if not old.is_client:
        raise illegal(old, "no client of ours", "cease to be one", "Check the party.")
    if day < old.engaged[-1].from_on:
        state = f"our client since {old.engaged[-1].from_on}"
        raise illegal(old, state, "cease before", "Check the day.")
    return changed(people, engaged(old, day, is_client=False))
