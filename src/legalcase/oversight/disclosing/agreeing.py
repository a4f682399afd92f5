"""agreement: what an agreement still needs before it can be enforced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import LegalCaseError
from legalcase.markup import Table
from legalcase.oversight.disclosing.standing import item_standing
from legalcase.oversight.seen import case_of, check_inside, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.proof.disclosure.facet import DISCLOSURE
from legalcase.practice.settlement.agreements.facet import AGREEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.settlement.agreements.state import (
        AgreementNeed,
        SettlementAgreement,
    )

__all__ = ["AgreementStanding", "NeedStanding", "agreement", "need_standings"]


@frozen(kw_only=True)
class NeedStanding(PlainData):
    """Whether something that an agreement needs is there, why, and what shows it.

    `state` is ``"met"``, ``"waived"`` or ``"lacking"``; `authority` is empty where the
    label of the agreement does not admit the audience.
    """

    need_id: str
    kind: str
    of: tuple[str, ...]
    state: str
    why: str
    authority: str | None = field(default=None, repr=False)
    evidence: tuple[str, ...] = ()

    @property
    def is_lacking(self) -> bool:
        """Whether it is not there."""
        return self.state == "lacking"


@frozen(kw_only=True, repr=False)
class AgreementStanding(PlainData):
    """What an agreement needs, and what of it is lacking on a day."""

    case_id: str
    agreement_id: str
    on: date
    state: str
    rows: tuple[NeedStanding, ...]

    def __repr__(self) -> str:
        """Return which agreement it is, and how much is lacking."""
        lacking = len(self.lacking)
        return f"<AgreementStanding of {self.agreement_id!r}: {lacking} lacking>"

    def __iter__(self) -> Iterator[NeedStanding]:
        """Give what it needs."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how much it needs."""
        return len(self.rows)

    @property
    def lacking(self) -> tuple[NeedStanding, ...]:
        """What is not there."""
        return tuple(one for one in self.rows if one.is_lacking)

    @property
    def is_enforceable(self) -> bool:
        """Whether it was reached, stands, and lacks nothing of which we know."""
        return self.state in {"reached", "approved"} and not self.lacking

    def _table(self) -> Table:
        if self.is_enforceable:
            said = "lacks nothing that we know of"
        elif self.lacking:
            said = f"lacks {len(self.lacking)} of {len(self.rows)}"
        else:
            said = f"is {self.state}"
        table = Table(
            f"The agreement {self.agreement_id} ({self.state}) on {self.on} {said}",
            ("need", "of", "stands", "why", "by", "shown by"),
        )
        for one in self.rows:
            table.add(
                one.kind,
                ", ".join(one.of),
                one.state,
                one.why,
                one.authority or "",
                ", ".join(ref.partition(":")[2] for ref in one.evidence),
                mark="strong" if one.is_lacking else "",
            )
        return table

    def __str__(self) -> str:
        """Return it as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def agreement(
    case: Case | CaseFile, agreement_id: str, *, on: date, audience: str = "firm"
) -> AgreementStanding:
    """Return what an agreement still needs on a day, each with authority and evidence.

    Signatures are those recorded; a disclosure is there when the ledger shows that the
    party gave it or that it was waived as its rule allows. What was said in a mediation
    is not read. `audience` is ``"firm"`` or ``"owner"``. Raises `UnknownNameError` for
    an agreement that there is not, `InvalidValueError` for an audience outside the
    firm, and `InvalidTypeError` for a case that was read without the room
    `practice.AGREEMENTS`.
    """
    found = case_of(case)
    day = as_date(on, "on")
    check_inside(audience, "What an agreement needs")
    one = found[AGREEMENTS][agreement_id]
    may_see = is_admitted(one.label, audience)
    return AgreementStanding(
        case_id=found.case_id,
        agreement_id=one.agreement_id,
        on=day,
        state=one.state,
        rows=tuple(need_standings(found, one, day, may_see=may_see)),
    )


def need_standings(
    case: Case, one: SettlementAgreement, day: date, *, may_see: bool
) -> Iterator[NeedStanding]:
    """Yield where each need of an agreement stands on a day."""
    for need in one.needs:
        state, why, evidence = _stands(case, one, need, day)
        yield NeedStanding(
            need_id=need.need_id,
            kind=need.kind,
            of=need.of,
            state=state,
            why=why,
            authority=need.authority if may_see else None,
            evidence=evidence,
        )


_Standing = tuple[str, str, tuple[str, ...]]


def _stands(
    case: Case, one: SettlementAgreement, need: AgreementNeed, day: date
) -> _Standing:
    if need.state != "open" and need.on is not None and need.on <= day:
        shown = [f"event:{need.event_id}"]
        shown += [need.by_event] if need.by_event else []
        shown += [f"document:{need.in_document}"] if need.in_document else []
        return need.state, f"{need.state} on {need.on}", tuple(shown)
    if need.kind == "signature":
        return _signed(one, need, day)
    if need.kind == "disclosure":
        return _disclosed(case, one, need, day)
    if need.kind == "waiting-period":
        return _waited(case, need, day)
    is_approved = one.state == "approved" and one.state_on <= day
    if need.kind == "court-approval" and is_approved:
        shown = [one.by_event] if one.by_event else []
        return "met", f"approved on {one.state_on}", tuple(shown)
    return "lacking", "nobody recorded that it is there", ()


def _signed(one: SettlementAgreement, need: AgreementNeed, day: date) -> _Standing:
    signed = {party: one.signed_by(party, day) for party in need.of}
    lacking = [party for party, found in signed.items() if found is None]
    if lacking:
        return "lacking", f"not signed by {', '.join(lacking)}", ()
    found = [each for each in signed.values() if each is not None]
    last = max(each.on for each in found)
    evidence = tuple(f"event:{each.event_id}" for each in found)
    return "met", f"signed on {last}", evidence


def _disclosed(
    case: Case, one: SettlementAgreement, need: AgreementNeed, day: date
) -> _Standing:
    if not case.has_room(DISCLOSURE):
        return "lacking", "the case was read without its ledger of disclosure", ()
    evidence: list[str] = []
    is_waived = False
    for party in need.of:
        duties = [
            duty
            for duty in case[DISCLOSURE].duties
            if (duty.kind, duty.owed_by) == (need.disclosure, party)
            and set(duty.owed_to) & set(one.parties)
            and duty.arose_on <= day
        ]
        if not duties:
            return "lacking", f"the ledger has no {need.disclosure} of {party}", ()
        for duty in duties:
            items = [item_standing(case, duty, item, day) for item in duty.items]
            owed = [each for each in items if each.is_owed]
            name = f"practice/disclosure-duty:{duty.duty_id}"
            if owed:
                why = f"{len(owed)} of {len(items)} items of {party}: {owed[0].why}"
                return "lacking", why, (name, *owed[0].evidence)
            is_waived = is_waived or not all(each.is_given for each in items)
            shown = (ref for each in items for ref in each.evidence)
            evidence += [name, *dict.fromkeys(shown)]
    state = "waived" if is_waived else "met"
    return state, "waived" if is_waived else "given", tuple(evidence)


def _waited(case: Case, need: AgreementNeed, day: date) -> _Standing:
    first = need.not_before
    evidence: tuple[str, ...] = ()
    if need.deadline_id is not None:
        try:
            first = case.dates(need.deadline_id).shown
        except LegalCaseError:
            first = None
        evidence = (f"deadline:{need.deadline_id}",)
    if first is None:
        return "lacking", "until when one waits is not known yet", evidence
    over = first <= day if need.deadline_id is None else first < day
    if over:
        return "met", f"waited until {first}", evidence
    return "lacking", f"to wait until {first}", evidence
