"""The day as of which an event counts that came after the hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.late import Late

__all__ = ["day_it_counts"]


def day_it_counts(walk: Walk, moment: datetime, late: Late) -> int:
    """Return the day of an event, or the later one as of which it counts.

    Raises `UnsupportedQuestionError` where that is a court day and there are none.
    """
    weekday, start = moment.weekday(), moment.toordinal()
    if moment.hour * 60 + moment.minute < late.until[weekday]:
        return start
    to, day = late.to[weekday], start + 1
    passed: list[tuple[date, str]] = []
    if to == "monday":
        day = start + 7 - weekday
    elif to == "court day":
        recipe = walk.recipe
        spec = recipe.settings.court_closed
        if spec is None:
            msg = (
                f"{recipe.count.rule.id} moves a late event to a court day and does "
                "not define them. Mend the rule: it needs a table court_days."
            )
            raise UnsupportedQuestionError(msg, field="after", value=moment)
        closed = recipe.counted(spec)
        while closed.is_closed(day):
            passed.append(closed.closure_on(day))
            day += 1
    walk.step("late", start, day, late.clause, tuple(passed))
    return day
