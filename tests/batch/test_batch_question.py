"""A question of batches: the local answers, in kind, by whatever process asks it."""

from __future__ import annotations

import pickle
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import engine_rows as given
import legalcase as lc
from law_folders import changed, copied
from legalcase.batch import ask_dask, ask_spark, prepare, rows_for_batches
from legalcase.batch.engines import batch_question
from legalcase.batch.engines.same_law import LawThere, digest_of
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    MissingExtraError,
    MissingInputError,
    UnknownNameError,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATE: Any = pa.date32()
QUESTION, ITS = given.QUESTIONS[0]
NEAR = [day for day in given.DAYS if day is None or day.year < 2100]

KINDS: dict[str, Callable[[list[Any]], Any]] = {
    "record batch": lambda days: pa.record_batch({"served": pa.array(days, DATE)}),
    "table": lambda days: pa.table({"served": pa.array(days, DATE)}),
    "timestamps": lambda days: pa.table(
        {"served": pa.array(days, DATE).cast(pa.timestamp("us"))}
    ),
    "pandas": lambda days: pd.DataFrame({"served": np.array(days, "M8[D]")}),
    "pandas of Arrow": lambda days: pd.DataFrame(
        {"served": pd.Series(days, dtype=pd.ArrowDtype(DATE))}
    ),
    "pandas objects": lambda days: pd.DataFrame(
        {"served": pd.Series(days, dtype=object)}
    ),
    "polars": lambda days: pl.DataFrame({"served": days}),
}


def kind_of(column: Any) -> str:
    """The type of a column, in the words of its library."""
    return str(getattr(column, "type", getattr(column, "dtype", None)))


def answers(batch: Any) -> list[Any]:
    """The answers in a batch of any library."""
    columns = (batch[name] for name in ("due", "safe", "error"))
    lists = (one.to_pylist() if hasattr(one, "to_pylist") else one for one in columns)
    return given.plain(zip(*lists, strict=True))


def asked(**its: Any) -> Any:
    """The first question, of a column `served`."""
    return prepare(QUESTION, **ITS, **its).for_batches("served")


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_comes_back_in_kind_with_the_local_answers(kind: str) -> None:
    """The class of the batch, and the types of its days; codes are signed."""
    batch = KINDS[kind](NEAR)
    found = asked()(batch)
    assert type(found) is type(batch)
    assert kind_of(found["due"]) == kind_of(found["safe"]) == kind_of(batch["served"])
    assert kind_of(found["error"]).lower() == "int16"
    local = given.local(QUESTION, ITS)
    expected = [
        its
        for day, its in zip(given.DAYS, local, strict=True)
        if day is None or day.year < 2100
    ]
    assert answers(found) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_without_rows_is_answered(kind: str) -> None:
    """Engines ask of none to learn what will come, and have empty partitions."""
    batch = (
        KINDS[kind](NEAR)[:0] if "batch" not in kind else KINDS[kind](NEAR).slice(0, 0)
    )
    found = asked()(batch)
    assert answers(found) == []
    assert kind_of(found["due"]) == kind_of(batch["served"])


def test_rows_name_their_questions() -> None:
    """As `due_table` answers them, in columns of their own names."""
    rows = given.rows()
    found = rows_for_batches(given.NAMED)(pa.table(rows))
    assert answers(found) == given.local_rows()
    again = rows_for_batches(given.NAMED, prefix="their_")(found)
    assert again["their_due"].equals(found["due"])


def test_polars_asks_it_of_a_lazy_frame() -> None:
    """`map_batches` takes it as it is."""
    frame = pl.DataFrame({"served": NEAR})
    schema = {"served": pl.Date, "due": pl.Date, "safe": pl.Date, "error": pl.Int16}
    found = frame.lazy().map_batches(asked(), schema=schema).collect()
    assert found.equals(asked()(frame))


def test_polars_joins_the_table() -> None:
    """Row by row what the question answers; a row without a day finds nothing."""
    question = prepare(QUESTION, **ITS)
    span = question.between(date(1980, 1, 1), date(2090, 12, 31)).to_arrow()
    frame = pl.DataFrame({"served": NEAR})
    table: Any = pl.from_arrow(span)
    found = frame.join(table, left_on="served", right_on="trigger", how="left")
    rows = zip(NEAR, answers(asked()(frame)), strict=True)
    expected = [(None, None, None) if day is None else its for day, its in rows]
    assert found.select("due", "safe", "error").rows() == expected


def test_a_question_goes_as_text_and_is_kept_by_its_process() -> None:
    """What arrives is small, asks the law of its process, and finds its answers."""
    question = asked()
    sent = pickle.dumps(question)
    assert len(sent) < 1000
    first, second = pickle.loads(sent), pickle.loads(sent)
    assert first is not second
    assert repr(first) == repr(question)
    assert first._law is lc.Law.bundled()
    batch = pa.table({"served": given.DAYS})
    assert first(batch).equals(question(batch))
    assert second._made_ready() is first._made_ready()
    assert first.__dask_tokenize__() == question.__dask_tokenize__()
    other = asked(as_of=date(2024, 1, 2))
    assert first.__dask_tokenize__() != other.__dask_tokenize__()


def test_an_unpickled_law_is_the_one_of_its_process(tmp_path: Path) -> None:
    """The bundled one, one with closures, one of a folder: each is found again."""
    flood = lc.Closure(
        on=date(2026, 7, 9),
        name="flood",
        kind="legal-holiday",
        authority=lc.Authority(cite="Gen. Order 14"),
    )
    law = lc.Law.bundled()
    assert pickle.loads(pickle.dumps(law)) is law
    folder = law.with_folder(copied(tmp_path))
    for one in (law.with_closures({"us": [flood]}), folder):
        sent = pickle.dumps(one)
        assert pickle.loads(sent) is pickle.loads(sent)
        assert pickle.loads(sent) == one


def test_another_law_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another package, other bundled files, another folder, or one that is gone."""
    law = lc.Law.bundled()
    here = LawThere.of(law)
    older = here._replace(package="0.9.0")
    with pytest.raises(ConflictingInputError, match=r"under legalcase 0\.9\.0, and"):
        older.check(law)
    other = here._replace(folders=(("", "f" * 64),))
    with pytest.raises(
        ConflictingInputError, match="the bundled law ffffffffffff, and"
    ):
        other.check(law)
    folder = copied(tmp_path)
    laid = law.with_folder(folder)
    there = LawThere.of(laid)
    there.check(laid)
    changed(folder, "xx/deadlines/cp.toml", "28 days", "27 days")
    with pytest.raises(ConflictingInputError, match="this worker has") as caught:
        there.check(laid)
    assert "Put the same files there on every machine." in str(caught.value)
    folder.rename(tmp_path / "gone")
    with pytest.raises(ConflictingInputError, match="has no law in that folder"):
        there.check(laid)
    monkeypatch.setattr(batch_question, "_ready", {})
    question = asked()
    monkeypatch.setattr(question, "_there", older)
    with pytest.raises(ConflictingInputError, match="Install one version on every"):
        question(pa.table({"served": given.DAYS}))


def test_a_digest_is_of_what_files_say(tmp_path: Path) -> None:
    """Equal wherever they lie and whenever they were written."""
    one, two = copied(tmp_path, to="one"), copied(tmp_path, to="two")
    assert digest_of(str(one)) == digest_of(str(two)) != ""
    changed(two, "xx/deadlines/cp.toml", "28 days", "27 days")
    assert digest_of(str(one)) != digest_of(str(two))
    assert digest_of(str(tmp_path / "none")) == ""


def test_bad_input_says_what_to_do() -> None:
    """Columns that are missing, in the way, or unknown; what is no batch; a prefix."""
    question, day = asked(), [date(2026, 6, 3)]
    with pytest.raises(
        MissingInputError, match="'served', which is to hold the trigger"
    ):
        question(pa.table({"filed": day}))
    with pytest.raises(ConflictingInputError, match="column 'safe' already"):
        question(pa.table({"served": day, "safe": day}))
    with pytest.raises(InvalidTypeError, match="A list is no batch of rows"):
        question([date(2026, 6, 3)])
    with pytest.raises(InvalidTypeError, match="A LazyFrame is no batch of rows"):
        question(pl.DataFrame({"served": day}).lazy())
    with pytest.raises(InvalidTypeError, match="prefix=3 is no text"):
        prepare(QUESTION).for_batches("served", prefix=3)  # type: ignore[arg-type]  # that is the point
    with pytest.raises(InvalidTypeError, match="columns needs a mapping"):
        rows_for_batches(["question"])  # type: ignore[arg-type]  # that is the point
    with pytest.raises(MissingInputError, match="no column 'trigger'"):
        rows_for_batches({"question": "rule"})
    with pytest.raises(UnknownNameError, match="cuort"):
        rows_for_batches({**given.NAMED, "cuort": "venue"})
    with pytest.raises(ConflictingInputError, match="court is given as a column and"):
        rows_for_batches(given.NAMED, court="cand")


@pytest.mark.parametrize("ask", [ask_dask, ask_spark])
def test_without_the_engine_its_extra_is_named(
    ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else of this package needs it."""
    extra = ask.__name__.removeprefix("ask_")
    for name in ("dask", "dask.dataframe", "pyspark", "pyspark.sql"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=rf"'legalcase\[{extra}\]'"):
        ask(None, asked())
