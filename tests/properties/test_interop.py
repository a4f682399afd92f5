"""Whatever others give us, each value has its place in the account, or is refused."""

from __future__ import annotations

import copy
import csv
import io
from datetime import UTC, date, datetime
from typing import Any

from courtlistener_samples import ATTORNEYS, ENTRIES, PARTIES, docket
from hypothesis import given, settings
from hypothesis import strategies as st

from legalcase import Law
from legalcase.errors import LegalCaseError
from legalcase.interop import (
    columns_of,
    events_from,
    from_courtlistener,
    parties_from,
    to_rows,
)
from legalcase.model import CaseFile, CaseOpened

AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
LAW = Law.bundled()
SOURCE: dict[str, Any] = {
    "docket": docket(),
    "parties": PARTIES,
    "attorneys": ATTORNEYS,
    "entries": ENTRIES,
}
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 1200),
    st.sampled_from(
        ["", "x", "2020-08-13", "1492-01-01", "Plaintiff", "cand", "a/9/", "\0", "[0]"]
    ),
    st.just([]),
    st.just({}),
    st.just([{"id": 1}]),
    st.just({"a.b": {"c": ["d"]}}),
)


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every (holder, key) in JSON."""
    found = []
    keys = value if isinstance(value, dict) else range(len(value))
    for key in keys:
        found.append((value, key))
        if isinstance(value[key], dict | list):
            found += spots(value[key])
    return found


def count(value: Any) -> int:
    """How many values of JSON hold no other."""
    if isinstance(value, dict | list) and value:
        return sum(map(count, value.values() if isinstance(value, dict) else value))
    return 1


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_every_value_is_accounted_for(data: st.DataObject) -> None:
    """Used, known to carry nothing or listed, once each, whatever is changed."""
    source = copy.deepcopy(SOURCE)
    for _ in range(data.draw(st.integers(0, 6))):
        at = spots(source)
        holder, key = at[data.draw(st.integers(0, len(at) - 1))]
        if isinstance(holder, dict) and holder is source:
            continue
        if data.draw(st.booleans()):
            holder[key] = copy.deepcopy(data.draw(VALUES))
        elif isinstance(holder, dict):
            del holder[key]
    given_now = copy.deepcopy(source)
    try:
        found = from_courtlistener(
            source["docket"],
            parties=source["parties"],
            attorneys=source["attorneys"],
            entries=source["entries"],
            case_id="epic",
            by="clerk",
            at=AT,
            law=LAW,
        )
    except LegalCaseError:
        return
    assert source == given_now
    told = [*found.known, *found.not_mapped]
    paths = [*found.used, *(one.path for one in told)]
    assert len(paths) == len(set(paths)) == sum(map(count, source.values()))
    again = from_courtlistener(
        source["docket"],
        parties=source["parties"],
        attorneys=source["attorneys"],
        entries=source["entries"],
        into=found.file,
        by="clerk",
        at=AT,
        law=LAW,
    )
    assert again.added == ()


IDS = st.text("abc;\\-1", min_size=1, max_size=5)
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
DAYS = st.dates(date(2020, 1, 1), date(2026, 10, 1))


@st.composite
def party_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rows of parties, as a case gives them out."""
    rows = []
    for name in draw(st.lists(IDS, min_size=1, max_size=4, unique=True)):
        joined, left = sorted([draw(DAYS), draw(DAYS)])
        roles = draw(
            st.lists(
                st.sampled_from(["plaintiff", "defendant", "counterclaimant"]),
                min_size=1,
                unique=True,
            )
        )
        incapacity = draw(st.sampled_from([None, "minor", "incapacitated"]))
        person = draw(st.sampled_from([None, "person:a", "organization:b"]))
        rows.append(
            {
                "case_id": "roe",
                "party_id": name,
                "person": person,
                "name": draw(TEXTS) if person is None else None,
                "kind": draw(st.sampled_from(["person", "organization", "agency"])),
                "capacity": draw(st.sampled_from([None, "official", "individual"])),
                "incapacity": incapacity,
                "roles": ";".join(roles),
                "is_client": draw(st.booleans()),
                "for_parties": None,
                "joined_on": joined.isoformat(),
                "left_on": draw(st.sampled_from([None, left.isoformat()])),
            }
        )
    return rows


@settings(max_examples=60, deadline=None)
@given(party_rows())
def test_rows_of_parties_come_back(rows: list[dict[str, Any]]) -> None:
    """As mappings, and through a CSV file."""
    opened = CaseOpened(caption="Roe v. Acme", happened_on=date(2020, 1, 1))
    file = CaseFile.open(opened, case_id="roe", by="clerk", at=AT)
    text = io.StringIO()
    writer = csv.DictWriter(
        text, [one.name for one in columns_of("parties", facts_only=True)]
    )
    writer.writeheader()
    writer.writerows(rows)
    for given_rows in (rows, csv.DictReader(io.StringIO(text.getvalue()))):
        made = file.record(*parties_from(given_rows), by="clerk", at=AT, law=LAW)
        assert to_rows(made, "parties", audience="firm", facts_only=True) == rows


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.binary(max_size=3),
    st.datetimes(),
    st.dates(),
    st.lists(st.text(max_size=3), max_size=3),
    st.sampled_from(["filed", "2026-01-05", "yes", "event:e", "a;b", "\ud800", "\0"]),
)
NAMES = [one.name for one in columns_of("events")]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from([*NAMES, "x", ""]), CELLS), max_size=3))
def test_whatever_rows_come_they_are_read_or_refused(
    rows: list[dict[str, Any]],
) -> None:
    """No other error, and as many events as there are rows with something in them."""
    try:
        events = events_from(rows, law=LAW)
    except LegalCaseError:
        return
    assert len(events) <= len(rows)
