"""PlanRow: one item of a plan, for one party or event, and where it stands."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from legalcase.dates import Period
from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.plain_data import PlainData, plain
from legalcase.practice.plan import PlaybookItem
from legalcase.scheduling import Because, ScheduledDeadline

__all__ = ["PLAN_STATES", "LeadTime", "PlanRow", "StageStanding"]

#: When there is no date.
NO_DATES: Final = DueDates(due=None, safe=None, shown=None)
#: Where an item of a plan can stand.
PLAN_STATES: Final = MappingProxyType(
    {
        "not-applicable": "not needed: a condition does not hold",
        "waiting": "something has to happen, or to be known, before it begins",
        "ready": "it can begin, and nothing was recorded for it yet",
        "planned": "a task, a deadline or a hearing of the case",
        "active": "somebody works on it",
        "done": "done, as the case or the docket shows",
        "skipped": "left out, as it is at our discretion",
        "waived": "left undone with somebody's approval",
        "given-up": "a task that failed or was given up, which nobody waived",
        "over": "its day is behind us, and nothing shows that it was done",
        "void": "ended with its stage or with the case, or has no effect any more",
    }
)
#: Something is still to be done.
OPEN: Final = frozenset({"waiting", "ready", "planned", "active"})
#: Nothing is to be done any more, and what comes after it can go on.
SETTLED: Final = frozenset({"not-applicable", "done", "skipped", "waived", "void"})


@frozen(kw_only=True)
class LeadTime(PlainData):
    """A date of our own ahead of a deadline or a hearing, and its task.

    `task_state` is that of the task, ``None`` while there is none.
    """

    period: Period
    shown: date | None
    task_id: str
    task_state: str | None = None


@frozen(kw_only=True, repr=False)
class PlanRow(PlainData):
    """One item of the plan of a case, for one party, event or charge, as it stands.

    `instance` says which, where an item stands several times; `of` are the parties or
    the charge. `state` is a word of `PLAN_STATES`, `waits_for` says for what it waits,
    `why` why it is not needed or was left out. `dates` are those of its deadline or its
    task, or our own; `because` are the events from which it began. `accountable` and
    `responsible` are people where the roles of the plan are filled. `linked` is what
    of the case it is, by noun and id.
    """

    plan_id: str
    item: PlaybookItem
    instance: str | None = None
    of: tuple[str, ...] = ()
    state: str
    waits_for: tuple[str, ...] = ()
    why: str | None = None
    begun_on: date | None = None
    done_on: date | None = None
    dates: DueDates = NO_DATES
    lead_times: tuple[LeadTime, ...] = ()
    because: tuple[Because, ...] = ()
    accountable: str | None = field(default=None, repr=False)
    responsible: tuple[str, ...] = field(default=(), repr=False)
    linked: tuple[str, ...] = ()
    task_id: str | None = None
    deadline_id: str | None = None
    hearing_id: str | None = None
    scheduled: ScheduledDeadline | None = None
    moves_with: Derived | None = None
    own_day: date | None = None
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return which item it is, its date and its state, and no name."""
        return f"<PlanRow {self.item.item_id!r} {self.shown} {self.state}>"

    @property
    def item_id(self) -> str:
        """The id of the item."""
        return self.item.item_id

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.item.title

    @property
    def stage(self) -> str:
        """The stage in which it stands."""
        return self.item.stage

    @property
    def authority(self) -> str:
        """On what it rests; what nobody read is said."""
        return str(self.item.authority)

    @property
    def due(self) -> date | None:
        """The due date in the reading adopted or chosen."""
        return self.dates.due

    @property
    def safe(self) -> date | None:
        """The date that is right under every reading."""
        return self.dates.safe

    @property
    def shown(self) -> date | None:
        """The date for a calendar."""
        return self.dates.shown

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN

    @property
    def is_settled(self) -> bool:
        """Whether what comes after it can go on."""
        return self.state in SETTLED

    @property
    def is_ready(self) -> bool:
        """Whether it can be done now: it has begun, and waits for nothing."""
        return self.state in ("ready", "planned", "active") and not self.waits_for

    @property
    def key(self) -> tuple[str, str | None]:
        """Item and instance: what makes it this row and no other."""
        return self.item.item_id, self.instance

    def to_dict(self) -> dict[str, Any]:
        """Return the row as plain JSON types."""
        return {
            "plan_id": self.plan_id,
            "item": self.item_id,
            "instance": self.instance,
            "stage": self.stage,
            "kind": self.item.kind,
            "title": self.title,
            "of": list(self.of),
            "state": self.state,
            "waits_for": list(self.waits_for),
            "why": self.why,
            "due": plain(self.due),
            "safe": plain(self.safe),
            "shown": plain(self.shown),
            "lead_times": [plain(one) for one in self.lead_times],
            "because": [one.text for one in self.because],
            "accountable": self.accountable,
            "responsible": list(self.responsible),
            "is_required": self.item.is_required,
            "linked": list(self.linked),
            "authority": self.authority,
            "verified": self.item.authority.verified,
            "notes": list(self.notes),
        }


@frozen(kw_only=True)
class StageStanding(PlainData):
    """Where a stage of a plan stands: ``"waiting"``, ``"active"`` or another word.

    It is ``"completed"`` when every required item in it is done or was waived, and
    ``"left"`` when a later stage was entered before; ``"void"`` when the case ended.
    `open_items` are the required items that keep it from being completed.
    """

    stage_id: str
    title: str
    state: str
    entered_on: date | None = None
    open_items: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
