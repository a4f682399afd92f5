"""Fields that a firm declares in TOML: recorded, cleared, seen, and read for ever."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from case_files import CANARY, DAY, NOON, joined, opened
from legalcase.codec.log.lines import line_of, line_text
from legalcase.errors import (
    ConflictingInputError,
    DeclarationError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, UnknownEvent
from legalcase.model import CaseFile, Fields, Model, fields_room
from legalcase.model.fields.events import FieldsSet

HEAD = 'format = 1\nroom = "acme-legal/intake"\nversion = 1\n'
TEXT = f"""{HEAD}
[field.referred-by]
type = "text"
title = "Referred by"

[field.source]
type = "choice"
choices = ["referral", "web"]
label = {{ audience = "owner", ground = "privileged" }}

[field.worth]
type = "number"
label = "client"

[field.begun]
type = "date"

[field.called]
type = "instant"

[field.urgent]
type = "truth"

[field.pays]
type = "party"
"""
ROOM = fields_room(TEXT)
Said: Any = ROOM.rows[0].event
MODEL = Model.core().with_facets(ROOM)


def file() -> CaseFile:
    """A case that has the room, and somebody in it."""
    made = CaseFile.of_log(opened().log, model=MODEL, saved=False)
    return made.record(joined("acme"), by="clerk", at=NOON)


def after(*events: Any) -> CaseFile:
    """That case after further events."""
    made = file()
    for event in events:
        made = made.record(event, by="clerk", at=NOON)
    return made


def said(**fields: Any) -> Any:
    """Fields that were given on the first day."""
    return Said(happened_on=DAY, **fields)


WHOLE: dict[str, Any] = {
    "referred_by": f"B. Miller {CANARY}",
    "source": "web",
    "worth": "12.50",
    "begun": date(2026, 1, 2),
    "called": datetime(2026, 1, 2, 9, tzinfo=UTC),
    "urgent": False,
    "pays": "acme",
}


def test_each_type_is_kept_as_it_was_given() -> None:
    """With the day, the event that said it, and who may see it."""
    made = after(said(**WHOLE))
    fields = made.case[ROOM]
    line = made.log[-1]
    assert [one.value for one in fields.values] == list(WHOLE.values())
    assert {one.event_id for one in fields.values} == {line.event_id}
    assert {one.on for one in fields.values} == {DAY}
    referred = fields["referred-by"]
    assert referred is not None
    assert referred.label == Label(audience="firm", ground="privileged")
    worth = fields["worth"]
    assert worth is not None
    assert worth.label == Label(audience="client")
    # A line that says several is for those who may see all of them.
    assert ROOM.rows[0].label == Label(audience="owner", ground="privileged")
    assert (line.kind, line.schema, line.ancillary) == (
        "acme-legal/intake-set",
        1,
        True,
    )
    assert (Said.__name__, ROOM.name) == ("IntakeSet", "acme-legal/intake")


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (12, "12"),
        (-3, "-3"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        ("0.10", "0.10"),
    ],
)
def test_a_number_keeps_its_digits(given_: Any, kept: str) -> None:
    """Also those that say nothing but how exactly it was measured."""
    assert said(worth=given_).worth == kept


def test_the_last_value_holds_and_the_others_are_history() -> None:
    """A field is emptied by its name, and by nothing else."""
    made = after(
        said(referred_by="A", source="web"),
        said(referred_by="B"),
        said(clear=("referred-by",), worth=5),
    )
    fields = made.case[ROOM]
    assert fields["referred-by"] is None
    assert [one.name for one in fields.values] == ["source", "worth"]
    found = fields.history_of("referred-by")
    assert [each.value for each in found] == ["A", "B", None]
    assert [each.event_id for each in found] == [line.event_id for line in made.log[2:]]
    with pytest.raises(UnknownNameError, match="Did you mean 'source'"):
        fields["sourse"]


def test_a_line_can_bear_a_stricter_label() -> None:
    """The stricter of line and field holds."""
    made = after(Draft(said(worth=5), label=Label(audience="owner")))
    worth = made.case[ROOM]["worth"]
    assert worth is not None
    assert worth.label == Label(audience="owner")


@pytest.mark.parametrize(
    ("fields", "error", "words"),
    [
        ({}, MissingInputError, "No field is given. Pass at least one of referred_by"),
        ({"clear": ("nothing",)}, UnknownNameError, "no field 'nothing'"),
        ({"clear": ("worth",), "worth": 5}, ConflictingInputError, "given and cleared"),
        ({"clear": "worth"}, InvalidTypeError, "clear needs a tuple"),
        ({"referred_by": ""}, InvalidValueError, "referred_by is empty"),
        ({"referred_by": 5}, InvalidTypeError, "referred_by needs a str"),
        ({"source": "fair"}, InvalidValueError, "Use one of referral, web"),
        ({"worth": 1.5}, InvalidTypeError, "worth needs a number, not float"),
        ({"worth": True}, InvalidTypeError, "worth needs a number, not bool"),
        ({"worth": "1e3"}, InvalidValueError, "worth is no number"),
        ({"worth": "1" * 41}, InvalidValueError, "worth is no number"),
        ({"worth": Decimal("NaN")}, InvalidTypeError, "worth needs a number"),
        ({"begun": NOON}, InvalidTypeError, "begun needs a datetime.date"),
        ({"called": datetime(2026, 1, 2)}, InvalidValueError, "called has no time"),
        ({"urgent": "yes"}, InvalidTypeError, "urgent needs True or False"),
        ({"pays": "a b"}, InvalidValueError, "pays is no id"),
    ],
)
def test_what_does_not_fit_is_refused(
    fields: Any, error: type[Exception], words: str
) -> None:
    """When the event is made, with the field, and never with what stood there."""
    with pytest.raises(error, match=words):
        said(**fields)


def test_a_party_is_one_of_the_case_and_nothing_is_cleared_twice() -> None:
    """Both are refused when recorded."""
    with pytest.raises(UnknownNameError, match="Did you mean 'acme'"):
        after(said(pays="acmee"))
    with pytest.raises(InvalidValueError, match="holds nothing"):
        after(said(clear=("worth",)))


def test_fields_are_corrected_and_looked_at_as_they_were() -> None:
    """As any event; a correction of one field leaves the others."""
    made = after(said(referred_by="A", worth=5))
    event_id = made.log[-1].event_id
    made = made.correct(event_id, worth=6, ground="misread", by="clerk", at=NOON)
    now, before = made.case[ROOM], made.as_of(known_at=3)[ROOM]
    assert [one.value for one in now.values] == ["A", "6"]
    assert [one.value for one in before.values] == ["A", "5"]
    gone = made.retract(event_id, ground="another case", by="clerk", at=NOON)
    assert gone.case[ROOM].values == ()


def test_who_has_no_declaration_reads_the_case_all_the_same() -> None:
    """The core's rooms are equal, and what was passed over is named."""
    made = after(said(**WHOLE))
    unknown = UnknownEvent(
        kind="acme-legal/intake-set", schema=1, happened=DAY, payload="{}"
    )
    lines = [*made.log[:-1], evolve(made.log[-1], event=unknown)]
    read = CaseFile.of_log(lines)
    assert read.case.unread == ("acme-legal/intake-set",)
    assert read.case.people == made.case.people
    assert read.case.version == made.case.version
    assert made.case.unread == ()
    with pytest.raises(InvalidTypeError, match="has no room 'acme-legal/intake'"):
        read.case[ROOM]


def test_nothing_that_was_written_is_in_a_repr() -> None:
    """Of the event, of the line and of the state."""
    made = after(said(**WHOLE))
    for value in (made.log[-1].event, made.log[-1], made.case[ROOM], made.case, ROOM):
        assert CANARY not in repr(value)
        assert "12.50" not in repr(value)


def test_the_same_text_makes_the_same_room_also_elsewhere() -> None:
    """So that values of two processes, and of two calls, are equal."""
    assert fields_room(TEXT) is ROOM
    made = after(said(**WHOLE))
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert again.case[ROOM] == made.case[ROOM]
    assert type(again.log[-1].event) is Said


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("format = ", ("$",)),
        ("version = " + "9" * 5000, ("$",)),
        ("x" * 50_001, ("$",)),
        ("", ("$.format", "$.room", "$.version", "$.field")),
        (
            'format = 2\nroom = "intake"\nversion = 0\n',
            ("$.format", "$.room", "$.version", "$.field"),
        ),
        (f"{HEAD}[fields.a]\ntype = 'text'\n", ("$.fields", "$.field")),
        (f"{HEAD}field = 5\n", ("$.field",)),
        (f"{HEAD}[field]\na = 5\n", ("$.field.a",)),
        (f"{HEAD}title = '\\u0007'\n[field.a]\ntype='text'\n", ()),
        (f'{HEAD}title = "\\u0007"\n[field.a]\ntype="text"\n', ("$.title",)),
        (f"{HEAD}[field.a]\ntype = 'money'\n", ("$.field.a.type",)),
        (f"{HEAD}[field.a]\ntitle = ''\n", ("$.field.a.type", "$.field.a.title")),
        (f"{HEAD}[field.a]\ntype = 'text'\nlable = 'firm'\n", ("$.field.a.lable",)),
        (f"{HEAD}[field.a]\ntype = 'text'\nlabel = 'all'\n", ("$.field.a.label",)),
        (f"{HEAD}[field.a]\ntype = 'text'\nlabel = 5\n", ("$.field.a.label",)),
        (
            f"{HEAD}[field.a]\ntype = 'text'\nlabel = {{audience='firm',why=''}}\n",
            ("$.field.a.label.why",),
        ),
        (
            f"{HEAD}[field.a]\ntype = 'text'\nlabel = {{audience='firm',ground=''}}\n",
            ("$.field.a.label.ground",),
        ),
        (f"{HEAD}[field.a]\ntype = 'text'\nchoices = ['a']\n", ("$.field.a.choices",)),
        (f"{HEAD}[field.a]\ntype = 'choice'\n", ("$.field.a.choices",)),
        (f"{HEAD}[field.a]\ntype = 'choice'\nchoices = []\n", ("$.field.a.choices",)),
        (
            f"{HEAD}[field.a]\ntype = 'choice'\nchoices = ['a', 'A', 'a']\n",
            ("$.field.a.choices[1]", "$.field.a.choices[2]"),
        ),
        (f"{HEAD}[field.Referred]\ntype = 'text'\n", ("$.field.Referred",)),
        (f"{HEAD}[field.1st]\ntype = 'text'\n", ("$.field.1st",)),
        (f"{HEAD}[field.class]\ntype = 'text'\n", ("$.field.class",)),
    ],
)
def test_all_problems_of_a_declaration_at_once(
    text: str, problems: tuple[str, ...]
) -> None:
    """Each with its path; a text without any makes a room."""
    if not problems:
        assert fields_room(text).name == "acme-legal/intake"
        return
    with pytest.raises(DeclarationError) as caught:
        fields_room(text)
    assert tuple(path for path, _ in caught.value.problems) == problems
    assert all(path in str(caught.value) for path in problems)


def test_a_declaration_is_text() -> None:
    """And nothing else, hashable or not."""
    for wrong in (5, ["a"], b"format = 1"):
        with pytest.raises(InvalidTypeError, match="A declaration is text"):
            fields_room(wrong)  # type: ignore[arg-type]  # refused here


def test_no_field_takes_a_name_that_events_have() -> None:
    """Whatever a class of these events has is taken."""
    public = [name for name in dir(FieldsSet) if not name.startswith("_")]
    names = [name.replace("_", "-") for name in public if name.islower()]
    assert {"happened-on", "tags", "given", "clear"} <= set(names)
    for name in names:
        with pytest.raises(DeclarationError, match="Choose another"):
            fields_room(f"{HEAD}[field.{name}]\ntype = 'text'\n")


NEWER = TEXT.replace("version = 1", "version = 2")


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("", "", ()),
        ('"web"]', '"web", "fair"]', ()),
        ('title = "Referred by"', 'title = "Recommended by"', ()),
        ('label = "client"', 'label = "owner"', ()),
        (
            '[field.pays]\ntype = "party"',
            '[field.pays]\ntype = "party"\n[field.more]\ntype = "text"',
            (),
        ),
        ('label = "client"', 'label = "court"', ("$.field.worth.label",)),
        ('"referral", ', "", ("$.field.source.choices",)),
        ('type = "date"', 'type = "text"', ("$.field.begun.type",)),
        ("field.pays", "field.pays-now", ("$.field.pays",)),
        ("version = 2", "version = 1", ("$.version",)),
        ("acme-legal/intake", "acme-legal/intakes", ("$.room",)),
    ],
)
def test_a_newer_version_only_adds(
    old: str, new: str, problems: tuple[str, ...]
) -> None:
    """Nothing that cases have goes, and nobody more may see it."""
    newer = NEWER.replace(old, new) if old else NEWER
    if not problems:
        room = fields_room(newer, replaces=TEXT)
        assert (room.rows[0].schema, room.rows[0].since) == (2, 1)
        return
    with pytest.raises(DeclarationError) as caught:
        fields_room(newer, replaces=TEXT)
    assert tuple(path for path, _ in caught.value.problems) == problems


def test_what_older_versions_recorded_is_read_for_ever() -> None:
    """Line by line, to the byte; by the same, by a newer declaration, and by none."""
    made = after(said(**WHOLE), said(clear=("worth",)))
    texts = [line_text(line, MODEL) for line in made.log]
    assert [line_of(text, MODEL) for text in texts] == list(made.log)
    newer = Model.core().with_facets(
        fields_room(f'{NEWER}[field.more]\ntype = "text"\n', replaces=TEXT)
    )
    lines = [line_of(text, newer) for text in texts]
    assert [line.text for line in lines] == texts
    read = CaseFile.of_log(lines, model=newer).case[newer.facets[-1]]
    assert read.values == made.case[ROOM].values
    without = [line_of(text) for text in texts]
    assert [line_text(line) for line in without] == texts
    assert CaseFile.of_log(without).case.unread == ("acme-legal/intake-set",)


_GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "referred_by": st.sampled_from(["A", "B"]),
        "source": st.sampled_from(["web", "referral"]),
        "worth": st.integers(-5, 5),
        "clear": st.lists(
            st.sampled_from(["referred-by", "source", "worth"]), unique=True
        ).map(tuple),
    },
)


@given(st.lists(_GIVEN, max_size=8))
def test_the_fields_are_a_dictionary_with_a_memory(acts: list[dict[str, Any]]) -> None:
    """They equal one that is kept beside them, and the log gives them again."""
    made, model, changes = file(), dict[str, str](), 0
    for act in acts:
        try:
            made = made.record(said(**act), by="clerk", at=NOON)
        except LegalCaseError:
            continue
        for name in act.get("clear", ()):
            del model[name]
            changes += 1
        for name, value in act.items():
            if name != "clear":
                model[name.replace("_", "-")] = str(value)
                changes += 1
    fields: Fields = made.case[ROOM]
    assert {one.name: one.value for one in fields.values} == model
    assert len(fields.history) == changes
    again = CaseFile.of_log(made.log, model=MODEL)
    assert again.case == made.case
