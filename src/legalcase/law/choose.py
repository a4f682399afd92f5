"""Choosing readings: the caller's, and those that the court has settled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from legalcase.counting.venue import calendar_disputes
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.law.open_questions import fact_given

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.counting.question import Question
    from legalcase.law.request import Request
    from legalcase.law.task import Task

__all__ = ["choose"]


def choose(question: Question, task: Task, anchor: date | datetime) -> None:
    """Set the disputes of the deadline, and the readings chosen or settled.

    Raises `UnknownNameError` for a dispute or an answer that does not exist, and
    `ConflictingInputError` for a bare name that several disputes have, and for two
    answers to one.
    """
    if task.deadline is not None and task.deadline.disputes:
        name = task.deadline.id
        # What changes the deadline itself was answered when its text was found.
        varying = {dispute for dispute, *_ in task.deadline.variants}
        own = [d for d in task.deadline.disputes if d.id not in varying]
        question.disputes = tuple((f"{name}#{d.id}", d) for d in own)
        changes: Mapping[tuple[str, str], Mapping[str, Any]] = {
            (f"{name}#{d.id}", reading.name): reading.change
            for d in own
            for reading in d.readings
        }
        question.changes = changes
    courts = question.venue.courts
    request = task.request
    asked = request.readings
    if not asked and not request.facts and not (courts and _any_settled(question)):
        return
    disputes = dict(_all(question))
    request.disputes.update(disputes, (key.partition("#")[2] for key in disputes))
    here = (_named(dispute, answer, disputes) for dispute, answer in asked)
    fixed = {one for one in here if one is not None}
    request.named.update(name for name, _ in asked if _keys(name, disputes))
    fixed |= _facts(request, disputes)
    names = {key for key, _ in fixed}
    if len(names) < len(fixed):
        msg = (
            f"readings= answers a question twice: {dict(asked)!r}. Name each dispute "
            "once."
        )
        raise ConflictingInputError(msg, field="readings", value=dict(asked))
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    day = question.as_of or day
    settled = set()
    for key, found in disputes.items():
        decision = found.settled_for(courts)
        if decision is not None and key not in names and found.applies_on(day):
            settled.add((key, decision[0]))
    chosen = {
        (key, answer)
        for key, answer in fixed | settled
        if answer != disputes[key].adopted
    }
    question.fixed = frozenset(fixed)
    question.chosen = frozenset(chosen)


def _facts(request: Request, disputes: Mapping[str, Dispute]) -> set[tuple[str, str]]:
    """Return the answers that the facts given have to what the rule asks."""
    found = set()
    for key, dispute in disputes.items():
        answer = fact_given(request, dispute)
        if answer is not None:
            found.add((key, answer))
    return found


def _any_settled(question: Question) -> bool:
    return any(dispute.settled for _, dispute in _all(question))


def _all(question: Question) -> list[tuple[str, Dispute]]:
    found = list(question.disputes)
    found += [(f"{question.rule.id}#{d.id}", d) for d in question.rule.disputes]
    for _, calendar in question.venue.calendars:
        found += [(f"{o}#{d.id}", d) for o, d in calendar_disputes(calendar)]
    return found


def _keys(asked: str, disputes: Mapping[str, Dispute]) -> list[str]:
    return [key for key in disputes if asked in (key, key.partition("#")[2])]


def _checked(asked: str, answer: str, dispute: Dispute) -> str:
    """Return an answer that a dispute has; raise `UnknownNameError` for another."""
    answers = {dispute.adopted, *(reading.name for reading in dispute.readings)}
    if answer not in answers:
        kind = f"answer to {asked!r}:"
        raise UnknownNameError.among(kind, answer, answers)
    return answer


def _named(
    asked: str, answer: str, disputes: Mapping[str, Dispute]
) -> tuple[str, str] | None:
    """Return (qualified id, answer) of a reading that the caller named, if it is here.

    Of several counts that make up a deadline, each has disputes of its own.
    """
    keys = _keys(asked, disputes)
    if not keys:
        return None
    if len(keys) > 1:
        msg = (
            f"{asked!r} is disputed at several places here: {', '.join(sorted(keys))}. "
            "Name the one that you mean in full."
        )
        raise ConflictingInputError(msg, field="readings", value=asked)
    return keys[0], _checked(asked, answer, disputes[keys[0]])
