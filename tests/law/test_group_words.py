"""Group words: `all-mail` stands for all methods by mail where a table lists them."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import atlantis, changed, copied, refused
from legalcase.errors import UnknownNameError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

RULE: Final = "xx/counting/cp.toml"
WORDS: Final = "xx/vocabulary.toml"
MAIL: Final = 'mail = { add = "3 days", cite = "10" }\n'
MAILS: Final = ("mail", "mail-abroad", "mail-out-of-state")


def grouped(folder: Path) -> Path:
    """Atlantis, whose tables list groups: a shared one, and one of its own."""
    law = copied(folder)
    changed(law, RULE, MAIL, 'all-mail = { add = "3 days", cite = "10" }\n')
    changed(
        law, RULE, 'mail = { add = "2 days", then', 'all-boats = { add = "2 days", then'
    )
    path = law / WORDS
    own = '\n[groups]\nall-boats = ["personal", "mail"]\n'
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    return law


def test_each_method_has_what_its_group_has(tmp_path: Path) -> None:
    """In tables of service and of completion, and a later version can differ."""
    rule = Law.bundled().with_folder(grouped(tmp_path)).counting_rule("xx/cp")
    first, second = (rule.settings(version) for version in rule.versions)
    methods = first.service["general"].methods
    assert {methods[name] for name in MAILS} == {methods["mail"]}
    assert methods["mail"].number == 3
    assert set(methods) == {*MAILS, "personal"}
    assert set(first.completion["any"]) == {"mail", "personal"}
    later = second.service["general"].methods
    assert [later[name].number for name in MAILS] == [5, 3, 3]


def test_a_group_can_be_taken_away(tmp_path: Path) -> None:
    """With all its methods."""
    law = grouped(tmp_path)
    changed(law, RULE, '["short"]', '["short", "service.general.all-mail"]')
    rule = Law.bundled().with_folder(law).counting_rule("xx/cp")
    assert set(rule.settings(rule.versions[1]).service["general"].methods) == {
        "mail",
        "personal",
    }


def test_a_group_is_no_method(tmp_path: Path) -> None:
    """Nobody serves by all mail; what is recorded is how it was done."""
    law = Law.bundled().with_folder(grouped(tmp_path))
    assert "all-mail" not in law.words("method")
    with pytest.raises(UnknownNameError, match="all-mail"):
        law.check_word("method", "all-mail")


def test_the_methods_of_a_group_are_part_of_the_edition(tmp_path: Path) -> None:
    """Who changes the group changes the rules that name it, and no others."""
    law = grouped(tmp_path)
    before = Law.bundled().with_folder(law)
    changed(law, WORDS, '["personal", "mail"]', '["personal"]')
    after = Law.bundled().with_folder(law)
    assert before.counting_rule("xx/cp").edition != after.counting_rule("xx/cp").edition
    decks = [one.deadline("xx/cp/20").edition for one in (before, after)]
    assert decks[0] == decks[1]
    assert pickle.loads(pickle.dumps(before)) == before


def test_a_folder_above_uses_the_groups_below(tmp_path: Path) -> None:
    """Of the shared vocabulary, whatever lies between."""
    law = atlantis().with_folder(_beside(tmp_path))
    again = pickle.loads(pickle.dumps(law))
    for one in (law, again):
        rule = one.counting_rule("xy/cp")
        methods = rule.settings(rule.versions[0]).service["general"].methods
        assert set(methods) == set(MAILS)


def _beside(folder: Path) -> Path:
    law = folder / "above"
    for name, text in {
        "xy/jurisdiction.toml": '[jurisdiction]\nid = "xy"\nname = "Mu"\n',
        "xy/counting/cp.toml": """
[rule]
id = "xy/cp"
name = "Code of Mu"
cite_prefix = ""
default_calendar = "xx"
verified = { how = "recall" }
[[version]]
from = 2000-01-01
trigger_day = { is = "excluded", cite = "1" }
days = { after = "every day", before = "every day", cite = "2" }
roll.after = { to = "stay", closed = {}, cite = "3" }
roll.before = { to = "stay", closed = {}, cite = "3" }
[version.service.general]
order = "add, roll"
all-mail = { add = "1 day", cite = "4" }
""",
    }.items():
        path = law / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return law


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "says"),
    [
        (
            RULE,
            "all-mail =",
            "all-post =",
            "$.version[0].service.general.all-post",
            (
                "is no group of methods. There are: all-boats, all-mail. Name it, with "
                "its methods, in [groups] of vocabulary.toml."
            ),
        ),
        (
            RULE,
            'personal = { add = "nothing" }\n',
            'mail-abroad = { add = "nothing" }\n',
            "$.version[0].service.general.mail-abroad",
            "gives 'mail-abroad', which 'all-mail' gives too. Say it once.",
        ),
        (
            WORDS,
            "[groups]\n",
            '[groups]\nall-mail = ["mail"]\n',
            "$.groups.all-mail",
            "is a group that all share already. Choose another name.",
        ),
        (
            WORDS,
            '["personal", "mail"]',
            '["personal", "mial"]',
            "$.groups.all-boats[1]",
            "is 'mial', which the vocabulary of method lacks.",
        ),
        (
            WORDS,
            '["personal", "mail"]',
            '["mail", "mail"]',
            "$.groups.all-boats[1]",
            "is 'mail' for the second time here. Leave it out.",
        ),
        (
            WORDS,
            "[groups]\n",
            '[groups]\nboats = ["mail"]\n',
            "$.groups.boats",
            "is 'boats'. Begin the name of a group with 'all-'.",
        ),
        (
            WORDS,
            "[groups]\n",
            '[method]\nall-fours = "on all fours"\n[groups]\n',
            "$.method.all-fours",
            "begins as the name of a group ('all-'). Call the method otherwise.",
        ),
    ],
    ids=["unknown", "twice", "shared", "no-method", "in-it-twice", "name", "method"],
)
def test_what_is_no_group_or_says_a_thing_twice_is_refused(
    tmp_path: Path, file: str, old: str, new: str, path: str, says: str
) -> None:
    """With the groups there are."""
    law = grouped(tmp_path)
    changed(law, file, old, new)
    found = [what for name, at, what in refused(law) if (name, at) == (file, path)]
    assert len(found) == 1
    assert found[0].startswith(says)
