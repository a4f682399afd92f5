"""Starts: the days from which something else holds than the day before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.law.book.local_rules import with_local_rules
from legalcase.law.book.venues import venue_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.authority import Dispute
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.catalogue.terms import Term
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.venue import Venue
    from legalcase.law.call.asked import Asked

__all__ = ["is_steady", "starts_by_events", "starts_of_count"]

_ONE_DAY: Final = timedelta(days=1)


def starts_of_count(asked: Asked, rule: CountingRule, venue: Venue) -> tuple[date, ...]:
    """Return those of one count by one rule at one venue."""
    found = {*_of_rule(rule, venue)}
    if asked.deadline is not None:
        found.update(_of_deadline(asked.deadline))
    return tuple(sorted(found))


def is_steady(deadline: DeadlineRule) -> bool:
    """Tell whether between two starts its parts are the same, whatever the days.

    They are not where the day of one event decides what another does: a part that
    depends on whether it came in time, a period that it stops or that runs from
    another's end, a text that runs from another event.
    """
    if deadline.shifts:
        return False
    terms = [version.term for version in deadline.versions]
    for *_, variant in deadline.variants:
        terms += [] if variant.term is None else [variant.term]
        if variant.trigger is not None and variant.trigger.expiry_of is not None:
            return False
    return all(version.restart is None for version in deadline.versions) and not any(
        term.if_within is not None
        or (term.trigger is not None and term.trigger.expiry_of is not None)
        for term in _with_members(terms)
    )


def starts_by_events(asked: Asked, behind: Iterable[DeadlineRule]) -> tuple[date, ...]:
    """Return those of a deadline and of all that it refers to, under any text."""
    call = asked.call
    law, given = call.law, call.given
    found: set[date] = set()
    names = {asked.rule.id}
    for deadline in behind:
        found.update(_of_deadline(deadline))
        names.add(deadline.counting)
        names.update(deadline.in_text(text).counting for text in deadline.versions)
        terms = [version.term for version in deadline.versions]
        for *_, variant in deadline.variants:
            terms += [] if variant.term is None else [variant.term]
        names.update(
            term.counting for term in _with_members(terms) if term.counting is not None
        )
    for name in names:
        rule = with_local_rules(
            law, call.court, law.counting_rule(name), given.local_rules
        )
        venue = venue_for(law, rule, call.court, given.forum, call.calendar, ())
        found.update(_of_rule(rule, venue))
    return tuple(sorted(found))


def _with_members(terms: Iterable[Term]) -> Iterator[Term]:
    for term in terms:
        yield term
        yield from _with_members(term.members)


def _of_rule(rule: CountingRule, venue: Venue) -> Iterator[date]:
    yield from (version.first for version in rule.versions)
    if rule.last is not None:
        yield rule.last + _ONE_DAY
    yield from _bounds(rule.disputes)
    for _, calendar in venue.calendars:
        yield from _bounds(calendar.definition.all_disputes())


def _of_deadline(deadline: DeadlineRule) -> Iterator[date]:
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
