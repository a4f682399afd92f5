"""What is wrong with a case: each code found where it belongs, and nowhere else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

import legalcase as lc
from legalcase.dates import DateRange
from legalcase.kernel import Ref
from legalcase.model import (
    Anchor,
    CaseReactivated,
    CaseStayed,
    Computed,
    DeadlineConfirmed,
    DeadlineMet,
    DeadlineMissed,
    DeadlineQuestioned,
    HearingSet,
    Ordered,
    Served,
)
from legalcase.oversight import health
from one_case import DAY, PACIFIC, case_of, deadline_set, file_of

LAW = lc.Law.bundled()
JULY = date(2026, 7, 20)
BEFORE = date(2026, 6, 10)
OWNED: dict[str, Any] = {"owner": "A. Lawyer", "backup": "B. Lawyer"}
SEVERITIES = ("critical", "warning", "advice")


def ordered(deadline_id: str = "a", due: date = JULY, **said: Any) -> Any:
    """A deadline that an order sets, owned unless it is said otherwise."""
    basis = Ordered(due=due, authority="Order")
    return deadline_set(deadline_id, basis, **{**OWNED, **said})


def computed(rule: str = "us/frcp/33(b)(2)", **said: Any) -> lc.Computation:
    """The computation of a deadline from the day."""
    return LAW.compute(rule, after=DAY, court="us/cand", **said)


def confirmed(deadline_id: str = "a") -> Any:
    """A second person stands by it."""
    return DeadlineConfirmed(
        deadline_id=deadline_id, confirmed_by="B. Partner", happened_on=DAY
    )


def met(deadline_id: str = "a", on: date = DAY) -> Any:
    """It was done."""
    return DeadlineMet(
        deadline_id=deadline_id, met_by="clerk", evidence="Receipt", happened_on=on
    )


def hearing(day: date) -> Any:
    """A hearing on a day."""
    at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=PACIFIC)
    return HearingSet(hearing_id="cmc", title="CMC", hearing_at=at, happened_on=DAY)


def well() -> list[Any]:
    """A deadline with which nothing is wrong."""
    return [ordered("well"), confirmed("well")]


def found(*events: Any, on: date = BEFORE, **said: Any) -> dict[str, str]:
    """(code: severity) of what is found in a case that is well but for the events."""
    findings = health(file_of(*well(), *events), on=on, **said)
    return {one.code: one.severity for one in findings}


def service_and_answers() -> list[Any]:
    """A service, and a deadline that was computed from it and confirmed."""
    anchors = (Anchor("discovery-request-served", Ref("event", "e4")),)
    basis = Computed(computation=computed(service="mail"), anchors=anchors)
    return [
        Served(title="S", method="mail", happened_on=DAY),
        deadline_set("a", basis, **OWNED),
        confirmed(),
    ]


def test_a_case_that_is_well() -> None:
    """Nothing is found, and the result says so."""
    assert found() == {}
    nothing = health(case_of(*well()), on=BEFORE)
    assert (len(nothing), nothing.findings) == (0, ())
    assert str(nothing).splitlines()[0] == (
        "Findings on Wed 2026-06-10: nothing found, in 1 case"
    )
    assert nothing.worst_cases() == ()


CASES: dict[str, tuple[list[Any], dict[str, Any], str]] = {
    "no-owner": ([ordered(owner=None)], {}, "warning"),
    "overdue": ([ordered(due=DAY)], {"on": BEFORE}, "critical"),
    "unconfirmed-critical": ([ordered(critical=True)], {}, "critical"),
    "met-late": ([ordered(due=date(2026, 6, 2)), met()], {}, "critical"),
    "missed": (
        [
            ordered(due=date(2026, 6, 2)),
            DeadlineMissed(deadline_id="a", happened_on=DAY),
        ],
        {},
        "critical",
    ),
    "needs-review": (
        [
            ordered(),
            DeadlineQuestioned(deadline_id="a", ground="Why", happened_on=DAY),
        ],
        {},
        "warning",
    ),
    "owner-absent": (
        [ordered(backup=None)],
        {"absences": {"a. lawyer": [DateRange(JULY, date(2026, 7, 21))]}},
        "warning",
    ),
    "hearing-day-uncovered": (
        [ordered(backup=None), hearing(JULY)],
        {},
        "warning",
    ),
    "hearing-not-recorded": ([hearing(DAY)], {}, "warning"),
    "stopped-without-review": (
        [
            ordered(stayed_by_stay="yes"),
            CaseStayed(ground="Bankruptcy", happened_on=DAY),
        ],
        {},
        "warning",
    ),
    "resumed-without-date": (
        [
            ordered(stayed_by_stay="yes"),
            CaseStayed(ground="Bankruptcy", happened_on=DAY),
            CaseReactivated(happened_on=DAY),
        ],
        {},
        "critical",
    ),
    "no-date": (
        [
            hearing(JULY),
            deadline_set(
                "a",
                Computed(
                    computation=LAW.compute(
                        "us/frcp/12(a)(4)(A)",
                        after=DAY,
                        court="us/cand",
                    )
                ),
                **OWNED,
            ),
        ],
        {},
        "advice",
    ),
}
del CASES["no-date"]
ALSO = {
    # What a stay leaves open is to be seen by somebody.
    "stopped-without-review": {"needs-review"},
    "resumed-without-date": {"needs-review", "no-next-event"},
}


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_found(code: str) -> None:
    """Beside nothing that it does not bring along."""
    events, said, severity = CASES[code]
    codes = found(*events, **said)
    assert codes[code] == severity
    assert set(codes) - {code} <= ALSO.get(code, set())
