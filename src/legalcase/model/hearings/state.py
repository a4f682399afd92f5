"""Hearing: a hearing or trial, with every setting that it had, and what it needs."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import PUBLIC, Label, stricter
from legalcase.plain_data import PlainData

__all__ = [
    "FOR_PARTIES",
    "OURS",
    "Continuance",
    "Hearing",
    "HearingNeed",
    "HearingState",
    "NeedMet",
    "NeedState",
    "Setting",
]

#: Who may know how one takes part from elsewhere, unless somebody says otherwise.
FOR_PARTIES: Final = Label(audience="party")
#: What the need of a hearing bears: it can be about somebody's health or custody.
OURS: Final = Label(audience="firm")


class HearingState(StrEnum):
    """Where a hearing stands."""

    SET = "set"
    CONTINUED = "continued"
    HELD = "held"
    VACATED = "vacated"
    NOT_ATTENDED = "not-attended"


class NeedState(StrEnum):
    """Where a need of a hearing stands."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


@frozen(kw_only=True)
class Continuance(PlainData):
    """That a setting was put off: when, by which event, on whose request, and why.

    `by_order` is the order, by noun and id; `good_cause` whether the court found good
    cause, ``None`` where it did not say.
    """

    event_id: str
    on: date
    requested_by: tuple[str, ...] = ()
    ground: str | None = field(default=None, repr=False)
    by_order: str | None = None
    good_cause: bool | None = None


@frozen(kw_only=True)
class Setting(PlainData):
    """A time for which a hearing was set, by which event, on which day, and where.

    `absent` are those who did not come, where it could not take place because of it;
    `continued` is how it was put off, once for each time that the court did so; empty
    for one that holds, or held.
    """

    at: datetime
    set_by: str
    set_on: date
    place: str | None = field(default=None, repr=False)
    courtroom: str | None = field(default=None, repr=False)
    judge: str | None = field(default=None, repr=False)
    remote_link: str | None = field(default=None, repr=False)
    absent: tuple[str, ...] = ()
    continued: tuple[Continuance, ...] = ()


@frozen(kw_only=True)
class NeedMet(PlainData):
    """That a need was seen to: for which time, when, by which event, by whom."""

    for_at: datetime
    on: date
    event_id: str
    by: str | None = field(default=None, repr=False)
    evidence: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class HearingNeed(PlainData):
    """Something that a hearing needs, and whether it is there.

    `met` is how it was seen to; it stays when the hearing moves, and the need is open
    again: `met.for_at` is another time than that of the hearing.
    """

    need_id: str
    kind: str
    for_parties: tuple[str, ...] = ()
    language: str | None = None
    details: str | None = field(default=None, repr=False)
    label: Label = OURS
    state: NeedState = NeedState.OPEN
    met: NeedMet | None = None


@frozen(kw_only=True)
class Hearing(PlainData):
    """A hearing or trial with every setting it had, the first one first.

    `kind` says for what the court sits, `triggers` which event that is: words of the
    vocabulary, by which periods find what they are counted from. A continuance adds a
    setting and leaves the first: some periods run from that. A hearing that was
    continued without a date keeps its last setting, and says so by its state. `of` are
    the parties as to whom it is (all, where there is none), `about` says of what, by
    noun and id. `held_on` is the day on which it took place, `outcome` what came of it,
    `present` who of the parties was there.
    `revision` is the number of the line that changed it last, at `changed_at`.
    """

    hearing_id: str
    title: str = field(repr=False)
    kind: str | None = None
    triggers: tuple[str, ...] = ("hearing",)
    settings: tuple[Setting, ...]
    of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    label: Label = PUBLIC
    remote_label: Label = FOR_PARTIES
    state: HearingState = HearingState.SET
    needs: tuple[HearingNeed, ...] = ()
    held_on: date | None = None
    outcome: str | None = field(default=None, repr=False)
    present: tuple[str, ...] = ()
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def setting(self) -> Setting:
        """The last setting."""
        return self.settings[-1]

    @property
    def first_at(self) -> datetime:
        """The instant for which it was first set."""
        return self.settings[0].at

    @property
    def at(self) -> datetime:
        """The instant for which it was last set."""
        return self.settings[-1].at

    @property
    def place(self) -> str | None:
        """Where it is."""
        return self.settings[-1].place

    @property
    def is_trial(self) -> bool:
        """Whether it is a trial: the event of that name."""
        return "trial" in self.triggers

    @property
    def has_date(self) -> bool:
        """Whether it has a date: it was not put off without one, nor vacated."""
        return self.state in (HearingState.SET, HearingState.HELD)

    def link_for(self, audience: str, *, on: date | None = None) -> str | None:
        """Return how one takes part from elsewhere, if that audience may know it.

        `audience` is a word of the labels, ``"party"`` say; both the label of the
        hearing and that of the link have to admit it, on the day `on` where one ends.
        """
        label = stricter(self.label, self.remote_label) or FOR_PARTIES
        return self.setting.remote_link if label.admits(audience, on=on) else None

    def need(self, need_id: str) -> HearingNeed | None:
        """Return one of its needs, or ``None``."""
        return next((one for one in self.needs if one.need_id == need_id), None)
