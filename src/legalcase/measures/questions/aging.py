"""age_of_pending and backlog: how old active cases are, and how many too old."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.dates import as_date
from legalcase.measures.asked import by_groups, set_aside
from legalcase.measures.authorities import COURTOOLS_4, TCPS_BACKLOG
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.ages import AGE_BANDS, AgeBand, age_bands
from legalcase.measures.formulas.rates import percent, whole
from legalcase.measures.formulas.spread import quantile
from legalcase.measures.standards.standard import TimeStandard, as_standard
from legalcase.measures.units.counting import units_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.measures.units.counting import Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Backlog", "CaseAge", "PendingAge", "age_of_pending", "backlog"]

_MEDIAN: Final = 50
_INACTIVE: Final = "on inactive status on that day"


@frozen(kw_only=True)
class CaseAge(PlainData):
    """How old an active pending case is, without its days on inactive status."""

    unit_id: str
    since: date
    days: int


@frozen(kw_only=True, repr=False)
class PendingAge(Figure):
    """How old the active pending cases are: each, and in bands of days.

    `value` is the median. A reopened case is as old as its reopening.
    """

    TITLE: ClassVar[str] = "Age of active pending cases"
    MEASURED_IN: ClassVar[str] = "days"

    ages: tuple[CaseAge, ...] = ()
    bands: tuple[AgeBand, ...] = ()
    method: str = "linear"

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give how many there are, the median, and the bands."""
        yield "active and pending", len(self.ages)
        yield f"median of days, {self.method}", self.value
        for band in self.bands:
            yield band.name, band.count
            yield "- these and the younger (percent)", band.cumulative_percent

    def bars(self) -> tuple[str, tuple[tuple[str, float], ...]] | None:
        """Return the cases by their age, in bands."""
        if not self.ages:
            return None
        return "Cases by age", tuple((one.name, one.count) for one in self.bands)


@frozen(kw_only=True, repr=False)
class Backlog(Figure):
    """How many of the active pending cases are older than a standard allows.

    `older` are those, the oldest first.
    """

    TITLE: ClassVar[str] = "Backlog"

    standard_days: int
    standard: TimeStandard | None = None
    older: tuple[CaseAge, ...] = ()

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the percentage, and how many of how many."""
        yield "backlog (percent)", self.value
        yield f"older than {self.standard_days} days", self.numerator
        yield "active and pending", self.denominator


def _ages(units: Units, day: date) -> tuple[list[CaseAge], tuple[Excluded, ...]]:
    """Return the ages at the end of a day, and what is pending without being active."""
    found, inactive = [], []
    for unit in units:
        status = unit.timeline.status_on(day)
        if status == "inactive":
            inactive.append(Excluded(unit_id=unit.unit_id, why=_INACTIVE))
        episode = unit.timeline.episode_on(day) if status == "active" else None
        if episode is not None:
            days = unit.timeline.days(episode.begun_on, day)
            found.append(
                CaseAge(unit_id=unit.unit_id, since=episode.begun_on, days=days.active)
            )
    return found, (*inactive, *set_aside(units))


def _age_of_pending(
    units: Units,
    day: date,
    bands: Sequence[tuple[int, int | None]],
    method: str,
) -> PendingAge:
    ages, exclusions = _ages(units, day)
    days = [one.days for one in ages]
    return PendingAge(
        value=quantile(days, _MEDIAN, method=method),
        population=tuple(one.unit_id for one in ages),
        exclusions=exclusions,
        as_of=day,
        counted=units.rule,
        ages=tuple(ages),
        bands=age_bands(days, bands),
        method=method,
        definition="Days from filing to the day of measurement, of active cases "
        "alone, less their days on inactive status.",
        authority=COURTOOLS_4,
    )


def age_of_pending(
    cases: Iterable[Case | CaseFile],
    *,
    as_of: date,
    bands: Sequence[tuple[int, int | None]] = AGE_BANDS,
    method: str = "linear",
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> PendingAge:
    """Return how old the active pending cases are at the end of a day (CourTools 4).

    `bands` are first and last days, both included; the last has no end. `method` is
    one of `QUANTILE_METHODS`. The rest is as in `clearance`.
    """
    units, day = units_of(cases, unit), as_date(as_of, "as_of")
    return by_groups(
        _age_of_pending(units, day, bands, method),
        units,
        by,
        day,
        smallest,
        lambda part: _age_of_pending(part, day, bands, method),
    )


def _backlog(
    units: Units, day: date, limit: int, standard: TimeStandard | None
) -> Backlog:
    ages, exclusions = _ages(units, day)
    older = sorted(
        (one for one in ages if one.days > limit),
        key=lambda one: (-one.days, one.unit_id),
    )
    return Backlog(
        value=percent(len(older), len(ages)),
        numerator=len(older),
        denominator=len(ages),
        population=tuple(one.unit_id for one in ages),
        exclusions=exclusions,
        as_of=day,
        counted=units.rule,
        standard_days=limit,
        standard=standard,
        older=tuple(older),
        definition="The percentage of pending cases that exceed the time standard: "
        "older, not as old. Inactive cases and days are left out, as by CourTools 4.",
        authority=TCPS_BACKLOG,
    )


def backlog(
    cases: Iterable[Case | CaseFile],
    *,
    as_of: date,
    standard: TimeStandard | str | int,
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> Backlog:
    """Return which active pending cases are older than a standard (TCPS 2.1.3).

    `standard` is one of `time_standards()`, its id, or a number of days; of one with
    tiers, the last counts. The rest is as in `clearance`.
    """
    units, day = units_of(cases, unit), as_date(as_of, "as_of")
    known = None if isinstance(standard, int) else as_standard(standard)
    limit = known.days if known is not None else whole(standard, "standard")
    return by_groups(
        _backlog(units, day, limit, known),
        units,
        by,
        day,
        smallest,
        lambda part: _backlog(part, day, limit, known),
    )
