"""Plan: the plan of a case by a playbook, as it stands under a law."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.plain_data import PlainData
from legalcase.plans.asked import case_asked
from legalcase.plans.looking.context import Looking
from legalcase.plans.looking.of_case import look_at, not_adopted, roles_given
from legalcase.plans.looking.settling import rows_of, stages_of
from legalcase.plans.proposing import done_events, events_of
from legalcase.plans.readiness import Ready
from legalcase.plans.row import PLAN_STATES, PlanRow, StageStanding
from legalcase.plans.sequencing import orders_of
from legalcase.plans.table import plan_table
from legalcase.practice.plan import PLAN, AdoptedPlan, Playbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.tasks.events import TaskCompleted

__all__ = ["Plan", "plan", "ready"]


@frozen(kw_only=True, repr=False)
class Plan(PlainData):
    """The plan of a case: every item of its playbook, and where each stands.

    `rows` are in the order of the stages and items, one for each instance; `stages`
    say where each stage stands. `digest` is that of the playbook, `is_adopted` whether
    the case is worked by it already; `roles` say who fills which role. It is a value
    and changes nothing: `events()` are to be recorded by somebody.
    """

    case_id: str
    version: int
    plan_id: str
    playbook: Playbook
    digest: str
    is_adopted: bool
    on: date | None = None
    roles: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    rows: tuple[PlanRow, ...]
    stages: tuple[StageStanding, ...]
    _look: Looking = field(eq=False, repr=False, alias="look")

    @classmethod
    def of(
        cls,
        playbook: Playbook,
        case: Case | CaseFile,
        law: Law,
        *,
        roles: Mapping[str, str] | None = None,
        on: date | None = None,
        complexity: int | None = None,
    ) -> Self:
        """Return the plan of a case by a playbook, adopted or not.

        Args:
            playbook: The playbook: ``Playbooks.bundled()["…"]``.
            case: The case, or its file; its model must have the room `PLAN`.
            law: The law at hand, which gives the deadlines their dates.
            roles: Who fills which role; those not named stay as they are.
            on: The day as of which it is asked.
            complexity: How complex the case is, where conditions ask for it.

        Raises:
            ConflictingInputError: Where the case is worked by another text of this
                playbook: that is migrated, not planned anew.
            UnknownNameError: For a role that the playbook has not.
            InvalidTypeError: For what is no playbook, case or law.
        """
        given: object = playbook
        if not isinstance(given, Playbook):
            msg = (
                f"A plan is made of a Playbook, not of {type(given).__name__}. Pass "
                "Playbooks.bundled()['…']."
            )
            raise InvalidTypeError(msg, field="playbook", value=None)
        asked = case_asked(case)
        adopted = asked[PLAN].adopted.find(playbook.playbook_id)
        if adopted is not None and adopted.digest != playbook.digest:
            msg = (
                f"The case is worked by edition {adopted.playbook.edition!r} of "
                f"{playbook.playbook_id!r}, and this is another text. Ask plan(case, "
                "law) for the one adopted, or record PlanMigrated first."
            )
            raise ConflictingInputError(msg, field="playbook", value=None)
        return cls._of(
            adopted or not_adopted(playbook),
            asked,
            law,
            roles=roles_given(playbook, roles),
            on=on,
            complexity=complexity,
        )

    @classmethod
    def _of(
        cls,
        adopted: AdoptedPlan,
        case: Case,
        law: Law,
        *,
        roles: dict[str, str],
        on: date | None,
        complexity: int | None = None,
    ) -> Self:
        day = None if on is None else as_date(on, "on")
        look = look_at(adopted, case, law, roles, day, complexity)
        rows = rows_of(look)
        return cls(
            case_id=case.case_id,
            version=case.version,
            plan_id=adopted.plan_id,
            playbook=adopted.playbook,
            digest=adopted.digest,
            is_adopted=bool(adopted.event_id),
            on=day,
            roles=look.plan.roles,
            rows=rows,
            stages=stages_of(look, rows),
            look=look,
        )

    def __iter__(self) -> Iterator[PlanRow]:
        """Return the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return which plan it is, and how many rows there are of each state."""
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.state] = counts.get(row.state, 0) + 1
        said = ", ".join(f"{count} {state}" for state, count in counts.items())
        return f"<Plan {self.plan_id!r} of {self.case_id!r}: {said}>"

    def of_item(self, item_id: str) -> tuple[PlanRow, ...]:
        """Return the rows of an item; raises `UnknownNameError` for what is none."""
        given: object = item_id
        if not isinstance(given, str) or given not in self._look.items:
            noun = "item of the plan"
            known = tuple(self._look.items)
            raise UnknownNameError.of(noun, item_id, known, "See its items.")
        return tuple(row for row in self.rows if row.item_id == item_id)

    def having(self, *states: str) -> tuple[PlanRow, ...]:
        """Return the rows in one of some states (see `PLAN_STATES`).

        Raises `UnknownNameError` for what is no state.
        """
        for state in states:
            given: object = state
            if not isinstance(given, str) or given not in PLAN_STATES:
                noun = "state of an item"
                raise UnknownNameError.among(noun, state, tuple(PLAN_STATES))
        return tuple(row for row in self.rows if row.state in states)

    def stage(self, stage_id: str) -> StageStanding:
        """Return where a stage stands; raises `UnknownNameError` for what is none."""
        self.playbook.stage(stage_id)
        return next(one for one in self.stages if one.stage_id == stage_id)

    def ready(self) -> Ready:
        """Return what can be done now, by date, what has none last."""
        return Ready(sorted((row for row in self if row.is_ready), key=_by_day))

    def events(self, *, on: date | None = None) -> tuple[Event | Draft, ...]:
        """Return the events that bring the case up to its plan, for somebody to record.

        The first time the plan is adopted. Then: the deadlines that the law gives for
        its items, the tasks of what has begun, their dates where these hang on
        something else by now, their ends with their stage or the case, and which task
        or deadline is which item. Once they are recorded there are none, until more
        happens. `on` is the day on which they happen, that of the plan if left out.
        Raises `MissingInputError` without any, and where nobody fills a role that is
        needed.
        """
        return events_of(self._look, self.rows, self._day(on))

    def events_after(
        self, earlier: Plan, *, on: date | None = None
    ) -> tuple[Event | Draft, ...]:
        """Return the events of a plan that goes on where one of another edition was.

        What came first by that alone comes first no more.
        """
        orders = orders_of(earlier.rows, earlier._look.tasks)
        return events_of(self._look, self.rows, self._day(on), orders=orders)

    def done_events(self, *, on: date | None = None) -> tuple[TaskCompleted, ...]:
        """Return the events that complete open tasks which the docket shows to be done.

        By whoever answers for each. Raises `MissingInputError` without a day.
        """
        return done_events(self._look, self.rows, self._day(on))

    def _day(self, on: date | None) -> date:
        day = self.on if on is None else as_date(on, "on")
        if day is None:
            msg = (
                "Nothing says on which day the plan is recorded. Pass on=date(…), "
                "here or where the plan was asked for."
            )
            raise MissingInputError(msg, field="on", value=None)
        return day

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the rows as plain JSON types, for a data frame."""
        return [row.to_dict() for row in self.rows]

    def to_dict(self) -> dict[str, Any]:
        """Return the plan as plain JSON types: which it is, stages and rows."""
        return {
            "case_id": self.case_id,
            "version": self.version,
            "plan_id": self.plan_id,
            "edition": self.playbook.edition,
            "digest": self.digest,
            "is_adopted": self.is_adopted,
            "stages": [one.to_dict() for one in self.stages],
            "rows": self.to_rows(),
        }

    def _title(self) -> str:
        when = "" if self.on is None else f" on {self.on}"
        how = "" if self.is_adopted else ", not adopted"
        return (
            f"Plan of {self.case_id}{when}: {self.playbook.title} "
            f"({self.plan_id} {self.playbook.edition}{how})"
        )

    def __str__(self) -> str:
        """Return the plan as a table of text."""
        return plan_table(self._title(), self.rows, self.stages).text()

    def _repr_html_(self) -> str:
        return plan_table(self._title(), self.rows, self.stages).html()


def plan(
    case: Case | CaseFile,
    law: Law,
    *,
    plan_id: str | None = None,
    on: date | None = None,
    complexity: int | None = None,
) -> Plan:
    """Return the plan by which a case is worked, as it stands under a law.

    `plan_id` is needed where there are several. Raises `MissingInputError` where none
    was adopted or it is not said which, and `UnknownNameError` for one that was not.
    """
    asked = case_asked(case)
    adopted = asked[PLAN].adopted
    if plan_id is not None:
        chosen = adopted[plan_id]
    else:
        plans = tuple(adopted)
        if len(plans) != 1:
            names = ", ".join(one.plan_id for one in plans) or "none"
            msg = (
                f"The plans of the case are {names}, and it is not said which. Pass "
                "plan_id=, or adopt one: Plan.of(playbook, case, law).events(on=…)."
            )
            raise MissingInputError(msg, field="plan_id", value=None)
        chosen = plans[0]
    return Plan._of(chosen, asked, law, roles={}, on=on, complexity=complexity)  # noqa: SLF001 - made here


def ready(
    case: Case | CaseFile,
    law: Law,
    *,
    on: date | None = None,
    complexity: int | None = None,
) -> Ready:
    """Return what can be done now by all plans of a case, by date: a table.

    ``ready(file, law, on=today).until(friday)`` is what is due by then.
    """
    asked = case_asked(case)
    rows = [
        row
        for one in asked[PLAN].adopted
        for row in plan(
            asked, law, plan_id=one.plan_id, on=on, complexity=complexity
        ).ready()
    ]
    return Ready(sorted(rows, key=_by_day))


def _by_day(row: PlanRow) -> tuple[str, str, str]:
    return str(row.shown or "9999"), row.item_id, row.instance or ""
