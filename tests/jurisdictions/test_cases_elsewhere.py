"""The worked cases of the world and of the American states give their dates.

The law that they are asked of is no law, but what the tests entered of it: accounts and
memory, in `tests/law/world` and `tests/law/states`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import pytest

import legalcase as lc
from every_one import for_each
from house import ROOT
from law_values import places_in
from legalcase.law.book.vocabulary import WordsOfAPlace
from legalcase.law.examples import answer_of, run_example, run_examples
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.files.validating.validate import validate_table
from worked_cases import CASES, OF_A_CASE, Case, read_cases

SORTS: Final = ("world", "states")
LAWS: Final = {
    sort: lc.Law.bundled().with_folder(ROOT / "tests" / "law" / sort) for sort in SORTS
}
ALL: Final = tuple(
    (sort, case) for sort in SORTS for case in read_cases(CASES.parent / sort)
)
ANSWERED: Final = tuple(one for one in ALL if "refused" not in one[1].table)


def _named(one: tuple[str, Case]) -> str:
    sort, case = one
    return f"{sort}-{case.table['id']}"


def test_every_case_is_asked() -> None:
    """None is lost, and each has an id of its own, apart from those of the package."""
    ids = [case.table["id"] for _, case in ALL]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {case.table["id"] for case in read_cases()}
    counted = {sort: [s for s, _ in ALL].count(sort) for sort in SORTS}
    assert counted == {"world": 57, "states": 3}
    refused = [case.table["id"] for _, case in ALL if "refused" in case.table]
    assert refused == ["gb-dodds-walker"]


@pytest.mark.parametrize("sort", SORTS)
def test_the_examples_of_the_folder_give_their_dates(sort: str) -> None:
    """Those of calendars, rules and deadlines, with their other dates."""
    law = LAWS[sort]
    assert run_examples(law, law.folders[-1]) == []


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_there_passes_for_law(sort: str) -> None:
    """What was not read in its text does not say that it was; the page says it too."""
    folder = LAWS[sort].folders[-1]
    how = {place.value for _, place in places_in(folder) if place.key == "how"}
    assert how == {"recall", "secondary"}
    page = (ROOT / "tests" / "law" / sort / "README.md").read_text(encoding="utf-8")
    assert "**They are no law.**" in page


@for_each(("sort", "case"), ALL, ids=_named)
def test_a_case_has_the_form_of_an_example(sort: str, case: Case) -> None:
    """What the law's files refuse is refused here: a misspelt key, another word."""
    words = WordsOfAPlace(LAWS[sort], case.rule.partition("/")[0])
    table = case.example.table
    assert validate_table(table, TABLES["example"], words) == []
    assert set(case.table) - OF_A_CASE == set(table)
    assert {"cite", "kind"} <= set(case.table)


@for_each(("sort", "case"), ALL, ids=_named)
def test_the_dates(sort: str, case: Case) -> None:
    """The adopted reading gives the source's date, what others give is a reading."""
    if "refused" in case.table:
        with pytest.raises(lc.LegalCaseError, match=r"\. \S"):
            answer_of(LAWS[sort], case.example)
        return
    assert run_example(LAWS[sort], case.example) == ""


@for_each(("sort", "case"), ANSWERED, ids=_named)
def test_the_steps_lead_from_the_trigger_to_the_date(sort: str, case: Case) -> None:
    """Each step begins where the one before it ended, and the last ends on the date."""
    found = answer_of(LAWS[sort], case.example)
    steps = found.steps
    assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    last = steps[-1].end
    assert (last.date() if isinstance(last, datetime) else last) == found.due
    assert str(found.due) in found.explain()


def test_the_answer_day_of_texas_is_a_monday_in_court_too() -> None:
    """Whether or not a court is named, and at ten there."""
    law, court = lc.Law.bundled(), "us-tx/texdistct"
    for served in (date(2013, 10, 1), date(2013, 10, 2), date(2026, 3, 2)):
        bare = law.compute("us-tx/trcp/99(b)", after=served)
        named = law.compute("us-tx/trcp/99(b)", after=served, court=court)
        assert named.due == bare.due
        assert f"{named.due_at:%A %H:%M}" == "Monday 10:00"


@pytest.mark.parametrize(
    ("asked", "old", "new"),
    [
        ({"after": date(2025, 3, 14)}, date(2025, 4, 3), date(2025, 4, 7)),
        ({"before": date(2025, 6, 16)}, date(2025, 5, 27), date(2025, 5, 23)),
    ],
)
def test_florida_begins_on_an_open_day_since_2019_both_ways(
    asked: dict[str, Any], old: date, new: date
) -> None:
    """By the old text the day beside the event is the first, by the new an open one.

    From Friday 14 March on it is Saturday or Monday; back from Monday 16 June it is
    Sunday or Friday, and the twentieth day Tuesday 27 May, or Sunday 25 May and so
    the Friday before.
    """
    law, text = LAWS["states"], date(2018, 12, 31)
    assert law.compute("20 days", under="us-fl", as_of=text, **asked).due == old
    assert law.compute("20 days", under="us-fl", **asked).due == new
