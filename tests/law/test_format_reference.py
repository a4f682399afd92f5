"""The page "The format of the law" lists what the checks know, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from every_one import for_each
from house import ROOT
from law_values import folders_tried, places_in
from legalcase.counting.rules.words.marks import GROUPS
from legalcase.law.files.schema.files import FILES
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.files.validating.validate import _CHECKS

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = (ROOT / "docs" / "reference" / "format.md").read_text(encoding="utf-8")

#: What the second column calls each kind of value.
NAMES: Final = {
    "text": "text",
    "id": "id",
    "prefix": 'text, or `""`',
    "date": "date",
    "int": "whole number",
    "count": "whole number from 1",
    "moment": "date, or local time",
    "period": "period",
    "amount": "amount",
    "added": "time added",
    "hour": "hour",
    "falls": "day of the year",
    "monthday": "month and day",
    "after_recess": "day after a recess",
    "lengths": "lengths of period",
    "threshold": "threshold",
    "limit": "limit of a period",
    "zone": "time zone",
    "quote": "quote",
    "quoted": "quotation",
    "dated": "verification",
    "back": "roll, or silence",
    "closed": "closed days",
    "kinds": "kinds of day",
    "incomplete": "text, or tables",
    "gazetted": "dates given out",
    "weekend": "weekend",
    "calendars": "calendars",
    "trigger": "trigger",
    "weekdays": "weekday, or list of them",
    "anchor": "anchor",
    "asks": "what is asked",
}
#: What holds several of another kind.
OF_OTHERS: Final = {
    "list": "list of {}",
    "some": "list of {}, at least one",
    "by_weekday": "{}, or by weekday",
}
#: How a key that stands for any word of a sort is written.
FREE: Final = {
    "*method": "*a method of service*",
    "*name": "*a name*",
    "*paper": "*a class of paper*",
    "*kind": "*a kind of closure*",
    "*role": "*a role*",
    "*rule": "*a counting rule*",
    "*any": "*the word*",
    "*fact": "*a word of `fact`*",
    "*trigger": "*a word of `trigger`*",
    "*participant": "*a word of `participant`*",
    "*hearing": "*a word of `hearing`*",
    "*source": "*a source*",
    "*group": "*a group*",
    "*setting": "*a setting*",
}
SECTION = re.compile(r"^\((table|file)-([a-z-]+)\)=$", re.MULTILINE)
ROW = re.compile(r"^\| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
EXPECTED: Final = {
    **{("table", name.replace("_", "-")): keys for name, keys in TABLES.items()},
    **{("file", name): keys for name, keys in FILES.items()},
}


def sections() -> dict[tuple[str, str], str]:
    """The page cut at its labels: what is said under each."""
    found = list(SECTION.finditer(PAGE))
    stops = [match.start() for match in found[1:]] + [len(PAGE)]
    return {
        (match[1], match[2]): PAGE[match.end() : stop]
        for match, stop in zip(found, stops, strict=True)
    }


SECTIONS = sections()


def said(kind: str) -> str:
    """Say in the page's words what a key takes."""
    head, _, rest = kind.partition(":")
    if head in OF_OTHERS:
        return OF_OTHERS[head].format(said(rest))
    if head.startswith("table"):
        depth = ("", ", merged by key", ", merged by key, two deep")[head.count("+")]
        return f"table [{rest}](#table-{rest.replace('_', '-')}){depth}"
    if head == "one":
        return " or ".join(f"`{value}`" for value in rest.split("|"))
    if head == "word":
        return f"word of `{rest}`"
    return NAMES[kind]


def written(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """The first two columns of a table of the page."""
    return [
        (
            FREE.get(key, f"`{key.rstrip('?')}`"),
            ("optional; " if key.endswith("?") else "") + said(kind),
        )
        for key, kind in keys.items()
    ]


def test_every_table_and_file_has_its_section_and_nothing_else_has() -> None:
    """In both directions."""
    assert SECTIONS.keys() == EXPECTED.keys()


@for_each("name", EXPECTED, ids="-".join)
def test_a_section_lists_every_key_and_what_it_takes(name: tuple[str, str]) -> None:
    """Each key in its order, whether it may be missing, its closed values."""
    rows = ROW.findall(SECTIONS[name])
    assert rows[0] == ("key", "value", "meaning")
    shown = [(key, value) for key, value, _ in rows[1:] if key != "---"]
    assert shown == written(EXPECTED[name])


@for_each("name", EXPECTED, ids="-".join)
def test_every_key_has_a_meaning(name: tuple[str, str]) -> None:
    """A key of which the page says only that it exists can't be used."""
    for key, _, meaning in ROW.findall(SECTIONS[name]):
        assert len(meaning) > 2, key


def test_every_kind_of_value_is_defined() -> None:
    """Once, among the values; and none is defined that no key takes."""
    values = PAGE.partition("## Values")[2].partition("(table-verified)=")[0]
    terms = re.findall(r"^(.+)\n: ", values, re.MULTILINE)
    defined = {term for line in terms for term in line.split(", whole number")}
    several = {"word of …", "list of …", "table …", "`cite`", " from 1"}
    several.add("…, or by weekday")
    plain = {name for kind, name in NAMES.items() if kind not in {"prefix", "count"}}
    assert defined == plain | several
    assert NAMES.keys() == _CHECKS.keys()


def test_the_groups_that_merge_are_named() -> None:
    """Every other table is replaced whole."""
    said_so = re.search(r"except the groups (.+?), which merge by key", PAGE)
    assert said_so is not None
    assert set(re.findall(r"`(\w+)`", said_so[1])) == GROUPS.keys()


def test_every_closed_value_is_used() -> None:
    """What no jurisdiction uses, bundled or of a test, is not built."""
    found = {
        (place.table, place.key, place.value)
        for folder in folders_tried()
        for _, place in places_in(folder)
    }
    known = {
        (name.replace("-", "_"), key.rstrip("?"), value)
        for (_, name), keys in EXPECTED.items()
        for key, kind in keys.items()
        if "one:" in kind
        for value in kind.partition("one:")[2].split("|")
    }
    # A weekend is a list of days or of tables, and is tried with the calendars.
    assert {choice for choice in known - found if choice[0] != "weekend"} == set()
