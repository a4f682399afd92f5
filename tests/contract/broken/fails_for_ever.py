"""After a fault, the store is not what it was."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = ("LC-FAULT-002",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-FAULT-001",)


class Works(Unit):
    """A unit of work that does so."""

    store: Any

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Fail, and remember it."""
        if self.store.was_full and any(len(str(e.event)) > 100_000 for e in lines):
            self.inner.__exit__(None, None, None)
            raise StorageError("There was no room.")
        super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    was_full = False

    def failing(self) -> Any:
        """Let what is large fail, and never mend it."""
        self.was_full = True
        return lambda: None
