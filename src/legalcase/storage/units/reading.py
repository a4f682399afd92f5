"""Reading: what readers and units of work of every store do alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, overload

from legalcase.codec.tables import model_of
from legalcase.directory.directory import Directory
from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import InvalidTypeError, UnsupportedQuestionError
from legalcase.kernel.ids import Ids, uuid7
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery
from legalcase.ports.rows import CaseRow, Change, DueRow, Fault, Head, LineRow, Page
from legalcase.storage.lines.appending import (
    case_id_of,
    not_found,
    stream_of,
    stream_of_any,
    stream_of_entry,
)
from legalcase.storage.lines.folds import Folds, Made, made_of
from legalcase.storage.lines.rows import (
    START,
    Last,
    Stored,
    broken,
    chain_fault,
    decoded,
    tags_of,
)
from legalcase.storage.projecting import Projected, asked_words, projected
from legalcase.storage.units.cursors import (
    check_limit,
    key_of,
    page_cursor,
    position_cursor,
    seen_of,
)
from legalcase.storage.units.verifying import Checked, anchors_of, faults_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.kernel.folded import Folded
    from legalcase.kernel.model import Model
    from legalcase.kernel.recorded import Recorded
    from legalcase.model.core import Model as CaseModel

__all__ = ["NO_DAY", "ChangeRow", "Found", "Readable"]

T = TypeVar("T")
R = TypeVar("R")

#: A row, and the key by which it is sorted.
Found = tuple[tuple[Any, ...], R]

#: What stands in the place of a day where there is none: it sorts behind every day.
NO_DAY: Final = "none"

_CASE_KEY: Final = (str,)
_DUE_KEY: Final = (str, str, str, str)
_LINE_KEY: Final = (int, str, int)


class ChangeRow(NamedTuple):
    """Lines of one stream that a commit brought, and its place among the commits."""

    position: int
    stream: str
    first: int
    last: int


class Readable(ABC):
    """What can be asked of a state of a store: a back end says how it reads rows."""

    def __init__(self, model: CaseModel, folds: Folds, *, has_text: bool) -> None:
        self._model = model
        self._folds = folds
        self._has_text = has_text

    @abstractmethod
    def _require_open(self) -> None:
        """Refuse to go on where the reading is over, or has failed."""

    @abstractmethod
    def _identity(self) -> str:
        """Return the name by which cursors know the store."""

    @abstractmethod
    def _last(self, stream: str) -> Last:
        """Return where a stream ends; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _place(self, event_id: str) -> tuple[str, int] | None:
        """Return stream and number of an event."""

    @abstractmethod
    def _streams(self) -> tuple[str, ...]:
        """Return all streams, sorted; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        """Return the rows of a stream and where it should end, unchecked."""

    @abstractmethod
    def _checked(self) -> Checked:
        """Return all that is derived from the lines, unchecked."""

    @abstractmethod
    def _damage(self) -> str | None:
        """Return what is wrong with the store as a whole."""

    @abstractmethod
    def _is_erased(self, stream: str) -> bool:
        """Tell whether a stream was erased, here or in this unit."""

    @abstractmethod
    def _position(self) -> int:
        """Return the position of the last commit that is seen; 0 before the first."""

    @abstractmethod
    def _changes(self, after: int, limit: int) -> list[ChangeRow]:
        """Return what was committed after a position, in that order."""

    @abstractmethod
    def _find_cases(
        self, query: CaseQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[CaseRow]]:
        """Return the rows of cases after the key `start`, sorted by (stream,)."""

    @abstractmethod
    def _find_dues(
        self, query: DueQuery, start: Any, limit: int
    ) -> list[Found[DueRow]]:
        """Return what is due after `start`, sorted by (day, stream, what, id)."""

    @abstractmethod
    def _find_lines(
        self, query: LineQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[LineRow]]:
        """Return lines after the key `start`, sorted by (position, stream, number)."""

    @abstractmethod
    def _rows(self, stream: str) -> Projected | None:
        """Return what stands of a stream in lists; raises `DecodeError`."""

    def _once(self, act: Callable[[], T]) -> T:
        """Answer one question, all of it of one state of the store."""
        self._require_open()
        return act()

    # --- lines --------------------------------------------------------------------

    def events(self, stream: str) -> tuple[Recorded, ...]:
        """Return the whole log of a stream."""
        return self._once(partial(self._events, stream))

    def _events(self, stream: str) -> tuple[Recorded, ...]:
        return self._whole_log(stream_of_any(stream, self._model))[0]

    def _whole_log(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        lines, last = self._lines(stream)
        if not lines:
            raise not_found(stream)
        return lines, last

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        """Return the log of a stream, checked, and its last digest; () if none."""
        rows, head = self._stored(stream)
        fault = chain_fault(stream, rows, head)
        if fault is not None:
            raise broken(fault)
        return tuple([self._decoded(stream, row) for row in rows]), head.digest

    def _decoded(self, stream: str, row: Stored) -> Recorded:
        return decoded(stream, row, self._model)

    # --- cases and entries --------------------------------------------------------

    def folded(self, stream: str, model: Model) -> Folded:
        """Return what a log has made up to its end; see `legalcase.storage.load`."""
        return self._once(partial(self._folded, stream, model))

    def _folded(self, stream: str, model: Model) -> Folded:
        from legalcase.kernel.fold import fold

        lines, last = self._whole_log(stream_of_any(stream, self._model))
        folded = fold(model, lines)
        if model is model_of(stream, self._model):
            self._keep(stream, Made(last, folded))
        return folded

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
        model = model_of(stream, self._model)
        made = self._folds.find(stream, last.digest)
        return made or made_of(model, self._lines(stream)[0], last.digest)

    def _tags(self, line: Recorded) -> tuple[str, ...]:
        return tags_of(line)

    # --- lists --------------------------------------------------------------------

    def _listed(
        self, stream: str, made: Made, before: Made | None, last: Recorded
    ) -> Projected | None:
        """Return what lists say of a stream; ``None`` for an entry of the directory."""
        if stream.partition(":")[0] != self._model.noun:
            return None
        if made.folded is None:
            return _unread(case_id_of(stream), last)
        if before is None or before.folded is None or before.listed is None:
            return projected(made.folded)
        return projected(made.folded, (before.folded, before.listed))

    def _due_rows(self, stream: str, lines: list[Recorded]) -> Projected | None:
        """Return what lists should say of a stream, by its whole log."""
        made = made_of(model_of(stream, self._model), lines, START)
        return self._listed(stream, made, None, lines[-1])

    def _snapshot_fault(self, stream: str, lines: list[Recorded]) -> str | None:  # noqa: ARG002 - of a store that keeps some
        """Return what is wrong with the snapshot of a stream; ``None`` without one."""
        return None

    # --- finding ------------------------------------------------------------------

    @overload
    def find(
        self, query: CaseQuery, *, after: str | None = None, limit: int = 100
    ) -> Page[CaseRow]: ...
    @overload
    def find(
        self, query: DueQuery, *, after: str | None = None, limit: int = 100
    ) -> Page[DueRow]: ...
    @overload
    def find(
        self, query: LineQuery, *, after: str | None = None, limit: int = 100
    ) -> Page[LineRow]: ...
    def find(
        self,
        query: CaseQuery | DueQuery | LineQuery,
        *,
        after: str | None = None,
        limit: int = 100,
    ) -> Page[Any]:
        """Return a page of rows that a query finds, in the order that it states."""
        return self._once(partial(self._find, query, after, check_limit(limit)))

    def _find(self, query: Any, after: str | None, limit: int) -> Page[Any]:
        store = self._identity()
        kinds = {CaseQuery: _CASE_KEY, DueQuery: _DUE_KEY, LineQuery: _LINE_KEY}
        if type(query) not in kinds:
            msg = (
                f"A store finds what a query asks for, not {type(query).__name__}. "
                "Pass CaseQuery(…), DueQuery(…) or LineQuery(…)."
            )
            raise InvalidTypeError(msg, field="query", value=None)
        start = (
            None if after is None else key_of(after, store, query, kinds[type(query)])
        )
        # First: what comes between two questions is not said to have been seen.
        position = position_cursor(store, self._position())
        found: list[Found[Any]]
        if isinstance(query, DueQuery):
            found = self._find_dues(query, start, limit + 1)
        else:
            words = self._words(query.text)
            find = (
                self._find_cases if isinstance(query, CaseQuery) else self._find_lines
            )
            found = find(query, words, start, limit + 1)  # type: ignore[operator]  # the one that fits
        rows = tuple([row for _, row in found[:limit]])
        if len(found) <= limit:
            return Page(rows, None, position)
        return Page(rows, page_cursor(store, query, found[limit - 1][0]), position)

    def _words(self, text: str | None) -> tuple[str, ...]:
        if text is None:
            return ()
        if not self._has_text:
            msg = (
                "This store cannot search for words of a text. Leave text= out, or "
                "use one with the capability 'text'."
            )
            raise UnsupportedQuestionError(msg, field="text", value=None)
        return asked_words(text)

    def count(self, query: CaseQuery | DueQuery | LineQuery) -> int:
        """Return how many rows a query finds; `find` says what it raises."""
        return self._once(partial(self._count, query))

    def _count(self, query: Any) -> int:
        number, after = 0, None
        while True:
            page = self._find(query, after, 10_000)
            number += len(page.rows)
            if page.next is None:
                return number
            after = page.next

    def changes_since(self, cursor: str | None, *, limit: int = 100) -> Page[Change]:
        """Return what was committed after a cursor, in the order of the commits."""
        return self._once(partial(self._changed, cursor, check_limit(limit)))

    def _changed(self, cursor: str | None, limit: int) -> Page[Change]:
        store = self._identity()
        seen = 0 if cursor is None else seen_of("cursor", cursor, store)
        last = self._position()  # first, as above
        found = self._changes(seen, limit + 1)
        rows = tuple([Change(row.stream, row.first, row.last) for row in found[:limit]])
        seen = found[:limit][-1].position if rows else max(seen, last)
        here = position_cursor(store, seen)
        return Page(rows, here if len(found) > limit else None, here)

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
