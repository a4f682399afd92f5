"""Nothing is ever found to be wrong."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-VERIFY-002",)


class Store(Wrapped):
    """A store that does so."""

    def verify(self, **how: Any) -> Any:
        """Say so."""
        self.inner.verify(**how)
        return ()
