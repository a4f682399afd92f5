"""From a question as it is given to one that was tried, and is ready for columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from legalcase.batch.by_day.asker import Asker, check_direction
from legalcase.batch.given import check_names, kept
from legalcase.batch.prepared import PreparedQuestion
from legalcase.errors import (
    InvalidTypeError,
)
from legalcase.law.lawbook import law_given
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["question_of"]

#: The day on which a question is tried, of a year that every law covers; then, where it
#: is refused, days of older texts, and of those that are to come.
_TRIED: Final = (
    date(2026, 6, 3),
    *(date(year, 6, 3) for year in (2020, 2012, 2004, 1997, 1990, 2028)),
)


def question_of(
    question: object,
    law: object,
    trigger: str | None,
    direction: str | None,
    given: Mapping[str, Any],
) -> PreparedQuestion:
    """Return a question that was tried, and is wrong for no day as such."""
    check_names(given)
    if not isinstance(question, str):
        msg = (
            f"A question is a deadline's id or a period, not {shown(question)}. Write "
            "'us/frcp/33(b)(2)' or '21 days', say."
        )
        raise InvalidTypeError(msg, field="question", value=None)
    check_direction(direction)
    asker = Asker(
        question,
        law=law_given(law),
        trigger=trigger,
        direction=direction,
        given=kept(given),
    )
    asker.try_on(*_TRIED)
    return PreparedQuestion(asker)
