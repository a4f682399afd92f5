"""Words are those of the jurisdiction that defines them, or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from law_folders import changed, copied, refused
from legalcase.cli.lawbook.rule_page import deadline_page
from legalcase.errors import UnknownNameError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

PACK: Final = "xx/deadlines/cp.toml"
RULE: Final = "xx/counting/cp.toml"
HERE: Final = "xx/vocabulary.toml"
THERE: Final = "xy/vocabulary.toml"
OWN: Final = "service of the claim (traditio libelli)"


def two(folder: Path, *, there: str = "", here: str = "") -> Path:
    """Atlantis, and Mu beside it, which has words of its own."""
    law = copied(folder)
    (law / "xy").mkdir()
    head = 'format = 1\n[jurisdiction]\nid = "xy"\nname = "Mu"\n'
    (law / "xy" / "jurisdiction.toml").write_text(head, encoding="utf-8")
    words = (
        f'format = 1\n[trigger]\ngong-struck = "the gong was struck (gong)"\n{there}'
    )
    (law / THERE).write_text(words, encoding="utf-8")
    path = law / HERE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[kind]", f"{here}\n[kind]"), encoding="utf-8")
    return law


def test_a_jurisdictions_own_meaning_of_a_shared_word_holds_in_it(
    tmp_path: Path,
) -> None:
    """In what it is asked and on its pages; elsewhere the shared meaning does."""
    law = Law.bundled().with_folder(two(tmp_path, here=f'complaint-served = "{OWN}"'))
    shared = Law.bundled().words("trigger")["complaint-served"]
    assert law.words("trigger", jurisdiction="xx")["complaint-served"] == OWN
    assert law.words("trigger", jurisdiction="xy")["complaint-served"] == shared
    assert law.words("trigger")["complaint-served"] == shared != OWN
    assert OWN in " ".join(deadline_page(law, law.deadline("xx/cp/20")).split())


def test_two_jurisdictions_have_one_word_each_with_its_meaning(tmp_path: Path) -> None:
    """Asked of none, the word means both; neither is dropped."""
    there = 'tide-turned = "the tide of Mu turned"\n'
    law = Law.bundled().with_folder(two(tmp_path, there=there))
    mine = "the tide turned (aqua versa)"
    assert law.words("trigger", jurisdiction="xx")["tide-turned"] == mine
    assert law.words("trigger", jurisdiction="xy")["tide-turned"] == (
        "the tide of Mu turned"
    )
    both = f"xx: {mine}; xy: the tide of Mu turned"
    assert law.words("trigger")["tide-turned"] == both


def test_of_a_jurisdiction_there_are_shared_words_and_its_own(tmp_path: Path) -> None:
    """What another one added is none of its words."""
    law = Law.bundled().with_folder(two(tmp_path))
    atlantis = law.words("trigger", jurisdiction="xx")
    assert "tide-turned" in atlantis
    assert "gong-struck" not in atlantis
    assert list(atlantis) == sorted(atlantis)
    assert law.words("trigger").keys() - atlantis.keys() >= {"gong-struck"}
    assert law.words("trigger", jurisdiction="us-wy").keys() <= atlantis.keys()
    with pytest.raises(UnknownNameError, match="'zz'"):
        law.words("trigger", jurisdiction="zz")


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (
            PACK,
            'trigger = "complaint-served"',
            'trigger = "gong-struck"',
            "$.deadline[0].trigger",
        ),
        (
            HERE,
            "[trigger]",
            '[implies]\ntide-turned = ["gong-struck"]\n[trigger]',
            "$.implies.tide-turned[0]",
        ),
    ],
    ids=["deadline", "vocabulary"],
)
def test_a_word_of_another_jurisdiction_is_refused(
    tmp_path: Path, file: str, old: str, new: str, path: str
) -> None:
    """The error says whose it is, and what to do."""
    law = two(tmp_path)
    changed(law, file, old, new)
    says = (
        "is 'gong-struck', which the vocabulary of trigger lacks. It is a word of xy "
        "alone. Add it, with its meaning here, to the jurisdiction's own "
        "vocabulary.toml."
    )
    assert refused(law) == ((file, path, says),)
    text = (law / HERE).read_text(encoding="utf-8")
    own = text.replace("[trigger]", '[trigger]\ngong-struck = "a gong of Atlantis"')
    (law / HERE).write_text(own, encoding="utf-8")
    assert Law.bundled().with_folder(law).words("trigger", jurisdiction="xx")[
        "gong-struck"
    ] == ("a gong of Atlantis")


def test_a_word_of_the_bundled_law_is_refused_elsewhere_too(tmp_path: Path) -> None:
    """A method of California means nothing in Atlantis, nor a synonym for it."""
    law = two(tmp_path)
    changed(
        law,
        RULE,
        'personal = { add = "nothing" }',
        'mail-to-safe-at-home = { add = "nothing" }',
    )
    problems = refused(law)
    assert [path for _, path, _ in problems] == [
        "$.version[0].service.general.mail-to-safe-at-home"
    ]
    assert "It is a word of us-ca alone." in problems[0][2]
    law = two(tmp_path / "b", here='[synonyms.method]\nsafe = "mail-to-safe-at-home"\n')
    assert [(file, path) for file, path, _ in refused(law)] == [
        (HERE, "$.synonyms.method.safe")
    ]


def test_the_shared_vocabulary_uses_shared_words(tmp_path: Path) -> None:
    """What all share can't rest on what one has."""
    law = two(tmp_path)
    text = 'format = 1\n[implies]\ntrial = ["gong-struck"]\n'
    (law / "vocabulary.toml").write_text(text, encoding="utf-8")
    problems = refused(law)
    assert [path for _, path, _ in problems] == ["$.implies.trial[0]"]
    assert "It is a word of xy alone." in problems[0][2]
