"""`legalcase demo`: from dockets to deadlines, a store, pages and a calendar."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from icalendar import Calendar

from cli.running import Ran, answered, ran, squeezed, too_wide
from legalcase.cli.console.progress import with_bar
from legalcase.cli.demo import work as demo_work
from legalcase.cli.demo.clock import clock_of
from legalcase.cli.demo.docket_files import dockets
from legalcase.cli.demo.report import brief, command_name, differences, report
from legalcase.cli.demo.work import read_back, work_through
from legalcase.codec import decode
from legalcase.errors import StorageError
from legalcase.markup import escape
from legalcase.model import Case
from legalcase.storage import MemoryStore, SqliteStore, SystemClock
from legalcase.testing import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.cli.demo.case import DemoCase

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
NAMES = [docket.id for docket in dockets()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, with a blank in its name, that the demo has written into."""
    return tmp_path_factory.mktemp("the demo") / "out put"


@pytest.fixture(scope="module")
def demos(folder: Path) -> tuple[DemoCase, ...]:
    """The cases of a demo run at a fixed time."""
    folder.mkdir()
    return work_through(folder, FixedClock(NOW))


@pytest.fixture(scope="module")
def text(demos: tuple[DemoCase, ...], folder: Path) -> str:
    """What it printed."""
    return report(demos, folder)


def test_it_prints_every_deadline_with_its_explanation(
    text: str, demos: tuple[DemoCase, ...]
) -> None:
    """Due and safe date, the steps, what the decision says; short enough to read."""
    for demo in demos:
        for answer in demo.answers:
            assert f"* {answer.question.title}" in text
            assert answer.question.title in squeezed(text)
            assert str(answer.computation.due) in text
            assert str(answer.computation.safe) in text
            for step in answer.computation.steps:
                assert str(step.end) in text
    assert "Due Tue 2021-10-12" in text
    assert "2021-09-27" in text
    assert len(text.splitlines()) < 700


def test_it_fits_the_terminal(text: str) -> None:
    """All but the path of the folder, which is as long as it is."""
    assert [line for line in too_wide(text) if "out put" not in line] == []


def test_without_being_asked_for_more_it_prints_one_screen(
    demos: tuple[DemoCase, ...], folder: Path
) -> None:
    """Each case with its dates and its page; what agrees; what to try next."""
    said = brief(demos, folder)
    assert len(said.splitlines()) < 50
    assert [line for line in too_wide(said) if "out put" not in line] == []
    for demo in demos:
        assert f"{demo.docket.id}.html" in said
        assert str(min(str(item.dates.due) for item in demo.items())) in said
    assert "all of them agree" in squeezed(said)
    assert "demo --full" in said


def test_a_case_in_which_nothing_runs_has_no_dates(
    demos: tuple[DemoCase, ...], folder: Path
) -> None:
    """It is said, and is no error."""
    case = demos[0]
    empty = evolve(case, answers=(), case=Case.from_events(case.file.log[:1]))
    assert "0 deadlines, none running" in squeezed(brief((empty,), folder))


def test_tables_come_before_explanations(text: str) -> None:
    """The reader sees first what was due when, and last where the files are."""
    order = [
        "1. What was due when",
        "2. Why",
        "3. The agenda, as read back from the store",
        "4. What is there now",
        "5. What to try next",
    ]
    places = [text.index(headline) for headline in order]
    assert places == sorted(places)
    assert "all of them agree" in squeezed(text)


@pytest.mark.parametrize(
    ("called", "found", "name"),
    [
        ("bin/legalcase", "bin/legalcase", "legalcase"),
        (".venv/bin/legalcase", None, ".venv/bin/legalcase"),
        ("a folder/legalcase", None, "'a folder/legalcase'"),
        ("pytest", None, "legalcase"),
    ],
)
def test_what_to_try_next_is_what_the_reader_can_type(
    monkeypatch: pytest.MonkeyPatch, called: str, found: str | None, name: str
) -> None:
    """The name where the shell finds it; else the command as it was called."""
    monkeypatch.setattr(sys, "argv", [called, "demo"])
    monkeypatch.setattr(shutil, "which", lambda _: found)
    assert command_name() == name


def test_from_what_a_deadline_follows_is_said(text: str) -> None:
    """From the events of the case, and whose it is; or why it was asked by hand."""
    said = squeezed(text)
    assert "Owed by plaintiff, because of what happened: complaint filed on" in said
    assert "Counted by a call of its own: an order set this period" in said
    assert "17 deadlines: 9 follow from what happened in their cases, 8 were" in said


def test_what_is_not_known_is_said(text: str) -> None:
    """The tables and the explanations say it."""
    assert "not known" in text
    assert "Not known, and left out: When and how the summons was" in squeezed(text)


def test_the_store_holds_the_cases(demos: tuple[DemoCase, ...], folder: Path) -> None:
    """The database is opened again, and every case is what was recorded."""
    store = SqliteStore(folder / "cases.db")
    with store.begin() as work:
        assert list(work.ids()) == sorted(NAMES)
        for demo in demos:
            assert work.get(demo.docket.id) == demo.case
            assert work.events(f"case:{demo.docket.id}") == demo.file.log
    store.close()


def test_the_calendar_imports(demos: tuple[DemoCase, ...], folder: Path) -> None:
    """Each deadline is an event on its safe date, with a stable id of its own."""
    feed = Calendar.from_ical((folder / "deadlines.ics").read_bytes())
    events: list[Any] = list(feed.walk("VEVENT"))
    shown = sorted(str(item.dates.shown) for demo in demos for item in demo.items())
    assert sorted(str(event["DTSTART"].dt) for event in events) == shown
    assert len({event["UID"] for event in events}) == len(events)
    summaries = {str(event["SUMMARY"]) for event in events}
    assert "Done: Notice of cross-appeal (4:20-cv-05640-YGR)" in summaries


def test_the_pages_hold_every_explanation(
    demos: tuple[DemoCase, ...], folder: Path
) -> None:
    """Each case as HTML and as Markdown, and an index that leads to all."""
    index = (folder / "index.html").read_text(encoding="utf-8")
    for demo in demos:
        html = (folder / f"{demo.docket.id}.html").read_text(encoding="utf-8")
        markdown = (folder / f"{demo.docket.id}.md").read_text(encoding="utf-8")
        assert f'href="{demo.docket.id}.html"' in index
        for item in demo.items():
            assert escape(item.deadline.title) in index
            assert str(item.dates.due) in index
        for answer in demo.answers:
            assert answer.computation.explain("html") in html
            assert answer.computation.explain("markdown") in markdown
        assert "<script" not in html
        assert html.count("<h3>") == len(demo.answers)


def test_the_same_input_gives_the_same_files(
    demos: tuple[DemoCase, ...], folder: Path, tmp_path: Path
) -> None:
    """Every byte of them, the database's included."""
    assert demos == work_through(tmp_path, FixedClock(NOW))
    assert written(folder) == written(tmp_path)


def written(folder: Path) -> dict[str, bytes]:
    """What lies in a folder of the demo."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_two_runs_of_one_epoch_write_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`SOURCE_DATE_EPOCH` sets the instant, also for processes that hash otherwise."""
    code = "from legalcase.cli.main import main; raise SystemExit(main())"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        subprocess.run(
            [sys.executable, "-c", code, "demo", "--out", str(tmp_path / seed)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    first, second = written(tmp_path / "1"), written(tmp_path / "2")
    assert {"cases.db", "deadlines.ics", "index.html"} <= set(first)
    assert first == second
    assert b"DTSTAMP:20260101T000000Z" in first["deadlines.ics"]
    store = SqliteStore(tmp_path / "1" / "cases.db")
    with store.begin() as work:
        lines = [line for name in NAMES for line in work.events(f"case:{name}")]
    store.close()
    assert {line.recorded_at for line in lines} == {datetime(2026, 1, 1, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("epoch", "instant"),
    [
        ("0", datetime(1970, 1, 1, tzinfo=UTC)),
        ("253402300799", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_first_and_the_last_epoch(epoch: str, instant: datetime) -> None:
    """What can be written as a date is taken."""
    clock = clock_of({"SOURCE_DATE_EPOCH": epoch}, refuse=pytest.fail)
    assert clock.now() == clock.now() == instant


def test_without_an_epoch_it_is_now() -> None:
    """The clock of the machine, which goes on."""
    before = SystemClock().now()
    assert before <= clock_of({}, refuse=pytest.fail).now() <= SystemClock().now()


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+1", " 1", "1.5", "1_0", "\u0661", "now", "253402300800", "9" * 99],
)
def test_an_epoch_that_is_no_number_of_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Refused with the value and the way out, before anything is written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    out = tmp_path / "out"
    said = squeezed(_refused(out).err)
    assert "SOURCE_DATE_EPOCH is '" in said
    assert "no number of seconds since 1970" in said
    assert not out.exists()


def test_the_command_with_a_folder(tmp_path: Path) -> None:
    """An empty folder will do, and a new one below folders that are new."""
    for out in (tmp_path / "empty", tmp_path / "one" / "two"):
        if out.name == "empty":
            out.mkdir()
        full = () if out.name == "empty" else ("--full",)
        said = answered("demo", "--out", str(out), *full)
        assert "Epic Games v. Apple" in said
        assert ("2. Why" in said) == bool(full)
        assert (out / "index.html").exists()


def test_the_command_without_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fresh folder each time, here."""
    monkeypatch.chdir(tmp_path)
    answered("demo")
    answered("demo")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["legalcase-demo", "legalcase-demo-2"]


def test_the_command_for_machines(tmp_path: Path) -> None:
    """Every deadline with its dates, its state, and its whole computation."""
    out = tmp_path / "out"
    data = json.loads(answered("demo", "--out", str(out), "--format", "json"))
    assert data["folder"] == str(out)
    assert {"cases.db", "deadlines.ics", "index.html"} <= set(data["files"])
    cases = {case["case"]: case for case in data["cases"]}
    assert sorted(cases) == sorted(NAMES)
    deadlines = {d["id"]: d for d in cases["epic-v-apple"]["deadlines"]}
    appeal = deadlines["cross-appeal"]
    assert (appeal["due"], appeal["state"]) == ("2021-10-12", "met")
    assert appeal["met_on"] == "2021-10-08"
    assert decode(appeal["computation"]).due == date(2021, 10, 12)
    assert deadlines["service"]["met_on"] is None
    assert deadlines["service"]["owed_by"] == ["plaintiff"]
    assert deadlines["service"]["by_hand"] is None
    assert "an order set" in deadlines["injunction-effective"]["by_hand"]


def _refused(out: Path | str) -> Ran:
    done = ran("demo", "--out", str(out))
    assert (done.status, done.out) == (2, "")
    return done


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with something in it, a file, an empty name: refused, and untouched."""
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    assert "nothing is overwritten" in squeezed(_refused(tmp_path).err)
    assert "is a file" in squeezed(_refused(kept).err)
    assert "--out is empty" in squeezed(_refused("").err)
    assert "cannot use" in squeezed(_refused(kept / "below").err)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    assert kept.read_text(encoding="utf-8") == "mine"


def test_a_date_that_differs_is_not_passed_over(
    demos: tuple[DemoCase, ...],
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If the law at hand came to another date than the docket, the demo fails."""
    first, *rest = demos
    answer = first.answers[0]
    question = evolve(answer.question, expected=date(2000, 1, 1))
    wrong = evolve(
        first, answers=(evolve(answer, question=question), *first.answers[1:])
    )
    said = report((wrong, *rest), folder)
    assert "1 differ." in squeezed(said)
    assert "2000-01-01 is stated" in squeezed(said)
    assert len(differences((wrong, *rest))) == 1

    monkeypatch.setattr(demo_work, "work_through", lambda *_: (wrong, *rest))
    done = ran("demo", "--out", str(tmp_path / "out"))
    assert (done.status, done.out) == (1, "")
    assert "2000-01-01 is stated" in squeezed(done.err)


def test_a_store_that_loses_something_is_noticed(demos: tuple[DemoCase, ...]) -> None:
    """What is read back is compared with what was recorded."""
    case = Case.from_events(demos[0].file.log[:1])
    with pytest.raises(StorageError, match="was read back otherwise than stored"):
        read_back((evolve(demos[0], case=case),), MemoryStore())


class _Terminal:
    """A stderr at which somebody looks."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        """Do nothing: all of it is there already."""


def test_a_bar_for_whoever_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, with tqdm; without it the work is done all the same."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(with_bar([1, 2, 3], "pieces")) == [1, 2, 3]
    assert "pieces" in terminal.written
    monkeypatch.setitem(__import__("sys").modules, "tqdm", None)
    terminal.written = ""
    assert list(with_bar([1, 2, 3], "pieces")) == [1, 2, 3]
    assert terminal.written == ""


def test_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """A log or a pipe gets none."""
    assert list(with_bar([1, 2, 3], "pieces")) == [1, 2, 3]
    assert capsys.readouterr().err == ""
