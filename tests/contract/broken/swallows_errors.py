"""An error in the block is not told."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-UNIT-002",)


class Works(Unit):
    """A unit of work that does so."""

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Say nothing."""
        super().__exit__(kind, error, traceback)
        return True


class Store(Wrapped):
    """A store that does so."""

    unit = Works
