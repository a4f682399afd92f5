"""Recesses and stays: the windows through which a period does not run."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

import legalcase as lc
from legalcase.counting.rules.windows import Windows
from legalcase.dates import DateRange
from legalcase.errors import UnsupportedQuestionError
from small_law import outcome, question, rolls, rule, told

DAY = timedelta(days=1)
SUMMER = {"from": "july 15", "through": "august 17"}
WINTER = {"from": "december 24", "through": "january 6"}
RECESS: dict[str, Any] = {
    "effect": "not counted",
    "windows": [SUMMER, WINTER],
    "natures": ["appeal-notfrist"],
    "months": "as if served on the last day",
    "sees": "raw end",
    "cite": "8",
}
STAYS = rolls("stay", "stay")
USED = rule(roll=STAYS, suspension=RECESS)
REST = rule(roll=STAYS, suspension=RECESS | {"months": "raw end plus the rest"})
MARCH = DateRange.through(date(2026, 3, 10), date(2026, 3, 19))


def runs(day: date) -> bool:
    """Whether time runs on a day, by the two windows of the recess."""
    summer = (7, 15) <= (day.month, day.day) <= (8, 17)
    return not summer and (1, 6) < (day.month, day.day) < (12, 24)


def walked(start: date, number: int, step: int) -> date:
    """The last of so many days on which time runs."""
    while number:
        start += step * DAY
        number -= runs(start)
    return start


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("number", [1, 14, 28, 200])
def test_days_in_a_window_are_left_out(number: int, step: int) -> None:
    """From every day of a year, in both directions, over New Year, by walking."""
    for offset in range(0, 365, 3):
        start = date(2026, 1, 1) + offset * DAY
        found = outcome(
            USED, f"{number} days", start, before=step < 0, nature="appeal-notfrist"
        )
        assert found.due == walked(start, number, step)


def test_another_nature_runs_on() -> None:
    """The recess stops the natures that it names; none given is none of them."""
    for nature in ("ordinary", None):
        found = outcome(USED, "14 days", date(2026, 7, 10), nature=nature)
        assert found.due == date(2026, 7, 24)


def test_the_steps_join_end_to_end() -> None:
    """Counted, stopped, counted: each step begins where the one before it ended."""
    found = outcome(USED, "14 days", date(2026, 7, 10), nature="appeal-notfrist")
    assert told(found) == [
        ("trigger", "2026-07-10", "C.P. 1"),
        ("count", "2026-07-14", "C.P. 2"),
        ("suspend", "2026-08-17", "C.P. 8"),
        ("count", "2026-08-27", "C.P. 2"),
    ]
    inside = outcome(USED, "14 days", date(2026, 7, 20), nature="appeal-notfrist")
    assert told(inside)[1:] == [
        ("suspend", "2026-08-17", "C.P. 8"),
        ("count", "2026-08-31", "C.P. 2"),
    ]
    for steps in (found.steps, inside.steps):
        for one, other in pairwise(steps):
            assert one[2] == other[1]


def test_the_table_of_a_journal() -> None:
    """Kolmasch, Zak 2023/336: four weeks from 18 June, from 13 July, from 1 August."""
    for start, due in (
        (date(2023, 6, 18), date(2023, 8, 21)),
        (date(2023, 7, 13), date(2023, 9, 13)),
        (date(2023, 8, 1), date(2023, 9, 14)),
    ):
        found = lc.compute(
            "4 weeks", after=start, under="at/zpo", nature="appeal-notfrist"
        )
        assert found.due == due


@pytest.mark.parametrize(
    ("start", "period", "as_if", "rest"),
    [
        # The trigger inside: as if on 17 August, or raw end plus the 28 days left.
        (date(2026, 7, 20), "2 months", date(2026, 10, 17), date(2026, 10, 18)),
        # Outside: each window met lengthens the period by its 34 or 14 days.
        (date(2026, 6, 30), "1 month", date(2026, 9, 2), date(2026, 9, 2)),
        (date(2026, 12, 1), "1 month", date(2027, 1, 15), date(2027, 1, 15)),
        (date(2026, 6, 1), "1 month", date(2026, 7, 1), date(2026, 7, 1)),
        # A year meets both, and what is added reaches the next summer's as well.
        (date(2026, 6, 1), "1 year", date(2027, 8, 22), date(2027, 8, 22)),
        # Over New Year, from inside the winter window.
        (date(2026, 12, 28), "1 month", date(2027, 2, 6), date(2027, 2, 6)),
        (date(2027, 1, 2), "1 month", date(2027, 2, 6), date(2027, 2, 6)),
    ],
)
def test_months_and_a_recess(start: date, period: str, as_if: date, rest: date) -> None:
    """Both ways to count a period in months whose trigger lies inside a window."""
    nature = "appeal-notfrist"
    assert outcome(USED, period, start, nature=nature).due == as_if
    assert outcome(REST, period, start, nature=nature).due == rest


def test_months_back_mirror_months_forward() -> None:
    """Time that runs back from inside a window runs from the window's first day."""
    nature = "appeal-notfrist"
    inside = date(2026, 8, 1)
    found = outcome(USED, "1 month", inside, before=True, nature=nature)
    assert found.due == date(2026, 6, 15)
    assert told(found)[1] == ("suspend", "2026-07-15", "C.P. 8")
    rest = outcome(REST, "1 month", inside, before=True, nature=nature)
    assert rest.due == date(2026, 6, 14)
    # The window met on the way: 5 September less a month and 34 days.
    met = outcome(USED, "1 month", date(2026, 9, 5), before=True, nature=nature)
    assert met.due == date(2026, 7, 2)
    year = outcome(USED, "1 year", date(2027, 2, 1), before=True, nature=nature)
    assert year.due == date(2025, 12, 1)


def test_a_stay_that_the_caller_gives_stops_every_period() -> None:
    """Whatever its nature, and under a rule without a recess; on no citation."""
    plain = rule(roll=STAYS)
    found = outcome(plain, "30 days", date(2026, 3, 1), suspensions=(MARCH,))
    assert found.due == date(2026, 4, 10)
    assert ("suspend", "2026-03-19", "suspension as given") in told(found)
    month = outcome(plain, "1 month", date(2026, 3, 1), suspensions=(MARCH,))
    assert month.due == date(2026, 4, 11)
    # From inside it, as if from its last day.
    inside = outcome(plain, "1 month", date(2026, 3, 12), suspensions=(MARCH,))
    assert inside.due == date(2026, 4, 19)
    back = outcome(
        plain, "30 days", date(2026, 4, 10), before=True, suspensions=(MARCH,)
    )
    assert back.due == date(2026, 3, 1)


def test_a_stay_through_compute() -> None:
    """As `suspensions=`; what was given is in the inputs of the answer."""
    found = lc.compute(
        "30 days", after=date(2026, 3, 1), under="us/frcp", suspensions=[MARCH]
    )
    assert found.due == date(2026, 4, 10)
    assert found.inputs.suspensions == (MARCH,)


def test_stays_that_touch_are_one() -> None:
    """Neither a day between them nor a day in both is counted twice."""
    plain = rule(roll=STAYS)
    whole = DateRange.through(date(2026, 3, 10), date(2026, 3, 25))
    for first, second in (
        (date(2026, 3, 15), date(2026, 3, 16)),
        (date(2026, 3, 20), date(2026, 3, 12)),
    ):
        two = (
            DateRange.through(whole.start, first),
            DateRange.through(second, whole.last),
        )
        for period in ("30 days", "1 month"):
            for given in (two, two[::-1]):
                found = outcome(plain, period, date(2026, 3, 1), suspensions=given)
                one = outcome(plain, period, date(2026, 3, 1), suspensions=(whole,))
                assert found == one


@pytest.mark.parametrize("period", ["61 days", "2 months"])
def test_a_stay_that_joins_two_windows_is_one_with_both(period: str) -> None:
    """From 20 December 2025 to 19 July 2026: time stands still until 17 August."""
    stay = DateRange(date(2025, 12, 20), date(2026, 7, 20))
    found = outcome(
        USED,
        period,
        date(2025, 12, 28),
        nature="appeal-notfrist",
        suspensions=(stay,),
    )
    assert found.due == date(2026, 10, 17)
    assert told(found)[1] == ("suspend", "2026-08-17", "C.P. 8")


@pytest.mark.parametrize("period", ["31 days", "1 month"])
def test_a_recess_written_as_two_windows_over_new_year_is_one(period: str) -> None:
    """December's and January's part, each in its year, stop a period once."""
    parts = [
        {"from": "december 20", "through": "december 31"},
        {"from": "january 1", "through": "january 20"},
    ]
    used = rule(roll=STAYS, suspension=RECESS | {"windows": parts})
    whole = rule(
        roll=STAYS,
        suspension=RECESS
        | {"windows": [{"from": "december 20", "through": "january 20"}]},
    )
    for start in (date(2025, 12, 10), date(2025, 12, 27), date(2026, 1, 10)):
        found = outcome(used, period, start, nature="appeal-notfrist")
        one = outcome(whole, period, start, nature="appeal-notfrist")
        assert found == one


def test_windows_around_a_day_and_between_two() -> None:
    """Both ends belong to a window; a list of those that touch a span, in order."""
    asked = question(
        USED, "1 day", date(2026, 7, 1), nature="appeal-notfrist", suspensions=(MARCH,)
    )
    windows = Windows(USED.settings(asked.version).suspension, asked.given.suspensions)

    def around(day: date) -> tuple[date, ...] | None:
        found = windows.around(day.toordinal())
        return None if found is None else tuple(map(date.fromordinal, found))

    summer = (date(2026, 7, 15), date(2026, 8, 17))
    assert around(summer[0]) == around(summer[1]) == summer
    assert around(summer[0] - DAY) is None
    assert around(summer[1] + DAY) is None
    empty = summer[0].toordinal()
    assert windows.between(empty, empty - 1) == []
    winter = (date(2025, 12, 24), date(2026, 1, 6))
    assert around(date(2025, 12, 31)) == around(date(2026, 1, 1)) == winter
    assert around(date(2026, 3, 10)) == (MARCH.start, MARCH.last)
    spans = windows.between(date(2026, 1, 6).toordinal(), summer[0].toordinal())
    assert [date.fromordinal(first) for first, _ in spans] == [
        *(winter[0], MARCH.start, summer[0]),
    ]
    assert (
        windows.between(date(2026, 4, 1).toordinal(), date(2026, 7, 1).toordinal())
        == []
    )


@pytest.mark.parametrize("sees", ["raw end", "rolled end"])
def test_a_roll_that_lands_in_a_recess(sees: str) -> None:
    """Saturday, 11 July 2026 rolls to Monday, the 13th, the first day of the window.

    If the rule looks at the raw end, it is due there; if at the rolled one, time
    stands still until the window's end, and the day after it is the last.
    """
    window = [{"from": "july 13", "through": "august 14"}]
    used = rule(suspension=RECESS | {"windows": window, "sees": sees})
    found = outcome(used, "14 days", date(2026, 6, 27), nature="appeal-notfrist")
    expected = {"raw end": date(2026, 7, 13), "rolled end": date(2026, 8, 17)}
    assert found.due == expected[sees]
    if sees == "rolled end":
        assert told(found)[-2:] == [
            ("suspend", "2026-08-15", "C.P. 8"),
            ("roll", "2026-08-17", "C.P. 5"),
        ]
    # An end that rolls past no window, and a nature that none stops.
    past = outcome(used, "14 days", date(2026, 5, 30), nature="appeal-notfrist")
    assert past.due == date(2026, 6, 15)
    other = outcome(used, "14 days", date(2026, 6, 27), nature="ordinary")
    assert other.due == date(2026, 7, 13)


def test_a_roll_back_that_lands_in_a_recess() -> None:
    """Mirrored: Sunday, 16 August rolls back into the window, and out before it."""
    window = [{"from": "july 13", "through": "august 14"}]
    used = rule(suspension=RECESS | {"windows": window, "sees": "rolled end"})
    found = outcome(
        used, "14 days", date(2026, 8, 30), before=True, nature="appeal-notfrist"
    )
    assert found.due == date(2026, 7, 10)
    assert told(found)[-2:] == [
        ("suspend", "2026-07-12", "C.P. 8"),
        ("roll", "2026-07-10", "C.P. 6"),
    ]


def test_the_readings_of_a_recess_in_austria() -> None:
    """Months from inside a window; a roll into one: two questions of law."""
    months = lc.compute(
        "2 months", after=date(2023, 7, 20), under="at/zpo", nature="appeal-notfrist"
    )
    assert months.due == months.safe == date(2023, 10, 17)
    assert [r.due for r in months.readings] == [date(2023, 10, 18)]
    rolled = lc.compute(
        "14 days", after=date(2024, 6, 29), under="at/zpo", nature="appeal-notfrist"
    )
    assert rolled.due == date(2024, 7, 15)
    assert [r.due for r in rolled.readings] == [date(2024, 8, 19)]


def test_court_days_and_a_stay() -> None:
    """Court days inside a stay are not counted either."""
    stay = DateRange.through(date(2026, 3, 10), date(2026, 3, 12))
    found = outcome(rule(), "5 court days", date(2026, 3, 6), suspensions=(stay,))
    assert found.due == date(2026, 3, 18)


def by_mail(add: str, order: str = "add, roll") -> dict[str, Any]:
    """The tables of a rule under which mail adds time, both ways."""
    return {
        "service": {"general": {"order": order, "cite": "9", "mail": {"add": add}}},
        "service_for": {"after": "general", "before": "general"},
    }


@pytest.mark.parametrize(
    ("add", "order", "forward", "back"),
    [
        ("5 days", "add, roll", date(2026, 3, 13), date(2026, 3, 5)),
        ("1 week", "roll, add, roll", date(2026, 3, 15), date(2026, 3, 3)),
        ("2 court days", "add, roll", date(2026, 3, 10), date(2026, 3, 6)),
        ("5 days", "add, count, roll", date(2026, 3, 23), date(2026, 3, 5)),
    ],
)
def test_time_for_service_in_a_stay_gives_the_earlier_date(
    add: str, order: str, forward: date, back: date
) -> None:
    """No rule entered says whether it runs there: forward it does, and back not."""
    used = rule(roll=STAYS, **by_mail(add, order))
    asked: dict[str, Any] = {"service": "mail", "suspensions": (MARCH,)}
    found = outcome(used, "7 days", date(2026, 3, 1), **asked)
    assert found.due == forward
    found = outcome(used, "6 days", date(2026, 3, 26), before=True, **asked)
    assert found.due == back
    for one, other in pairwise(found.steps):
        assert one[2] == other[1]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"after": date(2026, 6, 1)}, True),
        ({"after": date(2026, 6, 14)}, False),
        ({"after": date(2026, 5, 20)}, False),
        ({"before": date(2026, 6, 21)}, True),
        ({"before": date(2026, 6, 8)}, False),
    ],
)
def test_time_for_service_that_meets_a_stay_is_told(
    asked: dict[str, date], told: bool
) -> None:
    """And only where the days that were added meet it, not those of the period."""
    stay = DateRange.through(date(2026, 6, 9), date(2026, 6, 13))
    given: dict[str, Any] = {"under": "us-ca/ccp", "suspensions": [stay], **asked}
    for service, is_told in (("mail", told), ("personal", False)):
        found = lc.compute("7 days", service=service, **given)
        texts = [n.text for n in found.notices if n.code == "service-while-stopped"]
        assert bool(texts) is is_told


def test_service_counted_back_through_a_stay_is_not_too_late() -> None:
    """Sixteen court days before 10 July lead to 16 June, and five days to the 11th."""
    asked: dict[str, Any] = {
        "before": date(2026, 7, 10),
        "under": "us-ca/ccp",
        "service": "mail",
    }
    assert lc.compute("16 court days", **asked).due == date(2026, 6, 11)
    stay = DateRange.through(date(2026, 6, 13), date(2026, 6, 15))
    stopped = lc.compute("16 court days", **asked, suspensions=[stay])
    assert stopped.due == date(2026, 6, 8)


def test_a_roll_out_of_one_recess_into_the_next() -> None:
    """A weekend lies between them: time stands still until the second has ended."""
    windows = [
        {"from": "july 13", "through": "august 14"},
        {"from": "august 17", "through": "august 21"},
    ]
    used = rule(suspension=RECESS | {"windows": windows, "sees": "rolled end"})
    asked: dict[str, Any] = {"nature": "appeal-notfrist"}
    found = outcome(used, "14 days", date(2026, 6, 27), **asked)
    assert found.due == date(2026, 8, 24)
    back = outcome(used, "14 days", date(2026, 9, 6), before=True, **asked)
    assert back.due == date(2026, 7, 10)
    against = rule(
        roll=rolls("previous open day", "next open day"),
        suspension=RECESS | {"windows": windows, "sees": "rolled end"},
    )
    # Saturday after the recess rolls back into it, again and again: it stays there.
    stuck = outcome(against, "1 day", date(2026, 8, 21), **asked)
    assert stuck.due == date(2026, 8, 21)


def test_hours_that_roll_into_a_recess_are_refused_where_it_sees_the_roll() -> None:
    """From May Day on to Monday, on which time stands still; else that is the end."""
    hours = {"count": "every hour", "roll": "same time next open day", "cite": "9"}
    recess = {
        "effect": "not counted",
        "windows": [{"from": "may 4", "through": "may 10"}],
        "months": "as if served on the last day",
        "cite": "8",
    }
    start = datetime(2026, 4, 29, 9, tzinfo=UTC)
    seen = rule(hours=hours, suspension={**recess, "sees": "rolled end"})
    with pytest.raises(UnsupportedQuestionError, match="around a recess"):
        outcome(seen, "48 hours", start)
    raw = rule(hours=hours, suspension={**recess, "sees": "raw end"})
    assert outcome(raw, "48 hours", start).due == datetime(2026, 5, 4, 9, tzinfo=UTC)
