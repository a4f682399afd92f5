"""Behind a deadline: those that it refers to, and the events from which all run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = ["deadlines_behind", "trigger_words"]


def deadlines_behind(deadline: DeadlineRule, law: Book) -> Iterator[DeadlineRule]:
    """Yield a deadline and every one that it refers to, once.

    Under any answer, and under any text: an older one can refer to another than the
    newest does.
    """
    seen: set[str] = set()
    waiting = [deadline]
    while waiting:
        rule = waiting.pop(0)
        if rule.id in seen:
            continue
        seen.add(rule.id)
        yield rule
        waiting += [law.deadline(name) for name in dict.fromkeys(rule.references())]


def trigger_words(deadline: DeadlineRule, law: Book) -> tuple[str, ...]:
    """Return every trigger word that a deadline, and those it refers to, can use."""
    words: dict[str, None] = {}
    for rule in deadlines_behind(deadline, law):
        version = rule.current
        words.update(dict.fromkeys(rule.triggers))
        if version.restart is not None:
            words.update(dict.fromkeys((version.restart.on, version.restart.until)))
        for *_, variant in rule.variants:
            own = (t.event for t in variant.triggers() if t.event)
            words.update(dict.fromkeys(own))
    return tuple(words)
