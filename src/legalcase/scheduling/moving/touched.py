"""Touched: the deadlines of a case that can be others since the law is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.case_file import CaseFile
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.spans import span_of
from legalcase.model.deadlines.state import Outcome, ReviewState
from legalcase.model.facts.state import answers_for
from legalcase.scheduling.answering.applying import applies
from legalcase.scheduling.answering.known import LIVE
from legalcase.scheduling.answering.meeting import Meetings
from legalcase.scheduling.answering.rows import row_from, rows_of, started_by
from legalcase.scheduling.answering.standing import same_dates
from legalcase.scheduling.ask import asking_of
from legalcase.scheduling.moving.comparing import Comparison
from legalcase.scheduling.moving.diff import is_void_by_us

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.moving.diff import Diff
    from legalcase.scheduling.moving.watch import Watch
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["of_touched"]


def of_touched(
    case: Case | CaseFile,
    law: Law,
    watch: Watch,
    *,
    on: date | None,
    facts: Mapping[str, str] | None,
) -> Diff | None:
    """Return what moves among the deadlines of a case that can be others.

    ``None`` where there is none: then nothing was computed.
    """
    if isinstance(case, CaseFile):
        case = case.case
    told = facts or {}
    knows = bool(case.facts)
    seen = watch.seen
    touched = []
    for one in case.deadlines:
        basis = one.terms.basis
        # Nearly all of a caseload is this: open, computed, of a sort known already.
        if basis.__class__ is Computed and one.outcome is Outcome.OPEN:
            computation = basis.computation
            sort = seen.get(id(computation.sources))
            if sort is None or sort.rule != computation.inputs.deadline:
                sort = watch.watched(computation)
            if not (sort.is_doubtful or knows or one.stops):
                begins, ends = basis.span()
                if (
                    (begins > sort.last or ends < sort.first)
                    and one.review.state is not ReviewState.NEEDS_REVIEW
                    and sort.asks.isdisjoint(told)
                ):
                    continue
        if _is_touched(case, one, watch, told):
            touched.append(one)
    if not touched:
        return None
    asking, cards, _ = asking_of(case, law, on=on, facts=facts)
    rows, same = _rows(asking, cards, touched)
    found = Comparison(case=case, law=law, rows=rows)
    found.unchanged.extend(
        one.deadline_id for one in touched if one.deadline_id in same
    )
    found.compare_all(one for one in touched if one.deadline_id not in same)
    return found.diff()


def _rows(
    asking: Asking, cards: tuple[Card, ...], touched: list[Deadline]
) -> tuple[tuple[ScheduledDeadline, ...], tuple[str, ...]]:
    """Return what the law gives for some deadlines, and those that plainly stay.

    Of one for which it gives nothing any more, all that the same rule gives: others
    may owe it now.
    """
    ids = frozenset(one.deadline_id for one in touched)
    rules = {_rule(one) for one in touched}
    wanted = [card for card in cards if card.id in rules]
    same: dict[str, None] = {}
    rows: list[ScheduledDeadline] = []
    for card in wanted:
        for one in started_by(asking, card, ids):
            if (
                one.old is not None
                and _stays(one.old, one.answer.computation)
                and applies(asking, one).state is None
            ):
                same[one.old.deadline_id] = None
            else:
                rows.append(row_from(asking, one, Meetings(asking, [one])))
    found = {*same, *(row.original_id for row in rows)}
    left = {_rule(one) for one in touched if one.deadline_id not in found}
    for card in wanted:
        if card.id in left:
            rows = [row for row in rows if row.rule != card.id]
            rows += rows_of(asking, card)
    return tuple(rows), tuple(same)


def _stays(old: Deadline, new: Computation | None) -> bool:
    """Tell whether a deadline is open, runs, and has the dates that it had."""
    basis = old.basis
    return (
        old.is_open
        and old.chosen is None
        and not old.stops
        # What needs review can have lost its party, or what it runs from.
        and old.review.state is not ReviewState.NEEDS_REVIEW
        and isinstance(basis, Computed)
        and same_dates(basis.computation, new)
    )


def _is_touched(
    case: Case, one: Deadline, watch: Watch, facts: Mapping[str, str]
) -> bool:
    """Tell whether a deadline can be another: the law, the case or a fact is."""
    basis = one.basis
    if not isinstance(basis, Computed | Derived):
        return False
    if one.outcome not in LIVE:
        # What fell with what it ran from runs again where that stands again.
        return is_void_by_us(one.deadline_id, one.ended_by)
    computation = basis.computation
    if computation is None:
        return False
    can_lapse = watch.can_lapse(computation.inputs.deadline)
    if one.review.state is ReviewState.NEEDS_REVIEW or one.stops or can_lapse:
        return True
    days = watch.days(computation)
    if days is None or (days and _bears_on(basis, computation, days)):
        return True
    return bool(facts or case.facts) and _is_told(case, one, computation, watch, facts)


def _is_told(
    case: Case,
    one: Deadline,
    computation: Computation,
    watch: Watch,
    facts: Mapping[str, str],
) -> bool:
    """Tell whether a fact for which it asks is known otherwise than it was."""
    asks = watch.asks(computation.inputs.deadline)
    if asks.isdisjoint(facts) and not case.facts:
        return False
    known = {**answers_for(case.facts, one.terms.owed_by), **facts}
    given = dict(computation.inputs.facts)
    return any(given.get(w) != said for w, said in known.items() if w in asks)


def _bears_on(
    basis: Computed | Derived, computation: Computation, days: tuple[date, ...]
) -> bool:
    """Tell whether one of the days lies between where it begins and where it ends."""
    first, last = basis.span() if isinstance(basis, Computed) else span_of(computation)
    return any(first <= day <= last for day in days)


def _rule(one: Deadline) -> str | None:
    basis = one.basis
    if not isinstance(basis, Computed):
        return None
    return basis.computation.inputs.deadline
