"""deviations: what in a case has gone otherwise than its plan says."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import lasts_for
from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.plans.asked import case_asked
from legalcase.plans.questions.rooms import plans_looked_at
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from legalcase.kernel.events.label import Label
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.tasks.state import Task
    from legalcase.plans.row import PlanRow
    from legalcase.practice.plan.state import AdoptedPlan

__all__ = ["DEVIATIONS", "Deviation", "Deviations", "deviations"]

#: How something went otherwise, what matters most first, and what that means.
DEVIATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "late": "its day is behind us, and nothing shows that it was done",
        "done-late": "it was done after its day",
        "given-up": "its task failed or was given up, and nobody waived it",
        "skipped": "it was left out, at our discretion",
        "waived": "somebody allowed that it is left undone",
        "out-of-order": "it was done before what comes first was done or waived",
        "added": "it is of this case alone: no playbook asks for it",
    }
)
_ORDER: Final = tuple(DEVIATIONS)
#: For whom it is: grounds are nobody else's business.
_INSIDE: Final = ("firm", "owner")
_HEAD: Final = ("item", "what", "required", "how", "day", "by", "why", "shown by")


@frozen(kw_only=True)
class Deviation(PlainData):
    """That an item went otherwise than planned: how, since which day, by whom, why.

    `how` is a word of `DEVIATIONS`; `days` says by how many days something is or was
    late. `first` are the items that should have come first, `of` the parties. `item` is
    ``None`` for a task that belongs to none. `title`, `by` and `ground` are empty where
    the label of the plan, or of the task, does not admit the audience.
    """

    plan_id: str | None
    item: str | None
    instance: str | None = None
    of: tuple[str, ...] = ()
    title: str | None = field(default=None, repr=False)
    how: str
    is_required: bool = False
    day: date | None = None
    days: int | None = None
    first: tuple[str, ...] = ()
    by: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    evidence: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class Deviations(PlainData):
    """What in a case has gone otherwise than planned, required items first."""

    case_id: str
    on: date
    found: tuple[Deviation, ...] = ()

    def __repr__(self) -> str:
        """Return the day, and how much went otherwise."""
        return f"<Deviations {self.case_id!r} on {self.on}: {len(self.found)}>"

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.found)

    def __iter__(self) -> Iterator[Deviation]:
        """Give them, required items first."""
        return iter(self.found)

    @property
    def required(self) -> tuple[Deviation, ...]:
        """Those of required items."""
        return tuple(one for one in self.found if one.is_required)

    def of(self, how: str) -> tuple[Deviation, ...]:
        """Return those of one kind, a word of `DEVIATIONS`."""
        return tuple(one for one in self.found if one.how == how)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row each, as plain data."""
        return [one.to_dict() for one in self.found]

    @property
    def title(self) -> str:
        """How much went otherwise, and of how much that was required."""
        return (
            f"{self.case_id} on {self.on}: {len(self.found)} otherwise than planned, "
            f"{len(self.required)} of them required"
        )

    def __str__(self) -> str:
        """Return them as a table of text, which names people and grounds."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()

    def _table(self) -> Table:
        table = Table(self.title, _HEAD)
        for one in self.found:
            name = one.item or ""
            table.add(
                f"{name} ({', '.join(one.of)})" if one.of else name,
                one.title or "",
                "yes" if one.is_required else "no",
                _how(one),
                "" if one.day is None else one.day.isoformat(),
                one.by or "",
                one.ground or "",
                ", ".join(one.evidence),
                mark="strong" if one.is_required else "",
            )
        return table


def _how(one: Deviation) -> str:
    said = one.how.replace("-", " ")
    if one.days is not None:
        said += f" by {one.days} {'day' if one.days == 1 else 'days'}"
    if one.first:
        said += f" before {', '.join(one.first)}"
    return said


def deviations(
    case: Case | CaseFile,
    law: Law,
    *,
    on: date,
    complexity: int | None = None,
    audience: str = "firm",
) -> Deviations:
    """Return what has gone otherwise than the plans of a case say, on a day.

    What was skipped or waived (by whom, on what ground), is late or was done late, was
    done before what comes first, or was added; required items come first. Whoever
    looks at it sees the grounds: it is for the firm. `complexity` is for conditions
    that ask for it (see `Plan.of`). `audience` is ``"firm"`` or ``"owner"``: of what it
    may not see, there are the ids and days alone. A case without a plan has none.
    Raises `InvalidTypeError` for what is no case, law or day, and `InvalidValueError`
    for an audience outside the firm.
    """
    asked = case_asked(case)
    as_date(on, "on")
    if audience not in _INSIDE:
        msg = (
            "What went otherwise is the business of the firm, and not of "
            f"{shown(audience)}. Pass audience='firm' or 'owner'."
        )
        raise InvalidValueError(msg, field="audience", value=audience)
    found: list[Deviation] = []
    linked: set[str] = set()
    plans = plans_looked_at(asked, law, on=on, complexity=complexity)
    for adopted, plan in plans:
        mine: list[Deviation] = []
        for row in plan.rows:
            linked.update((*row.linked, f"task:{row.task_id}"))
            linked.update(f"task:{one.task_id}" for one in row.lead_times)
            mine += _of_row(adopted, row, plan.rows, on)
        linked.update(link.of for link in adopted.links)
        mine += _added(adopted)
        found += _seen(mine, adopted.label, audience)
    if plans:
        for task, one in _tasks(asked, linked):
            found += _seen([one], task.label, audience)
    return Deviations(
        case_id=asked.case_id,
        on=on,
        found=tuple(
            sorted(
                found,
                key=lambda one: (
                    not one.is_required,
                    _ORDER.index(one.how),
                    one.day or date.max,
                ),
            )
        ),
    )


def _seen(
    found: Iterable[Deviation], label: Label, audience: str
) -> Iterator[Deviation]:
    """Give deviations as an audience may see them: by their ids and days, at least."""
    for one in found:
        if lasts_for(label, audience):
            yield one
        else:
            yield evolve(one, title=None, by=None, ground=None)


def _of_row(
    plan: AdoptedPlan, row: PlanRow, rows: Sequence[PlanRow], on: date
) -> Iterator[Deviation]:
    due_on = row.shown
    if row.state in ("skipped", "waived"):
        left = plan.why_left_out(row.item_id, row.instance)
        yield _deviation(
            row,
            row.state,
            day=row.done_on if left is None else left.on,
            by=None if left is None else left.approved_by,
            ground=row.why if left is None else left.ground,
        )
    elif row.state == "given-up":
        yield _deviation(row, "given-up", day=row.done_on, ground=row.why)
    elif row.state == "over" or (row.is_open and due_on is not None and due_on < on):
        days = None if due_on is None else (on - due_on).days
        yield _deviation(row, "late", day=due_on, days=days)
    if row.state != "done":
        return
    due = row.due or due_on
    if due is not None and row.done_on is not None and row.done_on > due:
        days = (row.done_on - due).days
        yield _deviation(row, "done-late", day=row.done_on, days=days)
    first = tuple(dict.fromkeys(one.item_id for one in _before(row, rows)))
    if first:
        yield _deviation(row, "out-of-order", day=row.done_on, first=first)


def _before(row: PlanRow, rows: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """Yield what should have come first, and was not done when this was."""
    for other in rows:
        if other.item_id not in row.item.after or not _belongs(other, row):
            continue
        was, other_was = row.done_on, other.done_on
        is_after = other.state == "done" and was and other_was and other_was > was
        if is_after or not other.is_settled:
            yield other


def _belongs(other: PlanRow, row: PlanRow) -> bool:
    """Tell whether two rows are of the same party or event, or one is of all."""
    return None in (other.instance, row.instance) or other.instance == row.instance


def _deviation(row: PlanRow, how: str, **given: Any) -> Deviation:  # noqa: ANN401 - fields of it
    return Deviation(
        plan_id=row.plan_id,
        item=row.item_id,
        instance=row.instance,
        of=row.of,
        title=row.title,
        how=how,
        is_required=row.item.is_required,
        evidence=row.linked,
        **given,
    )


def _added(plan: AdoptedPlan) -> Iterator[Deviation]:
    for item in plan.added:
        yield Deviation(
            plan_id=plan.plan_id,
            item=item.item_id,
            title=item.title,
            how="added",
            is_required=False,
            evidence=tuple(link.of for link in plan.links if link.item == item.item_id),
        )


def _tasks(case: Case, linked: set[str]) -> Iterator[tuple[Task, Deviation]]:
    """Yield the tasks that no item asked for; the parts of others go with these."""
    for task in case.tasks:
        ref = f"task:{task.task_id}"
        if ref in linked or task.terms.parent is not None or task.nth > 1:
            continue
        yield (
            task,
            Deviation(
                plan_id=None,
                item=None,
                title=task.title,
                how="added",
                day=task.assigned[0].from_on,
                by=task.planned_by,
                evidence=(ref,),
            ),
        )
