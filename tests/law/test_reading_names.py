"""Readings name the question that they answer, so that they can be chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import pytest

import legalcase as lc
from legalcase.counting.argument.findings import Reading
from notice_words import asked, plain_calls

if TYPE_CHECKING:
    from legalcase import Computation, DeadlineRule

DAY = date(2026, 6, 3)
# About holidays that are disputed, recesses, ends of months, cut-offs.
DAYS = (
    DAY,
    date(2023, 12, 31),
    date(2024, 1, 31),
    date(2025, 7, 31),
    date(2027, 5, 20),
)


def found_on(day: date) -> list[tuple[DeadlineRule, Computation]]:
    """What plain calls on that day give, where it has readings."""
    found = [*plain_calls(day), *plain_calls(day, service="mail")]
    return [(rule, one) for rule, one in found if one.is_running and one.readings]


@pytest.mark.parametrize("day", DAYS)
def test_what_is_shown_can_be_chosen(day: date) -> None:
    """The answers of a reading, passed as readings=, give the date that it gave."""
    shown = found_on(day)
    assert shown
    for rule, computation in shown:
        for reading in computation.readings:
            if not reading.answers:
                continue
            again = asked(
                rule,
                day,
                service=computation.inputs.service,
                readings=reading.answers,
            )
            assert again is not None, (rule.id, reading)
            assert again.due == reading.due, (rule.id, reading)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_form_names_the_question(
    form: Literal["text", "markdown", "html"],
) -> None:
    """As text, as Markdown and as HTML."""
    for _, computation in found_on(DAY):
        said = computation.explain(form, width=10_000).replace("\\", "")
        for reading in computation.readings:
            assert not reading.dispute or f"[{reading.dispute}]" in said


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
