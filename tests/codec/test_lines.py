"""A line of a store is read by every later version, and keeps its bytes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from legalcase.codec.lines import converted, line_of, line_text
from legalcase.errors import DecodeError
from legalcase.model import CaseFile, CaseReopened, DeadlineExtended

_GOLDEN = Path(__file__).parents[1] / "golden" / "cases-1.db"


def _of_0_1() -> list[str]:
    # Immutable: SQLite leaves nothing beside the file.
    uri = f"{_GOLDEN.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as store:
        rows = store.execute("SELECT body FROM event ORDER BY case_id, sequence")
        return [body for (body,) in rows]


def test_a_store_of_0_1_becomes_a_file_of_today() -> None:
    """Every line is carried over, with its id, and the log of them is one."""
    lines = converted(_of_0_1())
    file = CaseFile.of_log(lines)
    assert [f"roe/{number}" for number in range(1, 15)] == [
        line.event_id for line in lines
    ]
    assert {None} == {line.text for line in lines}
    assert file.case.caption == "Roe v. Acme"
    assert [
        (one.deadline_id, one.state, str(file.case.dates(one.deadline_id).shown))
        for one in file.case.deadlines
    ] == [
        ("answers", "extended", "2026-07-06"),
        ("draft", "proposed", "2026-07-24"),
        ("report", "met", "2026-06-12"),
        ("answers-2", "proposed", "2026-07-31"),
    ]
    assert file.case.deadlines["answers"].terms.owner == "The associate"
    assert (
        file.case.notes["n-1"].label.audience,
        file.case.notes["n-1"].label.ground,
    ) == ("firm", "privileged")
    assert file.case.people.participants["acme"].roles == ("defendant",)


def test_what_was_converted_is_written_and_read() -> None:
    """As lines of today: the same lines, the same text, nothing unread."""
    for line in converted(_of_0_1()):
        text = line_text(line)
        back = line_of(text)
        assert line == back
        assert (text, ()) == (back.text, back.unread)


@pytest.mark.parametrize("text", _of_0_1(), ids=range(1, 15))
def test_a_line_of_0_1_keeps_its_bytes(text: str) -> None:
    """Read by today's program, it is what it was, to the byte."""
    line = line_of(text)
    assert text == line_text(line)
    assert line == converted([text])[0]


def _line(kind: str, **event: object) -> str:
    return json.dumps(
        {
            "kind": "recorded",
            "schema": 1,
            "data": {
                "event_id": "roe/7",
                "case_id": "roe",
                "sequence": 7,
                "kind": kind,
                "schema": 1,
                "happened": "2026-06-03",
                "recorded_at": "2026-06-03T12:00:00+00:00",
                "actor": "The clerk",
                "on_behalf_of": None,
                "reason": None,
                "event": {"happened_on": "2026-06-03", **event},
            },
        }
    )


_ORDERED = {"kind": "ordered", "data": {"due": "2026-07-01", "order": "Order 9"}}


def test_nothing_that_an_old_line_says_is_dropped() -> None:
    """What the newer form had no room for has a place in it."""
    event = line_of(_line("case-reopened", ground="Remanded")).event
    assert isinstance(event, CaseReopened)
    assert event.ground == "Remanded"
    successor = {"deadline_id": "b", "title": "B", "basis": _ORDERED}
    text = _line(
        "deadline-extended",
        deadline_id="a",
        authority="Stipulation",
        successor={**successor, "responsible": "The other associate"},
    )
    event = line_of(text).event
    assert isinstance(event, DeadlineExtended)
    assert (
        event.successor_id,
        event.title,
        event.owner,
        event.authority,
    ) == ("b", "B", "The other associate", "Stipulation")


@pytest.mark.parametrize(
    ("name", "value"),
    [("state", "confirmed"), ("chosen", "2030-01-01"), ("revision", True)],
)
def test_a_new_deadline_with_a_past_is_refused(name: str, value: object) -> None:
    """0.1 took one from JSON, and showed its date as if somebody had chosen it."""
    deadline = {"deadline_id": "b", "title": "B", "basis": _ORDERED, name: value}
    with pytest.raises(DecodeError) as caught:
        converted([_line("deadline-set", deadline=deadline)])
    assert (
        (f"$.data.event.deadline.{name}", "says of a new deadline what became of it"),
    ) == caught.value.problems


def test_what_has_no_place_is_refused_when_it_is_converted() -> None:
    """A line keeps it in its bytes; a line without bytes could not."""
    text = _line("party-left", party_id="acme", colour="red")
    assert line_of(text).unread == ("$.data.event.colour",)
    with pytest.raises(DecodeError) as caught:
        converted([text])
    assert caught.value.problems[0][0] == "$.data.event.colour"
