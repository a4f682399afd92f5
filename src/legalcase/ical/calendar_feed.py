"""Cases, agendas and computations as a calendar feed (RFC 5545): the safe dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from uuid import UUID

from icalendar import Calendar, vDuration

from legalcase.counting.argument.computation import Computation
from legalcase.dates import own_day
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.ical.calendar_events import (
    clock_event,
    deadline_event,
    hearing_event,
    is_cancelled,
    task_event,
)
from legalcase.ical.calendar_text import CalendarText
from legalcase.ical.computed import Matter, event_of, identity_of, state_of
from legalcase.ical.wording import DETAILS, may_see, state_shown
from legalcase.kernel.events.label import check_audience
from legalcase.kernel.needed import needs
from legalcase.model.agenda import Agenda
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.oversight.uids import DEFAULT_NAMESPACE, identity_in, uid_of
from legalcase.scheduling.clocks import projected_clocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from icalendar import Event

    from legalcase.law.lawbook import Law
    from legalcase.scheduling.clocks import ProjectedClock


__all__ = ["DEFAULT_NAMESPACE", "to_ical"]

# Without the version: a new one must not change a byte of an old feed.
_PRODID: Final = "-//legalcase//Court deadlines//EN"

_SHORTEST: Final = timedelta(minutes=1)

#: A hundred years, in days.
_FARTHEST: Final = 36_525


@needs(
    name="a calendar has a name, which its subscribers see. Pass name='Deadlines', say."
)
def to_ical(  # noqa: PLR0913 - what a feed may say is all keyword-only
    agendas: Agenda
    | Case
    | CaseFile
    | Computation
    | Iterable[Agenda | Case | CaseFile | Computation]
    | Mapping[str, Computation | Iterable[Computation]],
    *,
    name: str,
    detail: Literal["full", "ref-only", "busy"] = "ref-only",
    audience: str = "public",
    alarms: Sequence[int] = (),
    cancelled: Literal["mark", "drop"] = "mark",
    refresh: timedelta = timedelta(hours=4),
    namespace: UUID = DEFAULT_NAMESPACE,
    computed_at: datetime | None = None,
    law: Law | None = None,
    on: date | None = None,
) -> bytes:
    """Return deadlines, hearings and tasks as iCalendar: of cases, or as computed.

    A deadline is an all-day event on the date shown: the safe one, unless a named
    person chose a reading; a task is one on the day on which it is due. A hearing
    begins at its instant. Equal input gives equal bytes; what changed keeps its UID
    and gets a higher SEQUENCE. What lost its date, since its clock stands still or
    what it follows has none, is cancelled on the last one; periods that are not
    running have no event.

    The event of a computation has a UID made from what was asked: the matter, the
    deadline or the period, the triggers with their dates, and the court. Computed
    anew with what became known since (the method of service, a reading, newer law),
    it takes the place of the one before, if `computed_at` is later.

    Args:
        agendas: A case, its file, or what `Case.agenda` returned, or several; a
            computation, or several; or a mapping from the number of a matter, which
            is shown and keeps equal deadlines of two matters apart, to its
            computations.
        name: The name of the calendar. It is shown to every subscriber.
        detail: ``"ref-only"`` has the case's number (or id) and the dates;
            ``"busy"`` the time alone; ``"full"`` also the title, the caption, the
            authority, the place of a hearing: who subscribes reads what is planned.
            Notes, evidence and people are in none of them.
        audience: Who subscribes: ``"public"``, ``"court"``, ``"party"``,
            ``"client"``, ``"firm"`` or ``"owner"``. Of what their label does not
            admit to, ``"full"`` says no more than ``"ref-only"``: deadlines of our
            own making, say, unless the firm subscribes. A task whose label does not
            admit to it is not there at all: when we work is nobody else's business.
        alarms: Days before the date on which to give alarm, one or more each, for
            what is still open. Many clients ignore the alarms of a subscription.
        cancelled: Whether what fell away stays as cancelled (``"mark"``), as
            clients need that import the file, or is left out (``"drop"``).
        refresh: How often a subscriber should look again; many have their own mind.
        namespace: From which the UIDs are made; one's own makes them unguessable.
        law: With it, the statutory clocks of the cases have events on their last days;
            of an `Agenda` alone, which has no clocks, there are none.
        on: The day as of which clocks are counted, as if what is open ended on it: it
            is given with `law`, and the feed made anew as the days go by.
        computed_at: When the computations were made, an aware instant, so that a
            reader keeps the newest; without it, midnight UTC of the trigger's day.

    Raises:
        ConflictingInputError: If two computations that differ would be one event.
        InvalidValueError: If an option is none of its words, an alarm is not at least
            one day ahead (and a hundred years at most), the name is empty, a
            subscriber would look again more than once a minute, a case is given
            twice, or an instant has no date in UTC.
        InvalidTypeError: If what is given is neither case, agenda nor computation.
    """
    _check(detail, DETAILS, "detail")
    check_audience(audience)
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
    given, matters, cases = _given(agendas)
    _check_cases(given)
    clocks = _clocks_of(cases, law, on)
    shown = [
        entry
        for agenda in given
        for entry in (
            *_deadlines(agenda),
            *_hearings(agenda),
            *_tasks(agenda, audience),
            *_clocks(agenda, clocks.get(agenda.case_id, ())),
        )
        if not (cancelled == "drop" and is_cancelled(entry.state))
    ]
    shown += _computed(matters, computed_at)
    for entry in sorted(shown, key=lambda entry: (entry.day, entry.id)):
        event = entry.build(detail, alarms, audience)
        event["UID"] = CalendarText(uid_of(entry.id, namespace))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _clocks_of(
    cases: Sequence[Case], law: Law | None, on: date | None
) -> dict[str, tuple[ProjectedClock, ...]]:
    """Return the clocks of cases as of a day, by case; none without the law."""
    if (law is None) != (on is None):
        lacking, other = ("law", "on") if law is None else ("on", "law")
        msg = (
            f"{other}= is given and {lacking}= is not: statutory clocks are counted by "
            "a law as of a day. Pass both, or neither."
        )
        raise MissingInputError(msg, field=lacking, value=None)
    if law is None or on is None:
        return {}
    return {
        case.case_id: projected_clocks(case, law, on=on, ended=True) for case in cases
    }


def _given(given: object) -> tuple[list[Agenda], list[Matter], list[Case]]:
    """Sort what is given: cases as agendas, and computations with their matters."""
    agendas: list[Agenda] = []
    cases: list[Case] = []
    matters: list[Matter] = []
    for reference, each in _each(given):
        if isinstance(each, Computation):
            matters.append(Matter(each, reference))
        elif isinstance(each, Case | CaseFile | Agenda) and reference is None:
            case = each.case if isinstance(each, CaseFile) else each
            agendas.append(case.agenda() if isinstance(case, Case) else case)
            if isinstance(case, Case):
                cases.append(case)
        else:
            msg = (
                f"A feed is made of cases, agendas or computations, not of "
                f"{type(each).__name__}. Pass a case or its file, case.agenda(), what "
                "compute(…) returned, a list of those, or a mapping from a matter's "
                "number to computations."
            )
            raise InvalidTypeError(msg, field="agendas", value=None)
    return agendas, matters, cases


def _each(given: object) -> Iterator[tuple[str | None, object]]:
    if isinstance(given, Mapping):
        for reference, found in given.items():
            if not isinstance(reference, str) or not reference.strip():
                msg = (
                    f"{reference!r} is no number of a matter. Map text, such as "
                    "'4:26-cv-00001', to computations."
                )
                raise InvalidTypeError(msg, field="agendas", value=reference)
            for _, each in _each(found):
                yield reference, each
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes):
        for each in given:
            yield None, each
    else:
        yield None, given


def _is_aware(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is not None


def _computed(
    matters: Sequence[Matter], computed_at: datetime | None
) -> Iterator[_Entry]:
    if computed_at is not None and not _is_aware(computed_at):
        msg = (
            f"computed_at= cannot be {computed_at!r}. Pass an aware instant: "
            "datetime.now(UTC), say."
        )
        raise InvalidTypeError(msg, field="computed_at", value=computed_at)
    seen: dict[str, Computation] = {}
    for matter in matters:
        computation = matter.computation
        name = identity_of(matter)
        if name in seen:
            if seen[name] == computation:
                continue
            msg = (
                f"Two computations of {computation.subject} from the same day differ. "
                "Say to which matters they belong: to_ical({number: computation}, …)."
            )
            raise ConflictingInputError(msg, field="agendas", value=None)
        seen[name] = computation
        # What has stopped a period may turn out not to: then it has a date.
        if computation.is_running or computation.readings:
            day = computation.safe
            build = partial(event_of, matter, day, computed_at)
            yield _Entry(day, name, str(state_of(matter)), build)


def _check_cases(agendas: Sequence[Agenda]) -> None:
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
    state: str
    build: Callable[[str, Sequence[int], str], Event]


def _deadlines(agenda: Agenda) -> Iterator[_Entry]:
    for item in agenda.items:
        day = item.dates.shown or item.last_on
        if day is not None:
            build = partial(deadline_event, agenda, item, day)
            name = item.deadline.deadline_id
            yield _Entry(day, _id(agenda, name), state_shown(item), build)


def _tasks(agenda: Agenda, audience: str) -> Iterator[_Entry]:
    for item in agenda.tasks:
        day = item.dates.shown or item.last_on
        if day is not None and may_see(item.task.label, audience):
            build = partial(task_event, agenda, item, day)
            name = f"task {item.task.task_id}"
            yield _Entry(day, _id(agenda, name), state_shown(item), build)


def _hearings(agenda: Agenda) -> Iterator[_Entry]:
    for hearing in agenda.hearings:
        build = partial(hearing_event, agenda, hearing)
        # No id has a blank in it: a hearing is never taken for a deadline.
        name = f"hearing {hearing.hearing_id}"
        yield _Entry(own_day(hearing.at), _id(agenda, name), str(hearing.state), build)


def _clocks(agenda: Agenda, clocks: Sequence[ProjectedClock]) -> Iterator[_Entry]:
    for clock in clocks:
        if clock.shown is not None:
            build = partial(clock_event, agenda, clock, clock.shown)
            name = f"clock {clock.clock_id}"
            yield _Entry(clock.shown, _id(agenda, name), clock.state, build)


def _id(agenda: Agenda, name: str) -> str:
    return identity_in(agenda.case_id, name)
