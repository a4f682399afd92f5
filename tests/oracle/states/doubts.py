"""Days of the states for which sources differ or none was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from oracle import doubts, holidays_us
from oracle.holidays_us import DEC, FEB, FRI, JUN, MON, OCT, on
from oracle.question import DAY, easter, is_nth, is_weekend
from oracle.states import pennsylvania

if TYPE_CHECKING:
    from oracle.question import Question

FIRST_JUNETEENTHS = (2021, 2022)


def _is_a_neighbour(day: date) -> bool:
    """Whether a Friday or Monday stands for a fixed holiday of the weekend."""
    return pennsylvania.is_moved(day)


def _texas(_day: date) -> bool:
    """Doubt nothing: what chapter 662 lists was read, and moves nowhere."""
    return False


def _florida(_day: date) -> bool:
    """Doubt nothing of (a)(6)(A); what a clerk keeps besides is the question's."""
    return False


def _pennsylvania(day: date) -> bool:
    """Doubt observed days, the day after Thanksgiving, and the first Juneteenth."""
    return (
        _is_a_neighbour(day)
        or holidays_us.is_day_after_thanksgiving(day)
        or day in {date(2021, JUN, 18), date(2021, JUN, 19)}
        or on(day, FEB, 12)
    )


def _ohio(day: date) -> bool:
    """Doubt Fridays kept for Saturdays, election afternoons, the first Juneteenth."""
    kept_for_saturday = day.weekday() == FRI and _is_a_neighbour(day)
    first = day.month == JUN and day.year in FIRST_JUNETEENTHS
    return (
        kept_for_saturday
        or first
        or holidays_us.is_day_after_thanksgiving(day)
        or holidays_us.is_election_day(day)
    )


def _georgia(day: date) -> bool:
    """Doubt the Governor's days: Good Friday, around 26 April, at Christmas, others."""
    return (
        _is_a_neighbour(day)
        or day == easter(day.year) - 2 * DAY
        or (day.month == 4 and 20 <= day.day <= 30)
        or (day.month == 1 and day.day in {18, 19, 20})
        or (day.month == DEC and day.day >= 23)
        or (day.month == JUN and day.year in FIRST_JUNETEENTHS)
        or holidays_us.is_day_after_thanksgiving(day)
        or (day.month == FEB and is_nth(day, MON, 3))
    )


def _north_carolina(day: date) -> bool:
    """Doubt what the statute has and no list, Christmas, and the orders of 2020."""
    return (
        _is_a_neighbour(day)
        or (day.month == DEC and 22 <= day.day <= 29)
        or (day.month == FEB and is_nth(day, MON, 3))
        or (day.month == OCT and is_nth(day, MON, 2))
        or holidays_us.is_election_day(day)
        or on(day, JUN, 19)
        or date(2020, 3, 16) <= day <= date(2020, JUN, 1)
    )


def _michigan(day: date) -> bool:
    """Doubt the statute's two days, which are a reading, and eves that move."""
    near_eve = day.month == DEC and day.day in {22, 23, 24, 29, 30, 31}
    is_weekday_eve = day.month == DEC and day.day in {24, 31} and day.weekday() < FRI
    return (
        (near_eve and not is_weekday_eve and not is_weekend(day))
        or (day.month == JUN and day.year in FIRST_JUNETEENTHS)
        or on(day, FEB, 12)
        or (on(day, FEB, 13) and day.weekday() == MON)
        or (day.month == OCT and is_nth(day, MON, 2))
        or holidays_us.is_election_day(day)
    )


_STATES = {
    "us-ny": lambda day: doubts.state("NY", day),
    "us-tx": _texas,
    "us-fl": _florida,
    "us-il": lambda day: doubts.state("IL", day),
    "us-pa": _pennsylvania,
    "us-oh": _ohio,
    "us-ga": _georgia,
    "us-nc": _north_carolina,
    "us-mi": _michigan,
}


#: The longest period that passes over what lies between; not over its last day.
SHORT = {
    "us-ga/ocga": 6,
}


def is_doubtful_count(question: Question) -> bool:
    """Whether it is a short period counted back, or lengthened by service.

    The texts leave out a closed day that lies between ("intermediate", "intervening");
    the law of these states, as the tests have it, one at the end too. That matters
    where days are added, or none is moved on.
    """
    is_short = question.unit == "days" and question.period_number <= SHORT.get(
        question.system, 0
    )
    return is_short and (question.service is not None or not question.forward)


def is_doubtful(system: str, day: date) -> bool:
    """Whether a comparison should leave this day of the system's state out."""
    return _STATES[system.partition("/")[0]](day)
