"""The row of a case as columns of a table, and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from legalcase.ports.rows import CaseRow
from legalcase.storage.projecting.flat.columns import (
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

__all__ = ["CASE_COLUMNS", "case_columns", "case_digest", "case_row"]

#: The columns, in their order.
CASE_COLUMNS: Final = (
    "stream",
    "version",
    "recorded_at",
    "status",
    "caption",
    "number",
    "court",
    "stage",
    "engagement",
    "clients",
    "assignees",
    "open_deadlines",
    "next_due",
    "is_sealed",
)
#: Names what is digested, and how: other columns get another tag.
_TAG: Final = "legalcase-case-row-1"
_TRUTH: Final = {0: False, 1: True}


def case_columns(row: CaseRow) -> tuple[Column, ...]:
    """Return a row as columns: texts, numbers and ``None``."""
    return (
        PREFIX + row.case_id,
        row.version,
        instant_text(row.recorded_at),
        row.status,
        _written(row.caption),
        _written(row.number),
        _written(row.court),
        _written(row.stage),
        row.engagement,
        names_text(row.clients),
        names_text(row.assignees),
        row.open_deadlines,
        None if row.next_due is None else row.next_due.isoformat(),
        int(row.is_sealed),
    )


def case_digest(columns: Sequence[Column]) -> bytes:
    """Return the digest of a row's columns: 32 bytes."""
    return digested(_TAG, columns)


def case_row(columns: Sequence[Any], digest: bytes) -> CaseRow:
    """Return the row that columns hold.

    Raises `DecodeError`, which says of which case, where they are not those of which
    the digest was made.
    """
    try:
        (
            stream,
            version,
            recorded_at,
            status,
            caption,
            number,
            court,
            stage,
            engagement,
            clients,
            assignees,
            open_deadlines,
            next_due,
            is_sealed,
        ) = columns
        if digested(_TAG, columns) == digest and stream.startswith(PREFIX):
            return CaseRow(
                case_id=stream.removeprefix(PREFIX),
                version=version,
                recorded_at=instant_of(recorded_at),
                status=status,
                caption=_read(caption),
                number=_read(number),
                court=_read(court),
                stage=_read(stage),
                engagement=engagement,
                clients=names_of(clients),
                assignees=names_of(assignees),
                open_deadlines=open_deadlines,
                next_due=None if next_due is None else date.fromisoformat(next_due),
                is_sealed=_TRUTH[is_sealed],
            )
    except (AttributeError, ValueError, TypeError, LookupError, RecursionError):
        # Outside the handler: what is raised there can hold what is stored.
        pass
    raise broken(columns[:1])


def _written(text: str | None) -> str | None:
    return None if text is None else column_text(text)


def _read(column: str | None) -> str | None:
    return None if column is None else text_of(column)
