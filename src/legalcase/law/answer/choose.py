"""Choosing readings: the caller's, and those that the court has settled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from legalcase.counting.rules.venue import calendar_disputes
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.law.call.open_questions import fact_given

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.counting.engine.count import Count
    from legalcase.law.call.asked import Asked
    from legalcase.law.call.call import Call

__all__ = ["choose"]


def choose(count: Count, asked: Asked, anchor: date | datetime) -> None:
    """Set the disputes of the deadline, and the readings chosen or settled.

    Raises `UnknownNameError` for a dispute or an answer that does not exist, and
    `ConflictingInputError` for a bare name that several disputes have, and for two
    answers to one.
    """
    if asked.deadline is not None and asked.deadline.disputes:
        name = asked.deadline.id
        # What changes the deadline itself was answered when its text was found.
        varying = {dispute for dispute, *_ in asked.deadline.variants}
        varying.update(asked.deadline.case_facts)
        own = [d for d in asked.deadline.disputes if d.id not in varying]
        count.disputes = tuple((f"{name}#{d.id}", d) for d in own)
        changes: Mapping[tuple[str, str], Mapping[str, Any]] = {
            (f"{name}#{d.id}", reading.name): reading.change
            for d in own
            for reading in d.readings
        }
        count.changes = changes
    courts = count.venue.courts
    call = asked.call
    wanted = call.given.readings
    if not wanted and not call.given.facts and not (courts and _any_settled(count)):
        return
    disputes = dict(_all(count))
    call.disputes.update(disputes, (key.partition("#")[2] for key in disputes))
    here = (_named(dispute, answer, disputes) for dispute, answer in wanted)
    fixed = {one for one in here if one is not None}
    call.named.update(name for name, _ in wanted if _keys(name, disputes))
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    day = count.given.as_of or day
    fixed |= _facts(call, disputes, day)
    names = {key for key, _ in fixed}
    if len(names) < len(fixed):
        msg = (
            f"readings= answers a question twice: {dict(wanted)!r}. Name each dispute "
            "once."
        )
        raise ConflictingInputError(msg, field="readings", value=dict(wanted))
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
    count.fixed = frozenset(fixed)
    count.chosen = frozenset(chosen)


def _facts(
    call: Call, disputes: Mapping[str, Dispute], day: date
) -> set[tuple[str, str]]:
    """Return the answers that the facts given have to what the rule asks on a day."""
    found = set()
    for key, dispute in disputes.items():
        answer = fact_given(call, dispute)
        if answer is not None and dispute.applies_on(day):
            found.add((key, answer))
    return found


def _any_settled(count: Count) -> bool:
    return any(dispute.settled for _, dispute in _all(count))


def _all(count: Count) -> list[tuple[str, Dispute]]:
    found = list(count.disputes)
    found += [(f"{count.rule.id}#{d.id}", d) for d in count.rule.disputes]
    for _, calendar in count.venue.calendars:
        found += [(f"{o}#{d.id}", d) for o, d in calendar_disputes(calendar)]
    return found


def _keys(wanted: str, disputes: Mapping[str, Dispute]) -> list[str]:
    return [key for key in disputes if wanted in (key, key.partition("#")[2])]


def _checked(wanted: str, answer: str, dispute: Dispute) -> str:
    """Return an answer that a dispute has; raise `UnknownNameError` for another."""
    answers = {dispute.adopted, *(reading.name for reading in dispute.readings)}
    if answer not in answers:
        kind = f"answer to {wanted!r}:"
        raise UnknownNameError.among(kind, answer, answers)
    return answer


def _named(
    wanted: str, answer: str, disputes: Mapping[str, Dispute]
) -> tuple[str, str] | None:
    """Return (qualified id, answer) of a reading that the caller named, if it is here.

    Of several counts that make up a deadline, each has disputes of its own.
    """
    keys = _keys(wanted, disputes)
    if not keys:
        return None
    if len(keys) > 1:
        msg = (
            f"{wanted!r} is disputed at several places here: "
            f"{', '.join(sorted(keys))}. "
            "Name the one that you mean in full."
        )
        raise ConflictingInputError(msg, field="readings", value=wanted)
    return keys[0], _checked(wanted, answer, disputes[keys[0]])
