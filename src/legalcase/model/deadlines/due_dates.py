"""DueDates: when a deadline is due, safely due, and shown on calendars."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation

__all__ = ["DueDates", "computed_dates"]


@frozen(kw_only=True)
class DueDates(PlainData):
    """The dates of a deadline at one state of its case.

    `due` is the reading adopted or chosen; `safe` is right under every reading;
    `shown` is what belongs on a calendar: `safe`, unless somebody chose a reading.
    All are ``None`` while the period is not running; `waits_for` then says for what.
    Where there is a date all the same, it is provisional: what `waits_for` names is
    not known yet, and can move it.
    """

    due: date | None
    safe: date | None
    shown: date | None
    bound: str = "not-later-than"
    due_at: datetime | None = None
    waits_for: tuple[str, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether there is a date at all."""
        return self.shown is not None

    @property
    def is_provisional(self) -> bool:
        """Whether there is a date that an event not known yet can move."""
        return self.is_running and bool(self.waits_for)

    @property
    def is_disputed(self) -> bool:
        """Whether the adopted and the safe date differ."""
        return self.due != self.safe


def computed_dates(computation: Computation) -> DueDates:
    """Return the dates of a computation, nobody having chosen a reading."""
    readings = computation.readings
    if not computation.is_running:
        # What stopped it may turn out to be no such thing: then it ran on.
        safe = computation.safe if readings else None
        return DueDates(
            due=None,
            safe=safe,
            shown=safe,
            bound=computation.bound,
            waits_for=computation.waits_for,
        )
    due = computation.due
    safe = computation.safe if readings else due
    return DueDates(
        due=due,
        safe=safe,
        shown=safe,
        bound=computation.bound,
        due_at=computation.due_at,
        waits_for=computation.waits_for,
    )
