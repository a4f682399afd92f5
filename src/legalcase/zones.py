"""Time zones: whether a name is that of a place, whose clock a court can keep."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "check_instant",
    "has_place",
    "is_instant",
    "is_known_instant",
    "is_of_a_place",
    "place_meant",
]

#: Places that have no slash in their name.
_COUNTRIES: Final = frozenset(
    {
        *("Cuba", "Egypt", "Eire", "GB", "GB-Eire", "Hongkong", "Iceland", "Iran"),
        *("Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "NZ", "NZ-CHAT"),
        *("Navajo", "PRC", "Poland", "Portugal", "ROC", "ROK", "Singapore"),
        *("Turkey", "W-SU"),
    }
)
#: Areas that hold no places.
_NOWHERE: Final = ("Etc/", "SystemV/", "posix/", "right/")
#: An instant as such, which nobody takes for the clock of a court.
_INSTANTS: Final = frozenset({"UTC", "Etc/UTC"})
#: Of which place an abbreviation is mostly meant.
_MEANT: Final = {
    **dict.fromkeys(("EST", "EDT", "ET", "EST5EDT"), "America/New_York"),
    **dict.fromkeys(("CST", "CDT", "CT", "CST6CDT"), "America/Chicago"),
    **dict.fromkeys(("MST", "MDT", "MT", "MST7MDT"), "America/Denver"),
    **dict.fromkeys(("PST", "PDT", "PT", "PST8PDT"), "America/Los_Angeles"),
    **dict.fromkeys(("AKST", "AKDT"), "America/Anchorage"),
    **dict.fromkeys(("HST", "HDT"), "Pacific/Honolulu"),
    **dict.fromkeys(("GMT", "BST", "GMT0", "GMT+0", "GMT-0"), "Europe/London"),
    **dict.fromkeys(("Etc/GMT", "Greenwich", "WET"), "Europe/London"),
    **dict.fromkeys(("CET", "CEST", "MET", "MEZ", "MESZ"), "Europe/Berlin"),
}
_ANY: Final = "America/New_York"


def is_of_a_place(name: str) -> bool:
    """Tell whether a zone is that of a place, and no abbreviation or fixed offset."""
    if "/" in name:
        return not name.startswith(_NOWHERE)
    return name in _COUNTRIES


def is_instant(name: str) -> bool:
    """Tell whether a zone says nothing of a place and claims nothing: UTC."""
    return name in _INSTANTS


def has_place(moment: datetime) -> bool:
    """Tell whether a datetime is by the clock of a place."""
    name = _name(moment)
    return name is not None and is_of_a_place(name)


def place_meant(name: str) -> str:
    """Return a place of which an abbreviation is mostly meant, as an example."""
    return _MEANT.get(name, _ANY)


def is_known_instant(value: datetime) -> bool:
    """Tell whether a datetime is an instant by a clock that `check_instant` takes."""
    if value.tzinfo is UTC:  # as most programs pass one: nothing is to be looked for
        return True
    if value.tzinfo is None or value.utcoffset() is None:
        return False
    name = _name(value)
    return name is None or is_of_a_place(name) or is_instant(name)


def check_instant(value: datetime, field: str, zone: str | None) -> None:
    """Refuse a datetime without a zone, or by a clock that no court keeps.

    `zone` is the court's, if it is known. An offset (`datetime.timezone`) names an
    instant, and is fine. Raises `InvalidTypeError` without a zone, and
    `InvalidValueError` for an abbreviation.
    """
    if is_known_instant(value):
        return
    name = _name(value)
    if value.utcoffset() is None or name is None:
        clock = "say" if zone is None else "by the court's clock"
        msg = (
            f"{field}={value!r} has no time zone. Pass a date, or an aware datetime: "
            f"value.replace(tzinfo=ZoneInfo({zone or _ANY!r})), {clock}."
        )
        raise InvalidTypeError(msg, field=field, value=value)
    places = dict.fromkeys((zone or place_meant(name), place_meant(name)))
    meant = " or ".join(f"ZoneInfo({place!r})" for place in places)
    msg = (
        f"{field}={value!r} is by {name!r}, which is the clock of no place: an "
        f"abbreviation leaves open whether it is summer time. Name the place, {meant}."
    )
    raise InvalidValueError(msg, field=field, value=value)


def _name(value: datetime) -> str | None:
    """Return the name of a datetime's zone; libraries keep it in different places."""
    for attribute in ("key", "zone", "_filename"):
        name = getattr(value.tzinfo, attribute, None)
        if isinstance(name, str) and name:
            return name.rpartition("zoneinfo/")[2]
    return None
