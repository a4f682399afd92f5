"""What stands behind a computation: what can be asked of it, made when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Notice, Reading
    from legalcase.counting.argument.readings import End, Read
    from legalcase.counting.engine.count import Alternative, Count
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Outcome

__all__ = ["Backing", "CountBacking", "Origin"]


class Backing(Protocol):
    """**Protocol:** what a computation asks for when someone reads on."""

    def inputs(self) -> Inputs:
        """Return what was asked."""
        ...

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the computation rests on."""
        ...

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations from whose ends it runs, by trigger word."""
        ...

    def readings(self, end: End = "due") -> tuple[Reading, ...]:
        """Return the readings that give another date (or nominal end)."""
        ...

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know."""
        ...

    def instant(self) -> datetime | None:
        """Return the last instant, where one is determined."""
        ...


class Origin(Protocol):
    """**Protocol:** where a count came from, for those who read on."""

    @property
    def links(self) -> int:
        """How many computations led here, each running from the last one's end."""
        ...

    def inputs(self, anchor: date | datetime) -> Inputs:
        """Return what was asked, of this trigger."""
        ...

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations that were given as triggers, by their words."""
        ...

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the count rests on."""
        ...

    def notices(self) -> tuple[Notice, ...]:
        """Return what its reader must know, whatever the count gave."""
        ...

    def alternatives(
        self, anchor: date | datetime, outcome: Outcome
    ) -> Iterable[Alternative]:
        """Return other counts that this outcome brings up."""
        ...


class CountBacking:
    """What stands behind one count. What only a reader needs is loaded for a reader."""

    __slots__ = ("_known", "anchor", "count", "origin", "outcome")

    def __init__(
        self,
        count: Count,
        anchor: date | datetime,
        outcome: Outcome,
        origin: Origin,
    ) -> None:
        self.count = count
        self.anchor = anchor
        self.outcome = outcome
        self.origin = origin
        self._known: dict[End, Read] = {}

    @property
    def links(self) -> int:
        """How many computations led here, each running from the last one's end."""
        return self.origin.links

    def inputs(self) -> Inputs:
        """Return what was asked."""
        return self.origin.inputs(self.anchor)

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations from whose ends it runs, by trigger word."""
        return self.origin.runs_from()

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what decided the date."""
        from legalcase.counting.argument.behind.grounds import grounds_of

        yield from self.origin.authorities()
        yield from grounds_of(self.count, self.outcome, self.inputs)

    def readings(self, end: End = "due") -> tuple[Reading, ...]:
        """Return the readings that give another date (or nominal end).

        Raises `ReadingNotCountedError`.
        """
        return self._read(end).readings()

    def _read(self, end: End = "due") -> Read:
        """Return what is due under other answers; found once."""
        from legalcase.counting.argument.readings import read

        known = self._known.get(end)
        if known is None:
            alternatives = self.origin.alternatives(self.anchor, self.outcome)
            known = read(self.count, self.anchor, self.outcome, alternatives, end)
            self._known[end] = known
        return known

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know, the gravest first."""
        from legalcase.counting.argument.notices.of_count import (
            answers_not_counted,
            assumed_act,
            hour_of_named_day,
            notices_of,
        )
        from legalcase.counting.argument.notices.recesses import (
            ends_in_recess_apart,
            grace,
            moved_into_recess,
            service_while_stopped,
        )

        found = notices_of(
            self.count, self.origin, self.authorities(), self._days_looked_at
        )
        of_this_count = (
            *assumed_act(self.count, self.outcome),
            *service_while_stopped(self.count, self.outcome),
            *moved_into_recess(self.count, self.outcome),
            *ends_in_recess_apart(self.count, self.outcome),
            *grace(self.count, self.outcome),
            *hour_of_named_day(self.count, self.outcome),
            *answers_not_counted(self._read().lost),
        )
        return (*of_this_count, *found)

    def _days_looked_at(self) -> set[date]:
        """Return the days of which it was asked whether they are closed."""
        from legalcase.counting.argument.behind.grounds import days_looked_at

        days = days_looked_at(self.count, self.outcome)
        # Under another answer the count ends elsewhere, and asks of that day too.
        return days | {reading.due for reading in self._read().found}

    def instant(self) -> datetime | None:
        """Return the last instant of the due day, where rule and court determine it."""
        from legalcase.counting.argument.behind.instant import instant_of

        return instant_of(self.count, self.outcome)
