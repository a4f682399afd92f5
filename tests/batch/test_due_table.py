"""Rows that name their questions: each asked for itself, together with its like."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import legalcase as lc
from legalcase.batch import ERRORS, due_table
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)

DAY = date(2026, 6, 3)
ROWS: dict[str, list[Any]] = {
    "question": [
        "us/frcp/33(b)(2)",
        "21 days",
        "us/frcp/33(b)(2)",
        "us/frcp/99",
        "us/frcp/33(b)(2)",
    ],
    "trigger": [DAY, DAY, date(2026, 6, 10), DAY, None],
    "court": ["cand", "nysd", "cand", "cand", "cand"],
    "direction": [None, "after", None, None, None],
    "service": ["mail", None, "mail", None, "mail"],
}


@pytest.mark.parametrize(
    "kind",
    [
        list,
        lambda one: np.array(one, dtype=object),
        pa.array,
        pd.Series,
        lambda one: pl.Series(values=one),
    ],
    ids=["list", "numpy", "arrow", "pandas", "polars"],
)
def test_each_row_asks_its_own_question(kind: Any) -> None:
    """What one row gets wrong hides no other."""
    table = due_table({name: kind(column) for name, column in ROWS.items()})
    first = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    second = lc.compute("21 days", after=DAY, court="nysd")
    due = table.to_arrow()["due"].to_pylist()
    assert due == [first.due, second.due, date(2026, 7, 13), None, None]
    assert [one.name for one in table.errors] == ["no-date", "UnknownNameError"]
    assert "no deadline 'us/frcp/99'" in table.errors[1].text
    assert table.computation(0) == first
    assert table.computation(1) == second
    assert table.patterns[table.steps[0]] == tuple(
        (s.code, s.clause) for s in first.steps
    )
    with pytest.raises(UnknownNameError):
        table.explain(3)


@pytest.mark.parametrize(
    "kind", [pd.DataFrame, pl.DataFrame, pa.table], ids=["pandas", "polars", "arrow"]
)
def test_a_table_names_its_columns(kind: Any) -> None:
    """Of pandas, Polars or Arrow; what is not asked is left out by its owner."""
    table = due_table(kind(ROWS))
    assert table.error.tolist() == due_table(ROWS).error.tolist()
    assert table.to_arrow().equals(due_table(ROWS).to_arrow())


def test_what_is_wrong_in_one_row_hides_no_other() -> None:
    """No question, a direction that there is not, a deadline with several triggers."""
    asked = ["21 days", "21 days", None, " ", "us/frcp/15(a)(3)", "48 hours"]
    way = ["after", "back", "after", None, None, "after"]
    rows = {"question": asked, "trigger": [DAY] * 6, "direction": way}
    table = due_table(rows, under="us/frcp")
    assert table.due == [date(2026, 6, 24), *[None] * 5]
    assert [ERRORS[code] for code in table.error] == [
        "computed",
        "InvalidValueError",
        *["MissingInputError"] * 4,
    ]
    for row, said in enumerate(
        ("'after' or 'before'", "is no question", "is no question", "trigger='amended"),
        start=1,
    ):
        with pytest.raises(LegalCaseError, match=said):
            table.explain(row)


def test_what_holds_for_all_rows_is_said_once() -> None:
    """By name, as for `compute`."""
    rows = {"question": ["21 days"] * 2, "trigger": [DAY, DAY]}
    assert (
        due_table(rows, under="us/frcp", direction="after").due
        == [date(2026, 6, 24)] * 2
    )


def test_a_table_shows_its_first_rows() -> None:
    """As text and as HTML."""
    table = due_table({name: column * 3 for name, column in ROWS.items()})
    assert str(table).splitlines()[:3] == [
        "DueTable of 15 rows, 6 without an answer, the first 10",
        "row  trigger     due         safe        error",
        "0    2026-06-03  2026-07-09  2026-07-09",
    ]
    assert "<td" in table._repr_html_()


@pytest.mark.parametrize(
    ("columns", "more", "kind", "said"),
    [
        ([], {}, InvalidTypeError, "mapping of name to column"),
        (
            pl.LazyFrame(ROWS["question"]),
            {},
            InvalidTypeError,
            "mapping of name to column",
        ),
        ({**ROWS, "court": {"cand"}}, {}, InvalidTypeError, "The column 'court'"),
        (
            pd.DataFrame(
                [["21 days", DAY, "cand"]], columns=["question", "trigger", "question"]
            ),
            {},
            InvalidTypeError,
            "The column 'question'",
        ),
        (ROWS, {"after": DAY}, ConflictingInputError, "the column holds these days"),
        ({"trigger": []}, {}, MissingInputError, "no column 'question'"),
        ({"question": []}, {}, MissingInputError, "no column 'trigger'"),
        ({**ROWS, "cort": ROWS["court"]}, {}, UnknownNameError, "'cort'"),
        ({**ROWS, "court": ["cand"]}, {}, InvalidValueError, "has 1 rows"),
        ({**ROWS, "court": "cand"}, {}, InvalidTypeError, "by name: court="),
        (
            {**ROWS, "court": [1] * 5},
            {},
            InvalidTypeError,
            "Row 0 of the column 'court'",
        ),
        (ROWS, {"court": "cand"}, ConflictingInputError, "Give it once"),
    ],
    ids=str,
)
def test_what_is_wrong_with_the_columns_is_refused(
    columns: Any, more: dict[str, Any], kind: type[LegalCaseError], said: str
) -> None:
    """Before anything is asked."""
    with pytest.raises(kind, match=said):
        due_table(columns, **more)


def test_the_event_of_a_row_says_from_which_the_day_is() -> None:
    """Of a deadline with several triggers; without one the row has a code."""
    name, word = "us/frcp/15(a)(3)", "amended-pleading-served"
    rows = {
        "question": [name, name],
        "trigger": [DAY, DAY],
        "event": [word, None],
    }
    table = due_table(rows, court="cand")
    assert table.due == [lc.compute(name, after={word: DAY}, court="cand").due, None]
    assert [one.name for one in table.errors] == ["MissingInputError"]
