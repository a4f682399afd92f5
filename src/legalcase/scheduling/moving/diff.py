"""Diff: what is due on another day now, and what is not: a value, nothing is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.kernel.lines.recorded import Draft
from legalcase.markup import Table
from legalcase.model.deadlines.basis import Basis
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.events import (
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineVacated,
)
from legalcase.plain_data import PlainData, plain
from legalcase.scheduling.proposals import Proposals

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel.events.event import Event
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["Diff", "Diffs", "Moved", "Pinned", "Void", "is_void_by_us"]

#: What the id of the event has by which a deadline fell with what it ran from.
_VOID: Final = "/void/"


@frozen(kw_only=True)
class Moved(PlainData):
    """A deadline that is due on another day now: `before` and `after`, and why.

    `was_confirmed` says that somebody had stood by the old date: it goes to review.
    `is_reopened` says that it had fallen, and what it runs from stands again.
    """

    case_id: str
    deadline_id: str
    subject: str
    owed_by: tuple[str, ...] = ()
    before: DueDates
    after: DueDates
    because: tuple[str, ...]
    was_confirmed: bool = False
    is_reopened: bool = False
    basis: Basis = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return it as one row of plain JSON types."""
        return {
            "case_id": self.case_id,
            "deadline_id": self.deadline_id,
            "subject": self.subject,
            "owed_by": list(self.owed_by),
            "from": plain(self.before.shown),
            "to": plain(self.after.shown),
            "because": list(self.because),
            "was_confirmed": self.was_confirmed,
            "is_reopened": self.is_reopened,
        }


@frozen(kw_only=True)
class Pinned(PlainData):
    """A deadline that is left where it is, with the reason.

    `would_be` is the day that the law gives now, where that is known and another.
    """

    case_id: str
    deadline_id: str
    reason: str
    would_be: date | None = None


@frozen(kw_only=True)
class Void(PlainData):
    """A deadline that has nothing left to run from, or nobody who owes it, and why."""

    case_id: str
    deadline_id: str
    because: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class Diff(PlainData):
    """What has to move in a case, or in several, since something changed.

    `moved` are due on another day; `pinned` are left, with the reason; `void` have
    nothing left to run from; `new` are due for the first time; `unchanged` are the ids
    of those that stay as they are. Nothing is done: `events()` is to be recorded.
    """

    case_id: str
    version: int
    recorded_on: date
    moved: tuple[Moved, ...] = ()
    pinned: tuple[Pinned, ...] = ()
    void: tuple[Void, ...] = ()
    new: Proposals = field(factory=Proposals)
    unchanged: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the case and how many there are of each."""
        said = ", ".join(
            f"{len(found)} {name}"
            for name, found in (
                ("moved", self.moved),
                ("void", self.void),
                ("new", self.new),
                ("pinned", self.pinned),
                ("unchanged", self.unchanged),
            )
            if found
        )
        return f"<Diff of {self.case_id!r}: {said or 'nothing'}>"

    @property
    def is_empty(self) -> bool:
        """Whether nothing moves, falls or comes."""
        return not (self.moved or self.void or self.new)

    @property
    def to_review(self) -> tuple[Moved, ...]:
        """What moves although somebody had confirmed it: it has to be looked at."""
        return tuple(one for one in self.moved if one.was_confirmed)

    def events(
        self,
        *,
        on: date | None = None,
        ids: Callable[[ScheduledDeadline], str] | None = None,
        owner: str | None = None,
    ) -> tuple[Event | Draft, ...]:
        """Return the events that make it so, in an order that a file accepts.

        `on` is the day on which they happen: that of the last line of the case if it is
        left out. What was confirmed needs review once they are recorded. `ids` and
        `owner` are for what is due for the first time, as with `Proposals.events`.
        """
        day = on or self.recorded_on
        found: list[Event | Draft] = []
        for moved in self.moved:
            name = moved.deadline_id
            if moved.is_reopened:
                ground = f"It runs again: {'; '.join(moved.because)}."
                found.append(
                    DeadlineReopened(deadline_id=name, ground=ground, happened_on=day)
                )
            found.append(
                DeadlineRecomputed(deadline_id=name, basis=moved.basis, happened_on=day)
            )
        for void in self.void:
            event = DeadlineVacated(
                deadline_id=void.deadline_id,
                ground=f"{'; '.join(void.because)}.",
                happened_on=day,
            )
            found.append(
                Draft(event, event_id=f"{void.deadline_id}{_VOID}{self.version}")
            )
        return (*found, *self.new.events(on=day, ids=ids, owner=owner))

    def to_rows(self) -> list[dict[str, Any]]:
        """Return what moves as plain JSON types, for a data frame."""
        return [one.to_dict() for one in self.moved]

    def table(self) -> Table:
        """Return it as a table."""
        table = Table(
            f"What moves in {self.case_id}",
            ("deadline", "owed by", "from", "to", "because"),
        )
        for one in self.moved:
            table.add(
                f"{one.deadline_id}: {one.subject}",
                ", ".join(one.owed_by),
                str(one.before.shown or "no date"),
                str(one.after.shown or "no date"),
                "; ".join(one.because),
                mark="strong" if one.was_confirmed else "",
            )
        for gone in self.void:
            table.add(gone.deadline_id, "", "", "falls", "; ".join(gone.because))
        for row in self.new:
            because = "; ".join(one.text for one in row.because)
            what = f"{row.title} ({row.cite})"
            table.add(what, row.who, "new", str(row.shown), because)
        for kept in self.pinned:
            table.add(kept.deadline_id, "", "", "stays", kept.reason)
        return table

    def __str__(self) -> str:
        """Return it as a table of text."""
        return self.table().text()

    def _repr_html_(self) -> str:
        return self.table().html()


class Diffs(tuple[Diff, ...]):
    """The diffs of several cases, as a tuple: of those that were looked at."""

    __slots__ = ()

    @property
    def moved(self) -> tuple[Moved, ...]:
        """What moves, in all cases."""
        return tuple(moved for one in self for moved in one.moved)

    @property
    def to_review(self) -> tuple[Moved, ...]:
        """What moves although somebody had confirmed it, in all cases."""
        return tuple(moved for one in self for moved in one.to_review)

    @property
    def void(self) -> tuple[Void, ...]:
        """What has nothing left to run from, in all cases."""
        return tuple(void for one in self for void in one.void)

    def find(self, case_id: str) -> Diff | None:
        """Return the diff of a case, or ``None`` where nothing was looked at."""
        return next((one for one in self if one.case_id == case_id), None)

    def __repr__(self) -> str:
        """Return how many cases were looked at, and how much moves."""
        cases = "case" if len(self) == 1 else "cases"
        return f"<Diffs of {len(self)} {cases}: {len(self.moved)} moved>"


def is_void_by_us(deadline_id: str, ended_by: str | None) -> bool:
    """Tell whether a deadline fell by an event of a diff, and not by a person's."""
    return ended_by is not None and ended_by.startswith(f"{deadline_id}{_VOID}")
