"""What moves in a plan: by how much, and nothing that does not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.plans import plan, plan_moves
from plan_cases import LAW, ON, SUMMONS, adopted, brought_up, trial_set
from schedule_cases import AT

TRIAL, LATER = date(2026, 12, 7), date(2027, 1, 11)


def test_a_trial_that_moves_takes_with_it_what_hangs_on_it() -> None:
    """The hearing, our own date ahead of it, and the exhibits: by 35 days each."""
    file = brought_up(adopted(SUMMONS), trial_set(TRIAL))
    to = datetime.combine(LATER, AT.timetz())
    later = m.HearingContinued(hearing_id="t", to_at=to, happened_on=ON)
    before, after = plan(file, LAW, on=ON), plan(file.assuming(later), LAW, on=ON)
    found = plan_moves(before, after)
    assert {(one.item, one.ahead, one.days) for one in found} == {
        ("trial", None, 35),
        ("trial", "30 days", 35),
        ("exhibits", None, 35),
    }
    assert "Mon 2026-12-07" in str(found)
    assert "Mon 2027-01-11" in str(found)
    assert "Trial, 30 days ahead" in " ".join(str(found).split())
    assert "<table" in found._repr_html_()
    assert len(plan_moves(before, before)) == 0


def test_what_begins_and_what_ends_is_told() -> None:
    """From waiting to planned, with its day."""
    file = adopted()
    before = plan(file, LAW, on=ON)
    after = plan(brought_up(file, SUMMONS), LAW, on=ON)
    (one,) = (
        each
        for each in plan_moves(before, after)
        if each.item == "answer" and each.ahead is None and each.now == "planned"
    )
    assert (one.was, one.was_on, one.is_on) == (None, None, date(2026, 4, 23))
    assert one.days is None


def test_only_plans_of_one_case_are_compared() -> None:
    """And what is no plan is refused."""
    made = plan(adopted(), LAW, on=ON)
    wrong: Any = "plan"
    with pytest.raises(InvalidTypeError, match="before"):
        plan_moves(wrong, made)
    with pytest.raises(InvalidValueError, match="two cases"):
        plan_moves(made, evolve(made, case_id="other"))
