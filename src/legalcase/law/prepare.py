"""From a task to a question: the venue, the version in force, the readings chosen."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.counting.computation import Computation
from legalcase.counting.engine import run
from legalcase.counting.question import Option, Question
from legalcase.counting.steps import Source
from legalcase.counting.work import CountWork
from legalcase.errors import LegalCaseError, MissingInputError
from legalcase.law.choose import choose
from legalcase.law.open_questions import ask_service, under_answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.authority import Authority
    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.catalogue.terms import Term
    from legalcase.counting.engine import Outcome
    from legalcase.counting.findings import Notice, Reading
    from legalcase.counting.form import RawStep
    from legalcase.counting.inputs import Inputs
    from legalcase.counting.readings import End
    from legalcase.counting.rule import CountingRule
    from legalcase.counting.venue import Venue
    from legalcase.law.request import Anchor
    from legalcase.law.task import Task

__all__ = ["Prepared", "prepare"]

#: So many readings of a computation are followed one by one into what runs from it.
_MOST_READINGS: Final = 64


class Prepared:
    """A question ready to be counted from any trigger, and where it came from.

    It is the background of the computations that it makes. `given` is the anchor as
    the caller gave it, where that is a computation.
    """

    __slots__ = (
        "barred_by",
        "bound",
        "given",
        "links",
        "next_text",
        "question",
        "sources",
        "task",
        "this_text",
    )

    def __init__(self, task: Task, question: Question, given: Anchor | None) -> None:
        self.task = task
        self.question = question
        self.given = given if isinstance(given, Computation) else None
        self.links = 0 if self.given is None else self.given.links + 1
        self.sources = _sources(task, question, self.given)
        self.bound = task.bound
        self.barred_by = task.barred_by
        self.this_text, self.next_text = _same_text(task, question)

    def answer(
        self, anchor: date | datetime, prefix: tuple[RawStep, ...] = ()
    ) -> Computation:
        """Return the computation from `anchor`; `prefix` are steps that led there."""
        question = self.question
        outcome = run(question, anchor, question.chosen)
        return Computation(
            sources=self.sources,
            trace=(*prefix, *outcome.steps) if prefix else outcome.steps,
            bound=self.bound,
            result=outcome.due,
            end=outcome.nominal,
            # What can move the date from which it runs can move this one.
            waits_for=() if self.given is None else self.given.waits_for,
            barred_by=self.barred_by,
            work=CountWork(question, anchor, outcome, self),
        )

    def inputs(self, anchor: date | datetime) -> Inputs:
        """Return what was asked, of this trigger."""
        return self.task.inputs(anchor)

    def authorities(self) -> Iterator[tuple[str, Authority]]:
        """Yield (name, authority) of what the question rests on."""
        from legalcase.law.notices import authorities  # noqa: PLC0415 - when read

        yield from authorities(self.task, (self.question,))
        if self.given is not None:
            yield from self.given.authorities()

    def notices(self) -> tuple[Notice, ...]:
        """Return what its reader must know, whatever the count gave."""
        from legalcase.law.notices import extra_notices  # noqa: PLC0415 - when read

        found = extra_notices(self.task, self.question)
        given = self.given
        if given is None:
            return found
        # How a stored trigger was verified is known from its notice alone.
        is_stored = not any(True for _ in given.authorities())
        kept = [
            notice
            for notice in given.notices
            if notice.code == "provisional"
            or (is_stored and notice.code.startswith("verified-"))
        ]
        return (*found, *kept)

    def options(self, anchor: date | datetime, outcome: Outcome) -> list[Option]:
        """Return other forms of the question: another trigger date, another version."""
        found = [
            Option(
                question=reading.question,
                choice=reading.choice,
                cite=reading.authority,
                kind=reading.kind,
                form=self.question,
                anchor=reading.due_at or reading.due,
                dispute=reading.dispute,
            )
            for reading in self._readings_of_anchor()
        ]
        due = outcome.due
        day = due.date() if isinstance(due, datetime) else due
        if day < self.this_text or (
            self.next_text is not None and day >= self.next_text
        ):
            option = _other_version(self.task, self.question, anchor, day)
            if option is not None:
                found.append(option)
        return found

    def _readings_of_anchor(self) -> Iterator[Reading]:
        """Yield the readings of the end, of another computation, that is the anchor."""
        given = self.given
        if given is None:
            return
        end = runs_from(self.task, self.question.rule, given)
        # An extension runs from the end before the roll and rolls it itself, unless
        # that too is disputed: so the readings of both ends bear on it.
        if end == "due" or self.task.direction == "extending":
            yield from _some(given.readings)
        if end == "nominal":
            yield from _some(given.nominal_readings())


def _some(readings: tuple[Reading, ...]) -> Iterable[Reading]:
    """Return readings to count on from; of very many, the first for each date.

    In a chain each link multiplies those of the last one, and their dates only add up.
    """
    if len(readings) <= _MOST_READINGS:
        return readings
    found: dict[object, Reading] = {}
    for reading in readings:
        found.setdefault(reading.due_at or reading.due, reading)
    return found.values()


def runs_from(task: Task, rule: CountingRule, given: Computation) -> End:
    """Tell from which end of another computation a task runs."""
    trigger = task.term.trigger
    if task.direction == "extending":
        return "nominal"
    if trigger is not None and trigger.expiry_of is not None:
        return "due" if trigger.as_of_end == "rolled" else "nominal"
    if given.inputs.direction == "served":
        return "due"
    settings = rule.settings(rule.version_on(task.request.as_of or given.due))
    return "nominal" if settings.expiry_from == "nominal end" else "due"


def prepare(
    task: Task,
    rule: CountingRule,
    venue: Venue,
    moment: date | datetime,
    given: Anchor | None = None,
) -> Prepared:
    """Return a task's question, as it is for a trigger at `moment`.

    Raises `RuleNotInForceError` where no text is entered for that day.
    """
    request, term = task.request, task.term
    if term.period is None:
        msg = "A term without a period cannot be counted. Mend the deadline."
        raise MissingInputError(msg, field="period", value=None)
    day = moment.date() if isinstance(moment, datetime) else moment
    question = Question(
        period=term.period,
        sign=-1 if term.direction == "before" else 1,
        rule=rule,
        version=rule.version_on(request.as_of or day),
        venue=venue,
        act=request.act,
        act_is_assumed=request.act_is_assumed,
        nature=request.nature,
        paper=request.paper,
        service=request.service,
        as_of=request.as_of,
        table=task.table,
        suspensions=request.suspensions,
        cite=task.cite,
        from_rolled_end=task.direction == "extending",
        served=task.direction == "served",
    )
    if request.inaccessible:
        question.inaccessible = frozenset(d.toordinal() for d in request.inaccessible)
    choose(question, task, moment)
    if not question.served:
        ask_service(
            request, question, given if isinstance(given, Computation) else None
        )
    prepared = request.prepared = Prepared(task, question, given)
    return prepared


def _sources(
    task: Task, question: Question, given: Computation | None
) -> tuple[Source, ...]:
    rule = question.rule
    first = question.version.first.isoformat()
    calendars = {calendar for _, calendar in question.venue.calendars}
    own = (
        *task.own_source(),
        Source("rule", rule.id, first, rule.edition),
        *sorted(Source("calendar", c.id, "", c.edition) for c in calendars),
    )
    # What the trigger was computed from is used here too.
    return own if given is None else tuple(dict.fromkeys((*own, *given.sources)))


def _same_text(task: Task, question: Question) -> tuple[date, date | None]:
    """Return from which day on the texts at hand hold, and when the next begins."""
    starts = [version.first for version in question.rule.versions]
    this = question.version.first
    if task.deadline is not None and task.version is not None:
        starts += [version.first for version in task.deadline.versions]
        this = max(this, task.version.first)
    return this, min((start for start in starts if start > this), default=None)


def _other_version(
    task: Task, question: Question, moment: date | datetime, day: date
) -> Option | None:
    """Return the question under the text in force on the due date, if it is another."""
    if task.request.as_of is not None:
        return None
    try:
        version = question.rule.version_on(day)
        own = None if task.deadline is None else task.deadline.version_on(day)
    except LegalCaseError:
        return None
    is_own = own is None or task.version is None or own.first == task.version.first
    if version is question.version and is_own:
        return None
    changed = evolve(question, version=version)
    if own is not None and task.deadline is not None and not is_own:
        own = under_answers(task.request, task.deadline, own, day)
        term = _same_term(task, own)
        if term is not None and term.period is not None:
            changed = evolve(
                changed,
                period=term.period,
                act=own.act,
                nature=own.nature or question.nature,
                table=term.service_extension or own.service_extension,
                cite=term.cite or own.authority.cite,
            )
    first, cite = version.first, version.authority.cite
    if own is not None and (own.first > first or version is question.version):
        first, cite = own.first, own.authority.cite
    return Option(
        question="Which version governs a period that straddles a change of the text?",
        choice=f"the one in force on the due date (from {first})",
        cite=cite,
        kind="law",
        form=changed,
        anchor=moment,
    )


def _same_term(task: Task, own: DeadlineVersion) -> Term | None:
    """Return what stands in another version where the term stands in its own."""
    if task.version is not None and task.version.term.members:
        return same_member(task.term, task.version, own)
    return own.term if own.term.form == "period" else None


def same_member(
    member: Term, version: DeadlineVersion, other: DeadlineVersion
) -> Term | None:
    """Return what another version has for the trigger of a member, if just one."""
    if all(member is not one for one in version.term.members):
        return None
    found = [one for one in other.term.members if one.trigger == member.trigger]
    return found[0] if len(found) == 1 else None
