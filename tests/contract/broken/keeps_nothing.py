"""What was committed is gone."""

from __future__ import annotations

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-KEEP-001",)


class Works(Unit):
    """A unit of work that does so."""

    def commit(self) -> None:
        """Forget it."""
        self.inner.__exit__(None, None, None)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
