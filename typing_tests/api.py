"""What the public face gives back, as a type checker sees it: calendars, law, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import assert_type

import legalcase as lc
from legalcase.calendars import Closure, CourtCalendar, MonthGrid
from legalcase.counting import Computation, Inputs, Notice, Reading, Source, Step

day = date(2026, 6, 3)
instant = datetime(2024, 6, 7, 17, 0, tzinfo=timezone(timedelta(hours=1)))

# calendars
cal = lc.calendar("us")
assert_type(cal, CourtCalendar)
assert_type(cal, lc.CourtCalendar)
assert_type(cal.id, str)
assert_type(cal.edition, str)
assert_type(cal.first, date)
assert_type(cal.is_open(day), bool)
assert_type(cal.why_closed(day), Closure | None)
assert_type(cal.closures_on(day), tuple[Closure, ...])
assert_type(cal.closures(day, day), tuple[Closure, ...])
assert_type(cal.add_court_days(day, -10), date)
assert_type(cal.count_court_days(day, day), int)
assert_type(cal.next_open(day), date)
assert_type(cal.previous_open(day), date)
assert_type(cal.month(2026, 7), MonthGrid)
assert_type(
    cal.with_closure(day, "flood", kind="office-closed", authority="Gen. Order 14"),
    CourtCalendar,
)
reason = cal.why_closed(day)
if reason is not None:
    assert_type(reason, lc.Closure)
    assert_type(reason.name, str)
    assert_type(reason.authority, lc.Authority)

# computations
computation = lc.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail")
assert_type(computation, Computation)
assert_type(computation, lc.Computation)
assert_type(computation.due, date)
assert_type(computation.safe, date)
assert_type(computation.nominal, date)
assert_type(computation.due_at, datetime | None)
assert_type(computation.bound, str)
assert_type(computation.subject, str)
assert_type(computation.inputs, Inputs)
assert_type(computation.sources, tuple[Source, ...])
assert_type(computation.parts, tuple[Computation, ...])
assert_type(computation.waits_for, tuple[str, ...])
assert_type(computation.barred_by, str | None)
assert_type(computation.is_running, bool)
assert_type(computation.readings, tuple[Reading, ...])
assert_type(computation.notices, tuple[Notice, ...])
assert_type(computation.steps, tuple[Step, ...])
assert_type(computation.explain(), str)
assert_type(computation.explain("html"), str)
assert_type(computation.explain("text", width=60), str)
for reading in computation.readings:
    assert_type(reading, lc.Reading)
    assert_type(reading.due, date)
    assert_type(reading.settled, bool)
for step in computation.steps:
    assert_type(step, lc.Step)
    assert_type(step.start, date | datetime)
    assert_type(step.closures, tuple[tuple[date, str], ...])
for notice in computation.notices:
    assert_type(notice, lc.Notice)
    assert_type(notice.code, str)

# every kind of period and of anchor
lc.compute("3 clear days", before=day, under="gb-eaw/cpr")
lc.compute("72 hours", after=instant, under="us/frcp")
lc.compute(lc.Period.parse("14 days"), after=day, under="us/frcp")
lc.compute("14 days", after=computation, under="us/frcp")
lc.compute("14 days", extending=computation, under="us/frcp")
lc.compute("us/frap/4(a)(3)", after={"judgment-entered": day, "notice-filed": instant})

# every option
lc.compute(
    "14 days",
    after=day,
    under="us/frcp",
    court="cand",
    forum="us-ca",
    calendar=cal,
    service="mail",
    service_extension="none",
    act="file",
    nature="ordinary",
    paper="any",
    as_of=day,
    legal_holidays=[day],
    inaccessible={day},
    suspensions=(lc.DateRange(day, day + timedelta(days=7)),),
    added=3,
    readings={"holiday-observed": "yes"},
    local_rules="none",
)

# service
served = lc.served_on(instant, "electronic", under="gb-eaw/cpr")
assert_type(served, Computation)

# periods and ranges
period = lc.Period(21, "day")
assert_type(lc.Period.parse("16 court days"), lc.Period)
assert_type(period.number, int)
assert_type(period.unit, str)
assert_type(str(period), str)
assert_type(lc.DateRange(day, day).start, date)

# the catalogue
rules = lc.find_rules(jurisdiction="us-ca", trigger="judgment-entered")
assert_type(rules, tuple[lc.DeadlineRule, ...])
assert_type(rules[0].id, str)
assert_type(rules[0].triggers, tuple[str, ...])
owed = lc.find_rules(owed_by="served", met_by="answer-filed", after_disposition=False)
assert_type(owed[0].owed_by, str | None)
assert_type(owed[0].met_by, tuple[str, ...])
assert_type(owed[0].proceedings, tuple[str, ...])
assert_type(owed[0].after_disposition, bool)
assert_type(owed[0].stayed_by_stay, str | None)
assert_type(lc.rule("us/frcp"), lc.DeadlineRule | lc.CountingRule)
assert_type(lc.court("cand"), lc.Court)
assert_type(lc.court("cand").zones, tuple[str, ...])
lc.compute(rules[0], after=day, court=lc.court("cand"))

# a law of one's own
law = lc.Law.bundled()
assert_type(law, lc.Law)
assert_type(law.with_folder("our law", overriding=("us/frcp/33(b)(2)",)), lc.Law)
assert_type(law.with_plugins(), lc.Law)
assert_type(law.compute("14 days", after=day, under="us/frcp"), Computation)
assert_type(law.served_on(day, "mail", under="us/frcp"), Computation)
assert_type(law.calendar("us"), CourtCalendar)
assert_type(law.court("cand"), lc.Court)
assert_type(law.rule("us/frcp"), lc.DeadlineRule | lc.CountingRule)
assert_type(law.find(text="interrogatories"), tuple[lc.DeadlineRule, ...])
assert_type(law.words("participant"), Mapping[str, str])
assert_type(law.check_word("participant", "GAL"), str)

# errors
try:
    lc.calendar("uz")
except lc.LegalCaseError as error:
    assert_type(str(error), str)

assert_type(lc.__version__, str)
