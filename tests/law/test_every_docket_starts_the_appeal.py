"""The word of every docket starts the time for an appeal, whatever a state calls it."""

from __future__ import annotations

from datetime import date
from typing import Final

import legalcase as lc
from legalcase.law.lawbook import Law

#: Where a civil judgment starts no time for an appeal, and from what it runs instead.
ELSEWHERE: Final = {
    "us-fl": "from rendition, which an authorized motion puts off",
    "us-ny": "from service of the judgment with notice of its entry",
}
DAY: Final = date(2026, 6, 2)


def test_a_judgment_that_was_entered_starts_a_notice_of_appeal() -> None:
    """A period that only a state's own word starts is one that a case misses."""
    started = {rule.id for rule in lc.find_rules(trigger="judgment-entered")}
    states, held = set(), set()
    for rule in Law.bundled().deadlines():
        state = rule.id.partition("/")[0]
        if "notice-of-appeal-filed" in rule.current.met_by and state[:3] == "us-":
            states.add(state)
            if rule.id in started:
                held.add(state)
    assert states - held <= set(ELSEWHERE), states - held


def test_a_states_own_word_is_another_name_of_that_event() -> None:
    """Who gives it, as the rules of the state call it, finds the same time."""
    for rule, own, shared in (
        ("us-in/appeals/9(A)(1)", "judgment-noted", "judgment-entered"),
        ("us-in/trial/59(C)", "judgment-noted", "judgment-entered"),
        (
            "us-in/appeals/57(C)(1)",
            "court-of-appeals-decided",
            "appellate-judgment-entered",
        ),
        ("us-in/trial/38(B)", "first-responsive-pleading-filed", "answer-filed"),
        (
            "us-tn/sessions/27-5-108(a)",
            "sessions-judgment-dated",
            "judgment-entered",
        ),
    ):
        found = lc.compute(rule, after={own: DAY})
        assert [word for word, _ in found.inputs.triggers] == [shared], rule
