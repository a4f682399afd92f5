"""The pipeline of a count in days, weeks, months and years: stages 1 to 8.

Every stage that acts leaves a step: a tuple (code, from, to, clause, closures), where
`closures` are the (date, name) pairs of the days that did not count or were passed
over. Steps join end to end: each begins where the one before it ended.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.counting.engine.recipe import join
from legalcase.dates import add_months
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.named_day import NamedDay
    from legalcase.counting.rules.settings import ClosedSpec, ExtraTime
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
    extra = recipe.extra
    start = _trigger(walk)
    if extra is not None and recipe.order.adds_first:
        start = _add(walk, start, extra)
        extra = None
    days = recipe.plain_days
    if days is ...:
        days = recipe.plain_days = plain_days(recipe)
    if days is not None:
        end = start + recipe.sign * days
        walk.step("count", start, end, recipe.clause)
    else:
        end = _count(walk, start)
    if extra is not None:
        if recipe.order.rolls_first:
            end = walk.roll(end)
        end = _add(walk, end, extra)
    if recipe.count.ends_on is not None:
        end = _named_day(walk, end, recipe.count.ends_on)
    rolled = walk.roll(end)
    if rolled != end and recipe.settings.suspension is not None:
        rolled = _recess_after_roll(walk, rolled)
    if recipe.count.inaccessible and rolled in recipe.count.inaccessible:
        rolled = _first_accessible(walk, rolled)
    return rolled, end


def _trigger(walk: Walk) -> int:
    """Stages 1 and 2: the day from which the count starts."""
    recipe, anchor = walk.recipe, walk.anchor
    settings = recipe.settings
    day = anchor.toordinal()
    if day < recipe.closed.first or day > recipe.closed.last:
        raise recipe.closed.out_of_bounds(day)
    if (
        settings.until is not None
        and isinstance(anchor, datetime)
        and anchor.hour * 60 + anchor.minute >= settings.until
    ):
        walk.step("late", day, day + settings.late_by, settings.late_clause)
        day += settings.late_by
    if recipe.count.from_rolled_end:
        if settings.extends_rolled is None:
            msg = (
                f"{recipe.count.rule.id} does not say where an extension begins. "
                "Count it with after= from the day that you mean."
            )
            raise UnsupportedQuestionError(msg, field="extending", value=day)
        if settings.extends_rolled:
            # The end that is extended lies after its trigger: it rolled forward.
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
    number, unit = count.period.number, count.period.unit
    if unit not in {"day", "clear day", "week"} or not recipe.runs_freely:
        return None
    if unit == "week":
        number *= 7
    if settings.short is not None and settings.short.covers(number):
        return None
    always_clear = settings.clear_after if recipe.sign > 0 else settings.clear_before
    clear = unit == "clear day" or (unit == "day" and always_clear)
    return number + clear


def _count(walk: Walk, start: int) -> int:
    """Stages 3 to 5, where a closer look is needed: units, short periods, recesses."""
    recipe = walk.recipe
    count, settings = recipe.count, recipe.settings
    number, unit = count.period.number, count.period.unit
    windows = walk.recipe.windows
    if unit in {"month", "year"}:
        return _count_months(walk, start, windows)
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
        clause = join(count.cite, settings.court_clause)
        return _walk_days(walk, start, number, clause, closed, windows)
    always_clear = settings.clear_after if recipe.sign > 0 else settings.clear_before
    clear = unit == "clear day" or (unit == "day" and always_clear)
    short = settings.short
    # Between two events the last day is excluded too, and must itself be one that
    # counts, unless the rule says that it need not.
    days = number + clear
    if short is not None and short.covers(number):
        closed = recipe.counted(short.skip)
        clause = join(recipe.clause, short.clause)
        return _walk_days(
            walk,
            start,
            days,
            clause,
            closed,
            windows,
            free_last=clear and short.ends_anywhere,
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
            walk.step("suspend", begun, day, windows.clause)
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


def _count_months(walk: Walk, start: int, windows: Windows | None) -> int:
    count, settings = walk.recipe.count, walk.recipe.settings
    if settings.months_overflow is None:
        msg = (
            f"{count.rule.id} does not say how months are counted. Give the period "
            "in days, or another rule."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    clause = join(count.cite, settings.months_clause)
    months = count.period.number * (12 if count.period.unit == "year" else 1)
    overflow = settings.months_overflow
    inside = windows.around(start) if windows is not None else None
    suspension = settings.suspension
    rest = 0
    if inside is not None and windows is not None:
        edge = inside[1] if walk.recipe.sign > 0 else inside[0]
        if suspension is None or suspension.from_its_end:
            walk.step("suspend", start, edge, windows.clause)
            start = edge
        else:
            rest = edge - start
    moved = add_months(
        _fromordinal(start), walk.recipe.sign * months, overflow=overflow
    )
    end = moved.toordinal()
    walk.step("count", start, end, clause)
    if windows is None:
        return end
    if rest:
        walk.step("suspend", end, end + rest, windows.clause)
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
        walk.step("suspend", end, moved, windows.clause)
        end = moved


def _recess_after_roll(walk: Walk, rolled: int) -> int:
    """Where the rolled end reaches a recess, and the rule says that it counts.

    What comes after one recess can be rolled into the next.
    """
    suspension = walk.recipe.settings.suspension
    windows = walk.recipe.windows
    if suspension is None or windows is None or not suspension.sees_the_roll:
        return rolled
    sign, left = walk.recipe.sign, None
    # A roll against the count leads back into the recess: there it stays.
    while (window := windows.around(rolled)) is not None and window != left:
        left, after = window, window[1] + 1 if sign > 0 else window[0] - 1
        walk.step("suspend", rolled, after, suspension.clause)
        rolled = walk.roll(after)
    return rolled


def _add(walk: Walk, day: int, extra: ExtraTime) -> int:
    """Stage 6: the time for service.

    No rule entered says whether it runs while time stands still. Of the two dates the
    earlier is taken, which a notice says: forward it runs, and back it does not.
    """
    recipe, sign = walk.recipe, walk.recipe.sign
    number = extra.number * (7 if extra.unit == "week" else 1)
    windows, clause = recipe.windows, extra.clause
    around = windows if sign < 0 else None
    if extra.unit == "court day":
        shut = recipe.counted(_court_closed(walk, extra))
        end = _walk_days(walk, day, number, clause, shut, around, code="add-court-days")
    elif around is not None:
        end = _walk_days(walk, day, number, clause, None, around, code="add")
    else:
        end = day + sign * number
        walk.step("add", day, end, clause)
    if windows is not None and sign > 0:
        windows.between(day + 1, end)  # an error where nobody knows of a recess
    return end


def _named_day(walk: Walk, day: int, named: NamedDay) -> int:
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


def _court_closed(walk: Walk, extra: ExtraTime) -> ClosedSpec:
    """Return the days that are no court days, which the time for service needs."""
    spec = walk.recipe.settings.court_closed
    if spec is None:
        msg = (
            f"{walk.recipe.count.rule.id} counts court days for service and does not "
            "define them. Mend the rule: it needs a table court_days."
        )
        raise UnsupportedQuestionError(msg, field="service", value=extra.number)
    return spec


def _first_accessible(walk: Walk, day: int) -> int:
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
