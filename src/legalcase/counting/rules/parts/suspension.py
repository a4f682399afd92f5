"""Suspension: a recess as a version of a rule states it, compiled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.counting.rules.parts.thresholds import Thresholds
from legalcase.counting.rules.words.closed_sets import Effect, meant
from legalcase.dates import Period, month_and_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import EllipsisType

    from legalcase.counting.rules.parts.closed_days import ClosedSpec

__all__ = ["Suspension", "Then", "lengths_of", "suspension_of", "tolls_of"]


class Then(NamedTuple):
    """Where a period goes that ended in a recess: so many days after it, or to a day.

    `on` is the month and day, of which the first after the recess is meant.
    """

    days: int
    on: tuple[int, int] | None = None

    @classmethod
    def parse(cls, text: str) -> Then:
        """Read ``"1 week"``, ``"15 days"`` or ``"september 15"``.

        Raises `InvalidValueError` for anything else.
        """
        if text[:1].isdigit():
            period = Period.parse(text)
            if period.unit in {"day", "week"}:
                return cls(period.number * (7 if period.unit == "week" else 1))
        return cls(0, month_and_day(text))

    def after(self, last: int) -> int:
        """Return the day, by ordinal, for a recess whose last day is `last`."""
        if self.on is None:
            return last + self.days
        year = date.fromordinal(last).year
        day = date(year, *self.on).toordinal()
        return day if day > last else date(year + 1, *self.on).toordinal()


class Suspension(NamedTuple):
    """A recess: windows of (month, day) pairs, and the natures of period it stops.

    `days` are kinds of day of calendars, by role, whose runs are windows too (their
    weekends are none). `natures` are those that it stops, ``None`` for all but those
    in `excepted`. `begins`: how many days after its last day months begin that would
    begin in it, ``None`` where they begin in it, and the rest is added;
    `sees_the_roll`: whether an end that was rolled into it is moved on. Of both nobody
    need say anything (`begins` is then ``...``). `effect` tells whether its days count,
    and `then` where a period goes that ends in one whose days do. It is for periods of
    the lengths in `periods`, or for all. `dates` are the first and the last day, by
    ordinal, of an order that held once.
    """

    windows: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    days: ClosedSpec
    natures: frozenset[str] | None
    excepted: frozenset[str]
    begins: int | EllipsisType | None
    sees_the_roll: bool | None
    clause: str
    effect: Effect
    then: Then | None = None
    periods: Thresholds | None = None
    dates: tuple[int, int] | None = None

    def stops(self, nature: str | None) -> bool:
        """Tell whether it stops a period of that nature (``None``: nobody said)."""
        if self.natures is None:
            return nature not in self.excepted
        return nature in self.natures


def suspension_of(
    table: Mapping[str, Any] | None,
    closed: Callable[[Mapping[str, Any]], ClosedSpec],
    cite: Callable[[Mapping[str, Any]], str],
) -> Suspension | None:
    """Return the recess of a table; `closed` and `cite` read days and citations."""
    if table is None:
        return None
    windows = tuple(
        (month_and_day(window["from"]), month_and_day(window["through"]))
        for window in table.get("windows", ())
    )
    return Suspension(
        windows,
        closed(table.get("days", {})),
        frozenset(table["natures"]) if "natures" in table else None,
        frozenset(table.get("except", ())),
        _said("suspension", table, "months", ...),
        _said("suspension", table, "sees", None),
        cite(table),
        meant("suspension", "effect", table["effect"]),
        Then.parse(table["then"]) if "then" in table else None,
        lengths_of(table),
    )


def tolls_of(
    tables: Iterable[Mapping[str, Any]], cite: Callable[[Mapping[str, Any]], str]
) -> tuple[Suspension, ...]:
    """Return the orders that held once, each with its dates."""
    return tuple(
        Suspension(
            (),
            (),
            frozenset(table["natures"]) if "natures" in table else None,
            frozenset(table.get("except", ())),
            _said("toll", table, "months", ...),
            _said("toll", table, "sees", None),
            cite(table),
            meant("toll", "effect", table["effect"]),
            Then.parse(table["then"]) if "then" in table else None,
            lengths_of(table),
            (table["on"].toordinal(), table["through"].toordinal()),
        )
        for table in tables
    )


def lengths_of(table: Mapping[str, Any]) -> Thresholds | None:
    """Return for which lengths of period a setting is; ``None`` for all."""
    return Thresholds.parse(table["periods"]) if "periods" in table else None


def _said(name: str, table: Mapping[str, Any], key: str, unsaid: object) -> Any:  # noqa: ANN401 - of each set its own
    """Return what a word stands for, or `unsaid` where the table has none."""
    return meant(name, key, table[key]) if key in table else unsaid
