"""From another's end: which end of a computation one runs from, which readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Reading
    from legalcase.counting.argument.readings import End
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.call.asked import Asked

__all__ = ["readings_to_follow", "runs_from"]

#: So many readings of a computation are followed one by one into what runs from it.
_MOST_READINGS: Final = 64


def readings_to_follow(readings: tuple[Reading, ...]) -> Iterable[Reading]:
    """Return readings to count on from; of very many, the first for each date.

    In a chain each link multiplies those of the last one, and their dates only add up.
    """
    if len(readings) <= _MOST_READINGS:
        return readings
    found: dict[object, Reading] = {}
    for reading in readings:
        found.setdefault(reading.due_at or reading.due, reading)
    return found.values()


def runs_from(asked: Asked, rule: CountingRule, given: Computation) -> End:
    """Tell from which end of another computation the period runs."""
    trigger = asked.term.trigger
    if asked.direction == "extending":
        return "nominal"
    if trigger is not None and trigger.expiry_of is not None:
        return "due" if trigger.as_of_end == "rolled" else "nominal"
    if given.inputs.direction == "served":
        return "due"
    settings = rule.settings(rule.version_on(asked.call.given.as_of or given.due))
    return "due" if settings.expires_rolled else "nominal"
