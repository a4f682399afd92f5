"""`legalcase caseload`: the figures of a store, split, withheld, and what is sealed."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from typing import TYPE_CHECKING

import pytest

from caseload_samples import a_file, done, later
from cli.running import answered, ran, squeezed, too_wide
from legalcase.dates import DateRange
from legalcase.measures import caseload_report
from legalcase.storage import SqliteStore
from sealing_samples import sealer

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.model import CaseFile

HERE = "sqlite:///firm.db"
QUARTER = ("--from", "2026-07-01", "--to", "2026-10-01")
JULY = date(2026, 7, 6)


def files() -> list[CaseFile]:
    """Nine cases, seven of one court and two of another."""
    return [
        a_file(
            f"c{n}",
            later(JULY, n - 3),
            *([done(later(JULY, 20 + n))] if n % 2 else []),
            court="us/casd" if n > 6 else "us/cand",
        )
        for n in range(9)
    ]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a store of these cases."""
    monkeypatch.chdir(tmp_path)
    with SqliteStore("firm.db") as store, store.begin() as work:
        work.save(*files())
        work.commit()


def test_it_prints_what_the_report_says() -> None:
    """Of the cases as they are in the store."""
    during = DateRange(date(2026, 7, 1), date(2026, 10, 1))
    report = caseload_report(files(), during=during)
    assert answered("caseload", HERE, *QUARTER) == f"{report}\n"
    rows = json.loads(answered("caseload", HERE, *QUARTER, "--format", "json"))
    assert rows == {
        "from": "2026-07-01",
        "to": "2026-10-01",
        "cases": 9,
        "sealed": 0,
        "rows": report.to_rows(),
    }
    assert "<svg" in answered("caseload", HERE, *QUARTER, "--format", "html")


def test_small_courts_are_withheld_unless_somebody_says_otherwise() -> None:
    """Two of nine would be told by the other seven, and so neither is shown."""
    text = answered("caseload", HERE, *QUARTER, "--by", "court")
    assert re.search(r"^us/casd +withheld$", text, re.MULTILINE)
    assert re.search(r"^us/cand +withheld$", text, re.MULTILINE)
    text = answered("caseload", HERE, *QUARTER, "--by", "court", "--smallest", "1")
    assert re.search(r"^us/casd +2 ", text, re.MULTILINE)


def test_the_examples_of_the_help_work() -> None:
    """Each, and it fits the terminal."""
    text = re.sub(r" \\\n +", " ", answered("caseload", "-h"))
    lines = [line for line in text.splitlines() if line.startswith("  legalcase ")]
    assert len(lines) == 3
    for line in lines:
        out = answered(*shlex.split(line)[1:])
        assert "json" in line or too_wide(out) == []


def test_what_is_sealed_is_said_and_not_counted() -> None:
    """Its keys are not here."""
    with SqliteStore("sealed.db", sealer=sealer()) as store, store.begin() as work:
        work.save(files()[0])
        work.commit()
    said = "Sealed, and not counted: 1."
    for form in ("text", "html"):
        out = answered("caseload", "sqlite:///sealed.db", *QUARTER, "--format", form)
        assert said in squeezed(out)
    words = ("caseload", "sqlite:///sealed.db", *QUARTER, "--format", "json")
    found = json.loads(answered(*words))
    assert (found["cases"], found["sealed"]) == (0, 1)


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (("--from", "2026-07-01"), 2, "required: --to"),
        (("--from", "2026-07-01", "--to", "2026-07-01"), 2, "--to 2026-07-02"),
        (
            ("--from", "2021-10-01", "--to", "2021-07-01"),
            2,
            "Swap the two: --from 2021-07-01 --to 2021-10-01",
        ),
        ((*QUARTER, "--by", "hour"), 2, "invalid choice: 'hour'"),
        ((*QUARTER, "--smallest", "0", "--by", "court"), 1, "smallest cannot be 0"),
        ((*QUARTER, "--standard", "us/model/civil/general"), 1, "time standard"),
    ],
)
def test_what_cannot_be_asked_is_said(
    words: tuple[str, ...], status: int, part: str
) -> None:
    """By the command, in two sentences."""
    done_ = ran("caseload", HERE, *words)
    assert (done_.status, done_.out) == (status, "")
    assert part in squeezed(done_.err)
    assert too_wide(done_.err) == []
