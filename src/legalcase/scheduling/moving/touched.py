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
from legalcase.scheduling.answering.rows import Only, row_from, rows_of, started_by
from legalcase.scheduling.answering.standing import same_dates
from legalcase.scheduling.ask import asking_of
from legalcase.scheduling.finding.card_words import words_of
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

    _Pairs = tuple[tuple[str, str], ...]

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
    touched = _touched_in(case, watch)
    if not touched:
        return None
    asking, cards, _ = asking_of(case, law, on=on, facts=facts, kept=watch.answers)
    rows, same = _rows(asking, cards, touched)
    found = Comparison(case=case, law=law, rows=rows)
    found.unchanged.extend(
        one.deadline_id for one in touched if one.deadline_id in same
    )
    found.compare_all(one for one in touched if one.deadline_id not in same)
    return found.diff()


def _touched_in(case: Case, watch: Watch) -> list[Deadline]:
    """Return the deadlines of a case that can be others."""
    if case.facts:
        return [one for one in case.deadlines if _is_touched(case, one, watch)]
    if _is_out_of_reach(case, watch):
        return []
    open_, needs_review, seen = Outcome.OPEN, ReviewState.NEEDS_REVIEW, watch.seen
    touched = []
    for one in case.deadlines:
        basis = one.terms.basis
        # Nearly all of a caseload is this: open, computed, of a sort known already.
        if basis.__class__ is Computed and one.outcome is open_ and not one.stops:
            computation = basis.computation
            sort = seen.get(id(computation.sources)) or watch.watched(computation)
            begins, ends = basis.span()
            if (
                (begins > sort.last or ends < sort.first)
                and one.review.state is not needs_review
                and (not sort.told or _has_all(computation.inputs.facts, sort.told))
            ):
                continue
        if _is_touched(case, one, watch):
            touched.append(one)
    return touched


def _is_out_of_reach(case: Case, watch: Watch) -> bool:
    """Tell whether none can be another, by the days between which all of them lie.

    Of a case in which no fact was found. Most of a caseload is passed over by this.
    """
    seen = watch.seen
    several, apart = case.stretches()
    for one in several:
        computation = one.computation
        sort = seen.get(id(computation.sources)) or watch.watched(computation)
        if one.first <= sort.last and one.last >= sort.first:
            return False
        if not one.told.issuperset(sort.told):
            return False
    return not any(_is_touched(case, each, watch) for each in apart)


def _has_all(facts: _Pairs, told: _Pairs) -> bool:
    """Tell whether something was computed from all facts that are told now."""
    given = dict(facts)
    return all(given.get(word) == said for word, said in told)


def _rows(
    asking: Asking, cards: tuple[Card, ...], touched: list[Deadline]
) -> tuple[tuple[ScheduledDeadline, ...], tuple[str, ...]]:
    """Return what the law gives for some deadlines, and those that plainly stay.

    Of one for which it gives nothing any more, all that the same rule gives: others
    may owe it now.
    """
    only = _only(touched)
    by_rule = words_of(asking.law, cards).by_rule
    places = {p for one in touched for p in by_rule.get(_rule(one) or "", ())}
    wanted = [cards[place] for place in sorted(places)]
    same: dict[str, None] = {}
    rows: list[ScheduledDeadline] = []
    for card in wanted:
        for began in started_by(asking, card, only):
            if (
                began.old is not None
                and _stays(began.old, began.answer.computation)
                and applies(asking, began).state is None
            ):
                same[began.old.deadline_id] = None
            else:
                rows.append(row_from(asking, began, Meetings(asking, [began])))
    found = {*same, *(row.original_id for row in rows)}
    left = {_rule(one) for one in touched if one.deadline_id not in found}
    for card in wanted:
        if card.id in left:
            rows = [row for row in rows if row.rule != card.id]
            rows += rows_of(asking, card)
    return tuple(rows), tuple(same)


def _only(touched: list[Deadline]) -> Only:
    """Return some deadlines, with the events from which each runs."""
    runs_from: dict[tuple[str, str], set[str]] = {}
    for one in touched:
        rule, basis = _rule(one), one.basis
        if rule is not None and isinstance(basis, Computed):
            for anchor in basis.anchors:
                of = anchor.of
                found = runs_from.setdefault((rule, anchor.trigger), set())
                found.add(f"{of.noun}:{of.id}")
    return Only(frozenset([one.deadline_id for one in touched]), runs_from)


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


def _is_touched(case: Case, one: Deadline, watch: Watch) -> bool:
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
    return bool(watch.facts or case.facts) and _is_told(case, one, computation, watch)


def _is_told(case: Case, one: Deadline, computation: Computation, watch: Watch) -> bool:
    """Tell whether a fact for which it asks is known otherwise than it was."""
    facts = watch.facts
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
