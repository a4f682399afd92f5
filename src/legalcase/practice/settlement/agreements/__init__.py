"""Agreements: what was agreed between whom, what it still needs, what it obliges to."""

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
from legalcase.practice.settlement.agreements.facet import (
    AGREEMENTS,
)
from legalcase.practice.settlement.agreements.form import (
    AgreementForm,
    FormNeed,
)
from legalcase.practice.settlement.agreements.reading import (
    agreement_form,
    agreement_forms,
    read_agreement_forms,
)
from legalcase.practice.settlement.agreements.state import (
    AgreementNeed,
    AgreementSignature,
    Obligation,
    SettlementAgreement,
)
from legalcase.practice.settlement.agreements.terms import (
    NeedTerms,
    ObligationTerms,
)

__all__ = [
    "AGREEMENTS",
    "AgreementApproved",
    "AgreementDrafted",
    "AgreementForm",
    "AgreementNeed",
    "AgreementNeedMet",
    "AgreementNeedWaived",
    "AgreementReached",
    "AgreementRejected",
    "AgreementRescinded",
    "AgreementSignature",
    "AgreementSigned",
    "FormNeed",
    "NeedTerms",
    "Obligation",
    "ObligationBreached",
    "ObligationPerformed",
    "ObligationTerms",
    "SettlementAgreement",
    "agreement_form",
    "agreement_forms",
    "read_agreement_forms",
]
