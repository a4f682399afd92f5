"""Every worked case gives its date, shows its other dates, and is explained.

The cases are facts with their sources: a rule's own examples, committee notes, court
guides, judgments, and dates derived from the rules' texts and checked twice. They are
run by the runner of the law's own examples.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

import legalcase as lc
from every_one import for_each
from legalcase.law.book.vocabulary import words_of
from legalcase.law.examples import answer_of, run_example
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.files.validating.validate import validate_table
from worked_cases import OF_A_CASE, Case, read_cases

LAW = lc.Law.bundled()
CASES = read_cases()
UNDISPUTED = [case for case in CASES if "disputed" not in case.table]
by_id = for_each("case", UNDISPUTED, ids=lambda case: case.table["id"])


def test_every_case_is_asked() -> None:
    """None is lost, and each has an id of its own."""
    assert len(CASES) == len({case.table["id"] for case in CASES}) == 379


@for_each("case", CASES, ids=lambda case: case.table["id"])
def test_a_case_has_the_form_of_an_example(case: Case) -> None:
    """What the law's files refuse is refused here: a misspelt key, another word."""
    table = case.example.table
    assert validate_table(table, TABLES["example"], words_of(LAW)) == []
    assert set(case.table) - OF_A_CASE == set(table)


def _reaches_back(case: Case) -> bool:
    """Tell whether the law entered covers the trigger of a case of long ago."""
    rule = LAW.counting_rule(case.rule)
    calendar = LAW.calendar(rule.default_calendar)
    trigger = case.table["after"]
    return bool(rule.first <= trigger and calendar.first <= trigger)


@by_id
def test_the_dates(case: Case) -> None:
    """The adopted reading gives the source's date, what others give is a reading."""
    if "refused" in case.table and not _reaches_back(case):
        with pytest.raises(lc.LegalCaseError, match=r"\. \S"):
            answer_of(LAW, case.example)
        return
    assert run_example(LAW, case.example) == ""


@for_each(
    "case",
    [case for case in UNDISPUTED if "refused" not in case.table],
    ids=lambda case: case.table["id"],
)
def test_the_steps_lead_from_the_trigger_to_the_date(case: Case) -> None:
    """Each step begins where the one before it ended, and the last ends on the date."""
    found = answer_of(LAW, case.example)
    steps = found.steps
    assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    last = steps[-1].end
    assert (last.date() if isinstance(last, datetime) else last) == found.due
    assert str(found.due) in found.explain()


def test_a_case_of_two_steps_is_answered_in_one() -> None:
    """Service is complete on the tenth day after mailing; thirty days run from it."""
    two_steps = [case for case in CASES if "first" in case.table]
    (case,) = [case for case in two_steps if case.rule.startswith("us-ca/")]
    found: Any = answer_of(LAW, case.example)
    assert found.steps[0].start == date(2025, 6, 12)
    assert found.due == date(2025, 7, 14)


def test_a_disputed_case_has_its_proof() -> None:
    """A case that is wrong stays, with the reason from the rule's text."""
    for case in CASES:
        if "disputed" in case.table:
            assert len(case.table["disputed"]) > 80
