"""Several motions at one hearing, several defendants: each counted by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import legalcase.model as m
from clerk_cases import (
    LAW,
    back,
    case,
    court_days_back,
    d,
    filed,
    hearing,
    ordered,
    record,
    rows,
    served,
)
from legalcase.kernel import Ref

EVERY = ("roe", "acme", "doe")
#: What a Californian hearing of a motion can give.
SUMMARY = ("437c(a)(2)", "437c(b)(2)", "437c(b)(4)")
OTHER = ("1005(b)-moving", "1005(b)-opposition", "1005(b)-reply")


def of_kind(kind: str, name: str, at: str, **more: Any) -> m.HearingSet:
    """A hearing of a kind, in the morning there."""
    given: dict[str, Any] = {
        "title": kind,
        "hearing_at": datetime.combine(d(at), datetime.min.time(), UTC).replace(
            hour=17
        ),
        "happened_on": d("03-06"),
        **more,
    }
    return m.HearingSet.of_kind(kind, LAW, hearing_id=name, **given)


def who(file: Any, *rules: str) -> dict[str, set[tuple[str, str]]]:
    """Of each rule who owes it, and in which state."""
    found: dict[str, set[tuple[str, str]]] = {}
    for rule, name, _, state in rows(file, *rules, for_=EVERY):
        found.setdefault(rule.rpartition("/")[2], set()).add((name, state))
    return found


def crossed(court: str, *more: Any) -> Any:
    """Both sides move for summary judgment and one to compel, for one hearing."""
    words = "motion-served summary-judgment-motion-filed"
    return record(
        case(court),
        served("m1", words, "03-06", by="roe", on="acme doe"),
        served("m2", words, "03-09", by="acme", on="roe"),
        served("m3", "motion-served", "04-20", by="doe", on="roe"),
        hearing("h", "07-15", about="m1 m2 m3"),
        *more,
    )


def test_each_motion_of_a_hearing_has_its_movant_and_its_opponents() -> None:
    """In California by what each is: whoever compels opposes nothing by that."""
    file = crossed("us-ca/lasc")
    assert who(file, *SUMMARY, *OTHER) == {
        "437c(a)(2)": {("roe", "met"), ("acme", "met")},
        "437c(b)(2)": {("roe", "new"), ("acme", "new"), ("doe", "new")},
        "437c(b)(4)": {("roe", "new"), ("acme", "new")},
        "1005(b)-moving": {("doe", "met")},
        "1005(b)-opposition": {("roe", "new")},
        "1005(b)-reply": {("doe", "new")},
    }
    days = {(rule.rpartition("/")[2], day) for rule, _, day, _ in rows(file)}
    assert {
        ("437c(b)(2)", str(back("07-15", 20))),
        ("437c(b)(4)", str(back("07-15", 11))),
        ("1005(b)-opposition", str(court_days_back("07-15", 9))),
        ("1005(b)-reply", str(court_days_back("07-15", 5))),
    } <= days


def test_each_movant_serves_in_time_for_a_federal_hearing() -> None:
    """Fourteen days before it, whoever else moved."""
    late = served("m4", "motion-served", "07-03", by="doe", on="roe acme")
    file = crossed("us/cand")
    assert who(file, "6(c)(1)") == {"6(c)(1)": {(one, "met") for one in EVERY}}
    assert {day for _, _, day, _ in rows(file, "6(c)(1)")} == {str(back("07-15", 14))}
    alone = record(case(), late, hearing("h", "07-15", about="m4"))
    assert who(alone, "6(c)(1)") == {"6(c)(1)": {("doe", "met")}}


def test_a_motion_that_was_struck_has_no_movant_at_the_hearing() -> None:
    """The others stay."""
    strike = m.EntryStruck(entry_id="m2", happened_on=d("05-04"))
    file = record(crossed("us-ca/lasc"), strike)
    assert who(file, *SUMMARY) == {
        "437c(a)(2)": {("roe", "met")},
        "437c(b)(2)": {("acme", "new"), ("doe", "new")},
        "437c(b)(4)": {("roe", "new")},
    }


def test_a_notice_of_motion_that_names_its_hearing_names_who_moved() -> None:
    """It is the same whether the hearing names the motion or the motion the hearing."""
    motion = served(
        "m",
        "summary-judgment-motion-served",
        "03-06",
        on="acme doe",
        about="hearing:h",
    )
    file = record(case("us-ca/lasc"), of_kind("motion", "h", "07-15"), motion)
    assert who(file, *SUMMARY) == {
        "437c(a)(2)": {("roe", "met")},
        "437c(b)(2)": {("acme", "new"), ("doe", "new")},
        "437c(b)(4)": {("roe", "new")},
    }


@pytest.mark.parametrize(
    "word",
    [
        "demurrer-filed",
        "discovery-motion-filed",
        "new-trial-intention-filed",
        "quash-motion-filed",
        "reconsideration-motion-filed",
        "strike-motion-filed",
        "vacate-motion-filed",
    ],
)
def test_a_motion_by_its_own_word_is_none_for_summary_judgment(word: str) -> None:
    """Nobody needs to record besides that it is a motion."""
    motion = filed("m", word, "04-06", by="acme")
    hearing_of = of_kind("motion", "h", "06-25", about=(Ref("event", "m"),))
    found = who(record(case("us-ca/lasc"), motion, hearing_of), *SUMMARY, *OTHER)
    assert found == {
        "1005(b)-moving": {("acme", "new")},
        "1005(b)-opposition": {("roe", "new")},
        "1005(b)-reply": {("acme", "new")},
    }


@pytest.mark.parametrize(
    "kind", ["contempt", "evidentiary", "injunction", "show-cause"]
)
def test_no_summary_judgment_at_a_hearing_of_another_kind(kind: str) -> None:
    """Where nobody said so: an order to show cause is the court's own."""
    file = record(case("us-ca/lasc"), of_kind(kind, "h", "06-25"))
    assert who(file, *SUMMARY) == {}
    motion = filed("m", "summary-judgment-motion-filed", "03-02", by="roe")
    said = of_kind(kind, "h2", "06-25", about=(Ref("event", "m"),))
    assert set(who(record(file, motion, said), *SUMMARY)) == set(SUMMARY)


def criminal(*events: Any) -> Any:
    """The United States against two, and what happened."""
    file = case(
        proceeding="criminal",
        client="pat",
        parties="usa:plaintiff pat:defendant kim:defendant",
    )
    return record(file, *events)


def test_who_was_arraigned_confers_with_the_government() -> None:
    """The other defendant does so from an arraignment of their own (Rule 16.1(a))."""
    file = criminal(
        of_kind("arraignment", "a1", "03-17", of=("pat",)),
        of_kind("arraignment", "a2", "03-20", of=("kim",)),
    )
    found = {row[1:3] for row in rows(file, "16.1(a)", for_=("usa", "pat", "kim"))}
    # Fourteen days: 31 March is a holiday of California, 3 April an ordinary Friday.
    assert found == {("usa pat", "2026-04-01"), ("usa kim", "2026-04-03")}


def test_whoever_received_the_presentence_report_objects_to_it() -> None:
    """Not the other defendant, of whom it is none (Rule 32(f)(1))."""
    given = served("r", "presentence-report-received", "08-11", by="", on="pat usa")
    found = rows(criminal(given), "32(f)(1)", for_=("usa", "pat", "kim"))
    assert {row[1:3] for row in found} == {("pat", "2026-08-25"), ("usa", "2026-08-25")}


def test_a_motion_for_a_new_trial_is_of_one_ground() -> None:
    """That on other grounds leaves the three years for new evidence open."""
    file = criminal(
        ordered("v", "guilty-verdict", "06-16"),
        filed("m", "new-trial-motion-filed", "06-29", by="pat"),
    )
    both = ("33(b)(1)", "33(b)(2)")

    def of_pat(file: Any, on: str) -> set[tuple[str, str]]:
        found = rows(file, *both, for_=("pat",), on=d(on))
        return {(rule[-8:], state) for rule, name, _, state in found if name == "pat"}

    assert of_pat(file, "07-01") == {("33(b)(1)", "new"), ("33(b)(2)", "met")}
    new = filed("n", "new-evidence-motion-filed", "09-01", by="pat")
    assert of_pat(record(file, new), "09-02") == {
        ("33(b)(1)", "met"),
        ("33(b)(2)", "met"),
    }


def test_a_motion_in_a_criminal_case_is_served_seven_days_before_its_hearing() -> None:
    """By whoever makes it (Rule 47(c)); a status conference has none."""
    file = criminal(
        served("m1", "motion-served", "05-04", by="pat", on="usa"),
        served("m2", "motion-served", "05-12", by="usa", on="pat kim"),
        of_kind("motion", "h", "05-15", about=(Ref("event", "m1"), Ref("event", "m2"))),
        of_kind("status", "s", "05-20"),
    )
    found = rows(file, "47(c)", for_=("usa", "pat", "kim"))
    assert {row[1:] for row in found} == {
        ("pat", "2026-05-08", "met"),
        ("usa", "2026-05-08", "met"),
    }
