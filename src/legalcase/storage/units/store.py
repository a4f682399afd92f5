"""Store: what every store can do as a whole, whatever it keeps its lines in."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from time import sleep
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from legalcase.errors import ConflictError, InvalidValueError, StaleCaseError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from legalcase.ports.rows import Fault, Head
    from legalcase.storage.units.reading import Readable
    from legalcase.storage.units.work import Work

__all__ = ["Store"]

T = TypeVar("T")

#: How long one waits before the second attempt, and at most, in seconds.
_FIRST: Final = 0.005
_LONGEST: Final = 0.5


class Store(ABC):
    """What every store can do as a whole; see `legalcase.ports.CaseStore`."""

    #: What this store can do that not every one can: ``"text"`` (words of a text),
    #: ``"durable"`` (what is committed outlives the program), ``"snapshots"``
    #: (loading does not read the whole log), ``"concurrent"`` (reading blocks nobody).
    capabilities: frozenset[str] = frozenset()

    @abstractmethod
    def read(self) -> Readable:
        """Begin to read; raises `StorageError` if that cannot be now."""

    @abstractmethod
    def begin(self, *, by: str | None = None, reason: str | None = None) -> Work:
        """Begin a unit of work; raises `StorageError` if none can begin now."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what the store holds; closing again does nothing."""

    def run(
        self,
        act: Callable[[Any], T],
        *,
        by: str | None = None,
        reason: str | None = None,
        attempts: int = 10,
    ) -> T:
        """Do something in a unit of work, commit it, and return what it returned.

        Where others were faster (`ConflictError`, `StaleCaseError`), it is done again
        in a new unit: `act` may do nothing outside that must not be done twice.
        """

        def once() -> T:
            with self.begin(by=by, reason=reason) as work:
                done = act(work)
                work.commit()
                return done

        return _again(once, attempts)

    def ask(self, act: Callable[[Any], T], *, attempts: int = 10) -> T:
        """Ask several questions of one state of the store, and return what `act` does.

        It is called with a reader. Where the store cannot go on reading a state after
        others have written (`ConflictError`), it is called again with a new one, at
        most `attempts` times.
        """

        def once() -> T:
            with self.read() as reader:
                return act(reader)

        return _again(once, attempts)

    def heads(self) -> tuple[Head, ...]:
        """Return where each stream ends, sorted: to be kept elsewhere, as anchors."""
        with self.read() as reader:
            return reader.heads()

    def verify(
        self, *, anchors: Iterable[tuple[str, int, str]] = ()
    ) -> tuple[Fault, ...]:
        """Read everything, and return the first fault of each stream; none, if whole.

        Every line is compared with its digest and with all that is derived from it:
        ids, tags, what lists say, snapshots. With `anchors`, what `heads` returned at
        some time, lines that were deleted or written anew together with their digests
        are noticed as well.
        """
        with self.read() as reader:
            return reader.verify(anchors=anchors)

    def rebuild(self, *, progress: Callable[[int, int], object] | None = None) -> int:
        """Make anew what is derived from the lines, and return of how many streams.

        In one unit of work: all of it, or nothing. `progress` is called with how many
        streams are done, and how many there are. Lines are read, and never written.
        Raises `DecodeError` for a line that is not as it was stored: restore the
        store from a backup then.
        """
        with self.begin() as work:
            done = work.rebuild(progress)
            work.commit()
        return done

    def rotate_keys(
        self, *, progress: Callable[[int, int], object] | None = None
    ) -> int:
        """Wrap the keys of all sealed streams with the key that is in use now.

        Returns of how many streams. No line is touched, and no digest. In one unit of
        work: all of it, or nothing.
        """
        with self.begin() as work:
            done = work.rotate_keys(progress)
            work.commit()
        return done

    def __enter__(self) -> Self:
        """Enter a block at whose end the store is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()


def _again(once: Callable[[], T], attempts: int) -> T:
    """Do something, again and again while others are faster."""
    if type(attempts) is not int or attempts < 1:
        msg = f"attempts needs a number from 1 on, not {shown(attempts)}. Pass 10."
        raise InvalidValueError(msg, field="attempts", value=None)
    pause = _FIRST
    while True:
        attempts -= 1
        try:
            return once()
        except (ConflictError, StaleCaseError):
            if not attempts:
                raise
        # Not all who met at the same moment come back at the same moment.
        sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - nothing is secret
        pause = min(2 * pause, _LONGEST)
