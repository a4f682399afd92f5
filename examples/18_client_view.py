"""What a client sees of the case: text, a letter, a page, and nothing else."""

from datetime import UTC, date, datetime
from typing import Any

import legalcase as lc
import legalcase.model as m
import legalcase.practice as p
from legalcase.oversight import client_view

DAY, AT = date(2026, 6, 8), datetime(2026, 6, 8, 17, tzinfo=UTC)
ON: Any = {"happened_on": DAY}
ACT: Any = {"by": "lead", "at": AT, "law": lc.Law.bundled()}
CASE: Any = {"caption": "Roe v. Acme", "court": "us/cand", "number": "3:26-cv-1"}
ROE: Any = {"party_id": "roe", "roles": ("plaintiff",), "is_client": True}
CALL: Any = {"with_parties": ("roe",), "direction": "both", "channel": "telephone"}
STATUS: Any = {"party_id": "roe", "approved_by": "lead"}
HEARING: Any = {"hearing_at": datetime(2026, 9, 3, 17, tzinfo=UTC)}

opened = m.CaseOpened(**CASE, **ON)
file = lc.CaseFile.open(opened, case_id="roe", model=p.MODEL, **ACT)
file = file.record(
    m.PartyJoined(name="Roe", **ROE, **ON),
    m.Filed(title="Complaint", by=("roe",), **ON),
    m.HearingSet(hearing_id="h", title="Conference", **HEARING, **ON),
    p.Communicated(communication_id="c", subject="SECRET", **CALL, **ON),
    p.StatusAgreed(text="Acme has to answer.", next_step="We call.", **STATUS, **ON),
    **ACT,
)
view = client_view(file.case, "roe", on=DAY)
print(view, view.letter(signed_by="The office"), sep="\n\n")
page = view.page()  # the same as HTML: write it to a file, or send it
print("HTML" if page.startswith("<!doctype html>") else "?", "SECRET" in page)
