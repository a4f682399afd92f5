"""Files of cases as the tests of stores save them, and what they read off a disk."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineConfirmed,
    DeadlineSet,
    DeadlineTerms,
    Filed,
    HearingSet,
    NoteAdded,
    Ordered,
    PartyJoined,
)
from legalcase.testing import FixedIds

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.directory import Entry
    from legalcase.model import Case
    from legalcase.storage import Store

PACIFIC = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)

# Stands wherever people write what is nobody else's business.
CANARY = "canary-4711"


def new_file(case_id: str = "case-1", *, ids: Any = None) -> CaseFile:
    """A case of eight lines, none of them saved, of which each says something else."""
    file = CaseFile.open(
        CaseOpened(
            caption=f"Roe v. Acme {CANARY}",
            happened_on=DAY,
            court="us/cand",
            number="4:26-cv-00001",
        ),
        case_id=case_id,
        by=f"A. Clerk {CANARY}",
        at=NOON,
        ids=ids or FixedIds(f"{case_id}/"),
    )
    terms = DeadlineTerms(
        title=f"Answer {CANARY}",
        basis=Ordered(due=date(2026, 7, 9), authority=f"Order {CANARY}"),
    )
    events: tuple[Any, ...] = (
        PartyJoined(
            party_id="acme",
            name=f"Acme {CANARY}",
            roles=("defendant",),
            happened_on=DAY,
        ),
        Filed(
            title=f"Complaint {CANARY}",
            happened_on=DAY,
            happened_at=datetime(2026, 6, 3, 17, 30, tzinfo=PACIFIC),
            triggers=("complaint-filed",),
            by=("acme",),
        ),
        HearingSet(
            hearing_id="cmc",
            title=f"Conference {CANARY}",
            hearing_at=datetime(2026, 8, 3, 9, 30, tzinfo=PACIFIC),
            happened_on=DAY,
        ),
        NoteAdded(note_id="note-1", text=f"Weak point: {CANARY}", happened_on=DAY),
        DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY),
        DeadlineConfirmed(
            deadline_id="answer", confirmed_by=f"A. Lawyer {CANARY}", happened_on=DAY
        ),
        NoteAdded(note_id="note-2", text=f"Their letter: {CANARY}", happened_on=DAY),
    )
    for hours, event in enumerate(events, 1):
        file = file.record(
            event,
            by=f"A. Clerk {CANARY}",
            at=NOON + timedelta(hours=hours),
            reason=f"It happened {CANARY}",
        )
    return file


#: How many lines that has.
LINES = 8


def noted(file: CaseFile, name: str, size: int = 1) -> CaseFile:
    """The file with a note of that many letters."""
    note = NoteAdded(note_id=name, text="x" * size, happened_on=DAY)
    return file.record(note, by="A. Clerk", at=file.case.recorded_at)


def save(store: Store, *files: CaseFile | Entry) -> None:
    """Save files in a unit of work of their own."""
    with store.begin() as work:
        work.save(*files)
        work.commit()


def load(store: Store, case_id: str = "case-1") -> CaseFile:
    """The file of a case as it is stored."""
    with store.begin() as work:
        return work.file(case_id)


def case(store: Store, case_id: str = "case-1") -> Case:
    """A case as it is stored."""
    return load(store, case_id).case


def raw(path: Path, *statements: str) -> list[Any]:
    """Do to the file what anybody with SQLite can do."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return [connection.execute(statement).fetchall() for statement in statements]
    finally:
        connection.close()


def for_the_pages(store: Store) -> None:
    """Save the case that the documents show."""
    file = CaseFile.open(
        CaseOpened(
            caption="Roe v. Acme",
            happened_on=DAY,
            court="us/cand",
            number="4:26-cv-00001",
        ),
        case_id="roe",
        by="clerk",
        at=NOON,
    )
    terms = DeadlineTerms(
        title="Answer",
        basis=Ordered(due=date(2026, 7, 9), authority="Order of 3 June"),
        owner="associate",
    )
    hearing = HearingSet(
        hearing_id="cmc",
        title="Case management conference",
        hearing_at=datetime(2026, 8, 3, 9, 30, tzinfo=PACIFIC),
        happened_on=DAY,
    )
    answer = DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY)
    save(store, file.record(answer, hearing, by="clerk", at=NOON))
