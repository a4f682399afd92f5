"""Recesses and tolling: the windows in which a period does not run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalcase.counting.settings import Suspension
    from legalcase.dates import DateRange

__all__ = ["Windows"]


class Windows:
    """The windows of a recess and of stays, as ranges of ordinals, both inclusive."""

    __slots__ = ("_recess", "_stays", "clause")

    def __init__(self, recess: Suspension | None, stays: tuple[DateRange, ...]) -> None:
        self._recess = recess
        self._stays = [
            (stay.start.toordinal(), stay.last.toordinal()) for stay in stays
        ]
        self.clause = recess.clause if recess is not None else "suspension as given"

    def around(self, ordinal: int) -> tuple[int, int] | None:
        """Return the window that holds the day, if one does."""
        for first, last in self._in_years(ordinal, ordinal):
            if first <= ordinal <= last:
                return first, last
        return None

    def between(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the windows that touch the days `first` through `last`, in order."""
        return [
            window
            for window in self._in_years(first, last)
            if window[0] <= last and window[1] >= first
        ]

    def _in_years(self, first: int, last: int) -> list[tuple[int, int]]:
        windows = list(self._stays)
        if self._recess is not None:
            # A year more on both sides, and all years of the stays: a window that
            # touches another is one with it, whichever day is asked about.
            low = min([first, *(start for start, _ in windows)])
            high = max([last, *(end for _, end in windows)])
            years = range(
                max(date.fromordinal(low).year - 1, date.min.year),
                min(date.fromordinal(high).year + 2, date.max.year),
            )
            for year in years:
                for start, end in self._recess.windows:
                    # A window such as 24 December to 6 January ends the next year.
                    end_year = year + 1 if end < start else year
                    windows.append(
                        (
                            date(year, *start).toordinal(),
                            date(end_year, *end).toordinal(),
                        )
                    )
        return _merged(windows)


def _merged(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the union of the windows, in order."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(windows):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
