"""DocketEntry: what stands in the court's file."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.kernel.events.label import PUBLIC, Label
from legalcase.plain_data import PlainData

__all__ = ["PUBLIC", "DocketEntry", "Proof"]


@frozen(kw_only=True)
class Proof(PlainData):
    """What was filed to prove a service: by whom it was served, how and when.

    `filed_on` is the day of the proof, `served_on` and `method` what it says;
    ``None`` where it does not, or nobody read it. `on` are the parties for whom it is
    a proof; all on whom it was served, where there is none.
    """

    event_id: str
    filed_on: date
    on: tuple[str, ...] = ()
    served_on: date | None = None
    method: str | None = None
    server: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class DocketEntry(PlainData):
    """What happened in court: a filing, a service, an order, a judgment.

    `happened` is a date, or an aware datetime where the hour is known; `triggers` are
    words of the law's vocabulary, by which periods find what they run from; `by` and
    `on` are the parties by and on whom, `of` those as to whom an order or a judgment
    speaks, `counts` the charges (all, where there is none); `about` says of what, by
    noun and id; `method` is that of service; `number` the docket's, `sequence` the
    place of an entry in it, which entries without a number have too. `happened` is the
    day that counts: of filing, of service, of entry. `entered_on` is the day on which
    the clerk put it on the docket, where that is another; `signed_on` that on which an
    order was signed. `documents` are the ids of the papers, the main one first,
    `proofs` the events by which a service was proved. `struck_by` is the event by which
    the entry was struck, vacated or quashed.
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
    counts: tuple[str, ...] = ()
    sequence: int | None = None
    entered_on: date | None = None
    signed_on: date | None = None
    documents: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    struck_by: str | None = None

    @property
    def happened_on(self) -> date:
        """The day on which it happened."""
        return own_day(self.happened)

    @property
    def stands(self) -> bool:
        """Whether it has not been struck or vacated."""
        return self.struck_by is None
