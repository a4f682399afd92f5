"""Groups: which events belong together as the anchors of one deadline."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["Group", "group_from", "heads_of", "ways_of"]

#: So many choices among several candidates are followed; of more, none: the earliest
#: date of some of them need not be that of all.
_MOST_WAYS: Final = 256
#: Sides of which each has a time of its own from the service on it.
_SERVED: Final = frozenset({"served", "server"})


class Group(NamedTuple):
    """The events from which one deadline runs.

    `anchors` are those that are clear, by trigger word; `open` the words for which
    several events come into question, or one of which nobody knows if it belongs here
    (then ``None`` is among them).
    """

    head: Happening
    anchors: dict[str, Happening]
    open: dict[str, tuple[Happening | None, ...]]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield (word, what it is) of the anchors, and of those in question."""
        for word, one in self.anchors.items():
            yield word, one.key
        for word, several in self.open.items():
            for other in several:
                if other is not None:
                    yield word, other.key


def heads_of(card: Card, happened: Happenings) -> Iterable[Happening]:
    """Yield the events that start a deadline of the law, each once.

    One that another already brings with it starts no deadline of its own.
    """
    if len(card.heads) == 1:
        return happened.of(card.heads[0])
    return _heads_of(card, happened)


def _heads_of(card: Card, happened: Happenings) -> Iterator[Happening]:
    used: set[tuple[str, str]] = set()
    for word in _in_order(card, happened):
        for head in happened.of(word):
            if (word, head.key) in used:
                continue
            used.add((word, head.key))
            for other in card.heads:
                if other != word:
                    for one in _belonging(card, head, other, happened, None)[0]:
                        used.add((other, one.key))
            yield head


def _in_order(card: Card, happened: Happenings) -> list[str]:
    """Return the words that start it, that by which its side is found first."""
    by_service = card.rule.owed_by in _SERVED

    def rank(word: str) -> bool:
        is_served = any(one.on for one in happened.of(word))
        return is_served is not by_service

    return sorted(card.heads, key=rank)


def group_from(
    card: Card, head: Happening, happened: Happenings, owed_by: tuple[str, ...] | None
) -> Group:
    """Return the events that belong to the one that starts a deadline, for a party."""
    anchors = {head.word: head}
    if len(card.words) == 1:
        return Group(head, anchors, {})
    left: dict[str, tuple[Happening | None, ...]] = {}
    for word in card.words:
        if word == head.word:
            continue
        found, is_certain = _belonging(card, head, word, happened, owed_by)
        if len(found) == 1 and is_certain:
            anchors[word] = found[0]
        elif found:
            left[word] = found if is_certain else (*found, None)
    return Group(head=head, anchors=anchors, open=left)


def _belonging(
    card: Card,
    head: Happening,
    word: str,
    happened: Happenings,
    owed_by: tuple[str, ...] | None,
) -> tuple[tuple[Happening, ...], bool]:
    """Return what happened under a word and belongs to a head, and if that is sure.

    What is about the head, or the head about it, goes before what is about the same
    thing; what is about nothing belongs where nothing else does.
    """
    siblings = happened.of(head.word)
    others = happened.of(word)
    fit = [one for one in others if _fits(card, head, one, owed_by)]
    near = [one for one in fit if _is_linked(head, one, happened)]
    if near:
        return tuple(near), True
    free = [
        one
        for one in fit
        if not any(_is_linked(s, one, happened) for s in siblings if s is not head)
        and not any(_is_linked(head, o, happened) for o in others if o is not one)
    ]
    common = [one for one in free if happened.links.meet(head.key, one.key)]
    if common:
        return tuple(common), True
    # What stops a time for all of several judgments would be guessed.
    several = word in card.restarts and len(siblings) > 1
    return tuple(free), not (several and free)


def _is_linked(one: Happening, other: Happening, happened: Happenings) -> bool:
    return one.key == other.key or happened.links.linked(one.key, other.key)


def _fits(
    card: Card, head: Happening, one: Happening, owed_by: tuple[str, ...] | None
) -> bool:
    """Tell whether a paper that was served on some can bear on what others owe.

    Where the time runs for a party whoever served, it bears on the one who did as on
    those who were: notice of entry starts the time to appeal of the party that "serves
    or is served" (Cal. Rules of Court, rule 8.104(a)(1)(B)).
    """
    if not one.on:
        return True
    if owed_by:
        by = () if card.rule.owed_by in _SERVED else one.by
        return not set(owed_by).isdisjoint((*one.on, *by))
    return not head.on or not set(head.on).isdisjoint(one.on)


def ways_of(group: Group) -> Iterator[dict[str, Happening]]:
    """Yield the anchors under each choice among what is open; none of too many."""
    words = tuple(group.open)
    if prod(map(len, group.open.values())) > _MOST_WAYS:
        return
    for chosen in product(*group.open.values()):
        more = {
            word: one
            for word, one in zip(words, chosen, strict=True)
            if one is not None
        }
        yield {**group.anchors, **more}
