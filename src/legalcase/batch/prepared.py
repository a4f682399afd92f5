"""PreparedQuestion: everything that is asked but the day, ready for columns of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.codes import NO_DATE, Patterns
from legalcase.batch.columns import NO_DAY, read_column
from legalcase.batch.day_table import Answers, DayTable
from legalcase.batch.due_table import DueTable
from legalcase.dates import as_date
from legalcase.errors import (
    CalendarOutOfBoundsError,
    ConflictingInputError,
    ExtensionBarredError,
    InvalidValueError,
    OutOfBoundsError,
    PeriodNotRunningError,
    ReadingNotCountedError,
    TooManyReadingsError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.batch.columns import Column
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = ["PreparedQuestion"]

#: What one day meets and another does not. Anything else is wrong with the question.
_OF_A_DAY: Final = (
    CalendarOutOfBoundsError,
    ExtensionBarredError,
    OutOfBoundsError,
    PeriodNotRunningError,
    ReadingNotCountedError,
    TooManyReadingsError,
)


class PreparedQuestion:
    """When something is due, to be asked of columns of trigger days.

    A question is asked of each distinct day once, by `Law.compute`, and its answers are
    kept: of 10,000 days some 130 kB. It can be pickled: what another process gets asks
    anew, under the same law.
    """

    __slots__ = ("_direction", "_given", "_law", "_table", "_trigger", "question")

    def __init__(
        self,
        question: str,
        *,
        law: Law,
        trigger: str | None = None,
        given: Mapping[str, Any] | None = None,
        patterns: Patterns | None = None,
    ) -> None:
        self.question = question
        self._law = law
        self._trigger = trigger
        self._given = dict(given or {})
        self._direction = "after"
        self._table = DayTable(self._ask, patterns or Patterns())

    def __repr__(self) -> str:
        """Return the question as it was asked."""
        given = {"trigger": self._trigger} if self._trigger is not None else {}
        said = [
            f"{name}={value!r}" for name, value in {**given, **self._given}.items()
        ]
        return f"<PreparedQuestion {', '.join([repr(self.question), *said])}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle the question, without its answers."""
        return _restore, (self.question, self._law, self._trigger, self._given)

    def checked(self, day: date) -> PreparedQuestion:
        """Return the question itself; raises what is wrong with it whatever the day."""
        try:
            self._ask(day)
        except _OF_A_DAY:
            pass
        return self

    def computation(self, day: date) -> Computation:
        """Return the computation from one day, with its whole argument.

        Raises what `compute` raises.
        """
        return self._ask(as_date(day, "day"))

    def due(self, column: object) -> Any:  # noqa: ANN401 - of the kind that was given
        """Return the due dates of a column of trigger days, as a column of its kind.

        `column` is an array of ``datetime64[D]``, a column of Arrow, pandas or Polars,
        or an iterable of dates, which comes back as a list. A row without a date, or
        that met an error, has none; `table` says why.
        """
        read = read_column(column)
        return read.back(self.answers(read).due)

    def safe(self, column: object) -> Any:  # noqa: ANN401 - as above
        """Return the dates for a calendar, right under every reading, as `due` does."""
        read = read_column(column)
        return read.back(self.answers(read).safe)

    def table(self, column: object) -> DueTable:
        """Return due and safe dates with the codes of what was counted or refused."""
        read = read_column(column)
        return DueTable.of(read, self.answers(read), self)

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

    def meaning(self, code: int) -> str:
        """Return what was said of the first row that met an error, by its code."""
        return self._table.text(code)

    @property
    def patterns(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The ways of counting met so far, by their number: code and authority."""
        return self._table.patterns.listed()

    def answers(self, column: Column) -> Answers:
        """Return the answers of a column that was read, a row without a date included."""
        if column.missing is None:
            return self._table.look_up(column.days)
        # A row without a date asks what another row asks, and its answer is dropped.
        known = column.days[~column.missing]
        if not known.size:
            return Answers.without_dates(column.days.size)
        found = self._table.look_up(
            np.where(column.missing, known[0], column.days).astype(np.int32)
        )
        found.due[column.missing] = NO_DAY
        found.safe[column.missing] = NO_DAY
        found.steps[column.missing] = 0
        found.error[column.missing] = NO_DATE
        return found

    def forget(self) -> None:
        """Let go of the answers that are kept; they are computed again when asked."""
        self._table.forget()

    def _ask(self, day: date) -> Computation:
        """Compute from one day, on the side of it to which the text looks."""
        anchor: Any = day if self._trigger is None else {self._trigger: day}
        try:
            return self._compute(self._direction, anchor)
        except ConflictingInputError as error:
            if error.field != self._direction:
                raise
            other = "before" if self._direction == "after" else "after"
            found = self._compute(other, anchor)
            self._direction = other
            return found

    def _compute(self, direction: str, anchor: object) -> Computation:
        asked: dict[str, Any] = {direction: anchor, **self._given}
        return self._law.compute(self.question, **asked)


def _restore(
    question: str, law: Law, trigger: str | None, given: Mapping[str, Any]
) -> PreparedQuestion:
    return PreparedQuestion(question, law=law, trigger=trigger, given=given)

