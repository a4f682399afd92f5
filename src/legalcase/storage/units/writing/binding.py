"""Writing: what every store does before it appends: check, read back, fold, bind."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from legalcase.codec.tables import model_of
from legalcase.errors import (
    ConflictError,
    InvalidTypeError,
)
from legalcase.ports.queries import AppendCondition
from legalcase.storage.lines.appending import (
    batches_of,
    check_count,
    check_saved,
    erased,
    other_log,
    pending_of,
    stream_of_file,
    twice,
)
from legalcase.storage.lines.folds import Folds, Made, follows
from legalcase.storage.lines.rows import Last, Row, chained, read_back
from legalcase.storage.lines.snapshots import unsettles
from legalcase.storage.units.reading.cursors import seen_of
from legalcase.storage.units.reading.readable import Readable
from legalcase.storage.units.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.directory.entry import Entry
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.case_file import CaseFile
    from legalcase.model.core import Model
    from legalcase.ports.keys import WrappedKey
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.own import Key, OwnRow, Registered, Step
    from legalcase.storage.projecting import Projected
    from legalcase.storage.sealing import DataKey, Sealer
    from legalcase.storage.units.turns import Turns

__all__ = ["By", "Rows", "Writing"]


#: Refuses what a stream is to become, by what it was and that: ``None`` if it is new.
Watch = Callable[[Mapping[str, "Made | None"], Mapping[str, Made]], None]


class Rows(NamedTuple):
    """What one step appends to a stream, and where that ends afterwards."""

    stream: str
    rows: list[Row]
    last: Last


class By(NamedTuple):
    """Who works, and why, where nothing else is said."""

    by: str | None = None
    reason: str | None = None


class Writing(Unit, Readable):
    """What appends to a store: a back end says how it reads and writes rows."""

    def __init__(
        self,
        turns: Turns,
        undo: Callable[[], None],
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...] = (),
        *,
        has_text: bool = True,
        by: By | None = None,
    ) -> None:
        Unit.__init__(self, turns, undo)
        Readable.__init__(self, model, folds, sealer, projections, has_text=has_text)
        self._by = by or By()
        self._made: dict[str, Made] = {}
        #: What lists said of a stream before this unit came, where that is known.
        self._before: dict[str, Made | None] = {}
        #: Streams whose lists have to be written, and the first line that is new.
        self._unlisted: set[str] = set()
        self._latest: dict[str, Recorded] = {}
        self._first: dict[str, int] = {}
        self._gone: set[str] = set()
        #: Where streams ended that are erased because another store has erased them.
        self._tombs: dict[str, Last] = {}
        #: What is copied: the commits as they were, and by what cursors know them.
        self._carried: list[tuple[str, int, int]] | None = None
        self._named: str | None = None
        self._new_data_keys: dict[str, tuple[DataKey, WrappedKey]] = {}
        #: What stands of a stream in lists of others, and what was done to these.
        self._own_now: dict[str, dict[Key, OwnRow]] = {}
        self._steps: dict[str, Step] = {}
        #: Is asked before anything is written: what each stream was, and becomes.
        self.watch: Watch | None = None

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
    def _put_key(self, stream: str, wrapped: WrappedKey) -> None:
        """Keep the wrapped key of a stream, in the place of that which it has."""

    @abstractmethod
    def _drop_derived(self) -> None:
        """Drop lists, words and snapshots, whatever they are of."""

    @abstractmethod
    def _write_derived(self, stream: str, lines: Sequence[Recorded]) -> None:
        """Write ids, tags and words of the lines of a stream anew."""

    @abstractmethod
    def _erase(self, stream: str) -> None:
        """Delete a stream with all that is derived from it.

        What stays is where it ended, as `_tomb` says.
        """

    @abstractmethod
    def _keep_all(self) -> None:
        """Keep what was written. Once this returns, it is never lost."""

    def save(
        self, *files: CaseFile | Entry, unless: AppendCondition | None = None
    ) -> None:
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
        found = pending_of(files)
        for file in found.idle:
            check_saved(file, self._last(stream_of_file(file)).number)
        if found.lines:
            self._append(found.lines, found.expected, found.after)

    def append(
        self,
        lines: Sequence[Recorded],
        *,
        expected: Mapping[str, int],
        unless: AppendCondition | None = None,
    ) -> None:
        """Append lines of one or several streams: all of them, or none."""
        self._require_open()
        self._require(unless)
        self._append(lines, expected, {})

    def _require(self, unless: AppendCondition | None) -> None:
        """Refuse to go on where what may not have happened has happened."""
        given: object = unless
        if unless is None:
            return
        if not isinstance(given, AppendCondition):
            msg = (
                f"unless needs an AppendCondition, not {type(unless).__name__}. Pass "
                "AppendCondition(LineQuery(tags=…), after=page.position)."
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
        coming = [line.event_id for line in lines]
        self._foresee(coming)
        lasts: dict[str, Last] = {}
        for stream, number in expected.items():
            standing = self._standing(stream)
            if standing.is_erased:
                raise erased(stream)
            lasts[stream] = standing.last
            self._wrapped[stream] = standing.key
            check_count(stream, number, standing.last.number)
        for stream, event_id in after.items():
            if self._place(event_id) != (stream, expected[stream]):
                raise other_log(stream, expected[stream])
        appended, made, before = [], {}, {}
        for stream, batch in batches.items():
            back = read_back(batch, self._model)
            found = [each.line for each in back]
            seal = self._seal(stream, lasts[stream].number)
            rows = chained(back, lasts[stream].digest, seal)
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
        taken = self._taken(coming)
        if taken is not None:
            raise twice(taken)
        if self.watch is not None:
            self.watch(before, made)
        self._write_keys(appended)
        self._write(appended)
        for stream, state in made.items():
            self._first.setdefault(stream, expected[stream] + 1)
            self._note(stream, state, before[stream], batches[stream])

    def _note(
        self, stream: str, made: Made, before: Made | None, lines: Sequence[Recorded]
    ) -> None:
        """Note what a stream becomes by lines that are appended."""
        self._made[stream] = made
        self._before.setdefault(stream, before)
        self._latest[stream] = lines[-1]
        if unsettles(lines):
            # What was remembered of lines before may not have been so.
            self._write_snapshot(stream, None)
        self._unlisted.add(stream)

    def _tomb(self, stream: str) -> Last:
        """Return where a stream ended that is to be erased."""
        return self._tombs.get(stream) or self._last(stream)

    def _drop(self, stream: str) -> None:
        """Erase a stream, and forget what this unit knew of it."""
        self._data_keys.pop(stream, None)
        self._wrapped.pop(stream, None)
        self._erase(stream)
        for kept in (self._made, self._before, self._first, self._own_now):
            kept.pop(stream, None)
        self._unlisted.discard(stream)
        self._gone.add(stream)

    def _hold_key(self, stream: str, wrapped: WrappedKey) -> None:
        """Keep the wrapped key of a stream, and know it from now on."""
        self._put_key(stream, wrapped)
        self._wrapped[stream] = wrapped

    def _seal(self, stream: str, number: int) -> Callable[[int, str, str], str] | None:
        """Return what seals the texts of a stream; ``None`` if they stay in clear.

        With its first line it is settled whether a stream is sealed.
        """
        key = self._data_key(stream)
        sealer = self._sealer
        if key is None and not number and sealer is not None and sealer.seals(stream):
            if stream not in self._new_data_keys:
                self._new_data_keys[stream] = sealer.new_key(stream)
            key = self._new_data_keys[stream][0]
        if key is None or sealer is None:
            return None
        return lambda number, kind, text: sealer.seal(stream, number, kind, text, key)

    def _write_keys(self, batches: Sequence[Rows]) -> None:
        """Keep the keys of the streams that begin now."""
        for stream, _, _ in batches:
            new = self._new_data_keys.pop(stream, None)
            if new is not None:
                self._put_key(stream, new[1])
                self._data_keys[stream], self._wrapped[stream] = new

    def _whole(self, stream: str) -> tuple[Recorded, ...]:
        return self._lines(stream)[0]
