"""An answer under which nothing can be counted hides no other answer's date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law_folders import written
from legalcase.law.ask.compute import compute
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "zz/jurisdiction.toml": '[jurisdiction]\nid = "zz"\nname = "Z"\n',
    "zz/calendar.toml": """
[calendar]
id = "zz"
name = "Z"
horizon = { from = 2020-01-01, through = 2030-12-31 }
cite = "1"
verified = { how = "secondary" }
closed_by = ["legal-holiday"]
""",
    "zz/counting/cp.toml": """
[rule]
id = "zz/cp"
name = "Z"
cite_prefix = ""
default_calendar = "zz"
verified = { how = "secondary" }
[[version]]
from = 2010-01-01
trigger_day = { is = "excluded", cite = "1" }
days = { after = "every day", before = "every day", cite = "2" }
months = { end = "eve of the corresponding day", cite = "3" }
[version.roll.after]
to = "next open day"
closed = { court = ["legal-holiday"] }
cite = "4"
[version.roll.before]
to = "previous open day"
closed = { court = ["legal-holiday"] }
cite = "5"
[version.service.general]
order = "add, roll"
cite = "6"
electronic = { add = "nothing" }
mail = { add = "nothing" }
personal = { add = "nothing" }
[version.service_for]
after = "general"
before = "general"
""",
    "zz/deadlines/cp.toml": """
[pack]
id = "zz/cp"
name = "Z"
counting = "zz/cp"
cite_prefix = ""
[[deadline]]
id = "7"
title = "Serve the motion"
trigger = "hearing"
direction = "before"
period = "1 month and 10 days"
act = "serve"
bound = "not later than"
service_extension = "none"
cite = "7"
in_force = { from = 2010-01-01 }
verified = { how = "secondary" }
when = [{ service = ["electronic"], period = "26 days", cite = "7" }]
examples = [{ before = 2026-01-15, due = 2026-01-02, source = "counted" }]
[[deadline.version]]
from = 2025-07-01
period = "13 days"
applies = "cases commenced on or after"
""",
}


def test_counted_back_the_earliest_of_what_can_be_counted(tmp_path: Path) -> None:
    """In an older case months back are refused, and the 26 days by wire are not."""
    law = Law.bundled().with_folder(written(tmp_path, FILES))
    hearing = date(2026, 1, 15)
    told = compute(
        law,
        "zz/cp/7",
        before=hearing,
        service="electronic",
        facts={"case-commenced": "2025-06-30"},
    )
    assert told.due == date(2025, 12, 19)  # 26 days: Saturday 20 December, moved
    found = compute(law, "zz/cp/7", before=hearing)
    assert found.due == date(2026, 1, 2)
    assert found.safe == told.due
    assert "answer-not-computed" in {notice.code for notice in found.notices}
