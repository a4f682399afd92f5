"""A legal hold is passed over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import IllegalTransitionError

CAUGHT_BY = ("LC-ERASE-004",)


class Works(Unit):
    """A unit of work that does so."""

    def erase(self, stream: str, **despite: Any) -> None:
        """Give some ground."""
        try:
            super().erase(stream, **despite)
        except IllegalTransitionError:
            at = datetime(2026, 6, 3, tzinfo=UTC)
            super().erase(stream, despite_hold="none", by="nobody", at=at)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
