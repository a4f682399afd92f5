"""The deadlines of a docket, as its case gives them, against what the docket states."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.cli.demo.docket_files import DocketQuestion
from legalcase.cli.demo.docket_log import event_id, file_of
from legalcase.counting.argument.computation import Computation
from legalcase.scheduling.ask import schedule
from legalcase.scheduling.row import ScheduledDeadline

if TYPE_CHECKING:
    from legalcase.cli.demo.docket_files import Docket
    from legalcase.law.lawbook import Law
    from legalcase.scheduling.scheduled import Schedule

__all__ = ["DocketAnswer", "answers_of"]


@frozen(kw_only=True)
class DocketAnswer:
    """A question of a docket, and what was computed.

    `rows` are those of the schedule of its case, one for each party that owes it; none
    where the question was asked by a call of its own, `by_hand`.
    """

    question: DocketQuestion
    computation: Computation
    rows: tuple[ScheduledDeadline, ...] = ()

    @property
    def is_stated(self) -> bool:
        """Whether the docket states a date to compare with."""
        question = self.question
        return question.expected is not None or bool(question.alternatives)

    @property
    def owed_by(self) -> tuple[str, ...]:
        """Who owes it; nobody is named where several parties owe one each."""
        return self.rows[0].owed_by if len(self.rows) == 1 else ()

    def whence(self) -> str:
        """Say from what the case has it, or why it was asked by hand."""
        if self.question.by_hand:
            return f"Counted by a call of its own: {self.question.by_hand}."
        if not self.rows:
            return ""
        who = " and ".join(row.who for row in self.rows)
        because = "; ".join(str(one) for one in self.rows[0].because)
        return f"Owed by {who}, because of what happened: {because}."

    def differences(self) -> tuple[str, ...]:
        """Return where what is stated is not what was computed; nothing if it is."""
        question, computation = self.question, self.computation
        found = []
        if not (question.by_hand or self.rows):
            found.append(f"the schedule of the case does not give {question.what}")
        if len({row.due for row in self.rows}) > 1:
            found.append("the parties have other days")
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
    """Answer every question of a docket, in its order: a later one can extend.

    What happened is recorded, and the schedule of that case gives its deadlines; what
    it cannot give is computed by a call of its own.
    """
    after = docket.events[-1].on + timedelta(days=2)
    told = file_of(docket, (), law, datetime.combine(after, time(), UTC))
    given = schedule(told, law, for_=[party.id for party in docket.parties])
    found: dict[str, DocketAnswer] = {}
    for question in docket.questions:
        rows = _rows(docket, question, given)
        first = rows[0].computation if rows else None
        computation = first or _by_hand(docket, question, found, law)
        found[question.id] = DocketAnswer(
            question=question, computation=computation, rows=rows
        )
    return tuple(found.values())


def _rows(
    docket: Docket, question: DocketQuestion, given: Schedule
) -> tuple[ScheduledDeadline, ...]:
    """Return the rows of a deadline of the law that run from the events asked."""
    if question.by_hand:
        return ()
    anchors = {event_id(docket, name) for name in question.anchors}
    return tuple(
        row
        for row in given.of_rule(question.what)
        if row.computation is not None and {a.of.id for a in row.anchors} == anchors
    )


def _by_hand(
    docket: Docket, question: DocketQuestion, found: dict[str, DocketAnswer], law: Law
) -> Computation:
    given: dict[str, Any] = {**_where(docket), **dict(question.options)}
    given[question.direction] = _anchor(docket, question, found)
    return law.compute(question.what, **given)


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
