"""Work: what the units of work of every store do alike: check, fold, append, read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from legalcase.codec.tables import model_of
from legalcase.directory.directory import Directory
from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import InvalidValueError
from legalcase.kernel.ids import Ids, uuid7
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.ports import Fault, Head
from legalcase.storage.appending import (
    batches_of,
    called,
    case_id_of,
    check_count,
    check_file,
    erased,
    not_found,
    other_log,
    stream_of,
    stream_of_entry,
    twice,
)
from legalcase.storage.folds import Folds, Made, follows, made_of
from legalcase.storage.held import lost_despite
from legalcase.storage.rows import Last, Row, Stored, chained, read_back
from legalcase.storage.unit import Unit
from legalcase.storage.verifying import Index, anchors_of, faults_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from legalcase.kernel.recorded import Recorded
    from legalcase.model.core import Model
    from legalcase.storage.turns import Turns

__all__ = ["Checked", "Rows", "Work"]


class Rows(NamedTuple):
    """What one step appends to a stream, and where that ends afterwards."""

    stream: str
    rows: list[Row]
    last: Last


class Work(Unit, ABC):
    """A unit of work: a store says how it reads and writes rows."""

    def __init__(
        self, turns: Turns, undo: Callable[[], None], model: Model, folds: Folds
    ) -> None:
        super().__init__(turns, undo)
        self._model = model
        self._folds = folds
        self._made: dict[str, Made] = {}
        self._gone: set[str] = set()

    @abstractmethod
    def _last(self, stream: str) -> Last:
        """Return where a stream ends; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _place(self, event_id: str) -> tuple[str, int] | None:
        """Return stream and number of an event."""

    @abstractmethod
    def _write(self, batches: Sequence[Rows]) -> None:
        """Append rows that were checked: all of them, or the unit has failed."""

    @abstractmethod
    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        """Return the log of a stream, checked, and its last digest; () if none."""

    @abstractmethod
    def _streams(self) -> tuple[str, ...]:
        """Return all streams, sorted; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        """Return the rows of a stream and where it should end, unchecked."""

    @abstractmethod
    def _index(self) -> Index:
        """Return all that is derived from the lines, unchecked."""

    @abstractmethod
    def _damage(self) -> str | None:
        """Return what is wrong with the store as a whole."""

    @abstractmethod
    def _is_erased(self, stream: str) -> bool:
        """Tell whether a stream was erased, here or in this unit."""

    @abstractmethod
    def _erase(self, stream: str) -> None:
        """Delete a stream with all that is derived from it."""

    def save(self, *files: CaseFile | Entry) -> None:
        """Append what is pending in each file or entry: all of it, or nothing."""
        self._require_open()
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
                msg = (
                    f"{called(stream)} is there twice. Save one file with everything "
                    "that is to be recorded."
                )
                raise InvalidValueError(msg, field="files", value=None)
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

    def append(self, lines: Sequence[Recorded], *, expected: Mapping[str, int]) -> None:
        """Append lines of one or several streams: all of them, or none."""
        self._require_open()
        self._append(lines, expected, {})

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
        appended, made = [], {}
        for stream, batch in batches.items():
            found = read_back(batch, self._model)
            rows = chained(found, lasts[stream].digest)
            end = Last(found[-1].number, rows[-1].digest)
            made[stream] = follows(
                model_of(stream, self._model),
                self._before(stream, lasts[stream]),
                found,
                end.digest,
                partial(self._whole, stream),
            )
            appended.append(Rows(stream, rows, end))
        for line in lines:
            if self._place(line.event_id) is not None:
                raise twice(line.event_id)
        self._write(appended)
        self._made.update(made)

    def _whole(self, stream: str) -> tuple[Recorded, ...]:
        return self._lines(stream)[0]

    def _before(self, stream: str, last: Last) -> Made | None:
        if not last.number:
            return None
        made = self._made.get(stream) or self._folds.find(stream, last.digest)
        model = model_of(stream, self._model)
        return made or made_of(model, self._lines(stream)[0], last.digest)

    def get(self, case_id: str) -> Case:
        """Return a case as it is."""
        lines, last = self._read(case_id)
        case = Case.from_events(lines, model=self._model)
        self._keep(lines[0].stream, Made(last, case.folded))
        return case

    def file(self, case_id: str, *, ids: Ids = uuid7) -> CaseFile:
        """Return the file of a case, with its whole log."""
        lines, last = self._read(case_id)
        file = CaseFile.of_log(lines, model=self._model, ids=ids)
        self._keep(lines[0].stream, Made(last, file.case.folded))
        return file

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case."""
        return self._read(case_id)[0]

    def _read(self, case_id: str) -> tuple[tuple[Recorded, ...], bytes]:
        self._require_open()
        stream = stream_of(self._model.noun, case_id)
        lines, last = self._lines(stream)
        if not lines:
            raise not_found(stream)
        return lines, last

    def entry(self, entry_id: str, *, ids: Ids = uuid7) -> Entry:
        """Return an entry of the directory, with its whole log."""
        self._require_open()
        stream = stream_of_entry(entry_id)
        lines, last = self._lines(stream)
        if not lines:
            raise not_found(stream)
        entry = Entry.of_log(lines, ids=ids)
        self._keep(stream, Made(last, entry.folded))
        return entry

    def directory(self) -> Directory:
        """Return all entries of the directory, by their ids."""
        self._require_open()
        people = (s for s in self._streams() if s.partition(":")[0] in MODELS)
        return Directory.of(*(Entry.of_log(self._lines(each)[0]) for each in people))

    def erase(
        self,
        entry_id: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory, with all that is derived from it."""
        self._require_open()
        stream = stream_of_entry(entry_id)
        if not self._last(stream).number:
            raise not_found(stream)
        files = (self.file(name) for name in self.ids())
        self.save(*lost_despite(files, entry_id, (despite_hold, by, at)))
        self._erase(stream)
        self._made.pop(stream, None)
        self._gone.add(stream)

    def _keep(self, stream: str, made: Made) -> None:
        # What is not committed counts for this unit alone.
        if stream not in self._made:
            self._folds.keep({stream: made})

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        self._require_open()
        prefix = f"{self._model.noun}:"
        return tuple(
            case_id_of(each) for each in self._streams() if each.startswith(prefix)
        )

    def heads(self) -> tuple[Head, ...]:
        """Return where each stream ends, sorted."""
        self._require_open()
        lasts = [(stream, self._last(stream)) for stream in self._streams()]
        return tuple(
            Head(stream, last.number, last.digest.hex()) for stream, last in lasts
        )

    def verify(
        self, *, anchors: Iterable[tuple[str, int, str]] = ()
    ) -> tuple[Fault, ...]:
        """Read everything, and return the first fault of each stream."""
        self._require_open()
        damage = self._damage()
        if damage is not None:
            return (Fault("", 0, "file", damage),)
        kept = (
            anchor for anchor in anchors_of(anchors) if not self._is_erased(anchor[0])
        )
        return faults_of(self._index(), self._stored, self._model, kept)

    @abstractmethod
    def commit(self) -> None:
        """Keep what was appended."""


class Checked(ABC):
    """What every store can say of itself as a whole."""

    @abstractmethod
    def begin(self) -> Work:
        """Begin a unit of work."""

    def heads(self) -> tuple[Head, ...]:
        """Return where each stream ends, sorted: to be kept elsewhere, as anchors."""
        with self.begin() as work:
            return work.heads()

    def verify(
        self, *, anchors: Iterable[tuple[str, int, str]] = ()
    ) -> tuple[Fault, ...]:
        """Read everything, and return the first fault of each stream; none, if whole.

        With `anchors`, what `heads` returned at some time, lines that were deleted or
        written anew together with their digests are noticed as well.
        """
        with self.begin() as work:
            return work.verify(anchors=anchors)
