"""A time to sue in court is a deadline, which the court's rule counts, and a clock.

The clock says how much of it has run, takes out what the law excludes, and carries its
last day over nothing; the deadline is what a rule of court makes of it. So one asks for
a limitation period as for any other deadline, and the two never contradict each other.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import legalcase as lc
from legalcase.scheduling.clocks import StatutoryClock

LAW = lc.Law.bundled()
DEADLINES = frozenset(LAW.names("deadline"))
#: That the day of the event is not counted rests on the rule that counts deadlines too.
COUNTED_IN_COURT: Final = re.compile(r"Fed\. R\. Civ\. P\. 6\(a\)")
#: Clocks that are part of a deadline of another id: mostly the earlier of two times.
PARTS: Final = {
    "us/15-usc/77m-discovery": "us/15-usc/77m",
    "us/15-usc/77m-repose": "us/15-usc/77m",
    "us/15-usc/1681p(1)": "us/15-usc/1681p",
    "us/15-usc/1681p(2)": "us/15-usc/1681p",
    "us/28-usc/1658(b)(1)": "us/28-usc/1658(b)",
    "us/28-usc/1658(b)(2)": "us/28-usc/1658(b)",
    "us/29-usc/1113(1)": "us/29-usc/1113",
    "us/29-usc/1113(2)": "us/29-usc/1113",
    "us/18-usc-limitations/2520(e)": "us/18-usc/2520(e)",
}
#: Clocks alone: of what is filed with an agency no rule of court counts the last day.
ELSEWHERE: Final = {"us/28-usc/2401(b)-presentation"}
#: And those of which the law excludes days, so that no deadline can say the last.
STAND_STILL: Final = {
    "us/28-usc/2244(d)": "the State's review is not counted",
    "us/28-usc/2415(a)": "absence, exemption and ignorance are not counted",
    "us/28-usc/2415(b)": "absence, exemption and ignorance are not counted",
    "us/42-usc/3613(a)(1)(A)": "the proceeding before the agency is not counted",
}


def _in_court() -> list[str]:
    return [
        clock.id
        for clock in LAW.clocks()
        if clock.id.startswith("us/") and COUNTED_IN_COURT.search(clock.first_day_cite)
    ]


def test_every_time_to_sue_is_a_deadline_too() -> None:
    """But for those that stand still, each of which has grounds on which it does."""
    found = _in_court()
    missing = {
        name
        for name in found
        if name not in DEADLINES and PARTS.get(name) not in DEADLINES
    }
    assert missing == {*STAND_STILL, *ELSEWHERE}
    assert all(LAW.clock(name).exclusions for name in STAND_STILL)
    assert set(PARTS) <= set(found)


def test_both_speak_of_the_same_events() -> None:
    """What starts the one starts the other, and what meets the one ends the other."""
    both = [name for name in LAW.names("clock") if name in DEADLINES]
    assert len(both) > 20
    for name in both:
        clock, deadline = LAW.clock(name), LAW.deadline(name)
        term = deadline.current.term
        assert {start.event for start in clock.starts} == {
            one.event for one in term.triggers()
        }, name
        assert set(deadline.met_by) <= set(clock.ends), name


def test_the_deadline_is_the_clock_carried_to_a_day_in_court() -> None:
    """On each of 800 days in a row, of every clock that is a deadline by itself."""
    asked = 0
    for name in sorted(DEADLINES & set(_in_court())):
        rule = LAW.clock(name)
        needed = [start.event for start in rule.starts if not start.is_optional]
        assert len(needed) == 1, name
        for number in range(0, 800, 7):
            start = date(2021, 1, 3) + timedelta(days=number + len(name) % 7)
            last = StatutoryClock.of_rule(rule, {needed[0]: start}).last_day()
            assert last is not None
            found = LAW.compute(name, after={needed[0]: start})
            carried = [last + timedelta(days=n) for n in range((found.due - last).days)]
            assert found.due >= last
            assert all(
                day.weekday() > 4 or not LAW.calendar("us").is_open(day)
                for day in carried
            ), (name, start)
            asked += 1
    assert asked > 2000
