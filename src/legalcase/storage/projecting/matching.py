"""Which cases and which rows a query finds, and in which order they come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.storage.projecting.values import Attribute
from legalcase.storage.projecting.words import asked_words, has_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.ports.queries import CaseQuery, DueQuery
    from legalcase.ports.rows import CaseRow, DueRow
    from legalcase.storage.projecting.values import Projected

__all__ = ["BY_ATTRIBUTE", "case_order", "due_found", "due_order", "is_due", "matches"]

#: What a query of cases asks of the words by which a case as a whole is found.
BY_ATTRIBUTE: Final = (
    "number",
    "court",
    "participant",
    "client",
    "assignee",
    "stage",
    "status",
    "label",
    "rule",
)


def matches(
    query: CaseQuery, projected: Projected, lines: Iterable[tuple[str, ...]] = ()
) -> bool:
    """Tell whether a query finds a case.

    `lines` are the words of each of its lines (`words_of`), for a query that asks for
    a text: all words that are asked have to stand in one of them. Raises
    `InvalidValueError` for a text without any word.
    """
    asked = () if query.text is None else asked_words(query.text)
    for name in BY_ATTRIBUTE:
        value = getattr(query, name)
        if value is not None and Attribute(name, value) not in projected.attributes:
            return False
    if (query.due_from, query.due_until) != (None, None) and not any(
        row.is_open and _is_between(row.due, query.due_from, query.due_until)
        for row in projected.dues.values()
    ):
        return False
    return not asked or any(has_words(words, asked) for words in lines)


def due_found(query: DueQuery, projected: Projected) -> tuple[DueRow, ...]:
    """Return the rows of a case that a query finds, in their order."""
    if query.case_id not in (None, projected.case.case_id):
        return ()
    found = [row for row in projected.dues.values() if is_due(query, row)]
    return tuple(sorted(found, key=due_order))


def is_due(query: DueQuery, row: DueRow) -> bool:
    """Tell whether a query finds a row."""
    return (
        query.is_open in (None, row.is_open)
        and query.case_id in (None, row.case_id)
        and query.what in (None, row.what)
        and query.rule in (None, row.rule)
        and query.label in (None, row.audience)
        and (query.assignee is None or query.assignee in row.assignees)
        and _is_between(row.due, query.due_from, query.due_until)
    )


def _is_between(day: date | None, first: date | None, last: date | None) -> bool:
    """Tell whether a day lies in a span, both ends included; no day is in none."""
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def case_order(row: CaseRow) -> str:
    """Return by what rows of cases come."""
    return row.case_id


def due_order(row: DueRow) -> tuple[bool, date, str, str, str]:
    """Return by what rows of an agenda come: those without a date last."""
    due = row.due
    return due is None, due or date.max, row.case_id, row.what, row.item_id
