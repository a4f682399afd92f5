"""Dask answers as one machine does: row by row, in kind, under the law meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import engine_rows as given
import legalcase as lc
from law_folders import changed, copied
from legalcase.batch import ask_dask, prepare, rows_for_batches
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")

KINDS = {
    "datetime64[s]": lambda days: pd.Series(np.array(days, "M8[D]").astype("M8[s]")),
    "arrow": lambda days: pd.Series(days, dtype=pd.ArrowDtype(pa.date32())),
    "objects": lambda days: pd.Series(days, dtype=object),
}


def frame(days: Any, **columns: Any) -> Any:
    """A data frame of Dask in four partitions, with an index of its own."""
    import dask
    import dask.dataframe as dd

    plain = pd.DataFrame({"served": days, **columns})
    plain.index = pd.RangeIndex(100, 100 + len(plain))
    # Dask makes texts of objects, dates too, unless it is told to leave them alone.
    dask.config.set({"dataframe.convert-string": False})
    return dd.from_pandas(plain, npartitions=4)


def answers(found: Any) -> list[Any]:
    """What was computed, as dates and numbers."""
    return given.plain(zip(found["due"], found["safe"], found["error"], strict=True))


@pytest.mark.parametrize(("question", "its"), given.QUESTIONS, ids=str)
def test_every_row_is_that_of_one_machine(
    client: Any, question: str, its: dict[str, Any]
) -> None:
    """Due, safe and code, of days with an answer, without one, and of no day."""
    asked = prepare(question, **its).for_batches("served")
    column = KINDS["arrow"](given.DAYS)
    found = client.compute(ask_dask(frame(column), asked)).result()
    assert answers(found) == given.local(question, its)
    assert list(found.index) == list(range(100, 100 + len(given.DAYS)))


def test_one_machine_is_the_loop() -> None:
    """So all of this is what `compute` says, one by one."""
    question, its = given.QUESTIONS[0]
    expected = [given.by_loop(question, its, day) for day in given.DAYS]
    assert given.local(question, its) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_back_is_of_the_kind_that_was_given(client: Any, kind: str) -> None:
    """And Dask was told so beforehand: what it promises is what comes."""
    days = [day for day in given.DAYS if day is None or day.year < 2100]
    asked = prepare("us/frcp/33(b)(2)", court="cand").for_batches("served")
    lazy = ask_dask(frame(KINDS[kind](days)), asked)
    found = client.compute(lazy).result()
    assert (lazy.dtypes == found.dtypes).all()
    assert found["due"].dtype == found["safe"].dtype == found["served"].dtype
    assert found["error"].dtype == np.int16


def test_rows_name_their_questions(client: Any) -> None:
    """Several questions, an unknown one among them, and missing courts."""
    rows = given.rows()
    days = pd.Series(rows.pop("served"), dtype=pd.ArrowDtype(pa.date32()))
    asked = rows_for_batches(given.NAMED)
    found = client.compute(ask_dask(frame(days, **rows), asked)).result()
    assert answers(found) == given.local_rows()
    assert list(found["id"]) == rows["id"]


def test_closures_go_along(client: Any) -> None:
    """A law with closures that were announced is that law in a worker too."""
    flood = lc.Closure(
        on=date(2006, 7, 10),
        name="flood",
        kind="legal-holiday",
        authority=lc.Authority(cite="Gen. Order 14"),
    )
    law = lc.Law.bundled().with_closures({"us": [flood]})
    question, its = given.QUESTIONS[1]
    asked = prepare(question, law=law, **its).for_batches("served", prefix="their_")
    column = KINDS["arrow"](given.DAYS)
    found = client.compute(ask_dask(frame(column), asked)).result()
    found.columns = [name.removeprefix("their_") for name in found.columns]
    assert answers(found) == given.local(question, its, law)


def test_an_unpickled_law_is_the_one_of_its_process(client: Any) -> None:
    """So that the second task finds what the first has read."""
    worker = next(iter(client.scheduler_info()["workers"]))

    def where(law: lc.Law, _: int) -> tuple[bool, int]:
        return law is lc.Law.bundled(), id(law)

    there = {"workers": [worker], "pure": False}
    for law in (lc.Law.bundled(), _with_a_closure()):
        tasks = [client.submit(where, law, number, **there) for number in range(4)]
        found = client.gather(tasks)
        assert len({place for _, place in found}) == 1
        assert {own for own, _ in found} == {law is lc.Law.bundled()}


def test_a_question_is_made_ready_once_in_a_process(client: Any) -> None:
    """What a partition asked is kept for the next one."""
    asked = prepare("us/frcp/33(b)(2)", court="nysd").for_batches("served")
    worker = next(iter(client.scheduler_info()["workers"]))

    def kept(asked: Any, _: int) -> int:
        asked(pa.table({"served": [date(2026, 6, 3)]}))
        return id(asked._made_ready())

    there = {"workers": [worker], "pure": False}
    tasks = [client.submit(kept, asked, number, **there) for number in range(3)]
    assert len(set(client.gather(tasks))) == 1


def test_another_law_in_a_worker_is_refused(client: Any, tmp_path: Path) -> None:
    """A folder that says something else there than where the question was made."""
    folder = copied(tmp_path)
    law = lc.Law.bundled().with_folder(folder)
    asked = prepare("us/frcp/33(b)(2)", law=law).for_batches("served")
    lazy = ask_dask(frame(KINDS["arrow"](given.DAYS)), asked)
    changed(folder, "xx/deadlines/cp.toml", "28 days", "27 days")
    with pytest.raises(ConflictingInputError, match="this worker has") as caught:
        client.compute(lazy).result()
    assert "Put the same files there on every machine." in str(caught.value)


def test_bad_columns_are_refused_before_anything_is_sent() -> None:
    """A column that is missing, of text, of numbers, or has the name of an answer."""
    asked = prepare("us/frcp/33(b)(2)").for_batches("served")
    days = KINDS["arrow"](given.DAYS)
    with pytest.raises(MissingInputError, match="no column 'filed'"):
        ask_dask(frame(days), prepare("us/frcp/33(b)(2)").for_batches("filed"))
    with pytest.raises(InvalidTypeError, match=r"holds str.*to_datetime"):
        ask_dask(frame(pd.Series(["2026-06-03"] * 4)), asked)
    with pytest.raises(InvalidTypeError, match="holds int64, and no dates"):
        ask_dask(frame(pd.Series([1, 2, 3, 4])), asked)
    with pytest.raises(ConflictingInputError, match="prefix='answer_'"):
        ask_dask(frame(days, due=days), asked)
    with pytest.raises(InvalidTypeError, match="data frame of Dask, not a DataFrame"):
        ask_dask(pd.DataFrame({"served": days}), asked)
    with pytest.raises(InvalidTypeError, match="asked needs a BatchQuestion"):
        ask_dask(frame(days), "us/frcp/33(b)(2)")  # type: ignore[arg-type]  # that is the point


def test_a_time_of_day_is_refused_where_it_is_found(client: Any) -> None:
    """With its row and what to do, through Dask."""
    asked = prepare("us/frcp/33(b)(2)").for_batches("served")
    column = pd.Series(pd.to_datetime(["2026-06-03 00:00", "2026-06-03 17:00"] * 2))
    with pytest.raises(InvalidValueError, match="has a time of day"):
        client.compute(ask_dask(frame(column), asked)).result()


def _with_a_closure() -> lc.Law:
    flood = lc.Closure(
        on=date(2026, 7, 9),
        name="flood",
        kind="legal-holiday",
        authority=lc.Authority(cite="Gen. Order 14"),
    )
    return lc.Law.bundled().with_closures({"us": [flood]})
