"""Corrected and Retracted: what we recorded wrongly.

Two things stay apart: *we typed it wrong* is a correction, made here; *the court
changed it* is an event of its own, with a day of its own.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import check_id, check_text
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.inner import check_inner, inner
from legalcase.kernel.events.ref import REFERS

__all__ = ["CORRECTED", "RETRACTED", "Corrected", "Retracted"]

#: What a correction is called on the wire.
CORRECTED: Final = "corrected"
RETRACTED: Final = "retracted"


@frozen(kw_only=True)
class Corrected:
    """A line was recorded wrongly: in its place stands `event`.

    It names a line by its `event_id`, never another correction; of several the last
    one counts, also after a retraction.
    """

    event_id: str = field(validator=check_id, metadata={REFERS: "event"})
    event: Event | UnknownEvent = field(
        repr=False, validator=check_inner, metadata=inner()
    )
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class Retracted:
    """A line should never have been recorded: nothing stands in its place."""

    event_id: str = field(validator=check_id, metadata={REFERS: "event"})
    ground: str = field(repr=False, validator=check_text)
