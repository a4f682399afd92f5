"""Deadline: what is due, and how far it has come, along three axes.

*Outcome* is what became of it, *review* whether somebody of ours stands by its date,
*clock* whether time runs. None of them decides what may be recorded on another.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from legalcase.kernel.events.label import Label
from legalcase.model.deadlines.basis import Agreed, Basis, Computed, Ordered
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.deadlines.events import DeadlineConfirmed

__all__ = ["Deadline", "Finding", "Met", "Outcome", "Review", "ReviewState", "Stop"]


class Outcome(StrEnum):
    """What became of a deadline."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    EXTENDED = "extended"
    VACATED = "vacated"
    WAIVED = "waived"
    MOOT = "moot"


class ReviewState(StrEnum):
    """Whether somebody of ours stands by a deadline."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    NEEDS_REVIEW = "needs-review"


@frozen(kw_only=True)
class Review(PlainData):
    """Whether somebody of ours stands by a deadline: who, when, and if not, why not.

    `because` are the events because of which it needs review; `recorded_by` is whoever
    recorded that somebody stands by it, which can be another.
    """

    state: ReviewState = ReviewState.PROPOSED
    by: str | None = field(default=None, repr=False)
    on: date | None = None
    because: tuple[str, ...] = ()
    recorded_by: str | None = field(default=None, repr=False)

    @classmethod
    def confirmed(cls, event: DeadlineConfirmed, line: Recorded) -> Self:
        """Return the review of a deadline by which somebody stands."""
        return cls(
            state=ReviewState.CONFIRMED,
            by=event.confirmed_by,
            on=event.happened_on,
            recorded_by=line.actor,
        )


@frozen(kw_only=True)
class Met(PlainData):
    """What was done, when, by whom, and whether that was in time.

    `verdict` is ``"in-time"``, ``"late"``, or ``"in-time-only-if"`` where it depends
    on a reading: `readings` are those under which it was in time, as question and
    answer. `by_event` is the event on the docket that shows it.
    """

    on: date
    at: datetime | None = None
    by: str = field(repr=False)
    by_event: str | None = None
    evidence: str | None = field(default=None, repr=False)
    verdict: str = "in-time"
    readings: tuple[str, ...] = ()


@frozen(kw_only=True)
class Stop(PlainData):
    """What stopped the clock of a deadline, and what set it going again."""

    event_id: str
    lifted_by: str | None = None


@frozen(kw_only=True)
class Finding(PlainData):
    """Something about a deadline that a person has to look at; `code` never changes."""

    code: str
    severity: str
    text: str
    event_id: str


@frozen(kw_only=True, repr=False)
class Deadline(PlainData):
    """One deadline of a case: its terms, and what the events have made of it.

    `set_by` is whoever recorded it or gave it its present basis; `set_event` is the
    event that did. `chosen` is the due date of the reading that `chosen_by` picked;
    `extends` and `extended_by` are the ids of the deadlines before and after in a row
    of extensions, `allowed_by` is the order by which it is one; `ended_by` is the event
    that ended it. `revision` is the number of the line that changed it last, at
    `changed_at`; a correction can have changed all.
    """

    deadline_id: str
    terms: DeadlineTerms = field(repr=False)
    label: Label
    set_by: str = field(repr=False)
    set_event: str
    outcome: Outcome = Outcome.OPEN
    review: Review = Review()
    met: Met | None = None
    stops: tuple[Stop, ...] = ()
    chosen: date | None = None
    chosen_by: str | None = field(default=None, repr=False)
    extends: str | None = None
    extended_by: str | None = None
    allowed_by: str | None = None
    ended_by: str | None = None
    findings: tuple[Finding, ...] = ()
    revision: int = 0
    changed_at: datetime

    def __repr__(self) -> str:
        """Return id, state and on what it rests, and not what is to be done."""
        return f"<Deadline {self.deadline_id!r} {self.state}: {_rests_on(self.basis)}>"

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.terms.title

    @property
    def basis(self) -> Basis:
        """Why it falls on its day."""
        return self.terms.basis

    @property
    def kind(self) -> str:
        """Whose date it is: one of `KINDS`."""
        return self.terms.sort

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.outcome is Outcome.OPEN

    @property
    def is_stopped(self) -> bool:
        """Whether its clock stands still, or has to be set anew after it did."""
        return bool(self.stops)

    @property
    def stopped_by(self) -> tuple[str, ...]:
        """The events that stopped the clock and still hold."""
        return tuple(stop.event_id for stop in self.stops if stop.lifted_by is None)

    @property
    def state(self) -> str:
        """The three axes in one word, for a table: outcome, else clock, else review."""
        if self.outcome is Outcome.MET and self.met is not None:
            return {"in-time": "met", "late": "met-late"}.get(
                self.met.verdict, "met-on-a-reading"
            )
        if not self.is_open:
            return str(self.outcome)
        if self.is_stopped:
            return "stopped" if self.stopped_by else "resumed"
        return str(self.review.state)

    def changed(self, line: Recorded, **changes: Any) -> Deadline:
        """Return the deadline with `changes` that a line has made."""
        return evolve(
            self, revision=line.number, changed_at=line.recorded_at, **changes
        )

    def to_review(self, line: Recorded, **changes: Any) -> Deadline:
        """Return the deadline, needing review because of the event of a line."""
        review = Review(
            state=ReviewState.NEEDS_REVIEW,
            because=tuple(dict.fromkeys((*self.review.because, line.event_id))),
        )
        return self.changed(line, review=review, **changes)


def _rests_on(basis: Basis) -> str:
    """Say in few words on what a deadline rests: the law is no secret, an order is."""
    match basis:
        case Computed(computation=computation):
            due = f"due {computation.due}" if computation.is_running else "not running"
            return f"{computation.subject}, {due}"
        case Ordered() | Agreed():
            return f"{type(basis).__name__.lower()}, due {basis.due}"
        case _:
            period = "" if basis.period is None else f"{basis.period} "
            follows = f"{basis.follows.noun} {basis.follows.id!r}"
            return f"{period}{basis.direction} {follows}"
