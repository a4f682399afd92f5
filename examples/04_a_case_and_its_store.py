"""A case as the fold of its log, kept in SQLite, and its deadlines as a calendar."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import legalcase as lc
from legalcase.ical import to_ical
from legalcase.kernel import Ref
from legalcase.model import (
    Anchor,
    CaseFile,
    CaseOpened,
    DeadlineConfirmed,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    HearingSet,
)
from legalcase.storage import SqliteStore

RULE = "us-ca/ccp/437c(a)(2)"
RESERVED_ON = date(2026, 6, 3)
HEARING = datetime(2026, 9, 24, 9, tzinfo=ZoneInfo("America/Los_Angeles"))

# What the law says is due; the deadline keeps the whole computation.
motion = lc.compute(RULE, before=HEARING.date(), court="us-ca/lasc", service="mail")

# A file records what happened, and is never changed: each time there is a new one.
opened = CaseOpened(
    caption="Roe v. Acme", happened_on=date(2026, 1, 5), court="us-ca/lasc", number="1"
)
at = datetime(2026, 6, 4, 9, tzinfo=UTC)
file = CaseFile.open(opened, case_id="roe-v-acme", by="A. Clerk", at=at)
file = file.record(
    HearingSet(
        hearing_id="hearing",
        title="Motion for summary judgment",
        hearing_at=HEARING,
        happened_on=RESERVED_ON,
    ),
    DeadlineSet(
        deadline_id="motion",
        terms=DeadlineTerms.of_rule(
            lc.rule(RULE),
            motion,
            title="Serve and file the motion",
            anchors=(Anchor("hearing", Ref("hearing", "hearing")),),
        ),
        happened_on=RESERVED_ON,
    ),
    DeadlineConfirmed(
        deadline_id="motion", confirmed_by="A. Lawyer", happened_on=RESERVED_ON
    ),
    # One of our own making: it follows the other wherever that goes.
    DeadlineSet(
        deadline_id="draft",
        terms=DeadlineTerms(
            title="Send the draft to the client",
            basis=Derived(
                follows=Ref("deadline", "motion"), period=lc.Period.parse("7 days")
            ),
        ),
        happened_on=RESERVED_ON,
    ),
    by="A. Clerk",
    at=at,
)

with TemporaryDirectory() as folder:
    store = SqliteStore(Path(folder) / "cases.db")
    with store.begin() as work:
        work.save(file)
        work.commit()
    with store.begin() as work:
        found = work.file("roe-v-acme")
        print(f"Read back as it was stored: {found.case == file.case}")
        print(found.case.agenda())

        # Done in time; saved on the version that we read.
        found = found.record(
            DeadlineMet(
                deadline_id="motion",
                met_by="A. Lawyer",
                evidence="Proof of service",
                happened_on=date(2026, 6, 25),
            ),
            by="A. Clerk",
            at=datetime(2026, 6, 25, 17, tzinfo=UTC),
        )
        work.save(found)
        work.commit()
    # Nothing was altered, and nothing is missing.
    print(f"Faults: {store.verify()}")
    store.close()

print(f"Met: {[item.deadline.deadline_id for item in found.case.agenda().met]}")
# An earlier answer is not lost: the case as it was known at the beginning.
before = found.as_of(known_at=at)
print(
    f"Open before that: {[item.deadline.deadline_id for item in before.agenda().open]}"
)

feed = to_ical(found.case.agenda(), name="Deadlines", alarms=(7, 1))
for text in feed.decode().splitlines():
    if text.startswith(("SUMMARY", "DTSTART")):
        print(text)
