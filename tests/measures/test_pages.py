"""How figures look: nothing that people wrote, nothing that a terminal obeys."""

from __future__ import annotations

import json
from datetime import date

from case_samples import CANARY, file
from caseload_samples import a_case, done, held, trial
from legalcase.dates import DateRange
from legalcase.measures import (
    Figure,
    caseload_report,
    clearance,
    overload,
    trial_date_certainty,
)
from legalcase.measures.authorities import OURS

YEAR = DateRange(date(2026, 1, 1), date(2027, 1, 1))
JULY, AUGUST = date(2026, 7, 6), date(2026, 8, 3)


def test_a_report_has_no_word_that_somebody_wrote() -> None:
    """Of a case with a canary in its caption, notes, grounds, names and titles."""
    made = file()
    report = caseload_report([made], during=YEAR, by="court", smallest=1)
    assert report.figures[0].population == (made.case.case_id,)
    for text in (
        str(report),
        repr(report),
        report._repr_html_(),
        json.dumps(report.to_rows()),
        json.dumps(report.to_dict()),
        *map(repr, report),
    ):
        assert CANARY not in text
    assert CANARY in made.case.caption


def test_the_name_of_a_group_steers_no_page() -> None:
    """It is a caller's, or a docket's, and is shown as what it is."""
    name = '<b>\x1b[31m"J\u202e' + "x" * 90
    cases = [a_case(f"c{n}", JULY, judge=name) for n in range(6)]
    found = clearance(cases, during=YEAR, by="judge")
    text, page = str(found), found._repr_html_()
    assert max(map(len, text.splitlines())) <= 80
    for each in ("\x1b", "\u202e", "<b>"):
        assert each not in page
        assert each not in text or each == "<b>"
    assert name not in repr(found.groups)


def test_trials_and_overload_show_their_numbers() -> None:
    """With a picture of the settings; as rows, each number by its name."""
    case = a_case(
        "one", JULY, trial("t", JULY, AUGUST), held("t", AUGUST), done(AUGUST)
    )
    found = trial_date_certainty([case], during=YEAR)
    assert "set 1 x  ####" in str(found)
    assert "<svg" in found._repr_html_()
    rows = {row["name"]: row["value"] for row in found.to_rows()}
    assert rows["held on the first setting (percent)"] == 100
    assert rows["disposed of by trial"] == 1
    waits = overload([case], during=YEAR, limit_months=12)
    rows = {row["name"]: row["value"] for row in waits.to_rows()}
    assert rows["months of the period"] == 12
    assert rows["overload (cases)"] == -1


def test_a_figure_alone_has_its_value_and_its_definition() -> None:
    """As the base of all of them shows it."""
    plain = Figure(
        value=2.5, numerator=5, denominator=2, definition="Ours.", authority=OURS
    )
    assert [name for name, _ in plain.figures()][1:] == ["numerator", "denominator"]
    assert "2.5 %" in str(plain)
    assert "this package's own definition [caller]." in str(plain)
    assert repr(plain) == "<Figure 2.5 of 0>"
