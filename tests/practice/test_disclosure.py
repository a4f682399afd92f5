"""Duties to disclose: what is declared, what is refused, what is recorded though."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase import Law
from legalcase.errors import (
    ConflictingInputError,
    DeclarationError,
    IllegalTransitionError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.practice import (
    DISCLOSURE,
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureOwed,
    DisclosureWithheld,
    WithholdingEnded,
    disclosure_kind,
    disclosure_kinds,
    read_disclosure_kinds,
)
from practice_samples import stage

LATER = DAY + timedelta(days=30)
OWED = disclosure_kind("us-ca/fam/2105").arises(
    duty_id="final", by="roe", to=("acme",), on=DAY
)


def test_the_kinds_say_on_what_they_rest() -> None:
    """Each with a citation; what was read says where, and what not says so."""
    found = {one.id: one for one in disclosure_kinds()}
    assert set(found) == {
        "us-ca/fam/2104",
        "us-ca/fam/2105",
        "us/brady",
        "us/frcp/26(a)(1)",
        "us/frcp/26(a)(2)",
        "us/frcp/26(a)(3)",
        "us/frcrp/16(a)",
        "us/frcrp/16(b)",
        "us/jencks",
    }
    for one in found.values():
        authorities = [one.authority, *(rule.authority for rule in one.waivers)]
        for authority in authorities:
            assert authority.verified in {"text", "secondary"}
            assert authority.source
            assert authority.verified_on == date(2026, 11, 29)
        assert one.items
        assert repr(one) == f"<DisclosureKind {one.id!r}: {len(one.items)} items>"
    assert found["us/brady"].authority.verified == "secondary"
    assert {one.id for one in found.values() if one.is_continuing} == {
        "us/brady",
        "us/frcrp/16(a)",
        "us/frcrp/16(b)",
    }


def test_the_declarations_of_the_family_code() -> None:
    """Forms, what is filed, who can waive what: §§ 2104(b), 2105(d)."""
    preliminary = disclosure_kind("us-ca/fam/2104")
    final = disclosure_kind("us-ca/fam/2105")
    assert [one.form for one in preliminary.items] == [
        "FL-140",
        "FL-142",
        "FL-150",
        None,
    ]
    assert {preliminary.how, final.how} == {"served"}
    assert {preliminary.proof, final.proof} == {"FL-141"}
    assert [one.way for one in preliminary.waivers] == ["order"]
    mutual = final.waivers[0]
    assert (mutual.way, mutual.form, mutual.needs) == (
        "mutual",
        "FL-144",
        ("us-ca/fam/2104",),
    )
    assert disclosure_kind("us/frcp/26(a)(3)").how == "filed-and-served"


def test_the_deadlines_of_the_kinds_are_in_the_law() -> None:
    """By their ids."""
    law = Law.bundled()
    ids = [one for kind in disclosure_kinds() for one in kind.deadlines]
    assert len(ids) > 8
    for one in ids:
        assert law.rule(one).id == one


def test_a_kind_makes_the_event() -> None:
    """With all its items, or some; its waivers and what those need."""
    assert OWED.items == ("declaration", "material-facts", "income-and-expenses")
    assert OWED.waivable == ("mutual", "order", "default")
    assert OWED.waiver_needs == ("us-ca/fam/2104",)
    assert OWED.authority == "Cal. Fam. Code § 2105"
    some = disclosure_kind("us-ca/fam/2104").arises(
        duty_id="x", by="roe", to=("acme",), on=DAY, items=("tax-returns",)
    )
    assert some.items == ("tax-returns",)
    assert not some.waiver_needs


def test_what_is_owed_on_request_needs_one() -> None:
    """Jencks: on motion, after the witness has testified."""
    jencks = disclosure_kind("us/jencks")
    said: dict[str, Any] = {"duty_id": "j", "by": "roe", "to": ("acme",), "on": DAY}
    with pytest.raises(InvalidValueError, match="on request or by order"):
        jencks.arises(**said)
    moved = jencks.arises(**said, arose="order", of=Ref("event", "e-1"))
    assert moved.of == Ref("event", "e-1")


def test_what_cannot_be_declared_or_owed() -> None:
    """Each refusal says what was wrong and what to do."""
    with pytest.raises(UnknownNameError, match="us-ca/fam/2105"):
        disclosure_kind("us-ca/fam/2015")
    with pytest.raises(UnknownNameError, match="tax-returns"):
        disclosure_kind("us-ca/fam/2104").item("tax-return")
    with pytest.raises(ConflictingInputError, match="its day moves"):
        evolve(OWED, deadline_id="reply", due_on=LATER)
    with pytest.raises(InvalidValueError, match="owe the disclosure to itself"):
        evolve(OWED, owed_to=("roe", "acme"))
    with pytest.raises(InvalidValueError, match="no way of waiving"):
        evolve(OWED, waivable=("handshake",))


def test_an_item_that_does_not_belong_to_it_is_refused() -> None:
    """With what is near."""
    file = stage().record(OWED, by="x", at=NOON)
    made = DisclosureMade(duty_id="final", items=("declarations",), happened_on=DAY)
    with pytest.raises(UnknownNameError, match="one of 'declaration'"):
        file.record(made, by="x", at=NOON)
    kept = DisclosureWithheld(
        withholding_id="w",
        duty_id="final",
        item="letters",
        claim="work-product",
        sort="letters",
        happened_on=DAY,
    )
    with pytest.raises(UnknownNameError, match="declaration"):
        file.record(kept, by="x", at=NOON)


def test_lifecycles() -> None:
    """A duty ends once; a claim ends once, whichever way."""
    kept = DisclosureWithheld(
        withholding_id="w",
        duty_id="final",
        item="declaration",
        claim="work-product",
        sort="letters",
        happened_on=DAY,
    )
    over = DisclosureDutyEnded(duty_id="final", ground="dismissed", happened_on=DAY)
    gone = WithholdingEnded(withholding_id="w", way="upheld", happened_on=DAY)
    file = stage().record(OWED, kept, over, gone, by="x", at=NOON)
    for again in (over, gone):
        with pytest.raises(IllegalTransitionError):
            file.record(again, by="x", at=NOON)
    with pytest.raises(InvalidValueError, match="before what it follows began"):
        file.record(
            DisclosureMade(
                duty_id="final",
                items=("declaration",),
                happened_on=DAY - timedelta(days=1),
            ),
            by="x",
            at=NOON,
        )
    ledger = file.case[DISCLOSURE]
    assert ledger.duties["final"].ended_because == "dismissed"
    assert not ledger.duties["final"].is_owed(DAY)
    assert ledger.withheld["w"].holds(LATER)
    assert not ledger.withheld["w"].holds(DAY - timedelta(days=1))


def test_a_claim_holds_until_it_falls() -> None:
    """Overruled, withdrawn and produced end it; upheld does not."""
    kept = DisclosureWithheld(
        withholding_id="w",
        duty_id="final",
        item="declaration",
        claim="work-product",
        sort="letters",
        happened_on=DAY,
    )
    for way in ("overruled", "withdrawn", "produced"):
        gone = WithholdingEnded(withholding_id="w", way=way, happened_on=LATER)
        file = stage().record(OWED, kept, by="x", at=NOON)
        file = file.record(gone, by="x", at=NOON + timedelta(days=30))
        one = file.case[DISCLOSURE].withheld["w"]
        assert one.holds(LATER - timedelta(days=1))
        assert not one.holds(LATER)


WRONG = """
format = 2
[[disclosure]]
id = "house/one"
title = "One"
owed = "us to them"
how = "by pigeon"
continuing = "yes"
cite = "House rules"
verified = "heard"
on = "today"
deadlines = "none"
surprise = 1
[[disclosure.item]]
id = "a"
title = ""
[[disclosure.item]]
id = "a"
title = "A"
[[disclosure.waiver]]
way = "mutal"
cite = "x"
[[disclosure]]
id = "house/one"
"""


def test_all_that_is_wrong_with_a_text_is_told() -> None:
    """At once, each with its path."""
    with pytest.raises(DeclarationError) as caught:
        read_disclosure_kinds(WRONG)
    paths = {path for path, _ in caught.value.problems}
    assert paths >= {
        "$.format",
        "$.disclosure[0].how",
        "$.disclosure[0].continuing",
        "$.disclosure[0].verified",
        "$.disclosure[0].on",
        "$.disclosure[0].deadlines",
        "$.disclosure[0].surprise",
        "$.disclosure[0].item[0].title",
        "$.disclosure[0].item[1].id",
        "$.disclosure[0].waiver[0].way",
        "$.disclosure[1].id",
        "$.disclosure[1].title",
        "$.disclosure[1].item",
    }
    for text in ("", "format = 1", "disclosure = 3", "[["):
        with pytest.raises(DeclarationError):
            read_disclosure_kinds(text)
    with pytest.raises(LegalCaseError, match="read from text"):
        read_disclosure_kinds(3)  # type: ignore[arg-type]  # what is no text


def test_a_firm_declares_its_own() -> None:
    """As its own authority, unless it says more."""
    (own,) = read_disclosure_kinds(
        """
        format = 1
        [[disclosure]]
        id = "house/accounts"
        title = "Accounts"
        owed = "each to the other"
        how = "produced"
        cite = "Order 3"
        [[disclosure.item]]
        id = "books"
        title = "The books"
        """
    )
    assert own.authority.verified == "caller"
    event = own.arises(duty_id="b", by="acme", to=("roe",), on=DAY, due_on=LATER)
    assert isinstance(event, DisclosureOwed)
    file = stage().record(event, by="x", at=NOON)
    assert file.case[DISCLOSURE].duties["b"].due_on == LATER
