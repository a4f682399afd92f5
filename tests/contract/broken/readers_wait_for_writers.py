"""Reading waits until no unit of work is open."""

from __future__ import annotations

import threading
from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-SHARE-005",)


class Works(Unit):
    """A unit of work that keeps readers out."""

    store: Any

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Let them in."""
        self.store.open.set()
        return super().__exit__(kind, error, traceback)


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    def __init__(self) -> None:
        super().__init__()
        self.open = threading.Event()
        self.open.set()

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Keep readers out."""
        unit = super().begin(by=by, reason=reason)
        self.open.clear()
        return unit

    def read(self) -> Any:
        """Wait."""
        self.open.wait(5)
        return super().read()
