"""Finding deadlines: by jurisdiction, trigger, act, or words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Never

from legalcase.catalogue.found_rules import FoundRules
from legalcase.errors import UnknownNameError
from legalcase.law.ask.positions import refuse_positions
from legalcase.law.book.named import as_known
from legalcase.law.book.search import search
from legalcase.law.book.vocabulary import check_name, check_word, word_meant, words_of

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = ["find"]


def find(
    law: Book,
    *by_position: Never,
    jurisdiction: str | None = None,
    trigger: str | None = None,
    act: str | None = None,
    text: str | None = None,
) -> tuple[DeadlineRule, ...]:
    """Return the deadlines of a jurisdiction, trigger, act, with a text in them.

    What is not given does not restrict. All words of `text` are looked for in id,
    citation, title and triggers, in any order (see `legalcase.law.book.search`), and
    what fits best comes first; without it, all come in the order of the law. An
    unknown jurisdiction, trigger or act is an error.
    """
    if by_position:
        refuse_positions(by_position, "find_rules", "jurisdiction", "text")
    for sort, word in (
        ("jurisdiction", jurisdiction),
        ("trigger", trigger),
        ("act", act),
        ("text", text),
    ):
        if word is not None:
            check_name(sort, word)
    jurisdiction = as_known(law, "jurisdiction", jurisdiction)
    if jurisdiction is not None and jurisdiction not in law.jurisdictions():
        kind = "jurisdiction"
        raise UnknownNameError.among(kind, jurisdiction, law.jurisdictions())
    trigger = _trigger_meant(law, trigger)
    act = check_word(law, "act", act)
    return FoundRules(
        rule
        for rule in (search(law, text) if text else law.deadlines())
        if (jurisdiction is None or rule.jurisdiction == jurisdiction)
        and (trigger is None or trigger in rule.triggers)
        and (act is None or rule.current.act == act)
    )


def _trigger_meant(law: Book, word: str | None) -> str | None:
    """Return the trigger asked for, or by a synonym; of so many, guess if none."""
    known = words_of(law)["trigger"]
    if word is None or word in known:
        return word
    meant = word_meant(law, "trigger", word, known)
    if meant is None:
        kind, hint = "trigger", "`legalcase rules ID` shows those of a deadline."
        raise UnknownNameError.of(kind, word, known, hint)
    return meant
