"""Words under a rule: the method or the trigger that was asked for by another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnknownNameError
from legalcase.law.book.events_alike import implied_by
from legalcase.law.book.vocabulary import synonyms_of, word_meant, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book

__all__ = ["method_under", "methods_said", "trigger_among"]


def method_under(
    law: Book, rule: CountingRule, court: Court | None, asked: str | None
) -> str | None:
    """Return the rule's word for a method of service, which may be asked for otherwise.

    Where the rule does not list a method that the vocabulary has, its word comes back
    for the count to refuse, which knows the text in force. Raises `UnknownNameError`
    for what is no method at all, with all that the rule lists.
    """
    if asked is None:
        return None
    listed = _listed(law, rule, court)
    if asked in listed:
        return asked
    known = words_of(law)["method"]
    jurisdiction = rule.id.partition("/")[0]
    for words in (listed, known) if listed else (known,):
        meant = word_meant(law, "method", asked, words, jurisdiction)
        if meant is not None:
            return meant
    kind = f"method of service under {rule.id}:"
    said = methods_said(law, rule, court)
    raise UnknownNameError.among(kind, asked, listed or known, said)


def methods_said(
    law: Book, rule: CountingRule, court: Court | None = None
) -> tuple[str, ...]:
    """Return the methods that a rule knows, each with what else it can be called.

    A rule that lists none is asked with any of the vocabulary.
    """
    words = _listed(law, rule, court) or words_of(law)["method"]
    return tuple(_described(law, "method", words, rule.id.partition("/")[0]))


def _listed(law: Book, rule: CountingRule, court: Court | None) -> frozenset[str]:
    """Return the methods that a rule, or a local rule over it, lists in any version."""
    known = law.cached("methods")
    key = (rule, None if court is None else court.id)
    found: frozenset[str] | None = known.get(key)
    if found is None:
        texts = [version.data for version in rule.versions]
        file = None if court is None else law.local_rules(court.id)
        texts += [] if file is None else file.raw.get("version", [])
        found = known[key] = frozenset(
            method
            for text in texts
            for group in ("service", "completion")
            for table in text.get(group, {}).values()
            for method, entry in table.items()
            if isinstance(entry, dict) and (group, method) != ("service", "others")
        )
    return found


def _described(
    law: Book, sort: str, words: Iterable[str], jurisdiction: str
) -> Iterator[str]:
    """Yield each word, with the synonyms that it has in a jurisdiction."""
    listed = sorted(words)
    tables = synonyms_of(law)
    near = [tables[place][sort] for place in (jurisdiction, "") if place in tables]
    spellings = dict.fromkeys(spelt for table in near for spelt in table)
    for word in listed:
        also = [
            spelt
            for spelt in spellings
            if spelt not in listed and _first(near, spelt) == word
        ]
        yield f"{word!r} ({', '.join(also)})" if also else repr(word)


def _first(tables: Iterable[dict[str, str]], spelt: str) -> str:
    """Return what a spelling means in the first of the tables that has it."""
    return next(table[spelt] for table in tables if spelt in table)


def trigger_among(law: Book, rule_id: str, asked: str, listed: tuple[str, ...]) -> str:
    """Return the trigger of a deadline that was asked for, a synonym, a narrower word.

    Raises `UnknownNameError` with all the triggers of the deadline.
    """
    if asked in listed:
        return asked
    jurisdiction = rule_id.partition("/")[0]
    meant = word_meant(law, "trigger", asked, listed, jurisdiction)
    if meant is None:
        # A narrower word is the wider one as well, where the deadline asks for that.
        known = words_of(law)["trigger"]
        narrower = word_meant(law, "trigger", asked, known, jurisdiction) or asked
        wider = implied_by(law).get(narrower, ())
        meant = next((word for word in wider if word in listed), None)
    if meant is None:
        kind = f"trigger of {rule_id}:"
        raise UnknownNameError.among(kind, asked, listed)
    return meant
