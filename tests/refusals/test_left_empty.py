"""A cell of a table that nobody filled: refused, with the way out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
from legalcase.errors import InvalidValueError, UnknownNameError

DAY = date(2026, 6, 3)
ANSWER = "us/frcp/12(a)(1)(A)(i)"
FACT = "defendant-is-the-united-states"
NAMES = (
    *("under", "court", "forum", "service", "service_extension", "act", "nature"),
    *("paper", "local_rules", "calendar"),
)


def asked(**given: Any) -> lc.Computation:
    """When a complaint must be answered."""
    return lc.compute(ANSWER, after=DAY, **given)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["", "  ", "\t"])
def test_an_empty_name_is_no_name(name: str, value: str) -> None:
    """It is not taken for none, since it may stand where something was meant."""
    with pytest.raises(InvalidValueError, match=f"^{name}= is empty. Leave it out"):
        asked(**{name: value})


def test_a_method_cannot_be_left_out_where_it_is_what_is_asked() -> None:
    """The day of service depends on nothing else."""
    with pytest.raises(InvalidValueError, match=r"method= is empty\. Pass 'mail'"):
        lc.served_on(DAY, "", under="gb-eaw/cpr")


@pytest.mark.parametrize("answer", ["", " ", None])
def test_a_fact_without_an_answer_is_left_out(answer: Any) -> None:
    """Each answer then has its date."""
    with pytest.raises(InvalidValueError, match=f"'{FACT}'. Leave it out where nobody"):
        asked(facts={FACT: answer})


def test_an_answer_that_says_nobody_knows_is_left_out() -> None:
    """All that it can be are named."""
    with pytest.raises(UnknownNameError, match="or left out where nobody knows") as it:
        asked(facts={FACT: "unknown"})
    assert it.value.suggestions == ("no", "yes")


@pytest.mark.parametrize("answer", ["Yes", " YES ", "yes"])
def test_capitals_of_an_answer_make_no_difference(answer: str) -> None:
    """What is kept is the word, so that the two are the same computation."""
    found = asked(facts={FACT: answer})
    assert found == asked(facts={FACT: "yes"})
    assert dict(found.inputs.facts) == {FACT: "yes"}
    assert found.due == date(2026, 8, 3)


def test_a_truth_value_is_no_answer() -> None:
    """The message names the fact that was given."""
    with pytest.raises(lc.LegalCaseError, match=f"Pass {{'{FACT}': 'yes'}}, say"):
        asked(facts={FACT: True})
