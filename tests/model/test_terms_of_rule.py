"""What the terms of a deadline copy from its rule, they can hold."""

from __future__ import annotations

from attrs import fields

import legalcase as lc
from legalcase.kernel.words import WORD
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
