"""GuardedStore: a store, as one person may see it."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, Self, TypeVar

from legalcase.errors import StorageError
from legalcase.storage.guarding.reader import GuardedReader
from legalcase.storage.guarding.refusals import may_not_ask, not_offered
from legalcase.storage.guarding.sight import Sight
from legalcase.storage.guarding.work import GuardedWork
from legalcase.storage.units.running import in_reading, in_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from types import TracebackType

    from legalcase.access.holding import Access
    from legalcase.access.noted import AccessNoted
    from legalcase.access.reason import Reason
    from legalcase.conflicts.asked import Asked
    from legalcase.conflicts.corpus.index import ConflictIndex
    from legalcase.conflicts.finding.outcome import ConflictCheck
    from legalcase.storage.guarding.seals import Seals
    from legalcase.storage.units.reading.readable import Readable
    from legalcase.storage.units.work import Work

__all__ = ["Guardable", "GuardedStore"]

T = TypeVar("T")


class Guardable(Protocol):
    """**Protocol:** a store that can be guarded; every `Store` is one."""

    capabilities: frozenset[str]

    def read(self) -> Readable:
        """Begin to read."""
        ...

    def begin(self, *, by: str | None = None, reason: str | None = None) -> Work:
        """Begin a unit of work."""
        ...


class GuardedStore:
    """A store as one person may see it, with the methods of `CaseStore`.

    What the policy does not admit the person to is not there: not found, in no list,
    in no count. `read` and `begin` work out what it admits them to at their instant,
    and keep to that until they are over. `Guard.as_` makes it.
    """

    def __init__(
        self,
        store: Guardable,
        person: str,
        access: Callable[[], Access],
        note: Callable[[AccessNoted], object] | None,
        seals: Seals,
    ) -> None:
        self._store = store
        self._person = person
        self._access = access
        self._note = note
        self._seals = seals
        self._units: weakref.WeakSet[GuardedWork] = weakref.WeakSet()
        self._is_open = True

    def __repr__(self) -> str:
        """Return for whom it is; nothing of what is in it."""
        return f"<GuardedStore for {self._person!r}>"

    @property
    def person(self) -> str:
        """For whom it is."""
        return self._person

    @property
    def capabilities(self) -> frozenset[str]:
        """What the store can do, but for what is not for one person."""
        return self._store.capabilities - {"verify"}

    def _require_open(self) -> None:
        if not self._is_open:
            msg = "This store is closed. Ask the guard for another: guard.as_(person)."
            raise StorageError(msg)

    def read(self) -> GuardedReader:
        """Begin to read what the person may see now."""
        self._require_open()
        access = self._access()
        reader = self._store.read()
        sight = Sight(reader, access, self._note)
        return GuardedReader(reader, sight, self._seals, self._require_open)

    def begin(self, *, by: str | None = None, reason: str | None = None) -> GuardedWork:
        """Begin a unit of work, recorded by the person unless `by` says otherwise."""
        self._require_open()
        access = self._access()
        by = self._person if by is None else by
        work = self._store.begin(by=by, reason=reason)
        guarded = GuardedWork(work, Sight(work, access, self._note), self._seals)
        self._units.add(guarded)
        return guarded

    def run(
        self,
        act: Callable[[Any], T],
        *,
        by: str | None = None,
        reason: str | None = None,
        attempts: int = 10,
    ) -> T:
        """Do something in a unit of work, commit it, and return what it returned.

        Where others were faster, it is done again, as `Store.run` does.
        """
        return in_unit(lambda: self.begin(by=by, reason=reason), act, attempts)

    def ask(self, act: Callable[[Any], T], *, attempts: int = 10) -> T:
        """Ask several questions of one state of the store, as `Store.ask` does."""
        return in_reading(self.read, act, attempts)

    def why(self, action: str, case_id: str) -> Reason:
        """Return whether the person may do something with a case, and what says so.

        Raises `CaseNotFoundError` for a case that they may not read.
        """
        found: Reason = self.ask(lambda reader: reader.why(action, case_id))
        return found

    def check_conflicts(
        self,
        *,
        people: Iterable[str | Asked],
        roles: Mapping[str, str] | None = None,
        matter: str | None = None,
        as_of: date,
        depth: int | None = None,
        threshold: float | None = None,
        index: ConflictIndex | None = None,
    ) -> ConflictCheck:
        """Return a check for conflicts: of the whole store, told as the person may see.

        The whole is searched, behind every wall, on behalf of whoever answers for the
        store. Of a matter that is hidden the person learns one word, that there is one:
        not which, how many, of whom, nor why. What is passed is as in
        `legalcase.conflicts.check`; an id that is not in the directory is no error,
        since that would tell it from one that is hidden. `index` is one that was made
        before, of this store (`conflict_index`); without it, all is read now. Raises
        `StorageError` for whoever may record and begin nothing here.
        """
        # What compares names is loaded by whoever checks for conflicts.
        from legalcase.storage.guarding.conflicting import searched

        self._require_open()
        access = self._access()
        reader = self._store.read()
        sight = Sight(reader, access, self._note)
        if not sight.may_append:
            raise may_not_ask(self._person)
        with reader:
            return searched(
                reader,
                sight,
                self._seals,
                index,
                {
                    "people": people,
                    "roles": roles,
                    "matter": matter,
                    "as_of": as_of,
                    "depth": depth,
                    "threshold": threshold,
                },
            )

    def close(self) -> None:
        """Let go of the store, which others go on using, and roll back what is open.

        Afterwards everything is refused with `StorageError`; closing again does
        nothing.
        """
        self._is_open = False
        for unit in tuple(self._units):
            unit.end_in(threading.get_ident())

    def __enter__(self) -> Self:
        """Enter a block at whose end it is closed."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    # --- what is not for one person -----------------------------------------------

    def heads(self) -> NoReturn:
        """Refuse it: where every log ends, whoever administers the store asks."""
        not_offered("heads()")

    def verify(self, *, anchors: Iterable[tuple[str, int, str]] = ()) -> NoReturn:
        """Refuse it: whether a store is whole, whoever administers it asks."""
        del anchors
        not_offered("verify()")

    def rebuild(
        self, *, progress: Callable[[int, int], object] | None = None
    ) -> NoReturn:
        """Refuse it: whoever administers the store makes anew what is derived."""
        del progress
        not_offered("rebuild()")

    def catch_up(self) -> NoReturn:
        """Refuse it: whoever administers the store brings its lists up to date."""
        not_offered("catch_up()")

    def backup(self, *given: object, **said: object) -> NoReturn:
        """Refuse it: whoever administers the store copies it."""
        del given, said
        not_offered("backup()")

    def optimize(self) -> NoReturn:
        """Refuse it: whoever administers the store looks after its file."""
        not_offered("optimize()")

    def scrub(self) -> NoReturn:
        """Refuse it: whoever administers the store writes it anew."""
        not_offered("scrub()")

    def protect(self, *given: object) -> NoReturn:
        """Refuse it: whoever administers the store puts walls before it."""
        del given
        not_offered("protect()")

    def publish(self, *given: object) -> NoReturn:
        """Refuse it: whoever administers the store says who is admitted."""
        del given
        not_offered("publish()")

    def rotate_keys(
        self, *, progress: Callable[[int, int], object] | None = None
    ) -> NoReturn:
        """Refuse it: whoever administers the store wraps its keys anew."""
        del progress
        not_offered("rotate_keys()")

    def guarded(self, *given: object, **said: object) -> NoReturn:
        """Refuse it: whom it is for, the guard has said."""
        del given, said
        not_offered("guarded()")
