"""The stories print what stands in the files beside this one, to the letter."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from examples.test_examples import EXAMPLES, STORIES
from legalcase.cli.demo.docket_answers import answers_of
from legalcase.cli.demo.docket_files import dockets

if TYPE_CHECKING:
    from legalcase.model import CaseFile

HERE = Path(__file__).parent

#: What the demo asks of the docket of Epic v. Apple, by the ids of the story.
OF_THE_DEMO = {
    "service": ("4(m)-epic",),
    "answer-to-counterclaims": ("12(a)(1)(B)-epic",),
    "amend-findings": ("52(b)-apple", "52(b)-epic"),
    "new-trial": ("59(b)-apple", "59(b)-epic"),
    "alter-judgment": ("59(e)-apple", "59(e)-epic"),
    "appeal": ("4(a)(1)(A)-apple", "4(a)(1)(A)-epic"),
    "cross-appeal": ("4(a)(3)-apple",),
    "injunction-effective": ("injunction",),
}


def story(name: str, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Run a story here, and return what it leaves."""
    patch.syspath_prepend(str(EXAMPLES))  # as for a script, for what they share
    return run_path(str(EXAMPLES / name))


@pytest.mark.parametrize("name", STORIES)
def test_the_story_prints_what_is_kept(name: str, tmp_path: Path) -> None:
    """Run as a reader would: the whole output, and nothing on stderr."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / name)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    kept = (HERE / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert done.stdout == kept
    assert list(tmp_path.iterdir()) == []


def test_epic_v_apple_has_every_deadline_of_the_demo(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same dates as the demo computes by hand, every one from the record."""
    docket = next(one for one in dockets() if one.id == "epic-v-apple")
    answers = answers_of(docket, lc.Law.bundled())
    assert [one.question.id for one in answers] == list(OF_THE_DEMO)
    told = story("09_epic_v_apple.py", monkeypatch)
    file: CaseFile = told["file"]
    case = file.as_of(true_on=date(2021, 12, 7))  # before the stay took one away
    for answer in answers:
        for deadline_id in OF_THE_DEMO[answer.question.id]:
            assert case.dates(deadline_id).due == answer.computation.due, deadline_id


def court_days(after: date, count: int, *holidays: date) -> date:
    """Count court days by hand: no Saturday, no Sunday, none of these."""
    day = after
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in holidays
    return day


def test_the_eviction_has_the_days_of_the_statutes() -> None:
    """Counted again, from what the sections say and a calendar on the wall."""
    kept = (HERE / "14_an_eviction_defence.txt").read_text(encoding="utf-8")
    king, lincoln, presidents = (
        date(2026, 1, 19),
        date(2026, 2, 12),
        date(2026, 2, 16),
    )
    # Three court days after the notice; ten after the summons (1161(2), 1167(a)).
    notice = court_days(date(2026, 1, 16), 3, king)
    answer = court_days(date(2026, 2, 5), 10, lincoln, presidents)
    # Twenty days after the request (1170.5(a)); the fee five days before (631(c)(1)).
    trial = date(2026, 2, 24) + timedelta(days=20)
    fee, later = (day - timedelta(days=5) for day in (trial, date(2026, 3, 26)))
    assert (trial.weekday(), fee.weekday(), later.weekday()) == (0, 2, 5)
    later -= timedelta(days=1)  # a Saturday, and what is counted back goes back
    for line in (
        f"{notice} planned  The notice runs out",
        f"{answer} planned  Respond to the complaint",
        f"{trial} done     Last day for the trial",
        f"{fee} planned  Jury fee",
        f"{later} planned  Jury fee, or a waiver of it (was {fee})",
        # 125 % of 27,320 and of 26,650 dollars: the guidelines of 2026 and of 2025.
        f"${27320 * 125 // 100:,}",
        f"${26650 * 125 / 100:,.2f}",
    ):
        assert line in kept


def test_the_team_has_thirty_days_to_respond() -> None:
    """Rule 34(b)(2)(A), after 20 April; and ninety to serve (4(m)), after 5 March."""
    kept = (HERE / "15_a_team_and_its_client.txt").read_text(encoding="utf-8")
    respond = date(2026, 4, 20) + timedelta(days=30)
    serve = date(2026, 3, 5) + timedelta(days=90)
    assert f"{respond} new us/frcp/34(b)(2)(A) roe" in kept
    assert f"{serve} new us/frcp/4(m) roe" in kept


def test_the_quarter_adds_up_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted again from the table, with its text alone."""
    kept = (HERE / "23_a_clerks_quarter.txt").read_text(encoding="utf-8")
    table = str(story("23_a_clerks_quarter.py", monkeypatch)["TABLE"])
    rows = table.replace("\n    ", "").strip().splitlines()
    # A line for each defendant, with what is said of it or of all.
    units = []
    for row in rows:
        head, _, said = row.partition(" 20")
        steps = [step.split() for step in f"20{said}".split("; ")]
        names = steps[0][1:] if "criminal" in head else [""]
        filed, first = steps[0][0], steps[0][1:] if "civil" in head else []
        for name in names:
            of = [
                each
                for each in ([first] if first else []) + steps[1:]
                if name in each or not set(each) & {"doe", "poe", "roe"}
            ]
            units.append((head.split()[0], filed, of))

    def days(word: str) -> list[str]:
        found = [step[1] for _, _, steps in units for step in steps if step[0] == word]
        return sorted(day for day in found if "2026-07" <= day < "2026-10")

    new = sum("2026-07" <= filed < "2026-10" for _, filed, _ in units)
    again, back = len(days("reopen")), len(days("back"))
    done, stayed = len(days("done")), len(days("stay"))
    came, went = new + again + back, done + stayed
    for name, number in (
        ("incoming", came),
        ("outgoing", went),
        ("- new filings", new),
        ("- entries of judgment", done - again),
        ("- placed inactive", stayed),
    ):
        assert f"{name:<25}{number}\n" in kept, name
    assert f"clearance rate           {100 * went / came:.0f} %" in kept
    # Filed before the second quarter of 2025, neither done nor stayed: older than 540.
    old = [
        (name, (date(2026, 9, 30) - date.fromisoformat(filed)).days)
        for name, filed, steps in units
        if filed < "2025-04" and not any(step[0] == "done" for step in steps)
    ]
    assert [
        line
        for line in kept.splitlines()
        if line.endswith(" days") and ", filed on " in line
    ] == [
        f"{name}, filed on {filed}: {age} days"
        for name, age in sorted(old, key=lambda one: -one[1])
        for each, filed, _ in units
        if each == name
    ]


def test_the_criminal_defence_has_seventy_days() -> None:
    """18 U.S.C. 3161(c)(1), (h)(1)(D), counted again: after the later of two days."""
    kept = (HERE / "21_a_criminal_defence.txt").read_text(encoding="utf-8")
    roe, doe = date(2026, 1, 12), date(2026, 2, 2)
    # From the filing through the decision of the motion, both days included.
    stopped = date(2026, 3, 16) - date(2026, 2, 23) + timedelta(days=1)
    last, alone = (one + timedelta(days=70) for one in (doe, roe))
    for line in (
        f"last day {last}; safe {alone}",
        f"last day {last + stopped}; safe {alone + stopped}",
        # Under the reading by which the motion of the one is no delay of the other.
        f"last day {last + stopped}; safe {last}",
    ):
        assert line in kept
    assert stopped.days == 22
    # What only the owner may see is on no page of the story but the owner's own.
    assert "N. Neighbor" not in kept


def test_the_dissolution_has_the_days_of_the_statutes() -> None:
    """Sixty days after petition and response (2104(f)); six months (2339(a))."""
    kept = (HERE / "22_a_dissolution.txt").read_text(encoding="utf-8")
    hers = date(2026, 2, 3) + timedelta(days=60)
    assert hers.weekday() == 5  # a Saturday: it is Monday
    hers += timedelta(days=2)
    his = date(2026, 3, 9) + timedelta(days=60)
    ends = date(2026, 2 + 6, 10)
    for line in (
        f"{hers} new us-ca/fam/2104(f)-petitioner wife",
        f"{his} new us-ca/fam/2104(f)-respondent husband",
        f"the marriage ends after {ends} at the earliest",
        f"'preliminary-husband' of husband was due on {his}",
        "2026-07-06: can it be enforced? no",
        "2026-07-13: can it be enforced? yes",
    ):
        assert line in kept
    for said in ("undivided", "half of it", "the house, if"):
        assert said not in kept


def test_the_speedy_trial_has_the_sums_of_the_decisions() -> None:
    """563 U.S. 647: 287 days, of which 218 and 69; without the motions 209 and 78."""
    kept = (HERE / "10_speedy_trial.txt").read_text(encoding="utf-8")
    assert "trial-70: 287 days, 218 excluded, 69 count" in kept
    assert "trial-70: 287 days, 209 excluded, 78 count" in kept
