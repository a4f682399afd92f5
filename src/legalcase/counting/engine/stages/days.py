"""The pipeline of a count in days, weeks, months and years: stages 1 to 8.

Every stage that acts leaves a step: a tuple (code, from, to, clause, closures), where
`closures` are the (date, name) pairs of the days that did not count or were passed
over. Steps join end to end: each begins where the one before it ended.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.counting.engine.stages.ends_after import (
    carried_on,
    check_end_extended,
    months_begin,
    out_of_recess,
)
from legalcase.counting.engine.stages.first_day import day_before_first
from legalcase.counting.engine.stages.last_day import first_accessible, on_named_day
from legalcase.counting.engine.stages.late import day_it_counts
from legalcase.counting.engine.stages.minimum import at_least
from legalcase.counting.engine.stages.months import end_of_months
from legalcase.counting.engine.time_added import join
from legalcase.counting.engine.walk import Walk
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import RawStep
    from legalcase.counting.rules.parts.closed_days import ClosedSpec, Short
    from legalcase.counting.rules.settings import ExtraTime
    from legalcase.counting.rules.venue import ClosedDays
    from legalcase.counting.rules.windows import Windows

__all__ = ["plain_days", "run_days"]

_fromordinal = date.fromordinal


def run_days(walk: Walk) -> tuple[int, int]:
    """Count a period in days or longer units; return (due, nominal) as ordinals.

    Raises `UnsupportedQuestionError` for a unit on which the rule is silent, and
    `CalendarOutOfBoundsError` where a calendar ends.
    """
    recipe = walk.recipe
    added = recipe.added
    begun = start = _trigger(walk)
    if added and recipe.order.adds_first:
        start, added = _add_all(walk, start), ()
    if recipe.first_day is not None:
        start = day_before_first(walk, start, recipe.first_day)
    if recipe.as_one:
        end, added = _as_one(walk, start), ()
    else:
        end = _counted(walk, start)
    if recipe.minimum is not None:
        end = at_least(walk, start, end, recipe.minimum)
    counted = end
    if added:
        if recipe.order.rolls_first:
            end = walk.roll(end)
        counted, end = end, _add_all(walk, end)
    if recipe.count.ends_on is not None:
        counted = end = on_named_day(walk, end, recipe.count.ends_on)
    if recipe.carried:
        end, rolled = carried_on(walk, begun, counted, end)
    else:
        rolled = _rolled(walk, end)
    if recipe.count.inaccessible and rolled in recipe.count.inaccessible:
        rolled = first_accessible(walk, rolled)
    return rolled, end


def _rolled(walk: Walk, end: int) -> int:
    """Stage 7: move an end off closed days, and out of a recess that it then meets."""
    rolled = walk.roll(end)
    if rolled != end and not walk.recipe.runs_freely:
        return out_of_recess(walk, rolled)
    return rolled


def _counted(walk: Walk, start: int) -> int:
    """Count the period itself."""
    recipe = walk.recipe
    days = recipe.plain_days
    if days is ...:
        days = recipe.plain_days = plain_days(recipe)
    if days is None:
        return _count(walk, start)
    end = start + recipe.sign * days
    walk.step("count", start, end, recipe.clause)
    return end


def _as_one(walk: Walk, start: int) -> int:
    """Count the period with the time added as one: first the months, then the days."""
    end = start
    for part in walk.recipe.as_one:
        other = Walk(part, walk.anchor)
        end = _counted(other, end)
        walk.steps += map(_as_part, other.steps)
    return end


def _as_part(step: RawStep) -> RawStep:
    """Return a step of one part, called by what it is a part of."""
    if step[0] != "count":
        return step
    part: RawStep = ("one-period", *step[1:])
    return part


def _add_all(walk: Walk, day: int) -> int:
    """Add the time for service, then that for distance, then that which was given."""
    for extra in walk.recipe.added:
        day = _add(walk, day, extra)
    return day


def _trigger(walk: Walk) -> int:
    """Stages 1 and 2: the day from which the count starts."""
    recipe, anchor = walk.recipe, walk.anchor
    settings = recipe.settings
    day = anchor.toordinal()
    if day < recipe.closed.first or day > recipe.closed.last:
        raise recipe.closed.out_of_bounds(day)
    if recipe.is_late is not None and isinstance(anchor, datetime):
        day = day_it_counts(walk, anchor, recipe.is_late)
    if recipe.count.from_rolled_end:
        if settings.extends_rolled is None:
            msg = (
                f"{recipe.count.rule.id} does not say where an extension begins. "
                "Count it with after= from the day that you mean."
            )
            raise UnsupportedQuestionError(msg, field="extending", value=day)
        if settings.extends_rolled:
            # The end that is extended lies after its trigger: it rolled forward.
            if settings.roll_after.periods is not None:
                check_end_extended(walk, day)
            day = walk.roll(day, "roll-first", settings.roll_after)
        return day
    walk.steps.append(
        ("trigger", start := _fromordinal(day), start, settings.trigger_clause, ())
    )
    return day if recipe.deemed is None else _deemed(walk, day, recipe.deemed)


def _deemed(walk: Walk, day: int, extra: ExtraTime) -> int:
    """Return the court day on which what was served on `day` counts as served."""
    closed = walk.recipe.counted(_court_closed(walk, extra))
    start, passed = day, []
    while closed.is_closed(day):
        passed.append(closed.closure_on(day))
        day += 1
    if day != start:
        walk.step("deemed", start, day, extra.clause, tuple(passed))
    return day


def plain_days(recipe: Recipe) -> int | None:
    """Return how many days a count takes that none of stages 3 to 5 touches.

    ``None`` if one may: then `_count` looks closer. Whoever adds a stage there says
    here when it acts; a property holds that the short and the long way agree.
    """
    count, settings = recipe.count, recipe.settings
    number, unit = count.period.number, recipe.unit
    if unit not in {"day", "clear day", "week"} or not recipe.runs_freely:
        return None
    if unit == "week":
        number *= 7
    if settings.short is not None and settings.short.covers(number, recipe.sign):
        return None
    return number + (unit == "clear day")


def _count(walk: Walk, start: int) -> int:
    """Stages 3 to 5, where a closer look is needed: units, short periods, recesses."""
    recipe = walk.recipe
    count, settings = recipe.count, recipe.settings
    if len(recipe.parts) == 1:
        number = count.period.number
        return _count_part(walk, start, number, recipe.unit, settings.short)
    for part, unit in zip(recipe.parts, recipe.units, strict=True):
        # Each from the end of the one before; none of them is a short period.
        start = _count_part(walk, start, part.number, unit, None)
    return start


def _count_part(
    walk: Walk, start: int, number: int, unit: str, short: Short | None
) -> int:
    recipe = walk.recipe
    count, settings, windows = recipe.count, recipe.settings, recipe.windows
    if unit in {"month", "year"}:
        months = number * (12 if unit == "year" else 1)
        return _count_months(walk, start, months, windows)
    if unit == "week":
        number *= 7
    if unit == "court day":
        if settings.court_closed is None:
            msg = (
                f"{count.rule.id} does not define court days, so it cannot count "
                f"{count.period}. Give the period in days, or another rule."
            )
            raise UnsupportedQuestionError(msg, field="period", value=count.period)
        closed = recipe.counted(settings.court_closed)
        said = count.cite if count.period.unit == unit else recipe.clause
        clause = join(said, settings.court_clause)
        return _walk_days(walk, start, number, clause, closed, windows)
    clear = unit == "clear day"
    # Between two events the last day is excluded too, and must itself be one that
    # counts, unless the rule says that it need not.
    days = number + clear
    if short is not None and short.covers(number, recipe.sign):
        closed = recipe.counted(short.skip)
        clause = join(recipe.clause, short.clause)
        return _walk_days(
            walk,
            start,
            days,
            clause,
            closed,
            windows,
            free_last=short.ends_on.clear if clear else short.ends_on.plain,
        )
    return _walk_days(walk, start, days, recipe.clause, None, windows)


def _walk_days(
    walk: Walk,
    start: int,
    number: int,
    clause: str,
    closed: ClosedDays | None,
    windows: Windows | None,
    *,
    free_last: bool = False,
    code: str = "count",
) -> int:
    """Count day by day, leaving out closed days and windows.

    With `free_last` the last day may be a closed one; `code` is that of the steps.
    """
    sign = walk.recipe.sign
    day = begun = start
    passed: list[tuple[date, str]] = []
    left = number
    while left:
        day += sign
        window = windows.around(day) if windows is not None else None
        if window is not None and windows is not None:
            if day - sign != begun:
                walk.step(code, begun, day - sign, clause, tuple(passed))
                passed = []
            begun, day = day - sign, window[1] if sign > 0 else window[0]
            walk.step("suspend", begun, day, windows.clause(window))
            begun = day
            continue
        if (
            closed is not None
            and closed.is_closed(day)
            and not (free_last and left == 1)
        ):
            passed.append(closed.closure_on(day))
            continue
        left -= 1
    walk.step(code, begun, day, clause, tuple(passed))
    return day


def _count_months(walk: Walk, start: int, months: int, windows: Windows | None) -> int:
    count, settings = walk.recipe.count, walk.recipe.settings
    if settings.months_overflow is None:
        msg = (
            f"{count.rule.id} does not say how months are counted. Give the period "
            "in days, or another rule."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    clause = join(count.cite, settings.months_clause)
    overflow = settings.months_overflow
    begun = start + walk.recipe.sign * walk.recipe.is_included
    inside = windows.around(begun) if windows is not None else None
    rest = 0
    if inside is not None and windows is not None:
        edge = inside[1] if walk.recipe.sign > 0 else inside[0]
        begins = months_begin(walk, windows, inside)
        if begins is None:
            rest = edge - start
        else:
            walk.step("suspend", start, edge + begins, windows.clause(inside))
            start = edge + begins
    end = end_of_months(walk, start, months, overflow)
    walk.step("count", start, end, clause)
    if windows is None:
        return end
    if rest and inside is not None:
        walk.step("suspend", end, end + rest, windows.clause(inside))
        end += rest
    return _lengthened(walk, start, end, windows, inside)


def _lengthened(
    walk: Walk, start: int, end: int, windows: Windows, inside: tuple[int, int] | None
) -> int:
    """Lengthen a period in months by each window that it meets on its way."""
    done = {inside}
    while True:
        low, high = (start + 1, end) if walk.recipe.sign > 0 else (end, start - 1)
        met = [w for w in windows.between(low, high) if w not in done]
        if not met:
            return end
        window = met[0] if walk.recipe.sign > 0 else met[-1]
        done.add(window)
        moved = end + walk.recipe.sign * (window[1] - window[0] + 1)
        walk.step("suspend", end, moved, windows.clause(window))
        end = moved


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
        shut = recipe.counted(_court_closed(walk, extra))
        code = extra.code
        end = _walk_days(walk, day, number, clause, shut, around, code=code)
    elif around is not None:
        code = extra.code
        end = _walk_days(walk, day, number, clause, None, around, code=code)
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


def _court_closed(walk: Walk, extra: ExtraTime) -> ClosedSpec:
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
