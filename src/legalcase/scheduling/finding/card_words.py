"""CardWords: which words of the law have a use before a court, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.scheduling.finding.cards import Card

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.scheduling.finding.happenings import Happenings

__all__ = ["CardWords", "begun", "words_of"]


@frozen(kw_only=True, eq=False)
class CardWords:
    """The words of some cards, found once a law.

    `meeting` are those by which something is met, `used` all that have a use; `by_head`
    has the places of the cards that each word starts, `by_rule` those of each rule of
    the law. `telling` are the cards that run from a paper unless it is another.
    """

    meeting: frozenset[str]
    used: frozenset[str]
    by_head: dict[str, tuple[int, ...]]
    by_rule: dict[str, tuple[int, ...]]
    telling: tuple[Card, ...]


def words_of(law: Law, cards: tuple[Card, ...]) -> CardWords:
    """Return the words of some cards of a law."""
    known = law.cached("card-words")
    # By identity, since there are many; they are kept beside, so that no others get
    # their place.
    kept: tuple[tuple[Card, ...], CardWords] | None = known.get(id(cards))
    if kept is None or kept[0] is not cards:
        kept = known[id(cards)] = cards, _words(cards)
    return kept[1]


def _words(cards: tuple[Card, ...]) -> CardWords:
    meeting = frozenset(word for card in cards for word in card.rule.met_by)
    by_head: dict[str, list[int]] = {}
    by_rule: dict[str, list[int]] = {}
    for place, card in enumerate(cards):
        by_rule.setdefault(card.id, []).append(place)
        for word in card.heads:
            by_head.setdefault(word, []).append(place)
    return CardWords(
        meeting=meeting,
        used=meeting.union(
            word
            for card in cards
            for word in (*card.words, *(card.kinds.every if card.kinds else ()))
        ),
        by_head={word: tuple(places) for word, places in by_head.items()},
        by_rule={rule: tuple(places) for rule, places in by_rule.items()},
        telling=tuple(
            card for card in cards if card.kinds and card.kinds.law.other_than
        ),
    )


def begun(law: Law, cards: tuple[Card, ...], happened: Happenings) -> list[Card]:
    """Return those of some cards that something in a case starts, in their order.

    Of most deadlines of the law nothing in a case is the beginning.
    """
    by_head = words_of(law, cards).by_head
    places = {place for word in happened.words for place in by_head.get(word, ())}
    return [cards[place] for place in sorted(places)]
