"""Rows under two laws: which are another, and because of what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

import legalcase as lc
from law_folders import atlantis
from legalcase.batch import due_table, recompute
from legalcase.calendars.closures import Closure
from legalcase.errors import InvalidTypeError, InvalidValueError

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
DAYS = [DAY + timedelta(days=n) for n in range(120)]
RULE = "us/frcp/33(b)(2)"
BECAUSE = "closed on 2026-07-09: flood (Gen. Order 14)"


def closed(*days: date) -> lc.Law:
    """The law, with the federal courts closed on more days."""
    authority = lc.Authority(cite="Gen. Order 14")
    floods = [
        Closure(on=day, name="flood", kind="legal-holiday", authority=authority)
        for day in days
    ]
    return LAW.with_closures({"us": floods})


def asked(days: list[date | None]) -> dict[str, Any]:
    """Answers to interrogatories that came by mail."""
    size = len(days)
    return {
        "question": [RULE] * size,
        "trigger": days,
        "court": ["cand"] * size,
        "service": ["mail"] * size,
    }


def test_each_row_is_what_both_laws_give() -> None:
    """And no other is called another."""
    new = closed(date(2026, 7, 9), date(2026, 8, 20))
    found = recompute(asked([*DAYS]), LAW, new)
    assert len(found) == len(DAYS)
    told = set(found.rows.tolist())
    assert told
    for row, day in enumerate(DAYS):
        given: dict[str, Any] = {"after": day, "court": "cand", "service": "mail"}
        was, now = (law.compute(RULE, **given) for law in (LAW, new))
        assert found.before.due[row] == was.due
        assert found.now.due[row] == now.due
        assert (row in told) == ((was.due, was.safe) != (now.due, now.safe))
    assert found.changed.tolist() == [row in told for row in range(len(DAYS))]


def test_a_row_says_because_of_what_it_is_another() -> None:
    """The closure with its authority, then the dates; nothing where none is."""
    found = recompute(asked([DAY, date(2026, 9, 1)]), LAW, closed(date(2026, 7, 9)))
    assert found.rows.tolist() == [0]
    assert found.because(0)[0] == BECAUSE
    assert "due 2026-07-10, and it was 2026-07-09" in found.because(0)
    assert found.because(1) == ("the calendar us is another",)
    same = recompute(asked([DAY]), LAW, LAW)
    assert same.because(0) == ()
    assert not same.rows.size


def test_what_holds_for_all_rows_is_given_once() -> None:
    """As of a table of one law."""
    columns = {"question": [RULE], "trigger": np.array([DAY], dtype="M8[D]")}
    given: dict[str, Any] = {"court": "cand", "service": "mail"}
    found = recompute(columns, LAW, closed(date(2026, 7, 9)), **given)
    assert found.before.due == due_table(columns, **given).due
    assert found.now.due.astype(str).tolist() == ["2026-07-10"]


def test_what_both_laws_refuse_alike_is_no_other() -> None:
    """Outside the calendar, or of no rule."""
    last = LAW.calendar("us").last
    columns = asked([last, DAY])
    columns["question"][1] = "us/none/1"
    same = recompute(columns, LAW, closed(date(2026, 7, 9)))
    assert not same.rows.size
    assert same.because(0) == ()
    assert same.because(1) == ()


def test_a_folder_can_bring_and_take_a_rule() -> None:
    """What was no deadline is one; and the other way round."""
    more = atlantis()
    columns = {"question": ["xx/cp/20", "xx/cp/21"], "trigger": [DAY, DAY]}
    came, gone = recompute(columns, LAW, more), recompute(columns, more, LAW)
    assert came.changed.tolist() == gone.changed.tolist() == [True, True]
    assert came.because(0)[0].startswith("it was refused before: ")
    assert gone.because(0)[0].startswith("it is refused now: ")
    (otherwise,) = came.because(1)
    assert otherwise.startswith("refused otherwise: xx/cp/21 must be told of which")


def test_rows_without_a_date_or_that_are_not_there() -> None:
    """Are no other, and have no reason."""
    found = recompute(asked([None, DAY]), LAW, closed(date(2026, 7, 9)))
    assert found.rows.tolist() == [1]
    for row in (0, 2):
        with pytest.raises(InvalidValueError):
            found.because(row)


def test_it_is_shown_and_given_to_arrow() -> None:
    """The rows that are another, with their reasons."""
    new = closed(*(date(2026, 7, 1) + timedelta(days=n) for n in range(60)))
    found = recompute(asked([*DAYS]), LAW, new)
    count = found.rows.size
    assert count > 10
    assert repr(found) == f"<Changes of {len(DAYS)} rows, {count} another>"
    assert "the first 10" in str(found)
    assert "flood (Gen. Order 14)" in " ".join(str(found).split())
    assert "<table" in found._repr_html_()
    table = found.to_arrow()
    assert table.num_rows == len(DAYS)
    assert table["changed"].to_pylist() == found.changed.tolist()
    assert table["due_before"].to_pylist() == found.before.due
    assert table["due"].to_pylist() == found.now.due
    assert "the first" not in str(recompute(asked([DAY]), LAW, new))


@pytest.mark.parametrize("given", [None, "us"])
def test_only_laws_are_compared(given: Any) -> None:
    """Both are laws."""
    with pytest.raises(InvalidTypeError, match="old needs a Law"):
        recompute(asked([DAY]), given, LAW)
    with pytest.raises(InvalidTypeError, match="new needs a Law"):
        recompute(asked([DAY]), LAW, given)
