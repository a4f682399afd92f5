"""AGREEMENTS: the room of what was agreed, as a table."""

from __future__ import annotations

from typing import Any, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.settlement.agreements import handlers
from legalcase.practice.settlement.agreements.events import (
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementNeedWaived,
    AgreementReached,
    AgreementRejected,
    AgreementRescinded,
    AgreementSigned,
    ObligationBreached,
    ObligationPerformed,
)
from legalcase.practice.settlement.agreements.state import OURS, SettlementAgreement

__all__ = ["AGREEMENTS"]

_order = NotBefore(named_by="agreement_id", since="drafted_on")


def _row(event: type, kind: str, handler: Any) -> Row:  # noqa: ANN401 - of any event
    """Return the row of something that happens to an agreement that is there."""
    return Row(event, f"practice/{kind}", 1, handler, check=_order, label=OURS)


AGREEMENTS: Final[Facet[Register[SettlementAgreement]]] = Facet(
    name="practice/agreements",
    first=Register("agreement"),
    rows=(
        Row(
            AgreementDrafted,
            "practice/agreement-drafted",
            1,
            handlers.drafted,
            label=OURS,
        ),
        _row(AgreementReached, "agreement-reached", handlers.moved),
        _row(AgreementSigned, "agreement-signed", handlers.signed),
        _row(AgreementNeedMet, "agreement-need-met", handlers.need_settled),
        _row(AgreementNeedWaived, "agreement-need-waived", handlers.need_settled),
        _row(AgreementApproved, "agreement-approved", handlers.moved),
        _row(AgreementRejected, "agreement-rejected", handlers.moved),
        _row(AgreementRescinded, "agreement-rescinded", handlers.moved),
        _row(ObligationPerformed, "obligation-performed", handlers.obligation_settled),
        _row(ObligationBreached, "obligation-breached", handlers.obligation_settled),
    ),
    tracks=(
        Tracked(handlers.AGREEMENT_CYCLE, handlers.agreements),
        Tracked(handlers.NEED_CYCLE, handlers.needs),
        Tracked(handlers.OBLIGATION_CYCLE, handlers.obligations),
    ),
)
