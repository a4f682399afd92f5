"""What was stored comes back equal, or is refused with every problem named."""

from __future__ import annotations

import copy
import json
import sys
from datetime import date, datetime, timedelta, timezone
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from case_samples import (
    CANARY,
    DAY,
    NOON,
    case,
    computation,
    deadline,
    event,
    events,
    recorded,
    terms,
)
from every_one import for_each
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.codec.kinds import CARRIED, kept
from legalcase.codec.log.opening import upgraded
from legalcase.codec.migrations import MIGRATIONS, migrated
from legalcase.codec.tables import Found
from legalcase.codec.text.moments import instant_from_text, instant_to_text
from legalcase.codec.text.problems import problems_of
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
    UnknownNameError,
    UnknownTagError,
)
from legalcase.kernel import (
    Corrected,
    Event,
    Facet,
    Recorded,
    Retracted,
    Row,
    UnknownEvent,
)
from legalcase.model import (
    CaseOpened,
    Computed,
    DeadlineRecomputed,
    Filed,
    Model,
    NoteAdded,
)
from samples import samples

# That decoding undoes encoding is asked of each among the tests of the packaging.
KEPT = kept(Model.core())
SAMPLES = {cls.__name__: samples()[cls.__name__] for cls in (*KEPT, *CARRIED)}
by_name = for_each("value", SAMPLES.values(), ids=list(SAMPLES))

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@by_name
def test_what_is_encoded_is_plain(value: Any) -> None:
    """Nothing but what JSON has: no tuple, no enum, no subclass of a builtin."""
    waiting: list[Any] = [encode(value)]
    while waiting:
        one = waiting.pop()
        assert type(one) in {dict, list, str, int, float, bool, type(None)}
        if isinstance(one, dict):
            assert {type(key) for key in one} <= {str}
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def test_every_kind_has_a_sample_and_a_name_of_its_own() -> None:
    """No kind is untested, and no two share a name."""
    classes = (*KEPT, *CARRIED)
    assert [type(SAMPLES[cls.__name__]) for cls in classes] == list(classes)
    names = [name for name, _ in KEPT.values()]
    assert len(set(names)) == len(names)
    assert len(set(CARRIED.values())) == len(CARRIED)


def test_every_migration_leads_to_the_schema_of_its_kind() -> None:
    """From the first schema on, without a gap; and none for a kind that is not kept."""
    schemas = dict(KEPT.values())
    # That of a line is read by the reader of lines itself.
    del schemas["recorded"]
    wanted = {
        (name, number) for name, known in schemas.items() for number in range(1, known)
    }
    assert set(MIGRATIONS) == wanted


@for_each("one", events(), ids=lambda one: type(one).__name__)
def test_every_event_comes_back_in_its_line(one: Any) -> None:
    """The log keeps kind, schema and when it happened beside the event."""
    line = recorded(one)
    data = encode(line)["data"]
    assert (line.kind, line.schema) == (data["kind"], data["schema"])
    assert line == decode(encode(line))


def test_a_computation_needs_no_law_to_come_back() -> None:
    """Readings, notices, instant and explanation are there, and so is the safe date."""
    made = computation()
    back = from_json(to_json(made))
    assert made == back
    assert made.readings == back.readings
    assert made.notices == back.notices
    assert made.due_at == back.due_at
    assert made.safe == back.safe
    for form in ("text", "markdown", "html"):
        assert made.explain(form) == back.explain(form)
    later = evolve(made, parts=(computation(is_running=False), made))
    assert later == from_json(to_json(later))


def _changed(value: Any, path: tuple[Any, ...], new: Any) -> dict[str, Any]:
    envelope = encode(value)
    inner: Any = envelope
    for step in path[:-1]:
        inner = inner[step]
    if new is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = new
    return envelope


STEPS = ("data", "basis", "data", "computation", "steps")


@pytest.mark.parametrize(
    ("path", "new", "where"),
    [
        (("data", "title"), 5, "$.data.title"),
        (("data", "title"), None, "$.data.title"),
        (("data", "title"), ..., "$.data.title"),
        (("data", "title"), "", "$.data"),
        (("data", "critical"), "secret", "$.data.critical"),
        (("data", "critical"), 1, "$.data.critical"),
        (("data", "owed_by"), "secret", "$.data.owed_by"),
        (("data", "owed_by"), [5], "$.data.owed_by[0]"),
        (("data", "kind"), "secret", "$.data"),
        (("data", "label"), {"audience": "secret"}, "$.data.label"),
        (
            ("data", "label"),
            {"audience": "firm", "by_order": "secret"},
            "$.data.label.by_order",
        ),
        (
            ("data", "label"),
            {"audience": "firm", "by_order": "secret secret:1"},
            "$.data.label.by_order",
        ),
        (
            ("data", "label"),
            {"audience": "firm", "until": "2026-13-01"},
            "$.data.label.until",
        ),
        (
            ("data", "label"),
            {"audience": "firm", "until": "20260701"},
            "$.data.label.until",
        ),
        (("data", "surprise"), 1, "$.data"),
        (("data", "basis"), [], "$.data.basis"),
        (("data", "basis", "surprise"), 1, "$.data.basis"),
        ((*STEPS, 1, "start"), "x", "$.data.basis.data.computation.steps[1].start"),
        (
            (*STEPS[:-1], "due_at"),
            "2026-07-01T12:00:00",
            "$.data.basis.data.computation.due_at",
        ),
        (
            (*STEPS[:-1], "due_at"),
            "2026-07-01T25:00:00+00:00",
            "$.data.basis.data.computation.due_at",
        ),
        (STEPS, "abc", "$.data.basis.data.computation.steps"),
        (
            (*STEPS, 2, "closures", 0),
            ["2026-07-03"],
            "$.data.basis.data.computation.steps[2].closures[0]",
        ),
        (("schema",), 0, "$.schema"),
        (("schema",), "1", "$.schema"),
        (("kind",), 1, "$.kind"),
        (("data",), [], "$.data"),
        (("extra",), 1, "$"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(
    path: tuple[Any, ...],
    new: Any,
    where: str,
) -> None:
    """Nothing is bent to fit, nothing dropped; no value is in the message."""
    with pytest.raises(DecodeError) as caught:
        decode(_changed(terms(), path, new))
    assert [where] == [found for found, _ in caught.value.problems]
    assert CANARY not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert where in str(caught.value)


def test_all_problems_come_at_once() -> None:
    """Who mends a file mends it once."""
    envelope = _changed(terms(), ("data", "title"), 5)
    envelope["data"]["critical"] = "secret"
    del envelope["data"]["basis"]["data"]["computation"]["bound"]
    with pytest.raises(DecodeError, match="3 problems") as caught:
        decode(envelope)
    assert {path for path, _ in caught.value.problems} == {
        "$.data.title",
        "$.data.critical",
        "$.data.basis.data.computation.bound",
    }


def test_unknown_tags_have_an_error_of_their_own() -> None:
    """At the top and inside a union."""
    with pytest.raises(UnknownTagError, match="does not know") as caught:
        decode({"kind": "vanished", "schema": 1, "data": {}})
    assert caught.value.tag == "vanished"
    with pytest.raises(UnknownTagError) as caught:
        decode(_changed(terms(), ("data", "basis", "kind"), "guessed"))
    assert (caught.value.tag, "$.data.basis") == (
        "guessed",
        caught.value.problems[0][0],
    )
    with pytest.raises(UnknownTagError) as caught:
        decode(_changed(terms(), ("data", "basis", "kind"), 5))
    assert caught.value.tag == "int"


def test_a_newer_schema_is_refused() -> None:
    """Data of a newer version is left as it is."""
    with pytest.raises(SchemaTooNewError, match="Upgrade") as caught:
        decode(_changed(terms(), ("schema",), 9))
    assert (caught.value.found, caught.value.known) == (9, 1)


@pytest.mark.parametrize(("key", "new"), [("kind", "vanished"), ("schema", 9)])
def test_an_event_of_a_newer_version_is_kept(key: str, new: Any) -> None:
    """The log can be read and written again, and loses nothing."""
    envelope = _changed(recorded(events()[0]), ("data", key), new)
    envelope["data"]["event"] = {"b": [1, 2.5, None, "é"], "a": {}}
    line = decode(envelope)
    assert isinstance(line.event, UnknownEvent)
    assert envelope == encode(line)
    assert line == from_json(to_json(line))
    assert CANARY not in repr(line)


@pytest.mark.parametrize(
    "payload", ["{", "NaN", "[" * 100_000], ids=["cut", "nan", "deep"]
)
def test_an_unknown_event_holds_json(payload: str) -> None:
    """What was not read from a store may hold anything: it is refused politely."""
    strange = UnknownEvent(
        kind="vanished", schema=1, happened=date(2026, 6, 3), payload=payload
    )
    with pytest.raises(InvalidValueError, match=r"is no JSON\. Pass it on") as caught:
        encode(recorded(strange))
    assert caught.value.field == "payload"


@pytest.mark.parametrize(
    ("key", "new"), [("kind", "a b"), ("kind", ""), ("schema", 0), ("schema", -1)]
)
def test_an_event_of_no_kind_is_refused(key: str, new: Any) -> None:
    """An unknown kind is kept; what is no kind at all is damage."""
    envelope = _changed(recorded(events()[0]), ("data", key), new)
    with pytest.raises(DecodeError) as caught:
        decode(envelope)
    assert caught.value.problems[0][0].startswith("$.data")


def test_what_nobody_foresaw_is_said_without_its_value() -> None:
    """Whatever a library raises, its words stay behind."""
    assert problems_of(OverflowError(CANARY), "$.data") == (
        ("$.data", "has a value that does not fit"),
    )
    assert problems_of(TypeError(CANARY), "$.data") == (
        ("$.data", "is not built as this version builds it"),
    )


def test_a_line_agrees_with_its_event() -> None:
    """When it happened stands twice, and is the same."""
    envelope = _changed(recorded(event(CaseOpened)), ("data", "happened"), "2026-06-04")
    with pytest.raises(DecodeError) as caught:
        decode(envelope)
    assert caught.value.problems[0][0] == "$.data.happened"
    with pytest.raises(DecodeError) as caught:
        decode(_changed(recorded(event(CaseOpened)), ("data", "stream"), "a b"))
    assert caught.value.problems[0][0] == "$.data"
    with pytest.raises(DecodeError) as caught:
        decode(_changed(recorded(event(CaseOpened)), ("data", "event", "caption"), 5))
    assert caught.value.problems == (("$.data.event.caption", "is no text"),)


def test_migrations_run_one_after_the_other() -> None:
    """From any older schema to the newest; a missing step is an error."""
    steps = {
        ("thing", 1): lambda data: {**data, "b": data["a"] + 1},
        ("thing", 2): lambda data: {"c": data["b"]},
    }
    assert migrated("thing", 1, {"a": 1}, 3, steps) == {"c": 2}
    assert migrated("thing", 2, {"b": 5}, 3, steps) == {"c": 5}
    assert migrated("thing", 3, {"c": 5}, 3, steps) == {"c": 5}
    with pytest.raises(LookupError):
        migrated("thing", 1, {}, 4, {})
    # A class that only gained fields reads what is older as it is, from where it says.
    assert migrated("thing", 2, {"a": 1}, 4, {}, since=2) == {"a": 1}
    with pytest.raises(LookupError):
        migrated("thing", 1, {"a": 1}, 4, {}, since=2)


def test_a_migration_that_is_missing_is_said() -> None:
    """Data of an older schema without a way to the newest is refused, not guessed."""
    with pytest.raises(DecodeError) as caught:
        upgraded("thing", 1, {}, Found(Filed, 2), "$.data")
    reason = "cannot be brought from schema 1 to 2"
    assert caught.value.problems == (("$.data", reason),)


def test_a_case_is_stored_as_its_log() -> None:
    """What is said of it names the way."""
    with pytest.raises(InvalidTypeError, match="Store the lines") as caught:
        encode(case())
    assert CANARY not in str(caught.value)


def test_what_is_carried_is_read_by_its_own_version_alone() -> None:
    """It has the library's version in place of a schema, and no migration."""
    envelope = encode(deadline())
    assert set(envelope) == {"kind", "library", "data"}
    assert deadline() == decode(envelope)
    for wrong, where in (
        ({**envelope, "library": "0.0.1"}, "$.library"),
        ({**envelope, "library": None}, "$.library"),
        ({**envelope, "schema": 1}, "$"),
        ({**envelope, "data": []}, "$.data"),
        ({**envelope, "extra": 1}, "$"),
    ):
        with pytest.raises(DecodeError) as caught:
            decode(wrong)
        assert [where] == [path for path, _ in caught.value.problems]
    with pytest.raises(UnknownTagError):
        decode({**envelope, "kind": "filed"})
    unstamped = {"kind": "deadline", "schema": 1, "data": envelope["data"]}
    with pytest.raises(UnknownTagError):
        decode(unstamped)


@frozen(kw_only=True)
class _Screened(Event):
    risk: str = "low"


def _kept(state: object, *_: object) -> object:
    return state


def test_kinds_of_others_are_found_through_their_model() -> None:
    """Nothing registers itself: who has not the room has not the kind."""
    row = Row(_Screened, "acme/screened", 1, _kept)
    model = Model.core().with_facets(Facet(name="acme/safety", first=(), rows=(row,)))
    made = _Screened(happened_on=DAY, risk="high")
    envelope = encode(made, model)
    assert envelope == {
        "kind": "acme/screened",
        "schema": 1,
        "data": {"happened_on": "2026-06-03", "risk": "high"},
    }
    assert made == decode(envelope, model)
    assert made == from_json(to_json(made, model), model)
    with pytest.raises(InvalidTypeError, match="with_facets"):
        encode(made)
    with pytest.raises(UnknownTagError):
        decode(envelope)


@pytest.mark.parametrize(
    "correction",
    [
        Corrected(event_id="e", event=event(Filed), ground="Typo"),
        Retracted(event_id="e", ground="Another case"),
    ],
)
def test_corrections_come_back(correction: Any) -> None:
    """By themselves and in their line, which has no day on which it happened."""
    assert correction == from_json(to_json(correction))
    line = recorded(correction)
    assert "happened" not in encode(line)["data"]
    assert line == decode(encode(line))


def test_a_correction_of_what_cannot_be_corrected_is_refused() -> None:
    """An event of a kind that is known stands in it, and no other correction."""
    correction = Corrected(event_id="e", event=event(Filed), ground="Typo")
    for path, new, where in (
        (("data", "event", "kind"), "vanished", "$.data.event"),
        (("data", "event", "kind"), "retracted", "$.data.event"),
        (("data", "event", "data", "title"), 5, "$.data.event.data.title"),
        (("data", "event_id"), "a b", "$.data"),
    ):
        with pytest.raises(DecodeError) as caught:
            decode(_changed(correction, path, new))
        assert [where] == [found for found, _ in caught.value.problems]


def test_what_cannot_be_stored_is_refused() -> None:
    """Only what has a kind."""
    for value in (object(), 5, {"kind": "case"}, date(2026, 1, 1)):
        with pytest.raises(InvalidTypeError, match="can be stored"):
            encode(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "NaN",
        b"\xff\xfe\xfd",
        '{"kind":"note","kind":"note","schema":1,"data":{}}',
        '{"kind":"note","schema":1,"data":{"a":NaN}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_envelope_is_refused(text: str | bytes) -> None:
    """As JSON or as an envelope; fields that stand twice, too."""
    with pytest.raises(DecodeError):
        from_json(text)


@given(JSON)
def test_arbitrary_json_is_refused_politely(data: Any) -> None:
    """Nothing but `DecodeError` comes out, whatever goes in."""
    for kind in ("recorded", "computation", "deadline-set", "corrected"):
        with pytest.raises(DecodeError):
            decode({"kind": kind, "schema": 1, "data": data})
    with pytest.raises(DecodeError):
        decode(data)


@given(st.data())
def test_damaged_data_is_refused_or_read(data: st.DataObject) -> None:
    """One value of a record replaced: a `DecodeError`, or a value that is stable."""
    envelope = copy.deepcopy(encode(recorded(data.draw(st.sampled_from(events())))))
    inner: Any = envelope["data"]
    while True:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        key = data.draw(st.sampled_from(keys))
        if not inner[key] or not isinstance(inner[key], dict | list):
            break
        if data.draw(st.booleans()):
            break
        inner = inner[key]
    inner[key] = data.draw(JSON)
    try:
        value = decode(json.loads(json.dumps(envelope)))
    except DecodeError:
        return
    assert value == decode(encode(value))


# A log has no days outside these.
_YEARS = (datetime(1500, 1, 2), datetime(2999, 12, 30))
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40
).filter(str.strip)


@given(
    TEXT,
    st.datetimes(*_YEARS, timezones=st.timezones()),
    st.dates(*(year.date() for year in _YEARS)),
)
def test_any_text_instant_and_day_come_back(
    text: str, instant: datetime, day: date
) -> None:
    """No character, no microsecond and no zone is lost."""
    line = Recorded(
        stream="case:c",
        number=1,
        event_id="e",
        kind="note-added",
        schema=2,
        recorded_at=instant,
        actor=text,
        event=NoteAdded(note_id="n", text=text, happened_on=day),
    )
    back = from_json(to_json(line))
    assert line == back
    assert instant.isoformat() == back.recorded_at.isoformat()


def test_an_hour_that_comes_twice_is_told_apart() -> None:
    """The offset says which; and one that a changed law has moved keeps its instant."""
    zone = ZoneInfo("America/New_York")
    for fold in (0, 1):
        instant = datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=fold)
        back = instant_from_text(instant_to_text(instant))
        assert (fold, instant.utcoffset()) == (back.fold, back.utcoffset())
    moved = instant_from_text("2026-07-09T12:00:00-05:00[America/New_York]")
    assert moved.isoformat() == "2026-07-09T13:00:00-04:00"
    fixed = NOON.astimezone(timezone(timedelta(hours=-3)))
    assert fixed == instant_from_text(instant_to_text(fixed))


def test_an_unknown_zone_is_its_offset() -> None:
    """A reader whose table of zones is older, or cut, still reads the instant."""
    told = instant_from_text("2026-07-09T12:00:00+03:00[Europe/Nowhere]")
    assert told.isoformat() == "2026-07-09T12:00:00+03:00"
    # A zone whose law has changed does not move an instant to another day.
    late = instant_from_text("2026-07-09T23:59:59-05:00[America/New_York]")
    assert late.isoformat() == "2026-07-09T23:59:59-05:00"


def test_a_zone_that_somebody_made_is_written_as_its_offset() -> None:
    """No reader could find it by its name."""
    berlin = resources.files("tzdata.zoneinfo.Europe") / "Berlin"
    with berlin.open("rb") as data:
        zone = ZoneInfo.from_file(data, key="My Zone")
    made = datetime(2026, 6, 3, 12, tzinfo=zone)
    assert instant_to_text(made) == "2026-06-03T12:00:00+02:00"
    assert made == instant_from_text(instant_to_text(made))


def test_the_stored_form_is_what_it_was() -> None:
    """A released form never changes: this text stays readable, and stays the same."""
    text = (
        '{"data":{"actor":"clerk","event":{"caption":"Roe v. Acme","court":"us/cand",'
        '"happened_on":"2026-06-03"},"event_id":"e-1","happened":"2026-06-03",'
        '"kind":"case-opened","number":1,"recorded_at":"2026-06-03T12:00:00+00:00",'
        '"schema":1,"stream":"case:roe"},"kind":"recorded","schema":2}'
    )
    line = from_json(text)
    assert line.text is None
    assert text == to_json(line)
    opened = CaseOpened(caption="Roe v. Acme", court="us/cand", happened_on=DAY)
    assert line.event == opened
    assert line.recorded_at == NOON


def test_an_error_carries_nothing_of_what_was_stored() -> None:
    """Neither in its words, nor in what it was raised from or beside."""
    whole = to_json(samples()["Recorded"])
    assert CANARY in whole
    for text in (
        whole[:-5],
        whole.replace('"schema":2', '"schema":"x"'),
        whole.replace('"actor":"', '"actor":["'),
        whole.replace(CANARY, f"{CANARY}\\ud800"),
        whole.replace('"number":1', f'"number":"{CANARY}"'),
        whole.replace('"recorded_at":"', f'"recorded_at":"{CANARY}'),
    ):
        with pytest.raises(DecodeError) as caught:
            from_json(text)
        error: BaseException | None = caught.value
        while error is not None:
            assert CANARY not in f"{error!r} {vars(error)}"
            assert CANARY not in str(getattr(error, "doc", ""))
            error = error.__cause__ or error.__context__


@pytest.mark.parametrize("end", ["start", "end"])
def test_a_step_from_a_date_to_an_instant_is_refused(end: str) -> None:
    """When it is read: nobody could say afterwards which way it went."""
    stored = encode(computation())
    assert all("T" not in step[end] for step in stored["data"]["steps"])
    for number in range(len(stored["data"]["steps"])):
        odd = copy.deepcopy(stored)
        odd["data"]["steps"][number][end] = "2026-07-10T09:00:00+00:00"
        with pytest.raises(DecodeError, match=r"dates, or with instants"):
            decode(odd)


def test_what_a_computation_gives_is_where_its_last_step_ends() -> None:
    """One digit changed in the file is not believed; nor a word that is none."""
    stored = encode(computation())
    for key, new in (("result", "2026-07-31"), ("bound", "not-later-thaN")):
        odd = copy.deepcopy(stored)
        odd["data"][key] = new
        with pytest.raises(DecodeError, match=r"(?i)go back") as caught:
            decode(odd)
        assert [path for path, _ in caught.value.problems] == ["$.data"]
    odd = copy.deepcopy(stored)
    odd["data"]["steps"][-1]["end"] = "2026-07-10"
    with pytest.raises(DecodeError, match="last step"):
        decode(odd)


def test_half_a_character_is_neither_written_nor_read() -> None:
    """No UTF-8 can hold it: a computation, too, can have one in a text."""
    made = evolve(computation(), barred_by="\ud800")
    with pytest.raises(InvalidValueError, match="half a character"):
        to_json(made)
    text = to_json(evolve(computation(), barred_by="here"))
    with pytest.raises(DecodeError, match="half a character"):
        from_json(text.replace('"here"', '"\\ud800"'))
    with pytest.raises(InvalidValueError, match="half a character"):
        to_json(
            recorded(
                DeadlineRecomputed(
                    deadline_id="a",
                    basis=Computed(computation=made),
                    happened_on=DAY,
                )
            )
        )


def test_people_come_back_with_what_they_are() -> None:
    """A name that is not among them is refused as in the case itself."""
    people = case().people
    envelope = encode(people)
    back = decode(envelope)
    with pytest.raises(UnknownNameError) as known:
        people.participants["acne"]
    with pytest.raises(UnknownNameError) as carried:
        back.participants["acne"]
    assert str(known.value) == str(carried.value)
    twice = copy.deepcopy(envelope)
    twice["data"]["participants"] *= 2
    with pytest.raises(DecodeError, match="has an id twice"):
        decode(twice)


@pytest.mark.parametrize(
    "instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"]
)
def test_an_instant_at_an_end_of_the_calendar_is_read(instant: str) -> None:
    """Where its zone's clock would leave the calendar, its offset stands for it."""
    told = instant_from_text(f"{instant}[America/New_York]")
    assert told.isoformat() == instant


def test_a_computation_that_is_half_there_is_refused() -> None:
    """Running with a result and an end, or neither and no steps."""
    stored = encode(computation())
    for taken in (["result"], ["end"], ["result", "end"]):
        odd = copy.deepcopy(stored)
        for key in taken:
            del odd["data"][key]
        with pytest.raises(DecodeError, match="has some of them"):
            decode(odd)


def test_what_refers_to_something_is_text() -> None:
    """Noun and id; not an object with both."""
    anchor = encode(samples()["Anchor"])
    assert anchor["data"]["of"] == "event:order"
    for wrong in ({"noun": "event", "id": "order"}, 5, "event", ":", "event:"):
        odd = {**anchor, "data": {**anchor["data"], "of": wrong}}
        with pytest.raises(DecodeError, match="refers to nothing"):
            decode(odd)


def test_an_unknown_event_by_itself_holds_json() -> None:
    """As in its line."""
    strange = UnknownEvent(kind="vanished", schema=1, happened=DAY, payload="{")
    with pytest.raises(InvalidValueError, match="is no JSON"):
        encode(strange)


def test_too_deep_in_the_program_of_whoever_writes() -> None:
    """An error of ours, and not of the interpreter."""
    made = computation()
    for _ in range(60):
        made = evolve(made, parts=(made,))

    def write(deeper: int) -> str:
        return to_json(made) if not deeper else write(deeper - 1)

    assert made == from_json(write(0))
    with pytest.raises(InvalidValueError, match="lie too deep"):
        write(sys.getrecursionlimit() - 130)
