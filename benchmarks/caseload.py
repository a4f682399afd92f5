"""What a schedule costs, and what a closure costs a whole caseload: ratios alone.

Part of `make bench`. A schedule is held against the `compute` and `.safe` calls that
it makes; a caseload in which one closure was announced against computing again what
that touches, and nothing else.
"""

from __future__ import annotations

import gc
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import legalcase as lc
from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.kernel import Draft
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    Computed,
    Filed,
    PartyJoined,
    Served,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LAW = lc.Law.bundled()
FIRST = date(2026, 1, 5)
NOON = datetime(2028, 1, 5, 12, tzinfo=UTC)
DEADLINES = 100_000
#: Over so many days the triggers of a caseload are spread.
SPREAD = 500
PRIVATE = {"defendant-is-the-united-states": "no"}


def a_case(number: int, requests: int = 6) -> Case:
    """Return a case with a service, requests and what is due because of them."""
    return a_file(number, requests).case


def a_file(number: int, requests: int = 6) -> CaseFile:
    """Return the file of that case, nothing of it saved."""
    day = FIRST + timedelta(days=number * 7 % SPREAD)
    by: dict[str, Any] = {"by": "clerk", "at": NOON}
    file = CaseFile.open(
        CaseOpened(
            caption="Roe v. Acme",
            court="us/cand",
            number="1",
            proceeding="civil",
            happened_on=day,
        ),
        case_id=f"case-{number}",
        **by,
    )
    about: list[Any] = [
        PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), happened_on=day),
        PartyJoined(
            party_id="acme",
            name="Acme",
            roles=("defendant",),
            is_client=True,
            happened_on=day,
        ),
        Draft(
            Filed(
                title="Complaint",
                triggers=("complaint-filed",),
                by=("roe",),
                happened_on=day,
            ),
            event_id=f"c{number}-complaint",
        ),
        Draft(
            Served(
                title="Summons",
                triggers=("summons-served",),
                method="personal",
                by=("roe",),
                on=("acme",),
                happened_on=day,
            ),
            event_id=f"c{number}-summons",
        ),
    ]
    about += [
        Draft(
            Served(
                title="Interrogatories",
                triggers=("interrogatories-served",),
                method="mail",
                by=("roe",),
                on=("acme",),
                happened_on=day + timedelta(days=30 + 10 * (each % 6)),
            ),
            event_id=f"c{number}-r{each}",
        )
        for each in range(requests)
    ]
    file = file.record(*about, **by)
    found = lc.schedule(file, LAW, facts=PRIVATE)
    return file.record(*found.new.events(on=day), **by)


def taking(turn: Callable[[], object]) -> float:
    """Return the seconds of work of a turn."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    turn()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


def ratio(
    turn: Callable[[], object], other: Callable[[], object], rounds: int
) -> float:
    """Return the fastest of some turns beside the fastest of others, taken in turns.

    A machine that is busy for a while is busy for both.
    """
    seconds = [(taking(turn), taking(other)) for _ in range(rounds)]
    return min(one for one, _ in seconds) / min(one for _, one in seconds)


def asked_again(deadlines: list[Computed]) -> list[date]:
    """Compute again, from their own inputs, what some deadlines rest on."""
    found = []
    for basis in deadlines:
        inputs = basis.computation.inputs
        moment = inputs.trigger
        after: Any = moment
        if inputs.triggers:
            after = dict(inputs.triggers)
        facts = dict(inputs.facts) or None
        computation = AFTER.compute(
            inputs.deadline or "",
            after=after,
            court=inputs.court,
            service=inputs.service,
            facts=facts,
        )
        found.append(computation.safe)
    return found


CLOSED = date(2026, 9, 15)
FLOOD = Closure(
    on=CLOSED,
    name="flood",
    kind="legal-holiday",
    authority=Authority(cite="Gen. Order 14"),
)
AFTER = LAW.with_closures({"us": [FLOOD]})


def closure_ratio(deadlines: int = DEADLINES) -> tuple[float, int, int]:
    """Return the ratio, how many deadlines there are, and how many are affected."""
    one = a_case(0)
    cases = [a_case(number) for number in range(deadlines // len(one.deadlines))]
    bases = [d.basis for case in cases for d in case.deadlines]
    affected = [
        basis
        for basis in bases
        if isinstance(basis, Computed) and basis.span()[0] <= CLOSED <= basis.span()[1]
    ]
    AFTER.compute("us/frcp/33(b)(2)", after=FIRST, court="us/cand")
    found = ratio(
        lambda: lc.reschedule(cases, AFTER, facts=PRIVATE),
        lambda: asked_again(affected),
        rounds=3,
    )
    return found, len(bases), len(affected)


def schedule_ratio() -> float:
    """Return what a schedule costs beside the calls that it makes."""
    case = a_case(0)
    calls: list[tuple[str, dict[str, Any]]] = []
    compute = lc.Law.compute

    def noting(law: lc.Law, period: str, **given: Any) -> lc.Computation:  # noqa: ANN401 - whatever
        calls.append((period, given))
        return compute(law, period, **given)

    lc.Law.compute = noting  # type: ignore[assignment]  # for one turn
    lc.schedule(case, LAW, facts=PRIVATE)
    lc.Law.compute = compute

    dates: list[date] = []

    def alone() -> None:
        for period, given in calls:
            computation = LAW.compute(period, **given)
            if computation.is_running or computation.readings:
                dates.append(computation.safe)

    return ratio(lambda: lc.schedule(case, LAW, facts=PRIVATE), alone, rounds=25)
