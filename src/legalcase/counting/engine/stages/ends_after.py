"""A period and a recess: what ends in one ends after it; what the rule leaves open."""

from __future__ import annotations

from types import EllipsisType
from typing import TYPE_CHECKING, Any

from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.parts.suspension import Suspension
    from legalcase.counting.rules.windows import Windows

    _Counts = Callable[[Suspension, Windows, tuple[int, int]], bool]

__all__ = [
    "carried_on",
    "check_end_extended",
    "months_begin",
    "out_of_recess",
    "reaches_by_roll",
]


def carried_on(walk: Walk, begun: int, counted: int, end: int) -> tuple[int, int]:
    """Return where a period goes that ends in a recess: before the roll, and after it.

    `begun` is the day from which it was counted, `counted` its end before time was
    added. No rule entered says whether the end without the time added counts, or that
    with it; so both have to lie in the recess, which gives the earlier date. Whether
    it is carried on where only the roll led into the recess is for the rule to say;
    where it is silent, it stays (the earlier date).
    Raises `UnsupportedQuestionError` counting back, of which no such law speaks.
    """
    done: set[tuple[int, tuple[int, int]]] = set()

    def in_both(_: Suspension, windows: Windows, window: tuple[int, int]) -> bool:
        return counted == end or windows.around(counted) == window

    due = before = _carried(walk, begun, end, done, in_both)
    while True:
        rolled = walk.roll(before)
        if rolled != before and not walk.recipe.runs_freely:
            rolled = out_of_recess(walk, rolled)
        moved = _carried(walk, begun, rolled, done, _by_the_roll(walk, before))
        if moved == rolled:
            return due, rolled
        before = moved


def _by_the_roll(walk: Walk, before: int) -> _Counts:
    """Tell of a window whether the roll led into it, and whether that counts."""

    def counts(recess: Suspension, windows: Windows, window: tuple[int, int]) -> bool:
        sees = recess.sees_the_roll or walk.recipe.sign < 0
        return sees and windows.around(before) != window

    return counts


def _carried(
    walk: Walk,
    begun: int,
    end: int,
    done: set[tuple[int, tuple[int, int]]],
    counts: _Counts,
) -> int:
    """Carry an end on through every window that it meets, each of them once."""
    place, moved_once = 0, False
    while place < len(walk.recipe.carriers):
        recess, windows = walk.recipe.carriers[place]
        window = windows.around(end)
        place += 1
        if window is None or (place, window) in done:
            continue
        if not moved_once and not counts(recess, windows, window):
            continue
        moved = _after(walk, recess, window, begun, end)
        if moved != end:
            done.add((place, window))
            # What comes after it can end in another one.
            end, place, moved_once = moved, 0, True
    return end


def _after(
    walk: Walk, recess: Suspension, window: tuple[int, int], begun: int, end: int
) -> int:
    """Return the day after a window on which a period ends that ends in it."""
    if recess.then is None:
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
    if recess.effect.longer:
        moved = end + recess.then.days
    walk.step("ends-after", end, moved, recess.clause)
    return moved


def out_of_recess(walk: Walk, rolled: int) -> int:
    """Where the rolled end reaches a recess, and the rule says that it counts.

    What comes after one recess can be rolled into the next.
    """
    windows = walk.recipe.windows
    sign, left = walk.recipe.sign, None
    # A roll against the count leads back into the recess: there it stays.
    while (
        windows is not None
        and (window := windows.around(rolled)) is not None
        and window != left
    ):
        if not _sees(walk.recipe, windows, window):
            break
        left, after = window, window[1] + 1 if sign > 0 else window[0] - 1
        walk.step("suspend", rolled, after, windows.clause(window))
        rolled = walk.roll(after)
    return rolled


def _sees(recipe: Recipe, windows: Windows, window: tuple[int, int]) -> bool:
    """Tell whether an end that was rolled into a window is moved out of it.

    Where the rule does not say so, the earlier date is taken: counted back it moves
    on, and forward it stays.
    """
    sees = _said_of_the_roll(recipe, windows, window)
    return recipe.sign < 0 if sees is None else sees


def _said_of_the_roll(
    recipe: Recipe, windows: Windows, window: tuple[int, int]
) -> bool | None:
    """Return what is said of an end rolled into a window; ``None`` if nothing is."""
    said = {
        _of_a_stay(recipe, sees=True) if one is None else one.sees_the_roll
        for one in windows.sources(window)
    }
    return said.pop() if len(said) == 1 else None


def _of_a_stay(recipe: Recipe, *, sees: bool) -> Any:  # noqa: ANN401 - of two keys
    """Return what holds for a stay that the caller gave: as for the rule's recess."""
    recess = recipe.settings.suspension
    if recess is None or recess.effect.moves:
        return False if sees else 0
    return recess.sees_the_roll if sees else recess.begins


def months_begin(walk: Walk, windows: Windows, window: tuple[int, int]) -> int | None:
    """Return how many days after a window months begin, as `Suspension.begins` says.

    Raises `UnsupportedQuestionError` where nobody says so, and counting back where
    it is only said of months that begin after it.
    """
    said: set[int | EllipsisType | None] = {
        _of_a_stay(walk.recipe, sees=False) if one is None else one.begins
        for one in windows.sources(window)
    }
    begins = said.pop() if len(said) == 1 else ...
    if isinstance(begins, EllipsisType) or (begins and walk.recipe.sign < 0):
        count = walk.recipe.count
        msg = (
            f"{count.rule.id} does not say how {count.period} are counted "
            f"{'back ' if walk.recipe.sign < 0 else ''}from inside a recess "
            f"({windows.clause(window)}). Count them from a day outside of it."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    return begins


def reaches_by_roll(recipe: Recipe, nominal: int, due: int) -> str:
    """Return the clause of a recess into which the roll alone led, if none says more.

    Counted back, what was moved on lies before the recess that it met.
    """
    if nominal == due:
        return ""
    for recess, windows in recipe.carriers:
        window = windows.around(due)
        if window is None or recess.sees_the_roll is not None:
            continue
        if windows.around(nominal) != window:
            return recess.clause
    stopped = recipe.windows
    if stopped is None:
        return ""
    met = [stopped.around(due)]
    if recipe.sign < 0:
        met = [*stopped.between(due + 1, nominal - 1)]
    for one in met:
        if (
            one is not None
            and stopped.around(nominal) != one
            and _said_of_the_roll(recipe, stopped, one) is None
        ):
            return stopped.clause(one)
    return ""


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
