"""Limits of the length of a period, each by its own unit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legalcase.counting.rules.parts.thresholds import Thresholds
from legalcase.dates import Period, add_months
from legalcase.errors import InvalidValueError, UnsupportedQuestionError

#: Algemene termijnenwet art. 4: "meer dan 90 dagen, meer dan twaalf weken, meer dan
#: drie maanden, of één of meer jaren".
ATW = Thresholds.parse(["<= 90 days", "<= 12 weeks", "<= 3 months"])


@pytest.mark.parametrize(
    ("period", "covered"),
    [
        ("90 days", True),
        ("91 days", False),
        ("12 weeks", True),
        ("13 weeks", False),
        ("3 months", True),
        ("4 months", False),
        ("1 year", False),
        ("90 clear days", True),
        ("91 court days", False),
        ("2160 hours", True),
        ("2161 hours", False),
    ],
)
def test_a_period_is_measured_by_its_own_unit(period: str, *, covered: bool) -> None:
    """Thirteen weeks are 91 days; three months can be 92, and are covered."""
    assert ATW.covers(Period.parse(period)) is covered


@pytest.mark.parametrize(
    ("limit", "period", "covered"),
    [
        (">= 3 days", "1 month", True),
        (">= 3 days", "3 days", True),
        ("> 3 days", "3 days", False),
        (">= 3 days", "2 days", False),
        (">= 6 months", "180 days", False),
        (">= 6 months", "184 days", True),
        (">= 1 year", "11 months", False),
        (">= 1 year", "12 months", True),
        ("< 2 weeks", "13 days", True),
        ("< 2 weeks", "14 days", False),
        ("> 1 day", "1 week", True),
        ("<= 3 months", "2 months and 15 days", True),
        ("<= 3 months", "3 months and 1 day", False),
        (">= 6 months", "5 months and 31 days", True),
        (">= 6 months", "5 months and 27 days", False),
        (">= 1 year", "1 year and 90 days", True),
        ("> 12 months", "1 year and 90 days", True),
        (">= 3 days", "2 weeks and 1 day", True),
        ("<= 10 years", "9 years", True),
    ],
)
def test_without_a_limit_of_its_unit_the_others_measure(
    limit: str, period: str, *, covered: bool
) -> None:
    """Where the days of the month cannot decide it."""
    assert Thresholds.parse([limit]).covers(Period.parse(period)) is covered


@pytest.mark.parametrize("text", ["181 days", "183 days", "5 months and 30 days"])
def test_where_the_month_decides_nobody_guesses(text: str) -> None:
    """Six months are 181 to 184 days, and the last of them 28 to 31."""
    with pytest.raises(UnsupportedQuestionError, match="depends on the month"):
        Thresholds.parse([">= 6 months"]).covers(Period.parse(text))


@pytest.mark.parametrize("months", [1, 2, 3, 6, 11, 12, 13, 48, 97])
def test_months_in_days_are_what_a_calendar_shows(months: int) -> None:
    """From every first of a month of two centuries: so short, and so long."""
    starts = [date(year, month, 1) for year in range(1890, 2090) for month in (1, 3, 6)]
    starts += [add_months(start, number) for start in starts for number in range(3)]
    lengths = {
        (add_months(start, months) - start) / timedelta(days=1) for start in starts
    }
    least = Thresholds.parse([f">= {int(min(lengths))} days"])
    most = Thresholds.parse([f"<= {int(max(lengths))} days"])
    period = Period(months, "month")
    assert least.covers(period)
    assert most.covers(period)
    for limit in (f"> {int(min(lengths))} days", f"< {int(max(lengths))} days"):
        with pytest.raises(UnsupportedQuestionError):
            Thresholds.parse([limit]).covers(period)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["90 days"],
        ["<= 0 days"],
        ["<=90 days"],
        ["== 3 days"],
        ["<= 3 court days"],
        ["<= 3 days", "<= 5 days"],
        [">= 3 days", "<= 3 months"],
    ],
)
def test_what_is_no_limit_is_refused(texts: list[str]) -> None:
    """Nor are two of a unit, or limits from both sides."""
    with pytest.raises(InvalidValueError):
        Thresholds.parse(texts)
