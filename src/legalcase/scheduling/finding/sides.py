"""Sides: who owes a deadline, from the rule's word, the event and the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.catalogue.terms import is_appeal
from legalcase.scheduling.finding.adverse import (
    accused,
    adverse_to,
    defenders,
    having,
    parties,
    prosecutors,
    starters,
)
from legalcase.scheduling.finding.kinds import runs_from_paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.docket.state import DocketEntry
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["Around", "Owed", "obligors"]

#: How the words end of what reaches somebody.
_REACHING: Final = ("-served", "-received", "-sent", "-made", "-noticed")
#: What makes a paper one of those that somebody moves with.
_MOTIONS: Final = ("motion", "application", "petition", "demurrer")


class Owed(NamedTuple):
    """Who owes something, and to whom; `which` are those of whom one may."""

    owed_by: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    is_open: bool = False


class Around(NamedTuple):
    """What stands around an event when it is asked who owes what it starts.

    `wanted` are the parties for whom it was asked.
    """

    case: Case
    law: Law
    card: Card
    happened: Happenings
    wanted: tuple[str, ...]


def obligors(side: str | None, head: Happening, around: Around) -> tuple[Owed, ...]:
    """Return who owes what an event starts, one for each time that runs by itself.

    Where the case does not say, there is one that is open, with those in question. For
    what the court owes, or nobody, there is one that names no party.
    """
    if side is None or side == "court":
        return (Owed(),)
    found = _SIDES.get(side)
    return _in_role(side, head, around) if found is None else found(head, around)


def _each(names: tuple[str, ...], to: tuple[str, ...] = ()) -> tuple[Owed, ...]:
    return tuple([Owed((name,), to) for name in names])


def _one(names: tuple[str, ...], to: tuple[str, ...] = ()) -> tuple[Owed, ...]:
    return (Owed(names, to),)


def _unknown(around: Around, but: tuple[str, ...] = ()) -> tuple[Owed, ...]:
    which = tuple(name for name in parties(around.case, around.law) if name not in but)
    return (Owed(which=which, is_open=True),)


def _served(head: Happening, around: Around) -> tuple[Owed, ...]:
    if head.on:
        return _each(head.on, head.by)
    if not head.word.endswith(_REACHING):
        # A filing reaches nobody by itself; whoever made it can be one who owes.
        return _unknown(around)
    which = adverse_to(around.case, around.law, head.by) if head.by else ()
    if len(which) == 1:
        return _each(which, head.by)
    return (Owed(which=which, is_open=True),) if which else _unknown(around, head.by)


def _server(head: Happening, around: Around) -> tuple[Owed, ...]:
    return _one(head.by, head.on) if head.by else _unknown(around, head.on)


def _filer(head: Happening, around: Around) -> tuple[Owed, ...]:
    by = head.by
    for entry in _papers(head, around):
        # Whoever has a paper served has filed it.
        by = by or entry.by
    if by:
        return _one(by, head.on)
    found = starters(around.case)
    return _one(found) if found else _unknown(around)


def _movers(head: Happening, around: Around) -> tuple[tuple[str, ...], ...]:
    """Return who made the motions that an event is, or is about: those of each once.

    A hearing is of all the motions that are set for it, and each has its own movant.
    Of an order on several, somebody has to say to which it is.
    """
    if head.by and _is_motion(head.word):
        return (head.by,)
    moved = _motions(head, around)
    if moved:
        by = tuple(dict.fromkeys(entry.by for entry in moved))
        return by if len(by) == 1 or head.noun == "hearing" else ()
    return (head.by,) if head.by else ()


def _motions(head: Happening, around: Around) -> list[DocketEntry]:
    """Return the nearest motions that an event is about, of which some say by whom.

    Of a hearing of several motions those alone from which the deadline runs: who moved
    to compel opposes no motion for summary judgment by that.
    """
    kinds, bears = around.card.kinds, around.happened.links.bears
    for level in around.happened.links.papers(head.key):
        found: list[DocketEntry] = []
        for key in level:
            noun, _, name = key.partition(":")
            entry = around.case.docket.find(name) if noun == "event" else None
            if entry is None or key == head.key or not (entry.stands and entry.by):
                continue
            if any(map(_is_motion, bears.get(key, ()))):
                found.append(entry)
        if found:
            counted = [
                entry
                for entry in found
                if runs_from_paper(kinds, f"event:{entry.event_id}", bears)
            ]
            return counted or found
    return []


def _movant(head: Happening, around: Around) -> tuple[Owed, ...]:
    found = _movers(head, around)
    if not found:
        return _unknown(around)
    case, law = around.case, around.law
    return tuple(Owed(owed_by=by, owed_to=adverse_to(case, law, by)) for by in found)


def _opponent(head: Happening, around: Around) -> tuple[Owed, ...]:
    """Return each party that stands against a motion: of several, against any."""
    several = _movers(head, around)
    if not several:
        by = head.by
        for entry in _papers(head, around):
            by = by or entry.by
        if not by and not head.about:
            by = starters(around.case) if head.word == "action-commenced" else ()
        several = (by,) if by else ()
    against: dict[str, dict[str, None]] = {}
    for by in several:
        for name in adverse_to(around.case, around.law, by):
            against.setdefault(name, {}).update(dict.fromkeys(by))
    if not against:
        return _unknown(around, tuple(name for by in several for name in by))
    return tuple(
        Owed(owed_by=(name,), owed_to=tuple(to)) for name, to in against.items()
    )


def _either(head: Happening, around: Around) -> tuple[Owed, ...]:
    found = parties(around.case, around.law)
    return _one(_concerned(found, head, around)) if found else _unknown(around)


def _any_party(head: Happening, around: Around) -> tuple[Owed, ...]:
    if not around.wanted:
        return _unknown(around)
    return _each(_concerned(around.wanted, head, around))


def _concerned(
    names: tuple[str, ...], head: Happening, around: Around
) -> tuple[str, ...]:
    """Return those whom an event concerns: what was decided as to some is of them.

    It is of those adverse to them as well; where nobody is known to stand against
    them, it can concern everybody.
    """
    if not head.of:
        return names
    near = {*head.of, *adverse_to(around.case, around.law, head.of)}
    if near == {*head.of}:
        return names
    return tuple(name for name in names if name in near)


def _other_party(head: Happening, around: Around) -> tuple[Owed, ...]:
    return _each(tuple(name for name in around.wanted if name not in head.by), head.by)


def _claim_defender(_: Happening, around: Around) -> tuple[Owed, ...]:
    found = defenders(around.case)
    return _each(found) if found else _unknown(around)


def _accused(head: Happening, around: Around) -> tuple[Owed, ...]:
    found = accused(around.case, around.law)
    near = {*head.of, *head.on, *head.by}
    concerned = tuple(name for name in found if name in near)
    return _each(concerned or found) if found else _unknown(around)


def _in_role(role: str, head: Happening, around: Around) -> tuple[Owed, ...]:
    """Return whoever has a role in the case: a side that is the word of a role.

    Where the event is of some of them, or reached some, those: one of two debtors.
    """
    found = having(around.case, frozenset({role}))
    near = {*head.of, *head.on}
    concerned = tuple(name for name in found if name in near)
    return _each(concerned or found) if found else _unknown(around)


def _prosecution(_: Happening, around: Around) -> tuple[Owed, ...]:
    found = prosecutors(around.case)
    return _one(found) if found else _unknown(around, accused(around.case, around.law))


def _appellant(head: Happening, around: Around) -> tuple[Owed, ...]:
    """Return whoever appealed; before an appeal, each that may.

    The time to appeal itself runs for each, whoever has appealed already.
    """
    if not all(is_appeal(word) for word in around.card.rule.proceedings):
        return _any_party(head, around)
    people = around.case.people.participants
    found = tuple(one.party_id for one in people if "appellant" in one.roles)
    if not found:
        filed = around.happened.of("notice-of-appeal-filed")
        found = tuple(dict.fromkeys(name for one in filed for name in one.by))
    return _one(found) if found else _any_party(head, around)


def _papers(head: Happening, around: Around) -> tuple[DocketEntry, ...]:
    """Return the entries that an event is about, itself left out, nearest first."""
    found: list[DocketEntry] = []
    waiting = list(head.about)
    seen = {head.key}
    while waiting:
        key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        noun, _, name = key.partition(":")
        if noun == "event":
            entry = around.case.docket.find(name)
            if entry is not None:
                found.append(entry)
                waiting += entry.about
        elif noun == "hearing":
            hearing = around.case.hearings.find(name)
            waiting += () if hearing is None else hearing.about
    return tuple(found)


def _is_motion(word: str) -> bool:
    return any(part in word for part in _MOTIONS)


_SIDES: Final[dict[str, Callable[[Happening, Around], tuple[Owed, ...]]]] = {
    "served": _served,
    "server": _server,
    "filer": _filer,
    "movant": _movant,
    "opponent": _opponent,
    "either": _either,
    "any-party": _any_party,
    "other-party": _other_party,
    "claim-defender": _claim_defender,
    "accused": _accused,
    "prosecution": _prosecution,
    "appellant": _appellant,
}
