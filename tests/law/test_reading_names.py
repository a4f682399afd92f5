"""Readings name the question that they answer, so that they can be chosen."""

from __future__ import annotations

from datetime import date

import pytest

import legalcase as lc
from legalcase.counting.argument.findings import Reading

DAY = date(2026, 6, 3)


def test_several_answers_are_told_apart() -> None:
    """A reading that answers two questions gives both."""
    both = Reading(
        question="A? B?",
        choice="no: add, roll; yes",
        authority="",
        due=DAY,
        dispute="us/frcp#mail-order; us#observed-friday",
    )
    assert both.answers == {
        "us/frcp#mail-order": "no: add, roll",
        "us#observed-friday": "yes",
    }


@pytest.mark.parametrize(
    ("dispute", "choice"),
    [
        ("", "the safest of each part"),
        ("service", "mail"),
        ("#time-of-day", "no"),
        ("us/frcp#mail-order", "the one in force on the due date; no: add, roll"),
        ("us/frcp#mail-order; service", "no: add, roll; mail"),
    ],
)
def test_what_no_reading_chooses_has_no_answers(dispute: str, choice: str) -> None:
    """An input, a version, an event to come: they are given otherwise."""
    reading = Reading(
        question="?", choice=choice, authority="", due=DAY, dispute=dispute
    )
    assert reading.answers == {}


def test_rules_calendars_and_deadlines_list_their_questions_alike() -> None:
    """By the full id; a calendar also those of the one that it is based on."""
    rule = lc.rule("us/frcp")
    assert [*rule.disputed] == [f"us/frcp#{dispute.id}" for dispute in rule.disputes]
    assert rule.disputed["us/frcp#executive-closings"].adopted == "no"
    calendar = lc.calendar("us-ca/legal-holidays")
    assert [*calendar.disputed] == [
        f"{owner}#{one.id}" for owner, one in calendar.definition.owned_disputes()
    ]
    assert calendar.disputed
    deadline = lc.rule("us-ca/ccp/473(b)")
    assert set(deadline.disputed) == {
        f"us-ca/ccp/473(b)#{d.id}" for d in deadline.disputes
    }
    assert deadline.disputed
