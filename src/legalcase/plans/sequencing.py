"""Sequencing: which tasks of a plan come before others, and which do so no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from legalcase.plans.row import PlanRow

__all__ = ["comes_first", "lapsed", "orders_of", "rows_before", "rows_by_item"]

#: Where an item stands whose task will not be done, and which nobody waived.
_IN_VAIN: Final = ("skipped", "void", "not-applicable")

ByItem = dict[str, list["PlanRow"]]


def rows_by_item(rows: Iterable[PlanRow]) -> ByItem:
    """Return the rows of each item."""
    found: ByItem = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return found


def rows_before(row: PlanRow, others: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """Yield the rows that come before one: those of the same party, or all."""
    same = [one for one in others if row.of and one.of == row.of]
    yield from same or others


def comes_first(
    row: PlanRow, by_item: ByItem, planned: Container[str]
) -> tuple[str, ...]:
    """Return the tasks that come first, those that are done among them.

    What was left out, or is needed no more, is waited for in vain.
    """
    found = {
        str(other.task_id): None
        for name in row.item.after
        for other in rows_before(row, by_item.get(name, ()))
        if other.item.is_work
        and other.task_id in planned
        and other.state not in _IN_VAIN
    }
    return tuple(found)


def lapsed(row: PlanRow, by_item: ByItem) -> frozenset[str]:
    """Return the tasks that came first and are waited for in vain by now."""
    return frozenset(
        other.task_id
        for name in row.item.after
        for other in rows_before(row, by_item.get(name, ()))
        if other.task_id is not None and other.state in _IN_VAIN
    )


def orders_of(
    rows: Iterable[PlanRow], tasks: Container[str]
) -> Mapping[str, frozenset[str]]:
    """Return the tasks that come first by a plan, by the task that comes after them."""
    given = tuple(rows)
    by_item = rows_by_item(given)
    return {
        row.task_id: frozenset(comes_first(row, by_item, tasks))
        for row in given
        if row.item.is_work and row.task_id is not None and row.task_id in tasks
    }
