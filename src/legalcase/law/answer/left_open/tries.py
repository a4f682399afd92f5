"""Tries: every combination of answers to what was left open, and what each gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from legalcase.counting.argument.readings import not_counted
from legalcase.errors import LegalCaseError, ReadingNotCountedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.readings import End
    from legalcase.errors.due_dates import CountedReading
    from legalcase.law.call.open_questions import OpenQuestion

    Questions = dict[str, OpenQuestion]
    #: A computation, and what was left open in it.
    Found = tuple[Computation, Questions]

__all__ = ["LEFT_OPEN", "Asks", "Round", "Tried", "Tries"]

#: What an error bears that was raised while something was open: what it was.
LEFT_OPEN: Final = "left_open"


class Round(Protocol):
    """**Protocol:** asks the same again with every answer, one after the other."""

    def __call__(self, answers: Mapping[str, str]) -> Found:
        """Return the computation with answers tried, and what is still open."""
        ...

    def end(self) -> None:
        """Note that all answers were tried."""
        ...


class Asks(Protocol):
    """**Protocol:** asks the same again with answers tried."""

    def begin(self) -> Round:
        """Begin to try all answers."""
        ...

    def safe(self) -> date | None:
        """Return the date that is safe under every answer, where it is known."""
        ...


class Tried(NamedTuple):
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


class Tries:
    """Makes the same call anew with every answer, all parts alike.

    `without` are the questions some answers to which give no date, with these, and why.
    """

    def __init__(self, base: Computation, questions: Questions, asks: Asks) -> None:
        self._base = base
        self._questions = questions
        self._asks = asks
        self.without: dict[str, tuple[OpenQuestion, dict[str, None], str]] = {}

    def safe(self) -> date | None:
        """Return the date that is safe under every answer, where it is known."""
        return self._asks.safe()

    def all(self, end: End) -> list[Tried]:
        """Return what every combination of answers gives, those adopted first."""
        ask = self._asks.begin()
        found = list(self._tried(ask, {}, (), (self._base, self._questions), end))
        if end == "due":
            ask.end()
        return found

    def _tried(
        self,
        ask: Round,
        answers: Mapping[str, str],
        labels: tuple[tuple[OpenQuestion, str], ...],
        found: Found,
        end: End,
    ) -> Iterator[Tried]:
        """Yield what every combination of answers gives, the answers at hand first."""
        computation, open_ = found
        question = next((q for key, q in open_.items() if key not in answers), None)
        if question is None:
            dates = self._dates(computation, labels, end)
            if dates is not None:
                yield Tried(labels, *dates)
            elif labels and self._base.is_running:
                waits = " or ".join(computation.waits_for)
                self._note(labels[-1], f"It waits for {waits}; give that date.")
            return
        for answer in (question.adopted, *question.others):
            tried = {**answers, question.key: answer}
            differs = answer != question.adopted
            said = (*labels, (question, answer)) if differs else labels
            yield from self._under(ask, tried, said, end)

    def _under(
        self,
        ask: Round,
        tried: Mapping[str, str],
        said: tuple[tuple[OpenQuestion, str], ...],
        end: End,
    ) -> Iterator[Tried]:
        """Yield what answers give; where there is no date, what goes with others.

        That nothing can be counted so far says nothing of the answers to what else
        was asked on the way: by another method another period can hold.
        """
        try:
            other, still = ask(tried)
        except LegalCaseError as error:
            self._cannot(said, error)
            open_: Questions = getattr(error, LEFT_OPEN, {})
            for question in open_.values():
                if question.key in tried:
                    continue
                for answer in question.others:
                    more = {**tried, question.key: answer}
                    yield from self._under(ask, more, (*said, (question, answer)), end)
            return
        yield from self._tried(ask, tried, said, (other, still), end)

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
        _, answers, _ = self.without.setdefault(question.key, (question, {}, why))
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
