"""Choosing readings: the caller's, and those that the court has settled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from legalcase.counting.venue import calendar_disputes
from legalcase.errors import ConflictingInputError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.counting.question import Question
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
        question.disputes = tuple((f"{name}#{d.id}", d) for d in task.deadline.disputes)
        changes: Mapping[tuple[str, str], Mapping[str, Any]] = {
            (f"{name}#{d.id}", reading.name): reading.change
            for d in task.deadline.disputes
            for reading in d.readings
        }
        question.changes = changes
    courts = question.venue.courts
    asked = task.request.readings
    if not asked and not (courts and _any_settled(question)):
        return
    disputes = dict(_all(question))
    fixed = {_named(dispute, answer, disputes) for dispute, answer in asked}
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


def _any_settled(question: Question) -> bool:
    return any(dispute.settled for _, dispute in _all(question))


def _all(question: Question) -> list[tuple[str, Dispute]]:
    found = list(question.disputes)
    found += [(f"{question.rule.id}#{d.id}", d) for d in question.rule.disputes]
    for _, calendar in question.venue.calendars:
        found += [(f"{o}#{d.id}", d) for o, d in calendar_disputes(calendar)]
    return found


def _named(asked: str, answer: str, disputes: Mapping[str, Dispute]) -> tuple[str, str]:
    """Return (qualified id, answer) of a reading that the caller named."""
    keys = [key for key in disputes if asked in (key, key.partition("#")[2])]
    if not keys:
        known = {key.partition("#")[2] for key in disputes} | set(disputes)
        kind = "disputed question here:"
        raise UnknownNameError.of(kind, asked, known)
    if len(keys) > 1:
        msg = (
            f"{asked!r} is disputed at several places here: {', '.join(sorted(keys))}. "
            "Name the one that you mean in full."
        )
        raise ConflictingInputError(msg, field="readings", value=asked)
    dispute = disputes[keys[0]]
    answers = {dispute.adopted, *(reading.name for reading in dispute.readings)}
    if answer not in answers:
        kind = f"answer to {asked!r}:"
        raise UnknownNameError.among(kind, answer, answers)
    return keys[0], answer
