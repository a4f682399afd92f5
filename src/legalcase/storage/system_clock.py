"""SystemClock: the present instant, for whoever records events in earnest."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["SystemClock"]


class SystemClock:
    """Tells the machine's time, in UTC; see `legalcase.ports.Clock`."""

    def now(self) -> datetime:
        """Return the present instant."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that reads a clock
