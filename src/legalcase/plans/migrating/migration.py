"""Migration: what the editions say otherwise, what becomes of it, and its events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import MissingInputError
from legalcase.markup import Table
from legalcase.model.tasks.events import TaskRescheduled, TaskTerminated
from legalcase.plain_data import PlainData
from legalcase.plans.migrating.items import MigratedItem
from legalcase.plans.planned import Plan
from legalcase.practice.plan import PlanMigrated, Playbook, PlaybookDiff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft

__all__ = ["Migration"]

_HEAD: Final = ("item", "what", "becomes", "day before", "day after", "keys", "tasks")


@frozen(kw_only=True, repr=False)
class Migration(PlainData):
    """How the plan of a case goes on by another edition of its playbook.

    `diff` is what the editions say otherwise, `items` what becomes of each item. It
    is a value and changes nothing: `events()` are to be recorded by somebody.
    """

    case_id: str
    plan_id: str
    diff: PlaybookDiff
    items: tuple[MigratedItem, ...]
    newer: Playbook
    on: date | None = None
    _old: Plan = field(eq=False, repr=False, alias="old")
    _new: Plan = field(eq=False, repr=False, alias="new")

    def __repr__(self) -> str:
        """Return from which edition to which, and what becomes of how many items."""
        counts: dict[str, int] = {}
        for one in self.items:
            counts[one.how] = counts.get(one.how, 0) + 1
        said = ", ".join(f"{count} {how}" for how, count in counts.items())
        return (
            f"<Migration {self.plan_id!r} of {self.case_id!r} from "
            f"{self.diff.before} to {self.diff.after}: {said}>"
        )

    def of(self, how: str) -> tuple[MigratedItem, ...]:
        """Return the items of which something becomes, a word of `MIGRATED`."""
        return tuple(one for one in self.items if one.how == how)

    def events(
        self, *, on: date | None = None, ground: str | None = None
    ) -> tuple[Event | Draft, ...]:
        """Return the events of the migration, for somebody to record.

        The plan is migrated; the open tasks of what is gone end; those whose item
        hangs on something else follow that; then come the events of the plan by the
        new edition. A case that is worked by that text already is not migrated to it.
        Raises `MissingInputError` without a day, and where nobody fills a
        role that is needed.
        """
        day = self.on if on is None else as_date(on, "on")
        if day is None:
            msg = (
                "Nothing says on which day the plan is migrated. Pass on=date(…), here "
                "or to migrate."
            )
            raise MissingInputError(msg, field="on", value=None)
        first: tuple[Event, ...] = ()
        if self._old.digest != self.newer.digest:
            migrated = PlanMigrated(
                plan_id=self.plan_id,
                playbook=self.newer,
                digest=self.newer.digest,
                ground=ground,
                happened_on=day,
            )
            first = (migrated,)
        after = self._new.events_after(self._old, on=day)
        seen = {
            getattr(one, "task_id", None)
            for one in after
            if isinstance(one, TaskRescheduled | TaskTerminated)
        }
        # What a task follows may be a deadline that these events set.
        return (
            *first,
            *(one for one in self._ended(day) if one.task_id not in seen),
            *after,
            *(one for one in self._moved(day) if one.task_id not in seen),
        )

    def _ended(self, day: date) -> Iterator[TaskTerminated]:
        ground = f"By the plan: edition {self.newer.edition} has no such item"
        for one in self.items:
            for task in one.ends:
                yield TaskTerminated(task_id=task, ground=ground, happened_on=day)

    def _moved(self, day: date) -> Iterator[TaskRescheduled]:
        rows = {row.key: row for row in self._new.rows}
        for one in self.of("moved"):
            row = rows[one.item, one.instance]
            if one.task_id is not None and row.item.is_work:
                yield TaskRescheduled(
                    task_id=one.task_id,
                    due_on=row.own_day,
                    moves_with=row.moves_with,
                    happened_on=day,
                )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row an item, as plain data."""
        return [one.to_dict() for one in self.items]

    def to_dict(self) -> dict[str, Any]:
        """Return the migration as plain JSON types: editions, changes, items."""
        return {
            "case_id": self.case_id,
            "plan_id": self.plan_id,
            "before": self.diff.before,
            "after": self.diff.after,
            "changes": self.diff.to_rows(),
            "items": self.to_rows(),
        }

    def __str__(self) -> str:
        """Return what changes, and what becomes of each item, as tables of text."""
        return f"{self._table().text()}\n\n{self.diff}"

    def _repr_html_(self) -> str:
        return self._table().html() + self.diff._repr_html_()

    def _table(self) -> Table:
        title = (
            f"Plan of {self.case_id}: {self.plan_id} from edition {self.diff.before} "
            f"to {self.diff.after}"
        )
        table = Table(title, _HEAD)
        for one in self.items:
            table.add(
                f"{one.item} ({', '.join(one.of)})" if one.of else one.item,
                one.title,
                one.how.replace("-", " "),
                "" if one.before is None else one.before.isoformat(),
                "" if one.after is None else one.after.isoformat(),
                ", ".join(one.keys),
                ", ".join(one.ends) or (one.task_id or ""),
                mark="strong" if one.how in ("moved", "new", "ended") else "",
            )
        return table
