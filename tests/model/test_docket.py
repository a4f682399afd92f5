"""The docket: what an entry says, and whether a service was proved."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, after, computation, joined, opened, set_
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Ref

LATER = DAY + timedelta(days=9)


def served(*events: Any, on: tuple[str, ...] = ("acme", "doe")) -> m.CaseFile:
    """A service on two defendants, by mail."""
    service = m.Served(title="Summons", on=on, method="personal", happened_on=DAY)
    people = (joined("roe", "plaintiff"), joined("acme"), joined("doe"))
    return after(opened(), *people, Draft(service, event_id="service"), *events)


def proof(**said: Any) -> m.ProofOfServiceFiled:
    """A proof of it, filed later."""
    given: dict[str, Any] = {"served_on": DAY, "happened_on": LATER, **said}
    return m.ProofOfServiceFiled(service="service", **given)


def test_an_entry_has_its_place_and_its_days() -> None:
    """Filed on one day, put on the docket on another; an order signed before."""
    filed = m.Filed(
        title="Complaint",
        number="1",
        sequence=2,
        entered_on=LATER,
        happened_on=DAY,
    )
    order = m.OrderEntered(title="Order", sequence=3, signed_on=DAY, happened_on=LATER)
    docket = after(
        opened(), Draft(filed, event_id="f"), Draft(order, event_id="o")
    ).case.docket
    assert (docket["f"].happened_on, docket["f"].entered_on) == (DAY, LATER)
    assert (docket["f"].number, docket["f"].sequence) == ("1", 2)
    assert (docket["o"].happened_on, docket["o"].signed_on) == (LATER, DAY)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (m.Filed, {"title": "A", "entered_on": DAY - timedelta(days=1)}),
        (m.OrderEntered, {"title": "A", "signed_on": LATER}),
        (m.JudgmentEntered, {"title": "A", "signed_on": LATER}),
        (m.ProofOfServiceFiled, {"service": "s", "served_on": LATER}),
        (
            m.ProofOfServiceFiled,
            {"service": "s", "entered_on": DAY - timedelta(days=1)},
        ),
    ],
)
def test_days_that_cannot_be_so_are_refused(event: Any, said: dict[str, Any]) -> None:
    """Entered before it was filed, signed after it was entered: a year mistyped."""
    with pytest.raises(InvalidValueError, match="Check both"):
        event(happened_on=DAY, **said)


def test_a_service_is_proved_by_its_proof() -> None:
    """As to all on whom it was; the proof is an entry of its own."""
    file = served()
    shown = m.service_of(file.case.docket, "service")
    assert (shown.is_proved, shown.findings) == (False, ("no-proof",))
    assert shown.unproved == ("acme", "doe")
    assert m.services_unproved(file.case.docket) == (shown,)
    file = after(file, proof(on=("acme",), server=f"S {CANARY}", by=("roe",)))
    shown = m.service_of(file.case.docket, "service")
    assert (shown.is_proved, shown.unproved) == (False, ("doe",))
    file = after(file, proof(on=("doe",)))
    assert m.service_proved(file.case.docket, "service")
    assert m.services_unproved(file.case.docket) == ()
    entry = next(one for one in file.case.docket if one.by == ("roe",))
    assert entry.kind == "proof-of-service-filed"
    assert entry.about == ("event:service",)
    assert CANARY not in repr(file.case.docket["service"])


@pytest.mark.parametrize(
    ("said", "findings", "is_proved"),
    [
        ({"served_on": LATER}, ("another-day",), False),
        ({"method": "mail"}, ("another-method",), True),
        ({"served_on": None}, ("day-not-said",), True),
        ({"method": "personal"}, (), True),
    ],
)
def test_what_a_proof_says_otherwise_is_told(
    said: dict[str, Any], findings: tuple[str, ...], is_proved: bool
) -> None:
    """A deadline hangs on the day, and perhaps on the way."""
    shown = m.service_of(served(proof(**said)).case.docket, "service")
    assert (shown.findings, shown.is_proved) == (findings, is_proved)
    assert len(shown.said) == len(findings)


def test_a_struck_proof_proves_nothing() -> None:
    """As if it had not been filed."""
    file = served(Draft(proof(), event_id="proof"))
    file = after(file, m.EntryStruck(entry_id="proof", happened_on=LATER))
    assert not m.service_proved(file.case.docket, "service")
    assert file.case.docket["service"].stands


def test_a_quashed_service_sends_what_runs_from_it_to_review() -> None:
    """It is quashed once, and only a service is."""
    file = served(proof(), set_("answer"))
    computed = m.Computed(
        computation=computation(),
        anchors=(m.Anchor("summons-served", Ref("event", "service")),),
    )
    file = after(
        file,
        m.DeadlineRecomputed(deadline_id="answer", basis=computed, happened_on=DAY),
        m.DeadlineConfirmed(
            deadline_id="answer", confirmed_by="lawyer", happened_on=DAY
        ),
        m.ServiceQuashed(entry_id="service", ground="No agent", happened_on=LATER),
    )
    shown = m.service_of(file.case.docket, "service")
    assert (shown.findings, shown.is_proved) == (("quashed",), False)
    assert m.services_unproved(file.case.docket) == ()
    deadline = file.case.deadlines["answer"]
    assert deadline.review.state == "needs-review"
    assert deadline.review.because == (file.log[-1].event_id,)
    with pytest.raises(IllegalTransitionError, match="does not stand any more"):
        after(file, m.ServiceQuashed(entry_id="service", happened_on=LATER))


def test_a_proof_is_of_a_service_and_of_those_on_whom_it_was() -> None:
    """Not of a filing, and of nobody else."""
    filed = Draft(m.Filed(title="Complaint", happened_on=DAY), event_id="filed")
    file = served(filed)
    wrong = m.ProofOfServiceFiled(service="filed", happened_on=LATER)
    with pytest.raises(InvalidValueError, match="'filed' is no service"):
        after(file, wrong)
    with pytest.raises(InvalidValueError, match="was not on 'roe'"):
        after(file, proof(on=("roe",)))
    with pytest.raises(InvalidValueError, match="'filed' is of the kind 'filed', whi"):
        after(file, m.ServiceQuashed(entry_id="filed", happened_on=LATER))
    with pytest.raises(InvalidValueError, match="and no service"):
        m.service_of(file.case.docket, "filed")
    with pytest.raises(UnknownNameError):
        m.service_of(file.case.docket, "servic")
