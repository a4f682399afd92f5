"""Counting hours: elapsed time, clocks that change, and where the last hour goes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from legalcase.dates import DateRange
from legalcase.errors import (
    CalendarOutOfBoundsError,
    MissingInputError,
    OutOfBoundsError,
    UnsupportedQuestionError,
)
from small_law import names, outcome, rolls, rule, told

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def counting(
    count: str = "every hour",
    roll: str = "stay",
    **more: Any,
) -> lc.CountingRule:
    """A rule that counts hours so."""
    return rule(hours={"count": count, "roll": roll, "cite": "12"}, **more)


def at(day: int, hour: int, minute: int = 0, *, month: int = 4) -> datetime:
    """A moment of 2026 in Berlin."""
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def test_every_hour_is_counted_and_none_is_rounded() -> None:
    """Seventy-two hours from 9.30 end at 9.30; the first hour begins at the event."""
    found = outcome(counting(), "72 hours", at(20, 9, 30))
    assert found.due == found.nominal == at(23, 9, 30)
    assert told(found) == [
        ("trigger", "2026-04-20 09:30:00+02:00", "C.P. 12"),
        ("count", "2026-04-23 09:30:00+02:00", "C.P. 12"),
    ]


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        # Clocks go forward on 29 March 2026: a day of 23 hours.
        (datetime(2026, 3, 28, 12, tzinfo=BERLIN), 24, (29, 13)),
        (datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN), 1, (29, 3)),
        # And back on 25 October: a day of 25 hours.
        (datetime(2026, 10, 24, 12, tzinfo=BERLIN), 24, (25, 11)),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0), 1, (25, 2)),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), 1, (25, 3)),
    ],
)
def test_an_hour_is_an_hour_whatever_the_clocks_do(
    start: datetime, hours: int, expected: tuple[int, int]
) -> None:
    """Elapsed time, forward; and back again to where it began."""
    used = counting(roll="stay")
    found = outcome(used, f"{hours} hours", start)
    assert isinstance(found.due, datetime)
    assert found.due.astimezone(UTC) - start.astimezone(UTC) == hours * HOUR
    assert (found.due.day, found.due.hour) == expected
    back = outcome(used, f"{hours} hours", found.due, before=True)
    assert isinstance(back.due, datetime)
    assert back.due.astimezone(UTC) == start.astimezone(UTC)


def test_a_period_that_ends_on_a_closed_day_goes_to_the_same_time() -> None:
    """FRCP 6(a)(2)(C): on May Day at 9.30, so on Monday at 9.30."""
    used = counting(roll="same time next open day")
    found = outcome(used, "72 hours", at(28, 9, 30))
    assert found.nominal == at(1, 9, 30, month=5)
    assert found.due == at(4, 9, 30, month=5)
    assert names(found, "roll") == ["May 1", "Saturday", "Sunday"]
    assert told(found)[-1] == ("roll", "2026-05-04 09:30:00+02:00", "C.P. 12")
    back = outcome(used, "72 hours", at(4, 9, 30, month=5), before=True)
    assert back.due == at(30, 9, 30)
    assert outcome(used, "24 hours", at(28, 9, 30)).due == at(29, 9, 30)


def test_a_rule_that_does_not_roll_hours_leaves_them() -> None:
    """Where it says "stay", whatever its roll of days is."""
    found = outcome(counting(), "72 hours", at(28, 9, 30))
    assert found.due == at(1, 9, 30, month=5)
    assert [code for code, *_ in found.steps] == ["trigger", "count"]


def test_hours_roll_only_for_the_acts_that_do() -> None:
    """For another the step says on what it ended, and that it stayed."""
    on_an_open_day = {
        "count": "every hour",
        "roll": "same time next open day",
        "cite": "12",
    }
    used = rule(hours=on_an_open_day, roll=rolls(acts=["file"]))
    assert outcome(used, "72 hours", at(28, 9), act="file").due == at(4, 9, month=5)
    found = outcome(used, "72 hours", at(28, 9), act="serve")
    assert found.due == at(1, 9, month=5)
    assert told(found)[-1] == ("stay", "2026-05-01 09:00:00+02:00", "C.P. 5")
    assert names(found, "stay") == ["May 1"]


def ended(moment: datetime) -> datetime:
    """Midnight as the last second of the day that it ends."""
    return (
        moment - timedelta(seconds=1) if moment.hour == moment.minute == 0 else moment
    )


def walked(start: datetime, hours: int, sign: int) -> datetime:
    """The end of so many hours of open days, an hour at a time.

    Midnight is the last second of the day that it ends.
    """
    moment = start.astimezone(UTC)
    while hours:
        moment += sign * HOUR
        middle = (moment - sign * HOUR / 2).astimezone(BERLIN).date()
        shut = middle.weekday() > 4 or (middle.month, middle.day) == (5, 1)
        hours -= not shut
    return ended(moment.astimezone(BERLIN))


def test_midnight_ends_the_day_before() -> None:
    """Never the first instant of the next: its day is the one that it ends."""
    used = counting(roll="same time next open day")
    found = outcome(used, "24 hours", at(29, 0))
    assert found.due == datetime(2026, 4, 29, 23, 59, 59, tzinfo=BERLIN)
    # Thursday's end, though that instant is also the first of May Day.
    last = outcome(used, "24 hours", at(30, 0))
    assert last.due == datetime(2026, 4, 30, 23, 59, 59, tzinfo=BERLIN)
    back = outcome(used, "24 hours", at(29, 0), before=True)
    assert back.due == datetime(2026, 4, 27, 23, 59, 59, tzinfo=BERLIN)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("hours", [1, 23, 24, 25, 72, 240])
@pytest.mark.parametrize("day", [*range(23, 31)])
def test_hours_of_open_days_are_counted_an_hour_at_a_time(
    day: int, hours: int, sign: int
) -> None:
    """§ 222(3) ZPO: Saturdays, Sundays and holidays are not counted; from any hour."""
    used = counting("hours of open days")
    for hour in (0, 9, 23):
        found = outcome(used, f"{hours} hours", at(day, hour), before=sign < 0)
        assert found.due == walked(at(day, hour), hours, sign)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    "middle",
    [datetime(2026, 3, 29, tzinfo=BERLIN), datetime(2026, 10, 25, tzinfo=BERLIN)],
)
def test_hours_of_open_days_across_a_change_of_clocks(
    middle: datetime, sign: int
) -> None:
    """Both changes are on a Sunday, which is not counted: no hour is lost or won."""
    used = counting("hours of open days")
    for hours in range(1, 60, 7):
        start = middle - sign * timedelta(days=2)
        found = outcome(used, f"{hours} hours", start, before=sign < 0)
        assert found.due == walked(start, hours, sign)


def test_what_was_not_counted_is_told() -> None:
    """From Thursday noon, 24 hours: Friday is May Day, so Monday noon."""
    used = counting("hours of open days")
    found = outcome(used, "24 hours", at(30, 12))
    assert found.due == at(4, 12, month=5)
    assert names(found, "count") == ["May 1", "Saturday", "Sunday"]
    back = outcome(used, "24 hours", at(4, 12, month=5), before=True)
    assert back.due == at(30, 12)
    assert names(back, "count") == ["Sunday", "Saturday", "May 1"]


def test_in_germany_and_in_a_federal_court() -> None:
    """Over Whitsun 24 hours end on Tuesday; 48 federal hours go past Memorial Day."""
    german = lc.compute(
        "24 hours", after=datetime(2025, 6, 6, 15, tzinfo=BERLIN), under="de/zpo"
    )
    assert german.due_at == datetime(2025, 6, 10, 15, tzinfo=BERLIN)
    east = ZoneInfo("America/New_York")
    federal = lc.compute(
        "48 hours",
        after=datetime(2025, 5, 24, 13, 30, tzinfo=UTC),
        court="nysd",
    )
    assert federal.due_at == datetime(2025, 5, 27, 9, 30, tzinfo=east)
    assert federal.due_at.tzinfo == east
    assert federal.due == date(2025, 5, 27)


def test_an_inaccessible_office_moves_the_hour_too() -> None:
    """To the same time on the first accessible open day; only for its acts."""
    used = counting(
        roll="same time next open day",
        inaccessible={
            "to": "first accessible open day",
            "acts": ["file"],
            "cite": "13",
        },
    )
    shut = frozenset({date(2026, 4, 30).toordinal()})
    start = at(29, 9)
    found = outcome(used, "24 hours", start, act="file", inaccessible=shut)
    assert found.due == at(4, 9, month=5)
    assert told(found)[-1] == ("inaccessible", "2026-05-04 09:00:00+02:00", "C.P. 13")
    assert names(found, "inaccessible") == [
        "clerk's office inaccessible",
        *("May 1", "Saturday", "Sunday"),
    ]
    for more in ({"act": "serve"}, {"act": "file", "inaccessible": frozenset[int]()}):
        given: dict[str, Any] = {"inaccessible": shut} | more
        assert outcome(used, "24 hours", start, **given).due == at(30, 9)


@pytest.mark.parametrize(
    ("more", "kind", "field", "message"),
    [
        (
            {"suspensions": (DateRange(date(2026, 5, 4), date(2026, 5, 6)),)},
            UnsupportedQuestionError,
            "suspensions",
            "Hours are not counted around suspensions. Count them in two parts.",
        ),
        (
            {"service": "mail", "table": "general"},
            UnsupportedQuestionError,
            "service",
            (
                "No rule entered says how service by mail lengthens a period in hours. "
                "Leave service= out, and add the time yourself."
            ),
        ),
    ],
)
def test_what_no_rule_says_of_hours_is_refused(
    more: dict[str, Any], kind: type[UnsupportedQuestionError], field: str, message: str
) -> None:
    """Neither a stay nor service lengthens hours here."""
    used = counting(
        service={"general": {"order": "add, roll", "mail": {"add": "3 days"}}}
    )
    with pytest.raises(kind) as caught:
        outcome(used, "72 hours", at(20, 9), **more)
    assert str(caught.value) == message
    assert caught.value.field == field
    assert isinstance(caught.value, ValueError)


def test_a_method_that_adds_nothing_leaves_hours_as_they_are() -> None:
    """It lengthens nothing, so there is nothing to refuse."""
    used = counting(
        service={"general": {"order": "add, roll", "personal": {"add": "nothing"}}},
        service_for={"after": "general", "before": "none"},
    )
    found = outcome(used, "72 hours", at(20, 9), service="personal")
    assert found.due == at(23, 9)


def test_hours_need_an_instant() -> None:
    """A date has no time of day: the message shows one that has."""
    with pytest.raises(MissingInputError) as caught:
        outcome(counting(), "72 hours", date(2026, 4, 20))
    assert str(caught.value) == (
        "72 hours runs from an instant, and 2026-04-20 has no time of day. Pass an "
        "aware datetime: datetime(2026, 6, 3, 9, 30, "
        "tzinfo=ZoneInfo('America/New_York')), say."
    )
    assert (caught.value.field, caught.value.value) == ("after", date(2026, 4, 20))


def test_a_rule_that_is_silent_on_hours_is_refused() -> None:
    """Nothing is assumed."""
    with pytest.raises(UnsupportedQuestionError) as caught:
        outcome(rule(), "72 hours", at(20, 9))
    assert str(caught.value) == (
        "xx/cp does not say how hours are counted. Give the period in days, or "
        "another rule."
    )


def test_hours_end_where_the_calendar_ends() -> None:
    """An open hour outside the horizon is not guessed, nor a year past the last."""
    start = datetime(2030, 12, 30, 9, tzinfo=BERLIN)
    with pytest.raises(CalendarOutOfBoundsError, match="2031-01-01 is outside"):
        outcome(counting("hours of open days"), "72 hours", start)
    with pytest.raises(CalendarOutOfBoundsError, match="2031-01-02 is outside"):
        outcome(counting(roll="same time next open day"), "72 hours", start)
    last = datetime(9999, 12, 31, 9, tzinfo=UTC)
    with pytest.raises(OutOfBoundsError, match="72 hours from 9999-12-31"):
        outcome(counting(), "72 hours", last)
