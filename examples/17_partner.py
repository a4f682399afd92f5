"""A partner looks at three cases: the worst first, what is due, who hears from us."""

from datetime import UTC, date, datetime
from typing import Any

import legalcase as lc
import legalcase.model as m
import legalcase.practice as p
from legalcase.dates import Period
from legalcase.oversight import agenda, compliance, review, updates_due

LAW, TODAY = lc.Law.bundled(), date(2026, 4, 17)
ACT: Any = {"by": "clerk", "at": datetime(2026, 4, 17, 22, tzinfo=UTC), "law": LAW}
US: Any = {"party_id": "us", "roles": ("defendant",), "is_client": True}
SUIT: Any = {"title": "Complaint", "triggers": ("summons-served",)}
TOLD: Any = {"with_parties": ("us",), "direction": "out", "channel": "letter"}
EVERY = Period.parse("14 days")


def served(name: str, on: date) -> lc.CaseFile:
    """A client is served in a federal court; what is due is set, and has an owner."""
    opened = m.CaseOpened(caption=f"Roe v. {name}", court="us/cand", happened_on=on)
    file = lc.CaseFile.open(opened, case_id=name.lower(), model=p.MODEL, **ACT)
    client = m.PartyJoined(name=name, happened_on=on, **US)
    file = file.record(client, m.Served(on=("us",), happened_on=on, **SUIT), **ACT)
    return file.record(*lc.schedule(file, LAW).new.events(on=on, owner="lead"), **ACT)


days = {"Ash": date(2026, 3, 23), "Elm": date(2026, 4, 2), "Oak": date(2026, 4, 16)}
ash, elm, oak = cases = [served(name, on) for name, on in days.items()]
told = p.Communicated(communication_id="c", subject="Hello", happened_on=TODAY, **TOLD)
cases[1] = elm.record(told, **ACT)
print(review(cases, cadence=EVERY, on=TODAY))
print(agenda(cases, between=(TODAY, date(2026, 5, 8))))
print(updates_due(cases, every=EVERY, on=TODAY))
print(compliance(ash.case, LAW, on=TODAY))
