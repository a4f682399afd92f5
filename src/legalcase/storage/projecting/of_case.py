"""The row of a case, and the words by which it is found as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from legalcase.access.taking_part import working
from legalcase.dates import own_day
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.engagement.facet import ENGAGEMENT
from legalcase.model.people.facet import PEOPLE
from legalcase.model.stage.facet import STAGE
from legalcase.model.tasks.facet import TASKS
from legalcase.ports.rows import CaseRow
from legalcase.storage.projecting.subjects import subject_words
from legalcase.storage.projecting.values import Attribute, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Facet
    from legalcase.model.people.state import Participant, People
    from legalcase.ports.rows import DueRow
    from legalcase.storage.projecting.values import Key

__all__ = [
    "TEAM",
    "Whole",
    "room",
    "subject_words_in",
    "summary_of",
    "whole_of",
]

S = TypeVar("S")

#: The room of practice that says who has which duty, by its name: whoever keeps cases
#: without the rooms of practice need not load them all.
TEAM: Final = "practice/team"


class Whole(NamedTuple):
    """The row of a case, and the words by which it is found."""

    row: CaseRow
    attributes: frozenset[Attribute]


def room(folded: Folded, facet: Facet[S]) -> S:
    """Return the state of a room; of one that the case has not, the first one."""
    return folded[facet] if folded.has_room(facet) else facet.first


def team_of(folded: Folded) -> Any:
    """Return the state of the room of the team; ``None`` where the case has none."""
    return folded.states().get(TEAM)


def subject_words_in(folded: Folded) -> frozenset[Attribute]:
    """Return the words by which a policy of access knows a case, without its rows."""
    tasks = room(folded, TASKS)
    deadlines = room(folded, DEADLINES)
    at_work = working(tasks, deadlines)
    people, caseload = room(folded, PEOPLE), room(folded, CASELOAD)
    return frozenset(subject_words(team_of(folded), people, caseload, at_work))


def summary_of(dues: Mapping[Key, DueRow]) -> Summary:
    """Return what the open rows of a case come to."""
    rows = [row for row in dues.values() if row.is_open]
    return Summary(
        frozenset([name for row in rows for name in row.assignees]),
        frozenset([row.rule for row in rows if row.rule is not None]),
        min([row.due for row in rows if row.due is not None], default=None),
        len([row for row in rows if row.what == "deadline"]),
    )


def whole_of(folded: Folded, summary: Summary, labels: Iterable[str]) -> Whole:
    """Return the row of a case, with what its open rows come to."""
    caseload = room(folded, CASELOAD)
    people = room(folded, PEOPLE)
    stage = room(folded, STAGE)
    engagement = room(folded, ENGAGEMENT)
    place = None if stage is None else stage.place
    clients = tuple(dict.fromkeys(map(_id_of, people.clients)))
    assignees = summary.assignees | frozenset(_of_team(folded))
    row = CaseRow(
        case_id=folded.stream.partition(":")[2],
        version=folded.number,
        recorded_at=folded.recorded_at,
        status=str(caseload.status),
        caption=caseload.caption,
        number=caseload.number,
        court=caseload.court,
        stage=place,
        engagement=None if engagement is None else str(engagement.status),
        clients=clients,
        assignees=tuple(sorted(assignees)),
        open_deadlines=summary.open_deadlines,
        next_due=summary.next_due,
    )
    said: dict[str, Iterable[str | None]] = {
        "number": [one.number for one in caseload.sittings],
        "court": (caseload.court,),
        "participant": _participants(people),
        "client": clients,
        "assignee": assignees,
        "stage": (place,),
        "status": (row.status,),
        "label": labels,
        "rule": summary.rules,
    }
    attributes = frozenset(
        Attribute(name, value)
        for name, values in said.items()
        for value in values
        if value is not None
    )
    words = subject_words(team_of(folded), people, caseload, summary.assignees)
    return Whole(row, attributes.union(words))


def _participants(people: People) -> Iterator[str]:
    return map(_id_of, people.participants)


def _id_of(one: Participant) -> str:
    """Return the id of the directory, or that of the party where it has none."""
    return one.person or one.party_id


def _of_team(folded: Folded) -> list[str]:
    """Return who has a duty in the team that is not over by the day of the last line.

    One that begins later is a duty already: somebody has to know of it before.
    """
    team = team_of(folded)
    if team is None:
        return []
    day = own_day(folded.recorded_at)
    assignments: Iterable[Any] = team.assignments
    return [
        one.person
        for one in assignments
        if one.until_on is None or one.until_on > max(day, one.from_on)
    ]
