"""DayTable: the answers to one question by the day of its trigger, filled as asked.

What is beyond question is counted by arrays, many days at once, and all else by the
scalar engine; a property holds the two equal.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from legalcase.batch.by_day.straight_days import WAYS, counted
from legalcase.batch.codes import COMPUTED, NO_DATE, Patterns, error_code
from legalcase.batch.columns.column import EPOCH, NO_DAY, date_of
from legalcase.counting.argument.later import ready_for_more
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from numpy.typing import NDArray

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.later import Walks

__all__ = ["Answers", "DayTable"]

#: Of which no answer is there yet.
_UNKNOWN: Final = np.iinfo(np.uint8).max
#: So many rows are gathered at once.
_PART: Final = 1 << 15
#: A table grows by so many days on the side where it is too short.
_MARGIN: Final = 366
#: Days outside these years are answered one by one, and not kept: a mistake in a row
#: would make a table of all years.
_KEPT_YEARS: Final = (1850, 2150)
#: Fewer days than that are answered one by one.
_FEW: Final = 16
#: More days than there are in the years of the calendar.
_FAR: Final = 1 << 22


class Answers(NamedTuple):
    """What is due, row by row, in days from 1 January 1970, with the codes."""

    due: NDArray[np.int32]
    safe: NDArray[np.int32]
    steps: NDArray[np.uint32]
    error: NDArray[np.uint8]

    def put(self, rows: NDArray[np.intp] | slice, answers: Answers) -> None:
        """Put the answers of rows in their places."""
        self.due[rows] = answers.due
        self.safe[rows] = answers.safe
        self.steps[rows] = answers.steps
        self.error[rows] = answers.error

    @classmethod
    def empty(cls, size: int) -> Answers:
        """Return answers to be filled: none is known."""
        return cls(
            np.full(size, NO_DAY, dtype=np.int32),
            np.full(size, NO_DAY, dtype=np.int32),
            np.zeros(size, dtype=np.uint32),
            np.full(size, _UNKNOWN, dtype=np.uint8),
        )

    @classmethod
    def without_dates(cls, size: int) -> Answers:
        """Return the answers of rows that have no date."""
        return cls.empty(size)._replace(error=np.full(size, NO_DATE, dtype=np.uint8))


class DayTable:
    """The answers to one question, by the day of the trigger."""

    __slots__ = ("_ask", "_first", "_kept", "_lock", "patterns")

    def __init__(self, ask: Callable[[date], Computation], patterns: Patterns) -> None:
        self._ask = ask
        self._first = 0
        self._kept = Answers.empty(0)
        self._lock = Lock()
        self.patterns = patterns

    def forget(self) -> None:
        """Let go of the answers that are kept."""
        with self._lock:
            self._kept = Answers.empty(0)

    def look_up(self, days: NDArray[np.int32]) -> Answers:
        """Return the answers of days; what no one asked before is computed now."""
        if not days.size:
            return Answers.empty(0)
        low, high = int(days.min()), int(days.max())
        first, last = (_day_of_year(year) for year in _KEPT_YEARS)
        if low < first or high >= last:
            return self._apart(days, (days < first) | (days >= last))
        with self._lock:
            self._reach(low, high)
            found = _gathered(self._kept, days, self._first)
            if found.error.max() == _UNKNOWN:
                self._fill_all(self._not_known(days[found.error == _UNKNOWN]))
                found = _gathered(self._kept, days, self._first)
        return found

    def _apart(self, days: NDArray[np.int32], far: NDArray[np.bool_]) -> Answers:
        """Return the answers where some days lie far from all others."""
        found = Answers.empty(days.size)
        found.put(np.flatnonzero(~far), self.look_up(days[~far]))
        # Many rows can have the same: 9999-12-31 stands for none in many a database.
        apart, which = np.unique(days[far], return_inverse=True)
        their = Answers.empty(apart.size)
        with self._lock:
            for row, day in enumerate(apart.tolist()):
                self._fill(their, row, day)
        found.put(np.flatnonzero(far), _gathered(their, which.astype(np.int32), 0))
        return found

    def _reach(self, low: int, high: int) -> None:
        """Make the table reach from one day through another."""
        size = self._kept.error.size
        if size and self._first <= low and high < self._first + size:
            return
        if size:
            low, high = min(low, self._first), max(high, self._first + size - 1)
        start, end = low - _MARGIN, high + _MARGIN
        wider = Answers.empty(end - start + 1)
        if size:
            at = self._first - start
            wider.put(slice(at, at + size), self._kept)
        self._first, self._kept = start, wider

    def _not_known(self, days: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return days of which no answer is there, each once, in their order."""
        asked = np.zeros(self._kept.error.size, dtype=np.bool_)
        asked[days - self._first] = True
        return np.flatnonzero(asked).astype(np.int32) + np.int32(self._first)

    def _fill_all(self, days: NDArray[np.int32]) -> None:
        """Compute the answers from days, in their order, which nobody asked before.

        One by one; where that shows a straight count, as many at once as it holds for.
        """
        kept, first = self._kept, self._first
        row, tried = 0, -_FAR
        listed = days.tolist()
        while row < len(listed):
            day = listed[row]
            row += 1
            if kept.error[day - first] != _UNKNOWN:
                continue
            computation = self._fill(kept, day - first, day)
            if computation is None or day <= tried:
                continue
            more = ready_for_more(computation)
            if more is not None and more.holds is not None:
                tried = self._fill_stretch(more, more.holds, days[row:])

    def _fill_stretch(
        self, of: Walks, holds: tuple[date, date], days: NDArray[np.int32]
    ) -> int:
        """Compute the answers from as many of these days as a straight count gives.

        Returns the last day of which that was tried.
        """
        kept, first = self._kept, self._first
        last = min(holds[1].toordinal() - EPOCH, _FAR)
        within = days[days <= last].astype(np.int64)
        if within.size < _FEW:
            return last
        found = counted(of, within)
        ways = np.zeros(WAYS, dtype=np.uint32)
        for way in np.unique(found.way).tolist():
            day = date_of(int(found.days[(found.way == way).argmax()]))
            ways[way] = self.patterns.number(self._ask(day))
        rows = found.days - first
        kept.due[rows] = found.due
        kept.safe[rows] = found.safe
        kept.steps[rows] = ways[found.way]
        kept.error[rows] = COMPUTED
        return last

    def _fill(self, answers: Answers, row: int, day: int) -> Computation | None:
        """Compute the answer from one day; return it, unless the law refuses."""
        code, computation = COMPUTED, None
        try:
            computation = self._ask(date_of(day))
            if computation.is_running:
                answers.due[row] = _number(computation.due)
                answers.steps[row] = self.patterns.number(computation)
            answers.safe[row] = _number(computation.safe)
        except LegalCaseError as error:
            code = error_code(error)
        answers.error[row] = code
        return computation


def _gathered(kept: Answers, days: NDArray[np.int32], first: int) -> Answers:
    """Return the answers of days that a table reaches.

    By parts that stay in the memory nearest to the processor: in one piece it takes
    four times as long.
    """
    found = Answers.empty(days.size)
    for start in range(0, days.size, _PART):
        part = slice(start, start + _PART)
        rows = np.subtract(days[part], first, dtype=np.intp)
        kept.due.take(rows, out=found.due[part], mode="clip")
        kept.safe.take(rows, out=found.safe[part], mode="clip")
        kept.steps.take(rows, out=found.steps[part], mode="clip")
        kept.error.take(rows, out=found.error[part], mode="clip")
    return found


def _number(day: date) -> int:
    return int(np.datetime64(day, "D").astype(np.int64))


def _day_of_year(year: int) -> int:
    return int(np.datetime64(f"{year}-01-01", "D").astype(np.int64))
