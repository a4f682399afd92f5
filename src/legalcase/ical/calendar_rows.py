"""A calendar of somebody else's as rows: what stands in it, and on which day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from icalendar import Calendar

from legalcase.dates import own_day
from legalcase.errors import ImportRefusedError, InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Component

__all__ = ["CALENDAR_COLUMNS", "from_ical"]

#: The columns of every row, in their order, with what stands in them.
CALENDAR_COLUMNS: Final = MappingProxyType(
    {
        "uid": "by which its maker tells it from others",
        "recurrence_id": "which one of a series it is",
        "on": "the day, by the clock of its own zone",
        "at": "the instant, where it has an hour and a zone",
        "is_floating": "whether it has an hour and no zone that is known",
        "ends": "the day after the last one, or the instant of the end",
        "recurs": "whether it stands for a series; the others of it are no rows",
        "title": "what it is called",
        "status": "tentative, confirmed or cancelled, in capitals, where it says so",
        "place": "where",
        "sequence": "how often it was changed",
        "changed_at": "when it was changed last, or made",
        "problems": "properties that could not be read, with semicolons between",
    }
)

#: A firm's calendar of years is a hundredth of it; more is refused and not tried.
_MOST_BYTES: Final = 8_000_000
_MOST_EVENTS: Final = 20_000
#: A calendar has events, these have alarms; a zone has its rules.
_DEEPEST: Final = 4
_BEGIN: Final = re.compile(r"^(BEGIN|END):([A-Za-z0-9-]{1,60})[ \t]*\r?$", re.MULTILINE)
_RECURS: Final = ("RRULE", "RDATE", "EXDATE")


def from_ical(given: str | bytes) -> tuple[dict[str, Any], ...]:
    """Return the events of a calendar file (RFC 5545) as rows, in its order.

    Every row has the columns of `CALENDAR_COLUMNS`; dates and instants are text of ISO
    8601. A series is one row and is not written out, and `recurs` says so; an hour
    without a zone that is known has its day and no instant. What of an event cannot be
    read is named in its row. Tasks, journals and alarms are no rows.

    Raises:
        ImportRefusedError: If it is no calendar, larger than 8 MB, of more than 20,000
            events, or nested as no calendar is: before any of it is taken over.
        InvalidTypeError: If it is neither text nor bytes.
    """
    text = _text(given)
    _check_shape(text)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, AttributeError, RecursionError):
        # What the reader says of it quotes what is nobody else's business.
        _refuse("it cannot be read as a calendar: export it as iCalendar (.ics)")
    if not calendars or any(one.name != "VCALENDAR" for one in calendars):
        _refuse("it is no calendar: BEGIN:VCALENDAR is missing")
    return tuple(
        _row(event) for calendar in calendars for event in calendar.walk("VEVENT")
    )


def _refuse(why: str) -> NoReturn:
    raise ImportRefusedError.of([("the file", why)]) from None


def _text(given: object) -> str:
    if not isinstance(given, str | bytes):
        msg = (
            f"A calendar is text or bytes, not {type(given).__name__}. Pass what "
            "stands in the file: path.read_bytes()."
        )
        raise InvalidTypeError(msg, field="given", value=None)
    if len(given) > _MOST_BYTES:
        _refuse(
            f"it has {len(given):,} characters, and {_MOST_BYTES:,} are read: "
            "export fewer years at a time"
        )
    if isinstance(given, str):
        return given.removeprefix("\ufeff")
    try:
        return given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(f"byte {error.start} is no UTF-8: export it as UTF-8")


def _check_shape(text: str) -> None:
    """Refuse what is nested or numerous as no calendar is, without building it."""
    depth = events = 0
    for found in _BEGIN.finditer(text):
        if found[1].upper() == "END":
            depth -= 1
            continue
        depth += 1
        events += found[2].upper() == "VEVENT"
        if depth > _DEEPEST:
            _refuse("it is nested deeper than a calendar can be")
    if events > _MOST_EVENTS:
        _refuse(
            f"it has {events:,} events, and {_MOST_EVENTS:,} are read: "
            "export fewer years at a time"
        )


def _row(event: Component) -> dict[str, Any]:
    broken = {name for name, _ in event.errors if name}
    starts = _moment(event, "DTSTART", broken)
    is_hour = isinstance(starts, datetime)
    is_floating = isinstance(starts, datetime) and starts.utcoffset() is None
    return {
        "uid": _said(event, "UID", broken),
        "recurrence_id": _iso(_moment(event, "RECURRENCE-ID", broken)),
        "on": _iso(None if starts is None else own_day(starts)),
        "at": _iso(starts) if is_hour and not is_floating else None,
        "is_floating": is_floating,
        "ends": _iso(_end(event, starts, broken)),
        "recurs": any(name in event for name in _RECURS),
        "title": _said(event, "SUMMARY", broken),
        "status": _said(event, "STATUS", broken),
        "place": _said(event, "LOCATION", broken),
        "sequence": _number(event, broken),
        "changed_at": _iso(
            _utc(_moment(event, "LAST-MODIFIED", broken))
            or _utc(_moment(event, "DTSTAMP", broken))
        ),
        "problems": ";".join(sorted(broken)) or None,
    }


def _values(event: Component, name: str, broken: set[str]) -> Iterator[Any]:
    """Yield the value of a property; one that stands there twice is a problem."""
    found = event.get(name)
    if isinstance(found, list):
        broken.add(name)
        found = found[0] if found else None
    if found is not None:
        yield found


def _said(event: Component, name: str, broken: set[str]) -> str | None:
    return next((str(one) for one in _values(event, name, broken)), None)


def _number(event: Component, broken: set[str]) -> int | None:
    for found in _values(event, "SEQUENCE", broken):
        if isinstance(found, int):
            return int(found)
        broken.add("SEQUENCE")
    return None


def _moment(event: Component, name: str, broken: set[str]) -> date | datetime | None:
    for found in _values(event, name, broken):
        try:
            moment = found.dt
        except (AttributeError, ValueError):
            moment = None
        if isinstance(moment, date):
            return moment
        broken.add(name)
    return None


def _end(
    event: Component, starts: date | datetime | None, broken: set[str]
) -> date | datetime | None:
    ends = _moment(event, "DTEND", broken)
    if ends is not None or starts is None:
        return ends
    for found in _values(event, "DURATION", broken):
        try:
            end: date | datetime = starts + found.dt
        except (AttributeError, ValueError, TypeError, OverflowError):
            broken.add("DURATION")
        else:
            return end
    return None


def _utc(moment: date | datetime | None) -> datetime | None:
    """Return an instant in UTC; one without a zone says no instant."""
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        return None
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
