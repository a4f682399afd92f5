"""The protocols that back ends implement: a store of cases, a unit of work, a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from legalcase.model.case import Case
    from legalcase.model.recorded import Recorded

__all__ = ["CaseStore", "Clock", "UnitOfWork"]


class Clock(Protocol):
    """**Protocol:** tells the time, to whoever records an event."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...


class UnitOfWork(Protocol):
    """**Protocol:** reads and appends as one: all of it is kept, or nothing.

    Used in a ``with`` statement; what was not committed at its end is rolled back.
    After `commit` or `rollback` it is over. An error of the store in the middle of a
    step leaves nothing but `rollback`: every other call raises `StorageError` with
    what failed first. So does an interrupt, wherever it comes; of a `commit` that was
    interrupted, look whether it has kept what was appended.

    Before anything is written, `add` and `save` read each line back and fold it:
    `InvalidValueError` is raised for what would not come back as it is, what
    `Case.record` raises for what cannot have happened, and `StorageError` for an
    `event_id` that was given before. The unit of work then goes on.
    """

    def add(self, events: Sequence[Recorded]) -> int:
        """Append the first events of a new case, and return its version.

        Raises `CaseExistsError` if the case is stored, `InvalidValueError` unless the
        events are those of one case, from number 1 on, without a gap.
        """
        ...

    def save(self, events: Sequence[Recorded], *, expected: int) -> int:
        """Append further events of a case, and return its new version.

        `expected` is the version that the case had when the first of them was
        recorded. Raises `StaleCaseError` if it has another by now (someone saved
        first), `CaseNotFoundError`, or `InvalidValueError` unless the events are
        those of one case and follow on `expected` without a gap.
        """
        ...

    def get(self, case_id: str) -> Case:
        """Return a case as it is; raises `CaseNotFoundError`, `UnknownEventError`."""
        ...

    def events(self, case_id: str) -> tuple[Recorded, ...]:
        """Return the whole log of a case; raises `CaseNotFoundError`."""
        ...

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted."""
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

    def close(self) -> None:
        """Let go of what the store holds, and roll back what is open in this thread.

        Afterwards everything is refused with `StorageError`; closing again does
        nothing.
        """
        ...
