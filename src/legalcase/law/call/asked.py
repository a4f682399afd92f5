"""Asked: one thing to evaluate, with the call that it comes from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from attrs import define, evolve

from legalcase.catalogue.deadline_rule import say_term
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.later import Walks
from legalcase.counting.engine.steps import Source

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.terms import Term
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.straight import Straight
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.call import Call
    from legalcase.law.call.door import Anchor
    from legalcase.law.call.open_questions import OpenQuestion

__all__ = ["Asked", "Ready", "day_of"]


class Ready(Walks, Protocol):
    """**Protocol:** a count made ready for any trigger; kept for the next call."""

    @property
    def asked(self) -> Asked:
        """What was asked."""
        ...

    @property
    def left_open(self) -> dict[str, OpenQuestion]:
        """What was left open, and decides."""
        ...

    #: The first and the last trigger for which it is ready, once it is kept.
    holds: tuple[date, date] | None
    #: How its ends are found without a walk, once it was asked again, where they can.
    ready: Straight | None

    def answer(self, anchor: date) -> Computation:
        """Return the computation from that trigger."""
        ...


@define(kw_only=True, eq=False)
class Asked:
    """One thing to evaluate: a term, the rule, the triggers that are known.

    `anchors` maps trigger words to dates; the word ``""`` stands for any trigger.
    `is_member` tells that the term is one of several that make up a deadline.
    """

    call: Call
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
    def for_local_rules(self) -> tuple[Book, Court | None, CountingRule, str | None]:
        """What decides which local rules bear on it."""
        call = self.call
        return call.law, call.court, self.rule, call.given.local_rules

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
        """Return what was asked, counted from `moment`, or else from what was given."""
        call = self.call
        triggers = tuple((word, _when(one)) for word, one in self.anchors.items())
        if "" in self.anchors:
            triggers = ()
            # Of several periods from one day, none of which is the whole.
            moment = _when(self.anchors[""]) if moment is None else moment
        return evolve(
            call.given,
            period=self.term.period if self.direction != "served" else None,
            rule=self.rule.id,
            direction=self.direction,
            trigger=moment,
            triggers=triggers,
            deadline=None if self.deadline is None else self.deadline.id,
            title=self._title(),
            court=None if call.court is None else call.court.id,
            calendar=call.calendar_name(),
        )


def _when(anchor: Anchor) -> date | datetime:
    return anchor.due if isinstance(anchor, Computation) else anchor


def day_of(anchor: Anchor) -> date:
    """Return the day of an anchor: of a computation, the day on which it is due."""
    if isinstance(anchor, Computation):
        return anchor.due
    return anchor.date() if isinstance(anchor, datetime) else anchor
