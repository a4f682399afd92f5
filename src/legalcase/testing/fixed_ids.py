"""FixedIds: gives events the ids that a test expects."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["FixedIds"]


class FixedIds:
    """Gives ``"e1"``, ``"e2"`` and so on; pass it as `ids` where a file is made.

    >>> from datetime import UTC, datetime
    >>> ids = FixedIds("roe-")
    >>> noon = datetime(2026, 6, 3, 12, tzinfo=UTC)
    >>> ids(noon), ids(noon)
    ('roe-1', 'roe-2')
    """

    def __init__(self, prefix: str = "e") -> None:
        self._prefix = prefix
        self._numbers = count(1)

    def __call__(self, at: datetime) -> str:  # noqa: ARG002 - as `Ids` are called
        """Return the next id, whenever that is."""
        return f"{self._prefix}{next(self._numbers)}"
