"""Iowa: of what is served a Sunday alone is put off for certain (Code § 4.1(34))."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import legalcase as lc

#: Days of June and July 2026 on which Iowa's clerks are open: no holiday but 4 July.
SATURDAY, SUNDAY, MONDAY = (date(2026, 7, day) for day in (4, 5, 6))
ANSWER: Final = "us-ia/civil/1.303(1)"


def _answer(last: date) -> lc.Computation:
    return lc.compute(ANSWER, after=last - timedelta(days=20))


def test_a_sunday_is_put_off_under_either_answer() -> None:
    """Due on the Monday, which is safe: nothing else is said of a Sunday."""
    found = _answer(SUNDAY)
    assert (found.due, found.safe) == (MONDAY, MONDAY)
    assert found.readings == ()


def test_a_saturday_is_put_off_as_a_filing_is_or_not() -> None:
    """The other answer leaves it there, and is the safe date."""
    found = _answer(SATURDAY)
    assert (found.due, found.safe) == (MONDAY, SATURDAY)


def test_what_is_filed_is_put_off_either_way() -> None:
    """The question is one of service alone."""
    for last in (SATURDAY, SUNDAY):
        found = lc.compute(
            "20 days", after=last - timedelta(days=20), under="us-ia", act="file"
        )
        assert (found.due, found.safe) == (MONDAY, MONDAY)
