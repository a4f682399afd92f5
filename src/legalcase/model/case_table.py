"""A case as a table: what it is called, where it stands, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table
from legalcase.model.agenda import agenda_of
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.charges.facet import CHARGES
from legalcase.model.claims.facet import CLAIMS
from legalcase.model.docket.facet import DOCKET
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.model.engagement.facet import ENGAGEMENT
from legalcase.model.filings.facet import FILINGS
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.people.facet import PEOPLE
from legalcase.model.people.naming import display_name
from legalcase.model.stage.facet import STAGE

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded

__all__ = ["case_table"]


def case_table(folded: Folded) -> Table:
    """Return the table; the deadlines themselves stand in the agenda."""
    agenda = agenda_of(folded)
    case = folded[CASELOAD]
    table = Table(case.caption, ("what", "which"))
    table.add("case", f"{agenda.case_id}, version {folded.number}")
    table.add("status", f"{case.status}, opened {say_day(case.opened_on)}")
    engagement, stage = folded[ENGAGEMENT], folded[STAGE]
    for name, value in (
        ("engagement", None if engagement is None else str(engagement.status)),
        ("stage", None if stage is None else stage.place),
        ("number", case.number),
        ("court", case.court),
        ("judge", case.judge),
    ):
        if value is not None:
            table.add(name, value)
    for each in folded[PEOPLE].participants:
        name = display_name(each, audience="owner")
        table.add(" and ".join(each.roles) or "participant", name)
    table.add("docket", _count(len(folded[DOCKET]), "entry", "entries"))
    for name, number in (
        ("claims", len(folded[CLAIMS])),
        ("charges", len(folded[CHARGES])),
        ("documents", len(folded[DOCUMENTS])),
        ("filings", len(folded[FILINGS])),
    ):
        if number:
            table.add(name, str(number))
    table.add("hearings", str(len(folded[HEARINGS])))
    still = agenda.open
    first = next((i.dates.shown for i in still if i.dates.shown is not None), None)
    said = f"{len(still)} open of {len(agenda.items)}"
    if folded.unread:
        table.add("passed over", ", ".join(folded.unread))
    if agenda.tasks:
        table.add("tasks", f"{len(agenda.open_tasks)} open of {len(agenda.tasks)}")
    table.add("deadlines", said if first is None else f"{said}; first {say_day(first)}")
    return table


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
