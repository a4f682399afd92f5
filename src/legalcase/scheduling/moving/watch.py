"""Watch: which computations can have become others since the law at hand is another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.counting.engine.steps import Source
from legalcase.errors import UnknownNameError
from legalcase.kept import Kept
from legalcase.law.book.local_rules import with_local_rules
from legalcase.scheduling.finding.cards import asks_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

    #: The days that changed; ``None`` where nobody can say, so that all can have.
    _Days = tuple[date, ...] | None

__all__ = ["Watch", "Watched"]


@frozen(kw_only=True, eq=False)
class Watched:
    """What can have become another of all computations of one rule and edition.

    `first` and `last` are the ends of the days that changed: of none, such that nothing
    lies between them; such that everything does, where nobody can say which days did,
    or what was set can fall with what else is on the docket: then each is looked at by
    itself. `told` are those of the facts told now for which the rule can ask. The
    `sources` are kept beside, so that no others get their place.
    """

    sources: tuple[Source, ...]
    first: date
    last: date
    told: tuple[tuple[str, str], ...]


class Watch:
    """Compares the editions from which something was computed with those of a law.

    What it found of an edition it keeps: of a caseload, few are different. `facts` are
    those that are told for this question, `answers` what the law has said to it.
    """

    __slots__ = (
        "_asks",
        "_by_source",
        "_by_sources",
        "_by_value",
        "_lapsing",
        "_law",
        "answers",
        "facts",
        "seen",
    )

    def __init__(self, law: Law, facts: Mapping[str, str] | None = None) -> None:
        self._law = law
        self.facts: Mapping[str, str] = facts or {}
        self.answers: Kept[object, Computation] = Kept()
        self._asks: dict[str, frozenset[str]] = {}
        self._lapsing: dict[str, bool] = {}
        self._by_source: dict[tuple[Source, str | None], _Days] = {}
        # By identity, which is cheap: computations of one sort share their sources.
        # They are kept beside, so that no other gets their place.
        self._by_sources: dict[int, tuple[Any, _Days]] = {}
        # What was read from a store has sources of its own, equal to others'.
        self._by_value: dict[tuple[str | None, tuple[Source, ...]], Watched] = {}
        #: What was found, by the identity of the sources: these are of one rule.
        self.seen: dict[int, Watched] = {}

    def watched(self, computation: Computation) -> Watched:
        """Return what is known of all computations of a sort, at one look."""
        rule, sources = computation.inputs.deadline, computation.sources
        found = self._by_value.get((rule, sources))
        if found is None:
            found = self._by_value[rule, sources] = self._watched(rule, computation)
            # What has no sources can be of any rule.
            if sources:
                self.seen[id(sources)] = found
        return found

    def _watched(self, rule: str | None, computation: Computation) -> Watched:
        days = self.days(computation)
        # Where nobody can say what changed, the rule itself can be gone.
        asks = frozenset() if days is None else self.asks(rule)
        first, last = (days[0], days[-1]) if days else (date.max, date.min)
        if days is None or self.can_lapse(rule):
            first, last = date.min, date.max
        return Watched(
            sources=computation.sources,
            first=first,
            last=last,
            told=tuple(pair for pair in self.facts.items() if pair[0] in asks),
        )

    def asks(self, rule: str | None) -> frozenset[str]:
        """Return the facts and inputs for which a deadline of the law can ask."""
        if rule is None:
            return frozenset()
        found = self._asks.get(rule)
        if found is None:
            found = self._asks[rule] = asks_of(self._law, self._law.deadline(rule))
        return found

    def can_lapse(self, rule: str | None) -> bool:
        """Tell whether one of the law can fall with what else is on the docket."""
        if rule is None:
            return False
        found = self._lapsing.get(rule)
        if found is None:
            found = self._lapsing[rule] = self._lapses(rule)
        return found

    def _lapses(self, rule: str) -> bool:
        try:
            one = self._law.deadline(rule)
        except UnknownNameError:
            return False
        return one.applies_until is not None or one.arises_with is not None

    def days(self, computation: Computation) -> _Days:
        """Return the days of which the law says something else than it did.

        ``None`` where a rule, a deadline or a calendar is another in a way that is
        not known: then every day can have changed.
        """
        sources = computation.sources
        known = self._by_sources.get(id(sources))
        if known is not None:
            return known[1]
        found: set[date] = set()
        is_known = True
        court = computation.inputs.court
        for source in sources:
            key = (source, court)
            if key not in self._by_source:
                self._by_source[key] = self._changed(source, court)
            days = self._by_source[key]
            is_known = is_known and days is not None
            found.update(days or ())
        answer = tuple(sorted(found)) if is_known else None
        self._by_sources[id(sources)] = (sources, answer)
        return answer

    def _changed(self, source: Source, court: str | None) -> _Days:
        try:
            if source.kind == "calendar":
                return self._of_calendar(source)
            if source.kind == "deadline":
                is_same = self._law.deadline(source.id).edition == source.edition
            else:
                is_same = source.edition in self._editions(source.id, court)
        except UnknownNameError:
            return None
        return () if is_same else None

    def _of_calendar(self, source: Source) -> _Days:
        calendar = self._law.calendar(source.id)
        if calendar.edition == source.edition:
            return ()
        # What was laid over another overlay is not known any more.
        if calendar.definition.edition != source.edition:
            return None
        return tuple(closure.on for closure in calendar.overlay)

    def _editions(self, name: str, court: str | None) -> tuple[str, ...]:
        rule = self._law.counting_rule(name)
        if court is None:
            return (rule.edition,)
        bench = self._law.court(court)
        return (
            rule.edition,
            with_local_rules(self._law, bench, rule, None).edition,
        )
