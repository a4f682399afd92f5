"""Mediation: who mediates between whom, and what was said there."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label, stricter
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

__all__ = [
    "MEDIATED",
    "Mediation",
    "MediationNote",
    "MediationProposal",
    "MediationSession",
    "Mediations",
    "kept_in",
]

#: What is said in a mediation is for those who take part in it for our client.
MEDIATED: Final = Label(audience="owner", ground="mediation")


def kept_in(*said: Label | None) -> Label:
    """Return the label of what is said in a mediation: never wider than `MEDIATED`."""
    found = MEDIATED
    for each in said:
        found = stricter(found, each) or found
    return found


@frozen(kw_only=True)
class Mediation(PlainData):
    """A mediation: by whom, between whom, about what, and how far it may be told.

    `confidentiality` names the rule by which it is kept (`mediation_rule`);
    `is_separate` says that the mediator meets the parties apart. `outcome` is
    ``"agreement"``, ``"partial"`` or ``"no-agreement"``, once it has ended.
    """

    mediation_id: str
    mediator: str
    parties: tuple[str, ...]
    arose: str
    by_order: str | None = None
    is_separate: bool
    domains: tuple[str, ...]
    confidentiality: str
    began_on: date
    outcome: str | None = None
    ended_on: date | None = None
    in_document: str | None = None
    ground: str | None = field(default=None, repr=False)
    label: Label = MEDIATED


@frozen(kw_only=True)
class MediationSession(PlainData):
    """A session: when, whether it was held, who was there.

    Where its day is to stand in calendars, it is a hearing of the case, `hearing_id`.
    """

    session_id: str
    mediation_id: str
    hearing_id: str | None = None
    day: date | None = None
    set_on: date
    state: str = "set"
    attended: tuple[str, ...] = ()
    with_others: tuple[str, ...] = field(default=(), repr=False)
    ground: str | None = field(default=None, repr=False)
    label: Label = MEDIATED


@frozen(kw_only=True)
class MediationProposal(PlainData):
    """What was proposed in a mediation, by whom, and what came of it."""

    proposal_id: str
    mediation_id: str
    session_id: str | None = None
    by_party: str | None = None
    terms: str = field(repr=False)
    in_document: str | None = None
    made_on: date
    open_until: date | None = None
    state: str = "open"
    answered_by: str | None = None
    answer: str | None = field(default=None, repr=False)
    label: Label = MEDIATED


@frozen(kw_only=True)
class MediationNote(PlainData):
    """What one of ours noted in a mediation."""

    note_id: str
    mediation_id: str
    session_id: str | None = None
    text: str = field(repr=False)
    noted_on: date
    label: Label = MEDIATED


@frozen(kw_only=True)
class Mediations(PlainData):
    """The mediations of a case. Nothing outside this room reads them."""

    mediations: Register[Mediation]
    sessions: Register[MediationSession]
    proposals: Register[MediationProposal]
    notes: Register[MediationNote]
