"""A commit that could not be written returns as if it had been."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = (
    "LC-FAULT-001",
    "LC-FAULT-002",
)


class Works(Unit):
    """A unit of work that does so."""

    store: Any

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """See whether there will be room."""
        super().append(lines, expected=expected, unless=unless)
        self.is_lost = self.store.is_full and any(
            len(str(e.event)) > 100_000 for e in lines
        )

    def commit(self) -> None:
        """Say that it is kept."""
        if getattr(self, "is_lost", False):
            self.inner.__exit__(None, None, None)
        else:
            super().commit()


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    is_full = False

    def failing(self) -> Any:
        """Let what is large fail."""
        self.is_full = True
        return lambda: setattr(self, "is_full", False)
