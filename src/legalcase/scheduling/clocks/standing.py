"""Where a clock stands on a day, and what other readings make of it: frozen results."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from legalcase.plain_data import PlainData

__all__ = ["ClockAnswer", "ClockStanding", "DayRange"]


@frozen(kw_only=True)
class ClockStanding(PlainData):
    """How a clock stands at the end of a day.

    `elapsed` days have passed since it started, of which `excluded` do not count:
    counted + excluded = elapsed. `remaining` is what is left of the limit, negative
    where it is exceeded. `is_running` tells that no exclusion which is open comes
    before the limit is reached; else there is no `last_on`, and `if_running_on` is what
    it would be if what is open ended on the day asked.
    """

    on: date
    elapsed: int
    excluded: int
    counted: int
    limit: int
    is_running: bool
    last_on: date | None
    if_running_on: date

    @property
    def remaining(self) -> int:
        """How many days are left."""
        return self.limit - self.counted

    @property
    def is_exceeded(self) -> bool:
        """Whether more days were counted than the limit has."""
        return self.counted > self.limit


@frozen(kw_only=True)
class ClockAnswer(PlainData):
    """What another reading of the law makes of the clock.

    `answers` are (question, answer, authority); `last_on` supposes, as `safe` does,
    that what is open ended on the day asked.
    """

    answers: tuple[tuple[str, str, str], ...]
    counted: int
    excluded: int
    last_on: date


@frozen(kw_only=True)
class DayRange(PlainData):
    """Days that have one fate: counted, or excluded on the grounds `bases`.

    `first_on` and `last_on` are inclusive; `days` is how many there are.
    """

    first_on: date
    last_on: date
    bases: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_on - self.first_on).days + 1

    @property
    def is_excluded(self) -> bool:
        """Whether the days do not count."""
        return bool(self.bases)
