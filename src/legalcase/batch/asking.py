"""From a question and its columns to what is asked, each question of its own rows."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sized
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.asker import Asker, check_direction
from legalcase.batch.codes import Patterns
from legalcase.batch.columns.column import is_missing
from legalcase.batch.columns.reading import read_column
from legalcase.batch.day_table import Answers
from legalcase.batch.prepared import PreparedQuestion
from legalcase.batch.tables import DueTable
from legalcase.dates import DateRange
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.law.lawbook import Law, law_given
from legalcase.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["question_of", "rows_asked"]

_ANCHORS: Final = ("after", "before", "extending")
#: What `compute` takes by name, the question and its anchors excepted.
_NAMES: Final = tuple(
    name
    for name, parameter in inspect.signature(Law.compute).parameters.items()
    if parameter.kind is inspect.Parameter.KEYWORD_ONLY and name not in _ANCHORS
)
_KIND: Final = "argument of compute"
#: The columns without which there is no question.
_NEEDED: Final = ("question", "trigger")
#: What a question has besides what `compute` takes. `event` is the word that `prepare`
#: calls the trigger: here that is the column of days.
_OURS: Final = ("direction", "event")
#: Of what `compute` takes, what holds several things; and what is one though it could
#: be gone through.
_SEVERAL: Final = ("facts", "readings", "legal_holidays", "inaccessible", "suspensions")
_OF_ONE: Final = (str, bytes, DateRange)
#: What can be gone through, and has no rows in an order.
_NO_ROWS: Final = (str, bytes, Mapping, set, frozenset)
#: The day on which a question is tried, of a year that every law covers; then, where it
#: is refused, days of older texts, and of those that are to come.
_TRIED: Final = (
    date(2026, 6, 3),
    *(date(year, 6, 3) for year in (2020, 2012, 2004, 1997, 1990, 2028)),
)


def question_of(
    question: object,
    law: object,
    trigger: str | None,
    direction: str | None,
    given: Mapping[str, Any],
) -> PreparedQuestion:
    """Return a question that was tried, and is wrong for no day as such."""
    _check_names(given)
    if not isinstance(question, str):
        msg = (
            f"A question is a deadline's id or a period, not {shown(question)}. Write "
            "'us/frcp/33(b)(2)' or '21 days', say."
        )
        raise InvalidTypeError(msg, field="question", value=None)
    check_direction(direction)
    asker = Asker(
        question,
        law=law_given(law),
        trigger=trigger,
        direction=direction,
        given=_kept(given),
    )
    asker.try_on(*_TRIED)
    return PreparedQuestion(asker)


def rows_asked(columns: object, law: object, given: Mapping[str, Any]) -> DueTable:
    """Return what is due of rows, each with its own question."""
    columns, given = _named(columns), _kept(given)
    for name in _NEEDED:
        if name not in columns:
            msg = (
                f"There is no column {name!r}. Give 'question', a deadline or a period "
                "a row, and 'trigger', its day."
            )
            raise MissingInputError(msg, field="columns", value=None)
    named = [name for name in columns if name not in _NEEDED]
    _check_names({**dict.fromkeys(named), **given}, *_OURS)
    check_direction(given.get("direction"))
    twice = sorted(set(named) & set(given))
    if twice:
        msg = f"{twice[0]} is given as a column and for all rows. Give it once."
        raise ConflictingInputError(msg, field=twice[0], value=None)
    read = read_column(columns["trigger"])
    size = read.days.size
    texts = {name: _texts(name, columns[name]) for name in ("question", *named)}
    for name, column in texts.items():
        if len(column) != size:
            msg = (
                f"The column {name!r} has {len(column)} rows, and 'trigger' has "
                f"{size}. Give as many in each."
            )
            raise InvalidValueError(msg, field=name, value=len(column))
    asked, which = _questions(texts, named, law_given(law), given)
    found = Answers.without_dates(size)
    # The rows of one question lie together in this order, and are looked up at once.
    order = np.argsort(which, kind="stable")
    bounds = np.searchsorted(which[order], np.arange(len(asked) + 1))
    for number, one in enumerate(asked):
        rows = order[bounds[number] : bounds[number + 1]]
        part = read._replace(
            days=read.days[rows],
            missing=None if read.missing is None else read.missing[rows],
        )
        found.put(rows, one.answers(part))
        one.forget()
    return DueTable(read, found, asked, which)


def _questions(
    texts: Mapping[str, list[str | None]],
    named: list[str],
    law: Law,
    given: Mapping[str, Any],
) -> tuple[list[Asker], NDArray[np.intp]]:
    """Return the distinct questions, and which of them each row asks."""
    numbers: dict[tuple[str | None, ...], int] = {}
    which = np.fromiter(
        (
            numbers.setdefault(key, len(numbers))
            for key in zip(*texts.values(), strict=True)
        ),
        dtype=np.intp,
        count=len(texts["question"]),
    )
    patterns = Patterns()
    asked = []
    for question, *values in numbers:
        said = {
            name: value
            for name, value in zip(named, values, strict=True)
            if value is not None
        }
        its: dict[str, Any] = {**given, **said}
        direction, event = (its.pop(name, None) for name in _OURS)
        asked.append(
            Asker(
                question or "",
                law=law,
                trigger=event,
                direction=direction,
                given=its,
                patterns=patterns,
            )
        )
    return asked, which


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


def _check_names(given: Mapping[str, object], *ours: str) -> None:
    for name in given:
        if name in _ANCHORS:
            msg = (
                f"There is no {name}= here: the column holds these days. Leave it out; "
                "of a bare period, direction='after' or 'before' says which way."
            )
            raise ConflictingInputError(msg, field=name, value=None)
        if name not in _NAMES and name not in ours:
            raise UnknownNameError.among(_KIND, name, (*_NAMES, *ours))


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given, in copies: each row asks again, and asks the same.

    A list or a mapping that the caller changes later is not what was asked, and an
    iterator would be at its end after the first day.
    """
    kept = dict(given)
    for name in _SEVERAL:
        value = given.get(name)
        if isinstance(value, Mapping):
            kept[name] = dict(value)
        elif isinstance(value, Iterable) and not isinstance(value, _OF_ONE):
            kept[name] = tuple(value)
    return kept


def _named(columns: object) -> Mapping[str, object]:
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
