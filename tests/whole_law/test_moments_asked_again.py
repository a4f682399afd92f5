"""A moment, or a service, that is asked again is answered as the first time.

A law of which nothing was asked yet says what the first time is: one for each question.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc

LAW = lc.Law.bundled()

#: What a computation says, in the order in which it is asked here.
SAID = (
    "due",
    "safe",
    "nominal",
    "is_running",
    "is_provisional",
    "bound",
    "parts",
    "waits_for",
    "barred_by",
    "sources",
    "inputs",
    "steps",
    "trace",
    "readings",
    "notices",
    "due_at",
    "links",
    "subject",
    "outcome",
)


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("48 hours", {"under": "us/frcp", "court": "nysd"}),
        ("us/frcp/33(b)(2)", {"court": "cand", "service": "mail"}),
        ("us/frcp/33(b)(2)", {"court": "cand"}),
        ("10 days", {"under": "gb-eaw/cpr"}),
        ("10 days", {"under": "us/frcp"}),
        ("us/ded/lr/7-1-2-answer", {"court": "ded"}),
    ],
)
def test_an_instant_is_answered_as_the_first_time(
    question: str, given: dict[str, Any]
) -> None:
    """By the court's clock; where nobody knows that, afresh each time."""
    began = datetime(2009, 10, 3, 22, 30, tzinfo=UTC)
    for number in range(0, 4000, 97):
        for zone in (UTC, ZoneInfo("America/Los_Angeles")):
            moment = (began + timedelta(days=number)).astimezone(zone)
            asked = {"after": moment, **given}
            found, fresh = (
                _told(law, question, asked) for law in (LAW, LAW.with_closures({}))
            )
            assert found == fresh


def _told(law: lc.Law, question: str, asked: dict[str, Any]) -> Any:
    try:
        found = law.compute(question, **asked)
    except lc.LegalCaseError as error:
        return str(error)
    return [getattr(found, name) for name in SAID]


@pytest.mark.parametrize("method", ["first-class-post", "mail", "email"])
def test_a_service_is_answered_as_the_first_time(method: str) -> None:
    """Under the texts before and after a change."""
    for number in range(0, 9000, 311):
        day = date(2001, 1, 2) + timedelta(days=number)
        asked = (day, method)
        found, fresh = (_served(law, asked) for law in (LAW, LAW.with_closures({})))
        assert found == fresh


def _served(law: lc.Law, asked: tuple[date, str]) -> Any:
    try:
        found = law.served_on(*asked, under="gb-eaw/cpr")
    except lc.LegalCaseError as error:
        return str(error)
    return [getattr(found, name) for name in SAID]
