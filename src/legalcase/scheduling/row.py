"""ScheduledDeadline: one deadline that the law gives in a case, and where it stands."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from attrs import field, frozen

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.counting.argument.computation import Computation
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.model.deadlines.basis import Anchor

__all__ = ["STATES", "Because", "Done", "ScheduleNotice", "ScheduledDeadline"]

#: When nothing was computed.
NO_DATES: Final = DueDates(due=None, safe=None, shown=None)
#: Where a row can stand.
STATES: Final = MappingProxyType(
    {
        "new": "due, and no deadline of the case yet",
        "set": "a deadline of the case already, on this day or another",
        "met": "done, as the docket or the case shows",
        "pending": "begun, and waiting for an event before there is a date",
        "declined": "somebody decided not to set it",
        "question": "not to be said before somebody answers a question",
        "not-running": "its time does not run: a stay, no rule in force, or a fact",
        "over": "behind us, or of a case or a party that is done with",
    }
)


@frozen
class Because(PlainData):
    """An event because of which something is due, and in words what it was."""

    of: Ref
    text: str

    def __str__(self) -> str:
        """Return the words."""
        return self.text


@frozen(kw_only=True)
class ScheduleNotice(PlainData):
    """Something that whoever reads a schedule must know; `code` never changes."""

    code: str
    text: str
    of: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the text."""
        return self.text


@frozen(kw_only=True)
class Done(PlainData):
    """What shows that it was done: what was done, when and by whom, and the verdict.

    `of` is the event on the docket, ``None`` where other evidence shows it;
    `is_recorded` says that the case has it already. `verdict` is that of
    `DeadlineMet`: ``"in-time"``, ``"late"`` or ``"in-time-only-if"``, with the
    `readings` under which it was.
    """

    of: Ref | None
    on: date
    at: datetime | None = None
    by: tuple[str, ...] = ()
    verdict: str
    readings: tuple[str, ...] = ()
    is_recorded: bool = False


class Begins(Protocol):
    """**Protocol:** an event from which a deadline runs."""

    @property
    def anchor(self) -> Anchor:
        """It, as that from which a deadline runs under its word."""
        ...

    @property
    def because(self) -> Because:
        """It and what happened, in words."""
        ...


def _in_words(happened: tuple[Begins, ...]) -> tuple[object, ...]:
    return tuple((one.anchor, one.because) for one in happened)


@frozen(kw_only=True, repr=False)
class ScheduledDeadline(PlainData):
    """One deadline that the law gives from events of a case, at a version of it.

    `owed_by` are the parties who must act together, `owed_to` those whom it protects,
    where the case says so; `which` are those of whom one owes it where it does not.
    `anchors` are the events from which it runs, by trigger word, `because` the same in
    words. `computation` is the whole argument, ``None`` where none could be made;
    `due`, `safe` and `shown` are its dates, `shown` that of the calendar: the safe
    date, unless a reading was chosen. `state` is a word of `STATES`; `deadline_id` is
    the deadline of the case that it is, if there is one, or the last that extends it:
    `original_id` is then the first. `agrees` is False where that has another day.
    `is_permissive` says that one may do it, and loses no more than the chance.
    `is_critical` says that nobody may extend it, or that a court has no power once it
    has passed.
    """

    case_id: str
    version: int
    rule: str
    title: str
    cite: str
    side: str | None
    owed_by: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    # From what it runs. What of it is asked for is made then: most rows are read for
    # their dates alone.
    _happened: tuple[Begins, ...] = field(default=(), eq=_in_words)
    computation: Computation | None = None
    dates: DueDates = NO_DATES
    state: str = "new"
    deadline_id: str | None = None
    original_id: str | None = None
    agrees: bool = True
    done: Done | None = None
    is_critical: bool = False
    is_permissive: bool = False
    questions: tuple[str, ...] = ()
    findings: tuple[ScheduleNotice, ...] = ()
    law: DeadlineRule = field(eq=False, repr=False)

    def __repr__(self) -> str:
        """Return rule, date and state, and no name of a party."""
        return f"<ScheduledDeadline {self.rule!r} {self.shown} {self.state}>"

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The events from which it runs, by trigger word."""
        return tuple([one.anchor for one in self._happened])

    @property
    def because(self) -> tuple[Because, ...]:
        """The events from which it runs, in words."""
        return tuple([one.because for one in self._happened])

    @property
    def due(self) -> date | None:
        """The due date in the reading adopted or chosen; ``None`` while none runs."""
        return self.dates.due

    @property
    def safe(self) -> date | None:
        """The date that is right under every reading."""
        return self.dates.safe

    @property
    def shown(self) -> date | None:
        """The date for a calendar."""
        return self.dates.shown

    @property
    def bound(self) -> str:
        """Whether it is to be done by the date, or not before it."""
        return self.dates.bound

    @property
    def identity(self) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]:
        """Rule, anchors and parties: what makes it this deadline and no other."""
        anchors = tuple(sorted((one.trigger, str(one.of)) for one in self.anchors))
        return self.rule, anchors, self.owed_by

    @property
    def who(self) -> str:
        """Who owes it, in ids or in words."""
        if self.owed_by:
            return ", ".join(self.owed_by)
        if self.which:
            return f"which of {', '.join(self.which)}?"
        return {"court": "the court", None: ""}.get(self.side, f"{self.side}?")

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain JSON types, and the argument with it."""
        return {**self.to_row(), "computation": plain(self.computation)}

    def to_row(self) -> dict[str, Any]:
        """Return the row as plain JSON types, without the argument."""
        return {
            "rule": self.rule,
            "title": self.title,
            "cite": self.cite,
            "owed_by": list(self.owed_by),
            "owed_to": list(self.owed_to),
            "which": list(self.which),
            "anchors": {one.trigger: str(one.of) for one in self.anchors},
            "because": [one.text for one in self.because],
            "due": plain(self.due),
            "safe": plain(self.safe),
            "shown": plain(self.shown),
            "bound": self.bound,
            "state": self.state,
            "deadline_id": self.deadline_id,
            "agrees": self.agrees,
            "done": plain(self.done),
            "is_critical": self.is_critical,
            "is_permissive": self.is_permissive,
            "questions": list(self.questions),
            "findings": [one.text for one in self.findings],
        }
