"""A base whose citations are not taken over: a rule cites its own text for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from law_folders import atlantis, changed, copied, refused
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from legalcase.counting.rules.counting_rule import CountingRule

HARBOUR: Final = "xx/counting/harbour.toml"
FIRST: Final = "[[version]]\nfrom = 2010-01-01\n"
CITES: Final = """\
cite = "9"
cites = { "roll.after" = "9(c)", "service.general.mail" = "9(f)" }
"""


def own(folder: Path) -> Path:
    """Atlantis, whose Harbour Court cites its own practice."""
    law = copied(folder)
    changed(law, HARBOUR, 'base = "xx/cp"\n', 'base = "xx/cp"\nbase_cites = "own"\n')
    changed(law, HARBOUR, FIRST, FIRST + CITES)
    old = "[[version]]\nfrom = 2020-01-01\n"
    changed(law, HARBOUR, old, f'{old}cite = "9 as amended"\n')
    return law


def cites_in(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every citation in a version, by the place of its table."""
    for key, value in data.items():
        if key == "cite":
            yield path, value.removeprefix("=")
        elif isinstance(value, dict):
            yield from cites_in(value, f"{path}.{key}" if path else key)


def harbour(folder: Path) -> CountingRule:
    """The rule of the Harbour Court."""
    return Law.bundled().with_folder(own(folder)).counting_rule("xx/harbour")


def test_no_citation_of_the_base_is_left(tmp_path: Path) -> None:
    """A pinpoint where one is named, or else the version's general citation."""
    general = {2010: "H.P. 9", 2015: "H.P. 9", 2020: "H.P. 9 as amended"}
    for version in harbour(tmp_path).versions:
        found = dict(cites_in(version.data))
        said = general[version.first.year]
        stated = {
            "roll.after": "H.P. 9(c)",
            "service.general.mail": "H.P. 9(f)",
            "trigger_day": "H.P. 1",
        }
        if version.first.year == 2020:
            stated["months"] = "H.P. 2"
        assert found == {place: stated.get(place, said) for place in found}
        assert stated.keys() <= found.keys()
        assert version.authority.cite == said
        assert version.authority.verified == "recall"


def test_what_is_counted_is_what_the_base_says(tmp_path: Path) -> None:
    """Citations decide no date."""
    law, plain = Law.bundled().with_folder(own(tmp_path)), atlantis()
    for day in (date(2012, 3, 1), date(2018, 3, 1), date(2026, 2, 18)):
        for key in ("after", "before"):
            for period in ("5 days", "10 days", "2 months", "3 court days"):
                asked: dict[str, Any] = {key: day, "under": "xx/harbour"}
                one, other = (each.compute(period, **asked) for each in (law, plain))
                assert (one.due, one.safe) == (other.due, other.safe)


def test_an_open_question_of_the_base_is_open_here(tmp_path: Path) -> None:
    """By its own citation; what a court decided on the base settles nothing."""
    dispute = harbour(tmp_path).disputed["xx/harbour#order"]
    assert dispute.settled == ()
    cites = {one.authority.cite for one in dispute.readings} | {dispute.authority.cite}
    assert cites == {"H.P. 9 as amended"}
    assert dispute.authority.verified == "recall"
    base = atlantis().counting_rule("xx/harbour").disputed["xx/harbour#order"]
    assert [one.name for one in dispute.readings] == [r.name for r in base.readings]
    assert base.authority.cite == "C.P. 10"


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        (
            'cite = "9"\n',
            "",
            "$.version[0].cite",
            (
                "is missing. Say what the rule cites for the clauses of its base for "
                "which it names no pinpoint (cites)."
            ),
        ),
        (
            'base_cites = "own"\n',
            "",
            "$.version[0].cites",
            (
                "names citations for what a base says, and those are the base's. State "
                "base_cites = 'own' in the rule."
            ),
        ),
        (
            '"roll.after" =',
            '"roll.forward" =',
            "$.version[0].cites.roll.forward",
            (
                "names 'roll.forward', for which xx/cp cites nothing. Name a table "
                "that it has, such as 'trigger_day' or 'roll.after'."
            ),
        ),
        (
            'base = "xx/cp"\n',
            "",
            "$.rule.base_cites",
            "is stated, and there is no base. Name one, or take it out.",
        ),
        (
            '"own"',
            '"theirs"',
            "$.rule.base_cites",
            "is 'theirs'. It must be one of 'own'.",
        ),
    ],
    ids=["no-general", "of-the-base", "no-setting", "no-base", "another-word"],
)
def test_what_leaves_a_clause_without_citation_is_refused(
    tmp_path: Path, old: str, new: str, path: str, says: str
) -> None:
    """And what would have no effect."""
    law = own(tmp_path)
    changed(law, HARBOUR, old, new)
    assert (HARBOUR, path, says) in refused(law)
