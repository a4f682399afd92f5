"""Cases that are found by different words: each field of a query parts them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from legalcase.kernel.events.label import Label
from legalcase.kernel.lines.recorded import Draft
from legalcase.law.bundled import compute
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload.events import (
    CaseClosed,
    CaseDisposed,
    CaseOpened,
    CaseTransferred,
)
from legalcase.model.deadlines.basis import Computed, Ordered
from legalcase.model.deadlines.events import DeadlineMet, DeadlineSet
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.hearings.events import HearingSet, HearingVacated
from legalcase.model.notes.events import NoteAdded
from legalcase.model.people.events import PartyJoined
from legalcase.model.stage.events import StageEntered, StageTableAdopted
from legalcase.model.stage.table import StageMove, StageTable
from legalcase.model.tasks.events import TaskCompleted, TaskPlanned
from legalcase.model.tasks.terms import TaskTerms
from legalcase.testing.fixed_ids import FixedIds
from legalcase.testing.store_helpers import DAY, NOON

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event

__all__ = ["DUE_DAYS", "RULE", "due_case", "sample_files", "with_events"]

RULE = "us/frcp/33(b)(2)"
#: Days on which something is due in the cases: first, one in the middle, last.
DUE_DAYS = (date(2026, 6, 10), date(2026, 6, 11), date(2026, 8, 31))
_FIRST, _SECOND, _LAST = DUE_DAYS

#: 23:00 by the court's clock, and the next day in UTC.
_LATE = datetime(2026, 6, 10, 23, tzinfo=ZoneInfo("America/Los_Angeles"))

_TABLE = StageTable(
    table_id="acme-legal/short",
    edition="1",
    stages=("pleading", "trial"),
    moves=(StageMove(leaves=("pleading",), reaches="trial"),),
)


def with_events(file: CaseFile, *events: Event | Draft) -> CaseFile:
    """Return a file with events, whose ids are told by its number of lines."""
    for event in events:
        draft = event if isinstance(event, Draft) else Draft(event)
        if draft.event_id is None:
            name = f"{file.case.case_id}/e{file.case.version + 1}"
            draft = Draft(draft.event, event_id=name, label=draft.label)
        file = file.record(draft, by="clerk", at=NOON)
    return file


def _new(case_id: str, **said: Any) -> CaseFile:
    event = CaseOpened(caption=f"Of {case_id}", happened_on=DAY, **said)
    ids = FixedIds(f"{case_id}/")
    return CaseFile.open(event, case_id=case_id, by="clerk", at=NOON, ids=ids)


def _ordered(
    name: str, due: date, owner: str | None = None, label: Label | None = None
) -> DeadlineSet:
    terms = DeadlineTerms(
        title=f"To do {name}",
        basis=Ordered(due=due, authority="order of the court"),
        owner=owner,
        label=label,
    )
    return DeadlineSet(deadline_id=name, terms=terms, happened_on=DAY)


def due_case(case_id: str, due: date) -> CaseFile:
    """Return the file of a case in which something is due on a day."""
    return with_events(_new(case_id), _ordered("it", due))


def sample_files() -> tuple[CaseFile, ...]:
    """Return files of cases, not saved yet; their ids are not in the order of dates."""
    by: dict[str, Any] = {"happened_on": DAY}
    computed = Computed(
        computation=compute(RULE, after=DAY, court="us/cand", service="mail")
    )
    answers = DeadlineTerms(title="Answers", basis=computed, owner="A. Associate")
    first = with_events(
        _new("c-1", court="us/cand", number="3:26-cv-1"),
        PartyJoined(
            party_id="roe",
            person="person:roe",
            roles=("plaintiff",),
            is_client=True,
            **by,
        ),
        PartyJoined(party_id="acme", name="Acme", roles=("defendant",), **by),
        DeadlineSet(deadline_id="answers", terms=answers, **by),
        _ordered("brief", _FIRST, "B. Associate"),
        HearingSet(hearing_id="late", title="Trial", hearing_at=_LATE, **by),
        TaskPlanned(
            task_id="draft",
            terms=TaskTerms(
                title="Draft it", accountable="B. Associate", due_on=_SECOND
            ),
            **by,
        ),
        TaskPlanned(
            task_id="some-day",
            terms=TaskTerms(
                title="Tidy up",
                accountable="A. Associate",
                responsible=("C. Clerk",),
            ),
            **by,
        ),
    )
    bare = with_events(
        _new("c-2"), NoteAdded(note_id="n", text="Nothing is due here.", **by)
    )
    moved = with_events(
        _new("c-3", court="us/cand", number="3:26-cv-3"),
        CaseTransferred(court="us/casd", number="3:26-cv-1", **by),
        _ordered("met", _FIRST, "A. Associate"),
        DeadlineMet(
            deadline_id="met", met_by="A. Associate", evidence="a receipt", **by
        ),
        TaskPlanned(
            task_id="done",
            terms=TaskTerms(title="Done", accountable="C. Clerk", due_on=_SECOND),
            **by,
        ),
        TaskCompleted(task_id="done", completed_by="C. Clerk", **by),
        HearingSet(
            hearing_id="off",
            title="Hearing",
            hearing_at=datetime(2026, 6, 11, 9, tzinfo=UTC),
            **by,
        ),
        HearingVacated(hearing_id="off", **by),
        CaseDisposed(disposition="settlement", **by),
        CaseClosed(**by),
    )
    staged = with_events(
        _new("c-04", court="us/casd"),
        PartyJoined(
            party_id="roe", name="Roe", roles=("plaintiff",), is_client=True, **by
        ),
        StageTableAdopted(table=_TABLE, at="pleading", **by),
        StageEntered(to="trial", **by),
        _ordered("last", _LAST, "C. Clerk"),
        _ordered(
            "own", _FIRST, "C. Clerk", Label(audience="firm", ground="privileged")
        ),
        Draft(
            NoteAdded(note_id="n", text="Weak point.", **by),
            label=Label(audience="owner"),
        ),
    )
    pleading = with_events(
        _new("C-1", number="3:26-cv-2"),
        StageTableAdopted(table=_TABLE, at="pleading", **by),
        _ordered("brief", _SECOND),
    )
    return first, bare, moved, staged, pleading
