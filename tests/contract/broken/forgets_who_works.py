"""Who begins a unit of work is nobody."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-UNIT-011",)


class Works(Unit):
    """A unit of work that does so."""

    def record(self, *events: Any, **said: Any) -> Any:
        """Let somebody record."""
        return self.inner.record(*events, **{"by": "nobody", **said})


class Store(Wrapped):
    """A store that does so."""

    unit = Works
