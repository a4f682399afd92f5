"""What programs of others give is checked, and whatever they do is one clear error."""

from __future__ import annotations

import time
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen

from case_files import DAY, NOON
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.interop import sources_from, suggestions_from
from legalcase.kernel import Event, Label, UnknownEvent
from legalcase.model import Content, DocumentVersionAdded, Filed
from legalcase.practice import SUGGESTIONS, accept_suggestion
from legalcase.testing import AnalyzerContract
from suggestion_samples import (
    CONTENT,
    NOTICE,
    READER,
    Finder,
    Hostile,
    LineReader,
    opened,
    span,
    terms,
)

if TYPE_CHECKING:
    from legalcase.ports import Analyzer, Research

MARK = "privileged-words"


def read(analyzer: Any, text: str = NOTICE, **said: Any) -> tuple[Any, ...]:
    """What comes of it."""
    first: dict[str, Any] = {
        "document_id": "notice",
        "digest": CONTENT.digest,
        "case": opened().case,
        "on": DAY,
    }
    return suggestions_from(analyzer, text, **{**first, **said})


def test_what_a_program_reads_can_be_recorded_and_accepted() -> None:
    """One call each; protocols are met by what has their methods."""
    reader: Analyzer = LineReader()
    finder: Research = Finder()
    label = Label(audience="owner")
    made = read(reader, label=label)
    assert [one.event.title for one in made] == [
        "Complaint",
        "Answer",
        "Motion to dismiss",
    ]
    assert {one.label for one in made} == {label}
    found = sources_from(finder, "Is it late?", case=opened().case, on=DAY)
    assert [one.read for one in found] == [True, False]
    file = opened().record(*made, *found, by=READER, at=NOON)
    room = file.case[SUGGESTIONS]
    assert (len(room.open), len(room.unread)) == (3, 2)
    after = accept_suggestion(file, made[0].suggestion_id, by="lead", at=NOON)
    assert [entry.title for entry in after.case.docket] == ["Complaint"]


def test_what_was_suggested_is_not_suggested_again() -> None:
    """Whatever was decided; another place, text or program is something else."""
    file = opened().record(*read(LineReader()), by=READER, at=NOON)
    assert read(LineReader(), case=file.case) == ()
    assert len(read(LineReader(producer="reader 2.2"), case=file.case)) == 3
    twice = Hostile(lambda *_, **__: [terms(), terms(confidence=0.1)])
    assert len(read(twice)) == 1
    elsewhere = terms(source=span(17, 48))
    assert len(read(Hostile(lambda *_, **__: [terms(), elsewhere]))) == 2
    found = sources_from(Finder(), "Q?", case=file.case, on=DAY)
    file = file.record(*found, by=READER, at=NOON)
    assert sources_from(Finder(), "Q?", case=file.case, on=DAY) == ()
    assert len(sources_from(Finder(), "R?", case=file.case, on=DAY)) == 2


def test_the_text_is_that_of_the_version_that_holds() -> None:
    """Else its offsets are of another text, and nobody would notice."""
    new = Content.of(b"new", media_type="text/plain")
    added = DocumentVersionAdded(document_id="notice", content=new, happened_on=DAY)
    file = opened().record(added, by="clerk", at=NOON)
    with pytest.raises(InvalidValueError, match="was not made of the version"):
        read(LineReader(), case=file.case)
    assert read(LineReader(), "nothing in it", case=file.case, digest=new.digest) == ()
    with pytest.raises(UnknownNameError, match="Did you mean 'notice'"):
        read(LineReader(), document_id="notices")
    with pytest.raises(InvalidValueError, match="no digest"):
        read(LineReader(), digest="x")
    with pytest.raises(InvalidTypeError, match="text needs a str"):
        read(LineReader(), b"bytes")  # type: ignore[arg-type]  # as others may


@frozen(kw_only=True)
class Homemade(Event):
    """A kind that no room knows."""

    said: str = "x"


class SilentError(Exception):
    """Whatever a program raises."""


def _raises(error: BaseException) -> Any:
    def give(*_: Any, **__: Any) -> Any:
        yield terms()
        raise error

    return give


def _gives(*found: Any) -> Any:
    return lambda *_, **__: found


HOSTILE: dict[str, tuple[Any, str]] = {
    "span beyond the text": (
        _gives(terms(source=evolve(span(), end=10_000))),
        "1: it ends at 10000, and the text has",
    ),
    "quotation of its own": (
        _gives(terms(source=evolve(span(), quotation=MARK))),
        "its quotation is not what stands there",
    ),
    "another text": (
        _gives(terms(source=evolve(span(), text_digest="0" * 64))),
        "it is of another text",
    ),
    "another document": (
        _gives(terms(source=evolve(span(), document_id="other"))),
        "another document, or of another version",
    ),
    "another version": (
        _gives(terms(source=evolve(span(), digest="0" * 64))),
        "another document, or of another version",
    ),
    "in another's name": (_gives(terms(producer="other 1")), "another program"),
    "no terms": (_gives(terms(), {"event": MARK}), "2: is a dict, and not"),
    "nothing": (_gives(None), "is a NoneType"),
    "a kind that no room has": (
        _gives(terms(event=Homemade(happened_on=DAY))),
        "No room of this model knows Homemade",
    ),
    "a kind of tomorrow": (
        _gives(
            terms(event=UnknownEvent(kind="a/b", schema=1, happened=None, payload="1"))
        ),
        "of a kind that is not known",
    ),
    "half a character": (
        _gives(terms(event=Homemade(said="\ud800", happened_on=DAY))),
        "No room of this model knows",
    ),
    "no answer": (lambda *_, **__: None, "with TypeError"),
    "an exception": (_raises(SilentError(MARK)), "failed after 1 with SilentError"),
    "a lookup": (_raises(KeyError(MARK)), "failed after 1 with KeyError"),
    "the network": (_raises(OSError(MARK)), "failed after 1 with OSError"),
    "too deep": (_raises(RecursionError(MARK)), "with RecursionError"),
    "a refusal of ours": (
        _raises(InvalidValueError("Said so.", field="x", value=None)),
        "failed after 1: Said so. Nothing of it",
    ),
    "no end": (
        lambda *_, **__: (terms(confidence=0.5) for _ in count()),
        "gave more than 1000, and may have no end",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_it_does_is_one_error_that_names_it(name: str) -> None:
    """And says no word of what it read, nor of what it raised."""
    give, why = HOSTILE[name]
    with pytest.raises(InvalidValueError) as error:
        read(Hostile(give))
    told = f"{error.value} {error.value!r} {error.value.__context__!r}"
    assert why in told
    assert f"The program {READER!r}" in told
    assert "Nothing of it was kept" in told
    assert MARK not in told
    assert error.value.field == "producer"


def test_many_problems_are_counted() -> None:
    """A few are told; there is no page of them."""
    wrong = [terms(producer="other 1")] * 900
    with pytest.raises(InvalidValueError, match="and 895 more") as error:
        read(Hostile(_gives(*wrong)))
    assert len(str(error.value)) < 1000


def test_an_interrupt_goes_through() -> None:
    """Whoever stops the program is not refused."""
    with pytest.raises(KeyboardInterrupt):
        read(Hostile(_raises(KeyboardInterrupt())))


@pytest.mark.parametrize("producer", [None, "", "reader", 7, "re\nader 1"])
def test_what_has_no_name_is_no_program(producer: Any) -> None:
    """Nor what cannot read."""
    with pytest.raises(InvalidTypeError, match="does not read for others"):
        read(Hostile(_gives(), producer=producer))
    for nothing in (None, "reader 1", object()):
        with pytest.raises(InvalidTypeError, match="does not read for others"):
            read(nothing)
        with pytest.raises(InvalidTypeError, match="does not read for others"):
            sources_from(nothing, "Q?", case=opened().case, on=DAY)  # type: ignore[arg-type]  # as others may


def test_sources_are_checked_as_well() -> None:
    """An answer to another question, in another's name, or none at all."""
    (good, _) = Finder().research("Q?", case=opened().case)
    case = opened().case
    for give, why in (
        (_gives(evolve(good, question="R?")), "answers another question"),
        (_gives(evolve(good, producer="other 1")), "another program"),
        (_gives(terms()), "not SourceTerms"),
        (_raises(SilentError(MARK)), "with SilentError"),
    ):
        program = Hostile(give, producer="finder 1.0")
        with pytest.raises(InvalidValueError, match=why) as error:
            sources_from(program, "Q?", case=case, on=DAY)
        assert MARK not in str(error.value)
    with pytest.raises(InvalidTypeError, match="question needs text"):
        sources_from(Finder(), " ", case=case, on=DAY)


@pytest.mark.slow
def test_a_hundred_thousand_suggestions_are_read_in_a_minute() -> None:
    """The text is hashed once, and not for each of them; a tenth is recorded, too."""
    number = 100_000
    text = "\n".join(f"{n} filed on 2026-05-04: Paper {n}" for n in range(number))
    content = Content.of(text.encode(), media_type="text/plain")
    added = DocumentVersionAdded(document_id="notice", content=content, happened_on=DAY)
    file = opened().record(added, by="clerk", at=NOON)
    begun = time.perf_counter()
    made = read(LineReader(), text, digest=content.digest, case=file.case, most=number)
    assert len(made) == number
    after = file.record(*made[: number // 10], by=READER, at=NOON)
    assert len(after.case[SUGGESTIONS].open) == number // 10
    assert time.perf_counter() - begun < 60
    with pytest.raises(InvalidValueError, match="gave more than 1000"):
        read(LineReader(), text, digest=content.digest, case=file.case)


class TestLineReader(AnalyzerContract):
    """The reader of the samples keeps the contract."""

    texts = (NOTICE, "1 filed on 2026-06-01: Ünï\u0301code\n")

    def make_analyzer(self) -> Analyzer:
        """Make it."""
        return LineReader()


def _contract(give: Any) -> AnalyzerContract:
    class Made(AnalyzerContract):
        texts = (NOTICE,)

        def make_analyzer(self) -> Any:
            return Hostile(give)

    return Made()


def test_the_contract_notices_what_is_wrong() -> None:
    """One that finds nothing, one that lies, one that answers otherwise each time."""
    with pytest.raises(AssertionError):
        _contract(_gives()).test_something_is_found()
    with pytest.raises(InvalidValueError):
        _contract(_gives(terms())).test_whatever_is_found_can_be_suggested()
    numbers = count()

    def other(*_: Any, **__: Any) -> Any:
        return [terms(event=Filed(title=str(next(numbers)), happened_on=DAY))]

    with pytest.raises(AssertionError):
        _contract(other).test_the_same_text_tells_the_same()
