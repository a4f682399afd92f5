"""clearance: whether as many cases went out as came in."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import COURTOOLS_2
from legalcase.measures.figures.figure import Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.pending import FlowCount
from legalcase.measures.formulas.rates import clearance_rate
from legalcase.measures.units.counting import units_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["FLOWS", "Clearance", "clearance", "flow_in"]

#: The words of the court's counts, and where each is counted.
FLOWS: Final = MappingProxyType(
    {
        "new-filing": "new_filings",
        "reopened": "reopened",
        "reactivated": "reactivated",
        "entry-of-judgment": "entries_of_judgment",
        "reopened-disposition": "reopened_dispositions",
        "placed-on-inactive-status": "placed_inactive",
    }
)


@frozen(kw_only=True, repr=False)
class Clearance(Figure):
    """How many cases went out for each hundred that came in, and how each did."""

    TITLE: ClassVar[str] = "Clearance rate"
    COUNTED_ELSEWHERE: ClassVar[tuple[str, ...]] = ("numerator",)

    flow: FlowCount

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the rate, what came in and what went out, and of what that is made."""
        yield "clearance rate (percent)", self.value
        yield "incoming", self.flow.incoming
        for name in ("new_filings", "reopened", "reactivated"):
            yield f"- {name.replace('_', ' ')}", getattr(self.flow, name)
        yield "outgoing", self.flow.outgoing
        for name in ("entries_of_judgment", "reopened_dispositions", "placed_inactive"):
            yield f"- {name.replace('_', ' ')}", getattr(self.flow, name)


def flow_in(units: Units, during: DateRange) -> tuple[FlowCount, tuple[str, ...]]:
    """Return what was counted in a period, and the ids of what it was counted of."""
    counts: Counter[str] = Counter()
    found = []
    for unit in units:
        words = [one.count for one in unit.timeline.flows_in(during.start, during.stop)]
        if words:
            counts.update(words)
            found.append(unit.unit_id)
    flow = FlowCount(**{name: counts[word] for word, name in FLOWS.items()})
    return flow, tuple(found)


def _clearance(units: Units, during: DateRange) -> Clearance:
    flow, population = flow_in(units, during)
    return Clearance(
        value=clearance_rate(incoming=flow.incoming, outgoing=flow.outgoing),
        numerator=flow.outgoing,
        denominator=flow.incoming,
        population=population,
        exclusions=set_aside(units),
        during=during,
        counted=units.rule,
        flow=flow,
        definition="Outgoing cases in percent of incoming ones; what is reopened or "
        "reactivated comes in, what is placed on inactive status goes out.",
        authority=COURTOOLS_2,
    )


def clearance(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> Clearance:
    """Return whether as many cases went out as came in (CourTools, Measure 2).

    `during` is a `DateRange`, or a first and a last day, both included. `by` splits:
    ``"court"``, ``"judge"``, ``"category"``, a mapping from case ids to groups, or a
    function of a case; groups of fewer than `smallest` are withheld. `unit` is one of
    `UNITS`. Raises `InvalidTypeError` or `InvalidValueError` for what is none of these.
    """
    units, days = units_of(cases, unit), period_of(during)
    return by_groups(
        _clearance(units, days),
        units,
        by,
        days.last,
        smallest,
        lambda part: _clearance(part, days),
    )
