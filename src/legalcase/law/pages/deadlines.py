"""Deadlines on the page of a jurisdiction: pack by pack, a row for each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.catalogue.deadline_rule import say_term
from legalcase.law.book.finding.packs import deadlines_of
from legalcase.law.book.operative import table_of_deadline
from legalcase.law.pages.disputes import disputes_table
from legalcase.law.pages.page import PageSection, PageTable
from legalcase.law.pages.said import said, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Authority
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book

__all__ = ["deadline_sections"]

_HEAD: Final = (
    *("deadline", "what", "from", "when", "owed by", "met by", "besides"),
    *("authority", "verified", "words"),
)
#: What is told in a column of its own, or in a table of its own.
_APART: Final = frozenset(
    {
        *("id", "title", "trigger", "direction", "period", "later_of", "earlier_of"),
        *("owed_by", "met_by", "cite", "words", "verified", "in_force", "examples"),
        *("version", "dispute", "note", "from"),
    }
)


def deadline_sections(law: Book, jurisdiction: str) -> Iterator[PageSection]:
    """Yield a section for each pack of deadlines, local rules last."""
    for pack in law.packs(jurisdiction):
        rules = deadlines_of(law, pack)
        if not rules:
            continue
        parts = [PageTable.of("", _HEAD, _rows(law, rules))]
        for rule in rules:
            table, prefix = table_of_deadline(law, rule)
            if "dispute" in table:
                disputed = disputes_table(table["dispute"], prefix, rule.id)
                parts.append(evolve(disputed, caption=f"Disputes of {rule.id}"))
            if "questions" in table:
                parts.append(_questions(rule.id, table["questions"]))
        yield PageSection(title=f"Deadlines of {pack}", level=2, parts=tuple(parts))


def _rows(law: Book, rules: tuple[DeadlineRule, ...]) -> Iterator[tuple[str, ...]]:
    for rule in rules:
        quoted = {words.first: str(words) for words in law.quotations(rule.id)}
        table, prefix = table_of_deadline(law, rule)
        changes = {one["from"]: one for one in table.get("version", ())}
        for index, version in enumerate(rule.versions):
            is_first = index == 0
            stated = table if is_first else changes.get(version.first, {})
            until = f" through {rule.last}" if rule.last and is_first else ""
            yield (
                rule.id if is_first else f"{rule.id} ({version.first})",
                version.title,
                f"{version.first}{until}",
                say_term(version.term) + _disputed(table),
                said(rule.owed_by or ""),
                said(rule.met_by),
                _besides(stated, prefix) if is_first else _since(stated, prefix),
                version.authority.cite,
                _how(version.authority),
                quoted.get(version.first, ""),
            )


def _questions(name: str, asked: Mapping[str, str]) -> PageTable:
    """Say which facts choose the period: the cases stand in the row of the deadline."""
    rows = [(question, f"{name}#{fact}") for fact, question in asked.items()]
    return PageTable.of(f"Questions of {name}", ("question", "id"), rows)


def _besides(stated: Mapping[str, Any], prefix: str) -> str:
    """Say whatever else a text states, or its version changed."""
    others = {k: v for k, v in stated.items() if k not in _APART}
    found = [f"{key} {value}" for key, value in settings_of(others, prefix)]
    if "note" in stated:
        found.append(f"note: {stated['note']}")
    return "; ".join(found)


def _since(stated: Mapping[str, Any], prefix: str) -> str:
    """Say what a later version changed besides: what it leaves out holds still."""
    changed = _besides(stated, prefix)
    return f"as before, but {changed}" if changed else "as before"


def _disputed(table: Mapping[str, Any]) -> str:
    """Say beside the time which questions about it have several answers."""
    names = ", ".join(dispute["id"] for dispute in table.get("dispute", ()))
    return f"; disputed, see below: {names}" if names else ""


def _how(authority: Authority) -> str:
    on = "" if authority.verified_on is None else f" ({authority.verified_on})"
    source = "" if authority.source is None else f": {authority.source}"
    return f"{authority.verified}{on}{source}"
