"""What a case has: every date that the law gives, that was set, or that is heard."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.counting.argument.computation import Computation
from legalcase.dates import own_day
from legalcase.interop.auditing.words import cited_in, words_of
from legalcase.kernel.events.label import Label
from legalcase.model.deadlines.basis import Agreed, Computed, Ordered
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.hearings.state import HearingState
from legalcase.oversight.seen import is_of_others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.agenda import AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.hearings.state import Hearing
    from legalcase.scheduling.row import ScheduledDeadline
    from legalcase.scheduling.scheduled import Schedule

__all__ = ["Ours", "ours_of"]

#: What was reckoned and stands nowhere yet is of those who do the work.
_RECKONED: Final = Label(audience="firm")
#: Dates of our own: nobody else's calendar has them.
_OF_OURS: Final = frozenset({"internal", "follow-up", "waiting"})
_OPEN: Final = frozenset({"new", "set", "question"})
_ENDED: Final = frozenset({"met", "over", "declined"})


@frozen(kw_only=True)
class Ours:
    """A date of a case, with what it rests on.

    `noun` and `id` name it (``"deadline"``, ``"hearing"``), or `rule` and parties do;
    `why_not` says why nobody misses it in a calendar: it is done, it waits, it is
    owed by others. `was_on` are the days from which a hearing was put off.
    """

    noun: str = "deadline"
    id: str | None = None
    also: str | None = None
    rule: str | None = None
    cite: str = ""
    title: str = field(repr=False)
    owed_by: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    dates: DueDates
    at: datetime | None = None
    was_on: tuple[date, ...] = ()
    computation: Computation | None = field(default=None, repr=False)
    label: Label = _RECKONED
    is_done: bool = False
    why_not: str | None = None
    words: frozenset[str] = field(init=False, repr=False)
    cited: tuple[str, ...] = field(init=False, repr=False)

    @words.default
    def _words(self) -> frozenset[str]:
        return words_of(self.title)

    @cited.default
    def _cited(self) -> tuple[str, ...]:
        return cited_in(f"{self.cite} {self.rule or ''}")

    @property
    def shown(self) -> date | None:
        """The day that belongs on a calendar."""
        return self.dates.shown

    @property
    def days(self) -> frozenset[date | None]:
        """Every day that some reading gives."""
        readings = () if self.computation is None else self.computation.readings
        return frozenset((self.dates.due, self.shown, *(one.due for one in readings)))

    @property
    def names(self) -> tuple[str, ...]:
        """The ids under which it is known."""
        return tuple(one for one in (self.id, self.also) if one is not None)


def ours_of(case: Case, found: Schedule) -> tuple[Ours, ...]:
    """Return every date of a case: of the law, of orders, agreements and hearings."""
    rows = [(row, True) for row in found.rows]
    rows += [(row, False) for row in found.others]
    names = {name for row, _ in rows for name in (row.deadline_id, row.original_id)}
    agenda = case.agenda()
    return (
        *(_scheduled(case, row, is_wanted=is_wanted) for row, is_wanted in rows),
        *(
            _set(case, item)
            for item in agenda.items
            if item.deadline.deadline_id not in names
        ),
        *_heard(agenda.hearings),
    )


def _scheduled(case: Case, row: ScheduledDeadline, *, is_wanted: bool) -> Ours:
    why_not = None
    if not is_wanted:
        why_not = "others owe it"
    elif row.state not in _OPEN:
        why_not = {
            "met": "it is done",
            "over": "it is over",
            "declined": "somebody decided not to set it",
            "pending": "it waits for what has not happened",
            "not-running": "its time does not run",
        }[row.state]
    elif row.shown is None:
        why_not = "nobody can say yet when it is due"
    deadline = None if row.deadline_id is None else case.deadlines[row.deadline_id]
    return Ours(
        id=row.deadline_id,
        also=row.original_id,
        rule=row.rule,
        cite=row.cite,
        title=row.title,
        owed_by=row.owed_by,
        which=row.which,
        because=tuple(one.text for one in row.because),
        dates=row.dates,
        computation=row.computation,
        label=_RECKONED if deadline is None else deadline.label,
        is_done=row.state in _ENDED,
        why_not=why_not,
    )


def _set(case: Case, item: AgendaItem) -> Ours:
    deadline, basis = item.deadline, item.deadline.basis
    why_not = None
    if not deadline.is_open:
        why_not = f"it is {deadline.state.replace('-', ' ')}"
    elif deadline.kind in _OF_OURS:
        why_not = "it is a date of our own, and no rule gives it"
    elif is_of_others(case, deadline):
        why_not = "others owe it"
    elif item.dates.shown is None:
        why_not = "it has no date now"
    computation = basis.computation if isinstance(basis, Computed) else None
    return Ours(
        id=deadline.deadline_id,
        rule=None if computation is None else computation.subject,
        cite=getattr(basis, "authority", None) or "",
        title=deadline.title,
        owed_by=deadline.terms.owed_by,
        because=(_rests_on(item),),
        dates=item.dates,
        computation=computation,
        label=deadline.label,
        is_done=not deadline.is_open,
        why_not=why_not,
    )


def _rests_on(item: AgendaItem) -> str:
    basis = item.deadline.basis
    if isinstance(basis, Ordered | Agreed):
        source = basis.order if isinstance(basis, Ordered) else basis.agreement
        noun = "ordered" if isinstance(basis, Ordered) else "agreed on"
        return noun if source is None else f"{noun} ({source})"
    if isinstance(basis, Computed):
        said = (f"{one.trigger.replace('-', ' ')} ({one.of})" for one in basis.anchors)
        return "; ".join(said) or "computed"
    return "it moves with another date of the case"


def _heard(hearings: tuple[Hearing, ...]) -> Iterator[Ours]:
    for one in hearings:
        is_set = one.state is HearingState.SET
        day = own_day(one.at) if one.has_date else None
        is_left = one.state in (HearingState.SET, HearingState.CONTINUED)
        were = (own_day(each.at) for each in one.settings) if is_left else ()
        yield Ours(
            noun="hearing",
            id=one.hearing_id,
            title=one.title,
            owed_by=one.of,
            because=(f"set for {one.at.isoformat(sep=' ', timespec='minutes')}",),
            dates=DueDates(due=day, safe=day, shown=day),
            at=one.at if one.has_date else None,
            was_on=tuple(each for each in were if each != day),
            label=one.label,
            is_done=not is_set,
            why_not=None if is_set else f"it is {one.state.replace('-', ' ')}",
        )
