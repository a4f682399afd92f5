"""The time for an appeal that another court's rule counts arises in the case below."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from clerk_cases import LAW, case, d, filed, ordered, record
from legalcase.errors import ConflictingInputError, RuleNotInForceError
from legalcase.scheduling.finding.cards import cards_for

#: Court, proceeding, the word of its decision, the appeal from it, and its day after
#: one of 15 June 2026: sixty days on, or ninety, of which the last is a Sunday.
FROM: Final = (
    ("us/tax", "tax", "tax-court-decision-entered", "us/frap/13(a)(1)(A)", "09-14"),
    ("us/uscfc", "claims", "judgment-entered", "us/28-usc/2522", "08-14"),
    ("us/cit", "trade", "judgment-entered", "us/28-usc/2645(c)", "08-14"),
    ("us/cavc", "appeal", "judgment-entered", "us/38-usc/7292(a)", "08-14"),
    ("us/armfor", "appeal", "appellate-judgment-entered", "us/scotus/13.1", "09-14"),
    ("us/ca9", "appeal", "appellate-judgment-entered", "us/scotus/13.1", "09-14"),
    ("us-oh/ohio", "appeal", "appellate-judgment-entered", "us/scotus/13.1", "09-14"),
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
    listed = {
        court.id: court.appeals
        for name in LAW.jurisdictions()
        for court in LAW.courts(name)
        if court.appeals
    }
    assert {court for court, *_ in FROM} <= set(listed)
    for court, rules in listed.items():
        assert set(rules) <= {one.id for one in LAW.deadlines()}, court


def test_certiorari_is_on_the_docket_of_every_court_that_it_reviews() -> None:
    """Each court of appeals, and each State's court of last resort that is entered."""
    listing = {
        court.id
        for name in ("us", *(j for j in LAW.jurisdictions() if j.startswith("us-")))
        for court in LAW.courts(name)
        if "us/scotus/13.1" in court.appeals
    }
    circuits = {f"us/ca{number}" for number in range(1, 12)} | {"us/cadc", "us/cafc"}
    assert circuits <= listing
    highest = re.compile(
        "Supreme Court|Supreme Judicial Court|Court of Criminal Appeals of Texas"
    )
    missing = {
        court.id
        for name in LAW.jurisdictions()
        if name.startswith("us-")
        for court in LAW.courts(name)
        if court.parent is None and highest.search(court.name)
    } - listing
    assert missing == set()
    assert {"us-ny/ny", "us-ma/mass", "us-tx/texcrimapp", "us-mt/mont"} <= listing


def test_an_order_that_denies_review_starts_the_time_on_each_such_docket() -> None:
    """Ninety days on is a Sunday; of a circuit there is no such order."""
    rule, word = "us/scotus/13.1-discretionary-review", "discretionary-review-denied"
    highest = {
        court.id
        for name in LAW.jurisdictions()
        if name.startswith("us-")
        for court in LAW.courts(name)
        if "us/scotus/13.1" in court.appeals
    }
    assert {"us-ca/cal", "us-mt/mont", "us-ne/neb", "us-tx/texcrimapp"} <= highest
    for court in sorted(highest):
        assert lc.compute(rule, after=d("06-15"), court=court).due == d("09-14"), court
    for court in ("us-ca/cal", "us-ne/neb"):
        file = record(case(court, proceeding="appeal"), ordered("o", word, "06-15"))
        (row,) = lc.schedule(file, LAW).of_rule(rule)
        assert (row.state, row.shown) == ("new", d("09-14"))
    with pytest.raises(ConflictingInputError, match="not a rule of us/ca9"):
        lc.compute(rule, after=d("06-15"), court="us/ca9")


#: What a title says where another court's decision is reviewed, or a lower court's own.
REVIEW: Final = re.compile(
    r"for review|further (?:appellate )?review|certiorari|transfer|allocatur|"
    r"permission to appeal|leave to appeal|discretionary|certification to|"
    r"Jurisdictional appeal|for hearing|Court of Appeals?\b|court of appeals"
)


def test_no_highest_court_reviews_its_own_decision() -> None:
    """Of its judgment the Supreme Court of the United States alone can be asked."""
    highest = [
        court.id
        for name in LAW.jurisdictions()
        if name.startswith("us-")
        for court in LAW.courts(name)
        if "us/scotus/13.1" in court.appeals
    ]
    found = []
    for court in highest:
        judged = ordered("j", "appellate-judgment-entered", "06-15")
        rows = lc.schedule(record(case(court, proceeding="appeal"), judged), LAW).rows
        assert "us/scotus/13.1" in {row.rule for row in rows}, court
        found += [
            (court, row.rule)
            for row in rows
            if REVIEW.search(row.title) and not row.rule.startswith("us/scotus/")
        ]
    assert found == []


def test_what_a_court_is_without_arises_in_another() -> None:
    """A petition that is on no docket would be lost without a word."""
    courts = [
        court
        for name in LAW.jurisdictions()
        if name.startswith("us-")
        for court in LAW.courts(name)
    ]
    without = {rule for court in courts for rule in court.without}
    assert len(without) > 30
    arising = {
        card.rule.id
        for court in courts
        for card in cards_for(LAW, court.id, court.id.partition("/")[0], "appeal")
    }
    criminal = {
        card.rule.id
        for court in courts
        for card in cards_for(LAW, court.id, court.id.partition("/")[0], "criminal")
    }
    assert without - arising - criminal == set()


@pytest.mark.parametrize(
    ("court", "rule"),
    [
        ("us-ks/kanctapp", "us-ks/appeals/8.03(b)(1)"),
        ("us-il/illappct", "us-il/appeals/315(b)(1)"),
        ("us-wi/wisctapp", "us-wi/appeals/808.10(1)"),
    ],
)
def test_the_court_below_has_the_petition_for_review(court: str, rule: str) -> None:
    """On its docket the highest court is asked, by the same rules."""
    judged = ordered("j", "appellate-judgment-entered", "06-15")
    file = record(case(court, proceeding="appeal"), judged)
    assert {row.state for row in lc.schedule(file, LAW).of_rule(rule)} == {"new"}


def test_what_is_filed_above_is_counted_by_the_days_there() -> None:
    """Wednesday, 20 January 2021: an inauguration, on which only Washington rests."""
    rule, judged = "us/scotus/13.1", date(2020, 8, 23)
    for court in ("us/ca9", "us-oh/ohio", "us/armfor", "us/scotus"):
        assert lc.compute(rule, after=judged, court=court).due == date(2021, 1, 21)


def test_the_event_is_read_by_the_clock_of_the_court_below() -> None:
    """Half past ten at night in San Francisco is the next day in Washington."""
    at = datetime(2026, 2, 20, 22, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    found = lc.compute("us/scotus/13.1", after=at, court="us/ca9")
    assert found.due == date(2026, 5, 21)
    again = lc.compute("us/scotus/13.1", after=at, court="us/scotus")
    assert again.due == date(2026, 5, 22)


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


@pytest.mark.parametrize(
    ("court", "others"),
    [
        ("us-pa/magisterial", ("us-pa/rcp/", "us-pa/rap/")),
        ("us-wa/district-courts", ("us-wa/crr/", "us-wa/cr/56")),
    ],
)
def test_a_court_has_none_of_what_counts_by_its_rules_sibling(
    court: str, others: tuple[str, ...]
) -> None:
    """Two rules that rest on a third: the one may be that of another court."""
    place = court.partition("/")[0]
    found = [
        card.rule.id
        for proceeding in ("civil", "criminal", "small-claims", "eviction")
        for card in cards_for(LAW, court, place, proceeding)
    ]
    assert found
    assert [name for name in found if name.startswith(others)] == []
