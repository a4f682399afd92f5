"""overload and disposition_time: what waits, beside the pace at which cases end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.dates import add_months
from legalcase.errors import InvalidValueError
from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import CEPEJ_SATURN, NSW_OVERLOAD
from legalcase.measures.figures.figure import Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.rates import disposition_days, overload_of
from legalcase.measures.units.counting import units_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["DispositionTime", "Overload", "disposition_time", "overload"]

_PENDING: Final = ("active", "inactive")
_ENDED: Final = ("entry-of-judgment", "reopened-disposition")
_MOST_MONTHS: Final = 120


@frozen(kw_only=True, repr=False)
class Overload(Figure):
    """How many cases wait beyond what is finished in the time a case should take.

    Below zero there is room. `pending` is at the end of the period, `finished` in it,
    over so many `months`; `limit_months` is the longest average time.
    """

    TITLE: ClassVar[str] = "Overload"
    MEASURED_IN: ClassVar[str] = "cases"
    COUNTED_ELSEWHERE: ClassVar[tuple[str, ...]] = ("numerator",)

    pending: int
    finished: int
    months: int
    limit_months: float

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the overload, and of what it is made."""
        yield "overload (cases)", self.value
        yield "pending at the end", self.pending
        yield "finished in the period", self.finished
        yield "months of the period", self.months
        yield "longest average time (months)", self.limit_months


@frozen(kw_only=True, repr=False)
class DispositionTime(Figure):
    """How many days the pending cases would take at the pace of the period."""

    TITLE: ClassVar[str] = "Disposition time (CEPEJ)"
    MEASURED_IN: ClassVar[str] = "days"
    COUNTED_ELSEWHERE: ClassVar[tuple[str, ...]] = ("numerator", "denominator")

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the days, what waits and what was resolved."""
        yield "disposition time (days)", self.value
        yield "pending at the end", self.numerator
        yield "resolved in the period", self.denominator


def _waiting_and_done(
    units: Units, during: DateRange
) -> tuple[int, int, tuple[str, ...]]:
    """Return how many wait at the end, how many ended, and of which units."""
    waiting = done = 0
    found = []
    for unit in units:
        waits = unit.timeline.status_before(during.stop) in _PENDING
        flows = unit.timeline.flows_in(during.start, during.stop)
        ended = sum(flow.count in _ENDED for flow in flows)
        waiting += waits
        done += ended
        if waits or ended:
            found.append(unit.unit_id)
    return waiting, done, tuple(found)


def _months(during: DateRange) -> int:
    for number in range(1, _MOST_MONTHS + 1):
        if add_months(during.start, number) == during.stop:
            return number
    msg = (
        f"The days from {during.start} to {during.last} are no whole months, and an "
        "average of a month needs these. Pass the first day of a month, and the last."
    )
    raise InvalidValueError(msg, field="during", value=None)


def _overload(units: Units, during: DateRange, limit: float, months: int) -> Overload:
    waiting, done, population = _waiting_and_done(units, during)
    return Overload(
        value=overload_of(pending=waiting, per_month=done / months, months=limit),
        numerator=waiting,
        population=population,
        exclusions=set_aside(units),
        during=during,
        counted=units.rule,
        pending=waiting,
        finished=done,
        months=months,
        limit_months=limit,
        definition="Pending cases, less the longest average time in months times the "
        "cases finished in an average month. Inactive cases are pending here.",
        authority=NSW_OVERLOAD,
    )


def overload(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    limit_months: float,
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> Overload:
    """Return how many cases wait beyond what can be finished in time (NSW, 2000).

    `during` is of whole months, else `InvalidValueError` is raised. `limit_months` is
    the longest that a case should take on average. The rest is as in `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    months = _months(days)
    return by_groups(
        _overload(units, days, limit_months, months),
        units,
        by,
        days.last,
        smallest,
        lambda part: _overload(part, days, limit_months, months),
    )


def _disposition_time(units: Units, during: DateRange) -> DispositionTime:
    waiting, done, population = _waiting_and_done(units, during)
    return DispositionTime(
        value=disposition_days(resolved=done, pending=waiting, days=during.days),
        numerator=waiting,
        denominator=done,
        population=population,
        exclusions=set_aside(units),
        during=during,
        counted=units.rule,
        definition="Days of the period, divided by the ratio of resolved cases to "
        "those unresolved at its end. Inactive cases are unresolved.",
        authority=CEPEJ_SATURN,
    )


def disposition_time(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "case",
) -> DispositionTime:
    """Return how long the pending cases would take at the pace of a period (CEPEJ).

    What counts as one is a case: the CEPEJ counts no defendants. The rest is as in
    `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    return by_groups(
        _disposition_time(units, days),
        units,
        by,
        days.last,
        smallest,
        lambda part: _disposition_time(part, days),
    )
