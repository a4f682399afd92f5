"""time_to_disposition: how long the cases took that were disposed of in a period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import COURTOOLS_3
from legalcase.measures.figures.figure import Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.ages import AGE_BANDS, age_bands
from legalcase.measures.formulas.spread import quantile
from legalcase.measures.formulas.tiers import TierMet, tiers_met
from legalcase.measures.standards.standard import TimeStandard, as_standard
from legalcase.measures.units.counting import units_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["CaseTime", "TimeToDisposition", "time_to_disposition"]

_QUARTERS: Final = (50, 75, 90)


@frozen(kw_only=True)
class CaseTime(PlainData):
    """How long one took: from its filing, or reopening, to its disposition."""

    unit_id: str
    begun_on: date
    disposed_on: date
    gross: int
    inactive: int
    active: int


@frozen(kw_only=True, repr=False)
class TimeToDisposition(Figure):
    """How long cases took from their filing to the entry of judgment, in active days.

    `times` are those of the population, `reopened` those of reopened cases, from the
    reopening on: they are apart, and in none of the numbers. `tiers` are those of the
    standard. `value` is the percentage within its last tier; without a standard, the
    median of active days. `method` names how `median`, `p75` and `p90` were taken.
    """

    TITLE: ClassVar[str] = "Time to disposition"

    times: tuple[CaseTime, ...] = ()
    reopened: tuple[CaseTime, ...] = ()
    standard: TimeStandard | None = None
    tiers: tuple[TierMet, ...] = ()
    method: str = "linear"
    median: float | None = None
    p75: float | None = None
    p90: float | None = None

    @property
    def measured_in(self) -> str:
        """In what the value is: percent of a standard, or else days."""
        return "days" if self.standard is None else "percent"

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the tiers of the standard, then where the days lie."""
        yield "disposed of", len(self.times)
        for tier in self.tiers:
            yield f"within {tier.days} days (percent)", tier.within_percent
            yield "- asked for (percent)", tier.percent
        for name, days in (
            ("median", self.median),
            ("75th percentile", self.p75),
            ("90th percentile", self.p90),
        ):
            yield f"{name} of active days, {self.method}", days
        yield "days on inactive status, together", sum(t.inactive for t in self.times)
        yield "reopened, and disposed of again (apart)", len(self.reopened)

    def bars(self) -> tuple[str, tuple[tuple[str, float], ...]] | None:
        """Return the cases by their active days, in bands."""
        if not self.times:
            return None
        bands = age_bands([one.active for one in self.times], AGE_BANDS)
        return "Cases by active days", tuple((one.name, one.count) for one in bands)


def _times(units: Units, during: DateRange) -> tuple[list[CaseTime], list[CaseTime]]:
    first: list[CaseTime] = []
    again: list[CaseTime] = []
    for unit in units:
        for one in unit.timeline.episodes():
            if one.disposed_on is None or one.disposed_on not in during:
                continue
            days = unit.timeline.days(one.begun_on, one.disposed_on)
            found = CaseTime(
                unit_id=unit.unit_id,
                begun_on=one.begun_on,
                disposed_on=one.disposed_on,
                gross=days.gross,
                inactive=days.inactive,
                active=days.active,
            )
            (first if one.is_first else again).append(found)
    return first, again


def _time_to_disposition(
    units: Units, during: DateRange, standard: TimeStandard | None, method: str
) -> TimeToDisposition:
    times, again = _times(units, during)
    days = [one.active for one in times]
    tiers = () if standard is None else tiers_met(days, standard.tiers)
    median, p75, p90 = (quantile(days, part, method=method) for part in _QUARTERS)
    last = tiers[-1] if tiers else None
    return TimeToDisposition(
        value=median if last is None else last.within_percent,
        numerator=None if last is None else last.within,
        denominator=None if last is None else len(times),
        population=tuple(one.unit_id for one in times),
        exclusions=set_aside(units),
        during=during,
        counted=units.rule,
        times=tuple(times),
        reopened=tuple(again),
        standard=standard,
        tiers=tiers,
        method=method,
        median=median,
        p75=p75,
        p90=p90,
        definition="Days from filing to the original entry of judgment, less those on "
        "inactive status; within a number of days is in that number or fewer.",
        authority=COURTOOLS_3,
    )


def time_to_disposition(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    standard: TimeStandard | str | None = None,
    method: str = "linear",
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> TimeToDisposition:
    """Return how long the cases took that were disposed of (CourTools, Measure 3).

    `standard` is one of `time_standards()`, or its id; pass the cases that are of its
    sort. `method` is one of `QUANTILE_METHODS`. The rest is as in `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    known = None if standard is None else as_standard(standard)
    return by_groups(
        _time_to_disposition(units, days, known, method),
        units,
        by,
        days.last,
        smallest,
        lambda part: _time_to_disposition(part, days, known, method),
    )
