"""Adding to a jurisdiction that is entered: no override, nothing put in its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from law_folders import places, refused, written
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEAD: Final = "us-wy/jurisdiction.toml"
RULE: Final = """
[rule]
id = "us-wy/made-up"
name = "Made-up rule"
cite_prefix = "M.R. "
default_calendar = "us-wy/legal-holidays"
verified = { how = "recall" }
[[version]]
from = 2000-01-01
trigger_day = { is = "excluded", cite = "1" }
days = { after = "every day", before = "every day", cite = "2" }
closed_days = { closed = { court = ["legal-holiday"] } }
roll.after = { to = "next open day", closed = "closed", cite = "3" }
roll.before = "silent"
"""
COURT: Final = """
[[court]]
id = "us-wy/cook"
name = "Circuit Court of Cook County (made up here)"
counting = ["us-wy/made-up"]
zones = ["America/Chicago"]
calendars = { court = "us-wy/legal-holidays" }
cite = "none: made up"
verified = { how = "recall" }
"""
PACK: Final = """
[pack]
id = "us-wy/made-up"
name = "Made-up rule"
counting = "us-wy/made-up"
cite_prefix = "M.R. "
[[deadline]]
id = "10"
title = "Answer"
trigger = "complaint-served"
period = "29 days"
act = "file"
bound = "not later than"
service_extension = "none"
cite = "10"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
examples = []
"""
ADDED: Final = '[jurisdiction]\nid = "us-wy"\ncounting = "us-wy/made-up"\n'
CALENDAR: Final = """
[calendar]
id = "us-wy"
name = "Courts of Wyoming, as we see them"
horizon = { from = 2000-01-01, through = 2035-12-31 }
cite = "none: made up"
verified = { how = "recall" }
closed_by = ["legal-holiday"]
"""


def added(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """A folder that adds a rule, a court, a pack and what the bare id means."""
    return written(
        folder,
        {
            HEAD: ADDED,
            "us-wy/counting/made-up.toml": RULE,
            "us-wy/courts.toml": COURT,
            "us-wy/deadlines/made-up.toml": PACK,
            **(files or {}),
        },
    )


def test_what_is_added_needs_no_declaration_and_no_word(tmp_path: Path) -> None:
    """The head keeps what it said; no result is told of a replacement."""
    law = Law.bundled().with_folder(added(tmp_path))
    head = law.jurisdiction("us-wy")
    assert head == {
        "id": "us-wy",
        "name": "Wyoming",
        "legal_holidays": "us-wy/legal-holidays",
        "counting": "us-wy/made-up",
    }
    found = law.compute("us-wy/made-up/10", after=date(2026, 6, 3), court="us-wy/cook")
    assert found.due == date(2026, 7, 2)
    bare = law.compute("30 days", after=date(2026, 6, 3), under="us-wy")
    forum = law.compute(
        "21 days", after=date(2026, 6, 3), under="us/frcp", forum="us-wy"
    )
    for result in (found, bare, forum):
        assert "override" not in {notice.code for notice in result.notices}


def test_a_head_that_says_another_thing_is_declared(tmp_path: Path) -> None:
    """It names the key; the declaration tells it from the calendar of that id."""
    head = f'{ADDED}name = "Kansans"\n'
    folder = added(tmp_path, {HEAD: head})
    ((file, path, what),) = refused(folder)
    assert (file, path) == (HEAD, "$")
    assert what == (
        "'us-wy' is entered already, with another name. Leave that out, or declare it: "
        "with_folder(…, overriding=('jurisdiction:us-wy',))."
    )
    law = Law.bundled().with_folder(folder, overriding=("jurisdiction:us-wy",))
    result = law.compute("30 days", after=date(2026, 6, 3), under="us-wy")
    texts = [notice.text for notice in result.notices if notice.code == "override"]
    assert texts == [
        "The jurisdiction us-wy was put in its place by a folder of your own."
    ]


@pytest.mark.parametrize("name", ["us", "calendar:us"])
def test_a_calendar_is_told_from_the_jurisdiction_of_its_id(
    tmp_path: Path, name: str
) -> None:
    """By its sort; and the id alone is enough, as it always was."""
    text = CALENDAR.replace("us-wy", "us").replace("Wyoming", "the Union")
    folder = written(tmp_path, {"us/calendar.toml": text})
    law = Law.bundled().with_folder(folder, overriding=(name,))
    result = law.compute("21 days", after=date(2026, 6, 3), under="us/frcp")
    texts = [notice.text for notice in result.notices if notice.code == "override"]
    assert texts == ["The calendar us was put in its place by a folder of your own."]


def test_a_new_calendar_of_a_known_id_replaces_nothing(tmp_path: Path) -> None:
    """The jurisdiction is there, the calendar was not: nothing is told of either."""
    folder = added(tmp_path, {"us-wy/calendar.toml": CALENDAR})
    law = Law.bundled().with_folder(folder)
    result = law.compute(
        "9 days", after=date(2026, 6, 3), under="us-wy", calendar="us-wy"
    )
    assert "override" not in {notice.code for notice in result.notices}
    problems = refused(folder, overriding=("calendar:us-wy",))
    assert "which no folder puts in another's place" in problems[0][2]


def test_a_head_needs_a_name_somewhere(tmp_path: Path) -> None:
    """Of a jurisdiction that nobody has entered, it is missing."""
    folder = written(tmp_path, {"xy/jurisdiction.toml": '[jurisdiction]\nid = "xy"\n'})
    assert places(refused(folder)) == [("xy/jurisdiction.toml", "$.jurisdiction.name")]
