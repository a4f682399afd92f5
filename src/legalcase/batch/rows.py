"""Rows that name their questions: each question is asked of its own rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from legalcase.batch.by_day.asker import Asker, check_direction
from legalcase.batch.by_day.day_table import Answers
from legalcase.batch.codes import Patterns
from legalcase.batch.columns.column import Column, is_missing
from legalcase.batch.columns.reading import read_column
from legalcase.batch.given import check_names, kept
from legalcase.batch.tables import DueTable
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.law.lawbook import Law, law_given
from legalcase.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Rows", "answered", "asker_of", "check_rows", "read_rows", "rows_asked"]

#: The columns without which there is no question.
_NEEDED: Final = ("question", "trigger")
#: What a question has besides what `compute` takes. `event` is the word that `prepare`
#: calls the trigger: here that is the column of days.
_OURS: Final = ("direction", "event")
#: What can be gone through, and has no rows in an order.
_NO_ROWS: Final = (str, bytes, Mapping, set, frozenset)


class Rows(NamedTuple):
    """Rows as they were read: their days, what they ask, and which asks what.

    `named` are the columns besides the days; of each of `questions` the values in
    these, and `which` tells of each row the place of its own.
    """

    column: Column
    named: tuple[str, ...]
    questions: tuple[tuple[str | None, ...], ...]
    which: NDArray[np.intp]


def rows_asked(columns: object, law: object, given: Mapping[str, Any]) -> DueTable:
    """Return what is due of rows, each with its own question."""
    columns, given = named_columns(columns), kept(given)
    check_rows(columns, given)
    rows, law = read_rows(columns), law_given(law)
    patterns = Patterns()
    asked = [
        asker_of(rows.named, values, law, given, patterns) for values in rows.questions
    ]
    return DueTable(rows.column, answered(rows, asked, forget=True), asked, rows.which)


def check_rows(names: Iterable[str], given: Mapping[str, Any]) -> None:
    """Raise what is wrong with the names of the columns, and what holds for all rows.

    Raises `MissingInputError`, `UnknownNameError` and `ConflictingInputError`.
    """
    for name in _NEEDED:
        if name not in names:
            msg = (
                f"There is no column {name!r}. Give 'question', a deadline or a period "
                "a row, and 'trigger', its day."
            )
            raise MissingInputError(msg, field="columns", value=None)
    named = [name for name in names if name not in _NEEDED]
    check_names({**dict.fromkeys(named), **given}, *_OURS)
    check_direction(given.get("direction"))
    twice = sorted(set(named) & set(given))
    if twice:
        msg = f"{twice[0]} is given as a column and for all rows. Give it once."
        raise ConflictingInputError(msg, field=twice[0], value=None)


def read_rows(columns: Mapping[str, object]) -> Rows:
    """Return the rows of columns whose names were checked."""
    read = read_column(columns["trigger"])
    size = read.days.size
    names = ("question", *(name for name in columns if name not in _NEEDED))
    texts = [_texts(name, columns[name]) for name in names]
    for name, column in zip(names, texts, strict=True):
        if len(column) != size:
            msg = (
                f"The column {name!r} has {len(column)} rows, and 'trigger' has "
                f"{size}. Give as many in each."
            )
            raise InvalidValueError(msg, field=name, value=len(column))
    numbers: dict[tuple[str | None, ...], int] = {}
    which = np.fromiter(
        (numbers.setdefault(key, len(numbers)) for key in zip(*texts, strict=True)),
        dtype=np.intp,
        count=size,
    )
    return Rows(read, names, tuple(numbers), which)


def asker_of(
    named: tuple[str, ...],
    values: tuple[str | None, ...],
    law: Law,
    given: Mapping[str, Any],
    patterns: Patterns | None = None,
) -> Asker:
    """Return who is asked what a row says in its columns, with what holds for all."""
    said = {
        name: value
        for name, value in zip(named, values, strict=True)
        if value is not None
    }
    its: dict[str, Any] = {**given, **said}
    question = its.pop("question", "")
    direction, event = (its.pop(name, None) for name in _OURS)
    return Asker(
        question,
        law=law,
        trigger=event,
        direction=direction,
        given=its,
        patterns=patterns,
    )


def answered(rows: Rows, asked: Sequence[Asker], *, forget: bool) -> Answers:
    """Return the answers of rows; `forget` what was computed as soon as it is here."""
    found = Answers.without_dates(rows.which.size)
    read = rows.column
    # The rows of one question lie together in this order, and are looked up at once.
    order = np.argsort(rows.which, kind="stable")
    bounds = np.searchsorted(rows.which[order], np.arange(len(asked) + 1))
    for number, one in enumerate(asked):
        its = order[bounds[number] : bounds[number + 1]]
        part = read._replace(
            days=read.days[its],
            missing=None if read.missing is None else read.missing[its],
        )
        found.put(its, one.answers(part))
        if forget:
            one.forget()
    return found


def _texts(name: str, column: object) -> list[str | None]:
    """Return a column of texts as a list; what stands for none is ``None``."""
    is_one = isinstance(column, Iterable) and not isinstance(column, _NO_ROWS)
    # Two columns of one name are a table, of pandas.
    if not is_one or hasattr(type(column), "columns"):
        msg = (
            f"The column {name!r} is {shown(column)}. Give a text a row; what holds "
            f"for all rows is given by name: {name}=…."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    values: Any = column
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, method):
            values = getattr(column, method)()
            break
    found: list[str | None] = []
    for row, value in enumerate(values):
        if isinstance(value, str):
            found.append(value)
        elif is_missing(value):
            found.append(None)
        else:
            msg = f"Row {row} of the column {name!r} is {shown(value)}. Give a text."
            raise InvalidTypeError(msg, field=name, value=row)
    return found


def named_columns(columns: object) -> Mapping[str, object]:
    """Return columns by name; a table of pandas, Polars or Arrow has them so."""
    if isinstance(columns, Mapping):
        return columns
    # A lazy frame has no columns to take; nothing else that is lazy has a length.
    names = getattr(columns, "column_names", None)
    if names is None and isinstance(columns, Sized):
        names = getattr(columns, "columns", None)
    if names is not None and hasattr(columns, "__getitem__"):
        table: Any = columns
        return {name: table[name] for name in names}
    msg = (
        f"columns needs a mapping of name to column, or a table, not {shown(columns)}. "
        "Pass {'question': [...], 'trigger': [...], 'court': [...]}."
    )
    raise InvalidTypeError(msg, field="columns", value=None)
