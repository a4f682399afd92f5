"""The examples run, and print the dates that they promise."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from house import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "examples"

# Lines, or parts of lines, that a script has to print: its key dates.
PROMISED = {
    "01_court_calendar.py": (
        "Open on 2026-07-03: False",
        "2026-10-12: federal False, California True",
        "2026-03-31: federal True, California False",
        "Ten court days after 2026-07-01: 2026-07-16",
        "Court days in July 2026: 22",
        "2026-07-10: flood",
    ),
    "02_federal_deadline.py": (
        "The answers are due:             2026-07-09",
        "Due as the data reads the rules: 2026-06-30",
        "Safe under every reading:        2026-06-26",
        "Response to the amended pleading: 2026-06-26",
    ),
    "03_hearing_back.py": (
        "by personal   not later than 2026-09-01",
        "by electronic not later than 2026-08-28",
        "by mail       not later than 2026-08-27",
        "Opposition 2026-09-11, reply 2026-09-17, hearing 2026-09-24",
    ),
    "04_a_case_and_its_store.py": (
        "Read back as it was stored: True",
        "Fri 2026-06-26  Serve and file the     motion",
        "Fri 2026-06-19  Send the draft",
        "Met: ['motion']",
        "Open before that: ['draft', 'motion']",
        "DTSTART;VALUE=DATE:20260626",
    ),
    "05_your_own_law.py": (
        "Report: 2026-06-08",
        "Refused: ",
        "Answers, by order: 2026-06-17",
        "Notice: us/frcp/33(b)(2) was put in its place",
        "Answers, by rule: 2026-07-06",
    ),
}


def test_every_script_is_listed() -> None:
    """A new example comes with what it promises to print, and in the list."""
    scripts = {path.name for path in EXAMPLES.glob("*.py")}
    listed = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(PROMISED) == scripts
    assert [name for name in scripts if name not in listed] == []


@pytest.mark.parametrize("name", PROMISED)
def test_the_script_runs_and_keeps_its_promises(name: str, tmp_path: Path) -> None:
    """Run as a reader would, from anywhere: it succeeds, silent on stderr."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / name)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [text for text in PROMISED[name] if text not in done.stdout] == []
    assert list(tmp_path.iterdir()) == []  # what an example writes, it clears away
