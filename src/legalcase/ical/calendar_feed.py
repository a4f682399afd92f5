"""Deadlines as a calendar feed (RFC 5545): the safe dates, and nothing privileged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vDuration

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.ical.calendar_text import CalendarText
from legalcase.ical.wording import wording_of
from legalcase.model.agenda import Agenda
from legalcase.model.deadline import DeadlineState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.ical.wording import Wording
    from legalcase.model.agenda import AgendaItem

__all__ = ["DEFAULT_NAMESPACE", "to_ical"]

#: Makes the UIDs of those who do not bring a namespace of their own.
DEFAULT_NAMESPACE: Final = UUID("5d1b2f0a-2c7e-5c0b-9f6e-6c6567616c63")

# Without the version: a new one must not change a byte of an old feed.
_PRODID: Final = "-//legalcase//Court deadlines//EN"

_SHORTEST: Final = timedelta(minutes=1)

_S = DeadlineState
_STATUS: Final = {
    _S.PROPOSED: "TENTATIVE",
    _S.NEEDS_REVIEW: "TENTATIVE",
    _S.EXTENDED: "CANCELLED",
    _S.VACATED: "CANCELLED",
    _S.WAIVED: "CANCELLED",
    _S.MOOT: "CANCELLED",
}


def to_ical(
    agendas: Agenda | Iterable[Agenda],
    *,
    name: str,
    detail: Literal["full", "ref-only", "busy"] = "full",
    alarms: Sequence[int] = (),
    cancelled: Literal["mark", "drop"] = "mark",
    refresh: timedelta = timedelta(hours=4),
    namespace: UUID = DEFAULT_NAMESPACE,
) -> bytes:
    """Return the deadlines of one or several agendas as an iCalendar file.

    Each is an all-day event on the date shown: the safe one, unless a named person
    chose a reading. Equal input gives equal bytes; a changed deadline keeps its UID
    and gets a higher SEQUENCE. Periods that are not running have no event.

    Args:
        agendas: What `Case.agenda` returned, of one case or of several.
        name: The name of the calendar. It is shown to every subscriber.
        detail: ``"full"`` has the title, the caption, both dates and the authority;
            ``"ref-only"`` the case's number and the dates; ``"busy"`` the day alone.
            Notes, evidence and people are in none of them.
        alarms: Days before the date on which to give alarm, one or more each, for
            what is still open. Many clients ignore the alarms of a subscription.
        cancelled: Whether deadlines that fell away stay as cancelled (``"mark"``), as
            clients need that import the file, or are left out (``"drop"``).
        refresh: How often a subscriber should look again; many have their own mind.
        namespace: From which the UIDs are made; one's own makes them unguessable.

    Raises:
        InvalidValueError: If an option is none of its words, an alarm is not at least
            one day ahead, the name is empty, or a subscriber would look again more
            than once a minute.
        InvalidTypeError: If what is given is no agenda.
    """
    _check(detail, ("full", "ref-only", "busy"), "detail")
    _check(cancelled, ("mark", "drop"), "cancelled")
    _check_alarms(alarms)
    if not name.strip():
        msg = "name is empty. Name the calendar: people see it in their list."
        raise InvalidValueError(msg, field="name", value=None)
    if refresh < _SHORTEST or refresh % timedelta(seconds=1):
        msg = (
            f"Nobody can look again every {refresh}. Give whole seconds, a minute or "
            "more: timedelta(hours=4), say."
        )
        raise InvalidValueError(msg, field="refresh", value=refresh)
    calendar = Calendar()
    calendar["PRODID"] = CalendarText(_PRODID)
    calendar["VERSION"] = CalendarText("2.0")
    calendar["CALSCALE"] = CalendarText("GREGORIAN")
    calendar["NAME"] = calendar["X-WR-CALNAME"] = CalendarText(name)
    calendar.add("REFRESH-INTERVAL", refresh, parameters={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(refresh)
    given = _agendas(agendas)
    shown = [
        (item.dates.shown or date.max, _uid(agenda, item, namespace), agenda, item)
        for agenda in given
        for item in agenda.items
        if item.dates.is_running
        and not (cancelled == "drop" and _STATUS.get(item.state) == "CANCELLED")
    ]
    for day, uid, agenda, item in sorted(shown, key=itemgetter(0, 1)):
        event = _event(wording_of(agenda, item, detail), item, day, alarms)
        event["UID"] = CalendarText(uid)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _agendas(given: object) -> tuple[Agenda, ...]:
    if isinstance(given, Agenda):
        return (given,)
    found = tuple(given) if isinstance(given, Iterable) else (given,)
    for each in found:
        if not isinstance(each, Agenda):
            msg = (
                f"A feed is made of agendas, not of {type(each).__name__}. Pass "
                "case.agenda(), or a list of those."
            )
            raise InvalidTypeError(msg, field="agendas", value=None)
    return found


def _check(value: str, words: tuple[str, ...], name: str) -> None:
    if value not in words:
        msg = f"{value!r} is no {name}. Use one of {', '.join(words)}."
        raise InvalidValueError(msg, field=name, value=value)


def _check_alarms(alarms: Sequence[int]) -> None:
    for days in alarms:
        if type(days) is not int or days < 1:
            msg = (
                f"An alarm {days!r} days before is none. Give whole days, 1 or more: "
                "many clients drop an alarm after the day has begun."
            )
            raise InvalidValueError(msg, field="alarms", value=days)


def _event(
    wording: Wording, item: AgendaItem, day: date, alarms: Sequence[int]
) -> Event:
    event = Event()
    changed_at = item.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("DTSTAMP", changed_at)
    event.add("LAST-MODIFIED", changed_at)
    event.add("SEQUENCE", item.revision)
    # The end is the day after: without it some clients show an event of no length.
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event["SUMMARY"] = CalendarText(wording.summary)
    if wording.description:
        event["DESCRIPTION"] = CalendarText(wording.description)
    if wording.category:
        event.add("CATEGORIES", [wording.category])
    event["STATUS"] = CalendarText(_STATUS.get(item.state, "CONFIRMED"))
    event["TRANSP"] = CalendarText("TRANSPARENT")
    event["X-MICROSOFT-CDO-ALLDAYEVENT"] = CalendarText("TRUE")
    event["X-MICROSOFT-CDO-BUSYSTATUS"] = CalendarText("FREE")
    if item.deadline.is_open:
        for days in sorted(set(alarms), reverse=True):
            event.add_component(_alarm(wording.summary, days))
    return event


def _alarm(summary: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm["ACTION"] = CalendarText("DISPLAY")
    alarm["DESCRIPTION"] = CalendarText(summary)
    alarm.add("TRIGGER", timedelta(days=-days))
    return alarm


def _uid(agenda: Agenda, item: AgendaItem, namespace: UUID) -> str:
    # The length keeps two pairs of ids from running together.
    case_id = agenda.case_id
    return f"{uuid5(namespace, f'{len(case_id)}:{case_id}{item.deadline.deadline_id}')}"
