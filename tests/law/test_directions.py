"""On which side of its triggers a deadline lies: its own text says it, no reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from law_folders import changed, copied
from legalcase.catalogue.terms import Term, Trigger
from legalcase.dates import Period
from legalcase.errors import ConflictingInputError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

TRIAL: Final = date(2026, 9, 14)
BEFORE_TRIAL: Final = ("12(c)(1)", "12.2(a)", "12.2(b)", "12.3(a)(1)")

#: Counted back from two events; under the other answer it runs after one of them.
BACK: Final = """
[[deadline]]
id = "31"
title = "Given back"
earlier_of = [
    { period = "10 days", direction = "before", trigger = "hearing" },
    { later_of = [
        { period = "4 days", direction = "before", trigger = "tide-turned" },
        { period = "6 days", direction = "before", trigger = "tide-turned" },
    ] },
]
act = "file"
owed_by = "any-party"
met_by = ["motion-filed"]
proceedings = ["civil"]
bound = "not later than"
service_extension = "none"
cite = "31"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
examples = []
[[deadline.dispute]]
id = "way"
kind = "law"
question = "Before or after?"
adopted = "before"
[[deadline.dispute.reading]]
name = "after"
earlier_of = [{ period = "2 days", trigger = "tide-turned" }]

"""


@pytest.mark.parametrize("pinpoint", BEFORE_TRIAL)
def test_on_the_day_of_trial_a_motion_can_be_too_late(pinpoint: str) -> None:
    """The day before is a Sunday: the Friday is safe, whoever reads "start" how."""
    found = lc.compute(f"us/frcrp/{pinpoint}", after={"trial": TRIAL})
    assert (found.due, found.safe) == (TRIAL, date(2026, 9, 11))
    # Thursday: no closed day lies between.
    other = lc.compute(f"us/frcrp/{pinpoint}", after={"trial": date(2026, 9, 17)})
    assert other.safe == date(2026, 9, 16)
    (reading,) = found.readings
    assert reading.dispute == f"us/frcrp/{pinpoint}#day-of-trial"


def test_a_reading_that_counts_back_can_be_chosen() -> None:
    """It is asked with after=, as the deadline is."""
    name = "no, where the day alone is known: on the day before"
    found = lc.compute(
        "us/frcrp/12(c)(1)", after={"trial": TRIAL}, readings={"day-of-trial": name}
    )
    assert found.due == found.safe == date(2026, 9, 11)


@pytest.mark.parametrize("one", [TRIAL, {"trial": TRIAL}], ids=["date", "mapping"])
def test_the_wrong_side_is_refused(one: Any) -> None:
    """Of what is made up of several too, a date or a mapping alike."""
    with pytest.raises(ConflictingInputError, match=r"Pass after="):
        lc.compute("us-ca/ccp/473(b)", before=TRIAL)
    if isinstance(one, dict):
        with pytest.raises(ConflictingInputError, match=r"Pass after="):
            lc.compute("us/frcrp/12(c)(1)", before=one)


def test_every_bundled_deadline_refuses_the_other_side() -> None:
    """None takes a date on the wrong side in silence: all are tried, by mapping too."""
    law = Law.bundled()
    tried = 0
    for rule in law.deadlines():
        if rule.shifts:  # one of its texts lies on the other side
            continue
        wrong = {"after": "before", "before": "after"}[rule.current.term.asked_with]
        words = rule.triggers or ("",)
        day = max(TRIAL, rule.current.first)
        for anchor in (day, {words[0]: day}):
            given: dict[str, Any] = {wrong: anchor}
            with pytest.raises(lc.LegalCaseError):
                law.compute(rule.id, **given)
            tried += 1
    assert tried > 400


@pytest.fixture
def back(tmp_path: Path) -> Law:
    """Atlantis, with a deadline that is counted back but under one answer."""
    folder = copied(tmp_path)
    name = "xx/deadlines/cp.toml"
    text = (folder / name).read_text(encoding="utf-8")
    first = text.index("[[deadline]]\n")
    changed(folder, name, text[first : first + 13], BACK + "[[deadline]]\n")
    return Law.bundled().with_folder(folder)


def test_what_is_counted_back_stays_so_under_a_reading_that_runs_on(back: Law) -> None:
    """Members of members say the side; the reading is counted in its own direction."""
    given = {"hearing": date(2026, 6, 22), "tide-turned": date(2026, 6, 18)}
    found = back.compute("xx/cp/31", before=given)
    assert found.due == date(2026, 6, 12)
    assert [one.due for one in found.readings] == [date(2026, 6, 22)]
    assert found.safe == date(2026, 6, 12)
    with pytest.raises(ConflictingInputError, match=r"Pass before="):
        back.compute("xx/cp/31", after=given)


def test_the_side_of_a_term_is_that_of_all_its_periods() -> None:
    """One that runs after its trigger is enough for after=; a certain date has none."""
    period = Period(3, "day")

    def term(*ways: str) -> Term:
        members = tuple(
            Term(form="period", period=period, trigger=Trigger(event="x"), direction=w)
            for w in ways
        )
        return Term(form="later-of", members=(*members, Term(form="on", ref="y")))

    assert term("before").asked_with == term("before", "before").asked_with == "before"
    assert term("before", "after").asked_with == term().asked_with == "after"
