"""Evaluating a task: one count, or the later or earlier of several."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import define, evolve

from legalcase.counting.computation import Computation
from legalcase.counting.engine import run
from legalcase.counting.inputs import Inputs
from legalcase.counting.question import Option, Question
from legalcase.counting.steps import Source
from legalcase.counting.work import CountWork
from legalcase.errors import LegalCaseError, MissingInputError
from legalcase.law.choose import choose
from legalcase.law.composite import combine
from legalcase.law.local import with_local_rules
from legalcase.law.notices import authorities, extra_notices
from legalcase.law.venues import venue_for

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.terms import Term, Trigger
    from legalcase.counting.pipeline import RawStep
    from legalcase.counting.rule import CountingRule
    from legalcase.law.request import Anchor, Request

__all__ = ["Task", "evaluate"]


@define(kw_only=True, eq=False)
class Task:
    """One thing to evaluate: a term, the rule, the triggers that are known.

    `anchors` maps trigger words to dates; the word ``""`` stands for any trigger.
    """

    request: Request
    term: Term
    rule: CountingRule
    direction: str
    anchors: dict[str, Anchor]
    table: str | None = None
    bound: str = "not-later-than"
    deadline: DeadlineRule | None = None
    version: DeadlineVersion | None = None


def evaluate(task: Task) -> Computation:
    """Return the computation of a task."""
    form = task.term.form
    if form == "period":
        return _count(task)
    if form == "remaining":
        return _remaining(task)
    if form == "on":
        return _certain(task)
    parts = tuple(evaluate(_member(task, member)) for member in task.term.members)
    return combine(
        parts,
        form,
        inputs=_inputs(task, None),
        sources=_own_source(task),
        bound=task.bound,
        cite=_cite(task),
        notices=extra_notices(task),
        barred_by=_barred(task),
        authorities=lambda: authorities(task, ()),
    )


def _member(task: Task, member: Term) -> Task:
    """Return the task of a member, with its own service table and rule if it has them."""
    rule = task.rule
    if member.counting is not None:
        rule = task.request.law.counting_rule(member.counting)
    table = member.service_extension or task.table
    return evolve(task, term=member, rule=rule, table=table)


def _remaining(task: Task) -> Computation:
    """Return the other deadline's own time, from the same triggers."""
    return _other(task, task.term.ref or "")


def _other(task: Task, name: str) -> Computation:
    """Evaluate another deadline from the triggers of this one."""
    law = task.request.law
    deadline = law.deadline(name)
    anchors = task.anchors
    known = [
        anchor for anchor in anchors.values() if not isinstance(anchor, Computation)
    ]
    day = task.request.as_of or min(map(_day, known), default=None)
    version = deadline.current if day is None else deadline.version_on(day)
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


def _day(anchor: Anchor) -> date:
    if isinstance(anchor, Computation):
        return anchor.due
    return anchor.date() if isinstance(anchor, datetime) else anchor


def _certain(task: Task) -> Computation:
    """Return a date certain: neither counted nor moved."""
    word = task.term.ref or ""
    anchor = task.anchors.get(word)
    if anchor is None:
        return _pending(task, (word,))
    day = _day(anchor)
    step: RawStep = ("fixed", day, day, _cite(task), ())
    return Computation(
        inputs=_inputs(task, day),
        sources=_own_source(task),
        trace=(step,),
        bound=task.bound,
        result=day,
        end=day,
        barred_by=_barred(task),
    )


def _pending(task: Task, waits_for: tuple[str, ...]) -> Computation:
    return Computation(
        inputs=_inputs(task, None),
        sources=_own_source(task),
        trace=(),
        bound=task.bound,
        result=None,
        end=None,
        waits_for=waits_for,
        barred_by=_barred(task),
    )


def _count(task: Task) -> Computation:
    """Count one period from its trigger."""
    request, term = task.request, task.term
    trigger = term.trigger
    anchor, prefix, waits = _anchor(task, trigger)
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
    moment = _moment(anchor, venue.zones, rule, task, trigger)
    day = moment.date() if isinstance(moment, datetime) else moment
    if term.period is None:
        msg = "A term without a period cannot be counted. Mend the deadline."
        raise MissingInputError(msg, field="period", value=None)
    question = Question(
        period=term.period,
        sign=-1 if task.direction == "before" or term.direction == "before" else 1,
        rule=rule,
        version=rule.version_on(request.as_of or day),
        venue=venue,
        act=request.act,
        nature=request.nature,
        paper=request.paper,
        service=request.service,
        table=task.table,
        suspensions=request.suspensions,
        cite=_cite(task),
        from_rolled_end=task.direction == "extending",
        served=task.direction == "served",
    )
    if request.inaccessible:
        question.inaccessible = frozenset(d.toordinal() for d in request.inaccessible)
    choose(question, task, moment)
    outcome = run(question, moment, question.chosen)
    return Computation(
        inputs=_inputs(task, moment),
        sources=_sources(task, question),
        trace=(*prefix, *outcome.steps) if prefix else outcome.steps,
        bound=task.bound,
        result=outcome.due,
        end=outcome.nominal,
        barred_by=_barred(task),
        work=CountWork(
            question,
            moment,
            outcome,
            lambda: authorities(task, (question,)),
            lambda: extra_notices(task),
            lambda: _options(task, question, anchor, moment, outcome.due),
        ),
    )


def _anchor(
    task: Task, trigger: Trigger | None
) -> tuple[Anchor | None, tuple[RawStep, ...], tuple[str, ...]]:
    """Return the anchor of a trigger, steps that led to it, and what is waited for."""
    anchors = task.anchors
    if trigger is not None and trigger.expiry_of is not None:
        return _expiry(task, trigger)
    word = "" if trigger is None or trigger.event is None else trigger.event
    anchor = anchors.get(word, anchors.get(""))
    restart = task.version.restart if task.version is not None else None
    if restart is not None and restart.on in anchors:
        again = anchors.get(restart.until)
        if again is None:
            return None, (), (restart.until,)
        old = _day(anchor) if anchor is not None else _day(again)
        step: RawStep = ("restart", old, _day(again), restart.cite, ())
        return again, (step,), ()
    return anchor, (), (word,)


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
    anchor: Anchor,
    zones: tuple[str, ...],
    rule: CountingRule,
    task: Task,
    trigger: Trigger | None,
) -> date | datetime:
    """Return the anchor as a date, or as an instant in the court's zone."""
    if isinstance(anchor, Computation):
        return _end_of(anchor, rule, task, trigger)
    if isinstance(anchor, datetime) and zones:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - only for instants

        return anchor.astimezone(ZoneInfo(zones[0]))
    return anchor


def _end_of(
    anchor: Computation, rule: CountingRule, task: Task, trigger: Trigger | None
) -> date | datetime:
    """Return the end of another computation from which a period runs."""
    if anchor.result is None:
        return anchor.due  # raises: the other period is not running
    if task.direction == "extending":
        return anchor.nominal
    end = "rolled end"
    if trigger is not None and trigger.expiry_of is not None:
        end = f"{trigger.as_of_end} end"
    elif anchor.inputs.direction != "served":
        settings = rule.settings(rule.version_on(task.request.as_of or anchor.due))
        end = settings.expiry_from
    if end == "nominal end":
        return anchor.nominal
    return anchor.result


def _options(
    task: Task,
    question: Question,
    anchor: Anchor,
    moment: date | datetime,
    due: date | datetime,
) -> list[Option]:
    """Return other forms of the question: another trigger date, another version."""
    found = []
    if isinstance(anchor, Computation) and moment == anchor.result:
        for reading in anchor.readings:
            found.append(
                Option(
                    question=reading.question,
                    choice=reading.choice,
                    cite=reading.authority,
                    kind=reading.kind,
                    form=question,
                    anchor=reading.due_at or reading.due,
                )
            )
    option = _other_version(task, question, moment, due)
    return [*found, option] if option is not None else found


def _other_version(
    task: Task, question: Question, moment: date | datetime, due: date | datetime
) -> Option | None:
    """Return the question under the text in force on the due date, if it is another."""
    if task.request.as_of is not None:
        return None
    day = due.date() if isinstance(due, datetime) else due
    try:
        version = question.rule.version_on(day)
        own = None if task.deadline is None else task.deadline.version_on(day)
    except LegalCaseError:
        return None
    if version is question.version and own is task.version:
        return None
    changed = evolve(question, version=version)
    if own is not None and own is not task.version:
        if own.term.form != "period" or task.term.form != "period":
            return None
        if own.term.period is not None:
            changed = evolve(
                changed,
                period=own.term.period,
                table=own.service_extension,
                cite=own.authority.cite,
            )
    first = max(version.first, own.first if own is not None else version.first)
    return Option(
        question="Which version governs a period that straddles a change of the text?",
        choice=f"the one in force on the due date (from {first})",
        cite=version.authority.cite,
        kind="law",
        form=changed,
        anchor=moment,
    )


def _cite(task: Task) -> str:
    if task.term.cite:
        return task.term.cite
    return "" if task.version is None else task.version.authority.cite


def _barred(task: Task) -> str | None:
    if task.version is None or task.version.extension is None:
        return None
    return task.version.extension.barred


def _inputs(task: Task, moment: date | datetime | None) -> Inputs:
    request = task.request
    triggers: tuple[tuple[str, date | datetime], ...] = ()
    if "" not in task.anchors:
        triggers = tuple(
            (word, anchor.due if isinstance(anchor, Computation) else anchor)
            for word, anchor in task.anchors.items()
        )
    version = task.version
    return Inputs(
        period=task.term.period if task.direction != "served" else None,
        rule=task.rule.id,
        direction=task.direction,
        trigger=moment,
        triggers=triggers,
        deadline=None if task.deadline is None else task.deadline.id,
        title="" if version is None else version.title,
        court=None if request.court is None else request.court.id,
        forum=request.forum,
        calendar=request.calendar_name(),
        service=request.service,
        service_extension=request.service_extension,
        act=request.act,
        nature=request.nature,
        paper=request.paper,
        as_of=request.as_of,
        legal_holidays=request.legal_holidays,
        inaccessible=request.inaccessible,
        suspensions=request.suspensions,
        readings=request.readings,
        local_rules=request.local_rules,
    )


def _own_source(task: Task) -> tuple[Source, ...]:
    if task.deadline is None or task.version is None:
        return ()
    first = task.version.first.isoformat()
    return (Source("deadline", task.deadline.id, first, task.deadline.edition),)


def _sources(task: Task, question: Question) -> tuple[Source, ...]:
    known = task.request.law.cached(("sources", ""))
    key = (question.rule, question.version.first, question.venue)
    found: tuple[Source, ...] | None = known.get(key)
    if found is None:
        rule = question.rule
        first = question.version.first.isoformat()
        calendars = {calendar for _, calendar in question.venue.calendars}
        found = (
            Source("rule", rule.id, first, rule.edition),
            *sorted(Source("calendar", c.id, "", c.edition) for c in calendars),
        )
        if not task.request.legal_holidays:
            known[key] = found
    return (*_own_source(task), *found)
