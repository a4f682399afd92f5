"""Store: what every store can do as a whole, whatever it keeps its lines in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from legalcase.errors import ConflictError
from legalcase.storage.guarding.guard import Guard
from legalcase.storage.units.running import in_reading, in_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo
    from types import TracebackType

    from legalcase.access.noted import AccessNoted
    from legalcase.access.policy import Policy
    from legalcase.ports.clock import Clock
    from legalcase.ports.rows import Fault, Head
    from legalcase.storage.units.reading.readable import Readable
    from legalcase.storage.units.work import Work

__all__ = ["Store"]

T = TypeVar("T")

#: So often is it looked, as a store is opened, whether lists are behind; then it is
#: looked in a unit of work, for which others wait.
_LOOKS: Final = 8


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
        return in_unit(lambda: self.begin(by=by, reason=reason), act, attempts)

    def ask(self, act: Callable[[Any], T], *, attempts: int = 10) -> T:
        """Ask several questions of one state of the store, and return what `act` does.

        It is called with a reader. Where the store cannot go on reading a state after
        others have written (`ConflictError`), it is called again with a new one, at
        most `attempts` times.
        """
        return in_reading(self.read, act, attempts)

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

    def catch_up(self) -> int:
        """Bring lists of others where the logs are, and return of how many cases.

        A program that does not know a projection leaves its list behind when it
        writes; a store that was opened with it follows when it is opened, and before
        one of its units of work is committed. Until then `find` refuses the list. One
        of another version is made anew, all of it. In one unit of work. Raises
        `StorageError` where a projection does not say what it should.
        """
        with self.begin() as work:
            done = work.catch_up()
            work.commit()
        return done

    def _caught_up(self) -> None:
        """Bring lists of others where the logs are, as the store is opened."""
        for _ in range(_LOOKS):
            # Somebody who writes meanwhile breaks a reading off: it is begun again.
            with suppress(ConflictError), self.read() as reader:
                if not reader.behind():
                    return
                break
        self.catch_up()

    def guarded(
        self,
        policy: Policy,
        *,
        clock: Clock | None = None,
        zone: tzinfo | None = None,
        note: Callable[[AccessNoted], object] | None = None,
        cursor_key: bytes | None = None,
    ) -> Guard:
        """Return what gives each person the store as the policy admits them to it.

        ``store.guarded(policy, clock=SystemClock(), zone=zone).as_("person:7")`` is
        that store for one of them; see `legalcase.storage.Guard`.
        """
        return Guard(
            self, policy, clock=clock, zone=zone, note=note, cursor_key=cursor_key
        )

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
