"""A search of words reads the entries whose text can have them, and misses none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from every_one import spread
from legalcase.law.book import in_text
from legalcase.law.book.finding.entries import deadlines_with
from legalcase.law.book.finding.indexing.terms import is_form_of, stem
from legalcase.law.book.finding.packs import packs_of, place_of
from legalcase.law.book.finding.searching import ranking
from legalcase.law.book.finding.searching import search as searching
from legalcase.law.book.in_text import beginning_of, entry_test
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.reading.parts import divided, id_of
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@cache
def whole() -> Law:
    """The bundled law, of which all was read."""
    return Law((LawFolder(BUNDLED),))


@cache
def index() -> Any:
    """Every entry with its words."""
    return ranking.index_of_all(whole())


def fresh(*folders: Path) -> Law:
    """A law of which nothing was read yet."""
    return Law((LawFolder(BUNDLED), *(LawFolder(path) for path in folders)))


def by_an_index(law: Law, text: str) -> list[str]:
    """What a search finds that looks at every entry."""
    wanted = ranking.words_asked(law, text)
    exact = ranking.places_named(law)
    found = ranking.ranked(ranking.index_of_all(law), wanted, exact)
    return [part.names(number)[0] for part, number in found]


def number_of_entries() -> int:
    """How many the law has."""
    (part,) = index().parts
    return len(part.numbers())


@cache
def words_of_entries() -> dict[str, set[str]]:
    """Each word of the law, with the deadlines that have it."""
    words: dict[str, set[str]] = {}
    (part,) = index().parts
    for word, held in part.written():
        words[word] = {part.names(number)[0] for number in held}
    return dict(sorted(words.items()))


def texts_of_entries(law: Law) -> dict[str, tuple[str, bytes, bytes]]:
    """By deadline: the pack's id, what the pack's file holds, the entry's text.

    What cannot be divided before it is read is left out: it is read, whatever it has.
    """
    found: dict[str, tuple[str, bytes, bytes]] = {}
    (folder,) = law.folders
    for pack in (one for place in law.jurisdictions() for one in packs_of(law, place)):
        name = place_of(pack)
        content = folder.plain_text(name)
        # The division by which a search chooses what it reads.
        if content is not None and folder.entries_where(name, "deadline", bool):
            for table in divided(content, "deadline").tables:
                found[f"{pack}/{id_of(table)}"] = pack, content, table
    return found


def asked_of(word: str) -> set[str]:
    """A word, and two beginnings of it."""
    return {word, word[:3], word[:5]} - {""}


@pytest.mark.parametrize(
    "each", [7, pytest.param(1, marks=pytest.mark.thorough)], ids=["some", "all"]
)
def test_each_entry_passes_for_each_word_that_it_has(
    each: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And for the beginnings of one: words of the law, in each entry that has them.

    Of an entry only the text is looked at, and what passes is what a search reads.
    """
    law = fresh()
    texts = texts_of_entries(law)
    assert len(texts) > number_of_entries() * 9 // 10
    words = [*words_of_entries().items()][::each]
    begun = {
        asked: beginning_of(asked, stem(asked))
        for word, _ in words
        for asked in asked_of(word)
    }
    # What the triggers mean is looked through for all at once.
    meant = in_text._meant(law, set(begun.values()))
    assert meant is not None
    monkeypatch.setattr(in_text, "_meant", lambda *_: meant)
    number, missed = 0, []
    places = ranking.places_named(law)
    for word, ids in words:
        for asked in asked_of(word):
            if asked != word and not is_form_of(asked, word):
                continue
            if word in places:
                continue  # by three letters no state is named
            if searching._names_a_state(law, [asked]):
                continue  # a state's name stands in no entry: all are looked at
            test = entry_test(law, [((begun[asked],),)])
            assert test is not None
            of_packs: dict[str, Callable[[bytes], bool]] = {}
            for full in ids & texts.keys():
                pack, content, table = texts[full]
                if pack not in of_packs:
                    of_packs[pack] = test(pack, content)
                number += 1
                if not of_packs[pack](table):
                    missed.append((asked, full))
    assert missed == []
    assert number > len(texts)


def test_a_number_with_a_letter_is_found_before_another() -> None:
    """Of "2A506" the words are "2a" and "506"."""
    two = beginning_of("2a", "2a")
    assert two.stands_in(b'id = "2a506(a)"')
    assert two.stands_in(b'id = "2a"')
    assert not two.stands_in(b'id = "12a"')
    assert not beginning_of("2", "2").stands_in(b'id = "25"')


def test_what_passes_is_read() -> None:
    """Of words from the whole law, and of beginnings of them."""
    words = words_of_entries()
    law = fresh()
    for word in spread(sorted(words.keys() - ranking.places_named(law)), 24):
        for asked in asked_of(word):
            test = entry_test(law, [((beginning_of(asked, stem(asked)),),)])
            assert test is not None
            # Those that were read stay known, so that it ends in time.
            read = {rule.id for rule in deadlines_with(law, test)}
            fits = asked == word or is_form_of(asked, word)
            assert not fits or words[word] <= read, asked


@pytest.mark.parametrize(
    "text",
    [
        "answer complaint",
        "oppose summary judgment",
        "parties",
        "party appeal",
        "12(b)",
        "12",
        "frcp 12",
        "FRCP 33",
        "U.S.C. 1446",
        "usc removal",
        "ccp 412.20 respond",
        "berufung",
        "berufungen zpo",
        "klage kschg",
        "schriftsatz",
        "kläger",
        "court's order",
        "the of",
        "oppostion to motoin",
        "summry judgment",
        "nothing of the sort whatever",
        "§ 170.6",
        "judge's challenge",
        "defence cpr 15.4",
    ],
)
def test_what_is_found_is_what_an_index_of_all_gives(text: str) -> None:
    """The same deadlines, in the same order, of a law of which nothing was read."""
    assert [rule.id for rule in fresh().find(text=text)] == by_an_index(whole(), text)


def test_most_entries_stay_text() -> None:
    """Of a search for what few have."""
    law = fresh()
    found = law.find(text="kündigungsschutzklage") or law.find(text="33(b)(2)")
    assert 0 < len(found) < 30
    assert len(law.cached("deadline")) < number_of_entries() / 4
    assert "index" not in law.cached("search")


def test_whoever_searches_often_has_an_index() -> None:
    """Which finds the same."""
    law = fresh()
    found = [law.find(text="answer complaint") for _ in range(searching._OFTEN + 2)]
    assert "index" in law.cached("search")
    assert len(set(found)) == 1


def test_an_entry_of_a_folder_is_found_as_it_stands(tmp_path: Path) -> None:
    """With a sharp s, capitals, a letter with a point, and one written as a number."""
    place = tmp_path / "xx" / "deadlines"
    place.mkdir(parents=True)
    titles = (
        "Beschluß ANFECHTEN",
        "STRASSE",
        "\u0130stanbul",
        "Na\\u0066ig",
        "A.B.C. x",
    )
    for number, title in enumerate(titles):
        (place / f"p{number}.toml").write_text(
            f'format = 1\n\n[pack]\nid = "xx/p{number}"\nname = "P"\n'
            'counting = "us/frcp"\ncite_prefix = "Rule "\n\n[[deadline]]\nid = "1"\n'
            f'title = "{title}"\ntrigger = "order-entered"\nact = "file"\n'
            'owed_by = "any-party"\nperiod = "10 days"\nbound = "not later than"\n'
            'service_extension = "none"\ncite = "1"\n'
            'in_force = { from = 2000-01-01 }\nverified = { how = "recall" }\n',
            encoding="utf-8",
        )
    every = fresh(tmp_path)
    for text in ("beschluss", "beschluß anf", "straße", "istan", "nafig", "abc"):
        found = [rule.id for rule in fresh(tmp_path).find(text=text)]
        assert found == by_an_index(every, text), text
    assert fresh(tmp_path).find(text="beschluss anfechten")
    assert fresh(tmp_path).find(text="nafig")
