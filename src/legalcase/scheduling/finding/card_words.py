"""CardWords: which words of the law have a use before a court, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happenings

__all__ = ["CardWords", "begun", "words_of"]


@frozen(kw_only=True, eq=False)
class CardWords:
    """The words of some cards, found once a law.

    `meeting` are those by which something is met, `used` all that have a use; `by_head`
    has the places of the cards that each word starts.
    """

    meeting: frozenset[str]
    used: frozenset[str]
    by_head: dict[str, tuple[int, ...]]


def words_of(law: Law, cards: tuple[Card, ...]) -> CardWords:
    """Return the words of some cards of a law."""
    known = law.cached("card-words")
    found: CardWords | None = known.get(cards)
    if found is None:
        found = known[cards] = _words(cards)
    return found


def _words(cards: tuple[Card, ...]) -> CardWords:
    meeting = frozenset(word for card in cards for word in card.rule.met_by)
    by_head: dict[str, list[int]] = {}
    for place, card in enumerate(cards):
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
    )


def begun(law: Law, cards: tuple[Card, ...], happened: Happenings) -> list[Card]:
    """Return those of some cards that something in a case starts, in their order.

    Of most deadlines of the law nothing in a case is the beginning.
    """
    by_head = words_of(law, cards).by_head
    places = {place for word in happened.by_word for place in by_head.get(word, ())}
    return [cards[place] for place in sorted(places)]
