"""DueTable: what is due, row by row, with what each row rests on."""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING, Any, Final, Literal, SupportsIndex

import numpy as np

from legalcase.batch.codes import COMPUTED, ERRORS, NO_DATE, ErrorMeaning
from legalcase.batch.columns.column import NO_DAY, Column, date_of
from legalcase.batch.columns.reading import read_column
from legalcase.batch.door import arrow
from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.markup import Table
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from legalcase.batch.by_day.asker import Asker
    from legalcase.batch.by_day.day_table import Answers
    from legalcase.counting.argument.computation import Computation

__all__ = ["DueTable"]

#: So many rows are shown of a table that prints itself.
_SHOWN: Final = 10


class DueTable:
    """What is due, row by row: dates, and codes for what was counted or refused.

    `due` and `safe` are columns of the kind that was given; `steps` and `error` arrays
    of codes, whose meanings are `patterns` and `errors`. Nothing is raised for a row:
    where there is no date, `error` says why.
    """

    __slots__ = ("_answers", "_asked", "_column", "_patterns", "_which")

    def __init__(
        self,
        column: Column,
        answers: Answers,
        asked: Sequence[Asker],
        which: NDArray[np.intp] | None = None,
        patterns: tuple[tuple[tuple[str, str], ...], ...] | None = None,
    ) -> None:
        self._column = column
        if patterns is None:
            patterns = asked[0].patterns if asked else ((),)
        self._patterns = patterns
        self._answers = answers
        self._asked = asked
        self._which = which

    def __len__(self) -> int:
        """Return how many rows there are."""
        return int(self._answers.error.size)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle the answers; a column of the kind that was given brings its kind."""
        its = (self._column.days, self._column.missing, self._answers)
        return _restore, (self.due, *its, self._asked, self._which, self._patterns)

    @property
    def arrays(self) -> Answers:
        """Due, safe, steps and error as arrays, whatever kind the column is of.

        Days are counted from 1 January 1970; a row that has none has the least number.
        """
        return self._answers

    @property
    def due(self) -> Any:
        """The due dates, in the reading that the law adopts, as `Computation.due`."""
        return self._column.back(self._answers.due)

    @property
    def safe(self) -> Any:
        """The dates for a calendar, right under every reading: `Computation.safe`."""
        return self._column.back(self._answers.safe)

    @property
    def steps(self) -> NDArray[np.uint32]:
        """The way in which each row was counted: the number of one of `patterns`."""
        return self._answers.steps

    @property
    def patterns(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The ways of counting, by number: (code of the step, authority) each."""
        return self._patterns

    @property
    def error(self) -> NDArray[np.uint8]:
        """The code of what each row met, 0 where it was computed: see `errors`."""
        return self._answers.error

    @property
    def errors(self) -> tuple[ErrorMeaning, ...]:
        """What the codes in this table mean, with what the first such row was told.

        A name is a class of `legalcase.errors`, or ``"no-date"``. The numbers are those
        of `ERRORS`, everywhere and always.
        """
        found = []
        for code in np.unique(self.error).tolist():
            if code == COMPUTED:
                continue
            text = "The row has no date. Nothing was computed for it."
            if code != NO_DATE:
                text = self._met(int((self.error == code).argmax()))
            found.append(ErrorMeaning(code, ERRORS[code], text))
        return tuple(found)

    def computation(self, row: SupportsIndex) -> Computation:
        """Return the computation of a row, with its whole argument.

        Raises `InvalidValueError` for a row that is not there or has no date, and what
        `compute` raises.
        """
        at = self._row(row)
        if self._column.missing is not None and self._column.missing[at]:
            msg = f"Row {at} has no date. Ask for one that has."
            raise InvalidValueError(msg, field="row", value=row)
        return self._question(at).computation(date_of(int(self._column.days[at])))

    def explain(
        self, row: SupportsIndex, form: Literal["text", "markdown", "html"] = "text"
    ) -> str:
        """Return the steps of a row, with authorities, as `Computation.explain`."""
        return self.computation(row).explain(form)

    def to_arrow(self) -> Any:
        """Return a Table of Arrow: trigger, due, safe, steps, error.

        The dates are ``date32``, the codes ``int32`` and ``int16``, for Spark knows no
        unsigned numbers; a row has null for what it does not have.
        """
        lib = arrow()
        found = self._answers
        columns = {
            "trigger": (self._column.days, self._column.missing),
            "due": (found.due, found.due == NO_DAY),
            "safe": (found.safe, found.safe == NO_DAY),
        }
        made = {
            name: lib.array(days, mask=absent).cast(lib.date32())
            for name, (days, absent) in columns.items()
        }
        made["steps"] = lib.array(found.steps.astype(np.int32))
        made["error"] = lib.array(found.error.astype(np.int16))
        return lib.table(made)

    def __repr__(self) -> str:
        """Return how many rows there are, and how many have no date."""
        wrong = int((self.error != COMPUTED).sum())
        said = f", {wrong} without an answer" if wrong else ""
        return f"<DueTable of {len(self)} rows{said}>"

    def __str__(self) -> str:
        """Return the first rows as text."""
        return self._drawn().text()

    def _repr_html_(self) -> str:
        return self._drawn().html()

    def _drawn(self) -> Table:
        size = len(self)
        more = f", the first {_SHOWN}" if size > _SHOWN else ""
        table = Table(
            f"{self!r}"[1:-1] + more, ("row", "trigger", "due", "safe", "error")
        )
        found, missing = self._answers, self._column.missing
        for row in range(min(size, _SHOWN)):
            no_date = missing is not None and bool(missing[row])
            days = (found.due[row], found.safe[row])
            table.add(
                str(row),
                "" if no_date else str(date_of(int(self._column.days[row]))),
                *("" if day == NO_DAY else str(date_of(int(day))) for day in days),
                "" if found.error[row] == COMPUTED else ERRORS[int(found.error[row])],
            )
        return table

    def _met(self, row: int) -> str:
        """Return what is said of a row that met an error."""
        try:
            # What is wrong with the safe date alone is met when it is asked for.
            _ = self.computation(row).safe
        except LegalCaseError as error:
            return str(error)
        return ""  # pragma: no cover - the same question is answered the same again

    def _question(self, row: int) -> Asker:
        return self._asked[0 if self._which is None else int(self._which[row])]

    def _row(self, row: object) -> int:
        # What NumPy finds by its codes are numbers of its own.
        if isinstance(row, (bool, np.bool_)) or not hasattr(row, "__index__"):
            msg = f"A row is a whole number, not {shown(row)}. Count from 0."
            raise InvalidTypeError(msg, field="row", value=row)
        row = index(row)
        size = len(self)
        if not -size <= row < size:
            msg = f"There is no row {row}: the table has {size}. Count from 0."
            raise InvalidValueError(msg, field="row", value=row)
        return row % size


def _restore(
    kind: object,
    days: NDArray[np.int32],
    missing: NDArray[np.bool_] | None,
    *its: Any,
) -> DueTable:
    return DueTable(Column(days, missing, read_column(kind).back), *its)
