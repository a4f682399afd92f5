"""GuardedReader: one reading of a store, as a person may see it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from legalcase.codec.log.lines import read_by
from legalcase.codec.tables import model_or_core
from legalcase.directory.directory import Directory
from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import CaseNotFoundError
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.fold import fold
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.storage.guarding.fence import fenced_off, has_fenced
from legalcase.storage.guarding.finding import changed, found
from legalcase.storage.guarding.refusals import may_not, not_offered, veiled
from legalcase.storage.lines.appending import (
    called,
    case_id_of,
    not_found,
    stream_of,
    stream_of_any,
    stream_of_entry,
)
from legalcase.storage.units.reading.cursors import check_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from legalcase.access.reason import Reason
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model
    from legalcase.ports.queries import Query
    from legalcase.ports.rows import Committed, Page
    from legalcase.storage.guarding.seals import Seals
    from legalcase.storage.guarding.sight import Sight
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["GuardedReader"]

R = TypeVar("R")
T = TypeVar("T")


class GuardedReader:
    """A reading of a store, of which a person sees what a policy admits.

    It answers as `Reader` does, and as a store would that never held the rest: what is
    hidden is not found, and is counted nowhere.
    """

    def __init__(
        self,
        reader: Readable,
        sight: Sight,
        seals: Seals,
        require_open: Callable[[], None] | None = None,
    ) -> None:
        self._reader = reader
        self._sight = sight
        self._seals = seals
        self._require_given = require_open

    def __repr__(self) -> str:
        """Return for whom it reads."""
        return f"<{type(self).__name__} for {self._sight.person!r}>"

    def __enter__(self) -> Self:
        """Enter the reading."""
        self._reader.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""
        self._reader.__exit__(kind, error, traceback)

    def _once(self, act: Callable[[], T]) -> T:
        """Answer one question, all of it of one state of the store."""
        if self._require_given is not None:
            self._require_given()
        if self._sight.is_free:
            return self._reader._once(act)
        return self._reader._once(partial(veiled, act))

    def _of(self, stream: str, act: Callable[[], T]) -> T:
        """Answer of one stream: as of one that is not there, if it is hidden."""

        def asked() -> T:
            if self._require_given is not None:
                self._require_given()
            found = None
            if self._is_seen(stream):
                # What else is wrong with what is seen can be told, as anywhere.
                with suppress(CaseNotFoundError):
                    found = act()
            # One place for both: not even a traceback tells one from the other.
            return self._hidden(stream) if found is None else found

        return self._reader._once(asked)

    def _is_seen(self, stream: str) -> bool:
        return veiled(partial(self._sight.is_seen, stream))

    def _hidden(self, stream: str) -> NoReturn:
        raise not_found(stream)

    def _log(self, stream: str) -> tuple[Recorded, ...]:
        """Return the lines of a stream that are seen; they are there."""
        if stream.partition(":")[0] in MODELS:
            return self._sight.view(stream).lines or self._hidden(stream)
        return self._told(stream, self._reader._events(stream))

    def _told(self, stream: str, log: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
        """Return a log of a case, without what is fenced for whoever has no part in it.

        What was said in a mediation, whoever merely may read the case does not hear.
        """
        told = fenced_off(log)
        # Most logs have nothing that is fenced, and then it is asked of nobody.
        return log if told is log or self._sight.is_within(stream) else told

    def _made(self, stream: str, model: Model) -> Folded:
        folded = self._reader._folded(stream, model)
        if not has_fenced(folded) or self._sight.is_within(stream):
            return folded
        log = self._told(stream, self._reader._events(stream))
        return fold(model, read_by(log, model))

    def _file(self, stream: str, case_id: str, ids: Ids) -> CaseFile:
        file = self._reader._file(case_id, ids)
        return self._as_told(stream, file, ids)

    def _as_told(self, stream: str, file: CaseFile, ids: Ids) -> CaseFile:
        log = file.log
        told = self._told(stream, log)
        if told is log:
            return file
        return CaseFile.of_log(told, model=file.case.folded.model, ids=ids)

    # --- cases and entries --------------------------------------------------------

    def events(self, stream: str) -> tuple[Recorded, ...]:
        """Return the log of a stream; of an entry, as if no line spoke of the rest."""
        name = stream_of_any(stream, self._reader._model)
        return self._of(name, partial(self._log, name))

    def folded(self, stream: str, model: Model) -> Folded:
        """Return what a log has made up to its end; see `legalcase.storage.load`."""
        name = stream_of_any(stream, self._reader._model)
        if name.partition(":")[0] in MODELS:
            return self._of(name, lambda: fold(model, self._log(name)))
        return self._of(name, partial(self._made, name, model))

    def get(self, case_id: str) -> Case:
        """Return a case as it is; raises `CaseNotFoundError`, `UnknownEventError`."""
        model = model_or_core(self._reader._model)
        return Case(self.folded(stream_of(model.noun, case_id), model))

    def file(self, case_id: str, *, ids: Ids = uuid7) -> CaseFile:
        """Return the file of a case, with its whole log; `get` says what it raises."""
        stream = stream_of(self._reader._model.noun, case_id)
        return self._of(stream, partial(self._file, stream, case_id, ids))

    def exported(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case, to be given away: needs ``"export"``.

        What is fenced is in it only for whoever works on the case.
        Raises `CaseNotFoundError`, and `StorageError` for whoever may only read it.
        """
        stream = stream_of(self._reader._model.noun, case_id)

        def asked() -> tuple[Recorded, ...]:
            log = self._reader._events(stream)
            if not self._sight.may("export", stream):
                raise may_not(self._sight.person, "export", called(stream))
            return self._told(stream, log)

        return self._of(stream, asked)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the cases that are seen, sorted."""
        prefix = f"{self._reader._model.noun}:"
        return tuple(
            case_id_of(each) for each in self._streams() if each.startswith(prefix)
        )

    def _streams(self) -> tuple[str, ...]:
        return self._once(self._seen_streams)

    def _seen_streams(self) -> tuple[str, ...]:
        streams = self._reader._streams()
        self._sight.prepare(streams)
        return tuple(each for each in streams if self._sight.is_seen(each))

    def entry(self, entry_id: str, *, ids: Ids = uuid7) -> Entry:
        """Return an entry of the directory, as if no line spoke of what is hidden."""
        stream = stream_of_entry(entry_id)
        return self._of(stream, lambda: Entry.of_log(self._log(stream), ids=ids))

    def directory(self) -> Directory:
        """Return the entries of the directory that are seen, each as `entry` does."""
        return self._once(self._directory)

    def _directory(self) -> Directory:
        people = (s for s in self._seen_streams() if s.partition(":")[0] in MODELS)
        logs = (self._sight.view(each).lines for each in people)
        # Of an entry that nothing opens here, no line is seen: it is not there.
        return Directory.of(*(Entry.of_log(log) for log in logs if log))

    def why(self, action: str, case_id: str) -> Reason:
        """Return whether the person may do something with a case, and what says so.

        For whoever may read it; for everybody else, it is not there.
        """
        stream = stream_of(self._reader._model.noun, case_id)

        def asked() -> Reason:
            self._reader._whole_log(stream)
            return self._sight.why(action, stream)

        return self._of(stream, asked)

    # --- finding ------------------------------------------------------------------

    def find(
        self, query: Query[R], *, after: str | None = None, limit: int = 100
    ) -> Page[R]:
        """Return a page of the rows that are seen: `limit` of these, if there are."""
        start = None if after is None else self._seals.opened("after", after)
        limit = check_limit(limit)
        asked = partial(found, self._reader, self._sight, query, start, limit)
        return self._sealed(self._once(asked))

    def count(self, query: Query[Any]) -> int:
        """Return how many rows are seen of those that a query finds."""
        asked = partial(found, self._reader, self._sight, query, None, None)
        return len(self._once(asked).rows)

    def changes_since(self, cursor: str | None, *, limit: int = 100) -> Page[Committed]:
        """Return what is seen of what was committed after a cursor, in that order."""
        start = None if cursor is None else self._seals.opened("cursor", cursor)
        limit = check_limit(limit)
        asked = partial(changed, self._reader, self._sight, start, limit)
        return self._sealed(self._once(asked))

    def _sealed(self, page: Page[Any]) -> Page[Any]:
        following = None if page.next is None else self._seals.sealed(page.next)
        return type(page)(page.rows, following, self._seals.sealed(page.position))

    # --- the whole ----------------------------------------------------------------

    def heads(self) -> NoReturn:
        """Refuse it: where every log ends, whoever administers the store asks."""
        not_offered("heads()")

    def verify(self, *, anchors: Iterable[tuple[str, int, str]] = ()) -> NoReturn:  # noqa: ARG002 - as of a store
        """Refuse it: whether a store is whole, whoever administers it asks."""
        not_offered("verify()")
