"""Documents: versions, what holds, what is missing, what is there twice."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, after, joined, opened
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref

LATER = DAY + timedelta(days=9)
ONE = m.Content.of(b"one", media_type="application/pdf")
TWO = m.Content.of(b"two", media_type="application/pdf")


def received(document_id: str = "d", **said: Any) -> m.DocumentReceived:
    """A paper that came on the first day."""
    given: dict[str, Any] = {
        "kind": "answer",
        "title": f"Answer {CANARY}",
        "content": ONE,
        "happened_on": DAY,
        **said,
    }
    return m.DocumentReceived(document_id=document_id, **given)


def created(document_id: str = "ours", **said: Any) -> m.DocumentCreated:
    """One of our own."""
    given: dict[str, Any] = {"kind": "engagement-letter", "happened_on": DAY, **said}
    return m.DocumentCreated(document_id=document_id, title=f"T {CANARY}", **given)


def test_content_says_which_bytes() -> None:
    """By their SHA-256; nobody looks into them."""
    assert ONE.digest == sha256(b"one").hexdigest()
    assert (ONE.size, ONE.media_type) == (3, "application/pdf")
    assert m.Content.of(b"").size == 0
    text: Any = "text"
    with pytest.raises(InvalidTypeError, match="Read the file as bytes"):
        m.Content.of(text)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"digest": "A" * 64}, "digest is no digest"),
        ({"digest": "a" * 63}, "digest is no digest"),
        ({"size": -1}, "size needs a number of bytes"),
        ({"size": True}, "size needs a number of bytes"),
        ({"media_type": "PDF"}, "media_type is no media type"),
        ({"media_type": "text/html; charset=utf-8"}, "media_type is no media type"),
    ],
)
def test_what_says_no_bytes_is_refused(said: dict[str, Any], error: str) -> None:
    """With what it should have been."""
    given: dict[str, Any] = {"digest": "a" * 64, "size": 1, **said}
    with pytest.raises(InvalidValueError, match=error):
        m.Content(**given)


def test_a_version_takes_the_place_of_the_one_before() -> None:
    """All are kept; the same bytes again are none."""
    added = m.DocumentVersionAdded(
        document_id="d", content=TWO, note="Signed", happened_on=LATER
    )
    file = after(opened(), received(), added)
    document = file.case.documents["d"]
    assert [one.number for one in document.versions] == [1, 2]
    assert (document.content, document.version.from_on) == (TWO, LATER)
    assert document.digests == (ONE.digest, TWO.digest)
    assert file.case.documents.with_digest(ONE.digest) == (document,)
    with pytest.raises(InvalidValueError, match="these bytes already, as version 2"):
        after(file, added)


def test_the_current_one_of_a_kind_is_the_last_that_holds() -> None:
    """And where there is none, the kinds are named that there are."""
    file = after(opened(), received(), received("d-2", content=TWO))
    documents = file.case.documents
    assert documents.current("answer").document_id == "d-2"
    assert ("d" in documents, "e" in documents, documents.find("e")) == (
        True,
        False,
        None,
    )
    replaced = m.DocumentSuperseded(document_id="d-2", by="d", happened_on=LATER)
    file = after(file, replaced)
    assert file.case.documents.current("answer").document_id == "d"
    assert file.case.documents["d-2"].superseded_by == "d"
    with pytest.raises(UnknownNameError, match="There are answer"):
        file.case.documents.current("engagement-letter")
    with pytest.raises(UnknownNameError, match="There is no document in the case yet"):
        opened().case.documents.current("answer")
    with pytest.raises(IllegalTransitionError, match="is superseded, and DocumentVers"):
        after(
            file,
            m.DocumentVersionAdded(document_id="d-2", content=ONE, happened_on=LATER),
        )
    for by in ("d", "d-2"):
        wrong = m.DocumentSuperseded(document_id="d", by=by, happened_on=LATER)
        with pytest.raises(IllegalTransitionError, match="cannot take the place of"):
            after(file, wrong)


def test_a_paper_is_of_the_entry_that_names_it() -> None:
    """Or says itself of what it is; what was superseded stays what was filed."""
    filed = m.Filed(title="Answer", documents=("d",), happened_on=DAY)
    file = after(opened(), received(), Draft(filed, event_id="filed"))
    entry = Ref("event", "filed")
    assert [one.document_id for one in file.case.documents.about(entry)] == ["d"]
    file = after(file, received("exhibit", kind="exhibit", of=(entry,)))
    linked = m.DocumentLinked(
        document_id="exhibit", of=(Ref("document", "d"),), happened_on=LATER
    )
    file = after(file, linked, m.DocumentSuperseded(document_id="d", happened_on=LATER))
    documents = file.case.documents
    assert [one.document_id for one in documents.about(entry)] == ["d", "exhibit"]
    assert documents["exhibit"].of == ("event:filed", "document:d")
    with pytest.raises(UnknownNameError, match="There is no document 'e'"):
        after(file, m.Filed(title="More", documents=("e",), happened_on=LATER))


def test_who_may_see_a_document_follows_from_how_it_came() -> None:
    """Ours is work product; produced is not public; a label of its own wins."""
    file = after(opened(), joined("roe"), received(), created())
    documents = file.case.documents
    assert documents["ours"].label == Label(audience="firm", ground="work-product")
    assert documents["d"].label == Label(audience="firm")
    produced = m.DocumentProduced(
        document_id="d", to=("roe",), numbers="ACME 1-3", happened_on=LATER
    )
    file = after(file, produced)
    document = file.case.documents["d"]
    assert not document.label.admits("party")
    assert (document.productions[0].to, document.productions[0].on) == (
        ("roe",),
        LATER,
    )
    public = Label(audience="public")
    changed = m.DocumentRelabelled(document_id="d", label=public, happened_on=LATER)
    assert after(file, changed).case.documents["d"].label == public
    assert CANARY not in repr(document)


def test_what_is_required_and_not_there_is_listed_with_why() -> None:
    """As it stands, or as of a day."""
    letter = m.RequiredDocument(kind="engagement-letter", authority="Model Rule 1.5(b)")
    answer = m.RequiredDocument(
        kind="answer", authority="Fed. R. Civ. P. 12", since_on=LATER
    )
    file = after(opened(), created(happened_on=LATER))
    (row,) = m.missing(file.case, (letter, answer))
    assert (row.kind, row.why, row.since_on) == ("answer", answer.authority, LATER)
    (row,) = m.missing(file.case, (letter, answer), on=DAY)
    assert row.kind == "engagement-letter"
    over = m.DocumentSuperseded(document_id="ours", happened_on=LATER)
    file = after(file, over)
    (row,) = m.missing(file.case, (letter,))
    assert row.superseded == ("ours",)
    assert m.missing(file.case, ()) == ()
    wrong: Any = ("answer",)
    with pytest.raises(InvalidTypeError, match="RequiredDocument"):
        m.missing(file.case, wrong)


def test_the_same_bytes_in_two_documents_are_found() -> None:
    """In one case or in several, in any version; of one document they are none."""
    back: tuple[Any, ...] = tuple(
        m.DocumentVersionAdded(document_id="d", content=content, happened_on=LATER)
        for content in (TWO, ONE)
    )
    case = after(opened(), received(), *back).case
    assert m.duplicates([case]) == ()
    twice = after(opened(), received("x"), received("y", content=TWO)).case
    (one, two) = m.duplicates([case, twice])
    assert one.digest == ONE.digest
    assert [(place.document_id, place.version) for place in one.places] == [
        ("d", 1),
        ("d", 3),
        ("x", 1),
    ]
    assert one.cases == ("roe",)
    assert two.digest == TWO.digest
    paper = after(opened(), received("a", content=None), received("b", content=None))
    assert m.duplicates([paper.case]) == ()


def test_the_documents_of_a_day_are_those_that_had_come() -> None:
    """`true_on`, as of everything in a case."""
    added = m.DocumentVersionAdded(document_id="d", content=TWO, happened_on=LATER)
    file = after(opened(), received(), added)
    assert file.as_of(true_on=DAY).documents["d"].content == ONE
    day = date(2026, 6, 4)
    assert len(file.as_of(true_on=day).documents) == 1


def test_what_is_sealed_on_the_docket_seals_its_papers() -> None:
    """Never makes one wider, and unsealed is a paper by itself."""
    public = Label(audience="public")
    filed = m.Filed(title="Answer", documents=("d", "ours"), happened_on=DAY)
    file = after(
        opened(), received(label=public), created(), Draft(filed, event_id="filed")
    )
    sealed = Label(audience="court", ground="sealed")
    seal = m.EntrySealed(entry_id="filed", label=sealed, happened_on=LATER)
    file = after(file, seal, m.EntryUnsealed(entry_id="filed", happened_on=LATER))
    documents = file.case.documents
    assert documents["d"].label == sealed
    assert documents["ours"].label == Label(audience="firm", ground="work-product")
    assert file.case.docket["filed"].label == public


def test_a_line_is_found_by_the_bytes_it_brings() -> None:
    """In a store, without reading it."""
    added = m.DocumentVersionAdded(document_id="d", content=TWO, happened_on=LATER)
    assert added.tags() == (f"digest:{TWO.digest}",)
    assert received().tags() == (f"digest:{ONE.digest}",)
    assert created().tags() == ()


def test_a_case_as_plain_data_has_its_papers() -> None:
    """Every register is a list there, also in a room of several."""
    data = after(opened(), joined("roe"), received()).case.to_dict()
    assert [one["document_id"] for one in data["documents"]["register"]] == ["d"]
    assert [one["party_id"] for one in data["people"]["participants"]] == ["roe"]
