"""Spell: a time with days at its ends, of which the last does not belong to it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from legalcase.plain_data import PlainData

__all__ = ["Spell"]


@frozen
class Spell(PlainData):
    """From a day until, without, another; ``None`` while it lasts."""

    from_on: date
    until_on: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    def ended(self, day: date) -> Spell:
        """Return it as one that ended on a day, not before it began."""
        return Spell(self.from_on, max(day, self.from_on))
