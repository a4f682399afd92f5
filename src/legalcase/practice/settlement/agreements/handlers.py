"""How events change the agreements of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.settlement.agreements.events import (
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementNeedWaived,
    AgreementReached,
    AgreementRejected,
    AgreementRescinded,
    ObligationBreached,
    ObligationPerformed,
)
from legalcase.practice.settlement.agreements.state import (
    OURS,
    AgreementNeed,
    AgreementSignature,
    Obligation,
    SettlementAgreement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.practice.settlement.agreements.events import AgreementSigned
    from legalcase.practice.settlement.agreements.terms import (
        NeedTerms,
        ObligationTerms,
    )

__all__ = [
    "AGREEMENT_CYCLE",
    "NEED_CYCLE",
    "OBLIGATION_CYCLE",
    "agreements",
    "drafted",
    "moved",
    "need_settled",
    "needs",
    "obligation_settled",
    "obligations",
    "signed",
]

#: Where an agreement can stand.
AGREEMENT_CYCLE: Final = Lifecycle(
    noun="agreement",
    first="none",
    moves=(
        Move(AgreementDrafted, ("none",), "drafted"),
        Move(AgreementReached, ("drafted",), "reached"),
        Move(AgreementApproved, ("reached",), "approved"),
        Move(AgreementRejected, ("reached",), "rejected"),
        Move(AgreementReached, ("rejected",), "reached"),
        Move(
            AgreementRescinded,
            ("drafted", "reached", "approved", "rejected"),
            "rescinded",
        ),
    ),
)
#: Where something that an agreement needs can stand.
NEED_CYCLE: Final = Lifecycle(
    noun="agreement-need",
    first="open",
    moves=(
        Move(AgreementNeedMet, ("open",), "met"),
        Move(AgreementNeedWaived, ("open",), "waived"),
    ),
)
#: Where an obligation can stand.
OBLIGATION_CYCLE: Final = Lifecycle(
    noun="obligation",
    first="open",
    moves=(
        Move(ObligationPerformed, ("open", "breached"), "performed"),
        Move(ObligationBreached, ("open",), "breached"),
    ),
)


def agreements(room: Register[SettlementAgreement]) -> Iterator[tuple[str, str]]:
    """Yield where each agreement stands."""
    for one in room:
        yield one.agreement_id, one.state


def needs(room: Register[SettlementAgreement]) -> Iterator[tuple[str, str]]:
    """Yield where each need of each agreement stands."""
    for one in room:
        for need in one.needs:
            yield f"{one.agreement_id}/{need.need_id}", need.state


def obligations(room: Register[SettlementAgreement]) -> Iterator[tuple[str, str]]:
    """Yield where each obligation of each agreement stands."""
    for one in room:
        for each in one.obligations:
            yield f"{one.agreement_id}/{each.obligation_id}", each.state


def _need(terms: NeedTerms) -> AgreementNeed:
    return AgreementNeed(
        need_id=terms.need_id,
        kind=terms.kind,
        authority=terms.authority,
        of=terms.of,
        disclosure=terms.disclosure,
        deadline_id=terms.deadline_id,
        not_before=terms.not_before,
    )


def _obligation(terms: ObligationTerms) -> Obligation:
    return Obligation(
        obligation_id=terms.obligation_id,
        owed_by=terms.owed_by,
        owed_to=terms.owed_to,
        what=terms.what,
        due_on=terms.due_on,
    )


def drafted(
    room: Register[SettlementAgreement],
    event: AgreementDrafted,
    line: Recorded,
    _: Folded,
) -> Register[SettlementAgreement]:
    """Return the room with a further agreement."""
    one = SettlementAgreement(
        agreement_id=event.agreement_id,
        parties=event.parties,
        subjects=event.subjects,
        form=event.form,
        terms_document=event.terms_document,
        drafted_on=event.happened_on,
        state_on=event.happened_on,
        needs=tuple(map(_need, event.needs)),
        obligations=tuple(map(_obligation, event.obligations)),
        label=borne(event.label, line.label, kind=OURS),
    )
    return room.with_(one.agreement_id, one)


def _kept(
    room: Register[SettlementAgreement],
    one: SettlementAgreement,
    line: Recorded,
    **changes: Any,  # noqa: ANN401 - fields of an agreement
) -> Register[SettlementAgreement]:
    label = stricter(one.label, line.label) or one.label
    return room.with_(one.agreement_id, evolve(one, label=label, **changes))


def _text(ref: object) -> str | None:
    return None if ref is None else str(ref)


def moved(
    room: Register[SettlementAgreement],
    event: AgreementReached
    | AgreementApproved
    | AgreementRejected
    | AgreementRescinded,
    line: Recorded,
    _: Folded,
) -> Register[SettlementAgreement]:
    """Return the room where an agreement stands elsewhere."""
    one = room[event.agreement_id]
    state = AGREEMENT_CYCLE.after(type(event), one.state, one.agreement_id)
    changes: dict[str, Any] = {
        "state": state,
        "state_on": event.happened_on,
        "by_event": _text(getattr(event, "by_event", None)),
        "ground": getattr(event, "ground", None),
    }
    if isinstance(event, AgreementReached):
        changes["reached_on"] = event.happened_on
        changes["terms_document"] = event.terms_document or one.terms_document
    return _kept(room, one, line, **changes)


def signed(
    room: Register[SettlementAgreement],
    event: AgreementSigned,
    line: Recorded,
    _: Folded,
) -> Register[SettlementAgreement]:
    """Return the room where a party has signed an agreement."""
    one = room[event.agreement_id]
    if event.party_id not in one.parties:
        noun = f"party of the agreement {one.agreement_id!r}"
        raise UnknownNameError.among(noun, event.party_id, one.parties)
    if any(each.party_id == event.party_id for each in one.signatures):
        msg = (
            f"{event.party_id!r} has signed the agreement {one.agreement_id!r} "
            "already. Leave the event out, or correct the line that says so."
        )
        raise InvalidValueError(msg, field="party_id", value=event.party_id)
    signature = AgreementSignature(
        party_id=event.party_id,
        on=event.happened_on,
        event_id=line.event_id,
        by=event.signed_by,
        in_document=event.in_document,
    )
    return _kept(room, one, line, signatures=(*one.signatures, signature))


def need_settled(
    room: Register[SettlementAgreement],
    event: AgreementNeedMet | AgreementNeedWaived,
    line: Recorded,
    _: Folded,
) -> Register[SettlementAgreement]:
    """Return the room where something that an agreement needed is there, or let go."""
    one = room[event.agreement_id]
    old = one.need(event.need_id)
    name = f"{one.agreement_id}/{old.need_id}"
    new = evolve(
        old,
        state=NEED_CYCLE.after(type(event), old.state, name),
        on=event.happened_on,
        event_id=line.event_id,
        by_event=_text(getattr(event, "by_event", None)),
        in_document=event.in_document,
        ground=getattr(event, "ground", None),
    )
    if isinstance(event, AgreementNeedWaived):
        new = evolve(new, authority=event.authority)
    kept = tuple(new if each is old else each for each in one.needs)
    return _kept(room, one, line, needs=kept)


def obligation_settled(
    room: Register[SettlementAgreement],
    event: ObligationPerformed | ObligationBreached,
    line: Recorded,
    _: Folded,
) -> Register[SettlementAgreement]:
    """Return the room where an obligation was performed, or breached."""
    one = room[event.agreement_id]
    old = next(
        (x for x in one.obligations if x.obligation_id == event.obligation_id), None
    )
    if old is None:
        known = [each.obligation_id for each in one.obligations]
        noun = f"obligation of the agreement {one.agreement_id!r}"
        raise UnknownNameError.among(noun, event.obligation_id, known)
    name = f"{one.agreement_id}/{old.obligation_id}"
    new = evolve(
        old,
        state=OBLIGATION_CYCLE.after(type(event), old.state, name),
        on=event.happened_on,
        event_id=line.event_id,
    )
    kept = tuple(new if each is old else each for each in one.obligations)
    return _kept(room, one, line, obligations=kept)
