"""Instrument: questions and what their answers score, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen

from legalcase.dates import Period, add_months, as_date
from legalcase.errors import DeclarationError, InvalidTypeError
from legalcase.near import near_to
from legalcase.plain_data import PlainData
from legalcase.practice.assessments.events import Answered, Assessed
from legalcase.shown import shown

__all__ = ["Band", "Instrument", "Question"]


@frozen(kw_only=True)
class Question(PlainData):
    """A question: how it is asked, what can be answered, and what an answer scores.

    `kind` is choice, yes-no, number or text; `points` are (answer, points), of those
    that score. A number scores itself where `scores_itself` says so.
    """

    id: str
    text: str
    kind: str
    answers: tuple[str, ...] = ()
    points: tuple[tuple[str, int], ...] = ()
    scores_itself: bool = False
    required: bool = True

    def score(self, answer: str) -> int:
        """Return the points of an answer."""
        if self.scores_itself:
            return int(answer)
        return dict(self.points).get(answer, 0)


@frozen(kw_only=True)
class Band(PlainData):
    """A range of scores, both ends included, its name, and who published it."""

    name: str
    first: int
    last: int
    authority: str


@frozen(kw_only=True)
class Instrument(PlainData):
    """Questions with their scores: id, version, source, and a digest of the text.

    `reassess_every` is after which time it is asked again, where the source says so.
    """

    id: str
    version: str
    title: str
    source: str
    questions: tuple[Question, ...]
    bands: tuple[Band, ...] = ()
    reassess_every: Period | None = None
    digest: str = field()

    @property
    def is_scored(self) -> bool:
        """Whether any answer has points."""
        return any(one.points or one.scores_itself for one in self.questions)

    def score(self, answers: Mapping[str, str]) -> int | None:
        """Return the sum of the points of answers; ``None`` where nothing scores.

        Raises `DeclarationError` with everything that is wrong with the answers.
        """
        return self._sum(self._answered(answers))

    def band(self, score: int | None) -> str | None:
        """Return the band in which a score lies; ``None`` where there is none."""
        for one in self.bands:
            if score is not None and one.first <= score <= one.last:
                return one.name
        return None

    def assess(
        self,
        answers: Mapping[str, str],
        *,
        assessment_id: str,
        of: str,
        by: str,
        on: date,
        **more: Any,  # noqa: ANN401 - what else Assessed takes
    ) -> Assessed:
        """Return the event that records the answers, scored.

        `answers` are by question, ``"yes"`` or ``"no"``, an option, a number as text;
        `more` is what else `Assessed` takes (`supersedes`, `label`, `reassess_on`).
        Raises `DeclarationError` with every problem: a question that there is not, an
        answer that it does not have, one that is required and missing.
        """
        day = as_date(on, "on")
        answered = self._answered(answers)
        score = self._sum(answered)
        if self.reassess_every is not None:
            more.setdefault("reassess_on", _later(day, self.reassess_every))
        return Assessed(
            assessment_id=assessment_id,
            of=of,
            instrument=self.id,
            version=self.version,
            digest=self.digest,
            answers=answered,
            unanswered=tuple(one.id for one in self.questions if one.id not in answers),
            score=score,
            band=self.band(score),
            assessed_by=by,
            happened_on=day,
            **more,
        )

    def problems_of(self, event: Assessed) -> tuple[str, ...]:
        """Return what is wrong with an assessment, scored again: empty if it is right.

        It is of another instrument or version, or a point, the score or the band is
        another than this one gives.
        """
        if (event.instrument, event.version, event.digest) != (
            self.id,
            self.version,
            self.digest,
        ):
            return (f"it was made with {event.instrument} {event.version}",)
        try:
            again = self._answered({one.question: one.answer for one in event.answers})
        except DeclarationError as error:
            return tuple(f"{where} {why}" for where, why in error.problems)
        found = [
            f"{new.question} scores {new.points}, not {old.points}"
            for old, new in zip(
                sorted(event.answers, key=lambda one: one.question),
                sorted(again, key=lambda one: one.question),
                strict=True,
            )
            if old.points != new.points
        ]
        score = self._sum(again)
        if score != event.score:
            found.append(f"the score is {score}, not {event.score}")
        if self.band(score) != event.band:
            found.append(f"it lies in {self.band(score)}, not {event.band}")
        return tuple(found)

    def _sum(self, answered: tuple[Answered, ...]) -> int | None:
        return sum(one.points for one in answered) if self.is_scored else None

    def _answered(self, answers: Any) -> tuple[Answered, ...]:  # noqa: ANN401 - refused here
        if not isinstance(answers, Mapping):
            msg = (
                f"answers needs a mapping, not {type(answers).__name__}. Pass "
                "{'question': 'answer'}."
            )
            raise InvalidTypeError(msg, field="answers", value=None)
        problems = list(self._wrong(answers))
        if problems:
            raise DeclarationError.of(problems)
        return tuple(
            Answered(
                question=one.id,
                answer=answers[one.id],
                points=one.score(answers[one.id]),
            )
            for one in self.questions
            if one.id in answers
        )

    def _wrong(self, answers: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
        known = {one.id: one for one in self.questions}
        for name in answers:
            if name not in known:
                near = near_to(str(name), list(known))
                hint = f" Did you mean {near[0]!r}?" if near else ""
                yield f"$.{shown(name)}", f"is no question of {self.id}.{hint}"
        for one in self.questions:
            if one.id not in answers:
                if one.required:
                    yield f"$.{one.id}", "is required, and not answered. Ask it."
                continue
            answer = answers[one.id]
            if not isinstance(answer, str) or not answer.strip():
                yield f"$.{one.id}", "needs an answer as text. Write 'yes', or '3'."
            elif one.answers and answer not in one.answers:
                known_answers = ", ".join(map(repr, one.answers))
                yield f"$.{one.id}", f"has no such answer. It has {known_answers}."
            elif one.kind == "number" and not answer.isdecimal():
                yield f"$.{one.id}", "needs a whole number, such as '3'."


def _later(day: date, every: Period) -> date:
    if every.unit in {"month", "year"}:
        return add_months(day, every.number * (12 if every.unit == "year" else 1))
    return day + timedelta(days=every.number * (7 if every.unit == "week" else 1))
