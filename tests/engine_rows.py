"""Questions and rows for the engines, and what one machine answers to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import legalcase as lc
from legalcase.batch import ERRORS, due_table, prepare
from legalcase.batch.columns.column import is_missing
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    from collections.abc import Iterable

QUESTIONS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("us/frcp/33(b)(2)", {"court": "cand", "service": "mail"}),
    ("us/frcp/12(a)(1)(A)(i)", {"court": "nysd"}),
    (
        "16 court days",
        {"under": "us-ca/ccp", "service": "mail", "direction": "before"},
    ),
    ("3 clear days", {"under": "gb-eaw/cpr", "direction": "before"}),
    ("1 month", {"under": "de/zpo", "direction": "after"}),
)
#: Days with an answer, days before the text and beyond the calendar, days of the
#: ends of the years, and rows without one.
DAYS: Final[list[date | None]] = [
    *(date(1996, 1, 3) + timedelta(days=13 * number) for number in range(800)),
    *(date(year, 12, 31) for year in range(1985, 2040, 3)),
    None,
    date(1985, 1, 1),
    date(2090, 1, 4),
    date(9999, 12, 31),
    None,
]
Answer = tuple[date | None, date | None, int]


def by_loop(question: str, given: dict[str, Any], day: date | None) -> Answer:
    """What `compute` says of one day: due, safe, and the code of what it raises."""
    if day is None:
        return None, None, ERRORS.index("no-date")
    its = dict(given)
    side = its.pop("direction", "after")
    its[side] = day
    due = None
    try:
        found = lc.compute(question, **its)
        due = found.due
        safe = found.safe
    except LegalCaseError as error:
        return due, None, ERRORS.index(type(error).__name__)
    return due, safe, 0


def local(question: str, given: dict[str, Any], law: lc.Law | None = None) -> list[Any]:
    """What one machine answers, row by row."""
    table = prepare(question, law=law, **given).table(DAYS)
    return list(zip(table.due, table.safe, table.error.tolist(), strict=True))


def rows() -> dict[str, list[Any]]:
    """Rows that name their questions, good and bad, in columns of their own names."""
    asked = ("us/frcp/33(b)(2)", "us/frcp/59(b)", "us/frcp/99", "us-ca/ccp/437c(a)(2)")
    size = len(DAYS)
    return {
        "id": list(range(size)),
        "rule": [asked[number % len(asked)] for number in range(size)],
        "served": list(DAYS),
        "venue": [("cand", "nysd", None)[number % 3] for number in range(size)],
    }


#: What `rows_for_batches` is told of them.
NAMED: Final = {"question": "rule", "trigger": "served", "court": "venue"}


def local_rows() -> list[Any]:
    """What one machine answers to these."""
    its = rows()
    table = due_table({what: its[own] for what, own in NAMED.items()})
    return list(zip(table.due, table.safe, table.error.tolist(), strict=True))


def plain(answers: Iterable[tuple[Any, Any, Any]]) -> list[Any]:
    """Answers as dates, `None` and numbers, whatever an engine made of them."""
    return [(_day(due), _day(safe), int(code)) for due, safe, code in answers]


def _day(value: Any) -> date | None:
    if is_missing(value):
        return None
    day: date = value.date() if hasattr(value, "date") else value
    return day
