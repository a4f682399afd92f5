"""A period that stood still goes on for what was left of it.

The right dates are counted here by hand: the days used, and the rest from the order.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from pathlib import Path

APPEAL = "us-nj/appeals/2:4-1(a)"
#: A deadline of a folder of law that goes on for what was left.
OWN = """\
format = 1

[pack]
id = "us-nj/own"
name = "Rules of our own"
counting = "{counting}"
cite_prefix = "R. "

[[deadline]]
id = "1"
title = "Object"
trigger = "judgment-entered"
act = "file"
period = "{period}"
bound = "not later than"
service_extension = "none"
cite = "1"
words = "may object in that time"
in_force = {{ from = 2010-03-10 }}
verified = {{ how = "secondary", on = 2026-11-30, source = "our own" }}
examples = [{{ after = 2026-06-01, due = {due}, source = "counted by hand" }}]

[deadline.restart]
on = "tolling-motion-filed"
until = "tolling-motion-decided"
for = "what is left"
cite = "2"
"""


def _asked(judged: date, moved: date, decided: date | None) -> lc.Computation:
    after = {"judgment-entered": judged, "tolling-motion-filed": moved}
    if decided is not None:
        after["tolling-motion-decided"] = decided
    return lc.compute(APPEAL, after=after)


def test_a_motion_on_the_nineteenth_day_leaves_twenty_six() -> None:
    """The example that a lawyer gives of R. 2:4-3: 45 less 19."""
    judged = date(2026, 6, 2)
    found = _asked(judged, judged + timedelta(days=19), date(2026, 8, 5))
    assert found.due == date(2026, 8, 31) == date(2026, 8, 5) + timedelta(days=26)
    assert [step.code for step in found.steps][:2] == ["rest", "trigger"]
    assert "the period stood still, 45 days" in found.explain("markdown")


def test_on_every_day_of_the_motion_the_rest_is_what_was_left() -> None:
    """From the first day to the last; on the last day nothing is left but the order."""
    judged, decided = date(2026, 6, 1), date(2026, 9, 14)
    calendar = lc.Law.bundled().calendar("us-nj")
    for used in range(46):
        end = decided + timedelta(days=45 - used)
        while not calendar.is_open(end):
            end += timedelta(days=1)
        assert _asked(judged, judged + timedelta(days=used), decided).due == end, used


def test_what_had_run_out_is_not_brought_back() -> None:
    """A motion on the forty-sixth day stops nothing, and that is said."""
    judged = date(2026, 6, 2)
    found = _asked(judged, judged + timedelta(days=46), date(2026, 8, 5))
    assert found.due == lc.compute(APPEAL, after=judged).due == date(2026, 7, 17)
    assert "event-too-late" in {notice.code for notice in found.notices}


def test_while_it_stands_still_there_is_no_day() -> None:
    """It waits for the order; and of a motion without a judgment for that."""
    judged = date(2026, 6, 2)
    assert _asked(judged, date(2026, 6, 12), None).waits_for == (
        "tolling-motion-decided",
    )
    alone = lc.compute(
        APPEAL,
        after={
            "tolling-motion-filed": date(2026, 6, 12),
            "tolling-motion-decided": date(2026, 7, 1),
        },
    )
    assert alone.waits_for == ("judgment-entered",)


def test_what_had_run_out_does_not_wait_for_the_order() -> None:
    """A motion on the forty-sixth day that nobody decided stops nothing either."""
    judged = date(2026, 6, 2)
    found = _asked(judged, judged + timedelta(days=46), None)
    assert found.is_running
    assert found.due == date(2026, 7, 17)
    assert "event-too-late" in {notice.code for notice in found.notices}
    assert not _asked(judged, judged + timedelta(days=45), None).is_running


def test_days_on_which_time_was_suspended_are_neither_used_nor_left_out_twice() -> None:
    """An order suspends time before the motion, while it is pending, and across both.

    Counted by hand, day by day: what ran before the motion, and the rest since.
    """
    judged, moved, decided = date(2026, 6, 2), date(2026, 6, 20), date(2026, 8, 5)
    calendar = lc.Law.bundled().calendar("us-nj")
    after = {
        "judgment-entered": judged,
        "tolling-motion-filed": moved,
        "tolling-motion-decided": decided,
    }
    for start, stop in (
        (date(2026, 6, 5), date(2026, 6, 15)),
        (date(2026, 7, 1), date(2026, 7, 9)),
        (date(2026, 8, 1), date(2026, 8, 21)),
        (date(2026, 6, 10), date(2026, 8, 12)),
        (date(2026, 8, 20), date(2026, 8, 25)),
    ):
        day, run = judged, 0
        while run < 45:
            day = decided if day == moved else day
            day += timedelta(days=1)
            run += not start <= day < stop
        while not calendar.is_open(day):
            day += timedelta(days=1)
        stay = lc.DateRange(start, stop)
        found = lc.compute(APPEAL, after=after, suspensions=[stay])
        assert found.due == day, stay


@pytest.mark.parametrize(
    ("period", "counting", "due", "why"),
    [
        ("5 days", "us-nj/rules", "2026-06-08", "leaves closed days out of 5 days"),
        ("6 days", "us-nj/rules", "2026-06-09", "leaves closed days out of 6 days"),
        ("7 days", "us-nj/rules", "2026-06-08", None),
        ("45 days", "us-nj/statutes", "2026-07-16", None),
    ],
)
def test_what_is_left_of_days_that_are_left_out_is_refused(
    tmp_path: Path, period: str, counting: str, due: str, why: str | None
) -> None:
    """New Jersey leaves closed days out of less than seven: no rest is known."""
    file = tmp_path / "us-nj" / "deadlines" / "own.toml"
    file.parent.mkdir(parents=True)
    text = OWN.format(period=period, counting=counting, due=due)
    file.write_text(text, encoding="utf-8")
    if why is None:
        law = lc.Law.bundled().with_folder(tmp_path)
        assert law.deadline("us-nj/own/1").current.term.period == lc.Period.parse(
            period
        )
        return
    with pytest.raises(LegalCaseError, match=why):
        lc.Law.bundled().with_folder(tmp_path)


def test_a_schedule_shows_the_rest() -> None:
    """The docket records the judgment, the motion and its denial."""
    from clerk_cases import LAW, case, filed, ordered, record

    file = record(
        case("us-nj/njsuperct", proceeding="civil"),
        ordered("j", "judgment-entered", "06-02"),
        filed("m", "tolling-motion-filed", "06-21"),
        ordered("o", "tolling-motion-decided", "08-10"),
    )
    (row,) = lc.schedule(file, LAW).of_rule(APPEAL)
    assert row.shown == date(2026, 9, 8)
