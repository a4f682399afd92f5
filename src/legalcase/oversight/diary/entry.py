"""DiaryEntry: what is to be done, or where to be, on one day."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from legalcase.plain_data import PlainData

__all__ = ["DiaryEntry"]


@frozen(kw_only=True)
class DiaryEntry(PlainData):
    """What is to be done, or where to be, on one day, as an audience may see it.

    `day` is the date shown, ``None`` where there is none yet; `at` the instant of a
    hearing, or the hour by which a deadline is due, where that is before the end of
    the day. `sort` is ``"deadline"``, ``"hearing"``, ``"task"`` or ``"clock"``,
    `called` what the case is called and `what` what is to be done; `item_id` names it
    within its case. Of a clock, `authority` is the law's, and `of` whose clock it is.
    Where the audience may not see it, `is_reference` is true: neither title nor id are
    there, and `remarks` and `owner` are for the firm alone.
    """

    day: date | None
    at: datetime | None = None
    sort: str
    case_id: str
    called: str = field(repr=False)
    what: str = field(repr=False)
    item_id: str | None = None
    state: str
    kind: str
    critical: bool = False
    bound: str = "not-later-than"
    owner: str | None = field(default=None, repr=False)
    remarks: str = field(default="", repr=False)
    is_reference: bool = False
    authority: str | None = None
    of: str | None = None
