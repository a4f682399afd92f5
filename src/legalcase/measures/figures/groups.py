"""GroupFigure: a measure of one group; small groups are withheld, and none can be told.

What is withheld could be told from the total, were it alone. So several groups are
withheld, or none, and what is left of the total for them leaves open what is whose.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import whole
from legalcase.plain_data import PlainData

__all__ = [
    "ALL_GROUPS",
    "SMALLEST",
    "GroupFigure",
    "check_smallest",
    "withheld",
    "withheld_with",
]

#: What stands for all groups where even how many there are would tell.
ALL_GROUPS: Final = "(all groups)"
#: A group of fewer is withheld, unless the caller says another number.
SMALLEST: Final = 5


@frozen(kw_only=True)
class GroupFigure(PlainData):
    """What a measure is for one group: of how many, and the value.

    Where it `is_withheld`, it has no numbers: they would be of few.
    """

    group: str = field(repr=False)
    count: int | None
    value: float | int | None = None
    numerator: float | int | None = None
    denominator: float | int | None = None
    is_withheld: bool = False


def _sizes(
    groups: list[GroupFigure], counted_elsewhere: tuple[str, ...]
) -> dict[str, int]:
    """Return by what each group is withheld: the least number of cases it has.

    That is the count, or, if it is less and not nought, a number that another figure
    counts: what is withheld there would else be told here.
    """
    return {
        one.group: min(
            int(each)
            for each in (
                one.count or 0,
                *(getattr(one, name) or one.count or 0 for name in counted_elsewhere),
            )
        )
        for one in groups
    }


def check_smallest(smallest: int) -> int:
    """Return the size below which a group is withheld; 1 withholds none."""
    if whole(smallest, "smallest") < 1:
        msg = "smallest cannot be 0. Pass 1 to withhold no group."
        raise InvalidValueError(msg, field="smallest", value=smallest)
    return smallest


def withheld(
    groups: list[GroupFigure],
    smallest: int = SMALLEST,
    counted_elsewhere: tuple[str, ...] = (),
) -> tuple[GroupFigure, ...]:
    """Return groups by their names, small ones without numbers, and more if need be.

    If any is smaller than `smallest`, those of up to some size are withheld, all of a
    size together: the least size at which they are no longer alike in what they have,
    and have at least `smallest` together. Whatever total is left for them, and whoever
    knows this rule, cannot say which of them has what: any two could be exchanged.
    Where no size is enough, all are withheld, and nothing is said of any but that. The
    size of a group is how many it has; of the numbers `counted_elsewhere`, by another
    figure that withholds by them, the least that is not nought, if that is less.
    """
    size_of = _sizes(groups, counted_elsewhere)
    sizes = sorted(set(size_of.values()))
    if not sizes or sizes[0] >= smallest:
        return tuple(sorted(groups, key=lambda one: one.group))
    for size in sizes:
        hidden = [one for one in groups if size_of[one.group] <= size]
        is_next_small = any(size < each < smallest for each in sizes)
        is_enough = sum(size_of[one.group] for one in hidden) >= smallest
        if not is_next_small and is_enough and _is_open(hidden, groups):
            names = {one.group for one in hidden}
            return tuple(
                _without_numbers(one) if one.group in names else one
                for one in sorted(groups, key=lambda each: each.group)
            )
    return (GroupFigure(group=ALL_GROUPS, count=None, is_withheld=True),)


def withheld_with(
    groups: tuple[GroupFigure, ...], others: tuple[GroupFigure, ...]
) -> tuple[GroupFigure, ...]:
    """Return groups without the numbers of those that are withheld among others.

    More of them only leaves more open. Where all others are withheld, so are all.
    """
    names = {one.group for one in others if one.is_withheld}
    if ALL_GROUPS in names and groups:
        return (GroupFigure(group=ALL_GROUPS, count=None, is_withheld=True),)
    return tuple(_without_numbers(one) if one.group in names else one for one in groups)


def _without_numbers(one: GroupFigure) -> GroupFigure:
    return evolve(
        one, count=None, value=None, numerator=None, denominator=None, is_withheld=True
    )


def _is_open(hidden: list[GroupFigure], groups: list[GroupFigure]) -> bool:
    """Tell whether what some groups have together leaves open which has what."""
    if len({one.count for one in hidden}) == 1:
        return False
    above = [one.numerator for one in groups]
    below = [one.denominator for one in groups]
    # Nought of all, or all of all, is no secret: the total says so of each.
    has_parts = any(one is not None for one in above)
    is_told = has_parts and (not any(above) or above == below)
    for name in ("numerator", "denominator", "value"):
        if name != "denominator" and is_told:
            continue
        everywhere = {getattr(one, name) for one in groups}
        if len(everywhere) > 1 and len({getattr(one, name) for one in hidden}) == 1:
            return False
    return True
