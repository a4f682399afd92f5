"""copy_store: all that a store holds into another one, whatever the two keep it in."""

# ruff: noqa: SLF001 - the steps of it are those that stores of this package have

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import (
    ConflictError,
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    StorageError,
)
from legalcase.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports.rows import Head
    from legalcase.storage.projecting import Projected
    from legalcase.storage.units.reading.giving import Survey
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["copy_store"]

#: How many lines are kept by one commit, unless one of the source has more.
_MOST: Final = 1000
#: How many commits are compared together.
_MANY: Final = 10_000
#: How often one goes on where the source was written to and cannot be read on.
_TIMES: Final = 10


def copy_store(
    source: Store,
    target: Store,
    *,
    progress: Callable[[int, int], object] | None = None,
) -> tuple[Head, ...]:
    """Copy all that a store holds into another, and return where its streams end.

    Lines are moved as the bytes that they are, with their digests; those that are
    sealed stay so, with their wrapped keys, which nobody needs to open. Commits stay
    as they were and keep their order, so that cursors of `changes_since` are good in
    the copy; none is split, and small ones are kept together. What was erased stays
    erased. Lists, words and snapshots are made anew; where the target cannot read a
    case, as it is sealed and no keys are there, or has kinds of events that its model
    does not know, what lists say of it is taken along. `progress` is called with how
    many lines are there, and how many there will be.

    The target is empty, or what an interrupted copy of this source has left: then it
    goes on there. Nobody else may write into it meanwhile; into the source they may.
    At the end it has the same heads, and was verified with them.

    Raises `StorageError`, before anything is written, for a target that holds
    anything else, and at the end for a copy that is not whole; `DecodeError` at the
    first line or commit of the source that is not as it was stored (all before it is
    there, and nothing of its commit).
    """
    for name, given in (("source", source), ("target", target)):
        _check(name, given)
    if source is target:
        msg = "A store is not copied into itself. Open another one for target=."
        raise InvalidValueError(msg, field="target", value=None)
    left = _TIMES
    while True:
        left -= 1
        try:
            return _Copying(source, target, progress).done()
        except ConflictError:
            # The source, which cannot be read on after others wrote; or the target,
            # and then it is no copy any more, which is said the next time.
            if not left:
                raise


def _check(name: str, given: object) -> None:
    if not isinstance(given, Store):
        msg = (
            f"{name} needs a store of this package, not {type(given).__name__}. Pass "
            "open_store('sqlite:///cases.db'), say."
        )
        raise InvalidTypeError(msg, field=name, value=None)


class _Copying:
    """One store on its way into another."""

    def __init__(
        self,
        source: Store,
        target: Store,
        progress: Callable[[int, int], object] | None,
    ) -> None:
        self.source = source
        self.target = target
        self.progress = progress
        self.position = 0
        self.lines = 0
        self.total = 0

    def done(self) -> tuple[Head, ...]:
        """Copy what is not there yet, and see that all of it is there."""
        with self.source.read() as there, self.target.read() as here:
            survey = there._once(there._survey)
            _check_target(there, survey, here)
        self._settle(survey)
        with self.target.read() as here:
            found = here._once(here._survey)
        self.position, self.lines = found.position, found.lines
        self.total = max(survey.lines, self.lines)
        self._tell()
        while True:
            self._carry()
            with self.source.read() as there:
                if there._once(there._position) == self.position:
                    self._settle(there._once(there._survey))
                    self._list(there)
                    heads = there.heads()
                    break
        self._verify(heads)
        return heads

    def _tell(self) -> None:
        if self.progress is not None:
            self.total = max(self.total, self.lines)
            self.progress(self.lines, self.total)

    def _settle(self, survey: Survey) -> None:
        """Erase what was erased, before anything else; keep the keys of today."""
        with self.target.read() as here:
            found = here._once(here._survey)
        erased = {
            stream: last
            for stream, last in survey.erased.items()
            if stream not in found.erased
        }
        keys = {
            stream: key
            for stream, key in survey.keys.items()
            if found.keys.get(stream, key) != key
        }
        if erased or keys:
            with self.target.begin() as work:
                work._settle(erased, keys)
                work.commit()

    def _carry(self) -> None:
        """Copy commits, as long as there are any."""
        most = _MOST
        while True:
            with self.source.read() as there:
                portion = there._once(partial(there._portion, self.position, most))
            if not portion.changes:
                return
            try:
                with self.target.begin() as work:
                    work._take(portion)
                    work.commit()
            except DecodeError:
                if len(portion.changes) == 1:
                    raise
                # All up to the one that is damaged.
                most = 1
                continue
            self.position += len(portion.changes)
            self.lines += portion.lines
            self._tell()

    def _list(self, there: Readable) -> None:
        """Take along what lists say of what the target cannot read."""
        with self.target.read() as here:
            wanted = {
                stream: listed
                for stream in here._once(here._streams)
                for listed in _listed(there, here, stream)
            }
        if wanted:
            with self.target.begin() as work:
                for stream, listed in wanted.items():
                    work._list_as(stream, listed)
                work.commit()

    def _verify(self, heads: tuple[Head, ...]) -> None:
        if self.target.heads() != heads:
            msg = (
                "The copy does not end where its source does: others have written into "
                "one of them. Copy again, into a store that nobody uses yet."
            )
            raise StorageError(msg)
        faults = self.target.verify(anchors=heads)
        if faults:
            number = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
            msg = (
                f"The copy is not whole: {faults[0].said.rstrip('.')}{number}. Verify "
                "the source, and copy into an empty store."
            )
            raise StorageError(msg)


def _listed(there: Readable, here: Readable, stream: str) -> list[Projected | None]:
    """Return what lists have to say, where that is not what they say in the target."""
    is_locked = here._once(partial(here._is_locked, stream))
    found = _rows(there, stream)
    if isinstance(found, LegalCaseError):
        if is_locked:
            raise found
        return []  # they were made anew
    if found == here._once(partial(here._rows, stream)):
        return []
    if not is_locked:
        lines = list(here.events(stream))
        if not here._is_beyond(stream, lines):
            # Perhaps it was begun without keys, when nothing could be made of it.
            found = here._once(partial(here._due_rows, stream, lines))
    return [found]


def _rows(there: Readable, stream: str) -> Projected | LegalCaseError | None:
    try:
        return there._once(partial(there._rows, stream))
    except DecodeError as error:
        return error


def _check_target(there: Readable, survey: Survey, here: Readable) -> None:
    """Refuse a target that is neither empty nor an unfinished copy of this source."""
    found = here._once(here._survey)
    heads = here.heads()
    why = _why_other(there, survey, here, found)
    if why is None:
        for stream, number, digest in heads:
            there_now = there._once(
                partial(there._stored_between, stream, number, number)
            )
            ends = [row.digest.hex() for row in there_now]
            if stream not in survey.erased and ends != [digest]:
                why = f"line {number} of {stream!r} is another one there"
                break
    if why is not None:
        msg = (
            f"The store to which is copied is no copy of this source: {why}. Copy into "
            "an empty store; nothing was written."
        )
        raise StorageError(msg)


def _why_other(
    there: Readable, survey: Survey, here: Readable, found: Survey
) -> str | None:
    if found.position and found.name != survey.name:
        return "it began with another line"
    others = sorted(set(found.erased) - set(survey.erased))
    if others:
        return f"{others[0]!r} was erased there, and not in the source"
    position = 0
    while True:
        theirs: list[Any] = there._once(partial(there._changes, position, _MANY))
        ours: list[Any] = here._once(partial(here._changes, position, _MANY))
        if not ours:
            return None
        if len(theirs) < len(ours):
            return "it has more commits than the source"
        if theirs[: len(ours)] != ours:
            return "its commits are not those of the source"
        position = ours[-1].position
