"""What a store answers: rows of cases, of what is due, of lines; pages of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, NamedTuple, TypeVar

from attrs import field, frozen

__all__ = [
    "CaseRow",
    "Committed",
    "DueRow",
    "Fault",
    "Head",
    "LineRow",
    "Page",
    "ProjectedRow",
]

R = TypeVar("R")


class Head(NamedTuple):
    """Where a stream ends: the number of its last line, and the digest of that.

    The digest binds every line before it. It is written in hexadecimal digits, so
    that a list of heads goes through JSON and comes back as good as it was.
    """

    stream: str
    number: int
    digest: str


@frozen
class Fault:
    """The first line of a stream that is not as it was stored, and what is wrong.

    `what` is ``"gap"``, ``"digest"``, ``"count"``, ``"head"``, ``"text"``,
    ``"event-id"``, ``"tags"``, ``"changes"``, ``"words"``, ``"rows"``,
    ``"snapshot"``, ``"anchor"``, or ``"file"`` where the whole of it is damaged;
    `said` says it in words, without a word of what is stored.
    """

    stream: str
    number: int
    what: str
    said: str = field(eq=False)

    def __str__(self) -> str:
        """Say it in one line."""
        return self.said


@frozen(kw_only=True)
class CaseRow:
    """A case as a row of a list, as it stood at its line `version`.

    `clients` are the ids of the directory, or of the parties where they have none, of
    those who are ours; `assignees` who answers for something in it; `next_due` is the
    earliest date shown of what is open, `open_deadlines` how many deadlines are. Of a
    case that is sealed, the store knows only what it was told to keep in clear: the
    rest is ``None`` or empty.
    """

    case_id: str
    version: int
    recorded_at: datetime
    status: str
    caption: str | None = field(default=None, repr=False)
    number: str | None = field(default=None, repr=False)
    court: str | None = None
    stage: str | None = None
    engagement: str | None = None
    clients: tuple[str, ...] = field(default=(), repr=False)
    assignees: tuple[str, ...] = field(default=(), repr=False)
    open_deadlines: int = 0
    next_due: date | None = None
    is_sealed: bool = False


class DueRow(NamedTuple):
    """A deadline, a hearing or a task as a row of an agenda over all cases.

    `what` is ``"deadline"``, ``"hearing"`` or ``"task"``; `due` the date that is shown
    (the safe one, unless a named person chose a reading; the day of a hearing by the
    court's clock), ``None`` where there is none now; `at` the instant of a hearing.
    `state` is the word of its agenda, `bound` whether it is ``"not-later-than"`` or
    ``"not-earlier-than"`` its date. `assignees` answer for it, `rule` is the deadline
    of the law from which it was computed, and `audience` the widest that may see it.
    """

    case_id: str
    what: str
    item_id: str
    due: date | None
    at: datetime | None
    is_open: bool
    state: str
    bound: str
    title: str | None
    rule: str | None
    assignees: tuple[str, ...]
    critical: bool
    audience: str

    def __repr__(self) -> str:
        """Return which it is and when, and not what is to be done."""
        return f"<DueRow {self.what} {self.item_id!r} of {self.case_id!r}: {self.due}>"


@frozen
class ProjectedRow:
    """A row of a list of somebody else's: of which case, by which key, what it says.

    `data` is what its `Projection` said of the case.
    """

    case_id: str
    key: str = field(repr=False)
    data: dict[str, Any] = field(repr=False, hash=False)


class LineRow(NamedTuple):
    """Where a line stands, in which stream, and of what kind it is."""

    stream: str
    number: int
    kind: str


class Committed(NamedTuple):
    """Lines of one stream that one commit brought: from `first` to `last`, inclusive.

    Of an entry that was erased, both are 0.
    """

    stream: str
    first: int
    last: int


@frozen
class Page(Generic[R]):
    """Some rows, in their order.

    `next` is the cursor of the page that follows, ``None`` after the last one.
    `position` is the cursor of the commits that were seen: pass it to
    `changes_since`, or as the `after` of an `AppendCondition`. Cursors are opaque
    texts of one store.
    """

    rows: tuple[R, ...]
    next: str | None
    position: str
