"""Facts that were found out, of a case or of its parties; proposals turned down."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import legalcase.model as m
from legalcase.errors import InvalidTypeError, LegalCaseError, UnknownNameError
from legalcase.kernel import Draft, Label, Ref
from legalcase.law.lawbook import Law
from legalcase.model.facts.state import answers_for
from one_case import DAY, NOON, file_of

BY: dict[str, Any] = {"by": "clerk", "at": NOON + timedelta(hours=1)}


def opened() -> m.CaseFile:
    """A case of which nothing is known."""
    return file_of()


def after(file: m.CaseFile, *events: Any) -> m.CaseFile:
    """The file after these."""
    return file.record(*events, **BY)


FACT = "defendant-is-the-united-states"


def party(name: str) -> m.PartyJoined:
    """Somebody who is sued."""
    return m.PartyJoined(
        party_id=name, name=name, roles=("defendant",), happened_on=DAY
    )


def established(answer: str, *of: str, fact: str = FACT, **said: Any) -> Any:
    """A fact is known."""
    return m.FactEstablished(fact=fact, answer=answer, of=of, happened_on=DAY, **said)


def known(file: m.CaseFile, *names: str) -> dict[str, str]:
    """The answers that hold for what some parties owe together."""
    return answers_for(file.case.facts, names)


def test_a_fact_of_a_party_goes_before_that_of_the_case() -> None:
    """The last one holds; for several together only what is so of each."""
    file = after(opened(), party("acme"), party("doe"), established("no"))
    assert known(file) == known(file, "acme") == {FACT: "no"}
    file = after(file, established("yes", "doe"))
    assert known(file, "doe") == {FACT: "yes"}
    assert known(file, "acme") == known(file) == {FACT: "no"}
    assert known(file, "acme", "doe") == {}
    file = after(file, established("yes", "acme"))
    assert known(file, "acme", "doe") == {FACT: "yes"}
    file = after(file, established("no", "doe", "acme"))
    assert known(file, "acme", "doe") == {FACT: "no"}


def test_what_is_known_of_one_party_is_not_known_of_another() -> None:
    """Nobody said anything of the case: then it is open for the other."""
    file = after(opened(), party("acme"), party("doe"), established("yes", "doe"))
    assert known(file, "acme") == {}
    assert known(file, "acme", "doe") == {}


def test_a_fact_is_corrected_or_retracted() -> None:
    """As every line: what was wrong does not hold any more."""
    draft = Draft(established("yes", ground="The complaint"), event_id="f")
    file = after(opened(), draft)
    wrong = file.correct("f", answer="no", ground="Read again", **BY)
    assert known(wrong) == {FACT: "no"}
    assert known(file.retract("f", ground="Another case", **BY)) == {}


def test_a_fact_is_ours_unless_somebody_says_otherwise() -> None:
    """How we know it is work product; the order that says so is named."""
    order = Draft(m.OrderEntered(title="Order", happened_on=DAY), event_id="order")
    by_order = established("yes", by_order=Ref("event", "order"), ground="As ordered")
    public = established("no", label=Label(audience="public"))
    file = after(opened(), order, by_order, public)
    first, second = file.case.facts
    assert first.by_order == "event:order"
    assert first.label == Label(audience="firm", ground="work-product")
    assert second.label == Label(audience="public")
    assert "As ordered" not in repr(first)


def test_what_is_no_fact_of_the_law_is_refused_where_the_law_is_asked() -> None:
    """A word that is misspelt decides nothing, and nobody would see it."""
    law = Law.bundled()
    wrong = established("yes", fact="defendant-is-united-states")
    with pytest.raises(LegalCaseError, match="There is no fact"):
        opened().record(wrong, law=law, **BY)
    opened().record(established("yes"), law=law, **BY)
    with pytest.raises(UnknownNameError, match="party"):
        opened().record(established("yes", "nobody"), **BY)


def test_a_declined_proposal_says_which_by_whom_and_why() -> None:
    """It has anchors, or nothing tells it from others."""
    entry = Draft(m.Filed(title="Complaint", happened_on=DAY), event_id="c")
    anchor = m.Anchor("complaint-filed", Ref("event", "c"))
    declined = m.ProposalDeclined(
        rule="us/frcp/4(m)", anchors=(anchor,), ground="Served", happened_on=DAY
    )
    (found,) = after(opened(), entry, declined).case.proposals
    assert (found.rule, found.anchors, found.owed_by) == ("us/frcp/4(m)", (anchor,), ())
    assert found.declined_by == BY["by"]
    assert found.label == Label(audience="firm", ground="work-product")
    assert "Served" not in repr(found)
    with pytest.raises(InvalidTypeError, match="runs from nothing"):
        m.ProposalDeclined(
            rule="us/frcp/4(m)", anchors=(), ground="Served", happened_on=DAY
        )
    with pytest.raises(LegalCaseError, match="event"):
        after(opened(), declined)
