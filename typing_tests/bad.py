"""Lines that a type checker has to refuse; each would be a mistake at run time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import legalcase as lc
from legalcase import Nonsense  # type: ignore[attr-defined]
from legalcase.calendars import MonthGird  # type: ignore[attr-defined]
from legalcase.counting import Reeding  # type: ignore[attr-defined]
from legalcase.ical import to_ical
from legalcase.model import (
    CaseOpened,
    Computed,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    Ordered,
)
from legalcase.storage import MemoryStore, SqliteStore

if TYPE_CHECKING:
    from legalcase.storage import Store

day = date(2026, 6, 3)
now = datetime(2026, 6, 3, 12, tzinfo=UTC)
cal = lc.calendar("us")

# a name that is misspelt is no name, here and below
misspelt = (Nonsense, MonthGird, Reeding)
lc.computee("21 days", after=day)  # type: ignore[attr-defined]
lc.calendars_of("us")  # type: ignore[attr-defined]

# a date is a date: no text, no number
cal.is_open("2026-06-03")  # type: ignore[arg-type]
lc.compute("21 days", after="2026-06-03", under="us/frcp")  # type: ignore[arg-type]
cal.add_court_days(day, 1.5)  # type: ignore[arg-type]
lc.DateRange("2026-06-03", day)  # type: ignore[arg-type]
lc.Period("21", "day")  # type: ignore[arg-type]
lc.compute("21 days", after=day, legal_holidays=day)  # type: ignore[arg-type]
lc.compute("21 days", after=day, suspensions=[day])  # type: ignore[list-item]
lc.compute("21 days", after={day: "judgment-entered"})  # type: ignore[dict-item]
lc.compute(21, after=day)  # type: ignore[arg-type]

# everything after the subject is given by its name
lc.compute("21 days", day)  # type: ignore[arg-type]
lc.served_on(day, "mail", "us/frcp")  # type: ignore[arg-type]
cal.with_closure(day, "flood", "office-closed", "Order 1")  # type: ignore[call-arg]
lc.find_rules("us-ca")  # type: ignore[arg-type]

# options that do not exist, and words that no explanation speaks
lc.compute("21 days", after=day, rule="us/frcp")  # type: ignore[call-arg]
lc.compute("21 days", after=day, under="us/frcp").explain("pdf")  # type: ignore[arg-type]

# values do not change
lc.compute("21 days", after=day, under="us/frcp").due = day  # type: ignore[misc]
cal.id = "de"  # type: ignore[misc]
lc.Period(21, "day").number = 22  # type: ignore[misc]

# a reason, an instant, a date may be missing: whoever reads on has to ask first
cal.why_closed(day).name  # type: ignore[union-attr]  # noqa: B018 - the access is the test
lc.compute("21 days", after=day).due_at.hour  # type: ignore[union-attr]  # noqa: B018 - the access is the test

# a name may be that of a deadline or of a counting rule
lc.rule("us/frcp").triggers  # type: ignore[union-attr]  # noqa: B018 - the access is the test

# a law reads folders, not files that are open
lc.Law.bundled().with_folder(b"our law")  # type: ignore[arg-type]
lc.Law.bundled().with_folder("our law", overriding=7)  # type: ignore[arg-type]

# an event says when it happened, and who records it says so
opened = CaseOpened(caption="Roe v. Acme", happened_on=day)
CaseOpened(caption="Roe v. Acme")  # type: ignore[call-arg]
file = lc.CaseFile.open(opened, case_id="roe", by="clerk", at=now)
file.record(opened, at=now)  # type: ignore[call-arg]
file.record(opened, by="clerk", at=day)  # type: ignore[arg-type]
file.record("filed", by="clerk", at=now)  # type: ignore[arg-type]
case = file.case
case.version = 2  # type: ignore[misc]
lc.Case.from_events([opened])  # type: ignore[list-item]
lc.Case.from_events(file.log, unknown="skip")  # type: ignore[call-arg]

# a deadline has terms with a basis, not a bare date; and only what is due can be moved
DeadlineTerms(title="Answer", basis=day)  # type: ignore[arg-type]
Computed(computation=day)  # type: ignore[arg-type]
Ordered(authority="Order")  # type: ignore[call-arg]
Derived(follows="a")  # type: ignore[arg-type]
DeadlineSet(deadline_id="a", terms=day, happened_on=day)  # type: ignore[arg-type]
case.dates("a").shown.year  # type: ignore[union-attr]  # noqa: B018 - the access is the test

# a store keeps files
store: Store = SqliteStore("cases.db")
MemoryStore(path="cases.db")  # type: ignore[call-arg]
with store.begin() as work:
    work.save(case)  # type: ignore[arg-type]
    work.save([file])  # type: ignore[arg-type]
wrong: Store = case  # type: ignore[assignment]

# a feed is made of cases or agendas, and has a name
to_ical(store, name="Deadlines")  # type: ignore[arg-type]
to_ical(case.agenda())  # type: ignore[call-arg]
to_ical(case.agenda(), name="Deadlines", detail="all")  # type: ignore[arg-type]
