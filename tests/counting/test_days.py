"""Counting days, weeks, months and court days: what is counted, and what left out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from legalcase.counting.rules.venue import Venue
from legalcase.dates import DateRange
from legalcase.errors import (
    CalendarOutOfBoundsError,
    OutOfBoundsError,
    RoleNotFilledError,
    RuleNotInForceError,
    UnsupportedQuestionError,
)
from small_law import ATLANTIS, calendar, court, names, outcome, rolls, rule, told

DAY = timedelta(days=1)
#: A Friday; May Day of 2026 is a Friday too.
FRIDAY = date(2026, 4, 24)
SHORT = {"periods": "< 7 days", "skip": {"court": ["legal-holiday"]}, "cite": "7"}


def due(*given: object, **more: object) -> date:
    """The day on which a small question ends."""
    found = outcome(*given, **more).due  # type: ignore[arg-type] # as outcome has it
    assert type(found) is date
    return found


def test_the_day_of_the_event_is_not_counted() -> None:
    """One day after Monday is Tuesday; every day counts, the last rolls."""
    assert due(rule(), "1 day", date(2026, 4, 20)) == date(2026, 4, 21)
    found = outcome(rule(), "8 days", date(2026, 4, 17))
    assert told(found) == [
        ("trigger", "2026-04-17", "C.P. 1"),
        ("count", "2026-04-25", "C.P. 2"),
        ("roll", "2026-04-27", "C.P. 5"),
    ]
    assert found.nominal == date(2026, 4, 25)
    assert names(found, "roll") == ["Saturday", "Sunday"]


def test_a_period_ends_on_an_open_day_without_a_step_of_rolling() -> None:
    """What did not act leaves no step."""
    found = outcome(rule(), "3 days", date(2026, 4, 20))
    assert [code for code, *_ in found.steps] == ["trigger", "count"]
    assert found.due == found.nominal == date(2026, 4, 23)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("next open day", date(2026, 5, 4)),
        ("previous open day", date(2026, 4, 30)),
        ("stay", date(2026, 5, 1)),
    ],
)
def test_where_a_period_goes_that_ends_on_a_holiday(way: str, expected: date) -> None:
    """May Day, a Friday: on, back, or nowhere; what stays says why."""
    found = outcome(rule(roll=rolls(after=way)), "7 days", FRIDAY)
    assert found.due == expected
    code = "stay" if way == "stay" else "roll"
    assert names(found, code)[0] == "May 1"
    assert found.steps[-1][0] == code


def test_a_roll_for_some_acts_leaves_the_others_where_they_fall() -> None:
    """The step says on what the period ends, that it was not moved, and why."""
    used = rule(roll=rolls(acts=["file"]))
    assert due(used, "7 days", FRIDAY, act="file") == date(2026, 5, 4)
    for act in ("serve", None):
        found = outcome(used, "7 days", FRIDAY, act=act)
        assert found.due == date(2026, 5, 1)
        assert told(found)[-1] == ("stay", "2026-05-01", "C.P. 5")
        assert names(found, "stay") == ["May 1"]


def test_counting_back_mirrors_counting_forward() -> None:
    """Eight days before a Monday are a Sunday, which goes back to Friday."""
    found = outcome(rule(), "8 days", date(2026, 4, 20), before=True)
    assert told(found) == [
        ("trigger", "2026-04-20", "C.P. 1"),
        ("count", "2026-04-12", "C.P. 2"),
        ("roll", "2026-04-10", "C.P. 6"),
    ]


@pytest.mark.parametrize("number", range(1, 40))
def test_weeks_are_seven_days_each(number: int) -> None:
    """In both directions, and with a recess as well."""
    for before in (False, True):
        assert due(rule(), f"{number} weeks", FRIDAY, before=before) == due(
            rule(), f"{7 * number} days", FRIDAY, before=before
        )
        stay = (DateRange(date(2026, 4, 1), date(2026, 4, 10)),)
        assert due(
            rule(), f"{number} weeks", FRIDAY, before=before, suspensions=stay
        ) == due(rule(), f"{7 * number} days", FRIDAY, before=before, suspensions=stay)


def test_clear_days_leave_out_the_last_day_too() -> None:
    """Three clear days after Monday: Friday is the first day on which it may be.

    CPR 2.8(3): three clear days before Friday, 20 October end on Monday, 16 October.
    """
    assert due(rule(), "3 clear days", date(2026, 4, 20)) == date(2026, 4, 24)
    assert due(rule(), "3 clear days", date(2026, 4, 24), before=True) == date(
        2026, 4, 20
    )
    found = lc.compute("3 clear days", before=date(2023, 10, 20), under="gb-eaw/cpr")
    assert found.due == date(2023, 10, 16)
    forward = lc.compute("28 clear days", after=date(2024, 10, 1), under="gb-eaw/cpr")
    assert (forward.due, forward.bound) == (date(2024, 10, 30), "not-earlier-than")


@pytest.mark.parametrize("before", [False, True])
def test_days_can_mean_clear_days(*, before: bool) -> None:
    """Where the rule says so for that direction, and in that direction only."""
    one = "before" if before else "after"
    days = {"after": "every day", "before": "every day", "cite": "2"}
    used = rule(days=days | {one: "clear days"})
    for back in (False, True):
        plain = due(
            rule(), "4 days" if back is before else "3 days", FRIDAY, before=back
        )
        assert due(used, "3 days", FRIDAY, before=back) == plain


@pytest.mark.parametrize(
    ("periods", "short"),
    [("< 7 days", range(1, 7)), ("<= 7 days", range(1, 8)), ("< 2 days", range(1, 2))],
)
def test_short_periods_leave_out_closed_days(periods: str, short: range) -> None:
    """Below the number, or up to it; every other period counts every day."""
    used = rule(short=SHORT | {"periods": periods})
    start = date(2026, 4, 23)
    for number in range(1, 12):
        expected = start + number * DAY
        if number in short:
            expected = ATLANTIS.add_court_days(start, number)
        elif not ATLANTIS.is_open(expected):
            expected = ATLANTIS.next_open(expected)
        assert due(used, f"{number} days", start) == expected


def test_a_short_period_says_what_it_left_out() -> None:
    """Two weekends' days and May Day, each by its name, on the rule's authority."""
    used = rule(short=SHORT)
    found = outcome(used, "6 days", FRIDAY, cite="Art. 9")
    assert found.due == date(2026, 5, 5)
    assert names(found, "count") == [
        *("Saturday", "Sunday", "May 1", "Saturday", "Sunday"),
    ]
    assert told(found)[1] == ("count", "2026-05-05", "Art. 9; C.P. 2; C.P. 7")


def test_a_short_period_back_leaves_out_closed_days_too() -> None:
    """Three days before Wednesday, 6 May leave out May Day and the weekend."""
    used = rule(short=SHORT)
    assert due(used, "3 days", date(2026, 5, 6), before=True) == date(2026, 4, 30)


def test_a_week_is_as_short_as_its_days() -> None:
    """One week is seven days: short where seven are, and not where they are not."""
    start = date(2026, 4, 20)
    for periods in ("< 7 days", "<= 7 days"):
        used = rule(short=SHORT | {"periods": periods})
        assert due(used, "1 week", start) == due(used, "7 days", start)


ENDS = ("on a day that counts", "on any day", "after clear days on any day")


@pytest.mark.parametrize("ends", ENDS)
def test_the_day_left_out_at_the_end_of_a_short_clear_period(ends: str) -> None:
    """Two clear days before Monday, 4 May: 28 and 30 April, 29 and 30 April between.

    The days between must count under both; only the last one differs where it would
    be a holiday: two clear days before Tuesday, 5 May (Monday and Thursday between)
    end on Wednesday; one clear day before Monday ends on May Day or the day before it.
    """
    used = rule(roll=rolls(before="stay"), short=SHORT | {"ends": ends})
    assert due(used, "2 clear days", date(2026, 5, 5), before=True) == date(2026, 4, 29)
    # One clear day before Tuesday is Monday; the day left out is the Sunday before it,
    # or the last day before that which counts.
    expected = {
        "on a day that counts": date(2026, 4, 30),
        "on any day": date(2026, 5, 3),
        "after clear days on any day": date(2026, 5, 3),
    }
    assert due(used, "1 clear day", date(2026, 5, 5), before=True) == expected[ends]


@pytest.mark.parametrize("ends", ENDS)
def test_the_day_on_which_a_short_period_of_plain_days_ends(ends: str) -> None:
    """Two days after Thursday, 23 April: Saturday, or Monday if the last must count."""
    used = rule(roll=rolls(after="stay"), short=SHORT | {"ends": ends})
    found = due(used, "2 days", date(2026, 4, 23))
    expected = {"on any day": date(2026, 4, 25)}
    assert found == expected.get(ends, date(2026, 4, 27))


def test_the_two_views_of_a_short_clear_period_under_the_civil_procedure_rules() -> (
    None
):
    """CPR 2.8(4): bank holiday Monday, left out, or taken for the day left out.

    The adopted view is the earlier, and the other is shown.
    """
    found = lc.compute("3 days", before=date(2024, 5, 10), under="gb-eaw/cpr")
    assert (found.due, found.safe) == (date(2024, 5, 3), date(2024, 5, 3))
    assert {reading.due for reading in found.readings} >= {date(2024, 5, 6)}


def test_court_days_are_those_on_which_the_court_sits() -> None:
    """From a closed day, the first open day after it is the first court day."""
    for number in range(1, 12):
        for start in (FRIDAY, date(2026, 4, 25), date(2026, 5, 1)):
            assert due(rule(), f"{number} court days", start) == (
                ATLANTIS.add_court_days(start, number)
            )
            assert due(rule(), f"{number} court days", start, before=True) == (
                ATLANTIS.add_court_days(start, -number)
            )


def test_sixteen_court_days_before_a_hearing() -> None:
    """Sacramento's law library: 16 court days before 18 June 2018 are 24 May."""
    found = lc.compute("16 court days", before=date(2018, 6, 18), under="us-ca/ccp")
    assert found.due == date(2018, 5, 24)
    assert ("Memorial Day") in [n for s in found.steps for _, n in s.closures]


def test_an_office_that_was_closed_is_a_court_day_and_no_day_to_end_on() -> None:
    """What closes for counting and what closes for the roll are two lists."""
    shut = ATLANTIS.with_closure(
        date(2026, 4, 27), "Flood", "office-closed", authority="O. 1"
    )
    kinds = {"court": ["legal-holiday", "office-closed"]}
    used = rule(roll=rolls(closed=kinds))
    at = court(shut)
    assert due(used, "2 court days", FRIDAY, at=at) == date(2026, 4, 28)
    assert due(used, "1 court day", FRIDAY, at=at) == date(2026, 4, 28)
    assert due(rule(), "1 court day", FRIDAY, at=at) == date(2026, 4, 27)


@pytest.mark.parametrize(
    ("start", "period", "last", "following"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28), date(2026, 3, 1)),
        (date(2024, 1, 31), "1 month", date(2024, 2, 29), date(2024, 3, 1)),
        (date(2024, 2, 29), "1 year", date(2025, 2, 28), date(2025, 3, 1)),
        (date(2024, 2, 29), "4 years", date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 8, 31), "6 months", date(2027, 2, 28), date(2027, 3, 1)),
        (date(2026, 1, 15), "1 month", date(2026, 2, 15), date(2026, 2, 15)),
    ],
)
def test_a_month_without_the_day(
    start: date, period: str, last: date, following: date
) -> None:
    """Its last day, or the day after it, as the rule says."""
    stay = rolls("stay", "stay")
    months = {"end": "corresponding day, else next", "cite": "4"}
    assert due(rule(roll=stay), period, start) == last
    assert due(rule(roll=stay, months=months), period, start) == following


def test_months_back_end_on_the_corresponding_day() -> None:
    """A month before 31 March is 28 February."""
    stay = rolls("stay", "stay")
    assert due(rule(roll=stay), "1 month", date(2026, 3, 31), before=True) == date(
        2026, 2, 28
    )
    assert due(rule(roll=stay), "2 years", date(2026, 3, 15), before=True) == date(
        2024, 3, 15
    )


@pytest.mark.parametrize(
    ("key", "period", "words"),
    [
        ("months", "1 month", "xx/cp does not say how months are counted."),
        ("months", "1 year", "xx/cp does not say how months are counted."),
        ("court_days", "5 court days", "xx/cp does not define court days, so it can"),
    ],
)
def test_a_unit_on_which_the_rule_is_silent_is_refused(
    key: str, period: str, words: str
) -> None:
    """With the rule, the period, and what to give instead."""
    with pytest.raises(UnsupportedQuestionError) as caught:
        outcome(rule(remove=(key,)), period, FRIDAY)
    assert str(caught.value).startswith(words)
    assert str(caught.value).endswith("Give the period in days, or another rule.")
    assert caught.value.field == "period"
    assert str(caught.value.value) == period
    assert isinstance(caught.value, ValueError)


TRIGGERED = {"is": "excluded", "until": "16:00", "late": "next day", "cite": "1"}
ZONE = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("hour", "minute", "expected", "codes"),
    [
        (15, 59, date(2026, 4, 23), ["trigger", "count"]),
        (16, 0, date(2026, 4, 24), ["late", "trigger", "count"]),
        (23, 59, date(2026, 4, 24), ["late", "trigger", "count"]),
        (0, 0, date(2026, 4, 23), ["trigger", "count"]),
    ],
)
def test_an_event_at_or_after_the_hour_counts_as_of_the_next_day(
    hour: int, minute: int, expected: date, codes: list[str]
) -> None:
    """Four o'clock itself is late; where no hour is given, it is taken as in time."""
    used = rule(trigger_day=TRIGGERED)
    moment = datetime(2026, 4, 20, hour, minute, tzinfo=ZONE)
    found = outcome(used, "3 days", moment)
    assert found.due == expected
    assert [code for code, *_ in found.steps] == codes
    assert due(used, "3 days", date(2026, 4, 20)) == date(2026, 4, 23)


def test_outside_the_calendar_no_period_begins_or_ends() -> None:
    """A trigger before it, an end after it, a roll over its edge: each is refused."""
    for period, start, asked in (
        ("5 days", date(2019, 12, 31), date(2019, 12, 31)),
        ("5 days", date(2030, 12, 30), date(2031, 1, 4)),
        ("5 court days", date(2030, 12, 27), date(2031, 1, 1)),
        ("3 years", date(2029, 1, 5), date(2032, 1, 5)),
    ):
        with pytest.raises(CalendarOutOfBoundsError) as caught:
            outcome(rule(), period, start)
        assert caught.value.asked == asked
        later = ": what ends later cannot be computed yet" if asked > start else ""
        assert str(caught.value) == (
            f"{asked} is outside the calendar 'xx', which covers 2020-01-01 through "
            f"2030-12-31{later}. Load a calendar that reaches further; this one does "
            "not guess."
        )


def test_of_two_calendars_the_shorter_bounds_the_count() -> None:
    """The error names the calendar that ends."""
    longer = calendar(
        id="xy", horizon={"from": date(2010, 1, 1), "through": date(2040, 12, 31)}
    )
    closed = {"court": ["legal-holiday"], "registry": ["legal-holiday"]}
    used = rule(roll=rolls(closed=closed))
    at = Venue(calendars=(("court", longer), ("registry", ATLANTIS)))
    assert due(used, "7 days", FRIDAY, at=at) == date(2026, 5, 4)
    with pytest.raises(CalendarOutOfBoundsError, match="'xx'"):
        outcome(used, "5 days", date(2031, 1, 1), at=at)


def test_calendars_without_a_common_day_answer_nothing() -> None:
    """No day lies in both: the error names the calendar that lacks the one asked."""
    later = calendar(
        id="xy", horizon={"from": date(2032, 1, 1), "through": date(2040, 12, 31)}
    )
    closed = {"court": ["legal-holiday"], "registry": ["legal-holiday"]}
    at = Venue(calendars=(("court", later), ("registry", ATLANTIS)))
    for day, name in ((date(2030, 6, 3), "xy"), (date(2032, 6, 3), "xx")):
        with pytest.raises(CalendarOutOfBoundsError) as caught:
            outcome(rule(roll=rolls(closed=closed)), "5 days", day, at=at)
        assert (caught.value.subject, caught.value.asked) == (name, day)


def test_a_rule_that_closes_no_day_needs_no_calendar() -> None:
    """It never rolls; its only bound is the years that a date can have."""
    used = rule(roll=rolls("stay", "stay", closed={}))
    assert due(used, "7 days", FRIDAY) == date(2026, 5, 1)
    assert due(used, "7 days", date(2044, 5, 7)) == date(2044, 5, 14)
    for period in ("30 days", "30 years", "3 clear days"):
        with pytest.raises(OutOfBoundsError) as caught:
            outcome(used, period, date(9999, 12, 30))
        assert str(caught.value).startswith(f"{period} from 9999-12-30 under xx/cp")
        assert caught.value.asked == date(9999, 12, 30)


def test_a_stay_without_an_end_gives_no_date() -> None:
    """Suspended to the end of the calendar's days: refused in two sentences."""
    stay = (DateRange(date(2026, 5, 4), date.max),)
    with pytest.raises(OutOfBoundsError) as caught:
        outcome(rule(), "30 days", FRIDAY, suspensions=stay)
    assert str(caught.value) == (
        "30 days from 2026-04-24 under xx/cp leaves the years that a date can have. "
        "Check the period, the trigger and the suspensions."
    )
    error = caught.value
    assert (error.subject, error.asked) == ("xx/cp", FRIDAY)
    assert (error.first, error.last) == (date.min, date.max)
    moment = datetime(2026, 4, 24, 9, tzinfo=ZONE)
    with pytest.raises(OutOfBoundsError, match="from 2026-04-24 under xx/cp"):
        outcome(rule(), "30 days", moment, suspensions=stay)


def test_a_rule_is_in_force_from_its_first_version_through_its_last_day() -> None:
    """Before and after, the question is refused."""
    used = rule(through=date(2026, 12, 31))
    assert due(used, "1 day", date(2026, 12, 30)) == date(2026, 12, 31)
    for day in (date(1999, 12, 31), date(2027, 1, 1)):
        with pytest.raises(RuleNotInForceError) as caught:
            outcome(used, "1 day", day)
        assert (caught.value.first, caught.value.last) == (
            date(2000, 1, 1),
            date(2026, 12, 31),
        )


def test_a_count_back_needs_every_calendar_that_it_looks_at() -> None:
    """A holiday that nobody knows of would make its date too late: refused.

    Whether the roll, a short period or court days ask for the calendar; counting
    forward, its absence makes the date early, which is safe.
    """
    both = {"court": ["legal-holiday"], "forum-state": ["legal-holiday"]}
    cases = {
        "8 days": rule(roll=rolls(closed=both)),
        "5 days": rule(short=SHORT | {"skip": both}),
        "5 court days": rule(court_days={"closed": both, "cite": "3"}),
    }
    for period, used in cases.items():
        with pytest.raises(RoleNotFilledError) as caught:
            outcome(used, period, FRIDAY, before=True)
        assert str(caught.value) == (
            "xx/cp needs the calendar of the role 'forum-state' to count back, and "
            "nobody filled it: the date could be too late. Give court= or forum=."
        )
        assert (caught.value.role, caught.value.rule) == ("forum-state", "xx/cp")
        assert isinstance(caught.value, ValueError)
        assert due(used, period, FRIDAY) > FRIDAY
    # A roll forward of a count back: the unknown holiday makes it early, so safe.
    forward = rule(roll=rolls(before="next open day", closed=both))
    assert due(forward, "8 days", FRIDAY, before=True) == date(2026, 4, 16)
