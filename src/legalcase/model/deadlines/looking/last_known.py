"""What would stand if nothing had lost its day: for whoever says what is there no more.

A calendar takes a date back by that date: what was put off without a new one, or
stands still, is cancelled on the day on which it was shown last.
"""

from __future__ import annotations

from attrs import evolve

from legalcase.model.deadlines.looking.dates import Around
from legalcase.model.hearings.state import HearingState

__all__ = ["as_last_known"]


def as_last_known(around: Around) -> Around:
    """Return the same with the last day that each had, as if it still held."""
    return Around(
        around.deadlines.changed(
            lambda one: evolve(one, stops=()) if one.stops else one
        ),
        around.hearings.changed(
            lambda one: one if one.has_date else evolve(one, state=HearingState.SET)
        ),
        around.docket.changed(
            lambda one: one if one.stands else evolve(one, struck_by=None)
        ),
    )
