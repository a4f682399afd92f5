"""How events change who represents whom, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.spell import Spell
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.people import events as e
from legalcase.model.people.handlers import changed, closed, illegal, present, without
from legalcase.model.people.state import (
    BESIDE,
    COUNSEL_STATES,
    People,
    Representation,
    Represented,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "REPRESENTATION",
    "appeared",
    "appeared_pro_se",
    "reinstated",
    "standing",
    "substituted",
    "suspended",
    "terminated",
    "withdrew",
]

_ACTIVE, *_BARRED = COUNSEL_STATES
_ALL: Final = tuple(COUNSEL_STATES)

#: Where counsel can stand, as long as it represents anybody.
REPRESENTATION: Final = Lifecycle(
    noun="representation",
    first=_ACTIVE,
    moves=(
        Move(e.CounselSuspended, _ALL, "suspended", "suspended"),
        Move(e.CounselSuspended, _ALL, "inactive", "inactive"),
        Move(e.CounselSuspended, _ALL, "disbarred", "disbarred"),
        Move(e.CounselReinstated, tuple(_BARRED), _ACTIVE),
        Move(e.CounselWithdrew, _ALL, "ended", "for all"),
        Move(e.CounselSubstituted, _ALL, "ended", "for all"),
        Move(e.CounselTerminated, _ALL, "ended", "for all"),
    ),
)


def standing(people: People) -> Iterable[tuple[str, str]]:
    """Return where each representation stands."""
    return ((one.representation_id, one.status) for one in people.representations)


def appeared(
    people: People, event: e.CounselAppeared, line: Recorded, _: Folded
) -> People:
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
        how = None if until is None else "agreed-end"
        parties.append(Represented(party_id, Spell(day, until), how))
    new = Representation(
        representation_id=event.representation_id,
        counsel_id=event.counsel_id,
        counsel=event.counsel,
        capacity=event.capacity,
        firm_id=event.firm_id,
        firm=event.firm,
        name_label=line.label,
        parties=tuple(parties),
    )
    return _with(_no_more_pro_se(people, new, day), new)


def _with(people: People, new: Representation) -> People:
    known = people.representations.with_(new.representation_id, new)
    return evolve(people, representations=known)


def _no_more_pro_se(people: People, new: Representation, day: date) -> People:
    """Return the people in whom those whom counsel acts for are not pro se any more."""
    if new.capacity in BESIDE:
        return people
    for party_id in new.party_ids:
        one = people.participants[party_id]
        spells = closed(one.pro_se, day)
        if spells != one.pro_se:
            people = changed(people, evolve(one, pro_se=spells))
    return people


def withdrew(
    people: People, event: e.CounselWithdrew, _: Recorded, __: Folded
) -> People:
    """Return the people after counsel withdrew for some parties, or for all."""
    return _gone(people, event, "withdrawn")[0]


def terminated(
    people: People, event: e.CounselTerminated, _: Recorded, __: Folded
) -> People:
    """Return the people after counsel was dismissed for some parties, or for all."""
    return _gone(people, event, "terminated")[0]


def substituted(
    people: People, event: e.CounselSubstituted, line: Recorded, _: Folded
) -> People:
    """Return the people after other counsel took the place of counsel."""
    people, gone = _gone(people, event, "substituted")
    day = event.happened_on
    old = people.representations[event.representation_id]
    for_parties = tuple(one.party_id for one in old.parties if one.party_id in gone)
    new = Representation(
        representation_id=event.successor_id,
        counsel_id=event.counsel_id,
        counsel=event.counsel,
        capacity=event.capacity or old.capacity,
        firm_id=event.firm_id,
        firm=event.firm,
        name_label=line.label,
        parties=tuple(Represented(one, Spell(day)) for one in for_parties),
    )
    return _with(_no_more_pro_se(people, new, day), new)


def _gone(
    people: People,
    event: e.CounselWithdrew | e.CounselTerminated | e.CounselSubstituted,
    ended_as: str,
) -> tuple[People, tuple[str, ...]]:
    """Return the people after a representation ended for some parties, and for whom."""
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
    return _with(people, without(old, gone, event.happened_on, ended_as)), gone


def suspended(
    people: People, event: e.CounselSuspended, _: Recorded, __: Folded
) -> People:
    """Return the people with counsel who may not act any more."""
    return _stands(people, event, event.status)


def reinstated(
    people: People, event: e.CounselReinstated, _: Recorded, __: Folded
) -> People:
    """Return the people with counsel who may act again."""
    return _stands(people, event, _ACTIVE)


def _stands(
    people: People, event: e.CounselSuspended | e.CounselReinstated, status: str
) -> People:
    old, day = people.representations[event.representation_id], event.happened_on
    name = old.representation_id
    REPRESENTATION.after(type(event), old.status, name)
    states = old.states or ((_ACTIVE, Spell(old.began_on)),)
    last, spell = states[-1]
    if day < spell.from_on:
        msg = (
            f"Counsel of representation {name!r} is {last} since {spell.from_on} and "
            f"cannot be {status} before. Check the day of happened_on."
        )
        raise IllegalTransitionError(msg, subject=name, state=last, step=status)
    states = (*states[:-1], (last, spell.ended(day)), (status, Spell(day)))
    return _with(people, evolve(old, states=states))


def appeared_pro_se(
    people: People, event: e.AppearedProSe, _: Recorded, __: Folded
) -> People:
    """Return the people with somebody who acts for itself."""
    day = event.happened_on
    old = present(people, event.party_id, day, "appear pro se")
    counsel = [
        one.representation_id
        for one in people.counsel_for(event.party_id, day)
        if one.capacity not in BESIDE
    ]
    if counsel:
        state = f"represented ({', '.join(counsel)})"
        advice = "Record first that counsel withdrew or was dismissed."
        raise illegal(old, state, "appear pro se", advice)
    if old.pro_se and old.pro_se[-1].until_on is None:
        raise illegal(old, "pro se", "appear pro se", "It is so already.")
    return changed(people, evolve(old, pro_se=(*old.pro_se, Spell(day))))
