"""GroupFigure: a measure of one group; small groups are withheld, and none can be told.

What is withheld could be told from the total, were it alone. So two groups or more are
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
_FEWEST_TOGETHER: Final = 2


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

    The smallest of the others follow until there are two or more, together of at least
    `smallest` and of more than one each, and until a sum of theirs that is nought, or
    all, is so in the total as well. Where that is never so, all are withheld, and
    nothing is said of any but that.
    """
    ordered = sorted(groups, key=lambda one: (one.count or 0, one.group))
    few = sum((one.count or 0) < smallest for one in ordered)
    if few:
        few = max(few, _FEWEST_TOGETHER)
        while few < len(ordered) and not _is_open(ordered, few, smallest):
            few += 1
        if few >= len(ordered) and not _is_open(ordered, len(ordered), smallest):
            return (GroupFigure(group=ALL_GROUPS, count=None, is_withheld=True),)
    hidden = {one.group for one in ordered[:few]}
    return tuple(
        _without_numbers(one) if one.group in hidden else one
        for one in sorted(groups, key=lambda each: each.group)
    )


def _without_numbers(one: GroupFigure) -> GroupFigure:
    return evolve(
        one, count=None, value=None, numerator=None, denominator=None, is_withheld=True
    )


def _is_open(ordered: list[GroupFigure], few: int, smallest: int) -> bool:
    """Tell whether what the first few have together leaves open what each has."""
    hidden = ordered[:few]
    count = sum(one.count or 0 for one in hidden)
    if count < smallest or count <= few:
        return False
    parts, alls = _sums(hidden), _sums(ordered)
    told = zip(parts, alls, strict=True)
    # Nought of them, or all of them: then that is so of each. Unless of everybody.
    return all(part != 0 or every == 0 for part, every in told)


def _sums(groups: list[GroupFigure]) -> tuple[float, float, float]:
    """Return the sums of what is counted, of what is not, and of both."""
    above = sum(one.numerator or 0 for one in groups)
    below = sum(one.denominator or 0 for one in groups)
    return above, below - above, below
