"""Agreement: between whom, about what, what it still needs, and what it obliges to."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = [
    "OURS",
    "AgreementNeed",
    "AgreementSignature",
    "Obligation",
    "SettlementAgreement",
]

#: What we know of an agreement; the paper itself bears a label of its own.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class AgreementSignature(PlainData):
    """That a party signed: when, in person or by whom, in which document."""

    party_id: str
    on: date
    event_id: str
    by: str | None = field(default=None, repr=False)
    in_document: str | None = None


@frozen(kw_only=True)
class AgreementNeed(PlainData):
    """Something without which an agreement does not do: of whom, by what authority.

    `state` is ``"open"``, ``"met"`` or ``"waived"``; `event_id` is the line that says
    so, `by_event` and `in_document` what shows it.
    """

    need_id: str
    kind: str
    authority: str = field(repr=False)
    of: tuple[str, ...] = ()
    disclosure: str | None = None
    deadline_id: str | None = None
    not_before: date | None = None
    state: str = "open"
    on: date | None = None
    event_id: str | None = None
    by_event: str | None = None
    in_document: str | None = None
    ground: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Obligation(PlainData):
    """What an agreement obliges a party to do, and whether it was done.

    `state` is ``"open"``, ``"performed"`` or ``"breached"``.
    """

    obligation_id: str
    owed_by: str
    owed_to: tuple[str, ...] = ()
    what: str = field(repr=False)
    due_on: date | None = None
    state: str = "open"
    on: date | None = None
    event_id: str | None = None


@frozen(kw_only=True)
class SettlementAgreement(PlainData):
    """An agreement: its parties, its subjects, its paper, its needs and obligations.

    `state` is ``"drafted"``, ``"reached"``, ``"approved"``, ``"rejected"`` or
    ``"rescinded"``.
    """

    agreement_id: str
    parties: tuple[str, ...]
    subjects: tuple[str, ...]
    form: str | None = None
    terms_document: str | None = None
    drafted_on: date
    reached_on: date | None = None
    state: str = "drafted"
    state_on: date
    by_event: str | None = None
    ground: str | None = field(default=None, repr=False)
    needs: tuple[AgreementNeed, ...] = ()
    signatures: tuple[AgreementSignature, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    label: Label

    def need(self, need_id: str) -> AgreementNeed:
        """Return a need; raises `UnknownNameError`."""
        for one in self.needs:
            if one.need_id == need_id:
                return one
        names = [one.need_id for one in self.needs]
        noun = f"need of the agreement {self.agreement_id!r}"
        raise UnknownNameError.among(noun, need_id, names)

    def signed_by(self, party_id: str, day: date) -> AgreementSignature | None:
        """Return the signature of a party, if it had signed by a day."""
        for one in self.signatures:
            if one.party_id == party_id and one.on <= day:
                return one
        return None
