"""Values of the measures, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import Any

from caseload_samples import a_case, done, held, stayed, trial
from legalcase.authority import Authority
from legalcase.dates import DateRange
from legalcase.measures import (
    DueAndDone,
    Excluded,
    Figure,
    WeighedFiling,
    caseload_report,
    days_of,
    overload,
    time_standard,
    weighted_caseload,
)

QUARTER = DateRange(date(2026, 7, 1), date(2026, 10, 1))


def measure_samples() -> dict[str, Any]:
    """A value of each class, of a few cases in a quarter."""
    july = date(2026, 7, 6)
    cases = [
        a_case(
            "tried",
            date(2025, 7, 6),
            trial("trial", date(2025, 9, 1), july),
            held("trial", july),
            done(date(2026, 8, 3)),
        ),
        a_case("waits", july),
        a_case("asleep", july, stayed(date(2026, 8, 3))),
    ]
    standard = time_standard("us/model/civil/general-civil")
    report = caseload_report(cases, during=QUARTER, standard=standard, by="court")
    by_name = {type(one).__name__: one for one in report}
    clearing, timing = by_name["Clearance"], by_name["TimeToDisposition"]
    aging, trials = by_name["PendingAge"], by_name["TrialCertainty"]
    complying, reconciling = by_name["DeadlineCompliance"], by_name["Reconciliation"]
    values: tuple[Any, ...] = (
        report,
        *report,
        clearing.groups[0],
        clearing.flow,  # type: ignore[attr-defined]  # it is a Clearance
        timing.times[0],  # type: ignore[attr-defined]  # it is a TimeToDisposition
        timing.tiers[0],  # type: ignore[attr-defined]  # as above
        aging.ages[0],  # type: ignore[attr-defined]  # it is a PendingAge
        aging.bands[0],  # type: ignore[attr-defined]  # as above
        trials.spread,  # type: ignore[attr-defined]  # it is a TrialCertainty
        complying.counts,  # type: ignore[attr-defined]  # it is a DeadlineCompliance
        reconciling.end,  # type: ignore[attr-defined]  # it is a Reconciliation
        overload(cases, during=QUARTER, limit_months=12),
        weighted_caseload(cases, during=QUARTER, weights={"civil": 1.5}),
        Figure(value=1, definition="The whole.", authority=Authority(cite="ours")),
        DueAndDone(due=july, name="tried/answer", group="civil"),
        Excluded(unit_id="asleep", why="on inactive status"),
        WeighedFiling(weight=1.5),
        days_of(july, date(2026, 8, 3)),
        standard,
    )
    return {f"measure {type(one).__name__}": one for one in values}


#: An answer is given anew when asked; none of them is stored.
NOT_STORED = {
    f"{type(value).__module__}.{type(value).__qualname__}": (
        "an answer, given anew when asked, or a table of the package"
    )
    for value in measure_samples().values()
}
