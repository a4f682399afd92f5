"""A reading answers after its end."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Wrapped

CAUGHT_BY = ("LC-READ-005",)


class Reads(Reading):
    """A reading that does so."""

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Do nothing."""
        return None


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
