"""Data keys that were opened: of so many streams, and of any until it is forgotten."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from legalcase.ports.keys import WrappedKey
    from legalcase.storage.sealing.data_key import DataKey

__all__ = ["KeyCache"]


class KeyCache:
    """The data keys of the `keep` streams that were asked for last; for all threads."""

    __slots__ = ("_found", "_live", "_lock", "_times", "keep")

    def __init__(self, keep: int) -> None:
        self.keep = keep
        self._found: OrderedDict[str, tuple[WrappedKey, DataKey]] = OrderedDict()
        # Those too that others hold, and that are no longer kept.
        self._live: WeakSet[DataKey] = WeakSet()
        self._lock = threading.RLock()
        self._times = 0

    def __len__(self) -> int:
        """Count the streams."""
        return len(self._found)

    def times(self) -> int:
        """Count how often something was forgotten: to be given to `put`."""
        return self._times

    def get(self, stream: str, wrapped: WrappedKey) -> DataKey | None:
        """Return the key that was opened from this very wrapped key."""
        with self._lock:
            found = self._found.get(stream)
            if found is None or found[0] != wrapped:
                return None
            self._found.move_to_end(stream)
            return found[1]

    def put(
        self, stream: str, wrapped: WrappedKey, key: DataKey, *, times: int
    ) -> None:
        """Keep a key, unless something was forgotten since `times` was asked for.

        Who began to open a key before it was erased must not bring it back.
        """
        with self._lock:
            self._live.add(key)
            if times == self._times:
                self._found[stream] = (wrapped, key)
                self._found.move_to_end(stream)
                while len(self._found) > self.keep:
                    self._found.popitem(last=False)

    def forget(self, stream: str) -> None:
        """Drop the key of a stream, also for those who hold it."""
        with self._lock:
            self._times += 1
            self._found.pop(stream, None)
            for key in list(self._live):
                if key.stream == stream:
                    key.forget()
