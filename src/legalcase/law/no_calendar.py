"""What is said where no calendar bears a name: it can be that of a court."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnknownNameError

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["no_calendar"]


def no_calendar(law: Law, name: str) -> UnknownNameError:
    """Return the error for a calendar that is not entered, with what was meant."""
    try:
        court = law.court(name)
    except UnknownNameError:
        known = law.names("calendar")
        hint = "For a country without a court calendar: 'holidays:JP'."
        return UnknownNameError.of("calendar", name, known, hint)
    own = dict(court.calendars)["court"]
    ids = dict.fromkeys([own, *(calendar for _, calendar in court.calendars)])
    msg = (
        f"{name!r} is a court and no calendar. Name one of its calendars: "
        f"{', '.join(map(repr, ids))} (the first is the court's own)."
    )
    return UnknownNameError(msg, kind="calendar", name=name, suggestions=tuple(ids))
