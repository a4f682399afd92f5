"""Asker: one question under one law, whose answers are kept by the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from legalcase.batch.by_day.day_table import Answers, DayTable
from legalcase.batch.codes import NO_DATE, Patterns
from legalcase.batch.columns.column import NO_DAY
from legalcase.errors import (
    CalendarOutOfBoundsError,
    ConflictingInputError,
    ExtensionBarredError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    OutOfBoundsError,
    PeriodNotRunningError,
    ReadingNotCountedError,
    TooManyReadingsError,
)
from legalcase.law.ask.behind import trigger_words
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.batch.columns.column import Column
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = ["Asker", "check_direction"]

_SIDES: Final = ("after", "before")
#: What one day meets and another does not. Anything else is wrong with the question.
_OF_A_DAY: Final = (
    CalendarOutOfBoundsError,
    ExtensionBarredError,
    OutOfBoundsError,
    PeriodNotRunningError,
    ReadingNotCountedError,
    TooManyReadingsError,
)


def check_direction(direction: object) -> None:
    """Raise `InvalidValueError` for what is neither a direction nor ``None``."""
    if direction is not None and not (
        isinstance(direction, str) and direction in _SIDES
    ):
        msg = f"direction={shown(direction)} is not known. Pass 'after' or 'before'."
        raise InvalidValueError(msg, field="direction", value=direction)


class Asker:
    """One question under one law, whose answers are kept by the day."""

    __slots__ = (
        "_asked",
        "_direction",
        "_given",
        "_law",
        "_table",
        "_trigger",
        "question",
    )

    def __init__(
        self,
        question: str,
        *,
        law: Law,
        trigger: str | None = None,
        direction: str | None = None,
        given: Mapping[str, Any] | None = None,
        patterns: Patterns | None = None,
    ) -> None:
        self.question = question
        self._law = law
        self._trigger = trigger
        self._given = dict(given or {})
        self._direction = direction
        #: The side that answered last: texts of one deadline can look to either.
        self._asked = "after"
        self._table = DayTable(self.computation, patterns or Patterns())

    def __repr__(self) -> str:
        """Return the question as it was asked."""
        own = {"trigger": self._trigger, "direction": self._direction}
        given = {name: value for name, value in own.items() if value is not None}
        said = [f"{name}={value!r}" for name, value in {**given, **self._given}.items()]
        return f"<PreparedQuestion {', '.join([repr(self.question), *said])}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle the question, without its answers."""
        its = (self._law, self._trigger, self._direction, self._given)
        return _restore, (self.question, *its)

    @property
    def law(self) -> Law:
        """The law that is asked."""
        return self._law

    @property
    def patterns(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The ways of counting met so far, by their number."""
        return self._table.patterns.listed()

    def try_on(self, first: date, *others: date) -> None:
        """Raise what is wrong with the question, whatever the day.

        What the first day refuses another may take: a method of service, or a dispute,
        of another text. Of a question that no day takes, the first says why.
        """
        try:
            self.computation(first)
        except _OF_A_DAY:
            return
        except LegalCaseError:
            if not any(map(self._is_taken_on, others)):
                raise

    def _is_taken_on(self, day: date) -> bool:
        try:
            self.computation(day)
        except LegalCaseError:
            return False
        return True

    def answers(self, column: Column) -> Answers:
        """Return the answers of a column that was read, row by row."""
        if column.missing is None:
            return self._table.look_up(column.days)
        # A row without a date asks what another row asks, and its answer is dropped.
        known = column.days[~column.missing]
        if not known.size:
            return Answers.without_dates(column.days.size)
        found = self._table.look_up(
            np.where(column.missing, known[0], column.days).astype(np.int32)
        )
        found.due[column.missing] = NO_DAY
        found.safe[column.missing] = NO_DAY
        found.steps[column.missing] = 0
        found.error[column.missing] = NO_DATE
        return found

    def forget(self) -> None:
        """Let go of the answers that are kept; they are computed again when asked."""
        self._table.forget()

    def computation(self, day: date) -> Computation:
        """Compute from one day: to the side that was said, or to that of the text."""
        anchor: Any = day if self._trigger is None else {self._trigger: day}
        if not self.question.strip():
            msg = "There is no question. Give a deadline's id or a period."
            raise MissingInputError(msg, field="question", value=None)
        if self._direction is not None:
            check_direction(self._direction)
            return self._compute(self._direction, anchor)
        if "/" not in self.question:
            msg = (
                f"Which way is {shown(self.question)} counted? Pass direction='after' "
                "or direction='before'; a deadline has its own."
            )
            raise MissingInputError(msg, field="direction", value=None)
        try:
            return self._either_way(anchor)
        except (ConflictingInputError, MissingInputError) as error:
            raise self._by_trigger(error) from None

    def _by_trigger(
        self, met: ConflictingInputError | MissingInputError
    ) -> ConflictingInputError | MissingInputError:
        """Return what was met, said in the words of `prepare` where an event is open.

        `compute` asks for a mapping of events to their days, which no column is.
        """
        if self._trigger is not None or met.field not in _SIDES:
            return met
        deadline = self._law.deadline(self.question)
        words = trigger_words(deadline, self._law)
        is_plain = deadline.current.term.form == "period"
        if len(words) == 1 and (is_plain or isinstance(met, ConflictingInputError)):
            return met
        msg = (
            f"{self.question} must be told of which event the days are: "
            f"{', '.join(words)}. Prepare it with that: "
            f"prepare({self.question!r}, trigger={words[0]!r}); rows have the "
            "column 'event' for it."
        )
        return type(met)(msg, field="trigger", value=None)

    def _either_way(self, anchor: object) -> Computation:
        # Read once: another thread may have met a text that looks the other way.
        side = self._asked
        try:
            return self._compute(side, anchor)
        except ConflictingInputError as error:
            if error.field != side:
                raise
            return self._other_way(side, anchor, error)

    def _other_way(
        self, side: str, anchor: object, met: ConflictingInputError
    ) -> Computation:
        """Compute to the other side; where neither is the text's, say what was met."""
        other = "before" if side == "after" else "after"
        try:
            found = self._compute(other, anchor)
        except ConflictingInputError as error:
            if error.field == other:
                raise met from None
            raise
        self._asked = other
        return found

    def _compute(self, direction: str, anchor: object) -> Computation:
        asked: dict[str, Any] = {direction: anchor, **self._given}
        return self._law.compute(self.question, **asked)


def _restore(
    question: str,
    law: Law,
    trigger: str | None,
    direction: str | None,
    given: Mapping[str, Any],
) -> Asker:
    return Asker(question, law=law, trigger=trigger, direction=direction, given=given)
