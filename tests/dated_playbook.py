"""A playbook whose dates hang on service, on the trial and on the judgment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from case_files import numbered
from legalcase.law.lawbook import Law
from legalcase.model import (
    CaseFile,
    CaseOpened,
    CourtAssigned,
    HearingSet,
    NumberAssigned,
    PartyJoined,
    Served,
)
from legalcase.plans import Plan, read_playbook
from legalcase.practice import MODEL

if TYPE_CHECKING:
    from legalcase.kernel import Event
    from legalcase.practice import Playbook

__all__ = ["LAW", "PLAYBOOK", "TEXT", "TRIAL", "begun", "later", "recorded", "worked"]

LAW = Law.bundled()
TRIAL = datetime(2026, 12, 7, 17, tzinfo=UTC)
FIRST = date(2026, 6, 3)
TEXT = """
format = 1
[playbook]
id = "us/dated"
edition = "1"
title = "A civil action, in small"
effective = 2026-06-01
jurisdictions = ["us"]
proceedings = ["civil"]
sides = ["defendant"]
[[role]]
id = "lead"
title = "Lead counsel"
[[objective]]
id = "defeat"
statement = "Defeat the claim"
[[stage]]
id = "pleading"
title = "Pleadings"
[[stage]]
id = "trial"
title = "Trial"
enters = [{ hearing = "trial" }]
[[item]]
id = "interview"
stage = "pleading"
kind = "task"
title = "Interview the client"
accountable = "lead"
area = "intake"
serves = ["defeat"]
when = [{ event = "summons-served" }]
offset = { period = "3 days", direction = "after", of = { event = "summons-served" } }
authority = { cite = "policy", verified = "text", words = "ours", source = "ours" }
[[item]]
id = "answer"
stage = "pleading"
kind = "deadline"
title = "Answer"
accountable = "lead"
area = "pleadings"
serves = ["defeat"]
rule = ["us/frcp/12(a)(1)(A)(i)"]
after = ["interview"]
lead_times = ["7 days"]
done_by = ["answer-served"]
authority = { cite = "Fed. R. Civ. P. 12(a)(1)(A)(i)", verified = "recall" }
[[item]]
id = "trial"
stage = "trial"
kind = "hearing"
hearing = "trial"
title = "Trial"
accountable = "lead"
area = "trial"
serves = ["defeat"]
authority = { cite = "Fed. R. Civ. P. 39", verified = "recall" }
[[item]]
id = "witnesses"
stage = "trial"
kind = "task"
title = "Say which witnesses come"
accountable = "lead"
area = "evidence"
serves = ["defeat"]
when = [{ hearing = "trial" }]
offset = { period = "30 days", direction = "before", of = { hearing = "trial" } }
authority = { cite = "policy", verified = "text", words = "ours", source = "ours" }
[[item]]
id = "exhibits"
stage = "trial"
kind = "task"
title = "Mark the exhibits"
accountable = "lead"
area = "trial"
serves = ["defeat"]
when = [{ hearing = "trial" }]
after = ["witnesses"]
offset = { period = "14 days", direction = "before", of = { hearing = "trial" } }
authority = { cite = "policy", verified = "text", words = "ours", source = "ours" }
[[item]]
id = "review"
stage = "trial"
kind = "check"
title = "Look at the file once more"
accountable = "lead"
required = false
area = "trial"
when = [{ hearing = "trial" }]
authority = { cite = "policy", verified = "text", words = "ours", source = "ours" }
[[item]]
id = "letter"
stage = "pleading"
kind = "communication"
title = "Tell the client how long papers are kept"
accountable = "lead"
area = "client-care"
survives = true
when = [{ event = "summons-served" }]
authority = { cite = "policy", verified = "text", words = "ours", source = "ours" }
"""
PLAYBOOK: Playbook = read_playbook(TEXT)


def later(*changes: tuple[str, str], edition: str = "2") -> Playbook:
    """Another edition, with changes of its text."""
    text = TEXT.replace('edition = "1"', f'edition = "{edition}"')
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_playbook(text)


def recorded(file: CaseFile, *events: Any, on: date) -> CaseFile:
    """The file with events, recorded at noon of a day."""
    at = datetime(on.year, on.month, on.day, 20, tzinfo=UTC)
    return file.record(*events, by="lead", at=at)


def begun(*, trial: datetime | None = TRIAL) -> CaseFile:
    """A case in which our client was served, with a trial."""
    on: dict[str, Any] = {"happened_on": FIRST}
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", proceeding="civil", **on),
        case_id="roe",
        by="clerk",
        at=datetime(2026, 6, 3, 12, tzinfo=UTC),
        model=MODEL,
        ids=numbered(),
    )
    events: list[Event] = [
        CourtAssigned(court="us/cand", **on),
        NumberAssigned(number="1", **on),
        PartyJoined(party_id="roe", name="A. Roe", roles=("plaintiff",), **on),
        PartyJoined(
            party_id="acme",
            name="Acme",
            roles=("defendant",),
            kind="organization",
            is_client=True,
            **on,
        ),
        Served(
            title="Summons",
            triggers=("summons-served", "complaint-served"),
            by=("roe",),
            on=("acme",),
            method="personal",
            **on,
        ),
    ]
    if trial is not None:
        events.append(
            HearingSet.of_kind(
                "trial-jury",
                LAW,
                hearing_id="trial",
                title="Trial",
                hearing_at=trial,
                **on,
            )
        )
    return recorded(file, *events, on=FIRST)


def worked(file: CaseFile | None = None) -> CaseFile:
    """The case, worked by the plan."""
    file = begun() if file is None else file
    plan = Plan.of(PLAYBOOK, file, LAW, roles={"lead": "u-1"}, on=FIRST)
    return recorded(file, *plan.events(), on=FIRST)
