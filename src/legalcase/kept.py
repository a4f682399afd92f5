"""Kept: what was worked out once and may be asked for again, within bounds."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

__all__ = ["Kept"]

K = TypeVar("K")
V = TypeVar("V")

#: So many values are kept unless somebody says otherwise.
_MOST: Final = 1024


class Kept(dict[K, V], Generic[K, V]):
    """A dictionary of derived values that forgets the oldest when it is full.

    What is forgotten is worked out anew, so that only speed depends on it. Threads may
    share one: each step is one of the dictionary's own.
    """

    __slots__ = ("_most",)

    def __init__(self, most: int = _MOST) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        """Keep a value; the oldest goes, if there are too many."""
        super().__setitem__(key, value)
        while len(self) > self._most:
            try:
                oldest = next(iter(self))
            except (StopIteration, RuntimeError):
                return  # another thread is at it
            self.pop(oldest, None)
