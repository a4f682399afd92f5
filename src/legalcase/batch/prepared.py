"""PreparedQuestion: everything that is asked but the day, ready for columns of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from legalcase.batch.columns.reading import read_column
from legalcase.batch.tables import DueTable
from legalcase.dates import as_date
from legalcase.errors import InvalidValueError

if TYPE_CHECKING:
    from datetime import date

    from legalcase.batch.by_day.asker import Asker
    from legalcase.batch.engines.batch_question import BatchQuestion
    from legalcase.counting.argument.computation import Computation

__all__ = ["PreparedQuestion"]


class PreparedQuestion:
    """When something is due, to be asked of columns of trigger days.

    A question is asked of each distinct day once, by `Law.compute`, and its answers are
    kept: of 10,000 days some 130 kB. It can be pickled: what another process gets asks
    anew, under the same law.
    """

    __slots__ = ("_asker",)

    def __init__(self, asker: Asker) -> None:
        self._asker = asker

    def __repr__(self) -> str:
        """Return the question as it was asked."""
        return repr(self._asker)

    @property
    def question(self) -> str:
        """The deadline's id, or the period."""
        return self._asker.question

    def computation(self, day: date) -> Computation:
        """Return the computation from one day, with its whole argument.

        Raises what `compute` raises.
        """
        return self._asker.computation(as_date(day, "day"))

    def due(self, column: object) -> Any:
        """Return the due dates of a column of trigger days, as a column of its kind.

        `column` is an array of ``datetime64[D]``, a column of Arrow, pandas or Polars,
        or an iterable of dates, which comes back as a list. A row without a date, or
        that met an error, has none; `table` says why.
        """
        read = read_column(column)
        return read.back(self._asker.answers(read).due)

    def safe(self, column: object) -> Any:
        """Return the dates for a calendar, right under every reading, as `due` does."""
        read = read_column(column)
        return read.back(self._asker.answers(read).safe)

    def table(self, column: object) -> DueTable:
        """Return due and safe dates with the codes of what was counted or refused."""
        read = read_column(column)
        return DueTable(read, self._asker.answers(read), (self._asker,))

    def between(self, first: date, last: date) -> DueTable:
        """Return the answers of every day from `first` through `last`, for a join.

        As a table of Arrow it is joined by DuckDB, Polars and Spark on its column
        ``trigger``, without Python where the rows are.
        """
        start, end = as_date(first, "first"), as_date(last, "last")
        if end < start:
            msg = f"last={end} is before first={start}. Give them the other way round."
            raise InvalidValueError(msg, field="last", value=end)
        days = np.arange(np.datetime64(start, "D"), np.datetime64(end, "D") + 1)
        return self.table(days)

    def for_batches(self, column: str, *, prefix: str = "") -> BatchQuestion:
        """Return the question in a form that any process can ask of batches of rows.

        `column` names the column of trigger days; `prefix` is put before the names of
        the columns that come back: ``due``, ``safe``, ``error``. `ask_dask` and
        `ask_spark` send it to their workers.
        """
        from legalcase.batch.engines.batch_question import BatchQuestion
        from legalcase.batch.engines.checking import check_prefix

        check_prefix(prefix)
        asker = self._asker
        columns = {"trigger": column}
        return BatchQuestion(asker, columns, law=asker.law, given={}, prefix=prefix)

    @property
    def patterns(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The ways of counting met so far, by their number: code and authority."""
        return self._asker.patterns
