"""Recesses and tolling: the windows in which a period does not run."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.kept import Kept

if TYPE_CHECKING:
    from legalcase.counting.rules.parts.suspension import Suspension
    from legalcase.counting.rules.venue import ClosedDays
    from legalcase.dates import DateRange

__all__ = ["Windows"]

_LAST: Final = date.max.toordinal()
#: Of so many spans of years the windows are kept.
_MOST: Final = 64


class Windows:
    """The windows of a recess and of stays, as ranges of ordinals, both inclusive.

    `closed` are the days of the calendars in which a recess stands, if it does.
    """

    __slots__ = (
        "_closed",
        "_first",
        "_fixed",
        "_known",
        "_last",
        "_recess",
        "_stays",
        "_tolls",
        "_yearly",
    )

    def __init__(
        self,
        recess: Suspension | None,
        stays: tuple[DateRange, ...],
        closed: ClosedDays | None = None,
        tolls: tuple[Suspension, ...] = (),
    ) -> None:
        self._recess = recess
        self._tolls = tolls
        # Of a recess there is a day wherever no order and no stay is.
        self._stays = [
            (stay.start.toordinal(), stay.last.toordinal()) for stay in stays
        ]
        self._yearly = () if recess is None else recess.windows
        self._closed = closed
        # By the years looked at: a long period asks of each of its days.
        self._known: Kept[range, list[tuple[int, int]]] = Kept(_MOST)
        fixed = [*self._stays, *(toll.dates for toll in tolls if toll.dates)]
        for calendar, kinds in () if closed is None else closed.sources:
            fixed += ((day, day) for day in calendar.days_of_kinds(kinds))
        self._fixed = _merged(fixed)
        self._first = min((first for first, _ in self._fixed), default=_LAST)
        self._last = max((last for _, last in self._fixed), default=1)

    def sources(self, window: tuple[int, int]) -> list[Suspension | None]:
        """Return what stands behind a window: orders, recess, ``None`` for stays."""
        first, last = window
        tolls = [
            toll
            for toll in self._tolls
            if toll.dates and toll.dates[0] <= last and toll.dates[1] >= first
        ]
        stays = [one for one in self._stays if one[0] <= last and one[1] >= first]
        found: list[Suspension | None] = [*tolls]
        spans = _merged([*stays, *(toll.dates for toll in tolls if toll.dates)])
        whole = any(low <= first and last <= high for low, high in spans)
        if self._recess is not None and not whole:
            found.append(self._recess)
        return [*found, None] if stays else found

    def clause(self, window: tuple[int, int]) -> str:
        """Return the citations of what stands behind a window."""
        clauses = [one.clause for one in self.sources(window) if one is not None]
        return "; ".join(dict.fromkeys(clauses)) or "suspension as given"

    def around(self, ordinal: int) -> tuple[int, int] | None:
        """Return the window that holds the day, if one does.

        Raises `CalendarOutOfBoundsError` where nobody knows: no calendar reaches it.
        """
        self._check(ordinal)
        windows = self._in_years(ordinal, ordinal)
        place = bisect_right(windows, ordinal, key=_first) - 1
        if place >= 0 and ordinal <= windows[place][1]:
            return windows[place]
        return None

    def between(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the windows that touch the days `first` through `last`, in order.

        Raises as `around` does.
        """
        if first <= last:
            self._check(first)
            self._check(last)
            if self._closed is not None:
                self._closed.check_known(first, last)
        return [
            window
            for window in self._in_years(first, last)
            if window[0] <= last and window[1] >= first
        ]

    def _check(self, ordinal: int) -> None:
        closed = self._closed
        if closed is not None and not closed.first <= ordinal <= closed.last:
            raise closed.out_of_bounds(ordinal)
        if closed is not None:
            closed.check_known(ordinal, ordinal)

    def _in_years(self, first: int, last: int) -> list[tuple[int, int]]:
        if not self._yearly:
            return self._fixed
        # A year more on both sides, and all years of the others: a window that
        # touches another is one with it, whichever day is asked about.
        low, high = min(first, self._first), max(last, self._last)
        years = range(
            max(date.fromordinal(low).year - 1, date.min.year),
            min(date.fromordinal(high).year + 2, date.max.year),
        )
        known = self._known.get(years)
        if known is not None:
            return known
        windows = list(self._fixed)
        for year in years:
            for start, end in self._yearly:
                # A window such as 24 December to 6 January ends the next year.
                end_year = year + 1 if end < start else year
                windows.append(
                    (date(year, *start).toordinal(), date(end_year, *end).toordinal())
                )
        found = self._known[years] = _merged(windows)
        return found


def _first(window: tuple[int, int]) -> int:
    return window[0]


def _merged(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the union of the windows, in order."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(windows):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
