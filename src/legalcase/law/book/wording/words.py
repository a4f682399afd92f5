"""Words: what the vocabulary has of a sort, and the word that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.law.book.events_alike import triggers_of_hearing
from legalcase.law.book.vocabulary import WordsOfAPlace, check_name, meanings_of
from legalcase.law.book.vocabulary import check_word as word_of_sort
from legalcase.law.book.wording.several import several
from legalcase.law.files.schema.sorts import SORTS
from legalcase.sealed import sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.book.book import Book

__all__ = ["answers", "check_word", "hearing_triggers", "words"]


def answers(law: Book, fact: str) -> tuple[str, ...]:
    """Return what can be the answer to a fact, by all that asks for it, in order.

    Empty for a fact for which nothing asks that is entered.

    >>> from legalcase import Law
    >>> Law.bundled().answers("defendant-is-the-united-states")
    ('no', 'yes')
    """
    known = law.cached("answers")
    found: tuple[str, ...] | None = known.get(fact)
    if found is None:
        said = {
            answer
            for rule in law.deadlines()
            for word, answer in rule.only_if
            if word == fact
        }
        disputes = [one for rule in law.deadlines() for one in rule.disputes]
        for name in law.names("rule"):
            disputes += law.counting_rule(name).disputes
        for one in disputes:
            if one.asks == fact:
                said |= {one.adopted, *(reading.name for reading in one.readings)}
        # What arises only with the one does not with the other.
        said |= {"yes", "no"} if said and said <= {"yes", "no"} else set()
        said |= {several(law)[fact]} if fact in several(law) else set()
        found = known[fact] = tuple(sorted(said))
    return found


def words(
    law: Book, sort: str, *, jurisdiction: str | None = None
) -> Mapping[str, str]:
    """Return the words of a sort, each with its meaning, in the order of the alphabet.

    The sorts are those of the page "Words". The words that jurisdictions add are among
    them; where one has its own term of art for a word that all share, the meaning is
    the one that all share, and where several have a word that is not shared, it stands
    with each one's id. Of a `jurisdiction` the words are those that all share and its
    own, each with the meaning that it has there. Raises `InvalidValueError` for a sort
    that there is not, `UnknownNameError` for a jurisdiction that is not entered.

    >>> from legalcase import Law
    >>> Law.bundled().words("capacity")["standby"][:30]
    'appointed to help, or to take '
    >>> Law.bundled().words("participant", jurisdiction="at")["civil-party"][-22:]
    ' (Privatbeteiligter)'
    """
    _check_sort(sort)
    _check_place(law, jurisdiction)
    known = law.cached("words")
    found: Mapping[str, str] | None = known.get((sort, jurisdiction))
    if found is None:
        meanings = meanings_of(law, jurisdiction)[sort]
        usable = frozenset(meanings)
        if jurisdiction is not None:
            usable = WordsOfAPlace(law, jurisdiction)[sort]
        found = sealed({word: meanings[word] for word in sorted(usable)})
        known[sort, jurisdiction] = found
    return found


def check_word(
    law: Book, sort: str, word: str, *, jurisdiction: str | None = None
) -> str:
    """Return the word of a sort that was meant: itself, or the one it is a synonym of.

    Capitals, blanks and full stops make no difference. A synonym means what it does in
    the `jurisdiction`, or else in all; if none is given, one that means this here and
    that there means nothing. Raises `UnknownNameError` for what is no word of the sort,
    with what is spelt nearly so (or all words, of sorts that have few), and for a
    jurisdiction that is not entered; `InvalidValueError` for a sort that there is not,
    and `InvalidTypeError` for what is no text.

    >>> from legalcase import Law
    >>> Law.bundled().check_word("participant", "Amicus Curiae")
    'amicus'
    >>> Law.bundled().check_word("method", "e-mail", jurisdiction="us-ca")
    'electronic'
    """
    _check_sort(sort)
    check_name(sort, word)
    _check_place(law, jurisdiction)
    return str(word_of_sort(law, sort, word, jurisdiction))


def _check_place(law: Book, jurisdiction: str | None) -> None:
    if jurisdiction is not None:
        check_name("jurisdiction", jurisdiction)
        if jurisdiction not in law.jurisdictions():
            kind = "jurisdiction"
            raise UnknownNameError.among(kind, jurisdiction, law.jurisdictions())


def _check_sort(sort: str) -> None:
    check_name("sort", sort)
    if sort not in SORTS:
        msg = (
            f"The vocabulary has no words of the sort {shown(sort)}. Ask for one of "
            f"{', '.join(map(repr, SORTS))}."
        )
        raise InvalidValueError(msg, field="sort", value=sort)


def hearing_triggers(law: Book, kind: str) -> tuple[str, ...]:
    """Return the words of the event that a hearing of a kind is.

    `kind` is a word of the sort ``"hearing"``, or a synonym of one. What comes out are
    words of the sort ``"trigger"``, by which periods find what they are counted from.
    Raises `UnknownNameError` for what is no kind of hearing.

    >>> from legalcase import Law
    >>> Law.bundled().hearing_triggers("trial-jury")
    ('trial',)
    >>> Law.bundled().hearing_triggers("status")
    ('hearing',)
    """
    return triggers_of_hearing(law, check_word(law, "hearing", kind))
