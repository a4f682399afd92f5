"""What is entered in a calendar: holidays, closures by date, and what it lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.authority import Authority
    from legalcase.calendars.entries.falls import Falls
    from legalcase.calendars.entries.observance import Observance

__all__ = ["Gap", "Holiday", "SpecialClosure"]


@frozen(kw_only=True)
class Holiday:
    """A holiday that returns every year, or every few years: by rule, or as gazetted.

    `to` is its last day, where it lasts several days (of the next year, where that is
    earlier in the year than the first). `first` and `last` are tested on the nominal
    date, of several days on each, both inclusive; `every` is (step in years, a year
    in which it fell), and `not_in` years in which it did not, by its first day.

    `on` are, in place of `falls`, the dates given out: (first day, last day, authority
    if not the holiday's), in order. They are all that fell within `covers`, both ends
    included, or from the first to the last of them; else nobody knows the day, which
    can lie in the parts of the year that `windows` are, or anywhere. `further` are
    kinds of closure that it is besides `kind`.
    """

    id: str
    name: str
    kind: str
    authority: Authority
    falls: Falls | None = None
    first: date | None = None
    last: date | None = None
    every: tuple[int, int] | None = field(default=None)
    not_in: tuple[int, ...] = ()
    observance: Observance | None = None
    to: Falls | None = None
    on: tuple[tuple[date, date, Authority | None], ...] = field(default=())
    covers: tuple[date, date] | None = None
    windows: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    further: tuple[str, ...] = ()

    @on.validator
    def _check_on(self, _: object, value: tuple[object, ...]) -> None:
        if (self.falls is None) != bool(value):
            msg = (
                f"The holiday {shown(self.id)} needs one of falls and on. Say by which "
                "rule it falls, or on which dates."
            )
            raise InvalidValueError(msg, field="on", value=value)

    @every.validator
    def _check_every(self, _: object, value: tuple[int, int] | None) -> None:
        if value is not None and value[0] < 1:
            msg = (
                f"A holiday cannot return every {shown(value[0])} years. Give 1 or "
                "more."
            )
            raise InvalidValueError(msg, field="every", value=value)

    def days_in(self, year: int) -> Iterable[int]:
        """Return the ordinals of its nominal days that begin in `year`, in order."""
        if self.on:
            return self._given_in(year)
        if self.to is None or self.falls is None:
            day = self.nominal_in(year)
            return () if day is None else (day,)
        if year in self.not_in or not self._is_its_turn(year):
            return ()
        if not date.min.year < year < date.max.year:
            return ()
        start, end = self.falls.ordinal_in(year), self.to.ordinal_in(year)
        if end < start:
            end = self.to.ordinal_in(year + 1)
        first, last = self.first or date.min, self.last or date.max
        return range(max(start, first.toordinal()), min(end, last.toordinal()) + 1)

    def nominal_in(self, year: int) -> int | None:
        """Return the ordinal of its nominal day in `year`, if it falls then."""
        falls = self.falls
        if falls is None or year in self.not_in or not self._is_its_turn(year):
            return None
        first, last = self.first or date.min, self.last or date.max
        # The year first: it can tell without finding Easter.
        if not first.year <= year <= last.year:
            return None
        day = falls.ordinal_in(year)
        return day if first.toordinal() <= day <= last.toordinal() else None

    def _given_in(self, year: int) -> Iterable[int]:
        low = (self.first or date.min).toordinal()
        high = (self.last or date.max).toordinal()
        for start, end, _ in self.on:
            if start.year == year:
                first, last = max(start.toordinal(), low), min(end.toordinal(), high)
                yield from range(first, last + 1)

    def _row_of(self, day: int) -> tuple[date, date, Authority | None] | None:
        """Return the dates given out that hold a day."""
        for row in self.on:
            if row[0].toordinal() <= day <= row[1].toordinal():
                return row
        return None

    def lasts(self, day: int) -> bool:
        """Tell whether a nominal day is one of several in a row."""
        row = self._row_of(day)
        return self.to is not None if row is None else row[0] != row[1]

    def authority_on(self, day: int) -> Authority:
        """Return on what a nominal day rests: its own gazette, or the holiday's."""
        row = self._row_of(day)
        return self.authority if row is None or row[2] is None else row[2]

    @property
    def known(self) -> tuple[date, date] | None:
        """The first and the last date between which all its dates are given out."""
        if not self.on:
            return None
        return self.covers or (self.on[0][0], max(end for _, end, _ in self.on))

    def not_covered(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Yield the parts of a span in which nobody knows its day."""
        known = self.known or (first, last)
        low, high = known[0].toordinal(), known[1].toordinal()
        start = max(first, self.first or first).toordinal()
        stop = min(last, self.last or last).toordinal()
        for begin, end in ((start, min(stop, low - 1)), (max(start, high + 1), stop)):
            if begin <= end:
                yield date.fromordinal(begin), date.fromordinal(end)

    def _is_its_turn(self, year: int) -> bool:
        if self.every is None:
            return True
        step, since = self.every
        return year >= since and (year - since) % step == 0


@frozen(kw_only=True)
class SpecialClosure:
    """Days that were closed once, by proclamation or order; both ends included."""

    id: str
    first: date
    last: date
    name: str
    kind: str
    authority: Authority
    further: tuple[str, ...] = ()


@frozen(kw_only=True)
class Gap:
    """Days that a calendar lacks: what they are, and when they can fall.

    `falls` is their day of the year, where it is known; `windows` are the parts of the
    year, as (month, day) pairs, both ends included; with neither they can fall at any
    time. `first` and `last` bound the years, ``None`` where open.
    """

    text: str
    first: date | None = None
    last: date | None = None
    windows: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    falls: Falls | None = None

    def can_hold(self, day: date) -> bool:
        """Tell whether one of the days that are missing could be `day`."""
        if not (self.first or date.min) <= day <= (self.last or date.max):
            return False
        if self.falls is not None:
            return self.falls.ordinal_in(day.year) == day.toordinal()
        place = (day.month, day.day)
        return not self.windows or any(
            low <= place <= high if low <= high else place >= low or place <= high
            for low, high in self.windows
        )
