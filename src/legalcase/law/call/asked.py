"""Task: one thing to evaluate, with the request that it comes from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from attrs import define

from legalcase.catalogue.deadline_rule import say_term
from legalcase.counting.argument.computation import Computation
from legalcase.counting.engine.steps import Source

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.terms import Term
    from legalcase.counting.argument.inputs import Inputs
    from legalcase.counting.engine.count import Question
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.door import Anchor, Request

__all__ = ["Ready", "Task", "day_of"]


class Ready(Protocol):
    """**Protocol:** a count made ready for any trigger; kept for the next call."""

    @property
    def task(self) -> Task:
        """What was asked."""
        ...

    @property
    def question(self) -> Question:
        """What is counted."""
        ...

    def answer(self, anchor: date) -> Computation:
        """Return the computation from that trigger."""
        ...


@define(kw_only=True, eq=False)
class Task:
    """One thing to evaluate: a term, the rule, the triggers that are known.

    `anchors` maps trigger words to dates; the word ``""`` stands for any trigger.
    `is_member` tells that the term is one of several that make up a deadline.
    """

    request: Request
    term: Term
    rule: CountingRule
    direction: str
    anchors: dict[str, Anchor]
    table: str | None = None
    bound: str = "not-later-than"
    deadline: DeadlineRule | None = None
    version: DeadlineVersion | None = None
    is_member: bool = False

    @property
    def cite(self) -> str:
        """The citation of the term, or else of the deadline."""
        if self.term.cite:
            return self.term.cite
        return "" if self.version is None else self.version.authority.cite

    @property
    def barred_by(self) -> str | None:
        """The rule that forbids to extend the time, if one does."""
        if self.version is None or self.version.extension is None:
            return None
        return self.version.extension.barred

    @property
    def local(self) -> tuple[Book, Court | None, CountingRule, str | None]:
        """What decides which local rules bear on it."""
        request = self.request
        return request.law, request.court, self.rule, request.local_rules

    def own_source(self) -> tuple[Source, ...]:
        """Return the source that the deadline itself is."""
        if self.deadline is None or self.version is None:
            return ()
        first = self.version.first.isoformat()
        return (Source("deadline", self.deadline.id, first, self.deadline.edition),)

    def _title(self) -> str:
        if self.is_member:
            return say_term(self.term)
        return "" if self.version is None else self.version.title

    def inputs(self, moment: date | datetime | None) -> Inputs:
        """Return what was asked, counted from `moment`."""
        from legalcase.counting.argument.inputs import Inputs  # noqa: PLC0415 - when read

        request = self.request
        triggers: tuple[tuple[str, date | datetime], ...] = ()
        if "" not in self.anchors:
            triggers = tuple(
                (word, anchor.due if isinstance(anchor, Computation) else anchor)
                for word, anchor in self.anchors.items()
            )
        return Inputs(
            period=self.term.period if self.direction != "served" else None,
            rule=self.rule.id,
            direction=self.direction,
            trigger=moment,
            triggers=triggers,
            deadline=None if self.deadline is None else self.deadline.id,
            title=self._title(),
            court=None if request.court is None else request.court.id,
            forum=request.forum,
            calendar=request.calendar_name(),
            service=request.service,
            service_extension=request.service_extension,
            act=request.act,
            nature=request.nature,
            paper=request.paper,
            as_of=request.as_of,
            legal_holidays=request.legal_holidays,
            inaccessible=request.inaccessible,
            suspensions=request.suspensions,
            readings=request.readings,
            local_rules=request.local_rules,
            facts=request.facts,
        )


def day_of(anchor: Anchor) -> date:
    """Return the day of an anchor: of a computation, the day on which it is due."""
    if isinstance(anchor, Computation):
        return anchor.due
    return anchor.date() if isinstance(anchor, datetime) else anchor
