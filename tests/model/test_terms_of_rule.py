"""What the terms of a deadline copy from its rule, they can hold."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import fields

import legalcase as lc
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
)
from legalcase.kernel.events.words import WORD
from legalcase.model.deadlines.terms import STAYS, DeadlineTerms


def test_what_the_law_says_of_a_stay_is_a_word_of_the_terms() -> None:
    """No rule of the law has an answer that a deadline of a case would refuse."""
    said = {rule.stayed_by_stay for rule in lc.Law.bundled().deadlines()}
    assert said >= {"yes", "by-order", None}
    assert said - {None} <= set(STAYS)


def test_the_words_that_are_copied_are_of_the_vocabulary() -> None:
    """Who owes it and what meets it pass the check that new lines have to pass."""
    law = lc.Law.bundled()
    sorts = {each.name: each.metadata.get(WORD) for each in fields(DeadlineTerms)}
    assert (sorts["side"], sorts["met_by"]) == ("side", "trigger")
    for rule in law.deadlines():
        for word in rule.met_by:
            assert law.check_word("trigger", word) == word, rule.id
        if rule.owed_by is not None:
            assert law.check_word("side", rule.owed_by) == rule.owed_by, rule.id


def test_the_terms_of_a_rule_are_those_of_what_was_computed() -> None:
    """Another rule would say that somebody else owes it; a counting rule, nothing."""
    answers = lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
    terms = DeadlineTerms.of_rule(lc.rule("us/frcp/33(b)(2)"), answers)
    assert (terms.side, terms.sort) == ("served", "rule")
    assert terms.met_by == ("discovery-response-served",)
    with pytest.raises(ConflictingInputError, match=r"of us/frcp/33\(b\)\(2\), and"):
        DeadlineTerms.of_rule(lc.rule("us/frcp/12(a)(1)(A)(i)"), answers)
    with pytest.raises(InvalidTypeError, match="not of a CountingRule"):
        DeadlineTerms.of_rule(lc.rule("us/frcp"), answers)
