"""A playbook with three tasks, for tests that ask what a plan covers or changes."""

from __future__ import annotations

from datetime import date

from legalcase.practice import (
    PlanAuthority,
    PlanObjective,
    PlanRole,
    PlanStage,
    Playbook,
    PlaybookItem,
)

POLICY = PlanAuthority(cite="policy", verified="text")


def item(item_id: str, area: str, *serves: str, required: bool = True) -> PlaybookItem:
    """A task of a playbook."""
    return PlaybookItem(
        item_id=item_id,
        stage="all",
        kind="task",
        title="T",
        accountable="lead",
        area=area,
        serves=serves,
        is_required=required,
        authority=POLICY,
    )


PLAYBOOK = Playbook(
    playbook_id="us/small",
    edition="1",
    title="Small",
    effective=date(2026, 6, 1),
    jurisdictions=("us",),
    proceedings=("civil",),
    sides=("plaintiff",),
    roles=(PlanRole(role_id="lead", title="Lead"),),
    objectives=(
        PlanObjective(objective_id="win", statement="Win"),
        PlanObjective(objective_id="fast", statement="Soon"),
    ),
    stages=(PlanStage(stage_id="all", title="All"),),
    items=(
        item("plead", "pleadings", "win"),
        item("check", "compliance"),
        item("appeal-brief", "appeal", "win", required=False),
    ),
)
