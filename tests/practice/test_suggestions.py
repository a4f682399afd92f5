"""What a program suggests counts for nothing until a named person stands by it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from attrs import evolve

from case_files import DAY, NOON
from legalcase.codec import decode, encode, from_json, line_of, line_text, to_json
from legalcase.codec.snapshots import folded_of, snapshot_text
from legalcase.errors import (
    ConflictingInputError,
    CorrectionRefusedError,
    DecodeError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, UnknownEvent
from legalcase.kernel.events.inner import Supposed
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    Content,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
    Filed,
    Model,
    NoteAdded,
    OrderEntered,
    PartyJoined,
)
from legalcase.practice import (
    MODEL,
    SUGGESTIONS,
    NeedSatisfied,
    SourceRead,
    SourceRejected,
    SourceSpan,
    SourceSuggested,
    Suggested,
    SuggestionAccepted,
    SuggestionEdited,
    accept_suggestion,
    edited_fields,
    reject_suggestion,
    stale_because,
)
from legalcase.storage.projecting.words import SUPPOSED, words_of
from suggestion_samples import CONTENT, NOTICE, READER, opened, span, suggested, terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Event

PERSON: dict[str, Any] = {"by": "lead", "at": NOON}
NEW = Content.of(b"another notice", media_type="text/plain")
VERSION = DocumentVersionAdded(document_id="notice", content=NEW, happened_on=DAY)


def proposed(*more: Any, **said: Any) -> CaseFile:
    """A case with one suggestion."""
    file = opened().record(suggested(**said), by=READER, at=NOON)
    return file.record(*more, by="clerk", at=NOON) if more else file


def the_first(file: CaseFile) -> Any:
    """The suggestion of it."""
    return file.case[SUGGESTIONS].suggestions["s-1"]


def test_what_is_accepted_is_recorded_as_it_was() -> None:
    """In one act: the event, and who stood by it, both because of the suggestion."""
    file = proposed()
    assert the_first(file).is_open
    assert len(file.case.docket) == 0
    after = accept_suggestion(file, "s-1", **PERSON, reason="read it")
    event, decision = after.log[-2:]
    assert event.event == terms().event
    assert [one.event_id for one in after.case.docket] == [event.event_id]
    assert decision.event == SuggestionAccepted(
        suggestion_id="s-1", event_id=event.event_id, happened_on=DAY
    )
    cause = file.log[-1].event_id
    for line in (event, decision):
        assert (line.cause, line.actor, line.reason) == (cause, "lead", "read it")
    one = the_first(after)
    assert (one.state, one.decided_on, one.decided_by) == ("accepted", DAY, "lead")
    assert one.recorded_as == event.event_id
    assert after.case[SUGGESTIONS].open == ()
    assert edited_fields(after, "s-1") == ()


def test_what_is_edited_says_what_differs() -> None:
    """The lines tell; an edit that changes nothing is an acceptance."""
    file = proposed()
    event: Any = terms().event
    same = accept_suggestion(file, "s-1", **PERSON, edited=evolve(event))
    assert the_first(same).state == "accepted"
    other = evolve(event, title="The complaint", happened_on=date(2026, 5, 5))
    after = accept_suggestion(file, "s-1", **PERSON, edited=other)
    assert isinstance(after.log[-1].event, SuggestionEdited)
    assert after.case.docket[after.log[-2].event_id].title == "The complaint"
    assert edited_fields(after, "s-1") == ("happened_on", "title")
    order = OrderEntered(title="Order", happened_on=DAY)
    after = accept_suggestion(file, "s-1", **PERSON, edited=order)
    assert edited_fields(after, "s-1") == ("kind",)
    assert edited_fields(file, "s-1") == ()


def test_what_is_decided_stays_decided() -> None:
    """Neither twice, nor the other way, nor by hand; the state is named."""
    file = accept_suggestion(proposed(), "s-1", **PERSON)
    acts: tuple[Callable[[], CaseFile], ...] = (
        lambda: accept_suggestion(file, "s-1", **PERSON),
        lambda: reject_suggestion(file, "s-1", **PERSON, ground="no"),
        lambda: file.record(
            SuggestionAccepted(suggestion_id="s-1", event_id="x", happened_on=DAY),
            **PERSON,
        ),
    )
    for again in acts:
        with pytest.raises(IllegalTransitionError, match="'s-1' is accepted") as error:
            again()
        assert error.value.state == "accepted"
    rejected = reject_suggestion(proposed(), "s-1", **PERSON, ground="no such paper")
    assert the_first(rejected).state == "rejected"
    assert rejected.log[-1].cause == the_first(rejected).line_id
    with pytest.raises(IllegalTransitionError, match="is rejected"):
        accept_suggestion(rejected, "s-1", **PERSON)
    with pytest.raises(UnknownNameError, match="Did you mean 's-1'"):
        accept_suggestion(file, "s-2", **PERSON)


def test_a_command_is_done_once() -> None:
    """The same command again changes nothing; another cannot decide again."""
    file = proposed()
    once = accept_suggestion(file, "s-1", **PERSON, command_id="c-1")
    assert accept_suggestion(once, "s-1", **PERSON, command_id="c-1") == once
    with pytest.raises(IllegalTransitionError):
        accept_suggestion(once, "s-1", **PERSON, command_id="c-2")
    event: Any = terms().event
    other = evolve(event, title="Other")
    with pytest.raises(ConflictingInputError, match="with other events"):
        accept_suggestion(once, "s-1", **PERSON, command_id="c-1", edited=other)


def test_a_program_decides_on_nothing_of_its_own() -> None:
    """Nor does nobody; whoever writes the program's name otherwise is still it."""
    file = proposed()
    for by in (READER, "READER 2.1"):
        with pytest.raises(InvalidValueError, match="cannot decide on what it sugg"):
            accept_suggestion(file, "s-1", by=by, at=NOON)
        with pytest.raises(InvalidValueError, match="cannot decide"):
            reject_suggestion(file, "s-1", by=by, at=NOON, ground="no")
    for by in ("", "  "):
        with pytest.raises(InvalidValueError, match="by is empty"):
            accept_suggestion(file, "s-1", by=by, at=NOON)
    assert the_first(accept_suggestion(file, "s-1", by="reader", at=NOON))


@pytest.mark.parametrize("decision", [SuggestionAccepted, SuggestionEdited])
def test_nobody_stands_by_what_was_not_recorded(decision: Any) -> None:
    """Entered by hand, too: the event is there first, or the decision is refused."""
    file, when = proposed(), {"suggestion_id": "s-1", "happened_on": DAY}
    with pytest.raises(InvalidValueError, match="No line 'nowhere' is in the case"):
        file.record(decision(event_id="nowhere", **when), **PERSON)
    event: Any = Draft(cast("Event", terms().event), event_id="here")
    there = file.record(event, decision(event_id="here", **when), **PERSON)
    assert the_first(there).recorded_as == "here"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (VERSION, "new-version"),
        (DocumentSuperseded(document_id="notice", happened_on=DAY), "document-super"),
    ],
    ids=["version", "superseded"],
)
def test_what_is_stale_cannot_be_accepted(change: Any, why: str) -> None:
    """It says so, it can be rejected, and what is read again can be accepted."""
    file = proposed(change)
    found = stale_because(span(), file.case.documents)
    assert found is not None
    assert found.startswith(why)
    assert the_first(file).state == "proposed"
    with pytest.raises(IllegalTransitionError, match=f"is stale \\({why}") as error:
        accept_suggestion(file, "s-1", **PERSON)
    assert error.value.state == "stale"
    by_hand = SuggestionAccepted(suggestion_id="s-1", event_id="x", happened_on=DAY)
    with pytest.raises(IllegalTransitionError, match="is stale"):
        file.record(by_hand, **PERSON)
    rows = [one for one in file.possible(**PERSON) if one.subject == "s-1"]
    ready = {one.event for one in rows if one.is_ready}
    assert ready == {"SuggestionRejected"}
    gone = reject_suggestion(file, "s-1", **PERSON, ground="stale")
    assert the_first(gone).state == "rejected"
    with pytest.raises(InvalidValueError, match="is not the one that holds"):
        file.record(suggested("s-2"), by=READER, at=NOON)


def test_the_same_bytes_again_are_no_news() -> None:
    """Stale is worked out: what comes back holds again."""
    back = DocumentVersionAdded(document_id="notice", content=CONTENT, happened_on=DAY)
    file = proposed(VERSION)
    assert stale_because(span(), file.case.documents) == "new-version"
    file = file.record(back, by="clerk", at=NOON)
    assert stale_because(span(), file.case.documents) is None
    assert the_first(accept_suggestion(file, "s-1", **PERSON)).state == "accepted"


def test_a_document_can_be_taken_back_whatever_was_read_from_it() -> None:
    """A suggestion refuses no correction: the document goes, and it is stale."""
    file = proposed()
    line = next(one for one in file.log if one.kind == "document-received")
    after = file.retract(line.event_id, ground="of another case", **PERSON)
    assert "notice" not in after.case.documents
    assert stale_because(span(), after.case.documents) == "document-gone"
    with pytest.raises(IllegalTransitionError, match="document-gone"):
        accept_suggestion(after, "s-1", **PERSON)
    assert the_first(after).is_open
    again = CaseFile.of_log(after.log, model=MODEL)
    assert again.case[SUGGESTIONS] == after.case[SUGGESTIONS]


def test_what_the_case_refuses_is_refused_and_nothing_recorded() -> None:
    """With the case's own words; a suggestion may be of anything, even of nonsense."""
    note = NoteAdded(note_id="n", text="t", happened_on=DAY)
    file = proposed(note, event=note)
    with pytest.raises(InvalidValueError, match="The note 'n' is there already"):
        accept_suggestion(file, "s-1", **PERSON)
    need = NeedSatisfied(need_id="none", how="h", happened_on=DAY)
    for event in (need, CaseOpened(caption="C", happened_on=DAY)):
        wrong = proposed(event=event)
        before = wrong.log
        with pytest.raises((UnknownNameError, InvalidValueError)):
            accept_suggestion(wrong, "s-1", **PERSON)
        assert wrong.log == before
        assert the_first(wrong).is_open


def test_a_suggestion_gives_and_takes_no_id() -> None:
    """What it would bring is free for others; what it names need not be there."""
    joined = PartyJoined(
        party_id="roe", name="R", roles=("plaintiff",), happened_on=DAY
    )
    motion = Filed(title="M", by=("roe",), happened_on=DAY)
    file = proposed(event=joined).record(
        suggested("s-2", event=motion), by=READER, at=NOON
    )
    assert "party:roe" not in file.case.folded.known
    with pytest.raises(UnknownNameError):
        accept_suggestion(file, "s-2", **PERSON)
    file = accept_suggestion(file, "s-1", **PERSON)
    file = accept_suggestion(file, "s-2", **PERSON)
    assert file.case.people.participants["roe"].party_id == "roe"


def test_a_store_finds_a_suggestion_by_no_word() -> None:
    """Neither of its event, nor of its quotation, nor of what corrects it."""
    file = proposed(event=Filed(title="Zyzzyva", number="77", happened_on=DAY))
    corrected = file.correct(
        the_first(file).line_id, confidence=0.1, ground="xylophone", **PERSON
    )
    without = line_of(line_text(file.log[-1], MODEL))
    assert isinstance(without.event, UnknownEvent)
    for line in (file.log[-1], without, corrected.log[-1]):
        assert words_of(line) == ()
    after = accept_suggestion(file, "s-1", **PERSON)
    assert "zyzzyva" in words_of(after.log[-2])


def test_every_kind_of_the_room_is_fenced() -> None:
    """Also for a program without the room, which knows the kinds by their names."""
    assert {row.kind for row in SUGGESTIONS.rows} == SUPPOSED
    assert all(issubclass(row.event, Supposed) for row in SUGGESTIONS.rows)
    others = [row.event for row in MODEL.rows() if row not in SUGGESTIONS.rows]
    assert not any(issubclass(event, Supposed) for event in others)


def test_what_is_wrong_is_refused_where_it_is_made() -> None:
    """With what was wrong, and what to do."""
    wrong: Any
    for wrong in (-0.1, 1.1, float("nan"), -0.0, 1, True, "0.5", None):
        with pytest.raises(InvalidValueError, match="Pass a float from 0"):
            suggested(confidence=wrong)
    for wrong in ("", "reader", " reader 2", "re\nader 2", "r " + "x" * 200, 7, None):
        with pytest.raises((InvalidValueError, InvalidTypeError), match="version"):
            suggested(producer=wrong)
    for wrong in (None, "filed", object()):
        with pytest.raises(InvalidTypeError, match="event needs an event"):
            suggested(event=wrong)
    with pytest.raises(InvalidValueError, match="no suggestion is about another"):
        suggested(event=suggested())
    for start, end in ((0, 0), (5, 4), (-1, 4), (0, len(NOTICE) + 1), (1.0, 4)):
        with pytest.raises(InvalidValueError, match="does not lie in a text"):
            span(start, end)  # type: ignore[arg-type]  # as others may
    with pytest.raises(InvalidValueError, match="nothing stands in it"):
        evolve(span(), end=3)
    with pytest.raises(InvalidValueError, match="no digest"):
        evolve(span(), digest="abc")
    with pytest.raises(InvalidValueError, match="half of a surrogate"):
        SourceSpan.of("\ud800", 0, 1, document_id="d", digest=CONTENT.digest)
    file = opened()
    unknown = UnknownEvent(kind="acme/x", schema=1, happened=None, payload="{}")
    for event, match in (
        (suggested(event=unknown), "does not know"),
        (suggested(source=evolve(span(), document_id="notices")), "Did you mean"),
        (suggested(source=evolve(span(), digest="0" * 64)), "not the one that holds"),
    ):
        with pytest.raises(
            (InvalidTypeError, InvalidValueError, UnknownNameError), match=match
        ):
            file.record(event, by=READER, at=NOON)
    with pytest.raises(InvalidTypeError, match="edited needs an event"):
        accept_suggestion(proposed(), "s-1", **PERSON, edited="x")  # type: ignore[arg-type]  # as others may
    with pytest.raises(InvalidValueError, match="says nothing that happened"):
        accept_suggestion(proposed(), "s-1", **PERSON, edited=suggested())
    with pytest.raises(InvalidTypeError, match="file needs a CaseFile"):
        accept_suggestion(file.case, "s-1", **PERSON)  # type: ignore[arg-type]  # as others may
    with pytest.raises(InvalidValueError, match="before what it follows"):
        accept_suggestion(proposed(), "s-1", **PERSON, on=DAY - timedelta(days=1))


def test_a_span_says_what_is_wrong_with_it_in_a_text() -> None:
    """And no word of the text."""
    assert list(span().problems_in(NOTICE)) == []
    assert list(span().problems_in(NOTICE[:20])) == [
        "it is of another text",
        "it ends at 49, and the text has 20 characters",
    ]
    other = NOTICE.replace("Complaint", "Complaint"[::-1])
    assert list(span().problems_in(other)) == [
        "it is of another text",
        "its quotation is not what stands there",
    ]


def test_it_bears_the_strictest_label() -> None:
    """Of its own, of its document, and of what it suggests."""
    owner = Label(audience="owner", ground="privileged")
    wide = Label(audience="public")
    assert the_first(proposed()).label.audience == "firm"
    relabelled = DocumentRelabelled(document_id="notice", label=owner, happened_on=DAY)
    file = opened().record(relabelled, by="clerk", at=NOON)
    file = file.record(suggested(label=wide), by=READER, at=NOON)
    assert the_first(file).label.audience == "owner"
    sealed = Filed(title="t", label=owner, happened_on=DAY)
    assert the_first(proposed(event=sealed, label=wide)).label.audience == "owner"
    note = NoteAdded(note_id="n", text="t", happened_on=DAY)
    assert the_first(proposed(event=note, label=wide)).label.audience == "firm"


# What lies in a line, on the wire.


def test_the_event_goes_by_its_own_kind_and_schema() -> None:
    """Whatever is around it; and comes back as it was."""
    need = NeedSatisfied(need_id="none", how="h", happened_on=DAY)
    for event in (terms().event, need):
        file = proposed(event=event)
        corrected = file.correct(
            the_first(file).line_id, confidence=0.1, ground="g", **PERSON
        )
        text = line_text(file.log[-1], MODEL)
        inside = json.loads(text)["data"]["event"]["event"]
        assert inside.keys() == {"kind", "schema", "data"}
        for line in (file.log[-1], corrected.log[-1]):
            assert line_of(line_text(line, MODEL), MODEL) == line
            assert from_json(line_text(line, MODEL), MODEL) == line
        assert decode(encode(suggested(event=event), MODEL), MODEL) == suggested(
            event=event
        )
        assert from_json(to_json(suggested(event=event), MODEL), MODEL)
        folded = corrected.case.folded
        again = folded_of(
            snapshot_text(folded), MODEL, stream=folded.stream, number=folded.number
        )
        assert again == folded


def _of_tomorrow(text: str) -> str:
    """The text of a line in which the event inside is of a newer version."""
    data = json.loads(text)
    holder = data["data"]["event"]
    holder = holder["event"]["data"] if "ground" in holder else holder
    holder["event"] = {"kind": "acme/seen", "schema": 1, "data": "@"}
    raw = '{"n": 1.10, "big":123456789012345678901234567890, "é":"\\u00e9"}'
    return json.dumps(data).replace('"@"', raw)


def test_an_event_of_tomorrow_keeps_its_bytes() -> None:
    """The suggestion is read all the same; it cannot be accepted here."""
    file = proposed()
    corrected = file.correct(
        the_first(file).line_id, confidence=0.1, ground="g", **PERSON
    )
    for line, count in ((file.log[-1], 1), (corrected.log[-1], 2)):
        text = _of_tomorrow(line_text(line, MODEL))
        back = line_of(text, MODEL)
        assert line_text(back, MODEL) == text
        inside: Any = back.event
        for _ in range(count):
            assert not isinstance(inside, UnknownEvent)
            inside = inside.event
        assert isinstance(inside, UnknownEvent)
        assert (inside.kind, inside.schema) == ("acme/seen", 1)
        assert inside.payload == (
            '{"n": 1.10, "big":123456789012345678901234567890, "é":"\\u00e9"}'
        )
        assert words_of(back) == ()
    text = _of_tomorrow(line_text(file.log[-1], MODEL))
    log = [*file.log[:-1], line_of(text, MODEL)]
    tomorrow = CaseFile.of_log(log, model=MODEL)
    assert the_first(tomorrow).kind == "acme/seen"
    with pytest.raises(InvalidTypeError, match="'acme/seen', which this program"):
        accept_suggestion(tomorrow, "s-1", **PERSON)
    known: Any = terms().event
    edited = accept_suggestion(tomorrow, "s-1", **PERSON, edited=known)
    assert the_first(edited).state == "edited"
    # What a newer version of the same kind wrote is unknown, too.
    newer = json.loads(line_text(file.log[-1], MODEL))
    newer["data"]["event"]["event"]["schema"] = 9
    read: Any = line_of(json.dumps(newer), MODEL).event
    assert isinstance(read.event, UnknownEvent)
    # Without its text it is written from what is known of it.
    bare = evolve(log[-1])
    assert bare.text is None
    back = line_of(line_text(bare, MODEL), MODEL)
    assert isinstance(back.event, Suggested)
    assert isinstance(back.event.event, UnknownEvent)


def test_what_is_entered_is_read_strictly() -> None:
    """An event inside that nobody knows, or that is none, is refused with its path."""
    envelope = encode(suggested(), MODEL)
    inside = envelope["data"]["event"]
    for change, where in (
        ({"kind": "acme/seen"}, "$.data.event"),
        ({"schema": 9}, "$.data.event"),
        ({"kind": 7}, "$.data.event.kind"),
        ({"data": {}}, "$.data.event.data"),
        ({"more": 1}, "$.data.event"),
        ({"kind": "practice/suggested", "data": envelope["data"]}, "$.data"),
        ({"kind": "corrected"}, "$.data.event"),
    ):
        data = {**envelope["data"], "event": {**inside, **change}}
        with pytest.raises(DecodeError) as error:
            decode({**envelope, "data": data}, MODEL)
        assert any(path.startswith(where) for path, _ in error.value.problems), change
    wrong: Any
    for wrong in (None, 7, [], {}, "filed"):
        data = {**envelope["data"], "event": wrong}
        with pytest.raises(DecodeError):
            decode({**envelope, "data": data}, MODEL)
        line = json.loads(line_text(proposed().log[-1], MODEL))
        line["data"]["event"]["event"] = wrong
        with pytest.raises(DecodeError):
            line_of(json.dumps(line), MODEL)


def test_a_model_without_the_room_of_the_event_reads_the_suggestion() -> None:
    """The event is one of others then; whoever has the room reads it as it was."""
    need = NeedSatisfied(need_id="none", how="h", happened_on=DAY)
    file = proposed(event=need)
    texts = [line_text(line, MODEL) for line in file.log]
    alone = Model(
        "case", CaseOpened, Case.from_events(file.log[:1]).folded.model.facets
    )
    alone = alone.with_facets(SUGGESTIONS)
    read = [line_of(text, alone) for text in texts]
    case = Case.from_events(read, model=alone)
    one = case[SUGGESTIONS].suggestions["s-1"]
    assert (one.kind, type(one.event)) == ("practice/need-satisfied", UnknownEvent)
    assert [line_text(line, alone) for line in read] == texts


# Sources for questions.


def source(**said: Any) -> SourceSuggested:
    """A source that the program read."""
    first: dict[str, Any] = {
        "source_id": "f-1",
        "question": "Is it late?",
        "locator": "1 Example Reports 1",
        "read": True,
        "quotation": "It is so.",
        "digest": CONTENT.digest,
        "confidence": 0.9,
        "producer": READER,
        "happened_on": DAY,
    }
    return SourceSuggested(**{**first, **said})


UNREAD: dict[str, Any] = {"read": False, "quotation": None, "digest": None}


def test_a_source_says_whether_anybody_read_it() -> None:
    """Until a person did; the program itself is nobody."""
    file = opened().record(
        source(), source(source_id="f-2", **UNREAD), by=READER, at=NOON
    )
    room = file.case[SUGGESTIONS]
    assert [one.warning for one in room.unread] == [
        "read by the program alone",
        "not read by anybody",
    ]
    read = SourceRead(source_id="f-2", note="says so", happened_on=DAY)
    with pytest.raises(InvalidValueError, match="cannot decide"):
        file.record(read, by=READER, at=NOON)
    after = file.record(read, **PERSON).case[SUGGESTIONS]
    assert after.sources["f-2"].warning == ""
    assert [one.source_id for one in after.unread] == ["f-1"]
    gone = SourceRejected(source_id="f-2", ground="there is none", happened_on=DAY)
    assert file.record(gone, **PERSON).case[SUGGESTIONS].sources["f-2"].warning
    dropped = file.record(read, gone, **PERSON)
    assert dropped.case[SUGGESTIONS].sources["f-2"].state == "rejected"
    with pytest.raises(IllegalTransitionError, match="is rejected"):
        dropped.record(read, **PERSON)


def test_what_was_not_read_is_not_quoted() -> None:
    """And what was read has what it says, and the digest of that."""
    for said in ({"quotation": None}, {"digest": None}):
        with pytest.raises(MissingInputError, match="was read, and has no"):
            source(**said)
    for name in ("quotation", "digest"):
        said = {**UNREAD, name: getattr(source(), name)}
        with pytest.raises(ConflictingInputError, match="was not read, and has a"):
            source(**said)


def test_what_was_accepted_can_be_taken_back() -> None:
    """The event alone, or with the decision; the suggestion alone is held by them."""
    file = accept_suggestion(proposed(), "s-1", **PERSON)
    event, decision = file.log[-2:]
    back = file.retract(event.event_id, ground="not ours", **PERSON)
    assert len(back.case.docket) == 0
    assert the_first(back).state == "accepted"
    with pytest.raises(CorrectionRefusedError):
        file.retract(the_first(file).line_id, ground="g", **PERSON)
    both = file.retract(event.event_id, decision.event_id, ground="g", **PERSON)
    assert the_first(both).is_open
    again = accept_suggestion(both, "s-1", **PERSON)
    assert len(again.case.docket) == 1
