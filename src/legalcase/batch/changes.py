"""Changes: rows asked under two laws, and which of them are due on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.columns.column import NO_DAY, date_of
from legalcase.batch.door import arrow
from legalcase.batch.rows import rows_asked
from legalcase.certificates.differences import differences
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.law.lawbook import Law
from legalcase.markup import Table
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import SupportsIndex

    from numpy.typing import NDArray

    from legalcase.batch.tables import DueTable
    from legalcase.counting.argument.computation import Computation

__all__ = ["Changes", "changes_of"]

#: So many rows are shown of what prints itself.
_SHOWN: Final = 10


class Changes:
    """What rows are due under one law and under another, row by row.

    `before` and `now` are the tables; `changed` tells of each row whether its due day,
    its safe day or its error is another, and `rows` are the numbers of those. What it
    is because of is asked row by row: `because`.
    """

    __slots__ = ("_new", "before", "changed", "now")

    def __init__(self, before: DueTable, now: DueTable, new: Law) -> None:
        self.before = before
        self.now = now
        self._new = new
        was, is_ = before.arrays, now.arrays
        self.changed: NDArray[np.bool_] = (
            (was.due != is_.due) | (was.safe != is_.safe) | (was.error != is_.error)
        )

    def __len__(self) -> int:
        """Return how many rows there are, changed or not."""
        return len(self.before)

    @property
    def rows(self) -> NDArray[np.intp]:
        """The numbers of the rows that are another, counted from 0."""
        return np.flatnonzero(self.changed)

    def because(self, row: SupportsIndex) -> tuple[str, ...]:
        """Return in words because of what a row is another: nothing where it is not.

        The text or the calendar that is of another edition, the step, the dates; or
        what a law refuses it with. Raises `InvalidValueError` for a row that is not
        there or has no date.
        """
        was, now = _asked(self.before, row), _asked(self.now, row)
        if isinstance(was, LegalCaseError):
            if not isinstance(now, LegalCaseError):
                return (f"it was refused before: {was}",)
            return () if str(was) == str(now) else (f"refused otherwise: {now}",)
        if isinstance(now, LegalCaseError):
            return (f"it is refused now: {now}",)
        return tuple(dict.fromkeys(differences(was, now, self._new)))

    def to_arrow(self) -> Any:
        """Return a Table of Arrow: trigger, due and safe before and now, changed."""
        lib = arrow()
        was, is_ = self.before.to_arrow(), self.now.to_arrow()
        made = {
            "trigger": was["trigger"],
            "due_before": was["due"],
            "due": is_["due"],
            "safe_before": was["safe"],
            "safe": is_["safe"],
            "error_before": was["error"],
            "error": is_["error"],
            "changed": lib.array(self.changed),
        }
        return lib.table(made)

    def __repr__(self) -> str:
        """Return how many rows there are, and how many are another."""
        return f"<Changes of {len(self)} rows, {int(self.changed.sum())} another>"

    def __str__(self) -> str:
        """Return the first rows that are another as text."""
        return self._drawn().text()

    def _repr_html_(self) -> str:
        return self._drawn().html()

    def _drawn(self) -> Table:
        more = f", the first {_SHOWN}" if self.rows.size > _SHOWN else ""
        table = Table(
            f"{self!r}"[1:-1] + more, ("row", "due before", "due now", "because")
        )
        for row in self.rows[:_SHOWN].tolist():
            days = (self.before.arrays.due[row], self.now.arrays.due[row])
            said = ("" if day == NO_DAY else str(date_of(int(day))) for day in days)
            table.add(str(row), *said, "; ".join(self.because(row)))
        return table


def _asked(table: DueTable, row: SupportsIndex) -> Computation | LegalCaseError:
    """Return the computation of a row, or what its law refuses it with."""
    try:
        found = table.computation(row)
        _ = found.safe
    except LegalCaseError as error:
        if getattr(error, "field", None) == "row":
            raise  # there is no such row, or it has no day
        return error
    return found


def changes_of(
    columns: object, old: object, new: object, given: Mapping[str, Any]
) -> Changes:
    """Return the answers of rows under two laws."""
    for name, law in (("old", old), ("new", new)):
        if not isinstance(law, Law):
            msg = f"{name} needs a Law, not {shown(law)}. Pass Law.bundled(), say."
            raise InvalidTypeError(msg, field=name, value=None)
    tables = [rows_asked(columns, law, given) for law in (old, new)]
    return Changes(tables[0], tables[1], new)  # type: ignore[arg-type]  # a Law: just looked at
