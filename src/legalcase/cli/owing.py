"""Who owes a deadline, what meets it, and what the end of a case does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule

__all__ = ["owing"]

_STAYED: Final = {
    "yes": "it does not run while the case is stayed",
    "no": "it runs although the case is stayed",
    "by-order": "it runs or not by the kind of stay, or by its order",
}
_UNSAID: Final = "the law entered does not say"


def owing(
    rule: DeadlineRule, words: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of what a case needs to know of a deadline.

    `words` are the meanings of the vocabulary, by sort. What an entry leaves out is
    said to be left out: nobody may read it as "nobody" or "nothing".
    """
    yield "owed by", _meant(words["side"], rule.owed_by or "")
    for word in rule.met_by or ("",):
        meaning = words["trigger"].get(word, "")
        yield "met by", f"{word}: {meaning}".strip(": ") or _UNSAID
    for word in rule.proceedings:
        yield "arises in", _meant(words["proceeding"], word)
    if rule.after_disposition:
        yield "after the end", "it runs after the judgment or another end of the case"
    yield "in a stay", _stay(rule)


def _meant(known: Mapping[str, str], word: str) -> str:
    return known.get(word) or word or _UNSAID


def _stay(rule: DeadlineRule) -> str:
    if rule.stayed_by_stay is None:
        return _UNSAID
    return f"{_STAYED[rule.stayed_by_stay]} ({rule.stay_cite})"
