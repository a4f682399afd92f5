"""Samples of agreements, their needs and their obligations."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementNeedWaived,
    AgreementReached,
    AgreementRejected,
    AgreementRescinded,
    AgreementSigned,
    NeedTerms,
    ObligationBreached,
    ObligationPerformed,
    ObligationTerms,
    agreement_form,
)

LINE = Ref("event", "e-1")
DRAFTED = AgreementDrafted(
    agreement_id="msa",
    parties=("roe", "acme"),
    subjects=("property", "support"),
    form="us-ca/marital-settlement",
    terms_document="signed",
    needs=(
        NeedTerms(
            need_id="signed",
            kind="signature",
            authority=f"Cal. Code Civ. Proc. § 664.6 {CANARY}",
            of=("roe",),
        ),
        NeedTerms(
            need_id="final",
            kind="disclosure",
            authority=f"Cal. Fam. Code § 2105 {CANARY}",
            of=("acme",),
            disclosure="us-ca/fam/2105",
        ),
        NeedTerms(
            need_id="wait",
            kind="waiting-period",
            authority=f"a rule {CANARY}",
            deadline_id="reply",
        ),
        NeedTerms(
            need_id="seven-days",
            kind="waiting-period",
            authority=f"a rule {CANARY}",
            not_before=date(2026, 6, 12),
        ),
    ),
    obligations=(
        ObligationTerms(
            obligation_id="pay",
            owed_by="roe",
            owed_to=("acme",),
            what=f"Pay half the loan {CANARY}",
            due_on=date(2026, 7, 1),
        ),
        ObligationTerms(
            obligation_id="deed", owed_by="acme", what=f"Sign the deed {CANARY}"
        ),
    ),
    label=Label(audience="firm", ground="work-product"),
    happened_on=DAY,
)

EVENTS = (
    DRAFTED,
    AgreementReached(agreement_id="msa", terms_document="signed", happened_on=DAY),
    AgreementSigned(
        agreement_id="msa",
        party_id="roe",
        signed_by=f"counsel of Roe {CANARY}",
        in_document="signed",
        happened_on=DAY,
    ),
    AgreementNeedMet(
        agreement_id="msa",
        need_id="wait",
        by_event=LINE,
        in_document="signed",
        happened_on=DAY,
    ),
    AgreementNeedWaived(
        agreement_id="msa",
        need_id="seven-days",
        authority=f"another rule {CANARY}",
        ground=f"No haste {CANARY}",
        in_document="signed",
        happened_on=DAY,
    ),
    AgreementRejected(
        agreement_id="msa", by_event=LINE, ground=f"Unclear {CANARY}", happened_on=DAY
    ),
    AgreementReached(agreement_id="msa", happened_on=DAY),
    AgreementApproved(agreement_id="msa", by_event=LINE, happened_on=DAY),
    ObligationBreached(
        agreement_id="msa",
        obligation_id="pay",
        ground=f"Nothing came {CANARY}",
        happened_on=DAY,
    ),
    ObligationPerformed(
        agreement_id="msa",
        obligation_id="pay",
        in_document="signed",
        happened_on=DAY,
    ),
    evolve(DRAFTED, agreement_id="other", obligations=()),
    AgreementRescinded(
        agreement_id="other",
        ground=f"Both want to {CANARY}",
        by_event=LINE,
        happened_on=DAY,
    ),
)
_FORM = agreement_form("us-ca/marital-settlement")
VALUES = (_FORM, _FORM.needs[0], *DRAFTED.needs[:1], *DRAFTED.obligations[:1])
