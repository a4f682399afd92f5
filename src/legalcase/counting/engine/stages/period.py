"""Stages 3 to 5, day by day: units, short periods, recesses on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.engine.stages.ends_after import months_begin
from legalcase.counting.engine.stages.months import end_of_months
from legalcase.counting.engine.time_added import join
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.closed_days import Short
    from legalcase.counting.rules.venue import ClosedDays
    from legalcase.counting.rules.windows import Windows

__all__ = ["count_closely", "walk_days"]


def count_closely(walk: Walk, start: int) -> int:
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
        return walk_days(walk, start, number, clause, closed, windows)
    clear = unit == "clear day"
    # Between two events the last day is excluded too, and must itself be one that
    # counts, unless the rule says that it need not.
    days = number + clear
    if short is not None and short.covers(number, recipe.sign):
        closed = recipe.counted(short.skip)
        clause = join(recipe.clause, short.clause)
        return walk_days(
            walk,
            start,
            days,
            clause,
            closed,
            windows,
            free_last=short.ends_on.clear if clear else short.ends_on.plain,
        )
    return walk_days(walk, start, days, recipe.clause, None, windows)


def walk_days(
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
