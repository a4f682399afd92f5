"""`legalcase recheck`: what another law moves in a store, and what it leaves."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import legalcase as lc
import legalcase.model as m
from cli.running import answered, ran, squeezed, too_wide
from law_folders import written
from legalcase.storage import SqliteStore
from schedule_cases import BY, LAW, opened, served
from sealing_samples import sealer

HERE = "sqlite:///firm.db"
DAY = date(2026, 6, 3)
#: A standing order that shortens the time for answers to interrogatories.
ORDER = """
[pack]
id = "us/frcp"
name = "Standing order"
counting = "us/frcp"
cite_prefix = "Fed. R. Civ. P. "

[[deadline]]
id = "33(b)(2)"
title = "Answers and objections to interrogatories"
trigger = "interrogatories-served"
act = "serve"
owed_by = "served"
met_by = ["interrogatory-answers-served"]
proceedings = ["civil"]
period = "21 days"
bound = "not later than"
service_extension = "general"
cite = "33(b)(2); standing order of 5 January 2026"
in_force = { from = 2026-01-05 }
verified = { how = "text", on = 2026-11-25 }

[[deadline.examples]]
after = 2026-06-03
service = "personal"
due = 2026-06-24
source = "derived"
"""
WITH_ORDER = ("--law", "order", "--overriding", "us/frcp/33(b)(2)")


def a_file(*, court: str = "us/cand") -> m.CaseFile:
    """A case with interrogatories that came by mail, and what is due on them."""
    asked = served("i1", "interrogatories-served", "roe", ["acme"], DAY, "mail")
    file: m.CaseFile = opened(court).record(asked, law=LAW, **BY)
    events = lc.schedule(file, LAW).new.events(on=DAY)
    return file.record(*events, law=LAW, **BY)


def the_answers(file: m.CaseFile) -> m.Deadline:
    """The deadline for answers to the interrogatories."""
    (found,) = file.case.deadlines
    return found


def confirmed(file: m.CaseFile) -> m.CaseFile:
    """The same with its date confirmed by somebody."""
    name = the_answers(file).deadline_id
    event = m.DeadlineConfirmed(
        deadline_id=name, confirmed_by="A. Partner", happened_on=DAY
    )
    return file.record(event, law=LAW, **BY)


def stored(*files: m.CaseFile, name: str = "firm.db") -> None:
    """A store with these cases."""
    with SqliteStore(name) as store, store.begin() as work:
        work.save(*files)
        work.commit()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a standing order in it."""
    monkeypatch.chdir(tmp_path)
    written(Path("order"), {"us/deadlines/frcp.toml": ORDER})


def test_the_same_law_moves_nothing() -> None:
    """And that is said, with how many are unchanged."""
    file = a_file()
    stored(file)
    assert squeezed(answered("recheck", HERE)) == (
        "1 case: 0 deadlines moved, 0 of them confirmed and to be reviewed; 0 void; 0 "
        "left where they are, for a reason; 1 unchanged."
    )
    found = json.loads(answered("recheck", HERE, "--format", "json"))
    assert found == {
        "cases": 1,
        "sealed": 0,
        "moved": [],
        "void": [],
        "stays": [],
        "unchanged": 1,
    }


def test_what_a_folder_of_law_moves_is_listed_with_its_reason() -> None:
    """The day before, the day after, and the text that is another."""
    file = a_file()
    stored(file)
    out = answered("recheck", HERE, *WITH_ORDER)
    assert too_wide(out) == []
    row = next(line for line in out.splitlines() if line.startswith("roe "))
    assert "2026-07-09" in row
    assert "2026-06-29" in row
    assert "1 case: 1 deadline moved, 0 of them confirmed" in squeezed(out)
    found = json.loads(answered("recheck", HERE, *WITH_ORDER, "--format", "json"))
    (moved,) = found["moved"]
    assert (moved["from"], moved["to"]) == ("2026-07-09", "2026-06-29")
    assert moved["because"] == [
        "us/frcp/33(b)(2) as of 2026-01-05",
        "period: 21 days, and it was 30 days",
    ]
    assert not moved["was_confirmed"]
    assert found["unchanged"] == 0


def test_the_help_names_the_status_and_what_counts() -> None:
    """Whoever calls it from a script has to know both; each is as it says."""
    said = squeezed(answered("recheck", "-h"))
    assert "Only open deadlines count" in said
    stored(a_file())
    assert ran("recheck", HERE, *WITH_ORDER).status == 0
    Path("other.db").write_text("no store", encoding="ascii")
    assert ran("recheck", "sqlite:///other.db").status == 1
    assert ran("recheck", "sqlite:///nowhere.db").status == 2
    assert "0 compared, whatever has moved" in said


def test_what_somebody_confirmed_is_to_be_reviewed() -> None:
    """It moves through a review alone, and the list says so."""
    stored(confirmed(a_file()))
    out = squeezed(answered("recheck", HERE, *WITH_ORDER))
    assert "1 of them confirmed and to be reviewed" in out
    found = json.loads(answered("recheck", HERE, *WITH_ORDER, "--format", "json"))
    assert [one["was_confirmed"] for one in found["moved"]] == [True]


def test_what_is_left_though_the_law_moves_is_listed() -> None:
    """A reading that was chosen stays, with the day that the law gives now."""
    file = a_file()
    chosen = m.ReadingChosen(
        deadline_id=the_answers(file).deadline_id,
        due=date(2026, 7, 9),
        chosen_by="A. Partner",
        happened_on=DAY,
    )
    stored(file.record(chosen, law=LAW, **BY))
    out = answered("recheck", HERE, *WITH_ORDER)
    assert too_wide(out) == []
    assert "a reading was chosen; by the law 2026-06-29 now" in squeezed(out)
    found = json.loads(answered("recheck", HERE, *WITH_ORDER, "--format", "json"))
    assert (found["moved"], found["unchanged"]) == ([], 0)
    assert [one["would_be"] for one in found["stays"]] == ["2026-06-29"]


def test_what_the_law_refuses_now_is_listed() -> None:
    """The text of the order begins later than the papers were served."""
    late = ORDER.replace("2026-01-05", "2026-07-01").replace("06-03", "07-06")
    late = late.replace("2026-06-24", "2026-07-27")
    written(Path("late"), {"us/deadlines/frcp.toml": late})
    stored(a_file())
    asked = ("--law", "late", "--overriding", "us/frcp/33(b)(2)", "--format", "json")
    found = json.loads(answered("recheck", HERE, *asked))
    assert (found["moved"], found["unchanged"]) == ([], 0)
    (kept,) = found["stays"]
    assert "2026-07-01" in kept["reason"]


def test_what_is_sealed_is_said() -> None:
    """Its keys are not here, so nobody looked at it."""
    with SqliteStore("sealed.db", sealer=sealer()) as store, store.begin() as work:
        work.save(a_file())
        work.commit()
    out = squeezed(answered("recheck", "sqlite:///sealed.db"))
    assert out.startswith("0 cases: 0 deadlines moved")
    assert out.endswith("Sealed, and not counted: 1. Ask in Python, with the keys.")


def test_the_examples_of_the_help_are_of_the_command() -> None:
    """The one that needs no folder works; the other names its options rightly."""
    stored(a_file())
    text = re.sub(r" \\\n +", " ", answered("recheck", "-h"))
    lines = [line for line in text.splitlines() if line.startswith("  legalcase ")]
    assert lines[0] == f"  legalcase recheck {HERE}"
    assert answered("recheck", HERE)
    done = ran("recheck", HERE, "--law", "our-rules", "--format", "json")
    assert (done.status, "is no folder" in squeezed(done.err)) == (2, True)


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (("recheck",), 2, "required: ADDRESS"),
        (("recheck", "firm.db"), 2, "is no address of a store"),
        (("recheck", "sqlite:///none.db"), 2, "There is no file"),
    ],
)
def test_what_cannot_be_asked_is_said(
    words: tuple[str, ...], status: int, part: str
) -> None:
    """In two sentences, and no store is made."""
    done = ran(*words)
    assert (done.status, done.out) == (status, "")
    assert part in squeezed(done.err)
    assert not Path("none.db").exists()
