"""Titles of deadlines fit a line of a docket."""

from __future__ import annotations

from typing import Final

from legalcase.law.lawbook import Law

LONGEST: Final = 12


def test_every_title_fits_a_docket_line() -> None:
    """What else is to be said, such as the matters for which it is, the note says."""
    long = {
        rule.id: version.title
        for rule in Law.bundled().deadlines()
        for version in rule.versions
        if len(version.title.split()) > LONGEST
    }
    assert long == {}


def test_no_two_deadlines_of_a_pack_bear_one_title() -> None:
    """A docket that shows titles alone can tell them apart."""
    seen: dict[tuple[str, str], str] = {}
    for rule in Law.bundled().deadlines():
        key = (rule.id.rpartition("/")[0], rule.title)
        assert key not in seen, (rule.id, seen.get(key))
        seen[key] = rule.id


def test_the_matters_that_no_recess_stops_are_still_listed() -> None:
    """They stood in the titles, and decide which deadline is the right one."""
    for name in ("at/zpo/464(1)-not-stopped", "at/zpo/521(1)-not-stopped"):
        note = Law.bundled().deadline(name).current.note or ""
        for matter in ("bills of exchange", "maintenance", "challenges to judges"):
            assert matter in note
