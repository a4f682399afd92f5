"""Where a period ends that the rule puts on a weekday, or a closed office moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.named_day import NamedDay

__all__ = ["first_accessible", "on_named_day"]

_fromordinal = date.fromordinal


def on_named_day(walk: Walk, day: int, named: NamedDay) -> int:
    """Stage 6a: the weekday on which the rule ends the period, before any roll.

    The last day of the period itself is not rolled: Proctor v. Green, 673 S.W.2d 390
    (Tex. App. 1984). Raises `UnsupportedQuestionError` where time stands still on it.
    """
    end = named.following(day)
    windows = walk.recipe.windows
    if windows is not None and windows.around(end) is not None:
        msg = (
            f"{named} is {_fromordinal(end)}, on which time stands still, and no rule "
            "entered says where the time ends then. Ask the court."
        )
        raise UnsupportedQuestionError(msg, field="period", value=_fromordinal(end))
    walk.step("named-day", day, end, named.cite)
    return end


def first_accessible(walk: Walk, day: int) -> int:
    """Stage 8: always forward, also for a period counted back."""
    settings = walk.recipe.settings
    if walk.recipe.act not in settings.inaccessible_acts:
        return day
    closed = walk.recipe.closed
    passed, moved = [], day
    while True:
        if moved in walk.recipe.count.inaccessible:
            passed.append((_fromordinal(moved), "clerk's office inaccessible"))
        elif closed.is_closed(moved):
            passed.append(closed.closure_on(moved))
        else:
            break
        moved += 1
    clause = settings.inaccessible_clause
    walk.step("inaccessible", day, moved, clause, tuple(passed))
    return moved
