"""Thresholds: which lengths of period a setting of a rule is about."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.dates import add_months
from legalcase.errors import InvalidValueError, UnsupportedQuestionError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.dates import Period

__all__ = ["Thresholds"]

_LIMIT: Final = re.compile(
    r"(?P<sign><=|>=|<|>) (?P<number>[1-9]\d{0,4}) (?P<unit>day|week|month|year)s?",
    re.ASCII,
)
#: Units that are so many of a smaller one, whatever the date.
_DAYS: Final = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "clear day": Fraction(1),
    "court day": Fraction(1),
    "week": Fraction(7),
}
_MONTHS: Final = {"month": 1, "year": 12}
#: Starts of months among which each length of so many months occurs: eight years
#: without a leap year, and others.
_STARTS: Final = [
    date(year, month, 1) for year in range(1895, 1905) for month in range(1, 13)
]


class _Limit(NamedTuple):
    sign: str
    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.sign} {self.number} {self.unit}{'' if self.number == 1 else 's'}"


class Thresholds(NamedTuple):
    """Lengths of period, each in a unit of its own: ``<= 90 days``, ``<= 3 months``.

    A period is measured by the limit of its own unit: hours, clear days and court days
    by that of days; without one, by the others.
    """

    limits: tuple[_Limit, ...]

    @classmethod
    def parse(cls, texts: Iterable[str]) -> Thresholds:
        """Read a list of limits: ``["<= 90 days", "<= 12 weeks", "<= 3 months"]``.

        Raises `InvalidValueError` for a text that is none, for two of one unit, and for
        limits from below and from above that stand together.
        """
        limits = tuple(_limit(text) for text in texts)
        units = [limit.unit for limit in limits]
        if not limits or len(set(units)) < len(units):
            said = ", ".join(map(str, limits)) or "nothing"
            msg = f"The periods are {said}. State one limit of each unit, at least one."
            raise InvalidValueError(msg, field="periods", value=limits)
        if len({limit.sign[0] for limit in limits}) > 1:
            msg = (
                f"The periods are {', '.join(map(str, limits))}: some at least, some "
                "at most. State limits of one kind."
            )
            raise InvalidValueError(msg, field="periods", value=limits)
        return cls(limits)

    def covers(self, period: Period) -> bool:
        """Tell whether a period is one of those.

        Raises `UnsupportedQuestionError` for months measured in days (or days in
        months) where it depends on the month.
        """
        answers = [_meets(period, limit) for limit in self._measures(period.parts)]
        if any(answers):
            return True
        if None in answers:
            msg = (
                f"Whether {period} is {' or '.join(map(str, self.limits))} depends on "
                "the month, and the rule does not say how it is measured. Give the "
                "period in the unit of the rule."
            )
            raise UnsupportedQuestionError(msg, field="period", value=period)
        return False

    def _measures(self, parts: tuple[Period, ...]) -> tuple[_Limit, ...]:
        """Return the limits of a unit: its own, else those nearest to it.

        Of a period of several units that is the longest of them.
        """
        unit = parts[0].unit
        kin = tuple(_MONTHS if unit in _MONTHS else _DAYS)
        for units in ((unit,), ("day",) if unit in _DAYS else (), kin):
            found = tuple(limit for limit in self.limits if limit.unit in units)
            if found:
                return found
        return self.limits


def _limit(text: str) -> _Limit:
    match = _LIMIT.fullmatch(text)
    if match is None:
        msg = (
            f"{shown(text)} is no limit of a period. Write '<= 90 days', '< 12 weeks', "
            "'>= 3 days', '> 3 months' or '>= 1 year'."
        )
        raise InvalidValueError(msg, field="periods", value=text)
    return _Limit(match["sign"], int(match["number"]), match["unit"])


def _meets(period: Period, limit: _Limit) -> bool | None:
    """Tell whether a period meets a limit; ``None`` where it depends on the month."""
    months, days = -limit.number * _MONTHS.get(limit.unit, 0), Fraction(0)
    days -= limit.number * _DAYS.get(limit.unit, 0)
    for part in period.parts:
        months += part.number * _MONTHS.get(part.unit, 0)
        days += part.number * _DAYS.get(part.unit, 0)
    # By so much it is longer than the limit, at the least and at the most.
    least, most = sorted(
        length if months > 0 else -length for length in _days_of_months(abs(months))
    )
    answers = {_holds(least + days, limit.sign), _holds(most + days, limit.sign)}
    return answers.pop() if len(answers) == 1 else None


def _holds(longer_by: Fraction, sign: str) -> bool:
    if longer_by == 0:
        return "=" in sign
    return (longer_by < 0) == (sign[0] == "<")


@lru_cache(maxsize=64)
def _days_of_months(months: int) -> tuple[int, int]:
    """Return the shortest and the longest that so many months are, in days."""
    lengths = [(add_months(start, months) - start).days for start in _STARTS]
    return min(lengths), max(lengths)
