"""The deadlines of a docket, computed, and held against what the docket states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.cli.docket_files import DocketQuestion
from legalcase.counting.argument.computation import Computation

if TYPE_CHECKING:
    from legalcase.cli.docket_files import Docket
    from legalcase.law.lawbook import Law

__all__ = ["DocketAnswer", "answers_of"]


@frozen(kw_only=True)
class DocketAnswer:
    """A question of a docket, and what was computed."""

    question: DocketQuestion
    computation: Computation

    @property
    def is_stated(self) -> bool:
        """Whether the docket states a date to compare with."""
        question = self.question
        return question.expected is not None or bool(question.alternatives)

    def differences(self) -> tuple[str, ...]:
        """Return where what is stated is not what was computed; nothing if it is."""
        question, computation = self.question, self.computation
        found = []
        if question.expected not in (None, computation.due):
            found.append(f"{question.expected} is stated, {computation.due} computed")
        dates = {computation.due, *(r.due for r in computation.readings)}
        found += [
            f"{day} is stated as another reading, and none gives it"
            for day in question.alternatives
            if day not in dates
        ]
        parts = tuple(part.due for part in computation.parts)
        if question.parts and question.parts != parts:
            found.append("the parts stated are not those computed")
        return tuple(found)


def answers_of(docket: Docket, law: Law) -> tuple[DocketAnswer, ...]:
    """Compute every question of a docket, in its order: a later one can extend."""
    found: dict[str, DocketAnswer] = {}
    for question in docket.questions:
        given: dict[str, Any] = {**_where(docket), **dict(question.options)}
        given[question.direction] = _anchor(docket, question, found)
        computation = law.compute(question.what, **given)
        found[question.id] = DocketAnswer(question=question, computation=computation)
    return tuple(found.values())


def _anchor(
    docket: Docket, question: DocketQuestion, found: dict[str, DocketAnswer]
) -> Any:
    if question.direction == "extending":
        return found[question.anchors[0]].computation
    events = [docket.event(name) for name in question.anchors]
    if len(events) == 1:
        return events[0].on
    return {event.kind: event.on for event in events}


def _where(docket: Docket) -> dict[str, str]:
    """Return court, calendar and forum as far as known; a court brings its state."""
    if docket.court is not None:
        return {"court": docket.court}
    given = {"calendar": docket.calendar, "forum": docket.forum}
    return {name: value for name, value in given.items() if value is not None}
