"""Computations in a feed: a deadline without a case, known by what was asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from legalcase.ical.calendar_events import deadline_event
from legalcase.ical.calendar_text import CalendarText
from legalcase.model.agenda import Agenda, AgendaItem
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.state import Deadline, Review, ReviewState
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.state import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Event

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.inputs import Inputs

__all__ = ["Matter", "event_of", "identity_of", "state_of"]


class Matter(NamedTuple):
    """A computation, and the number of its matter, if one was given."""

    computation: Computation
    reference: str | None = None


def state_of(matter: Matter) -> ReviewState:
    """Return the state of its event: tentative while the date can yet change."""
    computation = matter.computation
    is_certain = computation.is_running and not computation.is_provisional
    return ReviewState.CONFIRMED if is_certain else ReviewState.PROPOSED


def identity_of(matter: Matter) -> str:
    """Return what makes it the same deadline when it is computed anew.

    That is the matter, what is asked, from which day, and where; not the facts that
    become known later (service, readings, a day on which the office was closed), nor
    the law as it was entered: those change the date, and the event is moved.
    """
    inputs = matter.computation.inputs
    asked = inputs.deadline or f"{inputs.period} {inputs.direction} under {inputs.rule}"
    if inputs.direction == "served":
        asked = f"service under {inputs.rule}"
    parts = (
        matter.reference or "",
        asked,
        *(f"{word}={moment.isoformat()}" for word, moment in inputs.triggers),
        "" if inputs.trigger is None else inputs.trigger.isoformat(),
        inputs.court or inputs.forum or inputs.calendar or "",
    )
    # No id of a case begins like this; the lengths keep parts from running together.
    return "computed " + "".join(f"{len(part)}:{part}" for part in parts)


def event_of(
    matter: Matter,
    day: date,
    computed_at: datetime | None,
    detail: str,
    alarms: Sequence[int],
    audience: str,
) -> Event:
    """Return the all-day event of a computation on `day`, the safe date."""
    computation, reference = matter
    at = computed_at or _midnight(computation.inputs)
    item = AgendaItem(
        deadline=Deadline(
            deadline_id="computed",
            terms=DeadlineTerms(
                title=computation.inputs.title or computation.subject,
                basis=Computed(computation=computation),
            ),
            label=PUBLIC,
            set_by="computed",
            set_event="computed",
            review=Review(state=state_of(matter)),
            changed_at=at,
        ),
        dates=DueDates(
            due=computation.due if computation.is_running else None,
            safe=computation.safe,
            shown=day,
            bound=computation.bound,
            due_at=computation.due_at if computation.is_running else None,
            waits_for=computation.waits_for,
        ),
        changed_at=at,
    )
    agenda = Agenda(
        case_id="computed",
        caption=reference or computation.subject,
        number=reference,
        items=(item,),
    )
    event = deadline_event(agenda, item, day, detail, alarms, audience)
    if detail == "ref-only" and reference is None:
        # There is no number to name: the rule, which is no secret.
        summary = CalendarText(f"Deadline under {computation.inputs.rule}")
        event["SUMMARY"] = summary
        for alarm in event.walk("VALARM"):
            alarm["DESCRIPTION"] = summary
    return event


def _midnight(inputs: Inputs) -> datetime:
    """Return an instant that is the same whenever it is asked: the trigger's day."""
    moments = [inputs.trigger, *(moment for _, moment in inputs.triggers)]
    days = [date(m.year, m.month, m.day) for m in moments if m is not None]
    day = max(days, default=date(1970, 1, 1))
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
