"""Synonyms: other spellings of the vocabulary's words, as law and people have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from legalcase.errors import UnknownNameError
from legalcase.law.vocabulary import SORTS, vocabularies, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.counting.rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.lawbook import Law

__all__ = ["folded", "method_under", "synonyms_of", "trigger_among", "word_meant"]

_BLANKS: Final = re.compile(r"[\s_]+")
#: By jurisdiction (``""`` is what all share), sort and spelling: the word.
Synonyms = dict[str, dict[str, dict[str, str]]]


def folded(text: str) -> str:
    """Return a word without what makes no difference: capitals, blanks, full stops."""
    return _BLANKS.sub("-", text.replace(".", "").strip()).casefold()


def synonyms_of(law: Law) -> Synonyms:
    """Return the synonyms of every vocabulary, by jurisdiction, sort and spelling."""
    found: Synonyms = law.cached(("synonyms", ""))
    if not found:
        tables: Synonyms = {"": {sort: {} for sort in SORTS}}
        for place, raw in vocabularies(law):
            own = tables.setdefault(place, {sort: {} for sort in SORTS})
            for sort, words in raw.get("synonyms", {}).items():
                own[sort].update(words)
        found.update(tables)
    return found


def word_meant(
    law: Law,
    sort: str,
    asked: str,
    listed: Iterable[str],
    jurisdiction: str | None = None,
) -> str | None:
    """Return the word of `listed` that was asked for, or by a synonym; or ``None``.

    A listed word stands for itself, whatever it may mean elsewhere. A jurisdiction's
    own synonyms come before those that all share; without a jurisdiction, a synonym
    that means one thing here and another there means nothing.
    """
    spelt = folded(asked)
    own = {folded(word): word for word in listed}
    if spelt in own:
        return own[spelt]
    tables = synonyms_of(law)
    if jurisdiction is None:
        places = [[table[sort]] for table in tables.values()]
        meant = {word for place in places for word in _found(place, spelt)}
        return meant.pop() if len(meant) == 1 and meant <= set(own.values()) else None
    near = [tables[place][sort] for place in (jurisdiction, "") if place in tables]
    return next((word for word in _found(near, spelt) if word in own.values()), None)


def _found(tables: Iterable[Mapping[str, str]], spelt: str) -> Iterator[str]:
    return (table[spelt] for table in tables if spelt in table)


def method_under(
    law: Law, rule: CountingRule, court: Court | None, asked: str | None
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
    listed = listed or known
    kind = f"method of service under {rule.id}:"
    said = described(law, "method", listed, jurisdiction)
    raise UnknownNameError.among(kind, asked, listed, said)


def _listed(law: Law, rule: CountingRule, court: Court | None) -> frozenset[str]:
    """Return the methods that a rule, or a local rule over it, lists in any version."""
    known = law.cached(("methods", "" if court is None else court.id))
    found: frozenset[str] | None = known.get(rule)
    if found is None:
        texts = [version.data for version in rule.versions]
        file = None if court is None else law.local_rules(court.id)
        texts += [] if file is None else file.raw.get("version", [])
        found = known[rule] = frozenset(
            method
            for text in texts
            for group in ("service", "completion")
            for table in text.get(group, {}).values()
            for method, entry in table.items()
            if isinstance(entry, dict)
        )
    return found


def described(
    law: Law, sort: str, words: Iterable[str], jurisdiction: str
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
            if spelt not in listed and next(_found(near, spelt)) == word
        ]
        yield f"{word!r} ({', '.join(also)})" if also else repr(word)


def trigger_among(law: Law, rule_id: str, asked: str, listed: tuple[str, ...]) -> str:
    """Return the trigger of a deadline that was asked for, or by a synonym.

    Raises `UnknownNameError` with all the triggers of the deadline.
    """
    if asked in listed:
        return asked
    jurisdiction = rule_id.partition("/")[0]
    meant = word_meant(law, "trigger", asked, listed, jurisdiction)
    if meant is None:
        kind = f"trigger of {rule_id}:"
        raise UnknownNameError.among(kind, asked, listed)
    return meant
