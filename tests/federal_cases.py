"""Federal cases, worked by their playbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

import legalcase as lc
import legalcase.model as m
from clerk_cases import BY, LAW, record
from federal_dockets import CIVIL, CRIMINAL, DEFENDED, D, moment
from legalcase.plans import Plan, Playbooks, plan
from legalcase.practice import MODEL
from legalcase.scheduling import Proposals

if TYPE_CHECKING:
    from legalcase.plans import PlanRow
    from legalcase.practice import Playbook

__all__ = [
    "CASES",
    "FederalCase",
    "brought_up",
    "moved_to",
    "opened",
    "row_of",
    "snapshot",
    "told",
    "until",
]


@frozen
class FederalCase:
    """A case of the tests: its playbook, who is ours, what happened day by day."""

    playbook: str
    parties: tuple[str, ...]
    client: str
    proceeding: str
    opened_on: str
    docket: dict[str, tuple[Any, ...]]

    @property
    def book(self) -> Playbook:
        """The bundled playbook."""
        return Playbooks.bundled()[self.playbook]


CASES = {
    "civil-plaintiff": FederalCase(
        "us/federal-civil-plaintiff",
        ("roe:plaintiff", "acme:defendant", "doe:defendant"),
        "roe",
        "civil",
        "2025-05-05",
        CIVIL,
    ),
    "civil-defense": FederalCase(
        "us/federal-civil-defense",
        ("roe:plaintiff", "acme:defendant", "doe:defendant"),
        "acme",
        "civil",
        "2025-05-05",
        DEFENDED,
    ),
    "criminal-defense": FederalCase(
        "us/federal-criminal-defense",
        ("usa:plaintiff", "pat:defendant"),
        "pat",
        "criminal",
        "2026-03-05",
        CRIMINAL,
    ),
}


def opened(name: str) -> Any:
    """The case on the day of intake, its plan adopted."""
    case = CASES[name]
    day = D(case.opened_on)
    first = m.CaseOpened(
        caption="Roe v. Acme",
        court="us/nysd",
        number="1",
        proceeding=case.proceeding,
        happened_on=day,
    )
    file = m.CaseFile.open(first, case_id="c", law=LAW, model=MODEL, **BY)
    pairs = [one.split(":") for one in case.parties]
    file = record(
        file,
        *(
            m.PartyJoined(
                party_id=who,
                name=who.capitalize(),
                roles=(role,),
                is_client=who == case.client,
                happened_on=day,
            )
            for who, role in pairs
        ),
    )
    roles = {one.role_id: f"u-{one.role_id}" for one in case.book.roles}
    return record(file, *Plan.of(case.book, file, LAW, roles=roles, on=day).events())


def brought_up(file: Any, *events: Any, on: str) -> Any:
    """The case in which more happened: what moves or falls, and then its plan."""
    if events:
        file = record(file, *events)
    moves = evolve(lc.reschedule(file, LAW), new=Proposals()).events(on=D(on))
    if moves:
        file = record(file, *moves)
    new = plan(file, LAW, on=D(on)).events()
    return record(file, *new) if new else file


def until(name: str, last: str) -> Any:
    """The case up to a day of its docket."""
    file = opened(name)
    for day, events in CASES[name].docket.items():
        file = brought_up(file, *events, on=day)
        if day == last:
            return file
    raise AssertionError(last)


def moved_to(file: Any, hearing_id: str, day: str, on: str) -> Any:
    """The case, a hearing of it on another day."""
    to = m.HearingContinued(hearing_id=hearing_id, to_at=moment(day), happened_on=D(on))
    return brought_up(file, to, on=on)


def row_of(made: Plan, item: str, who: str | None = None) -> PlanRow:
    """The one row of an item, of somebody."""
    (row,) = (one for one in made.of_item(item) if who is None or who in one.of)
    return row


def told(row: PlanRow) -> str:
    """An item of a plan in words that show no id made of a digest."""
    rule = "" if row.scheduled is None else f" [{row.scheduled.rule}]"
    whose = f" ({' '.join(row.of)})" if row.of else ""
    return f"{row.item_id}{rule}{whose}"


def snapshot(made: Plan) -> list[list[str | None]]:
    """Each item, where it stands, its day, our own days ahead, its authority."""
    return [
        [
            told(row),
            row.state,
            None if row.shown is None else str(row.shown),
            " ".join(str(one.shown) for one in row.lead_times if one.shown),
            row.item.authority.cite,
        ]
        for row in made
    ]
