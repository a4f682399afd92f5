"""Periods, ranges of dates and the arithmetic of months; the one door to dateutil."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from attrs import field, frozen

from legalcase.compound import (
    parts_of_iso,
    parts_of_text,
    parts_of_unit,
    unit_of,
    written,
)
from legalcase.errors import InvalidPeriodError, InvalidTypeError, InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

__all__ = [
    "UNITS",
    "DateRange",
    "Period",
    "add_months",
    "as_date",
    "by_clock_of",
    "by_court_clock",
    "day_at_court",
    "easter_sunday",
    "month_and_day",
    "own_day",
    "zone_named",
]

#: Units of a period, as they are written in the singular.
UNITS: Final = ("day", "court day", "clear day", "week", "month", "year", "hour")

_TEXT: Final = re.compile(
    r"(?P<number>\d{1,5}) *(?P<unit>(?:court |clear )?day|week|month|year|hour)s?",
    re.ASCII,
)
_ISO: Final = re.compile(
    r"P(?:(?P<number>\d{1,5})(?P<unit>[DWMY])|T(?P<hours>\d{1,5})H)", re.ASCII
)
_NEGATIVE: Final = re.compile(r"^P?-|- *\d")
_ISO_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LARGEST: Final = {"hour": 24 * 36525, "year": 100, "month": 1200, "week": 5218}
_LARGEST_DAYS: Final = 36525
#: Longer text is no period, however many blanks are in it.
_LONGEST_TEXT: Final = 64
_HELP: Final = (
    "Write one number and one unit, such as '21 days', '16 court days', "
    "'3 clear days', '2 weeks', '6 months', '1 year', '72 hours' or 'P21D'."
)


@frozen
class Period:
    """A length of time as a rule states it: a number and one unit, or several.

    `number` is at least one; `unit` is one of `UNITS` (``"day"``, ``"court day"``,
    ``"clear day"``, ``"week"``, ``"month"``, ``"year"``, ``"hour"``). A period of
    several units has the others in its `unit`, and each of them in its `parts`.

    >>> Period.parse("16 court days")
    Period(number=16, unit='court day')
    >>> str(Period.parse("P3M"))
    '3 months'
    >>> Period.parse("1 year and 90 days").parts
    (Period(number=1, unit='year'), Period(number=90, unit='day'))
    """

    number: int = field()
    unit: str = field()

    @number.validator
    def _check_number(self, _: object, value: object) -> None:
        if type(value) is not int:
            msg = f"{shown(value)} is no whole number of units. {_HELP}"
            raise InvalidPeriodError(msg, field="number", value=value)
        if value < 1:
            msg = (
                f"A period of {shown(value)} is none: it must be at least one. {_HELP}"
            )
            raise InvalidPeriodError(msg, field="number", value=value)

    @unit.validator
    def _check_unit(self, _: object, value: object) -> None:
        if value not in UNITS:
            if isinstance(value, str) and self._several(value):
                return
            msg = f"{shown(value)} is no unit of time here. {_HELP}"
            raise InvalidPeriodError(msg, field="unit", value=value)
        if self.number > _LARGEST.get(self.unit, _LARGEST_DAYS):
            msg = f"{shown(self.number)} {self.unit}s is over a century. {_HELP}"
            raise InvalidPeriodError(msg, field="number", value=self.number)

    def _several(self, unit: str) -> bool:
        """Tell whether a unit is that of a period of several; each must be a period."""
        parts = parts_of_unit(self.number, unit)
        for part in parts or ():
            type(self)(*part)
        return parts is not None

    @property
    def parts(self) -> tuple[Period, ...]:
        """What is counted one after the other: of a period of one unit, itself."""
        parts = parts_of_unit(self.number, self.unit)
        return (self,) if parts is None else tuple(Period(*part) for part in parts)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period: ``"21 days"``, ``"3 clear days"``, ISO 8601 (``"P21D"``).

        Of several units, of days, weeks, months and years, the longest comes first:
        ``"1 year and 90 days"``, ``"P1Y90D"``. Capitals, blanks around it and the one
        after the number make no difference.
        Raises `InvalidPeriodError` for anything else: zero, negative, or words that
        are no period; and `InvalidTypeError` for what is no text.
        """
        _check_text(text)
        if len(text) > _LONGEST_TEXT:
            raise _unreadable(text)
        return cls._parse(text)

    @classmethod
    @lru_cache(maxsize=512)
    def _parse(cls, text: str) -> Self:
        if match := _TEXT.fullmatch(text.strip().lower()):
            return cls(int(match["number"]), match["unit"])
        if match := _ISO.fullmatch(text):
            if match["hours"]:
                return cls(int(match["hours"]), "hour")
            return cls(int(match["number"]), _ISO_UNITS[match["unit"]])
        if parts := parts_of_text(text.strip().lower()) or parts_of_iso(text):
            return cls(parts[0][0], unit_of(parts))
        raise _unreadable(text)

    def __str__(self) -> str:
        """Write the period as a rule would: ``"21 days"``."""
        return written(self.number, self.unit)


def _check_text(text: object) -> None:
    if not isinstance(text, str):
        msg = (
            f"A period is read from text, not from {type(text).__name__} "
            f"{shown(text)}. {_HELP}"
        )
        raise InvalidTypeError(msg, field="period", value=text)


def _unreadable(text: str) -> InvalidPeriodError:
    why = "is not a period"
    if _NEGATIVE.search(text):
        why = "is negative; say before= or after= instead"
    elif "business" in text or "working" in text:
        why = "is not a period; the days on which a court sits are 'court days'"
    elif re.search(r"\d[.,]\d", text):
        why = "has a fraction; a period is a whole number of one unit"
    elif len(re.findall(r"\d+", text)) > 1:
        why = (
            "has more than one number; of several units, years, months, weeks and "
            "days, the longest comes first and each once: '1 year and 90 days'"
        )
    return InvalidPeriodError(
        f"{shown(text)} {why}. {_HELP}", field="period", value=text
    )


def as_date(value: object, name: str) -> date:
    """Return `value` if it is a `date` and nothing more.

    Raises `InvalidTypeError` for a `datetime` (and so for a pandas timestamp) and
    for anything else: text is not parsed.
    """
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        msg = (
            f"{name} needs a date, and {shown(value)} is a date and time. "
            f"Pass value.date(), in the court's time zone."
        )
        raise InvalidTypeError(msg, field=name, value=value)
    msg = (
        f"{name} needs a datetime.date, not {type(value).__name__} {shown(value)}. "
        "Dates are not read from text here: pass date(2026, 6, 3), say."
    )
    raise InvalidTypeError(msg, field=name, value=value)


def zone_named(name: str) -> tzinfo:
    """Return a time zone by its name of the IANA.

    Raises `InvalidValueError` for a name that the zones at hand lack.
    """
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        msg = (
            f"{shown(name)} is no time zone that is known here. Give a name such as "
            "'Europe/London', or bring the package tzdata up to date."
        )
        raise InvalidValueError(msg, field="zone", value=name) from error


def by_clock_of(moment: datetime, zone: str) -> datetime:
    """Return an aware instant by the clock of a zone.

    Raises `InvalidValueError` where the calendar of dates ends before it has a day.
    """
    try:
        return moment.astimezone(zone_named(zone))
    except OverflowError:
        msg = (
            f"{moment} has no day in {zone}: it lies at the end of what dates can say. "
            "Check the year."
        )
        raise InvalidValueError(msg, field="trigger", value=moment) from None


def by_court_clock(moment: datetime, zones: tuple[str, ...]) -> datetime:
    """Return an aware instant by the clock of a court that sits in `zones`.

    Of several, by that on which the day is the earliest; without any, as it is.
    """
    return min(
        (by_clock_of(moment, zone) for zone in zones), key=own_day, default=moment
    )


def day_at_court(moment: date | datetime, zones: tuple[str, ...]) -> date:
    """Return the day of an instant at a court that sits in `zones`; a day is itself.

    At half past five in the afternoon of Los Angeles it is the next day in UTC. Of
    several zones the earliest day; without any, that by the clock the instant bears.
    """
    if not isinstance(moment, datetime):
        return moment
    return own_day(by_court_clock(moment, zones))


def own_day(moment: date | datetime) -> date:
    """Return the day of an instant by the clock that it bears; a day is itself.

    For what is by the court's clock already: what was counted, and what was recorded
    with the law. Of any other instant, `day_at_court` tells the day.
    """
    return moment.date() if isinstance(moment, datetime) else moment


@frozen
class DateRange:
    """The days from `start` up to, but not including, `stop`.

    >>> DateRange(date(2026, 7, 1), date(2026, 8, 1)).days
    31
    """

    start: date = field()
    stop: date = field()

    @start.validator
    def _check_start(self, _: object, value: object) -> None:
        as_date(value, "start")

    @stop.validator
    def _check_stop(self, _: object, value: object) -> None:
        if as_date(value, "stop") <= self.start:
            msg = (
                f"A range from {self.start} to {value} has no day in it. "
                "stop is the day after the last: pass a later one."
            )
            raise InvalidValueError(msg, field="stop", value=value)

    @classmethod
    def through(cls, first: date, last: date) -> Self:
        """Return the range from `first` through `last`, both included."""
        if as_date(last, "last") == date.max:
            msg = (
                f"No day comes after {last}, so no range can end with it. Pass an "
                "earlier last day."
            )
            raise InvalidValueError(msg, field="last", value=last)
        if last < as_date(first, "first"):
            msg = f"{last} lies before {first}. Pass the first day, then the last."
            raise InvalidValueError(msg, field="last", value=last)
        return cls(first, last + timedelta(days=1))

    @property
    def last(self) -> date:
        """The last day in the range."""
        return self.stop - timedelta(days=1)

    @property
    def days(self) -> int:
        """The number of days in the range."""
        return (self.stop - self.start).days

    def __contains__(self, day: date) -> bool:
        """Tell whether `day` lies in the range."""
        return self.start <= day < self.stop

    def __iter__(self) -> Iterator[date]:
        """Yield each day of the range."""
        for ordinal in range(self.start.toordinal(), self.stop.toordinal()):
            yield date.fromordinal(ordinal)


_OVERFLOWS: Final = ("last", "next")


def add_months(day: date, months: int, *, overflow: str = "last") -> date:
    """Return the corresponding day `months` later (earlier, if negative).

    Where that month has no such day: its last day (`overflow="last"`), or the day
    after (`overflow="next"`). Raises `InvalidValueError` for any other word.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    >>> add_months(date(2026, 1, 31), 1, overflow="next")
    datetime.date(2026, 3, 1)
    """
    from dateutil.relativedelta import relativedelta

    if overflow not in _OVERFLOWS:
        msg = f"overflow= cannot be {shown(overflow)}. Pass 'last' or 'next'."
        raise InvalidValueError(msg, field="overflow", value=overflow)
    moved: date = day + relativedelta(months=months)
    if overflow == "next" and moved.day != day.day:
        return moved + timedelta(days=1)
    return moved


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the western churches in `year`.

    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    from dateutil.easter import easter

    found: date = easter(year)
    return found


_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)


def month_and_day(text: str) -> tuple[int, int]:
    """Read ``"july 4"`` as (7, 4).

    Raises `InvalidValueError` for anything else.
    """
    name, _, number = text.partition(" ")
    if name in _MONTHS and number.isdecimal():
        month, day = _MONTHS.index(name) + 1, int(number)
        try:
            date(2000, month, day)
        except ValueError:
            pass
        else:
            return month, day
    msg = f"{shown(text)} is no day of a year. Write the month and the day: 'july 4'."
    raise InvalidValueError(msg, field="day", value=text)
