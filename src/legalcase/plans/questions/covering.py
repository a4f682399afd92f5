"""coverage: which objectives nothing serves, what serves none, what is out of scope."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field, frozen

from legalcase.plain_data import PlainData
from legalcase.plans.asked import case_asked
from legalcase.plans.questions.finding import PlanFinding, table_of, worst_first
from legalcase.plans.questions.rooms import objectives_of, plans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.tasks.state import Task
    from legalcase.practice.objectives.state import Objectives
    from legalcase.practice.plan.item import PlaybookItem
    from legalcase.practice.plan.state import AdoptedPlan, Plans

__all__ = ["CODES", "Coverage", "coverage"]

#: Code of a finding → (how bad it is, what it finds).
CODES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "out-of-scope": ("critical", "a task in an area that was excluded"),
        "item-out-of-scope": (
            "warning",
            "an item in such an area, without an open task",
        ),
        "objective-uncovered": ("warning", "an objective that no item or task serves"),
        "scope-unsaid": ("warning", "work in an area of which nothing was agreed"),
        "no-scope": ("warning", "no scope was agreed, or the case has no room for one"),
        "limit-without": ("warning", "a limit without what Model Rule 1.2(c) asks for"),
        "area-empty": (
            "advice",
            "an area that was agreed, and nothing is planned in it",
        ),
        "item-serves-none": ("advice", "an item that serves no objective of the case"),
        "task-serves-none": ("advice", "a task that serves no objective of the case"),
    }
)

#: What Model Rule 1.2(c) asks for where a scope is limited.
_LACKING: Final = {
    "consent": "informed consent",
    "reasonable": "a word on why that is reasonable",
}


@frozen(kw_only=True, repr=False)
class Coverage(PlainData):
    """What the plans of a case cover of its objectives and of the agreed scope.

    `served` are (objective, what serves it: nouns and ids) for each open objective;
    `findings` say what is wrong, the worst first.
    """

    case_id: str
    served: tuple[tuple[str, tuple[str, ...]], ...] = ()
    findings: tuple[PlanFinding, ...] = ()

    def __repr__(self) -> str:
        """Return how many objectives are served, and how much was found."""
        served = sum(bool(by) for _, by in self.served)
        return (
            f"<Coverage {self.case_id!r}: {served} of {len(self.served)} objectives, "
            f"{len(self.findings)} findings>"
        )

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The ids of open objectives that nothing serves."""
        return tuple(name for name, by in self.served if not by)

    def of(self, code: str) -> tuple[PlanFinding, ...]:
        """Return the findings of one code."""
        return tuple(one for one in self.findings if one.code == code)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a finding, as plain data."""
        return [one.to_dict() for one in self.findings]

    @property
    def title(self) -> str:
        """How many objectives are served, and how much was found."""
        served = sum(bool(by) for _, by in self.served)
        number = len(self.findings)
        return (
            f"{self.case_id}: open objectives {len(self.served)}, served {served}; "
            f"{number} {'finding' if number == 1 else 'findings'}"
        )

    def __str__(self) -> str:
        """Return the findings as a table of text."""
        return table_of(self.title, self.findings).text()

    def _repr_html_(self) -> str:
        return table_of(self.title, self.findings).html()


def coverage(case: Case | CaseFile) -> Coverage:
    """Return what the plans of a case cover: objectives, scope, areas.

    Looked at are open objectives, items that are not left undone, and open tasks; a
    task has the area and the objectives of the item for which it was planned, or of the
    place that it was given, or of the task of which it is a part. Raises
    `MissingInputError` where the case was read without a room and has lines of it.
    """
    asked = case_asked(case)
    look = _Look(asked, plans_of(asked), objectives_of(asked))
    return Coverage(
        case_id=asked.case_id,
        served=tuple(look.served.items()),
        findings=worst_first(look.findings()),
    )


@define
class _Look:
    """One look at a case, with what it found on the way."""

    case: Case
    plans: Plans
    room: Objectives
    served: dict[str, tuple[str, ...]] = field(init=False)
    items: list[tuple[AdoptedPlan, PlaybookItem]] = field(init=False)
    of_task: dict[str, PlaybookItem] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Gather the items that stand, their tasks, and what each objective has."""
        self.items = [
            (plan, item)
            for plan in self.plans.adopted
            for item in plan.items
            if plan.why_left_out(item.item_id) is None
        ]
        known = {
            (plan.plan_id, item.item_id): item
            for plan in self.plans.adopted
            for item in plan.items
        }
        self.of_task = {
            link.of.removeprefix("task:"): known[plan.plan_id, link.item]
            for plan in self.plans.adopted
            for link in plan.links
            if link.of.startswith("task:") and (plan.plan_id, link.item) in known
        }
        self.served = {
            one.objective_id: tuple(self._serving(one.objective_id))
            for one in self.room.open
        }

    def _serving(self, objective: str) -> Iterator[str]:
        for plan, item in self.items:
            if objective in item.serves:
                yield f"item:{plan.plan_id}#{item.item_id}"
        for placed in self.plans.placed:
            task = self.case.tasks.find(placed.task_id)
            is_there = task is not None and (task.is_open or task.is_done)
            if objective in placed.serves and is_there:
                yield f"task:{placed.task_id}"

    def findings(self) -> Iterator[PlanFinding]:
        """Yield all that is wrong."""
        for name, by in self.served.items():
            if not by:
                text = f"no item and no task serves objective {name!r}"
                yield _found("objective-uncovered", text, f"objective:{name}")
        yield from self._scopes()
        used: set[str] = set()
        for plan, item in self.items:
            used.add(item.area)
            yield from self._item(plan, item)
        for task in self.case.tasks:
            if task.is_open and task.task_id not in self.of_task:
                area, serves = self._place(task)
                used.update(() if area is None else (area,))
                yield from self._task(task, area, serves)
        yield from self._empty(used)

    def _item(self, plan: AdoptedPlan, item: PlaybookItem) -> Iterator[PlanFinding]:
        ref = f"item:{plan.plan_id}#{item.item_id}"
        tasks = tuple(
            f"task:{name}"
            for name, other in self.of_task.items()
            if other is item and self._is_open(name)
        )
        what = f"item {item.item_id!r}"
        for one in self._area(what, item.area, (ref, *tasks)):
            is_planned = one.code != "out-of-scope" or tasks
            found = one if is_planned else _found("item-out-of-scope", one.text, ref)
            yield _about(found, plan, item)
        if self.room.objectives and not self._serves(item.serves):
            named = ", ".join(map(repr, item.serves))
            why = f"{named}, which the case has not" if named else "no objective"
            text = f"{what} serves {why}"
            yield _about(_found("item-serves-none", text, ref), plan, item)

    def _is_open(self, task_id: str) -> bool:
        task = self.case.tasks.find(task_id)
        return task is not None and task.is_open

    def _task(
        self, task: Task, area: str | None, serves: tuple[str, ...]
    ) -> Iterator[PlanFinding]:
        ref = f"task:{task.task_id}"
        if area is not None:
            yield from self._area(f"task {task.task_id!r}", area, (ref,))
        if self.room.objectives and not self._serves(serves):
            text = f"task {task.task_id!r} serves no objective of the case"
            yield _found("task-serves-none", text, ref)

    def _serves(self, serves: tuple[str, ...]) -> bool:
        """Tell whether an objective of the case is among them that was not dropped."""
        found = (self.room.objectives.find(name) for name in serves)
        return any(one is not None and one.state != "dropped" for one in found)

    def _place(self, task: Task) -> tuple[str | None, tuple[str, ...]]:
        """Return the area and the objectives of a task, or of that of which it is."""
        here: Task | None = task
        area: str | None = None
        serves: tuple[str, ...] = ()
        while here is not None:
            item = self.of_task.get(here.task_id)
            placed = self.plans.placed.find(here.task_id)
            for one in (item, placed):
                if one is not None:
                    area = area or one.area
                    serves = serves or one.serves
            parent = here.terms.parent
            here = None if parent is None else self.case.tasks.find(parent)
        return area, serves

    def _area(
        self, what: str, area: str, evidence: tuple[str, ...]
    ) -> Iterator[PlanFinding]:
        said = self.room.says(area)
        if said == "excluded":
            text = f"{what} is of {area}, which the agreed scope excludes"
            yield _found("out-of-scope", text, *evidence)
        elif said == "unsaid":
            text = f"{what} is of {area}, of which no scope says anything"
            yield _found("scope-unsaid", text, *evidence)

    def _scopes(self) -> Iterator[PlanFinding]:
        if not self.room.scopes:
            text = "no scope of the work was agreed, so that nothing can be out of it"
            yield _found("no-scope", text)
        for scope in self.room.scopes:
            missing = scope.terms.missing
            if missing:
                lacks = " and ".join(_LACKING[one] for one in missing)
                text = f"scope {scope.scope_id!r} is limited, without {lacks}"
                yield _found("limit-without", text, f"scope:{scope.scope_id}")

    def _empty(self, used: set[str]) -> Iterator[PlanFinding]:
        for scope in self.room.scopes:
            for area in scope.terms.included:
                if area not in used:
                    text = f"nothing is planned in {area}, which is in the agreed scope"
                    yield _found("area-empty", text, f"scope:{scope.scope_id}")


def _found(code: str, text: str, *evidence: str) -> PlanFinding:
    return PlanFinding(code=code, severity=CODES[code][0], text=text, evidence=evidence)


def _about(one: PlanFinding, plan: AdoptedPlan, item: PlaybookItem) -> PlanFinding:
    return evolve(one, plan_id=plan.plan_id, item=item.item_id)
