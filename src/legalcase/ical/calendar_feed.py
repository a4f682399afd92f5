"""Agendas as a calendar feed (RFC 5545): the safe dates, and nothing privileged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from uuid import UUID, uuid5

from icalendar import Calendar, vDuration

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.ical.calendar_events import (
    deadline_event,
    hearing_event,
    is_cancelled,
)
from legalcase.ical.calendar_text import CalendarText
from legalcase.model.agenda import Agenda

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from icalendar import Event

    from legalcase.model.deadline import DeadlineState
    from legalcase.model.docket import HearingState

__all__ = ["DEFAULT_NAMESPACE", "to_ical"]

#: Makes the UIDs of those who do not bring a namespace of their own.
DEFAULT_NAMESPACE: Final = UUID("5d1b2f0a-2c7e-5c0b-9f6e-6c6567616c63")

# Without the version: a new one must not change a byte of an old feed.
_PRODID: Final = "-//legalcase//Court deadlines//EN"

_SHORTEST: Final = timedelta(minutes=1)

#: A hundred years, in days.
_FARTHEST: Final = 36_525


def to_ical(
    agendas: Agenda | Iterable[Agenda],
    *,
    name: str,
    detail: Literal["full", "ref-only", "busy"] = "ref-only",
    alarms: Sequence[int] = (),
    cancelled: Literal["mark", "drop"] = "mark",
    refresh: timedelta = timedelta(hours=4),
    namespace: UUID = DEFAULT_NAMESPACE,
) -> bytes:
    """Return the deadlines and hearings of one or several agendas as iCalendar.

    A deadline is an all-day event on the date shown: the safe one, unless a named
    person chose a reading. A hearing begins at its instant. Equal input gives equal
    bytes; what changed keeps its UID and gets a higher SEQUENCE. Periods that are not
    running have no event.

    Args:
        agendas: What `Case.agenda` returned, of one case or of several.
        name: The name of the calendar. It is shown to every subscriber.
        detail: ``"ref-only"`` has the case's number (or id) and the dates;
            ``"busy"`` the time alone; ``"full"`` also the title, the caption, the
            authority, the place of a hearing: who subscribes reads what is planned.
            Notes, evidence and people are in none of them.
        alarms: Days before the date on which to give alarm, one or more each, for
            what is still open. Many clients ignore the alarms of a subscription.
        cancelled: Whether what fell away stays as cancelled (``"mark"``), as
            clients need that import the file, or is left out (``"drop"``).
        refresh: How often a subscriber should look again; many have their own mind.
        namespace: From which the UIDs are made; one's own makes them unguessable.

    Raises:
        InvalidValueError: If an option is none of its words, an alarm is not at least
            one day ahead (and a hundred years at most), the name is empty, a
            subscriber would look again more than once a minute, a case is given
            twice, or an instant has no date in UTC.
        InvalidTypeError: If what is given is no agenda.
    """
    _check(detail, ("full", "ref-only", "busy"), "detail")
    _check(cancelled, ("mark", "drop"), "cancelled")
    _check_types(name, alarms, refresh, namespace)
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
    _check_cases(given)
    shown = [
        entry
        for agenda in given
        for entry in (*_deadlines(agenda), *_hearings(agenda))
        if not (cancelled == "drop" and is_cancelled(entry.state))
    ]
    for entry in sorted(shown, key=lambda entry: (entry.day, entry.id)):
        event = entry.build(detail, alarms)
        event["UID"] = CalendarText(f"{uuid5(namespace, entry.id)}")
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


def _check_cases(agendas: tuple[Agenda, ...]) -> None:
    """Refuse a case that comes twice: two events would have the same UID."""
    seen = set()
    for agenda in agendas:
        if agenda.case_id in seen:
            msg = (
                f"The case {agenda.case_id!r} is given twice. Give one agenda a case; "
                "cases of several stores with the same id need feeds of their own."
            )
            raise InvalidValueError(msg, field="agendas", value=None)
        seen.add(agenda.case_id)


def _check(value: object, words: tuple[str, ...], name: str) -> None:
    if value not in words:
        msg = f"{value!r} is no {name}. Use one of {', '.join(words)}."
        raise InvalidValueError(msg, field=name, value=value)


def _check_types(
    name: object, alarms: object, refresh: object, namespace: object
) -> None:
    for value, field, kind, hint in (
        (name, "name", str, "Pass text."),
        (alarms, "alarms", (tuple, list), "Pass days in a tuple: (7, 1)."),
        (refresh, "refresh", timedelta, "Pass timedelta(hours=4), say."),
        (namespace, "namespace", UUID, "Pass a UUID: uuid4(), kept for ever, say."),
    ):
        if not isinstance(value, kind):
            msg = f"{field}= cannot be {value!r}. {hint}"
            raise InvalidTypeError(msg, field=field, value=value)


def _check_alarms(alarms: Sequence[int]) -> None:
    for days in alarms:
        if type(days) is not int or not 1 <= days <= _FARTHEST:
            msg = (
                f"An alarm {days!r} days before is none. Give whole days, 1 or more "
                f"and {_FARTHEST} at most: many clients drop an alarm after the day "
                "has begun."
            )
            raise InvalidValueError(msg, field="alarms", value=days)


class _Entry(NamedTuple):
    """What gets an event: when, by which id, in which state, and how it is built."""

    day: date
    id: str
    state: DeadlineState | HearingState
    build: Callable[[str, Sequence[int]], Event]


def _deadlines(agenda: Agenda) -> Iterator[_Entry]:
    for item in agenda.items:
        day = item.dates.shown
        if day is not None:
            build = partial(deadline_event, agenda, item, day)
            name = item.deadline.deadline_id
            yield _Entry(day, _id(agenda, name), item.state, build)


def _hearings(agenda: Agenda) -> Iterator[_Entry]:
    for hearing in agenda.hearings:
        build = partial(hearing_event, agenda, hearing)
        # No id has a blank in it: a hearing is never taken for a deadline.
        name = f"hearing {hearing.hearing_id}"
        yield _Entry(hearing.at.date(), _id(agenda, name), hearing.state, build)


def _id(agenda: Agenda, name: str) -> str:
    # The length keeps two pairs of ids from running together.
    return f"{len(agenda.case_id)}:{agenda.case_id}{name}"
