"""Readings: every choice of answers to what authorities dispute of a clock."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.clock_rule import ClockDispute, ClockReading, ClockRule

    Choice = tuple[tuple[ClockDispute, ClockReading], ...]

__all__ = ["changes_of", "choices_of"]


def choices_of(rule: ClockRule) -> Iterator[Choice]:
    """Yield every choice that departs from what is adopted, in the order of the law."""
    sides = [
        (None, *((dispute, reading) for reading in dispute.readings))
        for dispute in rule.disputes
    ]
    for combination in product(*sides):
        choice = tuple(one for one in combination if one is not None)
        if choice:
            yield choice


def changes_of(choice: Choice) -> dict[str, dict[str, Any]]:
    """Return what a choice changes, by exclusion."""
    found: dict[str, dict[str, Any]] = {}
    for _, reading in choice:
        for name in reading.exclusions:
            found.setdefault(name, {}).update(reading.change)
    return found
