"""A line of a store is read by every later version, and keeps its bytes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from case_samples import (
    CANARY,
    DAY,
    NOON,
    SEALED,
    computation,
    event,
    file,
    lines,
    recorded,
)
from every_one import for_each
from legalcase.codec import from_json, to_json
from legalcase.codec.log.lines import converted, line_of, line_text
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
)
from legalcase.kernel import Corrected, Recorded, UnknownEvent
from legalcase.law.lawbook import Law
from legalcase.model import CaseFile, CaseReopened, DeadlineExtended

_GOLDEN = Path(__file__).parents[1] / "golden" / "cases-1.db"


def _of_0_1() -> list[str]:
    name = f"{_GOLDEN.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(name, uri=True)) as store:
        rows = store.execute("SELECT body FROM event ORDER BY case_id, sequence")
        return [body for (body,) in rows]


def test_a_store_of_0_1_becomes_a_file_of_today() -> None:
    """Every line is carried over, with its id, and the log of them is one."""
    made = converted(_of_0_1())
    read = CaseFile.of_log(made)
    assert [f"roe/{number}" for number in range(1, 15)] == [
        line.event_id for line in made
    ]
    assert {None} == {line.text for line in made}
    assert read.case.caption == "Roe v. Acme"
    assert [
        (one.deadline_id, one.state, str(read.case.dates(one.deadline_id).shown))
        for one in read.case.deadlines
    ] == [
        ("answers", "extended", "2026-07-06"),
        ("draft", "proposed", "2026-07-24"),
        ("report", "met", "2026-06-12"),
        ("answers-2", "proposed", "2026-07-31"),
    ]
    assert read.case.deadlines["answers"].terms.owner == "The associate"
    assert (
        read.case.notes["n-1"].label.audience,
        read.case.notes["n-1"].label.ground,
    ) == ("firm", "privileged")
    assert read.case.people.participants["acme"].roles == ("defendant",)


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


_LOGS = json.loads((_GOLDEN.parent / "logs-1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(len(_LOGS)))
def test_what_0_1_made_of_a_log_is_made_of_it_today(number: int) -> None:
    """Every kind, every basis, every label: the same status, the same dates."""
    stored = _LOGS[number]
    read = CaseFile.of_log(converted(stored["lines"]))
    assert stored["status"] == read.case.status
    shown = {
        one.deadline_id: str(read.case.dates(one.deadline_id).shown)
        for one in read.case.deadlines
    }
    assert stored["shown"] == shown
    # Read as they lie, they make the same case.
    assert read.case == CaseFile.of_log(map(line_of, stored["lines"])).case
    assert stored["lines"] == [line_text(line_of(text)) for text in stored["lines"]]


def test_the_logs_of_0_1_have_all_that_it_could_say() -> None:
    """Every kind that it had."""
    kinds = {json.loads(text)["data"]["kind"] for one in _LOGS for text in one["lines"]}
    assert len(kinds) == 31
    assert {"corrected", "retracted"} & kinds == set()


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


def test_what_a_newer_program_added_is_passed_over() -> None:
    """In the line, in the event, in its terms: the rest is read, the bytes stay."""
    line = recorded(event(m.DeadlineSet), label=SEALED)
    text = line_text(line)
    basis = ("data", "event", "terms", "basis")
    computation = (*basis, "data", "computation")
    for path in (
        (),
        ("data",),
        ("data", "label"),
        ("data", "event"),
        ("data", "event", "terms"),
        basis,
        (*basis, "data"),
        computation,
        (*computation, "inputs"),
        (*computation, "notices", 0),
    ):
        envelope = json.loads(text)
        inner = envelope
        for step in path:
            inner = inner[step]
        inner.update(colour="red", mood={"a": 1})
        newer = json.dumps(envelope)
        where = "$" + "".join(
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
        )
        read = line_of(newer)
        assert line == read
        assert read.unread == (f"{where}.colour", f"{where}.mood")
        assert newer == line_text(read)
        with pytest.raises(DecodeError):
            from_json(newer)


def test_additions_at_several_places_are_all_named() -> None:
    """Inside a correction, too; and what is wrong beside them is still refused."""
    line = recorded(Corrected(event_id="e", event=event(m.Filed), ground="Typo"))
    envelope = json.loads(line_text(line))
    envelope["x"] = envelope["data"]["x"] = 1
    envelope["data"]["event"]["x"] = envelope["data"]["event"]["event"]["x"] = 1
    envelope["data"]["event"]["event"]["data"]["x"] = 1
    envelope["data"]["event"]["event"]["data"]["label"]["x"] = 1
    read = line_of(json.dumps(envelope))
    assert line == read
    assert read.unread == (
        "$.data.event.event.data.label.x",
        "$.data.event.event.data.x",
        "$.data.event.event.x",
        "$.data.event.x",
        "$.data.x",
        "$.x",
    )
    envelope["data"]["event"]["event"]["data"]["title"] = 5
    with pytest.raises(DecodeError) as caught:
        line_of(json.dumps(envelope))
    assert caught.value.problems == (("$.data.event.event.data.title", "is no text"),)


def test_a_line_with_additions_is_not_corrected() -> None:
    """A correction would lose what this program does not know."""
    log = list(file().log)
    envelope = json.loads(line_text(log[3]))
    envelope["data"]["event"]["colour"] = "red"
    log[3] = line_of(json.dumps(envelope))
    read = m.CaseFile.of_log(log)
    with pytest.raises(InvalidValueError, match="Upgrade"):
        read.correct(
            log[3].event_id, ground="Typo", by="The clerk", at=NOON, title="Order 2"
        )


_PAYLOAD = (
    '{ "amount": 1234567890123456.789012345678901234567890, "big": 1e400, "a": 1,'
    '  "a": 2, "n": ' + "9" * 5000 + ', "half": "\\ud800", "é": "ü\\u00e9" }'
)


def _unknown(payload: str = _PAYLOAD, **said: object) -> str:
    members = {
        "stream": "case:roe",
        "number": 7,
        "event_id": "e-7",
        "kind": "acme-legal/bill-sent",
        "schema": 3,
        "happened": "2026-06-03",
        "recorded_at": "2026-06-03T12:00:00+00:00",
        "actor": "The clerk",
        "ancillary": True,
        **said,
    }
    inner = json.dumps(members)[:-1]
    return f'{{"kind": "recorded", "data": {inner}, "event": {payload}}}, "schema": 2}}'


@pytest.mark.parametrize(
    "said",
    [{}, {"kind": "filed"}, {"kind": "corrected", "schema": 2}],
    ids=["kind", "schema", "correction"],
)
def test_of_an_unknown_event_every_byte_stays(said: dict[str, Any]) -> None:
    """Digits, keys that stand twice, blanks: as a newer program wrote them."""
    text = _unknown(**said)
    line = line_of(text)
    unknown = line.event
    assert isinstance(unknown, UnknownEvent)
    assert unknown.payload == _PAYLOAD
    assert (line.kind, line.schema) == (unknown.kind, unknown.schema)
    assert unknown.happened == DAY
    assert text == line_text(line)
    # Moved to another place in its log, it has a text of its own, and all of that.
    moved = evolve(line, number=8)
    assert moved.text is None
    again = line_of(line_text(moved))
    assert again == moved
    assert isinstance(again.event, UnknownEvent)
    assert again.event.payload == _PAYLOAD
    assert from_json(text) == line


def test_a_correction_of_an_unknown_kind_says_which_line_it_corrects() -> None:
    """Its event stays as it stands, and the line as it was written."""
    payload = (
        '{"event_id":"e","event":{"kind":"vanished","schema":1,"data":{"x":1.50}},'
        '"ground":"Typo"}'
    )
    text = _unknown(payload, kind="corrected", schema=1, ancillary=False)
    text = text.replace('"happened": "2026-06-03", ', "")
    line = line_of(text)
    assert isinstance(line.event, Corrected)
    assert (line.event.event_id, line.event.ground) == ("e", "Typo")
    inner = line.event.event
    assert isinstance(inner, UnknownEvent)
    assert (inner.kind, inner.payload, line.happened) == (
        "vanished",
        '{"x":1.50}',
        None,
    )
    assert line_text(line) == text


@pytest.mark.parametrize(
    "text",
    [
        _unknown("{"),
        _unknown("NaN"),
        _unknown("1 2"),
        _unknown('{"a":1}, "event": {}'),
        _unknown('{"a":1}') + "x",
        _unknown('{"a":1}')[:-1],
        _unknown('{"a":1}', kind="a b"),
        _unknown('{"a":1}', schema=0),
        _unknown('{"a":1}', actor="\ud800"),
        _unknown('{"a":1}', number="7"),
        _unknown('{"a":' * 100_000),
        _unknown('{"a":1,"a":2}', kind="case-closed", schema=1),
        "[1]",
        '"recorded"',
        "",
        b"\xff\xfe",
        '{"kind":"filed","schema":1,"data":{}}',
        '{"kind":"recorded","schema":2}',
        '{"kind":"recorded","schema":2,"data":[]}',
        '{"kind":"recorded","schema":0,"data":{}}',
        '{"kind":"recorded","schema":2,"data":{},"data":{}}',
    ],
    ids=range(21),
)
def test_what_is_no_line_is_refused(text: str | bytes) -> None:
    """Also around an event of which nothing is known."""
    with pytest.raises(DecodeError) as caught:
        line_of(text)
    assert not isinstance(caught.value, SchemaTooNewError)


def test_a_line_of_a_newer_form_is_refused() -> None:
    """The event of a line may be unknown; where it stands may not."""
    newer = json.loads(line_text(recorded(event(m.Filed))))
    newer["schema"] = 3
    with pytest.raises(SchemaTooNewError) as caught:
        line_of(json.dumps(newer))
    assert (caught.value.found, caught.value.known) == (3, 2)
    newer["kind"] = "recorded-otherwise"
    with pytest.raises(DecodeError):
        line_of(json.dumps(newer))


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (recorded(event(m.Filed), schema=2), InvalidValueError),
        (recorded(event(m.Filed), kind="served"), InvalidValueError),
        (
            recorded(UnknownEvent(kind="filed", schema=1, happened=DAY, payload="{}")),
            InvalidValueError,
        ),
        (
            recorded(
                UnknownEvent(kind="vanished", schema=1, happened=DAY, payload="{"),
            ),
            InvalidValueError,
        ),
        (
            recorded(
                UnknownEvent(kind="vanished", schema=1, happened=DAY, payload="1 2"),
            ),
            InvalidValueError,
        ),
        (file(), InvalidTypeError),
        (None, InvalidTypeError),
    ],
    ids=range(7),
)
def test_what_could_not_be_read_again_is_not_written(
    line: object, error: type[Exception]
) -> None:
    """A store keeps for ever what it takes: nothing that no program could read."""
    with pytest.raises(error):
        line_text(line)


def test_a_log_is_written_and_read() -> None:
    """A whole file: the same case, and each line with the text that it had."""
    made = file()
    texts = [line_text(line) for line in made.log]
    read = m.CaseFile.of_log(map(line_of, texts))
    assert made.case == read.case
    assert texts == [line_text(line) for line in read.log]
    assert texts == [
        line_text(line_of(text.encode()))
        for text in texts  # as bytes, too
    ]


@for_each("line", lines(), ids=range(len(lines())))
def test_a_line_has_one_text(line: Recorded) -> None:
    """Equal lines, equal texts; nothing that has its default is in it."""
    text = line_text(line)
    back = line_of(text)
    assert (line, text, ()) == (back, line_text(back), back.unread)
    assert text == line_text(evolve(back))
    assert ":null" not in text
    assert text == json.dumps(
        json.loads(text), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def test_an_error_has_no_word_of_what_was_stored() -> None:
    """Neither in its message nor in what stands behind it."""
    whole = line_text(recorded(event(m.Filed)))
    assert CANARY in whole
    for text in (
        whole[:-5],
        whole.replace('"schema":2', '"schema":"x"'),
        whole.replace('"number":1', f'"number":"{CANARY}"'),
        whole.replace('"recorded_at":"', f'"recorded_at":"{CANARY}'),
        whole.replace('"filed"', f'"x","y":"{CANARY}\\ud800"'),
        _unknown(f'{{"{CANARY}"'),
        whole.encode() + b"\xff",
    ):
        with pytest.raises(DecodeError) as caught:
            line_of(text)
        error: BaseException | None = caught.value
        while error is not None:
            assert CANARY not in f"{error!r} {vars(error)}"
            assert CANARY not in str(getattr(error, "doc", ""))
            assert CANARY.encode() not in getattr(error, "object", b"")
            error = error.__cause__ or error.__context__


_ROOM = """format = 1
room = "acme-legal/intake"
version = {version}

[field.source]
type = "text"
"""
_NEWER = _ROOM.format(version=2) + '\n[field.urgent]\ntype = "truth"\n'


def test_a_room_of_others_is_read_by_who_has_it() -> None:
    """The model given says so; without the room, the line is passed over and kept."""
    room = m.fields_room(_ROOM.format(version=1))
    model = m.Model.core().with_facets(room)
    made_of: Any = room.rows[0].event
    told = made_of(source="Referral", happened_on=DAY)
    made = m.CaseFile.open(
        m.CaseOpened(caption="Roe v. Acme", happened_on=DAY),
        case_id="roe",
        by="The clerk",
        at=NOON,
        model=model,
    ).record(told, by="The clerk", at=NOON)
    line = made.log[1]
    text = line_text(line, model)
    assert '"event":{"happened_on":"2026-06-03","source":"Referral"}' in text
    assert line == line_of(text, model)
    unknown = line_of(text)
    assert isinstance(unknown.event, UnknownEvent)
    assert (text, True) == (line_text(unknown), unknown.ancillary)
    with pytest.raises(InvalidTypeError, match="with_facets"):
        line_text(line)
    # The next version of the room has a field more, and reads what is older as it is.
    newer = m.fields_room(_NEWER, replaces=_ROOM.format(version=1))
    later = line_of(text, m.Model.core().with_facets(newer))
    assert type(later.event) is newer.rows[0].event
    assert (text, 2) == (line_text(later), later.schema)


def _nested(depth: int) -> Recorded:
    made = computation()
    for _ in range(depth):
        made = evolve(made, parts=(made,))
    basis = m.Computed(computation=made)
    return recorded(m.DeadlineRecomputed(deadline_id="a", basis=basis, happened_on=DAY))


def test_what_lies_too_deep_to_be_read_is_not_written() -> None:
    """Whoever reads it may be deep in a program of his own."""

    def read(deeper: int, text: str) -> Recorded:
        return line_of(text) if not deeper else read(deeper - 1, text)

    line = _nested(60)
    assert line == read(400, line_text(line))
    for depth in (61, 2000):
        with pytest.raises(InvalidValueError, match="too deep to be stored"):
            line_text(_nested(depth))


def test_a_number_that_json_has_not_is_not_written() -> None:
    """A table of the law can hold one, as TOML can."""
    rule = Law.bundled().counting_rule("us/frcp")
    version = rule.versions[-1]
    for number in (float("nan"), float("inf"), 10**5000):
        odd = evolve(version, data={**version.data, "odd": number})
        with pytest.raises(InvalidValueError, match="JSON does not have"):
            to_json(evolve(rule, versions=(odd,)))
