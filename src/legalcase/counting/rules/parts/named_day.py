"""NamedDay: the weekday, perhaps at an hour, on which a rule ends a period."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.errors import InvalidValueError

__all__ = ["NamedDay"]

_DAYS: Final = range(7)
_MINUTES: Final = range(24 * 60 + 1)


@frozen(kw_only=True)
class NamedDay:
    """The weekday that follows a period, and on which the time ends.

    `weekdays` are those that are named, Monday 0: the first of them decides.
    `is_later` tells that it comes after the last day of the period, where that falls
    on one too: "the Monday next after the expiration of twenty days"
    (Tex. R. Civ. P. 99(b)). `minute` is that of the day at which the time ends, where
    the rule names an hour, and `frees_the_day` tells that it no longer holds where the
    end is moved off that weekday: the whole of the next day is left. Raises
    `InvalidValueError` without a weekday.
    """

    weekdays: tuple[int, ...] = field()
    is_later: bool
    minute: int | None = field(default=None)
    frees_the_day: bool = False
    cite: str

    @weekdays.validator
    def _check_weekdays(self, _: object, value: tuple[int, ...]) -> None:
        if not value or not set(value) <= set(_DAYS):
            msg = f"{value!r} names no weekday. Give one at least: 0 is Monday."
            raise InvalidValueError(msg, field="weekdays", value=value)

    @minute.validator
    def _check_minute(self, _: object, value: int | None) -> None:
        if value is not None and value not in _MINUTES:
            msg = f"{value!r} is no minute of a day. Give one up to {_MINUTES[-1]}."
            raise InvalidValueError(msg, field="minute", value=value)

    def following(self, day: int) -> int:
        """Return the ordinal of the day on which a period ends that runs to `day`."""
        end = day + self.is_later
        # Ordinal 1 is a Monday.
        while (end + 6) % 7 not in self.weekdays:
            end += 1
        return end

    @property
    def hour(self) -> str:
        """The hour as it is written: ``"10:00"``, or ``""``."""
        if self.minute is None:
            return ""
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}"

    def __str__(self) -> str:
        """Say it in words: ``"the Monday next after, at 10:00"``."""
        names = " or ".join(WEEKDAYS[day].capitalize() for day in self.weekdays)
        said = f"the {names} {'next after' if self.is_later else 'on or after that'}"
        return f"{said}, at {self.hour}" if self.hour else said
