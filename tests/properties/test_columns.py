"""A column equals a loop, over every deadline of the law and every day."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.batch import ERRORS, prepare
from legalcase.errors import ConflictingInputError, LegalCaseError

LAW = lc.Law.bundled()
IDS = st.sampled_from([rule.id for rule in LAW.deadlines()])
OF_A_DAY = ("CalendarOutOfBoundsError", "RuleNotInForceError")
DAYS = st.lists(
    st.none() | st.dates(date(1985, 1, 1), date(2040, 12, 31)), min_size=1, max_size=6
)


def by_hand(question: str, day: date | None) -> tuple[Any, ...]:
    """Due, safe and the name of the error, asked of one day on the side that it has."""
    if day is None:
        return None, None, "no-date"
    found = None
    refused: LegalCaseError | None = None
    for side in ("after", "before"):
        anchor: dict[str, Any] = {side: day}
        try:
            found = lc.compute(question, **anchor)
            break
        except ConflictingInputError as error:
            if error.field != side:
                refused = error
        except LegalCaseError as error:
            refused = error
    if found is None:
        return None, None, named(refused)
    due = found.due if found.is_running else None
    try:
        return due, found.safe, "computed"
    except LegalCaseError as error:
        return due, None, named(error)


def named(error: LegalCaseError | None) -> str:
    """The name that a code of an error stands for."""
    kinds = [kind.__name__ for kind in type(error).__mro__]
    return next(kind for kind in kinds if kind in ERRORS)


@given(IDS, DAYS)
def test_a_column_is_a_loop(question: str, days: list[date | None]) -> None:
    """Row by row: due, safe, and what was met; nothing is raised in the middle."""
    ready = refused = None
    try:
        ready = prepare(question)
    except LegalCaseError as error:
        refused = named(error)
    if ready is None:
        # What is wrong whatever the day: it cannot be asked without more.
        met = {by_hand(question, day)[2] for day in days}
        assert "computed" not in met
        assert refused in met or met <= {"no-date", *OF_A_DAY}
        return
    table = ready.table(days)
    found = zip(table.due, table.safe, table.error.tolist(), strict=True)
    assert [(due, safe, ERRORS[code]) for due, safe, code in found] == [
        by_hand(question, day) for day in days
    ]
