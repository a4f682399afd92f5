"""reconciliation: whether what is pending follows from what came in and went out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.errors import InvalidTypeError
from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import GUIDE_STATUS
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.pending import FlowCount, PendingCount
from legalcase.measures.questions.clearing import flow_in
from legalcase.measures.units.counting import units_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Unit, Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Reconciliation", "reconciliation"]

_OTHERWISE: Final = "counted by its days, otherwise than line by line"
_NEVER_FILED: Final = "has no number of a court: nowhere counted"
_WITH_A_COURT: Final = frozenset({"active", "inactive", "disposed"})


@frozen(kw_only=True, repr=False)
class Reconciliation(Figure):
    """What was pending at the beginning and the end, and what happened in between.

    `value` is how many cases too many or too few there are at the end: 0 where it
    reconciles. `reported` is what somebody said was pending at the beginning.
    """

    TITLE: ClassVar[str] = "Reconciliation of what is pending"
    MEASURED_IN: ClassVar[str] = "cases"
    COUNTED_ELSEWHERE: ClassVar[tuple[str, ...]] = ("numerator",)
    HEADS: ClassVar[tuple[str, str]] = ("does not reconcile", "active at the end")

    begin: PendingCount
    flow: FlowCount
    end: PendingCount
    reported: PendingCount | None = None

    @property
    def expected(self) -> tuple[int, int]:
        """What has to be pending at the end, active and inactive.

        That is the beginning, and what came and went. Below zero, where more went than
        was reported.
        """
        return _expected(self.reported or self.begin, self.flow)

    @property
    def is_reconciled(self) -> bool:
        """Whether it is what was found."""
        return self.expected == (self.end.active, self.end.inactive)

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the rows of the caseload summary, active and inactive."""
        began = self.reported or self.begin
        yield "begin pending, active", began.active
        yield "+ new filings", self.flow.new_filings
        yield "+ reopened", self.flow.reopened
        yield "+ reactivated", self.flow.reactivated
        yield "- entries of judgment", self.flow.entries_of_judgment
        yield "- reopened dispositions", self.flow.reopened_dispositions
        yield "- placed inactive", self.flow.placed_inactive
        yield "end pending, active", self.end.active
        yield "begin pending, inactive", began.inactive
        yield "+ placed inactive, as above", self.flow.placed_inactive
        yield "- reactivated, as above", self.flow.reactivated
        yield "end pending, inactive", self.end.inactive
        yield "does not reconcile (cases)", self.value


def _expected(began: PendingCount, flow: FlowCount) -> tuple[int, int]:
    return (
        began.active + flow.incoming - flow.outgoing,
        began.inactive + flow.placed_inactive - flow.reactivated,
    )


def _pending(statuses: Iterator[str]) -> PendingCount:
    found = Counter(statuses)
    return PendingCount(active=found["active"], inactive=found["inactive"])


def _otherwise(units: Iterable[Unit], during: DateRange) -> Iterator[Excluded]:
    """Give the cases of which the log counts something else in the period.

    A line that was recorded late, of an earlier day; and a case that was reopened while
    a stay held, which comes in and is inactive at once.
    """
    for unit in units:
        if unit.party_id is not None:
            continue
        by_line = Counter(
            (change.on, change.count)
            for change in unit.case.caseload.counted()
            if not change.of and change.on in during
        )
        flows = unit.timeline.flows_in(during.start, during.stop)
        if by_line != Counter((flow.day, flow.count) for flow in flows):
            yield Excluded(unit_id=unit.unit_id, why=_OTHERWISE)


def _never_filed(units: Units, during: DateRange) -> Iterator[Excluded]:
    """Give what was opened by then and never filed: it came in nowhere."""
    for unit in units:
        is_there = unit.case.caseload.opened_on < during.stop
        if is_there and all(
            status not in _WITH_A_COURT for _, status in unit.timeline.spans
        ):
            yield Excluded(unit_id=unit.unit_id, why=_NEVER_FILED)


def _reconciliation(
    units: Units, during: DateRange, reported: PendingCount | None
) -> Reconciliation:
    begin = _pending(one.timeline.status_before(during.start) for one in units)
    end = _pending(one.timeline.status_before(during.stop) for one in units)
    flow, moved = flow_in(units, during)
    active, inactive = _expected(reported or begin, flow)
    seen = set(moved)
    population = [
        one.unit_id
        for one in units
        if one.unit_id in seen
        or one.timeline.status_before(during.start) in ("active", "inactive")
    ]
    return Reconciliation(
        value=abs(active - end.active) + abs(inactive - end.inactive),
        numerator=end.active,
        population=tuple(population),
        exclusions=(
            *set_aside(units),
            *_otherwise(units, during),
            *_never_filed(units, during),
        ),
        during=during,
        counted=units.rule,
        begin=begin,
        flow=flow,
        end=end,
        reported=reported,
        definition="Pending at the end is what was pending at the beginning and came "
        "in, less what went out; active and inactive cases each by themselves.",
        authority=GUIDE_STATUS,
    )


def reconciliation(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    reported: PendingCount | None = None,
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> Reconciliation:
    """Return whether what is pending at the end follows from the rest of the summary.

    What is pending is looked up on the two days, what came and went is counted in
    between: of the same cases the two agree. `reported` is what a former report said
    was pending at the beginning: where it differs, a case was recorded late, or
    corrected, or is missing here; groups are by what was found. The rest is as in
    `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    given: object = reported
    if given is not None and not isinstance(given, PendingCount):
        msg = (
            f"reported needs a PendingCount, not {type(given).__name__}. Pass "
            "PendingCount(active=65, inactive=4)."
        )
        raise InvalidTypeError(msg, field="reported", value=None)
    return by_groups(
        _reconciliation(units, days, reported),
        units,
        by,
        days.last,
        smallest,
        lambda part: _reconciliation(part, days, None),
    )
