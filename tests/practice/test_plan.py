"""The room of plans: what it keeps, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.practice import (
    PLAN,
    PlanAdopted,
    PlanAuthority,
    PlanCondition,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlanOffset,
    PlanSentry,
    PlanStaffed,
    RoleFilled,
    TaskPlaced,
)
from practice_samples import stage
from practice_samples.plan import ANSWER, CALL, MEMO, PLAYBOOK

BY: dict[str, Any] = {"by": "lead", "at": NOON}
OF: dict[str, Any] = {"plan_id": "us/small", "happened_on": DAY}
LEAD = RoleFilled(role="lead", person="u-1")
ADOPTED = PlanAdopted(playbook=PLAYBOOK, digest=PLAYBOOK.digest, roles=(LEAD,), **OF)


def test_what_is_kept() -> None:
    """Playbook, people, links, what was left out, and where other tasks belong."""
    newer = evolve(PLAYBOOK, edition="2", items=(ANSWER,))
    other = RoleFilled(role="lead", person="u-2")
    file = stage().record(
        ADOPTED,
        PlanStaffed(roles=(other,), **OF),
        PlanItemAdded(item=CALL, **OF),
        PlanItemPlanned(
            item="answer", instance="reply", of=Ref("deadline", "reply"), **OF
        ),
        PlanItemSkipped(item="memo", ground="no", **OF),
        PlanItemWaived(item="memo", ground="no", approved_by="partner", **OF),
        TaskPlaced(task_id="draft", area="trial", happened_on=DAY),
        PlanMigrated(playbook=newer, digest=newer.digest, **OF),
        **BY,
    )
    plans = file.case[PLAN]
    plan = plans.adopted["us/small"]
    assert plan.person("lead") == "u-2"
    assert plan.person("docketing") is None
    assert [one.item_id for one in plan.items] == ["answer", "call"]
    assert plan.linked("answer", "reply")[0].of == "deadline:reply"
    assert plan.linked("answer", "other") == ()
    left = plan.why_left_out("memo", "roe")
    assert left is not None
    assert left.is_waived
    assert plan.why_left_out("answer") is None
    assert [edition for edition, *_ in plan.editions] == ["1", "2"]
    assert plan.digest == newer.digest != PLAYBOOK.digest
    assert plans.placed["draft"].area == "trial"


@pytest.mark.parametrize(
    ("event", "error", "says"),
    [
        (ADOPTED, InvalidValueError, "us/small"),
        (
            PlanItemSkipped(item="answer", ground="no", **OF),
            IllegalTransitionError,
            "waive",
        ),
        (
            PlanItemSkipped(item="anser", ground="no", **OF),
            UnknownNameError,
            "'answer'",
        ),
        (PlanItemAdded(item=ANSWER, **OF), ConflictingInputError, "another id"),
        (
            PlanItemAdded(item=evolve(CALL, stage="trial"), **OF),
            InvalidValueError,
            "pleading",
        ),
        (
            PlanStaffed(roles=(RoleFilled(role="led", person="u"),), **OF),
            UnknownNameError,
            "'lead'",
        ),
        (
            PlanMigrated(playbook=PLAYBOOK, digest="0", **OF),
            ConflictingInputError,
            "digest",
        ),
        (
            PlanMigrated(playbook=evolve(PLAYBOOK, playbook_id="x"), digest="0", **OF),
            InvalidValueError,
            "plan of its own",
        ),
        (
            PlanItemPlanned(item="answer", of=Ref("task", "none"), **OF),
            UnknownNameError,
            "none",
        ),
    ],
)
def test_what_cannot_have_happened_is_refused(
    event: Any, error: type[Exception], says: str
) -> None:
    """With what to do; the file stays as it was."""
    file = stage().record(ADOPTED, **BY)
    with pytest.raises(error, match=says):
        file.record(event, **BY)


def test_another_playbook_is_no_edition_of_this_one() -> None:
    """It is adopted as a plan of its own; and nothing is planned twice."""
    file = stage().record(ADOPTED, **BY)
    other = evolve(PLAYBOOK, playbook_id="us/other")
    with pytest.raises(InvalidValueError, match="plan of its own"):
        file.record(PlanMigrated(playbook=other, digest=other.digest, **OF), **BY)
    planned = PlanItemPlanned(item="answer", of=Ref("deadline", "reply"), **OF)
    with pytest.raises(ConflictingInputError, match="Once is enough"):
        file.record(planned, planned, **BY)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (PlanSentry, InvalidValueError, "one thing"),
        (lambda: PlanSentry(event="trial", item="memo"), InvalidValueError, "names 2"),
        (
            lambda: PlanSentry(item="memo", by="us"),
            InvalidValueError,
            "by says nothing",
        ),
        (PlanCondition, InvalidValueError, "one thing"),
        (lambda: PlanCondition(fact="detained"), InvalidValueError, "its answer"),
        (
            lambda: PlanOffset(
                period=Period.parse("3 court days"), of=PlanSentry(hearing="trial")
            ),
            InvalidValueError,
            "court's calendar",
        ),
        (
            lambda: evolve(ANSWER, lead_times=(Period.parse("3 court days"),)),
            InvalidValueError,
            "3 court days",
        ),
        (
            lambda: evolve(ANSWER, lead_times=("7 days",)),  # type: ignore[arg-type]  # what is tested
            InvalidTypeError,
            "tuple of Period",
        ),
        (lambda: evolve(ANSWER, requires=("judge",)), InvalidValueError, "attorney"),
        (lambda: evolve(ANSWER, area="law"), InvalidValueError, "pleadings"),
        (lambda: PlanAuthority(cite="x", verified="read"), InvalidValueError, "recall"),
        (lambda: evolve(PLAYBOOK, items=(ANSWER, ANSWER)), InvalidValueError, "twice"),
        (lambda: evolve(PLAYBOOK, items=(MEMO,)), InvalidValueError, "'answer'"),
        (lambda: evolve(PLAYBOOK, roles=()), InvalidValueError, "at least one"),
        (
            lambda: TaskPlaced(task_id="draft", happened_on=DAY),
            MissingInputError,
            "belongs",
        ),
        (
            lambda: PlanItemPlanned(item="answer", of=Ref("party", "roe"), **OF),
            InvalidValueError,
            "not as a party",
        ),
        (
            lambda: PlanItemPlanned(item="answer", of="task:draft", **OF),  # type: ignore[arg-type]  # what is tested
            InvalidTypeError,
            "Ref",
        ),
        (
            lambda: PlanStaffed(roles=(LEAD, evolve(LEAD, person="u-2")), **OF),
            InvalidValueError,
            "filled twice",
        ),
        (lambda: PLAYBOOK.item("anser"), UnknownNameError, "'answer'"),
        (lambda: PLAYBOOK.stage("plea"), UnknownNameError, "pleading"),
    ],
)
def test_what_makes_no_sense_is_refused(
    make: Any, error: type[Exception], says: str
) -> None:
    """When the value is made."""
    with pytest.raises(error, match=says):
        make()


def test_the_digest_leaves_out_what_was_not_said() -> None:
    """So that a field which a later version adds leaves it as it was."""
    assert PLAYBOOK.digest == evolve(PLAYBOOK).digest
    assert PLAYBOOK.digest != evolve(PLAYBOOK, edition="2").digest
    assert PLAYBOOK.digest != evolve(PLAYBOOK, items=(MEMO, ANSWER)).digest
    assert len(PLAYBOOK.digest) == 64
