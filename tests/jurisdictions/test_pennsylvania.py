"""Pennsylvania: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
DAY: Final = date(2026, 6, 1)
COURTS: Final = LAW.courts("us-pa")


def test_the_defendant_answers_and_the_plaintiff_certifies() -> None:
    """Twenty days from the complaint; nothing is added for a summons without one."""
    found = due_after_service("us-pa/common-pleas", "complaint-served", DAY)
    assert found["us-pa/rcp/1026(a)"] == date(2026, 6, 22)
    assert not any(rule.startswith("us-pa/mdj/") for rule in found)


def test_days_on_which_the_courts_sit_are_left_out_and_closed_ones_asked_about() -> (
    None
):
    """Flag Day is a legal holiday; the day after Thanksgiving is none by statute."""
    flag = LAW.compute("30 days", after=date(2024, 5, 15), under="us-pa")
    assert flag.due == flag.safe == date(2024, 6, 17)
    thanks = LAW.compute("30 days", after=date(2023, 10, 25), under="us-pa")
    assert (thanks.due, thanks.safe) == (date(2023, 11, 24), date(2023, 11, 24))
    assert {reading.due for reading in thanks.readings} == {date(2023, 11, 27)}


def test_mail_lengthens_what_runs_from_service_on_appeal_alone() -> None:
    """Pa.R.A.P. 121(e): three days for the appellee's brief, none for an answer."""
    brief = "us-pa/rap/2185(a)(1)-appellee"
    by_hand = LAW.compute(brief, after=date(2026, 4, 7), service="personal")
    by_mail = LAW.compute(brief, after=date(2026, 4, 7), service="mail")
    assert (by_hand.due, by_mail.due) == (date(2026, 5, 7), date(2026, 5, 11))
    with pytest.raises(lc.LegalCaseError, match="no method of service"):
        LAW.compute("us-pa/rcp/1026(a)", after=DAY, service="mail")


def test_reargument_in_time_puts_off_the_petition_for_allowance_of_appeal() -> None:
    """Pa.R.A.P. 1113(a)(1): for all parties, from the order on it."""
    rule, judgment = "us-pa/rap/1113(a)", date(2026, 3, 2)
    assert LAW.compute(
        rule, after={"appellate-judgment-entered": judgment}
    ).due == date(2026, 4, 1)
    both = {
        "appellate-judgment-entered": judgment,
        "reargument-decided": date(2026, 5, 8),
    }
    assert LAW.compute(rule, after=both).due == date(2026, 6, 8)


def test_the_courts_keep_eastern_time() -> None:
    """All five, and one calendar."""
    assert len(COURTS) == 5
    for court in COURTS:
        assert court.zones == ("America/New_York",)
        assert dict(court.calendars) == {"court": "us-pa"}
