"""A date that an order sets: awaited, found by what meets it, moved by the court."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase.model as m
from legalcase.errors import PlaybookError
from legalcase.kernel import Draft, Ref
from legalcase.plans import Plan, plan, read_playbook
from plan_cases import BY, LAW, ON, ROLES, TEXT, case

ITEM = """
[[item]]
id = "statements"
stage = "intake"
kind = "deadline"
by_order = true
title = "Expert disclosures"
accountable = "lead"
area = "evidence"
done_by = ["expert-disclosures-served"]
lead_times = ["14 days"]
authority = { cite = "policy", verified = "text" }
"""
DIRECTED = read_playbook(TEXT + ITEM)


def directed(name: str, day: date, **more: Any) -> m.DeadlineSet:
    """A date that the court ordered."""
    terms: dict[str, Any] = {
        "title": "Experts",
        "basis": m.Ordered(due=day, order=Ref("event", "directions")),
        "met_by": ("expert-disclosures-served",),
        "owed_by": ("acme",),
    }
    return m.DeadlineSet(
        deadline_id=name, terms=m.DeadlineTerms(**terms | more), happened_on=ON
    )


ORDER = Draft(m.OrderEntered(title="Directions", happened_on=ON), event_id="directions")


def started(*events: Any) -> m.CaseFile:
    """A case that is worked by the playbook, in which the court gave directions."""
    file = case(ORDER)
    made = Plan.of(DIRECTED, file, LAW, roles=ROLES, on=ON)
    file = file.record(*made.events(), law=LAW, **BY)
    return file.record(*events, law=LAW, **BY) if events else file


def test_it_waits_for_an_order_and_is_found_by_what_meets_it() -> None:
    """Its date is that of the order; our own dates go ahead of it, and are tasks."""
    (row,) = plan(started(), LAW, on=ON).of_item("statements")
    assert row.state == "waiting"
    assert row.waits_for == ("an order, or an agreement, that sets its date",)
    file = started(directed("experts", date(2026, 9, 30)))
    made = plan(file, LAW, on=ON)
    (row,) = made.of_item("statements")
    assert (row.state, row.shown) == ("planned", date(2026, 9, 30))
    assert [one.shown for one in row.lead_times] == [date(2026, 9, 16)]
    file = file.record(*made.events(), law=LAW, **BY)
    assert plan(file, LAW, on=ON).events() == ()
    met = m.DeadlineMet(
        deadline_id="experts", met_by="acme", evidence="served", happened_on=ON
    )
    (row,) = plan(file.record(met, law=LAW, **BY), LAW, on=ON).of_item("statements")
    assert row.state == "done"


def test_what_the_court_extends_moves_what_goes_ahead_of_it() -> None:
    """One row, with the last date."""
    file = started(directed("experts", date(2026, 9, 30)))
    file = file.record(*plan(file, LAW, on=ON).events(), law=LAW, **BY)
    extended = m.DeadlineExtended(
        deadline_id="experts",
        successor_id="experts-2",
        basis=m.Ordered(due=date(2026, 10, 30), order=Ref("event", "directions")),
        order=Ref("event", "directions"),
        happened_on=ON,
    )
    file = file.record(extended, law=LAW, **BY)
    (row,) = plan(file, LAW, on=ON).of_item("statements")
    assert row.shown == date(2026, 10, 30)
    assert [one.shown for one in row.lead_times] == [date(2026, 10, 16)]


@pytest.mark.parametrize(
    "more",
    [
        {"met_by": ("answer-served",)},
        {"owed_by": ("roe",)},
        {"basis": m.Derived(follows=Ref("hearing", "t"))},
    ],
    ids=["met by another", "of the opponent", "our own"],
)
def test_others_are_not_taken_for_it(more: Any) -> None:
    """Not what another word meets, what the other side owes, what nobody ordered."""
    hearing = m.HearingSet(
        hearing_id="t", title="T", hearing_at=BY["at"], happened_on=ON
    )
    file = started(hearing, directed("other", date(2026, 9, 30), **more))
    (row,) = plan(file, LAW, on=ON).of_item("statements")
    assert row.state == "waiting"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("by_order = true\n", "", "rule"),
        ("by_order = true", 'by_order = true\nrule = ["us/frcp/33(b)(2)"]', "by_order"),
        ('done_by = ["expert-disclosures-served"]\n', "", "done_by"),
        ('kind = "deadline"', 'kind = "task"', "rule"),
    ],
)
def test_an_order_and_a_rule_exclude_each_other(old: str, new: str, where: str) -> None:
    """One of them gives the date; and it is found by something."""
    with pytest.raises(PlaybookError) as caught:
        read_playbook(TEXT + ITEM.replace(old, new, 1))
    paths = [path for _, path, _ in caught.value.problems]
    assert any(path.endswith(f".{where}") for path in paths)
