"""What the measures of a caseload cost beside loading it: ratios alone.

Part of `make bench`. The report of a quarter, every measure split by judge, is held
against folding the same logs into cases, the lesser part of loading them; and against
itself over a tenth of the cases, so that what grows with their square would show.
"""

from __future__ import annotations

import gc
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from legalcase.dates import DateRange
from legalcase.measures import caseload_report
from legalcase.model import (
    Case,
    CaseDisposed,
    CaseFile,
    CaseOpened,
    CaseReactivated,
    CaseStayed,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    HearingHeld,
    HearingSet,
    JudgeAssigned,
    Ordered,
    PartyJoined,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Event

CASES = 10_000
FIRST = date(2024, 1, 8)
NOON = datetime(2029, 1, 5, 12, tzinfo=UTC)
QUARTER = DateRange(date(2026, 7, 1), date(2026, 10, 1))
STANDARD = "us/model/civil/general-civil"


def a_file(number: int) -> CaseFile:
    """Return a case: many are disposed of, some after a stay or a trial."""
    filed = FIRST + timedelta(days=number * 7 % 1000)
    by: dict[str, Any] = {"by": "clerk", "at": NOON}
    events: list[Event] = [
        PartyJoined(
            party_id="roe", name="Roe", roles=("plaintiff",), happened_on=filed
        ),
        PartyJoined(
            party_id="doe", name="Doe", roles=("defendant",), happened_on=filed
        ),
        JudgeAssigned(judge=f"Judge {number % 12}", happened_on=filed),
    ]
    due = filed + timedelta(days=21)
    basis = Ordered(due=due, authority="Order")
    terms = DeadlineTerms(title="Answer", basis=basis)
    events += [
        DeadlineSet(deadline_id="answer", terms=terms, happened_on=filed),
        DeadlineMet(
            deadline_id="answer", met_by="doe", evidence="filed", happened_on=due
        ),
    ]
    if number % 5 == 0:
        stay = filed + timedelta(days=40)
        events += [
            CaseStayed(ground="bankruptcy", happened_on=stay),
            CaseReactivated(happened_on=stay + timedelta(days=60)),
        ]
    ended = filed + timedelta(days=120 + number * 13 % 600)
    if number % 4 == 0:
        at = datetime(ended.year, ended.month, ended.day, 9, tzinfo=UTC)
        events += [
            HearingSet(
                hearing_id="trial",
                title="Trial",
                triggers=("trial",),
                hearing_at=at,
                happened_on=filed,
            ),
            HearingHeld(hearing_id="trial", happened_on=ended),
        ]
    if number % 10:
        events.append(CaseDisposed(disposition="settlement", happened_on=ended))
    opened = CaseOpened(
        caption="Roe v. Doe",
        court=("us/cand", "us/casd")[number % 2],
        number=str(number),
        proceeding="civil",
        happened_on=filed,
    )
    return CaseFile.open(opened, case_id=f"case-{number}", **by).record(*events, **by)


def taking(turn: Callable[[], object], rounds: int = 3) -> float:
    """Return the seconds of work of the fastest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = time.process_time()
        turn()
        best = min(best, time.process_time() - start)
        gc.enable()
    return best


def ratios(cases: int = CASES) -> tuple[float, float]:
    """Return the report beside folding, and a case of many beside one of few."""
    logs = [a_file(number).log for number in range(cases)]
    folded = [Case.from_events(log) for log in logs]
    few = folded[::10]

    def asked(some: list[Case]) -> object:
        return caseload_report(some, during=QUARTER, by="judge", standard=STANDARD)

    folding = taking(lambda: [Case.from_events(log) for log in logs])
    whole, part = taking(lambda: asked(folded)), taking(lambda: asked(few))
    return whole / folding, (whole / len(folded)) / (part / len(few))
