"""Records: holds, retention and tombstones of a file, and when it may be destroyed."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from legalcase.dates import Period, add_months, as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = [
    "INTERNAL",
    "Acknowledgement",
    "LegalHold",
    "Records",
    "RecordsStatus",
    "Retention",
    "Tombstone",
]

#: How we keep our file is for the firm, unless somebody says otherwise.
INTERNAL: Final = Label(audience="firm", ground="confidential")


class RecordsStatus(StrEnum):
    """How the file stands: in use, kept, held, free to be destroyed, or destroyed."""

    ACTIVE = "active"
    RETAINED = "retained"
    HELD = "held"
    ELIGIBLE = "eligible"
    DESTROYED = "destroyed"


@frozen(kw_only=True)
class Acknowledgement(PlainData):
    """That a custodian acknowledged a hold, and when."""

    custodian_id: str
    on: date


@frozen(kw_only=True)
class LegalHold(PlainData):
    """A legal hold: who must keep what, from when, who acknowledged it, until when.

    It is released, never deleted.
    """

    hold_id: str
    issued_on: date
    custodian_ids: tuple[str, ...] = ()
    scope: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    acknowledged: tuple[Acknowledgement, ...] = ()
    released_on: date | None = None
    label: Label = INTERNAL

    @property
    def is_active(self) -> bool:
        """Whether it was not released."""
        return self.released_on is None

    @property
    def unacknowledged(self) -> tuple[str, ...]:
        """The custodians who have not acknowledged it."""
        done = {one.custodian_id for one in self.acknowledged}
        return tuple(one for one in self.custodian_ids if one not in done)


@frozen(kw_only=True)
class Retention(PlainData):
    """A class of records: for how long they are kept, and by which authority."""

    retention_class: str
    period: Period
    authority: str
    set_on: date

    def kept_through(self, start: date) -> date:
        """Return the last day on which such records are kept, counted from a day.

        Where the month has no such day, its last one.
        """
        number, unit = self.period.number, self.period.unit
        if unit in ("year", "month"):
            return add_months(start, number * 12 if unit == "year" else number)
        return start + timedelta(days=number * 7 if unit == "week" else number)


@frozen(kw_only=True)
class Tombstone(PlainData):
    """What is left of a record that is gone: its id, its digest, and by what right.

    One that was lost without any has no `authority`. `was_held` says that a hold was
    active, `was_eligible` that the time for which it had to be kept was over.
    """

    item_id: str
    gone_on: date
    event_id: str
    digest: str | None = None
    authority: str | None = field(default=None, repr=False)
    approved_by: str | None = field(default=None, repr=False)
    is_whole_file: bool = False
    was_held: bool = False
    was_eligible: bool = False
    label: Label = INTERNAL

    @property
    def was_lost(self) -> bool:
        """Whether it was lost, and not destroyed under an authority."""
        return self.authority is None


_HOLDS: Final[Register[LegalHold]] = Register(
    "legal hold", "The case knows a hold from its issue: record that first."
)
_RETENTIONS: Final[Register[Retention]] = Register("retention class")
_TOMBSTONES: Final[Register[Tombstone]] = Register("tombstone")


@frozen(kw_only=True)
class Records(PlainData):
    """How the file of a case is kept.

    `case_closed_on` and `engagement_closed_on` are the days on which we were done with
    the case and the representation ended, ``None`` where that is not so (any more);
    `acts` says that we act under an engagement. `distributed_on` is the last day on
    which something was handed over that we held for others.
    """

    holds: Register[LegalHold] = field(factory=lambda: _HOLDS)
    retentions: Register[Retention] = field(factory=lambda: _RETENTIONS)
    tombstones: Register[Tombstone] = field(factory=lambda: _TOMBSTONES)
    case_closed_on: date | None = None
    engagement_closed_on: date | None = None
    acts: bool = False
    distributed_on: date | None = None

    @property
    def active_holds(self) -> tuple[LegalHold, ...]:
        """The holds that were not released."""
        return tuple(one for one in self.holds if one.is_active)

    @property
    def is_destroyed(self) -> bool:
        """Whether the whole file is gone."""
        return any(one.is_whole_file for one in self.tombstones)

    @property
    def start_on(self) -> date | None:
        """The day from which the time of keeping runs; ``None`` while it does not.

        The latest of the close of the case, the end of the representation, and the
        last distribution; not while we act, nor before either has ended.
        """
        closed = [
            day for day in (self.case_closed_on, self.engagement_closed_on) if day
        ]
        if self.acts or not closed:
            return None
        return max([*closed, self.distributed_on or date.min])

    @property
    def kept_through(self) -> date | None:
        """The last day on which the file is kept, by the class that lasts longest.

        ``None`` while the time does not run, and where no class was given.
        """
        start = self.start_on
        if start is None or not len(self.retentions):
            return None
        return max(one.kept_through(start) for one in self.retentions)

    @property
    def eligible_on(self) -> date | None:
        """The first day on which the file may be destroyed, holds apart."""
        last = self.kept_through
        return None if last is None else last + timedelta(days=1)

    def status_on(self, day: date) -> RecordsStatus:
        """Return how the file stands on a day, by what is recorded.

        A hold goes before everything but the destruction itself.
        """
        day = as_date(day, "day")
        if self.is_destroyed:
            return RecordsStatus.DESTROYED
        if self.active_holds:
            return RecordsStatus.HELD
        if self.start_on is None:
            return RecordsStatus.ACTIVE
        eligible = self.eligible_on
        if eligible is None or day < eligible:
            return RecordsStatus.RETAINED
        return RecordsStatus.ELIGIBLE
