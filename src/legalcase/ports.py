"""The protocols that back ends implement: stores of cases and of bytes, a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from legalcase.directory.directory import Directory
    from legalcase.directory.entry import Entry
    from legalcase.kernel.ids import Ids
    from legalcase.kernel.recorded import Recorded
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Blobs", "CaseStore", "Clock", "Fault", "Head", "UnitOfWork"]


class Clock(Protocol):
    """**Protocol:** tells the time, to whoever records an event."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...


class Head(NamedTuple):
    """Where a stream ends: the number of its last line, and the digest of that.

    The digest binds every line before it. It is written in hexadecimal digits, so
    that a list of heads goes through JSON and comes back as good as it was.
    """

    stream: str
    number: int
    digest: str


@frozen
class Fault:
    """The first line of a stream that is not as it was stored, and what is wrong.

    `what` is ``"gap"``, ``"digest"``, ``"count"``, ``"head"``, ``"text"``,
    ``"event-id"``, ``"tags"``, ``"anchor"``, or ``"file"`` where the whole of it is
    damaged; `said` says it in words, without a word of what is stored.
    """

    stream: str
    number: int
    what: str
    said: str = field(eq=False)

    def __str__(self) -> str:
        """Say it in one line."""
        return self.said


class UnitOfWork(Protocol):
    """**Protocol:** reads and appends as one: all of it is kept, or nothing.

    Used in a ``with`` statement; what was not committed at its end is rolled back.
    After `commit` or `rollback` it is over. An error of the store in the middle of a
    step leaves nothing but `rollback`: every other call raises `StorageError` with
    what failed first. So does an interrupt, wherever it comes; of a `commit` that was
    interrupted, look whether it has kept what was appended.

    Before anything is written, `save` and `append` read each line back and fold it:
    `InvalidValueError` is raised for what would not come back as it is, what
    `CaseFile.record` raises for what cannot have happened, and `StorageError` for an
    `event_id` that was given before. The unit of work then goes on, as if nothing had
    been asked of it.
    """

    def save(self, *files: CaseFile | Entry) -> None:
        """Append what is pending in each file, or entry: all of it, or nothing.

        A file whose `base` is 0 brings a new case: `CaseExistsError` if there is one
        of that id. Otherwise the stored log has to end where the file was loaded:
        `StaleCaseError` if someone saved first, `CaseNotFoundError` if there is none.
        `InvalidValueError` for a file that assumes something, and for one case twice.
        A file with nothing pending changes nothing. Go on with `file.saved()`.
        """
        ...

    def append(self, lines: Sequence[Recorded], *, expected: Mapping[str, int]) -> None:
        """Append lines of one or several streams: all of them, or none.

        `expected` says for each stream how many lines it has before; 0 for a new one.
        A line that has a text is stored as that text. Raises what `save` raises, and
        `InvalidValueError` unless the lines of each stream follow on its number
        without a gap.
        """
        ...

    def get(self, case_id: str) -> Case:
        """Return a case as it is; raises `CaseNotFoundError`, `UnknownEventError`.

        Like all that reads, it raises `DecodeError` for a line that is not as it was
        stored, missing, or at the place of another.
        """
        ...

    def file(self, case_id: str, *, ids: Ids = ...) -> CaseFile:
        """Return the file of a case, with its whole log; `get` says what it raises.

        `ids` gives the ids of the events that are recorded on it.
        """
        ...

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case; raises `CaseNotFoundError`."""
        ...

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
        ...

    def entry(self, entry_id: str, *, ids: Ids = ...) -> Entry:
        """Return an entry of the directory, with its whole log.

        Raises `CaseNotFoundError`, and `InvalidValueError` for what is no id of the
        directory.
        """
        ...

    def directory(self) -> Directory:
        """Return all entries of the directory."""
        ...

    def erase(
        self,
        entry_id: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory: its log, and all that is derived from it.

        Once it is committed, no byte of it is left in the store, and its id is not
        given again: `save` and `append` refuse it with `StorageError`. What was erased
        is no fault to `verify`, anchors or not. Copies and backups made before are not
        reached; where the free text of cases may name the person, `lines_naming` finds
        it. While a legal hold is in force in a case that names the person by id it is
        refused, with `IllegalTransitionError`, unless `despite_hold` gives the ground
        on which it is done all the same: that is recorded in each such case, `by`
        whom and `at` which instant, as a `RecordLost`. A case cannot be erased: raises
        `InvalidValueError` for its id, and `CaseNotFoundError` for an entry that there
        is not.
        """
        ...

    def commit(self) -> None:
        """Keep what was appended, all of it. Once this returns, it is never lost."""
        ...

    def rollback(self) -> None:
        """Forget what was appended."""
        ...

    def __enter__(self) -> Self:
        """Enter the unit of work."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed."""
        ...


class CaseStore(Protocol):
    """**Protocol:** keeps the logs of cases.

    Safe to share between threads: units of work of one store follow each other.
    """

    def begin(self) -> UnitOfWork:
        """Begin a unit of work; raises `StorageError` if none can begin now."""
        ...

    def heads(self) -> tuple[Head, ...]:
        """Return where each stream ends, sorted: to be kept elsewhere, as anchors."""
        ...

    def verify(
        self, *, anchors: Iterable[tuple[str, int, str]] = ()
    ) -> tuple[Fault, ...]:
        """Read everything, and return the first fault of each stream; none, if whole.

        With `anchors`, what `heads` returned at some time, lines that were deleted or
        written anew together with their digests are noticed as well.
        """
        ...

    def close(self) -> None:
        """Let go of what the store holds, and roll back what is open in this thread.

        Afterwards everything is refused with `StorageError`; closing again does
        nothing.
        """
        ...


class Blobs(Protocol):
    """**Protocol:** keeps the bytes of documents, by their SHA-256.

    Content addresses itself: what is put twice is kept once, and nothing that is kept
    ever changes. A case holds the digests (`Content`), never the bytes. Safe to share
    between threads. Raises `StorageError` where the place fails.
    """

    def put(self, data: bytes) -> str:
        """Keep bytes, and return their digest: 64 hexadecimal digits.

        Once this returns, they are never lost. Raises `InvalidTypeError` for what are
        no bytes.
        """
        ...

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest, compared with it each time.

        Raises `UnknownNameError` for what was not put, `DecodeError` for bytes that
        are not what they were, and `InvalidValueError` for what is no digest.
        """
        ...

    def has(self, digest: str) -> bool:
        """Tell whether bytes are kept; whether they are whole, `get` tells.

        Raises `InvalidValueError` for what is no digest.
        """
        ...
