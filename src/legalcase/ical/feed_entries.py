"""What gets an event in a feed: of a case what is due and when; what was computed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from legalcase.dates import own_day
from legalcase.errors import ConflictingInputError, InvalidTypeError
from legalcase.ical.calendar_events import (
    clock_event,
    deadline_event,
    hearing_event,
    task_event,
)
from legalcase.ical.computed import Matter, event_of, identity_of, state_of
from legalcase.ical.wording import may_see, state_shown
from legalcase.oversight.uids import identity_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from icalendar import Event

    from legalcase.counting.argument.computation import Computation
    from legalcase.model.agenda import Agenda
    from legalcase.scheduling.clocks import ProjectedClock

__all__ = ["Entry", "entries_of_case", "entries_of_computed"]


class Entry(NamedTuple):
    """What gets an event: when, by which id, in which state, and how it is built."""

    day: date
    id: str
    state: str
    build: Callable[[str, Sequence[int], str], Event]


def entries_of_case(
    agenda: Agenda, audience: str, clocks: Sequence[ProjectedClock]
) -> Iterator[Entry]:
    """Yield what gets an event of a case, for whoever subscribes."""
    yield from _deadlines(agenda)
    yield from _hearings(agenda)
    yield from _tasks(agenda, audience)
    yield from _clocks(agenda, clocks)


def _deadlines(agenda: Agenda) -> Iterator[Entry]:
    for item in agenda.items:
        day = item.dates.shown or item.last_on
        if day is not None:
            build = partial(deadline_event, agenda, item, day)
            name = item.deadline.deadline_id
            yield Entry(day, _id(agenda, name), state_shown(item), build)


def _tasks(agenda: Agenda, audience: str) -> Iterator[Entry]:
    for item in agenda.tasks:
        day = item.dates.shown or item.last_on
        if day is not None and may_see(item.task.label, audience):
            build = partial(task_event, agenda, item, day)
            name = f"task {item.task.task_id}"
            yield Entry(day, _id(agenda, name), state_shown(item), build)


def _hearings(agenda: Agenda) -> Iterator[Entry]:
    for hearing in agenda.hearings:
        build = partial(hearing_event, agenda, hearing)
        # No id has a blank in it: a hearing is never taken for a deadline.
        name = f"hearing {hearing.hearing_id}"
        yield Entry(own_day(hearing.at), _id(agenda, name), str(hearing.state), build)


def _clocks(agenda: Agenda, clocks: Sequence[ProjectedClock]) -> Iterator[Entry]:
    for clock in clocks:
        if clock.shown is not None:
            build = partial(clock_event, agenda, clock, clock.shown)
            name = f"clock {clock.clock_id}"
            yield Entry(clock.shown, _id(agenda, name), clock.state, build)


def _id(agenda: Agenda, name: str) -> str:
    return identity_in(agenda.case_id, name)


def _is_aware(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is not None


def entries_of_computed(
    matters: Sequence[Matter], computed_at: datetime | None
) -> Iterator[Entry]:
    """Yield what gets an event of computations, one for each that was asked.

    Raises `ConflictingInputError` where two that differ would be one event.
    """
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
            yield Entry(day, name, str(state_of(matter)), build)
