"""A statutory clock: what counts, what does not, and what follows."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    RuleNotInForceError,
    UnknownNameError,
    UnsupportedQuestionError,
)
from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks import Exclusion, StatutoryClock, joined_with

LAW = Law.bundled()
TRIAL = LAW.clock("us/18-usc/3161(c)(1)")
START = date(2025, 3, 3)
BOTH = {"indictment-filed": START, "first-appearance": START}
WORKED = json.loads(
    Path(__file__).with_name("measures.json").read_text(encoding="utf-8")
)["cases"]


def day(month: int, number: int, year: int = 2025) -> date:
    """A day of the year in which most of these run."""
    return date(year, month, number)


def clock(*exclusions: tuple[str, date, date | None], **said: Any) -> StatutoryClock:
    """The clock to trial with these exclusions, found on the record."""
    made = StatutoryClock.of_rule(TRIAL, BOTH, **said)
    for basis, first, last in exclusions:
        made = made.excluding(basis, first, last, finding=basis in ("(h)(7)", "(h)(8)"))
    return made


@pytest.mark.parametrize("case", WORKED, ids=[one["id"] for one in WORKED])
def test_worked_cases(case: dict[str, Any]) -> None:
    """Those of the courts, and constructed ones, to the day."""
    starts = {word: date.fromisoformat(on) for word, on in case["starts"].items()}
    made = StatutoryClock.of_rule(TRIAL, starts)
    for basis, first, last in case["exclusions"]:
        ends = date.fromisoformat(first), date.fromisoformat(last)
        made = made.excluding(basis, *ends, finding=basis == "(h)(7)")
    found = made.standing(on=date.fromisoformat(case["on"]))
    for name in ("elapsed", "excluded", "counted"):
        assert getattr(found, name) == case[name], name
    assert found.is_exceeded == case["exceeded"]
    if "last_day" in case:
        assert made.last_day() == date.fromisoformat(case["last_day"])


def test_invariant_18_counted_and_excluded_make_up_what_has_elapsed() -> None:
    """Overlaps count once, nothing before the start, caps hold, per defendant."""
    made = clock(
        ("(h)(1)(D)", day(2, 1), day(3, 12)),
        ("(h)(1)(H)", day(3, 12), day(6, 12)),
        ("(h)(7)", day(4, 1), day(4, 20)),
    )
    for number in range(200):
        on = START + timedelta(days=number)
        standing = made.standing(on=on)
        assert standing.counted + standing.excluded == standing.elapsed == number
        assert made.counted(on=on) + made.excluded(on=on) == made.elapsed(on=on)
        assert made.remaining(on=on) == standing.remaining == 70 - standing.counted
    motion, advisement, continuance = made.effects()
    assert (motion.first_on, motion.last_on) == (day(3, 4), day(3, 12))
    assert "before the clock started" in motion.notes[0]
    assert advisement.days == 30
    assert advisement.notes == ("no more than 30 days are excluded",)
    assert continuance.days == 20
    # 9 motion days, 30 under advisement (through 11 April), 9 of the continuance.
    assert made.excluded(on=day(6, 12)) == 9 + 30 + 9


def test_invariant_18_ends_of_justice_need_a_finding_on_the_record() -> None:
    """Without it the continuance is kept, excludes nothing, and says so."""
    made = StatutoryClock.of_rule(TRIAL, BOTH).excluding(
        "(h)(7)", day(3, 10), day(4, 10)
    )
    (effect,) = made.effects()
    assert effect.days == 0
    assert effect.notes == ("no finding of the court stands on the record",)
    assert made.last_day() == day(5, 12)
    assert "no finding of the court" in made.explain(on=day(5, 12)).replace("\n", " ")
    found = made.excluding("(h)(7)", day(3, 10), day(4, 10), finding=True)
    assert found.last_day() == day(6, 13)


def test_invariant_18_a_clock_is_of_one_defendant_and_joinder_joins() -> None:
    """What a codefendant's clock excludes is shown as such; safe leaves it out."""
    own = clock(("(h)(1)(D)", day(3, 10), day(3, 20)), of="doe")
    later = {"indictment-filed": START, "first-appearance": day(4, 1)}
    other = StatutoryClock.of_rule(TRIAL, later, of="roe").excluding(
        "(h)(1)(D)", day(4, 10), day(4, 19)
    )
    assert own.last_day() == day(5, 23)
    joined = joined_with(own, other, from_on=START)
    # The clock of the latest defendant: from 1 April, less roe's ten motion days.
    assert joined.last_day() == day(6, 20)
    assert other.last_day() == day(6, 20)
    bases = [one.bases for one in joined.ranges(on=day(6, 20))]
    assert ("(h)(6)", "(h)(1)(D)") in bases
    (reading,) = joined.readings(on=day(6, 20))
    assert reading.answers[0][1] == "it is not"
    assert reading.last_on == joined.safe(on=day(6, 20)) == day(5, 23)
    severed = joined_with(own, other, from_on=START, until_on=day(4, 14))
    assert severed.last_day() == day(6, 15)
    assert joined_with(joined, other, from_on=START) == joined


def test_invariant_19_a_clock_in_the_place_of_another_keeps_its_history() -> None:
    """A mistrial starts the clock of retrial; the first stays as it was."""
    first = clock(("(h)(1)(D)", day(3, 10), day(3, 20))).with_end(day(5, 5), by="e-9")
    retrial = LAW.clock("us/18-usc/3161(e)")
    second = first.restarted(day(5, 12), because="mistrial", rule=retrial)
    assert second.last_day() == day(7, 21)
    assert second.history == (first, second)
    assert second.history[0].counted(on=day(5, 5)) == 63 - 11
    third = second.with_end(day(6, 30)).restarted(day(8, 4), because="new trial")
    assert [one.rule.id for one in third.history] == [
        "us/18-usc/3161(c)(1)",
        "us/18-usc/3161(e)",
        "us/18-usc/3161(e)",
    ]
    assert third.history[0] == first
    said = third.explain(on=day(8, 5))
    assert "It takes the place of another: new trial." in said
    assert "mistrial" in said


def test_an_open_exclusion_stops_the_clock() -> None:
    """There is no last day then, and what it would be is said."""
    made = clock(("(h)(1)(D)", day(3, 10), None))
    assert made.last_day() is None
    standing = made.standing(on=day(4, 1))
    assert (standing.is_running, standing.last_on) == (False, None)
    assert standing.counted == 6
    # 23 days through 1 April are out; from the 2nd on, 64 days are left.
    assert standing.if_running_on == made.last_day(on=day(4, 1)) == day(6, 4)
    assert made.safe(on=day(4, 1)) == day(6, 4)
    assert made.safe(on=day(4, 2)) == day(6, 5)
    assert "Not running" in made.explain(on=day(4, 1))


def test_what_lies_after_the_end_is_cut_off() -> None:
    """The trial ends the clock; later time changes nothing."""
    made = clock(
        ("(h)(1)(D)", day(5, 1), None), ("(h)(1)(G)", day(6, 1), day(6, 9))
    ).with_end(day(5, 5))
    motion, plea = made.effects()
    assert motion.last_on == day(5, 5)
    assert plea.days == 0
    assert "after the clock ended" in plea.notes[0]
    with pytest.raises(InvalidValueError, match="cannot end on 2025-03-02"):
        made.with_end(day(3, 2))


def test_a_minimum_sets_a_first_day_and_can_be_waived_in_writing() -> None:
    """18 U.S.C. 3161(c)(2); the clock to trial cannot be waived beforehand."""
    made = StatutoryClock.of_rule(LAW.clock("us/18-usc/3161(c)(2)"), START)
    assert made.first_day() == made.safe(on=START) == day(4, 2)
    assert made.with_waiver("event:7", written=True).first_day() == START
    assert made.with_waiver("event:7", written=False).first_day() == day(4, 2)
    with pytest.raises(UnsupportedQuestionError, match="sets no last day"):
        made.last_day()
    waived = clock().with_waiver("event:7", written=True)
    assert waived.binds
    assert waived.last_day() == day(5, 12)
    assert "has no effect" in waived.explain(on=START)
    with pytest.raises(UnsupportedQuestionError, match="sets no first day"):
        waived.first_day()


def test_a_limit_is_lengthened_as_the_law_allows() -> None:
    """By thirty days without a grand jury; to at most 180 days on retrial."""
    made = StatutoryClock.of_rule(LAW.clock("us/18-usc/3161(b)"), START)
    assert made.last_day() == day(4, 2)
    assert made.with_more("30 days", by="event:3").last_day() == day(5, 2)
    with pytest.raises(InvalidValueError, match="30 days more"):
        made.with_more("60 days")
    retrial = StatutoryClock.of_rule(LAW.clock("us/18-usc/3161(e)"), START)
    assert retrial.with_more("180 days").last_day() == START + timedelta(days=180)
    for text in ("181 days", "70 days"):
        with pytest.raises(InvalidValueError, match="180 days in all"):
            retrial.with_more(text)


def test_nothing_is_supposed_of_the_start() -> None:
    """Each event is stated; the law says which it waits for."""
    with pytest.raises(MissingInputError, match="Pass a mapping"):
        StatutoryClock.of_rule(TRIAL, START)
    with pytest.raises(MissingInputError, match="waits for first-appearance"):
        StatutoryClock.of_rule(TRIAL, {"indictment-filed": START})
    with pytest.raises(InvalidValueError, match="does not run from 'trial'"):
        StatutoryClock.of_rule(TRIAL, {**BOTH, "trial": START})
    with pytest.raises(RuleNotInForceError):
        StatutoryClock.of_rule(TRIAL, dict.fromkeys(BOTH, date(1970, 1, 1)))
    with pytest.raises(InvalidTypeError, match="needs its rule"):
        StatutoryClock.of_rule("us/18-usc/3161(b)", START)  # type: ignore[arg-type]  # wrong
    with pytest.raises(UnknownNameError, match=r"mean '\(h\)\(8\)'"):
        clock().excluding("(h)(9)", START)
    with pytest.raises(UnknownNameError, match="3161"):
        LAW.clock("us/18-usc/3161(c)")
    with pytest.raises(InvalidValueError, match="cannot end on"):
        Exclusion(basis="(h)(7)", from_on=day(4, 2), until_on=day(4, 1))


def test_limitation_runs_from_what_is_stated_and_tolling_can_come_too_late() -> None:
    """28 U.S.C. 2244(d): the latest of the days; nothing revives what is barred."""
    rule = LAW.clock("us/28-usc/2244(d)")
    made = StatutoryClock.of_rule(rule, date(2024, 3, 4))
    assert made.last_day() == date(2025, 3, 4)
    late = made.excluding("2244(d)(2)", date(2025, 3, 5))
    assert late.last_day() == date(2025, 3, 4)
    assert "had run out on 2025-03-04" in late.effects()[0].notes[0]
    pending = made.excluding("2244(d)(2)", date(2025, 3, 4))
    assert pending.last_day() is None
    found = {"conviction-final": date(2024, 3, 4), "facts-discoverable": START}
    assert StatutoryClock.of_rule(rule, found).last_day() == date(2026, 3, 3)


def test_german_limitation_goes_on_after_the_proceeding() -> None:
    """Sections 203, 204(2), 209 BGB, and what is disputed of the first day."""
    rule = LAW.clock("de/bgb/195")
    arose = {"claim-accrued": date(2022, 4, 1), "date-of-knowledge": date(2022, 5, 1)}
    made = StatutoryClock.of_rule(rule, arose)
    assert made.start_on == date(2022, 12, 31)
    assert made.last_day() == date(2025, 12, 31)
    sued = made.excluding("204", date(2025, 6, 2), date(2025, 7, 1))
    # From 2 June through six months after 1 July: 214 days.
    assert sued.effects()[0].last_on == date(2026, 1, 1)
    assert sued.last_day() == date(2025, 12, 31) + timedelta(days=214)
    (reading,) = sued.readings(on=date(2026, 1, 2))
    assert sued.safe(on=date(2026, 1, 2)) == reading.last_on
    assert reading.last_on == date(2025, 12, 31) + timedelta(days=213)
    early = made.excluding("203", date(2022, 6, 1), date(2022, 9, 1))
    assert early.effects()[0].days == 0
    assert early.last_day() == date(2025, 12, 31)


def test_it_is_explained_in_three_forms() -> None:
    """Each range with its grounds and authority; a picture of the days."""
    made = clock(
        ("(h)(1)(D)", day(3, 10), day(3, 20)), ("(h)(7)", day(3, 15), day(4, 15))
    )
    on = day(6, 2)
    text = made.explain(on=on)
    assert "91 days since the start, 37 excluded, 54 counted of 70." in text
    assert "Last day: Wed 2025-06-18." in text
    assert "Zedner" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "| 2025-03-15 | 2025-03-20 | 6 |" in made.explain("markdown", on=on)
    assert "<table" in made.explain("html", on=on)
    march = f"2025-03   S......xxxxx{'#' * 6}{'x' * 11}"
    assert made.timeline(on=on).splitlines()[1] == march
    assert sum(one.days for one in made.ranges(on=on)) == 91
    with pytest.raises(InvalidValueError, match="is no form"):
        made.explain("pdf", on=on)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(InvalidValueError, match="no width"):
        made.explain(on=on, width=0)
    exceeded = made.explain(on=day(7, 1))
    assert "exceeded by 13 days" in exceeded
    assert "3162(a)(2)" in exceeded


def test_what_it_says_of_itself_names_nobody() -> None:
    """The representation has the rule and the start; plain data has all."""
    made = clock(of="doe")
    assert repr(made) == "<StatutoryClock 'us/18-usc/3161(c)(1)' from 2025-03-03>"
    assert made.to_dict()["started"] == {
        "indictment-filed": "2025-03-03",
        "first-appearance": "2025-03-03",
    }


def test_each_reason_for_which_nothing_is_excluded_is_said() -> None:
    """No order, no day between the ends, over before the start."""
    made = clock(
        ("(h)(2)", day(3, 10), day(3, 20)),
        ("(h)(1)(H)", day(3, 10), day(3, 10)),
        ("(h)(1)(D)", day(2, 1), day(3, 3)),
    )
    said = {one.rule.id: one.notes[0] for one in made.effects()}
    assert said == {
        "(h)(2)": "no order of the court stands on the record",
        "(h)(1)(H)": "no whole day lies between its ends",
        "(h)(1)(D)": "it was over when the clock started on 2025-03-03",
    }
    assert all(not one.is_open and one.days == 0 for one in made.effects())
    assert made.last_day() == day(5, 12)
    open_one = clock(("(h)(1)(D)", day(3, 10), None), ("(h)(1)(G)", day(4, 1), None))
    assert all(one.is_open and one.days is None for one in open_one.effects())
    assert open_one.excluded(on=day(4, 10)) == 32


def test_the_explanation_says_what_lengthens_what_was_waived_and_what_follows() -> None:
    """Each line with its authority, and nothing of it where it is not so."""
    charge = StatutoryClock.of_rule(LAW.clock("us/18-usc/3161(b)"), START)
    said = charge.with_more("30 days").with_end(day(4, 20)).explain(on=day(4, 20))
    assert "Lengthened by 30 days (18 U.S.C. § 3161(b))." in said
    assert "It ended on Sun 2025-04-20." in said
    least = StatutoryClock.of_rule(LAW.clock("us/18-usc/3161(c)(2)"), START)
    assert "First day: Wed 2025-04-02." in least.explain(on=START)
    waived = (
        least.with_waiver("event:3", written=True).explain(on=START).replace("\n", " ")
    )
    assert "Waived in writing (18 U.S.C. § 3161(c)(2)): it binds nobody." in waived
    held = StatutoryClock.of_rule(LAW.clock("us/18-usc/3164(b)"), START)
    said = held.with_waiver("event:3", written=True).explain(on=START)
    assert "A waiver was stated and has no effect." in said
    with pytest.raises(InvalidTypeError, match="basis= needs the id"):
        Exclusion(basis=7, from_on=START)  # type: ignore[arg-type]  # wrong
    with pytest.raises(UnsupportedQuestionError, match="because of others joined"):
        joined_with(least, held)
    with pytest.raises(UnknownNameError, match="No time is excluded"):
        least.excluding("(h)(7)", START)
