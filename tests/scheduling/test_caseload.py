"""A whole caseload: what is alike in many cases is asked once, and answered alike."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
import legalcase.model as m
from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.codec.log.lines import line_of, line_text
from legalcase.scheduling.ask import asking_of
from legalcase.scheduling.moving.touched import of_touched
from schedule_cases import BY, LAW, REQUESTS, opened, served

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSED = date(2026, 7, 9)
FLOOD = LAW.with_closures(
    {
        "us": [
            Closure(
                on=CLOSED,
                name="flood",
                kind="legal-holiday",
                authority=Authority(cite="Gen. Order 14"),
            )
        ]
    }
)
NO = {"defendant-is-the-united-states": "no"}


def a_case(day: date, requests: int = 2) -> m.CaseFile:
    """A case in which all that is due because of a day, and of those after, is set."""
    several = [
        served(f"r{n}", REQUESTS, "roe", ["acme"], day + timedelta(days=7 * n), "mail")
        for n in range(requests)
    ]
    summons = served("s1", "summons-served", "roe", ["acme"], day)
    file: m.CaseFile = opened().record(summons, *several, law=LAW, **BY)
    events = lc.schedule(file, LAW, facts=NO).new.events(on=day)
    return file.record(*events, law=LAW, **BY)


def read_back(file: m.CaseFile) -> m.Case:
    """The case as a store gives it: nothing in it is shared with another."""
    return m.Case.from_events([line_of(line_text(line)) for line in file.log])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a law is asked to compute."""
    found: list[str] = []
    compute = lc.Law.compute

    def noting(law: lc.Law, period: Any, **given: Any) -> lc.Computation:
        found.append(str(period))
        return compute(law, period, **given)

    monkeypatch.setattr(lc.Law, "compute", noting)
    return found


def by_case(diffs: Iterable[Any]) -> list[tuple[Any, ...]]:
    """What was found of each case, without what is due for the first time."""
    return [(one.moved, one.void, one.pinned) for one in diffs if not one.is_empty]


def test_the_same_of_several_cases_is_asked_of_the_law_once(asked: list[str]) -> None:
    """Ten cases of one day cost the law what one costs; each moves as if alone."""
    file = a_case(date(2026, 6, 3))
    asked.clear()
    alone = lc.reschedule([file], FLOOD, facts=NO)
    once = len(asked)
    assert alone.moved
    assert once
    asked.clear()
    many = lc.reschedule([file] * 10, FLOOD, facts=NO)
    assert len(asked) == once
    assert by_case(many) == by_case(alone) * 10


def test_what_other_cases_say_otherwise_is_asked_of_each(asked: list[str]) -> None:
    """Days, methods, facts: cases that differ do not get each other's dates."""
    files = [a_case(date(2026, 6, 1) + timedelta(days=each)) for each in range(12)]
    together = lc.reschedule(files, FLOOD, facts=NO)
    apart = [lc.reschedule([file], FLOOD, facts=NO) for file in files]
    assert together.moved
    assert by_case(together) == [one for diffs in apart for one in by_case(diffs)]
    asked.clear()
    told = lc.reschedule(files[:1], FLOOD, facts=NO)
    other = {"defendant-is-the-united-states": "yes"}
    both = [*told.moved, *lc.reschedule(files[:1], FLOOD, facts=other).moved]
    assert {one.deadline_id for one in both} > {one.deadline_id for one in told.moved}


def test_what_was_read_from_a_store_moves_as_what_was_not() -> None:
    """Its computations share nothing with each other, and move as the others do."""
    files = [
        a_case(date(2026, 6, 1) + timedelta(days=each)) for each in range(0, 40, 5)
    ]
    read = [read_back(file) for file in files]
    assert by_case(lc.reschedule(read, FLOOD, facts=NO)) == by_case(
        lc.reschedule(files, FLOOD, facts=NO)
    )
    assert lc.reschedule(read, LAW, facts=NO) == ()


def test_a_case_that_the_day_does_not_touch_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing of it is looked at anew: not its docket, and not its parties."""
    looked: list[str] = []

    def noting(case: Any, *args: Any, **given: Any) -> Any:
        looked.append(str(case.docket.ids()))
        return asking_of(case, *args, **given)

    monkeypatch.setattr(f"{of_touched.__module__}.asking_of", noting)
    near, far = a_case(date(2026, 6, 1)), a_case(date(2026, 1, 5))
    lc.reschedule([far, far], FLOOD, facts=NO)
    assert looked == []
    lc.reschedule([far, near, far], FLOOD, facts=NO)
    assert len(looked) == 1


def closed_on(day: date) -> lc.Law:
    """The law at hand, with one more day on which courts are closed."""
    closure = evolve(FLOOD.calendar("us").overlay[0], on=day)
    return LAW.with_closures({"us": [closure]})


def test_a_case_is_passed_over_as_a_whole_only_where_no_deadline_of_it_moves() -> None:
    """Day after day: what moves in it among others is what moves in it alone."""
    case = a_case(date(2026, 6, 1)).case
    moved: list[Any] = []
    for each in range(0, 75, 3):
        law = closed_on(date(2026, 5, 25) + timedelta(days=each))
        together = lc.reschedule([case], law, facts=NO)
        assert together.moved == lc.reschedule(case, law, facts=NO).moved
        moved += together.moved
    assert moved


def test_what_was_recorded_since_a_case_was_passed_over_counts() -> None:
    """A case is a value: what was found of it before is not of the one that follows."""
    file = a_case(date(2026, 1, 5))
    far = closed_on(date(2026, 8, 10))
    assert lc.reschedule([file], far, facts=NO) == ()
    summons = served("s2", "summons-served", "roe", ["acme"], date(2026, 7, 20))
    file = file.record(summons, law=LAW, **BY)
    events = lc.schedule(file, LAW, facts=NO).new.events(on=date(2026, 7, 20))
    file = file.record(*events, law=LAW, **BY)
    (moved,) = lc.reschedule([file], far, facts=NO).moved
    assert moved.before.shown == date(2026, 8, 10)
    assert moved.after.shown == date(2026, 8, 11)


def test_what_is_told_otherwise_is_found_in_a_case_seen_as_a_whole() -> None:
    """The day is the same, and the answer to a fact is another: 60 days, not 21."""
    file = a_case(date(2026, 1, 5))
    other = {"defendant-is-the-united-states": "yes"}
    assert lc.reschedule([file], LAW, facts=NO) == ()
    assert lc.reschedule([file], LAW, facts=other).moved


def test_deadlines_that_are_not_like_the_others_stand_apart() -> None:
    """What was ended is looked at by itself, the rest by rule and edition."""
    file = a_case(date(2026, 6, 1), requests=3)
    several, apart = file.case.stretches()
    assert apart == ()
    assert file.case.stretches() is file.case.stretches()
    lie = {one.computation.inputs.deadline: (one.first, one.last) for one in several}
    assert lie == {
        "us/frcp/12(a)(1)(A)(i)": (date(2026, 6, 1), date(2026, 6, 22)),
        "us/frcp/33(b)(2)": (date(2026, 6, 1), date(2026, 7, 20)),
        "us/frcp/34(b)(2)(A)": (date(2026, 6, 1), date(2026, 7, 20)),
        "us/frcp/36(a)(3)": (date(2026, 6, 1), date(2026, 7, 20)),
    }
    first = file.case.deadlines.ids()[0]
    on = date(2026, 6, 2)
    ended = m.DeadlineWaived(deadline_id=first, ground="Agreed.", happened_on=on)
    after = file.record(ended, law=LAW, **BY).case.stretches()
    assert [one.deadline_id for one in after.apart] == [first]
    assert {one.computation.inputs.deadline for one in after.several} < set(lie)
