"""A claim on the fast track in England and Wales, by the bundled playbooks."""

from __future__ import annotations

import ast
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import fast_track_by_hand
import legalcase.model as m
from clerk_cases import LAW, d, ordered, record
from fast_track_by_hand import days, days_of_the_defendant
from fast_track_cases import (
    DOCKET,
    SIDES,
    brought_up,
    moved_to,
    row_of,
    snapshot,
    told,
    until,
)
from legalcase.kernel import Ref
from legalcase.plans import Plan, plan

HERE = Path(__file__).parent
#: By side and day: each item, where it stands, its day, ours ahead, its authority.
GOLDEN = {
    side: json.loads(
        (HERE / "golden" / f"gb-fast-track-{side}.json").read_text(encoding="utf-8")
    )
    for side in SIDES
}
EACH = [(side, day) for side, found in GOLDEN.items() for day in found]
BY_HAND = {"claimant": days, "defendant": days_of_the_defendant}
ITEMS = [item for playbook, _ in SIDES.values() for item in playbook.items]
#: A day, and how many days ahead of it ours are.
Day = tuple[date, tuple[int, ...]]
#: How well something is known, the best first.
HOW = ("text", "secondary", "recall")


def made(file: Any, on: str) -> Plan:
    """The plan of the case on a day."""
    return plan(file, LAW, on=d(on))


def by_hand(row: Any, found: dict[str, Day]) -> Day:
    """The day of a row as worked out by hand, and how many days ahead ours are."""
    rule = "" if row.scheduled is None else row.scheduled.rule.rpartition("cpr/")[2]
    expected = found.get(f"{row.item_id} {rule}") or found.get(row.item_id)
    assert expected is not None, told(row)
    return expected


@pytest.mark.parametrize(("side", "day"), EACH)
def test_the_plan_is_the_one_that_was_looked_over(side: str, day: str) -> None:
    """Items, where they stand, dates and citations, on some days of the case."""
    assert snapshot(until(day, side), day) == GOLDEN[side][day]


@pytest.mark.parametrize(("side", "day"), EACH)
def test_every_date_of_the_plan_was_worked_out_by_hand(side: str, day: str) -> None:
    """By the rules as they read, with no code of the engine."""
    dated = [row for row in made(until(day, side), day) if row.shown is not None]
    assert len(dated) >= 5
    for row in dated:
        expected, ahead = by_hand(row, BY_HAND[side]())
        own = tuple(expected - timedelta(days=count) for count in ahead)
        found = (row.shown, tuple(one.shown for one in row.lead_times))
        assert found == (expected, own), told(row)


def test_the_script_that_worked_them_out_knows_no_engine() -> None:
    """It imports nothing but the standard library's dates."""
    tree = ast.parse(Path(fast_track_by_hand.__file__).read_text(encoding="utf-8"))
    modules = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
        )
    }
    assert modules == {"__future__", "datetime"}


@pytest.mark.parametrize("side", SIDES)
def test_what_was_worked_out_by_hand_is_all_in_the_plan(side: str) -> None:
    """No date is only there."""
    file = until(list(DOCKET)[-1], side)
    seen = {row.item_id for row in made(file, "10-30") if row.shown is not None}
    assert {name.partition(" ")[0] for name in BY_HAND[side]()} == seen


@pytest.mark.parametrize("to", ["10-26", "11-16"])
def test_moving_the_trial_moves_what_hangs_on_it_and_nothing_else(to: str) -> None:
    """The check list, the bundle and our own days; no date of the directions."""
    before = until("04-20")
    kept = {told(row): row.shown for row in made(before, "05-01")}
    after = made(moved_to(before, to), "05-01")
    assert after.events() == ()
    now = {told(row): row.shown for row in after}
    assert kept.keys() == now.keys()
    moved = {name.partition(" ")[0] for name in now if now[name] != kept[name]}
    assert moved == {
        *("trial", "check-list", "witnesses-to-attend", "agree-bundle"),
        *("trial-bundle", "trial-bundle-opens", "skeleton-argument"),
    }
    for row in after:
        if row.item_id in moved:
            assert row.shown == by_hand(row, days(d(to)))[0], told(row)


def test_a_date_of_the_directions_is_that_of_the_order_and_of_nothing_else() -> None:
    """No date before the order gives one; then its date, and another if it is moved."""
    bare = brought_up(until("04-02"), *DOCKET["04-20"], on="04-20")
    for item in ("disclosure", "witness-statements", "expert-report"):
        row = row_of(made(bare, "04-20"), item)
        assert (row.state, row.shown) == ("planned", None)
    file = until("04-20")
    assert row_of(made(file, "04-21"), "disclosure").shown == d("05-18")
    varied = m.DeadlineExtended(
        deadline_id="disclosure",
        successor_id="disclosure-2",
        basis=m.Ordered(due=d("06-01"), order=Ref("event", "vary")),
        order=Ref("event", "vary"),
        happened_on=d("05-11"),
    )
    file = record(file, ordered("vary", "order-entered", "05-11"), varied)
    kept = {told(row): row.shown for row in made(until("04-20"), "05-11")}
    now = {told(row): row.shown for row in made(file, "05-11")}
    assert {name for name in now if now[name] != kept[name]} == {"disclosure"}
    assert now["disclosure"] == d("06-01")


def test_no_typical_direction_of_the_practice_direction_is_in_the_plan() -> None:
    """The dates of the order govern: nothing may look like one that no order set."""
    rules = {rule for item in ITEMS for rule in item.rules}
    assert not [rule for rule in rules if rule.startswith("gb-eaw/pd28/")]


#: What outlives the judgment, by side.
SURVIVES = {
    "claimant": {
        *("check-judgment", "their-payment", "payment-of-offer", "enforcement"),
        *("commence-assessment", "reply-to-points", "request-assessment"),
        *("appeal", "advise-on-appeal", "answer-their-offer", "close"),
    },
    "defendant": {
        *("check-judgment", "payment", "payment-of-offer", "points-of-dispute"),
        *("appeal", "advise-on-appeal", "answer-their-offer", "close"),
        "set-default-aside",
    },
}


@pytest.mark.parametrize("side", SIDES)
def test_disposing_the_case_voids_all_but_what_survives(side: str) -> None:
    """Judgment ends the work on the case, not payment, costs and appeal."""
    file = until("10-14", side)
    end = m.CaseDisposed(disposition="bench-trial", happened_on=d("10-14"))
    over = made(brought_up(file, end, on="10-15"), "10-15")
    assert over.events() == ()
    alive = {row.item_id for row in over if row.state in ("planned", "waiting")}
    assert alive == SURVIVES[side]
    before = {told(row): row.state for row in made(file, "10-15")}
    for row in over:
        if row.item_id not in alive and row.item.kind != "hearing":
            ends = {"done", "void"} if before[told(row)] == "done" else {"void"}
            assert row.state in ends, told(row)


def test_a_deadline_is_known_no_better_than_its_law() -> None:
    """What the law's data has from an account, no item has from the text."""
    for item in ITEMS:
        for name in item.rules:
            version = LAW.deadline(name).version_on(date(2026, 11, 29))
            worst = HOW.index(str(version.authority.verified))
            assert HOW.index(item.authority.verified) >= worst, (item.item_id, name)


def test_a_date_of_our_own_says_that_it_is_a_policy_or_whose_day_it_is() -> None:
    """An offset has a text behind it only where its note says that the day is ours."""
    for item in ITEMS:
        if item.offset is not None and item.authority.cite != "policy":
            assert "ours" in (item.note or ""), item.item_id
