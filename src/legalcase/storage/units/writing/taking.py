"""Taking: lines of another store, as the bytes that they are; nothing is encoded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from legalcase.codec.tables import model_of
from legalcase.errors import ConflictError, LegalCaseError, StorageError
from legalcase.kernel.events.event import UnknownEvent
from legalcase.ports.rows import Fault
from legalcase.storage.lines.appending import twice
from legalcase.storage.lines.folds import follows
from legalcase.storage.lines.rows import (
    Last,
    Locked,
    Row,
    Stored,
    broken,
    chain_fault,
)
from legalcase.storage.projecting import words_of
from legalcase.storage.sealing import kind_in_clear
from legalcase.storage.units.writing.binding import Rows, Writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.keys import WrappedKey
    from legalcase.storage.projecting import Projected
    from legalcase.storage.units.reading.giving import Carried, Portion
    from legalcase.storage.units.reading.primitives import Indexed

__all__ = ["Taking"]


class Taking(Writing):
    """What takes the lines of another store, with the digests that they have there."""

    def _take(self, portion: Portion) -> None:
        """Append what another store has committed, and its commits as they were.

        Each line is compared with its digest, read, and folded; where its stream is
        sealed and nothing opens it, compared with its digest alone. After an error
        the unit is to be rolled back: `DecodeError` names the line that is at fault,
        `ConflictError` says that others have written here.
        """
        self._require_open()
        if self._position() != portion.after:
            msg = (
                "Others have written into the store to which is copied, and it is no "
                "copy any more. Copy into an empty store that nobody uses yet."
            )
            raise ConflictError(msg)
        self._named = portion.name
        self._carried = [(one.stream, one.first, one.last) for one in portion.changes]
        self._settle(portion.erased, {})
        appended = [
            self._rows_taken(stream, carried)
            for stream, carried in portion.streams.items()
        ]
        ids = [row.line.event_id for _, rows, _ in appended for row in rows]
        again = self._given_again(ids)
        if again is not None:
            raise twice(again)
        self._write(appended)

    def _given_again(self, event_ids: list[str]) -> str | None:
        """Return an id that stands there twice, or was given before."""
        seen: set[str] = set()
        for event_id in event_ids:
            if event_id in seen or self._place(event_id) is not None:
                return event_id
            seen.add(event_id)
        return None

    def _settle(
        self, erased: Mapping[str, Last], keys: Mapping[str, WrappedKey]
    ) -> None:
        """Erase what another store has erased, and keep the keys that it has now."""
        if self._carried is None:
            self._carried = []
        for stream, last in erased.items():
            if not self._is_erased(stream):
                self._tombs[stream] = last
                self._drop(stream)
        for stream, key in keys.items():
            if self._last(stream).number and self._key(stream) != key:
                self._hold_key(stream, key)

    def _list_as(self, stream: str, listed: Projected | None) -> None:
        """Write what lists say of a stream as another store has it."""
        self._require_open()
        if self._carried is None:
            self._carried = []
        self._write_rows(stream, None, listed)

    def _rows_taken(self, stream: str, carried: Carried) -> Rows:
        last = self._last(stream)
        rows = carried.rows
        end = Last(carried.last, rows[-1].digest if rows else last.digest)
        fault = chain_fault(stream, rows, end, last)
        if fault is not None:
            raise broken(fault)
        if carried.key is not None and carried.key != self._key(stream):
            self._hold_key(stream, carried.key)
        self._first.setdefault(stream, last.number + 1)
        if self._is_locked(stream):
            found = [_locked(stream, row, carried.found_by) for row in rows]
            return Rows(stream, found, end)
        lines = [self._decoded(stream, row) for row in rows]
        self._fold(stream, last, lines, end.digest)
        is_sealed = carried.key is not None
        found = [
            Row(
                line,
                row.body.decode(),
                row.digest,
                self._tags_there(line, carried.found_by),
                () if is_sealed else words_of(line),
            )
            for line, row in zip(lines, rows, strict=True)
        ]
        return Rows(stream, found, end)

    def _tags_there(
        self, line: Recorded, index: Mapping[int, Indexed]
    ) -> tuple[str, ...]:
        tags = self._tags(line)
        if isinstance(line.event, UnknownEvent) and line.number in index:
            # Whoever knows the event may have given it tags of its own.
            tags = tuple(sorted({*tags, *index[line.number].tags}))
        return tags

    def _fold(
        self, stream: str, last: Last, lines: list[Recorded], digest: bytes
    ) -> None:
        before = self._made.get(stream) or self._made_before(stream, last)
        try:
            made = follows(
                model_of(stream, self._model),
                before,
                lines,
                digest,
                partial(self._whole, stream),
                is_copied=True,
            )
        except StorageError:
            raise
        except LegalCaseError:
            made = None
        if made is None:
            number = lines[0].number
            said = f"Line {number} of {stream!r}, or one after it, cannot follow."
            raise broken(Fault(stream, number, "text", said))
        self._note(stream, made, before, lines)


def _locked(stream: str, row: Stored, index: Mapping[int, Indexed]) -> Row:
    """Return a line of which no more is known than where it stands."""
    kind = kind_in_clear(stream, row.number, row.body)
    found = index.get(row.number)
    if found is None or found.event_id is None:
        said = f"Line {row.number} of {stream!r} is not found by its event_id."
        raise broken(Fault(stream, row.number, "event-id", said))
    line = Locked(stream, row.number, found.event_id, kind)
    return Row(line, row.body.decode(), row.digest, found.tags)
