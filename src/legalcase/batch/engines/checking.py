"""What an engine is given to ask, looked at before anything is sent."""

from __future__ import annotations

from legalcase.batch.engines.batch_question import BatchQuestion
from legalcase.errors import InvalidTypeError
from legalcase.shown import shown

__all__ = ["check_asked", "check_prefix"]


def check_asked(asked: object) -> None:
    """Raise `InvalidTypeError` for what is no question of batches."""
    if not isinstance(asked, BatchQuestion):
        msg = (
            f"asked needs a BatchQuestion, not {shown(asked)}. Make one with "
            "prepare('us/frcp/33(b)(2)', …).for_batches('served'), or with "
            "rows_for_batches where the rows name their questions."
        )
        raise InvalidTypeError(msg, field="asked", value=None)


def check_prefix(prefix: object) -> None:
    """Raise `InvalidTypeError` for what cannot stand before the name of a column."""
    if not isinstance(prefix, str):
        msg = (
            f"prefix={shown(prefix)} is no text. Write prefix='answer_', say, for the "
            "columns answer_due, answer_safe and answer_error."
        )
        raise InvalidTypeError(msg, field="prefix", value=None)
