"""When a holiday falls: the words of a statute as a small algebra.

``july 4`` · ``third monday of january`` · ``easter`` · ``2 days before easter`` ·
``1 day after fourth thursday of november`` · ``wednesday before november 23`` ·
``monday on or after may 24`` · ``1 day after orthodox easter``.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import Final

from attrs import frozen

from legalcase.dates import easter_sunday, month_and_day, orthodox_easter_sunday
from legalcase.errors import InvalidValueError
from legalcase.shown import shown

__all__ = ["Falls"]

WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday"),
)
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_NTH: Final = re.compile(
    rf"({'|'.join(_ORDINALS)}) ({'|'.join(WEEKDAYS)}) of ({'|'.join(_MONTHS)})"
)
_OFFSET: Final = re.compile(r"(\d{1,3}) days? (before|after) (.+)")
_NEAR: Final = re.compile(
    rf"({'|'.join(WEEKDAYS)}) (before|after|on or before|on or after) (.+)"
)
#: That of the western churches, and that of the eastern ones.
_EASTERS: Final = MappingProxyType(
    {"easter": easter_sunday, "orthodox easter": orthodox_easter_sunday}
)
#: No statute says more of one day.
_LONGEST: Final = 200


@frozen
class Falls:
    """A rule for one day of every year, in the words of the format.

    >>> Falls.parse("third monday of january").in_year(2026)
    datetime.date(2026, 1, 19)
    >>> Falls.parse("1 day after fourth thursday of november").in_year(2026)
    datetime.date(2026, 11, 27)
    """

    text: str
    form: str
    numbers: tuple[int, ...] = ()
    base: Falls | None = None

    @classmethod
    def parse(cls, text: str) -> Falls:
        """Read the words; raises `InvalidValueError` if they say no day."""
        if len(text) > _LONGEST:
            raise _none(text)
        if text in _EASTERS:
            return cls(text, text)
        if match := _NTH.fullmatch(text):
            nth, weekday, month = match.groups()
            numbers = (
                _ORDINALS[nth],
                WEEKDAYS.index(weekday),
                _MONTHS.index(month) + 1,
            )
            return cls(text, "nth", numbers)
        if match := _OFFSET.fullmatch(text):
            count = int(match[1]) * (1 if match[2] == "after" else -1)
            return cls(text, "offset", (count,), cls.parse(match[3]))
        if match := _NEAR.fullmatch(text):
            weekday = WEEKDAYS.index(match[1])
            sign = 1 if match[2].endswith("after") else -1
            start = 0 if match[2].startswith("on or") else sign
            return cls(text, "near", (weekday, sign, start), cls.parse(match[3]))
        try:
            found = month_and_day(text)
        except InvalidValueError as error:
            raise _none(text) from error
        if found == (2, 29):
            msg = (
                "29 February is no day that returns every year. Take 'february 28', or "
                "'1 day before march 1'."
            )
            raise InvalidValueError(msg, field="falls", value=text)
        return cls(text, "fixed", found)

    def in_year(self, year: int) -> date:
        """Return the day in `year`."""
        return date.fromordinal(self.ordinal_in(year))

    def ordinal_in(self, year: int) -> int:
        """Return the ordinal of the day in `year`."""
        numbers = self.numbers
        if self.form == "fixed":
            return date(year, numbers[0], numbers[1]).toordinal()
        if self.form == "nth":
            return _nth_weekday(year, *numbers)
        if self.base is None:
            return _EASTERS[self.form](year).toordinal()
        base = self.base.ordinal_in(year)
        if self.form == "offset":
            return base + numbers[0]
        weekday, sign, start = numbers
        day = base + start
        # An ordinal's weekday is (ordinal + 6) % 7, Monday being 0.
        while (day + 6) % 7 != weekday:
            day += sign
        return day


def _none(text: str) -> InvalidValueError:
    msg = (
        f"{shown(text)} is not a day that a holiday can fall on. Write it like "
        "'july 4', 'third monday of january' or '2 days before easter'."
    )
    return InvalidValueError(msg, field="falls", value=text)


def _nth_weekday(year: int, nth: int, weekday: int, month: int) -> int:
    if nth > 0:
        first = date(year, month, 1).toordinal()
        return first + (weekday - (first + 6)) % 7 + 7 * (nth - 1)
    nextmonth = date(year + month // 12, month % 12 + 1, 1).toordinal()
    last = nextmonth - 1
    return last - ((last + 6) - weekday) % 7
