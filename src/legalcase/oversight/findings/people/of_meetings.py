"""What can be wrong with meetings about a case, and with the problems raised in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.seen import action_task
from legalcase.practice.meetings.facet import MEETINGS
from legalcase.practice.problems.facet import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.practice.meetings.state import Meeting
    from legalcase.practice.problems.state import Problem

__all__ = ["OF_MEETINGS"]


def _meetings(viewed: Viewed) -> tuple[Meeting, ...]:
    if not viewed.case.has_room(MEETINGS):
        return ()
    room = viewed.case[MEETINGS]
    return tuple(room)


def _problems(viewed: Viewed) -> tuple[Problem, ...]:
    if not viewed.case.has_room(PROBLEMS):
        return ()
    room = viewed.case[PROBLEMS]
    return tuple(room)


def not_held(viewed: Viewed) -> Iterator[Found]:
    """Find meetings whose day is over, and of which nothing was recorded."""
    for one in _meetings(viewed):
        if one.state == "scheduled" and one.held_on < viewed.on:
            yield Found(
                text=f"meeting {one.meeting_id!r} was to be on {one.held_on}",
                evidence=(f"practice/meeting:{one.meeting_id}",),
                day=one.held_on,
            )


def action_without_task(viewed: Viewed) -> Iterator[Found]:
    """Find what a meeting decided is to be done, and of which there is no task."""
    for one in _meetings(viewed):
        for number, action in enumerate(one.actions, 1):
            if not action_task(viewed.case, one, number)[1]:
                yield Found(
                    text=f"action {number} of meeting {one.meeting_id!r} is no task",
                    evidence=(f"practice/meeting:{one.meeting_id}",),
                    day=action.due_on,
                    person=action.accountable,
                )


def problem_overdue(viewed: Viewed) -> Iterator[Found]:
    """Find problems that were to be put right by now."""
    for one in _problems(viewed):
        if one.is_open and one.due_on is not None and one.due_on < viewed.on:
            yield Found(
                text=f"problem {one.problem_id!r} was to be put right by {one.due_on}",
                evidence=(f"practice/problem:{one.problem_id}", *one.about),
                severity="critical" if one.severity == "critical" else None,
                day=one.due_on,
                person=one.owner,
            )


OF_MEETINGS: Final = (
    Check(
        code="meeting-action-no-task",
        severity="warning",
        what="what a meeting decided is to be done is no task of the case",
        find=action_without_task,
    ),
    Check(
        code="meeting-not-held",
        severity="warning",
        what="the day of a meeting is over, and nobody recorded what became of it",
        find=not_held,
    ),
    Check(
        code="problem-overdue",
        severity="warning",
        what="a problem was to be put right by now, and is open",
        find=problem_overdue,
    ),
)
