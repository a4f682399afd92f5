"""An audit of any calendar: each date is told once, as far from ours as it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import legalcase as lc
from legalcase.interop import audit
from schedule_cases import BY, LAW, REQUESTS, opened, served

FILE = opened().record(
    served("ask", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
    served("summons", "summons-served", "roe", ["acme"], date(2026, 4, 3)),
    law=LAW,
    **BY,
)
#: What somebody has to do, by the day that belongs on a calendar.
DUE = {
    row.rule: row.shown
    for row in lc.schedule(FILE, LAW).new
    if row.shown is not None and row.bound == "not-later-than"
}
RULES = sorted(DUE)


def verdicts(rows: list[dict[str, Any]]) -> dict[str, tuple[str, int | None]]:
    """What is said of each rule."""
    found = audit(rows, [FILE], LAW)
    assert len(found) == len(found.to_rows()) == sum(found.counts.values())
    bad = [one for one in found if one.severity is not None]
    assert [one.severity for one in found.findings] == [one.severity for one in bad]
    return {str(one.of[0].rule): (one.verdict, one.of[0].days) for one in found}


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from(RULES), st.integers(-400, 400)),
    st.randoms(use_true_random=False),
)
def test_each_date_is_late_early_or_missing_by_what_it_differs(
    shifts: dict[str, int], random: Any
) -> None:
    """Whatever calendar it is, in whatever order: nothing is told twice, or not."""
    rows = [
        {"case_id": "roe", "rule": rule, "on": DUE[rule] + timedelta(days=days)}
        for rule, days in shifts.items()
    ]
    random.shuffle(rows)
    found = verdicts(rows)
    readings = {
        rule
        for rule, days in shifts.items()
        if found[rule] == ("right-under-a-reading", days)
    }
    for rule in DUE.keys() - readings:
        days = shifts.get(rule)
        if days is None:
            assert found[rule] == ("missing", None)
        else:
            word = "agrees" if not days else "late" if days > 0 else "early"
            assert found[rule] == (word, days)
    for rule in readings:
        # Only where the law or the facts leave it open.
        (row,) = lc.schedule(FILE, LAW).of_rule(rule)
        assert row.computation is not None
        day = DUE[rule] + timedelta(days=shifts[rule])
        assert day in {row.due, *(one.due for one in row.computation.readings)}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional={
    "on": st.one_of(st.dates(), st.text(max_size=12)),
    "title": st.text(max_size=40),
    "rule": st.sampled_from([*RULES, "x"]),
    "deadline_id": st.text(max_size=5),
    "case_id": st.sampled_from(["roe", "doe"]),
    "number": st.text(max_size=3),
    "owed_by": st.sampled_from(["acme", "roe", "acme;roe"]),
    "status": st.sampled_from(["CANCELLED", "CONFIRMED"]),
}), max_size=6))  # fmt: skip
def test_every_row_is_compared_or_it_is_said_why_not(
    rows: list[dict[str, Any]],
) -> None:
    """Once each, whatever stands in it; and each date of ours likewise."""
    found = audit(rows, [FILE], LAW)
    told = [one.row for one in found if one.row is not None]
    told += [one.row for one in found.not_compared if one.row is not None]
    wanted = [
        n
        for n, row in enumerate(rows, start=1)
        if any(not isinstance(cell, str) or cell.strip() for cell in row.values())
    ]
    assert sorted(told) == wanted
    assert str(found)
    assert found._repr_html_()
    named = {str(each.rule) for one in found for each in one.of}
    assert named >= DUE.keys()
