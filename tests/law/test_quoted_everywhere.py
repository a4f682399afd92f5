"""The check of what was read reaches every shape: weekends, dates given out, orders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import ran
from house import ROOT
from law_folders import changed, written
from law_values import folders_tried
from legalcase.law.check.quotes.quoted import unquoted
from legalcase.law.files.folder import LawFolder

LAW = ROOT / "tests" / "law"
ORDERS = "ny/counting/cp.toml"
DAYS = """
[calendar]
id = "xy"
name = "Elsewhere"
horizon = { from = 2020-01-01, through = 2029-12-31 }
cite = "Holidays Act"
verified = { how = "secondary" }
closed_by = ["legal-holiday"]
weekend = [
  { days = ["sunday"] },
  { from = 2022-01-01, days = ["friday"], verified = { how = "text" } },
]

[[holiday]]
id = "eid"
name = "Eid"
on = [2024-04-10, { on = 2025-03-30, verified = { how = "text" } }]
"""


@pytest.mark.parametrize(
    "folder", folders_tried(), ids=lambda folder: Path(folder.path).name
)
def test_what_is_owed_can_be_said_of_every_folder(folder: LawFolder) -> None:
    """Whatever shapes it has; each problem at a path of a file of its own."""
    for file, path, what in unquoted(folder):
        assert folder.holds(file)
        assert path.startswith("$.")
        assert what.startswith("is ")


@pytest.mark.parametrize("name", ["atlantis", "recesses", "stops", "thule"])
def test_these_folders_hold(name: str) -> None:
    """With their examples, as whoever enters law is told."""
    done = ran("law", str(LAW / name))
    assert done.status == 0
    assert "examples give their answer" in done.out


def test_a_weekend_and_a_date_that_were_read_need_their_words(tmp_path: Path) -> None:
    """Those that are tables; a plain day of the week and a plain date say nothing."""
    folder = written(tmp_path, {"xy/calendar.toml": DAYS})
    assert [path for _, path, _ in unquoted(LawFolder(folder))] == [
        "$.calendar.weekend[1].words",
        "$.holiday[0].on[1].words",
    ]


def test_an_order_is_quoted_as_any_setting_is(tmp_path: Path) -> None:
    """Its words are not idle, and are owed where its text was read."""
    folder = tmp_path / "law"
    shutil.copytree(LAW / "stops" / "ny", folder / "ny")
    assert unquoted(LawFolder(folder)) == []
    changed(
        folder,
        ORDERS,
        "from = 2020-11-04\n",
        'from = 2020-11-04\nverified = { how = "recall", read = ["N.Y. EO 202.8"] }\n',
    )
    assert unquoted(LawFolder(folder)) == []
    text = (folder / ORDERS).read_text(encoding="utf-8")
    start, end = text.index("[[words]]"), text.index("[[version]]")
    (folder / ORDERS).write_text(text[:start] + text[end:], encoding="utf-8")
    assert [path for _, path, _ in unquoted(LawFolder(folder))] == [
        "$.version[1].tolls[0].cite"
    ]
