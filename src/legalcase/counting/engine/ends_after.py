"""A period and a recess: what ends in one ends after it; what the rule leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.suspension import Suspension
    from legalcase.counting.rules.windows import Windows

__all__ = [
    "check_end_extended",
    "ends_after",
    "months_begin",
    "reaches_by_roll",
    "rolled_after",
    "sees_the_roll",
]

#: Of so many windows one after the other none lets a period end.
_MOST: Final = 100


def ends_after(walk: Walk, begun: int, counted: int, end: int) -> int:
    """Return where a period goes that ends in a recess after which it ends.

    `begun` is the day from which it was counted, `counted` its end before time was
    added. No rule entered says whether the end without the time added counts, or that
    with it; so both have to lie in the recess, which gives the earlier date.
    Raises `UnsupportedQuestionError` counting back, of which no such law speaks.
    """
    recess = walk.recipe.carried
    if recess is None:
        return end
    windows = walk.recipe.carrying
    window = windows.around(end)
    if counted != end and windows.around(counted) != window:
        return end
    return _carried(walk, recess, window, begun, end)


def rolled_after(walk: Walk, begun: int, end: int) -> int:
    """Return where an end is moved off closed days, and out of a recess that it meets.

    Whether it is moved on that only the roll led into the recess is for the rule to
    say; where it is silent, it stays (the earlier date).
    """
    recess, windows = walk.recipe.carried, walk.recipe.carrying
    rolled = walk.roll(end)
    if recess is None:
        return rolled
    for _ in range(_MOST):
        window = windows.around(rolled)
        if window is None or rolled == end or windows.around(end) == window:
            return rolled
        if walk.recipe.sign > 0 and not recess.sees_the_roll:
            return rolled
        moved = _carried(walk, recess, window, begun, rolled)
        if moved == rolled:
            return rolled
        end, rolled = rolled, walk.roll(moved)
    return rolled


def _carried(
    walk: Walk,
    recess: Suspension,
    window: tuple[int, int] | None,
    begun: int,
    end: int,
) -> int:
    """Return the day after a window on which a period ends that ends in it."""
    if window is None or recess.then is None:
        return end
    if recess.effect.begun_inside and not window[0] <= begun <= window[1]:
        return end
    if walk.recipe.sign < 0:
        count = walk.recipe.count
        msg = (
            f"{count.rule.id} says of a period that ends in a recess ({recess.clause}) "
            "that it ends after it, and nothing of one that is counted back into one. "
            "Count it without the recess by a nature that it excepts, or by hand."
        )
        raise UnsupportedQuestionError(msg, field="before", value=walk.anchor)
    moved = recess.then.after(window[1])
    walk.step("ends-after", end, moved, recess.clause)
    return moved


def sees_the_roll(recipe: Recipe) -> bool:
    """Tell whether an end that was rolled into a window is moved out of it.

    Where the rule does not say so, the earlier date is taken: counted back it moves
    on, and forward it stays.
    """
    recess = recipe.settings.suspension
    if recess is None or recess.effect.moves:
        return False
    sees = recess.sees_the_roll
    return recipe.sign < 0 if sees is None else sees


def months_begin(walk: Walk, windows: Windows) -> int | None:
    """Return how many days after a window months begin, as `Suspension.begins` says.

    Raises `UnsupportedQuestionError` where nobody says so, and counting back where
    it is only said of months that begin after it.
    """
    recess = walk.recipe.settings.suspension
    begins = 0 if recess is None or recess.effect.moves else recess.begins
    if begins is ... or (begins and walk.recipe.sign < 0):
        count = walk.recipe.count
        msg = (
            f"{count.rule.id} does not say how {count.period} are counted "
            f"{'back ' if walk.recipe.sign < 0 else ''}from inside a recess "
            f"({windows.clause}). Count them from a day outside of it."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    return begins


def reaches_by_roll(recipe: Recipe, nominal: int, due: int) -> bool:
    """Tell whether the roll alone led into a recess, and no rule says what follows.

    Counted back, what was moved on lies before the recess that it met.
    """
    for recess, windows in ((recipe.carried, None), (recipe.stopping, recipe.windows)):
        if recess is None or recess.sees_the_roll is not None or nominal == due:
            continue
        met = recipe.carrying if windows is None else windows
        if recipe.sign > 0:
            window = met.around(due)
            return window is not None and met.around(nominal) != window
        return bool(met.between(due + 1, nominal - 1))
    return False


def check_end_extended(walk: Walk, day: int) -> None:
    """Refuse to extend from an end that was moved only if its period was long or short.

    Of which length that period was nobody said. Raises `UnsupportedQuestionError`.
    """
    roll = walk.recipe.settings.roll_after
    if walk.recipe.venue.closed(roll.closed).is_closed(day):
        msg = (
            f"{walk.recipe.count.rule.id} moves an end off a closed day for periods of "
            f"some lengths ({roll.clause}), and of which length the period was that is "
            "extended is not known. Count with after= from the day on which it ended."
        )
        raise UnsupportedQuestionError(msg, field="extending", value=walk.anchor)
