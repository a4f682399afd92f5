"""The words of the vocabulary, asked for by sort: what there is, and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from law_folders import changed, copied, refused, written
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LawError,
    UnknownNameError,
)
from legalcase.law.book.vocabulary import folded, synonyms_of, words_of
from legalcase.law.files.schema.sorts import SORTS
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

LAW = Law.bundled()
#: Of the labels, those that say who may see something, and not on what ground.
AUDIENCES = {"public"}
SYNONYMS = [
    (place, sort, spelt, word)
    for place, tables in synonyms_of(LAW).items()
    for sort, table in tables.items()
    for spelt, word in table.items()
]
#: What a spelling of a sort means, wherever it means something.
MEANT: dict[tuple[str, str], set[str]] = {}
for _, _sort, _spelt, _word in SYNONYMS:
    MEANT.setdefault((_sort, _spelt), set()).add(_word)


def test_the_words_of_a_sort_come_with_their_meaning() -> None:
    """In the order of the alphabet, with those of the jurisdictions; read-only."""
    roles = LAW.words("participant")
    assert roles["victim"] == "a person directly harmed by the crime"
    assert "litigation-friend" in roles
    assert list(roles) == sorted(roles)
    assert LAW.words("participant") is roles
    changed: Any = roles
    with pytest.raises(TypeError):
        changed["judge"] = "a wig"


def test_a_meaning_is_that_which_all_share() -> None:
    """A jurisdiction's term of art stands beside it, and does not replace it."""
    assert "Streithelfer" not in LAW.words("participant")["accessory-intervenor"]


@pytest.mark.parametrize("sort", SORTS)
def test_every_word_is_found_in_any_spelling(sort: str) -> None:
    """As it is; in capitals, with blanks for hyphens and around it."""
    words = LAW.words(sort)
    assert set(words) == words_of(LAW)[sort]
    for word in words:
        assert LAW.check_word(sort, word) == word
        assert LAW.check_word(sort, f" {word.upper().replace('-', ' ')} ") == word


@pytest.mark.parametrize("sort", SORTS)
def test_no_word_stands_twice_in_a_sort(sort: str) -> None:
    """Not in another spelling either, with or without its hyphens."""
    words = [word.replace("-", "") for word in map(folded, LAW.words(sort))]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("sort", "given", "word"),
    [
        ("participant", "GAL", "guardian-ad-litem"),
        ("participant", "Minor's Counsel", "minors-counsel"),
        ("participant", "Streithelfer", "accessory-intervenor"),
        ("participant", "Nebenkläger", "private-accessory-prosecutor"),
        ("participant", "Privatbeteiligter", "civil-party"),
        ("participant", "U.S. Trustee", "us-trustee"),
        ("capacity", "lead attorney", "lead"),
        ("capacity", "Pflichtverteidiger", "appointed"),
        ("ground", "attorney-client privilege", "privileged"),
        ("stay-ground", "SCRA", "servicemember"),
        ("disposition", "bench trial", "bench-trial"),
        ("disposition", "Not guilty", "acquittal"),
        ("trigger", "service of summons", "summons-served"),
        ("method", "by post", "mail"),
    ],
)
def test_what_people_say_is_understood(sort: str, given: str, word: str) -> None:
    """The dockets' words, the short ones, those of another language."""
    assert LAW.check_word(sort, given) == word


def test_a_synonym_means_what_it_does_in_the_jurisdiction() -> None:
    """And nothing where it means two things and none is given."""
    assert LAW.check_word("method", "e-mail", jurisdiction="us-ca") == "electronic"
    assert LAW.check_word("method", "e-mail", jurisdiction="us") == "email"
    with pytest.raises(UnknownNameError, match="no method of service 'e-mail'"):
        LAW.check_word("method", "e-mail")
    with pytest.raises(UnknownNameError, match="private-accessory-prosecutor"):
        LAW.check_word("participant", "Nebenkläger", jurisdiction="us")


@pytest.mark.parametrize(
    ("sort", "given", "message"),
    [
        (
            "participant",
            "plantiff",
            "no role of a participant 'plantiff'. Did you",
        ),
        ("participant", "amicus curia", "Did you mean 'amicus'"),
        ("capacity", "leed", "no capacity of counsel 'leed'. Did you mean 'lead'"),
        (
            "ground",
            "priviledged",
            "ground of confidentiality 'priviledged'. Did you",
        ),
        ("stay-ground", "bankrupcy", "ground of a stay 'bankrupcy'. Did you mean"),
        (
            "disposition",
            "aquittal",
            "no disposition 'aquittal'. Did you mean 'acq",
        ),
        ("disposition", "xyzzy", "law.words('disposition') lists them."),
        ("disposition", "x" * 500, "law.words('disposition') lists them."),
        ("trigger", "xyzzy", "`legalcase rules ID` shows those of a deadline."),
        ("act", "fyle", "There is no act 'fyle'. It must be one of 'expire'; 'file'"),
    ],
)
def test_what_is_no_word_is_refused_with_what_comes_near(
    sort: str, given: str, message: str
) -> None:
    """A synonym that is nearly spelt leads to its word."""
    with pytest.raises(UnknownNameError) as caught:
        LAW.check_word(sort, given)
    assert message in str(caught.value)
    assert caught.value.name == given


def test_a_sort_that_there_is_not_is_refused_with_all_there_are() -> None:
    """By both, as `names` does it."""
    for ask in (LAW.words, lambda sort: LAW.check_word(sort, "plaintiff")):
        with pytest.raises(InvalidValueError, match="the sort 'party'") as caught:
            ask("party")
        assert all(repr(sort) in str(caught.value) for sort in SORTS)


@pytest.mark.parametrize("given", [None, 5, b"judge", ("judge",)])
def test_what_is_no_text_is_refused(given: Any) -> None:
    """As a word, a sort and a jurisdiction."""
    with pytest.raises(InvalidTypeError):
        LAW.check_word("participant", given)
    with pytest.raises(InvalidTypeError):
        LAW.check_word(given, "judge")
    with pytest.raises(InvalidTypeError):
        LAW.words(given)
    if given is not None:
        with pytest.raises(InvalidTypeError):
            LAW.check_word("participant", "judge", jurisdiction=given)


def test_a_jurisdiction_that_is_not_entered_is_refused() -> None:
    """With those that are."""
    with pytest.raises(UnknownNameError, match=r"no jurisdiction 'xx'.*'us-ca'"):
        LAW.check_word("participant", "judge", jurisdiction="xx")


def test_a_folder_adds_words_of_a_case(tmp_path: Path) -> None:
    """With synonyms of its own, for its law alone."""
    head = '[jurisdiction]\nid = "xx"\nname = "Atlantis"\n'
    words = (
        '[participant]\noracle = "whoever the court asks for a sign"\n'
        '[synonyms.participant]\npythia = "oracle"\n'
        '[stay-ground]\nflood = "the court is under water"\n'
    )
    files = {"xx/jurisdiction.toml": head, "xx/vocabulary.toml": words}
    law = LAW.with_folder(written(tmp_path / "law", files))
    assert law.check_word("participant", "Pythia") == "oracle"
    assert law.words("stay-ground")["flood"] == "the court is under water"
    assert "oracle" not in LAW.words("participant")


@pytest.mark.parametrize("table", ["implies", "follows", "together"])
def test_what_is_said_of_a_word_of_all_is_refused(tmp_path: Path, table: str) -> None:
    """It would start deadlines in every other jurisdiction's cases."""
    folder = copied(tmp_path)
    of_its_own = f'format = 1\n[{table}]\ntide-turned = ["summons-served"]\n'
    changed(folder, "xx/vocabulary.toml", "format = 1\n", of_its_own)
    assert LAW.with_folder(folder).words("trigger")["tide-turned"]
    more = f'[{table}]\nsummons-served = ["complaint-served"]\n'
    changed(folder, "xx/vocabulary.toml", f"[{table}]\n", more)
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("xx/vocabulary.toml", f"$.{table}.summons-served")
    assert "would hold in all" in what


def test_a_word_that_is_a_synonym_for_all_is_refused(tmp_path: Path) -> None:
    """Whoever uses it everywhere else would no longer be understood."""
    folder = copied(tmp_path)
    word = 'tide-turned = "the tide turned"\nspecial-interrogatories-served = "others"'
    changed(
        folder,
        "xx/vocabulary.toml",
        'tide-turned = "the tide turned (aqua versa)"',
        word,
    )
    ((_, path, what),) = refused(folder)
    assert path == "$.trigger.special-interrogatories-served"
    assert "synonym of 'interrogatories-served'" in what


def test_a_folder_says_which_event_its_hearings_are(tmp_path: Path) -> None:
    """Of kinds of its own; a kind that there is not, or no trigger, is refused."""
    head = '[jurisdiction]\nid = "xx"\nname = "Atlantis"\n'
    kinds = '[hearing]\nhaupttermin = "the main hearing"\n[hearing-triggers]\n'

    def law(name: str, triggers: str) -> Law:
        words = {"xx/jurisdiction.toml": head, "xx/vocabulary.toml": kinds + triggers}
        return LAW.with_folder(written(tmp_path / name, words))

    assert law("a", 'haupttermin = ["trial"]').hearing_triggers("Haupttermin") == (
        "trial",
    )
    assert law("b", "").hearing_triggers("haupttermin") == ("hearing",)
    for name, wrong in (
        ("c", 'hauptverhandlung = ["trial"]'),
        ("d", 'haupttermin = ["tryal"]'),
        ("e", "haupttermin = []"),
    ):
        with pytest.raises(LawError, match="hearing-triggers"):
            law(name, wrong)
    with pytest.raises(UnknownNameError, match="no kind of hearing 'haupttermin'"):
        LAW.hearing_triggers("haupttermin")


def test_a_side_of_a_folder_is_the_word_of_a_role(tmp_path: Path) -> None:
    """One that is none would find nobody in a case."""
    head = '[jurisdiction]\nid = "xx"\nname = "Atlantis"\n'

    def law(name: str, words: str) -> Law:
        files = {"xx/jurisdiction.toml": head, "xx/vocabulary.toml": words}
        return LAW.with_folder(written(tmp_path / name, files))

    roles = '[participant]\npythia = "the oracle"\n'
    own = law("a", roles + '[side]\npythia = "the oracle"\ntrustee = "the trustee"\n')
    assert {"pythia", "trustee"} <= own.words("side").keys()
    with pytest.raises(LawError, match="is no role of participants"):
        law("b", '[side]\npythia = "the oracle"\n')
