"""Shares and rates: what they are of numbers, and ``None`` where nothing divides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

__all__ = [
    "amount",
    "backlog_rate",
    "clearance_rate",
    "disposition_days",
    "overload_of",
    "percent",
    "whole",
    "whole_numbers",
]


def whole(number: Any, name: str) -> int:  # noqa: ANN401 - what is none is refused
    """Return a whole number that is not negative; raises `InvalidValueError`."""
    if type(number) is not int or number < 0:
        msg = (
            f"{name} cannot be {shown(number)}. Pass a whole number, 0 or more: what "
            "is counted is counted whole."
        )
        raise InvalidValueError(msg, field=name, value=number)
    return number


def amount(number: Any, name: str) -> float | int:  # noqa: ANN401 - as above
    """Return a number that is neither negative nor infinite."""
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    if not is_number or not 0 <= number < float("inf"):
        msg = f"{name} cannot be {shown(number)}. Pass a number, 0 or more."
        raise InvalidValueError(msg, field=name, value=number)
    found: float | int = number
    return found


def percent(part: float, of: float) -> float | None:
    """Return how many of a hundred; ``None`` where there is nothing to divide by."""
    return None if of == 0 else 100 * part / of


def clearance_rate(*, incoming: int, outgoing: int) -> float | None:
    """Return outgoing cases in percent of incoming ones; ``None`` if none came in.

    By CourTools, Measure 2: incoming are new filings, reopened and reactivated cases,
    outgoing are entries of judgment, reopened dispositions and cases placed inactive.

    >>> clearance_rate(incoming=1000, outgoing=900)
    90.0
    """
    return percent(whole(outgoing, "outgoing"), whole(incoming, "incoming"))


def backlog_rate(ages: Iterable[int], *, standard_days: int) -> float | None:
    """Return the percentage of ages over a standard: older, not as old.

    By the Trial Court Performance Standards, Measure 2.1.3.

    >>> backlog_rate([30, 365, 366, 400], standard_days=365)
    50.0
    """
    limit = whole(standard_days, "standard_days")
    found = whole_numbers(ages, "ages")
    return percent(sum(age > limit for age in found), len(found))


def whole_numbers(numbers: Any, name: str) -> tuple[int, ...]:  # noqa: ANN401 - refused
    """Return several whole numbers, none of them negative."""
    if isinstance(numbers, str) or not isinstance(numbers, Iterable):
        msg = (
            f"{name} needs several numbers, not {type(numbers).__name__}. Pass a list."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    return tuple(whole(number, name) for number in numbers)


def overload_of(*, pending: int, per_month: float, months: float) -> float:
    """Return how many cases wait beyond what can be finished in a time.

    `pending` less `months` (the longest that a case should take on average) times
    `per_month` (how many are finished). Below zero there is room: it is not cut off.

    >>> overload_of(pending=800, per_month=75, months=12)
    -100
    """
    waiting = whole(pending, "pending")
    return waiting - amount(months, "months") * amount(per_month, "per_month")


def disposition_days(*, resolved: int, pending: int, days: int = 365) -> float | None:
    """Return how long the pending cases would take at the pace of a period.

    By the CEPEJ: the days of the period, divided by the case turnover ratio (resolved
    to pending at its end). ``None`` where nothing was resolved.

    >>> disposition_days(resolved=730, pending=365)
    182.5
    """
    done = whole(resolved, "resolved")
    waiting = whole(pending, "pending")
    return None if done == 0 else whole(days, "days") * waiting / done
