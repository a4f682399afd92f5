"""Making the values of a snapshot: all of one class at once, column by column."""

from __future__ import annotations

from collections import deque
from datetime import date, datetime
from itertools import groupby, islice, repeat
from typing import TYPE_CHECKING, Any

from legalcase.codec.snapshots.layout import CONSTANTS
from legalcase.codec.snapshots.shapes import Shape, Unfit, class_named, shape_of
from legalcase.codec.text.moments import instant_from_text
from legalcase.kernel import Register
from legalcase.kernel.register import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["made"]

_Column = int | list[int]


def made(sections: list[Any], packages: frozenset[str]) -> Any:
    """Return the value that sections of a snapshot are.

    Nothing of it is checked again: it was checked when it was made, and the text is as
    it was written. Raises whatever is wrong with sections that nobody wrote.
    """
    ints, floats, texts, dates, instants, members, classes, groups, root = sections
    shapes = [_shape(packages, *one) for one in classes]
    values: list[Any] = [
        *CONSTANTS,
        *ints,
        *map(float, floats),
        *texts,
        *map(date.fromordinal, dates),
        *map(_instant, instants),
        *[shapes[shape].cls.__members__[name] for shape, name in members],
    ]
    for _, stage in groupby(groups, key=lambda group: group[0]):
        empty: list[tuple[Shape, list[Any], list[_Column]]] = []
        for _, _, kind, of, data in stage:
            if kind == "attrs":
                cls = shapes[of].cls
                found = [*map(object.__new__, repeat(cls, _count(data)))]
                empty.append((shapes[of], found, data))
                values += found
            elif kind == "named":
                cls = shapes[of].cls
                values += map(tuple.__new__, repeat(cls), _rows(values, data))
            elif kind == "tuple":
                values += _rows(values, data)
            else:
                of_row = _IN_ROWS[kind]
                get = values.__getitem__
                # A list first: a row may need the values, and not those in the making.
                values += [of_row([*map(get, row)]) for row in data]
        for shape, things, columns in empty:
            _fill(shape, things, columns, values)
    return values[root]


def _shape(packages: frozenset[str], module: str, name: str, stamp: str) -> Shape:
    cls = class_named(module, name) if module.partition(".")[0] in packages else None
    shape = None if cls is None else shape_of(cls)
    if shape is None or shape.stamp != stamp:
        reason = "a class is not as it was"
        raise Unfit(reason)
    return shape


def _instant(text: str) -> datetime:
    if text[-1] != "]":
        return datetime.fromisoformat(text)
    return instant_from_text(text)


def _count(columns: list[_Column]) -> int:
    """Return how many things lie in columns: one, if no column says it."""
    counts = {len(column) for column in columns if isinstance(column, list)} or {1}
    if len(counts) > 1:
        reason = "columns are not of one length"
        raise Unfit(reason)
    return counts.pop()


def _parts(values: list[Any], column: _Column) -> Iterable[Any]:
    if isinstance(column, int):
        return repeat(values[column])
    return map(values.__getitem__, column)


def _rows(values: list[Any], columns: list[_Column]) -> list[tuple[Any, ...]]:
    parts = [_parts(values, column) for column in columns]
    if not parts:  # a named tuple of nothing
        return [()]
    # A column in which all are the same has no end.
    return [*islice(zip(*parts, strict=False), _count(columns))]


def _fill(
    shape: Shape, things: list[Any], columns: list[_Column], values: list[Any]
) -> None:
    memos = [(name, repeat(default)) for name, default in shape.memos]
    parts = [_parts(values, column) for column in columns]
    for name, column in (*zip(shape.names, parts, strict=True), *memos):
        # By the slot itself: the class is frozen, and its checks were made before.
        setter = getattr(shape.cls, name).__set__
        deque(map(setter, things, column), maxlen=0)


def _register(row: list[Any]) -> Register[Any]:
    noun, hint, *rest = row
    size = len(rest) // 2
    return filled(Register(noun, hint), rest[:size], rest[size:])


def _dict(row: list[Any]) -> dict[Any, Any]:
    size = len(row) // 2
    return dict(zip(row[:size], row[size:], strict=True))


_IN_ROWS: dict[str, Callable[[list[Any]], Any]] = {
    "dict": _dict,
    "frozenset": frozenset,
    "register": _register,
    "tuples": tuple,
}
