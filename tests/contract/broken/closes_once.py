"""It can be closed once."""

from __future__ import annotations

from wrapped import Wrapped

CAUGHT_BY = ("LC-UNIT-009",)


class Store(Wrapped):
    """A store that does so."""

    def close(self) -> None:
        """Refuse it the second time."""
        self.read()
        super().close()
