"""Agreements: what a sort of them needs, and what cannot happen to one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from case_files import DAY, NOON
from legalcase.errors import (
    DeclarationError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.practice import (
    AGREEMENTS,
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementReached,
    AgreementRejected,
    AgreementRescinded,
    AgreementSigned,
    NeedTerms,
    ObligationBreached,
    ObligationPerformed,
    ObligationTerms,
    agreement_form,
    agreement_forms,
    disclosure_kind,
    read_agreement_forms,
)
from practice_samples import stage

MARITAL = agreement_form("us-ca/marital-settlement")
SIDES = ("roe", "acme")
PAY = ObligationTerms(obligation_id="pay", owed_by="roe", what="pay")


def drafted(**said: Any) -> AgreementDrafted:
    """An agreement of this sort."""
    every: dict[str, Any] = {"subjects": ("property",), "obligations": (PAY,), **said}
    return MARITAL.drafted(agreement_id="msa", parties=SIDES, on=DAY, **every)


def test_what_a_marital_settlement_needs() -> None:
    """Of each party its signature and both disclosures; of custody alone, less."""
    needs = [(one.need_id, one.kind, one.of, one.disclosure) for one in drafted().needs]
    assert needs == [
        ("signed-1", "signature", ("roe",), None),
        ("signed-2", "signature", ("acme",), None),
        ("preliminary-disclosure-1", "disclosure", ("roe",), "us-ca/fam/2104"),
        ("preliminary-disclosure-2", "disclosure", ("acme",), "us-ca/fam/2104"),
        ("final-disclosure-1", "disclosure", ("roe",), "us-ca/fam/2105"),
        ("final-disclosure-2", "disclosure", ("acme",), "us-ca/fam/2105"),
    ]
    custody = drafted(subjects=("custody",)).needs
    assert {one.kind for one in custody} == {"signature"}
    mediated = drafted(subjects=("custody",), is_mediated=True).needs
    assert [one.kind for one in mediated] == ["signature", "signature", "wording"]


@pytest.mark.parametrize("word", ["proprty", "properties", "spousal-support", "suport"])
def test_a_subject_that_is_almost_one_is_refused(word: str) -> None:
    """Its needs would be left out, and the agreement seem to lack nothing."""
    with pytest.raises(UnknownNameError, match=r"Did you mean '(property|support)'"):
        drafted(subjects=(word, "custody"))
    both = drafted(subjects=("spousal-support", "support")).needs
    assert {one.kind for one in both} == {"signature", "disclosure"}
    for word_ in ("custody", "visitation", "name-change", "fees"):
        assert {one.kind for one in drafted(subjects=(word_,)).needs} == {"signature"}


def test_one_text_is_not_read_by_the_letter() -> None:
    """Neither parties nor subjects, nor those to whom a disclosure is owed."""
    with pytest.raises(InvalidTypeError, match="subjects needs several, not one str"):
        drafted(subjects="property")
    with pytest.raises(InvalidTypeError, match="parties needs several, not one str"):
        MARITAL.drafted(agreement_id="a", parties="roe", subjects=("x",), on=DAY)
    kind = disclosure_kind("us-ca/fam/2104")
    for given in ({"to": "acme"}, {"to": ("acme",), "items": "tax-returns"}):
        said: dict[str, Any] = {"duty_id": "d", "by": "roe", "on": DAY, **given}
        with pytest.raises(InvalidTypeError, match="needs several, not one str"):
            kind.arises(**said)


def test_every_need_rests_on_something() -> None:
    """With how it was verified; the kinds of disclosure are there."""
    for form in agreement_forms():
        assert repr(form) == f"<AgreementForm {form.id!r}: {len(form.needs)} needs>"
        for need in form.needs:
            assert need.authority.verified == "text"
            assert need.authority.source
            if need.disclosure is not None:
                assert disclosure_kind(need.disclosure).id == need.disclosure
    with pytest.raises(UnknownNameError, match="us-ca/marital-settlement"):
        agreement_form("us-ca/marital-setlement")


def test_what_a_need_has_to_say() -> None:
    """Of which disclosure, whose signature, until when."""
    for kind, match in (
        ("disclosure", "by whom"),
        ("signature", "of whom"),
        ("waiting-period", "until when"),
    ):
        with pytest.raises(MissingInputError, match=match):
            NeedTerms(need_id="x", kind=kind, authority="a rule")
    one = NeedTerms(need_id="x", kind="other", authority="a rule")
    with pytest.raises(InvalidValueError, match="'x' twice"):
        drafted(needs=(one, NeedTerms(need_id="x", kind="other", authority="b")))
    with pytest.raises(InvalidValueError, match="'pay' twice"):
        drafted(
            obligations=(
                PAY,
                ObligationTerms(obligation_id="pay", owed_by="acme", what="more"),
            )
        )


def test_what_cannot_happen() -> None:
    """Before it is reached, after it is undone, twice, or of somebody else."""
    day: dict[str, Any] = {"agreement_id": "msa", "happened_on": DAY}
    file = stage().record(drafted(), by="x", at=NOON)
    for event in (AgreementApproved(**day), AgreementRejected(**day)):
        with pytest.raises(IllegalTransitionError, match="is drafted"):
            file.record(event, by="x", at=NOON)
    signed = AgreementSigned(party_id="roe", **day)
    file = file.record(AgreementReached(**day), signed, by="x", at=NOON)
    with pytest.raises(InvalidValueError, match="has signed"):
        file.record(signed, by="x", at=NOON)
    met = AgreementNeedMet(need_id="signed-1", **day)
    file = file.record(met, by="x", at=NOON)
    with pytest.raises(IllegalTransitionError, match="is met"):
        file.record(met, by="x", at=NOON)
    for need in ("signed-3", "sined-2"):
        with pytest.raises(UnknownNameError, match="signed-"):
            file.record(AgreementNeedMet(need_id=need, **day), by="x", at=NOON)
    with pytest.raises(UnknownNameError, match="'pay'"):
        file.record(ObligationPerformed(obligation_id="paid", **day), by="x", at=NOON)
    file = file.record(
        ObligationBreached(obligation_id="pay", **day),
        ObligationPerformed(obligation_id="pay", **day),
        AgreementRescinded(ground="both want to", **day),
        by="x",
        at=NOON,
    )
    with pytest.raises(IllegalTransitionError, match="is rescinded"):
        file.record(AgreementReached(**day), by="x", at=NOON)
    one = file.case[AGREEMENTS]["msa"]
    assert (one.state, one.obligations[0].state) == ("rescinded", "performed")
    assert one.signed_by("roe", DAY) is not None
    assert one.signed_by("roe", date(2026, 1, 1)) is None


def test_who_is_no_party_does_not_sign() -> None:
    """Of the agreement, though of the case."""
    one = AgreementDrafted(
        agreement_id="a", parties=("roe",), subjects=("support",), happened_on=DAY
    )
    file = stage().record(one, by="x", at=NOON)
    signed = AgreementSigned(agreement_id="a", party_id="acme", happened_on=DAY)
    with pytest.raises(UnknownNameError, match="party of the agreement"):
        file.record(signed, by="x", at=NOON)


def test_all_that_is_wrong_with_a_text_is_told() -> None:
    """At once, each with its path."""
    with pytest.raises(DeclarationError) as caught:
        read_agreement_forms(
            """
            format = 1
            [[agreement]]
            id = "house/one"
            title = "One"
            [[agreement.need]]
            id = "a"
            kind = "waiting-period"
            whose = "agreement"
            title = "Wait"
            cite = "x"
            [[agreement.need]]
            id = "a"
            kind = "disclosure"
            whose = "nobody"
            title = "Tell"
            cite = "x"
            if_mediated = 1
            [[agreement.need]]
            id = "c"
            kind = "signature"
            whose = "agreement"
            title = "Sign"
            cite = "x"
            [[agreement]]
            id = "house/one"
            title = "Again"
            """
        )
    assert {path for path, _ in caught.value.problems} == {
        "$.agreement[0].need[0].kind",
        "$.agreement[0].need[1].id",
        "$.agreement[0].need[1].disclosure",
        "$.agreement[0].need[1].whose",
        "$.agreement[0].need[1].if_mediated",
        "$.agreement[0].need[2].whose",
        "$.agreement[1].id",
        "$.agreement[1].need",
    }
