"""Evaluating what was asked: one count, or the later or earlier of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.argument.computation import Computation
from legalcase.counting.engine.steps import Outcome
from legalcase.errors import ConflictingInputError
from legalcase.law.answer.conditions import is_met, restarted
from legalcase.law.answer.other_end import runs_from
from legalcase.law.answer.prepare import prepare
from legalcase.law.answer.texts.governing import governing
from legalcase.law.answer.texts.other import same_member
from legalcase.law.book.local_rules import with_local_rules
from legalcase.law.book.venues import venue_for
from legalcase.law.call.asked import Asked, day_of
from legalcase.law.call.commenced import text_on
from legalcase.law.call.door import in_court_time
from legalcase.law.call.open_questions import was_said
from legalcase.law.call.period_cases import text_for

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.catalogue.terms import Term, Trigger
    from legalcase.counting.engine.steps import RawStep
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.call.door import Anchor

__all__ = ["evaluate"]


def evaluate(asked: Asked) -> Computation:
    """Return the computation of what was asked."""
    form = asked.term.form
    if form == "period":
        return _count(asked)
    if asked.call.given.added is not None:
        raise _added_to_what(asked)
    if form == "remaining":
        return _other(asked, asked.term.ref or "")
    if form == "on":
        return _certain(asked)
    return _several(asked)


def _added_to_what(asked: Asked) -> ConflictingInputError:
    subject = asked.rule.id if asked.deadline is None else asked.deadline.id
    msg = (
        f"{subject} consists of several, and added= does not say which of them is "
        "longer. Compute the one that you mean."
    )
    return ConflictingInputError(msg, field="added", value=asked.call.given.added)


def _several(asked: Asked) -> Computation:
    """Return the later or earlier of the members of a term."""
    from legalcase.law.answer.combine import combine
    from legalcase.law.answer.notices import authorities, extra_notices

    waits = _waited_for(asked)
    if waits:
        return _pending(asked, waits)
    members, conditions = _taking_part(asked)
    parts = tuple(evaluate(_member(asked, member)) for member in members)
    return combine(
        parts,
        asked.term.form,
        inputs=asked.inputs(None),
        sources=asked.own_source(),
        bound=asked.bound,
        cite=asked.cite,
        conditions=conditions,
        notices=extra_notices(asked, None),
        barred_by=asked.barred_by,
        authorities=lambda: authorities(asked, ()),
    )


def _waited_for(asked: Asked) -> tuple[str, ...]:
    """Return the events before which nothing runs, as a fact that was given has it."""
    deadline = asked.deadline
    if deadline is None:
        return ()
    return tuple(
        trigger.event
        for member in asked.term.members
        if (trigger := member.trigger) is not None
        and trigger.event is not None
        and trigger.event not in asked.anchors
        and any(was_said(asked.call, deadline, *one) for one in member.needed_if)
    )


def _taking_part(asked: Asked) -> tuple[list[Term], tuple[str, ...]]:
    """Return the members of a term that take part, and the conditions that are met."""
    members, met = [], []
    for member in asked.term.members:
        condition, trigger = member.if_within, member.trigger
        event = None if trigger is None else trigger.event
        if member.optional and event is not None and event not in asked.anchors:
            continue
        if condition is not None:
            step = is_met(asked, member, _other)
            if step is None:
                continue
            if condition.event in asked.anchors:
                met.append(step[3])
        members.append(member)
    return members or list(asked.term.members), tuple(met)


def _member(asked: Asked, member: Term) -> Asked:
    """Return what is asked of a member: its own service table and rule, if any."""
    version, table, direction = asked.version, asked.table, asked.direction
    if member.form == "period" and direction in {"after", "before"}:
        direction = member.direction  # one member can run from what another precedes
    other = _in_force(asked, member)
    if version is not None and other is not None:
        same = same_member(member, version, other)
        if same is not None:
            member, version, table = same, other, other.service_extension
    rule = asked.rule
    if asked.deadline is not None and other is not None:
        counting = asked.deadline.in_text(other).counting
        rule = rule if counting == rule.id else asked.call.law.counting_rule(counting)
    if member.counting is not None:
        rule = asked.call.law.counting_rule(member.counting)
    return evolve(
        asked,
        term=member,
        version=version,
        rule=rule,
        direction=direction,
        table=member.service_extension or table,
        is_member=True,
    )


def _in_force(asked: Asked, member: Term) -> DeadlineVersion | None:
    """Return the text in force on a member's own trigger, if it has one.

    The rule that counts its days goes by that date too; to take the number of days
    from the text before a change, and the way to count them from that after it, would
    give a date that neither text gives.
    """
    deadline, trigger = asked.deadline, member.trigger
    if deadline is None or trigger is None or asked.call.given.as_of is not None:
        return None
    anchor = asked.anchors.get(trigger.event or "")
    if anchor is None or (deadline.last is not None and day_of(anchor) > deadline.last):
        return None
    day = day_of(anchor)
    text = text_on(asked.call, deadline, day)
    return text_for(asked.call, deadline, text, day, asked.anchors.values())


def _other(asked: Asked, name: str) -> Computation:
    """Evaluate another deadline, its own time, from the triggers of this one."""
    law = asked.call.law
    deadline = law.deadline(name)
    anchors = asked.anchors
    if deadline.shifts:
        text, day = governing(asked.call, deadline, asked.direction, anchors)
    else:
        day = asked.call.given.as_of or min(map(day_of, anchors.values()))
        text = text_on(asked.call, deadline, day)
    deadline = deadline.in_text(text)
    version = text_for(asked.call, deadline, text, day, anchors.values())
    given = evolve(
        asked.call.given,
        act=version.act,
        nature=version.nature,
        paper=deadline.paper,
        added=None,  # what was given is added to the period that was asked about
    )
    call = evolve(asked.call, given=given)
    other = Asked(
        call=call,
        term=version.term,
        rule=law.counting_rule(deadline.counting),
        direction="after",
        anchors=anchors,
        table=version.service_extension,
        bound=version.bound,
        deadline=deadline,
        version=version,
    )
    if version.term.form == "period":
        other.direction = version.term.direction
    return evaluate(other)


def _certain(asked: Asked) -> Computation:
    """Return a date certain: neither counted nor moved."""
    word = asked.term.ref or ""
    anchor = asked.anchors.get(word)
    if anchor is None:
        return _pending(asked, (word,))
    day = day_of(anchor)
    step: RawStep = ("fixed", day, day, asked.cite, ())
    return Computation(
        inputs=asked.inputs(day),
        sources=asked.own_source(),
        outcome=Outcome(day, day, (step,)),
        bound=asked.bound,
        barred_by=asked.barred_by,
        # A date that was itself computed is as certain as its readings are.
        readings=anchor.readings if isinstance(anchor, Computation) else None,
    )


def _pending(asked: Asked, waits_for: tuple[str, ...]) -> Computation:
    return Computation(
        inputs=asked.inputs(None),
        sources=asked.own_source(),
        outcome=None,
        bound=asked.bound,
        waits_for=waits_for,
        barred_by=asked.barred_by,
        # What was said on the way stands, though there is no date.
        notices=tuple(asked.call.said),
    )


def _count(asked: Asked) -> Computation:
    """Count one period from its trigger."""
    call = asked.call
    anchor, prefix, waits = _anchor(asked)
    if anchor is None:
        return _pending(asked, waits)
    rule = with_local_rules(*asked.for_local_rules)
    venue = venue_for(
        call.law,
        rule,
        call.court,
        call.given.forum,
        call.calendar,
        call.given.legal_holidays,
    )
    moment = _moment(anchor, venue.zones, rule, asked)
    return prepare(asked, rule, venue, moment, anchor).answer(moment, prefix)


def _anchor(
    asked: Asked,
) -> tuple[Anchor | None, tuple[RawStep, ...], tuple[str, ...]]:
    """Return the anchor, the steps that led to it, and what is waited for."""
    anchors, trigger = asked.anchors, asked.term.trigger
    if trigger is not None and trigger.expiry_of is not None:
        return _expiry(asked, trigger)
    word = "" if trigger is None or trigger.event is None else trigger.event
    anchor = anchors.get(word, anchors.get(""))
    found = restarted(asked, anchor, _other)
    return found.anchor, found.steps, found.waits_for or (word,)


def _expiry(
    asked: Asked, trigger: Trigger
) -> tuple[Anchor | None, tuple[RawStep, ...], tuple[str, ...]]:
    """Return the end of another deadline, from which this one runs."""
    anchor = asked.anchors.get("")
    if anchor is None:
        anchor = _other(asked, trigger.expiry_of or "")
        if not anchor.is_running:
            return None, (), anchor.waits_for
    if isinstance(anchor, Computation):
        end = anchor.due if trigger.as_of_end == "rolled" else anchor.nominal
        start = anchor.trace[0][1] if anchor.trace else end
        step: RawStep = ("expiry", start, end, anchor.subject, ())
        return anchor, (step,), ()
    return anchor, (), ()


def _moment(
    anchor: Anchor, zones: tuple[str, ...], rule: CountingRule, asked: Asked
) -> date | datetime:
    """Return the anchor as a date, or as an instant in the court's zone."""
    if isinstance(anchor, Computation):
        return _end_of(anchor, rule, asked)
    return in_court_time(anchor, zones, rule.zone)


def _end_of(anchor: Computation, rule: CountingRule, asked: Asked) -> date | datetime:
    """Return the end of another computation from which a period runs."""
    outcome = anchor.outcome
    if outcome is None:
        return anchor.due  # raises: the other period is not running
    if runs_from(asked, rule, anchor) == "nominal":
        return anchor.nominal
    return outcome.due
