"""What holds of each room of the work of a case, whoever builds it."""

from __future__ import annotations

import json
import pickle
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import attrs
import jsonschema  # type: ignore[import-untyped]  # it has no types
import pytest

import legalcase.practice
from every_one import for_each
from house import ROOT
from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.schemas import json_schema
from legalcase.errors import LegalCaseError
from legalcase.kernel import Draft, Label
from legalcase.model import Case, CaseFile, Model
from legalcase.oversight import health
from legalcase.plans import coverage
from legalcase.practice import MODEL, ROOMS
from practice_samples import CANARY, NOON, SAMPLES, placed, recorded, stage

if TYPE_CHECKING:
    from legalcase.kernel import Event, Facet

PRACTICE = ROOT / "src" / "legalcase" / "practice"
#: Where each room is, by the name of its package: at the top, or within another.
FOLDERS = {one.parent.name: one.parent for one in PRACTICE.rglob("facet.py")}
PACKAGES = {facet.name.partition("/")[2].replace("-", "_") for facet in ROOMS}
EACH = [event for events in SAMPLES.values() for event in events]
NAMED = [f"{number}-{type(event).__name__}" for number, event in enumerate(EACH)]
CORE = Model.core()
PREFIX = "legalcase.practice."


def test_every_room_is_there() -> None:
    """A package is a room of the model, and each has samples."""
    assert set(FOLDERS) == PACKAGES == set(SAMPLES)
    packages = {one for one in iter_modules(legalcase.practice.__path__) if one.ispkg}
    # A package is a room, or has some.
    for one in packages:
        assert any(PRACTICE / one.name in (at, at.parent) for at in FOLDERS.values())


@pytest.mark.parametrize("facet", ROOMS, ids=lambda facet: facet.name)
def test_a_room_is_one_of_others(facet: Facet[Any]) -> None:
    """Its names have the prefix, its lines bear a label, and each has a sample."""
    assert facet.name.startswith(("practice/", "practice-fenced/"))
    sampled = {type(event) for event in EACH}
    for row in facet.rows:
        assert row.event in sampled, row.kind
        assert row.label is not None, row.kind
        assert row.label.audience in {"client", "firm", "owner"}, row.kind


@for_each("event", EACH, ids=NAMED)
def test_a_sample_has_something_in_every_field(event: Event) -> None:
    """In one of its kind: what cannot stand together stands in another sample."""
    empty = {
        each.name
        for each in attrs.fields(type(event))
        if getattr(event, each.name) in (None, ())
    }
    said = {
        each.name
        for other in EACH
        if type(other) is type(event)
        for each in attrs.fields(type(other))
        if getattr(other, each.name) not in (None, ())
    }
    assert empty - said <= {"happened_at"}


@pytest.mark.parametrize("room", SAMPLES)
def test_what_is_recorded_is_read_back(room: str) -> None:
    """Line for line; the JSON Schema of each kind fits; it pickles."""
    file = recorded(room)
    texts = [line_text(line, MODEL) for line in file.log]
    again = CaseFile.of_log([line_of(text, MODEL) for text in texts], model=MODEL)
    for facet in MODEL.facets:
        assert again.case[facet] == file.case[facet]
    assert pickle.loads(pickle.dumps(file.case)) == file.case
    schema = jsonschema.Draft202012Validator(json_schema("recorded", MODEL))
    for text in texts:
        assert list(schema.iter_errors(json.loads(text))) == []


@pytest.mark.parametrize("room", SAMPLES)
def test_without_the_room_the_case_is_read(room: str) -> None:
    """The core is equal, `unread` names the kinds, and no byte is lost."""
    file = recorded(room)
    texts = [line_text(line, MODEL) for line in file.log]
    lines = [line_of(text) for text in texts]
    case = Case.from_events(lines)
    for facet in CORE.facets:
        assert case[facet] == file.case[facet]
    ours = ("practice/", "practice-fenced/")
    kinds = {line.kind for line in lines if line.kind.startswith(ours)}
    assert set(case.unread) == kinds
    assert kinds
    assert [line_text(line) for line in lines] == texts


@pytest.mark.parametrize("room", SAMPLES)
def test_no_text_is_in_a_repr(room: str) -> None:
    """Of an event, a line, the state, and of what stands in it."""
    file = recorded(room)
    for line in file.log:
        assert CANARY not in repr(line) + repr(line.event)
    for facet in MODEL.facets:
        state = file.case[facet]
        assert CANARY not in repr(state)
        if hasattr(state, "__iter__"):
            assert CANARY not in "".join(map(repr, state))
    assert CANARY in "".join(line_text(line, MODEL) for line in file.log)


@for_each("event", EACH, ids=NAMED)
def test_no_text_is_in_a_message(event: Event) -> None:
    """On a case where nothing was recorded, and twice over."""
    file = stage()
    for _ in range(3):
        assert CANARY not in str(file.why_not(event, by="clerk", at=NOON))
        try:
            file = file.record(event, by=CANARY, at=NOON)
        except LegalCaseError as error:
            told = f"{error} {error!r} {error.__context__!r} {error.__cause__!r}"
            assert CANARY not in told


def _facet(room: str) -> Facet[Any]:
    name = room.replace("_", "-")
    return next(one for one in ROOMS if one.name.partition("/")[2] == name)


@pytest.mark.parametrize("room", SAMPLES)
def test_a_stricter_line_is_heeded(room: str) -> None:
    """What the line says of who may see it narrows every new thing of the room."""
    owner = Label(audience="owner")
    drafts = [Draft(event, label=owner) for event in SAMPLES[room]]
    file = stage(room).record(*drafts, by="clerk", at=NOON)
    facet = _facet(room)
    for thing in _labelled(file.case[facet]):
        assert not thing.label.admits("firm", on=NOON.date())


@pytest.mark.parametrize("room", SAMPLES)
def test_a_later_line_narrows_what_it_changes(room: str) -> None:
    """What it says stands on the thing, and must not be seen by more people there."""
    facet = _facet(room)
    file = stage(room)
    for sample in SAMPLES[room]:
        # What the sample says of itself would hide what the line says.
        bare: dict[str, Any] = {"label": None} if hasattr(sample, "label") else {}
        event = attrs.evolve(placed(sample, file), **bare)
        before = _labelled(file.case[facet])
        narrow = file.record(
            Draft(event, label=Label(audience="owner")), by="clerk", at=NOON
        )
        for thing in _labelled(narrow.case[facet]):
            # What took the place of another says nothing of that one.
            if _without_place(thing) not in map(_without_place, before):
                assert not thing.label.admits("firm", on=NOON.date()), type(event)
        file = file.record(event, by="clerk", at=NOON)


def _without_place(thing: Any) -> Any:
    """The same as if nothing had taken its place."""
    if not hasattr(thing, "superseded_by"):
        return thing
    return attrs.evolve(thing, superseded_by=None)


def _labelled(state: Any) -> list[Any]:
    """Whatever in a state says who may see it: it has to, where its class says so."""
    if hasattr(state, "label"):
        declared = str(attrs.fields_dict(type(state))["label"].type)
        if "None" not in declared:
            assert isinstance(state.label, Label), type(state)
        if isinstance(state.label, Label):
            return [state]
    found: list[Any] = []
    if attrs.has(type(state)):
        for each in attrs.fields(type(state)):
            found += _labelled(getattr(state, each.name))
    elif hasattr(state, "__iter__") and not isinstance(state, str | bytes):
        for one in state:
            found += _labelled(one)
    return found


@pytest.mark.parametrize("room", sorted(PACKAGES))
def test_a_room_stands_on_no_other_room(room: str) -> None:
    """Nor takes anything of the core but its states, its events and its questions."""
    folder = FOLDERS[room]
    assert folder.is_dir()
    others = {
        ".".join(at.relative_to(ROOT / "src").parts)
        for name, at in FOLDERS.items()
        if name != room
    }
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for other in others:
            assert other not in text, path
        for line in text.splitlines():
            if line.startswith("from legalcase.model."):
                assert ".handlers" not in line, (path, line)
                assert ".hears" not in line, (path, line)


@pytest.mark.parametrize("room", SAMPLES)
def test_health_says_what_it_could_not_read(room: str) -> None:
    """A case that was read without a room is not well by that: its lines are named."""
    file = recorded(room)
    assert not health(file, on=NOON.date()).of("lines-unread")
    lines = [line_of(line_text(line, MODEL)) for line in file.log]
    (found,) = health(Case.from_events(lines), on=NOON.date()).of("lines-unread")
    assert all(kind in found.text for kind in Case.from_events(lines).unread)
    assert "legalcase.practice.MODEL" in found.text


@pytest.mark.parametrize("room", SAMPLES)
def test_a_case_that_was_sent_has_its_rooms(room: str) -> None:
    """By their names: pickled, they are other objects, and questions go on."""
    case = recorded(room).case
    sent = pickle.loads(pickle.dumps(case))
    assert all(sent.has_room(facet) for facet in ROOMS)
    assert not Case.from_events(
        [line_of(line_text(line, MODEL)) for line in recorded(room).log]
    ).has_room(ROOMS[0])
    day = NOON.date()
    assert health(sent, on=day) == health(case, on=day)
    assert coverage(sent) == coverage(case)
