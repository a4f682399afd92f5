"""What the measures share: the period that was asked for, and the split into groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve

from legalcase.dates import DateRange
from legalcase.errors import InvalidTypeError
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import GroupFigure, check_smallest, withheld
from legalcase.measures.units.counting import Units
from legalcase.measures.units.grouping import group_of, said_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from legalcase.measures.units.counting import Unit
    from legalcase.measures.units.grouping import By

__all__ = ["by_groups", "period_of", "set_aside"]

F = TypeVar("F", bound=Figure)
_PAIR: Final = 2
_OUT_OF_ORDER: Final = "an event that cannot have happened on its day is set aside"


def period_of(during: Any) -> DateRange:  # noqa: ANN401 - what is none is refused
    """Return a period: as given, or of a first and a last day, both included."""
    if isinstance(during, DateRange):
        return during
    if isinstance(during, tuple) and len(during) == _PAIR:
        return DateRange.through(*during)
    msg = (
        f"during needs a DateRange, or a first and a last day, not "
        f"{type(during).__name__}. Pass DateRange(date(2026, 7, 1), date(2026, 10, 1))."
    )
    raise InvalidTypeError(msg, field="during", value=None)


def by_groups(
    figure: F,
    units: Units,
    by: By,
    on: date,
    smallest: int,
    again: Callable[[Units], Figure],
) -> F:
    """Return a figure with its groups: each measured again by itself.

    A case is in one group, that of the day `on`, so that the parts add up to the whole.
    """
    check_smallest(smallest)
    if by is None:
        return figure
    tell = group_of(by, on)
    parts: dict[str, list[Unit]] = {}
    for unit in units:
        parts.setdefault(tell(unit), []).append(unit)
    groups = []
    for name, members in parts.items():
        part = again(Units(rule=units.rule, members=tuple(members)))
        if part.population:
            groups.append(
                GroupFigure(
                    group=name,
                    count=len(part.population),
                    value=part.value,
                    numerator=part.numerator,
                    denominator=part.denominator,
                )
            )
    return evolve(
        figure,
        by=said_of(by),
        groups=withheld(groups, smallest, figure.COUNTED_ELSEWHERE),
        smallest=smallest,
    )


def set_aside(units: Iterable[Unit]) -> tuple[Excluded, ...]:
    """Return those of which an event cannot have happened on its day."""
    return tuple(
        Excluded(unit_id=one.unit_id, why=_OUT_OF_ORDER)
        for one in units
        if one.timeline.set_aside
    )
