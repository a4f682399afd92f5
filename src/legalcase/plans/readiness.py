"""Ready: what can be done now by the plans of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.plans.row import PlanRow
from legalcase.plans.table import when_of, who_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Ready"]


class Ready(tuple[PlanRow, ...]):
    """What can be done now: a tuple of `PlanRow`, by date, which renders itself.

    What has no date comes last: it can begin, and nothing says by when it is due.
    """

    __slots__ = ()

    def until(self, day: date) -> Self:
        """Return what is due until a day, that day included; what has no date stays.

        Raises `InvalidTypeError` for what is no date.
        """
        last = as_date(day, "day")
        return type(self)(row for row in self if row.shown is None or row.shown <= last)

    def _table(self) -> Table:
        table = Table(f"Ready: {len(self)}", ("when", "what", "who", "state", "item"))
        for row in self:
            whose = f" [{', '.join(row.of)}]" if row.of else ""
            table.add(
                when_of(row), f"{row.title}{whose}", who_of(row), row.state, row.item_id
            )
        return table

    def __str__(self) -> str:
        """Return it as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()
