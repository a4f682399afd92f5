"""What an event says in each detail: only what stands here can get into a feed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from legalcase.counting.argument.explain import say_asked, say_day
from legalcase.counting.argument.said import notices_said
from legalcase.dates import own_day
from legalcase.kernel.events.label import lasts_for
from legalcase.model.deadlines.basis import Agreed, Computed, Derived, Ordered
from legalcase.model.hearings.state import HearingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.computation import Computation
    from legalcase.kernel.events.label import Label
    from legalcase.model.agenda import Agenda, AgendaItem
    from legalcase.model.deadlines.basis import Basis
    from legalcase.model.deadlines.due_dates import DueDates
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.tasks.item import TaskItem
    from legalcase.scheduling.clocks import ProjectedClock

__all__ = [
    "DETAILS",
    "Wording",
    "clock_wording",
    "hearing_wording",
    "may_see",
    "state_shown",
    "task_wording",
    "wording_of",
]

_HEARING: Final = {
    HearingState.CONTINUED: "Continued: ",
    HearingState.HELD: "Held: ",
    HearingState.VACATED: "Cancelled: ",
    HearingState.NOT_ATTENDED: "Did not take place: ",
}

#: By the state of a deadline, in one word.
_PREFIX: Final = {
    "proposed": "Unconfirmed: ",
    "needs-review": "Under review: ",
    "met": "Done: ",
    "met-late": "Done late: ",
    "met-on-a-reading": "Done, in time on one reading: ",
    "missed": "Missed: ",
    "extended": "Extended: ",
    "vacated": "Cancelled: ",
    "waived": "Cancelled: ",
    "moot": "Cancelled: ",
    # Of which the date is gone: what it follows has none, or its clock stands still.
    "no-date": "No date now: ",
}

#: Of these nobody waits for a date any more.
_OVER: Final = frozenset(
    ("extended", "vacated", "waived", "moot", "completed", "terminated", "failed")
)

#: By the state of a task, in one word.
_TASK: Final = {
    "needs-review": "Under review: ",
    "disabled": "Not needed: ",
    "suspended": "On hold: ",
    "failed": "Failed: ",
    "completed": "Done: ",
    "terminated": "Cancelled: ",
    "waived": "Cancelled: ",
    "no-date": "No date now: ",
}


@frozen(kw_only=True)
class Wording:
    """The texts of one event."""

    summary: str
    description: str = ""
    category: str = ""
    place: str | None = None


def wording_of(agenda: Agenda, item: AgendaItem, detail: str, audience: str) -> Wording:
    """Return what an event says: built up from what may be said, for each detail.

    What the audience may not see is said as by reference alone.
    """
    if detail == "full" and not may_see(item.deadline.label, audience):
        detail = "ref-only"
    return _DEADLINE[detail](_called(agenda, audience), item)


def hearing_wording(
    agenda: Agenda, hearing: Hearing, detail: str, audience: str
) -> Wording:
    """Return what the event of a hearing says, in each detail."""
    if detail == "full" and not may_see(hearing.label, audience):
        detail = "ref-only"
    return _OF_HEARING[detail](_called(agenda, audience), hearing)


def task_wording(agenda: Agenda, item: TaskItem, detail: str, audience: str) -> Wording:
    """Return what the event of a task says, in each detail."""
    if detail == "full" and not may_see(item.task.label, audience):
        detail = "ref-only"
    return _OF_TASK[detail](_called(agenda, audience), item)


def clock_wording(
    agenda: Agenda, clock: ProjectedClock, detail: str, audience: str
) -> Wording:
    """Return what the event of a statutory clock says, in each detail."""
    if detail == "full" and not may_see(clock.label, audience):
        detail = "ref-only"
    return _OF_CLOCK[detail](_called(agenda, audience), clock)


def _called(agenda: Agenda, audience: str) -> Agenda:
    """Return an agenda under the name that the audience may be told."""
    label = agenda.caption_label
    if label is None or may_see(label, audience):
        return agenda
    return evolve(agenda, caption=agenda.number or agenda.case_id)


def state_shown(item: AgendaItem | TaskItem) -> str:
    """Return where something stands, for a calendar: on a day, or on none any more."""
    is_open = item.state not in _OVER
    return "no-date" if is_open and not item.dates.is_running else item.state


def may_see(label: Label, audience: str) -> bool:
    """Tell whether an audience may see what bears a label."""
    # A feed has no day of its own: a label that ends some day still holds.
    return lasts_for(label, audience)


def _busy(_: Agenda, __: object) -> Wording:
    """Say that the time is taken, and nothing else."""
    return Wording(summary="Busy")


def _deadline_reference(agenda: Agenda, item: AgendaItem) -> Wording:
    """Say the number of the case (or its id) and the dates."""
    return Wording(
        summary=f"Deadline in {agenda.number or agenda.case_id}",
        description="\n".join(_dates(item.dates) + _hour(item.dates)),
        category="Deadline",
    )


def _deadline_full(agenda: Agenda, item: AgendaItem) -> Wording:
    """Say title, state, caption, number, dates, and on what they rest."""
    earliest = "Not before: " if item.dates.bound == "not-earlier-than" else ""
    where = agenda.number or agenda.caption
    lines = [agenda.caption]
    if agenda.number:
        lines.append(agenda.number)
    lines += _dates(item.dates)
    lines += _hour(item.dates)
    lines += _authority(item.deadline.basis)
    state = _PREFIX.get(state_shown(item), "")
    return Wording(
        summary=f"{state}{earliest}{item.deadline.title} ({where})",
        # A deadline that was only computed is its own caption.
        description="\n".join(dict.fromkeys(lines)),
        category="Deadline",
    )


def _task_reference(agenda: Agenda, _: TaskItem) -> Wording:
    """Say the number of the case (or its id)."""
    return Wording(
        summary=f"Task in {agenda.number or agenda.case_id}", category="Task"
    )


def _task_full(agenda: Agenda, item: TaskItem) -> Wording:
    """Say title, state, caption, number, and with what it moves."""
    lines = [agenda.caption]
    if agenda.number:
        lines.append(agenda.number)
    moves_with = item.task.terms.moves_with
    if moves_with is not None:
        noun = moves_with.follows.noun
        what = "an entry of the docket" if noun == "event" else f"a {noun}"
        lines.append(f"Moves with {what}.")
    state = _TASK.get(state_shown(item), "")
    return Wording(
        summary=f"{state}{item.task.title} ({agenda.number or agenda.caption})",
        description="\n".join(lines),
        category="Task",
    )


def _hearing_reference(agenda: Agenda, hearing: Hearing) -> Wording:
    """Say the number of the case (or its id), state and time."""
    state = _HEARING.get(hearing.state, "")
    return Wording(
        summary=f"{state}Hearing in {agenda.number or agenda.case_id}",
        description=f"At {say_day(hearing.at)}.",
        category="Hearing",
    )


def _hearing_full(agenda: Agenda, hearing: Hearing) -> Wording:
    """Say title, state, caption, number, time, the time first set, and the place."""
    state = _HEARING.get(hearing.state, "")
    lines = [agenda.caption]
    if agenda.number:
        lines.append(agenda.number)
    lines.append(f"At {say_day(hearing.at)}.")
    if hearing.first_at != hearing.at:
        lines.append(f"First set for {say_day(hearing.first_at)}.")
    return Wording(
        summary=f"{state}{hearing.title} ({agenda.number or agenda.caption})",
        description="\n".join(lines),
        category="Hearing",
        place=hearing.place,
    )


def _clock_reference(agenda: Agenda, _: ProjectedClock) -> Wording:
    """Say the number of the case (or its id)."""
    return Wording(
        summary=f"Statutory clock in {agenda.number or agenda.case_id}",
        category="Deadline",
    )


def _clock_full(agenda: Agenda, clock: ProjectedClock) -> Wording:
    """Say title, state, caption, number, whose clock it is, and on what it rests."""
    lines = [agenda.caption]
    if agenda.number:
        lines.append(agenda.number)
    lines += clock.said.split("; ")
    earliest = clock.bound == "not-earlier-than"
    day = "First day" if earliest else "Last day"
    state = {"ended": "Ended: ", "stands-still": "Stands still: "}.get(clock.state, "")
    return Wording(
        summary=f"{state}{day}: {clock.title} ({agenda.number or agenda.caption})",
        description="\n".join(lines),
        category="Deadline",
    )


#: By detail: what may be said of a deadline, and of a hearing.
_DEADLINE: Final = MappingProxyType(
    {"full": _deadline_full, "ref-only": _deadline_reference, "busy": _busy}
)
_OF_HEARING: Final = MappingProxyType(
    {"full": _hearing_full, "ref-only": _hearing_reference, "busy": _busy}
)
_OF_TASK: Final = MappingProxyType(
    {"full": _task_full, "ref-only": _task_reference, "busy": _busy}
)
_OF_CLOCK: Final = MappingProxyType(
    {"full": _clock_full, "ref-only": _clock_reference, "busy": _busy}
)
#: The words of detail.
DETAILS: Final = tuple(_DEADLINE)


def _hour(dates: DueDates) -> list[str]:
    """Say by which hour, where one is determined for the date shown."""
    if dates.due_at is None or own_day(dates.due_at) != dates.shown:
        return []
    return [f"Until {say_day(dates.due_at)}."]


def _dates(dates: DueDates) -> list[str]:
    # Of which event is not said here: what a feed gives out are dates.
    said = ["Provisional: what is to come can move it."] if dates.is_provisional else []
    if dates.due is None or dates.safe is None or not dates.is_disputed:
        return said
    reading = "chosen" if dates.shown == dates.due else "adopted"
    return [
        *said,
        f"Readings differ. Safe date: {dates.safe}; {reading}: {dates.due}.",
    ]


def _counted(computation: Computation) -> Iterator[str]:
    """Say what was counted and from which event: of several parts, each that runs."""
    if computation.parts:
        for part in computation.parts:
            yield from _counted(part)
        return
    inputs = computation.inputs
    if inputs.trigger is None or inputs.period is None or not computation.steps:
        return
    first = computation.steps[0]
    events = [word for word, day in inputs.triggers if day == inputs.trigger]
    event = ""
    if first.code == "expiry":
        event = f" (end of the time under {first.clause})"
    elif len(events) == 1:
        event = f" ({events[0].replace('-', ' ')})"
    served = f", {inputs.service.replace('-', ' ')}" if inputs.service else ""
    yield f"{say_asked(inputs)}{event}{served}"


def _authority(basis: Basis) -> list[str]:
    """Say on what a deadline rests. The law is public; an agreement need not be."""
    match basis:
        case Computed(computation=computation):
            cites = dict.fromkeys(step.clause for step in computation.steps)
            lines = [computation.subject]
            if computation.inputs.deadline is not None:
                lines.append("; ".join(_counted(computation)))
            lines.append("; ".join(cite for cite in cites if cite))
            lines += [
                f"{reading.due} if: {reading.question} {reading.choice} "
                f"({reading.authority})"
                + (f" [{reading.dispute}]" if reading.dispute else "")
                for reading in computation.readings
            ]
            lines += notices_said(computation)
            return [line for line in lines if line]
        case Ordered():
            return ["A date certain, by order of the court."]
        case Agreed():
            return ["A date agreed on by the parties."]
        case Derived(direction="after"):
            return ["Our own date, after another date."]
        case Derived():
            return ["Our own date, ahead of another deadline."]
