"""A case as a table: what it is called, where it stands, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table

if TYPE_CHECKING:
    from legalcase.model.case import Case

__all__ = ["case_table"]


def case_table(case: Case) -> Table:
    """Return the table; the deadlines themselves stand in the agenda."""
    agenda = case.agenda()
    table = Table(case.caption, ("what", "which"))
    table.add("case", f"{case.case_id}, version {case.version}")
    table.add("status", f"{case.status}, opened {say_day(case.caseload.opened_on)}")
    judge = case.caseload.judge
    for name, value in (
        ("number", case.number),
        ("court", case.court),
        ("judge", judge),
    ):
        if value is not None:
            table.add(name, value)
    for each in case.people.participants:
        table.add(" and ".join(each.roles) or "participant", each.name)
    table.add("docket", _count(len(case.docket), "entry", "entries"))
    table.add("hearings", str(len(case.hearings)))
    still = agenda.open
    first = next((i.dates.shown for i in still if i.dates.shown is not None), None)
    said = f"{len(still)} open of {len(agenda.items)}"
    if case.unread:
        table.add("passed over", ", ".join(case.unread))
    table.add("deadlines", said if first is None else f"{said}; first {say_day(first)}")
    return table


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
