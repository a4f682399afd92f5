"""What the public face gives back, as a type checker sees it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import assert_type

import legalcase as lc
from legalcase.calendars import Closure, CourtCalendar
from legalcase.counting import Computation, Notice, Reading, Step

day = date(2026, 6, 3)
instant = datetime(2024, 6, 7, 17, 0, tzinfo=timezone(timedelta(hours=1)))

# calendars
cal = lc.calendar("us")
assert_type(cal, CourtCalendar)
assert_type(cal.is_open(day), bool)
assert_type(cal.why_closed(day), Closure | None)
assert_type(cal.add_court_days(day, -10), date)
assert_type(cal.count_court_days(day, day), int)
assert_type(cal.next_open(day), date)
assert_type(cal.previous_open(day), date)
assert_type(
    cal.with_closure(day, "flood", kind="office-closed", authority="Gen. Order 14"),
    CourtCalendar,
)

# computations
computation = lc.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail")
assert_type(computation, Computation)
assert_type(computation.due, date)
assert_type(computation.safe, date)
assert_type(computation.nominal, date)
assert_type(computation.due_at, datetime | None)
assert_type(computation.readings, tuple[Reading, ...])
assert_type(computation.notices, tuple[Notice, ...])
assert_type(computation.steps, tuple[Step, ...])
assert_type(computation.explain(), str)
assert_type(computation.explain("html"), str)

# every kind of period and of anchor
lc.compute("3 clear days", before=day, under="gb-eaw/cpr")
lc.compute("72 hours", after=instant, under="us/frcp")
lc.compute(lc.Period.parse("14 days"), after=day, under="us/frcp")
lc.compute("14 days", after=computation, under="us/frcp")

# service
served = lc.served_on(instant, "electronic", under="gb-eaw/cpr")
assert_type(served, Computation)

# the catalogue
rules = lc.find_rules(jurisdiction="us-ca", trigger="judgment-entered")
assert_type(rules, tuple[lc.DeadlineRule, ...])
assert_type(rules[0].id, str)
lc.compute(rules[0], after=day)
