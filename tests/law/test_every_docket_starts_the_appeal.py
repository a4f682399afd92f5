"""The word of every docket starts the time for an appeal, whatever a state calls it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import legalcase as lc
from clerk_cases import LAW, case, judged, ordered, record, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule

#: What takes an appeal from a judgment: filed with a court, or served as in New York.
APPEALS: Final = ("notice-of-appeal-filed", "notice-of-appeal-served")
#: Why the judgment of an appellate court starts no petition to the highest of a state.
ELSEWHERE: Final = {
    "us-md": "the mandate starts it, or the circuit court's own judgment on an appeal",
    "us-mn": "from the filing of the decision: judgment is entered on it only later",
    "us-nc": "from the mandate, on the twentieth day after the opinion",
    "us-or": "from the decision: the appellate judgment issues only later",
    "us-sc": "from the decision on a petition for rehearing, which must come first",
}
#: What asks the highest court of a state to hear what an intermediate court decided.
PETITIONS: Final = {
    "certification-notice-filed",
    "certiorari-petition-filed",
    "discretionary-review-petition-filed",
    "further-review-application-filed",
    "md-certiorari-petition-filed",
    "ohio-supreme-court-appeal-filed",
    "oregon-review-petition-filed",
    "petition-for-hearing-filed",
    "review-petition-filed",
    "supreme-court-application-filed",
    "supreme-court-review-notice-filed",
    "transfer-petition-filed",
    "va-appeal-petition-filed",
}
#: Papers whose answers a defendant has longer for, from the service of process.
REQUESTS: Final = {
    "interrogatories-served",
    "requests-for-admission-served",
    "requests-for-production-served",
}
PROCESS: Final = {"complaint-served", "summons-served"}
DAY: Final = date(2026, 6, 2)


def _of_states() -> Iterator[tuple[str, DeadlineRule]]:
    for rule in LAW.deadlines():
        state = rule.id.partition("/")[0]
        if state.startswith("us-"):
            yield state, rule


def _without(
    state_words: set[str], started_by: str, proceeding: str | None = None
) -> set[str]:
    """Return the states that have such a deadline, and none that the word starts."""
    started = {rule.id for rule in lc.find_rules(trigger=started_by)}
    states, held = set(), set()
    for state, rule in _of_states():
        if proceeding and rule.proceedings and proceeding not in rule.proceedings:
            continue
        if not state_words.isdisjoint(rule.current.met_by):
            states.add(state)
            if rule.id in started:
                held.add(state)
    assert len(states) > 10
    return states - held


def test_a_judgment_that_was_entered_starts_a_notice_of_appeal() -> None:
    """A period that only a state's own word starts is one that a case misses."""
    assert _without(set(APPEALS), "judgment-entered") == set()


def test_a_civil_judgment_is_not_answered_for_by_small_claims() -> None:
    """Kentucky's small claims started theirs, and the circuit courts nothing."""
    assert _without(set(APPEALS), "judgment-entered", "civil") == set()


def test_the_judgment_of_an_appellate_court_starts_a_petition() -> None:
    """Where the shared word names another day than the rule, it starts nothing."""
    assert _without(PETITIONS, "appellate-judgment-entered") == set(ELSEWHERE)


def test_a_judgment_is_enough_for_a_case_to_be_told_of_the_appeal() -> None:
    """Of Florida a date; of states that wait for a notice, what is waited for."""
    for court, rule, state, waits in (
        ("us-fl/flacirct", "us-fl/app-p/9.110(b)", "new", ""),
        (
            "us-ny/nysupct",
            "us-ny/cplr/5513(a)",
            "pending",
            "Waits for notice-of-entry-served.",
        ),
        (
            "us-ct/connsuperct",
            "us-ct/pb/63-1(a)",
            "pending",
            "Waits for judgment-notice-issued.",
        ),
        (
            "us-ky/circuit",
            "us-ky/appeals/3(A)(1)",
            "pending",
            "Waits for judgment-service-noted.",
        ),
    ):
        (row,) = lc.schedule(record(case(court), judged("j", "06-02")), LAW).of_rule(
            rule
        )
        assert (row.state, " ".join(one.text for one in row.findings)) == (state, waits)


def test_the_notice_starts_the_time_that_the_judgment_did_not() -> None:
    """Thirty days from the tenth of June, and twenty from the fifth: one row each."""
    ny = served("n", "notice-of-entry-served", "06-10")
    ct = ordered("n", "judgment-notice-issued", "06-05")
    for court, rule, notice, due in (
        ("us-ny/nysupct", "us-ny/cplr/5513(a)", ny, date(2026, 7, 10)),
        ("us-ct/connsuperct", "us-ct/pb/63-1(a)", ct, date(2026, 6, 25)),
    ):
        file = record(case(court), judged("j", "06-02"), notice)
        (row,) = lc.schedule(file, LAW).of_rule(rule)
        assert (row.state, row.shown) == ("new", due)


def test_answers_to_requests_wait_for_the_requests() -> None:
    """The longer time from the complaint is no time for what nobody has asked."""
    found = 0
    for _, rule in _of_states():
        words = {one.event for one in rule.current.term.triggers()}
        if words & REQUESTS and words & PROCESS:
            found += 1
            assert rule.arises_with in words & REQUESTS, rule.id
    assert found > 30


def test_a_states_own_word_is_another_name_of_that_event() -> None:
    """Who gives it, as the rules of the state call it, finds the same time."""
    appellate = "appellate-judgment-entered"
    for rule, own, shared in (
        ("us-in/appeals/9(A)(1)", "judgment-noted", "judgment-entered"),
        ("us-in/trial/59(C)", "judgment-noted", "judgment-entered"),
        ("us-in/appeals/57(C)(1)", "court-of-appeals-decided", appellate),
        ("us-in/trial/38(B)", "first-responsive-pleading-filed", "answer-filed"),
        (
            "us-tn/sessions/27-5-108(a)",
            "sessions-judgment-dated",
            "judgment-entered",
        ),
        ("us-va/appeals/5:17(a)(2)", "court-of-appeals-decided", appellate),
        ("us-wi/appeals/808.10(1)", "court-of-appeals-decided", appellate),
        ("us-fl/app-p/9.120(b)", "district-court-decision-rendered", appellate),
        ("us-ma/rap/27.1(a)", "appeals-court-decided", appellate),
        ("us-ut/urap/48(a)", "appellate-decision-entered", appellate),
    ):
        found = lc.compute(rule, after={own: DAY})
        assert [word for word, _ in found.inputs.triggers] == [shared], rule
