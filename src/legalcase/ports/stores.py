"""Stores of cases: reading without locks, units of work, and running them again.

Ten methods in all, and a word for each thing that a back end can do beyond them.
Stores keep lines and never make a case of them: `legalcase.storage.load` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.queries import AppendCondition, Query
    from legalcase.ports.rows import Committed, Page

__all__ = ["CaseStore", "Reader", "UnitOfWork"]

R = TypeVar("R")
T = TypeVar("T")


class Reader(Protocol):
    """**Protocol:** reads a store as it was when the reading began.

    Used in a ``with`` statement. It blocks nobody and is blocked by nobody, and sees
    nothing of what is committed meanwhile. Where the file has no safe write-ahead log
    (`SqliteStore` says when), it holds a lock for one query only, and refuses with
    `ConflictError` to go on once somebody has written: what it would read next
    belongs to another state.
    """

    def events(self, stream: str) -> tuple[Recorded, ...]:
        """Return the whole log of a stream: ``"case:roe"``, ``"person:1"``.

        Raises `CaseNotFoundError` where there is none, and `DecodeError` for a line
        that is not as it was stored, missing, or at the place of another.
        """
        ...

    def find(
        self, query: Query[R], *, after: str | None = None, limit: int = 100
    ) -> Page[R]:
        """Return a page of rows that a query finds, in the order that it states.

        `after` is the `next` of the page before, of the same query. Rows that stand
        still between two pages are given once, whatever is written meanwhile. Raises
        `InvalidValueError` for a cursor of another query or store and for a `limit`
        that is not from 1 to 10,000, `UnsupportedQuestionError` for words of a text
        where the store cannot search them, and `DecodeError` for a row that is not as
        it was stored. A store that keeps no lists of others refuses a
        `ProjectionQuery` with `UnknownNameError`, as one does for a name that it was
        not given, and with `StorageError` for a list that is behind its logs.
        """
        ...

    def changes_since(self, cursor: str | None, *, limit: int = 100) -> Page[Committed]:
        """Return what was committed after a cursor, in the order of the commits.

        ``None`` begins with the first. `cursor` is the `position` of any page, or the
        `next` of a page of changes. Nothing is left out, and nothing comes twice.
        """
        ...

    def __enter__(self) -> Self:
        """Enter the reading."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""
        ...


class UnitOfWork(Reader, Protocol):
    """**Protocol:** reads and appends as one: all of it is kept, or nothing.

    Used in a ``with`` statement; what was not committed at its end is rolled back.
    After `commit` it is over. It reads what it has appended. An error of the store in
    the middle of a step leaves nothing but the end: every other call raises
    `StorageError` with what failed first. So does an interrupt, wherever it comes; of
    a `commit` that was interrupted, look whether it has kept what was appended.
    """

    def append(
        self,
        lines: Sequence[Recorded],
        *,
        expected: Mapping[str, int],
        unless: AppendCondition | None = None,
    ) -> None:
        """Append lines of one or several streams: all of them, or none.

        `expected` says for each stream how many lines it has before; 0 for a new one.
        A line that has a text is stored as that text. With `unless`, nothing is
        appended if a line that matches was committed after its cursor:
        `ConflictError`, at once or when it is committed.

        Before anything is written, each line is read back and folded. Raises
        `CaseExistsError`, `CaseNotFoundError` or `StaleCaseError` where a stream is
        not as expected; `InvalidValueError` for what would not come back as it is,
        and unless the lines of each stream follow on its number without a gap; what
        `CaseFile.record` raises for what cannot have happened; and `StorageError` for
        an `event_id` that was given before. The unit of work then goes on, as if
        nothing had been asked of it.
        """
        ...

    def erase(
        self,
        stream: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory: its log, and all that is derived from it.

        Once it is committed, no byte of it is left in the store, and its id is not
        given again: `append` refuses it with `StorageError`. How many lines there were
        and the digest of the last stay, as a tombstone. What was erased is no fault to
        `verify`, anchors or not. Copies and backups made before are not reached; where
        the free text of cases may name the person, `lines_naming` finds it. A case
        can be erased only where it is sealed, by its key.

        While a legal hold is in force, in the case or in one that names the person by
        id, it is refused with `IllegalTransitionError`, unless `despite_hold` gives
        the ground on which it is done all the same: that is recorded in each such
        case, `by` whom and `at` which instant, as a `RecordLost`. Raises
        `InvalidValueError` for a case that is not sealed, and `CaseNotFoundError` for
        what there is not.
        """
        ...

    def commit(self) -> None:
        """Keep what was appended, all of it. Once this returns, it is never lost.

        Raises `ConflictError` where others have written what this rests on: begin
        again, or let `run` do it.
        """
        ...


class CaseStore(Protocol):
    """**Protocol:** keeps the logs of cases, and of the people in them.

    Safe to share between threads.
    """

    @property
    def capabilities(self) -> frozenset[str]:
        """What it can do beyond the protocol, in words; empty, where that is nothing.

        ``"concurrent"`` (reading blocks nobody and goes on while others write),
        ``"durable"`` (what is committed outlives the program), ``"erase"`` (entries of
        the directory can be erased; else `erase` refuses), ``"snapshots"`` (loading
        does not read the whole log), ``"text"`` (words of a text are found),
        ``"verify"`` (it has `heads`, `verify` and `rebuild`).
        """
        ...

    def read(self) -> Reader:
        """Begin to read; raises `StorageError` if that cannot be now."""
        ...

    def begin(self, *, by: str | None = None, reason: str | None = None) -> UnitOfWork:
        """Begin a unit of work; raises `StorageError` if none can begin now.

        `by` and `reason` are what is recorded in it where nothing else is said: on
        the lines they stand in any case.
        """
        ...

    def run(
        self,
        act: Callable[..., T],
        *,
        by: str | None = None,
        reason: str | None = None,
        attempts: int = 10,
    ) -> T:
        """Do something in a unit of work, commit it, and return what it returned.

        `act` is called with the unit. Where others were faster (`ConflictError`,
        `StaleCaseError`), it is called again in a new one, at most `attempts` times,
        after a short while: it may do nothing outside that must not be done twice.
        Every other error rolls back, and is raised.
        """
        ...

    def close(self) -> None:
        """Let go of what the store holds, and roll back what is open in this thread.

        Afterwards everything is refused with `StorageError`; closing again does
        nothing.
        """
        ...
