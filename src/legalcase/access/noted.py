"""AccessNoted: that somebody was let in by break-glass, to be written down."""

from __future__ import annotations

from datetime import datetime

from attrs import field, frozen

from legalcase.plain_data import PlainData

__all__ = ["AccessNoted"]


@frozen(kw_only=True)
class AccessNoted(PlainData):
    """That a person did something by break-glass: with what, when, and why.

    `stream` is that of the case or of the entry; `walls` are those that were passed,
    which `approved_by` had allowed. Whoever lets the person in writes it down, with
    `to_dict`, where the firm keeps such records.
    """

    break_glass_id: str
    person: str
    action: str
    stream: str
    at: datetime
    walls: tuple[str, ...] = ()
    reason: str = field(repr=False)
    approved_by: str | None = None
