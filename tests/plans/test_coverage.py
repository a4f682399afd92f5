"""What a plan covers: objectives, scope, areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from legalcase.codec.log.lines import line_of, line_text
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.kernel import Ref
from legalcase.model import Case, CaseFile, TaskCompleted, TaskPlanned, TaskTerms
from legalcase.plans import coverage, objectives_to_set
from legalcase.practice import (
    MODEL,
    ObjectiveDropped,
    ObjectiveMet,
    ObjectiveSet,
    PlanAdopted,
    PlanItemAdded,
    PlanItemPlanned,
    PlanItemSkipped,
    PlanItemWaived,
    ScopeAgreed,
    ScopeTerms,
    TaskPlaced,
)
from practice_samples import CANARY, DAY, NOON, recorded, stage
from small_playbook import PLAYBOOK, item

if TYPE_CHECKING:
    from legalcase.kernel import Event

ON: dict[str, Any] = {"happened_on": DAY}
ADOPTED = PlanAdopted(plan_id="p", playbook=PLAYBOOK, digest=PLAYBOOK.digest, **ON)


def objective(name: str) -> ObjectiveSet:
    """An objective of the case."""
    return ObjectiveSet(
        objective_id=name,
        statement="S",
        test="T",
        owner="lead",
        agreed_with=("roe",),
        **ON,
    )


def scope(*excluded: str) -> ScopeAgreed:
    """What was agreed."""
    terms = ScopeTerms(
        included=("pleadings", "discovery", "compliance", "trial"),
        excluded=excluded,
        agreed_with=("roe",),
        reasonable="R",
        consent=Ref("task", "draft"),
    )
    return ScopeAgreed(scope_id="s", terms=terms, **ON)


def after(*events: Event) -> CaseFile:
    """A case with a plan, and a task `draft` that no item asked for."""
    return stage().record(ADOPTED, *events, by="lead", at=NOON)


def found(file: CaseFile, code: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """The findings of a code: which item, and what shows it."""
    return [(one.item, one.evidence) for one in coverage(file).of(code)]


def test_an_objective_is_served_by_an_item_or_by_a_task() -> None:
    """And is an orphan otherwise."""
    file = after(objective("win"), objective("fast"))
    assert coverage(file).uncovered == ("fast",)
    assert found(file, "objective-uncovered") == [(None, ("objective:fast",))]
    placed = TaskPlaced(task_id="draft", serves=("fast",), **ON)
    answer = coverage(file.record(placed, by="lead", at=NOON))
    assert answer.uncovered == ()
    assert dict(answer.served)["fast"] == ("task:draft",)


@pytest.mark.parametrize(
    "event",
    [
        ObjectiveMet(objective_id="fast", how="H", **ON),
        ObjectiveDropped(objective_id="fast", ground="G", **ON),
    ],
)
def test_only_open_objectives_are_looked_at(event: Event) -> None:
    """What is reached needs no item more."""
    assert coverage(after(objective("fast"), event)).uncovered == ()


def test_what_is_left_undone_serves_nothing() -> None:
    """Skipped or waived: then it covers no objective, and is no orphan either."""
    waive = PlanItemWaived(
        plan_id="p", item="plead", ground="G", approved_by="partner", **ON
    )
    skip = PlanItemSkipped(plan_id="p", item="appeal-brief", ground="G", **ON)
    file = after(objective("win"), waive, skip)
    assert coverage(file).uncovered == ("win",)
    assert {one.item for one in coverage(file).findings} <= {None, "check"}


def test_an_item_that_serves_nothing_is_an_orphan() -> None:
    """So is one that serves what the case has not."""
    file = after(objective("fast"))
    assert {name for name, _ in found(file, "item-serves-none")} == {
        "plead",
        "check",
        "appeal-brief",
    }
    texts = [one.text for one in coverage(file).of("item-serves-none")]
    assert "item 'plead' serves 'win', which the case has not" in texts
    assert "item 'check' serves no objective" in texts


def test_an_added_item_counts() -> None:
    """It is of the plan of this case."""
    added = PlanItemAdded(plan_id="p", item=item("call", "trial", "fast"), **ON)
    assert coverage(after(objective("fast"), added)).uncovered == ()


def test_a_task_that_serves_nothing_is_an_orphan() -> None:
    """Until it is placed, planned for an item, or done."""
    file = after(objective("win"))
    assert found(file, "task-serves-none") == [(None, ("task:draft",))]
    for event in (
        TaskPlaced(task_id="draft", serves=("win",), **ON),
        PlanItemPlanned(plan_id="p", item="plead", of=Ref("task", "draft"), **ON),
        TaskCompleted(task_id="draft", completed_by="lead", **ON),
    ):
        assert found(file.record(event, by="lead", at=NOON), "task-serves-none") == []


def test_the_objectives_of_a_plan_become_those_of_the_case() -> None:
    """Those that it has are left out; none is set without a test."""
    file = after(objective("win"))
    (event,) = objectives_to_set(
        file, owner="lead", on=DAY, agreed_with=("roe",), tests={"fast": "By June"}
    )
    assert (event.objective_id, event.test, event.owner) == ("fast", "By June", "lead")
    then = file.record(event, by="lead", at=NOON)
    assert objectives_to_set(then, owner="lead", on=DAY) == ()
    with pytest.raises(MissingInputError, match="'fast'"):
        objectives_to_set(file, owner="lead", on=DAY)


def test_a_part_is_where_the_whole_is() -> None:
    """The parts of a task take its area and what it serves."""
    part = TaskPlanned(
        task_id="part",
        terms=TaskTerms(title="T", accountable="lead", parent="draft"),
        **ON,
    )
    placed = TaskPlaced(task_id="draft", area="appeal", serves=("win",), **ON)
    file = after(objective("win"), part, placed, scope("appeal"))
    assert found(file, "task-serves-none") == []
    shown = {one for _, by in found(file, "out-of-scope") for one in by}
    assert shown == {"task:draft", "task:part"}


def test_a_task_outside_the_scope_is_critical() -> None:
    """An item there without a task is a warning: leave it out."""
    file = after(scope("appeal"))
    assert found(file, "out-of-scope") == []
    assert found(file, "item-out-of-scope") == [
        ("appeal-brief", ("item:p#appeal-brief",))
    ]
    planned = PlanItemPlanned(
        plan_id="p", item="appeal-brief", instance="roe", of=Ref("task", "draft"), **ON
    )
    file = file.record(planned, by="lead", at=NOON)
    finding = coverage(file).findings[0]
    assert (finding.code, finding.severity) == ("out-of-scope", "critical")
    assert finding.evidence == ("item:p#appeal-brief", "task:draft")
    skip = PlanItemSkipped(plan_id="p", item="appeal-brief", ground="G", **ON)
    assert found(after(scope("appeal"), skip), "item-out-of-scope") == []


def test_of_what_no_scope_says_anything_it_is_said() -> None:
    """And areas that were agreed and stand empty."""
    file = after(scope())
    assert [name for name, _ in found(file, "scope-unsaid")] == ["appeal-brief"]
    assert {one.text for one in coverage(file).of("area-empty")} == {
        "nothing is planned in discovery, which is in the agreed scope",
        "nothing is planned in trial, which is in the agreed scope",
    }
    placed = TaskPlaced(task_id="draft", area="trial", **ON)
    texts = [
        one.text
        for one in coverage(file.record(placed, by="lead", at=NOON)).of("area-empty")
    ]
    assert len(texts) == 1


def test_without_a_scope_nothing_is_out_of_it() -> None:
    """And that is said."""
    file = after()
    assert len(coverage(file).of("no-scope")) == 1
    assert found(file, "scope-unsaid") == found(file, "out-of-scope") == []
    bare = scope("appeal")
    bare = evolve(bare, terms=evolve(bare.terms, consent=None))
    assert [one.text for one in coverage(after(bare)).of("limit-without")] == [
        "scope 's' is limited, without informed consent"
    ]


def test_it_renders_and_says_nothing_that_was_written() -> None:
    """As text, as HTML, as rows."""
    answer = coverage(recorded("objectives"))
    rendered = (str(answer), answer._repr_html_(), repr(answer), str(answer.to_rows()))
    for text in rendered:
        assert CANARY not in text
    assert "no-scope" not in str(answer)
    assert coverage(after(scope("appeal"))).title in str(
        coverage(after(scope("appeal")))
    )
    assert coverage(after()) == coverage(after().case)


def test_lines_that_were_passed_over_are_not_overlooked() -> None:
    """A case without the room is refused if it has some; nothing else is a case."""
    lines = [line_of(line_text(line, MODEL)) for line in after(scope()).log]
    with pytest.raises(MissingInputError, match=r"practice\.MODEL"):
        coverage(Case.from_events(lines))
    assert coverage(Case.from_events(stage().log)).uncovered == ()
    wrong: Any = None
    with pytest.raises(InvalidTypeError, match="case"):
        coverage(wrong)
