"""unchecked: who came into a matter without a check for conflicts naming them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.oversight.authorities import CONFLICTS_KNOWN
from legalcase.oversight.seen import case_of
from legalcase.oversight.unchecked_asked import (
    as_client,
    more_since,
    names,
    names_counsel,
    seen_in_part,
)
from legalcase.plain_data import PlainData
from legalcase.practice.conflict_checks.facet import CONFLICT_CHECKS
from legalcase.practice.team.facet import TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.conflict_checks.state import CheckKept

__all__ = ["Unchecked", "UncheckedPerson", "unchecked"]


@frozen(kw_only=True)
class UncheckedPerson(PlainData):
    """What no check for conflicts covers, or what one has left open.

    `what` is a word: ``"engagement"`` (we were engaged, and nothing was checked by that
    day), ``"reopening"`` (nothing was checked since the closing), ``"participant"``,
    ``"counsel"`` and ``"member"`` (somebody came whom no check names), ``"client"``
    (a check names them, and not as a client of ours), ``"role"`` (one who was asked
    about as a bystander took another role since, or a claim stands between them and a
    client), ``"finding"`` (one that nobody has settled), ``"hidden"`` (a check met a
    matter that whoever asked may not see), ``"review"`` (a conflict review was cleared
    as if nothing had been found). `ref` says which, `day` since when.
    """

    what: str
    ref: str
    day: date
    why: str


@frozen(kw_only=True, repr=False)
class Unchecked(PlainData):
    """What no check for conflicts of a case covers on a day, in the order of the days.

    `last_check` is the id of the last check, ``None`` where there is none. No row says
    that everybody was asked about, and not that there is no conflict.
    """

    case_id: str
    on: date
    rows: tuple[UncheckedPerson, ...]
    last_check: str | None
    authority: Authority = field(default=CONFLICTS_KNOWN, repr=False)

    def __repr__(self) -> str:
        """Return the case and how many."""
        return f"<Unchecked in {self.case_id!r} on {self.on}: {len(self.rows)}>"

    def __iter__(self) -> Iterator[UncheckedPerson]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def _table(self) -> Table:
        last = "no check" if self.last_check is None else f"last {self.last_check}"
        table = Table(
            f"Not checked for conflicts in {self.case_id} on {say_day(self.on)}: "
            f"{len(self.rows)} ({last}; {self.authority})",
            ("since", "what", "who", "why"),
        )
        for one in self.rows:
            table.add(str(one.day), one.what, one.ref, one.why)
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row each, as plain data."""
        return [one.to_dict() for one in self.rows]


def unchecked(case: Case | CaseFile, *, on: date) -> Unchecked:
    """Return who came into a matter without a check for conflicts that names them.

    A check has to have been run by the day on which we were engaged; for everybody who
    takes part or appears as counsel, and for everybody of ours who joined, a check has
    to name them by an id (of the directory; ``"party:acme"``, ``"representation:r-1"``,
    ``"practice/member:m-1"``; as the team calls them), and a client as a client. One of
    a party by its name holds while the party is known by that name alone; one of a
    witness, or of another bystander, until they take another role. After a matter was
    reopened it takes a check since the closing: that of the day of the closing is none.
    Findings that nobody has settled are there as well, and checks behind a wall, until
    somebody who sees everything asks the same. What a check of another case found does
    not count. Raises `InvalidTypeError` for a case that was read without the room
    `practice.CONFLICT_CHECKS`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    room = case[CONFLICT_CHECKS]
    kept = tuple(one for one in room.checks if one.checked_on <= day)
    closed = _closed(case, day)
    valid = tuple(one for one in kept if closed is None or one.checked_on > closed)
    rows = [
        *_engaged(case, kept, day),
        *_reopened(case, valid, closed, day),
        *_people(case, valid, day),
        *_members(case, valid, day),
        *_hidden(valid),
        *_open(case, day),
    ]
    rows.sort(key=lambda one: (one.day, one.what, one.ref))
    return Unchecked(
        case_id=case.case_id,
        on=day,
        rows=tuple(rows),
        last_check=kept[-1].check_id if kept else None,
    )


def _closed(case: Case, day: date) -> date | None:
    """Return the day of the last closing before a reopening; ``None`` without one."""
    history = () if case.engagement is None else case.engagement.history
    closed = found = None
    for change in history:
        if change.on > day:
            continue
        if change.to == "closed":
            closed = change.on
        elif closed is not None and change.to == "open":
            found = closed
    return found


def _engaged(
    case: Case, checks: tuple[CheckKept, ...], day: date
) -> Iterator[UncheckedPerson]:
    history = () if case.engagement is None else case.engagement.history
    first = next((one for one in history if one.to == "engaged"), None)
    if first is None or first.on > day:
        return
    if not any(one.checked_on <= first.on for one in checks):
        yield UncheckedPerson(
            what="engagement",
            ref=f"event:{first.event_id}",
            day=first.on,
            why="we were engaged, and no check was run by that day",
        )


def _reopened(
    case: Case, checks: tuple[CheckKept, ...], closed: date | None, day: date
) -> Iterator[UncheckedPerson]:
    if closed is None or case.engagement is None:
        return
    for one in reversed(case.engagement.history):
        if one.to == "open" and closed <= one.on <= day:
            if not any(each.checked_on <= one.on for each in checks):
                yield UncheckedPerson(
                    what="reopening",
                    ref=f"event:{one.event_id}",
                    day=one.on,
                    why=f"it was reopened, and no check was run since {closed}",
                )
            return


def _people(
    case: Case, checks: tuple[CheckKept, ...], day: date
) -> Iterator[UncheckedPerson]:
    for one in case.people.participants:
        if one.spells[0].from_on > day:
            continue
        naming = [each for each in checks if names(each, one)]
        if not naming:
            yield UncheckedPerson(
                what="participant",
                ref=f"party:{one.party_id}",
                day=one.joined_on if one.joined_on <= day else one.spells[0].from_on,
                why="no check names them",
            )
        elif one.is_client_on(day) and not as_client(naming, one):
            since = next(each.from_on for each in one.engaged if each.covers(day))
            yield UncheckedPerson(
                what="client",
                ref=f"party:{one.party_id}",
                day=since,
                why="no check names them as a client of ours",
            )
        elif (more := more_since(case, one, naming, day)) is not None:
            yield UncheckedPerson(
                what="role",
                ref=f"party:{one.party_id}",
                day=more,
                why="no check names them as what they became since",
            )
    for counsel in case.people.representations:
        if counsel.began_on > day:
            continue
        if not any(names_counsel(each, counsel) for each in checks):
            yield UncheckedPerson(
                what="counsel",
                ref=f"representation:{counsel.representation_id}",
                day=counsel.began_on,
                why="no check names them",
            )


def _members(
    case: Case, checks: tuple[CheckKept, ...], day: date
) -> Iterator[UncheckedPerson]:
    if not case.has_room(TEAM):
        return
    team = case[TEAM]
    came: dict[str, tuple[date, str, set[str | None]]] = {}
    for member in team.members:
        ref = f"practice/member:{member.member_id}"
        since, first, ids = came.get(member.person, (member.joined_on, ref, set()))
        ids |= {ref, member.person}
        came[member.person] = (since, first, ids)
    for one in team.assignments:
        ref = f"practice/assignment:{one.assignment_id}"
        since, first, ids = came.get(one.person, (one.from_on, ref, set()))
        ids |= {ref, one.person}
        came[one.person] = (since, first, ids)
    for since, ref, ids in came.values():
        if since <= day and not any(each.covers(*ids) for each in checks):
            yield UncheckedPerson(
                what="member", ref=ref, day=since, why="no check names them"
            )


def _hidden(checks: tuple[CheckKept, ...]) -> Iterator[UncheckedPerson]:
    for one in seen_in_part(checks):
        yield UncheckedPerson(
            what="hidden",
            ref=f"practice/conflict-check:{one.check_id}",
            day=one.checked_on,
            why="whoever asked may not see a matter that it met; let another ask",
        )


def _open(case: Case, day: date) -> Iterator[UncheckedPerson]:
    room = case[CONFLICT_CHECKS]
    for one in room.findings:
        if one.is_open and one.found_on <= day:
            yield UncheckedPerson(
                what="finding",
                ref=f"practice/conflict-finding:{one.finding_id}",
                day=one.found_on,
                why=f"{one.rule} is {one.state}, and nobody has settled it",
            )
    reviews = () if case.engagement is None else case.engagement.reviews
    for review in reviews:
        on = review.cleared_on
        if on is None or on > day or review.cleared_as != "no-conflict":
            continue
        mine = [one for one in room.checks if one.review_id == review.review_id]
        left = {
            name
            for one in mine
            for name in one.finding_ids
            if room.findings[name].state != "cleared"
        }
        if left:
            yield UncheckedPerson(
                what="review",
                ref=f"conflict-review:{review.review_id}",
                day=on,
                why=f"it was cleared as no conflict, with {len(left)} not cleared",
            )
