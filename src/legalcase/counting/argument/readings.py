"""Readings: what is due under every answer to every question that arises."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from legalcase.counting.argument.doubts import Answer, axes_of
from legalcase.counting.argument.findings import Reading
from legalcase.counting.engine.recipe import form_of
from legalcase.counting.engine.run import run
from legalcase.errors import LegalCaseError, TooManyReadingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.counting.argument.doubts import Axis
    from legalcase.counting.engine.count import Option, Question
    from legalcase.counting.engine.run import Outcome
    from legalcase.counting.rules.counting_rule import Choices

__all__ = ["LIMIT", "readings_of"]

#: How many combinations of answers are computed for one form of a question.
LIMIT: Final = 512


#: Which end of a period is asked about: that on which it is due, or before the roll.
End = Literal["due", "nominal"]
#: Other answers, with the readings that they choose.
_Combinations = list[tuple[tuple["Answer", ...], "Choices"]]


class _Found(NamedTuple):
    answers: tuple[Answer, ...]
    due: date | datetime


def readings_of(
    question: Question,
    anchor: date | datetime,
    outcome: Outcome,
    options: Iterable[Option] = (),
    end: End = "due",
) -> tuple[Reading, ...]:
    """Return the readings that give another date than `outcome`, fewest changes first.

    `options` are other forms of the question (another version, another trigger);
    `end` is ``"nominal"`` where the last day before the roll is asked about.
    Raises `TooManyReadingsError` over `LIMIT` combinations.
    """
    base = getattr(outcome, end)
    found = _combinations(question, anchor, outcome, base, (), end)
    for option in options:
        found += _with_option(option, base, end)
    if not found:
        return ()
    settled = {name for name, _ in question.chosen - question.fixed}
    return _reported(found, settled)


def _with_option(option: Option, base: date | datetime, end: End) -> list[_Found]:
    """Return the outcomes of another form of the question, with its own readings."""
    label = Answer(
        option.dispute, None, option.question, option.choice, option.cite, option.kind
    )
    try:
        outcome = run(option.form, option.anchor, option.form.chosen)
    except LegalCaseError:
        # The other form has no answer (it leaves the calendar, say): no reading.
        return []
    found = _combinations(option.form, option.anchor, outcome, base, (label,), end)
    if getattr(outcome, end) != base:
        found.append(_Found((label,), getattr(outcome, end)))
    return found


def _combinations(
    question: Question,
    anchor: date | datetime,
    outcome: Outcome,
    base: date | datetime,
    labels: tuple[Answer, ...],
    end: End,
) -> list[_Found]:
    """Return what does not end on `base` among all combinations of answers that matter.

    A dispute about days matters if one of them lies in the span that a count looked
    at; the span grows with every outcome, so nothing is missed.
    """
    everything = axes_of(question)
    first, last = _span(anchor, outcome)
    candidates = everything.arising(anchor)
    if not everything.any_touched(first, last):
        # Another answer to these could still reach a day about which there is dispute.
        always = [axis for axis in candidates if axis.days is None]
        if all(axis.about_order for axis in always) and (
            not always or _ends_open(question, outcome)
        ):
            return []
    axes: list[Axis] = []
    found: list[_Found] = []
    done: dict[Choices, Outcome] = {}
    while candidates:
        touched = [axis for axis in candidates if axis.touches(first, last)]
        if not touched:
            break
        candidates = [axis for axis in candidates if axis not in touched]
        axes += touched
        found = []
        for changed, choices in _changes(question, tuple(axes)):
            other = done.get(choices)
            if other is None:
                other = done[choices] = run(question, anchor, choices)
                if candidates:
                    low, high = _span(anchor, other)
                    first, last = min(first, low), max(last, high)
            ends = other.due if end == "due" else other.nominal
            if ends != base:
                found.append(_Found((*labels, *changed), ends))
    return found


def _ends_open(question: Question, outcome: Outcome) -> bool:
    """Tell whether the period ended on an open day before time was added to it."""
    before = None
    for step in outcome.steps:
        if step[0] in {"add", "add-court-days"}:
            closed = form_of(question, question.chosen).closed
            return before != "roll" and not closed.is_closed(step[1].toordinal())
        before = step[0]
    return True


def _changes(question: Question, axes: tuple[Axis, ...]) -> _Combinations:
    """Return every combination of other answers, with the readings that it chooses."""
    known: _Combinations | None = question.combinations.get(axes)
    if known is not None:
        return known
    total = 1
    for axis in axes:
        # What was not said must not keep anybody from the date: only law is capped.
        if axis.answers[0].kind == "law":
            total *= len(axis.answers)
    if total > LIMIT:
        msg = (
            f"{total} combinations of readings arise here, over the {LIMIT} that "
            "are computed. Choose some with readings=."
        )
        raise TooManyReadingsError(msg, count=total, limit=LIMIT)
    names = {axis.name for axis in axes}
    kept = {key for key in question.chosen if key[0] not in names}
    combinations: _Combinations = []
    for answers in product(*(axis.answers for axis in axes)):
        changed = tuple(
            answer
            for axis, answer in zip(axes, answers, strict=True)
            if answer is not axis.answers[0]
        )
        if changed:
            keys = {answer.key for answer in answers if answer.key is not None}
            combinations.append((changed, frozenset(kept | keys)))
    question.combinations[axes] = combinations
    return combinations


def _span(anchor: date | datetime, outcome: Outcome) -> tuple[int, int]:
    """Return the first and last day that a count looked at."""
    # Steps join end to end, and what one passed over lies inside it.
    steps = outcome.steps
    first = last = anchor.toordinal()
    start = steps[0][1].toordinal()
    first = min(first, start)
    for step in steps:
        day = step[2].toordinal()
        if day > last:
            last = day
        elif day < first:
            first = day
    return first, last


def _reported(found: list[_Found], settled: set[str]) -> tuple[Reading, ...]:
    """Return the readings found, without what a simpler change gives already."""
    if len(found) > 1:
        found.sort(key=lambda one: len(one.answers))
    kept: list[tuple[frozenset[Answer], date | datetime]] = []
    readings = []
    for answers, due in found:
        labels = frozenset(answers)
        if any(other <= labels and due == date_ for other, date_ in kept):
            continue
        kept.append((labels, due))
        readings.append(_reading(answers, due, settled))
    return tuple(readings)


def _reading(
    answers: tuple[Answer, ...], due: date | datetime, settled: set[str]
) -> Reading:
    return Reading(
        question="; ".join([answer.question for answer in answers]),
        choice="; ".join([answer.choice for answer in answers]),
        authority="; ".join([answer.cite for answer in answers if answer.cite]),
        kind="fact" if "fact" in [answer.kind for answer in answers] else "law",
        settled=bool(settled) and any(answer.axis in settled for answer in answers),
        due=due.date() if isinstance(due, datetime) else due,
        due_at=due if isinstance(due, datetime) else None,
        dispute="; ".join([answer.axis for answer in answers if answer.axis]),
    )
