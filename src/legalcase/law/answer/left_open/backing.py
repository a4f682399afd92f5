"""What stands behind a computation asked with something left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.argument.findings import Notice, Reading
from legalcase.errors import ReadingNotCountedError
from legalcase.law.answer.left_open.tries import Tries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.readings import End
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.law.answer.left_open.tries import Asks, Questions, Tried

__all__ = ["OpenBacking"]


class OpenBacking:
    """What a computation still has to say where a fact that decides was not given.

    Each answer is tried by making the same call anew with it, all parts alike, so
    that a date shown is what whoever gives that answer gets.
    """

    def __init__(self, base: Computation, questions: Questions, asks: Asks) -> None:
        self._base = base
        self._questions = questions
        self._tries = Tries(base, questions, asks)
        self._safe: date | None = None
        self._found: dict[End, tuple[Reading, ...]] = {}

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

    def safe(self, _: date) -> date | None:
        """Return the date that is safe under every answer, where that is known.

        It is the one to which the readings lead, without them.
        """
        found = self._safe
        if found is None:
            found = self._safe = self._tries.safe()
        return found

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
        for question, answers, why in self._tries.without.values():
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
        tried = self._tries.all(end)
        first = tried[0] if tried and not tried[0].answers else None
        kept: list[Tried] = []
        by_date: dict[tuple[tuple[str, ...], date], list[Tried]] = {}
        more: dict[tuple[str, ...], list[Tried]] = {}
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

    def _only_relaxes(self, one: Tried, first: Tried) -> bool:
        """Tell whether other answers only give more time than was computed."""
        if self._base.bound == "not-earlier-than":
            return one.due <= first.due and one.safe <= first.safe
        return one.due >= first.due and one.safe >= first.safe


def _readings(ones: list[Tried], day: date) -> Iterator[Reading]:
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


def _reading(ones: list[Tried], day: date) -> Reading:
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
