"""After a fault in the middle, what was written before is committed."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = ("LC-FAULT-001",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-FAULT-002",)


class Works(Unit):
    """A unit of work that does so."""

    store: Any

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Fail, and go on."""
        if self.store.is_full and any(len(str(e.event)) > 100_000 for e in lines):
            raise StorageError("There is no room.")
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    is_full = False

    def failing(self) -> Any:
        """Let what is large fail."""
        self.is_full = True
        return lambda: setattr(self, "is_full", False)
