"""From the names of columns to what is asked of batches whose rows name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legalcase.batch.engines.batch_question import BatchQuestion
from legalcase.batch.engines.checking import check_prefix
from legalcase.batch.given import kept
from legalcase.batch.rows import check_rows
from legalcase.errors import InvalidTypeError
from legalcase.law.lawbook import law_given
from legalcase.shown import shown

__all__ = ["asked_of_rows"]


def asked_of_rows(
    columns: object, law: object, prefix: str, given: Mapping[str, Any]
) -> BatchQuestion:
    """Return what is asked of rows that name their questions in these columns."""
    if not isinstance(columns, Mapping):
        msg = (
            "columns needs a mapping of what is asked to the name of its column, not "
            f"{shown(columns)}. Pass {{'question': 'rule', 'trigger': 'served'}}, say."
        )
        raise InvalidTypeError(msg, field="columns", value=None)
    check_prefix(prefix)
    held = kept(given)
    check_rows(columns, held)
    return BatchQuestion(None, columns, law=law_given(law), given=held, prefix=prefix)
