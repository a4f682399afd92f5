"""FixedClock: tells the time that a test wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

__all__ = ["FixedClock"]


class FixedClock:
    """Stands still until it is moved; see `legalcase.ports.Clock`."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """Return the instant at which it stands."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move on by that much."""
        self._now += by
