"""What the terms of a deadline copy from its rule, they can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from attrs import fields

import legalcase as lc
from legalcase.errors import InvalidValueError
from legalcase.kernel import Ref
from legalcase.kernel.words import WORD
from legalcase.model import (
    Anchor,
    CaseFile,
    CaseOpened,
    Computed,
    DeadlineSet,
    HearingSet,
)
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


def test_from_what_a_period_runs_is_a_word_of_the_vocabulary() -> None:
    """A misspelt trigger would tie the deadline to nothing that anybody finds."""
    law = lc.Law.bundled()
    noon = datetime(2026, 6, 3, 12, tzinfo=UTC)
    opened = CaseOpened(caption="Roe v. Acme", happened_on=noon.date())
    file = CaseFile.open(opened, case_id="roe", by="clerk", at=noon)
    motion = law.compute("16 court days", before=date(2026, 9, 24), under="us-ca/ccp")
    hearing = HearingSet(
        hearing_id="motion",
        title="Motion",
        hearing_at=datetime(2026, 9, 24, 16, tzinfo=UTC),
        happened_on=noon.date(),
    )
    for trigger in ("hearing", "haering"):
        anchors = (Anchor(trigger, Ref("hearing", "motion")),)
        basis = Computed(computation=motion, anchors=anchors)
        terms = DeadlineTerms(title="Papers", basis=basis)
        happened = DeadlineSet(
            deadline_id="papers", terms=terms, happened_on=noon.date()
        )
        if trigger == "hearing":
            file.record(hearing, happened, by="clerk", at=noon, law=law)
            continue
        with pytest.raises(InvalidValueError, match="hearing") as caught:
            file.record(hearing, happened, by="clerk", at=noon, law=law)
        assert caught.value.field == "terms.basis.anchors.trigger"
