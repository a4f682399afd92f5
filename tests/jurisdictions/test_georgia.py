"""Georgia: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
#: A Monday; thirty days from it are Wednesday, 1 July.
DAY: Final = date(2026, 6, 1)


def test_the_defendant_serves_and_files_and_can_open_a_default() -> None:
    """Thirty days from the complaint, fifteen more; nothing of another court's rule."""
    found = due_after_service("us-ga/gasuperct", "complaint-served", DAY)
    assert found["us-ga/ocga/9-11-12(a)"] == date(2026, 7, 1)
    assert found["us-ga/ocga/9-11-55(a)-default"] == date(2026, 7, 1)
    assert found["us-ga/ocga/9-11-55(a)"] == date(2026, 7, 16)
    assert not any("44-7-5" in str(rule) for rule in found)


@pytest.mark.parametrize(
    ("after", "due", "safe"),
    [
        # Saturday, then Memorial Day; Sunday, then the birthday of Dr. King (Parsons v.
        # Capital Alliance Fin., LLC, 325 Ga. App. 884 (2014)).
        (date(2025, 4, 24), date(2025, 5, 27), date(2025, 5, 27)),
        (date(2024, 12, 20), date(2025, 1, 21), date(2025, 1, 21)),
        # Independence Day is a Friday: no Monday is in question.
        (date(2025, 6, 4), date(2025, 7, 7), date(2025, 7, 7)),
        # The third Monday of February, on which offices are open.
        (date(2026, 1, 17), date(2026, 2, 17), date(2026, 2, 16)),
        # Thanksgiving and the Friday after it.
        (date(2025, 10, 28), date(2025, 12, 1), date(2025, 12, 1)),
    ],
)
def test_a_last_day_on_a_holiday(after: date, due: date, safe: date) -> None:
    """What the section leaves open is shown where it matters, and there alone."""
    found = LAW.compute("us-ga/ocga/9-11-12(a)", after=after)
    assert (found.due, found.safe) == (due, safe)


def test_the_mail_of_the_filing_provider_is_a_question() -> None:
    """E-mail adds three days; whether the provider's does, no decision says."""
    rule = "us-ga/uscr/6.2"
    by_email = LAW.compute(rule, after=DAY, service="email")
    assert by_email.due == by_email.safe == date(2026, 7, 6)
    by_provider = LAW.compute(rule, after=DAY, service="electronic")
    assert by_provider.due == by_provider.safe == date(2026, 7, 1)
    assert date(2026, 7, 6) in {reading.due for reading in by_provider.readings}


def test_what_comes_about_by_itself_is_not_moved() -> None:
    """Five years without a written order end on the day itself, a Saturday."""
    found = LAW.compute("us-ga/ocga/9-2-60(b)", after=date(2021, 5, 8))
    assert found.due == date(2026, 5, 8)
    weekend = LAW.compute("us-ga/ocga/9-2-60(b)", after=date(2021, 5, 9))
    assert weekend.due == weekend.safe == date(2026, 5, 9)


def test_the_federal_courts_there_keep_the_governors_days() -> None:
    """Twenty-one days end on the State Holiday of 18 April 2025."""
    answer = "us/frcp/12(a)(1)(A)(i)"
    for court in ("gand", "gamd", "gasd"):
        found = LAW.compute(answer, after=date(2025, 3, 28), court=f"us/{court}")
        assert found.due == date(2025, 4, 21)
    elsewhere = LAW.compute(answer, after=date(2025, 3, 28), court="us/cand")
    assert elsewhere.due == date(2025, 4, 18)


def test_a_dispossessory_is_appealed_within_seven_days() -> None:
    """Before and since the petitions for review of July 2023."""
    for judgment, due in (
        (date(2022, 5, 4), date(2022, 5, 11)),
        (date(2026, 5, 16), date(2026, 5, 26)),
    ):
        assert LAW.compute("us-ga/ocga/44-7-56", after=judgment).due == due


def test_a_motion_puts_off_the_answer_since_april_2025() -> None:
    """S.B. 68 of 2025: it meets the thirty days, and a ruling begins fifteen more."""
    answer = LAW.deadline("us-ga/ocga/9-11-12(a)")
    earlier, later = answer.versions[0], answer.versions[-1]
    assert "rule-12-motion-served" not in earlier.met_by
    assert "rule-12-motion-served" in later.met_by
    ruled = LAW.compute("us-ga/ocga/9-11-12(a)-ruling", after=DAY)
    assert ruled.due == date(2026, 6, 16)


def test_the_orders_of_2020_are_left_out_of_the_time_of_repose() -> None:
    """Golden v. Floyd Healthcare Mgmt. (Ga. 2024): 122 days after 1 July 2021."""
    found = LAW.compute("us-ga/limitation/9-3-71(b)", after=date(2016, 7, 1))
    assert found.due == date(2021, 11, 1)


@pytest.mark.parametrize(
    ("after", "due", "safe"),
    [
        (date(2026, 3, 4), date(2026, 4, 6), date(2026, 4, 3)),
        (date(2026, 10, 28), date(2026, 11, 30), date(2026, 11, 27)),
        (date(2025, 3, 19), date(2025, 4, 21), date(2025, 4, 21)),
    ],
)
def test_a_day_that_stands_by_pattern_is_not_called_safe(
    after: date, due: date, safe: date
) -> None:
    """The Governor's list for 2026 was not read; that for 2025 was."""
    found = LAW.compute("us-ga/ocga/9-11-12(a)", after=after)
    assert (found.due, found.safe) == (due, safe)
