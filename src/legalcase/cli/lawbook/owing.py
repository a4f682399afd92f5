"""Who owes a deadline, what meets it, and what the end of a case does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule

__all__ = ["owing"]

_STAYED: Final = {
    "yes": "the time does not run while the case is stayed",
    "no": "the time runs although the case is stayed",
    "by-order": "the kind of stay, or its order, decides if the time runs",
}
_UNSAID: Final = "the law entered does not say"
_BY_ITSELF: Final = "nobody: a time runs out by itself"


def owing(
    rule: DeadlineRule, words: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of what a case needs to know of a deadline.

    `words` are the meanings of the vocabulary, by sort. What an entry leaves out is
    said to be left out: nobody may read it as "nobody" or "nothing".
    """
    expires = rule.owed_by is None and rule.current.act == "expire"
    sides = words["side"]
    yield "owed by", _BY_ITSELF if expires else _meant(sides, rule.owed_by)
    if not expires:
        for event in rule.met_by or (None,):
            yield "met by", _meant(words["trigger"], event)
    for word in rule.proceedings:
        yield "arises in", _meant(words["proceeding"], word)
    for fact, answer in rule.only_if:
        yield "arises only if", f"{fact}={answer}: {words['fact'].get(fact, '')}"
    if rule.after_disposition:
        yield "outlives", "the judgment or another end of the case"
    yield "in a stay", _stay(rule)


def _meant(known: Mapping[str, str], word: str | None) -> str:
    return _UNSAID if word is None else f"{word}: {known.get(word, '')}".rstrip(": ")


def _stay(rule: DeadlineRule) -> str:
    if rule.stayed_by_stay is None:
        return _UNSAID
    return f"{_STAYED[rule.stayed_by_stay]} ({rule.stay_cite})"
