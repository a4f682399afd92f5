"""Later: a count whose ends are known, and of which all else is made when it is asked.

Of a thousand computations few are explained. What `due` and `safe` need is at hand;
steps, sources and notices are those of the walk, which is gone when somebody reads on.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from legalcase.counting.argument.agreed import ends_agree, safe_end
from legalcase.counting.argument.computation import Computation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.agreed import Alike
    from legalcase.counting.argument.backing import Backing
    from legalcase.counting.argument.findings import Notice, Reading
    from legalcase.counting.argument.readings import End
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.straight import Straight

__all__ = [
    "Later",
    "Unwalked",
    "Walks",
    "computed_later",
    "keeps_its_ends",
    "ready_for_more",
    "safe_day",
    "standing_on",
    "with_ends",
]

_fromordinal = date.fromordinal
_new = object.__new__
#: How a slot of a frozen value is filled in the time that one call takes.
_set_ends: Any = Computation.__dict__["_ends"].__set__
_set_backing: Any = Computation.__dict__["_backing"].__set__
#: The readings are asked for most: that they are not made yet costs less to say here.
_set_readings: Any = Computation.__dict__["_readings"].__set__


class Walks(Protocol):
    """**Protocol:** a count made ready, which can walk from a trigger step by step."""

    @property
    def count(self) -> Count:
        """What is counted."""
        ...

    @property
    def straight(self) -> Straight | None:
        """How its ends are found without a walk, where that can be."""
        ...

    @property
    def holds(self) -> tuple[date, date] | None:
        """The first and the last trigger for which it is ready, where that is known."""
        ...

    @property
    def bound(self) -> str:
        """Whether its end is the last day for something, or the first."""
        ...

    @property
    def text_begins(self) -> int:
        """The ordinal of the day from which on the texts at hand hold."""
        ...

    @property
    def text_ends(self) -> int:
        """The ordinal of the day on which the next text begins."""
        ...

    def walked(self, anchor: date) -> Computation:
        """Return the computation from a trigger with every step."""
        ...


class Unwalked(ABC):
    """What stands behind a computation of which only the ends were worked out."""

    __slots__ = ("_whole",)

    _whole: Computation | None

    @property
    def links(self) -> int:
        """How many computations led here: what runs from another is walked."""
        return 0

    @abstractmethod
    def walked(self) -> Computation:
        """Return the same computation with every step, made anew."""

    @abstractmethod
    def is_undisputed(self) -> bool:
        """Tell whether every other answer to a question leaves the ends as they are.

        ``False`` also where only a walk can say.
        """

    def whole(self) -> Computation:
        """Return the same computation with every step: walked once."""
        whole = self._whole
        if whole is None:
            whole = self._whole = self.walked()
        return whole

    @abstractmethod
    def safe(self, due: date) -> date | None:
        """Return the safe date of what is due then; ``None`` where a walk must say."""

    def _behind(self) -> Backing:
        backing: Backing = self.whole()._backing  # type: ignore[assignment]  # noqa: SLF001 - the same value, walked
        return backing

    def inputs(self) -> Inputs:
        """Return what was asked."""
        return self.whole().inputs

    def runs_from(self) -> Mapping[str, Computation]:
        """Return nothing: what runs from another computation is walked."""
        return {}

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the computation rests on."""
        return self._behind().authorities()

    def readings(self, end: End = "due") -> tuple[Reading, ...]:
        """Return the readings that give another date (or nominal end)."""
        if self.is_undisputed():
            return ()
        return self._behind().readings(end)

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know."""
        return self.whole().notices

    def instant(self) -> datetime | None:
        """Return the last instant, where one is determined."""
        return self.whole().due_at


class Later(Unwalked):
    """What stands behind a straight count of which only the ends were worked out."""

    __slots__ = ("_anchor", "_found", "_from")

    def __init__(self, of: Walks, anchor: date, found: tuple[int, int]) -> None:
        self._from = of
        self._anchor = anchor
        self._found = found
        self._whole = None

    @property
    def prepared(self) -> Walks:
        """The count from which it is made."""
        return self._from

    def walked(self) -> Computation:
        """Return the same computation with every step, made anew."""
        return self._from.walked(self._anchor)

    def is_undisputed(self) -> bool:
        """Tell whether every other answer to a question leaves the ends as they are.

        The conditions are those of `readings.read`, asked of the ends alone; where they
        cannot say, it walks.
        """
        straight = self._from.straight
        # There is one: so it was made.
        return straight is not None and keeps_its_ends(
            self._from, straight, self._anchor, self._found
        )

    def safe(self, due: date) -> date | None:
        """Return the safe date of what is due then; ``None`` where a walk must say."""
        of, ends = self._from, self._found
        straight, start = of.straight, self._anchor.toordinal()
        latest = of.bound == "not-earlier-than"
        # There is one: so it was made.
        day = straight and safe_day(of, straight, start, ends, latest=latest)
        if day is None:
            return None
        return due if day == ends[0] else _fromordinal(day)


def keeps_its_ends(
    of: Walks, straight: Straight, anchor: date, ends: tuple[int, int]
) -> bool:
    """Tell whether a straight count ends alike under every text and every answer."""
    if not of.text_begins <= ends[0] < of.text_ends:
        return False
    return ends_agree(of.count, straight, anchor.toordinal(), ends)


def safe_day(
    of: Walks,
    straight: Straight,
    day: int,
    ends: tuple[int, int],
    *,
    latest: bool,
    alike: Alike | None = None,
) -> int | None:
    """Return the earliest end of a straight count under any answer, or the latest.

    ``None`` where a walk must say.
    """
    if not of.text_begins <= ends[0] < of.text_ends:
        return None
    return safe_end(of.count, straight, day, ends, latest=latest, alike=alike)


def with_ends(due: date, nominal: date, backing: Backing) -> Computation:
    """Return a computation of which the ends are at hand, and all else is made later.

    What stands behind it gives the rest of it, as `whole`.
    """
    computation: Computation = _new(Computation)
    _set_ends(computation, (due, nominal))
    _set_backing(computation, backing)
    _set_readings(computation, None)
    return computation


def computed_later(of: Walks, anchor: date, ends: tuple[int, int]) -> Computation:
    """Return the computation from a trigger whose (due, nominal) are worked out.

    Equal in everything to the one that is walked: the rest is made when it is asked.
    """
    due = _fromordinal(ends[0])
    nominal = due if ends[1] == ends[0] else _fromordinal(ends[1])
    # As `with_ends` does, without a call more: each counts here.
    computation: Computation = _new(Computation)
    _set_ends(computation, (due, nominal))
    _set_backing(computation, Later(of, anchor, ends))
    _set_readings(computation, None)
    return computation


def ready_for_more(computation: Computation) -> Walks | None:
    """Return what a computation was made from, if it makes others without a walk."""
    backing = computation._backing  # noqa: SLF001 - what was put there above
    return backing.prepared if isinstance(backing, Later) else None


def standing_on(computation: Computation, backing: Backing) -> Computation:
    """Return a computation that runs, with something else behind it.

    What stands behind it gives all but its ends, as `whole`.
    """
    return with_ends(computation.due, computation.nominal, backing)
