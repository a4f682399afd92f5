"""Unit: what the units of work of every store have in common, their life."""

from __future__ import annotations

import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self, overload

from legalcase.errors import StorageError
from legalcase.storage.units.turns import Turn, Turns

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

__all__ = ["UNFINISHED", "Unit"]

#: The cause, as long as nothing better is known.
UNFINISHED: Final = "A step of it was interrupted. What it had done is not known."


class _Leaving:
    """The method ``__exit__``, made anew whenever a ``with`` statement asks for it.

    The statement alone holds what it got, and lets go of it however it ends: also
    where an interrupt comes before the first step of the clean-up. That is how a
    unit of work ends that was never told to.
    """

    @overload
    def __get__(self, unit: None, owner: type) -> Callable[..., None]: ...
    @overload
    def __get__(self, unit: Unit, owner: type) -> Callable[[Any, Any, Any], None]: ...
    def __get__(self, unit: Unit | None, owner: type) -> Callable[..., None]:
        if unit is None:
            return _leave
        leaving = partial(_leave, unit)
        unit.leaving = weakref.ref(leaving, unit.turn.dropped)
        return leaving


def _leave(
    unit: Unit,
    kind: type[BaseException] | None,  # noqa: ARG001 - as Python calls it
    error: BaseException | None,  # noqa: ARG001 - as above
    traceback: TracebackType | None,  # noqa: ARG001 - as above
) -> None:
    """Roll back what was not committed."""
    unit.end()


class Unit:
    """A unit of work: open until it is committed or rolled back, or has failed.

    After an error in the middle of a step nothing but `rollback` is possible: what
    was stored of it, nobody knows, and a commit of it would be a lie.
    """

    def __init__(self, turns: Turns, undo: Callable[[], None]) -> None:
        self.turns = turns
        self.turn = Turn(self, turns, undo)
        self.leaving: weakref.ref[object] | None = None
        self.cause: str | None = None

    def _require_turn(self) -> None:
        if not self.turns.has(self.turn):
            msg = "This unit of work is over. Begin another on the store."
            raise StorageError(msg)

    def _require_open(self) -> None:
        self._require_turn()
        if self.cause is not None:
            msg = (
                "This unit of work has failed, and nothing of it is kept: roll it back "
                f"and begin another. What failed first: {self.cause}"
            )
            raise StorageError(msg)

    def rollback(self) -> None:
        """Forget what was appended."""
        self._require_turn()
        self.end()

    def end(self) -> None:
        """Roll back, and let others have their turn; of one that is over, nothing."""
        self.turns.end(self.turn)
        # An object that goes later has nothing to say any more: an interrupt that
        # came while it did would be lost.
        self.leaving = None

    def __enter__(self) -> Self:
        """Enter the unit of work."""
        # No call between the statement's asking and this: no interrupt either.
        if self.leaving is not None:
            self.turn.keeper = self.leaving
        return self

    __exit__ = _Leaving()
