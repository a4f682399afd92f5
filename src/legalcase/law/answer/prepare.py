"""From what was asked to a count: the version in force, the readings chosen."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.later import computed_later
from legalcase.counting.engine.count import Alternative, Count
from legalcase.counting.engine.run import run
from legalcase.counting.engine.steps import Source
from legalcase.counting.engine.straight import straight_of
from legalcase.errors import MissingInputError
from legalcase.law.answer.choose import choose
from legalcase.law.answer.other_end import readings_to_follow, runs_from
from legalcase.law.answer.texts.other import other_versions
from legalcase.law.call.open_questions import ask_service

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import EllipsisType

    from legalcase.authority import Authority
    from legalcase.counting.argument.backing import Origin
    from legalcase.counting.argument.findings import Notice, Reading
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Outcome, RawStep
    from legalcase.counting.engine.straight import Straight
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.venue import Venue
    from legalcase.law.call.asked import Asked
    from legalcase.law.call.door import Anchor

__all__ = ["Prepared", "prepare"]

#: An ordinal beyond that of every day.
_BEYOND: Final = date.max.toordinal() + 1


class Prepared:
    """A count ready for any trigger, and where it came from.

    It is the origin of the computations that it makes. `given` is the anchor as
    the caller gave it, where that is a computation.
    """

    __slots__ = (
        "_straight",
        "asked",
        "barred_by",
        "because",
        "bound",
        "count",
        "given",
        "holds",
        "is_asked_again",
        "left_open",
        "links",
        "ready",
        "sources",
        "text_begins",
        "text_ends",
    )

    def __init__(self, asked: Asked, count: Count, given: Anchor | None) -> None:
        self.asked = asked
        self.count = count
        self.given = given if isinstance(given, Computation) else None
        self.links = 0 if self.given is None else self.given.links + 1
        self.sources = _sources(asked, count, self.given)
        #: Gathered as long as the call is evaluated; then it stays.
        self.left_open = asked.call.left_open
        self.bound = asked.bound
        self.barred_by = asked.barred_by
        self.because = asked.term.because
        self.text_begins, self.text_ends = _same_text(asked, count)
        #: What is asked once is walked at once: the rest pays from the second time on.
        self.is_asked_again = False
        self.holds: tuple[date, date] | None = None
        self.ready: Straight | None = None
        self._straight: Straight | EllipsisType | None = ...

    def answer(
        self, anchor: date | datetime, prefix: tuple[RawStep, ...] = ()
    ) -> Computation:
        """Return the computation from `anchor`; `prefix` are steps that led there."""
        if self.is_asked_again and not prefix and anchor.__class__ is date:
            straight = self.ready = self.straight
            if straight is not None:
                ends = straight.ends(anchor.toordinal())
                if ends is not None:
                    return computed_later(self, anchor, ends)
        self.is_asked_again = True
        return self.walked(anchor, prefix)

    @property
    def straight(self) -> Straight | None:
        """How the ends are found without a walk, where that can be."""
        found = self._straight
        if found is ...:
            can_be = not self.because and self.given is None
            count = self.count
            found = straight_of(count, count.chosen) if can_be else None
            self._straight = found
        return found

    def walked(
        self,
        anchor: date | datetime,
        prefix: tuple[RawStep, ...] = (),
        origin: Origin | None = None,
    ) -> Computation:
        """Return the computation from `anchor` with every step.

        `origin` says where it came from, if not from what this was made for.
        """
        count = self.count
        outcome = run(count, anchor, count.chosen)
        whole = outcome
        if self.because:
            why: RawStep = ("which-period", anchor, anchor, self.because, ())
            prefix = (*prefix, why)
        if prefix:
            whole = outcome._replace(steps=(*prefix, *outcome.steps))
        return Computation(
            sources=self.sources,
            outcome=whole,
            bound=self.bound,
            # What can move the date from which it runs can move this one.
            waits_for=() if self.given is None else self.given.waits_for,
            barred_by=self.barred_by,
            backing=CountBacking(count, anchor, outcome, origin or self),
        )

    def inputs(self, anchor: date | datetime) -> Inputs:
        """Return what was asked, of this trigger."""
        return self.asked.inputs(anchor)

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations that were given as triggers, by their words."""
        return {
            word: anchor
            for word, anchor in self.asked.anchors.items()
            if isinstance(anchor, Computation)
        }

    def authorities(self) -> Iterator[tuple[str, Authority]]:
        """Yield (name, authority) of what the count rests on."""
        from legalcase.law.answer.notices import authorities

        yield from authorities(self.asked, (self.count,))
        if self.given is not None:
            yield from self.given.authorities()

    def notices(self) -> tuple[Notice, ...]:
        """Return what its reader must know, whatever the count gave."""
        from legalcase.law.answer.notices import extra_notices

        found = extra_notices(self.asked, self.count)
        given = self.given
        if given is None:
            return found
        # How a stored trigger was verified is known from its notice alone.
        is_stored = not any(True for _ in given.authorities())
        kept = [
            notice
            for notice in given.notices
            if notice.code == "provisional"
            or (is_stored and notice.code.startswith("verified-"))
        ]
        return (*found, *kept)

    def alternatives(
        self, anchor: date | datetime, outcome: Outcome
    ) -> list[Alternative]:
        """Return other counts: from another trigger date, under another version."""
        found = [
            Alternative(
                question=reading.question,
                choice=reading.choice,
                cite=reading.authority,
                kind=reading.kind,
                count=self.count,
                anchor=reading.due_at or reading.due,
                dispute=reading.dispute,
            )
            for reading in self._readings_of_anchor()
        ]
        due = outcome.due
        day = due.date() if isinstance(due, datetime) else due
        if not self.text_begins <= day.toordinal() < self.text_ends:
            found += other_versions(self.asked, self.count, anchor, day)
        return found

    def _readings_of_anchor(self) -> Iterator[Reading]:
        """Yield the readings of the end, of another computation, that is the anchor."""
        given = self.given
        if given is None:
            return
        end = runs_from(self.asked, self.count.rule, given)
        # An extension runs from the end before the roll and rolls it itself, unless
        # that too is disputed: so the readings of both ends bear on it.
        if end == "due" or self.asked.direction == "extending":
            yield from readings_to_follow(given.readings)
        if end == "nominal":
            yield from readings_to_follow(given.nominal_readings())


def prepare(
    asked: Asked,
    rule: CountingRule,
    venue: Venue,
    moment: date | datetime,
    given: Anchor | None = None,
) -> Prepared:
    """Return the count of what was asked, as it is for a trigger at `moment`.

    Raises `RuleNotInForceError` where no text is entered for that day.
    """
    call, term = asked.call, asked.term
    if term.period is None:
        msg = "A term without a period cannot be counted. Mend the deadline."
        raise MissingInputError(msg, field="period", value=None)
    day = moment.date() if isinstance(moment, datetime) else moment
    count = Count(
        period=term.period,
        sign=-1 if term.direction == "before" else 1,
        rule=rule,
        version=rule.version_on(call.given.as_of or day),
        venue=venue,
        given=call.given,
        bound=asked.bound,
        act=call.given.act,
        act_is_assumed=call.act_is_assumed,
        nature=call.given.nature,
        table=asked.table,
        ends_on=term.ends,
        by_service=any(case.methods for case in term.cases),
        cite=asked.cite,
        from_rolled_end=asked.direction == "extending",
        served=asked.direction == "served",
    )
    if call.given.inaccessible:
        count.inaccessible = frozenset(d.toordinal() for d in call.given.inaccessible)
    choose(count, asked, moment)
    if not count.served:
        ask_service(call, count, given if isinstance(given, Computation) else None)
    prepared = call.prepared = Prepared(asked, count, given)
    return prepared


def _sources(
    asked: Asked, count: Count, given: Computation | None
) -> tuple[Source, ...]:
    rule = count.rule
    first = count.version.first.isoformat()
    calendars = {calendar for _, calendar in count.venue.calendars}
    own = (
        *asked.own_source(),
        Source("rule", rule.id, first, rule.edition),
        *sorted(Source("calendar", c.id, "", c.edition) for c in calendars),
    )
    # What the trigger was computed from is used here too.
    return own if given is None else tuple(dict.fromkeys((*own, *given.sources)))


def _same_text(asked: Asked, count: Count) -> tuple[int, int]:
    """Return the day from which on the texts at hand hold, and when the next begins.

    As ordinals; beyond every day where there is no next one.
    """
    starts = [version.first for version in count.rule.versions]
    this = count.version.first
    if asked.deadline is not None and asked.version is not None:
        starts += [version.first for version in asked.deadline.versions]
        this = max(this, asked.version.first)
    later = (start.toordinal() for start in starts if start > this)
    return this.toordinal(), min(later, default=_BEYOND)
