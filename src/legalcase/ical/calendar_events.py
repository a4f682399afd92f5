"""Events of a feed: a deadline takes the whole day, a hearing its hour in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from icalendar import Alarm, Event

from legalcase.errors import InvalidValueError
from legalcase.ical.calendar_text import CalendarText
from legalcase.ical.wording import (
    clock_wording,
    hearing_wording,
    state_shown,
    task_wording,
    wording_of,
)
from legalcase.model.hearings.state import HearingState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.ical.wording import Wording
    from legalcase.model.agenda import Agenda, AgendaItem
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.tasks.item import TaskItem
    from legalcase.scheduling.clocks import ProjectedClock

__all__ = [
    "clock_event",
    "deadline_event",
    "hearing_event",
    "is_cancelled",
    "task_event",
]

_STATUS: Final[dict[str, str]] = {
    "proposed": "TENTATIVE",
    "needs-review": "TENTATIVE",
    "extended": "CANCELLED",
    "vacated": "CANCELLED",
    "waived": "CANCELLED",
    "moot": "CANCELLED",
    # Of a task: given up, or not needed as things stand.
    "terminated": "CANCELLED",
    "disabled": "CANCELLED",
    # It had a date, and may get another.
    "no-date": "CANCELLED",
    # Of a statutory clock: its last day can still move, or does not matter any more.
    "stands-still": "TENTATIVE",
    "ended": "CANCELLED",
    # Continued without a new date: nobody has to be there.
    str(HearingState.CONTINUED): "CANCELLED",
}


def is_cancelled(state: str) -> bool:
    """Tell whether what is in that state fell away."""
    return _STATUS.get(state) == "CANCELLED"


def deadline_event(
    agenda: Agenda,
    item: AgendaItem,
    day: date,
    detail: str,
    alarms: Sequence[int],
    audience: str,
) -> Event:
    """Return the all-day event of a deadline on `day`, the date shown (last)."""
    wording = wording_of(agenda, item, detail, audience)
    event = _event(wording, state_shown(item), item.changed_at, item.revision)
    _all_day(event, day)
    if item.deadline.is_open and item.dates.is_running:
        _add_alarms(event, wording, alarms)
    return event


def task_event(
    agenda: Agenda,
    item: TaskItem,
    day: date,
    detail: str,
    alarms: Sequence[int],
    audience: str,
) -> Event:
    """Return the all-day event of a task on `day`, on which it is (or was) due.

    It is no VTODO, which most calendars pass over when they subscribe or import.
    """
    wording = task_wording(agenda, item, detail, audience)
    event = _event(wording, state_shown(item), item.changed_at, item.revision)
    _all_day(event, day)
    if item.task.is_open and item.dates.is_running:
        _add_alarms(event, wording, alarms)
    return event


def clock_event(
    agenda: Agenda,
    clock: ProjectedClock,
    day: date,
    detail: str,
    alarms: Sequence[int],
    audience: str,
) -> Event:
    """Return the all-day event of a statutory clock on the day shown."""
    wording = clock_wording(agenda, clock, detail, audience)
    # A clock of a case was changed by the event that started it, at the latest.
    changed_at = clock.changed_at or datetime.combine(clock.on, time(), tzinfo=UTC)
    event = _event(wording, clock.state, changed_at, clock.revision)
    _all_day(event, day)
    if clock.state == "running":
        _add_alarms(event, wording, alarms)
    return event


def _all_day(event: Event, day: date) -> None:
    """Put an event on a day, without keeping anybody busy.

    The end is the day after: without it some clients show an event of no length.
    """
    event.add("DTSTART", day)
    if day < date.max:  # on that one a client has to know (RFC 5545, 3.6.1)
        event.add("DTEND", day + timedelta(days=1))
    _set(event, "TRANSP", "TRANSPARENT")
    _set(event, "X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    _set(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")


def hearing_event(
    agenda: Agenda,
    hearing: Hearing,
    detail: str,
    alarms: Sequence[int],
    audience: str,
) -> Event:
    """Return the event of a hearing: when it begins; nobody knows when it ends.

    The instant is written in UTC, which every client reads alike; time zones with a
    name need a definition in the file, and readers differ over those.
    """
    wording = hearing_wording(agenda, hearing, detail, audience)
    # A hearing of a case was changed by the event that set it, at the latest.
    changed_at = hearing.changed_at or hearing.first_at
    event = _event(wording, hearing.state, changed_at, hearing.revision)
    event.add("DTSTART", _in_utc(hearing.at, f"Hearing {hearing.hearing_id!r}"))
    _set(event, "TRANSP", "OPAQUE")
    _set(event, "X-MICROSOFT-CDO-BUSYSTATUS", "BUSY")
    if wording.place:
        _set(event, "LOCATION", wording.place)
    if hearing.state is HearingState.SET:
        _add_alarms(event, wording, alarms)
    return event


def _event(
    wording: Wording,
    state: str,
    changed_at: datetime,
    revision: int,
) -> Event:
    event = Event()
    changed_at = _in_utc(changed_at, "An event").replace(microsecond=0)
    event.add("DTSTAMP", changed_at)
    event.add("LAST-MODIFIED", changed_at)
    event.add("SEQUENCE", revision)
    _set(event, "SUMMARY", wording.summary)
    if wording.description:
        _set(event, "DESCRIPTION", wording.description)
    if wording.category:
        event.add("CATEGORIES", [wording.category])
    _set(event, "STATUS", _STATUS.get(state, "CONFIRMED"))
    return event


def _in_utc(moment: datetime, what: str) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        msg = (
            f"{what} of the year {moment.year} has no date in UTC. Check the year, and "
            "record it anew."
        )
    raise InvalidValueError(msg, field="agendas", value=None)


def _add_alarms(event: Event, wording: Wording, alarms: Sequence[int]) -> None:
    for days in sorted(set(alarms), reverse=True):
        alarm = Alarm()
        _set(alarm, "ACTION", "DISPLAY")
        _set(alarm, "DESCRIPTION", wording.summary)
        alarm.add("TRIGGER", timedelta(days=-days))
        event.add_component(alarm)


def _set(component: Any, name: str, text: str) -> None:  # noqa: ANN401 - an event or an alarm
    component[name] = CalendarText(text)
