"""A case as the fold of its events, kept in SQLite, and its deadlines as a calendar."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

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
    HearingSet,
)
from legalcase.storage import SqliteStore

CLERK = "A. Clerk"
RESERVED_ON = date(2026, 6, 3)
HEARING = datetime(2026, 9, 24, 9, tzinfo=ZoneInfo("America/Los_Angeles"))

# What the law says is due; the deadline keeps the whole computation.
motion = lc.compute(
    "us-ca/ccp/437c(a)(2)", before=HEARING.date(), court="us-ca/lasc", service="mail"
)
events = (
    HearingSet(
        hearing_id="hearing",
        title="Motion for summary judgment",
        hearing_at=HEARING,
        happened_on=RESERVED_ON,
    ),
    DeadlineSet(
        deadline=Deadline(
            deadline_id="motion",
            title="Serve and file the motion",
            basis=Computed(computation=motion),
        ),
        happened_on=RESERVED_ON,
    ),
    DeadlineConfirmed(
        deadline_id="motion", confirmed_by="A. Lawyer", happened_on=RESERVED_ON
    ),
    # One of our own making: it follows the other wherever that goes.
    DeadlineSet(
        deadline=Deadline(
            deadline_id="draft",
            title="Send the draft to the client",
            basis=Derived(follows="motion", days_before=7),
        ),
        happened_on=RESERVED_ON,
    ),
)

# `record` checks each event, and returns the case after it and the line for the log.
at = datetime(2026, 6, 4, 9, tzinfo=UTC)
opened = CaseOpened(
    caption="Roe v. Acme", happened_on=date(2026, 1, 5), court="us-ca/lasc", number="1"
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
            deadline_id="motion",
            met_by="A. Lawyer",
            evidence="Proof of service",
            happened_on=date(2026, 6, 25),
        )
        found, line = found.record(
            met, recorded_at=at + timedelta(days=21), actor=CLERK
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
