"""Rows as columns: they come back as they were, and none can be another's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import case_samples
from legalcase.errors import DecodeError
from legalcase.ports import CaseRow, DueRow
from legalcase.storage.projecting import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    case_columns,
    case_digest,
    case_row,
    column_text,
    due_columns,
    due_digest,
    due_row,
    text_of,
)
from legalcase.storage.projecting.flat.columns import digested
from rows_by_hand import of

if TYPE_CHECKING:
    from collections.abc import Sequence

PACIFIC = ZoneInfo("America/Los_Angeles")
DUE = DueRow(
    case_id="roe",
    what="hearing",
    item_id="cmc",
    due=date(2026, 7, 9),
    at=datetime(2026, 7, 9, 9, 30, tzinfo=PACIFIC),
    is_open=True,
    state="set",
    bound="not-later-than",
    title="Conference canary-4711",
    rule="us/frcp/16(b)",
    assignees=("A. Lawyer canary-4711", "A. Clerk"),
    critical=True,
    audience="firm",
)
BARE = DueRow(
    *("roe", "task", "t", None, None, False, "", "", None, None, (), False, "")
)
CASE = CaseRow(
    case_id="roe",
    version=12,
    recorded_at=datetime(2026, 6, 3, 12, tzinfo=UTC),
    status="active",
    caption="Roe v. canary-4711",
    number="4:26-cv-00001",
    court="us/cand",
    stage="discovery",
    engagement="open",
    clients=("person:1",),
    assignees=("A. Clerk", "A. Lawyer"),
    open_deadlines=2,
    next_due=date(2026, 7, 9),
)

#: Any text that can be in a case: all but half a character.
text = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ("\0", "\1", '\1"x"', "-", "1:a", "[]", "None")
)
zones = st.sampled_from((UTC, PACIFIC, timezone(timedelta(hours=5, minutes=45))))
instants = st.datetimes(datetime(1500, 1, 2), datetime(2999, 12, 30), timezones=zones)
due_rows = st.builds(
    DueRow,
    case_id=text,
    what=st.sampled_from(("deadline", "hearing", "task")),
    item_id=text,
    due=st.none() | st.dates(),
    at=st.none() | instants,
    is_open=st.booleans(),
    state=text,
    bound=text,
    title=st.none() | text,
    rule=st.none() | text,
    assignees=st.lists(text, max_size=3).map(tuple),
    critical=st.booleans(),
    audience=text,
)
case_rows = st.builds(
    CaseRow,
    case_id=text,
    version=st.integers(1, 10**6),
    recorded_at=instants,
    status=text,
    caption=st.none() | text,
    number=st.none() | text,
    court=st.none() | text,
    stage=st.none() | text,
    engagement=st.none() | text,
    clients=st.lists(text, max_size=3).map(tuple),
    assignees=st.lists(text, max_size=3).map(tuple),
    open_deadlines=st.integers(0, 1000),
    next_due=st.none() | st.dates(),
    is_sealed=st.booleans(),
)


def due_back(columns: Sequence[Any]) -> DueRow:
    """A row from columns, with their digest."""
    return due_row(columns, due_digest(columns))


@given(due_rows)
def test_rows_of_an_agenda_come_back(row: DueRow) -> None:
    """Whatever is in them; as plain texts, numbers and nothing else."""
    columns = due_columns(row)
    assert len(columns) == len(DUE_COLUMNS)
    assert {type(one) for one in columns} <= {str, int, type(None)}
    back = due_back(columns)
    assert back == row
    assert [type(one) for one in back] == [type(one) for one in row]
    assert len(due_digest(columns)) == 32


@given(case_rows)
def test_rows_of_cases_come_back(row: CaseRow) -> None:
    """Whatever is in them; as plain texts, numbers and nothing else."""
    columns = case_columns(row)
    assert len(columns) == len(CASE_COLUMNS)
    assert {type(one) for one in columns} <= {str, int, type(None)}
    assert case_row(columns, case_digest(columns)) == row


def test_the_rows_of_the_sample_case_go_through_a_table() -> None:
    """What SQLite gives back is what was put into it."""
    rows = list(of(case_samples.case().folded).dues.values())
    with closing(sqlite3.connect(":memory:")) as store:
        store.execute(
            "CREATE TABLE due (stream, what, item_id, due, at, is_open, state, bound, "
            "title, rule, assignees, critical, audience, digest)"
        )
        store.executemany(
            "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*one, due_digest(one)) for one in map(due_columns, rows)],
        )
        found = store.execute("SELECT * FROM due").fetchall()
    back = [due_row(one[:-1], one[-1]) for one in found]
    assert back == rows
    zones = [(str(one.at.tzinfo), one.at.utcoffset()) for one in rows if one.at]
    assert zones
    assert [(str(o.at.tzinfo), o.at.utcoffset()) for o in back if o.at] == zones


OTHERS = ("", "other", None, 0, 1, 7, "2026-07-08", "[]", '["A"]', b"firm", 1.5, "1")


@pytest.mark.parametrize("place", range(len(DUE_COLUMNS)))
@pytest.mark.parametrize("row", [DUE, BARE])
def test_a_changed_column_of_an_agenda_is_found(row: DueRow, place: int) -> None:
    """Each of them, whatever stands there now; and the error has nothing of it."""
    columns = due_columns(row)
    digest = due_digest(columns)
    for other in OTHERS:
        if type(other) is type(columns[place]) and other == columns[place]:
            continue
        changed = (*columns[:place], other, *columns[place + 1 :])
        with pytest.raises(DecodeError) as caught:
            due_row(changed, digest)
        assert "canary" not in str(caught.value)
        assert caught.value.__cause__ is caught.value.__context__ is None


@pytest.mark.parametrize("place", range(len(CASE_COLUMNS)))
def test_a_changed_column_of_a_case_is_found(place: int) -> None:
    """Each of them, whatever stands there now; and the error has nothing of it."""
    columns = case_columns(CASE)
    digest = case_digest(columns)
    for other in OTHERS:
        if type(other) is type(columns[place]) and other == columns[place]:
            continue
        changed = (*columns[:place], other, *columns[place + 1 :])
        with pytest.raises(DecodeError) as caught:
            case_row(changed, digest)
        assert "canary" not in str(caught.value)
        assert caught.value.__cause__ is caught.value.__context__ is None


def test_the_error_says_where_it_is() -> None:
    """The stream, and which item."""
    with pytest.raises(DecodeError, match="'case:roe', 'hearing', 'cmc'"):
        due_row(due_columns(DUE), b"")
    with pytest.raises(DecodeError, match="'case:roe'"):
        case_row(case_columns(CASE), b"")


@pytest.mark.parametrize("columns", [(), (None,), ("case:roe",), (b"x", 1, 2)])
def test_what_are_no_columns_is_refused(columns: Any) -> None:
    """As damage, not as a fault of the program."""
    with pytest.raises(DecodeError):
        due_row(columns, b"")
    with pytest.raises(DecodeError):
        case_row(columns, b"")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stream", "person:1"),
        ("due", "no day"),
        ("at", "no hour"),
        ("at", ""),
        ("is_open", 2),
        ("critical", "1"),
        ("title", '\1["x"]'),
        ("title", "\1"),
        ("rule", "\1{"),
        ("assignees", "{}"),
        ("assignees", "[1]"),
        ("assignees", "[" * 100_000),
    ],
)
def test_what_no_row_is_written_as_is_refused(name: str, value: Any) -> None:
    """Also where the digest fits: somebody else wrote it."""
    columns = list(due_columns(DUE))
    columns[DUE_COLUMNS.index(name)] = value
    with pytest.raises(DecodeError):
        due_back(columns)


def test_nothing_moves_from_one_column_to_another() -> None:
    """Texts that read the same when they are put behind each other differ."""
    told = [
        ("ab", "c"),
        ("a", "bc"),
        ("abc", ""),
        ("abc", None),
        ("", "abc"),
        (None, "abc"),
        ("abc",),
        ("1", 1),
        (1, "1"),
        (1, 1),
        (11,),
        ("1;1;",),
        ("-", None),
        (None, "-"),
        ("1:a", "b"),
        ("1", "a1:b"),
    ]
    assert len({digested("t", one) for one in told}) == len(told)
    assert digested("t", ("a",)) != digested("t1", ("a",))
    assert due_digest(due_columns(DUE)) != case_digest(due_columns(DUE))


def test_other_cases_and_items_have_other_digests() -> None:
    """A row that was put in another's place is found."""
    rows = [
        DUE,
        DUE._replace(case_id="doe"),
        DUE._replace(item_id="trial"),
        DUE._replace(what="task"),
    ]
    for one, other in pairwise(map(due_columns, rows)):
        assert due_digest(one) != due_digest(other)


@given(text, text)
def test_texts_fit_into_every_table(one: str, other: str) -> None:
    """There is no NUL in them, and different ones stay different."""
    assert "\0" not in column_text(one)
    assert text_of(column_text(one)) == one
    assert (column_text(one) == column_text(other)) == (one == other)
