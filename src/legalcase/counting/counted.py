"""count: one period from one trigger under one rule at one venue, names apart."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.computation import Computation
from legalcase.counting.engine.count import Count
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.run import run
from legalcase.counting.engine.steps import Source
from legalcase.dates import as_date, by_clock_of
from legalcase.zones import check_instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.authority import Authority
    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.engine.count import Alternative
    from legalcase.counting.engine.steps import Outcome
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.counting.rules.venue import Venue
    from legalcase.dates import Period

__all__ = ["count"]


class _Alone:
    """The origin of a count that came with its rule and venue as values."""

    links = 0

    __slots__ = ("_inputs",)

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs

    def inputs(self, _: date | datetime) -> Inputs:
        return self._inputs

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        return ()

    def notices(self) -> tuple[Notice, ...]:
        return ()

    def runs_from(self) -> Mapping[str, Computation]:
        return {}

    def alternatives(self, _: date | datetime, __: Outcome) -> Iterable[Alternative]:
        return ()


def count(  # noqa: PLR0913 - what a count depends on
    period: Period,
    trigger: date | datetime,
    rule: CountingRule,
    venue: Venue,
    *,
    before: bool = False,
    service: str | None = None,
    act: str | None = None,
    nature: str | None = None,
    as_of: date | None = None,
) -> Computation:
    """Count a period from a trigger (or back from it), given rule and venue as values.

    `legalcase.compute` resolves names, catalogued deadlines, overlays and chains, and
    is what most callers want; this is the pure count beneath it. Raises as that does.
    """
    trigger = _moment(trigger, rule, venue)
    day = trigger.date() if isinstance(trigger, datetime) else trigger
    if as_of is not None:
        as_date(as_of, "as_of")
    inputs = Inputs(
        period=period,
        rule=rule.id,
        direction="before" if before else "after",
        trigger=trigger,
        service=service,
        act=act,
        nature=nature,
        as_of=as_of,
    )
    clear = period.unit == "clear day" and not before
    bound = "not-earlier-than" if clear else "not-later-than"
    resolved = Count(
        period=period,
        sign=-1 if before else 1,
        rule=rule,
        version=rule.version_on(as_of or day),
        venue=venue,
        given=inputs,
        bound=bound,
        act=act or rule.default_act,
        nature=nature,
    )
    outcome = run(resolved, trigger, resolved.chosen)
    calendars = dict.fromkeys(calendar for _, calendar in venue.calendars)
    sources = (
        Source("rule", rule.id, resolved.version.first.isoformat(), rule.edition),
        *(Source("calendar", c.id, "", c.edition) for c in calendars),
    )
    return Computation(
        sources=sources,
        outcome=outcome,
        bound=bound,
        backing=CountBacking(resolved, trigger, outcome, _Alone(inputs)),
    )


def _moment(
    trigger: date | datetime, rule: CountingRule, venue: Venue
) -> date | datetime:
    """Return the trigger as a date, or as an instant by the court's clock."""
    if not isinstance(trigger, datetime):
        return as_date(trigger, "trigger")
    zone = venue.zones[0] if venue.zones else rule.zone
    check_instant(trigger, "trigger", zone)
    if zone is None:
        return trigger
    return by_clock_of(trigger, zone)
