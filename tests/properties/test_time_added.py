"""Laws of time that is added: for service, for distance, and as the caller gave it.

Rules and questions are drawn at random; what must come out is walked day by day by a
few lines that share nothing with the engine.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from legalcase.counting.engine.run import run
from legalcase.dates import Period
from small_law import calendar, court, question, rolls, rule

DAY: Final = timedelta(days=1)
FAR: Final = {"from": date(2010, 1, 1), "through": date(2050, 12, 31)}
AT: Final = court(calendar(horizon=FAR))
NO_CHOICES: Final = frozenset[tuple[str, str]]()
#: (first, last) of a recess, as (month, day).
RECESS: Final = ((7, 20), (8, 31))
TABLE: Final = {
    "effect": "not counted",
    "windows": [{"from": "july 20", "through": "august 31"}],
    "months": "as if served on the last day",
    "sees": "raw end",
    "cite": "8",
}
starts = st.dates(date(2021, 1, 1), date(2027, 12, 31))
units = st.sampled_from(("day", "week", "month"))
amounts = st.one_of(st.none(), st.tuples(st.integers(1, 4), units))
days_only = st.one_of(st.none(), st.integers(1, 12))


def inside(day: date, *, stops: bool) -> bool:
    """Whether a day is one of the recess, where the rule has it."""
    return stops and RECESS[0] <= (day.month, day.day) <= RECESS[1]


def corresponding(day: date, months: int) -> date:
    """The day of the same number so many months on, or the last of that month."""
    number = day.year * 12 + day.month - 1 + months
    for last in range(day.day, 0, -1):
        try:
            return date(number // 12, number % 12 + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def forward(day: date, number: int, *, stops: bool) -> date:
    """Walk so many days that count."""
    while number:
        day += DAY
        number -= not inside(day, stops=stops)
    return day


def open_day(day: date) -> date:
    """The calendar at hand has no holidays."""
    while day.weekday() > 4:
        day += DAY
    return day


def as_one(start: date, parts: list[tuple[int, str]], *, stops: bool) -> date:
    """All months first, then all days; the recess is left out of both."""
    months = sum(number for number, unit in parts if unit == "month")
    days = sum(number for number, unit in parts if unit == "day")
    days += sum(7 * number for number, unit in parts if unit == "week")
    day = start
    if months:
        if inside(day, stops=stops):
            while inside(day + DAY, stops=stops):
                day += DAY
        day = forward(day, (corresponding(day, months) - day).days, stops=stops)
    return open_day(forward(day, days, stops=stops))


def text(part: tuple[int, str]) -> str:
    """An amount as a rule states it."""
    return f"{part[0]} {part[1]}s"


@given(
    period=st.tuples(st.integers(1, 40), units),
    service=amounts,
    distance=amounts,
    more=amounts,
    start=starts,
    stops=st.booleans(),
)
def test_what_is_added_is_one_period_with_it(
    *,
    period: tuple[int, str],
    service: tuple[int, str] | None,
    distance: tuple[int, str] | None,
    more: tuple[int, str] | None,
    start: date,
    stops: bool,
) -> None:
    """Months first, then days; in either order of the parts, and with the recess."""
    tables: dict[str, Any] = {
        "service_for": {"after": "general", "before": "none"},
        "service": {
            "general": {
                "order": "one period",
                "cite": "7",
                "mail": {"add": "nothing" if service is None else text(service)},
            }
        },
    }
    if distance is not None:
        tables["distance"] = {
            "add": text(distance),
            "order": "one period",
            "cite": "8",
        }
    if stops:
        tables["suspension"] = TABLE
    used = rule(roll=rolls("next open day", "stay"), **tables)
    asked = question(used, text(period), start, at=AT, service="mail")
    if more is not None:
        asked = evolve(asked, given=evolve(asked.given, added=Period(more[0], more[1])))
    parts = [one for one in (period, service, distance, more) if one is not None]
    assert run(asked, start, NO_CHOICES).due == as_one(start, parts, stops=stops)


@given(
    period=st.integers(1, 60),
    service=days_only,
    distance=days_only,
    more=days_only,
    order=st.sampled_from(("roll, add, roll", "add, roll", "add, count, roll")),
    start=starts,
)
def test_what_is_added_is_added_in_the_order_of_the_rule(
    *,
    period: int,
    service: int | None,
    distance: int | None,
    more: int | None,
    order: str,
    start: date,
) -> None:
    """The sum of all at the place that the rule names; none of it is dropped."""
    tables: dict[str, Any] = {
        "service_for": {"after": "general", "before": "none"},
        "service": {
            "general": {
                "order": order,
                "cite": "7",
                "mail": {"add": "nothing" if service is None else f"{service} days"},
            }
        },
    }
    if distance is not None:
        tables["distance"] = {"add": f"{distance} days", "order": order, "cite": "8"}
    used = rule(roll=rolls("next open day", "stay"), **tables)
    asked = question(used, f"{period} days", start, at=AT, service="mail")
    if more is not None:
        asked = evolve(asked, given=evolve(asked.given, added=Period(more, "day")))
    total = (service or 0) + (distance or 0) + (more or 0)
    end = start + period * DAY
    if order == "roll, add, roll" and total:
        end = open_day(end)
    assert run(asked, start, NO_CHOICES).due == open_day(end + total * DAY)


@given(
    weeks=st.integers(1, 9),
    more=st.integers(1, 12),
    start=starts,
    meant=st.sampled_from(("every day", "clear days", "court days")),
)
def test_weeks_and_days_added_are_days_whatever_days_mean(
    weeks: int, more: int, start: date, meant: str
) -> None:
    """What a rule means by days is said of periods in days, and of nothing else."""
    used = rule(
        days={"after": meant, "before": meant, "cite": "2"},
        roll=rolls("next open day", "stay"),
        service_for={"after": "general", "before": "none"},
        service={
            "general": {
                "order": "one period",
                "cite": "7",
                "mail": {"add": f"{more} days"},
            }
        },
    )
    asked = question(used, f"{weeks} weeks", start, at=AT, service="mail")
    end = start + (7 * weeks + more) * DAY
    assert run(asked, start, NO_CHOICES).due == open_day(end)
