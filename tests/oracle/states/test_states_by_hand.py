"""Days of the states counted by hand, at the borders of a rule or of a year."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import oracle
from oracle.question import OutOfScopeError, Question
from oracle.states import michigan, north_carolina, pennsylvania, texas


def ask(rule: str, period: str, trigger: str, **facts: Any) -> str:
    """Answer in a line; a minus sign turns the period round, `reading` names one."""
    reading = facts.pop("reading", None)
    number, unit = period.split(" ", 1)
    question = Question(
        system=rule,
        period_number=abs(int(number)),
        unit=unit,
        direction="before" if number.startswith("-") else "after",
        trigger=date.fromisoformat(trigger),
        **facts,
    )
    return oracle.answer(question, reading).isoformat()


MAIL = {"service": "mail"}


@pytest.mark.parametrize(
    ("rule", "period", "trigger", "facts", "due"),
    [
        # New York: two days pass over the Saturday and the Sunday between, one and
        # three do not; a Saturday at the end is moved on, after days were added.
        ("us-ny/cplr", "2 days", "2025-06-06", {}, "2025-06-10"),
        ("us-ny/cplr", "3 days", "2025-06-06", {}, "2025-06-09"),
        ("us-ny/cplr", "2 days", "2025-06-05", {}, "2025-06-09"),
        ("us-ny/cplr", "2 days", "2025-06-05", MAIL, "2025-06-12"),
        ("us-ny/cplr", "1 days", "2005-12-02", MAIL, "2005-12-08"),
        ("us-ny/cplr", "-8 days", "2025-06-23", {}, "2025-06-13"),
        ("us-ny/cplr", "-8 days", "2025-06-23", {"reading": "later"}, "2025-06-16"),
        ("us-ny/cplr", "-8 days", "2025-06-23", MAIL, "2025-06-10"),
        # Texas: five days, not six; the three for mail count closed days.
        ("us-tx/trcp", "5 days", "2025-06-11", MAIL, "2025-06-23"),
        ("us-tx/trcp", "6 days", "2025-06-11", MAIL, "2025-06-20"),
        ("us-tx/trap", "5 days", "2025-06-11", {}, "2025-06-16"),
        ("us-tx/trcp", "30 days", "2013-12-02", {"service": "fax"}, "2014-01-06"),
        ("us-tx/trcp", "30 days", "2014-01-02", {"service": "fax"}, "2014-02-03"),
        ("us-tx/trcp", "30 days", "2025-11-24", {}, "2025-12-24"),
        (
            "us-tx/trcp",
            "30 days",
            "2025-11-24",
            {"reading": "december"},
            "2025-12-29",
        ),
        # Florida: day one of a Friday's service is Monday, since 2019.
        ("us-fl/rgpja", "10 days", "2018-12-28", {}, "2019-01-07"),
        ("us-fl/rgpja", "10 days", "2024-01-05", {}, "2024-01-17"),
        ("us-fl/rgpja", "6 days", "2024-01-01", {}, "2024-01-09"),
        ("us-fl/rgpja", "20 days", "2024-10-07", MAIL, "2024-11-04"),
        # Illinois: Lincoln's Birthday on a Sunday, and election days of even years.
        ("us-il/statutes", "10 days", "2023-02-03", {}, "2023-02-14"),
        ("us-il/statutes", "5 days", "2024-10-31", {}, "2024-11-06"),
        ("us-il/statutes", "5 days", "2023-11-02", {}, "2023-11-07"),
        # Pennsylvania, Ohio, Georgia, North Carolina.
        ("us-pa/rja", "10 days", "2024-03-19", {}, "2024-04-01"),
        ("us-oh/civr", "6 days", "2025-06-12", {}, "2025-06-23"),
        ("us-oh/civr", "7 days", "2025-06-12", {}, "2025-06-20"),
        ("us-oh/civr", "5 days", "2025-06-09", MAIL, "2025-06-17"),
        (
            "us-oh/civr",
            "5 days",
            "2025-06-09",
            {**MAIL, "reading": "all"},
            "2025-06-20",
        ),
        ("us-ga/ocga", "30 days", "2025-03-07", {"service": "email"}, "2025-04-09"),
        # Parsons v. Capital Alliance Fin., LLC, 325 Ga. App. 884 (2014).
        ("us-ga/ocga", "30 days", "2011-12-16", {}, "2012-01-17"),
        ("us-nc/rcp", "30 days", "2025-03-06", MAIL, "2025-04-08"),
        (
            "us-nc/rcp",
            "30 days",
            "2025-03-06",
            {**MAIL, "reading": "roll-first"},
            "2025-04-10",
        ),
        # Michigan: the rule's own example, and a day that the statute alone has.
        ("us-mi/mcr", "3 months", "2025-01-31", {}, "2025-04-30"),
        ("us-mi/mcr", "21 days", "2025-01-22", {}, "2025-02-12"),
        (
            "us-mi/mcr",
            "21 days",
            "2025-01-22",
            {"reading": "statute-too"},
            "2025-02-13",
        ),
    ],
)
def test_boundary(
    rule: str, period: str, trigger: str, facts: dict[str, Any], due: str
) -> None:
    """The day counted by hand is the oracle's."""
    assert ask(rule, period, trigger, **facts) == due


def test_hours_in_new_york_end_at_the_same_hour() -> None:
    """Twenty-four hours from Friday at three end on Monday at three (25-a)."""
    zone = ZoneInfo("America/New_York")
    question = Question(
        system="us-ny/cplr",
        period_number=24,
        unit="hours",
        trigger=datetime(2025, 6, 6, 15, 0, tzinfo=zone),
    )
    assert oracle.answer(question) == datetime(2025, 6, 9, 15, 0, tzinfo=zone)


@pytest.mark.parametrize(
    ("rule", "trigger", "facts"),
    [
        ("us-ny/cplr", "2015-12-31", {"service": "mail-out-of-state"}),
        ("us-ny/cplr", "2020-03-02", {}),
        ("us-tx/trcp", "2013-12-31", {"service": "email"}),
        ("us-tx/trcp", "1990-08-31", {}),
        ("us-tx/trap", "1997-08-31", {}),
        ("us-fl/rgpja", "2012-09-30", {}),
        ("us-oh/civr", "2012-06-30", {}),
        ("us-ga/ocga", "2009-12-31", {"service": "email"}),
    ],
)
def test_unread_law_is_refused(rule: str, trigger: str, facts: dict[str, Any]) -> None:
    """Where no text was read the oracle says so, and gives no date."""
    with pytest.raises(OutOfScopeError):
        ask(rule, "30 days", trigger, **facts)


@pytest.mark.parametrize(
    ("holiday", "text", "closed"),
    [
        (texas.holiday, "2024-01-19", True),
        (texas.holiday, "2024-10-14", False),
        (texas.holiday, "2022-12-26", False),  # Christmas of a Sunday moves nowhere
        (pennsylvania.holiday, "2024-11-05", True),
        (pennsylvania.holiday, "2024-06-14", True),
        (north_carolina.holiday, "2023-12-27", True),
        (north_carolina.holiday, "2024-02-19", False),
        (michigan.holiday, "2015-12-24", True),
        (michigan.holiday, "2015-07-03", True),
        (michigan.holiday, "2015-10-12", False),
        (michigan.holiday, "2022-06-20", True),
        (michigan.holiday, "2021-06-18", False),
    ],
)
def test_holiday(holiday: Any, text: str, closed: bool) -> None:
    """The days at which lists differ or changed are kept."""
    assert (holiday(date.fromisoformat(text)) is not None) is closed
