"""What cases, stores, feeds and the codec give back, as a type checker sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import assert_type
from uuid import UUID

import legalcase as lc
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.ical import to_ical
from legalcase.model import (
    Agenda,
    AgendaItem,
    CaseOpened,
    CaseStatus,
    Computed,
    DeadlineConfirmed,
    DeadlineSet,
    DeadlineState,
    DueDates,
    Hearing,
    Ordered,
    UnknownEvent,
)
from legalcase.ports import CaseStore, Clock, UnitOfWork
from legalcase.storage import MemoryStore, SqliteStore, SystemClock
from legalcase.testing import FixedClock

day = date(2026, 6, 3)
now = datetime(2026, 6, 3, 12, tzinfo=UTC)

# a case, and what happens to it
opened = CaseOpened(caption="Roe v. Acme", happened_on=day, court="us/cand")
case, line = lc.Case.open(opened, case_id="roe", recorded_at=now, actor="clerk")
assert_type(case, lc.Case)
assert_type(line, lc.Recorded)

computation = lc.compute("us/frcp/33(b)(2)", after=day, court="cand")
answers = lc.Deadline(
    deadline_id="answers", title="Answer", basis=Computed(computation=computation)
)
report = lc.Deadline(
    deadline_id="report", title="Report", basis=Ordered(due=day, order="Order")
)
event: lc.CaseEvent = DeadlineSet(deadline=answers, happened_on=day)
after, recorded = case.record(
    event, recorded_at=now, actor="clerk", on_behalf_of="partner", reason="service"
)
assert_type(after, lc.Case)
assert_type(recorded, lc.Recorded)
assert_type(recorded.event, lc.CaseEvent | UnknownEvent)
assert_type(recorded.kind, str)
assert_type(recorded.schema, int)
assert_type(recorded.happened, date | datetime)
confirmed = DeadlineConfirmed(
    deadline_id="answers", confirmed_by="partner", happened_on=day
)
after, recorded = after.record(confirmed, recorded_at=now, actor="clerk")

# what it knows
assert_type(after.status, CaseStatus)
assert_type(after.version, int)
assert_type(after.deadline("answers"), lc.Deadline)
assert_type(after.deadline("answers").state, DeadlineState)
assert_type(after.hearing("trial"), Hearing)
assert_type(after.dates("answers"), DueDates)
assert_type(after.dates("answers").shown, date | None)
assert_type(after.agenda(), Agenda)
assert_type(after.agenda().open, tuple[AgendaItem, ...])
assert_type(after.agenda().overdue(day), tuple[AgendaItem, ...])
assert_type(after.agenda().hearings, tuple[Hearing, ...])
assert_type(lc.Case.from_events([line, recorded], known_at=now), lc.Case)
assert_type(lc.Case.from_events((line,), unknown="skip"), lc.Case)

# stores and clocks are what the protocols ask for
store: CaseStore = MemoryStore()
store = SqliteStore("cases.db", patience=1)
clock: Clock = SystemClock()
clock = FixedClock(now)
assert_type(clock.now(), datetime)


def keep(store: CaseStore) -> None:
    """Use a store as its protocol says."""
    with store.begin() as work:
        assert_type(work, UnitOfWork)
        assert_type(work.add([line]), int)
        assert_type(work.save([recorded], expected=1), int)
        assert_type(work.get("roe"), lc.Case)
        assert_type(work.events("roe"), tuple[lc.Recorded, ...])
        assert_type(work.ids(), tuple[str, ...])
        work.commit()


keep(store)
assert_type(SqliteStore("cases.db").begin().get("roe"), lc.Case)
assert_type(MemoryStore().begin().ids(), tuple[str, ...])

# feeds
feed = to_ical(
    [after.agenda()],
    name="Deadlines",
    detail="ref-only",
    alarms=(7, 1),
    cancelled="drop",
    namespace=UUID(int=0),
)
assert_type(feed, bytes)

# stored values
assert_type(to_json(after), str)
decode(encode(after))
from_json(to_json(computation))
