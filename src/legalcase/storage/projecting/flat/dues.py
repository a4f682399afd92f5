"""The row of an agenda as columns of a table, and back; to be read by the thousand."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.ports.rows import DueRow
from legalcase.storage.projecting.flat.columns import (
    ESCAPED,
    PREFIX,
    Column,
    broken,
    column_text,
    digested,
    instant_of,
    instant_text,
    names_of,
    names_text,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["DUE_COLUMNS", "due_columns", "due_digest", "due_row"]

#: The columns, in their order.
DUE_COLUMNS: Final = (
    "stream",
    "what",
    "item_id",
    "due",
    "at",
    "is_open",
    "state",
    "bound",
    "title",
    "rule",
    "assignees",
    "critical",
    "audience",
)
#: Names what is digested, and how: other columns get another tag.
_TAG: Final = "legalcase-due-row-1"
_HEAD: Final = f"{len(_TAG)}:{_TAG}"
_TRUTH: Final = {0: False, 1: True}
_START: Final = len(PREFIX)
_NOBODY: Final = "[]"


def due_columns(row: DueRow) -> tuple[Column, ...]:
    """Return a row as columns: texts, numbers and ``None``."""
    title, rule = row.title, row.rule
    return (
        PREFIX + row.case_id,
        row.what,
        row.item_id,
        None if row.due is None else row.due.isoformat(),
        None if row.at is None else instant_text(row.at),
        int(row.is_open),
        row.state,
        row.bound,
        None if title is None else column_text(title),
        None if rule is None else column_text(rule),
        names_text(row.assignees),
        int(row.critical),
        row.audience,
    )


def due_digest(columns: Sequence[Column]) -> bytes:
    """Return the digest of a row's columns: 32 bytes."""
    return digested(_TAG, columns)


def due_row(columns: Sequence[Any], digest: bytes) -> DueRow:
    """Return the row that columns hold.

    Raises `DecodeError`, which says of which case and item, where they are not those
    of which the digest was made.
    """
    try:
        (
            stream,
            what,
            item_id,
            due,
            at,
            is_open,
            state,
            bound,
            title,
            rule,
            assignees,
            critical,
            audience,
        ) = columns
        # What `due_digest` digests, in one step.
        text = (
            f"{_HEAD}{len(stream)}:{stream}{len(what)}:{what}{len(item_id)}:{item_id}"
            f"{'-' if due is None else f'{len(due)}:{due}'}"
            f"{'-' if at is None else f'{len(at)}:{at}'}"
            f"{is_open};{len(state)}:{state}{len(bound)}:{bound}"
            f"{'-' if title is None else f'{len(title)}:{title}'}"
            f"{'-' if rule is None else f'{len(rule)}:{rule}'}"
            f"{len(assignees)}:{assignees}{critical};{len(audience)}:{audience}"
        )
        if sha256(text.encode()).digest() == digest and stream[:_START] == PREFIX:
            return DueRow(
                stream[_START:],
                what,
                item_id,
                None if due is None else date.fromisoformat(due),
                None if at is None else instant_of(at),
                _TRUTH[is_open],
                state,
                bound,
                title if title is None or title[:1] != ESCAPED else text_of(title),
                rule if rule is None or rule[:1] != ESCAPED else text_of(rule),
                () if assignees == _NOBODY else names_of(assignees),
                _TRUTH[critical],
                audience,
            )
    except (ValueError, TypeError, LookupError, RecursionError):
        # Outside the handler: what is raised there can hold what is stored.
        pass
    raise broken(columns[:3])
