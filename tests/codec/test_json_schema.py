"""The JSON Schema of what is kept says what the codec reads: by another validator."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from functools import cache
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from case_samples import lines, recorded
from every_one import for_each
from legalcase.codec import encode, from_json
from legalcase.codec.kinds import kept
from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.schemas import json_schema
from legalcase.errors import DecodeError, UnknownNameError
from legalcase.kernel import Label, Recorded, Ref, UnknownEvent
from samples import samples

KINDS = kept(m.Model.core())
LINES = [json.loads(line_text(line)) for line in lines()]


@cache
def _validator(kind: str) -> Any:
    return jsonschema.Draft202012Validator(json_schema(kind))


@for_each("cls", KINDS, ids=lambda cls: KINDS[cls][0])
def test_every_kept_kind_has_a_schema_that_its_sample_fits(cls: type) -> None:
    """The schema is one of the dialect that it names, and the sample fits it."""
    kind, number = KINDS[cls]
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"] == {"const": number}
    assert list(_validator(kind).iter_errors(encode(samples()[cls.__name__]))) == []


def test_a_kind_that_is_not_kept_has_none() -> None:
    """What is derived is carried: no other program has to read it."""
    with pytest.raises(UnknownNameError, match="file"):
        json_schema("filde")
    with pytest.raises(UnknownNameError):
        json_schema("agenda")


@for_each("number", range(len(LINES)))
def test_a_line_of_every_kind_fits(number: int) -> None:
    """With something in every field."""
    assert list(_validator("recorded").iter_errors(LINES[number])) == []


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(str.strip)
_ID = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)
_WORD = st.from_regex("[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
_DATE = st.dates(datetime(1500, 1, 2).date(), datetime(2999, 12, 30).date())
_WORDS = st.lists(_WORD, unique=True, max_size=3).map(tuple)
_LABEL = st.builds(
    Label,
    audience=st.sampled_from(["public", "court", "party", "client", "firm", "owner"]),
    ground=st.none() | _WORD,
    until=st.none() | _DATE,
    by_order=st.none() | st.builds(Ref, _WORD, _ID),
)
_EVENT = st.one_of(
    st.builds(
        m.Filed,
        title=_TEXT,
        happened_on=_DATE,
        triggers=_WORDS,
        by=st.lists(_ID, unique=True, max_size=3).map(tuple),
        number=st.none() | _TEXT,
        label=st.none() | _LABEL,
    ),
    st.builds(m.NoteAdded, note_id=_ID, text=_TEXT, happened_on=_DATE),
    st.builds(
        m.DeadlineRecomputed,
        deadline_id=_ID,
        happened_on=_DATE,
        basis=st.builds(m.Ordered, due=_DATE, authority=_TEXT)
        | st.builds(
            m.Derived,
            follows=st.builds(Ref, st.sampled_from(["deadline", "hearing"]), _ID),
            direction=st.sampled_from(["before", "after"]),
        ),
    ),
)
_SAID = st.fixed_dictionaries(
    {},
    optional={
        "reason": _TEXT,
        "cause": _ID,
        "command_id": _ID,
        "label": _LABEL,
        "ancillary": st.booleans(),
    },
)
_LINE = st.builds(
    lambda event, number, said: recorded(event, number, **said),
    _EVENT,
    st.integers(1, 10**6),
    _SAID,
)


@given(_LINE)
def test_whatever_line_is_written_fits(line: Recorded) -> None:
    """And it is read again, equal."""
    text = line_text(line)
    assert list(_validator("recorded").iter_errors(json.loads(text))) == []
    assert line == line_of(text)


_WRONG: Any = [
    None,
    True,
    -1,
    0.5,
    "",
    " ",
    "2026-13",
    [],
    ["a", "a"],
    {},
    {"kind": "x", "data": {}},
]


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _places(inner, (*path, key))
    elif isinstance(value, list):
        for key, inner in enumerate(value):
            found += _places(inner, (*path, key))
    return found


@given(st.data())
def test_what_was_changed_is_refused_or_fits(
    data: st.DataObject,
) -> None:
    """A field that no class knows, one that is missing, a type: both refuse it."""
    envelope = copy.deepcopy(data.draw(st.sampled_from(LINES)))
    place = data.draw(st.sampled_from(_places(envelope)))
    outer: Any = envelope
    for step in place[:-1]:
        outer = outer[step]
    how = data.draw(st.sampled_from(["add", "take", "change"]))
    if how == "add" and isinstance(outer, dict):
        outer["colour"] = "red"
        assert not _validator("recorded").is_valid(envelope)
        with pytest.raises(DecodeError):
            from_json(json.dumps(envelope))
        return
    if how == "take" and isinstance(outer, dict):
        del outer[place[-1]]
    else:
        outer[place[-1]] = data.draw(st.sampled_from(_WRONG))
    try:
        line = from_json(json.dumps(envelope))
    except DecodeError:
        return
    # What the schema cannot say, the classes do; what they take, it has to take.
    is_known = not isinstance(line.event, UnknownEvent)
    assert is_known == _validator("recorded").is_valid(envelope)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("schema",), 1),
        (("kind",), "line"),
        (("data", "number"), 0),
        (("data", "number"), "1"),
        (("data", "stream"), "a b"),
        (("data", "actor"), " "),
        (("data", "kind"), "vanished"),
        (("data", "schema"), 7),
        (("data", "recorded_at"), "2026-06-03T12:00:00"),
        (("data", "event", "happened_on"), "3 June 2026"),
        (("data", "event", "hearing_id"), 5),
        (("data", "label", "audience"), "everybody"),
        (("data", "label", "by_order"), "order"),
        (("data", "ancillary"), "yes"),
    ],
)
def test_what_does_not_fit_is_refused_by_both(path: tuple[str, ...], new: Any) -> None:
    """Each of these is refused by the schema, and by the codec."""
    held = next(one for one in LINES if one["data"].get("ancillary"))
    envelope = copy.deepcopy(held)
    outer = envelope
    for step in path[:-1]:
        outer = outer[step]
    assert path[-1] in outer
    outer[path[-1]] = new
    assert not _validator("recorded").is_valid(envelope)
    if path == ("data", "kind") or new == 7:
        return  # a line that this program does not know: kept as it is
    with pytest.raises(DecodeError):
        line_of(json.dumps(envelope))


def test_rooms_of_others_are_in_the_schema_of_their_model() -> None:
    """The model decides which kinds a line can be of."""
    core = json_schema("recorded")
    kinds = core["$defs"]["Recorded"]["properties"]["kind"]["enum"]
    rows = {row.kind for row in m.Model.core().rows()}
    assert set(kinds) == {*rows, "corrected", "retracted"}
