"""Virginia: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
DAY: Final = date(2026, 6, 2)


def test_a_complaint_is_answered_in_twenty_one_days() -> None:
    """Rule 3:8(a); it was served as process, so that nothing is added."""
    found = due_after_service("us-va/vacc", "summons-served", DAY)
    assert found["us-va/rules/3:8(a)"] == date(2026, 6, 23)
    assert found["us-va/rules/3:9(b)(i)"] == date(2026, 6, 23)


@pytest.mark.parametrize("court", ["us/vaed", "us/vawd"])
def test_a_federal_court_in_virginia_keeps_its_election_day(court: str) -> None:
    """A day declared a holiday by the state: forward it counts, back it does not."""
    asked = LAW.compute(
        "21 days",
        after=date(2026, 10, 13),
        under="us/frcp",
        court=court,
        service="personal",
    )
    assert asked.due == date(2026, 11, 4)
    back = LAW.compute(
        "7 days", before=date(2026, 11, 10), under="us/frcp", court=court
    )
    assert back.due == date(2026, 11, 3)


def test_days_for_mail_are_added_before_a_closed_day_is_passed() -> None:
    """Twenty-one days end on Saturday; with three more, on Tuesday."""
    found = LAW.compute(
        "21 days", after=date(2026, 6, 6), under="us-va", service="mail"
    )
    assert found.due == date(2026, 6, 30)
    none = LAW.compute("30 days", after=date(2026, 6, 4), under="us-va/code")
    assert (none.due, none.readings) == (date(2026, 7, 6), ())


def test_the_twenty_one_days_of_a_judgment_are_safe_on_the_day_itself() -> None:
    """Rule 1:1(a): "and no longer"."""
    found = LAW.compute("us-va/rules/1:1(a)", after=date(2026, 6, 13))
    assert (found.due, found.safe) == (date(2026, 7, 6), date(2026, 7, 4))


def test_a_district_court_has_none_of_the_rules_of_the_circuit_courts() -> None:
    """Ten days to the circuit court (16.1-106(A)), and bond and costs in thirty."""
    found = due_after_service("us-va/general-district", "summons-served", DAY)
    assert not any(
        rule.startswith(("us-va/rules/", "us-va/appeals/")) for rule in found
    )
    asked = LAW.compute("us-va/district/16.1-106(A)", after=date(2026, 6, 2))
    assert asked.due == date(2026, 6, 12)


@pytest.mark.parametrize("rule", ["16.1-107(A)", "16.1-107(E)"])
def test_an_unlawful_detainer_leaves_ten_days_for_bond_and_writ_tax(rule: str) -> None:
    """Section 8.01-129(A), against the thirty of section 16.1-107."""
    told = f"us-va/district/{rule}"
    asked = {
        answer: LAW.compute(
            told, after=DAY, facts={"unlawful-detainer-judgment": answer}
        ).due
        for answer in ("yes", "no")
    }
    assert asked == {"yes": date(2026, 6, 12), "no": date(2026, 7, 2)}
    assert LAW.compute(told, after=DAY).safe == date(2026, 6, 12)
