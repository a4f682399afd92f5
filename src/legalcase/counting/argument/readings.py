"""Readings: what is due under every answer to every question that arises."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from legalcase.counting.argument.doubt import Answer
from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.findings import Reading
from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.run import run
from legalcase.counting.engine.steps import Outcome
from legalcase.errors import (
    LegalCaseError,
    ReadingNotCountedError,
    TooManyReadingsError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.counting.argument.doubt import Doubt
    from legalcase.counting.engine.count import Alternative, Count
    from legalcase.counting.rules.counting_rule import Choices

__all__ = ["LIMIT", "Lost", "Read", "changes", "not_counted", "read"]

#: How many combinations of answers are computed for one count.
LIMIT: Final = 512


#: Which end of a period is asked about: that on which it is due, or before the roll.
End = Literal["due", "nominal"]
#: Other answers, with the readings that they choose.
_Combinations = list[tuple[tuple["Answer", ...], "Choices"]]


class _Found(NamedTuple):
    answers: tuple[Answer, ...]
    due: date | datetime


class Lost(NamedTuple):
    """Answers under which no date can be counted, and what the count says of it."""

    answers: tuple[Answer, ...]
    error: LegalCaseError

    @property
    def question(self) -> str:
        """What is asked."""
        return "; ".join(answer.question for answer in self.answers)

    @property
    def choice(self) -> str:
        """How it is answered."""
        return "; ".join(answer.choice for answer in self.answers)

    @property
    def is_of_fact(self) -> bool:
        """Whether whoever says what happened settles it.

        Of several answers under which nothing is counted, none is too many: without
        that to a question of fact, the others do give a date.
        """
        return any(answer.kind == "fact" for answer in self.answers)

    def refusal(self, counted: tuple[Reading, ...] = ()) -> ReadingNotCountedError:
        """Return the error that says so, with what could be counted besides."""
        return not_counted(self.question, self.choice, self.error, counted)


class Read(NamedTuple):
    """What is due under other answers, and under which nothing could be counted."""

    found: tuple[Reading, ...]
    lost: tuple[Lost, ...] = ()

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings; none is left out where authorities differ.

        Raises `ReadingNotCountedError` for an answer to a question of law. One to a
        question of fact is left out, since that a fact was not given keeps nobody from
        the date: a notice says so.
        """
        for one in self.lost:
            if not one.is_of_fact:
                raise one.refusal(self.found) from one.error
        return self.found


def not_counted(
    question: str,
    choice: str,
    error: LegalCaseError,
    counted: tuple[Reading, ...] = (),
) -> ReadingNotCountedError:
    """Return the error for an answer under which the count was refused."""
    msg = (
        f"No day can be called safe: if {question!r} is answered {choice!r}, none can "
        f"be counted. {error} Or choose an answer with readings=."
    )
    return ReadingNotCountedError(
        msg, question=question, choice=choice, counted=counted
    )


def read(
    count: Count,
    anchor: date | datetime,
    outcome: Outcome,
    alternatives: Iterable[Alternative] = (),
    end: End = "due",
) -> Read:
    """Return the readings that give another date than `outcome`, fewest changes first.

    `alternatives` are other counts (another version, another trigger);
    `end` is ``"nominal"`` where the last day before the roll is asked about.
    Raises `TooManyReadingsError` over `LIMIT` combinations.
    """
    base = getattr(outcome, end)
    found, lost = _combinations(count, anchor, outcome, base, (), end)
    for alternative in alternatives:
        more, gone = _with_alternative(alternative, base, end)
        found += more
        lost += gone
    settled = {name for name, _ in count.chosen - count.fixed}
    return Read(_reported(found, settled) if found else (), _simplest(lost))


def _simplest(lost: list[Lost]) -> tuple[Lost, ...]:
    """Leave out what is lost by fewer of the same answers already."""
    kept: list[Lost] = []
    for one in sorted(lost, key=lambda one: len(one.answers)):
        if not any({*other.answers} <= {*one.answers} for other in kept):
            kept.append(one)
    return tuple(kept)


def _with_alternative(
    alternative: Alternative, base: date | datetime, end: End
) -> tuple[list[_Found], list[Lost]]:
    """Return the outcomes of another count, with its own readings."""
    label = Answer(
        alternative.dispute,
        None,
        alternative.question,
        alternative.choice,
        alternative.cite,
        alternative.kind,
    )
    try:
        outcome = run(alternative.count, alternative.anchor, alternative.count.chosen)
    except LegalCaseError as error:
        return [], [Lost((label,), error)]
    found, lost = _combinations(
        alternative.count, alternative.anchor, outcome, base, (label,), end
    )
    if getattr(outcome, end) != base:
        found.append(_Found((label,), getattr(outcome, end)))
    return found, lost


def _combinations(
    count: Count,
    anchor: date | datetime,
    outcome: Outcome,
    base: date | datetime,
    labels: tuple[Answer, ...],
    end: End,
) -> tuple[list[_Found], list[Lost]]:
    """Return what does not end on `base` among all combinations of answers that matter.

    And those with which nothing can be counted.

    A dispute about days matters if one of them lies in the span that a count looked
    at; the span grows with every outcome, so nothing is missed.
    """
    everything = doubts_of(count)
    first, last = _span(anchor, outcome)
    candidates = everything.arising(anchor)
    if not everything.any_touched(first, last):
        # Another answer to these could still reach a day about which there is dispute.
        always = [doubt for doubt in candidates if doubt.days is None]
        if all(doubt.about_order for doubt in always) and (
            not always or _ends_open(count, outcome)
        ):
            return [], []
    doubts: list[Doubt] = []
    found: list[_Found] = []
    lost: list[Lost] = []
    done: dict[Choices, Outcome | LegalCaseError] = {}
    while candidates:
        touched = [doubt for doubt in candidates if doubt.touches(first, last)]
        if not touched:
            break
        candidates = [doubt for doubt in candidates if doubt not in touched]
        doubts += touched
        found, lost = [], []
        for changed, choices in changes(count, tuple(doubts)):
            other = done.get(choices)
            if other is None:
                other = done[choices] = _outcome(count, anchor, choices)
                if candidates and isinstance(other, Outcome):
                    low, high = _span(anchor, other)
                    first, last = min(first, low), max(last, high)
            if not isinstance(other, Outcome):
                lost.append(Lost((*labels, *changed), other))
                continue
            ends = other.due if end == "due" else other.nominal
            if ends != base:
                found.append(_Found((*labels, *changed), ends))
    return found, lost


def _outcome(
    count: Count, anchor: date | datetime, choices: Choices
) -> Outcome | LegalCaseError:
    """Count under other answers; what it was refused for, where it cannot be."""
    try:
        return run(count, anchor, choices)
    except LegalCaseError as error:
        return error


def _ends_open(count: Count, outcome: Outcome) -> bool:
    """Tell whether the period ended on an open day before time was added to it."""
    before = None
    for step in outcome.steps:
        if step[0].startswith("add"):
            closed = recipe_of(count, count.chosen).closed
            return before != "roll" and not closed.is_closed(step[1].toordinal())
        before = step[0]
    return True


def changes(count: Count, doubts: tuple[Doubt, ...]) -> _Combinations:
    """Return every combination of other answers, with the readings that it chooses."""
    known: _Combinations | None = count.combinations.get(doubts)
    if known is not None:
        return known
    total = 1
    for doubt in doubts:
        # What was not said must not keep anybody from the date: only law is capped.
        if doubt.answers[0].kind == "law":
            total *= len(doubt.answers)
    if total > LIMIT:
        msg = (
            f"{total} combinations of readings arise here, over the {LIMIT} that "
            "are computed. Choose some with readings=."
        )
        raise TooManyReadingsError(msg, count=total, limit=LIMIT)
    names = {doubt.name for doubt in doubts}
    kept = {key for key in count.chosen if key[0] not in names}
    combinations: _Combinations = []
    for answers in product(*(doubt.answers for doubt in doubts)):
        changed = tuple(
            answer
            for doubt, answer in zip(doubts, answers, strict=True)
            if answer is not doubt.answers[0]
        )
        if changed:
            keys = {answer.key for answer in answers if answer.key is not None}
            combinations.append((changed, frozenset(kept | keys)))
    count.combinations[doubts] = combinations
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
        settled=bool(settled) and any(answer.doubt in settled for answer in answers),
        due=due.date() if isinstance(due, datetime) else due,
        due_at=due if isinstance(due, datetime) else None,
        dispute="; ".join([answer.doubt for answer in answers if answer.doubt]),
    )
