"""A search reads only the entries in whose text a word stands, and misses none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from house import ROOT
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.reading.parts import Naming
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

ATLANTIS = ROOT / "tests" / "law" / "atlantis"
WHOLE = Law.bundled()
RULES = tuple(WHOLE.deadlines())


def fresh(*folders: Path) -> Law:
    """A law of which nothing was read yet."""
    return Law((LawFolder(BUNDLED), *(LawFolder(path) for path in folders)))


def test_a_search_in_one_jurisdiction_reads_no_other() -> None:
    """Of the others not even the text."""
    law = fresh()
    assert law.find(jurisdiction="de", trigger="judgment-served")
    read = [*law.folders[0]._files, *law.folders[0]._contents]
    assert {name.partition("/")[0] for name in read if "/deadlines/" in name} == {"de"}
    words = {name for name in read if name.endswith("vocabulary.toml")}
    assert words <= {"vocabulary.toml", "de/vocabulary.toml"}
    assert law.find(jurisdiction="de") == WHOLE.find(jurisdiction="de")


def test_most_entries_stay_text() -> None:
    """One in twenty at most is read as a table."""
    law = fresh()
    found = law.find(trigger="hearing")
    assert 0 < len(found) * 20 < len(list(Law.bundled().deadlines()))
    assert len(law.cached("deadline")) == len(found)


def test_what_was_read_once_is_the_same_value_again() -> None:
    """And a rule asked for by its id is that of the search."""
    law = fresh()
    first, again = law.find(trigger="hearing"), law.find(trigger="hearing")
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert law.deadline(first[0].id) is first[0]


def test_an_override_is_found_by_its_own_words_alone(tmp_path: Path) -> None:
    """What stands in the place of an entry is read together with it."""
    source = ATLANTIS / "xx" / "deadlines" / "cp.toml"
    place = tmp_path / "xx" / "deadlines"
    place.mkdir(parents=True)
    law = fresh(ATLANTIS)
    rule = next(r for r in law.find(jurisdiction="xx") if len(r.triggers) == 1)
    (word,) = rule.triggers
    text = source.read_text(encoding="utf-8")
    (place / "cp.toml").write_text(
        text.replace(f'trigger = "{word}"', 'trigger = "guilty-verdict"'),
        encoding="utf-8",
    )
    over = fresh(ATLANTIS, tmp_path)
    assert rule.id not in {r.id for r in over.find(trigger=word, jurisdiction="xx")}
    assert rule.id in {r.id for r in over.find(trigger="guilty-verdict")}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('trigger = "a-b"', ("1",)),
        ("trigger = 'a-b'", ("1",)),
        ('"trigger"="a-b"', ("1",)),
        ('later_of = [{ period = "1 day", trigger = "a-b" }]', ("1",)),
        ('trigger = "a-b-c"', ()),
        ('met_by = ["a-b"]', ()),
        ('trigger = "\\u0061-b"', None),
        ('note = """\ntrigger"""', None),
    ],
)
def test_a_word_is_found_however_it_is_written(
    tmp_path: Path, text: str, ids: tuple[str, ...] | None
) -> None:
    """Or the file says that it must be read as a whole."""
    (tmp_path / "x.toml").write_text(
        f'[pack]\n\n[[deadline]]\nid = "1"\n{text}\n', encoding="utf-8"
    )
    folder = LawFolder(tmp_path)
    wanted = [Naming(("a-b",), ("trigger", "event", "on"))]
    assert folder.entries_naming("x.toml", "deadline", wanted) == ids


def test_an_entry_without_its_id_at_the_head_is_read_with_the_file(
    tmp_path: Path,
) -> None:
    """Which one it is cannot be told before the whole is parsed."""
    (tmp_path / "x.toml").write_text(
        '[pack]\n\n[[deadline]]\ntrigger = "a-b"\nid = "1"\n', encoding="utf-8"
    )
    wanted = [Naming(("a-b",), ("trigger",))]
    assert LawFolder(tmp_path).entries_naming("x.toml", "deadline", wanted) is None
    assert LawFolder(tmp_path).entries_naming("y.toml", "deadline", wanted) is None


@pytest.mark.parametrize("table", ["implies", "hearing-triggers", "party", "synonyms"])
def test_a_table_of_a_file_can_be_read_alone(table: str) -> None:
    """It says what it says in the whole, of every vocabulary."""
    for name in fresh().folders[0].all_names():
        if name.endswith("vocabulary.toml"):
            file = WHOLE.folders[0].read(name)
            assert file is not None
            alone = LawFolder(BUNDLED).read_table(name, table)
            if table != "synonyms":  # whose tables are below it
                assert alone == file.raw.get(table, {}), name
