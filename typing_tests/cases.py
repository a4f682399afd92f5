"""What cases, stores, feeds and the codec give back, as a type checker sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import assert_type
from uuid import UUID

import legalcase as lc
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.ical import to_ical
from legalcase.kernel import (
    Corrected,
    Event,
    Facet,
    Label,
    Recorded,
    Ref,
    Register,
    Retracted,
    UnknownEvent,
)
from legalcase.model import (
    DEADLINES,
    Agenda,
    AgendaItem,
    CaseOpened,
    CaseStatus,
    Computed,
    DeadlineConfirmed,
    DeadlineSet,
    DeadlineTerms,
    DueDates,
    Hearing,
    Model,
    Ordered,
    Outcome,
    Review,
)
from legalcase.ports import (
    CaseQuery,
    CaseRow,
    CaseStore,
    Clock,
    Committed,
    DueQuery,
    DueRow,
    LineQuery,
    LineRow,
    Page,
    Reader,
    UnitOfWork,
)
from legalcase.storage import (
    MemoryStore,
    SqliteStore,
    Store,
    SystemClock,
    Work,
    load,
    load_file,
    open_store,
    save,
)
from legalcase.testing import FixedClock

day = date(2026, 6, 3)
now = datetime(2026, 6, 3, 12, tzinfo=UTC)

# a case, and what happens to it
opened = CaseOpened(caption="Roe v. Acme", happened_on=day, court="us/cand")
file = lc.CaseFile.open(opened, case_id="roe", by="clerk", at=now)
assert_type(file, lc.CaseFile)

computation = lc.compute("us/frcp/33(b)(2)", after=day, court="cand")
answers = DeadlineTerms(title="Answer", basis=Computed(computation=computation))
report = DeadlineTerms(
    title="Report",
    basis=Ordered(due=day, order=Ref("event", "order")),
    label=Label(audience="firm", ground="work-product"),
)
event: Event = DeadlineSet(deadline_id="answers", terms=answers, happened_on=day)
confirmed = DeadlineConfirmed(
    deadline_id="answers", confirmed_by="partner", happened_on=day
)
after = file.record(
    event, confirmed, by="clerk", at=now, on_behalf_of="partner", reason="service"
)
assert_type(after, lc.CaseFile)
assert_type(after.log, tuple[Recorded, ...])
assert_type(after.pending, tuple[Recorded, ...])
line = after.log[1]
assert_type(line, lc.Recorded)
assert_type(line.event, Event | UnknownEvent | Corrected | Retracted)
assert_type(line.kind, str)
assert_type(line.schema, int)
assert_type(line.happened, date | datetime | None)
assert_type(after.correct("e", ground="typed wrong", by="c", at=now), lc.CaseFile)
assert_type(after.retract("e", ground="of another case", by="c", at=now), lc.CaseFile)
assert_type(after.why_not(confirmed, by="clerk", at=now), str | None)
assert_type(after.as_of(known_at=now), lc.Case)

# what it knows
case = after.case
assert_type(case, lc.Case)
assert_type(case.status, CaseStatus)
assert_type(case.version, int)
assert_type(case.deadlines, Register[lc.Deadline])
assert_type(case[DEADLINES], Register[lc.Deadline])
assert_type(DEADLINES, Facet[Register[lc.Deadline]])
assert_type(case.deadlines["answers"].outcome, Outcome)
assert_type(case.deadlines["answers"].review, Review)
assert_type(case.deadlines["answers"].state, str)
assert_type(case.hearings["trial"], Hearing)
assert_type(case.dates("answers"), DueDates)
assert_type(case.dates("answers").shown, date | None)
assert_type(case.agenda(), Agenda)
assert_type(case.agenda().open, tuple[AgendaItem, ...])
assert_type(case.agenda().overdue(day), tuple[AgendaItem, ...])
assert_type(case.agenda().hearings, tuple[Hearing, ...])
assert_type(lc.Case.from_events(after.log, known_at=now), lc.Case)
assert_type(lc.Case.from_events(after.log, true_on=day, model=Model.core()), lc.Case)

# stores and clocks are what the protocols ask for
store: CaseStore = MemoryStore()
store = SqliteStore("cases.db", patience=1)
clock: Clock = SystemClock()
clock = FixedClock(now)
assert_type(clock.now(), datetime)


def look(store: CaseStore) -> None:
    """Use a store as its protocol says, whoever made it."""
    with store.begin(by="clerk") as work:
        assert_type(work, UnitOfWork)
        save(work, after)
        work.commit()
    with store.read() as reader:
        assert_type(reader, Reader)
        assert_type(load(reader, None, "roe"), lc.Case)
        assert_type(load_file(reader, None, "roe"), lc.CaseFile)
        found = reader.find(CaseQuery(court="us/cand"))
        assert_type(found, Page[CaseRow])
        assert_type(
            reader.find(DueQuery(due_until=day), after=found.next), Page[DueRow]
        )
        assert_type(reader.find(LineQuery(tags=("person:1",))), Page[LineRow])
        assert_type(reader.changes_since(found.position).rows[0], Committed)
    assert_type(store.run(lambda _: 7), int)


def keep(store: Store) -> None:
    """Use a store as those of this package can be used."""
    with store.begin() as work:
        assert_type(work, Work)
        work.save(after)
        assert_type(work.file("roe"), lc.CaseFile)
        assert_type(work.get("roe"), lc.Case)
        assert_type(work.events("case:roe"), tuple[lc.Recorded, ...])
        assert_type(work.ids(), tuple[str, ...])
        work.commit()


look(store)
keep(MemoryStore())
keep(open_store("memory:"))
assert_type(SqliteStore("cases.db").begin().get("roe"), lc.Case)
assert_type(MemoryStore().begin().ids(), tuple[str, ...])

# feeds
feed = to_ical(
    [case.agenda()],
    name="Deadlines",
    detail="ref-only",
    audience="firm",
    alarms=(7, 1),
    cancelled="drop",
    namespace=UUID(int=0),
)
assert_type(feed, bytes)

# stored values
assert_type(to_json(line), str)
decode(encode(line))
from_json(to_json(computation))
