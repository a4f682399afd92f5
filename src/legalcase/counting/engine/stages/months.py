"""Where a period in months or years ends: on the corresponding day, or on its eve."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.dates import add_months
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.walk import Walk

__all__ = ["end_of_months"]

_ONE_DAY: Final = timedelta(days=1)
#: How a rule calls the eve of the day that corresponds to the first day that counts.
_EVE: Final = "eve"


def end_of_months(walk: Walk, start: int, months: int, overflow: str) -> int:
    """Return where so many months end that begin after `start`.

    A period that includes its first day ends before the corresponding day begins; if
    there is none, with the month. Raises `UnsupportedQuestionError` for one of these
    that is counted back, of which no text that was read speaks.
    """
    recipe = walk.recipe
    if overflow != _EVE and not recipe.is_included:
        day = date.fromordinal(start)
        moved = add_months(day, recipe.sign * months, overflow=overflow)
        return moved.toordinal()
    if recipe.sign < 0:
        msg = (
            f"{recipe.count.rule.id} says where {recipe.count.period} after an event "
            "ends, and not where a period in months begins that is counted back. Give "
            "the period in days, or the day that you mean."
        )
        raise UnsupportedQuestionError(msg, field="period", value=recipe.count.period)
    # The day after the last of a month that has no such day has the last as its eve.
    first = date.fromordinal(start) + _ONE_DAY
    return (add_months(first, months, overflow="next") - _ONE_DAY).toordinal()
