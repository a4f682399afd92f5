"""`legalcase rules`: what is entered, what fits, and one rule whole."""

from __future__ import annotations

import json

import pytest

from cli.running import answered, ran, squeezed, too_wide
from legalcase.law.lawbook import Law

LAW = Law.bundled()
DEADLINES = [rule.id for rule in LAW.deadlines()]


def test_without_arguments_it_says_what_is_entered() -> None:
    """Jurisdictions, rules of computation, courts."""
    text = squeezed(answered("rules"))
    wanted = [*LAW.jurisdictions(), *LAW.names("rule"), "us/cand", "gb-eaw/high-court"]
    assert [name for name in wanted if name not in text] == []
    data = json.loads(answered("rules", "--format", "json"))
    assert [entry["jurisdiction"] for entry in data] == list(LAW.jurisdictions())
    assert sum(entry["deadlines"] for entry in data) == len(DEADLINES)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--jurisdiction", "at", "--trigger", "judgment-served"), "at/zpo/464(1)"),
        (("--trigger", "judgment-entered", "--act", "file"), "us/frcp/59(e)"),
        (("interrogatories",), "us/frcp/33(b)(2)"),
        (("motion", "for", "a", "new", "trial"), "us/frcp/59(b)"),
        (("us/frcp/33", "--act", "serve"), "us/frcp/33(b)(2)"),
    ],
)
def test_deadlines_are_found(words: tuple[str, ...], found: str) -> None:
    """By jurisdiction, trigger, act, and words of id, title or citation."""
    assert f"\n{found} " in answered("rules", *words)
    data = json.loads(answered("rules", *words, "--format", "json"))
    assert found in [rule["id"] for rule in data]


def test_nothing_fits() -> None:
    """That is an answer as well, and says what to do next."""
    assert "No deadline that is entered fits." in answered("rules", "zzzz")
    assert json.loads(answered("rules", "zzzz", "--format", "json")) == []


def test_one_deadline_whole() -> None:
    """Versions, extension, note, authority, who has read it, worked examples."""
    text = answered("rules", "us/frcp/4(m)")
    for part in (
        "complaint-filed: the complaint or other initiating paper was filed",
        "2000-12-01 120 days after",
        "2015-12-01 90 days after",
        "by the court: good cause",
        "from memory,",
        "(its text was read, 2026-11-24)",
        "Service in a foreign country is not subject to Rule 4(m).",
        "Epic Games v. Apple",
        "Compute it: legalcase due 'us/frcp/4(m)' --after 2026-06-03",
    ):
        assert squeezed(part) in squeezed(text)


def test_a_deadline_for_machines() -> None:
    """The same as plain data, the oldest version first."""
    data = json.loads(answered("rules", "us/frap/4(a)(1)(A)", "--format", "json"))
    assert data["triggers"] == ["judgment-entered"]
    assert data["versions"][-1]["extension"]["barred"].startswith("Fed. R. App. P.")
    assert data["versions"][-1]["restart"]["on"] == "tolling-motion-filed"
    assert data["versions"][-1]["authority"]["verified"] == "text"
    firsts = [version["from"] for version in data["versions"]]
    assert firsts == sorted(firsts)


def test_one_rule_of_computation_whole() -> None:
    """Its versions, settings with their citations, disputes, and what it counts."""
    text = squeezed(answered("rules", "us/frcp"))
    for part in (
        "2016-12-01 Fed. R. Civ. P. 6(d) (as amended",
        "roll, after to next open day; closed",
        "service, general, mail add 3 days Fed. R. Civ. P. 6(d)",
        "mail-order When the period",
        "us/frcp/33(b)(2)",
    ):
        assert part in text
    data = json.loads(answered("rules", "us/frcp", "--format", "json"))
    newest = data["versions"][-1]["settings"]
    assert newest["service"]["general"]["mail"]["add"] == "3 days"
    assert [d["id"] for d in data["disputes"]] == [
        *LAW.counting_rule("us/frcp").disputed
    ]


@pytest.mark.parametrize("name", [*DEADLINES, *LAW.names("rule")])
def test_every_page_fits_the_terminal(name: str) -> None:
    """Every rule can be shown, as text within 80 columns and as JSON."""
    text = answered("rules", name)
    assert name in text
    assert too_wide(text) == []
    assert json.loads(answered("rules", name, "--format", "json"))["id"] == name


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("us/frcp/33b2",), "Did you mean 'us/frcp/33(b)(2)'"),
        (("us/nope",), "There is no counting rule 'us/nope'."),
        (("--jurisdiction", "fr"), "There is no jurisdiction 'fr'."),
        (("--trigger", "judgement"), "'judgment-entered'"),
        (("--act", "fyle"), "Did you mean 'file'?"),
    ],
)
def test_mistakes(words: tuple[str, ...], part: str) -> None:
    """Unknown names are errors with suggestions, not empty lists."""
    done = ran("rules", *words)
    assert (done.status, done.out) == (1, "")
    assert part in squeezed(done.err)
