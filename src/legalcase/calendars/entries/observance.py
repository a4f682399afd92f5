"""Observance: on which other day a holiday is held, by its day of the week."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.calendars.entries.falls import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OBSERVED", "Observance"]

_SATURDAY: Final = 5
_LEGAL: Final = frozenset({"legal-holiday"})
#: What becomes of a holiday, by the format's words: by how many days it moves (0: it
#: stays), and how far on: once, until a weekday that no holiday takes (``"free"``), or
#: until a Monday.
OBSERVED: Final[Mapping[str, tuple[int, str]]] = MappingProxyType(
    {
        "none": (0, "once"),
        "previous day": (-1, "once"),
        "next day": (1, "once"),
        "next free weekday": (1, "free"),
        "previous free weekday": (-1, "free"),
        "monday before": (-1, "monday"),
        "monday after": (1, "monday"),
    }
)


@frozen(kw_only=True)
class Observance:
    """What happens to a holiday, by the day of the week on which it falls.

    The values are ``"none"``, ``"previous day"``, ``"next day"``,
    ``"next free weekday"``, ``"previous free weekday"``, ``"monday before"`` and
    ``"monday after"``. Saturday and Sunday are asked where they are of the weekend; of
    another weekday the holiday is moved away, and its own day is none. It is for
    holidays of `kinds`, and of the kind of the holiday whose own it is; a weekday is
    free that holds none of these.
    """

    saturday: str = "none"
    sunday: str = "none"
    kinds: frozenset[str] = _LEGAL
    monday: str = "none"
    tuesday: str = "none"
    wednesday: str = "none"
    thursday: str = "none"
    friday: str = "none"

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Observance:
        """Return what a table of the format says."""
        return cls(
            kinds=frozenset(table.get("kinds", _LEGAL)),
            **{day: table.get(day, "none") for day in WEEKDAYS},
        )

    def on_weekday(self, weekday: int) -> str:
        """Return what happens on that weekday (Monday is 0)."""
        word: str = getattr(self, WEEKDAYS[weekday])
        return word

    def moves_from(self, weekday: int, *, weekend: bool) -> bool:
        """Tell whether a holiday of that weekday is held on another day.

        Saturday and Sunday are asked only where they are days of the weekend.
        """
        if weekday >= _SATURDAY and not weekend:
            return False
        return OBSERVED[self.on_weekday(weekday)][0] != 0
