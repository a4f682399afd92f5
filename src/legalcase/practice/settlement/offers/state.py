"""Offer: who offered what to whom, until when, and every step that it has taken."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData
from legalcase.practice.settlement.offers.kinds import ANSWERS_THAT_END

__all__ = ["FOR_COURT", "SETTLEMENT", "Offer", "OfferStep"]

#: An offer is between those who make and receive it: no court hears of it.
SETTLEMENT: Final = Label(audience="client", ground="settlement")
#: One that the court may be shown, on costs.
FOR_COURT: Final = Label(audience="court", ground="settlement")

_ANSWERED: Final = frozenset({"rejected", "countered"})


@frozen(kw_only=True)
class OfferStep(PlainData):
    """One step of an offer: where it stood from a day on, by whom and which event."""

    on: date
    state: str
    by: tuple[str, ...] = ()
    event_id: str


@frozen(kw_only=True)
class Offer(PlainData):
    """An offer to settle, with every step that it has taken.

    `service` is the entry of the docket by which it was served; until when it is open
    says `until_on`, the deadline `until_deadline`, or the deadlines that run from its
    service. `accepted_service` is the entry by which notice of acceptance was served.
    `compared` is ``"beaten"``, ``"not-beaten"`` or ``"disputed"`` once it was compared
    with a judgment.
    """

    offer_id: str
    kind: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    claims: tuple[str, ...] = ()
    terms: str = field(repr=False)
    in_document: str | None = None
    service: str | None = None
    method: str | None = None
    made_on: date
    changed_on: date | None = None
    until_on: date | None = None
    until_deadline: str | None = None
    steps: tuple[OfferStep, ...] = field(repr=False)
    accepted_service: str | None = None
    countered_by: str | None = None
    compared: str | None = None
    compared_on: date | None = None
    judgment: str | None = None
    consequence: str | None = field(default=None, repr=False)
    consequence_authority: str | None = field(default=None, repr=False)
    released_on: date | None = None
    label: Label

    @property
    def state(self) -> str:
        """Where it stands, by what was recorded last."""
        return self.steps[-1].state

    @property
    def is_open(self) -> bool:
        """Whether it can be accepted, as far as what was recorded says."""
        return _is_open(self.kind, self.state)

    def state_on(self, day: date) -> str | None:
        """Return where it stood on a day; ``None`` before it was made."""
        asked = as_date(day, "day")
        found = [step for step in self.steps if step.on <= asked]
        # By the days, what happened first can be recorded last; of one day by the log.
        found.sort(key=lambda step: step.on)
        return found[-1].state if found else None

    def is_open_on(self, day: date) -> bool:
        """Whether it could be accepted on a day, as far as what was recorded says."""
        state = self.state_on(day)
        return state is not None and _is_open(self.kind, state)

    def step(self, state: str) -> OfferStep | None:
        """Return the last step to a state, or ``None``."""
        return next((one for one in reversed(self.steps) if one.state == state), None)


def _is_open(kind: str, state: str) -> bool:
    return state == "open" or (state in _ANSWERED and kind not in ANSWERS_THAT_END)
