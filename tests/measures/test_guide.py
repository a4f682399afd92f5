"""The examples of the State Court Guide, as cases: its counts come out of their logs.

State Court Guide to Statistical Reporting, Example: Domestic Relations Caseload
Summary, nos. 1 to 4, as ncscstatsguide.org prints it; the numbers are those of the same
cases in `worked.json`.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from caseload_samples import a_case, again, back, done, held, stayed, trial
from legalcase.dates import DateRange
from legalcase.measures import (
    age_of_pending,
    backlog,
    clearance,
    reconciliation,
    time_to_disposition,
    trial_date_certainty,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Event
    from legalcase.model import Case

Q3 = DateRange(date(2026, 7, 1), date(2026, 10, 1))
BEFORE, JULY, AUGUST = date(2026, 3, 2), date(2026, 7, 6), date(2026, 8, 3)
SEPTEMBER = date(2026, 9, 7)
WORKED = {
    case["id"]: case
    for case in json.loads(
        (Path(__file__).parent / "worked.json").read_text(encoding="utf-8")
    )["cases"]
}


def several(name: str, count: int, filed: date, *events: Event) -> list[Case]:
    """So many cases to which the same happened."""
    return [a_case(f"{name}-{n}", filed, *events) for n in range(count)]


def custody() -> list[Case]:
    """Five were inactive and are reactivated, fifty are filed, thirty-five end."""
    return [
        *several("asleep", 5, BEFORE, stayed(BEFORE), back(JULY)),
        *several("ended", 35, JULY, done(AUGUST)),
        *several("waits", 15, JULY),
    ]


def support() -> list[Case]:
    """A hundred are filed; seventy-five end, and twenty-five wait for a bankruptcy."""
    return [
        *several("ended", 75, JULY, done(AUGUST)),
        *several("asleep", 25, JULY, stayed(AUGUST)),
    ]


def adoption() -> list[Case]:
    """Sixty are filed, placed on inactive status, reactivated and disposed of."""
    return several("all", 60, JULY, stayed(JULY), back(AUGUST), done(SEPTEMBER))


@pytest.mark.parametrize(
    ("made", "flow", "rate"),
    [
        (custody, "guide-dr-1-custody", "guide-dr-1-clearance"),
        (support, "guide-dr-3-support", "guide-dr-3-clearance"),
        (adoption, "guide-dr-4-adoption", "guide-dr-4-clearance"),
    ],
)
def test_the_summary_of_the_guide_comes_out(
    made: Callable[[], list[Case]], flow: str, rate: str
) -> None:
    """Begin, what came and went, and end, active and inactive; and the rate."""
    cases = made()
    said, expected = WORKED[flow]["inputs"], WORKED[flow]["expected"]
    found = reconciliation(cases, during=Q3)
    assert found.is_reconciled
    assert {
        "begin_pending_active": found.begin.active,
        "begin_pending_inactive": found.begin.inactive,
        "new_filings": found.flow.new_filings,
        "reopened": found.flow.reopened,
        "reactivated": found.flow.reactivated,
        "entry_of_judgment": found.flow.entries_of_judgment,
        "reopened_dispositions": found.flow.reopened_dispositions,
        "placed_inactive": found.flow.placed_inactive,
    } == said
    assert (found.end.active, found.end.inactive) == (
        expected["end_pending_active"],
        expected["end_pending_inactive"],
    )
    assert clearance(cases, during=Q3).value == pytest.approx(
        WORKED[rate]["expected"]["clearance_rate_pct"], abs=0.001
    )


def test_a_motion_after_judgment_is_a_reopened_case() -> None:
    """Eighty end; in forty a motion to amend follows, and is decided (example 2).

    The Guide counts the reopened ones under visitation: as which sort, is the caller's.
    """
    cases = [
        *several("plain", 40, BEFORE, done(JULY)),
        *several("amended", 40, BEFORE, done(JULY), again(AUGUST), done(SEPTEMBER)),
    ]
    found = reconciliation(cases, during=Q3)
    assert (found.begin.active, found.end.active) == (80, 0)
    assert found.flow.entries_of_judgment == 80
    assert (found.flow.reopened, found.flow.reopened_dispositions) == (40, 40)
    july = DateRange(date(2026, 7, 1), date(2026, 8, 1))
    assert clearance(cases, during=july).value is None
    timed = time_to_disposition(cases, during=Q3)
    assert (len(timed.times), len(timed.reopened)) == (80, 40)


def day(text: str) -> date:
    """A day of the data."""
    return date.fromisoformat(text)


def spelt(name: str, said: dict[str, Any]) -> Case:
    """A case with its times on inactive status."""
    events: list[Event] = []
    for begun, ended in said["inactive"]:
        events += [stayed(day(begun)), back(day(ended))]
    if "disposed" in said:
        events.append(done(day(said["disposed"])))
    return a_case(name, day(said["filed"]), *events)


def test_the_worked_days_come_out_of_logs() -> None:
    """Time to disposition, and the age of what is pending with its backlog."""
    said = WORKED["ttd-inactive"]
    period = DateRange(date(2025, 1, 1), date(2025, 2, 1))
    (time,) = time_to_disposition([spelt("one", said["inputs"])], during=period).times
    assert {
        "gross_days": time.gross,
        "inactive_days": time.inactive,
        "active_days": time.active,
    } == said["expected"]
    said = WORKED["age-pending"]
    cases = [spelt(one["id"], one) for one in said["inputs"]["cases"]]
    as_of = day(said["inputs"]["as_of"])
    found = age_of_pending(cases, as_of=as_of)
    assert {one.unit_id: one.days for one in found.ages} == (
        said["expected"]["active_age_days"]
    )
    assert [one.count for one in found.bands] == said["expected"]["band_counts"]
    assert [one.cumulative_percent for one in found.bands] == (
        said["expected"]["cumulative_pct"]
    )
    assert backlog(cases, as_of=as_of, standard=365).value == 20


def test_the_worked_settings_come_out_of_logs() -> None:
    """So many settings of a trial in each of ten cases."""
    said = WORKED["tdc-1"]
    cases = []
    for number, count in enumerate(said["inputs"]["trial_settings_per_case"]):
        settings = [
            trial(f"t{nth}", BEFORE, JULY if nth else AUGUST) for nth in range(count)
        ]
        cases.append(
            a_case(f"c{number}", BEFORE, *settings, held("t0", AUGUST), done(AUGUST))
        )
    found = trial_date_certainty(cases, during=Q3)
    expected = said["expected"]
    assert (found.value, found.spread.within_two_percent) == (
        expected["first_setting_pct"],
        expected["within_two_pct"],
    )
    assert (found.spread.mean, found.spread.median) == (
        expected["mean_settings"],
        expected["median_settings"],
    )
    assert {str(n): count for n, count in found.spread.distribution} == (
        expected["distribution"]
    )
