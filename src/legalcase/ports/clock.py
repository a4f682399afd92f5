"""Clock: tells the time, to whoever records an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Clock"]


class Clock(Protocol):
    """**Protocol:** tells the time, to whoever records an event."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...
