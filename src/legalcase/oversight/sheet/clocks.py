"""SheetClock: a statutory clock that ran when a day was over, and its last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.oversight.seen import is_admitted, name_of
from legalcase.plain_data import PlainData
from legalcase.scheduling.clocks import projected_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case

__all__ = ["SheetClock", "clocks_at_end"]


@frozen(kw_only=True)
class SheetClock(PlainData):
    """A clock that ran when the day of a control sheet was over.

    `now` is the day shown, right under every reading and as if what is open ended on
    the day of the sheet; `authority` is the law's, `of` whose clock it is, `remarks`
    say what is open. Where the audience may not see it, there is no title and no
    remark.
    """

    case_id: str
    called: str = field(repr=False)
    clock_id: str
    title: str | None = None
    of: str | None = None
    now: date | None = None
    bound: str = "not-later-than"
    state: str
    authority: str | None = None
    remarks: str = field(default="", repr=False)


def clocks_at_end(
    case: Case, law: Law, *, on: date, audience: str
) -> Iterator[SheetClock]:
    """Give the clocks of a case as it was known when a day was over."""
    for clock in projected_clocks(case, law, on=on):
        is_shown = is_admitted(clock.label, audience)
        yield SheetClock(
            case_id=case.case_id,
            called=name_of(case, audience),
            clock_id=clock.clock_id,
            title=clock.title if is_shown else None,
            of=clock.of if is_shown else None,
            now=clock.shown,
            bound=clock.bound,
            state=clock.state,
            authority=str(clock.authority) if clock.authority and is_shown else None,
            remarks=clock.said if is_shown else "",
        )
