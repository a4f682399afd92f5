"""Write the golden files. Done once for each schema: older files are kept for ever.

    python tests/golden/build.py

The tests read the files as they lie here, and never build them anew; a new schema
of the tables or of an event gets files with a new number. `logs-1.json` was written by
version 0.1 itself: logs of chance, with every kind, basis and label that it had, and
what it made of them.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from legalcase.model.basis import Computed, Derived, Ordered  # noqa: E402 - as above
from legalcase.model.case_events import (  # noqa: E402 - as above
    CaseOpened,
    CounselAppeared,
    NoteAdded,
    PartyJoined,
)
from legalcase.model.deadline import Deadline  # noqa: E402 - as above
from legalcase.model.deadline_events import (  # noqa: E402 - as above
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineSet,
)
from legalcase.model.docket_events import (  # noqa: E402 - as above
    Filed,
    HearingSet,
    Served,
)

from case_samples import computation  # noqa: E402 - found through the path above
from legalcase.ical.calendar_feed import to_ical  # noqa: E402 - as above
from legalcase.model.case import Case  # noqa: E402 - as above
from legalcase.model.people import (  # noqa: E402 - as above
    Participant,
    Party,
    Representation,
)
from legalcase.storage.sqlite.store import SqliteStore  # noqa: E402 - as above

if TYPE_CHECKING:
    from legalcase.model.events import CaseEvent
    from legalcase.model.recorded import Recorded

_OPENED = date(2026, 6, 1)
_SERVED = date(2026, 6, 3)


def _facts() -> tuple[CaseEvent, ...]:
    """What happened after the opening of the invented case."""
    acme = Party(party_id="acme", name="Acme GmbH & Co. KG", kind="organization")
    at_nine = datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("America/Los_Angeles"))
    answers = Deadline(
        deadline_id="answers",
        title="Answer the interrogatories",
        basis=Computed(computation=computation()),
        responsible="The associate",
    )
    draft = Deadline(
        deadline_id="draft",
        title="Draft the answers",
        basis=Derived(follows="answers", days_before=7),
    )
    report = Deadline(
        deadline_id="report",
        title="File the joint report",
        basis=Ordered(due=date(2026, 6, 12), order="Order of 1 June 2026"),
    )
    later = Deadline(
        deadline_id="answers-2",
        title="Answer the interrogatories",
        basis=Ordered(due=date(2026, 7, 31), order="Order of 30 June 2026"),
    )
    return (
        PartyJoined(
            participant=Participant(
                party=acme, roles=("defendant",), joined_on=_OPENED, is_client=True
            )
        ),
        CounselAppeared(
            representation=Representation(
                representation_id="counsel-1",
                party_ids=("acme",),
                counsel="The firm",
                began_on=_OPENED,
            )
        ),
        Filed(
            title="Complaint",
            happened_on=_OPENED,
            triggers=("complaint-filed",),
            number="1",
        ),
        Served(
            title="Interrogatories, set one",
            happened_on=_SERVED,
            method="mail",
            triggers=("discovery-request-served",),
            on=("acme",),
        ),
        HearingSet(
            hearing_id="conference",
            title="Case management conference",
            hearing_at=at_nine,
            happened_on=_SERVED,
        ),
        DeadlineSet(deadline=answers, happened_on=_SERVED),
        DeadlineSet(deadline=draft, happened_on=_SERVED),
        DeadlineSet(deadline=report, happened_on=_SERVED),
        DeadlineConfirmed(
            deadline_id="answers", confirmed_by="The partner", happened_on=_SERVED
        ),
        DeadlineConfirmed(
            deadline_id="report", confirmed_by="The partner", happened_on=_SERVED
        ),
        NoteAdded(note_id="n-1", text="Ask Müller first.", happened_on=_SERVED),
        DeadlineMet(
            deadline_id="report",
            met_by="The clerk",
            evidence="Docket entry 9",
            happened_on=date(2026, 6, 12),
        ),
        DeadlineExtended(
            deadline_id="answers",
            successor=later,
            authority="Order of 30 June 2026",
            happened_on=date(2026, 6, 30),
        ),
    )


def _log() -> tuple[Case, tuple[Recorded, ...]]:
    opened = CaseOpened(
        caption="Roe v. Acme",
        happened_on=_OPENED,
        court="us/cand",
        number="4:26-cv-00001",
        forum="us-ca",
    )
    at = datetime(2026, 6, 1, 9, tzinfo=UTC)
    case, line = Case.open(opened, case_id="roe", recorded_at=at, actor="The clerk")
    lines = [line]
    for hours, event in enumerate(_facts(), 1):
        case, line = case.record(
            event, recorded_at=at + timedelta(hours=hours), actor="The clerk"
        )
        lines.append(line)
    return case, tuple(lines)


def main() -> None:
    """Write the database and the feed of the case, where they are missing."""
    case, lines = _log()
    database, feed = HERE / "cases-1.db", HERE / "agenda-1.ics"
    if not database.exists():
        store = SqliteStore(database)
        with store.begin() as work:
            work.add(lines)
            work.commit()
        store.close()
    if not feed.exists():
        feed.write_bytes(
            to_ical(case.agenda(), name="Deadlines", detail="full", alarms=(7, 1))
        )


if __name__ == "__main__":
    main()
