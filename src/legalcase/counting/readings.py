"""Readings: what is due under every answer to every question that arises."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.counting.engine import Outcome, run
from legalcase.counting.form import LATE, form_of
from legalcase.counting.served import completion_for
from legalcase.counting.steps import Reading
from legalcase.counting.venue import calendar_disputes
from legalcase.errors import LegalCaseError, TooManyReadingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.authority import Dispute
    from legalcase.counting.question import Option, Question
    from legalcase.counting.rule import Choices

__all__ = ["LIMIT", "Answer", "readings_of"]

#: How many combinations of answers are computed for one form of a question.
LIMIT: Final = 512


class Answer(NamedTuple):
    """One answer to one question: the reading's key, and what people read."""

    axis: str
    key: tuple[str, str] | None
    question: str
    choice: str
    cite: str
    kind: str


class _Axis(NamedTuple):
    """A question that arises: its answers, the base's own first."""

    name: str
    answers: tuple[Answer, ...]


class _Found(NamedTuple):
    answers: tuple[Answer, ...]
    due: date | datetime


def readings_of(
    question: Question,
    anchor: date | datetime,
    outcome: Outcome,
    options: Iterable[Option] = (),
) -> tuple[Reading, ...]:
    """Return the readings that give another date than `outcome`, fewest changes first.

    `options` are other forms of the question (another version, another trigger).
    Raises `TooManyReadingsError` over `LIMIT` combinations.
    """
    found = _combinations(question, anchor, outcome, ())
    for option in options:
        found += _with_option(option)
    settled = {name for name, _ in question.chosen - question.fixed}
    return _reported(found, outcome, settled)


def _with_option(option: Option) -> list[_Found]:
    """Return the outcomes of another form of the question, with its own readings."""
    label = Answer("", None, option.question, option.choice, option.cite, option.kind)
    try:
        outcome = run(option.form, option.anchor, option.form.chosen)
    except LegalCaseError:
        # The other form has no answer (it leaves the calendar, say): no reading.
        return []
    first = _Found((label,), outcome.due)
    return [first, *_combinations(option.form, option.anchor, outcome, (label,))]


def _combinations(
    question: Question,
    anchor: date | datetime,
    outcome: Outcome,
    labels: tuple[Answer, ...],
) -> list[_Found]:
    """Return the outcomes under all combinations of the answers that matter."""
    span = _span(anchor, outcome)
    candidates = _axes(question, anchor)
    axes: list[_Axis] = []
    done: dict[Choices, Outcome] = {}
    found: list[_Found] = []
    while True:
        touched = [axis for axis in candidates if _matters(axis, question, span)]
        if not touched:
            return found
        candidates = [axis for axis in candidates if axis not in touched]
        axes += touched
        total = 1
        for axis in axes:
            total *= len(axis.answers)
        if total > LIMIT:
            msg = (
                f"{total} combinations of readings arise here, over the {LIMIT} that "
                "are computed. Choose some with readings=."
            )
            raise TooManyReadingsError(msg, count=total, limit=LIMIT)
        found = []
        for answers in product(*(axis.answers for axis in axes)):
            changed = tuple(
                answer
                for axis, answer in zip(axes, answers, strict=True)
                if answer is not axis.answers[0]
            )
            if not changed:
                continue
            choices = _choices(question, axes, answers)
            if choices not in done:
                done[choices] = run(question, anchor, choices)
            span = _wider(span, _span(anchor, done[choices]))
            found.append(_Found((*labels, *changed), done[choices].due))


def _choices(
    question: Question, axes: list[_Axis], answers: tuple[Answer, ...]
) -> Choices:
    names = {axis.name for axis in axes}
    kept = {key for key in question.chosen if key[0] not in names}
    return frozenset(
        kept | {answer.key for answer in answers if answer.key is not None}
    )


def _axes(question: Question, anchor: date | datetime) -> list[_Axis]:
    """Return every question that could arise, before asking whether it matters."""
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    fixed = {key for key, _ in question.fixed}
    axes = []
    for name, dispute in _disputes(question):
        given = dispute.asks is not None and _given(question, dispute.asks)
        if name in fixed or given or not dispute.applies_on(day):
            continue
        answers = [
            Answer(
                name,
                None,
                dispute.question,
                dispute.adopted,
                dispute.authority.cite,
                dispute.kind,
            )
        ]
        answers += [
            Answer(
                name,
                (name, reading.name),
                dispute.question,
                reading.name,
                reading.authority.cite,
                dispute.kind,
            )
            for reading in dispute.readings
        ]
        answers.sort(key=lambda answer: answer.key not in question.chosen)
        if not any(answer.key in question.chosen for answer in answers):
            answers.sort(key=lambda answer: answer.key is not None)
        axes.append(_Axis(name, tuple(answers)))
    cut_off = _cut_off(question)
    if cut_off is not None and not isinstance(anchor, datetime):
        asked = f"Did the event happen before {cut_off // 60:02d}:{cut_off % 60:02d}?"
        axes.append(
            _Axis(
                LATE[0],
                (
                    Answer(LATE[0], None, asked, "yes", "", "fact"),
                    Answer(LATE[0], LATE, asked, "no", "", "fact"),
                ),
            )
        )
    return axes


def _cut_off(question: Question) -> int | None:
    form = form_of(question, question.chosen)
    if question.served:
        return completion_for(form.question, form.settings).until
    return form.settings.until


def _given(question: Question, asks: str) -> bool:
    given: str | None = getattr(question, asks)
    return given is not None


def _disputes(question: Question) -> list[tuple[str, Dispute]]:
    """Return (qualified id, dispute) of the deadline, the rule and the calendars."""
    found = list(question.disputes)
    found += [(f"{question.rule.id}#{d.id}", d) for d in question.rule.disputes]
    seen = set()
    for _, calendar in question.venue.calendars:
        for owner, dispute in calendar_disputes(calendar):
            name = f"{owner}#{dispute.id}"
            if name not in seen:
                seen.add(name)
                found.append((name, dispute))
    return found


def _matters(axis: _Axis, question: Question, span: tuple[int, int]) -> bool:
    """Tell whether another answer could change what is due.

    A calendar's dispute matters if a day that it changes lies in the span that the
    count looked at; the span grows with every outcome, so nothing is missed.
    """
    if axis.name == LATE[0]:
        return True
    owner, _, short = axis.name.partition("#")
    names = tuple(a.key[1] for a in axis.answers if a.key is not None)
    for _, calendar in question.venue.calendars:
        if any(
            owner == held_by and short == dispute.id
            for held_by, dispute in calendar_disputes(calendar)
        ) and _touches(calendar.days_in_dispute(short, names), span):
            return True
    for key, dispute in (*question.disputes, *_rule_disputes(question)):
        if key == axis.name:
            return any(
                _change_matters(
                    frozenset(reading.change), reading.change, question, span
                )
                for reading in dispute.readings
            )
    return False


def _rule_disputes(question: Question) -> list[tuple[str, Dispute]]:
    return [(f"{question.rule.id}#{d.id}", d) for d in question.rule.disputes]


def _change_matters(
    keys: frozenset[str], change: object, question: Question, span: tuple[int, int]
) -> bool:
    """Tell whether a partial version could matter to this question."""
    keys -= {"name", "cite", "verified"}
    if keys == {"calendar"} and isinstance(change, dict):
        kinds = frozenset(change["calendar"])
        return any(
            _touches(calendar.days_of_kinds(kinds), span)
            for _, calendar in question.venue.calendars
        )
    if keys == {"completion"}:
        return question.served
    if question.served:
        return bool(keys & {"completion", "court_days", "paper"})
    unit = question.period.unit
    if keys <= {"service", "service_for", "service_extension"}:
        return question.service is not None
    if keys == {"months"}:
        return unit in {"month", "year"}
    if keys == {"hours"}:
        return unit == "hour"
    if keys == {"short"}:
        return unit in {"day", "clear day"}
    if keys <= {"extension"}:
        return question.from_rolled_end
    if keys == {"roll"} and isinstance(change, dict):
        return ("after" if question.sign > 0 else "before") in change["roll"]
    return True


def _touches(days: tuple[int, ...], span: tuple[int, int]) -> bool:
    place = bisect_left(days, span[0])
    return place < len(days) and days[place] <= span[1]


def _span(anchor: date | datetime, outcome: Outcome) -> tuple[int, int]:
    """Return the first and last day that a count looked at."""
    days = [anchor.toordinal(), outcome.due.toordinal()]
    for _, start, end, _, closures in outcome.steps:
        days += (start.toordinal(), end.toordinal())
        days += (day.toordinal() for day, _ in closures)
    return min(days), max(days)


def _wider(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])


def _reported(
    found: list[_Found], base: Outcome, settled: set[str]
) -> tuple[Reading, ...]:
    """Drop what gives the base's date, and what a simpler change gives already."""
    kept: list[tuple[frozenset[Answer], date | datetime]] = []
    readings = []
    for answers, due in sorted(found, key=lambda item: len(item[0])):
        labels = frozenset(answers)
        if due == base.due or any(
            other <= labels and due == date_ for other, date_ in kept
        ):
            continue
        kept.append((labels, due))
        instant = due if isinstance(due, datetime) else None
        readings.append(
            Reading(
                question="; ".join(answer.question for answer in answers),
                choice="; ".join(answer.choice for answer in answers),
                authority="; ".join(a.cite for a in answers if a.cite),
                kind="fact" if any(a.kind == "fact" for a in answers) else "law",
                settled=any(a.axis in settled for a in answers),
                due=due.date() if isinstance(due, datetime) else due,
                due_at=instant,
            )
        )
    return tuple(readings)
