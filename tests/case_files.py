"""Cases for the tests of the kernel and of the rooms, short to open and to change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome, Source
from legalcase.dates import Period
from legalcase.model import (
    CaseFile,
    CaseOpened,
    Computed,
    DeadlineSet,
    DeadlineTerms,
    Ordered,
    PartyJoined,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Draft, Event

PACIFIC = ZoneInfo("America/Los_Angeles")
DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)

# Stands wherever people write what is nobody else's business.
CANARY = "canary-4711"


def numbered() -> Callable[[datetime], str]:
    """Ids that one can read, counted up from e-1."""
    numbers = count(1)
    return lambda _: f"e-{next(numbers)}"


def opened(number: str | None = "1", **said: Any) -> CaseFile:
    """The file of a case with nothing in it; its events are e-1 and so on."""
    event = CaseOpened(
        caption=f"Roe v. Acme {CANARY}", happened_on=DAY, number=number, **said
    )
    return CaseFile.open(event, case_id="roe", by="clerk", at=NOON, ids=numbered())


def after(file: CaseFile, *events: Event | Draft, by: str = "clerk") -> CaseFile:
    """The file after events, each recorded on its day, or when the last one was."""
    for each in events:
        event: Any = getattr(each, "event", each)
        at = datetime.combine(event.happened_on, NOON.timetz())
        file = file.record(each, by=by, at=max(file.case.recorded_at, at))
    return file


def joined(party_id: str, *roles: str, **said: Any) -> PartyJoined:
    """Somebody who joins on the first day."""
    given: dict[str, Any] = {"happened_on": DAY, "name": f"{party_id} {CANARY}", **said}
    return PartyJoined(party_id=party_id, roles=roles or ("defendant",), **given)


def computation(
    *,
    due: date = date(2026, 7, 9),
    other: date | None = date(2026, 7, 6),
    barred_by: str | None = None,
    bound: str = "not-later-than",
    is_running: bool = True,
) -> Computation:
    """A computation made by hand, due on a day, and on another under a reading."""
    served = DAY
    counted = due - timedelta(days=3)
    steps: tuple[Any, ...] = (
        ("trigger", served, served, "Fed. R. Civ. P. 6(a)(1)(A)", ()),
        ("count", served, counted, "Fed. R. Civ. P. 6(a)(1)(B)", ()),
        ("add", counted, due, "Fed. R. Civ. P. 6(d)", ()),
    )
    readings: tuple[Reading, ...] = ()
    if other is not None and is_running:
        readings = (
            Reading(
                question="Is a day on which offices close a legal holiday?",
                choice="yes",
                authority="Fed. R. Civ. P. 6(a)(6)(B)",
                due=other,
            ),
        )
    return Computation(
        inputs=Inputs(
            period=Period(30, "day"),
            rule="us/frcp",
            direction="after",
            trigger=served,
            triggers=(("discovery-request-served", served),),
            deadline="us/frcp/33(b)(2)",
            title="Answers and objections to interrogatories",
            court="us/cand",
            service="mail",
        ),
        sources=(Source("rule", "us/frcp", "2016-12-01", "abc123"),),
        outcome=Outcome(due, counted, steps) if is_running else None,
        bound=bound,
        waits_for=() if is_running else ("order-entered",),
        barred_by=barred_by,
        readings=readings,
        instant=(
            datetime(due.year, due.month, due.day, 23, 59, 59, tzinfo=PACIFIC)
            if is_running
            else None,
        ),
    )


def set_(deadline_id: str = "answers", basis: Any = None, **said: Any) -> DeadlineSet:
    """A deadline that is set on the first day: computed, unless a basis is given."""
    given: dict[str, Any] = {"title": f"Answer the interrogatories {CANARY}", **said}
    terms = DeadlineTerms(
        basis=Computed(computation=computation()) if basis is None else basis, **given
    )
    return DeadlineSet(deadline_id=deadline_id, terms=terms, happened_on=DAY)


def ordered(due: date = date(2026, 8, 3), **said: Any) -> Ordered:
    """A date certain."""
    return Ordered(due=due, authority="Order", **said)
