"""Turns: the units of work of one store follow each other, thread after thread."""

from __future__ import annotations

import threading

from legalcase.errors import StorageError

__all__ = ["Turns"]


class Turns:
    """Lets one thread at a time work; waits at most `patience` seconds."""

    __slots__ = ("_lock", "_owner", "_patience")

    def __init__(self, patience: float) -> None:
        self._lock = threading.Lock()
        self._owner: int | None = None
        self._patience = patience

    def take(self) -> None:
        """Wait for the turn; raises `StorageError` if it does not come."""
        me = threading.get_ident()
        if self._owner == me:
            msg = (
                "This thread has a unit of work open on the store already. End it "
                "before another begins: use `with store.begin() as work:`."
            )
            raise StorageError(msg)
        if not self._lock.acquire(timeout=self._patience):
            msg = (
                f"Another thread kept the store for {self._patience} seconds. Keep "
                "units of work short, and try again."
            )
            raise StorageError(msg)
        self._owner = me

    def give(self) -> None:
        """End the turn."""
        self._owner = None
        self._lock.release()
