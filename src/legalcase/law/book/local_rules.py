"""Local rules of a court, laid over the counting rule that they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.build.counting_rule import lay_local_rules

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["local_rules_for", "with_local_rules"]


def local_rules_for(
    book: Book, court: Court | None, rule: CountingRule, wish: str | None
) -> LawFile | None:
    """Return the local rules that change a rule, if a court has any.

    The `wish` ``"none"`` leaves them aside.
    """
    if court is None or wish == "none":
        return None
    file = book.local_rules(court.id)
    if file is None or file.raw["local_rules"]["counting"] != rule.id:
        return None
    return file


def with_local_rules(
    book: Book, court: Court | None, rule: CountingRule, wish: str | None
) -> CountingRule:
    """Return a rule with a court's local rules laid over it."""
    if court is None:
        return rule
    known = book.cached("local")
    key = (court.id, rule, wish)
    found: CountingRule | None = known.get(key)
    if found is None:
        file = local_rules_for(book, court, rule, wish)
        found = rule
        if file is not None and file.raw.get("version"):
            head = file.raw["local_rules"]
            found = lay_local_rules(
                rule, file.raw["version"], head["cite_prefix"], file.edition
            )
        known[key] = found
    return found
