"""The time for an appeal that another court's rule counts arises in the case below."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import legalcase as lc
from clerk_cases import LAW, case, d, filed, ordered, record
from legalcase.errors import ConflictingInputError, RuleNotInForceError

#: Court, proceeding, the word of its decision, the appeal from it, and its day after
#: one of 15 June 2026: sixty days on, or ninety, of which the last is a Sunday.
FROM: Final = (
    ("us/tax", "tax", "tax-court-decision-entered", "us/frap/13(a)(1)(A)", "09-14"),
    ("us/uscfc", "claims", "judgment-entered", "us/28-usc/2522", "08-14"),
    ("us/cit", "trade", "judgment-entered", "us/28-usc/2645(c)", "08-14"),
    ("us/cavc", "appeal", "judgment-entered", "us/38-usc/7292(a)", "08-14"),
    ("us/armfor", "appeal", "appellate-judgment-entered", "us/scotus/13.1", "09-14"),
)


@pytest.mark.parametrize(("court", "proceeding", "word", "rule", "day"), FROM)
def test_a_special_courts_decision_starts_the_time_to_appeal(
    court: str, proceeding: str, word: str, rule: str, day: str
) -> None:
    """Of a case that says in what it arises, and of one that leaves it to the court."""
    for said in (proceeding, None):
        file = record(case(court, proceeding=said), ordered("j", word, "06-15"))
        (row,) = lc.schedule(file, LAW).of_rule(rule)
        assert (row.state, row.shown) == ("new", d(day))
    assert lc.compute(rule, after=d("06-15"), court=court).due == d(day)


def test_each_appeal_that_a_court_lists_is_asked_of_it() -> None:
    """And a court from which no appeal of another's is listed has none by that."""
    listed = {court.id: court.appeals for court in LAW.courts("us") if court.appeals}
    assert {court for court, *_ in FROM} <= set(listed)
    for court, rules in listed.items():
        assert set(rules) <= {one.id for one in LAW.deadlines()}, court


def test_a_motion_in_time_stops_the_time_to_appeal_from_a_special_court() -> None:
    """Decided on 2 November 2026: sixty days end on New Year's Day."""
    for court, _, _, rule, _ in FROM[1:3]:
        for moved, due in (
            (date(2026, 9, 10), date(2027, 1, 4)),
            (date(2026, 12, 1), date(2026, 10, 19)),  # after the time for it
        ):
            given = {
                "judgment-entered": date(2026, 8, 20),
                "tolling-motion-filed": moved,
                "tolling-motion-decided": max(moved, date(2026, 11, 2)),
            }
            assert lc.compute(rule, after=given, court=court).due == due


def test_a_district_court_has_the_appeals_of_no_other() -> None:
    """Its own sixty days are those of the rule, asked of the United States."""
    file = case("us/cand", proceeding="civil")
    file = record(
        file,
        ordered("j", "judgment-entered", "06-15"),
        filed("t", "tax-court-decision-entered", "06-15"),
    )
    found = {row.rule for row in lc.schedule(file, LAW).rows}
    assert found.isdisjoint(rule for *_, rule, _ in FROM)


def test_a_court_that_lists_no_such_deadline_refuses_it() -> None:
    """The rule of the courts of appeals is none of another special court's."""
    with pytest.raises(ConflictingInputError, match="not a rule of us/cit"):
        lc.compute("us/frap/13(a)(1)(A)", after=d("06-15"), court="us/cit")


def test_a_motion_whose_time_is_not_entered_takes_no_date_away() -> None:
    """Of a judgment before the rules of 27 July 2026 the sixty days are shown."""
    file = record(
        case("us/uscfc", proceeding="claims"),
        ordered("j", "judgment-entered", "06-15"),
        filed("t", "tolling-motion-filed", "06-20"),
        ordered("o", "tolling-motion-decided", "08-03"),
    )
    (row,) = lc.schedule(file, LAW).of_rule("us/28-usc/2522")
    assert row.shown == d("08-14")


def test_the_united_states_answers_a_complaint_of_before_the_rules_of_2026() -> None:
    """Sixty days as in 2017; of an earlier complaint the rule is not entered."""
    answer = "us/rcfc/12(a)(1)(A)"
    assert lc.compute(answer, after=d("06-15"), court="us/uscfc").due == d("08-14")
    with pytest.raises(RuleNotInForceError):
        lc.compute(answer, after=date(2017, 2, 21), court="us/uscfc")
