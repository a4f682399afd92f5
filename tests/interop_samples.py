"""One value of each class of `legalcase.interop`, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import Any

from case_samples import CANARY, file
from legalcase.interop import (
    Assumed,
    Difference,
    Imported,
    NoticeEntry,
    NoticeReader,
    NotMapped,
    SourceEntry,
    audit,
    columns_of,
)
from legalcase.law.lawbook import Law

LAW = Law.bundled()

# Accounts are given anew when asked; what they tell of is stored.
NOT_STORED: dict[str, str] = {
    **dict.fromkeys(
        (
            "legalcase.interop.auditing.judging.Compared",
            "legalcase.interop.auditing.result.Audit",
            "legalcase.interop.auditing.result.AuditRow",
            "legalcase.interop.auditing.result.NotCompared",
        ),
        "an answer, given anew when it is asked",
    ),
    "legalcase.interop.notices.entry.NoticeEntry": "what was read, not said",
    "legalcase.interop.notices.reader.NoticeReader": "it is of the program",
    "legalcase.interop.rows.columns.Column": "it is of the program",
    "legalcase.interop.courtlistener.entries.SourceEntry": "what was read, not said",
    "legalcase.interop.results.Assumed": "an account, given when it is brought in",
    "legalcase.interop.results.Difference": "an account, given when it is brought in",
    "legalcase.interop.results.Imported": "an account, given when it is brought in",
    "legalcase.interop.results.NotMapped": "an account, given when it is brought in",
}


def interop_samples() -> dict[str, Any]:
    """A value of each class."""
    left = NotMapped(path="docket.cause", type="str", why="no event has a place for it")
    assumed = Assumed(path="parties[0]", what="entered as a person")
    difference = Difference(
        path="parties[0].name",
        noun="party",
        id="acme",
        what="the source has another name",
        here=f"Acme {CANARY}",
        there=f"Acme, Inc. {CANARY}",
    )
    found = audit(
        [
            {"deadline_id": "answers", "on": "2026-07-30", "title": f"Call {CANARY}"},
            {"case_id": "nothing", "on": "2026-07-30"},
        ],
        [file()],
        LAW,
    )
    compared = next(one for one in found if one.of)
    values = [
        found,
        compared,
        compared.of[0],
        found.not_compared[0],
        columns_of("parties")[2],
        left,
        assumed,
        difference,
        SourceEntry(
            source_id=7,
            path="entries[0]",
            event_id="roe/cl-entry-7",
            number="1",
            filed_on=date(2026, 6, 3),
            filed_at=None,
            text=f"COMPLAINT {CANARY}",
        ),
        NoticeEntry(
            number="3:26-cv-00001",
            document_number="12",
            filed_on=date(2026, 6, 3),
            entered_on=date(2026, 6, 4),
            docket_text=f"MOTION {CANARY}",
            is_filed_by_somebody=True,
            mailed_to=(f"{CANARY}@example.com",),
            start=0,
            end=40,
        ),
        NoticeReader(),
        Imported(
            file=file(),
            added=("e1",),
            used=("docket.case_name",),
            known=(),
            not_mapped=(left,),
            assumed=(assumed,),
            differences=(difference,),
        ),
    ]
    return {f"interop {type(one).__name__}": one for one in values}
