"""A small playbook of the tests, and cases that are worked by it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import legalcase.model as m
from legalcase.plans import Plan, plan, read_playbook
from legalcase.practice import MODEL
from schedule_cases import AT, BY, FILED_ON, LAW, party, served

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.practice import Playbook

__all__ = [
    "BY",
    "LAW",
    "ON",
    "ROLES",
    "SMALL",
    "SUMMONS",
    "TEXT",
    "adopted",
    "brought_up",
    "case",
    "requested",
    "small",
    "states",
    "trial_set",
]

ON = date(2026, 4, 2)
ROLES: Mapping[str, str] = {"lead": "u-1", "docketing": "u-2"}
CITE = "Fed. R. Civ. P. 12(a)(1)(A)(i)"
READ = f"""authority = {{ cite = "{CITE}", verified = "recall" }}"""
POLICY = """authority = { cite = "policy", verified = "text" }"""
TEXT = f"""
format = 1

[playbook]
id = "us/small"
edition = "1"
title = "A small civil case"
effective = 2025-12-01
jurisdictions = ["us"]
proceedings = ["civil"]
sides = ["defendant"]
stage_table = "us/civil"

[[role]]
id = "lead"
title = "Lead counsel"
requires = ["attorney"]

[[role]]
id = "docketing"
title = "Docketing"

[[objective]]
id = "limit"
statement = "Owe less"

[[stage]]
id = "intake"
title = "Intake"

[[stage]]
id = "pleading"
title = "Pleadings"
enters = [{{ event = "summons-served" }}]

[[stage]]
id = "trial"
title = "Trial"
enters = [{{ hearing = "trial" }}]

[[item]]
id = "hold"
stage = "intake"
kind = "document"
document = "hold-notice"
title = "Hold notice"
accountable = "lead"
area = "evidence"
on_stage_exit = "end"
required = false
{POLICY}

[[item]]
id = "theory"
stage = "intake"
kind = "task"
title = "Theory of the case"
accountable = "lead"
area = "intake"
{POLICY}

[[item]]
id = "answer"
stage = "pleading"
kind = "deadline"
title = "Answer, or a motion under Rule 12"
critical = true
rule = ["us/frcp/12(a)(1)(A)(i)"]
accountable = "lead"
responsible = ["docketing"]
requires = ["attorney"]
area = "pleadings"
serves = ["limit"]
lead_times = ["7 days", "2 days"]
{READ}

[[item]]
id = "draft-answer"
stage = "pleading"
kind = "task"
title = "Draft the answer"
accountable = "lead"
area = "pleadings"
when = [{{ event = "summons-served" }}]
per = "participant"
after = ["theory"]
offset = {{ period = "10 days", direction = "before", of = {{ item = "answer" }} }}
done_by = ["answer-served"]
{POLICY}

[[item]]
id = "us-party"
stage = "pleading"
kind = "check"
title = "Is the time sixty days?"
accountable = "lead"
area = "pleadings"
if = [{{ fact = "united-states-is-a-party", is = "yes" }}]
{POLICY}

[[item]]
id = "responses"
stage = "pleading"
kind = "task"
title = "Answer their requests"
accountable = "lead"
area = "discovery"
when = [{{ event = "discovery-request-served", by = "opponent" }}]
pick = "each"
{POLICY}

[[item]]
id = "trial"
stage = "trial"
kind = "hearing"
hearing = "trial"
title = "Trial"
accountable = "lead"
area = "trial"
lead_times = ["30 days"]
{POLICY}

[[item]]
id = "exhibits"
stage = "trial"
kind = "task"
title = "Exhibits"
accountable = "docketing"
area = "trial"
offset = {{ period = "14 days", direction = "before", of = {{ hearing = "trial" }} }}
{POLICY}

[[item]]
id = "costs"
stage = "trial"
kind = "task"
title = "Bill of costs"
accountable = "docketing"
area = "costs"
when = [{{ event = "judgment-entered" }}]
survives = true
{POLICY}
"""


def small() -> Playbook:
    """The playbook."""
    return read_playbook(TEXT)


SMALL = small()
#: The summons that starts the time for the answer: due on 23 April 2026.
SUMMONS = served("summons", "summons-served", "roe", ["acme"], date(2026, 4, 2))


def case(*events: Any) -> m.CaseFile:
    """Roe against Acme, our client, with what happened in it."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court="us/cand",
        number="1",
        proceeding="civil",
        happened_on=FILED_ON,
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, model=MODEL, **BY)
    people = (
        party("roe", "plaintiff"),
        party("acme", "defendant", is_client=True),
    )
    return file.record(*people, *events, law=LAW, **BY)


def adopted(*events: Any) -> m.CaseFile:
    """The same, worked by the playbook."""
    file = case(*events)
    made = Plan.of(SMALL, file, LAW, roles=ROLES, on=ON)
    return file.record(*made.events(), law=LAW, **BY)


def brought_up(file: m.CaseFile, *events: Any, on: date = ON) -> m.CaseFile:
    """A case in which more happened, brought up to its plan."""
    file = file.record(*events, law=LAW, **BY) if events else file
    proposed = plan(file, LAW, on=on).events()
    return file.record(*proposed, law=LAW, **BY) if proposed else file


def trial_set(day: date, kind: str = "trial-jury") -> m.HearingSet:
    """A trial on a day."""
    return m.HearingSet(
        hearing_id="t",
        title="Trial",
        kind=kind,
        triggers=("trial",),
        hearing_at=datetime.combine(day, AT.timetz()),
        happened_on=ON,
    )


def requested(name: str, day: date) -> Any:
    """Requests of Roe that are served on our client."""
    return served(name, "discovery-request-served", "roe", ["acme"], day)


def states(made: Plan) -> dict[str, str]:
    """Where the items stand, by item, or item and instance."""
    found = {}
    for row in made:
        several = len(made.of_item(row.item_id)) > 1
        found[f"{row.item_id} {row.instance}" if several else row.item_id] = row.state
    return found
