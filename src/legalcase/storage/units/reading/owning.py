"""Owning: lists of others as they are read, and whether they are as they should be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from legalcase.errors import LegalCaseError, StorageError, UnknownNameError
from legalcase.model.case import Case
from legalcase.ports.rows import Fault
from legalcase.storage.lines.appending import called
from legalcase.storage.own import Mark, is_whole, rows_of
from legalcase.storage.units.reading.primitives import Primitives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.storage.own import Key, OwnRow, Registered

__all__ = ["Owning"]


class Owning(Primitives):
    """What the lists of others say in a state of a store, and whether that is right."""

    def behind(self) -> tuple[str, ...]:
        """Return which projections do not stand where the logs do: see `catch_up`.

        Somebody has written who does not know them, or they are of another version.
        """
        return self._once(self._names_behind)

    def _names_behind(self) -> tuple[str, ...]:
        if not self._projections:
            return ()
        position, marks = self._marked()
        return tuple(
            one.name
            for one in self._projections
            if not _stands(marks.get(one.name), one, position)
        )

    def _require_own(self, name: str) -> None:
        """Refuse to answer from a list that is not there, or is behind its logs."""
        known = [one.name for one in self._projections]
        if name not in known:
            kind, hint = "projection", "Open the store with projections=(…,)."
            raise UnknownNameError.of(kind, name, known, hint=hint)
        if name in self._names_behind():
            msg = (
                f"The list {name!r} is behind the logs: somebody has written who does "
                "not know it, or it is of another version. Call store.catch_up(), and "
                "ask again."
            )
            raise StorageError(msg)

    def _has_own(self, stream: str) -> bool:
        """Tell whether a stream can have rows: a case, of which nothing is sealed."""
        is_case = stream.partition(":")[0] == self._model.noun
        return is_case and self._key(stream) is None

    def _own_due(
        self, stream: str, folded: Folded | None, which: Iterable[Registered]
    ) -> dict[Key, OwnRow]:
        """Return what lists of others say of a case that can have rows."""
        found: dict[Key, OwnRow] = {}
        if folded is not None:
            # Rows are found by whoever may read the case, fenced or not.
            case = Case(folded.without_fenced())
            for one in which:
                found.update(rows_of(one, case, stream, called(stream)))
        return found

    def _own_fault(
        self, stream: str, number: int, made: Iterable[Folded] | None
    ) -> Fault | None:
        """Return what is wrong with what lists of others say of a stream.

        It has to be what they say of the case, as one of `made` has it. Of a list that
        is not known here, or is behind, only each row is looked at; so it is without
        `made`.
        """
        there = self._own(stream)
        may_have = bool(number) and self._has_own(stream)
        if not all(is_whole(row, stream) for row in there.values()):
            said = f"A row of others of {stream!r} is not what was stored: rebuild()."
            return Fault(stream, number, "rows", said)
        if there and not may_have:
            said = f"{stream!r} has rows in lists of others, and can have none."
            return Fault(stream, number, "rows", said)
        behind = self._names_behind()
        which = [one for one in self._projections if one.name not in behind]
        if not which or not may_have or made is None:
            return None
        names = {one.name for one in which}
        found = {key: row for key, row in there.items() if key[0] in names}
        is_right = partial(self._is_own_due, stream, which, found)
        if any(map(is_right, made)):
            return None
        said = f"What lists of others say of {stream!r} is not what its log says: "
        return Fault(stream, number, "rows", f"{said}rebuild().")

    def _is_own_due(
        self,
        stream: str,
        which: list[Registered],
        found: dict[Key, OwnRow],
        folded: Folded,
    ) -> bool:
        try:
            return self._own_due(stream, folded, which) == found
        except LegalCaseError:
            return False


def _stands(mark: Mark | None, one: Registered, position: int) -> bool:
    """Tell whether a list says of the logs what they come to at a position."""
    return (
        mark is not None and mark.version == one.version and mark.position >= position
    )
