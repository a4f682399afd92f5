"""Lines come in the order of the clocks of those who recorded."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

CAUGHT_BY = ("LC-KEEP-005",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-KEEP-013",
    "LC-VERIFY-001",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: str) -> Any:
        """Sort them."""
        lines = self.inner.events(stream)
        return tuple(sorted(lines, key=lambda line: line.recorded_at))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
