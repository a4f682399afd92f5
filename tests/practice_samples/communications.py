"""Samples of what passes between us and the people of a case."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY, NOON
from legalcase.dates import Period
from legalcase.kernel import Label, Ref
from legalcase.practice import (
    CadenceAgreed,
    Communicated,
    ContactPreferenceSet,
    ExpectationAcknowledged,
    ExpectationDropped,
    ExpectationMet,
    ExpectationStated,
    ReplyGiven,
    ReplyWaived,
    StatusAgreed,
)


def _said(name: str, direction: str) -> Communicated:
    return Communicated(
        communication_id=name,
        with_parties=("roe",),
        with_others=(f"A. Clerk {CANARY}",),
        direction=direction,
        channel="telephone",
        subject=f"Income {CANARY}",
        summary=f"He has none {CANARY}",
        minutes=20,
        reply_by=date(2026, 6, 10),
        about=(Ref("deadline", "reply"),),
        in_document="signed",
        label=Label(audience="owner", ground="privileged"),
        happened_on=DAY,
        happened_at=NOON,
    )


def _expected(name: str, held_by: str) -> ExpectationStated:
    return ExpectationStated(
        expectation_id=name,
        of="roe",
        held_by=held_by,
        text=f"A call each week {CANARY}",
        due_on=date(2026, 6, 10),
        happened_on=DAY,
    )


EVENTS = (
    _said("call", "in"),
    _said("answer", "out"),
    ReplyGiven(communication_id="call", by_communication="answer", happened_on=DAY),
    ReplyWaived(communication_id="answer", ground=f"No {CANARY}", happened_on=DAY),
    CadenceAgreed(party_id="roe", every=Period.parse("30 days"), happened_on=DAY),
    ContactPreferenceSet(
        party_id="roe",
        channels=("telephone", "message"),
        language="es",
        needs_interpreter=True,
        caution=f"Not at home {CANARY}",
        happened_on=DAY,
    ),
    StatusAgreed(
        party_id="roe",
        text=f"We wait for the court {CANARY}",
        next_step=f"A hearing {CANARY}",
        approved_by=f"lead {CANARY}",
        happened_on=DAY,
    ),
    _expected("weekly", "party"),
    ExpectationAcknowledged(
        expectation_id="weekly",
        acknowledged_by=f"lead {CANARY}",
        reply=f"Each month {CANARY}",
        happened_on=DAY,
    ),
    ExpectationMet(
        expectation_id="weekly", evidence=f"Called {CANARY}", happened_on=DAY
    ),
    _expected("papers", "us"),
    ExpectationDropped(
        expectation_id="papers", ground=f"Lost {CANARY}", happened_on=DAY
    ),
)
