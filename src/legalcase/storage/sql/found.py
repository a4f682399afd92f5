"""Found: rows of the tables of lists as what they say, or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import DecodeError
from legalcase.ports.rows import LineRow
from legalcase.storage.projecting import Attribute, due_row, text_of
from legalcase.storage.units.reading.primitives import NO_DAY

if TYPE_CHECKING:
    from legalcase.ports.rows import DueRow

__all__ = ["attribute_in", "due_in", "line_in"]


def due_in(row: tuple[Any, ...]) -> DueRow:
    """Return what is due, of a row with its day; raises `DecodeError`."""
    found = due_row(row[1:-1], row[-1])
    if row[0] != (NO_DAY if row[4] is None else row[4]):
        msg = (
            f"What lists say of {row[3]!r} of {row[1]!r} stands under another day. "
            "Call rebuild() on the store."
        )
        raise DecodeError(msg, problems=(("$.day", "is another than that of the row"),))
    return found


def line_in(stream: str, number: int, kind: str | None) -> LineRow:
    """Return where a line stands; raises `DecodeError` where its kind is not known."""
    if kind is None:
        msg = (
            f"Of which kind line {number} of {stream!r} is, is not as it was stored. "
            "Call rebuild() on the store."
        )
        raise DecodeError(msg, problems=(("$.kind", "is not what was stored"),))
    return LineRow(stream, number, kind)


def attribute_in(name: str, value: str, what: str, item_id: str) -> Attribute:
    """Return a word by which something is found; raises `DecodeError`."""
    try:
        return Attribute(name, text_of(value), what, item_id)
    except (ValueError, TypeError):
        # Outside the handler: what is raised there can hold what is stored.
        pass
    msg = "A word by which a case is found is not as it was stored. Call rebuild()."
    raise DecodeError(msg, problems=(("$.attribute", "is not what was stored"),))
