"""A search of words reads the entries whose text can have them, and misses none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legalcase.law.book.finding import search as searching
from legalcase.law.book.finding.entries import deadlines_with
from legalcase.law.book.in_text import beginning_of, entry_test
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = Law((LawFolder(BUNDLED),))
INDEX = searching._index(WHOLE)


def fresh(*folders: Path) -> Law:
    """A law of which nothing was read yet."""
    return Law((LawFolder(BUNDLED), *(LawFolder(path) for path in folders)))


def by_an_index(law: Law, text: str) -> list[str]:
    """What a search finds that looks at every entry."""
    wanted = searching._wanted(text)
    return [rule.id for rule in searching._ranked(searching._index(law), wanted)]


def test_each_entry_is_read_for_each_word_that_it_has() -> None:
    """And for the beginnings of one: of every seventeenth word of the law."""
    words: dict[str, set[str]] = {}
    for entry in INDEX.entries:
        for place in entry.places:
            for word in place:
                words.setdefault(word, set()).add(entry.rule.id)
    law = fresh()
    for word, ids in sorted(words.items())[::17]:
        for asked in {word, word[:3], word[:5]} - {""}:
            test = entry_test(law, [((beginning_of(asked, searching._stem(asked)),),)])
            assert test is not None
            # Those that were read stay known, so that it ends in time.
            read = {rule.id for rule in deadlines_with(law, test)}
            fits = asked == word or searching._is_form_of(asked, word)
            assert not fits or ids <= read, asked


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
    assert [rule.id for rule in fresh().find(text=text)] == by_an_index(WHOLE, text)


def test_most_entries_stay_text() -> None:
    """Of a search for what few have."""
    law = fresh()
    found = law.find(text="kündigungsschutzklage") or law.find(text="33(b)(2)")
    assert 0 < len(found) < 30
    assert len(law.cached("deadline")) < len(INDEX.entries) / 4
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
    for text in ("beschluss", "beschluß anf", "straße", "istan", "nafig", "abc"):
        whole = fresh(tmp_path)
        found = [rule.id for rule in fresh(tmp_path).find(text=text)]
        assert found == by_an_index(whole, text), text
    assert fresh(tmp_path).find(text="beschluss anfechten")
    assert fresh(tmp_path).find(text="nafig")
