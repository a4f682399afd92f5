"""What clashes with the keys of calendars is refused when a folder is checked."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import ATLANTIS, changed, refused, written
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

HERE: Final = ATLANTIS.parent / "calendars"
TR, CN, AE = "tr/calendar.toml", "cn/calendar.toml", "ae/calendar.toml"
WI, MI, HARBOUR = (
    "xw/calendar.toml",
    "xm/calendar.toml",
    "cn/calendars/harbour.toml",
)
TX, GRIMES = "xt/calendar.toml", "xt/calendars/grimes.toml"
KPC, VA, GR = "pl/counting/kpc.toml", "xv/calendar.toml", "gr/calendar.toml"
#: The heads of entries that are put before others.
BEFORE: Final = '[[holiday]]\nid = "new-year"\n'

WRONG: Final = [
    # Dates given out.
    (TR, "on = [2024-04-10, ", "on = [", "$.holiday[0].on", "has no date in 2024"),
    (TR, "2025-03-30, ", "", "$.holiday[0].on", "has no date in 2025"),
    (
        TR,
        "[2024-06-16, 2025",
        "[2024-06-16, 2024-06-18, 2025",
        "$.holiday[1].on",
        "in the row",
    ),
    (
        TR,
        "[2024-06-16, 2025",
        "[2024-06-16, 2024-06-16, 2025",
        "$.holiday[1].on",
        "twice",
    ),
    (
        TR,
        "[2024-06-16, 2025",
        "[2023-06-28, 2024-06-16, 2025",
        "$.holiday[1].on[0]",
        "outside the horizon, 2024-01-01 to 2030-12-31",
    ),
    (
        TR,
        "[2024-06-16, 2025",
        "['2024-06-16', 2025",
        "$.holiday[1].on[0]",
        "must be a date (2026-07-04), or a table",
    ),
    (
        TR,
        "on = [2024-06-16, 2025-06-06, 2026-05-27, {",
        "on = [{ on = 2024-06-16, from = 2024-01-01 }, 2025-06-06, 2026-05-27, {",
        "$.holiday[1].on[0].from",
        "is no key",
    ),
    (
        TR,
        "days = 3",
        "days = 1000000000",
        "$.holiday[0].days",
        "No holiday lasts longer than a year",
    ),
    (
        TR,
        "through = 2027-05-19,",
        "through = 9999-05-19,",
        "$.holiday[1].on[3].through",
        "more than a year after 2027-05-16",
    ),
    (
        TR,
        "through = 2027-05-19,",
        "through = 2027-05-15,",
        "$.holiday[1].on[3].through",
        "before 2027-05-16",
    ),
    (
        TR,
        'falls = "january 1"',
        "on = []",
        "$.holiday[2].on",
        "must list dates, one at least",
    ),
    (
        TR,
        'falls = "january 1"',
        "on = 2024-01-01",
        "$.holiday[2].on",
        "must list dates",
    ),
    (
        TR,
        'falls = "january 1"\n',
        "",
        "$.holiday[2].falls",
        "is missing. Say by which rule it falls, or give its dates (on).",
    ),
    (
        TR,
        'falls = "january 1"',
        'falls = "january 1"\non = [2024-01-01]',
        "$.holiday[2].on",
        "stands beside falls",
    ),
    (
        TR,
        'falls = "january 1"',
        'falls = "january 1"\ndays = 2',
        "$.holiday[2].days",
        "is for a holiday of given dates (on)",
    ),
    (
        TR,
        'falls = "january 1"',
        'falls = "january 1"\ncovers = { from = 2024-01-01, through = 2025-01-01 }',
        "$.holiday[2].covers",
        "of given dates (on)",
    ),
    (
        TR,
        'falls = "january 1"',
        'falls = "january 1"\nwindows = [{ from = "may 1", through = "may 2" }]',
        "$.holiday[2].windows",
        "of given dates (on)",
    ),
    (
        TR,
        "days = 3\n",
        'days = 3\nto = "may 1"\n',
        "$.holiday[0].to",
        "is for a holiday that falls by rule",
    ),
    (
        TR,
        "days = 3\n",
        "days = 3\nevery = { years = 2, since = 2024 }\n",
        "$.holiday[0].every",
        "that falls by rule (falls)",
    ),
    (
        TR,
        "days = 3\n",
        "days = 0\n",
        "$.holiday[0].days",
        "a whole number of at least 1",
    ),
    (
        TR,
        "days = 3\n",
        "days = 3\nnot_in = [2025]\n",
        "$.holiday[0].on[1]",
        "of a year in which it did not fall",
    ),
    (
        TR,
        "days = 3\n",
        "days = 3\nfrom = 2025-01-01\n",
        "$.holiday[0].on[0]",
        "before from (2025-01-01)",
    ),
    (
        TR,
        "days = 3\n",
        "days = 3\nthrough = 2027-01-01\n",
        "$.holiday[0].on[3]",
        "after through (2027-01-01)",
    ),
    (
        TR,
        "covers = { from = 2024-01-01, through = 2027-12-31 }",
        "covers = { from = 2024-05-01, through = 2027-12-31 }",
        "$.holiday[0].covers",
        "its dates go from 2024-04-10 to 2027-03-11",
    ),
    (
        TR,
        "covers = { from = 2024-01-01, through = 2027-12-31 }",
        "covers = { from = 2027-12-31, through = 2024-01-01 }",
        "$.holiday[0].covers.through",
        "before 2027-12-31. Swap the two.",
    ),
    (
        TR,
        "covers = { from = 2024-01-01, through = 2027-12-31 }",
        "covers = { from = 2024-01-01, through = 2028-12-31 }",
        "$.holiday[0].on",
        "has no date in 2028",
    ),
    (
        TR,
        BEFORE,
        BEFORE + "from = 2031-01-01\n",
        "$.holiday[2].from",
        "after the horizon (2030-12-31): the holiday would never be seen",
    ),
    # Kinds.
    (
        WI,
        'kinds = ["legal-holiday", "office-closed"]',
        'kind = "recess"\nkinds = ["legal-holiday", "office-closed"]',
        "$.holiday[0].kinds",
        "stands beside kind",
    ),
    (
        WI,
        '["legal-holiday", "office-closed"]',
        '["legal-holiday", "legal-holiday"]',
        "$.holiday[0].kinds",
        "names 'legal-holiday' twice",
    ),
    (WI, '["legal-holiday", "office-closed"]', "[]", "$.holiday[0].kinds", "is empty"),
    (
        WI,
        '["legal-holiday", "office-closed"]',
        '["holy-day"]',
        "$.holiday[0].kinds[0]",
        "the vocabulary of kind lacks",
    ),
    (
        WI,
        'kinds = ["office-closed", "legal-holiday"]\n',
        "",
        "$.closure[0].kind",
        "is missing. Say which kind of closure it is.",
    ),
    # Weekends.
    (
        AE,
        '{ days = ["friday"',
        '{ from = 2019-01-01, days = ["friday"',
        "$.calendar.weekend[0].from",
        "stands in the first weekend, which is of old",
    ),
    (
        AE,
        "{ from = 2022-01-01, days",
        "{ days",
        "$.calendar.weekend[1].from",
        "is missing. Say since when",
    ),
    (
        AE,
        "from = 2022-01-01, days",
        "from = 2032-01-01, days",
        "$.calendar.weekend[1].from",
        "only one weekend would be seen",
    ),
    (
        AE,
        "from = 2022-01-01, days",
        "from = 2020-01-01, days",
        "$.calendar.weekend[1].from",
        "only one weekend would be seen",
    ),
    (
        AE,
        '["friday", "saturday"]',
        '["friday", "friday"]',
        "$.calendar.weekend[0].days",
        "names 'friday' twice",
    ),
    (
        AE,
        '["friday", "saturday"]',
        '["friday", "Saturday"]',
        "$.calendar.weekend[0].days[1]",
        "must be one of 'monday'",
    ),
    (
        VA,
        '{ from = 1960-01-01, days = ["saturday", "sunday"] }',
        "{ from = 1960-01-01, days = ['sunday'] }, { from = 1955-01-01, days = [] }",
        "$.calendar.weekend[2].from",
        "not after the one before it (1960-01-01)",
    ),
    (
        GR,
        'closed_by = ["legal-holiday"]',
        'closed_by = ["legal-holiday"]\nweekend = ["sunday", "sunday"]',
        "$.calendar.weekend",
        "names 'sunday' twice",
    ),
    (
        GR,
        'closed_by = ["legal-holiday"]',
        'closed_by = ["legal-holiday"]\nweekend = "sunday"',
        "$.calendar.weekend",
        "must be a list",
    ),
    # Openings.
    (
        CN,
        "2024-05-11, ",
        "2024-05-13, ",
        "$.opening[0].on[4]",
        "is 2024-05-13, Monday, on which the court is open anyway",
    ),
    (
        CN,
        "2024-05-11, ",
        "2024-05-11, 2024-05-11, ",
        "$.opening[0].on[5]",
        "opened by $.opening[0] already",
    ),
    (CN, "[2025-01-26, ", "[2026-02-14, ", "$.opening[1].on[0]", "outside the horizon"),
    (
        CN,
        "[2025-01-26, ",
        "[2024-02-04, ",
        "$.opening[1].on[0]",
        "opened by $.opening[0] already",
    ),
    (
        CN,
        'id = "worked-2024"',
        'id = "qingming"',
        "$.opening[0].id",
        "for the second time here",
    ),
    (
        HARBOUR,
        "on = [2025-05-01]",
        "on = [2025-02-08]",
        "$.opening[0].on[0]",
        "closed by $.closure[0]",
    ),
    (HARBOUR, "on = [2025-05-01]", "on = []", "$.opening[0].on", "is empty"),
    # Bases.
    (
        HARBOUR,
        'without = ["worked-2024"]',
        'without = ["worked-2025"]',
        "$.calendar.without[0]",
        "Did you mean 'worked-2024'?",
    ),
    (
        MI,
        'id = "christmas-eve"',
        'id = "columbus-day"',
        "$.holiday[0].id",
        "which without leaves out, this entry too",
    ),
    (
        MI,
        'id = "christmas-eve"\nname = "Christmas Eve"\nfalls = "december 24"',
        'id = "christmas-day"\nname = "Christmas"\nfalls = "december 25"',
        "$.holiday[0].id",
        "an entry of the base on the same day",
    ),
    (
        MI,
        "horizon = { from = 2023-01-01",
        "horizon = { from = 1977-01-01",
        "$.calendar.horizon",
        "is wider than that of 'us/common-days'",
    ),
    (
        GR,
        'closed_by = ["legal-holiday"]',
        'closed_by = ["legal-holiday"]\nbase_cites = "own"',
        "$.calendar.base_cites",
        "is said of no base",
    ),
    (
        GR,
        'closed_by = ["legal-holiday"]',
        'closed_by = ["legal-holiday"]\nbase_incomplete = "own"',
        "$.calendar.base_incomplete",
        "is said of no base",
    ),
    (
        GR,
        'closed_by = ["legal-holiday"]',
        'closed_by = ["legal-holiday"]\nbase_observance = "own"',
        "$.calendar.base_observance",
        "is said of no base",
    ),
    (
        MI,
        'base_observance = "own"',
        'base_observance = "theirs"',
        "$.calendar.base_observance",
        "It must be one of 'own'",
    ),
    # What a list that is only a base leaves to each calendar.
    *(
        (
            MI,
            f'{key} = "own"\n',
            "",
            f"$.calendar.{key}",
            "is missing: 'us/common-days' is only there to be a base",
        )
        for key in ("base_observance", "base_cites")
    ),
    (
        TX,
        '[calendar.observance]\nsaturday = "none"\nsunday = "none"\n',
        "",
        "$.calendar.observance",
        "State the observance of this calendar, saturday = 'none' where",
    ),
    (
        MI,
        'based_on = "us/common-days"',
        'based_on = "us/common-days"\nonly_a_base = "no"',
        "$.calendar.only_a_base",
        "It must be one of 'yes'",
    ),
    (
        GRIMES,
        'id = "good-friday"\nname = "Good Friday"\nfalls = "2 days before easter"',
        'id = "labor-day"\nname = "Labor Day"\nfalls = "first monday of september"',
        "$.holiday[1].id",
        "an entry of the base on the same day",
    ),
    # Roles.
    (
        KPC,
        'saturdays = "pl/saturdays" }',
        'saturdays = "pl/sundays" }',
        "$.rule.default_calendar.saturdays",
        "refers to 'pl/sundays'",
    ),
    (
        KPC,
        'saturdays = "pl/saturdays" }',
        'mondays = "pl/saturdays" }',
        "$.rule.default_calendar.mondays",
        "the vocabulary of role lacks",
    ),
    (
        KPC,
        'saturdays = "pl/saturdays" }',
        'saturdays = "pl/saturdays", registry = "pl" }',
        "$.rule.default_calendar.registry",
        "of which the rule asks nothing",
    ),
    (
        KPC,
        '{ court = "pl", saturdays',
        "{ saturdays",
        "$.rule.default_calendar.court",
        "is missing. Every rule needs a court's.",
    ),
    (
        KPC,
        '{ court = "pl", saturdays = "pl/saturdays" }',
        "[]",
        "$.rule.default_calendar",
        "must be a calendar, or calendars by role",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"),
    WRONG,
    ids=[f"{number}-{name}" for number, (name, *_) in enumerate(WRONG)],
)
def test_what_cannot_be_is_refused_at_its_path(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """With the file, the place and a remedy."""
    folder = tmp_path / "law"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.md"))
    changed(folder, name, old, new)
    problems = refused(folder)
    told = [said for file, place, said in problems if (file, place) == (name, path)]
    assert told, problems
    assert any(what in said for said in told), told


def test_nobody_answers_for_a_general_list(tmp_path: Path) -> None:
    """A calendar based on one may observe its days anew, and is named all the same."""
    text = """
[calendar]
id = "{0}"
name = "Moonland"
horizon = {{ from = 2024-01-01, through = 2027-12-31 }}
cite = "Moon Act"
verified = {{ how = "text" }}
closed_by = ["legal-holiday"]
based_on = "{1}"
base_observance = "own"
"""
    files = {
        "mm/calendar.toml": text.format("mm", "holidays:GR"),
        "mm/calendars/city.toml": text.format("mm/city", "mm"),
    }
    law = Law.bundled().with_folder(written(tmp_path / "good", files))
    found = law.compute(
        "14 days", after=date(2026, 4, 20), under="de/zpo", calendar="mm/city"
    )
    assert "not-a-court-calendar" in {notice.code for notice in found.notices}
    for name, told in files.items():
        wrong = files | {name: told + 'base_cites = "own"\n'}
        problems = refused(written(tmp_path / name.replace("/", "-"), wrong))
        (problem,) = [one for one in problems if one[0] == name]
        assert problem[1] == "$.calendar.base_cites"
        assert "answer for holidays:GR, a general list" in problem[2]
