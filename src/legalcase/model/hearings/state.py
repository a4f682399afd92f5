"""Hearing: a hearing or trial, with every setting that it had."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from legalcase.kernel.label import Label
from legalcase.model.docket.state import PUBLIC
from legalcase.plain_data import PlainData

__all__ = ["Hearing", "HearingState"]


class HearingState(StrEnum):
    """Where a hearing stands."""

    SET = "set"
    CONTINUED = "continued"
    HELD = "held"
    VACATED = "vacated"


@frozen(kw_only=True)
class Hearing(PlainData):
    """A hearing or trial with every setting it had, the first one first.

    `kind` says for what the court sits, `triggers` which event that is: words of the
    vocabulary, by which periods find what they are counted from.

    A continuance adds a setting and leaves the first: some periods run from that. A
    hearing that was continued without a date keeps its last setting, and says so by
    its state. `of` are the parties as to whom it is (all, where there is none), `about`
    says of what, by noun and id. `revision` is the number of the line that changed it
    last, at `changed_at`.
    """

    hearing_id: str
    title: str = field(repr=False)
    kind: str | None = None
    triggers: tuple[str, ...] = ("hearing",)
    settings: tuple[datetime, ...]
    place: str | None = field(default=None, repr=False)
    of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    label: Label = PUBLIC
    state: HearingState = HearingState.SET
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def first_at(self) -> datetime:
        """The instant for which it was first set."""
        return self.settings[0]

    @property
    def at(self) -> datetime:
        """The instant for which it was last set."""
        return self.settings[-1]

    @property
    def is_trial(self) -> bool:
        """Whether it is a trial: the event of that name, or of a kind of trial."""
        return "trial" in self.triggers

    @property
    def has_date(self) -> bool:
        """Whether it has a date: it was not put off without one, nor vacated."""
        return self.state in (HearingState.SET, HearingState.HELD)
