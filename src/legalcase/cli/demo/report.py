"""What the demo prints: tables first, then why, then the agenda and the files."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.cli.console.phrasing import in_options
from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.demo.case import became_of, due_of, remarks
from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from legalcase.cli.demo.case import DemoCase

__all__ = ["brief", "command_name", "differences", "report"]

_OPENING: Final = (
    "Deadlines of real cases, computed from facts of the public record, each step with "
    "its authority. Nothing here is legal advice."
)
_STEP: Final = "  "


def brief(demos: Sequence[DemoCase], out: Path) -> str:
    """Return what fits on one screen: the cases, their dates and where more stands."""
    table = Table("", ("case", "due", "page"))
    for demo in demos:
        table.add(demo.docket.title, _span(demo), f"{demo.docket.id}.html")
    parts = [paragraphs(_OPENING), table.text(width()), _checked(demos)]
    parts += [_files(demos, out), f"To try next:\n{_next(out)}"]
    every = f"{command_name()} demo --full prints every explanation here."
    return "\n\n".join([*parts, paragraphs(every)])


def _span(demo: DemoCase) -> str:
    """Say how many deadlines a case has, and from when to when they were due."""
    days = sorted(i.dates.due for i in demo.items() if i.dates.due is not None)
    number = len(demo.answers)
    noun = "deadline" if number == 1 else "deadlines"
    if not days:
        return f"{number} {noun}, none running"
    if days[0] == days[-1]:
        return f"{number} {noun}, {days[0]}"
    return f"{number} {noun}, {days[0]} to {days[-1]}"


def report(demos: Sequence[DemoCase], out: Path) -> str:
    """Return what the demo has to say."""
    parts = [paragraphs(_OPENING), _headline("1. What was due when")]
    parts += [_summary(demo) for demo in demos]
    parts.append(_headline("2. Why"))
    for demo in demos:
        parts += _why(demo)
    parts += [_headline("3. The agenda, as read back from the store"), _agenda(demos)]
    parts += [_headline("4. What is there now"), _files(demos, out), _checked(demos)]
    parts += [_headline("5. What to try next"), _next(out)]
    return "\n\n".join(parts)


def _headline(text: str) -> str:
    return f"{text}\n{'=' * len(text)}"


def _summary(demo: DemoCase) -> str:
    table = Table("", ("deadline", "due", "safe date", "what became of it"))
    for row in demo.deadline_rows():
        table.add(*row)
    head = paragraphs(f"{demo.docket.title}\n{demo.where}")
    return f"{head}\n\n{indent(table.text(width() - len(_STEP)), _STEP)}"


def _why(demo: DemoCase) -> Iterator[str]:
    title = demo.docket.title
    yield f"{title}\n{'-' * len(title)}"
    for answer in demo.answers:
        # The notices are those of the whole case: said once, at its end.
        computation = evolve(answer.computation, notices=())
        yield paragraphs(f"* {answer.question.title}", hanging=2)
        explained = computation.explain(width=width() - len(_STEP))
        yield paragraphs(indent(explained, _STEP))
        if said := remarks(answer):
            yield paragraphs(f"{_STEP}{said}")
    notices = [in_options(text) for text in demo.notices()]
    left_out = f"Not known, and left out: {' '.join(demo.docket.not_known)}"
    yield _listed((*notices, left_out))


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(paragraphs(f"- {text}", hanging=2) for text in texts)


def _agenda(demos: Sequence[DemoCase]) -> str:
    still, done = [], []
    for demo in demos:
        for item in demo.case.agenda().items:
            what = f"{demo.docket.title}: {item.deadline.title}"
            if item.deadline.is_open:
                shown = item.dates.shown
                still.append(("not running" if shown is None else say_day(shown), what))
            else:
                done.append((due_of(item), what, became_of(demo.case, item)))
    open_table = Table("", ("safe date", "still to be done, as far as is known"))
    for row in sorted(still, key=_by_day):
        open_table.add(*row)
    done_table = Table("", ("due", "done or extended", "what became of it"))
    for done_row in sorted(done, key=_by_day):
        done_table.add(*done_row)
    return f"{open_table.text(width())}\n\n{done_table.text(width())}"


def _by_day(row: tuple[str, ...]) -> str:
    """Return the date without its weekday."""
    return row[0].partition(" ")[2]


def _files(demos: Sequence[DemoCase], out: Path) -> str:
    events = sum(len(demo.file.log) for demo in demos)
    deadlines = sum(len(demo.answers) for demo in demos)
    table = Table("", ("file", "what it holds"))
    table.add("index.html", "begin here: the cases, with every explanation")
    table.add("*.md", "the same, case by case, as Markdown")
    table.add(
        "cases.db",
        f"the store: {len(demos)} cases in {events} events, written, read back and "
        "found equal",
    )
    table.add(
        "deadlines.ics",
        f"{deadlines} deadlines on their safe dates, for any calendar that imports "
        "iCalendar",
    )
    return f"The folder: {out}\n\n{table.text(width())}"


def differences(demos: Sequence[DemoCase]) -> tuple[str, ...]:
    """Return where a date that a docket states is not what was computed."""
    return tuple(
        f"{demo.docket.title}, {answer.question.title}: {found}"
        for demo in demos
        for answer in demo.answers
        for found in answer.differences()
    )


def _checked(demos: Sequence[DemoCase]) -> str:
    answers = [answer for demo in demos for answer in demo.answers]
    seen = Counter(a.question.seen for a in answers if a.is_stated)
    found = differences(demos)
    given = sum(bool(a.rows) for a in answers)
    said = (
        f"{len(answers)} deadlines: {given} follow from what happened in their cases, "
        f"{len(answers) - given} were counted by calls of their own, and their pages "
        "say why. Of the dates to compare them with, "
        f"{seen['text']} stands in a decision that was read, {seen['secondary']} in an "
        f"account of one, and {seen['derived']} follow from the rule by hand: "
    )
    if not found:
        return paragraphs(f"{said}all of them agree.")
    return paragraphs(f"{said}{len(found)} differ.") + "\n" + _listed(found)


def command_name() -> str:
    """Return how the command is called here: as it was, if no shell finds its name."""
    called = Path(sys.argv[0])
    if called.stem == "legalcase" and shutil.which("legalcase") is None:
        return quoted(str(called))
    return "legalcase"


def _next(out: Path) -> str:
    store = out / "cases.db"
    name = command_name()
    commands = [
        f"{name} due {quoted('us/frcp/4(m)')} --after 2020-08-13 --court cand",
        f"{name} calendar us 2021-10",
        f"{name} rules {quoted('us/frap/4(a)(3)')}",
    ]
    snippet = [
        "from legalcase.storage import SqliteStore",
        f"with SqliteStore({str(store)!r}).begin() as work:",
        "    print(work.get('epic-v-apple').agenda())",
    ]
    lines = [f"{_STEP}{line}" for line in commands]
    lines += ["", f"In a browser:\n{_STEP}{out / 'index.html'}"]
    lines += ["", "In Python:", *(f"{_STEP}{line}" for line in snippet)]
    return "\n".join(lines)
