"""A firm's tool: open, serve, confirm, extend, agenda, feed; in one file of SQLite."""

from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory
from typing import Any

import legalcase as lc
import legalcase.model as m
from legalcase.storage import SqliteStore

LAW, DAY = lc.Law.bundled(), date(2026, 4, 3)
ON: Any = {"happened_on": DAY}
ACT: Any = {"by": "clerk", "at": datetime(2026, 4, 3, 17, tzinfo=UTC), "law": LAW}

with TemporaryDirectory() as folder, SqliteStore(f"{folder}/cases.db").begin() as work:
    # Open a case, say who takes part and what was served, and set what is due.
    opened = m.CaseOpened(caption="Roe v. Acme", court="us/cand", **ON)
    roe = m.PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), **ON)
    acme = m.PartyJoined(
        party_id="acme", name="Acme", roles=("defendant",), is_client=True, **ON
    )
    suit = m.Served(
        title="Complaint", triggers=("summons-served",), by=("roe",), on=("acme",), **ON
    )
    file = lc.CaseFile.open(opened, case_id="roe", **ACT).record(roe, acme, suit, **ACT)
    file = file.record(*lc.schedule(file, LAW).new.events(on=DAY), **ACT)
    work.save(file)
    # Load it, confirm the answer, and extend it to the day that the parties agreed on.
    file = work.file("roe")
    found: Any = lc.schedule(file, LAW).of_rule("us/frcp/12(a)(1)(A)(i)")[0].deadline_id
    sure = m.DeadlineConfirmed(deadline_id=found, confirmed_by="A. Partner", **ON)
    agreed = m.Agreed(due=date(2026, 5, 22), authority="Stipulation")
    more = m.DeadlineExtended(deadline_id=found, successor_id="a2", basis=agreed, **ON)
    work.save(file.record(sure, more, **ACT))
    # What is due in all cases, and the feed for a calendar.
    print(lc.agenda(map(work.get, work.ids()), between=(DAY, date(2026, 6, 30))))
    print(lc.to_ical(map(work.get, work.ids()), name="The firm").decode())
    work.commit()
