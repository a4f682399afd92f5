"""The oracle at the edges of the rules: dates counted by hand from the texts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import oracle
from oracle import doubts
from oracle.question import OutOfScopeError, Question


def ask(system: str, period: str, trigger: str, **facts: Any) -> str:
    """Put a question in short: a minus turns the period round, `reading` names one."""
    reading = facts.pop("reading", None)
    number, unit = period.split(" ", 1)
    question = Question(
        system=system,
        period_number=abs(int(number)),
        unit=unit,
        direction="before" if number.startswith("-") else "after",
        trigger=date.fromisoformat(trigger),
        **facts,
    )
    return oracle.answer(question, reading).isoformat()


@pytest.mark.parametrize(
    ("system", "period", "trigger", "facts", "due"),
    [
        # The method before 2009-12-01, and the threshold of each set of rules.
        ("us/frcp", "10 days", "2009-11-20", {}, "2009-12-07"),
        ("us/frcp", "10 days", "2009-12-01", {}, "2009-12-11"),
        ("us/frap", "10 days", "2002-11-29", {}, "2002-12-09"),
        ("us/frap", "10 days", "2002-12-02", {}, "2002-12-16"),
        ("us/frap", "6 days", "2002-06-03", {}, "2002-06-11"),
        # Three days for service by electronic means until 2016-11-30.
        ("us/frcp", "30 days", "2016-11-28", {"service": "electronic"}, "2017-01-03"),
        ("us/frcp", "30 days", "2016-12-05", {"service": "electronic"}, "2017-01-04"),
        # A state's holiday counts forward, and only in its own districts.
        ("us/frcp", "14 days", "2024-02-19", {}, "2024-03-04"),
        ("us/frcp", "14 days", "2024-02-19", {"forum": "IL"}, "2024-03-05"),
        ("us/frcp", "-14 days", "2024-03-18", {"forum": "IL"}, "2024-03-04"),
        # Overnight: two calendar days for motions, two court days under 437c.
        ("us-ca", "-81 days", "2025-06-06", {"service": "overnight"}, "2025-03-14"),
        (
            "us-ca",
            "-81 days",
            "2025-06-06",
            {"service": "overnight", "table": "437c"},
            "2025-03-13",
        ),
        # Five days or fewer skip Easter; six do not; only the office rolls.
        ("gb-eaw/cpr", "5 days", "2024-03-27", {}, "2024-04-05"),
        ("gb-eaw/cpr", "6 days", "2024-03-27", {}, "2024-04-02"),
        ("gb-eaw/cpr", "7 days", "2024-03-22", {"act": "serve"}, "2024-03-29"),
        ("gb-eaw/cpr", "7 days", "2024-03-22", {"act": "file"}, "2024-04-02"),
        ("gb-eaw/cpr", "-14 clear days", "2026-06-08", {}, "2026-05-24"),
        ("gb-eaw/cpr", "-14 clear days", "2026-06-08", {"act": "file"}, "2026-05-26"),
        (
            "gb-eaw/cpr",
            "-14 clear days",
            "2026-06-08",
            {"act": "file", "reading": "cautious"},
            "2026-05-22",
        ),
        ("gb-eaw/cpr", "-3 clear days", "2024-06-13", {}, "2024-06-07"),
        (
            "gb-eaw/cpr",
            "-3 clear days",
            "2024-06-13",
            {"reading": "literal-start"},
            "2024-06-09",
        ),
        # The month that is too short, the Land's own day, and no roll backward.
        ("de/zpo", "1 months", "2025-01-31", {}, "2025-02-28"),
        ("de/zpo", "2 weeks", "2024-10-18", {"land": "NW"}, "2024-11-04"),
        ("de/zpo", "2 weeks", "2024-10-18", {"land": "BE"}, "2024-11-01"),
        ("de/zpo", "-2 weeks", "2025-06-15", {}, "2025-06-01"),
        # Only appellate Notfristen stand still; Good Friday ends no period.
        ("at/zpo", "4 weeks", "2023-06-18", {}, "2023-07-17"),
        ("at/zpo", "14 days", "2024-03-15", {}, "2024-04-02"),
        (
            "at/zpo",
            "4 weeks",
            "2023-12-15",
            {"nature": "appeal-notfrist"},
            "2024-01-26",
        ),
        (
            "at/zpo",
            "4 weeks",
            "2023-12-27",
            {"nature": "appeal-notfrist"},
            "2024-02-05",
        ),
        (
            "at/zpo",
            "2 months",
            "2023-07-20",
            {"nature": "appeal-notfrist"},
            "2023-10-17",
        ),
        (
            "at/zpo",
            "2 months",
            "2023-07-20",
            {"nature": "appeal-notfrist", "reading": "rest-added"},
            "2023-10-18",
        ),
        # The recess of before 2011: to 25 August, and of nearly all periods.
        (
            "at/zpo",
            "4 weeks",
            "1992-08-25",
            {"nature": "appeal-notfrist"},
            "1992-09-22",
        ),
        ("at/zpo", "1 months", "2010-07-01", {"nature": "ordinary"}, "2010-09-13"),
        ("at/zpo", "4 weeks", "1997-12-11", {"nature": "notfrist"}, "1998-01-08"),
        ("at/zpo", "3 months", "2011-04-20", {"nature": "ordinary"}, "2011-07-20"),
        # Raw end Saturday 13 July; the Monday it rolls to opens the window.
        (
            "at/zpo",
            "4 weeks",
            "2024-06-15",
            {"nature": "appeal-notfrist"},
            "2024-07-15",
        ),
        (
            "at/zpo",
            "4 weeks",
            "2024-06-15",
            {"nature": "appeal-notfrist", "reading": "window-after-roll"},
            "2024-08-19",
        ),
    ],
)
def test_boundary(
    system: str, period: str, trigger: str, facts: dict[str, Any], due: str
) -> None:
    """The day counted by hand is the oracle's."""
    assert ask(system, period, trigger, **facts) == due


def test_hours_are_elapsed_hours_in_federal_court() -> None:
    """Seventy-two hours over the end of daylight time end an hour early by the clock.

    The example is the committee's (note to Rule 6(a)(2), 2009).
    """
    zone = ZoneInfo("America/New_York")
    question = Question(
        system="us/frcp",
        period_number=72,
        unit="hours",
        trigger=datetime(2007, 11, 2, 10, 23, tzinfo=zone),
        as_of=date(2009, 12, 1),
    )
    assert oracle.answer(question) == datetime(2007, 11, 5, 9, 23, tzinfo=zone)


def test_german_hours_leave_out_whole_days() -> None:
    """Saturday, Sunday and Whit Monday are not counted (ZPO 222(3))."""
    zone = ZoneInfo("Europe/Berlin")
    question = Question(
        system="de/zpo",
        period_number=48,
        unit="hours",
        trigger=datetime(2025, 6, 6, 12, 0, tzinfo=zone),
    )
    assert oracle.answer(question) == datetime(2025, 6, 11, 12, 0, tzinfo=zone)


@pytest.mark.parametrize(
    ("system", "trigger", "facts"),
    [
        ("us/frcp", "1985-07-31", {}),
        ("us/frcp", "2001-11-30", {"service": "electronic"}),
        ("us/frap", "2002-11-30", {"service": "electronic"}),
        ("us-ca", "1988-06-01", {}),
        ("gb-eaw/cpr", "1999-04-25", {}),
        ("at/zpo", "1985-07-01", {"nature": "appeal-notfrist"}),
        ("de/zpo", "1990-01-02", {"land": "SN"}),
        ("de/zpo", "2036-12-20", {}),
    ],
)
def test_unread_law_is_refused(
    system: str, trigger: str, facts: dict[str, Any]
) -> None:
    """Where no text was read the oracle says so, and gives no date."""
    with pytest.raises(OutOfScopeError):
        ask(system, "30 days", trigger, **facts)


@pytest.mark.parametrize(
    ("code", "text", "doubted"),
    [
        ("CA", "2024-04-24", True),
        ("CA", "2024-11-29", False),
        ("CA", "2024-02-12", False),
        ("MA", "2024-06-17", True),
        ("MA", "2024-04-15", False),
        ("NV", "1999-10-29", True),
        ("NV", "2006-10-27", False),
        ("DC", "2021-01-20", True),
        ("IL", "2024-03-29", True),
        ("KS", "2024-11-29", True),
        ("NY", "2023-11-07", False),
    ],
)
def test_doubts_are_few(code: str, text: str, doubted: bool) -> None:
    """A doubt covers the disputed day, and not its undisputed neighbour."""
    assert doubts.state(code, date.fromisoformat(text)) is doubted
