"""Work: what a unit of work does beside appending: record, erase, list, commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.codec.tables import model_of
from legalcase.directory.facet import MODELS
from legalcase.errors import (
    LegalCaseError,
    MissingInputError,
    StorageError,
)
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.model.case import Case
from legalcase.ports.queries import ProjectionQuery
from legalcase.storage.lines.appending import (
    locked,
    not_found,
    not_sealed,
    stream_of_any,
)
from legalcase.storage.lines.folds import made_of
from legalcase.storage.lines.rows import START
from legalcase.storage.lines.snapshots import FEW, is_time, snapshot_of
from legalcase.storage.units.writing.binding import By, Rows
from legalcase.storage.units.writing.following import Following
from legalcase.storage.units.writing.held import lost_despite, refuse_held
from legalcase.storage.units.writing.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile
    from legalcase.ports.rows import Fault
    from legalcase.storage.lines.folds import Made
    from legalcase.storage.projecting import Attribute
    from legalcase.storage.units.reading.primitives import Found

__all__ = ["By", "Rows", "Work"]


class Work(Following, Taking):
    """A unit of work; see `legalcase.ports.UnitOfWork`."""

    def record(  # noqa: PLR0913 - all keyword-only but the case and the events
        self,
        case_id: str,
        *events: Event | Draft,
        at: datetime,
        by: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        cause: str | None = None,
        command_id: str | None = None,
        law: Law | None = None,
        ids: Ids = uuid7,
    ) -> CaseFile:
        """Record events on a case that is stored, save it, and return its file.

        `by` and `reason` are those of the unit of work where they are left out; the
        rest is as `CaseFile.record` says, which says what it raises, too.
        """
        if by is None:
            by = self._by.by
        if by is None:
            msg = (
                "by= is missing: nobody is named who records this. Say it here, or of "
                "the whole unit: store.begin(by=…)."
            )
            raise MissingInputError(msg, field="by", value=None)
        file = self.file(case_id, ids=ids).record(
            *events,
            by=by,
            at=at,
            on_behalf_of=on_behalf_of,
            reason=self._by.reason if reason is None else reason,
            cause=cause,
            command_id=command_id,
            law=law,
        )
        self.save(file)
        return file.saved()

    def erase(
        self,
        stream: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory, or a sealed case, and all that is of it."""
        self._require_open()
        stream = stream_of_any(stream, self._model)
        if not self._last(stream).number:
            raise not_found(stream)
        by = self._by.by if by is None else by
        if stream.partition(":")[0] in MODELS:
            files = (self.file(name) for name in self.ids())
            self.save(*lost_despite(files, stream, (despite_hold, by, at)))
        else:
            if self._key(stream) is None:
                raise not_sealed(stream)
            refuse_held(Case(self._folded(stream, self._model)), despite_hold)
        self._drop(stream)

    def _keep(self, stream: str, made: Made) -> None:
        # What is not committed counts for this unit alone.
        if stream not in self._made:
            self._folds.keep({stream: made})

    def _found(self, query: Any, start: Any, limit: int) -> list[Found[Any]]:
        self._list()
        if isinstance(query, ProjectionQuery):
            self._catch_up()
        return super()._found(query, start, limit)

    def _subject_words(self, streams: Sequence[str]) -> dict[str, list[Attribute]]:
        self._list()
        return super()._subject_words(streams)

    def _verify(self, anchors: list[tuple[str, int, str]]) -> tuple[Fault, ...]:
        if self._first or self._gone:
            msg = (
                "This unit of work has appended something, and a store is whole only "
                "when it is committed. Verify the store, or in a unit that only reads."
            )
            raise StorageError(msg)
        return super()._verify(anchors)

    def _list(self) -> None:
        """Write what lists say of the streams to which something was appended."""
        if self._unlisted:
            self._catch_up()
        for stream in sorted(self._unlisted):
            made = self._made[stream]
            self._follow(stream, made.folded, self._projections)
            before = self._before[stream]
            listed = self._listed(stream, made, before, self._latest[stream])
            self._made[stream] = made = made._replace(listed=listed)
            self._write_rows(stream, before and before.listed, listed)
            self._before[stream] = made
        self._unlisted.clear()

    def _remember(self) -> None:
        """Write snapshots of logs that have grown long since the last one."""
        for stream, made in self._made.items():
            if made.folded is None or made.folded.number < FEW:
                continue
            old = self._snapshot(stream)
            if is_time(made.folded.number, 0 if old is None else old.number):
                seal = self._seal(stream, made.folded.number)
                new = snapshot_of(stream, made.last, made.folded, seal)
                if new is not None:
                    self._write_snapshot(stream, new)

    def rebuild(
        self,
        progress: Callable[[int, int], object] | None = None,
        *,
        is_lenient: bool = False,
    ) -> int:
        """Make anew what is derived from the lines; see `Store.rebuild`.

        If it is lenient, a stream that cannot be read stands in no list afterwards.
        """
        self._require_open()
        streams = self._streams()
        self._begin_anew()
        # Also of streams that are not there, and what is damaged itself.
        self._drop_derived()
        for done, stream in enumerate(streams, 1):
            folded = None
            try:
                lines = self._lines(stream)[0]
                made = made_of(model_of(stream, self._model), lines, START)
                folded = made.folded
                listed = self._listed(stream, made, None, lines[-1])
            except LegalCaseError as error:
                if not is_lenient or isinstance(error, StorageError):
                    raise
                lines, listed = (), None
            self._write_rows(stream, None, listed)
            self._own_now[stream] = {}
            self._follow(stream, folded, self._projections)
            self._write_snapshot(stream, None)
            self._write_derived(stream, lines)
            if progress is not None:
                progress(done, len(streams))
        return len(streams)

    def rotate_keys(self, progress: Callable[[int, int], object] | None = None) -> int:
        """Wrap the keys of sealed streams anew; see `Store.rotate_keys`."""
        self._require_open()
        sealer, streams = self._sealer, self._sealed()
        if sealer is None and streams:
            raise locked(streams[0])
        for done, stream in enumerate(streams, 1):
            old = self._key(stream)
            if old is not None and sealer is not None:
                new = self._wrapped[stream] = sealer.rewrap(stream, old)
                self._put_key(stream, new)
            if progress is not None:
                progress(done, len(streams))
        return len(streams)

    def _brought(self) -> list[tuple[str, int, int]]:
        """Return what this unit has brought: from which line of a stream to which."""
        changes = [
            (stream, first, self._latest[stream].number)
            for stream, first in self._first.items()
        ]
        return [*changes, *((stream, 0, 0) for stream in sorted(self._gone))]

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is never lost."""
        self._require_open()
        if self._first or self._gone or self._carried:
            self._catch_up()
        self._list()
        self._remember()
        # What was carried from another store is committed as it was there.
        changes = self._brought() if self._carried is None else self._carried
        if changes:
            self._write_changes(changes)
        self._mark(len(changes))
        self._keep_all()
        if self._sealer is not None:
            for stream in sorted(self._gone):
                self._sealer.forget(stream)
