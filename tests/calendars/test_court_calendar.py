"""CourtCalendar: court-day arithmetic against a loop, horizons, overlays, identity."""

from __future__ import annotations

import copy
import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase import calendars
from legalcase.authority import Authority
from legalcase.calendars.closures import WEEKEND, Closure
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
)
from small_law import ATLANTIS, ORDER, calendar, holiday

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = timedelta(days=1)
US = lc.calendar("us")
CALIFORNIA = lc.calendar("us-ca/legal-holidays")
#: Four weeks in 2026, a Wednesday to a Tuesday: small enough to look at every pair.
SMALL = calendar(
    holiday=[holiday("july 3"), holiday("july 20")],
    horizon={"from": date(2026, 7, 1), "through": date(2026, 7, 28)},
)
DAYS = [SMALL.first + n * DAY for n in range(28)]


def is_open_by_hand(day: date) -> bool:
    """Whether the small calendar's court sits: no weekend, 3 or 20 July."""
    return day.weekday() < 5 and day.day not in {3, 20}


def walked(day: date, count: int) -> date | None:
    """The court day that many court days off, by looking at one day after another."""
    step = 1 if count > 0 else -1
    left = abs(count)
    while left:
        day += step * DAY
        if not SMALL.first <= day <= SMALL.last:
            return None
        left -= is_open_by_hand(day)
    return day


def test_open_days_are_those_that_nothing_closes() -> None:
    """Every day of the horizon, by hand."""
    assert [is_open_by_hand(day) for day in DAYS] == [SMALL.is_open(d) for d in DAYS]


@pytest.mark.parametrize("count", [*range(-21, 0), *range(1, 22)])
def test_adding_court_days_is_walking_from_day_to_day(count: int) -> None:
    """From every day, open or closed, there or back; over the edge it is refused."""
    for day in DAYS:
        expected = walked(day, count)
        if expected is not None:
            assert SMALL.add_court_days(day, count) == expected
            continue
        with pytest.raises(CalendarOutOfBoundsError) as caught:
            SMALL.add_court_days(day, count)
        assert f"{count} court days from {day} leave the calendar 'xx'" in str(
            caught.value
        )


def test_counting_court_days_is_looking_at_each() -> None:
    """Half-open, negative the other way; the end may be the day after the last."""
    ends = [*DAYS, SMALL.last + DAY]
    for start in ends:
        for stop in ends:
            low, high = sorted((start, stop))
            between = sum(is_open_by_hand(day) for day in DAYS if low <= day < high)
            expected = between if start <= stop else -between
            assert SMALL.count_court_days(start, stop) == expected


def test_the_open_days_around_a_day() -> None:
    """Itself if it is open; else the nearest on that side, or a refusal."""
    for day in DAYS:
        later = [d for d in DAYS if d >= day and is_open_by_hand(d)]
        sooner = [d for d in DAYS if d <= day and is_open_by_hand(d)]
        assert SMALL.next_open(day) == later[0]
        assert SMALL.previous_open(day) == sooner[-1]


def test_no_open_day_is_guessed_beyond_the_horizon() -> None:
    """A calendar that ends and begins with closed days has none before or after."""
    shut = calendar(
        horizon={"from": date(2026, 7, 4), "through": date(2026, 7, 12)},
    )
    with pytest.raises(CalendarOutOfBoundsError, match="1 court days from 2026-07-11"):
        shut.next_open(date(2026, 7, 11))
    with pytest.raises(CalendarOutOfBoundsError, match="-1 court days from 2026-07-05"):
        shut.previous_open(date(2026, 7, 5))
    assert shut.next_open(date(2026, 7, 4)) == date(2026, 7, 6)
    assert shut.previous_open(date(2026, 7, 12)) == date(2026, 7, 10)


OUTSIDE: dict[str, Callable[[date], object]] = {
    "is_open": US.is_open,
    "why_closed": US.why_closed,
    "closures_on": US.closures_on,
    "next_open": US.next_open,
    "previous_open": US.previous_open,
    "add_court_days": lambda day: US.add_court_days(day, 1),
    "count from": lambda day: US.count_court_days(day, US.first),
    "count to": lambda day: US.count_court_days(US.first, day),
    "closures": lambda day: list(US.closures(day, day + DAY)),
    "with_closure": lambda day: US.with_closure(day, "x", "optional", authority="y"),
}


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("day", [US.first - DAY, US.last + 2 * DAY])
def test_outside_the_horizon_every_question_is_refused(name: str, day: date) -> None:
    """With the day asked, the calendar and what it covers."""
    with pytest.raises(CalendarOutOfBoundsError) as caught:
        OUTSIDE[name](day)
    error = caught.value
    assert isinstance(error, ValueError)
    assert (error.subject, error.asked) == ("us", day)
    assert (error.first, error.last) == (US.first, US.last)
    later = ": what ends later cannot be computed yet" if day > US.last else ""
    assert str(error) == (
        f"{day} is outside the calendar 'us', which covers 1986-01-01 through "
        f"2035-12-31{later}. Load a calendar that reaches further; this one does not "
        "guess."
    )


NO_DATES: tuple[Any, ...] = (datetime(2026, 7, 3, 12), "2026-07-03", 20260703, None)


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("value", NO_DATES, ids=repr)
def test_only_dates_are_days(name: str, value: Any) -> None:
    """No instant, no text, no number: each is refused, and named."""
    if name == "closures":
        with pytest.raises(InvalidTypeError):
            list(US.closures(value, US.last))
        with pytest.raises(InvalidTypeError):
            list(US.closures(US.first, value))
        return
    with pytest.raises(InvalidTypeError) as caught:
        OUTSIDE[name](value)
    assert isinstance(caught.value, TypeError)
    assert caught.value.value is value
    assert repr(value) in str(caught.value)


def test_a_court_day_off_by_none_is_refused() -> None:
    """It would be one of two, so the question names which."""
    with pytest.raises(InvalidValueError) as caught:
        US.add_court_days(date(2026, 7, 1), 0)
    assert str(caught.value) == (
        "0 court days from a day is no court day in particular. Ask next_open(day) or "
        "previous_open(day)."
    )
    assert (caught.value.field, caught.value.value) == ("count", 0)


@pytest.mark.parametrize("count", [1.0, "1", True, None])
def test_a_number_of_court_days_is_whole(count: Any) -> None:
    """Neither a fraction nor a flag."""
    with pytest.raises(
        InvalidTypeError, match="count must be a whole number"
    ) as caught:
        US.add_court_days(date(2026, 7, 1), count)
    assert caught.value.value is count


def test_why_a_day_is_closed() -> None:
    """A holiday before the weekend that it falls on; an open day has no reason."""
    independence = US.why_closed(date(2026, 7, 3))
    assert independence is not None
    assert (independence.name, independence.kind) == (
        "Independence Day (observed)",
        "legal-holiday",
    )
    assert str(independence) == "2026-07-03: Independence Day (observed)"
    saturday = US.why_closed(date(2026, 7, 4))
    assert saturday is not None
    assert saturday.name == "Independence Day"
    plain = US.why_closed(date(2026, 7, 11))
    assert plain is not None
    assert (plain.name, plain.kind) == ("Saturday", WEEKEND)
    assert plain.authority == US.definition.authority
    assert US.why_closed(date(2026, 7, 6)) is None


def test_a_closure_that_does_not_shut_the_court_is_no_reason() -> None:
    """It is entered, and found, and the court is open; on a Sunday, Sunday shuts it."""
    friday, sunday = date(2026, 7, 10), date(2026, 7, 12)
    used = ATLANTIS.with_closure(friday, "Flood", "optional", authority="O. 1")
    used = used.with_closure(sunday, "Flood", "optional", authority=ORDER)
    assert used.is_open(friday)
    assert used.why_closed(friday) is None
    assert [str(c) for c in used.closures_on(friday)] == ["2026-07-10: Flood"]
    why = used.why_closed(sunday)
    assert why is not None
    assert why.name == "Sunday"


def test_an_office_closed_by_order_shuts_a_calendar_of_legal_holidays() -> None:
    """Who lays a flood over the federal calendar means that the court is not open."""
    day = date(2026, 7, 10)
    shut = US.with_closure(day, "Flood", "office-closed", authority="Gen. Order 14")
    assert US.is_open(day)
    assert not shut.is_open(day)
    why = shut.why_closed(day)
    assert why is not None
    assert (why.name, why.kind) == ("Flood", "office-closed")
    assert shut.next_open(day) == date(2026, 7, 13)


def test_a_closure_laid_over_shuts_the_copy_alone() -> None:
    """With its kind and its authority, whether a citation or a whole one was given."""
    day = date(2026, 7, 10)
    shut = ATLANTIS.with_closure(day, "Flood", "legal-holiday", authority="Order 1")
    assert ATLANTIS.is_open(day)
    assert not shut.is_open(day)
    assert shut.why_closed(day) == Closure(
        on=day, name="Flood", kind="legal-holiday", authority=ORDER
    )
    again = ATLANTIS.with_closure(day, "Flood", "legal-holiday", authority=ORDER)
    assert shut == again
    assert hash(shut) == hash(again)
    assert shut != ATLANTIS
    assert shut.with_closure(day, "Flood", "legal-holiday", authority=ORDER) == shut


def test_the_order_in_which_closures_are_laid_over_does_not_matter() -> None:
    """Two calendars with the same closures are the same."""
    one, two = date(2026, 7, 10), date(2026, 7, 9)
    ahead = ATLANTIS.with_closure(one, "Flood", "optional", authority=ORDER)
    ahead = ahead.with_closure(two, "Storm", "optional", authority=ORDER)
    behind = ATLANTIS.with_closure(two, "Storm", "optional", authority=ORDER)
    behind = behind.with_closure(one, "Flood", "optional", authority=ORDER)
    assert ahead == behind
    assert [closure.on for closure in ahead.overlay] == [two, one]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"authority": 14}, "authority"),
        ({"name": None}, "name"),
        ({"kind": ["office-closed"]}, "kind"),
    ],
)
def test_a_closure_is_said_in_words(change: dict[str, Any], field: str) -> None:
    """Its name, its kind and who ordered it are text."""
    given = {"name": "Flood", "kind": "office-closed", "authority": "O. 1"} | change
    with pytest.raises(InvalidTypeError) as caught:
        ATLANTIS.with_closure(date(2026, 7, 10), **given)
    first, second = str(caught.value).split(". ", maxsplit=1)
    assert first == f"The {field} of a closure is text, not {change[field]!r}"
    assert second.startswith("Write it in words")
    assert caught.value.field == field


def test_a_mask_has_one_byte_a_day() -> None:
    """1 for a weekend or one of the kinds, over the horizon and not beyond."""
    used = SMALL.with_closure(date(2026, 7, 9), "Flood", "optional", authority=ORDER)
    plain = used.mask(frozenset({"legal-holiday"}))
    assert list(plain) == [0 if is_open_by_hand(day) else 1 for day in DAYS]
    more = used.mask(frozenset({"legal-holiday", "optional"}))
    assert [DAYS[n].day for n in range(28) if plain[n] != more[n]] == [9]
    assert used.mask(frozenset()) == bytes(day.weekday() > 4 for day in DAYS)
    assert used.mask(frozenset()) is used.mask(frozenset())


def test_a_calendar_is_known_by_definition_overlay_and_readings() -> None:
    """Tables that were built take no part; the definition is its id and edition."""
    one, other = (
        lc.Law.bundled().calendar("us"),
        CourtCalendar(definition=US.definition),
    )
    assert one.is_open(date(2026, 7, 6))
    assert one == other
    assert hash(one) == hash(other)
    assert CALIFORNIA.under(frozenset({("observed-friday", "yes")})) != CALIFORNIA
    assert US.definition != "us"
    assert US.definition != lc.calendar("us-ca").definition
    assert len({US.definition, CourtCalendar(definition=US.definition).definition}) == 1


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, None])
def test_a_calendar_travels_without_its_tables(
    copied: Callable[[CourtCalendar], CourtCalendar] | None,
) -> None:
    """What it is goes over the wire; what was derived is built again, and agrees."""
    used = CALIFORNIA.with_closure(
        date(2026, 7, 10), "Flood", "optional", authority="O. 1"
    )
    used = used.under(frozenset({("observed-friday", "yes")}))
    fresh = len(pickle.dumps(used))
    assert used.add_court_days(date(2026, 7, 1), 200) > date(2027, 4, 1)
    assert len(pickle.dumps(used)) == fresh
    sent = pickle.loads(pickle.dumps(used)) if copied is None else copied(used)
    assert sent == used
    assert sent.choices == used.choices
    assert sent._ranks is None
    days = [date(2026, 6, 1) + n * DAY for n in range(60)]
    assert [sent.is_open(day) for day in days] == [used.is_open(day) for day in days]


def test_threads_that_ask_first_at_once_agree() -> None:
    """Sixteen of them share a calendar whose tables nobody has built."""
    barrier = Barrier(16)
    fresh = CourtCalendar(definition=US.definition)

    def ask(number: int) -> tuple[object, ...]:
        barrier.wait()
        day = date(2026, 1, 1) + number * DAY
        return (
            fresh.add_court_days(day, 30),
            fresh.mask(frozenset({"legal-holiday"})),
            fresh.days_of_kinds(frozenset({"legal-holiday"})),
            fresh.closures_on(day),
        )

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(ask, range(16)))
    for number, answer in enumerate(found):
        day = date(2026, 1, 1) + number * DAY
        assert answer == (
            US.add_court_days(day, 30),
            US.mask(frozenset({"legal-holiday"})),
            US.days_of_kinds(frozenset({"legal-holiday"})),
            US.closures_on(day),
        )


def test_a_calendar_says_what_it_is() -> None:
    """Id, horizon and edition; how many closures were laid over it."""
    assert repr(US) == (
        "<CourtCalendar 'us' 1986-01-01 through 2035-12-31, edition "
        f"{US.definition.edition}>"
    )
    more = US.with_closure(date(2026, 7, 10), "Flood", "optional", authority=ORDER)
    assert repr(more).endswith(f"edition {more.edition}, 1 more closures>")
    assert more.edition.startswith(f"{US.edition}+")
    other = US.with_closure(date(2026, 7, 10), "Fire", "optional", authority=ORDER)
    assert other.edition != more.edition
    assert (US.id, US.name) == ("us", "Federal legal holidays")
    assert (US.first, US.last) == (date(1986, 1, 1), date(2035, 12, 31))


def test_a_calendar_shows_itself_in_a_notebook() -> None:
    """A table of what it is, escaped."""
    shown = calendar(name="A <b>&</b> B", cite="Act <1>")._repr_html_()
    assert "A &lt;b&gt;&amp;&lt;/b&gt; B" in shown
    assert "Act &lt;1&gt;" in shown
    assert "<b>" not in shown
    said = re.sub(r"</?span[^>]*>", "", shown)
    assert "2020-01-01 through 2030-12-31" in said
    assert "legal-holiday" in said


def test_the_package_gives_its_names_when_asked() -> None:
    """The grid of a month is loaded for a reader; another name is none."""
    assert calendars.MonthGrid is lc.MonthGrid
    with pytest.raises(AttributeError, match="has no attribute 'Fasti'"):
        _ = calendars.Fasti  # type: ignore[attr-defined]  # that is the mistake
    assert issubclass(CalendarOutOfBoundsError, LegalCaseError)
    assert isinstance(ORDER, Authority)


def test_readings_chosen_one_after_the_other_add_up() -> None:
    """Equal calendars are closed on the same days, whichever way they were made."""
    friday, declared = ("observed-friday", "yes"), ("declared-but-open", "yes")
    one_by_one = CALIFORNIA.under(frozenset({friday})).under(frozenset({declared}))
    assert one_by_one == CALIFORNIA.under(frozenset({friday, declared}))
    only = CALIFORNIA.under(frozenset({declared}))
    assert one_by_one != only
    assert one_by_one.is_open(date(2026, 7, 3)) != only.is_open(date(2026, 7, 3))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2015, 9, 9), "Admission Day"),
        (date(2012, 9, 10), "Admission Day (observed)"),
        (date(2021, 9, 24), "Native American Day"),
        (date(2025, 4, 24), "Genocide Remembrance Day"),
        (date(2026, 2, 17), "Lunar New Year"),
    ],
)
def test_a_kind_of_closure_that_counts_as_another(day: date, name: str) -> None:
    """What Gov. Code 6700 lists and the courts do not keep, under the other reading."""
    (closure,) = CALIFORNIA.closures_on(day)
    assert (closure.name, closure.kind) == (name, "declared-with-courts-open")
    assert CALIFORNIA.is_open(day)
    counted = CALIFORNIA.under(frozenset({("declared-but-open", "yes")}))
    (closure,) = counted.closures_on(day)
    assert (closure.name, closure.kind) == (name, "legal-holiday")
    assert not counted.is_open(day)
    assert day.toordinal() in CALIFORNIA.days_in_dispute("declared-but-open", ("yes",))


def test_closures_laid_over_beyond_the_horizon_close_nothing_within_it() -> None:
    """The day before the first is not, by wrapping round, the last."""
    federal = lc.calendar("us")
    authority = lc.Authority(cite="Order 1")
    beyond = (federal.first - timedelta(days=1), federal.last + timedelta(days=1))
    shut = federal.with_closures(
        tuple(
            lc.Closure(on=day, name="flood", kind="office-closed", authority=authority)
            for day in beyond
        )
    )
    assert federal.is_open(federal.last)
    assert shut.is_open(federal.last)


def test_closures_that_can_be_read_once_are_laid_over() -> None:
    """To check them first must not use them up: the court would stay open."""
    federal, day = lc.calendar("us"), date(2026, 6, 24)
    authority = lc.Authority(cite="Order 1")
    shut = lc.Closure(on=day, name="flood", kind="office-closed", authority=authority)
    for given in ((shut,), [shut], iter([shut]), {shut}):
        assert not federal.with_closures(given).is_open(day)
    for wrong in (None, shut, "flood", 7):
        with pytest.raises(InvalidTypeError, match="several Closure"):
            federal.with_closures(wrong)  # type: ignore[arg-type]  # the wrong input
