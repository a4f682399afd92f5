"""Evaluating a task: one count, or the later or earlier of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.computation import Computation
from legalcase.law.conditions import is_met, restarted
from legalcase.law.local import with_local_rules
from legalcase.law.open_questions import under_answers
from legalcase.law.prepare import prepare, runs_from, same_member
from legalcase.law.request import local
from legalcase.law.task import Task, day_of
from legalcase.law.venues import venue_for

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.catalogue.terms import Term, Trigger
    from legalcase.counting.form import RawStep
    from legalcase.counting.rule import CountingRule
    from legalcase.law.request import Anchor

__all__ = ["evaluate"]


def evaluate(task: Task) -> Computation:
    """Return the computation of a task."""
    form = task.term.form
    if form == "period":
        return _count(task)
    if form == "remaining":
        return _other(task, task.term.ref or "")
    if form == "on":
        return _certain(task)
    return _several(task)


def _several(task: Task) -> Computation:
    """Return the later or earlier of the members of a term."""
    from legalcase.law.composite import combine  # noqa: PLC0415 - few deadlines need it
    from legalcase.law.notices import authorities, extra_notices  # noqa: PLC0415 - too

    members, conditions = _taking_part(task)
    parts = tuple(evaluate(_member(task, member)) for member in members)
    return combine(
        parts,
        task.term.form,
        inputs=task.inputs(None),
        sources=task.own_source(),
        bound=task.bound,
        cite=task.cite,
        conditions=conditions,
        notices=extra_notices(task, None),
        barred_by=task.barred_by,
        authorities=lambda: authorities(task, ()),
    )


def _taking_part(task: Task) -> tuple[list[Term], tuple[str, ...]]:
    """Return the members of a term that take part, and the conditions that are met."""
    members, met = [], []
    for member in task.term.members:
        condition, trigger = member.if_within, member.trigger
        event = None if trigger is None else trigger.event
        if member.optional and event is not None and event not in task.anchors:
            continue
        if condition is not None:
            step = is_met(task, member, _other)
            if step is None:
                continue
            if condition.event in task.anchors:
                met.append(step[3])
        members.append(member)
    return members or list(task.term.members), tuple(met)


def _member(task: Task, member: Term) -> Task:
    """Return the task of a member: its own service table and rule, if it has them."""
    version, table, direction = task.version, task.table, task.direction
    if member.form == "period" and direction in {"after", "before"}:
        direction = member.direction  # one member can run from what another precedes
    other = _in_force(task, member)
    if version is not None and other is not None:
        same = same_member(member, version, other)
        if same is not None:
            member, version, table = same, other, other.service_extension
    rule = task.rule
    if member.counting is not None:
        rule = task.request.law.counting_rule(member.counting)
    return evolve(
        task,
        term=member,
        version=version,
        rule=rule,
        direction=direction,
        table=member.service_extension or table,
        is_member=True,
    )


def _in_force(task: Task, member: Term) -> DeadlineVersion | None:
    """Return the text in force on a member's own trigger, if it has one.

    The rule that counts its days goes by that date too; to take the number of days
    from the text before a change, and the way to count them from that after it, would
    give a date that neither text gives.
    """
    deadline, trigger = task.deadline, member.trigger
    if deadline is None or trigger is None or task.request.as_of is not None:
        return None
    anchor = task.anchors.get(trigger.event or "")
    if anchor is None or (deadline.last is not None and day_of(anchor) > deadline.last):
        return None
    day = day_of(anchor)
    return under_answers(task.request, deadline, deadline.version_on(day), day)


def _other(task: Task, name: str) -> Computation:
    """Evaluate another deadline, its own time, from the triggers of this one."""
    law = task.request.law
    deadline = law.deadline(name)
    anchors = task.anchors
    day = task.request.as_of or min(map(day_of, anchors.values()))
    version = under_answers(task.request, deadline, deadline.version_on(day), day)
    request = evolve(
        task.request, act=version.act, nature=version.nature, paper=deadline.paper
    )
    other = Task(
        request=request,
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


def _certain(task: Task) -> Computation:
    """Return a date certain: neither counted nor moved."""
    word = task.term.ref or ""
    anchor = task.anchors.get(word)
    if anchor is None:
        return _pending(task, (word,))
    day = day_of(anchor)
    step: RawStep = ("fixed", day, day, task.cite, ())
    return Computation(
        inputs=task.inputs(day),
        sources=task.own_source(),
        trace=(step,),
        bound=task.bound,
        result=day,
        end=day,
        barred_by=task.barred_by,
        # A date that was itself computed is as certain as its readings are.
        readings=anchor.readings if isinstance(anchor, Computation) else None,
    )


def _pending(task: Task, waits_for: tuple[str, ...]) -> Computation:
    return Computation(
        inputs=task.inputs(None),
        sources=task.own_source(),
        trace=(),
        bound=task.bound,
        result=None,
        end=None,
        waits_for=waits_for,
        barred_by=task.barred_by,
    )


def _count(task: Task) -> Computation:
    """Count one period from its trigger."""
    request = task.request
    anchor, prefix, waits = _anchor(task)
    if anchor is None:
        return _pending(task, waits)
    rule = with_local_rules(task)
    venue = venue_for(
        request.law,
        rule,
        request.court,
        request.forum,
        request.calendar,
        request.legal_holidays,
    )
    moment = _moment(anchor, venue.zones, rule, task)
    return prepare(task, rule, venue, moment, anchor).answer(moment, prefix)


def _anchor(
    task: Task,
) -> tuple[Anchor | None, tuple[RawStep, ...], tuple[str, ...]]:
    """Return the anchor of a task, steps that led to it, and what is waited for."""
    anchors, trigger = task.anchors, task.term.trigger
    if trigger is not None and trigger.expiry_of is not None:
        return _expiry(task, trigger)
    word = "" if trigger is None or trigger.event is None else trigger.event
    anchor = anchors.get(word, anchors.get(""))
    found = restarted(task, anchor, _other)
    return found.anchor, found.steps, found.waits_for or (word,)


def _expiry(
    task: Task, trigger: Trigger
) -> tuple[Anchor | None, tuple[RawStep, ...], tuple[str, ...]]:
    """Return the end of another deadline, from which this one runs."""
    anchor = task.anchors.get("")
    if anchor is None:
        anchor = _other(task, trigger.expiry_of or "")
        if not anchor.is_running:
            return None, (), anchor.waits_for
    if isinstance(anchor, Computation):
        end = anchor.due if trigger.as_of_end == "rolled" else anchor.nominal
        start = anchor.trace[0][1] if anchor.trace else end
        step: RawStep = ("expiry", start, end, anchor.subject, ())
        return anchor, (step,), ()
    return anchor, (), ()


def _moment(
    anchor: Anchor, zones: tuple[str, ...], rule: CountingRule, task: Task
) -> date | datetime:
    """Return the anchor as a date, or as an instant in the court's zone."""
    if isinstance(anchor, Computation):
        return _end_of(anchor, rule, task)
    return local(anchor, zones, rule.zone)


def _end_of(anchor: Computation, rule: CountingRule, task: Task) -> date | datetime:
    """Return the end of another computation from which a period runs."""
    if anchor.result is None:
        return anchor.due  # raises: the other period is not running
    if runs_from(task, rule, anchor) == "nominal":
        return anchor.nominal
    return anchor.result
