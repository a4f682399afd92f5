"""Lyonesse: a law in which nothing is written twice, with dates counted by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from legalcase.law.examples import run_examples
from legalcase.law.lawbook import Law

LYONESSE: Final = Path(__file__).parent / "lyonesse"
LAW: Final = Law.bundled().with_folder(LYONESSE)


def test_every_example_has_its_date() -> None:
    """Counted by hand, in both directions."""
    assert run_examples(LAW, LAW.folders[-1]) == []


def test_provenance_stands_at_each_entry() -> None:
    """However it was named: the text, an account of it, and by date."""
    code, practice = (LAW.counting_rule(f"xl/{name}") for name in ("code", "practice"))
    first, second = (version.authority for version in code.versions)
    assert (first.verified, first.source) == ("text", "the gazette of 1998, a scan")
    assert (second.verified, second.source) == ("secondary", "a digest")
    assert second.verified_on == date(2026, 11, 26)
    assert practice.versions[0].authority.verified == "recall"
    texts = LAW.deadline("xl/code/30").versions
    assert [(one.first.year, one.authority.verified) for one in texts] == [
        (1998, "recall"),
        (2005, "secondary"),
        (2010, "text"),
    ]


def test_counties_of_two_lines_are_courts() -> None:
    """Of the third degree, too."""
    vyvyan = LAW.court("xl/vyvyan")
    assert vyvyan.parent == "xl/high"
    assert dict(vyvyan.cut_offs) == {"counter": "16:00", "electronic": "22:00"}
    assert LAW.court("xl/trevilian").authority.cite == "Courts Act, s. 2"
    found = LAW.compute(
        "xl/code/30",
        after=date(2026, 10, 22),
        service="personal",
        court="xl/trevilian",
    )
    assert found.due == date(2026, 11, 12)


def test_the_practice_cites_its_own_numbers() -> None:
    """In every step, and in the question that the code leaves open."""
    found = LAW.compute("10 days", before=date(2019, 11, 20), under="xl/practice")
    assert {step.clause for step in found.steps if step.clause} == {
        "Pract. 70",
        "Pract. 70(a)",
        "Pract. 70(b), silent on periods counted back",
    }
    assert "Code art." not in found.explain()


def test_words_are_the_countrys_own() -> None:
    """The shared word with its meaning here, and a word of its own."""
    assert LAW.words("trigger", jurisdiction="xl")["complaint-served"] == (
        "service of the plaint (citatio)"
    )
    assert "bell-rung" in LAW.words("trigger", jurisdiction="xl")
    assert "bell-rung" not in LAW.words("trigger", jurisdiction="us")
