"""Clocks: the statutory clocks of a case, as what is recorded of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData, plain

__all__ = ["OURS", "CaseClock", "Clocks", "ExcludedTime", "Joinder"]

#: How we reckon time is ours: work product, unless somebody says otherwise.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class CaseClock(PlainData):
    """A statutory clock as it is recorded; what follows, `scheduling.clocks` computes.

    `started` are the events from which it runs with their days; `lengthened` has
    (period, what orders it), `waived` (whether in writing, what records it). What
    refers to something is text, ``"event:…"``.
    """

    clock_id: str
    rule: str
    of: str | None = None
    started: tuple[tuple[str, date], ...]
    succeeds: str | None = None
    because: str | None = field(default=None, repr=False)
    lengthened: tuple[tuple[str, str | None], ...] = ()
    waived: tuple[tuple[bool, str | None], ...] = ()
    ended_on: date | None = None
    ended_how: str | None = None
    ended_by: str | None = None
    label: Label = OURS
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def state(self) -> str:
        """Where it stands: ``"running"`` or ``"ended"``."""
        return "running" if self.ended_on is None else "ended"


@frozen(kw_only=True)
class ExcludedTime(PlainData):
    """A time that is said not to count, as it is recorded.

    `fallen` are those of the order, the finding and what found it reasonable that were
    struck or vacated since: they carry nothing any more. `set_aside_by` is the event
    by which a court held that the time counts.
    """

    exclusion_id: str
    clock_ids: tuple[str, ...]
    basis: str
    from_on: date
    until_on: date | None = None
    by: str | None = None
    order: str | None = None
    finding: str | None = None
    reasonable: str | None = None
    note: str | None = field(default=None, repr=False)
    fallen: tuple[str, ...] = ()
    set_aside_by: str | None = None
    label: Label = OURS
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def state(self) -> str:
        """Where it stands: ``"open"``, ``"ended"`` or ``"set-aside"``."""
        if self.set_aside_by is not None:
            return "set-aside"
        return "open" if self.until_on is None else "ended"

    def holds(self, ref: str | None) -> bool:
        """Tell whether something is referred to that still stands."""
        return ref is not None and ref not in self.fallen


@frozen(kw_only=True)
class Joinder(PlainData):
    """Clocks of those joined for trial from a day; `severed` has (clock, last day)."""

    clock_ids: tuple[str, ...]
    from_on: date
    severed: tuple[tuple[str, date], ...] = ()

    def last_of(self, clock_id: str) -> date | None:
        """Return the last day of joinder of one of them; ``None`` while it is."""
        return dict(self.severed).get(clock_id)


@frozen(kw_only=True)
class Clocks(PlainData):
    """The clocks of a case, the time excluded from them, and who is joined."""

    clocks: Register[CaseClock] = field(
        factory=lambda: Register(
            "clock", "The case knows a clock from its start: record that first."
        )
    )
    exclusions: Register[ExcludedTime] = field(
        factory=lambda: Register("exclusion", "Record first that time is excluded.")
    )
    joinders: tuple[Joinder, ...] = ()

    def of(self, party_id: str) -> tuple[CaseClock, ...]:
        """Return the clocks of a party, in the order in which they started."""
        return tuple(one for one in self.clocks if one.of == party_id)

    def exclusions_of(self, clock_id: str) -> tuple[ExcludedTime, ...]:
        """Return what is excluded from a clock, as it was recorded."""
        return tuple(one for one in self.exclusions if clock_id in one.clock_ids)

    def successor_of(self, clock_id: str) -> CaseClock | None:
        """Return the clock that took another's place, or ``None``."""
        return next((one for one in self.clocks if one.succeeds == clock_id), None)

    def to_dict(self) -> dict[str, Any]:
        """Return clocks, exclusions and joinders as plain JSON types."""
        return {
            "clocks": [plain(one) for one in self.clocks],
            "exclusions": [plain(one) for one in self.exclusions],
            "joinders": plain(self.joinders),
        }
