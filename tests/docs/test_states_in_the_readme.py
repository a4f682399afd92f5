"""The README names the systems whose deadlines are entered, and no others."""

from __future__ import annotations

import re

from house import ROOT
from legalcase.law.lawbook import Law

LAW = Law.bundled()
ONES = (
    "",
    "-one",
    "-two",
    "-three",
    "-four",
    "-five",
    "-six",
    "-seven",
    "-eight",
    "-nine",
)
TENS = {30: "thirty", 40: "forty", 50: "fifty"}
NUMBERS = {
    ten + one: f"{said}{more}"
    for ten, said in TENS.items()
    for one, more in enumerate(ONES)
}


def test_the_states_that_the_readme_names_are_those_entered() -> None:
    """By the names of their jurisdictions, with how many there are."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    said = re.search(r"could be read\), ([\w-]+) states \(([^)]*)\)", text)
    assert said is not None
    places = {rule.jurisdiction for rule in LAW.deadlines()}
    assert "us-dc" in places
    assert "and the District of Columbia, England" in text
    states = {
        str((LAW.jurisdiction(place) or {})["name"])
        for place in places
        if place.startswith("us-") and place != "us-dc"
    }
    assert set(said[2].split(", ")) == states
    assert said[1] == NUMBERS[len(states)]
    assert f"deadlines of {NUMBERS[len(places)]} systems" in text
