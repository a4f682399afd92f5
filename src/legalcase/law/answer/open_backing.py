"""What stands behind a computation asked with something left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.argument.readings import not_counted
from legalcase.errors import LegalCaseError, ReadingNotCountedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.readings import End
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.errors.due_dates import CountedReading
    from legalcase.law.call.open_questions import OpenQuestion

    Questions = dict[str, OpenQuestion]
    #: Asks the same again with answers tried: the computation, and what is still open.
    Asking = Callable[[Mapping[str, str]], tuple[Computation, Questions]]

__all__ = ["LEFT_OPEN", "OpenBacking"]

#: What an error bears that was raised while something was open: what it was.
LEFT_OPEN: Final = "left_open"


class _Tried(NamedTuple):
    """What one combination of answers gives: its answers that differ, and its date."""

    answers: tuple[tuple[OpenQuestion, str], ...]
    due: date
    safe: date

    @property
    def said(self) -> frozenset[tuple[str, str]]:
        """Its answers, by the key of their questions."""
        return frozenset((question.key, answer) for question, answer in self.answers)

    @property
    def keys(self) -> tuple[str, ...]:
        """The questions that it answers otherwise."""
        return tuple(question.key for question, _ in self.answers)


class OpenBacking:
    """What a computation still has to say where a fact that decides was not given.

    Each answer is tried by making the same call anew with it, all parts alike, so
    that a date shown is what whoever gives that answer gets.
    """

    def __init__(self, base: Computation, questions: Questions, ask: Asking) -> None:
        self._base = base
        self._questions = questions
        self._ask = ask
        self._found: dict[End, tuple[Reading, ...]] = {}
        self._without: dict[str, tuple[OpenQuestion, dict[str, None], str]] = {}

    @property
    def links(self) -> int:
        """How many computations lie behind it."""
        return self._base.links

    def whole(self) -> Computation:
        """Return the computation that was asked so, with every step."""
        return self._base

    def inputs(self) -> Inputs:
        """Return what was asked."""
        return self._base.inputs

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations from whose ends it runs, by trigger word."""
        return self._base.runs_from()

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the computation rests on."""
        return self._base.authorities()

    def instant(self) -> datetime | None:
        """Return the last instant, where one is determined."""
        return self._base.due_at

    def readings(self, end: End = "due") -> tuple[Reading, ...]:
        """Return the readings of the law, then one for each date by answer."""
        base = self._base
        own = base.readings if end == "due" else base.nominal_readings()
        return (*own, *self._answered(end))

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know; what was left open and decides comes first.

        The notice names what settles the question.
        """
        found = []
        answered: tuple[Reading, ...] = ()
        try:
            answered = self._answered("due")
        except ReadingNotCountedError as error:
            found.append(Notice(code="no-safe-date", text=str(error)))
        for key, question in self._questions.items():
            dates = [r for r in answered if r.dispute == key]
            if question.kind == "fact" and dates:
                said = "; ".join(f"{one.choice}: {one.due}" for one in dates)
                text = (
                    f"{question.question} That was not said, and it decides ({said}). "
                    f"Give {question.settled_by or key} to settle it."
                )
                found.append(Notice(code="fact-not-given", text=text))
        for question, answers, why in self._without.values():
            text = (
                f"{question.question} If {', '.join(answers)}: no date can be "
                f"computed, so the safe date does not cover that answer. {why}"
            )
            found.append(Notice(code="answer-not-computed", text=text))
        return tuple(dict.fromkeys((*found, *self._base.notices)))

    def _answered(self, end: End) -> tuple[Reading, ...]:
        if end not in self._found:
            self._found[end] = tuple(self._by_answer(end))
        return self._found[end]

    def _by_answer(self, end: End) -> Iterator[Reading]:
        base = self._base
        tried = list(self._tried({}, (), self._questions, base, end))
        first = tried[0] if tried and not tried[0].answers else None
        kept: list[_Tried] = []
        by_date: dict[tuple[tuple[str, ...], date], list[_Tried]] = {}
        more: dict[tuple[str, ...], list[_Tried]] = {}
        for one in sorted(tried, key=lambda one: len(one.answers)):
            if not one.answers:
                continue
            day = one.safe
            if first is not None:
                if self._only_relaxes(one, first):
                    if len(one.answers) == 1 and one.due != first.due:
                        more.setdefault(one.keys, []).append(one)
                    continue
                if day == first.due:
                    continue
            simpler = any(
                other.said < one.said and self._only_relaxes(one, other)
                for other in kept
            )
            if not simpler:
                kept.append(one)
                by_date.setdefault((one.keys, day), []).append(one)
        for (_, day), ones in sorted(by_date.items(), key=lambda item: item[0][1]):
            yield from _readings(ones, day)
        for ones in more.values():
            days = [one.due for one in ones]
            relaxed = max if base.bound == "not-earlier-than" else min
            yield _reading(ones, relaxed(days))

    def _only_relaxes(self, one: _Tried, first: _Tried) -> bool:
        """Tell whether other answers only give more time than was computed."""
        if self._base.bound == "not-earlier-than":
            return one.due <= first.due and one.safe <= first.safe
        return one.due >= first.due and one.safe >= first.safe

    def _tried(
        self,
        answers: Mapping[str, str],
        labels: tuple[tuple[OpenQuestion, str], ...],
        open_: Questions,
        computation: Computation,
        end: End,
    ) -> Iterator[_Tried]:
        """Yield what every combination of answers gives, the answers at hand first."""
        question = next((q for key, q in open_.items() if key not in answers), None)
        if question is None:
            found = self._dates(computation, labels, end)
            if found is not None:
                yield _Tried(labels, *found)
            elif labels and self._base.is_running:
                waits = " or ".join(computation.waits_for)
                self._note(labels[-1], f"It waits for {waits}; give that date.")
            return
        for answer in (question.adopted, *question.others):
            tried = {**answers, question.key: answer}
            differs = answer != question.adopted
            said = (*labels, (question, answer)) if differs else labels
            yield from self._under(tried, said, end)

    def _under(
        self,
        tried: Mapping[str, str],
        said: tuple[tuple[OpenQuestion, str], ...],
        end: End,
    ) -> Iterator[_Tried]:
        """Yield what answers give; where there is no date, what goes with others.

        That nothing can be counted so far says nothing of the answers to what else
        was asked on the way: by another method another period can hold.
        """
        try:
            other, still = self._ask(tried)
        except LegalCaseError as error:
            self._cannot(said, error)
            open_: Questions = getattr(error, LEFT_OPEN, {})
            for question in open_.values():
                if question.key in tried:
                    continue
                for answer in question.others:
                    more = {**tried, question.key: answer}
                    yield from self._under(more, (*said, (question, answer)), end)
            return
        yield from self._tried(tried, said, still, other, end)

    def _dates(
        self,
        computation: Computation,
        said: tuple[tuple[OpenQuestion, str], ...],
        end: End,
    ) -> tuple[date, date] | None:
        """Return (due, safe) under answers.

        Where another reading of the law cannot be counted with an answer to a question
        of fact, that answer has its own date, and what it lacks is told.
        """
        try:
            return _dates(computation, end)
        except ReadingNotCountedError as error:
            facts = [one for one in said if one[0].kind == "fact"]
            if not facts:
                raise
            self._note(facts[-1], str(error))
            counted = error.counted
        return _extremes(computation, counted, end)

    def _cannot(
        self, said: tuple[tuple[OpenQuestion, str], ...], error: LegalCaseError
    ) -> None:
        """Note answers under which there is no date (the calendar ends, say).

        What was not said must not keep anybody from the date; a reading of the law
        does, for without it no date is safe: `ReadingNotCountedError` says which.
        """
        facts = [one for one in said if one[0].kind == "fact"]
        if not facts and said:
            asked = "; ".join(question.question for question, _ in said)
            answered = "; ".join(answer for _, answer in said)
            raise not_counted(asked, answered, error) from error
        if not facts:
            raise error
        self._note(facts[-1], str(error))

    def _note(self, said: tuple[OpenQuestion, str], why: str) -> None:
        question, answer = said
        _, answers, _ = self._without.setdefault(question.key, (question, {}, why))
        answers[answer] = None


def _dates(computation: Computation, end: End) -> tuple[date, date] | None:
    """Return (due, safe) of a computation, or of its end before the roll."""
    if not computation.is_running:
        return None
    if end == "due":
        return computation.due, computation.safe
    return _extremes(computation, computation.nominal_readings(), end)


def _extremes(
    computation: Computation, readings: Iterable[CountedReading], end: End
) -> tuple[date, date]:
    """Return (due, safe) with those readings alone."""
    days = [computation.due if end == "due" else computation.nominal]
    days += [reading.due for reading in readings]
    is_earliest = computation.bound == "not-earlier-than"
    return days[0], max(days) if is_earliest else min(days)


def _readings(ones: list[_Tried], day: date) -> Iterator[Reading]:
    """Yield the line of a date.

    A reading of the law shows what is due under it, and besides what is safe.
    """
    if all(question.kind == "law" for one in ones for question, _ in one.answers):
        for one in ones:
            if one.due != day:
                yield _reading([one], one.due)
                line = _reading([one], day)
                yield evolve(line, choice=f"{line.choice}: its safest", dispute="")
            else:
                yield _reading([one], day)
    else:
        yield _reading(ones, day)


def _reading(ones: list[_Tried], day: date) -> Reading:
    """Return the line of one date: every answer that leads to it."""
    questions = dict.fromkeys(q for one in ones for q, _ in one.answers)
    choices = dict.fromkeys(
        "; ".join(answer for _, answer in one.answers) for one in ones
    )
    cites = dict.fromkeys(
        question.others[answer] for one in ones for question, answer in one.answers
    )
    return Reading(
        question="; ".join(dict.fromkeys(question.question for question in questions)),
        choice=", ".join(choices),
        authority="; ".join(cite for cite in cites if cite),
        kind="fact" if any(q.kind == "fact" for q in questions) else "law",
        due=day,
        dispute="; ".join(dict.fromkeys(question.key for question in questions)),
    )
