"""The examples run, and print the dates that they promise."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from psycopg.conninfo import conninfo_to_dict

from house import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_database import Database

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
    "06_a_civil_case.py": (
        "At intake: pre-filing, number None",
        "answer: 2026-04-24, confirmed",
        "answer: 2026-04-24, needs-review, because of event-",
        "Services on the docket: 1",
        "answer: 2026-04-22, confirmed",
        "response: 2026-04-28, proposed",
        "response-2: 2026-06-12, proposed",
        "report: no date, stopped",
        "Confirm it now? The clock of deadline 'response-2' was stopped",
        "Acme is defendant and counterclaimant",
        "It is represented: True",
        "response-2: 2026-07-10, needs-review, because of event-",
        "Filed again: the response is met",
        "papers: 2026-10-01, needs-review, because of continuance",
        "moot-court: 2026-11-12, proposed",
        "As to Doe disposed, as to Acme active",
        "The case is disposed; papers vacated",
        "alter: 2026-12-29, proposed",
        "public feed tells of the hold: False",
        "firm feed tells of the hold: True",
    ),
    "07_a_family_matter.py": (
        "A note bears the label firm",
        "('father',) owes it by 2026-04-08",
        "advocate: minors-counsel for child",
        "The public may see the evaluation: False",
        "Still owed: ['response', 'disclosure-father', 'papers']",
        "First set for 18 May, now for 15 June",
        "On 15 May, as we knew then: ['for-the-child']",
        "On 15 May, as we know now: []",
        "public: []",
        "party: ['in chambers']",
        "firm: ['in chambers', 'pay slips']",
    ),
    "08_two_defendants.py": (
        "Set: the case is active",
        "Stayed as to Doe: the case is active",
        "motions-doe of doe: stopped",
        "voir-dire of roe and doe: needs-review",
        "Settings of the trial: 01 June, 21 September",
        "doe: disposed",
        "motions-doe of doe: vacated",
        "On ours they become [28, 29]",
        "The note is still about event:motion",
    ),
    "12_a_firm_tool.py": (
        "1 deadline, 0 hearings, in 1 case",
        "Fri 2026-05-22  Roe v. Acme  Answer the complaint, or move      roe/a2",
        "NAME:The firm",
        "DTSTART;VALUE=DATE:20260522",
    ),
    "16_case_worker.py": (
        "2026-06-09 clerk When and how was each paper served?",
        "2026-06-11 worker Rental assistance and referrals",
        "Replies owed on Mon 2026-06-08: 1",
        "urgent   ud-1  ash  housing: nobody is asked to help",
    ),
    "17_partner.py": (
        "To look at on Fri 2026-04-17: 3 of 3 cases, each every 14 days",
        "ash   critical  Mon 2026-04-06  due since 2026-04-06",
        "1 overdue, 2 deadlines, 0 hearings, in",
        "Mon 2026-04-13  Roe v. Ash  Answer the        ash/due-          OVERDUE;",
        "To hear from us by Fri 2026-04-17: 1 of 3",
        "fail            a legal hold is   no legal hold is",
    ),
    "18_client_view.py": (
        "Roe v. Acme, for Roe, Monday 8 June 2026",
        "- Thursday 3 September 2026, 10:00: Conference",
        "- Monday 8 June 2026: we were in touch by telephone",
        "Dear Roe,",
        "HTML False",
    ),
    "19_fastapi.py": (
        "409 {'detail': \"Case 'roe' is stored already.",
        "200 None",
        "409 {'detail': 'The case is at version 2, not 1.'}",
        "['roe'] []",
        '{"detail":"Case \'roe\' is not stored.',
    ),
    "20_django.py": (
        "201",
        "409 There is more in the case than the 1 that were seen.",
        "404 Case 'doe' is not stored.",
        "1 bill, 1 note",
    ),
    "13_a_case_in_a_notebook.py": (
        "us/frcp/6(c)(1) 2026-07-02 hearing on 2026-07-16 (hearing:motion)",
        "2026-07-16 needs-review",
    ),
}


#: What a user writes, and how much of it.
SHORT = (
    "12_a_firm_tool.py",
    "16_case_worker.py",
    "17_partner.py",
    "18_client_view.py",
)
#: The public faces: nothing beneath them is imported.
FACES = frozenset(
    {
        "legalcase",
        "legalcase.dates",
        "legalcase.model",
        "legalcase.oversight",
        "legalcase.plans",
        "legalcase.practice",
        "legalcase.storage",
    }
)


@pytest.mark.parametrize("name", SHORT)
def test_what_a_user_writes_is_thirty_lines(name: str) -> None:
    """A firm's tool, a case worker, a partner, a client's view: no more than that."""
    script = (EXAMPLES / name).read_text(encoding="utf-8")
    lines = [line.strip() for line in script.splitlines()]
    assert len([x for x in lines if x and not x.startswith(("#", '"""'))]) <= 30
    used = {
        one.module if isinstance(one, ast.ImportFrom) else alias.name
        for one in ast.walk(ast.parse(script))
        if isinstance(one, ast.Import | ast.ImportFrom)
        for alias in one.names
    }
    ours = {name for name in used if name and name.startswith("legalcase")}
    assert ours <= FACES


# What these print is compared whole, with the text file of the same name here.
STORIES = (
    "09_epic_v_apple.py",
    "10_speedy_trial.py",
    "11_two_served.py",
    "14_an_eviction_defence.py",
    "15_a_team_and_its_client.py",
    "23_a_clerks_quarter.py",
    "21_a_criminal_defence.py",
    "22_a_dissolution.py",
)


def test_every_script_is_listed() -> None:
    """A new example comes with what it promises to print, and in the list."""
    scripts = {path.name for path in EXAMPLES.glob("[0-9]*.py")}
    listed = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert {*PROMISED, *STORIES} == scripts
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


@pytest.mark.parametrize("name", ["19_fastapi.py", "20_django.py"])
def test_the_script_does_the_same_in_postgresql(
    name: str, postgres_database: Database
) -> None:
    """Given an address, it keeps its cases there, and says what it says of a file."""
    address = f"postgresql://?{urlencode(conninfo_to_dict(postgres_database.dsn))}"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / name), address],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [text for text in PROMISED[name] if text not in done.stdout] == []
