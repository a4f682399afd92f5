"""What a query finds is what it says that it finds, read in the plainest way."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import case_samples
from legalcase.errors import InvalidValueError
from legalcase.ports import CaseQuery, CaseRow, DueQuery, DueRow
from legalcase.storage.projecting import (
    Attribute,
    Projected,
    case_order,
    due_found,
    due_order,
    is_due,
    matches,
    words_of,
)
from rows_by_hand import of

DAYS = tuple(date(2026, 7, day) for day in (1, 2, 3))
NAMES = ("a", "b")
WHAT = ("deadline", "hearing", "task")


@st.composite
def cases(draw: st.DrawFn) -> Projected:
    """A case with few rows, whose words are few, so that queries find some."""
    case_id = draw(st.sampled_from(NAMES))
    dues = {}
    for number in range(draw(st.integers(0, 4))):
        row = DueRow(
            case_id=case_id,
            what=draw(st.sampled_from(WHAT)),
            item_id=f"i{number}",
            due=draw(st.none() | st.sampled_from(DAYS)),
            at=None,
            is_open=draw(st.booleans()),
            state="open",
            bound="not-later-than",
            title=None,
            rule=draw(st.none() | st.sampled_from(NAMES)),
            assignees=draw(st.sampled_from(((), ("a",), ("b", "a")))),
            critical=False,
            audience=draw(st.sampled_from(NAMES)),
        )
        dues[row.what, row.item_id] = row
    words = st.builds(Attribute, st.sampled_from(OF_CASES), NAMED)
    whole = draw(st.frozensets(words, max_size=8))
    of_an_item = words.map(lambda one: one._replace(what="task", item_id="i0"))
    items = draw(st.frozensets(of_an_item, max_size=8))
    row_ = CaseRow(
        case_id=case_id, version=1, recorded_at=case_samples.NOON, status="active"
    )
    return Projected(case=row_, dues=dues, attributes=whole | items)


NAMED = st.sampled_from(NAMES)
OF_CASES = (
    "number",
    "court",
    "participant",
    "client",
    "assignee",
    "stage",
    "status",
    "label",
    "rule",
)
days = st.none() | st.sampled_from(DAYS)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date | None, date | None]:
    """A first and a last day, of which each can be missing."""
    first, last = draw(days), draw(days)
    if first is not None and last is not None:
        return min(first, last), max(first, last)
    return first, last


@st.composite
def case_queries(draw: st.DrawFn) -> CaseQuery:
    """A query of cases that asks for little."""
    names = draw(st.sets(st.sampled_from(OF_CASES), max_size=2))
    first, last = draw(spans())
    said: dict[str, Any] = {name: draw(NAMED) for name in names}
    return CaseQuery(due_from=first, due_until=last, **said)


@st.composite
def due_queries(draw: st.DrawFn) -> DueQuery:
    """A query of what is due that asks for little."""
    first, last = draw(spans())
    return DueQuery(
        due_from=first,
        due_until=last,
        what=draw(st.none() | st.sampled_from(WHAT)),
        assignee=draw(st.none() | NAMED),
        rule=draw(st.none() | NAMED),
        case_id=draw(st.none() | NAMED),
        label=draw(st.none() | NAMED),
        is_open=draw(st.sampled_from((True, True, False, None))),
    )


def is_asked_for(query: CaseQuery | DueQuery, day: date | None) -> bool:
    """Whether a day lies where a query asks for it, by a list of all days there."""
    if query.due_from is None and query.due_until is None:
        return True
    asked = [
        one
        for one in DAYS
        if not (query.due_from and one < query.due_from)
        and not (query.due_until and one > query.due_until)
    ]
    return day in asked


@given(case_queries(), cases())
def test_cases_are_found(query: CaseQuery, projected: Projected) -> None:
    """Everything that is asked holds, and of the case itself."""
    own = {(one[0], one[1]) for one in projected.attributes if one[2:] == ("", "")}
    asked = {(name, getattr(query, name)) for name in OF_CASES}
    expected = {pair for pair in asked if pair[1] is not None} <= own
    if query.due_from or query.due_until:
        rows = [row for row in projected.dues.values() if row.is_open]
        expected = expected and any(is_asked_for(query, row.due) for row in rows)
    assert matches(query, projected) is expected


@given(due_queries(), cases())
def test_what_is_due_is_found(query: DueQuery, projected: Projected) -> None:
    """Row by row, in order: by date, those without one last, then by their ids."""
    expected = []
    for row in projected.dues.values():
        wrong = [
            query.what and row.what != query.what,
            query.rule and row.rule != query.rule,
            query.case_id and row.case_id != query.case_id,
            query.label and row.audience != query.label,
            query.assignee and query.assignee not in row.assignees,
            query.is_open is not None and row.is_open != query.is_open,
            not is_asked_for(query, row.due),
        ]
        if not any(wrong):
            expected.append(row)
        assert is_due(query, row) is not any(wrong)
    dated = sorted(
        (row for row in expected if row.due), key=lambda row: (row.due, *row[1:3])
    )
    undated = sorted((row for row in expected if not row.due), key=lambda row: row[1:3])
    assert due_found(query, projected) == (*dated, *undated)


@cache
def sample() -> Projected:
    """The rows of the sample case."""
    return of(case_samples.case().folded)


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ({}, True),
        ({"number": "4:26-cv-00001"}, True),
        ({"number": "4:26-cv-0000"}, False),
        ({"court": "us/cand", "client": "acme"}, True),
        ({"client": "roe"}, False),
        ({"participant": "roe"}, True),
        ({"assignee": f"A. Clerk {case_samples.CANARY}"}, True),
        ({"label": "privileged"}, True),
        ({"label": "owner"}, False),
        ({"rule": "us/frcp/33(b)(2)"}, True),
        ({"status": "active"}, False),
        ({"due_from": date(2026, 7, 6), "due_until": date(2026, 7, 6)}, True),
        ({"due_from": date(2026, 7, 7)}, False),
    ],
)
def test_the_sample_case_is_found(said: dict[str, Any], is_found: bool) -> None:
    """By what it says of itself, and by nothing else."""
    assert matches(CaseQuery(**said), sample()) is is_found


def test_words_have_to_stand_in_one_line() -> None:
    """Not one here and one there."""
    lines = [words_of(line) for line in case_samples.log()]
    ask = [
        matches(CaseQuery(text=text), sample(), lines)
        for text in ("answer INTERROG*", "answer weak", "weak*", "interrog")
    ]
    assert ask == [True, False, True, False]
    assert not matches(CaseQuery(text="weak"), sample())
    assert not matches(CaseQuery(text="weak", status="no"), sample(), lines)
    with pytest.raises(InvalidValueError):
        matches(CaseQuery(text="§", status="no"), sample(), lines)


def test_orders() -> None:
    """By id; by date, and a row without one after the last day of all."""
    case = sample().case
    assert case_order(case) < case_order(evolve(case, case_id="sue"))
    rows = [DueRow._make(("c", "task", "t", day, *[None] * 9)) for day in (*DAYS, None)]
    rows.insert(3, rows[0]._replace(due=date.max))
    mixed = [rows[place] for place in (4, 1, 3, 0, 2)]
    assert sorted(mixed, key=due_order) == rows
