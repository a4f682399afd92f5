"""The published and worked numbers come out, each by the function that a user calls."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.measures import (
    DueAndDone,
    FlowCount,
    PendingCount,
    WeighedFiling,
    age_bands,
    backlog_rate,
    clearance_rate,
    days_of,
    disposition_days,
    due_count,
    overload_of,
    prevailing_disposition,
    settings_spread,
    tiers_met,
    weighted_filings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = json.loads((Path(__file__).parent / "worked.json").read_text(encoding="utf-8"))
CASES = DATA["cases"]
#: What the data calls the counts, and what they are called here.
FLOWS = {
    "new_filings": "new_filings",
    "reopened": "reopened",
    "reactivated": "reactivated",
    "entry_of_judgment": "entries_of_judgment",
    "reopened_dispositions": "reopened_dispositions",
    "placed_inactive": "placed_inactive",
}


def flow(said: dict[str, int]) -> FlowCount:
    """The counts of a case, by our names."""
    return FlowCount(**{FLOWS[name]: said[name] for name in said if name in FLOWS})


def clearing(said: dict[str, Any]) -> dict[str, Any]:
    """A rate of counts, or of their sums."""
    came = said.get("incoming", {})
    if isinstance(came, int):
        rate = clearance_rate(incoming=came, outgoing=said["resolved"])
    elif "dispositions" in said:
        rate = clearance_rate(
            incoming=said["new_filings"], outgoing=said["dispositions"]
        )
    else:
        counts = flow({**came, **said["outgoing"]})
        rate = clearance_rate(incoming=counts.incoming, outgoing=counts.outgoing)
    return {"clearance_rate_pct": rate}


def flowing(said: dict[str, Any]) -> dict[str, Any]:
    """What is pending at the end; of several types, of each."""
    if all(isinstance(each, dict) for each in said.values()):
        return {
            name: {"end_pending_active": flowing(each)["end_pending_active"]}
            for name, each in said.items()
        }
    begin = PendingCount(
        active=said.get("begin_pending_active", 0),
        inactive=said.get("begin_pending_inactive", 0),
    )
    end = begin.after(flow(said))
    return {"end_pending_active": end.active, "end_pending_inactive": end.inactive}


def pending(said: dict[str, Any]) -> dict[str, Any]:
    """The summary of an appellate court, which has no inactive cases."""
    moved = FlowCount(new_filings=said["filed"], entries_of_judgment=said["resolved"])
    return {
        "end_pending": PendingCount(active=said["begin_pending"]).after(moved).active
    }


def disposition(said: dict[str, Any]) -> dict[str, Any]:
    """Days at the pace of a period."""
    days = disposition_days(
        resolved=said["resolved"],
        pending=said["pending_at_end"],
        days=said["days_in_period"],
    )
    return {"disposition_time_days": days}


#: The words of the data, and those of the vocabulary.
MANNERS = {"dismissed-want-of-prosecution": "dismissal-for-want-of-prosecution"}


def prevailing(said: dict[str, Any]) -> dict[str, Any]:
    """Which manner is counted."""
    words = [each.replace("_", "-") for each in said["events"]]
    found = prevailing_disposition([MANNERS.get(word, word) for word in words])
    return {"manner_of_disposition": (found or "").replace("-", "_")}


def backlogged(said: dict[str, Any]) -> dict[str, Any]:
    """How many are older than the standard."""
    ages, limit = said["ages_days"], said["time_standard_days"]
    rate = backlog_rate(ages, standard_days=limit)
    assert rate is not None
    return {
        "pending": len(ages),
        "backlog_count": round(rate * len(ages) / 100),
        "backlog_pct": rate,
    }


def overloaded(said: dict[str, Any]) -> dict[str, Any]:
    """What waits beyond what can be finished."""
    return {
        "overload": overload_of(
            pending=said["pending_total"],
            per_month=said["avg_finalisations_per_month"],
            months=said["max_average_time_months"],
        )
    }


def day(text: str) -> date:
    """A day of the data."""
    return date.fromisoformat(text)


def timed(said: dict[str, Any]) -> dict[str, Any]:
    """The days of one case, or the tiers of several."""
    if "tiers" in said:
        asked = [(each["pct"], each["days"]) for each in said["tiers"]]
        found = tiers_met(said["active_days"], asked)
        return {
            "within_pct": {str(one.days): one.within_percent for one in found},
            "met": {str(one.days): one.met for one in found},
        }
    spells = [(day(one), day(two)) for one, two in said["inactive"]]
    days = days_of(day(said["filed"]), day(said["disposed"]), spells)
    return {f"{name}_days": value for name, value in days.to_dict().items()}


def aged(said: dict[str, Any]) -> dict[str, Any]:
    """Ages, and their bands."""
    until = day(said["as_of"])
    ages = {
        one["id"]: days_of(
            day(one["filed"]), until, [(day(a), day(b)) for a, b in one["inactive"]]
        ).active
        for one in said["cases"]
    }
    bands = age_bands(ages.values(), [(a, b) for a, b in said["bands"]])
    return {
        "active_age_days": ages,
        "band_counts": [one.count for one in bands],
        "cumulative_pct": [one.cumulative_percent for one in bands],
    }


def certain(said: dict[str, Any]) -> dict[str, Any]:
    """How often trials were set."""
    found = settings_spread(said["trial_settings_per_case"])
    return {
        "n": found.cases,
        "first_setting_pct": found.first_percent,
        "within_two_pct": found.within_two_percent,
        "mean_settings": found.mean,
        "median_settings": found.median,
        "distribution": {str(one): count for one, count in found.distribution},
    }


ORIGINS = {"interdistrict_transfer": "transfer", "mdl_transfer": "mdl-transfer"}


def weighed(said: dict[str, Any]) -> dict[str, Any]:
    """What filings weigh."""
    if "criminal_case" in said:
        one = WeighedFiling(**said["criminal_case"])
        return {"weighted_filings": weighted_filings([one])}
    if "weights" in said:
        per_type = {
            name: weighted_filings(
                [WeighedFiling(weight=said["weights"][name])] * count
            )
            for name, count in said["filings"].items()
        }
        return {"per_type": per_type, "total": sum(per_type.values())}
    filings = [
        WeighedFiling(
            weight=one["weight"], origin=ORIGINS.get(one["origin"], one["origin"])
        )
        for one in said["filings"]
    ]
    return {"weighted_filings": weighted_filings(filings)}


def complied(said: dict[str, Any]) -> dict[str, Any]:
    """What became of deadlines."""
    rows = [
        DueAndDone(
            due=day(one["due"]),
            completed=day(one["completed"]) if one.get("completed") else None,
            is_void=one.get("waived", False),
        )
        for one in said["deadlines"]
    ]
    found = due_count(rows, as_of=day(said["as_of"]))
    names = ("decided", "met", "late", "missed_open", "not_due", "void")
    return {
        **{name: getattr(found, name) for name in names},
        "compliance_pct": found.compliance,
    }


ASKED: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "age_of_active_pending": aged,
    "backlog_pct": backlogged,
    "caseload_flow": flowing,
    "clearance_rate": clearing,
    "deadline_compliance": complied,
    "disposition_time": disposition,
    "overload": overloaded,
    "pending_caseload": pending,
    "prevailing_disposition": prevailing,
    "time_to_disposition": timed,
    "trial_date_certainty": certain,
    "weighted_caseload": weighed,
}


def near(expected: Any, tolerance: float) -> Any:
    """The expected numbers, each to be met within the tolerance of its source."""
    if isinstance(expected, dict):
        return {name: near(each, tolerance) for name, each in expected.items()}
    if isinstance(expected, list):
        return [near(each, tolerance) for each in expected]
    if isinstance(expected, bool) or not isinstance(expected, int | float):
        return expected
    return pytest.approx(expected, abs=tolerance or 0, rel=0)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_number_comes_out(case: dict[str, Any]) -> None:
    """Within the tolerance that its source leaves, and not at all beside it."""
    found = ASKED[case["measure"]](case["inputs"])
    expected = case["expected"]
    assert {name: found[name] for name in expected} == near(expected, case["tolerance"])


def test_every_case_names_a_source() -> None:
    """And every measure has a case."""
    assert {case["source"] for case in CASES} == set(DATA["sources"])
    assert {case["measure"] for case in CASES} == set(ASKED)
