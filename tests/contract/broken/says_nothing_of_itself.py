"""It does not say what it can."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-KIT-001",)


class Store(Wrapped):
    """A store that does so."""

    @property
    def capabilities(self) -> Any:
        """Say nothing."""
        return None
