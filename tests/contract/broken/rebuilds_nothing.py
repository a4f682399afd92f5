"""Making anew does nothing, and says so."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-VERIFY-003",)


class Store(Wrapped):
    """A store that does so."""

    def rebuild(self) -> Any:
        """Do nothing."""
        return 0
