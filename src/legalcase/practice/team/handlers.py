"""How events change who answers for what, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.near import is_same
from legalcase.practice.team.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
)
from legalcase.practice.team.state import (
    OURS,
    Assignment,
    Handover,
    Member,
    ModelChoice,
    Team,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.team.events import (
        Assigned,
        AssignmentEnded,
        MemberJoined,
        MemberLeft,
        TeamModelChosen,
    )

__all__ = [
    "HANDOVER_CYCLE",
    "assigned",
    "chosen",
    "ended",
    "handed_over",
    "handing_over",
    "handovers",
    "joined",
    "left",
]

#: Where a handover can stand.
HANDOVER_CYCLE: Final = Lifecycle(
    noun="handover",
    first="none",
    moves=(
        Move(HandoverProposed, ("none",), "proposed"),
        Move(HandoverAccepted, ("proposed",), "accepted"),
        Move(HandoverDeclined, ("proposed",), "declined"),
    ),
)


def handovers(team: Team) -> Iterator[tuple[str, str]]:
    """Yield where each handover stands."""
    for one in team.handovers:
        yield one.handover_id, one.state


def _closed(team: Team, assignment: Assignment, day: date) -> Team:
    """Return the team where an assignment ends on a day, or never began."""
    until_on = max(day, assignment.from_on)
    kept = team.assignments.with_(
        assignment.assignment_id, evolve(assignment, until_on=until_on)
    )
    return evolve(team, assignments=kept)


def _begun(team: Team, assignment: Assignment) -> Team:
    """Return the team with a further assignment, which takes no other's place.

    Ids are made of what somebody called things, and two can come to the same.
    """
    name, number = assignment.assignment_id, 1
    while team.assignments.find(assignment.assignment_id) is not None:
        number += 1
        assignment = evolve(assignment, assignment_id=f"{name}-{number}")
    kept = team.assignments.with_(assignment.assignment_id, assignment)
    return evolve(team, assignments=kept)


def _free(team: Team, wanted: str) -> str:
    """Return an id that no assignment has: as wanted, or with a number after it."""
    number, name = 1, wanted
    while name in team.assignments:
        number += 1
        name = f"{wanted}.{number}"
    return name


def chosen(team: Team, event: TeamModelChosen, line: Recorded, _: Folded) -> Team:
    """Return the team under another model: whoever answered by the old one is free.

    So is whoever took over from them, also where that day was still to come.
    """
    day = event.happened_on
    for assignment in team.assignments:
        is_old = assignment.chosen_on is not None and assignment.chosen_on <= day
        if is_old and (assignment.until_on is None or assignment.until_on > day):
            team = _closed(team, assignment, day)
    later = [one.from_on for one in team.choices if one.from_on > day]
    new: list[tuple[str, str, str | None]] = [
        (one.accountable, "accountable", one.area) for one in event.areas
    ]
    if event.manager is not None:
        new.append((event.manager, "accountable", None))
    if event.coordinator is not None:
        new.append((event.coordinator, "coordinator", None))
    for person, duty, area in new:
        assignment = Assignment(
            assignment_id=_free(team, f"{line.event_id}/{area or duty}"),
            person=person,
            duty=duty,
            area=area,
            from_on=day,
            until_on=min(later, default=None),
            by_event=line.event_id,
            chosen_on=day,
        )
        team = _begun(team, assignment)
    choice = ModelChoice(
        model=event.model,
        from_on=day,
        manager=event.manager,
        coordinator=event.coordinator,
        areas=event.areas,
        reason=event.reason,
        event_id=line.event_id,
        label=borne(None, line.label, kind=OURS),
    )
    kept = sorted((*team.choices, choice), key=lambda one: one.from_on)
    return evolve(team, choices=tuple(kept))


def assigned(team: Team, event: Assigned, line: Recorded, _: Folded) -> Team:
    """Return the team in which somebody has a further duty.

    Its id is none that a choice of model, or a handover, gave already.
    """
    if event.assignment_id in team.assignments:
        msg = (
            f"There is an assignment {event.assignment_id!r} already, made by a choice "
            "of model or a handover. Give this one another id."
        )
        raise InvalidValueError(msg, field="assignment_id", value=event.assignment_id)
    assignment = Assignment(
        assignment_id=event.assignment_id,
        person=event.person,
        duty=event.duty,
        area=event.area,
        from_on=event.happened_on,
        until_on=event.until_on,
        by_event=line.event_id,
    )
    return _begun(team, assignment)


def ended(team: Team, event: AssignmentEnded, _: Recorded, __: Folded) -> Team:
    """Return the team in which somebody no longer has a duty."""
    assignment = team.assignments[event.assignment_id]
    day = event.happened_on
    if assignment.until_on is not None and assignment.until_on <= day:
        msg = (
            f"The assignment {assignment.assignment_id!r} was over on "
            f"{assignment.until_on} already. Record an end before that day, or none."
        )
        raise IllegalTransitionError(
            msg, subject=assignment.assignment_id, state="over", step="AssignmentEnded"
        )
    return _closed(team, assignment, day)


def joined(team: Team, event: MemberJoined, _: Recorded, __: Folded) -> Team:
    """Return the team with a further member."""
    member = Member(
        member_id=event.member_id,
        person=event.person,
        agency=event.agency,
        discipline=event.discipline,
        joined_on=event.happened_on,
    )
    return evolve(team, members=team.members.with_(member.member_id, member))


def left(team: Team, event: MemberLeft, _: Recorded, __: Folded) -> Team:
    """Return the team in which a member takes part no longer."""
    member = team.members[event.member_id]
    if member.left_on is not None:
        msg = (
            f"The member {member.member_id!r} left on {member.left_on} already. "
            "Correct that line if the day is wrong."
        )
        raise IllegalTransitionError(
            msg, subject=member.member_id, state="left", step="MemberLeft"
        )
    if event.happened_on < member.joined_on:
        msg = (
            f"The member {member.member_id!r} joined on {member.joined_on}, and would "
            f"leave on {event.happened_on}. Pass a day on or after it."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
    gone = evolve(member, left_on=event.happened_on)
    return evolve(team, members=team.members.with_(member.member_id, gone))


def handing_over(team: Team, event: HandoverProposed, _: Recorded, __: Folded) -> Team:
    """Return the team with a handover that waits for the successor."""
    proposed = Handover(
        handover_id=event.handover_id,
        state="proposed",
        predecessor=event.predecessor,
        successor=event.successor,
        from_on=event.from_on,
        inventory=tuple(map(str, event.inventory)),
        proposed_on=event.happened_on,
    )
    kept = team.handovers.with_(proposed.handover_id, proposed)
    return evolve(team, handovers=kept)


def handed_over(
    team: Team,
    event: HandoverAccepted | HandoverDeclined,
    line: Recorded,
    _: Folded,
) -> Team:
    """Return the team after the successor's answer: all duties go over, or none."""
    handover = team.handovers[event.handover_id]
    state = HANDOVER_CYCLE.after(type(event), handover.state, handover.handover_id)
    if isinstance(event, HandoverAccepted):
        if not is_same(event.accepted_by, handover.successor):
            msg = (
                f"The handover {handover.handover_id!r} is accepted by somebody else "
                "than its successor. The one who takes over has to accept."
            )
            raise InvalidValueError(msg, field="accepted_by", value=None)
        day = handover.from_on
        for old in team.on(day):
            if not is_same(old.person, handover.predecessor):
                continue
            what = old.area or old.duty
            new = evolve(
                old,
                assignment_id=_free(team, f"{line.event_id}/{what}"),
                person=handover.successor,
                from_on=day,
                by_event=line.event_id,
            )
            team = _begun(_closed(team, old, day), new)
    done = evolve(handover, state=state, ended_on=event.happened_on)
    return evolve(team, handovers=team.handovers.with_(done.handover_id, done))
