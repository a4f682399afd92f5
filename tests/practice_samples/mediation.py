"""Samples of what happens in mediation: a mark in every text of it."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Ref
from legalcase.practice import (
    MEDIATION_RULES,
    MediationBegun,
    MediationEnded,
    MediationNoteTaken,
    MediationProposalAnswered,
    MediationProposalMade,
    MediationReport,
    MediationSessionHeld,
    MediationSessionNotHeld,
    MediationSessionSet,
)

EVENTS = (
    MediationBegun(
        mediation_id="med",
        mediator="person:9",
        parties=("roe", "acme"),
        arose="ordered",
        by_order=Ref("event", "e-1"),
        is_separate=True,
        domains=("custody", "property"),
        confidentiality="us-ca/evid/1119",
        happened_on=DAY,
    ),
    MediationSessionSet(
        session_id="first", mediation_id="med", hearing_id="trial", happened_on=DAY
    ),
    MediationSessionSet(
        session_id="second",
        mediation_id="med",
        day=date(2026, 6, 20),
        happened_on=DAY,
    ),
    MediationSessionHeld(
        session_id="first",
        attended=("roe", "acme"),
        with_others=(f"an interpreter {CANARY}",),
        happened_on=DAY,
    ),
    MediationSessionNotHeld(
        session_id="second", ground=f"Ill {CANARY}", happened_on=DAY
    ),
    MediationProposalMade(
        proposal_id="house",
        mediation_id="med",
        session_id="first",
        by_party="acme",
        terms=f"The house for the pension {CANARY}",
        in_document="signed",
        open_until=date(2026, 6, 30),
        happened_on=DAY,
    ),
    MediationProposalAnswered(
        proposal_id="house",
        answer="countered",
        by_party="roe",
        text=f"Half the pension {CANARY}",
        happened_on=DAY,
    ),
    MediationNoteTaken(
        note_id="note-1",
        mediation_id="med",
        session_id="first",
        text=f"They would take less {CANARY}",
        happened_on=DAY,
    ),
    MediationEnded(
        mediation_id="med",
        outcome="partial",
        in_document="signed",
        ground=f"Custody is left {CANARY}",
        happened_on=DAY,
    ),
)
_RULE = MEDIATION_RULES[0]
assert _RULE.tells is not None
VALUES = (
    _RULE,
    MediationReport(case_id="roe", is_agreed=True, authority=_RULE.tells),
)
