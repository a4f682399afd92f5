"""Stage 6: the time for service, and what else is added to a period."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from legalcase.counting.engine.stages.period import walk_days
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.closed_days import ClosedSpec
    from legalcase.counting.rules.settings import ExtraTime

__all__ = ["add_all", "court_closed"]


def add_all(walk: Walk, day: int) -> int:
    """Add the time for service, then that for distance, then that which was given."""
    for extra in walk.recipe.added:
        day = _add(walk, day, extra)
    return day


def _add(walk: Walk, day: int, extra: ExtraTime) -> int:
    """Stage 6: the time for service.

    No rule entered says whether it runs while time stands still. Of the two dates the
    earlier is taken, which a notice says: forward it runs, and back it does not.
    """
    recipe, sign = walk.recipe, walk.recipe.sign
    number = extra.number * (7 if extra.unit == "week" else 1)
    if extra.until is not None:
        number += _late(walk, extra)
        if not number:
            return day
    windows, clause = recipe.windows, extra.clause
    around = windows if sign < 0 else None
    if extra.unit == "court day":
        shut = recipe.counted(court_closed(walk, extra))
        code = extra.code
        end = walk_days(walk, day, number, clause, shut, around, code=code)
    elif around is not None:
        code = extra.code
        end = walk_days(walk, day, number, clause, None, around, code=code)
    else:
        end, code = day + sign * number, extra.code
        walk.step(code, day, end, clause)
    if windows is not None and sign > 0:
        windows.between(day + 1, end)  # an error where nobody knows of a recess
    return end


def _late(walk: Walk, extra: ExtraTime) -> int:
    """Return how many days more service after the hour adds."""
    anchor, until = walk.anchor, extra.until
    if until is None or not isinstance(anchor, datetime):
        return 0
    return extra.late if anchor.hour * 60 + anchor.minute >= until else 0


def court_closed(walk: Walk, extra: ExtraTime) -> ClosedSpec:
    """Return the days that are no court days, which the time for service needs."""
    spec = walk.recipe.settings.court_closed
    if spec is None and extra.code == "add-given":
        msg = (
            f"{walk.recipe.count.rule.id} does not define court days, so none can be "
            "added. Give days in added=."
        )
        raise UnsupportedQuestionError(msg, field="added", value=extra.number)
    if spec is None:
        msg = (
            f"{walk.recipe.count.rule.id} counts court days for service and does not "
            "define them. Mend the rule: it needs a table court_days."
        )
        raise UnsupportedQuestionError(msg, field="service", value=extra.number)
    return spec
