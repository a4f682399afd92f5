"""Cells: what stands in one, read as what its column says, and written again."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from operator import index
from typing import TYPE_CHECKING, Any, Final

from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.interop.rows.columns import Column

__all__ = ["Unreadable", "is_empty", "joined", "read_cell", "split"]

_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_INSTANT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?"
)
_ID: Final = re.compile(r"[!-~]{1,200}")
_TRUTHS: Final = {"yes": True, "true": True, "no": False, "false": False}
#: How data frames write that a cell is empty, by the names of their types.
_MISSING: Final = frozenset({"NAType", "NaTType"})
_PART: Final = re.compile(r"(?:[^;\\]|\\.)+", re.DOTALL)


class Unreadable(ValueError):  # noqa: N818 - it never leaves this package
    """A cell that cannot be read; its text says why, and what to do."""


def is_empty(value: object) -> bool:
    """Tell whether a cell has nothing in it, in the ways of CSV and of data frames."""
    if value is None or type(value).__name__ in _MISSING:
        return True
    if isinstance(value, str):
        return not value.strip()
    # Not a number is how data frames leave cells of other types empty.
    return isinstance(value, float) and value != value  # noqa: PLR0124 - see above


def read_cell(column: Column, value: object, date_format: str | None) -> Any:
    """Return what a cell says; raises `Unreadable`."""
    found = _READERS[column.sort](value, date_format)
    if column.choices and found not in column.choices:
        msg = f"{shown(found)} is none of {', '.join(column.choices)}"
        raise Unreadable(msg)
    return found


def _text(value: object, _: str | None) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool | float) or not hasattr(value, "__index__"):
        msg = (
            f"text is wanted, not {type(value).__name__} {shown(value)}: read the "
            "column as text (dtype=str)"
        )
        raise Unreadable(msg)
    return str(index(value))


def _id(value: object, _: str | None) -> str:
    text = _text(value, None)
    if not _ID.fullmatch(text):
        msg = (
            f"{shown(text)} is no id: write 1 to 200 printable ASCII characters "
            "without blanks"
        )
        raise Unreadable(msg)
    return text


def _list(value: object, _: str | None) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        if not all(isinstance(one, str) and one.strip() for one in value):
            msg = "a list of texts is wanted"
            raise Unreadable(msg)
        return tuple(one.strip() for one in value)
    return split(_text(value, None))


def split(text: str) -> tuple[str, ...]:
    r"""Return the parts of a text with semicolons between; ``\;`` is one in a part."""
    parts = (re.sub(r"\\(.)", r"\1", one).strip() for one in _PART.findall(text))
    return tuple(one for one in parts if one)


def joined(parts: Iterable[str]) -> str | None:
    """Return parts as one text with semicolons between; ``None`` if there are none."""
    escaped = (one.replace("\\", "\\\\").replace(";", "\\;") for one in parts)
    return ";".join(escaped) or None


def _date(value: object, date_format: str | None) -> date:
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        # A data frame has no dates: a day is an instant without a zone, at midnight.
        if value.tzinfo is None and value.time() == time():
            return date(value.year, value.month, value.day)
        msg = f"{shown(value.isoformat())} is an instant: give the day alone"
        raise Unreadable(msg)
    if not isinstance(value, str):
        msg = f"a date is wanted, not {type(value).__name__} {shown(value)}"
        raise Unreadable(msg)
    text = value.strip()
    if date_format is not None:
        return _formatted(text, date_format)
    try:
        return date.fromisoformat(text if _ISO_DAY.fullmatch(text) else "")
    except ValueError:
        msg = (
            f"{shown(text)} is no date of ISO 8601: write 2026-06-03, or say how dates "
            "are written with date_format='%d/%m/%Y', say"
        )
    raise Unreadable(msg)


def _formatted(text: str, date_format: str) -> date:
    try:
        # The zone, if the format has one, says nothing of a day.
        return datetime.strptime(text, date_format).date()  # noqa: DTZ007 - a day only
    except ValueError:
        msg = f"{shown(text)} is no date as date_format={shown(date_format)} has them"
    raise Unreadable(msg)


def _instant(value: object, _: str | None) -> datetime:
    if isinstance(value, str):
        text = value.strip()
        try:
            value = datetime.fromisoformat(text if _ISO_INSTANT.fullmatch(text) else "")
        except ValueError:
            msg = (
                f"{shown(text)} is no instant of ISO 8601: write "
                "2026-06-03T14:30:00-07:00"
            )
            raise Unreadable(msg) from None
    if not isinstance(value, datetime):
        msg = f"an instant is wanted, not {type(value).__name__} {shown(value)}"
        raise Unreadable(msg)
    if value.utcoffset() is None:
        msg = (
            f"{shown(value.isoformat())} says no offset from UTC: write "
            f"{value.isoformat()}-07:00, say"
        )
        raise Unreadable(msg)
    # A plain one, whatever a data frame made of it.
    return datetime.combine(date(value.year, value.month, value.day), value.timetz())


def _truth(value: object, _: str | None) -> bool:
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return bool(value)
    if isinstance(value, str) and value.strip().casefold() in _TRUTHS:
        return _TRUTHS[value.strip().casefold()]
    msg = f"{shown(value)} is neither yes nor no"
    raise Unreadable(msg)


_READERS: Final = {
    "text": _text,
    "id": _id,
    "list": _list,
    "date": _date,
    "instant": _instant,
    "truth": _truth,
}
