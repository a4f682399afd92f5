"""What was erased can begin again."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

from legalcase.storage.memory import MemoryWork

CAUGHT_BY = ("LC-ERASE-002",)


class Forgetting(MemoryWork):
    """Knows only what it has erased itself."""

    def _is_erased(self, stream: str) -> bool:
        return stream in self._gone


class Store(Wrapped):
    """A store that does so."""

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Begin one that forgets."""
        unit = super().begin(by=by, reason=reason)
        unit.inner.__class__ = Forgetting
        return unit
