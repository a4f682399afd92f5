"""FactorFinding: what somebody found of one factor of complexity, and why."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = ["OURS", "FactorFinding"]

#: How we judge a case is our work.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class FactorFinding(PlainData):
    """What was found of a factor last: by whom, on which day, on what ground.

    `before` are the events of what was found of it before.
    """

    factor: str
    answer: str
    ground: str = field(repr=False)
    about: tuple[str, ...] = ()
    found_on: date
    found_by: str = field(repr=False)
    event_id: str
    before: tuple[str, ...] = ()
    label: Label
