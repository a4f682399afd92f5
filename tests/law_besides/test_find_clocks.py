"""Clocks are found by words, by jurisdiction and by what starts them."""

from __future__ import annotations

import pytest

import legalcase as lc
from law_folders import afresh
from legalcase.errors import InvalidTypeError, UnknownNameError

LAW = lc.Law.bundled()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speedy trial", "us-il/103-5/103-5(b)"),
        ("18 USC 3161(c)(1)", "us/18-usc/3161(c)(1)"),
        ("us/28-usc/2255(f)", "us/28-usc/2255(f)"),
        ("truth in lending", "us/15-usc/1640(e)"),
        ("new york felony", "us-ny/cpl/30.30(1)(a)"),
        ("copyright", "us/17-usc/507(b)"),
        ("verjährung", "de/bgb/195"),
    ],
)
def test_a_clock_is_found_by_what_people_call_it(text: str, expected: str) -> None:
    """By title, citation, id, the act in which it stands, its state."""
    assert LAW.find_clocks(text=text)[0].id == expected


def test_every_clock_is_found_by_its_id_its_citation_and_its_title() -> None:
    """And by its id, it stands first."""
    for clock in LAW.clocks():
        assert LAW.find_clocks(text=clock.id)[0] == clock
        assert clock in LAW.find_clocks(text=clock.authority.cite)
        assert clock in LAW.find_clocks(text=clock.title)


def test_what_is_not_given_does_not_restrict() -> None:
    """All come in the order of the law; filters hold together."""
    assert LAW.find_clocks() == LAW.find_clocks(text="") == LAW.clocks()
    german = LAW.find_clocks(jurisdiction="DE")
    assert german
    assert german == tuple(c for c in LAW.clocks() if c.id.startswith("de/"))
    begun = LAW.find_clocks(trigger="claim-accrued")
    assert {start.event for clock in begun for start in clock.starts} >= {
        "claim-accrued"
    }
    both = LAW.find_clocks(trigger="claim-accrued", text="contract", jurisdiction="us")
    assert [clock.id for clock in both] == ["us/28-usc/2415(a)"]
    assert LAW.find_clocks(text="pigeon") == LAW.find_clocks(text="???") == ()
    # No word of a clock is misspelt for one that deadlines have.
    assert LAW.find_clocks(text="eviction") == ()


def test_unknown_names_are_errors() -> None:
    """As those of deadlines are."""
    with pytest.raises(UnknownNameError):
        LAW.find_clocks(jurisdiction="fr")
    with pytest.raises(UnknownNameError):
        LAW.find_clocks(trigger="claim-accrud")
    with pytest.raises(InvalidTypeError, match="jurisdiction='us', or text="):
        LAW.find_clocks("us")  # type: ignore[arg-type]  # that is the mistake


def test_a_law_of_which_nothing_was_read_finds_the_same() -> None:
    """In whatever order it is asked."""
    assert afresh(LAW).find_clocks(text="trial") == LAW.find_clocks(text="trial")
