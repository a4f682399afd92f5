"""A schedule as a table: who owes what, when, because of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["HEAD", "say_date", "table_of"]

HEAD = ("when", "what", "owed by", "because", "state")


def table_of(caption: str, rows: Iterable[ScheduledDeadline]) -> Table:
    """Return the table of rows; what is critical is set in bold."""
    table = Table(caption, HEAD)
    for row in rows:
        table.add(
            say_date(row),
            f"{row.title} ({row.cite})",
            row.who,
            "; ".join(one.text for one in row.because),
            _state(row),
            mark="strong" if row.is_critical else "",
        )
    return table


def say_date(row: ScheduledDeadline) -> str:
    """Say when it is due: the safe date, and the other where they differ."""
    shown = row.shown
    if shown is None:
        return "no date"
    said = say_day(shown)
    if row.bound == "not-earlier-than":
        said = f"not before {said}"
    if row.due is not None and row.due != shown:
        said += f" (due {row.due})"
    return said


def _state(row: ScheduledDeadline) -> str:
    said = row.state
    if row.done is not None:
        said += f" on {row.done.on}, {row.done.verdict}"
    if row.state == "set" and not row.agrees:
        said += ", on another day"
    parts = [said, *row.questions, *(one.text for one in row.findings)]
    return ". ".join(part.rstrip(".") for part in parts)
