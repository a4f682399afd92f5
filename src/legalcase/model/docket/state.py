"""DocketEntry: what stands in the court's file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.kernel.label import Label
from legalcase.plain_data import PlainData

__all__ = ["PUBLIC", "DocketEntry"]

#: What a docket says, unless the court has sealed it.
PUBLIC: Final = Label(audience="public")


@frozen(kw_only=True)
class DocketEntry(PlainData):
    """What happened in court: a filing, a service, an order, a judgment.

    `happened` is a date, or an aware datetime where the hour is known; `triggers` are
    words of the law's vocabulary, by which periods find what they run from; `by` and
    `on` are the parties by and on whom, `of` those as to whom an order or a judgment
    speaks (all, where there is none); `about` says of what, by noun and id; `method`
    is that of service; `number` the docket's. `struck_by` is the event by which the
    entry was struck or vacated.
    """

    event_id: str
    kind: str
    title: str = field(repr=False)
    happened: date | datetime
    triggers: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    paper: str | None = None
    method: str | None = None
    number: str | None = field(default=None, repr=False)
    about: tuple[str, ...] = ()
    label: Label = PUBLIC
    struck_by: str | None = None

    @property
    def happened_on(self) -> date:
        """The day on which it happened."""
        moment = self.happened
        return moment.date() if isinstance(moment, datetime) else moment

    @property
    def stands(self) -> bool:
        """Whether it has not been struck or vacated."""
        return self.struck_by is None
