"""Numbers alone: what is no number is refused, and nothing is cut off or made up."""

from __future__ import annotations

import statistics
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.measures import (
    WeighedFiling,
    age_bands,
    backlog_rate,
    clearance_rate,
    days_of,
    disposition_days,
    overload_of,
    prevailing_disposition,
    quantile,
    settings_spread,
    tiers_met,
)

WRONG: tuple[tuple[Any, str], ...] = (
    (lambda: clearance_rate(incoming=-1, outgoing=0), "incoming cannot be -1"),
    (lambda: clearance_rate(incoming=1.5, outgoing=0), "incoming cannot be 1.5"),  # type: ignore[arg-type]  # that is the test
    (lambda: clearance_rate(incoming=True, outgoing=0), "incoming cannot be True"),
    (lambda: overload_of(pending=1, per_month=float("nan"), months=1), "per_month"),
    (lambda: disposition_days(resolved=1, pending=1, days=-1), "days cannot be -1"),
    (lambda: quantile([1], 0), "0 is no share"),
    (lambda: quantile([1], 101), "101 is no share"),
    (lambda: age_bands([1], [(0, 90)]), "in none, or in two"),
    (lambda: age_bands([1], [(0, 90), (90, None)]), "in none, or in two"),
    (lambda: age_bands([1], [(1, None)]), "in none, or in two"),
    (lambda: age_bands([1], [(0, None), (91, None)]), "in none, or in two"),
    (lambda: settings_spread([0]), "set at least once"),
    (lambda: days_of(date(2026, 1, 2), date(2026, 1, 1)), "lies before the filing"),
    (lambda: WeighedFiling(weight=-1), "weight cannot be -1"),
    (lambda: WeighedFiling(weight=1, origin="found"), "comes as 'found'"),
)


@pytest.mark.parametrize(("turn", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_no_such_number_is_refused(turn: Any, said: str) -> None:
    """With what it was."""
    with pytest.raises(InvalidValueError, match=said):
        turn()


def test_one_number_is_not_several() -> None:
    """Nor is a text, whose letters would be taken one by one."""
    with pytest.raises(InvalidTypeError, match="ages needs several numbers"):
        backlog_rate(5, standard_days=1)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidTypeError, match="words needs several"):
        prevailing_disposition("settlement")
    assert prevailing_disposition([]) is None
    assert prevailing_disposition(["abatement"]) == "other"
    assert prevailing_disposition(["transfer", "abatement"]) == "transfer"


def test_nothing_of_nothing_is_undefined() -> None:
    """And not nought, nor a hundred."""
    assert clearance_rate(incoming=0, outgoing=3) is None
    assert backlog_rate([], standard_days=1) is None
    assert disposition_days(resolved=0, pending=3) is None
    assert quantile([], 50) is None
    spread = settings_spread([])
    assert (spread.first_percent, spread.mean, spread.median) == (None, None, None)
    assert [one.met for one in tiers_met([], [(75, 90)])] == [None]
    assert [one.cumulative_percent for one in age_bands([])] == [None] * 4


@given(st.lists(st.integers(0, 500), min_size=2, max_size=30))
def test_the_linear_quantile_is_that_of_the_standard_library(found: list[int]) -> None:
    """Its inclusive method; and the nearest rank is a value that was measured."""
    cuts = statistics.quantiles(found, n=100, method="inclusive")
    for share in (25, 50, 75, 90):
        assert quantile(found, share) == pytest.approx(cuts[share - 1])
        nearest = quantile(found, share, method="nearest-rank")
        assert nearest in found
        assert nearest is not None
        assert 100 * sum(one <= nearest for one in found) >= share * len(found)
        assert 100 * sum(one < nearest for one in found) < share * len(found)


@given(
    st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6),
    st.integers(0, 30),
)
def test_inactive_days_are_those_of_the_calendar(
    pairs: list[tuple[int, int]], length: int
) -> None:
    """Counted one by one: in the time, and in any of the spells, once."""
    first = date(2026, 1, 1).toordinal()
    day = date.fromordinal
    spells = [(day(first + a), day(first + b)) for a, b in pairs]
    found = days_of(day(first), day(first + length), spells)
    inactive = sum(any(a <= n < b for a, b in pairs) for n in range(length))
    assert (found.gross, found.inactive) == (length, inactive)
    assert found.active == length - inactive


def test_a_share_is_met_by_whole_numbers() -> None:
    """Of 200, 196 are 98 percent, whatever a fraction of it is rounded to."""
    for within, met in ((196, True), (195, False)):
        days = [1] * within + [99] * (200 - within)
        assert [one.met for one in tiers_met(days, [(98, 10)])] == [met]
    with pytest.raises(InvalidValueError, match="tiers cannot be -1"):
        tiers_met([1], [(98, -1)])
