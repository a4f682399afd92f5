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

__all__ = ["ALL_GROUPS", "SMALLEST", "GroupFigure", "check_smallest", "withheld"]

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


def check_smallest(smallest: int) -> int:
    """Return the size below which a group is withheld; 1 withholds none."""
    if whole(smallest, "smallest") < 1:
        msg = "smallest cannot be 0. Pass 1 to withhold no group."
        raise InvalidValueError(msg, field="smallest", value=smallest)
    return smallest


def withheld(
    groups: list[GroupFigure], smallest: int = SMALLEST
) -> tuple[GroupFigure, ...]:
    """Return groups by their names, small ones without numbers, and more if need be.

    If any is smaller than `smallest`, those of up to some size are withheld, all of a
    size together: the least size at which they are no longer alike in what they have,
    and have at least `smallest` together. Whatever total is left for them, and whoever
    knows this rule, cannot say which of them has what: any two could be exchanged.
    Where no size is enough, all are withheld, and nothing is said of any but that.
    """
    sizes = sorted({one.count or 0 for one in groups})
    if not sizes or sizes[0] >= smallest:
        return tuple(sorted(groups, key=lambda one: one.group))
    for size in sizes:
        hidden = [one for one in groups if (one.count or 0) <= size]
        is_next_small = any(size < each < smallest for each in sizes)
        if not is_next_small and _is_open(hidden, groups, smallest):
            names = {one.group for one in hidden}
            return tuple(
                _without_numbers(one) if one.group in names else one
                for one in sorted(groups, key=lambda each: each.group)
            )
    return (GroupFigure(group=ALL_GROUPS, count=None, is_withheld=True),)


def _without_numbers(one: GroupFigure) -> GroupFigure:
    return evolve(
        one, count=None, value=None, numerator=None, denominator=None, is_withheld=True
    )


def _is_open(
    hidden: list[GroupFigure], groups: list[GroupFigure], smallest: int
) -> bool:
    """Tell whether what some groups have together leaves open which has what."""
    if sum(one.count or 0 for one in hidden) < smallest:
        return False
    if len({one.count for one in hidden}) == 1:
        return False
    above = [one.numerator for one in groups]
    below = [one.denominator for one in groups]
    # Nought of all, or all of all, is no secret: the total says so of each.
    is_told = not any(above) or above == below
    for name in ("numerator", "denominator", "value"):
        if name != "denominator" and is_told:
            continue
        everywhere = {getattr(one, name) for one in groups}
        if len(everywhere) > 1 and len({getattr(one, name) for one in hidden}) == 1:
            return False
    return True
