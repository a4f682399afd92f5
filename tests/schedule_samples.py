"""Values of the scheduling, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import Any

from case_samples import CANARY, NOON
from legalcase.kernel import Draft, Ref
from legalcase.law.lawbook import Law
from legalcase.model import CaseFile, CaseOpened, PartyJoined, Served
from legalcase.scheduling import (
    Because,
    Done,
    Pinned,
    ScheduleNotice,
    Void,
    reschedule,
    schedule,
)

__all__ = ["schedule_samples", "served_case"]

DAY = date(2026, 6, 3)


def served_case() -> CaseFile:
    """A case in which a request was served on a client, by mail."""
    by: dict[str, Any] = {"by": "clerk", "at": NOON}
    opened = CaseOpened(
        caption=f"Roe v. Acme {CANARY}",
        court="us/cand",
        number="1",
        proceeding="civil",
        happened_on=DAY,
    )
    file = CaseFile.open(opened, case_id="roe", **by)
    roe = PartyJoined(
        party_id="roe", name=f"Roe {CANARY}", roles=("plaintiff",), happened_on=DAY
    )
    acme = PartyJoined(
        party_id="acme",
        name=f"Acme {CANARY}",
        roles=("defendant",),
        is_client=True,
        happened_on=DAY,
    )
    served = Served(
        title=f"Interrogatories {CANARY}",
        triggers=("interrogatories-served",),
        method="mail",
        by=("roe",),
        on=("acme",),
        happened_on=DAY,
    )
    return file.record(roe, acme, Draft(served, event_id="request"), **by)


def schedule_samples() -> dict[str, Any]:
    """A value of each exported class of the scheduling."""
    made = schedule(served_case(), Law.bundled())
    file = served_case()
    file = file.record(*made.new.events(on=DAY), by="clerk", at=NOON)
    wrong = file.correct(
        "request", method="electronic", ground="Read", by="clerk", at=NOON
    )
    diff = reschedule(wrong, Law.bundled())
    values: list[Any] = [
        diff,
        reschedule([wrong], Law.bundled()),
        diff.moved[0],
        Pinned(case_id="roe", deadline_id="due-1", reason="ordered"),
        Void(case_id="roe", deadline_id="due-2", because=("struck",)),
        made,
        made.new,
        made.rows[0],
        Because(Ref("event", "request"), "discovery request served on 2026-06-03"),
        Done(of=Ref("event", "answer"), on=DAY, by=("acme",), verdict="in-time"),
        ScheduleNotice(code="no-court", text="The case is in no court yet."),
    ]
    return {type(value).__name__: value for value in values}
