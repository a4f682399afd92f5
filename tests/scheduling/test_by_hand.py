"""Two hundred dockets: `schedule` gives what brute force over the catalogue gives."""

from __future__ import annotations

from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from schedule_by_hand import Due, due_by_hand, random_docket
from schedule_cases import LAW
from scheduling_log import recorded

BATCH = 10


def scheduled(file: m.CaseFile) -> list[Due]:
    """What the schedule says, in the terms of the oracle."""
    found = lc.schedule(file, LAW, for_=("roe", "acme", "doe"))
    return [
        Due(
            row.rule,
            frozenset((one.trigger, one.of.id) for one in row.anchors),
            tuple(sorted(row.owed_by)),
            _said(row),
            any(q.startswith(("Which ", "Does this belong")) for q in row.questions),
        )
        for row in (*found.rows, *found.others)
    ]


def _said(row: Any) -> str:
    if row.shown is not None:
        return str(row.shown)
    return "refused" if row.computation is None else "waits"


@pytest.mark.parametrize("first", range(0, 200, BATCH))
def test_schedule_is_what_brute_force_gives(first: int) -> None:
    """Each rule on each event: the same anchors, the same parties, the same day."""
    for seed in range(first, first + BATCH):
        facts = random_docket(seed)
        ours, theirs = scheduled(recorded(facts)), due_by_hand(facts)
        assert sorted(map(str, ours)) == sorted(map(str, theirs)), (seed, facts)
        assert theirs or len(facts) < 4
