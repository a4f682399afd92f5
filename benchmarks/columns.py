"""A column of a million trigger days beside what a data frame would be asked.

Part of `make bench`. The unit is two rolls of NumPy's business days over the same
column with the federal holidays, which give a due date and nothing else: no state
holidays, no readings, no safe date, no word on a row that cannot be counted.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import polars as pl

import legalcase as lc
from legalcase.batch import prepare

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from numpy.typing import NDArray

ROWS = 1_000_000
#: Of what takes many times as long, only so many rows are measured.
FEW = 2_000
FIRST = np.datetime64("1997-01-01")
DAYS = 10_600
QUESTION = "us/frcp/33(b)(2)"
GIVEN: dict[str, Any] = {"court": "cand", "service": "mail"}


def holidays() -> list[date]:
    """The days that the federal calendar closes, on which rolls are held back."""
    calendar = lc.calendar("us")
    return sorted(
        {
            closure.on
            for closure in calendar.closures(calendar.first, calendar.last)
            if closure.kind in calendar.definition.closed_by
        }
    )


def column(rows: int = ROWS) -> NDArray[np.datetime64]:
    """Trigger days over 29 years, the same every time."""
    drawn = np.random.default_rng(1).integers(0, DAYS, rows)
    return (FIRST + drawn).astype("datetime64[D]")


def taking(turn: Callable[[], object]) -> float:
    """Return the seconds of work that a turn takes."""
    started = time.process_time()
    turn()
    return time.process_time() - started


def beside(
    turn: Callable[[], object], other: Callable[[], object], turns: int
) -> float:
    """Return how much longer a turn takes than another: the median, turn by turn."""
    return statistics.median(taking(turn) / taking(other) for _ in range(turns))


def report(rows: int = ROWS) -> list[tuple[str, str, float, float]]:
    """What, beside what, the ratio and its bound; what is there to compare has none."""
    days, off = column(rows), holidays()
    business = np.busdaycalendar(holidays=off)
    few = days[:FEW]

    def rolls(asked: NDArray[np.datetime64] = days) -> None:
        end = np.busday_offset(asked + 30, 0, roll="forward", busdaycal=business)
        np.busday_offset(end + 3, 0, roll="forward", busdaycal=business)

    ready = prepare(QUESTION, **GIVEN)
    ready.table(days)
    frame = pl.Series(days)
    offset = pd.offsets.CustomBusinessDay(0, holidays=off)
    plain = few.tolist()

    def polars() -> None:
        ends = frame.dt.offset_by("30d").dt.add_business_days(
            0, holidays=off, roll="forward"
        )
        ends.dt.offset_by("3d").dt.add_business_days(0, holidays=off, roll="forward")

    def pandas() -> None:
        for day in plain:
            end = offset.rollforward(pd.Timestamp(day) + pd.Timedelta(days=30))
            offset.rollforward(end + pd.Timedelta(days=3))

    def loop() -> None:
        for day in plain:
            _ = lc.compute(QUESTION, after=day, **GIVEN).safe

    def of_few() -> None:
        for _ in range(20):
            rolls(few)

    warm = beside(lambda: ready.table(days), rolls, 15)
    cold = beside(lambda: prepare(QUESTION, **GIVEN).table(days), rolls, 3)
    unit = "two rolls by NumPy"
    none = float("inf")
    return [
        (f"{rows:,} rows, a second time", unit, warm, 0.2),
        (f"{rows:,} rows, for the first time", unit, cold, 1),
        ("business days of Polars", unit, beside(polars, rolls, 5), none),
        ("business days of pandas, a loop", unit, 20 * beside(pandas, of_few, 3), none),
        ("compute().safe in a loop", unit, 20 * beside(loop, of_few, 3), none),
    ]
