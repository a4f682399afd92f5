"""Samples of what can happen to the plan of a case."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.dates import Period
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    PlanAdopted,
    PlanAuthority,
    PlanCondition,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlanObjective,
    PlanOffset,
    PlanRole,
    PlanSentry,
    PlanStaffed,
    PlanStage,
    Playbook,
    PlaybookItem,
    RoleFilled,
    TaskPlaced,
)

WEEK = Period.parse("7 days")
READ = PlanAuthority(
    cite="Fed. R. Civ. P. 12(a)",
    verified="secondary",
    words="must serve an answer",
    source="an account",
    verified_on=date(2026, 11, 29),
)
ANSWER = PlaybookItem(
    item_id="answer",
    stage="pleading",
    kind="deadline",
    title=f"Answer {CANARY}",
    accountable="lead",
    responsible=("docketing",),
    is_critical=True,
    rules=("us/frcp/12(a)(1)(A)(i)",),
    requires=("attorney",),
    area="pleadings",
    serves=("limit",),
    when=(PlanSentry(event="summons-served"),),
    conditions=(
        PlanCondition(fact="united-states-is-a-party", answer="no"),
        PlanCondition(court="us", negated=True),
    ),
    lead_times=(WEEK,),
    done_by=("answer-served",),
    authority=READ,
)
MEMO = PlaybookItem(
    item_id="memo",
    stage="pleading",
    kind="document",
    document="memorandum",
    title=f"Memorandum {CANARY}",
    accountable="lead",
    is_required=False,
    area="trial",
    per="participant",
    pick="latest",
    after=("answer",),
    offset=PlanOffset(period=WEEK, of=PlanSentry(hearing="trial")),
    survives=True,
    on_stage_exit="end",
    authority=PlanAuthority(cite="policy", verified="text"),
    note=f"Ours {CANARY}",
)
PLAYBOOK = Playbook(
    playbook_id="us/small",
    edition="1",
    title="A small civil case",
    effective=date(2026, 6, 1),
    jurisdictions=("us",),
    proceedings=("civil",),
    sides=("plaintiff",),
    stage_table="us/civil",
    extends="us/smaller",
    note=f"Small {CANARY}",
    roles=(
        PlanRole(role_id="lead", title="Lead counsel", requires=("attorney",)),
        PlanRole(role_id="docketing", title="Docketing"),
    ),
    objectives=(
        PlanObjective(
            objective_id="limit",
            statement=f"Owe less {CANARY}",
            test=f"A judgment {CANARY}",
        ),
    ),
    stages=(
        PlanStage(
            stage_id="pleading",
            title="Pleadings",
            enters=(PlanSentry(event="summons-served", by="opponent"),),
            table_stage="pleading",
        ),
    ),
    items=(ANSWER, MEMO),
)
CALL = PlaybookItem(
    item_id="call",
    stage="pleading",
    kind="communication",
    title=f"Call them {CANARY}",
    accountable="lead",
    area="client-care",
    authority=PlanAuthority(cite="policy", verified="text"),
)
VALUES = (RoleFilled(role="lead", person="A. Lead"),)
EVENTS = (
    PlanAdopted(
        plan_id="us/small",
        playbook=PLAYBOOK,
        digest=PLAYBOOK.digest,
        roles=(RoleFilled(role="lead", person=f"A. Lead {CANARY}"),),
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
    ),
    PlanStaffed(
        plan_id="us/small",
        roles=(RoleFilled(role="docketing", person=f"A. Clerk {CANARY}"),),
        happened_on=DAY,
    ),
    PlanItemAdded(plan_id="us/small", item=CALL, happened_on=DAY),
    PlanItemPlanned(
        plan_id="us/small",
        item="answer",
        instance="reply",
        of=Ref("deadline", "reply"),
        happened_on=DAY,
    ),
    PlanItemSkipped(
        plan_id="us/small",
        item="memo",
        instance="roe",
        ground=f"No need {CANARY}",
        happened_on=DAY,
    ),
    PlanItemWaived(
        plan_id="us/small",
        item="answer",
        instance="reply",
        ground=f"Settled {CANARY}",
        approved_by=f"A. Partner {CANARY}",
        happened_on=DAY,
    ),
    TaskPlaced(task_id="draft", area="trial", serves=("limit",), happened_on=DAY),
    PlanMigrated(
        plan_id="us/small",
        playbook=PLAYBOOK,
        digest=PLAYBOOK.digest,
        ground=f"A new edition {CANARY}",
        happened_on=DAY,
    ),
)
