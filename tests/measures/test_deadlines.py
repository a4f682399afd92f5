"""Deadlines met, late, missed, not due, void: of cases, by what they say of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from caseload_samples import BY, a_file
from legalcase.dates import DateRange, Period
from legalcase.errors import InvalidValueError
from legalcase.kernel import Ref
from legalcase.measures import DueAndDone, deadline_compliance, due_count
from legalcase.model import (
    Agreed,
    Computed,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineSet,
    DeadlineTerms,
    DeadlineVacated,
    DeadlineWaived,
    Derived,
    Ordered,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event
    from legalcase.model import CaseFile
    from legalcase.model.deadlines.basis import Basis

OPENED = date(2026, 6, 1)
DAY = date(2026, 7, 15)
#: A motion for summary judgment, by mail: due on 30 June, and safe on 26 June.
ON_A_READING = lc.compute(
    "us-ca/ccp/437c(a)(2)", before=date(2026, 9, 24), court="us-ca/lasc", service="mail"
)


def due(name: str, day: date | None = None, basis: Basis | None = None) -> DeadlineSet:
    """A deadline that was set, of an order unless it rests on something else."""
    rests = basis or Ordered(due=day or DAY, authority="Order of 1 June")
    return DeadlineSet(
        deadline_id=name,
        terms=DeadlineTerms(title=name, basis=rests),
        happened_on=OPENED,
    )


def met(name: str, day: date) -> DeadlineMet:
    """That it was met on a day."""
    return DeadlineMet(
        deadline_id=name, met_by="associate", evidence="filed", happened_on=day
    )


def file(*events: Event) -> CaseFile:
    """A case with deadlines, and what became of them."""
    return a_file("one", OPENED, *events)


def test_each_outcome_is_counted_where_it_belongs() -> None:
    """On the day itself is met; what is extended counts as what took its place."""
    july = [date(2026, 7, day) for day in range(1, 32)]
    made = file(
        due("early", july[9]),
        met("early", july[0]),
        due("near", july[9]),
        met("near", july[9]),
        due("late", july[9]),
        met("late", july[10]),
        due("missed", july[9]),
        DeadlineMissed(deadline_id="missed", happened_on=july[11]),
        due("open", july[14]),
        due("to-come", july[15]),
        due("ahead", july[30]),
        met("ahead", july[1]),
        due("waived", july[9]),
        DeadlineWaived(deadline_id="waived", ground="stipulated", happened_on=july[1]),
        due("vacated", july[9]),
        DeadlineVacated(deadline_id="vacated", ground="moot", happened_on=july[1]),
        due("put-off", july[9]),
        DeadlineExtended(
            deadline_id="put-off",
            successor_id="put-off-2",
            basis=Agreed(due=july[12], authority="Stipulation"),
            happened_on=july[1],
        ),
        met("put-off-2", july[12]),
    )
    found = deadline_compliance([made], as_of=DAY)
    counts = found.counts
    assert (counts.met, counts.late, counts.missed_open) == (3, 1, 2)
    assert (counts.not_due, counts.void, counts.near) == (2, 2, 2)
    assert (counts.decided, found.value) == (6, 50)
    assert found.late == ("one/late",)
    assert found.missed == ("one/missed", "one/open")
    whys = {one.unit_id: one.why for one in found.exclusions}
    assert whys.pop("one/put-off").startswith("extended")
    assert whys == {
        "one/to-come": "not due",
        "one/ahead": "not due",
        "one/waived": "void",
        "one/vacated": "void",
    }
    ten = DateRange(july[9], july[10])
    assert deadline_compliance([made], as_of=DAY, during=ten).counts.decided == 4
    # Looked at earlier, what was met later was open still.
    assert deadline_compliance([made], as_of=july[9]).missed == (
        "one/late",
        "one/missed",
    )


def test_what_was_met_under_one_reading_alone_is_not_met() -> None:
    """It is decided, and named; and before the adopted day, the safe one is over."""
    rests = Computed(computation=ON_A_READING)
    dates = file(due("answers", basis=rests)).case.dates("answers")
    assert dates.safe is not None
    assert dates.due is not None
    assert dates.safe < dates.due
    waits = deadline_compliance([file(due("answers", basis=rests))], as_of=dates.safe)
    assert (waits.counts.not_due, waits.counts.safe_passed) == (1, 1)
    made = file(due("answers", basis=rests), met("answers", dates.due))
    found = deadline_compliance([made], as_of=dates.due)
    assert found.on_a_reading == ("one/answers",)
    assert (found.counts.decided, found.counts.met, found.value) == (1, 0, 0)


def test_a_second_person_is_another_than_who_set_it() -> None:
    """Whoever recorded the deadline and stands by it alone is no second."""
    by_another = DeadlineConfirmed(
        deadline_id="a", confirmed_by="partner", happened_on=OPENED
    )
    by_the_same = DeadlineConfirmed(
        deadline_id="b", confirmed_by="clerk", happened_on=OPENED
    )
    made = file(due("a"), by_another, due("b"), by_the_same, due("c"))
    assert BY["by"] == "clerk"
    counts = deadline_compliance([made], as_of=DAY).counts
    assert (counts.decided, counts.seconded) == (3, 1)
    assert counts.seconded_percent == pytest.approx(100 / 3)


def test_what_has_no_day_is_left_out_and_named() -> None:
    """It follows something without a date; or it may be done from a day on."""
    follows = Derived(
        follows=Ref("deadline", "first"),
        period=Period.parse("7 days"),
        direction="after",
    )
    from_then = Ordered(due=DAY, authority="Order", bound="not-earlier-than")
    made = file(due("first"), due("then", basis=follows), due("from", basis=from_then))
    found = deadline_compliance([made], as_of=DAY)
    assert found.population == ("one/first",)
    assert {one.unit_id: one.why for one in found.exclusions} == {
        "one/then": "not due",
        "one/from": "has no day by which it is due",
    }
    assert deadline_compliance([file()], as_of=DAY).value is None


def test_a_verdict_that_is_none_is_refused() -> None:
    """And what is a near thing is the caller's to say."""
    with pytest.raises(InvalidValueError, match="'soon' is no verdict"):
        DueAndDone(due=DAY, verdict="soon")
    rows = [DueAndDone(due=DAY, completed=date(2026, 7, 12))]
    assert due_count(rows, as_of=DAY).near == 0
    assert due_count(rows, as_of=DAY, near_days=3).near == 1
    with pytest.raises(InvalidValueError, match="near_days cannot be -1"):
        deadline_compliance([], as_of=DAY, near_days=-1)
