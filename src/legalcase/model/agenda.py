"""Agenda: what is to be done and where to be, in the order of the dates shown."""

from __future__ import annotations

from datetime import date, datetime
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date, own_day
from legalcase.kernel.events.label import Label
from legalcase.markup import Table
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.looking.anchors import differing
from legalcase.model.deadlines.looking.dates import dates_of, followed
from legalcase.model.deadlines.looking.halves import half_met
from legalcase.model.deadlines.looking.last_known import as_last_known
from legalcase.model.deadlines.state import Deadline, Outcome
from legalcase.model.hearings.state import Hearing
from legalcase.model.tasks.item import TaskItem, task_items
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.model.deadlines.looking.dates import Around

__all__ = ["Agenda", "AgendaItem", "agenda_of"]


@frozen(kw_only=True)
class AgendaItem(PlainData):
    """A deadline with its dates.

    `revision` grows whenever the deadline or one that it follows is changed, last at
    `changed_at`; it never goes back. `because` are the numbers of the lines because of
    which it needs review, `stopped` of those by which its clock stands still;
    `differs` says which of its anchors happened on another day than it was computed
    from, `halves` which papers were filed where service would have met it, or the
    reverse. `last_on` is the date that was shown last, of one that has none now: its
    clock stands still, or what it follows has no date any more.
    """

    deadline: Deadline
    dates: DueDates = field(repr=False)
    revision: int = 0
    changed_at: datetime = field()
    because: tuple[int, ...] = ()
    stopped: tuple[int, ...] = ()
    differs: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    last_on: date | None = None

    @property
    def state(self) -> str:
        """Where the deadline stands, in one word."""
        return self.deadline.state

    @property
    def remarks(self) -> str:
        """What else is to be known of it, in words: the last column of an agenda."""
        return _also(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the deadline and its dates as one row of plain JSON types."""
        deadline = self.deadline
        return {
            "deadline_id": deadline.deadline_id,
            "title": deadline.title,
            "kind": deadline.kind,
            "state": deadline.state,
            "outcome": str(deadline.outcome),
            "review": str(deadline.review.state),
            **plain(self.dates),
            "owed_by": list(deadline.terms.owed_by),
            "owner": deadline.terms.owner,
            "critical": deadline.terms.critical,
            "permissive": bool(deadline.terms.permissive),
            "met_on": None if deadline.met is None else plain(deadline.met.on),
            "verdict": None if deadline.met is None else deadline.met.verdict,
            "extended_by": deadline.extended_by,
            "revision": self.revision,
            "changed_at": plain(self.changed_at),
        }


@frozen(kw_only=True, repr=False)
class Agenda(PlainData):
    """What is due in a case: deadlines, hearings and tasks, the earliest date first.

    The date shown for a deadline is the safe one, unless a named person chose a
    reading. What has no date stands at the end. `items` are the deadlines, and `open`
    to `overdue` speak of them alone: a task is our own, and meets no deadline.
    """

    case_id: str
    caption: str
    number: str | None
    items: tuple[AgendaItem, ...]
    hearings: tuple[Hearing, ...] = ()
    tasks: tuple[TaskItem, ...] = ()
    caption_label: Label | None = None

    def __repr__(self) -> str:
        """Return the case and how much there is, and not what it is."""
        return (
            f"<Agenda of {self.case_id!r}: {len(self.open)} open of "
            f"{len(self.items)} deadlines>"
        )

    def _in(self, *outcomes: Outcome) -> tuple[AgendaItem, ...]:
        return tuple(item for item in self.items if item.deadline.outcome in outcomes)

    @property
    def open(self) -> tuple[AgendaItem, ...]:
        """What is still to be done."""
        return tuple(item for item in self.items if item.deadline.is_open)

    @property
    def open_tasks(self) -> tuple[TaskItem, ...]:
        """The tasks of which something is still to be done."""
        return tuple(item for item in self.tasks if item.task.is_open)

    @property
    def met(self) -> tuple[AgendaItem, ...]:
        """What was done, in time or late."""
        return self._in(Outcome.MET)

    @property
    def missed(self) -> tuple[AgendaItem, ...]:
        """What was not done in time."""
        return self._in(Outcome.MISSED)

    @property
    def closed(self) -> tuple[AgendaItem, ...]:
        """What need not be done any more: extended, vacated, waived, moot."""
        return self._in(
            Outcome.EXTENDED,
            Outcome.VACATED,
            Outcome.WAIVED,
            Outcome.MOOT,
        )

    def overdue(self, on: date) -> tuple[AgendaItem, ...]:
        """Return what must be done and is open although its date lies before `on`.

        The date is the one shown. Raises `InvalidTypeError` for what is no date.
        """
        return tuple(
            item for item in self._past(on) if not item.deadline.terms.permissive
        )

    def lapsed(self, on: date) -> tuple[AgendaItem, ...]:
        """Return what one may do and is open although its date lies before `on`.

        It was done and nobody recorded it, or the chance is gone: in neither case is
        it still to be done. Raises `InvalidTypeError` for what is no date.
        """
        return tuple(item for item in self._past(on) if item.deadline.terms.permissive)

    def _past(self, on: date) -> tuple[AgendaItem, ...]:
        on = as_date(on, "on")
        return tuple(
            item
            for item in self.open
            if item.dates.shown is not None
            and item.dates.bound == "not-later-than"
            and item.dates.shown < on
        )

    def _table(self) -> Table:
        rows = [
            (item.dates.shown or date.max, _deadline_row(item)) for item in self.items
        ]
        rows += [(own_day(h.at), _hearing_row(h)) for h in self.hearings]
        rows += [(t.dates.shown or date.max, _task_row(t)) for t in self.tasks]
        table = Table(self.caption, ("date", "what", "id", "state", "also"))
        for _, row in sorted(rows, key=itemgetter(0)):
            table.add(*row)
        return table

    def __str__(self) -> str:
        """Return the agenda as a table of text, 80 columns wide.

        The ids are those by which further events name a deadline, a hearing or a task.
        """
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def _deadline_row(item: AgendaItem) -> tuple[str, ...]:
    dates = item.dates
    day = "not running" if dates.shown is None else say_day(dates.shown)
    return (
        f"not before {day}" if dates.bound == "not-earlier-than" else day,
        item.deadline.title,
        item.deadline.deadline_id,
        str(item.state).replace("-", " "),
        item.remarks,
    )


def _hearing_row(hearing: Hearing) -> tuple[str, ...]:
    first = own_day(hearing.first_at)
    moved = "" if first == own_day(hearing.at) else f"; first set for {say_day(first)}"
    return (
        say_day(own_day(hearing.at)),
        hearing.title,
        hearing.hearing_id,
        str(hearing.state),
        f"at {hearing.at:%H:%M}{moved}",
    )


def _task_row(item: TaskItem) -> tuple[str, ...]:
    dates, terms = item.dates, item.task.terms
    said = []
    if item.is_outdated and item.task.is_open:
        said.append("to be counted anew: what it follows has another day")
    if dates.waits_for:
        said.append(f"waits for {' or '.join(dates.waits_for)}")
    if item.waits_for:
        said.append(f"after {', '.join(item.waits_for)}")
    named = [one.id for one in terms.prepares]
    named += [name for name in terms.satisfies if name not in named]
    if named:
        said.append(f"for {', '.join(named)}")
    if item.task.end is not None:
        said.append(f"since {say_day(item.task.end.on)}")
    return (
        "no day" if dates.shown is None else say_day(dates.shown),
        item.task.title,
        item.task.task_id,
        f"task {item.state.replace('-', ' ')}",
        "; ".join(said),
    )


def _span(item: AgendaItem) -> str:
    """Say the dates of a deadline by what was not said: ``"12 June abroad …"``."""
    basis = item.deadline.basis
    if not isinstance(basis, Computed) or item.deadline.chosen is not None:
        return ""
    computation = basis.computation
    facts = [one for one in computation.readings if one.kind == "fact"]
    if computation.is_running:
        is_first = computation.bound == "not-earlier-than"
        facts = [one for one in facts if (one.due > computation.due) == is_first]
    if not facts:
        return ""
    found = sorted(facts, key=lambda one: one.due)
    ends = dict.fromkeys((found[0], found[-1]))
    days = " … ".join(f"{one.due} {one.choice}" for one in ends)
    return f"{days}: {found[0].question}"


def _also(item: AgendaItem) -> str:
    dates, deadline = item.dates, item.deadline
    said = []
    span = _span(item)
    if span:
        said.append(span)
    if dates.due is not None and dates.safe is not None and dates.is_disputed:
        other = "chosen; safe" if deadline.chosen else "adopted reading"
        day = dates.safe if deadline.chosen else dates.due
        said.append(f"{other} {say_day(day)}")
    if dates.waits_for:
        waits = "waits for" if dates.due is None else "provisional: can move with"
        said.append(f"{waits} {' or '.join(dates.waits_for)}")
    said.extend(_of_review(item))
    if deadline.met is not None:
        said.append(f"done {say_day(deadline.met.on)}")
        if deadline.met.readings:
            said.append(f"in time only if: {'; '.join(deadline.met.readings)}")
    if deadline.extended_by is not None:
        said.append(f"see {deadline.extended_by}")
    return "; ".join(said)


#: Nobody looks at these again.
_DONE_WITH: Final = (Outcome.EXTENDED, Outcome.VACATED, Outcome.WAIVED, Outcome.MOOT)


def _of_review(item: AgendaItem) -> list[str]:
    said = []
    if item.stopped:
        said.append(f"clock stopped by {_lines(item.stopped)}")
    elif item.deadline.stops:
        said.append("to be computed anew: its clock was stopped")
    if item.because and item.deadline.outcome not in _DONE_WITH:
        said.append(f"because of {_lines(item.because)}")
    said.extend(item.differs)
    said.extend(item.halves)
    said.extend(finding.text for finding in item.deadline.findings)
    return said


def _lines(numbers: tuple[int, ...]) -> str:
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {', '.join(map(str, numbers))}"


def _numbers(folded: Folded, event_ids: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of lines, by which a person finds them in the log."""
    return tuple(sorted(folded.number_of(event_id) for event_id in event_ids))


def agenda_of(folded: Folded) -> Agenda:
    """Return the agenda of a case."""
    caseload = folded[CASELOAD]
    around = around_in(folded)
    known: Around | None = None
    items = []
    for deadline in around.deadlines:
        revision, changed_at = deadline.revision, deadline.changed_at
        if isinstance(deadline.basis, Derived):
            # It moves with those on which its date hangs.
            for link in followed(around, deadline):
                revision = max(revision, link.revision)
                changed_at = max(changed_at, link.changed_at)
        dates = dates_of(around, deadline)
        is_done = deadline.outcome not in {Outcome.OPEN, Outcome.MISSED}
        last_on = None
        if dates.shown is None:
            known = as_last_known(around) if known is None else known
            last_on = dates_of(known, known.deadlines[deadline.deadline_id]).shown
        items.append(
            AgendaItem(
                deadline=deadline,
                dates=dates,
                revision=revision,
                changed_at=changed_at,
                because=_numbers(folded, deadline.review.because),
                stopped=_numbers(folded, deadline.stopped_by),
                # Of what is done with, nobody has to look whence it was computed.
                differs=differing(around, deadline) if deadline.is_open else (),
                halves=() if is_done else half_met(around, deadline),
                last_on=last_on,
            )
        )
    items.sort(key=lambda i: (i.dates.shown or date.max, i.deadline.deadline_id))
    return Agenda(
        case_id=folded.stream.partition(":")[2],
        caption=caseload.caption,
        caption_label=caseload.caption_label,
        number=caseload.number,
        items=tuple(items),
        hearings=tuple(sorted(around.hearings, key=lambda h: (h.at, h.hearing_id))),
        tasks=task_items(folded),
    )
