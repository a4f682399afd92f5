"""The rows of a case, read off its agenda and its rooms in the plainest way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from legalcase.access import Subject
from legalcase.dates import own_day
from legalcase.kernel import Label
from legalcase.kernel.register import Register
from legalcase.practice import TEAM
from legalcase.storage.projecting import Projected, projected, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel import Folded
    from legalcase.model import Case

A_YEAR = timedelta(days=365)


def rows_of(case: Case) -> dict[tuple[str, str], tuple[Any, ...]]:
    """What is due, read off the agenda in the plainest way."""
    agenda = case.agenda()
    rows: dict[tuple[str, str], tuple[Any, ...]] = {}
    for item in agenda.items:
        one, terms = item.deadline, item.deadline.terms
        computation = getattr(one.basis, "computation", None)
        is_computed = type(one.basis).__name__ == "Computed"
        people = [name for name in (terms.owner, terms.backup) if name]
        rows["deadline", one.deadline_id] = (
            case.case_id,
            "deadline",
            one.deadline_id,
            item.dates.shown,
            None,
            one in [opened.deadline for opened in agenda.open],
            item.state,
            item.dates.bound,
            one.title,
            computation.inputs.deadline if is_computed and computation else None,
            tuple(dict.fromkeys(people)),
            terms.critical,
            one.label.audience,
        )
    for hearing in agenda.hearings:
        rows["hearing", hearing.hearing_id] = (
            case.case_id,
            "hearing",
            hearing.hearing_id,
            own_day(hearing.at),
            hearing.at,
            hearing.state == "set",
            str(hearing.state),
            "not-later-than",
            hearing.title,
            None,
            (),
            False,
            hearing.label.audience,
        )
    for task in agenda.tasks:
        rows["task", task.task.task_id] = (
            case.case_id,
            "task",
            task.task.task_id,
            task.dates.shown,
            None,
            task.task.is_open,
            task.state,
            task.dates.bound,
            task.task.title,
            None,
            tuple(dict.fromkeys((task.task.accountable, *task.task.responsible))),
            False,
            task.task.label.audience,
        )
    return rows


def labels_of(value: Any) -> Iterator[Label]:
    """Every label that lies somewhere in a state, without regard to what it costs."""
    if isinstance(value, Label):
        yield value
    elif isinstance(value, Register | tuple | frozenset | list):
        for one in value:
            yield from labels_of(one)
    elif isinstance(value, dict):
        yield from labels_of(list(value.values()))
    elif hasattr(value, "__attrs_attrs__"):
        for each in value.__attrs_attrs__:
            yield from labels_of(getattr(value, each.name))


def attributes_of(case: Case) -> set[tuple[str, str, str, str]]:
    """By which words a case is found, read off its rooms in the plainest way."""
    rows = rows_of(case).values()
    still_open = [row for row in rows if row[5]]
    own: set[tuple[str, str | None]] = {
        ("status", str(case.status)),
        ("court", case.court),
        ("stage", None if case.stage is None else case.stage.place),
    }
    own |= {("number", one.number) for one in case.caseload.sittings}
    for party in case.people.participants:
        own.add(("participant", party.person or party.party_id))
        if party.is_client:
            own.add(("client", party.person or party.party_id))
    own |= {("assignee", name) for row in still_open for name in row[10]}
    own |= {("rule", row[9]) for row in still_open}
    if case.has_room(TEAM):
        day = own_day(case.recorded_at)
        own |= {
            ("assignee", one.person)
            for one in case[TEAM].assignments
            if one.until_on is None
            or (one.until_on > day and one.until_on > one.from_on)
        }
        own |= {("on-team", days_of(one)) for one in case[TEAM].assignments}
    asked = Subject.of(case)
    own |= {("person", name) for name in asked.participants}
    own |= {("ours", name) for name in asked.clients}
    own |= {("works", name) for name in asked.team}
    own |= {("unlisted", name) for name in asked.unlisted}
    core = [state for name, state in case.folded.rooms.items() if "/" not in name]
    for label in labels_of(core):
        own |= {("label", label.audience), ("label", label.ground)}
    found = {(name, value, "", "") for name, value in own if value is not None}
    for row in rows:
        found |= {("assignee", name, row[1], row[2]) for name in row[10]}
        found.add(("label", row[12], row[1], row[2]))
        if row[9] is not None:
            found.add(("rule", row[9], row[1], row[2]))
    return found


def days_of(one: Any) -> str:
    """Somebody on the team, with the first day and the day on which it is over."""
    return f"{one.from_on} {one.until_on or '-'} {one.person}"


def subject(case: Case, day: date) -> Subject:
    """What a policy of access looks at, read off the case itself."""
    on_team = case[TEAM].on(day) if case.has_room(TEAM) else ()
    return Subject.of(case, team=[one.person for one in on_team])


def of(folded: Folded, before: tuple[Folded, Projected] | None = None) -> Projected:
    """The rows of a case, which it has."""
    found = projected(folded, before)
    assert found is not None
    return found


def check(case: Case) -> Projected:
    """See that the rows of a case are what it says of itself; return them."""
    found = of(case.folded)
    expected = rows_of(case)
    assert {key: tuple(row) for key, row in found.dues.items()} == expected
    bound = {one for one in found.attributes if one.name == "subject"}
    assert set(map(tuple, found.attributes - bound)) == attributes_of(case)
    for day in (own_day(case.recorded_at), own_day(case.recorded_at) + A_YEAR):
        asked = subject_of(case.folded.stream, found.attributes, day)
        assert asked == subject(case, day)
    row = found.case
    opened = [one for one in expected.values() if one[5]]
    days = [one[3] for one in opened if one[3] is not None]
    assert (row.case_id, row.version) == (case.case_id, case.version)
    assert (row.status, row.caption) == (case.status, case.caption)
    assert (row.number, row.court) == (case.number, case.court)
    assert row.stage == (case.stage and case.stage.place)
    assert row.engagement == (case.engagement and case.engagement.status)
    assert row.next_due == min(days, default=None)
    assert row.open_deadlines == len(case.agenda().open)
    assert set(row.assignees) == {
        one.value for one in found.attributes if one[::2] == ("assignee", "")
    }
    assert not row.is_sealed
    return found
