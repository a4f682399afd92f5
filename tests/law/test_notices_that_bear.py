"""A notice is printed only where it bears on the date at hand, and says what of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
from law_folders import written
from legalcase.calendars.entries.definition import Gap
from legalcase.calendars.entries.falls import Falls
from legalcase.counting.argument.behind.grounds import days_looked_at
from legalcase.counting.counted import count
from legalcase.counting.engine.run import run
from legalcase.dates import Period
from small_law import calendar, court, question, rolls, rule

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase import Computation

LAW = lc.Law.bundled()


def told(found: Computation, code: str) -> list[str]:
    """The texts of the notices whose code begins so."""
    return [n.text for n in found.notices if n.code.startswith(code)]


def asked(period: str, day: date, *, law: lc.Law = LAW, **options: Any) -> Computation:
    """A period after a day, in the Northern District of California."""
    return law.compute(period, after=day, **{"court": "cand", **options})


# --- what a calendar lacks


@pytest.mark.parametrize(
    ("after", "lacking"),
    [
        (date(2026, 6, 3), []),
        (date(2027, 1, 7), ["Lunar New Year"]),
        # Lunar New Year lies in the period, and could not have moved its end.
        (date(2027, 1, 28), []),
        # That of 2026 is entered.
        (date(2026, 1, 20), []),
        # It was no holiday yet.
        (date(2022, 1, 12), []),
        (date(2026, 10, 1), ["Diwali"]),
        (date(2025, 10, 1), []),
        # Ends on Good Friday, 3 April 2026, and on the day before it.
        (date(2026, 3, 4), ["Good Friday"]),
        (date(2026, 3, 3), []),
        # Ends on Thanksgiving: what it passes over is far from all of them.
        (date(2026, 10, 27), []),
    ],
)
def test_a_holiday_that_is_lacking_is_told_where_it_could_fall(
    after: date, lacking: list[str]
) -> None:
    """On a day of which the count asked whether it is closed."""
    texts = told(asked("30 days", after), "calendar-incomplete")
    assert [text.split(",")[0].split(" (")[0] for text in texts] == lacking


def test_a_calendar_at_which_the_count_did_not_look_is_silent() -> None:
    """Counted back, the holidays of the state do not count (Rule 6(a)(6)(C))."""
    found = lc.compute("14 days", before=date(2026, 2, 20), court="cand")
    assert told(found, "calendar-incomplete") == []


def test_the_further_day_at_christmas() -> None:
    """In the years for which it is not entered, in the days around Christmas."""
    for year, is_told in ((2015, True), (2025, False), (2026, True)):
        for day, near in ((date(year, 12, 10), True), (date(year, 11, 20), False)):
            found = lc.compute("14 days", after=day, under="gb-eaw/cpr", act="file")
            assert bool(told(found, "calendar-incomplete")) is (is_told and near)


def test_days_that_are_left_out_are_all_looked_at() -> None:
    """A count in court days, or of a short period, asks of each day on its way."""
    lacking = calendar(
        incomplete=[
            {
                "text": "The moon's day is not entered.",
                "windows": [{"from": "april 27", "through": "april 27"}],
            }
        ]
    )
    short = rule(
        short={
            "periods": "<= 5 days",
            "skip": {"court": ["legal-holiday"]},
            "cite": "7",
        }
    )
    for used, period, is_told in (
        (rule(), "5 days", False),
        (rule(), "3 days", True),
        (rule(), "5 court days", True),
        (short, "5 days", True),
        (short, "6 days", False),
    ):
        found = count(Period.parse(period), date(2026, 4, 24), used, court(lacking))
        assert bool(told(found, "calendar-incomplete")) is is_told, (period, used)


def test_days_passed_by_a_move_are_looked_at() -> None:
    """And the day from which an extension begins."""
    asked_of = question(rule(roll=rolls()), "6 days", date(2026, 4, 24))
    outcome = run(asked_of, date(2026, 4, 24), frozenset())
    # Thursday, 30 April.
    assert days_looked_at(asked_of, outcome) == {date(2026, 4, 30)}
    asked_of = question(rule(roll=rolls()), "7 days", date(2026, 4, 24))
    outcome = run(asked_of, date(2026, 4, 24), frozenset())
    # May Day is a Friday.
    assert days_looked_at(asked_of, outcome) == {date(2026, 5, d) for d in (1, 2, 3, 4)}


def test_a_definition_that_says_only_what_it_lacks_says_it_always() -> None:
    """As the list of a whole country does, which lacks what its regions have."""
    made = evolve(calendar().definition, incomplete="Regions are missing.")
    assert made.lacking({date(2026, 6, 3)}) == ("Regions are missing.",)
    assert calendar().definition.lacking({date(2026, 6, 3)}) == ()


def test_when_missing_days_can_fall() -> None:
    """At any time, in parts of the year (over its end), on a day, in some years."""
    day = date(2026, 12, 30)
    over = Gap(text="x", windows=(((12, 24), (1, 2)),))
    assert [over.can_hold(date(2026, m, d)) for m, d in ((12, 24), (1, 2), (1, 3))] == [
        *(True, True, False)
    ]
    assert Gap(text="x").can_hold(day)
    assert not Gap(text="x", first=date(2027, 1, 1)).can_hold(day)
    assert not Gap(text="x", last=date(2026, 12, 29)).can_hold(day)
    assert Gap(text="x", falls=Falls.parse("december 30")).can_hold(day)
    assert not Gap(text="x", falls=Falls.parse("december 29")).can_hold(day)


def test_a_gap_is_told_where_only_a_reading_reaches_it() -> None:
    """The safe date is one of the readings, and it is what people docket."""
    found = lc.compute("4 weeks", after=date(2024, 7, 29), under="at/zpo")
    assert found.readings[0].due == date(2024, 9, 16)
    lacking = calendar(
        id="at",
        incomplete=[
            {
                "text": "x",
                "windows": [{"from": "september 16", "through": "september 16"}],
            }
        ],
    )
    again = lc.compute(
        "4 weeks", after=date(2024, 7, 29), under="at/zpo", calendar=lacking
    )
    assert told(again, "calendar-incomplete") == ["x"]


# --- how what decided was verified


@pytest.mark.parametrize(
    ("deadline", "options", "named"),
    [
        # Rule 59(e) and Rule 6 were read, and no closure was met.
        ("us/frcp/59(e)", {"court": "cand"}, []),
        ("us/frcp/12(a)(4)(B)", {"court": "cand"}, []),
        (
            "us/cand/civil-l-r/7-3(a)",
            {"court": "cand"},
            ["N.D. Cal. Civ. L.R. 7-3(a) (the time itself)"],
        ),
        # Of California's rule §§ 12, 12a and 1013(a) were read, and § 1010.6 as it
        # stands since 2023.
        ("30 days", {"court": "us-ca/lasc"}, []),
        ("30 days", {"court": "us-ca/lasc", "service": "mail"}, []),
        ("30 days", {"court": "us-ca/lasc", "service": "mail-to-safe-at-home"}, []),
        ("30 days", {"court": "us-ca/lasc", "service": "electronic"}, []),
        (
            "30 days",
            {
                "court": "us-ca/lasc",
                "service": "electronic",
                "as_of": date(2022, 6, 3),
            },
            ["Cal. Code Civ. Proc. § 1010.6(a)(3)(B) (the 2 court days for service)"],
        ),
    ],
)
def test_what_decided_and_was_not_read_is_named(
    deadline: str, options: dict[str, Any], named: list[str]
) -> None:
    """The provision itself, with what it did; nothing, where all was read."""
    (*texts,) = told(
        lc.compute(deadline, after=date(2026, 6, 3), **options), "verified-"
    )
    assert [t.split(": ")[1] for t in texts] == ([", ".join(named)] if named else [])


#: Two courts as they are entered, of whose record an account was read.
UNREAD = """
[[court]]
id = "us/cand"
name = "N.D. Cal."
parent = "us/ca9"
like = "us/ca9"
counting = ["us/frcp"]
calendars = { forum-state = "us-ca/legal-holidays" }
verified = { how = "secondary", source = "an account" }

[[court]]
id = "us/dcd"
name = "D.D.C."
parent = "us/cadc"
like = "us/cadc"
counting = ["us/frcp"]
calendars = { forum-state = "us-dc/legal-holidays" }
verified = { how = "secondary", source = "an account" }
"""


def test_the_court_is_named_where_its_record_decided(tmp_path: Path) -> None:
    """The thirtieth day is Farmworkers Day, a holiday of the state in which it sits."""
    folder = written(tmp_path, {"us/courts.toml": UNREAD})
    law = LAW.with_folder(folder, overriding=("us/cand", "us/dcd"))
    found = asked("30 days", date(2026, 3, 1), law=law)
    assert found.due == date(2026, 4, 1)
    (text,) = told(found, "verified-")
    assert "us/cand (whose holidays count there)" in text
    assert "us-ca/legal-holidays" in text
    # Where the caller said whose holidays count, the court's record decided nothing.
    stated = asked("30 days", date(2026, 3, 1), forum="us-ca", law=law)
    assert not any("us/cand" in text for text in told(stated, "verified-"))
    # A day of the District alone, on which the court's own calendar is closed.
    sworn = asked("14 days", date(2021, 1, 6), court="dcd", law=law)
    assert sworn.due == date(2021, 1, 21)
    (text,) = told(sworn, "verified-")
    assert "us/dcd (whose holidays count there)" in text
    assert (
        told(asked("30 days", date(2026, 6, 4), court="dcd", law=law), "verified-")
        == []
    )
    # A national holiday closes every federal court.
    assert told(asked("30 days", date(2026, 6, 4), law=law), "verified-") == []
    # Of the record that comes with the package all was read.
    (text,) = told(asked("30 days", date(2026, 3, 1)), "verified-")
    assert "us/cand" not in text


@pytest.mark.parametrize(("given", "is_named"), [(None, True), ("de-by", False)])
def test_the_court_is_named_for_the_holidays_of_its_land(
    given: str | None, *, is_named: bool
) -> None:
    """All Saints' is no holiday everywhere; who names the calendar has decided."""
    found = lc.compute(
        "2 weeks",
        after=date(2024, 10, 18),
        under="de/zpo",
        court="de/lg-muenchen-1",
        calendar=given,
    )
    assert found.due == date(2024, 11, 4)
    texts = " ".join(told(found, "verified-"))
    assert ("de/lg-muenchen-1 (whose holidays count there)" in texts) is is_named


def test_the_court_is_named_for_its_hour() -> None:
    """Where no rule says when the day ends, the court's record does."""
    found = lc.compute(
        "14 days",
        after=date(2026, 6, 3),
        under="gb-eaw/cpr",
        court="gb-eaw/county-court",
        act="file",
    )
    assert found.due_at is not None
    (text,) = told(found, "verified-")
    assert "gb-eaw/county-court (the hour at which its day ends)" in text


def test_an_old_text_that_was_not_read_is_named_by_its_date() -> None:
    """Which parts of it were read is not entered."""
    (text,) = told(asked("30 days", date(1990, 6, 4)), "verified-")
    assert "us/frcp as it stood from 1985-08-01" in text


def test_provisions_are_matched_whole() -> None:
    """§ 12a is not in § 12, § 12a(a) is in § 12a; a case that supports is left out."""
    read = {"how": "secondary", "read": ["1", "2", "5"]}

    def named(**tables: Any) -> list[str]:
        used = rule(verified=read, **tables)
        found = count(Period.parse("7 days"), date(2026, 4, 24), used, court())
        return [n for n, a in found.authorities() if a.verified == "secondary"]

    every = {"after": "every day", "before": "every day"}
    assert named() == []
    assert named(days={**every, "cite": "2(b), 2(c); Roe v. Doe, 1 C.P. 9"}) == []
    assert named(days={**every, "cite": "2b"}) == ["C.P. 2b (how it is counted)"]
    assert named(days={**every, "cite": "2, 20(a)"}) == [
        "C.P. 20(a) (how it is counted)"
    ]
    assert named(roll=rolls(cite="5a")) == ["C.P. 5a (the move off a closed day)"]


# --- local rules


def test_local_rules_say_how_much_of_them_is_entered() -> None:
    """Counted from the data, so that it stays true."""
    file = LAW.local_rules("us/cand")
    assert file is not None
    number = len(file.raw["deadline"])
    (text,) = told(asked("us/frcp/33(b)(2)", date(2026, 6, 3)), "local-rules")
    assert text == (
        "Of the Civil Local Rules of the Northern District of California (us/cand), "
        f"{number} deadlines and the hour at which the day ends are entered; read the "
        "rest."
    )


@pytest.mark.parametrize("name", ["cand", "cacd"])
def test_local_rules_are_silent_where_they_cannot_bear(name: str) -> None:
    """No local rule moves what the court itself may not (Rule 6(b)(2))."""
    barred = asked("us/frcp/59(e)", date(2026, 6, 3), court=name)
    assert barred.barred_by is not None
    assert told(barred, "local-rules") == []
    other = asked("us/frcp/33(b)(2)", date(2026, 6, 3), court=name)
    assert other.barred_by is None
    assert len(told(other, "local-rules")) == 1


# --- service


@pytest.mark.parametrize(
    ("under", "said"),
    [
        ("us/frcp", "Rule 6(d) adds days only to a time that runs from being served."),
        ("us/frap", "Rule 26(c) adds days only to a time that runs from service"),
        ("us-ca/ccp", "§ 1013 lengthens only a time that runs from service"),
        ("us-ca/discovery", "§ 1013 lengthens only a time that runs from service"),
    ],
)
def test_a_bare_period_is_told_to_which_periods_service_adds(
    under: str, said: str
) -> None:
    """Nobody knows whether this one runs from service."""
    found = lc.compute("30 days", after=date(2026, 6, 3), under=under, service="mail")
    assert [text.startswith(said) for text in told(found, "service-only")] == [True]
    personal = lc.compute(
        "30 days", after=date(2026, 6, 3), under=under, service="personal"
    )
    assert told(personal, "service-only") == []


def test_a_deadline_knows_from_what_it_runs() -> None:
    """Its own entry names the table; so does a caller who names one."""
    found = asked("us/frcp/33(b)(2)", date(2026, 6, 3), service="mail")
    assert told(found, "service-only") == []
    named = asked(
        "30 days", date(2026, 6, 3), service="mail", service_extension="general"
    )
    assert told(named, "service-only") == []


# --- words
