"""Who takes part in a case or once did, and who works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.caseload.state import Caseload
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.people.state import People
    from legalcase.model.tasks.state import Task

__all__ = ["ours", "takes_part", "unlisted", "working"]


def takes_part(people: People, caseload: Caseload) -> Iterator[str]:
    """Yield the ids, in the directory, of parties, counsel, their firms and judges."""
    for party in people.participants:
        yield from _given(party.person, *party.formerly)
    for counsel in people.representations:
        yield from _given(counsel.counsel_id, counsel.firm_id)
    for seat in caseload.bench:
        yield from _given(seat.judge_id)


def ours(people: People) -> Iterator[str]:
    """Yield those, of the directory, who are our clients or once were."""
    for party in people.participants:
        if party.is_client or party.engaged:
            yield from _given(party.person, *party.formerly)


def unlisted(people: People) -> Iterator[str]:
    """Yield the ids in the case of those who take part without an entry."""
    for party in people.participants:
        if party.person is None:
            yield party.party_id
    for counsel in people.representations:
        if counsel.counsel_id is None or (counsel.firm and counsel.firm_id is None):
            yield counsel.representation_id


def working(tasks: Iterable[Task], deadlines: Iterable[Deadline]) -> Iterator[str]:
    """Yield who has an open task or deadline; an id, or a name in words."""
    for task in tasks:
        if task.is_open:
            yield task.accountable
            yield from task.responsible
    for deadline in deadlines:
        if deadline.is_open:
            yield from _given(deadline.terms.owner, deadline.terms.backup)


def _given(*ids: str | None) -> Iterator[str]:
    return (each for each in ids if each is not None)
