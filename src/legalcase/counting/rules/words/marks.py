"""Marks of the format that the engine goes by, besides its words.

The schema bears the same marks, and a test compares the two: a new table that merges,
or that names closed days, cannot be passed over.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CLOSED_DAYS", "GROUPS"]

#: Groups of tables that merge by key, and how deep (in the schema, ``table+``); every
#: other table is replaced.
GROUPS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "roll": 1,
        "service": 2,
        "completion": 2,
        "hours": 1,
        "end_of_day": 1,
        "closed_days": 1,
    }
)

#: The places in a version where days are called closed by role (in the schema, values
#: of the kinds ``closed`` and ``kinds``): calendars of these roles are asked.
CLOSED_DAYS: Final = frozenset(
    {
        ("trigger_day", "begins", "closed"),
        ("court_days", "closed"),
        ("short", "skip"),
        ("suspension", "days"),
        ("roll", "after", "closed"),
        ("roll", "after", "others"),
        ("roll", "before", "closed"),
        ("roll", "before", "others"),
    }
)
