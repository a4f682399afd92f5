"""A plan as a table: by stage, what is due when, who sees to it, on which authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.plans.row import PlanRow, StageStanding

__all__ = ["PLAN_HEAD", "plan_table", "when_of", "who_of"]

PLAN_HEAD = ("stage", "when", "what", "who", "state", "rests on")


def plan_table(
    caption: str, rows: Iterable[PlanRow], stages: Iterable[StageStanding]
) -> Table:
    """Return the table of a plan; what is critical is set in bold."""
    table = Table(caption, PLAN_HEAD)
    standing = {one.stage_id: one for one in stages}
    last = ""
    for row in rows:
        stage = standing[row.stage]
        head = "" if row.stage == last else f"{stage.title} ({stage.state})"
        last = row.stage
        table.add(
            head,
            when_of(row),
            _what(row),
            who_of(row),
            _state(row),
            row.authority,
            mark="strong" if _is_critical(row) else "",
        )
    return table


def _is_critical(row: PlanRow) -> bool:
    return row.item.is_critical or (
        row.scheduled is not None and row.scheduled.is_critical
    )


def when_of(row: PlanRow) -> str:
    """Return by when it is due, and what goes ahead of it."""
    shown = row.shown
    if shown is None:
        return "no date"
    said = say_day(shown)
    if row.dates.bound == "not-earlier-than":
        said = f"not before {said}"
    if row.due is not None and row.due != shown:
        said += f" (due {row.due})"
    ahead = [str(one.shown) for one in row.lead_times if one.shown and row.is_open]
    return f"{said}; ahead: {', '.join(ahead)}" if ahead else said


def _what(row: PlanRow) -> str:
    whose = f" [{', '.join(row.of)}]" if row.of else ""
    optional = "" if row.item.is_required else " (discretionary)"
    return f"{row.title}{whose}{optional}"


def who_of(row: PlanRow) -> str:
    """Return who answers for it and who does it; a role that nobody fills is said."""
    said = row.accountable or f"{row.item.accountable}?"
    return ", ".join(dict.fromkeys((said, *row.responsible)))


def _state(row: PlanRow) -> str:
    said = row.state
    if row.done_on is not None:
        said += f" on {row.done_on}"
    if row.why is not None:
        said += f": {row.why}"
    parts = [said]
    if row.waits_for and row.is_open:
        parts.append(f"waits for {'; '.join(row.waits_for)}")
    parts += [one.text for one in row.because]
    parts += row.notes
    return ". ".join(part.rstrip(".") for part in parts)
