"""CustodyStep: a link of a custody, as it is shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.plain_data import PlainData

__all__ = ["CustodyStep", "digests_of", "who_of"]

_SHORT: Final = 8


@frozen(kw_only=True)
class CustodyStep(PlainData):
    """A link as it is shown: what, when, by whom, to whom, and how it stands.

    `number` counts from 1. `standing` is ``"whole"``, ``"unverified"``,
    ``"explained"`` or ``"broken"``. Names and texts are empty where the label of the
    item does not admit the audience.
    """

    number: int
    event_id: str
    action: str
    on: date
    at: datetime | None = None
    acted_by: str | None = field(default=None, repr=False)
    handed_to: str | None = field(default=None, repr=False)
    purpose: str | None = field(default=None, repr=False)
    authorization: str | None = field(default=None, repr=False)
    by_order: str | None = None
    seal: str | None = field(default=None, repr=False)
    digest_before: str | None = None
    digest_after: str | None = None
    standing: str


def who_of(one: CustodyStep) -> str:
    """Return who did it, and to whom it went, as it is shown."""
    if one.handed_to is None or one.handed_to == one.acted_by:
        return one.acted_by or ""
    return f"{one.acted_by} to {one.handed_to}"


def digests_of(one: CustodyStep) -> str:
    """Return what was measured, in few digits."""
    before, after = one.digest_before, one.digest_after
    if before is None and after is None:
        return ""
    if before is None or after is None or before == after:
        return (before or after or "")[:_SHORT]
    return f"{before[:_SHORT]}, then {after[:_SHORT]}"
