"""It does not say that it erases, and takes it, and does nothing."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-ERASE-008",)


class Works(Unit):
    """A unit of work that does so."""

    def erase(self, stream: str, **despite: Any) -> None:
        """Do nothing."""


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    @property
    def capabilities(self) -> frozenset[str]:
        """Leave one out."""
        return frozenset(self.inner.capabilities - {"erase"})
