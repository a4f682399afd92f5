"""CourtCalendar: when a court is open, and court-day arithmetic."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Self

from attrs import evolve, field, frozen

from legalcase.authority import Authority, Dispute
from legalcase.calendars.closures import (
    SHUTTING,
    WEEKEND,
    Closure,
    check_closures,
    check_text,
    digest_of,
)
from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.calendars.laid.bounds import beyond, not_known, unknown_mask
from legalcase.calendars.laid.layers import Entries, Laid, laid_out
from legalcase.calendars.laid.tables import RankTable, mask_of
from legalcase.dates import as_date
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.kept import Kept
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.calendars.entries.openings import Opening
    from legalcase.calendars.month import MonthGrid

__all__ = ["CourtCalendar"]

#: So many masks and lists of days are kept of a calendar.
_MOST: Final = 32


@frozen(kw_only=True, repr=False)
class CourtCalendar:
    """The days on which a court is open, over a horizon, with reasons.

    Two calendars are equal when their definition, the closures laid over it and the
    readings chosen are. Values are immutable and shared freely
    between threads; the tables are derived once, on first use.

    >>> import legalcase as lc
    >>> lc.calendar("us").is_open(date(2026, 7, 3))
    False
    """

    definition: CalendarDefinition
    overlay: tuple[Closure, ...] = ()
    choices: frozenset[tuple[str, str]] = frozenset()
    # Derived, so neither compared nor pickled.
    _laid: Laid | None = field(init=False, default=None, eq=False, repr=False)
    _masks: Kept[frozenset[str], tuple[bytes, bytes | None]] | None = field(
        init=False, default=None, eq=False, repr=False
    )
    _ranks: RankTable | None = field(init=False, default=None, eq=False, repr=False)
    _days: Kept[object, tuple[int, ...]] | None = field(
        init=False, default=None, eq=False, repr=False
    )

    def __repr__(self) -> str:
        """Return id, edition and horizon."""
        extra = f", {len(self.overlay)} more closures" if self.overlay else ""
        return (
            f"<CourtCalendar {self.id!r} {self.first} through {self.last}, "
            f"edition {self.edition}{extra}>"
        )

    def __getstate__(self) -> tuple[object, ...]:
        """Pickle what the calendar is; its tables are built again."""
        return self.definition, self.overlay, self.choices

    def __setstate__(self, state: tuple[object, ...]) -> None:
        """Restore what the calendar is, without tables."""
        names = ("definition", "overlay", "choices")
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)
        for name in ("_laid", "_masks", "_ranks", "_days"):
            object.__setattr__(self, name, None)

    @property
    def id(self) -> str:
        """The calendar's identifier."""
        return self.definition.id

    @property
    def name(self) -> str:
        """What the calendar lists."""
        return self.definition.name

    @property
    def edition(self) -> str:
        """A digest of the data that the calendar was made from, closures laid over."""
        if not self.overlay:
            return self.definition.edition
        return f"{self.definition.edition}+{digest_of(self.overlay)}"

    @property
    def first(self) -> date:
        """The first day that the calendar covers."""
        return self.definition.first

    @property
    def last(self) -> date:
        """The last day that the calendar covers."""
        return self.definition.last

    @property
    def disputed(self) -> dict[str, Dispute]:
        """Its disputed questions by full id (``"us#observed-friday"``), all bases'."""
        return {f"{own}#{d.id}": d for own, d in self.definition.owned_disputes()}

    def is_open(self, day: date) -> bool:
        """Tell whether the court is open on `day`.

        Shut are the weekend, the kinds of closure in `definition.closed_by`, and what
        was laid over it, of a kind that shuts a court; open is a day that it opens.
        Raises `CalendarOutOfBoundsError` outside the horizon, and past a table of
        dates that could close the day.
        """
        table = self._ranks or self._rank_table()
        index = self._index(day, table)
        self._check_known(table, index, index + 1)
        return table.before[index + 1] != table.before[index]

    def why_closed(self, day: date) -> Closure | None:
        """Return the closure that shuts the court on `day`, or ``None`` if none does.

        A holiday is named before the weekend that it falls on. Where a table of dates
        has ended, none is known; `is_open` says so.
        """
        table = self._ranks or self._rank_table()
        index = self._index(day, table)
        if table.before[index + 1] != table.before[index]:
            return None
        for closure in self.closures_on(day):
            laid_over = closure.kind in SHUTTING and closure in self.overlay
            if laid_over or closure.kind in self.definition.closed_by:
                return closure
        name = WEEKDAYS[day.weekday()].capitalize()
        authority = self.definition.weekend_authority(day.toordinal())
        return Closure(on=day, name=name, kind=WEEKEND, authority=authority)

    def opening_on(self, day: date) -> Opening | None:
        """Return what opens the court on a day that would be closed, or ``None``."""
        self._index(day, self._ranks or self._rank_table())
        return self.laid().openings.get(day.toordinal())

    def closures_on(self, day: date) -> tuple[Closure, ...]:
        """Return every closure entered for `day`, of any kind (weekends are none)."""
        self._index(day, self._ranks or self._rank_table())
        return tuple(
            Closure(on=day, name=name, kind=kind, authority=authority)
            for name, kind, authority in self.entries().get(day.toordinal(), ())
        )

    def closures(self, start: date, stop: date) -> tuple[Closure, ...]:
        """Return those of any kind from `start` up to, not including, `stop`."""
        first = as_date(start, "start").toordinal()
        days = map(date.fromordinal, range(first, as_date(stop, "stop").toordinal()))
        return tuple(closure for day in days for closure in self.closures_on(day))

    def add_court_days(self, day: date, count: int) -> date:
        """Return the court day `count` court days after `day` (before, if negative).

        From a closed day, the n-th court day is the n-th open day after it. Raises
        `InvalidValueError` for zero: say `next_open` or `previous_open`.

        >>> import legalcase as lc
        >>> lc.calendar("us").add_court_days(date(2026, 7, 1), 10)
        datetime.date(2026, 7, 16)
        """
        table = self._ranks
        if table is None:
            table = self._rank_table()
        if day.__class__ is not date:
            as_date(day, "day")
        index = day.toordinal() - table.first
        if not 0 <= index < table.length:
            raise self._out_of_bounds(day)
        if count.__class__ is not int:
            msg = (
                f"count must be a whole number of court days, not {shown(count)}. "
                "Pass 10."
            )
            raise InvalidTypeError(msg, field="count", value=count)
        if count > 0:
            position = table.before[index + 1] + count - 1
        elif count < 0:
            position = table.before[index] + count
            if position < 0:
                raise beyond(self.definition, day, count)
        else:
            msg = (
                "0 court days from a day is no court day in particular. Ask "
                "next_open(day) or previous_open(day)."
            )
            raise InvalidValueError(msg, field="count", value=count)
        try:
            found = table.opens[position]
        except IndexError:
            raise beyond(self.definition, day, count) from None
        if table.doubtful is not None:
            # Of days counted back, that from which it is counted is not looked at.
            place = found.toordinal() - table.first
            low, high = (index + 1, place + 1) if count > 0 else (place, index)
            self._check_known(table, low, high)
        return found

    def count_court_days(self, start: date, stop: date) -> int:
        """Return how many court days lie from `start` up to, not including, `stop`.

        Negative if `stop` is the earlier, so that counts add up.
        """
        table = self._ranks or self._rank_table()
        before = table.before
        # stop may be the day after the last: it is not itself looked at.
        stop_index = as_date(stop, "stop").toordinal() - table.first
        if stop_index != table.length:
            stop_index = self._index(stop, table)
        start_index = as_date(start, "start").toordinal() - table.first
        if start_index != table.length:
            start_index = self._index(start, table)
        self._check_known(table, start_index, stop_index)
        return before[stop_index] - before[start_index]

    def next_open(self, day: date) -> date:
        """Return the first open day on or after `day`."""
        table = self._ranks or self._rank_table()
        index = self._index(day, table)
        position = table.before[index]
        if position == len(table.opens):
            raise beyond(self.definition, day, 1)
        found = table.opens[position]
        self._check_known(table, index, found.toordinal() - table.first + 1)
        return found

    def previous_open(self, day: date) -> date:
        """Return the last open day on or before `day`."""
        table = self._ranks or self._rank_table()
        index = self._index(day, table)
        position = table.before[index + 1] - 1
        if position < 0:
            raise beyond(self.definition, day, -1)
        found = table.opens[position]
        self._check_known(table, found.toordinal() - table.first, index + 1)
        return found

    def with_closure(
        self, day: date, name: str, kind: str, *, authority: str | Authority
    ) -> Self:
        """Return a copy that is closed on `day` as well.

        `kind` is a word such as ``"office-closed"``; `authority` cites the order.
        """
        self._index(day, self._ranks or self._rank_table())
        if not isinstance(authority, Authority):
            check_text("authority", authority)
            authority = Authority(cite=authority)
        closure = Closure(on=day, name=name, kind=kind, authority=authority)
        return self.with_closures((closure,))

    def with_closures(self, closures: Iterable[Closure]) -> Self:
        """Return a copy with those closures laid over it.

        Raises `UnknownNameError` for a kind that neither all calendars nor this has.
        """
        given = check_closures(closures, self.definition.closed_by, self.entries)
        overlay = tuple(sorted({*self.overlay, *given}, key=lambda c: (c.on, c.name)))
        return evolve(self, overlay=overlay)

    def under(self, choices: frozenset[tuple[str, str]]) -> Self:
        """Return the calendar under the readings chosen, as (dispute id, reading).

        They add to those that were chosen before.
        """
        definition = self.definition.under(choices)
        return evolve(self, definition=definition, choices=self.choices | choices)

    def month(self, year: int, month: int) -> MonthGrid:
        """Return the grid of a month, closed days named."""
        from legalcase.calendars.month import MonthGrid

        return MonthGrid.of_calendar(self, year, month)

    def laid(self) -> Laid:
        """Return all its closures by ordinal, and the days that it opens."""
        if self._laid is None:
            found = laid_out(self.definition, self.overlay)
            object.__setattr__(self, "_laid", found)
            return found
        return self._laid

    def entries(self) -> Entries:
        """Return all closures by ordinal as (name, kind, authority)."""
        return self.laid().entries

    def mask(self, kinds: frozenset[str]) -> bytes:
        """Return one byte a day over the horizon, 1 where weekend or one of `kinds`."""
        return self._both_masks(kinds)[0]

    def unknown(self, kinds: frozenset[str]) -> bytes | None:
        """Return the same, 1 where one of `kinds` may fall, nobody knows; or none."""
        return self._both_masks(kinds)[1]

    def _both_masks(self, kinds: frozenset[str]) -> tuple[bytes, bytes | None]:
        masks = self._masks
        if masks is None:
            masks = Kept(_MOST)
            object.__setattr__(self, "_masks", masks)
        found = masks.get(kinds)
        if found is None:
            mask = mask_of(self.definition, self.laid(), kinds)
            found = masks[kinds] = (mask, unknown_mask(self.definition, kinds))
        return found

    def days_of_kinds(self, kinds: frozenset[str]) -> tuple[int, ...]:
        """Return the ordinals of the days with a closure of one of `kinds`, sorted."""
        return self._cached_days(
            kinds,
            lambda: {
                day
                for day, entries in self.entries().items()
                if any(kind in kinds for _, kind, _ in entries)
            },
        )

    def days_in_dispute(
        self, dispute: str, readings: tuple[str, ...]
    ) -> tuple[int, ...]:
        """Return the ordinals of the days whose closures a dispute changes, sorted."""
        key = (dispute, readings)
        return self._cached_days(key, lambda: self._changed_by(dispute, readings))

    def _changed_by(self, dispute: str, readings: tuple[str, ...]) -> set[int]:
        mine = self.laid().by_day()
        changed: set[int] = set()
        for reading in readings:
            other = self.under(frozenset({(dispute, reading)})).laid().by_day()
            changed |= {
                day for day in mine.keys() | other if mine.get(day) != other.get(day)
            }
        return changed

    def _cached_days(
        self, key: object, find: Callable[[], set[int]]
    ) -> tuple[int, ...]:
        days = self._days
        if days is None:
            days = Kept(_MOST)
            object.__setattr__(self, "_days", days)
        found = days.get(key)
        if found is None:
            found = days[key] = tuple(sorted(find()))
        return found

    def _rank_table(self) -> RankTable:
        """Build the table of the calendar's own closed days, and keep it."""
        mask = self.mask(self.definition.closed_by)
        if self.overlay:
            shut = bytearray(mask)
            for closure in self.overlay:
                if closure.kind in SHUTTING and self.first <= closure.on <= self.last:
                    shut[(closure.on - self.first).days] = 1
            mask = bytes(shut)
        unknown = self.unknown(self.definition.closed_by)
        table = RankTable(self.first.toordinal(), mask, unknown)
        object.__setattr__(self, "_ranks", table)
        return table

    def _index(self, day: date, table: RankTable) -> int:
        index = as_date(day, "day").toordinal() - table.first
        if not 0 <= index < table.length:
            raise self._out_of_bounds(day)
        return index

    def _check_known(self, table: RankTable, start: int, stop: int) -> None:
        """Raise if a day between two places could be closed, and nobody knows."""
        doubt = None if table.doubtful is None else table.first_doubt(start, stop)
        if doubt is not None:
            raise not_known(self.definition, doubt)

    def _out_of_bounds(self, day: date) -> CalendarOutOfBoundsError:
        return CalendarOutOfBoundsError.of(self.id, day, self.first, self.last)

    def _repr_html_(self) -> str:
        from legalcase.calendars.month import calendar_html

        return calendar_html(self)
