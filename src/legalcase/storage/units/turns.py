"""Turns: the units of work of one store follow each other, thread after thread.

An interrupt (Ctrl-C, a signal's handler that raises) can come between any two steps
of Python, at the first step of a clean-up too. So no turn hangs on code that has to
run: a turn belongs to an object (the unit of work, or what its ``with`` statement
holds), and is over when that object is gone.
"""

from __future__ import annotations

import threading
import weakref
from math import isfinite
from time import monotonic
from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidTypeError, InvalidValueError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Turn", "Turns", "check_patience"]

#: How long one waits at most before looking again, in seconds.
_LOOK: Final = 0.05

_DAY: Final = 86_400


def check_patience(value: object) -> float:
    """Return the seconds to wait; refuse what nobody can wait.

    Raises `InvalidTypeError` or `InvalidValueError`.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        msg = (
            f"patience needs a number of seconds, not {type(value).__name__}. Pass "
            "5.0, say."
        )
        raise InvalidTypeError(msg, field="patience", value=None)
    if not isfinite(value) or not 0 <= value <= _DAY:
        msg = (
            f"Nobody waits for {value!r} seconds. Give a patience from 0 to {_DAY}, "
            "which is a day."
        )
        raise InvalidValueError(msg, field="patience", value=value)
    return float(value)


class Turn:
    """The turn of one unit of work.

    `undo` rolls back what was not committed; it can be called again, and raises
    nothing of its own. `keeper` refers to the object with which the turn ends.
    """

    __slots__ = ("__weakref__", "ended", "keeper", "thread", "turns", "undo")

    def __init__(self, unit: object, turns: Turns, undo: Callable[[], None]) -> None:
        self.turns = turns
        self.undo = undo
        self.thread = threading.get_ident()
        # Held until the turn is over: others wait for it.
        self.ended = threading.Lock()
        self.ended.acquire()
        self.keeper: weakref.ref[object] | None = weakref.ref(unit, self.dropped)

    def dropped(self, reference: weakref.ref[object]) -> None:
        """End the turn if the object that is gone is the one that kept it."""
        if reference is self.keeper:
            self.turns.end(self)


class Turns:
    """Lets one unit of work at a time work; waits at most `patience` seconds."""

    __slots__ = ("_lock", "_now", "patience")

    def __init__(self, patience: float) -> None:
        self.patience = check_patience(patience)
        # Held for a few steps at a time. Its `with` is done in C, where no interrupt
        # comes between taking it and being bound to give it back; and an object may
        # go, and end its turn, while this very thread holds it.
        self._lock = threading.RLock()
        self._now: Turn | None = None

    def has(self, turn: Turn) -> bool:
        """Tell whether it is this one's turn."""
        return self._now is turn

    def take(self, turn: Turn) -> None:
        """Wait for the turn; raises `StorageError` if it does not come."""
        until = monotonic() + self.patience
        while True:
            with self._lock:
                now = self._now
                if now is None or now.keeper is None or now.keeper() is None:
                    if now is not None:
                        now.undo()
                    self._now = turn  # the one step that takes it
                    return
            if now.thread == turn.thread:
                msg = (
                    "This thread has a unit of work open on the store already. End it "
                    "before another begins: use `with store.begin() as work:`."
                )
                raise StorageError(msg)
            left = until - monotonic()
            if left <= 0:
                msg = (
                    f"Another thread kept the store for {self.patience} seconds. Keep "
                    "units of work short, and try again."
                )
                raise StorageError(msg)
            # Whoever loses its way here has taken nothing that others cannot do
            # without: they look again by themselves.
            if now.ended.acquire(timeout=min(left, _LOOK)):
                now.ended.release()

    def end(self, turn: Turn) -> None:
        """Roll back, and end the turn; of one that is over, do nothing.

        If that is interrupted, the turn is not over, and ends with its keeper.
        """
        with self._lock:
            if self._now is turn:
                turn.undo()
                self._now = None  # the one step that gives it
                turn.keeper = None
                turn.ended.release()

    def break_off(self) -> None:
        """End the turn that this thread has, if it has one."""
        now = self._now
        if now is not None and now.thread == threading.get_ident():
            self.end(now)
