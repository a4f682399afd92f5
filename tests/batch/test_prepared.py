"""A question made ready: equal to a loop, with a code for whatever a row met."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # it declares no types
import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types
import pytest

import legalcase as lc
from legalcase.batch import ERRORS, due_table, prepare
from legalcase.batch.by_day.asker import Asker
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
        (("us/frcp/59(b)", {"after": DAY}), ConflictingInputError, "no after= here"),
        (("21 days", {"direction": ["after"]}), InvalidValueError, "is not known"),
        (("", AFTER), MissingInputError, "is no question"),
        (("us/frcp/15(a)(3)", {}), MissingInputError, "trigger='amended-pleading"),
        # One event, and something else from which it can run.
        (("gb-eaw/cpr/15.8", {}), MissingInputError, "trigger='proposed-allocation"),
        # Other events under other texts: neither direction is what is missing.
        (("us-tx/judgment/298", {}), ConflictingInputError, "trigger='findings-sent'"),
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


def test_a_question_of_an_older_text() -> None:
    """It is wrong for today's days only, which have a code."""
    given: dict[str, Any] = {"readings": {"united-states-before-2000": "yes"}}
    question = prepare("us/frcp/12(a)(1)(A)(i)", court="nysd", **given)
    day = date(1997, 6, 3)
    one = lc.compute("us/frcp/12(a)(1)(A)(i)", after=day, court="nysd", **given)
    table = question.table([day, DAY])
    assert table.due == [one.due, None]
    assert [ERRORS[code] for code in table.error] == ["computed", "UnknownNameError"]


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
    asked.clear()
    far = [date(1, 1, 1), DAY, date(9999, 12, 31)]
    assert fresh.due(far * 1000) == [None, date(2026, 6, 24), None] * 1000
    assert asked == [far[0], far[2]]


def test_an_error_is_told_of_a_row_of_its_table() -> None:
    """Not of the first day that met it: that may have been in another table."""
    question = prepare("us/frcp/33(b)(2)", court="cand")
    question.due([date(1985, 1, 1)])
    (one,) = question.table([date(1979, 1, 1), date(1971, 1, 1)]).errors
    assert "1979-01-01 is outside" in one.text


def test_what_is_given_is_asked_of_every_row() -> None:
    """An iterator is read once, and what its owner changes later was not asked."""
    shut = [date(2026, 6, 24)]
    facts: dict[str, str] = {}
    given: dict[str, Any] = {"under": "us/frcp", "facts": facts, **AFTER}
    question = prepare("21 days", legal_holidays=iter(shut), **given)
    rows = {"question": ["21 days"] * 2, "trigger": [DAY] * 2, "court": ["cand", None]}
    assert (
        due_table(rows, legal_holidays=iter(shut), **given).due
        == [date(2026, 6, 25)] * 2
    )
    facts["no-such-fact"] = "yes"
    for again in (question, pickle.loads(pickle.dumps(question))):
        assert again.due([DAY]) == [date(2026, 6, 25)]


def test_a_table_is_pickled_with_its_answers() -> None:
    """As it comes back from a pool of processes, in the kind that was given."""
    question = prepare("us/frcp/33(b)(2)", court="cand", service="mail")
    given = pd.Series([DAY, None, date(1985, 1, 1)], index=["a", "b", "c"])
    for kind in (list, pa.array, np.array, pd.Series):
        column = given if kind is pd.Series else kind(list(given))
        table = question.table(column)
        again = pickle.loads(pickle.dumps(table))
        assert type(again.due) is type(table.due)
        assert again.to_arrow().equals(table.to_arrow())
        assert (again.patterns, again.errors) == (table.patterns, table.errors)
        assert again.explain(0) == table.explain(0)
    assert [*again.due.index] == ["a", "b", "c"]


def test_a_row_is_a_number_of_numpy() -> None:
    """As it is found by a code."""
    question = prepare("us/frcp/33(b)(2)", court="cand")
    table = question.table([date(1985, 1, 1), DAY])
    (row,) = np.flatnonzero(table.error == 0)
    assert table.computation(row).due == table.due[1]


def test_many_threads_ask_one_question() -> None:
    """Each gets its answers, whichever way the text looked that another met."""
    question = prepare("us/cacd/l-r/6-1", court="cacd")
    expected = [question.computation(day).due for day in DAYS[:20]]

    def ask(number: int) -> list[date]:
        found = []
        for day in DAYS[:20]:
            question._asker._asked = ("after", "before")[number % 2]
            found.append(question.computation(day).due)
        return found

    switched = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(ask, range(16))) == [expected] * 16
    finally:
        sys.setswitchinterval(switched)


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
        "int32",
        "int16",
    ]
    assert table["due"].to_pylist()[0] is None
    assert table["due"].null_count == 1
    with pytest.raises(InvalidValueError, match="is before first"):
        question.between(DAY, DAY - timedelta(days=1))


def test_a_question_shows_what_decides_it() -> None:
    """The direction too, without which a bare period has none."""
    assert repr(prepare("21 days", under="us/frcp", **AFTER)) == (
        "<PreparedQuestion '21 days', direction='after', under='us/frcp'>"
    )


@pytest.mark.parametrize("court", ["tnmd", "innd", "cand"])
def test_days_in_dispute_are_safe_in_a_column_too(court: str) -> None:
    """Of thirty years, each as the scalar engine has it; some are due and not safe."""
    given: dict[str, Any] = {"court": court, "service": "mail"}
    days = np.arange(np.datetime64("1997-01-01"), np.datetime64("2031-12-31"))
    at_once = prepare("us/frcp/33(b)(2)", **given).table(days)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("legalcase.batch.by_day.day_table._FEW", days.size + 1)
        apart = prepare("us/frcp/33(b)(2)", **given).table(days)
    for name in ("due", "safe", "error"):
        assert getattr(at_once, name).tolist() == getattr(apart, name).tolist(), name
    differing = (apart.safe < apart.due) & (apart.error == 0)
    # Under the last text as well, where nothing follows it. In California the other
    # answers are all later.
    assert court == "cand" or differing[days > np.datetime64("2022-01-01")].any()
