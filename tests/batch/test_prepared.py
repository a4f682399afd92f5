"""A question made ready: equal to a loop, with a code for whatever a row met."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

import legalcase as lc
from legalcase.batch import ERRORS, prepare
from legalcase.batch.asker import Asker
from legalcase.batch.codes import error_code
from legalcase.calendars.closures import Closure
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)

DAY = date(2026, 6, 3)
AFTER: dict[str, Any] = {"direction": "after"}
DAYS = [DAY + timedelta(days=n) for n in range(200)]

QUESTIONS: list[tuple[str, dict[str, Any], str]] = [
    ("us/frcp/33(b)(2)", {"court": "cand", "service": "mail"}, "after"),
    ("us/frcp/33(b)(2)", {"court": "cand"}, "after"),
    ("us/cacd/l-r/6-1", {"court": "cacd"}, "before"),
    ("us/frcp/12(a)(1)(A)(i)", {"court": "nysd"}, "after"),
    ("16 court days", {"under": "us-ca/ccp", "service": "mail"}, "before"),
    ("3 clear days", {"under": "gb-eaw/cpr"}, "before"),
    ("1 month", {"under": "de/zpo"}, "after"),
    ("1 year and 90 days", {"under": "us-ny"}, "after"),
]


def by_loop(question: str, given: dict[str, Any], side: str, day: date) -> Any:
    """The due and the safe date of one day, as `compute` gives them."""
    anchor: dict[str, Any] = {side: day}
    found = lc.compute(question, **anchor, **given)
    return found.due, found.safe, tuple((s.code, s.clause) for s in found.steps)


@pytest.mark.parametrize(("question", "given", "side"), QUESTIONS, ids=str)
def test_a_column_is_a_loop(question: str, given: dict[str, Any], side: str) -> None:
    """Due, safe and the steps of each row are those of the scalar engine."""
    way = None if "/" in question else side
    table = prepare(question, direction=way, **given).table(DAYS)
    expected = [by_loop(question, given, side, day) for day in DAYS]
    rows = zip(table.due, table.safe, table.steps, strict=True)
    assert [(d, s, table.patterns[p]) for d, s, p in rows] == expected
    assert not table.error.any()


def test_what_a_row_meets_is_a_code() -> None:
    """Nothing is raised in the middle of a column, and each code has its meaning."""
    question = prepare("us/frcp/33(b)(2)", court="cand", service="mail")
    table = question.table([DAY, None, date(1985, 1, 1), date(2090, 1, 4)])
    names = [ERRORS[code] for code in table.error]
    assert names == ["computed", "no-date", "RuleNotInForceError", names[3]]
    assert names[3] == "CalendarOutOfBoundsError"
    assert table.due == [date(2026, 7, 9), None, None, None]
    told = {one.name: one.text for one in table.errors}
    assert "entered from 1993-12-01; 1985-01-01 is outside" in told[names[2]]
    assert [one.code for one in table.errors] == sorted(set(table.error) - {0})
    assert repr(table) == "<DueTable of 4 rows, 3 without an answer>"


@pytest.mark.parametrize(
    "error", [one for one in vars(lc.errors).values() if isinstance(one, type)]
)
def test_every_error_has_a_code(error: type) -> None:
    """That of its class, or of the nearest above it; the first numbers never change."""
    if issubclass(error, LegalCaseError):
        code = error_code(error.__new__(error))
        assert issubclass(error, getattr(lc.errors, ERRORS[code]))
    assert ERRORS[:3] == ("computed", "no-date", "LegalCaseError")


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        (("us/frcp/33(b)(9)", {}), UnknownNameError, "Did you mean"),
        (("21 days", {"under": "us/frcp"}), MissingInputError, "Which way is"),
        (("21 days", AFTER), MissingInputError, "Under which rule"),
        (("21 days", {"court": "cnd", **AFTER}), UnknownNameError, "no court 'cnd'"),
        (("21 days", {"cort": "cand"}), UnknownNameError, "no argument of compute"),
        (("48 hours", {"under": "us", **AFTER}), MissingInputError, "no time of day"),
        (("21 days", {"direction": "back"}), InvalidValueError, "'after' or 'before'"),
        (("us/frcp/59(b)", {"direction": "before"}), ConflictingInputError, "after="),
        ((21, {}), InvalidTypeError, "deadline's id or a period"),
        (("21 days", {"law": "us", "under": "us"}), InvalidTypeError, "needs a Law"),
    ],
    ids=str,
)
def test_what_is_wrong_with_the_question_is_said_at_once(
    given: Any, kind: type[LegalCaseError], said: str
) -> None:
    """Not in each of a million rows."""
    with pytest.raises(kind, match=said):
        prepare(given[0], **given[1])


def test_one_of_several_triggers() -> None:
    """The column holds the days of the one that is named."""
    question = prepare(
        "us/frcp/15(a)(3)", trigger="amended-pleading-served", court="cand"
    )
    found = question.table(DAYS[:5])
    for day, due in zip(DAYS, found.due, strict=False):
        after = {"amended-pleading-served": day}
        assert due == lc.compute("us/frcp/15(a)(3)", after=after, court="cand").due


def test_a_row_explains_itself() -> None:
    """With the whole argument; a row that has none says what is wrong."""
    question = prepare("us/frcp/33(b)(2)", court="cand", service="mail")
    table = question.table([DAY, None, date(1985, 1, 1)])
    whole = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
    assert table.explain(0) == whole.explain()
    assert table.explain(-3, "html") == whole.explain("html")
    assert question.computation(DAY) == whole
    with pytest.raises(InvalidValueError, match="Row 1 has no date"):
        table.explain(1)
    with pytest.raises(lc.errors.RuleNotInForceError):
        table.explain(2)
    with pytest.raises(InvalidValueError, match="no row 3: the table has 3"):
        table.explain(3)
    with pytest.raises(InvalidTypeError, match="not True"):
        table.explain(True)


def test_each_day_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows have it, and however often it is asked."""
    question = prepare("21 days", under="us/frcp", **AFTER)
    asked: list[date] = []
    ask = Asker.computation

    def counted(self: Any, day: date) -> Any:
        asked.append(day)
        return ask(self, day)

    monkeypatch.setattr(Asker, "computation", counted)
    fresh = pickle.loads(pickle.dumps(question))
    for _ in range(3):
        fresh.due(np.repeat(np.array(DAYS[:7], dtype="M8[D]"), 1000))
    assert sorted(asked) == DAYS[:7]


def test_far_days_are_answered_and_not_kept() -> None:
    """A mistake in one row makes no table of all years."""
    question = prepare("21 days", under="us/frcp", **AFTER)
    table = question.table([date(1, 1, 1), DAY, date(9999, 12, 31)])
    assert table.due == [None, date(2026, 6, 24), None]
    assert question._asker._table._kept.error.size < 1000


def test_the_same_law_in_another_process() -> None:
    """A question is pickled without its answers, and with its law."""
    day = date(2026, 7, 1)
    closure = Closure(
        on=day, name="Storm", kind="legal-holiday", authority=lc.Authority(cite="Order")
    )
    law = lc.Law.bundled().with_closures({"us": [closure]})
    question = prepare("21 days", under="us/frcp", **AFTER, law=law)
    again = pickle.loads(pickle.dumps(question))
    served = [date(2026, 6, 10)]
    assert question.due(served) == again.due(served) == [date(2026, 7, 2)]
    assert prepare("21 days", under="us/frcp", **AFTER).due(served) == [day]


def test_every_day_of_a_span_for_a_join() -> None:
    """A table of Arrow, with null where there is no date."""
    question = prepare("us/frcp/33(b)(2)", court="cand", service="mail")
    table = question.between(date(1993, 11, 30), date(1993, 12, 2)).to_arrow()
    assert table.column_names == ["trigger", "due", "safe", "steps", "error"]
    assert [str(one) for one in table.schema.types] == [
        *("date32[day]",) * 3,
        "uint32",
        "uint8",
    ]
    assert table["due"].to_pylist()[0] is None
    assert table["due"].null_count == 1
    with pytest.raises(InvalidValueError, match="is before first"):
        question.between(DAY, DAY - timedelta(days=1))
