"""Reading: what readers and units of work of every store do alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from legalcase.codec.log.lines import read_by
from legalcase.codec.tables import model_of
from legalcase.directory.directory import Directory
from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import DecodeError
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.fold import fold
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.core import Model
from legalcase.ports.rows import CaseRow, Fault, Head
from legalcase.storage.lines.appending import (
    case_id_of,
    stream_of,
    stream_of_any,
    stream_of_entry,
)
from legalcase.storage.lines.folds import Made, made_of
from legalcase.storage.lines.rows import START, Last, chain_fault, tags_of
from legalcase.storage.lines.snapshots import SEALED_AS, gone_on, is_whole, remembered
from legalcase.storage.projecting import Projected, in_clear, projected
from legalcase.storage.sealing import tags_in_clear
from legalcase.storage.units.reading.finding import Finding
from legalcase.storage.units.reading.giving import Giving
from legalcase.storage.units.reading.logs import Logs
from legalcase.storage.units.reading.primitives import NO_DAY, ChangeRow, Found
from legalcase.storage.units.reading.verifying import anchors_of, faults_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model as AnyModel

__all__ = ["NO_DAY", "ChangeRow", "Found", "Readable"]


class Remembered(NamedTuple):
    """What a log has made up to its end, and where that is."""

    folded: Folded
    last: Last


class Readable(Finding, Giving, Logs):
    """What can be asked of a state of a store: a back end says how it reads rows."""

    # --- cases and entries --------------------------------------------------------

    def folded(self, stream: str, model: AnyModel) -> Folded:
        """Return what a log has made up to its end; see `legalcase.storage.load`."""
        return self._once(partial(self._folded, stream, model))

    def _folded(self, stream: str, model: AnyModel) -> Folded:
        stream = stream_of_any(stream, self._model)
        known = self._remembered(stream, model)
        if known is not None:
            return known.folded
        lines, last = self._whole_log(stream)
        folded = fold(model, read_by(lines, model))
        if model is model_of(stream, self._model):
            self._keep(stream, Made(last, folded))
        return folded

    def _remembered(self, stream: str, model: AnyModel) -> Remembered | None:
        """Return what a log has made, by a snapshot and what came since.

        ``None`` at any doubt: then the whole log tells.
        """
        snapshot = self._snapshot(stream)
        if snapshot is None:
            return None
        folded = remembered(snapshot, stream, model, self._opener(stream))
        if folded is None:
            return None
        rows = self._stored_after(stream, snapshot.number)
        head = self._last(stream)
        if chain_fault(stream, rows, head, Last(snapshot.number, snapshot.head)):
            return None
        try:
            lines = read_by(self._all_decoded(stream, rows), model)
        except DecodeError:
            return None
        found = gone_on(folded, lines)
        return None if found is None else Remembered(found, head)

    def get(self, case_id: str) -> Case:
        """Return a case as it is; raises `CaseNotFoundError`, `UnknownEventError`."""
        return self._once(partial(self._get, case_id))

    def _get(self, case_id: str) -> Case:
        return Case(self._folded(stream_of(self._model.noun, case_id), self._model))

    def file(self, case_id: str, *, ids: Ids = uuid7) -> CaseFile:
        """Return the file of a case, with its whole log; `get` says what it raises.

        `ids` gives the ids of the events that are recorded on it.
        """
        return self._once(partial(self._file, case_id, ids))

    def _file(self, case_id: str, ids: Ids) -> CaseFile:
        lines, last = self._whole_log(stream_of(self._model.noun, case_id))
        file = CaseFile.of_log(lines, model=self._model, ids=ids)
        self._keep(lines[0].stream, Made(last, file.case.folded))
        return file

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        return self._once(self._ids)

    def _ids(self) -> tuple[str, ...]:
        prefix = f"{self._model.noun}:"
        return tuple(
            case_id_of(each) for each in self._streams() if each.startswith(prefix)
        )

    def entry(self, entry_id: str, *, ids: Ids = uuid7) -> Entry:
        """Return an entry of the directory, with its whole log.

        Raises `CaseNotFoundError`, and `InvalidValueError` for what is no id of the
        directory.
        """
        return self._once(partial(self._entry, entry_id, ids))

    def _entry(self, entry_id: str, ids: Ids) -> Entry:
        stream = stream_of_entry(entry_id)
        lines, last = self._whole_log(stream)
        entry = Entry.of_log(lines, ids=ids)
        self._keep(stream, Made(last, entry.folded))
        return entry

    def directory(self) -> Directory:
        """Return all entries of the directory."""
        return self._once(self._directory)

    def _directory(self) -> Directory:
        people = (s for s in self._streams() if s.partition(":")[0] in MODELS)
        return Directory.of(*(Entry.of_log(self._lines(each)[0]) for each in people))

    def _keep(self, stream: str, made: Made) -> None:
        self._folds.keep({stream: made})

    def _made_before(self, stream: str, last: Last) -> Made | None:
        """Return what a stream has made; ``None`` where it has not begun."""
        if not last.number:
            return None
        made = self._folds.find(stream, last.digest)
        if made is not None:
            return made
        model = model_of(stream, self._model)
        known = self._remembered(stream, model)
        if known is not None and known.last == last:
            return Made(last.digest, known.folded)
        return made_of(model, self._lines(stream)[0], last.digest)

    def _tags(self, line: Recorded) -> tuple[str, ...]:
        tags = tags_of(line)
        return tags if self._data_key(line.stream) is None else tags_in_clear(tags)

    # --- lists --------------------------------------------------------------------

    def _listed(
        self, stream: str, made: Made, before: Made | None, last: Recorded
    ) -> Projected | None:
        """Return what lists say of a stream; ``None`` for an entry of the directory."""
        if stream.partition(":")[0] != self._model.noun:
            return None
        if made.folded is None:
            return _unread(case_id_of(stream), last)
        if self._sealer is not None and self._data_key(stream) is not None:
            whole = projected(made.folded)
            return None if whole is None else in_clear(whole, self._sealer.clear)
        if before is None or before.folded is None or before.listed is None:
            return projected(made.folded)
        return projected(made.folded, (before.folded, before.listed))

    def _due_rows(self, stream: str, lines: list[Recorded]) -> Projected | None:
        """Return what lists should say of a stream, by its whole log."""
        made = made_of(model_of(stream, self._model), lines, START)
        return self._listed(stream, made, None, lines[-1])

    def _is_beyond(self, stream: str, lines: list[Recorded]) -> bool:
        """Tell whether lists may say other than what this model makes of a log.

        It has kinds of events that are not known here; or whoever wrote them did not
        know the rooms that are.
        """
        made = made_of(model_of(stream, self._model), lines, START)
        if made.folded is None or made.folded.unread:
            return True
        core = self._made_by_core(stream, lines)
        if core.folded is None or not core.folded.unread:
            return False
        return self._rows(stream) == self._listed(stream, core, None, lines[-1])

    def _made_by_core(self, stream: str, lines: list[Recorded]) -> Made:
        """Return what a log makes to a program that knows no room but the core."""
        core = Model.core()
        return made_of(model_of(stream, core), read_by(lines, core), START)

    def _own_fault_of(self, stream: str, lines: list[Recorded]) -> Fault | None:
        """Return what is wrong with what lists of others say of a stream.

        As with ours: who knows the kinds that are unknown here may have more to say of
        the case, and who does not know the rooms that are may have less.
        """
        made: Iterable[Folded] | None = ()
        if lines and self._projections and self._has_own(stream):
            here = made_of(self._model, lines, START).folded
            is_known = here is not None and not here.unread
            made = self._made_of_core(stream, lines, here) if is_known else None
        return self._own_fault(stream, len(lines), made)

    def _made_of_core(
        self, stream: str, lines: list[Recorded], here: Folded | None
    ) -> Iterator[Folded]:
        """Give what a log makes here, and, if that is less, with the core alone."""
        if here is not None:
            yield here
        core = self._made_by_core(stream, lines).folded
        if core is not None and core.unread:
            yield core

    def _opener(self, stream: str) -> Callable[[int, str], str] | None:
        """Return what opens the snapshot of a sealed stream."""
        key, sealer = self._data_key(stream), self._sealer
        if key is None or sealer is None:
            return None
        return lambda number, body: sealer.unseal(
            stream, number, body, key, kind=SEALED_AS
        )

    def _snapshot_fault(self, stream: str, lines: list[Recorded]) -> str | None:
        """Return what is wrong with the snapshot of a stream; ``None`` without one.

        One of another model, or version, is of no use here, and no fault.
        """
        snapshot = self._snapshot(stream)
        if snapshot is None:
            return None
        if not is_whole(snapshot, stream):
            return f"What is remembered of {stream!r} is not what was stored."
        model = model_of(stream, self._model)
        found = remembered(snapshot, stream, model, self._opener(stream))
        if found is None:
            return None
        made = made_of(model, lines[: snapshot.number], START)
        if made.folded == found:
            return None
        return f"What is remembered of {stream!r} is not what its log says: rebuild()."

    # --- the whole ----------------------------------------------------------------

    def heads(self) -> tuple[Head, ...]:
        """Return where each stream ends, sorted: to be kept elsewhere, as anchors."""
        return self._once(self._heads)

    def _heads(self) -> tuple[Head, ...]:
        lasts = [(stream, self._last(stream)) for stream in self._streams()]
        return tuple(
            Head(stream, last.number, last.digest.hex()) for stream, last in lasts
        )

    def verify(
        self, *, anchors: Iterable[tuple[str, int, str]] = ()
    ) -> tuple[Fault, ...]:
        """Read everything, and return the first fault of each stream; none, if whole.

        With `anchors`, what `heads` returned at some time, lines that were deleted or
        written anew together with their digests are noticed as well.
        """
        return self._once(partial(self._verify, anchors_of(anchors)))

    def _verify(self, anchors: list[tuple[str, int, str]]) -> tuple[Fault, ...]:
        damage = self._damage()
        if damage is not None:
            return (Fault("", 0, "file", damage),)
        kept = [anchor for anchor in anchors if not self._is_erased(anchor[0])]
        return faults_of(self, kept)


def _unread(case_id: str, last: Recorded) -> Projected:
    """Return what lists say of a case that this program cannot make of its log."""
    row = CaseRow(
        case_id=case_id,
        version=last.number,
        recorded_at=last.recorded_at,
        status="unread",
    )
    return Projected(case=row, dues={}, attributes=frozenset())
