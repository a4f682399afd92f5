"""A case with one computed deadline, for the tests that look at what it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from legalcase.counting.argument.computation import Computation
from legalcase.model import (
    CaseFile,
    CaseOpened,
    Computed,
    DeadlineSet,
    DeadlineTerms,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event
    from legalcase.model import Basis, Case

PACIFIC = ZoneInfo("America/Los_Angeles")
DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)


def numbered(prefix: str = "e") -> Any:
    """Ids that can be foreseen: e1, e2 and so on."""
    numbers = count(1)
    return lambda _: f"{prefix}{next(numbers)}"


def deadline_set(
    deadline_id: str, basis: Basis | Computation, *, title: str = "Answer", **said: Any
) -> DeadlineSet:
    """The setting of a deadline on the day."""
    made = Computed(computation=basis) if isinstance(basis, Computation) else basis
    terms = DeadlineTerms(title=title, basis=made, **said)
    return DeadlineSet(deadline_id=deadline_id, terms=terms, happened_on=DAY)


def file_of(
    *happened: Event, case_id: str = "case-1", number: str | None = "4:26-cv-1"
) -> CaseFile:
    """A case, opened at noon, with an event every minute from then on."""
    opened = CaseOpened(caption="Roe v. Acme", happened_on=DAY, number=number)
    file = CaseFile.open(opened, case_id=case_id, by="clerk", at=NOON, ids=numbered())
    for minute, event in enumerate(happened, 1):
        file = file.record(event, by="clerk", at=NOON + timedelta(minutes=minute))
    return file


def case_of(*happened: Event, **said: Any) -> Case:
    """The case itself."""
    return file_of(*happened, **said).case
