"""Columns of every kind come back in kind; what holds no dates is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

from legalcase.batch import prepare
from legalcase.errors import InvalidTypeError, InvalidValueError

QUESTION = prepare("us/frcp/33(b)(2)", court="cand", service="mail")
# The thirtieth day is 3 July 2026, Independence Day as observed: Monday the 6th, then
# three days for the mail (Rule 6(d)).
GIVEN = [date(2026, 6, 3), None, date(2026, 6, 10)]
DUE = [date(2026, 7, 9), None, date(2026, 7, 13)]
TEXTS = ["2026-06-03", "NaT", "2026-06-10"]


def named(column: Any) -> str:
    """The class and the type of a column; of a list, its first row."""
    said = getattr(column, "dtype", None) or str(column)[:40].replace("\n", " ")
    return f"{type(column).__name__}-{said}"


def as_dates(column: Any) -> list[date | None]:
    """The dates of a column, whatever it is."""
    found = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
    return [
        None if pd.isna(value) else date.fromisoformat(str(value)[:10])
        for value in found
    ]


@pytest.mark.parametrize(
    "column",
    [
        GIVEN,
        tuple(GIVEN),
        np.array(TEXTS, dtype="M8[D]"),
        np.array(TEXTS, dtype="M8[s]"),
        np.array(GIVEN, dtype=object),
        pa.array(GIVEN),
        pa.array(GIVEN, pa.date64()),
        pa.array(GIVEN).cast(pa.timestamp("us")),
        pa.chunked_array([GIVEN[:1], GIVEN[1:]], pa.date32()),
        pd.Series(pd.to_datetime(TEXTS), index=["a", "b", "c"]),
        pd.Series(GIVEN, index=["a", "b", "c"]),
        pytest.param(
            pd.Series([GIVEN[0], pd.NA, GIVEN[2]], index=["a", "b", "c"]), id="NA"
        ),
        pd.Series(GIVEN, dtype=pd.ArrowDtype(pa.date32()), index=["a", "b", "c"]),
        pd.DatetimeIndex(TEXTS),
        pl.Series("served", GIVEN),
        pl.Series("served", GIVEN).cast(pl.Datetime("ms")),
        pytest.param(list(pd.to_datetime(TEXTS)), id="Timestamps"),
        pytest.param(
            pd.Series(pd.to_datetime(TEXTS), index=["a", "b", "c"]).astype(object),
            id="Timestamps-in-a-Series",
        ),
        pytest.param([GIVEN[0], np.float32("nan"), GIVEN[2]], id="nan"),
    ],
    ids=named,
)
def test_a_column_comes_back_in_kind(column: Any) -> None:
    """Of the same class and type; and a row without a date has none."""
    for found in (QUESTION.due(column), QUESTION.safe(column)):
        assert as_dates(found) == DUE
        assert type(found) is (list if isinstance(column, tuple) else type(column))
        for name in ("dtype", "type"):
            assert getattr(found, name, None) == getattr(column, name, None)
        if isinstance(column, pd.Series):
            assert [*pd.Series(found).index] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "column",
    [
        [],
        np.array([], dtype="M8[D]"),
        pa.array([], pa.date32()),
        pl.Series([], dtype=pl.Date),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_column_without_rows_has_none(column: Any) -> None:
    """It is no error."""
    table = QUESTION.table(column)
    assert (len(table), len(table.due), table.errors) == (0, 0, ())


def test_an_iterator_is_a_column() -> None:
    """It is read once."""
    assert QUESTION.due(day for day in GIVEN) == DUE


def test_nothing_but_missing_rows() -> None:
    """No day is asked for them."""
    table = QUESTION.table([None, None])
    assert (table.due, table.error.tolist()) == ([None, None], [1, 1])


def test_what_a_mask_hides_is_missing() -> None:
    """Its day is not asked, and the answer has a mask again."""
    for kind in ("M8[D]", object):
        days = np.array([GIVEN[0], date(2026, 6, 4), GIVEN[2]], dtype=kind)
        found = QUESTION.due(np.ma.MaskedArray(days, mask=[False, True, False]))
        assert [None if one is np.ma.masked else one for one in found] == [
            None if one is None else np.array(one, dtype=kind)[()] for one in DUE
        ]
    assert not QUESTION.due(np.ma.MaskedArray(days[:1])).mask.any()


@pytest.mark.parametrize(
    "column",
    [pa.nulls(2), pa.chunked_array([pa.nulls(2)]), pl.Series([None, None])],
    ids=named,
)
def test_a_column_of_a_type_without_values(column: Any) -> None:
    """As Arrow and Polars type one in which no row has a date."""
    table = QUESTION.table(column)
    assert type(table.due) is type(column)
    assert (as_dates(table.due), table.error.tolist()) == ([None, None], [1, 1])
    assert len(QUESTION.due(column[:0])) == 0


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (["2026-06-03"], "Row 0 of the column is '2026-06-03', not a date"),
        (np.array(["2026-06"], dtype="M8[M]"), "does not tell one day from another"),
        (np.array(["2026-06-03"], dtype="M8[W]"), "does not tell one day"),
        (np.array(["2026-06-03"], dtype="M8[2D]"), "does not tell one day"),
        (np.array(["2026"], dtype="M8[7s]"), "does not tell one day"),
        (pd.DataFrame({"served": GIVEN}), "A DataFrame is no column of dates"),
        (pl.DataFrame({"served": GIVEN}), "A DataFrame is no column of dates"),
        (pl.LazyFrame({"served": GIVEN}), "A LazyFrame is no column of dates"),
        (pd.MultiIndex.from_product([[1], [2]]), "Row 0 of the column is (1, 2)"),
        ({date(2026, 6, 3)}, "is a set, whose rows have no order"),
        ([date(2026, 6, 3), 5], "Row 1 of the column is 5, not a date"),
        ("2026-06-03", "'2026-06-03' is no column of dates"),
        (date(2026, 6, 3), "is no column of dates"),
        ({"a": date(2026, 6, 3)}, "is no column of dates"),
        (7, "7 is no column of dates"),
        (np.array([1.5]), "holds float64, and no dates"),
        (pa.array(["x"]), "holds string, and no dates"),
        (pd.Series([1]), "holds int64, and no dates"),
        (pl.Series(["x"]), "holds String, and no dates"),
        (pa.table({"a": GIVEN}), "is no column of dates"),
    ],
    ids=str,
)
def test_what_holds_no_dates_is_refused(column: Any, said: str) -> None:
    """With the first row that is wrong, and what to do."""
    with pytest.raises(InvalidTypeError, match=r"Make|Give|Cast") as caught:
        QUESTION.due(column)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "column",
    [
        [datetime(2026, 6, 3, 9, 30)],
        [datetime(2026, 6, 3, tzinfo=UTC)],
        [None, np.datetime64("2026-06-03T09")],
        np.array(["2026-06-03T09"], dtype="M8[h]"),
        pa.array([datetime(2026, 6, 3, 9)]),
        pa.array([datetime(2026, 6, 3)], pa.timestamp("us", "America/New_York")),
        pd.Series(
            [datetime(2026, 6, 3)], dtype=pd.ArrowDtype(pa.timestamp("s", "UTC"))
        ),
        [pd.Timestamp("2026-06-03") + pd.Timedelta(1, "ns")],
        pd.Series(pd.to_datetime(["2026-06-03T09:00"])),
        pd.Series(pd.to_datetime(["2026-06-03"], utc=True)),
        pl.Series([datetime(2026, 6, 3, 9)]),
        pl.Series([datetime(2026, 6, 3)]).dt.replace_time_zone("UTC"),
    ],
    ids=named,
)
def test_a_time_of_day_is_refused(column: Any) -> None:
    """It decides nothing here, and is not dropped."""
    with pytest.raises(InvalidValueError, match="time of day"):
        QUESTION.due(column)


def test_instants_at_midnight_are_dates() -> None:
    """As pandas reads them from a file."""
    assert QUESTION.due([datetime(2026, 6, 3), np.datetime64("2026-06-10")]) == [
        DUE[0],
        DUE[2],
    ]


def test_a_column_has_one_dimension() -> None:
    """And days of the years that there are."""
    with pytest.raises(InvalidValueError, match="2 dimensions"):
        QUESTION.due(np.zeros((2, 2)))
    far = np.array(["2026-06-03", "10000-01-01"], dtype="M8[D]")
    with pytest.raises(InvalidValueError, match="Row 1 of the column is 10000-01-01"):
        QUESTION.due(far)
