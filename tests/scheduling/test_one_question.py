"""Under which Act: many times to sue run from one day, and one answer says which."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.errors import InvalidValueError, UnusedInputError
from legalcase.law.book.wording.several import answers_of_a_place, several
from legalcase.oversight import health
from schedule_cases import BY, LAW, event, opened

FACT = "cause-of-action"
ON = date(2026, 2, 3)
FDCPA, FCRA = "us/15-usc/1692k(d)", "us/15-usc/1681p"


def sued(said: str | None = None, *words: str, court: str = "us/cand") -> lc.Schedule:
    """What is due for the plaintiff after a wrong, with what the case says of it."""
    return lc.schedule(case(said, *words, court=court), LAW, for_=("roe",))


def case(said: str | None, *words: str, court: str = "us/cand") -> m.CaseFile:
    """A case after a wrong, with what it says of it."""
    happened = m.Filed(
        title="v",
        triggers=words or ("violation-occurred",),
        by=("roe",),
        happened_on=ON,
    )
    file: m.CaseFile = opened(court=court)
    file = file.record(event("v", happened), law=LAW, **BY)
    if said is not None:
        known = m.FactEstablished(fact=FACT, answer=said, happened_on=ON)
        file = file.record(known, law=LAW, **BY)
    return file


def asked(found: lc.Schedule) -> list[str]:
    """The notices that ask what decides several at once."""
    return [one.text for one in found.notices if one.code == "one-question"]


def test_nobody_said_under_which_act_and_it_is_one_question() -> None:
    """Every time to sue is listed with its day, all with the same question."""
    found = sued()
    assert len(found) == 11
    assert {row.state for row in found} == {"question"}
    assert {q for row in found for q in row.questions} == {
        "What is cause-of-action? It decides which of several deadlines arise."
    }
    (text,) = asked(found)
    assert text.startswith("One answer decides which of 11 deadlines arise:")
    assert min(str(row.shown) for row in found) == "2027-02-03"
    assert "The earliest day is 2027-02-03, of us/12-usc/2614." in text
    assert f"fdcpa ({FDCPA});" in text
    assert "fmla (us/29-usc/2617(c)(1), us/29-usc/2617(c)(2));" in text
    assert text.endswith("another, if it is none of these.")


def test_among_the_findings_of_a_case_it_is_one() -> None:
    """Eleven times to sue, and one thing to say."""
    file = case(None).record(
        m.PartyLeft(party_id="acme", happened_on=date(2026, 3, 5)), law=LAW, **BY
    )
    found = health(file, on=date(2026, 3, 5), law=LAW).of("schedule-question")
    assert [one.text.partition(":")[0] for one in found] == [
        "One answer decides which of 11 deadlines arise"
    ]
    assert found[0].evidence == ("event:v",)


def test_said_once_only_what_fits_is_due() -> None:
    """The others stay in sight, and say why they do not arise."""
    found = sued("fdcpa")
    assert [row.rule for row in found.new] == [FDCPA]
    others = found.having("not-running")
    assert len(others) == 10
    assert all(row.findings[-1].text == f"{FACT} is fdcpa." for row in others)
    assert asked(found) == []


def test_a_claim_can_rest_on_two_acts() -> None:
    """Of the second nothing is dropped because the first was named."""
    found = sued("fdcpa, fcra")
    assert {row.rule for row in found.new} == {FDCPA, FCRA}


def test_another_act_leaves_what_no_act_sets() -> None:
    """Under an Act of Congress that sets no time, four years from accrual."""
    assert sued("another").having("new", "question") == ()
    (row,) = sued("another", "claim-accrued").new
    assert row.rule == "us/28-usc/1658(a)"


def test_what_another_place_calls_a_claim_rules_nothing_out_here() -> None:
    """New Jersey has one time for contracts; California asks if it is in writing."""
    jersey = sued("contract", "claim-accrued", court="us-nj/njsuperct")
    assert [row.rule for row in jersey.new] == ["us-nj/limitation/2A:14-1-contract"]
    found = sued("contract", "claim-accrued", court="us-ca/lasc")
    assert len(found) == 9
    assert {row.state for row in found} == {"question"}
    text = (
        "contract has what is no answer in the law here, so that nothing is ruled out."
    )
    assert {one.text for row in found for one in row.findings} >= {text}
    (row,) = sued("written-contract", "claim-accrued", court="us-ca/lasc").new
    assert row.rule == "us-ca/limitation/337(a)"


def test_one_known_answer_beside_an_unknown_one_rules_nothing_out() -> None:
    """What is named and known is due; of the rest nobody can say."""
    found = sued("fdcpa, contract")
    assert [row.rule for row in found.new] == [FDCPA]
    assert len(found.having("question")) == 10


def test_an_answer_that_no_law_has_is_not_recorded() -> None:
    """Misspelt, it would rule out every Act."""
    with pytest.raises(InvalidValueError, match="'fdpca, fcra' is no answer"):
        sued("fdpca, fcra")


def test_who_asks_for_one_deadline_is_told_that_it_does_not_arise() -> None:
    """Asked by itself it takes the fact that fits, and refuses another."""
    asks: dict[str, Any] = {"after": ON, "court": "cand"}
    plain = lc.compute(FDCPA, **asks)
    for said in ("fdcpa", "FCRA, FDCPA"):
        assert lc.compute(FDCPA, **asks, facts={FACT: said}).due == plain.due
    with pytest.raises(UnusedInputError, match="arises only where cause-of-action is"):
        lc.compute(FDCPA, **asks, facts={FACT: "fcra"})


def test_what_runs_from_the_day_of_a_federal_wrong_says_under_what() -> None:
    """No time to sue is listed beside others with nothing that tells them apart."""
    shared = {"violation-occurred", "claim-accrued", "date-of-knowledge"}
    untold = [
        rule.id
        for place in ("us", "us-ca", "us-nj")
        for rule in lc.find_rules(jurisdiction=place)
        if rule.current.nature == "limitation"
        and shared.intersection(rule.triggers)
        and FACT not in dict(rule.only_if)
        # Another court counts it, and hears nothing else that runs from such a day.
        and rule.counting != "us/uscit"
    ]
    assert untold == []


def test_the_answers_are_those_that_the_law_lists() -> None:
    """With the one that it is something else, which all places know."""
    assert several(LAW) == {FACT: "another"}
    here = answers_of_a_place(LAW, FACT, "us-nj")
    assert here["contract"] == ("us-nj/limitation/2A:14-1-contract",)
    assert {"fdcpa", "contract", "another"} <= set(LAW.answers(FACT))
