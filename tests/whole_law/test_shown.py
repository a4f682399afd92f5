"""Whatever is entered can be shown: at the command line, and on its page."""

from __future__ import annotations

import json
import shlex
from html import escape
from typing import TYPE_CHECKING, Any

import pytest

from cli.running import answered, one_parser, squeezed, too_wide
from every_one import for_each
from legalcase.authority import INPUTS
from legalcase.law.lawbook import Law
from page_tags import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

LAW = Law.bundled()
JURISDICTIONS = LAW.jurisdictions()
YEAR = 2026


@pytest.fixture(autouse=True, scope="module")
def _parser() -> Iterator[None]:
    """Thousands of pages are asked for."""
    with one_parser():
        yield


def deadlines(place: str) -> list[str]:
    """The deadlines of a jurisdiction."""
    return [rule.id for rule in LAW.deadlines() if rule.jurisdiction == place]


def entries(place: str) -> list[str]:
    """Its deadlines, and its rules of computation."""
    rules = [name for name in LAW.names("rule") if name.partition("/")[0] == place]
    return [*deadlines(place), *rules]


def raw_of(name: str) -> list[dict[str, Any]]:
    """The questions that a file of the law asks."""
    file = LAW.folders[0].read(name)
    return [] if file is None else list(file.raw.get("dispute", ()))


@for_each("name", deadlines, shelves=JURISDICTIONS)
def test_every_answer_that_a_page_shows_is_taken(name: str) -> None:
    """`--fact` as it is printed is accepted where the deadline is computed."""
    rule = LAW.deadline(name)
    shown = [
        line.split()[1].partition("=")
        for line in answered("rules", name).splitlines()
        if line.startswith("  --fact ")
    ]
    own = {dispute.asks: dispute for dispute in rule.disputes}
    for word, _, answer in shown:
        if word in own:
            known = {own[word].adopted, *(r.name for r in own[word].readings)}
            assert answer in known
    assert len(shown) == len(set(shown))
    assert {word for word, _, _ in shown} >= {
        asks for asks in own if asks not in {None, *INPUTS}
    }


@for_each("name", deadlines, shelves=JURISDICTIONS)
def test_the_command_of_every_page_is_answered(name: str) -> None:
    """Also where an entry begins later, has ended, or outlasts its calendar."""
    page = answered("rules", name)
    # Behind the page of a deadline stands that of the clock of the same id.
    page = page.partition(f"\n{name}\n")[0]
    _, _, said = squeezed(page).rpartition("Compute it: legalcase ")
    assert answered(*shlex.split(said)).strip()


@for_each("name", entries, shelves=JURISDICTIONS)
def test_every_page_fits_the_terminal(name: str) -> None:
    """Every rule can be shown, as text within 80 columns and as JSON."""
    text = answered("rules", name)
    assert name in text
    assert too_wide(text) == []
    assert json.loads(answered("rules", name, "--format", "json"))["id"] == name


@for_each("name", LAW.names("calendar"))
def test_every_calendar_fits_the_terminal(name: str) -> None:
    """May and December have the longest names of most systems."""
    last = LAW.calendar(name).last.year
    for month in (f"{min(YEAR, last)}-05", f"{min(YEAR, last)}-12"):
        assert too_wide(answered("calendar", name, month)) == []


@pytest.mark.parametrize("name", JURISDICTIONS)
def test_each_jurisdiction_has_its_page(name: str) -> None:
    """As text of 80 columns, as HTML without a script, as plain data."""
    page = LAW.page(name, year=YEAR)
    text = page.text()
    assert str(page) == text
    assert max(map(len, text.splitlines())) <= 80
    said = squeezed(page.text())
    tags = read_page(page.html())
    assert tags.links <= tags.anchors
    assert not tags.seen & {"script", "img", "link", "iframe", "style"}
    assert page._repr_html_() in page.html()
    assert json.loads(json.dumps(page.to_dict()))["jurisdiction"] == name
    ids = [
        *(n for n in LAW.names("rule") if n.partition("/")[0] == name),
        *(n for n in LAW.names("calendar") if n.partition("/")[0] == name),
        *(one.id for one in LAW.deadlines() if one.jurisdiction == name),
        *(one.id for one in LAW.courts(name)),
    ]
    # A long id is broken where the line ends.
    bare = said.replace(" ", "")
    assert [one for one in ids if one.replace(" ", "") not in bare] == []


@pytest.mark.parametrize("name", JURISDICTIONS)
def test_every_question_and_answer_of_it_stands_there(name: str) -> None:
    """Of rules, calendars and deadlines: none is told as if it were settled."""
    whole = LAW.page(name).html()
    asked = [
        f"{rule.id}#{dispute['id']}"
        for rule in map(LAW.counting_rule, LAW.names("rule"))
        if rule.id.partition("/")[0] == name
        for dispute in raw_of(f"{rule.id.replace('/', '/counting/')}.toml")
    ]
    of_deadlines = [
        (f"{one.id}#{dispute.id}", dispute)
        for one in LAW.deadlines()
        if one.jurisdiction == name
        for dispute in one.disputes
    ]
    # What the cases of `when` ask stands beside the deadline, as it is put there.
    of_cases = [one for _, one in of_deadlines if one.id == one.asks]
    assert [one.id for one in of_cases if escape(one.question) not in whole] == []
    asked += [name for name, one in of_deadlines if one not in of_cases]
    assert [one for one in asked if f">{one}<" not in whole] == []
