"""Plan: one call made ready, so that asking it again for another trigger is cheap.

A plan keeps no result. It keeps what does not depend on the trigger: the names
resolved to rules and calendars, and each text in force with its settings compiled.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from legalcase.law.evaluate import evaluate
from legalcase.law.local import with_local_rules
from legalcase.law.prepare import prepare
from legalcase.law.venues import venue_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.counting.computation import Computation
    from legalcase.counting.rule import CountingRule
    from legalcase.counting.venue import Venue
    from legalcase.law.lawbook import Law
    from legalcase.law.prepare import Prepared
    from legalcase.law.task import Task

__all__ = ["Plan", "plan_for", "plans_of"]

#: So many plans are kept; then all are made anew.
_MOST: Final = 1024
_ONE_DAY: Final = timedelta(days=1)


def plans_of(law: Law) -> dict[object, Plan | None]:
    """Return the plans made so far; ``None`` stands for a call that has none."""
    plans: dict[object, Plan | None] = law.cached(("plans", ""))
    if len(plans) >= _MOST:
        plans.clear()
    return plans


class Plan:
    """One call ready for any trigger date.

    Between two of the dates in `_starts`, nothing that the call rests on changes:
    neither a text in force nor which disputed questions arise.
    """

    __slots__ = ("_make", "_prepared", "_rule", "_starts", "_venue")

    def __init__(
        self,
        make: Callable[[date], Task],
        rule: CountingRule,
        venue: Venue,
        starts: tuple[date, ...],
    ) -> None:
        self._make = make
        self._rule = rule
        self._venue = venue
        self._starts = starts
        self._prepared: list[Prepared | None] = [None] * (len(starts) + 1)

    def answer(self, day: date) -> Computation:
        """Return the computation from that trigger date."""
        place = bisect_right(self._starts, day)
        prepared = self._prepared[place]
        if prepared is None:
            task = self._make(day)
            if not _is_plain(task):
                return evaluate(task)
            prepared = prepare(task, self._rule, self._venue, day)
            self._prepared[place] = prepared
        return prepared.answer(day)


def plan_for(task: Task, make: Callable[[date], Task]) -> Plan | None:
    """Return a plan for a call whose task this is, if it is one plain count."""
    if not _is_plain(task):
        return None
    request = task.request
    rule = with_local_rules(task)
    venue = venue_for(
        request.law, rule, request.court, request.forum, request.calendar, ()
    )
    return Plan(make, rule, venue, tuple(sorted(set(_starts(task, rule, venue)))))


def _is_plain(task: Task) -> bool:
    trigger = task.term.trigger
    return task.term.form == "period" and (trigger is None or trigger.expiry_of is None)


def _starts(task: Task, rule: CountingRule, venue: Venue) -> Iterator[date]:
    """Yield every date from which something else holds than the day before."""
    yield from (version.first for version in rule.versions)
    if rule.last is not None:
        yield rule.last + _ONE_DAY
    yield from _bounds(rule.disputes)
    for _, calendar in venue.calendars:
        yield from _bounds(calendar.definition.all_disputes())
    deadline = task.deadline
    if deadline is not None:
        yield from (version.first for version in deadline.versions)
        if deadline.last is not None:
            yield deadline.last + _ONE_DAY
        yield from _bounds(deadline.disputes)


def _bounds(disputes: Iterable[Dispute]) -> Iterator[date]:
    for dispute in disputes:
        if dispute.first is not None:
            yield dispute.first
        if dispute.last is not None:
            yield dispute.last + _ONE_DAY
