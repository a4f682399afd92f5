"""What of a case goes into an agenda of several, for the days that were asked for."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange, own_day
from legalcase.law.lawbook import Law
from legalcase.model.hearings.state import HearingState
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.seen import is_admitted, is_inside, name_of
from legalcase.scheduling.clocks import projected_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.events.label import Label
    from legalcase.model.agenda import AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.tasks.item import TaskItem
    from legalcase.scheduling.clocks import ProjectedClock

__all__ = ["Asked", "entries_of"]

#: An end of day is no hour that one has to know.
_END_OF_DAY: Final = time(23, 59)
#: To whom everything is said by reference alone: a title is text of ours, whoever may
#: see what it is the title of.
_BLIND: Final = frozenset({"public"})
#: Hearings that were over, or never came, are nowhere to be.
_TO_COME: Final = (HearingState.SET, HearingState.CONTINUED)


@frozen(kw_only=True)
class Asked:
    """Which days were asked for, before whom, and on which day."""

    days: DateRange
    on: date
    audience: str
    law: Law | None = None

    def clocks(self, case: Case) -> tuple[ProjectedClock, ...]:
        """Return the statutory clocks that run, where the law was passed."""
        return () if self.law is None else projected_clocks(case, self.law, on=self.on)

    def group(
        self,
        day: date | None,
        bound: str = "not-later-than",
        *,
        is_permissive: bool = False,
    ) -> str | None:
        """Return where something of a day stands; ``None`` where it does not."""
        if day is None:
            return "undated"
        # A waiting period that is over binds nobody; a hearing that was set for a day
        # that is over is one of which nobody recorded that it took place.
        if bound == "not-later-than" and day < self.on:
            return "lapsed" if is_permissive else "overdue"
        return "day" if self.days.start <= day < self.days.stop else None


@frozen
class _Told:
    """Of which case something is told, and before whom."""

    case_id: str
    called: str
    audience: str
    is_inside: bool

    def may_see(self, label: Label) -> bool:
        return self.audience not in _BLIND and is_admitted(label, self.audience)


def entries_of(  # noqa: C901 - a loop for each sort of thing
    case: Case, asked: Asked
) -> Iterator[tuple[str, DiaryEntry]]:
    """Give (group, entry) of what a case has for the days that were asked for.

    Of each sort of thing in the agenda of the case there is a loop here.
    """
    of = case.agenda()
    audience = asked.audience
    told = _Told(of.case_id, name_of(case, audience), audience, is_inside(audience))
    for item in of.items:
        if item.deadline.is_open:
            group = asked.group(
                item.dates.shown,
                item.dates.bound,
                is_permissive=bool(item.deadline.terms.permissive),
            )
            if group is not None:
                yield group, _of_deadline(item, told)
    for hearing in of.hearings:
        if hearing.state in _TO_COME:
            group = asked.group(own_day(hearing.at) if hearing.has_date else None)
            if group is not None:
                yield group, _of_hearing(hearing, told)
    for task in of.tasks:
        if task.task.is_open:
            group = asked.group(task.dates.shown)
            if group is not None:
                yield group, _of_task(task, told)
    for clock in asked.clocks(case):
        group = asked.group(clock.shown, clock.bound)
        if group is not None:
            yield group, _of_clock(clock, told)


def _of_deadline(item: AgendaItem, told: _Told) -> DiaryEntry:
    deadline, dates = item.deadline, item.dates
    is_shown = told.may_see(deadline.label)
    due_at = dates.due_at
    if due_at is not None and (
        own_day(due_at) != dates.shown or due_at.time() >= _END_OF_DAY
    ):
        due_at = None
    return DiaryEntry(
        day=dates.shown,
        at=due_at,
        sort="deadline",
        case_id=told.case_id,
        called=told.called,
        what=deadline.title if is_shown else "Deadline",
        item_id=deadline.deadline_id if is_shown else None,
        # Whether we stand by a date, and how much hangs on it, is our own business.
        state=item.state if is_shown and told.is_inside else "open",
        kind=deadline.kind if is_shown else "deadline",
        critical=deadline.terms.critical and is_shown and told.is_inside,
        bound=dates.bound,
        owner=deadline.terms.owner if is_shown and told.is_inside else None,
        remarks=item.remarks if is_shown and told.is_inside else "",
        is_reference=not is_shown,
    )


def _of_hearing(hearing: Hearing, told: _Told) -> DiaryEntry:
    is_shown = told.may_see(hearing.label)
    first = own_day(hearing.first_at)
    moved = hearing.has_date and first != own_day(hearing.at)
    place = hearing.place if is_shown else None
    said = [place] if place else []
    if not hearing.has_date:
        said.append("put off without a date")
    elif moved and told.is_inside:
        said.append(f"first set for {say_day(first)}")
    return DiaryEntry(
        day=own_day(hearing.at) if hearing.has_date else None,
        at=hearing.at if hearing.has_date else None,
        sort="hearing",
        case_id=told.case_id,
        called=told.called,
        what=hearing.title if is_shown else "Hearing",
        item_id=hearing.hearing_id if is_shown else None,
        state=str(hearing.state),
        kind="hearing",
        bound="not-later-than",
        remarks="; ".join(said),
        is_reference=not is_shown,
    )


def _of_clock(clock: ProjectedClock, told: _Told) -> DiaryEntry:
    is_shown = told.may_see(clock.label)
    is_told = is_shown and told.is_inside
    return DiaryEntry(
        day=clock.shown,
        sort="clock",
        case_id=told.case_id,
        called=told.called,
        what=clock.title if is_shown else "Clock",
        item_id=clock.clock_id if is_shown else None,
        state=clock.state if is_told else "open",
        kind="clock",
        critical=is_told,
        bound=clock.bound,
        remarks=clock.said if is_told else "",
        is_reference=not is_shown,
        authority=str(clock.authority) if is_shown and clock.authority else None,
        of=clock.of if is_shown else None,
    )


def _of_task(item: TaskItem, told: _Told) -> DiaryEntry:
    task = item.task
    is_shown = told.may_see(task.label)
    said = []
    if item.is_outdated:
        said.append("to be counted anew: what it follows has another day")
    if item.waits_for:
        said.append(f"after {', '.join(item.waits_for)}")
    named = [one.id for one in task.terms.prepares]
    named += [name for name in task.terms.satisfies if name not in named]
    if named:
        said.append(f"for {', '.join(named)}")
    is_told = is_shown and told.is_inside
    return DiaryEntry(
        day=item.dates.shown,
        sort="task",
        case_id=told.case_id,
        called=told.called,
        what=task.title if is_shown else "Task",
        item_id=task.task_id if is_shown else None,
        state=item.state if is_told else "open",
        kind="task",
        owner=task.accountable if is_told else None,
        remarks="; ".join(said) if is_told else "",
        is_reference=not is_shown,
    )
