"""Declined: a proposal that somebody turned down, by what it is told from others."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.model.deadlines.basis import Anchor
from legalcase.plain_data import PlainData

__all__ = ["OURS", "Declined"]

#: What we decided not to set, and why, is ours.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class Declined(PlainData):
    """A deadline of the law that is not to be set, from these anchors, for these."""

    event_id: str
    rule: str
    anchors: tuple[Anchor, ...]
    owed_by: tuple[str, ...] = ()
    declined_on: date
    declined_by: str = field(repr=False)
    ground: str = field(repr=False)
    label: Label
