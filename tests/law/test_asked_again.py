"""A question that is asked again: its ends are found without a walk, and the same."""

from __future__ import annotations

import copy
import pickle
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import legalcase as lc
from legalcase.counting.argument.agreed import agrees
from legalcase.counting.argument.later import Later, ready_for_more
from legalcase.counting.engine.straight import Straight, straight_of
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    TooManyReadingsError,
)

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
#: Closed on the third, the fourth and the last of ten days.
MASK = bytes((0, 0, 1, 1, 0, 0, 0, 0, 0, 1))


#: What a computation says, in the order in which it is asked here.
SAID = (
    "due",
    "safe",
    "nominal",
    "is_running",
    "is_provisional",
    "bound",
    "parts",
    "waits_for",
    "barred_by",
    "sources",
    "inputs",
    "steps",
    "trace",
    "readings",
    "notices",
    "due_at",
    "links",
    "subject",
    "outcome",
)


def straight(**more: Any) -> Straight:
    """Two days forward among those ten days, which are numbered from 100 on."""
    said: dict[str, Any] = {
        "days": 2,
        "extra": 0,
        "rolls_first": False,
        "adds_first": False,
        "step": 1,
        "mask": MASK,
        "first": 100,
        "last": 109,
    }
    return Straight(**{**said, **more})


def asked_twice(question: str, **given: Any) -> lc.Computation:
    """What a law gives when it was asked the same before."""
    LAW.compute(question, **given)
    return LAW.compute(question, **given)


def walk_of(computation: lc.Computation) -> lc.Computation:
    """The same, walked anew."""
    backing = computation._backing
    assert isinstance(backing, Later)
    return backing._from.walked(backing._anchor)


@pytest.mark.parametrize(
    ("made", "day", "ends"),
    [
        (straight(), 100, (104, 102)),
        (straight(), 103, (105, 105)),
        (straight(step=0), 100, (102, 102)),
        (straight(step=-1, days=-2), 104, (101, 102)),
        (straight(mask=b""), 100, (102, 102)),
        (straight(rolls_first=True, extra=1), 100, (105, 105)),
        (straight(rolls_first=True, extra=1, days=1), 100, (104, 102)),
        (straight(rolls_first=True, extra=5), 100, None),
        (straight(extra=1), 100, (104, 103)),
        # outside: a trigger, an end, where an end goes
        (straight(), 99, None),
        (straight(), 110, None),
        (straight(), 108, None),
        (straight(), 107, None),
        (straight(rolls_first=True, extra=1), 107, None),
        (straight(rolls_first=True, extra=1), 108, None),
        (straight(step=-1, days=0, mask=b"\1\1" + MASK[2:]), 101, None),
    ],
)
def test_the_ends_of_a_straight_count(
    made: Straight, day: int, ends: tuple[int, int] | None
) -> None:
    """Due, and the last day as counted; none where the calendar cannot say."""
    assert made.ends(day) == ends


def test_what_a_straight_count_looks_at() -> None:
    """From the first day to the last, whichever way it goes."""
    assert straight().looked_at(100, (104, 102)) == (100, 104)
    back = straight(days=-2, step=-1)
    assert back.looked_at(105, (101, 103)) == (101, 105)


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        # to the open day after the closed ones on which it ends; no other day matters
        (straight(), {102, 103, 104}),
        (straight(rolls_first=True, extra=1), {102, 103, 104, 105}),
        (straight(extra=1), {103, 104}),
        (straight(rolls_first=True, extra=3), {102, 103, 104, 107}),
    ],
)
def test_of_which_days_a_straight_count_asks(made: Straight, asked: set[int]) -> None:
    """Of those at its end, and before time is added if it is moved there."""
    ends = made.ends(100)
    assert ends is not None
    assert {day for day in range(100, 110) if made.asks_of((day,), 100, ends)} == asked
    back = straight(days=-2, step=-1)
    assert back.ends(104) == (101, 102)
    days = {day for day in range(100, 110) if back.asks_of((day,), 104, (101, 102))}
    assert days == {101, 102}
    assert not back.asks_of((), 104, (101, 102))


def test_answers_that_differ_elsewhere_than_in_the_calendar_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That the days of which a count asks agree says nothing then."""
    from legalcase.counting.argument import agreed

    again = asked_twice("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    more = ready_for_more(again)
    assert more is not None
    chosen = more.count.chosen

    def a_day_longer(count: Any, choices: Any) -> Straight | None:
        found = straight_of(count, choices)
        if found is None or choices == chosen:
            return found
        return found._replace(days=found.days + 1)

    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    before = [agrees(more.count, day) for day in days]
    more.count.agreed.clear()
    monkeypatch.setattr(agreed, "straight_of", a_day_longer)
    after = [agrees(more.count, day) for day in days]
    more.count.agreed.clear()
    assert sum(before) > sum(after) > 0


@pytest.mark.parametrize(
    ("made", "is_open"),
    [
        (straight(), True),
        (straight(extra=1), False),
        (straight(extra=1, days=1), True),
        (straight(extra=1, days=1, adds_first=True), False),
        (straight(extra=1, mask=b""), True),
    ],
)
def test_whether_it_ends_open_before_time_is_added(
    made: Straight, *, is_open: bool
) -> None:
    """Where none is added there is no question; added first, a walk must say."""
    assert made.ends_open(100) is is_open


@pytest.mark.parametrize(
    "given",
    [
        {"after": DAY, "court": "cand", "service": "mail"},
        {"after": date(2004, 6, 3), "court": "cand", "service": "mail"},
        {"after": date(2026, 3, 1), "court": "cand", "service": "mail"},
        {"after": date(2016, 11, 10), "court": "cand", "service": "electronic"},
        {"after": DAY, "court": "nysd", "service": "personal"},
    ],
)
def test_all_that_is_said_is_what_the_walk_says(given: dict[str, Any]) -> None:
    """In whatever order it is asked."""
    first = asked_twice("us/frcp/33(b)(2)", **given)
    walk = walk_of(first)
    for name in SAID:
        again = asked_twice("us/frcp/33(b)(2)", **given)
        assert getattr(again, name) == getattr(walk, name), name
    assert first == walk
    assert walk == first
    assert hash(first) == hash(walk)
    assert first.explain() == walk.explain()
    assert first.to_dict() == walk.to_dict()
    assert [*first.authorities()] == [*walk.authorities()]
    assert first.nominal_readings() == walk.nominal_readings()
    assert dict(first.runs_from()) == {}
    assert repr(first) == repr(walk)


@pytest.mark.parametrize("of", [copy.copy, copy.deepcopy, evolve])
def test_a_copy_is_equal(of: Any) -> None:
    """Before and after it was read."""
    again = asked_twice("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    assert of(again) == again
    assert pickle.loads(pickle.dumps(again)) == again


def test_an_instant_by_the_clock_of_no_place_is_refused_again() -> None:
    """In the same words, though the same was asked by a clock that is known."""
    given: dict[str, Any] = {"court": "cand", "service": "mail"}
    asked_twice("us/frcp/33(b)(2)", after=datetime(2026, 6, 3, 12, tzinfo=UTC), **given)
    naive = datetime(2026, 6, 3, 12)
    with pytest.raises(InvalidTypeError, match="has no time zone"):
        LAW.compute("us/frcp/33(b)(2)", after=naive, **given)
    nowhere = datetime(2026, 6, 3, 12, tzinfo=ZoneInfo("EST"))
    with pytest.raises(InvalidValueError, match="the clock of no place"):
        LAW.compute("us/frcp/33(b)(2)", after=nowhere, **given)


def test_what_a_computation_does_not_have_it_does_not_have() -> None:
    """Whatever was left out."""
    again = asked_twice("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    for name in ("nothing", "_nothing"):
        with pytest.raises(AttributeError, match=f"no attribute '{name}'"):
            getattr(again, name)


def test_where_a_calendar_ends_the_walk_says_so() -> None:
    """With the words that it says it with the first time."""
    given: dict[str, Any] = {"court": "cand", "service": "mail"}
    asked_twice("us/frcp/33(b)(2)", after=DAY, **given)
    end = LAW.calendar("us").last
    with pytest.raises(CalendarOutOfBoundsError) as again:
        LAW.compute("us/frcp/33(b)(2)", after=end - timedelta(days=3), **given)
    with pytest.raises(CalendarOutOfBoundsError) as fresh:
        LAW.with_closures({}).compute(
            "us/frcp/33(b)(2)", after=end - timedelta(days=3), **given
        )
    assert str(again.value) == str(fresh.value)


def test_a_text_that_changes_on_the_way_is_walked() -> None:
    """Served under the text that gave twenty days, due under that which gives 21."""
    told = set()
    given: dict[str, Any] = {
        "court": "cand",
        "facts": {"defendant-is-the-united-states": "no"},
    }
    for number in range(40):
        day = date(2009, 11, 1) + timedelta(days=number)
        again = asked_twice("us/frcp/12(a)(1)(A)(i)", after=day, **given)
        assert again.readings == walk_of(again).readings
        told |= {reading.question for reading in again.readings}
    assert any("straddles a change of the text" in question for question in told)


@pytest.mark.parametrize("day", [DAY, date(2026, 2, 10), date(2004, 6, 30)])
def test_what_is_left_open_is_asked_all_the_same(day: date) -> None:
    """How it was served, say: the ends are at hand, and every answer is tried."""
    given: dict[str, Any] = {"after": day, "court": "cand"}
    fresh = LAW.with_closures({}).compute("us/frcp/33(b)(2)", **given)
    again = asked_twice("us/frcp/33(b)(2)", **given)
    assert again.due == fresh.due
    assert again.safe == fresh.safe
    for name in SAID:
        again = asked_twice("us/frcp/33(b)(2)", **given)
        assert getattr(again, name) == getattr(fresh, name), name
    assert again == fresh
    assert again.explain() == fresh.explain()
    assert pickle.loads(pickle.dumps(again)) == fresh


def test_what_is_no_straight_count_does_not_agree() -> None:
    """Months, court days, hours; and what lies outside the calendar."""
    for period, under, court in (
        ("2 months", "us/frcp", "cand"),
        ("16 court days", "us-ca/ccp", None),
    ):
        computation = LAW.compute(period, after=DAY, under=under, court=court)
        backing: Any = getattr(computation._backing, "_base", computation)._backing
        count = backing.count
        assert straight_of(count, count.chosen) is None
        assert not agrees(count, DAY)
        assert ready_for_more(computation) is None
    again = asked_twice("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    more = ready_for_more(again)
    assert more is not None
    assert more.holds is not None
    assert more.holds[0] <= DAY <= more.holds[1]
    assert not agrees(more.count, LAW.calendar("us").last)


def test_a_day_in_dispute_on_the_way_is_seen() -> None:
    """Where another answer ends elsewhere, the reading is there and the day is safe."""
    given: dict[str, Any] = {"court": "cand", "service": "mail"}
    differing = 0
    for number in range(3 * 365):
        day = date(2024, 1, 1) + timedelta(days=number)
        again = asked_twice("us/frcp/33(b)(2)", after=day, **given)
        walk = walk_of(again)
        assert again.readings == walk.readings, day
        assert again.safe == walk.safe, day
        differing += bool(walk.readings)
    assert differing > 10


def test_too_many_answers_are_left_to_the_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which says how many there are."""
    from legalcase.counting.argument import agreed

    def too_many(*_: object) -> None:
        msg = "Too many readings. Choose some."
        raise TooManyReadingsError(msg, count=9, limit=1)

    again = asked_twice(
        "us/frcp/33(b)(2)", after=date(2026, 2, 10), court="cand", service="mail"
    )
    more = ready_for_more(again)
    assert more is not None
    more.count.agreed.clear()
    monkeypatch.setattr(agreed, "changes", too_many)
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    told = [agrees(more.count, day) for day in days]
    more.count.agreed.clear()
    assert True in told
    assert False in told


def test_an_answer_that_is_not_straight_is_left_to_the_walk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So is one that ends elsewhere."""
    from legalcase.counting.argument import agreed

    again = asked_twice("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    more = ready_for_more(again)
    assert more is not None
    chosen = more.count.chosen

    def only_chosen(count: Any, choices: Any) -> Straight | None:
        return straight_of(count, choices) if choices == chosen else None

    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    before = [agrees(more.count, day) for day in days]
    more.count.agreed.clear()
    monkeypatch.setattr(agreed, "straight_of", only_chosen)
    after = [agrees(more.count, day) for day in days]
    more.count.agreed.clear()
    assert sum(before) > sum(after) > 0


def test_a_day_that_stands_under_a_word_is_that_of_its_own_call() -> None:
    """An answer can make a deadline run from another event: the day has a word then."""
    words = 0
    for rule in LAW.deadlines():
        others = [t for *_, variant in rule.variants for t in variant.triggers()]
        for day in (date(2026, 3, 2), DAY) if others else ():
            try:
                made = LAW.compute(rule.id, after=day)
            except LegalCaseError:
                continue
            days = {when for _, when in made.inputs.triggers}
            assert days <= {day}, rule.id
            words += bool(days)
    assert words


@pytest.mark.parametrize("name", ["inputs", "due_at", "readings", "notices"])
def test_what_another_thread_leaves_out_again_is_given_all_the_same(name: str) -> None:
    """It found the member missing too, and fills it after this one has made it."""
    given: dict[str, Any] = {"after": DAY, "court": "cand", "service": "mail"}
    expected = getattr(asked_twice("us/frcp/33(b)(2)", **given), name)
    again = asked_twice("us/frcp/33(b)(2)", **given)
    tracing: list[str] = []

    def emptying(frame: Any, event: str, _: object) -> Any:
        if frame.f_code.co_name == name and event == "line":
            tracing.append(event)
            again._make(f"_{name}")
        return emptying

    # What traces the tests, as the measuring of lines does, goes on after it.
    before = sys.gettrace()
    sys.settrace(emptying)
    try:
        found = getattr(again, name)
    finally:
        sys.settrace(before)
    assert tracing
    assert found == expected


def test_under_another_text_it_is_counted_under_the_one_in_force_at_its_end() -> None:
    """Though from the same text one call can end in one and another in the next."""
    begins = []
    for day in (date(2005, 6, 1), date(2005, 11, 1), date(2005, 6, 1)):
        again = asked_twice("800 days", after=day, under="us/frcp", service="personal")
        backing: Any = walk_of(again)._backing
        [other] = backing.origin.alternatives(day, backing.outcome)
        assert again.due >= other.count.version.first
        begins.append(other.count.version.first)
    assert begins == [date(2005, 12, 1), date(2007, 12, 1), date(2005, 12, 1)]
