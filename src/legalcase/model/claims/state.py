"""Claim: who claims what against whom, from when, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from legalcase.kernel.events.label import PUBLIC, Label
from legalcase.plain_data import PlainData

__all__ = ["Claim", "ClaimEnd", "ClaimSides", "ClaimState"]


class ClaimState(StrEnum):
    """Where a claim stands."""

    PENDING = "pending"
    DISPOSED = "disposed"


@frozen(kw_only=True)
class ClaimSides(PlainData):
    """Who claims against whom, from a day on: as stated, or as amended."""

    from_on: date
    by: tuple[str, ...]
    against: tuple[str, ...]
    event_id: str


@frozen(kw_only=True)
class ClaimEnd(PlainData):
    """A disposition of a claim, between some of its parties.

    `undone_on` is the day from which it does not hold any more, once it was set aside.
    """

    disposition: str
    on: date
    by: tuple[str, ...]
    against: tuple[str, ...]
    event_id: str
    undone_on: date | None = None


@frozen(kw_only=True)
class Claim(PlainData):
    """A claim with its sides, and every disposition of it.

    `sides` has those before an amendment as well, `ends` the dispositions that were
    set aside.
    """

    claim_id: str
    kind: str
    theory: str = field(repr=False)
    number: str | None = field(default=None, repr=False)
    relief: str | None = field(default=None, repr=False)
    pleading: str | None = None
    label: Label = PUBLIC
    sides: tuple[ClaimSides, ...]
    ends: tuple[ClaimEnd, ...] = ()

    @property
    def stated_on(self) -> date:
        """The day on which it was first stated."""
        return self.sides[0].from_on

    @property
    def by(self) -> tuple[str, ...]:
        """Who claims, as it was last amended."""
        return self.sides[-1].by

    @property
    def against(self) -> tuple[str, ...]:
        """Against whom, as it was last amended."""
        return self.sides[-1].against

    @property
    def state(self) -> ClaimState:
        """Whether it is pending between any two parties."""
        return ClaimState.PENDING if self.pairs() else ClaimState.DISPOSED

    @property
    def disposition(self) -> str | None:
        """How it was disposed of, once it is between all; the word of the last one."""
        if self.state is ClaimState.PENDING:
            return None
        return next(
            (end.disposition for end in reversed(self.ends) if end.undone_on is None),
            None,
        )

    def pairs(self, *, on: date | None = None) -> tuple[tuple[str, str], ...]:
        """Return (who claims, against whom) for all between whom it is pending.

        As it was on a day, `on`, by all that is known now; from the day of a
        disposition on it is pending no more. Without a day, as it stands now.
        """
        sides = [one for one in self.sides if on is None or one.from_on <= on]
        if not sides:
            return ()
        ends = [end for end in self.ends if _holds(end, on)]
        # By the days, not by the order of the log: an amendment can be entered late.
        last = sides[-1] if on is None else max(sides, key=lambda one: one.from_on)
        return tuple(
            (one, other)
            for one in last.by
            for other in last.against
            if not any(one in end.by and other in end.against for end in ends)
        )


def _holds(end: ClaimEnd, on: date | None) -> bool:
    if on is None:
        return end.undone_on is None
    return end.on <= on and (end.undone_on is None or on < end.undone_on)
