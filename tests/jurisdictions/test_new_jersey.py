"""New Jersey: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from schedule_cases import due_after_service

LAW: Final = lc.Law.bundled()
DAY: Final = date(2026, 6, 2)


def test_a_complaint_is_answered_in_thirty_five_days() -> None:
    """Rule 4:6-1(a); nothing is added to it, however the summons was served."""
    found = due_after_service("us-nj/njsuperct", "summons-served", DAY)
    assert found["us-nj/rules/4:6-1(a)"] == date(2026, 7, 7)
    assert not any(rule.startswith("us-nj/special-civil/") for rule in found)


def test_the_special_civil_part_has_times_of_its_own() -> None:
    """Rule 6:3-1: thirty-five days, and thirty for a crossclaim in place of ninety."""
    found = due_after_service("us-nj/special-civil-part", "summons-served", DAY)
    assert found["us-nj/special-civil/6:3-1(1)"] == date(2026, 7, 7)
    assert found["us-nj/special-civil/6:3-1(3)-cross-claim"] == date(2026, 7, 2)
    assert not any(rule.startswith("us-nj/rules/") for rule in found)


def test_the_federal_district_has_both_days_of_juneteenth() -> None:
    """19 June by the federal statute, the third Friday of June by the state's."""
    for after, due in (
        (date(2025, 5, 30), date(2025, 6, 23)),
        (date(2025, 5, 29), date(2025, 6, 23)),
        (date(2024, 5, 29), date(2024, 6, 20)),
        (date(2024, 5, 31), date(2024, 6, 24)),
    ):
        found = LAW.compute(
            "21 days", after=after, under="us/frcp", court="us/njd", service="personal"
        )
        assert found.due == due, after


def test_lincolns_birthday_is_a_question_in_the_federal_district() -> None:
    """N.J.S.A. 36:1-1 lists it; its paragraph (d) keeps the offices open."""
    found = LAW.compute(
        "21 days",
        after=date(2026, 1, 22),
        under="us/frcp",
        court="us/njd",
        service="personal",
    )
    assert found.due == date(2026, 2, 13)
    assert found.safe == date(2026, 2, 12)


@pytest.mark.parametrize(
    ("after", "due"),
    [(date(2020, 2, 20), date(2020, 5, 11)), (date(2020, 1, 31), date(2020, 5, 11))],
)
def test_days_deemed_legal_holidays_move_the_last_day_alone(
    after: date, due: date
) -> None:
    """Barron v. Gersten, 472 N.J. Super. 572 (App. Div. 2022)."""
    assert LAW.compute("45 days", after=after, under="us-nj").due == due
    later = LAW.compute("90 days", after=date(2020, 3, 1), under="us-nj")
    assert later.due == date(2020, 6, 1)


def test_mail_gives_five_days_since_april_2022_and_gave_three() -> None:
    """Rule 1:3-3: added before a closed day is passed."""
    asked = {
        after: LAW.compute("20 days", after=after, under="us-nj", service="mail").due
        for after in (date(2022, 3, 31), date(2022, 4, 1))
    }
    assert asked == {
        date(2022, 3, 31): date(2022, 4, 25),
        date(2022, 4, 1): date(2022, 4, 26),
    }


def test_a_reply_counts_four_days_back_without_weekends() -> None:
    """Rules 1:6-3(a) and 1:3-1: of a Friday the Monday before, of a Thursday Friday."""
    for hearing, due in (
        (date(2026, 6, 12), date(2026, 6, 8)),
        (date(2026, 6, 11), date(2026, 6, 5)),
    ):
        found = LAW.compute("us-nj/rules/1:6-3(a)-reply", before=hearing)
        assert found.due == due


@pytest.mark.parametrize("own", ["4:49-1(b)", "4:49-2", "4:50-2"])
def test_what_nobody_can_enlarge_rests_on_a_decision(own: str) -> None:
    """Of Rule 1:3-4(c) the list was not read: each cites who says that it holds."""
    extension = LAW.deadline(f"us-nj/rules/{own}").current.extension
    assert extension is not None
    assert extension.barred is not None
    assert " v. " in (extension.cite or "")


@pytest.mark.parametrize("own", ["rules/4:40-2(b)", "rules/4:49-1(b)-cross"])
def test_of_other_times_nothing_is_said(own: str) -> None:
    """No authority was found that closes them, and none that opens them."""
    assert LAW.deadline(f"us-nj/{own}").current.extension is None


def test_a_petition_runs_from_the_entry_of_the_conviction() -> None:
    """Rule 3:22-12(a)(1); 3:21-10(a) counts from the judgment's date."""
    pack = "us-nj/criminal/"
    for own, trigger in (
        ("3:22-12(a)(1)", "judgment-entered"),
        ("3:21-10(a)", "conviction-judgment-dated"),
    ):
        assert LAW.deadline(pack + own).triggers == (trigger,), own


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("us-nj/rules/4:6-1(a)-reply", "reply-to-answer-permitted"),
        ("us-nj/rules/4:6-3", "process-defense-answered"),
        ("us-nj/special-civil/6:3-1(3)-motion", "process-defense-answered"),
        ("us-fl/civ-p/1.140(a)(1)-reply", "reply-required"),
        ("us-ny/cplr/3211(e)", "service-objection-raised"),
        ("us-pa/rcp/1026(a)-reply", "notice-to-plead-endorsed"),
    ],
)
def test_what_follows_only_some_answers_is_asked(name: str, fact: str) -> None:
    """Few answers let a reply follow, or raise a defense that a motion must press."""
    assert dict(LAW.deadline(name).only_if) == {fact: "yes"}
