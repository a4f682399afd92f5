"""Caseload: where a case stands with its court, as a whole and for each party."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.events.spell import Spell
from legalcase.plain_data import PlainData

__all__ = [
    "COUNTS",
    "FUNCTIONS",
    "INVERSES",
    "LINKS_OF_EVENTS",
    "CaseStatus",
    "Caseload",
    "Change",
    "Link",
    "Seat",
    "Sitting",
    "Stay",
]


class CaseStatus(StrEnum):
    """Where a case stands with the court."""

    PRE_FILING = "pre-filing"
    ACTIVE = "active"
    INACTIVE = "inactive"
    DISPOSED = "disposed"
    CLOSED = "closed"


#: What courts count: the words of the State Court Guide to Statistical Reporting
#: (National Center for State Courts). Those before the bar come in, the others go out.
COUNTS: Final = (
    "new-filing",
    "reopened",
    "reactivated",
    "entry-of-judgment",
    "reopened-disposition",
    "placed-on-inactive-status",
)
#: What a judge can be in a case: the one to whom it is assigned, one to whom a part is
#: referred (28 U.S.C. 636(b)), one of several.
FUNCTIONS: Final = ("assigned", "referred", "panel")
#: How many of them come in.
INCOMING: Final = 3
#: How one case can hang together with another, and what that is seen from there.
INVERSES: Final = MappingProxyType(
    {
        "related": "related",
        "consolidated": "consolidated",
        "parent": "child",
        "child": "parent",
        "appeal-of": "appealed-in",
        "appealed-in": "appeal-of",
        "severed-from": "severed-into",
        "severed-into": "severed-from",
    }
)


#: What the kinds of events that link by themselves say, in those words.
LINKS_OF_EVENTS: Final = MappingProxyType(
    {
        "cases-consolidated": "consolidated",
        "case-severed": "severed-into",
        "appeal-taken": "appealed-in",
    }
)


@frozen(kw_only=True)
class Change(PlainData):
    """A change of standing: to what, when, by which event, and as to whom.

    `of` are the parties; without any it is the case as a whole. `counts` are the
    charges by whose end it is, where they were named. `count` is the word of
    `COUNTS` under which the court counts it, if it does.
    """

    to: str = field(converter=str)
    on: date
    event_id: str
    of: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    count: str | None = None


@frozen(kw_only=True)
class Stay(PlainData):
    """A stay, from a day on; `lifted_on` and `lifted_by` once it was lifted."""

    event_id: str
    from_on: date
    of: tuple[str, ...] = ()
    ground: str = field(repr=False)
    lifted_on: date | None = None
    lifted_by: str | None = None


@frozen(kw_only=True)
class Sitting(PlainData):
    """Where the case is, from a day on: court, number, judge."""

    from_on: date
    court: str | None = None
    number: str | None = field(default=None, repr=False)
    judge: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Seat(PlainData):
    """A judge of the case: of `FUNCTIONS`, and when. `judge_id` is of the directory."""

    function: str
    judge_id: str | None = None
    judge: str | None = field(default=None, repr=False)
    spell: Spell


@frozen(kw_only=True)
class Link(PlainData):
    """How the case hangs together with others: consolidated, severed, appealed.

    `kind` is that of the event, or the word of `INVERSES` with which it was linked.
    `cases` are the ids of the others, or the number in the court above; `ended` has
    those with which it is not linked any more, each with the day.
    """

    kind: str
    on: date
    event_id: str
    cases: tuple[str, ...] = field(default=(), repr=False)
    court: str | None = None
    of: tuple[str, ...] = ()
    ended: tuple[tuple[str, date], ...] = ()

    @property
    def word(self) -> str:
        """What the case is to the others, as a word of `INVERSES` where it is one."""
        return LINKS_OF_EVENTS.get(self.kind, self.kind)

    @property
    def standing(self) -> tuple[str, ...]:
        """The cases with which it is still linked."""
        ended = {case for case, _ in self.ended}
        return tuple(case for case in self.cases if case not in ended)


@frozen(kw_only=True, repr=False)
class Caseload(PlainData):
    """What a case is called, where it is, and where it stands, with the history.

    `caption_label` is that of the line which gave it its name, where that bears one.
    `standing` is that of the case as a whole, apart from stays; `apart` has the
    parties that stand elsewhere.
    """

    caption: str = ""
    caption_label: Label | None = None
    opened_on: date = date.min
    forum: str | None = None
    proceeding: str | None = None
    standing: CaseStatus = CaseStatus.PRE_FILING
    apart: tuple[tuple[str, str], ...] = ()
    sittings: tuple[Sitting, ...] = ()
    history: tuple[Change, ...] = ()
    stays: tuple[Stay, ...] = ()
    links: tuple[Link, ...] = ()
    bench: tuple[Seat, ...] = ()

    def __repr__(self) -> str:
        """Return the status, and no word of what the case is about."""
        return f"<Caseload {self.status}>"

    @property
    def court(self) -> str | None:
        """The court in which it is now; ``None`` before it is in any."""
        return self.sittings[-1].court if self.sittings else None

    @property
    def number(self) -> str | None:
        """The court's number."""
        return self.sittings[-1].number if self.sittings else None

    @property
    def judge(self) -> str | None:
        """The judge to whom it is assigned."""
        return self.sittings[-1].judge if self.sittings else None

    def bench_on(self, day: date) -> tuple[Seat, ...]:
        """Return the judges of a day: assigned, referred, and those of a panel."""
        return tuple(seat for seat in self.bench if seat.spell.covers(day))

    @property
    def status(self) -> CaseStatus:
        """Where the case as a whole stands."""
        return self.status_of(None)

    def status_of(self, party_id: str | None) -> CaseStatus:
        """Return where it stands as to a party, or, with ``None``, as a whole."""
        standing = CaseStatus(dict(self.apart).get(party_id or "", self.standing))
        if standing is CaseStatus.ACTIVE and self.stays_of(party_id):
            return CaseStatus.INACTIVE
        return standing

    def stays_of(self, party_id: str | None) -> tuple[Stay, ...]:
        """Return the stays that hold as to a party, or, with ``None``, for all."""
        return tuple(
            stay
            for stay in self.stays
            if stay.lifted_by is None and (not stay.of or party_id in stay.of)
        )

    def stays_meant(
        self, of: tuple[str, ...], stay: str | None = None
    ) -> tuple[Stay, ...]:
        """Return the stays that hold and are meant: as to some parties, or that one."""
        return tuple(
            one
            for one in self.stays
            if one.lifted_by is None
            and stay in (None, one.event_id)
            and (not of or not one.of or set(of) & set(one.of))
        )

    def counted(self) -> tuple[Change, ...]:
        """Return the changes that the court counts, in the order of the log."""
        return tuple(change for change in self.history if change.count is not None)

    def reopened(self, party_id: str | None = None) -> int:
        """Return how often the case was reopened (as to a party)."""
        return sum(
            change.count == "reopened" and (not change.of or party_id in change.of)
            for change in self.history
        )
