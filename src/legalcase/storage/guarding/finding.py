"""Finding: the rows that somebody sees, in pages of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.directory.facet import MODELS
from legalcase.kernel.events.event import is_fenced_kind
from legalcase.kernel.lines.correction import CORRECTED, RETRACTED
from legalcase.ports.rows import Committed, LineRow, Page
from legalcase.storage.units.reading.cursors import (
    page_cursor,
    position_cursor,
    seen_of,
)

if TYPE_CHECKING:
    from legalcase.storage.guarding.sight import Sight
    from legalcase.storage.units.reading.primitives import ChangeRow, Found
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["changed", "found"]

#: How many rows are looked at together, at least and at most.
_FEWEST: Final = 25
_MOST: Final = 10_000
#: Kinds of lines that say something of another line.
_OF_LINES: Final = frozenset({CORRECTED, RETRACTED})


def _next(many: int, lacking: int, found: int) -> int:
    """Return how many rows to look at next: more each time, while none is seen."""
    if found:
        return max(lacking, _FEWEST)
    return min(max(2 * many, _FEWEST), _MOST)


def found(
    reader: Readable, sight: Sight, query: Any, after: str | None, limit: int | None
) -> Page[Any]:
    """Return a page of what is seen of what a query finds; all of it without `limit`.

    The page ends with a row that is seen, and there is a next one only if a further
    row is.
    """
    start = reader._start(query, after)
    rows: list[Found[Any]] = []
    many = _MOST if limit is None else limit + 1
    while limit is None or len(rows) <= limit:
        more = reader._found(query, start, many)
        seen = _seen(reader, sight, more)
        rows += seen
        if len(more) < many:
            break
        start = more[-1][0]
        if limit is not None:
            many = _next(many, limit + 1 - len(rows), len(seen))
    store = reader._identity()
    position = position_cursor(store, reader._position())
    if limit is None or len(rows) <= limit:
        return Page(tuple([row for _, row in rows]), None, position)
    following = page_cursor(store, query, rows[limit - 1][0])
    return Page(tuple([row for _, row in rows[:limit]]), following, position)


def _seen(reader: Readable, sight: Sight, more: list[Found[Any]]) -> list[Found[Any]]:
    noun = reader._model.noun
    streams = [
        row.stream if isinstance(row, LineRow) else f"{noun}:{row.case_id}"
        for _, row in more
    ]
    sight.prepare(streams)
    kept = []
    for (key, row), stream in zip(more, streams, strict=True):
        if not sight.is_seen(stream):
            continue
        if _is_beyond(sight, stream, row):
            continue
        seen = row
        if isinstance(row, LineRow) and not sight.is_free and _is_entry(stream):
            number = sight.view(stream).numbers.get(row.number)
            if number is None:
                continue
            seen = LineRow(stream, number, row.kind)
        kept.append((key, seen))
    return kept


def _is_beyond(sight: Sight, stream: str, row: Any) -> bool:
    """Tell whether a row is of a line that is fenced, for whoever has no part in it."""
    if not isinstance(row, LineRow) or _is_entry(stream):
        return False
    if row.kind in _OF_LINES:
        # Only the log tells whether what it corrects is fenced.
        return sight.is_withheld(stream, row.number)
    return is_fenced_kind(row.kind) and not sight.is_within(stream)


def _is_entry(stream: str) -> bool:
    return stream.partition(":")[0] in MODELS


def changed(
    reader: Readable, sight: Sight, cursor: str | None, limit: int
) -> Page[Committed]:
    """Return what is seen of what was committed after a cursor."""
    store = reader._identity()
    seen = 0 if cursor is None else seen_of("cursor", cursor, store)
    rows: list[tuple[int, Committed]] = []
    at, many = seen, limit + 1
    while len(rows) <= limit:
        more = reader._changes(at, many)
        sight.prepare([row.stream for row in more])
        before = len(rows)
        for row in more:
            change = _change(sight, row)
            if change is not None:
                rows.append((row.position, change))
        if len(more) < many:
            break
        at = more[-1].position
        many = _next(many, limit + 1 - len(rows), len(rows) - before)
    given = tuple([change for _, change in rows[:limit]])
    if len(rows) > limit:
        here = position_cursor(store, rows[limit - 1][0])
        return Page(given, here, here)
    return Page(given, None, position_cursor(store, max(seen, reader._position())))


def _change(sight: Sight, row: ChangeRow) -> Committed | None:
    """Return a change as it is seen; ``None`` where nothing of it is."""
    stream = row.stream
    if not sight.is_seen(stream):
        return None
    change = Committed(stream, row.first, row.last)
    if sight.is_free or not row.first or not _is_entry(stream):
        return change
    # Of one that was erased, nobody can tell any more of what its lines spoke.
    numbers = sight.view(stream).numbers
    there = [numbers[n] for n in range(row.first, row.last + 1) if n in numbers]
    return Committed(stream, there[0], there[-1]) if there else None
