"""Following: a unit of work writes lists of others as it writes ours."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from legalcase.errors import ConflictError, LegalCaseError, StorageError
from legalcase.storage.own import Step, moved
from legalcase.storage.units.unit import UNFINISHED
from legalcase.storage.units.writing.binding import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.kernel.folding.folded import Folded
    from legalcase.storage.own import Key, Mark, OwnRow, Registered

__all__ = ["Following"]

#: So many commits are looked at together.
_MANY = 1000


class Following(Writing):
    """How a unit of work keeps lists of others where the logs are."""

    @abstractmethod
    def _write_own(self, stream: str, put: list[OwnRow], drop: list[Key]) -> None:
        """Write rows of lists of others, in the place of those with their keys."""

    @abstractmethod
    def _drop_own(self, name: str) -> None:
        """Drop all that stands in a list of others."""

    @abstractmethod
    def _write_marks(self, marks: Mapping[str, Mark]) -> None:
        """Write up to where lists of others go, when the commits are written."""

    def _sees_all(self) -> bool:
        """Tell whether all streams are seen: no wall stands before the store."""
        return True

    def _names_behind(self) -> tuple[str, ...]:
        if self._steps:
            return tuple(n for n, step in self._steps.items() if not step.is_right)
        return super()._names_behind()

    def catch_up(self) -> int:
        """Bring lists of others where the logs are; see `Store.catch_up`."""
        self._require_open()
        return self._catch_up()

    def _catch_up(self) -> int:
        """Follow what was committed by whoever does not know a list of others.

        Returns how many cases were looked at. Once in a unit: nobody else commits
        what it sees.
        """
        if self._steps or not self._projections:
            return 0
        position, marks = self._marked()
        steps: dict[str, Step] = {}
        due: dict[str, list[Registered]] = {}
        for one in self._projections:
            mark = marks.get(one.name)
            is_mine = mark is not None and mark.version == one.version
            if not self._sees_all():
                if not is_mine:
                    raise _walled(one.name)
                is_right = mark is not None and mark.position >= position
            else:
                is_right = True
                since = mark.position if mark is not None and is_mine else None
                for stream in self._changed_since(since, position):
                    due.setdefault(stream, []).append(one)
            steps[one.name] = Step(one.version, mark, position, is_right)
        self._follow_veiled(due)
        self._steps = steps
        return len(due)

    def _follow_veiled(self, due: Mapping[str, list[Registered]]) -> None:
        """Follow what others have written; of a guarded unit, say nothing of it.

        Its person may know nothing of the cases that are looked at here.
        """
        try:
            for stream, which in due.items():
                # What this unit has appended to is followed when that is listed.
                if stream not in self._unlisted:
                    has_own = self._has_own(stream)
                    folded = self._folded_leniently(stream) if has_own else None
                    self._follow(stream, folded, which)
        except StorageError as error:
            if self.watch is None or isinstance(error, ConflictError):
                raise
        else:
            return
        msg = (
            "A list of others cannot be brought up to date, and nothing was kept. "
            "Whoever administers the store calls catch_up() on it."
        )
        self.cause = msg
        raise StorageError(msg)

    def _changed_since(self, seen: int | None, position: int) -> Iterable[str]:
        """Return the cases to which something was committed since; all, without."""
        if seen == position:
            return ()
        prefix = f"{self._model.noun}:"
        there = [stream for stream in self._streams() if stream.startswith(prefix)]
        if seen is None:
            return there
        found = set[str]()
        while more := self._changes(seen, _MANY):
            found.update(row.stream for row in more)
            seen = more[-1].position
        return [stream for stream in there if stream in found]

    def _folded_leniently(self, stream: str) -> Folded | None:
        """Return what a log has made; ``None`` where it cannot be read, as in ours."""
        if stream in self._made:
            return self._made[stream].folded
        try:
            return self._folded(stream, self._model)
        except StorageError:
            raise
        except LegalCaseError:
            return None

    def _follow(
        self,
        stream: str,
        folded: Folded | None,
        which: Iterable[Registered],
    ) -> None:
        """Write what lists of others say of a stream, by difference to before."""
        which = tuple(which)
        if not which or stream.partition(":")[0] != self._model.noun:
            return
        wanted: dict[Key, OwnRow] = {}
        if self._has_own(stream):
            # What others bring can be interrupted, or refused: nothing is kept then.
            self.cause = UNFINISHED
            try:
                wanted = self._own_due(stream, folded, which)
            except StorageError as error:
                self.cause = str(error)
                raise
            self.cause = None
        there = self._own_now.get(stream)
        if there is None:
            there = self._own(stream)
        names = {one.name for one in which}
        put = [row for key, row in wanted.items() if there.get(key) != row]
        drop = [key for key in there if key[0] in names and key not in wanted]
        if put or drop:
            self._write_own(stream, put, drop)
        others = {key: row for key, row in there.items() if key[0] not in names}
        self._own_now[stream] = others | wanted

    def _begin_anew(self) -> None:
        """Drop all of the lists that are known here: they are made anew."""
        if not self._projections:
            return
        position, marks = self._marked()
        for one in self._projections:
            self._drop_own(one.name)
            self._steps[one.name] = Step(
                one.version, marks.get(one.name), position, is_right=True
            )

    def _mark(self, count: int) -> None:
        """Say up to where lists of others go, with the commits of this unit."""
        marks = {}
        for name, step in self._steps.items():
            mark = moved(step, step.found, step.seen, step.seen + count)
            if mark is not None:
                marks[name] = mark
        if marks:
            self._write_marks(marks)


def _walled(name: str) -> StorageError:
    msg = (
        f"The list {name!r} in this store is of another version, or was not begun. "
        "Open the store once as a role that passes by its walls."
    )
    return StorageError(msg)
