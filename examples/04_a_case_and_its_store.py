"""A case as the fold of its events, kept in SQLite, and its deadlines as a calendar."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import legalcase as lc
from legalcase.ical import to_ical
from legalcase.model import (
    Case,
    CaseOpened,
    Computed,
    Deadline,
    DeadlineConfirmed,
    DeadlineMet,
    DeadlineSet,
    Derived,
    Served,
)
from legalcase.storage import SqliteStore

CLERK = "A. Clerk"
SERVED_ON = date(2026, 6, 3)

# What the law says is due; the deadline keeps the whole computation.
answers = lc.compute("us/frcp/33(b)(2)", after=SERVED_ON, court="cand", service="mail")
events = (
    Served(
        title="Interrogatories, set one",
        happened_on=SERVED_ON,
        method="mail",
        triggers=("discovery-request-served",),
    ),
    DeadlineSet(
        deadline=Deadline(
            deadline_id="answers",
            title="Answer the interrogatories",
            basis=Computed(computation=answers),
        ),
        happened_on=SERVED_ON,
    ),
    DeadlineConfirmed(
        deadline_id="answers", confirmed_by="A. Lawyer", happened_on=SERVED_ON
    ),
    # One of our own making: it follows the other wherever that goes.
    DeadlineSet(
        deadline=Deadline(
            deadline_id="draft",
            title="Send the draft to the client",
            basis=Derived(follows="answers", days_before=7),
        ),
        happened_on=SERVED_ON,
    ),
)

# `record` checks each event, and returns the case after it and the line for the log.
at = datetime(2026, 6, 4, 9, tzinfo=UTC)
opened = CaseOpened(
    caption="Roe v. Acme", happened_on=date(2026, 5, 4), court="us/cand", number="1"
)
case, line = Case.open(opened, case_id="roe-v-acme", recorded_at=at, actor=CLERK)
lines = [line]
for event in events:
    at += timedelta(minutes=1)
    case, line = case.record(event, recorded_at=at, actor=CLERK)
    lines.append(line)

with TemporaryDirectory() as folder:
    store = SqliteStore(Path(folder) / "cases.db")
    with store.begin() as work:
        work.add(lines)
        work.commit()
    with store.begin() as work:
        found = work.get("roe-v-acme")
        print(f"Read back as it was stored: {found == case}")
        print(found.agenda())

        # Done in time; saved on the version that we read.
        met = DeadlineMet(
            deadline_id="answers",
            met_by="A. Lawyer",
            evidence="Proof of service",
            happened_on=date(2026, 7, 2),
        )
        found, line = found.record(
            met, recorded_at=at + timedelta(days=28), actor=CLERK
        )
        work.save([line], expected=case.version)
        work.commit()
    store.close()

print(f"Met: {[item.deadline.deadline_id for item in found.agenda().met]}")
# An earlier answer is not lost: the case as it was known at the beginning.
before = Case.from_events([*lines, line], known_at=lines[-1].recorded_at)
print(
    f"Open before that: {[item.deadline.deadline_id for item in before.agenda().open]}"
)

feed = to_ical(found.agenda(), name="Deadlines", alarms=(7, 1))
for text in feed.decode().splitlines():
    if text.startswith(("SUMMARY", "DTSTART")):
        print(text)
