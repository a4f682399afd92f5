"""A case worker's morning: a call, a need, what is hers to do, and who waits for us."""

from datetime import UTC, date, datetime
from typing import Any

import legalcase as lc
import legalcase.model as m
import legalcase.practice as p
from legalcase.oversight import open_needs, replies_owed
from legalcase.plans import Plan, Playbooks, ready

LAW, DAY = lc.Law.bundled(), date(2026, 6, 8)
ON: Any = {"happened_on": DAY}
ACT: Any = {"by": "worker", "at": datetime(2026, 6, 8, 17, tzinfo=UTC), "law": LAW}
UD: Any = {"court": "us-ca/lasc", "proceeding": "unlawful-detainer"}
ROLES = {"lead": "lead", "paralegal": "pat", "docketing": "clerk", "advocate": "worker"}
US: Any = {"party_id": "ash", "roles": ("defendant",), "is_client": True}
CALL: Any = {"with_parties": ("ash",), "direction": "in", "channel": "telephone"}

# A tenant is our client, and the playbook for such a case says what comes next.
opened = m.CaseOpened(caption="Roe v. Ash", **UD, **ON)
file = lc.CaseFile.open(opened, case_id="ud-1", model=p.MODEL, **ACT)
file = file.record(m.PartyJoined(name="Ash", **US, **ON), **ACT)
book = Playbooks.bundled()["us-ca/unlawful-detainer-defence"]
file = file.record(*Plan.of(book, file, LAW, roles=ROLES, on=DAY).events(), **ACT)
# She calls: what she needs is written down, and she waits for an answer.
call = p.Communicated(communication_id="c", subject="Rent", reply_by=DAY, **CALL, **ON)
needs: Any = {"category": "housing", "urgency": "urgent", "stated_by": "ash"}
file = file.record(call, p.NeedFound(need_id="rent", of="ash", **needs, **ON), **ACT)
# What is mine to do, who waits for us, and what is needed.
for row in ready(file, LAW, on=DAY):
    print(row.shown or "no day    ", row.accountable, row.title)
print(replies_owed([file], on=DAY), open_needs([file], on=DAY), sep="\n")
