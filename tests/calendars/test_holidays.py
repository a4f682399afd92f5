"""What a calendar's data becomes: observance, turns, gaps, bases and readings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
from legalcase.calendars.entries.observance import Observance
from legalcase.errors import InvalidValueError
from small_law import calendar, holiday

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar

#: Boxing Day and Christmas Day are a Saturday and a Sunday in 2027, 25 and 26 December.
CHRISTMAS = [holiday("december 25"), holiday("december 26")]
NEW_YEAR = [holiday("january 1")]


def named(used: CourtCalendar, day: date) -> list[str]:
    """The names of what is entered for a day."""
    return [closure.name for closure in used.closures_on(day)]


def observed(saturday: str, sunday: str) -> list[int]:
    """On which days of May and June 2027 two holidays of its weekends are observed.

    1 May is a Saturday, 6 June a Sunday; the days are counted from 30 April.
    """
    used = calendar(
        holiday=[holiday("may 1"), holiday("june 6")],
        observance={"saturday": saturday, "sunday": sunday},
    )
    return [
        (closure.on - date(2027, 4, 30)).days
        for closure in used.closures(date(2027, 4, 20), date(2027, 6, 20))
        if closure.name.endswith("(observed)")
    ]


@pytest.mark.parametrize(
    ("saturday", "sunday", "expected"),
    [
        ("none", "none", []),
        ("previous day", "next day", [0, 38]),
        ("next day", "previous day", [2, 36]),
        ("next free weekday", "next free weekday", [3, 38]),
        ("none", "next day", [38]),
        ("previous day", "none", [0]),
    ],
)
def test_a_holiday_of_the_weekend_is_observed_as_its_calendar_says(
    saturday: str, sunday: str, expected: list[int]
) -> None:
    """A Saturday and a Sunday apart, each to one of four places."""
    assert observed(saturday, sunday) == expected


def test_the_nominal_day_keeps_its_name_beside_the_observed() -> None:
    """Both days bear it; the observed one says that it is."""
    used = calendar(holiday=NEW_YEAR, observance={"saturday": "previous day"})
    assert named(used, date(2028, 1, 1)) == ["January 1"]
    assert named(used, date(2027, 12, 31)) == ["January 1 (observed)"]


def test_two_holidays_of_one_weekend_take_the_next_free_weekdays_in_turn() -> None:
    """Christmas on Saturday takes Monday, Boxing Day Tuesday; none takes a taken day.

    In 2022 Christmas is a Sunday and Monday is Boxing Day itself: it goes to Tuesday.
    """
    used = calendar(
        holiday=CHRISTMAS,
        observance={"saturday": "next free weekday", "sunday": "next free weekday"},
    )
    assert named(used, date(2027, 12, 27)) == ["December 25 (observed)"]
    assert named(used, date(2027, 12, 28)) == ["December 26 (observed)"]
    assert named(used, date(2022, 12, 26)) == ["December 26"]
    assert named(used, date(2022, 12, 27)) == ["December 25 (observed)"]
    assert named(lc.calendar("gb-eaw"), date(2022, 12, 27)) == [
        "Christmas Day (observed)"
    ]


def test_a_holiday_of_its_own_observance_leaves_the_calendar_s() -> None:
    """One holiday may stay where it falls though all others move."""
    stays = holiday("may 1", observance={"saturday": "none"})
    used = calendar(
        holiday=[stays, holiday("january 1")], observance={"saturday": "previous day"}
    )
    assert named(used, date(2027, 4, 30)) == []
    assert named(used, date(2027, 12, 31)) == ["January 1 (observed)"]


def test_a_day_on_which_only_courts_rest_is_not_observed_elsewhere() -> None:
    """The calendar's observance is for legal holidays, or the kinds that it names."""
    days = [holiday("may 1", kind="court-holiday"), holiday("may 2", kind="optional")]
    for kinds, expected in (
        ({}, []),
        ({"kinds": ["court-holiday"]}, ["May 1 (observed)"]),
        ({"kinds": ["legal-holiday", "optional"]}, ["May 2 (observed)"]),
    ):
        used = calendar(
            holiday=days,
            observance={"saturday": "next free weekday", "sunday": "next day", **kinds},
        )
        # 1 and 2 May are a Saturday and a Sunday in 2027.
        assert named(used, date(2027, 5, 3)) == expected
    own = holiday("may 1", kind="court-holiday", observance={"saturday": "next day"})
    found = named(calendar(holiday=[own]), date(2027, 5, 2))
    assert found == ["May 1 (observed)"], "its own is for it, whatever its kind"


def test_a_weekday_is_free_that_holds_no_day_of_those_kinds() -> None:
    """New Zealand: 25 December to 15 January close the courts and are no holidays.

    So Christmas 2022, a Sunday, is observed on Tuesday, the 27th, not on 16 January;
    where the kind is named, or is the holiday's own, its days are passed over.
    """
    summer = [
        holiday(f"{month} {day}", kind="court-holiday")
        for month, days in (("december", range(25, 32)), ("january", range(1, 16)))
        for day in days
    ]
    moved = {"saturday": "next free weekday", "sunday": "next free weekday"}
    used = calendar(holiday=[*summer, *_named(CHRISTMAS)], observance=moved)
    assert "Holiday (observed)" in named(used, date(2022, 12, 27))
    for day in (16, 17):
        assert used.is_open(date(2023, 1, day))
    both = {**moved, "kinds": ["legal-holiday", "court-holiday"]}
    late = calendar(
        holiday=[*summer, *_named(CHRISTMAS, observance=both)], observance=moved
    )
    assert named(late, date(2023, 1, 16)) == ["Holiday (observed)"]
    second = holiday("december 25", kind="court-holiday", observance=moved)
    own = calendar(holiday=[holiday("december 26", kind="court-holiday"), second])
    assert named(own, date(2022, 12, 27)) == ["December 25 (observed)"]


def _named(tables: list[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
    """The same holidays under another name and id."""
    return [
        {**table, "id": f"{table['id']}-2", "name": "Holiday", **more}
        for table in tables
    ]


def test_a_base_s_holiday_leaves_a_weekday_free_for_other_kinds() -> None:
    """Which kinds take a weekday is known of a base's holidays too."""
    base = calendar(holiday=[holiday("may 3", kind="court-holiday")])
    moved = {"saturday": "next free weekday"}
    used = calendar(base=base, holiday=[holiday("may 1")], observance=moved)
    assert named(used, date(2027, 5, 3)) == ["May 3", "May 1 (observed)"]
    legal = calendar(holiday=[holiday("may 3")])
    other = calendar(base=legal, holiday=[holiday("may 1")], observance=moved)
    assert named(other, date(2027, 5, 4)) == ["May 1 (observed)"]


def lasting(used: CourtCalendar, first: date, last: date) -> list[str]:
    """The days from first through last that hold a closure, as month-day."""
    return [f"{c.on:%m-%d}" for c in used.closures(first, last)]


def test_several_days_return_every_year() -> None:
    """By month and day, over New Year, and with Easter; weekends among them too."""
    easter = calendar(holiday=[holiday("1 day before easter", to="1 day after easter")])
    assert lasting(easter, date(2026, 1, 1), date(2027, 1, 1)) == [
        *("04-04", "04-05", "04-06"),
    ]
    winter = calendar(holiday=[holiday("december 30", to="january 2")])
    assert lasting(winter, date(2026, 1, 1), date(2027, 1, 1)) == [
        *("01-01", "01-02", "12-30", "12-31"),
    ]
    one = calendar(holiday=[holiday("may 1", to="may 1")])
    assert lasting(one, date(2026, 1, 1), date(2027, 1, 1)) == ["05-01"]


def test_of_several_days_the_years_are_tested_on_each() -> None:
    """So that one entry ends and another begins in the middle of a recess.

    Whether it is its turn is a matter of the year in which it begins.
    """
    old = holiday("december 30", to="january 2", through=date(2026, 12, 31))
    new = holiday("december 31", to="january 3", **{"from": date(2027, 1, 1)})
    used = calendar(holiday=[old, new])
    assert lasting(used, date(2026, 6, 1), date(2027, 6, 1)) == [
        *("12-30", "12-31", "01-01", "01-02", "01-03"),
    ]
    turns = holiday(
        "december 31", to="january 1", every={"years": 2, "since": 2020}, not_in=[2024]
    )
    found = calendar(holiday=[turns]).closures(date(2022, 6, 1), date(2028, 1, 2))
    assert [str(closure.on) for closure in found] == [
        *("2022-12-31", "2023-01-01", "2026-12-31", "2027-01-01"),
    ]


def test_of_several_days_none_is_observed_elsewhere() -> None:
    """Even of the kinds that are; but a weekday among them is taken."""
    moved = {"saturday": "next free weekday", "sunday": "next free weekday"}
    row = holiday("may 1", to="may 4")
    used = calendar(holiday=[row, holiday("may 2")], observance=moved)
    # 1 May 2027 is a Saturday: the holiday of the 2nd goes past the 3rd and the 4th.
    assert lasting(used, date(2027, 5, 4), date(2027, 6, 1)) == ["05-04", "05-05"]
    assert named(used, date(2027, 5, 5)) == ["May 2 (observed)"]


def test_a_row_of_days_reaches_over_the_horizon() -> None:
    """It is generated a year past both ends, so that it begins before the first."""
    used = calendar(
        holiday=[holiday("december 30", to="january 2")],
        horizon={"from": date(2023, 1, 1), "through": date(2023, 12, 31)},
    )
    assert lasting(used, date(2023, 1, 1), date(2024, 1, 1)) == [
        *("01-01", "01-02", "12-30", "12-31"),
    ]


def test_only_days_of_the_weekend_are_observed_elsewhere() -> None:
    """Where Friday and Saturday are the weekend, a Sunday is a working day."""
    used = calendar(
        holiday=[holiday("june 6")],
        weekend=["friday", "saturday"],
        observance={"saturday": "next day", "sunday": "next day"},
    )
    assert named(used, date(2027, 6, 7)) == []
    assert used.why_closed(date(2027, 6, 4)) is not None
    assert used.is_open(date(2027, 6, 13))
    # A weekend day that is neither Saturday nor Sunday is observed nowhere else.
    friday = calendar(
        holiday=[holiday("june 4")],
        weekend=["friday"],
        observance={"saturday": "next day", "sunday": "next day"},
    )
    assert named(friday, date(2027, 6, 5)) == []
    assert Observance(saturday="next day", sunday="next day").on_weekday(4) == "none"


def test_first_and_last_dates_are_of_the_nominal_day() -> None:
    """New Year of 2022 is observed on 31 December 2021, though it begins in 2022."""
    used = calendar(
        holiday=[
            holiday(
                "january 1",
                **{"from": date(2022, 1, 1), "through": date(2028, 1, 1)},
            )
        ],
        observance={"saturday": "previous day"},
    )
    assert named(used, date(2021, 12, 31)) == ["January 1 (observed)"]
    assert named(used, date(2021, 1, 1)) == []
    assert named(used, date(2028, 1, 1)) == ["January 1"]
    assert named(used, date(2029, 1, 1)) == []


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2022, 7, 5), None, [2023, 2024, 2025]),
        (date(2022, 7, 4), None, [2022, 2023, 2024, 2025]),
        (None, date(2024, 7, 3), [2020, 2021, 2022, 2023]),
        (None, date(2024, 7, 4), [2020, 2021, 2022, 2023, 2024]),
        (date(2022, 7, 4), date(2022, 7, 4), [2022]),
    ],
)
def test_a_holiday_that_came_or_went_in_the_middle_of_a_year(
    first: date | None, last: date | None, years: list[int]
) -> None:
    """The year of the law counts only if the day fell within its time."""
    bounds: dict[str, Any] = {"from": first, "through": last}
    used = calendar(holiday=[holiday("july 4", **bounds)])
    found = used.closures(date(2020, 1, 1), date(2026, 1, 1))
    assert [closure.on.year for closure in found] == years


def test_every_fourth_year_and_never_before_the_first() -> None:
    """A step of four from 2025 gives 2029, and never 2021; so Inauguration Day."""
    day = "january 20"
    used = calendar(holiday=[holiday(day, every={"years": 4, "since": 2025})])
    days = [closure.on for closure in used.closures(used.first, used.last)]
    assert days == [date(2025, 1, 20), date(2029, 1, 20)]
    area = lc.calendar("us/inauguration-area")
    for year, falls in ((2024, False), (2025, True), (2026, False), (2029, True)):
        assert ("Inauguration Day" in named(area, date(year, 1, 20))) is falls


def test_a_year_in_which_it_did_not_fall() -> None:
    """Early May Bank Holiday of 2020 stood on the eighth: its Monday is left out."""
    used = calendar(holiday=[holiday("first monday of may", not_in=[2020])])
    assert named(used, date(2020, 5, 4)) == []
    assert named(used, date(2021, 5, 3)) == ["First Monday Of May"]
    england = lc.calendar("gb-eaw")
    assert england.is_open(date(2020, 5, 4))
    assert not england.is_open(date(2020, 5, 8))


def test_new_year_after_the_horizon_is_observed_inside_it() -> None:
    """1 January 2028 is a Saturday: a calendar through 2027 closes on its last day."""
    used = calendar(
        holiday=NEW_YEAR,
        observance={"saturday": "previous day", "sunday": "next day"},
        horizon={"from": date(2024, 1, 1), "through": date(2027, 12, 31)},
    )
    assert not used.is_open(date(2027, 12, 31))
    assert named(used, date(2027, 12, 31)) == ["January 1 (observed)"]


def test_a_holiday_before_the_horizon_is_observed_inside_it() -> None:
    """31 December 2022 is a Saturday: the calendar begins on its free Monday."""
    used = calendar(
        holiday=[holiday("december 31")],
        observance={"saturday": "next free weekday"},
        horizon={"from": date(2023, 1, 2), "through": date(2023, 12, 31)},
    )
    assert not used.is_open(date(2023, 1, 2))


def test_a_closure_of_several_days_includes_its_last() -> None:
    """From the first to the last, and neither the day before nor that after."""
    used = calendar(
        closure=[
            {
                "on": date(2026, 3, 10),
                "through": date(2026, 3, 12),
                "name": "Flood",
                "kind": "legal-holiday",
                "cite": "Order 7",
            }
        ]
    )
    shut = [not used.is_open(date(2026, 3, day)) for day in range(9, 14)]
    assert shut == [False, True, True, True, False]
    found = used.why_closed(date(2026, 3, 12))
    assert found is not None
    assert (found.name, found.authority.cite) == ("Flood", "Order 7")


BASE = calendar(
    id="xx",
    holiday=[holiday("may 1"), holiday("june 6")],
    closure=[
        {
            "id": "flood",
            "on": date(2026, 3, 10),
            "name": "Flood",
            "kind": "legal-holiday",
            "cite": "Order 7",
        }
    ],
    observance={"saturday": "previous day", "sunday": "next free weekday"},
)


def test_a_based_calendar_has_all_of_its_base_with_its_observance() -> None:
    """And its own beside it, by its own observance: here none at all."""
    city = calendar(base=BASE, id="xx/city", holiday=[holiday("may 8")])
    assert named(city, date(2027, 4, 30)) == ["May 1 (observed)"]
    assert named(city, date(2026, 3, 10)) == ["Flood"]
    assert named(city, date(2027, 5, 8)) == ["May 8"]
    assert named(city, date(2027, 5, 7)) == []
    assert BASE.is_open(date(2026, 5, 8))
    assert city.edition.endswith(f"+{BASE.edition}")
    assert city != BASE


def test_what_a_based_calendar_leaves_out_is_left_out_on_all_levels() -> None:
    """Holidays and closures, of its base and of the base's base, by id."""
    city = calendar(
        base=BASE, id="xx/city", without=["may-1", "flood"], holiday=[holiday("may 8")]
    )
    harbour = calendar(base=city, id="xx/city/harbour", without=["june-6", "may-8"])
    assert named(city, date(2026, 5, 1)) == named(city, date(2026, 3, 10)) == []
    assert named(city, date(2025, 6, 6)) == ["June 6"]
    assert list(harbour.closures(harbour.first, harbour.last)) == []


def test_a_free_weekday_is_free_in_the_base_too() -> None:
    """A city's Sunday holiday goes past the Monday that the country has already."""
    country = calendar(holiday=[holiday("june 7")])
    city = calendar(
        base=country,
        id="xx/city",
        holiday=[holiday("june 6")],
        observance={"sunday": "next free weekday"},
    )
    assert named(city, date(2027, 6, 7)) == ["June 7"]
    assert named(city, date(2027, 6, 8)) == ["June 6 (observed)"]


def reading(name: str, **change: Any) -> dict[str, Any]:
    """An answer to a disputed question, and what it changes."""
    return {"name": name, **change}


def dispute(name: str, *readings: dict[str, Any]) -> dict[str, Any]:
    """A question whose answer as entered is "as entered"."""
    return {
        "id": name,
        "kind": "law",
        "question": f"Is it so ({name})?",
        "adopted": "as entered",
        "reading": list(readings),
    }


FRIDAYS = dispute(
    "fridays",
    reading("no", observance={"saturday": "none", "cite": "Re Oars"}),
    reading("on Monday", observance={"saturday": "next free weekday"}),
)
MAY_DAY = dispute("may-day", reading("no holiday", without=["may-1"]))
DISPUTED = calendar(
    holiday=[holiday("may 1")],
    observance={"saturday": "previous day"},
    dispute=[FRIDAYS, MAY_DAY],
)


def under(used: CourtCalendar, *choices: tuple[str, str]) -> list[date]:
    """The closed days of one year's May holiday under the readings chosen."""
    chosen = used.under(frozenset(choices))
    return [
        closure.on
        for closure in chosen.closures(date(2027, 4, 1), date(2027, 6, 1))
        if not closure.on.weekday() > 4
    ]


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((), [date(2027, 4, 30)]),
        ((("fridays", "no"),), []),
        ((("fridays", "on Monday"),), [date(2027, 5, 3)]),
        ((("may-day", "no holiday"),), []),
        ((("fridays", "on Monday"), ("may-day", "no holiday")), []),
        ((("fridays", "maybe"), ("others", "no")), [date(2027, 4, 30)]),
    ],
)
def test_a_calendar_under_the_readings_chosen(
    choices: tuple[tuple[str, str], ...], expected: list[date]
) -> None:
    """Another observance, or a holiday left out; what is not asked changes nothing."""
    assert under(DISPUTED, *choices) == expected
    assert under(DISPUTED) == [date(2027, 4, 30)]


def test_a_reading_of_the_base_reaches_what_is_based_on_it() -> None:
    """The disputes of both are its own, and a reading of either changes it."""
    city = calendar(
        base=DISPUTED,
        id="xx/city",
        holiday=[holiday("may 4")],
        dispute=[dispute("fourth", reading("no", without=["may-4"]))],
    )
    both = [found.id for found in city.definition.all_disputes()]
    assert both == ["fourth", "fridays", "may-day"]
    assert under(city) == [date(2027, 4, 30), date(2027, 5, 4)]
    assert under(city, ("fridays", "no")) == [date(2027, 5, 4)]
    assert under(city, ("fourth", "no")) == [date(2027, 4, 30)]
    # Nothing was chosen of the base: it is the same value as before.
    chosen = city.definition.under(frozenset({("fourth", "no")}))
    assert chosen.base is city.definition.base


def test_the_days_that_a_dispute_changes() -> None:
    """Those closed under one answer and open under another, in order."""
    changed = DISPUTED.days_in_dispute("fridays", ("no", "on Monday"))
    days = [date.fromordinal(day) for day in changed]
    # 1 May was or is a Saturday in 2021 and 2027 (and 2032, past the horizon).
    assert days == [
        date(2021, 4, 30),
        date(2021, 5, 3),
        date(2027, 4, 30),
        date(2027, 5, 3),
    ]
    assert DISPUTED.days_in_dispute("fridays", ("no", "on Monday")) is changed


def test_the_days_of_some_kinds_of_closure() -> None:
    """By kind, in order, found once."""
    used = DISPUTED.with_closure(
        date(2026, 7, 10), "Flood", "office-closed", authority="Order 14"
    )
    kinds = frozenset({"office-closed"})
    assert used.days_of_kinds(kinds) == (date(2026, 7, 10).toordinal(),)
    assert used.days_of_kinds(kinds) is used.days_of_kinds(kinds)
    assert DISPUTED.days_of_kinds(kinds) == ()


def test_a_holiday_falls_by_rule_or_on_given_dates() -> None:
    """One of the two, whoever makes it."""
    made = calendar(holiday=[holiday("may 1")]).definition.holidays[0]
    for wrong in (
        {"falls": None},
        {"on": ((date(2026, 5, 1), date(2026, 5, 1), None),)},
    ):
        with pytest.raises(InvalidValueError, match="needs one of falls and on"):
            evolve(made, **wrong)


def test_an_entry_of_several_kinds_is_each_of_them() -> None:
    """For a mask, for what is observed, and for a weekday that is taken."""
    kinds = ["office-closed", "legal-holiday"]
    moved = {"saturday": "next free weekday", "sunday": "next free weekday"}
    used = calendar(
        holiday=[
            {"id": "a", "name": "A", "falls": "may 1", "kinds": kinds},
            holiday("may 3", kind="court-holiday"),
            holiday("may 4"),
        ],
        closure=[
            {"on": date(2026, 6, 3), "name": "B", "kinds": kinds, "cite": "Order 1"}
        ],
        observance=moved,
    )
    # 1 May 2027 is a Saturday; the 3rd holds a day of another kind, and is free.
    assert named(used, date(2027, 5, 3)) == ["A (observed)", "A (observed)", "May 3"]
    for kind in kinds:
        mask = used.mask(frozenset({kind}))
        for day in (date(2027, 5, 3), date(2026, 6, 3)):
            assert mask[(day - used.first).days]
    found = used.under(frozenset()).definition
    assert found.holidays[0].further == ("legal-holiday",)


def test_kinds_are_counted_as_others_under_a_reading() -> None:
    """All of them, of holidays and of closures."""
    other = dispute("o", reading("yes", counted_as={"office-closed": "recess"}))
    used = calendar(
        holiday=[
            {
                "id": "a",
                "name": "A",
                "falls": "may 1",
                "kinds": ["optional", "office-closed"],
            }
        ],
        dispute=[other],
    )
    day = date(2026, 5, 1)
    assert [c.kind for c in used.closures_on(day)] == ["optional", "office-closed"]
    chosen = used.under(frozenset({("o", "yes")}))
    assert [c.kind for c in chosen.closures_on(day)] == ["optional", "recess"]
    assert used.days_in_dispute("o", ("yes",)) == tuple(
        date(year, 5, 1).toordinal() for year in range(2019, 2032)
    )


def test_a_reading_that_leaves_out_an_opening_closes_its_day() -> None:
    """So that a question can be whether a Saturday was worked."""
    used = calendar(
        opening=[{"id": "w", "on": [date(2026, 6, 6)], "name": "W", "cite": "Order 2"}],
        dispute=[dispute("o", reading("no", without=["w"]))],
    )
    day = date(2026, 6, 6)
    assert used.is_open(day)
    assert not used.under(frozenset({("o", "no")})).is_open(day)
    assert used.days_in_dispute("o", ("no",)) == (day.toordinal(),)
