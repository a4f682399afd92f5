"""A deadline of which no day is safe is a question of the schedule, and says why."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import legalcase as lc
from law_folders import atlantis
from legalcase.errors import CalendarOutOfBoundsError, ReadingNotCountedError
from schedule_cases import opened, served


def test_an_answer_that_leaves_the_calendar_is_said_as_such() -> None:
    """The schedule says what is lacking, be it lacking under another answer alone."""
    law = atlantis()
    day = date(2035, 11, 25)
    file = opened("xx/high").record(
        served("s", "complaint-served", "roe", ["acme"], day),
        law=law,
        by="clerk",
        at=datetime(2035, 11, 26, 12, tzinfo=UTC),
    )
    (row,) = lc.schedule(file, law, for_=("acme",)).of_rule("xx/cp/20")
    assert row.shown is None
    (finding,) = row.findings
    assert finding.code == "calendar-coverage"
    assert finding.text.startswith("No day can be called safe: if 'Does a claim served")
    computed = law.compute("xx/cp/20", after=day, court="xx/high")
    assert computed.due == date(2035, 12, 24)
    with pytest.raises(ReadingNotCountedError) as caught:
        _ = computed.safe
    assert isinstance(caught.value.__cause__, CalendarOutOfBoundsError)
