"""DisclosureDuty: who owes which items to whom, and all that was done about it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = [
    "LEDGER",
    "DisclosureDuty",
    "DisclosureLedger",
    "DisclosureStep",
    "Withholding",
]

#: What we keep of who has disclosed what; the papers themselves bear labels of theirs.
LEDGER: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class DisclosureStep(PlainData):
    """Something that was done about a duty: what, as to which items, by which paper.

    `what` is ``"made"``, ``"received"``, ``"supplemented"``, ``"objected"`` or
    ``"waived"``; `way` says how, `by_event` refers to the service or filing. Without
    `is_complete`, more of the same items is still owed.
    """

    what: str
    items: tuple[str, ...]
    on: date
    event_id: str
    way: str | None = None
    by: tuple[str, ...] = ()
    by_event: str | None = None
    documents: tuple[str, ...] = ()
    form: str | None = None
    authority: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    is_complete: bool = True


@frozen(kw_only=True)
class DisclosureDuty(PlainData):
    """That a party owes others some items: by what, since when, until when.

    `due_on` is a day that was set, `deadline_id` the deadline whose day it is; `steps`
    are what was done about it, as it was recorded.
    """

    duty_id: str
    kind: str
    authority: str = field(repr=False)
    arose: str
    arose_on: date
    owed_by: str
    owed_to: tuple[str, ...]
    items: tuple[str, ...]
    deadline_id: str | None = None
    due_on: date | None = None
    is_continuing: bool = False
    waivable: tuple[str, ...] = ()
    waiver_needs: tuple[str, ...] = ()
    of: str | None = None
    steps: tuple[DisclosureStep, ...] = ()
    ended_on: date | None = None
    ended_because: str | None = field(default=None, repr=False)
    label: Label

    def is_owed(self, day: date) -> bool:
        """Whether there was such a duty on a day: it had arisen, and not ended."""
        as_date(day, "day")
        has_ended = self.ended_on is not None and self.ended_on <= day
        return self.arose_on <= day and not has_ended

    def steps_of(self, item: str, day: date) -> tuple[DisclosureStep, ...]:
        """Return what was done about an item until a day, the earliest first."""
        as_date(day, "day")
        found = [one for one in self.steps if item in one.items and one.on <= day]
        return tuple(sorted(found, key=lambda one: one.on))


@frozen(kw_only=True)
class Withholding(PlainData):
    """One line of a privilege log: what sort of thing is kept back, and on what claim.

    `state` is ``"claimed"``, ``"upheld"``, ``"overruled"``, ``"withdrawn"`` or
    ``"produced"``. The thing itself is not here.
    """

    withholding_id: str
    duty_id: str
    item: str
    claim: str
    sort: str
    dated_on: date | None = None
    document_id: str | None = None
    described: str | None = field(default=None, repr=False)
    claimed_on: date
    state: str = "claimed"
    ended_on: date | None = None
    by_event: str | None = None
    label: Label

    def holds(self, day: date) -> bool:
        """Whether it was kept back on a day: claimed, and not given up or overruled."""
        as_date(day, "day")
        if day < self.claimed_on:
            return False
        is_over = self.ended_on is not None and self.ended_on <= day
        return self.state == "upheld" or not is_over


@frozen(kw_only=True)
class DisclosureLedger(PlainData):
    """Who owes what to whom in a case, and what is kept back."""

    duties: Register[DisclosureDuty]
    withheld: Register[Withholding]
