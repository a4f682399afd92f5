"""Words are found whatever their script, capitals and accents."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import case_samples
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Corrected, Retracted, UnknownEvent
from legalcase.model import DeadlineSet, NoteAdded
from legalcase.storage.projecting import asked_words, has_words, words_of
from legalcase.storage.projecting.words import words_in

DAY = date(2026, 6, 3)


def note(text: str) -> NoteAdded:
    """A note with a text."""
    return NoteAdded(note_id="n", text=text, happened_on=DAY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Motion to COMPEL, granted.", ("motion", "to", "compel", "granted")),
        ("Müller-Lüdenscheidt", ("muller", "ludenscheidt")),
        ("Straße STRASSE", ("strasse", "strasse")),
        ("İstanbul ISTANBUL", ("istanbul", "istanbul")),
        ("café cafe\u0301 CAFÉ", ("cafe", "cafe", "cafe")),
        ("ΑΣΦΑΛΕΙΑΣ ασφάλειας", ("ασφαλειασ", "ασφαλειασ")),
        ("Договор ЁЛКА ёлка", ("договор", "елка", "елка")),
        ("契約書 の 締結", ("契約書", "の", "締結")),
        ("ガス か\u3099 が", ("ガス", "が", "が")),
        ("판결 \u1111\u1161\u11ab결", ("판결", "판결")),
        ("हिन्दी", ("हिन्दी",)),
        ("فَصْل", ("فصل",)),
        ("\uff26\uff29\uff2c\uff25 ﬁling №5 x²", ("file", "filing", "no5", "x2")),
        ("4:26-cv-00001", ("4", "26", "cv", "00001")),
        ("§ 33(b)(2)", ("33", "b", "2")),
        ("a_b a'b", ("a", "b", "a", "b")),
        ("… — !", ()),
        ("", ()),
    ],
)
def test_words_of_many_scripts(text: str, words: tuple[str, ...]) -> None:
    """Capitals and accents fall away, letters of their own stay."""
    assert words_in(text) == words


@given(st.text())
def test_words_are_words_again(text: str) -> None:
    """What was made equal stays as it is, so that a word can be asked for."""
    for word in words_in(text):
        assert words_in(word) == (word,)
        assert asked_words(word) == (word,)


@given(st.text(), st.text())
def test_a_text_is_found_by_its_own_words(text: str, other: str) -> None:
    """And by how they begin."""
    words = words_in(f"{text} {other}")
    if words_in(text):
        asked = " ".join(words_in(text))
        assert has_words(words, asked_words(asked))
    for word in words_in(text):
        assert has_words(words, (f"{word[:1]}*",))


def test_words_of_a_line() -> None:
    """Every text of the event, each word once; nothing of the line beside it."""
    line = case_samples.recorded(note("Motion to compel: the MOTION of June"))
    assert words_of(line) == tuple(
        sorted({"motion", "to", "compel", "the", "of", "june", "n", "2026", "06", "03"})
    )


def test_words_of_every_sample() -> None:
    """Every kind of event has words, and no text in it is left out."""
    for line in case_samples.lines():
        words = words_of(line)
        assert list(words) == sorted(set(words))
        assert words


def test_how_things_are_called_in_the_store_is_no_word() -> None:
    """Of a deadline that was computed, the word for that is not said."""
    terms = case_samples.terms()
    set_ = DeadlineSet(deadline_id="a", terms=terms, happened_on=DAY)
    words = words_of(case_samples.recorded(set_))
    assert {"answer", "interrogatories", "frcp", "33"} <= set(words)
    assert "computed" not in words


def test_words_of_corrections() -> None:
    """What should have been said, and why; not what was wrong."""
    right = Corrected(event_id="e", event=note("Granted"), ground="Typo")
    assert {"granted", "typo"} <= set(words_of(case_samples.recorded(right)))
    gone = Retracted(event_id="e", ground="Another case")
    assert {"another", "case"} <= set(words_of(case_samples.recorded(gone)))


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ('{"text":"Größe","n":[{"deep":"Two"}],"kind":"K"}', ("grosse", "k", "two")),
        ('{"kind":"K","data":{"schema":"s","x":"y"},"schema":"3"}', ("s", "y")),
        ("no json", ("json", "no")),
        ('"a":', ("a",)),
        ("[" * 100_000, ()),
    ],
)
def test_words_of_what_is_not_known_here(payload: str, words: tuple[str, ...]) -> None:
    """Of its data, whatever they are."""
    event = UnknownEvent(kind="acme/x", schema=1, happened=None, payload=payload)
    line: Any = case_samples.recorded(note("x"))
    from attrs import evolve

    line = evolve(line, event=event, kind="acme/x", ancillary=True)
    assert words_of(line) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("amend*", ("amend*",)),
        ("Amend* COMPLAINT", ("amend*", "complaint")),
        ("re-amend*", ("re", "amend*")),
        ("motion, motion", ("motion",)),
        ("amend amend*", ("amend", "amend*")),
        ("Größ*", ("gross*",)),
        ("契約\uff0a", ("契約*",)),
        ("(amend*)", ("amend*",)),
    ],
)
def test_what_is_asked(text: str, words: tuple[str, ...]) -> None:
    """The words as they are compared; a star stands for any end."""
    assert asked_words(text) == words


@pytest.mark.parametrize(
    "text", ["", " ", "…", "§", "*", "* a", "a *", "*a", "a*b", "a**", "a* *", "\u0301"]
)
def test_what_cannot_be_asked(text: str) -> None:
    """A text without a word, and a star where no word ends."""
    with pytest.raises(InvalidValueError):
        asked_words(text)


def test_what_is_no_text_is_refused() -> None:
    """With an error of ours."""
    value: Any = 5
    with pytest.raises(InvalidTypeError):
        asked_words(value)


def test_all_words_have_to_be_there() -> None:
    """Whole, unless a star says otherwise."""
    words = ("amended", "complaint")
    assert has_words(words, ("amend*", "complaint"))
    assert has_words(words, ("amended*",))
    assert not has_words(words, ("amend",))
    assert not has_words(words, ("amend*", "motion"))
    assert not has_words((), ("amend*",))


@given(st.text())
def test_words_are_the_runs_of_what_can_be_in_one(text: str) -> None:
    """Cut by hand, character by character."""
    found: list[str] = []
    word = ""
    for one in [*unicodedata.normalize("NFKD", text), " "]:
        if unicodedata.combining(one) not in (0, 7, 8, 9):
            continue
        if one.isalnum() or unicodedata.category(one)[0] == "M":
            word += one
        elif word:
            found.append(unicodedata.normalize("NFKC", word.casefold()))
            word = ""
    assert words_in(text) == tuple(found)
