"""Dates, times and instants as text: ISO 8601, an instant with its zone's name."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = [
    "DATE_PATTERN",
    "INSTANT_PATTERN",
    "date_from_text",
    "date_to_text",
    "instant_from_text",
    "instant_to_text",
    "local_from_text",
    "local_to_text",
]

#: A date and an instant, as other programs have to write them.
DATE_PATTERN: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
INSTANT_PATTERN: Final = (
    rf"({DATE_PATTERN}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{6}})?"
    r"[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
    r"(?:\[([A-Za-z0-9._+/-]{1,64})\])?"
)
_DATE: Final = re.compile(DATE_PATTERN)
_ZONE: Final = re.compile(r"[A-Za-z0-9._+/-]{1,64}")
_INSTANT: Final = re.compile(INSTANT_PATTERN)
_LOCAL: Final = re.compile(
    rf"{DATE_PATTERN}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{6}})?"
)


def date_to_text(day: date) -> str:
    """Write a date: ``"2026-07-09"``."""
    return day.isoformat()


def date_from_text(text: object) -> date:
    """Read a date; raises `ValueError` for anything but ``"2026-07-09"``."""
    if type(text) is not str or not _DATE.fullmatch(text):
        msg = "is no date such as 2026-07-09"
        raise ValueError(msg)
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = "is no day of the calendar"
        raise ValueError(msg) from None


def local_to_text(local: datetime) -> str:
    """Write a time by a clock that is not named: ``"2026-07-09T15:00:00"``."""
    return local.isoformat()


def local_from_text(text: object) -> datetime:
    """Read a local time; raises `ValueError` for anything that is none."""
    if type(text) is not str or not _LOCAL.fullmatch(text):
        msg = "is no local time such as 2026-07-09T15:00:00"
        raise ValueError(msg)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        msg = "is no time of the calendar"
        raise ValueError(msg) from None


def instant_to_text(instant: datetime) -> str:
    """Write an instant: ``"2026-07-09T23:59:59-07:00[America/Los_Angeles]"``.

    The offset fixes the instant for ever; the name in brackets (RFC 9557) says by
    whose clock people read it.
    """
    text = instant.isoformat()
    zone = instant.tzinfo
    key = zone.key if isinstance(zone, ZoneInfo) else None
    # A zone that somebody made has a name that no reader could find.
    if not isinstance(key, str) or not _ZONE.fullmatch(key):
        return text
    return f"{text}[{key}]"


def instant_from_text(text: object) -> datetime:
    """Read an instant; raises `ValueError` for anything that is none.

    Where the zone's law has changed since, the instant stays, and its clock moves; but
    not to another day. There, and where the zone is not known here, the offset stands
    for it, as it was written.
    """
    match = _INSTANT.fullmatch(text) if type(text) is str else None
    if match is None:
        msg = "is no instant such as 2026-07-09T23:59:59-07:00[America/Los_Angeles]"
        raise ValueError(msg)
    try:
        fixed = datetime.fromisoformat(match[1])
    except ValueError:
        msg = "is no time of the calendar"
        raise ValueError(msg) from None
    zone = None if match[2] is None else _zone(match[2])
    return fixed if zone is None else _by_its_clock(fixed, zone)


def _zone(key: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(key)
    except TimeoutError:  # of a signal's handler: it is not about the zone
        raise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _by_its_clock(fixed: datetime, zone: ZoneInfo) -> datetime:
    # An hour that comes twice, or never, is told by its offset.
    for fold in (0, 1):
        local = fixed.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == fixed.utcoffset():
            return local
    try:
        moved = fixed.astimezone(zone)
    except OverflowError:  # at an end of the calendar
        return fixed
    return moved if moved.date() == fixed.date() else fixed
