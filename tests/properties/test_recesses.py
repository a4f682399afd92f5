"""Laws of recesses: however one is written, the days on which time stands still.

The rules and questions are drawn at random; what must come out is walked day by day
from the tables, by a few lines that share nothing with the engine.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from hypothesis import given
from hypothesis import strategies as st

from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.run import run
from legalcase.counting.engine.stages.days import plain_days
from legalcase.dates import DateRange
from small_law import calendar, court, outcome, question, rolls, rule

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.rules.venue import Venue

DAY: Final = timedelta(days=1)
NATURES: Final = ("ordinary", "notfrist", "limitation")
NO_CHOICES: Final = frozenset[tuple[str, str]]()
#: From one month and day through another; some end in the next year.
WINDOWS: Final = st.sampled_from(
    (
        ("august 1", "august 31"),
        ("july 15", "september 15"),
        ("september 16", "september 20"),
        ("december 24", "january 14"),
        ("december 21", "january 7"),
        ("january 8", "january 8"),
    )
)
starts = st.dates(date(2024, 1, 1), date(2027, 12, 31))
natures = st.one_of(st.none(), st.sampled_from(NATURES))
some_natures = st.lists(st.sampled_from(NATURES), min_size=1, max_size=2, unique=True)
#: The natures that stop, those that do not, or neither.
whom = st.one_of(
    st.just({}),
    st.builds(lambda names: {"natures": names}, some_natures),
    st.builds(lambda names: {"except": names}, some_natures),
)


@st.composite
def recesses(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the table of a recess."""
    windows = draw(st.lists(WINDOWS, min_size=1, max_size=3, unique=True))
    return {
        "effect": "not counted",
        "windows": [{"from": first, "through": last} for first, last in windows],
        "months": draw(
            st.sampled_from(("as if served on the last day", "raw end plus the rest"))
        ),
        "sees": draw(st.sampled_from(("raw end", "rolled end"))),
        "cite": "8",
        **draw(whom),
    }


@st.composite
def stays(draw: st.DrawFn) -> tuple[DateRange, ...]:
    """Draw the stays of a case: mostly none."""
    if draw(st.integers(0, 3)):
        return ()
    first = draw(starts)
    return (DateRange.through(first, first + draw(st.integers(0, 30)) * DAY),)


def stops(recess: dict[str, Any], nature: str | None) -> bool:
    """Whether a recess stops a period, by the words of its table."""
    if "natures" in recess:
        return nature in recess["natures"]
    return nature not in recess.get("except", [])


MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)


def place(text: str) -> tuple[int, int]:
    """Read a month and day."""
    month, _, number = text.partition(" ")
    return MONTHS.index(month) + 1, int(number)


def stands_still(recess: dict[str, Any], day: date) -> bool:
    """Whether a day lies in a window, by its month and number."""
    for window in recess["windows"]:
        first, last = place(window["from"]), place(window["through"])
        here = (day.month, day.day)
        if (
            (first <= here <= last)
            if first <= last
            else (here >= first or here <= last)
        ):
            return True
    return False


def walked(asked: Count, recess: dict[str, Any], start: date) -> date:
    """Walk to the last day of a period of days, one day after the other."""
    is_stopped, left, day = stops(recess, asked.nature), asked.period.number, start
    while left:
        day += asked.sign * DAY
        out = is_stopped and stands_still(recess, day)
        out = out or any(day in stay for stay in asked.given.suspensions)
        left -= not out
    return day


@given(
    recess=recesses(),
    nature=natures,
    start=starts,
    number=st.integers(1, 120),
    given_stays=stays(),
    before=st.booleans(),
)
def test_the_days_of_a_recess_are_left_out(
    recess: dict[str, Any],
    nature: str | None,
    start: date,
    number: int,
    given_stays: tuple[DateRange, ...],
    before: bool,
) -> None:
    """For whatever it stops, and only for that: by walking from day to day."""
    used = rule(roll=rolls("stay", "stay"), suspension=recess)
    asked = question(
        used,
        f"{number} days",
        start,
        before=before,
        nature=nature,
        suspensions=given_stays,
    )
    assert run(asked, start, NO_CHOICES).due == walked(asked, recess, start)


@given(
    recess=recesses(),
    nature=natures,
    start=starts,
    period=st.sampled_from(
        ("1 day", "5 days", "9 clear days", "40 days", "3 weeks", "90 days", "2 weeks")
    ),
    mode=st.sampled_from(("every day", "clear days")),
    given_stays=stays(),
    before=st.booleans(),
    is_short=st.booleans(),
)
def test_the_short_way_and_the_long_give_the_same_steps(
    recess: dict[str, Any],
    nature: str | None,
    start: date,
    period: str,
    mode: str,
    given_stays: tuple[DateRange, ...],
    before: bool,
    is_short: bool,
) -> None:
    """A count that no window can stop is added up at once; walking gives the same.

    And whatever a window, a stay or a short period can touch is walked.
    """
    tables: dict[str, Any] = {"days": {"after": mode, "before": mode, "cite": "2"}}
    if is_short:
        closed = {"court": ["legal-holiday"]}
        tables["short"] = {"periods": "< 10 days", "skip": closed, "cite": "9"}
    used = rule(roll=rolls("stay", "stay"), suspension=recess, **tables)
    asked = question(
        used, period, start, before=before, nature=nature, suspensions=given_stays
    )
    recipe = recipe_of(asked, NO_CHOICES)
    number = asked.period.number * (7 if asked.period.unit == "week" else 1)
    walks = stops(recess, nature) or bool(given_stays) or (is_short and number < 10)
    assert (plain_days(recipe) is None) is walks
    quick = run(asked, start, NO_CHOICES)
    recipe.plain_days = None
    assert run(asked, start, NO_CHOICES) == quick


@st.composite
def written_twice(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a recess in windows of the rule, and the same as days of the calendar.

    Of several windows some can stay in the rule: both ways stand beside each other.
    """
    recess = draw(recesses())
    moved = draw(st.integers(1, len(recess["windows"])))
    stays_there = recess["windows"][moved:]
    other = {key: value for key, value in recess.items() if key != "windows"}
    other["days"] = {"court": ["recess"]}
    if stays_there:
        other["windows"] = stays_there
    return recess, {**other, "entered": recess["windows"][:moved]}


def at_court(windows: list[dict[str, str]], *, by_year: bool) -> Venue:
    """A court in whose calendar the windows stand, every year or year by year."""
    entries: dict[str, Any] = {"holiday": [], "closure": []}
    for number, window in enumerate(windows):
        first, last = place(window["from"]), place(window["through"])
        common = {"name": "Recess", "kind": "recess"}
        if not by_year:
            entries["holiday"].append(
                {
                    **common,
                    "id": f"recess-{number}",
                    "falls": window["from"],
                    "to": window["through"],
                }
            )
            continue
        for year in range(2014, 2040):
            end = date(year + (last < first), *last)
            entries["closure"].append(
                {**common, "on": date(year, *first), "through": end, "cite": "Order 1"}
            )
    horizon = {"from": date(2015, 1, 1), "through": date(2039, 12, 31)}
    return court(calendar(horizon=horizon, **entries))


@given(
    recess=written_twice(),
    nature=natures,
    start=starts,
    period=st.one_of(
        st.builds("{} days".format, st.integers(1, 200)),
        st.builds("{} weeks".format, st.integers(1, 20)),
        st.builds("{} months".format, st.integers(1, 14)),
        st.builds("{} court days".format, st.integers(1, 60)),
        st.sampled_from(("1 year", "2 years", "5 clear days")),
    ),
    given_stays=stays(),
    before=st.booleans(),
    by_year=st.booleans(),
)
def test_a_recess_in_the_calendar_is_the_same_recess(
    recess: tuple[dict[str, Any], dict[str, Any]],
    nature: str | None,
    start: date,
    period: str,
    given_stays: tuple[DateRange, ...],
    before: bool,
    by_year: bool,
) -> None:
    """Written in the rule, as days that return, or year by year: the same steps."""
    in_rule, in_calendar = recess
    entered = in_calendar.pop("entered")
    at = at_court(entered, by_year=by_year)
    asked: dict[str, Any] = {
        "before": before,
        "at": at,
        "nature": nature,
        "suspensions": given_stays,
    }
    one = outcome(rule(suspension=in_rule), period, start, **asked)
    other = outcome(rule(suspension=in_calendar), period, start, **asked)
    assert one == other
