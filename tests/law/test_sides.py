"""Which roles make a party, which act for one, and which are adverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from law_folders import refused, written
from legalcase.errors import UnknownNameError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

LAW = Law.bundled()
ROLES = sorted(LAW.words("participant"))


@pytest.mark.parametrize("role", ROLES)
def test_who_is_adverse_is_so_both_ways_and_to_none_of_its_own(role: str) -> None:
    """And only parties, or the prosecutor, have somebody against them."""
    against = LAW.adverse(role)
    assert list(against) == sorted(set(against))
    assert role not in against
    for other in against:
        assert role in LAW.adverse(other)
        assert LAW.is_party(other) is not False


@pytest.mark.parametrize(
    ("role", "against"),
    [
        ("plaintiff", ("defendant",)),
        ("petitioner", ("respondent",)),
        ("respondent", ("appellant", "applicant", "claimant", "petitioner")),
        ("Third Party Plaintiff", ("third-party-defendant",)),
        ("cross-defendant", ("cross-claimant", "cross-complainant")),
        ("intervenor", ()),
        ("amicus", ()),
    ],
)
def test_who_stands_against_whom(role: str, against: tuple[str, ...]) -> None:
    """By definition, in any spelling; a role that can stand on either side, nobody."""
    assert LAW.adverse(role) == against


def test_what_makes_a_party() -> None:
    """Three answers: yes, no, and it depends on the case."""
    assert [LAW.is_party(role) for role in ("plaintiff", "witness", "agency")] == [
        True,
        False,
        None,
    ]
    assert LAW.acts_for_party("GAL")
    assert LAW.acts_for_party("litigation-friend")
    assert not LAW.acts_for_party("plaintiff")


@pytest.mark.parametrize("ask", [LAW.adverse, LAW.is_party, LAW.acts_for_party])
def test_no_role_is_guessed(ask: object) -> None:
    """What is no role of the vocabulary is refused, with what is near."""
    assert callable(ask)
    with pytest.raises(UnknownNameError, match="Did you mean 'plaintiff'"):
        ask("plantiff")


def test_a_folder_adds_roles_and_says_what_they_are(tmp_path: Path) -> None:
    """Its own words, and those that all share, in its own tables."""
    text = """
[participant]
tide-claimant = "whoever claims the tide"
tide-holder = "whoever holds it"
[party]
roles = ["tide-claimant", "tide-holder"]
[adverse]
tide-claimant = ["tide-holder"]
"""
    law = LAW.with_folder(written(tmp_path, {"vocabulary.toml": text}))
    assert law.is_party("tide-claimant")
    assert law.adverse("tide-holder") == ("tide-claimant",)


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ('[party]\nothers = ["plaintiff"]\n', "$.party.others[0]", "in both lists"),
        ('[party]\nroles = ["judge"]\n', "$.party.roles[0]", "in both lists"),
        ('[party]\nroles = ["plantiff"]\n', "$.party.roles[0]", "lacks"),
        ('[adverse]\njudge = ["judge"]\n', "$.adverse.judge", "adverse to itself"),
        ('[adverse]\njudge = ["jugde"]\n', "$.adverse.judge[0]", "lacks"),
        ('[adverse]\njugde = ["judge"]\n', "$.adverse.jugde", "lacks"),
    ],
)
def test_a_folder_that_contradicts_is_refused(
    tmp_path: Path, text: str, path: str, says: str
) -> None:
    """A role in both lists, one against itself, one that is no word."""
    (problem,) = refused(written(tmp_path, {"vocabulary.toml": text}))
    assert problem[1] == path
    assert says in problem[2]
