"""What was erased does not come back with a rollback."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-ERASE-003",)


class Works(Unit):
    """A unit of work that does so."""

    def erase(self, stream: str, **despite: Any) -> None:
        """Erase it, and begin anew."""
        super().erase(stream, **despite)
        self.inner.commit()
        self.inner = self.store.inner.begin()


class Store(Wrapped):
    """A store that does so."""

    unit = Works
