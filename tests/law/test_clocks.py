"""Clocks in the law's files: read by name, checked, overridden, their examples run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legalcase.errors import LawError
from legalcase.law.files.folder import BUNDLED
from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks import run_clock_examples

if TYPE_CHECKING:
    from collections.abc import Callable

LAW = Law.bundled()
FILE = "us/clocks/28-usc.toml"
TEXT = Path(BUNDLED, FILE).read_text(encoding="utf-8")


@pytest.fixture
def entered(tmp_path: Path) -> Callable[..., Law]:
    """Lay a changed copy of a file over the law, and give what comes of it."""

    def lay(old: str, new: str) -> Law:
        assert old in TEXT
        place = tmp_path / FILE
        place.parent.mkdir(parents=True)
        place.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
        names = (
            *("1658(a)", "2244(d)", "2255(f)"),
            *("2401(a)", "2401(b)-presentation", "2501"),
            *("1658(b)(1)", "1658(b)(2)", "2409a(g)"),
            *("2415(a)", "2415(b)", "2462"),
        )
        ids = tuple(f"us/28-usc/{name}" for name in names)
        return LAW.with_folder(tmp_path, overriding=ids)

    return lay


def test_every_example_of_a_clock_gives_its_answer() -> None:
    """As the law check runs them; each clock has one."""
    assert run_clock_examples(LAW, LAW.folders[0]) == []
    assert all(clock.examples for clock in LAW.clocks())


def test_a_clock_is_found_by_its_name_but_for_capitals() -> None:
    """And is what its file says."""
    clock = LAW.clock("US/18-USC/3161(c)(1)")
    assert clock is LAW.clock("us/18-usc/3161(c)(1)")
    assert str(clock.limit) == "70 days"
    assert clock.find_exclusion("(h)(7)") == clock.exclusion("(h)(7)")
    assert clock.find_exclusion("(h)(9)") is None
    assert repr(clock) == "<ClockRule 'us/18-usc/3161(c)(1)': 70 days>"
    assert clock.exclusion("(h)(1)(A)").authority.verified == "text"


def test_no_clock_says_more_than_what_it_rests_on_was_read() -> None:
    """Who cites a case, or a rule that is none of its own, says what of it was read."""
    for one in LAW.clocks():
        leans = [one.authority, *(each.authority for each in one.exclusions)]
        leans += [each.authority for each in one.disputes]
        for authority in leans:
            others = authority.cite + (
                f" {one.first_day_cite} {one.waiver_cite}"
                if authority is one.authority
                else ""
            )
            if re.search(r" v\.? |Crim\. P\.", others):
                assert authority.verified != "text", (one.id, authority)


def test_a_folder_puts_a_clock_in_the_place_of_another(
    entered: Callable[..., Law],
) -> None:
    """Where it says so; what its example then gives is checked."""
    law = entered('limit = "4 years"', 'limit = "5 years"')
    clock = law.clock("us/28-usc/1658(a)")
    assert (str(clock.limit), clock.overrides) == ("5 years", True)
    problems = run_clock_examples(law, law.folders[-1])
    assert [one.path for one in problems] == [
        "$.clock[0].examples[0]",
        "$.clock[0].examples[1]",
    ]
    assert "last_day is 2025-02-28, not 2024-02-29." in problems[0].what


DISPUTE = (
    'dispute = [{ id = "d", question = "Q?", adopted = "a", cite = "x", '
    'reading = [{ name = "a", exclusions = ["2244(d)(2)"], cite = "y" }] }]\n'
)
WRONG = {
    "twin": ('id = "2255(f)"', 'id = "2244(d)"', "for the second time here"),
    "place": ('id = "us/28-usc"', 'id = "us/29-usc"', "the file's place says"),
    "slash": ('id = "2255(f)"', 'id = "2255/f"', "has no slash"),
    "unknown": (
        'exclusions = ["2244(d)(2)"]',
        'exclusions = ["2244(d)(3)"]',
        "The exclusions of this file are: '2244(d)(2)'",
    ),
    "idle": ('exclusions = ["2244(d)(2)"]', "exclusions = []", "no clock here knows"),
    "repeated": (
        'exclusions = ["2244(d)(2)"]',
        'exclusions = ["2244(d)(2)", "2244(d)(2)"]',
        "for the second time",
    ),
    "start": ('event = "claim-accrued"', 'event = "claim"', "vocabulary of trigger"),
    "twice": (
        'event = "impediment-removed"',
        'event = "conviction-final"',
        "for the second time here",
    ),
    "never": (
        'event = "claim-accrued", ',
        'event = "claim-accrued", optional = "yes", ',
        "are all optional",
    ),
    "example": (
        "starts = { claim-accrued = 2020-02-29 }",
        "starts = 2020-02-29",
        "is one day",
    ),
    "foreign": (
        "starts = { claim-accrued = 2020-02-29 }",
        "starts = { trial = 2020-02-29 }",
        "from which this clock does not run",
    ),
    "expects": ("last_day = 2024-02-29, ", "", "expects nothing"),
    "asked": ("on = 2024-07-01, ", "", "on which day"),
    "basis": ('basis = "2244(d)(2)"', 'basis = "h"', "which this clock has not"),
    "backward": (
        "from = 2024-06-01, through = 2024-06-30",
        "from = 2024-07-01, through = 2024-06-30",
        "Swap the two",
    ),
    "force": (
        "in_force = { from = 1990-12-01 }",
        "in_force = { from = 1990-12-01, through = 1980-01-01 }",
        "Swap the two",
    ),
    "cap": (
        'needs = "nothing"\n',
        'needs = "nothing"\nmost = "30 days"\n',
        "say whether more than",
    ),
    "beyond": (
        'needs = "nothing"\n',
        'needs = "nothing"\nbeyond = "never"\n',
        "there is none. State `most`",
    ),
    "half": (
        'needs = "nothing"\n',
        'needs = "nothing"\nbegins = ["motion-filed"]\n',
        "both or neither",
    ),
    "longer": (
        'cite = "1658(a)"\nwords',
        'extension = [{ given = "x", cite = "y" }]\ncite = "1658(a)"\nwords',
        "needs one of `add` and `up_to`",
    ),
    "court days": (
        'limit = "4 years"',
        'limit = "4 court days"',
        "days, weeks, months",
    ),
    "reading": (
        'note = "Finality is not computed here. No',
        DISPUTE + 'note = "Finality is not computed here. No',
        "changes nothing",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_file_is_said(
    entered: Callable[..., Law], name: str
) -> None:
    """At its path, before anything is computed from it."""
    old, new, said = WRONG[name]
    with pytest.raises(LawError) as caught:
        entered(old, new)
    assert said in str(caught.value)


def test_a_clock_is_not_put_in_the_place_of_another_unasked(tmp_path: Path) -> None:
    """As with all that the law has."""
    place = tmp_path / FILE
    place.parent.mkdir(parents=True)
    place.write_text(TEXT, encoding="utf-8")
    with pytest.raises(LawError, match="1658"):
        LAW.with_folder(tmp_path)
