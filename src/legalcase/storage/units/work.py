"""Work: what the units of work of every store do alike: check, fold, append."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.codec.tables import model_of
from legalcase.errors import (
    ConflictError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    StorageError,
)
from legalcase.kernel.ids import Ids, uuid7
from legalcase.ports.queries import Condition
from legalcase.storage.lines.appending import (
    batches_of,
    called,
    check_count,
    check_file,
    erased,
    not_found,
    other_log,
    stream_of_entry,
    twice,
    twice_in,
)
from legalcase.storage.lines.folds import Folds, Made, follows
from legalcase.storage.lines.rows import Last, Row, chained, read_back
from legalcase.storage.lines.snapshots import FEW, is_time, snapshot_of, unsettles
from legalcase.storage.units.cursors import seen_of
from legalcase.storage.units.held import lost_despite
from legalcase.storage.units.reading import Readable
from legalcase.storage.units.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from legalcase.directory.entry import Entry
    from legalcase.kernel.event import Event
    from legalcase.kernel.recorded import Draft, Recorded
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile
    from legalcase.model.core import Model
    from legalcase.ports.rows import Fault, Page
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.projecting import Projected
    from legalcase.storage.units.turns import Turns

__all__ = ["By", "Rows", "Work"]


class Rows(NamedTuple):
    """What one step appends to a stream, and where that ends afterwards."""

    stream: str
    rows: list[Row]
    last: Last


class By(NamedTuple):
    """Who works, and why, where nothing else is said."""

    by: str | None = None
    reason: str | None = None


class Work(Unit, Readable):
    """A unit of work: a store says how it reads and writes rows."""

    def __init__(
        self,
        turns: Turns,
        undo: Callable[[], None],
        model: Model,
        folds: Folds,
        *,
        has_text: bool = True,
        by: By | None = None,
    ) -> None:
        Unit.__init__(self, turns, undo)
        Readable.__init__(self, model, folds, has_text=has_text)
        self._by = by or By()
        self._made: dict[str, Made] = {}
        #: What lists said of a stream before this unit came, where that is known.
        self._before: dict[str, Made | None] = {}
        #: Streams whose lists have to be written, and the first line that is new.
        self._unlisted: set[str] = set()
        self._latest: dict[str, Recorded] = {}
        self._first: dict[str, int] = {}
        self._gone: set[str] = set()

    @abstractmethod
    def _write(self, batches: Sequence[Rows]) -> None:
        """Append rows that were checked: all of them, or the unit has failed."""

    @abstractmethod
    def _write_rows(
        self, stream: str, before: Projected | None, after: Projected | None
    ) -> None:
        """Write what lists say of a stream; without `before`, all of it anew."""

    @abstractmethod
    def _write_changes(self, changes: Sequence[tuple[str, int, int]]) -> None:
        """Write what this unit brought, as the last thing before it is committed."""

    @abstractmethod
    def _write_snapshot(self, stream: str, snapshot: Snapshot | None) -> None:
        """Put a snapshot in the place of that which is there; ``None`` drops it."""

    @abstractmethod
    def _erase(self, stream: str) -> None:
        """Delete a stream with all that is derived from it."""

    @abstractmethod
    def _keep_all(self) -> None:
        """Keep what was written. Once this returns, it is never lost."""

    def save(self, *files: CaseFile | Entry, unless: Condition | None = None) -> None:
        """Append what is pending in each file, or entry: all of it, or nothing.

        A file whose `base` is 0 brings a new case: `CaseExistsError` if there is one
        of that id. Otherwise the stored log has to end where the file was loaded:
        `StaleCaseError` if someone saved first, `CaseNotFoundError` if there is none.
        `InvalidValueError` for a file that assumes something, and for one case twice.
        A file with nothing pending changes nothing. `unless` is as in `append`. Go on
        with `file.saved()`.
        """
        self._require_open()
        self._require(unless)
        lines: list[Recorded] = []
        expected: dict[str, int] = {}
        after: dict[str, str] = {}
        for file in files:
            check_file(file)
            pending = file.pending
            if not pending:
                self._check_saved(file)
                continue
            stream = pending[0].stream
            if stream in expected:
                raise twice_in(stream)
            expected[stream] = file.base
            if file.base:
                # Not of file.log, which copies all lines for every one that is saved.
                last = file._saved[-1]  # noqa: SLF001 - as above
                after[stream] = last.event_id
            lines.extend(pending)
        if lines:
            self._append(lines, expected, after)

    def _check_saved(self, file: CaseFile | Entry) -> None:
        """Refuse a file that says it is saved, and has lines that the store has not."""
        stream = file._saved[-1].stream  # noqa: SLF001 - as above
        last = self._last(stream)
        if last.number < file.base:
            msg = (
                f"The file of {called(stream)} says that {file.base} lines "
                f"are saved, and the store has {last.number}. Save the file itself, "
                "and take file.saved() after the commit."
            )
            raise InvalidValueError(msg, field="files", value=None)

    def append(
        self,
        lines: Sequence[Recorded],
        *,
        expected: Mapping[str, int],
        unless: Condition | None = None,
    ) -> None:
        """Append lines of one or several streams: all of them, or none."""
        self._require_open()
        self._require(unless)
        self._append(lines, expected, {})

    def _require(self, unless: Condition | None) -> None:
        """Refuse to go on where what may not have happened has happened."""
        given: object = unless
        if unless is None:
            return
        if not isinstance(given, Condition):
            msg = (
                f"unless needs a Condition, not {type(unless).__name__}. Pass "
                "Condition(LineQuery(tags=…), after=page.position)."
            )
            raise InvalidTypeError(msg, field="unless", value=None)
        seen = seen_of("after", unless.after, self._identity())
        if self._find_lines(unless.query, (), (seen + 1, "", 0), 1):
            msg = (
                "Something that matters here was recorded since you looked, and "
                "nothing was appended. Look again, and decide on what you find."
            )
            raise ConflictError(msg)

    def _append(
        self,
        lines: Sequence[Recorded],
        expected: Mapping[str, int],
        after: Mapping[str, str],
    ) -> None:
        batches = batches_of(lines, expected)
        lasts = {stream: self._last(stream) for stream in expected}
        for stream, number in expected.items():
            if self._is_erased(stream):
                raise erased(stream)
            check_count(stream, number, lasts[stream].number)
        for stream, event_id in after.items():
            if self._place(event_id) != (stream, expected[stream]):
                raise other_log(stream, expected[stream])
        appended, made, before = [], {}, {}
        for stream, batch in batches.items():
            found = read_back(batch, self._model)
            rows = chained(found, lasts[stream].digest)
            end = Last(found[-1].number, rows[-1].digest)
            old = self._made.get(stream) or self._made_before(stream, lasts[stream])
            made[stream] = follows(
                model_of(stream, self._model),
                old,
                found,
                end.digest,
                partial(self._whole, stream),
            )
            before[stream] = old
            appended.append(Rows(stream, rows, end))
        for line in lines:
            if self._place(line.event_id) is not None:
                raise twice(line.event_id)
        self._write(appended)
        for stream, state in made.items():
            self._made[stream] = state
            self._before.setdefault(stream, before[stream])
            self._first.setdefault(stream, expected[stream] + 1)
            self._latest[stream] = batches[stream][-1]
            if unsettles(batches[stream]):
                # What was remembered of lines before may not have been so.
                self._write_snapshot(stream, None)
            self._unlisted.add(stream)

    def _whole(self, stream: str) -> tuple[Recorded, ...]:
        return self._lines(stream)[0]

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
        """Delete an entry of the directory, with all that is derived from it."""
        self._require_open()
        stream = stream_of_entry(stream)
        if not self._last(stream).number:
            raise not_found(stream)
        files = (self.file(name) for name in self.ids())
        by = self._by.by if by is None else by
        self.save(*lost_despite(files, stream, (despite_hold, by, at)))
        self._erase(stream)
        for kept in (self._made, self._before, self._first):
            kept.pop(stream, None)
        self._unlisted.discard(stream)
        self._gone.add(stream)

    def _keep(self, stream: str, made: Made) -> None:
        # What is not committed counts for this unit alone.
        if stream not in self._made:
            self._folds.keep({stream: made})

    def _find(self, query: Any, after: str | None, limit: int) -> Page[Any]:
        self._list()
        return super()._find(query, after, limit)

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
        for stream in sorted(self._unlisted):
            made = self._made[stream]
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
                new = snapshot_of(stream, made.last, made.folded)
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
        for done, stream in enumerate(streams, 1):
            try:
                lines = self._lines(stream)[0]
                listed = self._due_rows(stream, list(lines))
            except LegalCaseError as error:
                if not is_lenient or isinstance(error, StorageError):
                    raise
                lines, listed = (), None
            self._write_rows(stream, None, listed)
            self._write_snapshot(stream, None)
            self._write_derived(stream, lines)
            if progress is not None:
                progress(done, len(streams))
        return len(streams)

    @abstractmethod
    def _write_derived(self, stream: str, lines: Sequence[Recorded]) -> None:
        """Write ids, tags and words of the lines of a stream anew."""

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is never lost."""
        self._require_open()
        self._list()
        self._remember()
        changes = [
            (stream, first, self._last(stream).number)
            for stream, first in self._first.items()
        ]
        changes += [(stream, 0, 0) for stream in sorted(self._gone)]
        if changes:
            self._write_changes(changes)
        self._keep_all()
