"""Which fields of an event hold an instant at the court, and of which day it is."""

from __future__ import annotations

from typing import Final

__all__ = ["AT_COURT", "at_court"]

#: Where the metadata of a field says that it is an instant at the court.
AT_COURT: Final = "legalcase-at-court"


def at_court(day: str = "") -> dict[str, str]:
    """Return the metadata of a field that holds an instant at the court.

    `day` is the field beside it that has the day of that instant, if there is one.
    """
    return {AT_COURT: day}
